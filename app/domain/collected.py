"""What a completed enforcement has performed: the promises of the agreement that it satisfies. Pure arithmetic.

A sum that a court collected is a performance like any other, so that it is counted once, whoever records it (CPL 239).
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.instalments import NOTHING, breached, left, unperformed
from app.domain.lifecycle.states import AgreementState
from app.domain.parts import Agreement, Performance, Procedure, Term
from app.domain.values import replace

BY_COURT = "enforcement"
"""Code of list `performance_means`."""

_STANDING = frozenset({AgreementState.EFFECTIVE, AgreementState.BREACHED})


def after_enforcement(agreement: Agreement, done: Procedure, on: date, mint: Callable[[], UUID]) -> Agreement:
    """The agreement with what the enforcement performed of it, and the state that follows; as it was if nothing was.

    A sum satisfies what was breached first, then what fell due first; a promise that is no payment is performed where
    it was breached. A text without promises is performed as a whole.

    Args:
        agreement: As it stands.
        done: The enforcement, with its debtor, and its sum in yuan or None.
        on: Legal date of its completion.
        mint: Source of new ids.
    """
    if agreement.state not in _STANDING:
        return agreement
    made = tuple(_performances(agreement, done, on, mint))
    if not made and agreement.terms:
        return agreement
    after = replace(agreement, performances=(*agreement.performances, *made))
    if not unperformed(after):
        return replace(after, performed_on=on, state=AgreementState.PERFORMED)
    return replace(after, state=AgreementState.BREACHED if breached(after) else AgreementState.EFFECTIVE)


def _performances(agreement: Agreement, done: Procedure, on: date, mint: Callable[[], UUID]) -> Iterator[Performance]:
    rest = done.amount or NOTHING
    broken = breached(agreement)
    for term in _in_turn(agreement, done, broken):
        owed = left(agreement, term)
        taken = None if owed is None else min(owed, rest)
        if taken == NOTHING or (owed is None and term not in broken):
            continue
        rest -= taken or NOTHING
        yield Performance(mint(), term.id, on, on, amount=taken, means=BY_COURT)


def _in_turn(agreement: Agreement, done: Procedure, broken: tuple[Term, ...]) -> list[Term]:
    mine = [term for term in unperformed(agreement) if term.payer_party_id in {done.debtor_id, None}]
    return sorted(mine, key=lambda term: (term not in broken, term.due_on or date.min))


def collected_on(enforcements: tuple[Procedure, ...], basis: Procedure) -> Decimal:
    """Yuan that completed enforcements took on one instrument."""
    done = (p for p in enforcements if p.state == "enforced" and p.basis_id == basis.id)
    return sum((p.amount or NOTHING for p in done), NOTHING)
