"""Why a waiting message for a platform waits, and whether it is told anew though it had arrived.

An older release writes neither column and goes on as before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("platform_outbox", sa.Column("last_failure", sa.Text()))
    op.add_column("platform_outbox", sa.Column("anew", sa.Boolean(), nullable=False, server_default=sa.text("false")))


def downgrade() -> None:
    op.drop_column("platform_outbox", "anew")
    op.drop_column("platform_outbox", "last_failure")
