"""Courts that make mediation statements before filing.

What was so before is the default, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("courts", sa.Column("statement_before_filing", sa.Text(), nullable=False, server_default="refused"))
    op.create_check_constraint(
        op.f("ck_courts_statement_before_filing"), "courts", "statement_before_filing IN ('refused', 'allowed')"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_courts_statement_before_filing"), "courts", type_="check")
    op.drop_column("courts", "statement_before_filing")
