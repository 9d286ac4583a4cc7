"""Nonces of platforms that all processes remember; until when a message for a platform is left to whoever sends it.

An older release neither writes nor reads the new column, and goes on as before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

APP = "sutiao_app"


def upgrade() -> None:
    op.create_table(
        "platform_nonces",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("nonce", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", "sender", "nonce", name=op.f("pk_platform_nonces")),
    )
    op.create_index("ix_platform_nonces_kept_until", "platform_nonces", ["kept_until"])
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON platform_nonces TO {APP}")
    op.add_column("platform_outbox", sa.Column("leased_until", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("platform_outbox", "leased_until")
    op.drop_table("platform_nonces")
