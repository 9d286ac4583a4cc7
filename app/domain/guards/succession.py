"""Conditions of a succession 承继: whose place is taken, on which ground, and that heirs who take part are heard."""

from datetime import date

from app.domain import commands as c
from app.domain.guards.words import told_of
from app.domain.lifecycle.states import MediationState
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Party

_HEARD = frozenset({MediationState.MEDIATING, MediationState.APPRAISING})
_NATURAL = "natural_person"


def _whose(s: Situation) -> Party | None:
    return s.referral.party(s.command.party_id) if isinstance(s.command, c.RecordSuccession) else None


def _not_succeeded(s: Situation) -> bool:
    party = _whose(s)
    return party is not None and party.succeeded_on is None


def _ground_fits(s: Situation) -> bool:
    """People die; organisations are merged or divided."""
    party = _whose(s)
    if party is None or not isinstance(s.command, c.RecordSuccession):
        return False
    return (s.command.ground == "death") is (party.kind == _NATURAL)


def _day_past(s: Situation) -> bool:
    """Not to come, and of an heir not before it was one itself: who died earlier took nobody's place."""
    party = _whose(s)
    if party is None or not isinstance(s.command, c.RecordSuccession):
        return False
    before = None if party.succeeds_id is None else s.referral.party(party.succeeds_id)
    since = date.min if before is None or before.succeeded_on is None else before.succeeded_on
    return since <= (s.command.succeeded_on or s.occurred_on) <= s.occurred_on


def _for_heirs(s: Situation, *, ready: bool) -> bool:
    """Whether mediation may go on as far as heirs are concerned, who matter only where it is they who take part."""
    return isinstance(s.command, c.Resume) and (ready or s.command.result != "heir_joined")


def _heirs(s: Situation) -> tuple[Party, ...]:
    return tuple(party for party in s.referral.agreeing_parties if party.succeeds_id is not None)


def _silent(s: Situation) -> tuple[Party, ...]:
    return tuple(heir for heir in _heirs(s) if not s.referral.word_of(heir.id, s.occurred_on))


def _unidentified(s: Situation) -> tuple[Party, ...]:
    heard = s.referral.suspended_from in _HEARD
    return tuple(heir for heir in _heirs(s) if heard and not heir.has_identity)


def _recorded(s: Situation) -> bool:
    """Heirs are on record; those of a third party need not agree to anything."""
    return _for_heirs(s, ready=any(party.succeeds_id is not None for party in s.referral.parties))


PARTY_HERE = Guard("party_unknown", lambda s: _whose(s) is not None, of_state=False, pointer="/party_id")
NOT_SUCCEEDED = Guard("party_succeeded", _not_succeeded, of_state=False, pointer="/party_id")
GROUND_FITS = Guard("succession_ground_wrong", _ground_fits, of_state=False, pointer="/ground")
DAY_PAST = Guard("succession_day_wrong", _day_past, of_state=False, pointer="/succeeded_on")
HEIRS_RECORDED = Guard("heirs_missing", _recorded, of_state=False, pointer="/result")
HEIRS_WILLING = Guard(
    "consents_incomplete",
    lambda s: _for_heirs(s, ready=not _silent(s)),
    of_state=False,
    facts=lambda s: told_of(s, _silent(s)),
)
HEIRS_IDENTIFIED = Guard(
    "identity_missing",
    lambda s: _for_heirs(s, ready=not _unidentified(s)),
    of_state=False,
    facts=lambda s: told_of(s, _unidentified(s)),
)

SUCCEED = (PARTY_HERE, NOT_SUCCEEDED, GROUND_FITS, DAY_PAST)
TAKE_PART = (HEIRS_RECORDED, HEIRS_WILLING, HEIRS_IDENTIFIED)
