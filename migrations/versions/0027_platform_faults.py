"""Nonces of platforms that all processes remember, until when a message is left to whoever sends it, recalls.

An older release neither writes nor reads the new column, and goes on as before; it writes no recall.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

APP = "sutiao_app"
CHECKS = {
    ("assignments", "ending"): ("declined", "taken_back", "replaced", "handed_back", "dispatched", "referred_back"),
    ("sharings", "act"): ("dispatch", "refer_back", "grant"),
}
"""What was allowed before, by table and column."""

NEW = {("assignments", "ending"): ("recalled",), ("sharings", "act"): ("recall",)}


def _allowed(table: str, column: str, values: tuple[str, ...]) -> None:
    name = op.f(f"ck_{table}_{column}")
    op.drop_constraint(name, table, type_="check")
    listed = ", ".join(f"'{value}'" for value in values)
    op.create_check_constraint(name, table, f"{column} IN ({listed})")


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
    for (table, column), before in CHECKS.items():
        _allowed(table, column, (*before, *NEW[table, column]))


def downgrade() -> None:
    op.execute("UPDATE assignments SET ending = 'referred_back' WHERE ending = 'recalled'")
    op.execute("UPDATE sharings SET act = 'refer_back' WHERE act = 'recall'")
    for (table, column), before in CHECKS.items():
        _allowed(table, column, before)
    op.drop_column("platform_outbox", "leased_until")
    op.drop_table("platform_nonces")
