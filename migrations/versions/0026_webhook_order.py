"""One order over all deliveries of an endpoint, where its owner wants it.

What was so before is the default, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

TABLE = "webhook_endpoints"


def upgrade() -> None:
    op.add_column(TABLE, sa.Column("order_over", sa.Text(), nullable=False, server_default="referral"))
    op.add_column(TABLE, sa.Column("ordered_from", sa.BigInteger()))
    op.create_check_constraint(op.f(f"ck_{TABLE}_order_over"), TABLE, "order_over IN ('referral', 'endpoint')")


def downgrade() -> None:
    op.drop_constraint(op.f(f"ck_{TABLE}_order_over"), TABLE, type_="check")
    op.drop_column(TABLE, "ordered_from")
    op.drop_column(TABLE, "order_over")
