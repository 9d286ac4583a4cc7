"""Conditions of dispatching down a head office's tree, of referring back up it, and of who above may read data."""

from app.domain import commands as c
from app.domain.court_tree import Listing
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.parts import Custody
from app.domain.referral import PartyId, Referral

BY_CONSENT = "separate_consent"
"""The ground that rests on the word of every party that must agree."""

_OFFERING = c.Delegate | c.Reassign | c.Dispatch
_SHARING = c.Dispatch | c.ShareData
_GIVEN_UP = frozenset({"declined", "referred_back", "handed_back"})


def custody_of(referral: Referral) -> Custody | None:
    """Where in a tree the organisation stands that has it now; None where it came over no head office."""
    turn = referral.current_assignment
    return None if turn is None else turn.custody


def _passed_down(s: Situation) -> bool:
    custody = custody_of(s.referral)
    return custody is not None and custody.level > 0


def _from_right_above(s: Situation) -> bool:
    return isinstance(s.command, c.Recall) and s.referral.holder_ancestor_ids[:1] == (s.command.by_id,)


def _right_below(s: Situation) -> bool:
    return isinstance(s.command, c.Dispatch) and s.command.organisation.ancestor_ids[:1] == (s.referral.holder_id,)


def _below(s: Situation) -> bool:
    return isinstance(s.command, c.AllowOrganisation) and s.referral.holder_id in s.command.organisation.ancestor_ids


def _not_given_up(s: Situation) -> bool:
    if not isinstance(s.command, c.Dispatch):
        return False
    given_up = {turn.organisation_id for turn in s.referral.assignments if turn.ending in _GIVEN_UP}
    return s.command.organisation.id not in given_up


def _allowed(s: Situation, command: c.Dispatch) -> bool:
    """Whether the court has allowed the organisation, since it chose whom to name."""
    allowed = {each for turn in s.referral.assignments if turn.custody for each in turn.custody.allowed_ids}
    return command.organisation.id in allowed


def _listed(s: Situation) -> bool:
    if not isinstance(s.command, c.Dispatch):
        return False
    return s.command.listing is not Listing.NONE or _allowed(s, s.command)


def _willing(s: Situation) -> bool:
    if not isinstance(s.command, c.Dispatch):
        return False
    return s.command.listing is not Listing.HIGHER or s.command.mediator_consents or _allowed(s, s.command)


def _ask(s: Situation) -> dict[str, object]:
    """What to do: the court's action, and for whom."""
    named = s.command.organisation.id if isinstance(s.command, c.Dispatch) else None
    return {"organisation_id": str(named), "ask": "court", "court_action": "allow_organisation"}


def unconsenting(referral: Referral, s: Situation) -> tuple[PartyId, ...]:
    """Parties that must agree and have not consented by the day that their data go to another body."""
    parties = (party.id for party in referral.agreeing_parties)
    return tuple(x for x in parties if not referral.word_of(x, s.occurred_on, "data_sharing"))


def _grounded(s: Situation) -> bool:
    if not isinstance(s.command, _SHARING):
        return False
    return s.command.ground != BY_CONSENT or not unconsenting(s.referral, s)


def _silent(s: Situation) -> dict[str, object]:
    return {"party_ids": [str(x) for x in unconsenting(s.referral, s)]}


def _told(s: Situation) -> bool:
    if not isinstance(s.command, c.ShareData):
        return False
    return s.command.ground == BY_CONSENT or s.command.explanation is not None


def _above(s: Situation) -> bool:
    return isinstance(s.command, c.ShareData) and s.command.to_id in s.referral.holder_ancestor_ids


def _room_left(s: Situation) -> bool:
    if not isinstance(s.command, _OFFERING):
        return False
    strict = s.book.court is not None and s.book.court.full_organisation == "refuse"
    return not strict or s.command.organisation.capacity != "full"


def _restarts(s: Situation) -> bool:
    return s.book.court is not None and s.book.court.acceptance_on_dispatch == "restart"


_ORGANISATION = "/organisation_id"

OVER_HEAD_OFFICE = Guard("not_over_head_office", lambda s: custody_of(s.referral) is not None)
PASSED_DOWN = Guard("not_dispatched", _passed_down)
FROM_RIGHT_ABOVE = Guard("not_right_above", _from_right_above, of_state=False)
NAMED_BY_COURT = Guard("refer_back_first", lambda s: not _passed_down(s))
RIGHT_BELOW = Guard("not_right_below", _right_below, of_state=False, pointer=_ORGANISATION)
BELOW_HOLDER = Guard("not_below_holder", _below, of_state=False, pointer=_ORGANISATION)
NOT_GIVEN_UP = Guard("organisation_declined_before", _not_given_up, of_state=False, pointer=_ORGANISATION)
LISTED = Guard("organisation_not_listed", _listed, of_state=False, facts=_ask, pointer=_ORGANISATION)
WILLING = Guard("mediator_consent_required", _willing, of_state=False, facts=_ask, pointer="/mediator_consents")
GROUNDED = Guard("sharing_consent_missing", _grounded, of_state=False, facts=_silent, pointer="/ground")
GROUND_TOLD = Guard("sharing_ground_untold", _told, of_state=False, pointer="/explanation")
ABOVE_HOLDER = Guard("not_above_holder", _above, of_state=False, pointer="/to_id")
ROOM_LEFT = Guard("organisation_full", _room_left, of_state=False, pointer=_ORGANISATION)

RESTARTS = Condition("acceptance_restarts", _restarts)
