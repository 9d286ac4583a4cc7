"""Settings of courts that concern clocks, warnings before last days, records entered in error, and reopening."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

FILE = ("contacts", "sessions", "claims", "materials", "notices")
"""Tables whose rows may be marked as entered in error."""


def upgrade() -> None:
    op.add_column("courts", sa.Column("term_on_reassignment", sa.Text(), nullable=False, server_default="restart"))
    op.add_column(
        "courts", sa.Column("fee_notice_days", sa.SmallInteger(), nullable=False, server_default=sa.text("7"))
    )
    op.add_column("courts", sa.Column("lead_times", JSONB(), nullable=False, server_default=sa.text("'[]'::jsonb")))
    op.create_check_constraint(
        op.f("ck_courts_term_on_reassignment"), "courts", "term_on_reassignment IN ('restart', 'continue')"
    )
    op.create_check_constraint(op.f("ck_courts_fee_notice_days"), "courts", "fee_notice_days BETWEEN 1 AND 365")
    op.add_column("clocks", sa.Column("warn_on", sa.Date()))
    op.create_index(
        "ix_clocks_warn_on",
        "clocks",
        ["warn_on", "id"],
        postgresql_where=sa.text("state = 'running' AND warn_on IS NOT NULL"),
    )
    op.create_index(
        "ix_clocks_provisional",
        "clocks",
        ["due_on", "id"],
        postgresql_where=sa.text("state = 'running' AND provisional"),
    )
    # What runs already is looked at once: the sweep then finds the day on which it is to be warned about.
    op.execute("SET LOCAL sutiao.principal = 'system'")
    op.execute("UPDATE clocks SET warn_on = started_on WHERE state = 'running'")
    for table in FILE:
        op.add_column(table, sa.Column("entered_in_error_on", sa.Date()))


def downgrade() -> None:
    for table in FILE:
        op.drop_column(table, "entered_in_error_on")
    op.drop_index("ix_clocks_provisional", "clocks")
    op.drop_index("ix_clocks_warn_on", "clocks")
    op.drop_column("clocks", "warn_on")
    op.drop_constraint(op.f("ck_courts_fee_notice_days"), "courts", type_="check")
    op.drop_constraint(op.f("ck_courts_term_on_reassignment"), "courts", type_="check")
    op.drop_column("courts", "lead_times")
    op.drop_column("courts", "fee_notice_days")
    op.drop_column("courts", "term_on_reassignment")
