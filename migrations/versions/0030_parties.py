"""Who stands in a matter as whom: documents of mediators, and what a check found, and who succeeds a party.

The columns are empty or nought in every row there is, so that older releases write what they wrote. The hash of a
representative's number that was recorded before is made when the hash key is changed; until then nobody is refused
for it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

CHANGE = "ck_registry_changes_change"
BEFORE = (
    *("rename", "move", "lineage", "set", "add_track", "end_track", "set_status", "train", "certify"),
    *("rescope", "set_scopes", "disable", "enable", "end"),
)
AFTER = (*BEFORE[:9], "identify", *BEFORE[9:])


def _change(values: tuple[str, ...]) -> None:
    op.drop_constraint(op.f(CHANGE), "registry_changes", type_="check")
    listed = ", ".join(f"'{value}'" for value in values)
    op.create_check_constraint(op.f(CHANGE), "registry_changes", f"change IN ({listed})")


def upgrade() -> None:
    op.add_column("mediators", sa.Column("id_type", sa.Text()))
    op.add_column("mediators", sa.Column("id_number_sealed", sa.LargeBinary()))
    op.add_column("mediators", sa.Column("id_number_hash", sa.LargeBinary()))
    op.create_check_constraint(
        op.f("ck_mediators_identity"),
        "mediators",
        "num_nonnulls(id_type, id_number_sealed, id_number_hash) IN (0, 3)",
    )
    op.add_column("representatives", sa.Column("id_number_hash", sa.LargeBinary()))
    op.add_column("conflicts", sa.Column("own_count", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.add_column("conflicts", sa.Column("namesake_count", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.add_column("parties", sa.Column("succession", postgresql.JSONB()))
    op.add_column(
        "agreements", sa.Column("signing_clause", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.add_column("agreements", sa.Column("recorded_on", sa.Date()))
    _change(AFTER)


def downgrade() -> None:
    op.execute("ALTER TABLE registry_changes DISABLE TRIGGER insert_only")  # The older release could not read them.
    op.execute("DELETE FROM registry_changes WHERE change = 'identify'")
    op.execute("ALTER TABLE registry_changes ENABLE TRIGGER insert_only")
    _change(BEFORE)
    op.drop_column("agreements", "recorded_on")
    op.drop_column("agreements", "signing_clause")
    op.drop_column("parties", "succession")
    op.drop_column("conflicts", "namesake_count")
    op.drop_column("conflicts", "own_count")
    op.drop_column("representatives", "id_number_hash")
    op.drop_constraint(op.f("ck_mediators_identity"), "mediators", type_="check")
    op.drop_column("mediators", "id_number_hash")
    op.drop_column("mediators", "id_number_sealed")
    op.drop_column("mediators", "id_type")
