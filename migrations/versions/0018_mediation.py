"""Mediation that stands still, with its reason and a court's setting of the term; conflicts of interest of mediators.

All columns are empty where nothing is suspended or disclosed, so that older releases write what they wrote.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

OLD_STATES = (
    *("submitted", "consulting", "returned", "awaiting_acceptance", "overdue", "unassigned", "accepted", "contacting"),
    *("mediating", "appraising", "term_expired", "mediation_ended", "closed"),
)
STATES = (*OLD_STATES[:10], "suspended", *OLD_STATES[10:])
OLD_CLOSURES = (
    *("agreed", "partly_agreed", "performed_at_once", "withdrawn_after_settlement", "registered", "advised_to_sue"),
    *("returned", "taken_back", "mediation_statement", "closed_by_other_means", "deemed_withdrawn", "to_trial"),
    "to_arbitration",
)
CLOSURES = (*OLD_CLOSURES, "transferred_sham")
SUSPENSION = ("suspended_on", "suspended_from", "suspension_reason")


def _given(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _check(table: str, name: str, condition: str) -> None:
    op.drop_constraint(op.f(f"ck_{table}_{name}"), table, type_="check")
    op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, condition)


APP = "sutiao_app"
SEEN = "(sutiao_tenant() = ANY (viewers) OR sutiao_is_system())"
RAISED_BY = ("check", "role", "mediator", "party")
DECISIONS = ("clear", "found", "open", "recused", "waived", "unfounded", "barred")


def _conflicts() -> None:
    ids = postgresql.ARRAY(sa.UUID())
    op.create_table(
        "conflicts",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", ids, nullable=False),
        sa.Column("mediator_id", sa.UUID(), nullable=False),
        sa.Column("raised_by", sa.Text(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("party_id", sa.UUID()),
        sa.Column("earlier_count", sa.Integer(), nullable=False),
        sa.Column("declared_count", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date()),
        sa.Column("waived_by", ids, nullable=False),
        sa.CheckConstraint(f"raised_by IN ({_given(RAISED_BY)})", name=op.f("ck_conflicts_raised_by")),
        sa.CheckConstraint(f"decision IN ({_given(DECISIONS)})", name=op.f("ck_conflicts_decision")),
        sa.CheckConstraint(
            "(raised_by IN ('mediator', 'party')) = (relation IS NOT NULL)", name=op.f("ck_conflicts_relation")
        ),
        sa.CheckConstraint("(raised_by = 'role') = (role IS NOT NULL)", name=op.f("ck_conflicts_role")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_conflicts_referral_id")),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediators.id"], name=op.f("fk_conflicts_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    op.create_index(op.f("ix_conflicts_referral_id"), "conflicts", ["referral_id"], unique=False)
    op.execute("ALTER TABLE conflicts ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE conflicts FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY viewers ON conflicts USING {SEEN} WITH CHECK {SEEN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON conflicts TO {APP}")


def upgrade() -> None:
    _conflicts()
    op.add_column("mediator_assignments", sa.Column("conflict", sa.Text()))
    op.create_check_constraint(
        op.f("ck_mediator_assignments_conflict"),
        "mediator_assignments",
        f"conflict IN ({_given(('open', 'waived'))})",
    )
    op.add_column(
        "courts", sa.Column("suspension_pauses_term", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.add_column("organisations", sa.Column("charges", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.create_check_constraint(op.f("ck_organisations_free"), "organisations", "kind <> 'people' OR NOT charges")
    op.add_column("referrals", sa.Column("suspended_on", sa.Date()))
    op.add_column("referrals", sa.Column("suspended_from", sa.Text()))
    op.add_column("referrals", sa.Column("suspension_reason", sa.Text()))
    op.create_check_constraint(
        op.f("ck_referrals_suspended_from"),
        "referrals",
        f"suspended_from IN ({_given(('accepted', 'contacting', 'mediating'))})",
    )
    op.create_check_constraint(
        op.f("ck_referrals_suspension"), "referrals", f"num_nulls({', '.join(SUSPENSION)}) IN (0, 3)"
    )
    _check("referrals", "state", f"state IN ({_given(STATES)})")
    _check("referrals", "closure", f"closure IN ({_given(CLOSURES)})")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_mediator_assignments_conflict"), "mediator_assignments", type_="check")
    op.drop_column("mediator_assignments", "conflict")
    op.drop_table("conflicts")
    _check("referrals", "closure", f"closure IN ({_given(OLD_CLOSURES)})")
    _check("referrals", "state", f"state IN ({_given(OLD_STATES)})")
    op.drop_constraint(op.f("ck_referrals_suspension"), "referrals", type_="check")
    op.drop_constraint(op.f("ck_referrals_suspended_from"), "referrals", type_="check")
    for name in reversed(SUSPENSION):
        op.drop_column("referrals", name)
    op.drop_constraint(op.f("ck_organisations_free"), "organisations", type_="check")
    op.drop_column("organisations", "charges")
    op.drop_column("courts", "suspension_pauses_term")
