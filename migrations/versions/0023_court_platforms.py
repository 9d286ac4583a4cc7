"""Platforms of courts: dated configuration, how far each was served, messages that came in and go out, duties.

A platform's messages belong to its court: one policy by tenant, as for the record of readings. A duty is seen by
whoever sees its referral.
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
SEEN = "(sutiao_is_system() OR EXISTS (SELECT FROM referrals WHERE referrals.id = platform_entries.referral_id))"
OUTGOING_KINDS = "'acceptance', 'result', 'agreement', 'confirmation_application', 'handover_package', 'filing_request'"
DUTIES = "'acceptance', 'result', 'agreement', 'confirmation_application'"
OUTBOX_STATES = "'waiting', 'delivered', 'processed', 'parked'"
ENTRY_STATES = "'not_required', 'due', 'entered_by_interface', 'entered_by_hand', 'verified'"
RECONCILIATION_STATES = "'clean', 'open', 'applied'"
INBOX_STATES = "'waiting', 'done', 'parked'"


def upgrade() -> None:
    _configuration()
    _inbox()
    _outbox()
    _entries()
    _reconciliations()


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
        sa.Column("duties", postgresql.JSONB(), nullable=False, server_default=sa.text("'{}'::jsonb")),
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


def _outbox() -> None:
    op.create_table(
        "platform_outbox",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("event_id", sa.UUID(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("doubtful", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True)),
        sa.Column("processed_at", sa.DateTime(timezone=True)),
        sa.Column("platform_number", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"kind IN ({OUTGOING_KINDS})", name=op.f("ck_platform_outbox_kind")),
        sa.CheckConstraint(f"state IN ({OUTBOX_STATES})", name=op.f("ck_platform_outbox_state")),
        sa.CheckConstraint("(state = 'parked') = (reason IS NOT NULL)", name=op.f("ck_platform_outbox_reason")),
        sa.CheckConstraint(
            "state <> 'processed' OR (processed_at IS NOT NULL AND delivered_at IS NOT NULL)",
            name=op.f("ck_platform_outbox_receipts"),
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_platform_outbox_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_outbox")),
        sa.UniqueConstraint("platform", "key", name=op.f("uq_platform_outbox_platform")),
    )
    op.create_index("ix_platform_outbox_tenant_id", "platform_outbox", ["tenant_id", "id"])
    op.create_index("ix_platform_outbox_event_id", "platform_outbox", ["event_id"])
    op.create_index(
        "ix_platform_outbox_next_at",
        "platform_outbox",
        ["next_at", "id"],
        postgresql_where=sa.text("state IN ('waiting', 'delivered')"),
    )
    op.create_index(
        "ix_platform_outbox_waiting",
        "platform_outbox",
        ["platform", "referral_id", "id"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    _own("platform_outbox")


def _entries() -> None:
    op.create_table(
        "platform_entries",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("court_id", sa.UUID(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("event_id", sa.UUID(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("delivery", sa.Text()),
        sa.Column("entered_on", sa.Date()),
        sa.Column("entered_by", sa.UUID()),
        sa.Column("platform_number", sa.Text()),
        sa.Column("verified_at", sa.DateTime(timezone=True)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"duty IN ({DUTIES})", name=op.f("ck_platform_entries_duty")),
        sa.CheckConstraint(f"state IN ({ENTRY_STATES})", name=op.f("ck_platform_entries_state")),
        sa.CheckConstraint("state = 'not_required' OR due_on IS NOT NULL", name=op.f("ck_platform_entries_due_on")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_platform_entries_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_entries")),
        sa.UniqueConstraint("event_id", "duty", "platform", name=op.f("uq_platform_entries_event_id")),
    )
    op.create_index("ix_platform_entries_referral_id", "platform_entries", ["referral_id", "id"])
    op.create_index(
        "ix_platform_entries_due_on", "platform_entries", ["due_on", "id"], postgresql_where=sa.text("state = 'due'")
    )
    op.execute("ALTER TABLE platform_entries ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE platform_entries FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY of_referral ON platform_entries USING {SEEN} WITH CHECK {SEEN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON platform_entries TO {APP}")


def _reconciliations() -> None:
    op.create_table(
        "reconciliations",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ours_count", sa.Integer(), nullable=False),
        sa.Column("theirs_count", sa.Integer(), nullable=False),
        sa.Column("difference_count", sa.Integer(), nullable=False),
        sa.Column("differences", postgresql.JSONB(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_by", sa.UUID()),
        sa.Column("approved_by", sa.UUID()),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(f"state IN ({RECONCILIATION_STATES})", name=op.f("ck_reconciliations_state")),
        sa.CheckConstraint(
            "(state = 'applied') = (approved_by IS NOT NULL)", name=op.f("ck_reconciliations_approved_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliations")),
    )
    op.create_index("ix_reconciliations_tenant_id", "reconciliations", ["tenant_id", "id"])
    _own("reconciliations")


def _own(table: str) -> None:
    """Rows of one tenant, which it alone and the system see."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own ON {table} USING {OWN} WITH CHECK {OWN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")


def downgrade() -> None:
    op.drop_table("reconciliations")
    op.drop_table("platform_entries")
    op.drop_table("platform_outbox")
    op.drop_table("platform_inbox")
    op.drop_table("platform_positions")
    op.drop_table("court_platforms")
