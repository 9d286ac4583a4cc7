"""What can be enforced, by whom it was made, and until when the debtor cannot raise the time bar. Pure.

An agreement alone is not enforceable, whatever it promises: a procedure must have given it force.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from app.domain.calendar import Calendar
from app.domain.collected import collected_on
from app.domain.deadlines import EARLIEST, due
from app.domain.instalments import NOTHING, breached, left
from app.domain.lifecycle.states import EnforcementState, Machine
from app.domain.referral import PartyId, Procedure, ProcedureId, Referral, Term

IN_FORCE: Final[Mapping[Machine, frozenset[str]]] = {
    Machine.JUDICIAL_CONFIRMATION: frozenset({"confirmed", "objected"}),
    Machine.MEDIATION_STATEMENT: frozenset({"in_force"}),
    Machine.PAYMENT_ORDER: frozenset({"order_effective"}),
    Machine.ARBITRATION_REVIEW: frozenset({"in_force"}),
    Machine.NOTARISATION: frozenset({"certified"}),
}
"""Procedures that give an instrument, with the states in which it is in force; an objection does not take it away."""

OF_COURTS: Final = frozenset({Machine.JUDICIAL_CONFIRMATION, Machine.MEDIATION_STATEMENT, Machine.PAYMENT_ORDER})
"""Procedures whose instrument a court makes; it goes to that court, or to one of its level where property is."""

TIME_BAR: Final = "time_bar"
"""Reason of list `enforcement_denial_reason` that leaves the instrument as it is: the claim is only out of time."""


def instruments_of(referral: Referral) -> tuple[Procedure, ...]:
    """Procedures whose instrument can be enforced now; none that a court has denied enforcement for what it is.

    Legal source: CPL 235, 247, 249, CPLI 460, NDE 3, 5; PML 32 and IMR 25 for what is not among them.
    """
    ruled_out = without_effect(referral)
    return tuple(p for p in referral.procedures if in_force(p) and p.id not in ruled_out)


def in_force(procedure: Procedure) -> bool:
    """Whether a procedure has given an instrument that stands."""
    return procedure.state in IN_FORCE.get(procedure.machine, frozenset())


def instrument_of(referral: Referral, basis_id: ProcedureId | None) -> Procedure | None:
    """The procedure named, if its instrument can be enforced; where none is named, the only one that can."""
    found = instruments_of(referral)
    if basis_id is None:
        return found[0] if len(found) == 1 else None
    return next((p for p in found if p.id == basis_id), None)


def without_effect(referral: Referral) -> frozenset[ProcedureId]:
    """Procedures whose instrument is denied enforcement for what it is, so that the dispute may be sued upon.

    Legal source: NDE 20, CPLI 478, CPL 248.
    """
    denied = (p for p in referral.procedures_of(Machine.ENFORCEMENT) if p.state == EnforcementState.DENIED)
    return frozenset(p.basis_id for p in denied if p.basis_id is not None and p.reason != TIME_BAR)


def amount_left(referral: Referral, debtor_id: PartyId | None) -> Decimal | None:
    """Yuan that a debtor did not pay of what is breached; None where no payment is breached."""
    agreement = referral.agreement
    terms = () if agreement is None else breached(agreement)
    return _owed(referral, terms, debtor_id)


def _owed(referral: Referral, terms: tuple[Term, ...], debtor_id: PartyId | None) -> Decimal | None:
    """What is left of the payments among some promises of a debtor; None where there is none."""
    agreement = referral.agreement
    owed = [
        left(agreement, term) or NOTHING
        for term in terms
        if agreement is not None and term.amount is not None and term.payer_party_id in {debtor_id, None}
    ]
    return sum(owed, NOTHING) if owed else None


def left_under(referral: Referral, basis: Procedure, debtor_id: PartyId | None) -> Decimal | None:
    """Yuan for which an instrument can still be enforced against a debtor; None where it names no sum."""
    if basis.machine is not Machine.PAYMENT_ORDER:
        return amount_left(referral, debtor_id)
    terms = () if referral.agreement is None else referral.agreement.terms
    return min(_uncollected(referral, basis), _owed(referral, terms, debtor_id) or NOTHING)


def ordered_amount(referral: Referral, debtor_id: PartyId | None) -> Decimal:
    """Yuan that payment orders in force bid a debtor to pay, and that were not collected on them."""
    orders = (p for p in referral.procedures_of(Machine.PAYMENT_ORDER) if in_force(p) and p.debtor_id == debtor_id)
    return sum((_uncollected(referral, p) for p in orders), NOTHING)


def _uncollected(referral: Referral, order: Procedure) -> Decimal:
    taken = collected_on(referral.procedures_of(Machine.ENFORCEMENT), order)
    return max((order.amount or NOTHING) - taken, NOTHING)


def time_barred(referral: Referral, basis: Procedure, debtor_id: PartyId | None, on: date, calendar: Calendar) -> bool:
    """Whether the two years were over for all of it, or for some instalment, by the days that are known here.

    Earlier applications against the debtor, and the request for a certificate, interrupt them; what else does is not
    known here. Only the debtor may raise the bar, so this is a warning and never a refusal.

    Legal source: CPL 250 (T25; of instalments the last one), CPLI 440 for payment orders; NDE 9 (T26; each instalment
    by itself, and the request for the certificate interrupts); LIM 11 and CC 195 for applications; CPLI 481.
    """
    rule, late, start = "T25", False, date.min
    if basis.machine is Machine.NOTARISATION:
        rule, start = "T26", basis.requested_on or basis.decided_on or basis.opened_on
        late = any(_over(rule, day, start, calendar) for day in _performance_days(referral, debtor_id))
    else:
        start = _period_from(referral, basis, debtor_id)
    for before in _applications(referral, basis, debtor_id):
        late = late or _over(rule, start, before.opened_on, calendar)
        start = max(start, before.decided_on or before.opened_on)
    return late or _over(rule, start, on, calendar)


def _over(rule: str, start: date, on: date, calendar: Calendar) -> bool:
    """Whether a period is over by a day; one that began before anything that is counted here is."""
    return start < EARLIEST or on > due(rule, start, calendar).due_on


def _applications(referral: Referral, basis: Procedure, debtor_id: PartyId | None) -> tuple[Procedure, ...]:
    """Earlier applications on an instrument against one debtor, oldest first; the one that is made now stands open."""
    found = (
        p for p in referral.procedures_of(Machine.ENFORCEMENT) if (p.basis_id, p.debtor_id) == (basis.id, debtor_id)
    )
    return tuple(p for p in found if p.state != EnforcementState.APPLIED)


def settlement_time_barred(perform_by: date | None, on: date, calendar: Calendar) -> bool:
    """Whether the two years after the last day of a settlement in enforcement are over.

    Legal source: CPLI 466.
    """
    return perform_by is not None and _over("T25", perform_by, on, calendar)


def _period_from(referral: Referral, basis: Procedure, debtor_id: PartyId | None) -> date:
    """The last day of performance: of an order its fifteen days, else of the last promise, else the day of effect."""
    decided_on = basis.decided_on or basis.opened_on
    if basis.machine is Machine.PAYMENT_ORDER:
        fifteen_days = referral.latest_clock("T21")
        return decided_on if fifteen_days is None or fifteen_days.due_on is None else fifteen_days.due_on
    return max(_performance_days(referral, debtor_id), default=decided_on)


def _performance_days(referral: Referral, debtor_id: PartyId | None) -> tuple[date, ...]:
    """Last days of what the debtor promised, or of what the terms lay on nobody by name."""
    terms = () if referral.agreement is None else referral.agreement.terms
    mine = (term for term in terms if term.payer_party_id in {debtor_id, None})
    return tuple(term.due_on for term in mine if term.due_on is not None)
