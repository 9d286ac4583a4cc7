"""The day on which mediation started: after the term expired, it decides which ends may still be reported.

Only what is under way needs it: what ended has its end already. The event of the start says the day.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

FILL = """
UPDATE referrals AS f SET mediation_started_on = started.occurred_on
FROM events AS started
WHERE f.state IN ('mediating', 'appraising', 'term_expired') AND started.subject_id = f.id
    AND started.type = 'mediation.started' AND NOT EXISTS (
        SELECT FROM events AS taken
        WHERE taken.subject_id = f.id AND taken.type = 'referral.accepted' AND taken.version > started.version
    )
"""
"""Of the turn under way: what an earlier organisation had started was over with its turn."""


def upgrade() -> None:
    op.add_column("referrals", sa.Column("mediation_started_on", sa.Date(), nullable=True))
    op.execute("SET LOCAL sutiao.principal = 'system'")
    op.execute(FILL)


def downgrade() -> None:
    op.drop_column("referrals", "mediation_started_on")
