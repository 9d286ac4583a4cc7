"""The shape of an effect, and the steps that several of them share."""

from datetime import date

from app.domain.dossier import Message
from app.domain.lifecycle.step import Step
from app.domain.referral import MediationSession, MediatorAssignment, Referral
from app.domain.values import replace

Facts = dict[str, object]
Result = tuple[Referral, Facts]


def end_turn(
    referral: Referral, step: Step, ending: str, reason: str | None = None, explanation: str | None = None
) -> Referral:
    """The current organisation's turn is over."""
    turns = tuple(
        replace(a, ended_on=step.on, ending=ending, reason=reason, explanation=explanation) if a.ended_on is None else a
        for a in referral.assignments
    )
    return replace(referral, assignments=turns)


def let_go(referral: Referral) -> Referral:
    """Nobody holds the referral any more."""
    return replace(referral, holder_id=None, holder_ancestor_ids=(), body=None, channel_id=None)


def cleared(referral: Referral, on: date) -> Referral:
    """After acceptance: what the organisation had begun ends with its turn, so that the next one begins anew."""

    def out_of_office(turn: MediatorAssignment) -> MediatorAssignment:
        return replace(turn, ended_on=on) if turn.ended_on is None else turn

    return replace(
        called_off(gone_on(referral)),
        mediators=tuple(out_of_office(turn) for turn in referral.mediators),
        materials_received_on=None,
        mediation_started_on=None,
        cancel_requested_on=None,
    )


def called_off(referral: Referral) -> Referral:
    """Mediation is over: sessions that were still to come do not take place."""

    def cancelled(session: MediationSession) -> MediationSession:
        return replace(session, state="cancelled", reason="other") if session.state == "scheduled" else session

    return replace(referral, sessions=tuple(cancelled(session) for session in referral.sessions))


def gone_on(referral: Referral) -> Referral:
    """No suspension stands any more."""
    return replace(referral, suspended_from=None, suspension_reason=None, suspended_on=None)


def noted(referral: Referral, step: Step, text: str | None) -> tuple[Referral, Facts]:
    """Words that somebody gave with an action are kept as a message of theirs; the event names its id only."""
    if text is None:
        return referral, {}
    message = Message(step.mint(), step.actor, "other", step.on, None, text)
    dossier = replace(referral.dossier, messages=(*referral.dossier.messages, message))
    return replace(referral, dossier=dossier), {"message_id": str(message.id)}
