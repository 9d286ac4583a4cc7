"""Conditions of those who mediate: on the roster that day, with a valid certificate, of an organisation that stands."""

from app.domain import commands as c
from app.domain.guards.mediating import AGREEMENT_UNSETTLED
from app.domain.guards.signing import required_signers
from app.domain.lifecycle.states import AgreementState, SignerRole
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import MediatorAssignment, MediatorId


def _holder_active(s: Situation) -> bool:
    return s.command is not None and s.book.holder is not None and s.book.holder.active


def in_office(s: Situation) -> tuple[MediatorId, ...]:
    """Whose turns are not over."""
    return tuple(turn.mediator_id for turn in s.referral.mediators if turn.ended_on is None)


def _lapsed(s: Situation) -> tuple[MediatorId, ...]:
    """Those in office of whom the registry does not say that they may mediate for the holder on the day."""
    return tuple(mediator_id for mediator_id in in_office(s) if not _valid(s, mediator_id))


def _may_sign(s: Situation, turn: MediatorAssignment) -> bool:
    return turn.ended_on is None and turn.conflict != "open" and _valid(s, turn.mediator_id)


def _mediator_signs(s: Situation) -> bool:
    """Whether a mediator signs with the command: by itself, or the amended text as it did the first."""
    if isinstance(s.command, c.AmendAgreement):
        return (SignerRole.MEDIATOR, None) in required_signers(s.referral, s.book.rules_off)
    return isinstance(s.command, c.Sign) and s.command.role is SignerRole.MEDIATOR


def _valid(s: Situation, mediator_id: MediatorId) -> bool:
    facts = s.book.mediators.get(mediator_id)
    if facts is None:
        return False
    return facts.active and facts.listed and facts.organisation_id == s.referral.holder_id


def _somebody_may_sign(s: Situation) -> bool:
    """For the mediator signs one who may mediate that day; other signatures do not depend on it."""
    if not isinstance(s.command, c.Sign | c.AmendAgreement):
        return False
    return not _mediator_signs(s) or any(_may_sign(s, turn) for turn in s.referral.mediators)


def _signer_undisputed(s: Situation) -> bool:
    """Whether it is not an open conflict alone that keeps those in office from signing."""
    office = [turn for turn in s.referral.mediators if turn.ended_on is None and _valid(s, turn.mediator_id)]
    return not office or _somebody_may_sign(s)


def _listed(s: Situation) -> bool:
    named = s.command.mediator if isinstance(s.command, c.AssignMediator | c.ReplaceMediator) else None
    return named is not None and named.listed


def _own(s: Situation) -> tuple[MediatorId, ...]:
    """Those in office who are themselves party or representative, as far as identity numbers tell."""
    known = s.book.mediators
    return tuple(x for x in in_office(s) if x in known and known[x].own_dispute)


def _not_own(s: Situation) -> bool:
    named = s.command.mediator if isinstance(s.command, c.AssignMediator | c.ReplaceMediator) else None
    return named is not None and not named.own_dispute


def _lapsed_facts(s: Situation) -> dict[str, object]:
    return {"mediator_ids": [str(mediator_id) for mediator_id in _lapsed(s)]}


def _text_to_sign(s: Situation) -> bool:
    """A text waits for signatures, or one is in force that may be amended, which whoever mediates signs anew."""
    return _text_in_force(s) or AGREEMENT_UNSETTLED.check(s)


def _text_in_force(s: Situation) -> bool:
    agreement = s.referral.agreement
    return agreement is not None and agreement.state in {AgreementState.EFFECTIVE, AgreementState.BREACHED}


HOLDER_ACTIVE = Guard("organisation_not_active", _holder_active, of_state=False)
MEDIATOR_LISTED = Guard("mediator_not_listed", _listed, of_state=False, pointer="/mediator_id")
ALL_VALID = Guard(
    "mediator_not_valid", lambda s: s.command is not None and not _lapsed(s), of_state=False, facts=_lapsed_facts
)
NOT_OWN_DISPUTE = Guard("mediator_in_own_dispute", _not_own, of_state=False, pointer="/mediator_id")
NONE_OF_OWN_DISPUTE = Guard(
    "mediator_in_own_dispute",
    lambda s: s.command is not None and not _own(s),
    of_state=False,
    facts=lambda s: {"mediator_ids": [str(mediator_id) for mediator_id in _own(s)]},
)
TEXT_TO_SIGN = Guard("action_not_possible", _text_to_sign)
TEXT_IN_FORCE = Guard("action_not_possible", _text_in_force)
VACANT = Guard("action_not_possible", lambda s: not in_office(s))
SIGNER_UNDISPUTED = Guard("conflict_undecided", _signer_undisputed, of_state=False)
SIGNER_VALID = Guard("mediator_not_valid", _somebody_may_sign, of_state=False, facts=_lapsed_facts)
