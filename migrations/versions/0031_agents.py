"""Who signed the agreement for a party.

The column is empty in every row there is, so that older releases write what they wrote: the party signed itself.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("signatures", sa.Column("representative_id", sa.UUID()))
    op.create_check_constraint(
        op.f("ck_signatures_represented"), "signatures", "representative_id IS NULL OR party_id IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_signatures_represented"), "signatures", type_="check")
    op.drop_column("signatures", "representative_id")
