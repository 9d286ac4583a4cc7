"""The performance plan of an agreement: its promises as instalments, each with a state of its own. Pure arithmetic.

A plan is that of the present text. What was recorded of an earlier text stays on record and counts no more
(PD_INSTALMENTS).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.domain.calendar import Calendar
from app.domain.deadlines import rolled
from app.domain.lifecycle.states import AgreementState
from app.domain.parts import Agreement, Breach, PartyId, Performance, Term

NOTHING = Decimal(0)


class InstalmentState(StrEnum):
    """Where one instalment stands."""

    DUE = "due"
    PARTIAL = "partial"
    PERFORMED = "performed"
    BREACHED = "breached"


class PlanState(StrEnum):
    """Where the plan as a whole stands, from the day on which the agreement takes effect."""

    PERFORMING = "performing"
    PERFORMED = "performed"
    BREACHED = "breached"


PLAN_OF: dict[AgreementState, PlanState] = {
    AgreementState.EFFECTIVE: PlanState.PERFORMING,
    AgreementState.PERFORMED: PlanState.PERFORMED,
    AgreementState.BREACHED: PlanState.BREACHED,
}
"""The state of the plan by that of the agreement; before it takes effect there is none."""


@dataclass(frozen=True, slots=True)
class Instalment:
    """One promise with what became of it.

    Attributes:
        due_on: The day that was agreed; `last_day` that day moved off rest days, or None where none was agreed.
        performed_amount: Yuan recorded so far, and `left` what is still owed; None where the promise is no payment.
        breach: What was recorded of its not being performed; kept when it is performed later.
        performances: All that was recorded of it; what is marked as made in error counts no more.
    """

    term_id: UUID
    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    last_day: date | None
    state: InstalmentState
    performed_amount: Decimal | None
    left: Decimal | None
    breach: Breach | None
    performances: tuple[Performance, ...]


def plan_of(agreement: Agreement, calendar: Calendar) -> tuple[Instalment, ...]:
    """The instalments in the order of the text."""
    return tuple(_instalment(agreement, term, calendar) for term in agreement.terms)


def _instalment(agreement: Agreement, term: Term, calendar: Calendar) -> Instalment:
    owed = left(agreement, term)
    return Instalment(
        term_id=term.id,
        payer_party_id=term.payer_party_id,
        amount=term.amount,
        due_on=term.due_on,
        last_day=last_day(term, calendar),
        state=state_of(agreement, term),
        performed_amount=None if term.amount is None or owed is None else term.amount - owed,
        left=owed,
        breach=breach_of(agreement, term.id),
        performances=tuple(each for each in agreement.performances if each.term_id == term.id),
    )


def term_of(agreement: Agreement | None, term_id: UUID | None) -> Term | None:
    """The promise of that id in the present text, or None."""
    terms = () if agreement is None else agreement.terms
    return next((term for term in terms if term.id == term_id), None)


def last_day(term: Term, calendar: Calendar) -> date | None:
    """Last day on which it is performed in time, or None where no day was agreed.

    Legal source: 民法典 art. 203.
    """
    return None if term.due_on is None else rolled(term.due_on, calendar).due_on


def recorded(agreement: Agreement, term_id: UUID) -> tuple[Performance, ...]:
    """What was recorded of one instalment and was no error, oldest first."""
    return tuple(
        each for each in agreement.performances if each.term_id == term_id and each.entered_in_error_on is None
    )


def breach_of(agreement: Agreement, term_id: UUID) -> Breach | None:
    """The record that it was not performed by its day, or None."""
    return next((each for each in agreement.breaches if each.term_id == term_id), None)


def left(agreement: Agreement, term: Term) -> Decimal | None:
    """Yuan still owed of an instalment; None where the promise is no payment."""
    if term.amount is None:
        return None
    if agreement.performed_on is not None:
        return NOTHING
    return term.amount - sum((each.amount or NOTHING for each in recorded(agreement, term.id)), NOTHING)


def is_performed(agreement: Agreement, term: Term) -> bool:
    """Whether nothing is left of it."""
    if agreement.performed_on is not None:
        return True
    if term.amount is None:
        return bool(recorded(agreement, term.id))
    return left(agreement, term) == NOTHING


def state_of(agreement: Agreement, term: Term) -> InstalmentState:
    """Performed, however late; else breached; else how much was done."""
    if is_performed(agreement, term):
        return InstalmentState.PERFORMED
    if breach_of(agreement, term.id) is not None:
        return InstalmentState.BREACHED
    return InstalmentState.PARTIAL if recorded(agreement, term.id) else InstalmentState.DUE


def unperformed(agreement: Agreement) -> tuple[Term, ...]:
    """The instalments of which something is left."""
    return tuple(term for term in agreement.terms if not is_performed(agreement, term))


def breached(agreement: Agreement) -> tuple[Term, ...]:
    """The instalments that were not performed by their day and still are not."""
    states = ((term, state_of(agreement, term)) for term in agreement.terms)
    return tuple(term for term, state in states if state is InstalmentState.BREACHED)


def overdue(agreement: Agreement, day: date, calendar: Calendar, *, of: PartyId | None = None) -> tuple[Term, ...]:
    """What is unperformed, not yet recorded as breached, and past its last day on that day; of one payer or of all.

    A payment for which the text names no day may be asked for at any time, and is past its day at once; so is every
    promise of a text that names no day at all.
    """
    undated = all(term.due_on is None for term in agreement.terms)
    return tuple(term for term in _still_open(agreement, of) if _is_past(term, day, calendar, undated=undated))


def _is_past(term: Term, day: date, calendar: Calendar, *, undated: bool) -> bool:
    end = last_day(term, calendar)
    return (undated or term.amount is not None) if end is None else end < day


def _still_open(agreement: Agreement, of: PartyId | None) -> Iterable[Term]:
    mine = (term for term in agreement.terms if of is None or term.payer_party_id in {None, of})
    return (term for term in mine if state_of(agreement, term) in {InstalmentState.DUE, InstalmentState.PARTIAL})
