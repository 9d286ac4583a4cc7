"""Conditions of marking an entry as entered in error: of entries that decided nothing, and of performances.

A record of performance decides much, and what follows from it is computed anew from those that stand.
"""

from typing import Any

from app.domain import commands as c
from app.domain.binding import binding
from app.domain.collected import BY_COURT
from app.domain.corrected import corrected, counting, is_whole, state_after
from app.domain.dossier import Conflict
from app.domain.instalments import recorded
from app.domain.lifecycle.states import AgreementState, ClockState, Kind, Machine
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.parts import Agreement
from app.domain.referral import Contact, MediationSession
from app.domain.values import replace

_WORDS = frozenset({"consents", "refuses"})
"""Results of a contact that are a party's word; another word of the party puts it right."""

_UNDECIDED = frozenset({"clear", "found", "open"})
"""Decisions on a conflict that leave it as the organisation entered it itself."""


def _entry(s: Situation) -> Any:
    if not isinstance(s.command, c.CorrectRecord):
        return None
    kept: dict[str, tuple[Any, ...]] = {
        "contact": s.referral.contacts,
        "session": s.referral.sessions,
        "claim": s.referral.dossier.claims,
        "material": s.referral.dossier.materials,
        "notice": s.referral.dossier.notices,
        "conflict": s.referral.dossier.conflicts,
    }
    record_id = s.command.record_id
    return next((entry for entry in kept[s.command.kind] if entry.id == record_id), None)


def _known(s: Situation) -> bool:
    entry = _entry(s)
    return entry is not None and entry.entered_in_error_on is None


def _decides_nothing(s: Situation) -> bool:
    entry = _entry(s)
    if isinstance(entry, Contact):
        return entry.result not in _WORDS
    if isinstance(entry, MediationSession):
        return entry.state != "scheduled"
    return entry is not None


def _of_own_turn(s: Situation) -> bool:
    """What the organisation itself can have entered: contacts and sessions of its own turn, and what is in the file.

    A relation that was decided, and another role, keep a mediator away: whoever referred marks those.
    """
    entry, turn = _entry(s), s.referral.current_assignment
    if isinstance(entry, Contact):
        asked_by_it = entry.purpose == "contact" or s.referral.kind is Kind.DIRECT
        return asked_by_it and turn is not None and entry.contacted_on >= turn.offered_on
    if isinstance(entry, MediationSession):
        return turn is not None and entry.scheduled_on >= turn.offered_on
    if isinstance(entry, Conflict):
        undecided = entry.decision in _UNDECIDED or s.referral.kind is Kind.DIRECT
        return undecided and turn is not None and entry.raised_on >= turn.offered_on
    return entry is not None


RECORD_KNOWN = Guard("part_unknown", _known, of_state=False, pointer="/record_id")
RECORD_DECIDES_NOTHING = Guard("record_decides", _decides_nothing, of_state=False, pointer="/record_id")
RECORD_OWN = Guard("record_of_others", _of_own_turn, of_state=False, pointer="/record_id")


def _of_performance(s: Situation) -> tuple[c.CorrectPerformance, Agreement] | None:
    agreement = s.referral.agreement
    return None if agreement is None or not isinstance(s.command, c.CorrectPerformance) else (s.command, agreement)


def _performance_known(s: Situation) -> bool:
    found = _of_performance(s)
    if found is None:
        return False
    command, agreement = found
    if command.performance_id is None:
        return is_whole(agreement)
    return counting(agreement, command.performance_id) is not None


def _not_covered(s: Situation) -> bool:
    """Where the whole is recorded as performed, nothing follows from its instalments."""
    found = _of_performance(s)
    return found is not None and (found[0].performance_id is None or not is_whole(found[1]))


def _not_collected(s: Situation) -> bool:
    """What a court collected in enforcement is the court's record."""
    found = _of_performance(s)
    if found is None:
        return False
    command, agreement = found
    if command.performance_id is not None:
        made = counting(agreement, command.performance_id)
        return made is not None and made.means != BY_COURT
    done = (p for p in s.referral.procedures_of(Machine.ENFORCEMENT) if p.state == "enforced")
    return all(p.decided_on != agreement.performed_on for p in done)


def _leads_to(state: AgreementState) -> Condition:
    def holds(s: Situation) -> bool:
        found = _of_performance(s)
        return found is not None and state_after(found[1], found[0].performance_id, s.occurred_on) is state

    return Condition(f"{state.value}_without_it", holds)


def _bound_without_it(s: Situation) -> bool:
    """After filing a performance may have been all that bound the parties for good."""
    found = _of_performance(s)
    if found is None:  # pragma: no cover - the guard has found the record
        return False
    command, agreement = found
    after = replace(s.referral, agreement=corrected(agreement, command.performance_id, s.occurred_on))
    held = binding(after)
    return held is not None and held.from_on is not None


def _window_closed_by_it(s: Situation) -> bool:
    """Whether the window for confirmation ended with the performance, and not with an application of the parties."""
    clock, agreement = s.referral.latest_clock("T12"), s.referral.agreement
    if clock is None or agreement is None or agreement.performed_on is None or clock.state is not ClockState.MET:
        return False
    if any(p.draft_number == agreement.draft_number for p in s.referral.procedures_of(Machine.JUDICIAL_CONFIRMATION)):
        return False
    days = [x.recorded_on for term in agreement.terms for x in recorded(agreement, term.id)]
    return clock.closed_on == (agreement.performed_on if is_whole(agreement) else max(days))


PERFORMANCE_KNOWN = Guard("part_unknown", _performance_known, of_state=False, pointer="/performance_id")
NOT_COVERED = Guard("performed_as_whole", _not_covered, of_state=False, pointer="/performance_id")
NOT_COLLECTED = Guard("record_of_others", _not_collected, of_state=False, pointer="/performance_id")

EFFECTIVE_WITHOUT = _leads_to(AgreementState.EFFECTIVE)
BREACHED_WITHOUT = _leads_to(AgreementState.BREACHED)
BOUND_WITHOUT = Condition("agreement_binds_without_it", _bound_without_it)
WINDOW_CLOSED_BY_IT = Condition("performance_closed_window", _window_closed_by_it)
