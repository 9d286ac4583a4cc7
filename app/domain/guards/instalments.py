"""Conditions of performance by instalment: whose, how much, on what proof, and what is left of the plan afterwards."""

from uuid import UUID

from app.domain import commands as c
from app.domain import instalments as plan
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.parts import Agreement, Clock, PartyId, Term
from app.domain.referral import Referral

PERFORMANCES_MAX = 500
"""Most performances that are recorded of one agreement."""

_SIDES = frozenset({"applicant", "respondent"})
"""Roles whose parties may owe each other; whoever else owes, owes beside one of them."""


def clock_over(referral: Referral, rule: str, term_id: UUID | None) -> Clock | None:
    """The open clock of that rule for an instalment; where none is named the one that ends first."""
    found = [x for x in referral.clocks if x.rule == rule and x.is_open and term_id in {None, x.term_id}]
    return min(found, key=lambda clock: clock.raw_end_on, default=None)


def _named(s: Situation) -> tuple[c.RecordPerformance, Agreement, Term] | None:
    """The instalment of which a performance is recorded; None where it is the whole agreement, or an unknown one."""
    command, agreement = s.command, s.referral.agreement
    if not isinstance(command, c.RecordPerformance) or agreement is None:
        return None
    term = plan.term_of(agreement, command.term_id)
    return None if term is None else (command, agreement, term)


def _whole(s: Situation) -> bool:
    return isinstance(s.command, c.RecordPerformance) and s.command.term_id is None


def _known(s: Situation) -> bool:
    return _whole(s) or _named(s) is not None


def _open(s: Situation) -> bool:
    named = _named(s)
    return _whole(s) or (named is not None and not plan.is_performed(named[1], named[2]))


def _of_payer(s: Situation) -> bool:
    """Performed by whoever promised it; where the text names nobody, by a party that the agreement binds."""
    named = _named(s)
    if named is None:
        return _whole(s)
    command, _, term = named
    right = (
        s.referral.bound_party_ids
        if term.payer_party_id is None
        else {term.payer_party_id, *s.referral.standing(term.payer_party_id)}
    )
    return command.payer_party_id is None or command.payer_party_id in right


def _not_too_much(s: Situation) -> bool:
    """More than nothing and no more than is owed; of what is no payment there is no amount."""
    named = _named(s)
    if named is None:
        return _whole(s)
    command, agreement, term = named
    if command.amount is None:
        return True
    left = plan.left(agreement, term)
    return left is not None and 0 < command.amount <= left


def _left_facts(s: Situation) -> dict[str, object]:
    named = _named(s)
    left = None if named is None else plan.left(named[1], named[2])
    return {"left": None if left is None else str(left)}


def _proven(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.RecordPerformance):
        return False
    return command.term_id is None or command.confirmed_by is not None or command.proof_sha256 is not None


def _other_side(s: Situation) -> bool:
    """A party of another role than whoever performed, who neither stands surety nor owes beside it.

    Where nobody is named as payer, the one who alone owes by the text does not confirm either.
    """
    named = _named(s)
    if named is None:
        return _whole(s)
    command, agreement, term = named
    if command.confirmed_by is None:
        return True
    who = s.referral.party(command.confirmed_by)
    if who is None or who.id in agreement.guarantor_ids:
        return False
    payers = {command.payer_party_id, term.payer_party_id} - {None} or _only_debtor(agreement)
    roles = {party.role for party in s.referral.parties if party.id in payers}
    return who.role not in roles and (who.role in _SIDES or who.id not in _debtors(agreement))


def _debtors(agreement: Agreement) -> set[PartyId]:
    return {term.payer_party_id for term in agreement.terms if term.payer_party_id is not None}


def _only_debtor(agreement: Agreement) -> set[PartyId]:
    debtors = _debtors(agreement)
    return debtors if len(debtors) == 1 else set()


def _day_come(s: Situation) -> bool:
    if not isinstance(s.command, c.RecordPerformance):
        return False
    return s.command.performed_on is None or s.command.performed_on <= s.occurred_on


def _after_agreement(s: Situation) -> bool:
    """Not before the day on which the present text was reached: what was paid earlier it took into account."""
    command, agreement = s.command, s.referral.agreement
    if agreement is None or not isinstance(command, c.RecordPerformance):
        return False
    return command.performed_on is None or command.performed_on >= agreement.drafted_on


def _drafted_facts(s: Situation) -> dict[str, object]:
    agreement = s.referral.agreement
    return {"drafted_on": None if agreement is None else agreement.drafted_on.isoformat()}


def completes(s: Situation) -> bool:
    """Whether nothing is left of the instalment with this record."""
    named = _named(s)
    if named is None:
        return False
    command, agreement, term = named
    return term.amount is None or command.amount is None or command.amount == plan.left(agreement, term)


def _left_after(s: Situation) -> tuple[Term, ...]:
    """Instalments of which something is left with this record."""
    agreement = s.referral.agreement
    if agreement is None or not isinstance(s.command, c.RecordPerformance) or s.command.term_id is None:
        return ()
    done = s.command.term_id if completes(s) else None
    return tuple(term for term in plan.unperformed(agreement) if term.id != done)


def _all_performed(s: Situation) -> bool:
    return not _left_after(s)


def _cured(s: Situation) -> bool:
    """Something is left, and nothing of what was not performed by its day.

    A breach that was recorded before instalments had states of their own is over with the last of them only.
    """
    agreement = s.referral.agreement
    if agreement is None or _all_performed(s):
        return False
    was = {term.id for term in plan.breached(agreement)}
    return bool(was) and not was & {term.id for term in _left_after(s)}


def _room(s: Situation) -> bool:
    """The records of one agreement are kept and read together, so there are only so many."""
    named = _named(s)
    return _whole(s) if named is None else len(named[1].performances) < PERFORMANCES_MAX


def over(rule: str) -> Guard:
    """The clock of an instalment ran out before today."""

    def check(s: Situation) -> bool:
        if not isinstance(s.command, c.FallDue | c.MissPerformance):
            return False
        clock = clock_over(s.referral, rule, s.command.term_id)
        return clock is not None and clock.due_on is not None and clock.due_on < s.now.on

    return Guard("action_not_possible", check, of_state=False)


INSTALMENT_KNOWN = Guard("instalment_unknown", _known, of_state=False, pointer="/term_id")
INSTALMENT_OPEN = Guard("instalment_performed", _open, of_state=False, pointer="/term_id")
OF_PAYER = Guard("payer_not_bound", _of_payer, of_state=False, pointer="/payer_party_id")
NOT_TOO_MUCH = Guard("amount_beyond_instalment", _not_too_much, of_state=False, facts=_left_facts, pointer="/amount")
PROVEN = Guard("performance_unproven", _proven, of_state=False)
OTHER_SIDE = Guard("confirmation_not_of_other_side", _other_side, of_state=False, pointer="/confirmed_by")
ROOM = Guard(
    "too_many_entries",
    _room,
    of_state=False,
    facts=lambda _s: {"list": "performances", "most": PERFORMANCES_MAX},
)
DAY_COME = Guard("occurred_in_future", _day_come, of_state=False, pointer="/performed_on")
AFTER_AGREEMENT = Guard(
    "performed_before_agreement", _after_agreement, of_state=False, facts=_drafted_facts, pointer="/performed_on"
)
RECORD = (
    INSTALMENT_KNOWN,
    INSTALMENT_OPEN,
    OF_PAYER,
    NOT_TOO_MUCH,
    PROVEN,
    OTHER_SIDE,
    DAY_COME,
    AFTER_AGREEMENT,
    ROOM,
)

ALL_PERFORMED = Condition("nothing_left", _all_performed)
SOME_LEFT = Condition("something_left", lambda s: not _all_performed(s))
BY_TIME = Condition("breach_by_time", lambda s: s.book.breach_window_working_days > 0)
CURED = Condition("no_breach_left", _cured)
STILL_BREACHED = Condition("breach_left", lambda s: not _all_performed(s) and not _cured(s))
