"""An agreement after a record of performance turned out to be an error. Pure arithmetic; nothing is deleted.

What follows from a record follows from those that stand: what is left of an instalment, whether it is breached, and
whether the whole is performed (PD_INSTALMENTS).
"""

from datetime import date
from uuid import UUID

from app.domain.instalments import breached, term_of, unperformed
from app.domain.lifecycle.states import AgreementState
from app.domain.parts import Agreement, Performance
from app.domain.values import replace


def is_whole(agreement: Agreement) -> bool:
    """Whether it is recorded as performed as a whole, rather than by the last of its instalments."""
    if agreement.performed_on is None:
        return False
    return not agreement.terms or bool(unperformed(replace(agreement, performed_on=None)))


def counting(agreement: Agreement, performance_id: UUID) -> Performance | None:
    """The record of that id that counts for the present text, or None."""
    found = (x for x in agreement.performances if x.id == performance_id and x.entered_in_error_on is None)
    return next((x for x in found if term_of(agreement, x.term_id) is not None), None)


def corrected(agreement: Agreement, performance_id: UUID | None, on: date) -> Agreement:
    """The agreement without that record, which stays, marked; its state is decided by `state_after`.

    Args:
        agreement: As it stands.
        performance_id: A record of an instalment, or None for that of the whole.
        on: Legal date of the correction.
    """
    marked = tuple(
        replace(each, entered_in_error_on=on) if each.id == performance_id else each for each in agreement.performances
    )
    return replace(agreement, performances=marked, performed_on=None)


def state_after(agreement: Agreement, performance_id: UUID | None, on: date) -> AgreementState:
    """Breached where an instalment is, or where the whole was reported as not performed; else in effect.

    A breach that was recorded before instalments had states of their own is over with the last of them only.
    """
    after = corrected(agreement, performance_id, on)
    of_instalments = {breach.term_id for breach in after.breaches} & {term.id for term in after.terms}
    broken = breached(after) if of_instalments else after.breached_on is not None
    return AgreementState.BREACHED if broken else AgreementState.EFFECTIVE
