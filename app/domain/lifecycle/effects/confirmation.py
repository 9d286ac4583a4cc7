"""What corrections, of whatever was applied for, write down, and objections to a judicial confirmation."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.effects.outcomes import changed, stepped
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral


def _asked(
    referral: Referral, command: c.RequestCorrection | c.RequestOrderCorrection | c.RequestFilingCorrection, _step: Step
) -> Result:
    after, facts = changed(referral, command, reply_by=command.reply_by)
    return after, {**facts, "reply_by": command.reply_by.isoformat()}


def _given(referral: Referral, command: c.ProcedureCommand, _step: Step) -> Result:
    return changed(referral, command, reply_by=None)


def _objected(referral: Referral, command: c.ObjectToConfirmation, _step: Step) -> Result:
    """The day of the ruling stays: later objections count from it too."""
    after, facts = changed(referral, command)
    who: Facts = {"objector": "interested_third_party" if command.party_id is None else "party"}
    if command.party_id is not None:
        who["party_id"] = str(command.party_id)
    return after, {**facts, **who, "since": command.since.isoformat()}


def _upheld(referral: Referral, command: c.DismissObjection, _step: Step) -> Result:
    return changed(referral, command)


def _extended(referral: Referral, command: c.ExtendConfirmationReview, _step: Step) -> Result:
    after, facts = changed(referral, command)
    return after, {**facts, "until": command.until.isoformat()}


def _late(referral: Referral, command: c.ProcedureCommand, _step: Step) -> Result:
    return changed(referral, command)


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.RequestCorrection: _asked,
    c.GiveCorrection: _given,
    c.RequestOrderCorrection: _asked,
    c.GiveOrderCorrection: _given,
    c.RequestFilingCorrection: _asked,
    c.GiveFilingCorrection: _given,
    c.MissRegistrationDecision: _late,
    c.DeemApplicationWithdrawn: stepped,
    c.ObjectToConfirmation: _objected,
    c.DismissObjection: _upheld,
    c.RevokeConfirmation: stepped,
    c.ExtendConfirmationReview: _extended,
    c.MissApplicationDecision: _late,
    c.MissConfirmationRuling: _late,
}
