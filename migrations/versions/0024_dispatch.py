"""Head offices that dispatch referrals down their trees: custody, capacity, channels for courts below, sharing records.

All columns are empty, or say what was so before, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

APP = "sutiao_app"
SEEN = "(sutiao_tenant() = ANY (viewers) OR sutiao_is_system())"
OLD_ENDINGS = ("declined", "taken_back", "replaced", "handed_back")
ENDINGS = (*OLD_ENDINGS, "dispatched", "referred_back")
SETTINGS = {
    ("courts", "acceptance_on_dispatch"): ("run_on", "restart"),
    ("courts", "full_organisation"): ("warn", "refuse"),
    ("organisations", "capacity"): ("open", "limited", "full"),
}
"""By table and column, the codes; the first is what was so before."""


def _given(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _endings(values: tuple[str, ...]) -> None:
    op.drop_constraint(op.f("ck_assignments_ending"), "assignments", type_="check")
    op.create_check_constraint(op.f("ck_assignments_ending"), "assignments", f"ending IN ({_given(values)})")


def _sharings() -> None:
    op.create_table(
        "sharings",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("from_id", sa.UUID(), nullable=False),
        sa.Column("to_id", sa.UUID(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("classes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("shared_on", sa.Date(), nullable=False),
        sa.CheckConstraint(f"act IN ({_given(('dispatch', 'refer_back', 'grant'))})", name=op.f("ck_sharings_act")),
        sa.CheckConstraint(
            f"ground IN ({_given(('separate_consent', 'court_duty', 'statutory_duty'))})",
            name=op.f("ck_sharings_ground"),
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_sharings_referral_id")),
        sa.ForeignKeyConstraint(["from_id"], ["tenants.id"], name=op.f("fk_sharings_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["tenants.id"], name=op.f("fk_sharings_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sharings")),
    )
    op.create_index(op.f("ix_sharings_referral_id"), "sharings", ["referral_id"], unique=False)
    op.execute("ALTER TABLE sharings ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sharings FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY viewers ON sharings USING {SEEN} WITH CHECK {SEEN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON sharings TO {APP}")


def upgrade() -> None:
    _sharings()
    for (table, column), codes in SETTINGS.items():
        op.add_column(table, sa.Column(column, sa.Text(), nullable=False, server_default=codes[0]))
        op.create_check_constraint(op.f(f"ck_{table}_{column}"), table, f"{column} IN ({_given(codes)})")
    op.add_column("channels", sa.Column("court_scope", sa.Text()))
    below = sa.text("court_scope IS NOT NULL")
    op.create_index("ix_channels_for_courts_below", "channels", ["organisation_id"], postgresql_where=below)
    op.add_column("assignments", sa.Column("custody", postgresql.JSONB()))
    _endings(ENDINGS)


def downgrade() -> None:
    op.execute("UPDATE assignments SET ending = 'replaced' WHERE ending IN ('dispatched', 'referred_back')")
    _endings(OLD_ENDINGS)
    op.drop_column("assignments", "custody")
    op.drop_index("ix_channels_for_courts_below", "channels")
    op.drop_column("channels", "court_scope")
    for table, column in reversed(SETTINGS):
        op.drop_constraint(op.f(f"ck_{table}_{column}"), table, type_="check")
        op.drop_column(table, column)
    op.drop_table("sharings")
