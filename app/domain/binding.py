"""From which day an agreement binds for good, and on what ground. Pure; read from the record, never stored.

Before filing it is the day on which the agreement takes effect. After filing an agreement is not final with its
signatures, and until then a party may go back: the court's statement, the withdrawal of the suit, its confirmation, its
performance, or the court's record of a clause by which signing puts it in force makes it so.

Legal source: IMR 20, 24; OMR 19, 20; CPL 100, 102; CPLI 149, 151; W1 item 4; PML 29, 30.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.lifecycle.states import (
    FILED_KINDS,
    AgreementState,
    ConfirmationState,
    Machine,
    StatementState,
    WithdrawalState,
)
from app.domain.referral import AGREEMENT_GONE, Referral


class BindingBasis(StrEnum):
    """Why the parties are bound, or that they are not yet."""

    SIGNATURES = "signatures"
    ORAL_AGREEMENT = "oral_agreement"
    MEDIATION_STATEMENT = "mediation_statement"
    SUIT_WITHDRAWAL = "suit_withdrawal"
    JUDICIAL_CONFIRMATION = "judicial_confirmation"
    PERFORMANCE = "performance"
    SIGNING_CLAUSE = "signing_clause"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Binding:
    """The day and the ground; `from_on` is None where the agreement does not bind for good yet."""

    from_on: date | None
    basis: BindingBasis


NOT_YET = Binding(None, BindingBasis.NOT_YET)

_COURT_BINDS: dict[Machine, tuple[frozenset[str], BindingBasis]] = {
    Machine.MEDIATION_STATEMENT: (frozenset({StatementState.IN_FORCE.value}), BindingBasis.MEDIATION_STATEMENT),
    Machine.SUIT_WITHDRAWAL: (frozenset({WithdrawalState.PERMITTED.value}), BindingBasis.SUIT_WITHDRAWAL),
    Machine.JUDICIAL_CONFIRMATION: (
        frozenset({ConfirmationState.CONFIRMED.value, ConfirmationState.OBJECTED.value}),
        BindingBasis.JUDICIAL_CONFIRMATION,
    ),
}
"""States in which a procedure binds; a ruling to which somebody objects stands until it is revoked (CPLI 372)."""


def binding(referral: Referral) -> Binding | None:
    """What binds the parties; None where there is no agreement, or none any more."""
    agreement = referral.agreement
    if agreement is None or agreement.state in AGREEMENT_GONE:
        return None
    if agreement.state is AgreementState.PENDING:
        return NOT_YET
    if referral.kind not in FILED_KINDS:
        oral = agreement.form == "oral"
        return Binding(agreement.effective_on, BindingBasis.ORAL_AGREEMENT if oral else BindingBasis.SIGNATURES)
    grounds = [*_by_court(referral)]
    if agreement.performed_on is not None:
        grounds.append(Binding(agreement.performed_on, BindingBasis.PERFORMANCE))
    if agreement.recorded_on is not None:
        grounds.append(Binding(agreement.recorded_on, BindingBasis.SIGNING_CLAUSE))
    return min(grounds, key=lambda ground: ground.from_on or date.max, default=NOT_YET)


def _by_court(referral: Referral) -> list[Binding]:
    bound = ((p, _COURT_BINDS.get(p.machine)) for p in referral.procedures)
    return [Binding(p.decided_on, ground[1]) for p, ground in bound if ground is not None and p.state in ground[0]]
