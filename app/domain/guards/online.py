"""Consent to the online mode: apart from consent to mediation, by each party, and gone when it is taken back."""

from app.domain import commands as c
from app.domain.guards.words import told_of
from app.domain.lifecycle.states import Track
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Party


def _refusing(s: Situation) -> tuple[Party, ...]:
    """Agreeing parties that took back or refused the online mode, and do not agree to it with this very command."""
    agreed = set(s.command.agreed_by) if isinstance(s.command, c.ScheduleSession) else set()
    return tuple(
        party
        for party in s.referral.agreeing_parties
        if party.id not in agreed and s.referral.word_of(party.id, s.occurred_on, "online") is False
    )


def _held_online(s: Situation) -> bool:
    if not isinstance(s.command, c.HoldSession):
        return False
    wanted = s.command.session_id
    return any(session.id == wanted and session.mode == "online" for session in s.referral.sessions)


def _without_consent(s: Situation) -> tuple[Party, ...]:
    """Parties in the way of a session held online: on the platform who said nothing, elsewhere who said no."""
    if not _held_online(s):
        return ()
    if s.referral.track is not Track.PRE_FILING_2022:
        return _refusing(s)
    parties = s.referral.agreeing_parties
    return tuple(party for party in parties if not s.referral.word_of(party.id, s.occurred_on, "online"))


def _may_be_online(s: Situation) -> bool:
    return isinstance(s.command, c.ScheduleSession) and (s.command.mode != "online" or not _refusing(s))


ONLINE_NOT_REFUSED = Guard(
    "online_refused", _may_be_online, of_state=False, facts=lambda s: told_of(s, _refusing(s)), pointer="/mode"
)
ONLINE_AGREED = Guard(
    "online_consent_missing",
    lambda s: isinstance(s.command, c.HoldSession) and not _without_consent(s),
    of_state=False,
    facts=lambda s: told_of(s, _without_consent(s)),
)
