"""Conflicts that were entered in error, years of the calendar that changed, and suspension during an appraisal.

The columns are empty in every row there is, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

SUSPENDED_FROM = "ck_referrals_suspended_from"
BEFORE = "suspended_from IN ('accepted', 'contacting', 'mediating')"
AFTER = "suspended_from IN ('accepted', 'contacting', 'mediating', 'appraising')"


def _suspended_from(condition: str) -> None:
    op.drop_constraint(op.f(SUSPENDED_FROM), "referrals", type_="check")
    op.create_check_constraint(op.f(SUSPENDED_FROM), "referrals", condition)


def upgrade() -> None:
    op.add_column("conflicts", sa.Column("entered_in_error_on", sa.Date()))
    op.add_column("calendar_years", sa.Column("changed_at", sa.DateTime(timezone=True)))
    _suspended_from(AFTER)


def downgrade() -> None:
    _suspended_from(BEFORE)
    op.drop_column("calendar_years", "changed_at")
    op.drop_column("conflicts", "entered_in_error_on")
