"""What corrections and objections of a judicial confirmation write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.effects.outcomes import changed, stepped
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral


def _asked(referral: Referral, command: c.RequestCorrection, _step: Step) -> Result:
    after, facts = changed(referral, command, reply_by=command.reply_by)
    return after, {**facts, "reply_by": command.reply_by.isoformat()}


def _given(referral: Referral, command: c.GiveCorrection, _step: Step) -> Result:
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


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.RequestCorrection: _asked,
    c.GiveCorrection: _given,
    c.DeemApplicationWithdrawn: stepped,
    c.ObjectToConfirmation: _objected,
    c.DismissObjection: _upheld,
    c.RevokeConfirmation: stepped,
}
