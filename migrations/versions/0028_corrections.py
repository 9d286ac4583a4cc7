"""Conflicts that were entered in error, and years of the calendar that changed.

The columns are empty in every row there is, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conflicts", sa.Column("entered_in_error_on", sa.Date()))
    op.add_column("calendar_years", sa.Column("changed_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("calendar_years", "changed_at")
    op.drop_column("conflicts", "entered_in_error_on")
