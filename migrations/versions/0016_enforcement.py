"""The enforcement of what can be enforced, on which instrument and why before that court; corrections of other papers."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

OLD_PROCEDURES = {
    "judicial_confirmation": (
        *("applied", "not_accepted", "under_review", "confirmed", "rejected", "withdrawn"),
        *("correcting", "supplementing", "objected", "revoked"),
    ),
    "case_registration": ("handed_over", "registered", "not_registered"),
    "mediation_statement": ("requested", "made", "in_force", "refused", "repudiated"),
    "suit_withdrawal": ("applied", "permitted", "refused"),
    "transfer_to_trial": ("fee_noticed", "fee_paid", "transferred", "deemed_withdrawn"),
    "labour_arbitration": ("referred", "taken_by_commission", "not_taken_by_commission"),
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
PROCEDURES = {
    **OLD_PROCEDURES,
    "case_registration": (*OLD_PROCEDURES["case_registration"], "correcting"),
    "payment_order": (*OLD_PROCEDURES["payment_order"], "correcting"),
    "enforcement": (
        *("applied", "not_accepted", "withdrawn", "enforcing", "enforcement_settled", "round_closed"),
        *("enforced", "enforcement_ended", "enforcement_denied"),
    ),
}
OLD_OPEN = (
    *("applied", "certificate_requested", "correcting", "fee_noticed", "fee_paid", "handed_over", "issued", "lapsed"),
    *("made", "objected", "referred", "requested", "served", "supplementing", "under_review"),
)
OPEN = (*OLD_OPEN, "enforcing", "enforcement_settled")
OLD_REGIONS = (
    *("mediation", "agreement", "judicial_confirmation", "case_registration", "mediation_statement"),
    *("suit_withdrawal", "transfer_to_trial", "labour_arbitration", "dossier"),
    *("payment_order", "arbitration_review", "notarisation"),
)
REGIONS = (*OLD_REGIONS, "enforcement")


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _states(machines: dict[str, tuple[str, ...]]) -> str:
    return " OR ".join(f"(machine = '{name}' AND state IN ({_listed(states)}))" for name, states in machines.items())


def _check(table: str, name: str, condition: str) -> None:
    op.drop_constraint(op.f(f"ck_{table}_{name}"), table, type_="check")
    op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, condition)


def _open_index(states: tuple[str, ...]) -> None:
    op.drop_index("ix_procedures_open", "procedures")
    where = sa.text(f"state IN ({_listed(tuple(sorted(states)))})")
    op.create_index("ix_procedures_open", "procedures", ["machine", "referral_id"], postgresql_where=where)


def upgrade() -> None:
    op.add_column("procedures", sa.Column("requested_on", sa.Date()))
    op.add_column("procedures", sa.Column("basis_id", sa.Uuid()))
    op.add_column("procedures", sa.Column("court_ground", sa.Text()))
    _check("clocks", "region", f"region IN ({_listed(REGIONS)})")
    _check("procedures", "state", _states(PROCEDURES))
    _open_index(OPEN)


def downgrade() -> None:
    _open_index(OLD_OPEN)
    _check("procedures", "state", _states(OLD_PROCEDURES))
    _check("clocks", "region", f"region IN ({_listed(OLD_REGIONS)})")
    op.drop_column("procedures", "court_ground")
    op.drop_column("procedures", "basis_id")
    op.drop_column("procedures", "requested_on")
