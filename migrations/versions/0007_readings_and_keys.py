"""The record of readings under row security and paged by tenant; the checks of the key ring."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

APP = "sutiao_app"


def upgrade() -> None:
    op.create_index(op.f("ix_access_audit_tenant_id_id"), "access_audit", ["tenant_id", "id"], unique=False)
    op.execute("ALTER TABLE access_audit ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE access_audit FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY own_readings ON access_audit USING (sutiao_tenant() = tenant_id OR sutiao_is_system()) "
        "WITH CHECK (sutiao_tenant() = tenant_id OR sutiao_is_system())"
    )
    op.create_table(
        "key_checks",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("kind IN ('seal', 'hash')", name=op.f("ck_key_checks_kind")),
        sa.PrimaryKeyConstraint("kind", "key_id", name=op.f("pk_key_checks")),
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON key_checks TO {APP}")


def downgrade() -> None:
    op.drop_table("key_checks")
    op.execute("DROP POLICY own_readings ON access_audit")
    op.execute("ALTER TABLE access_audit NO FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE access_audit DISABLE ROW LEVEL SECURITY")
    op.drop_index(op.f("ix_access_audit_tenant_id_id"), table_name="access_audit")
