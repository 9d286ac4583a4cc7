"""Conditions of what surrounds the ruling on a judicial confirmation: corrections, deemed withdrawal, objections."""

from app.domain import commands as c
from app.domain.deadlines import Due, due
from app.domain.lifecycle.states import ConfirmationState
from app.domain.lifecycle.table import Guard, Situation


def _reply_day_to_come(s: Situation) -> bool:
    asking = c.RequestCorrection | c.RequestOrderCorrection | c.RequestFilingCorrection
    return isinstance(s.command, asking) and s.command.reply_by > s.occurred_on


def _deemed(s: Situation) -> bool:
    """The day for the supplement is over, or a party would not be questioned; the court judges the reasons.

    Legal source: CPLI 357.
    """
    procedure, command = s.procedure, s.command
    if procedure is None or not isinstance(command, c.DeemApplicationWithdrawn):
        return False
    if command.reason == "questioning_refused":
        return True
    waiting = procedure.state == ConfirmationState.SUPPLEMENTING
    return waiting and procedure.reply_by is not None and s.occurred_on > procedure.reply_by


def objection_due(s: Situation) -> tuple[str, Due] | None:
    """Rule and end of the period to object; a party's fifteen days, or an interested third party's six months.

    Legal source: CPLI 372; CPLI 127 (the six months are an invariable period).
    """
    if not isinstance(s.command, c.ObjectToConfirmation):
        return None
    rule = "T16" if s.command.party_id is None else "T15"
    return rule, due(rule, s.command.since, s.book.calendar)


def _in_time(s: Situation) -> bool:
    found = objection_due(s)
    return found is not None and s.occurred_on <= found[1].due_on


def _end_of_objection(s: Situation) -> dict[str, object]:
    found = objection_due(s)
    return {} if found is None else {"rule": found[0], "due_on": found[1].due_on.isoformat()}


def _after_ruling(s: Situation) -> bool:
    if s.procedure is None or s.procedure.decided_on is None or not isinstance(s.command, c.ObjectToConfirmation):
        return False
    return s.procedure.decided_on <= s.command.since <= s.occurred_on


def _by_a_party(s: Situation) -> bool:
    """Whoever is named is bound by the agreement; an interested third party is not named."""
    command = s.command
    return isinstance(command, c.ObjectToConfirmation) and command.party_id in {None, *s.referral.bound_party_ids}


REPLY_DAY_TO_COME = Guard("day_passed", _reply_day_to_come, of_state=False)
DEEMED_WITHDRAWN = Guard("correction_still_possible", _deemed, of_state=False)
OBJECTOR_KNOWN = Guard("party_unknown", _by_a_party, of_state=False)
OBJECTION_AFTER_RULING = Guard("objection_day_wrong", _after_ruling, of_state=False)
OBJECTION_IN_TIME = Guard("objection_out_of_time", _in_time, of_state=False, facts=_end_of_objection)
