"""The feed complete: the floor of what was removed, named consumers, a new epoch by the application's role.

An entry of a feed may be removed once it is old; the event itself stays. The floor says where a feed now begins.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

APP = "sutiao_app"
OWN = "(sutiao_tenant() = tenant_id OR sutiao_is_system())"


def _guard(table: str, *rights: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own_feed ON {table} USING {OWN} WITH CHECK {OWN}")
    op.execute(f"GRANT {', '.join(rights)} ON {table} TO {APP}")


def upgrade() -> None:
    op.create_table(
        "feed_floors",
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("position > 0", name=op.f("ck_feed_floors_position")),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_feed_floors")),
    )
    op.create_table(
        "consumers",
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("court_id", sa.UUID()),
        sa.Column("organisation_id", sa.UUID()),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.UUID()),
        sa.Column("lease_position", sa.BigInteger()),
        sa.Column("lease_until", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("name ~ '^[a-z0-9][a-z0-9_.-]{0,62}$'", name=op.f("ck_consumers_name")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_consumers_position")),
        sa.CheckConstraint(
            "(token IS NULL) = (lease_until IS NULL) AND (token IS NULL) = (lease_position IS NULL)",
            name=op.f("ck_consumers_lease"),
        ),
        sa.CheckConstraint("lease_position > position", name=op.f("ck_consumers_lease_position")),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_consumers")),
    )
    _guard("feed_floors", "SELECT", "INSERT", "UPDATE")
    _guard("consumers", "SELECT", "INSERT", "UPDATE", "DELETE")
    op.execute(f"GRANT DELETE ON feed_entries TO {APP}")
    op.execute(f"GRANT INSERT ON feed_epochs TO {APP}")


def downgrade() -> None:
    op.execute(f"REVOKE INSERT ON feed_epochs FROM {APP}")
    op.execute(f"REVOKE DELETE ON feed_entries FROM {APP}")
    op.drop_table("consumers")
    op.drop_table("feed_floors")
