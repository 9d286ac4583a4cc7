"""Conflicts that were entered in error.

The column is empty in every row there is, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conflicts", sa.Column("entered_in_error_on", sa.Date()))


def downgrade() -> None:
    op.drop_column("conflicts", "entered_in_error_on")
