"""Conditions of taking up a mediation again that was ended or closed: nothing followed from it, and time is left."""

from datetime import date

from app.domain import commands as c
from app.domain.guards.words import all_agree
from app.domain.lifecycle.states import AgreementState, Closure, Track
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import LEFT_THE_COURT


def _term_began(s: Situation) -> bool:
    """Whether the term ran in this turn: on the rules of 2016 it waits for the materials (IMR 27)."""
    return s.referral.track is not Track.PRE_FILING_2016 or s.referral.materials_received_on is not None


def _labour_days(s: Situation) -> bool:
    """Whether the fifteen days of labour mediation were those of this turn (LDMA 14)."""
    clock, turn = s.referral.latest_clock("T10"), s.referral.current_assignment
    return clock is not None and turn is not None and clock.started_on >= turn.offered_on


def _last_day(s: Situation) -> date | None:
    """The last day of the term as it was; None where it never ran."""
    clock = s.referral.latest_clock(s.referral.term_rule) if _term_began(s) else None
    return None if clock is None else clock.due_on


def _time_left(s: Situation) -> bool:
    """Within the term, or to a later day on which all parties agreed."""
    if not isinstance(s.command, c.Reopen):
        return False
    last = _last_day(s)
    return last is None or s.occurred_on <= last or s.command.until is not None


def _agreed(s: Situation) -> bool:
    if not isinstance(s.command, c.Reopen):
        return False
    return s.command.until is None or all_agree(s, s.command.agreed_by or ())


def _later(s: Situation) -> bool:
    if not isinstance(s.command, c.Reopen):
        return False
    last = _last_day(s)
    return s.command.until is None or s.command.until > max(last or date.min, s.occurred_on)


def _nothing_followed(s: Situation) -> bool:
    """Whatever was applied for was not taken, or withdrawn."""
    return all(procedure.state in LEFT_THE_COURT for procedure in s.referral.procedures)


def _nothing_agreed(s: Situation) -> bool:
    """No text, or one that a party refused to sign: that was never an agreement."""
    return s.referral.agreement is None or s.referral.agreement.state is AgreementState.REFUSED


STILL_HELD = Guard("nobody_holds", lambda s: s.referral.holder_id is not None)
NOTHING_AGREED = Guard("agreement_stands", _nothing_agreed)
NO_SHAM = Guard("sham_found", lambda s: s.referral.closure is not Closure.TRANSFERRED_SHAM)
NOTHING_FOLLOWED = Guard("procedure_stands", _nothing_followed)
TIME_LEFT = Guard("term_over", _time_left, of_state=False, pointer="/until")
REOPENED_LATER = Guard("extension_not_later", _later, of_state=False, pointer="/until")
REOPENED_BY_ALL = Guard("agreement_of_all_missing", _agreed, of_state=False, pointer="/agreed_by")

TERM_BEGAN = Condition("term_began_in_this_turn", _term_began)
LABOUR_DAYS = Condition("labour_term_of_this_turn", _labour_days)
HAD_BEGUN = Condition("mediation_had_begun", lambda s: s.referral.mediation_started_on is not None)
HAD_NOT_BEGUN = Condition("mediation_had_not_begun", lambda s: s.referral.mediation_started_on is None)
