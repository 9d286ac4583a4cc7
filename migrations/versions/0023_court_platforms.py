"""Platforms of courts: dated configuration, how far each was served, messages that came in.

A platform's messages belong to its court: one policy by tenant, as for the record of readings.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

APP = "sutiao_app"
OWN = "(sutiao_tenant() = tenant_id OR sutiao_is_system())"
INBOX_STATES = "'waiting', 'done', 'parked'"


def upgrade() -> None:
    _configuration()
    _inbox()


def _configuration() -> None:
    op.create_table(
        "court_platforms",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("court_id", sa.UUID(), nullable=False),
        sa.Column("client_id", sa.UUID(), nullable=False),
        sa.Column("dialect", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.Column("mapping", postgresql.JSONB(), nullable=False),
        sa.Column("settings", postgresql.JSONB(), nullable=False),
        sa.Column("credentials_sealed", sa.LargeBinary()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("code ~ '^[a-z0-9][a-z0-9-]{0,62}$'", name=op.f("ck_court_platforms_code")),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_court_platforms_validity")),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_court_platforms_court_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_court_platforms_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_court_platforms")),
    )
    op.create_index("ix_court_platforms_code_id", "court_platforms", ["code", "id"])
    op.create_table(
        "platform_positions",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("feed_position", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("pull_cursor", sa.Text()),
        sa.Column("forged_count", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("stale_count", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("replayed_count", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("platform", name=op.f("pk_platform_positions")),
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON court_platforms TO {APP}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON platform_positions TO {APP}")


def _inbox() -> None:
    op.create_table(
        "platform_inbox",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("raw_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("flags", postgresql.JSONB(), nullable=False, server_default=sa.text("'[]'::jsonb")),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("referral_id", sa.UUID()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(f"state IN ({INBOX_STATES})", name=op.f("ck_platform_inbox_state")),
        sa.CheckConstraint("(state = 'parked') = (reason IS NOT NULL)", name=op.f("ck_platform_inbox_reason")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_inbox")),
        sa.UniqueConstraint("platform", "message_id", name=op.f("uq_platform_inbox_platform")),
    )
    op.create_index("ix_platform_inbox_tenant_id", "platform_inbox", ["tenant_id", "id"])
    op.create_index(
        "ix_platform_inbox_next_at", "platform_inbox", ["next_at", "id"], postgresql_where=sa.text("state = 'waiting'")
    )
    _own("platform_inbox")


def _own(table: str) -> None:
    """Rows of one tenant, which it alone and the system see."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own ON {table} USING {OWN} WITH CHECK {OWN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")


def downgrade() -> None:
    op.drop_table("platform_inbox")
    op.drop_table("platform_positions")
    op.drop_table("court_platforms")
