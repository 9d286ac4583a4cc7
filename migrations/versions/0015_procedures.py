"""What follows an agreement: corrections and objections, amended texts, breach, and procedures that give it force.

Every row under an agreement belongs to one of its texts; what an older release wrote belongs to the first.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

OLD_PROCEDURES = {
    "judicial_confirmation": ("applied", "not_accepted", "under_review", "confirmed", "rejected", "withdrawn"),
    "case_registration": ("handed_over", "registered", "not_registered"),
    "mediation_statement": ("requested", "made", "in_force", "refused", "repudiated"),
    "suit_withdrawal": ("applied", "permitted", "refused"),
    "transfer_to_trial": ("fee_noticed", "fee_paid", "transferred", "deemed_withdrawn"),
    "labour_arbitration": ("referred", "taken_by_commission", "not_taken_by_commission"),
}
PROCEDURES = {
    **OLD_PROCEDURES,
    "judicial_confirmation": (
        *OLD_PROCEDURES["judicial_confirmation"],
        *("correcting", "supplementing", "objected", "revoked"),
    ),
    "payment_order": (
        *("applied", "not_accepted", "under_review", "rejected", "withdrawn", "issued", "served", "order_effective"),
        *("lapsed", "order_ended", "suit_declined", "turned_to_suit"),
    ),
    "arbitration_review": ("applied", "not_accepted", "under_review", "withdrawn", "made", "in_force", "refused"),
    "notarisation": (
        *("applied", "withdrawn", "refused", "notarised"),
        *("certificate_requested", "certified", "certificate_refused"),
    ),
}
OLD_OPEN = ("applied", "fee_noticed", "fee_paid", "handed_over", "made", "referred", "requested", "under_review")
OPEN = (*OLD_OPEN, "correcting", "objected", "supplementing", "issued", "served", "lapsed", "certificate_requested")
OLD_AGREEMENTS = ("agreement_pending", "agreement_effective", "agreement_refused", "performed")
AGREEMENTS = (*OLD_AGREEMENTS, "breached")
OLD_REGIONS = ("mediation", "agreement", *OLD_PROCEDURES, "dossier")
REGIONS = (*OLD_REGIONS, *(name for name in PROCEDURES if name not in OLD_PROCEDURES))
NUMBERED = ("agreements", "agreement_terms", "signatures")


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


def _given(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _states(machines: dict[str, tuple[str, ...]]) -> str:
    return " OR ".join(f"(machine = '{name}' AND state IN ({_given(states)}))" for name, states in machines.items())


def _check(table: str, name: str, condition: str) -> None:
    op.drop_constraint(op.f(f"ck_{table}_{name}"), table, type_="check")
    op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, condition)


def _open_index(states: tuple[str, ...]) -> None:
    op.drop_index("ix_procedures_open", "procedures")
    where = sa.text(f"state IN ({_listed(states)})")
    op.create_index("ix_procedures_open", "procedures", ["machine", "referral_id"], postgresql_where=where)


def upgrade() -> None:
    for table in NUMBERED:
        op.add_column(table, sa.Column("draft_number", sa.SmallInteger(), nullable=False, server_default=sa.text("1")))
    op.add_column("agreements", sa.Column("breached_on", sa.Date()))
    op.add_column("procedures", sa.Column("draft_number", sa.SmallInteger()))
    op.add_column("procedures", sa.Column("reply_by", sa.Date()))
    op.add_column("procedures", sa.Column("debtor_id", sa.Uuid()))
    op.add_column("procedures", sa.Column("amount", sa.Numeric(18, 2)))
    _check("clocks", "region", f"region IN ({_given(REGIONS)})")
    _check("agreements", "state", f"state IN ({_given(AGREEMENTS)})")
    _check("procedures", "state", _states(PROCEDURES))
    _open_index(OPEN)


def downgrade() -> None:
    _open_index(OLD_OPEN)
    _check("procedures", "state", _states(OLD_PROCEDURES))
    _check("agreements", "state", f"state IN ({_given(OLD_AGREEMENTS)})")
    _check("clocks", "region", f"region IN ({_given(OLD_REGIONS)})")
    op.drop_column("procedures", "amount")
    op.drop_column("procedures", "debtor_id")
    op.drop_column("procedures", "reply_by")
    op.drop_column("procedures", "draft_number")
    op.drop_column("agreements", "breached_on")
    for table in NUMBERED:
        op.drop_column(table, "draft_number")
