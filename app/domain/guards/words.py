"""Conditions about parties and what they have said: who belongs to the matter, who consents, who refuses."""

from collections.abc import Iterable

from app.domain import commands as c
from app.domain.lifecycle.states import MediationState, Track
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import Party, PartyId

_INTAKE = frozenset({None, MediationState.SUBMITTED, MediationState.CONSULTING})


def known(s: Situation, *party_ids: PartyId) -> bool:
    """Whether all of them are parties of the referral."""
    return all(s.referral.party(party_id) is not None for party_id in party_ids)


def all_agree(s: Situation, agreed_by: tuple[PartyId, ...]) -> bool:
    """Whether every agreeing party is among those named."""
    return {party.id for party in s.referral.agreeing_parties} <= set(agreed_by)


def told_of(s: Situation, parties: Iterable[Party]) -> dict[str, object]:
    """Whom a refusal is about: ids, or at the opening, when nobody knows these yet, places in `parties`."""
    found = {party.id for party in parties}
    if s.referral.version:
        return {"party_ids": [str(party.id) for party in s.referral.parties if party.id in found]}
    return {"party_places": [place for place, party in enumerate(s.referral.parties) if party.id in found]}


def _silent(s: Situation) -> dict[str, object]:
    return told_of(s, s.referral.silent_by(s.occurred_on))


def _consent_of_a_party(s: Situation) -> bool:
    return any(s.referral.word_of(party.id, s.occurred_on) for party in s.referral.agreeing_parties)


def _nobody_refused(s: Situation) -> bool:
    return all(s.referral.word_of(party.id, s.occurred_on) is not False for party in s.referral.agreeing_parties)


def _agreed_by_all(s: Situation) -> bool:
    if isinstance(s.command, c.RecordChoice):
        return all_agree(s, s.command.chosen_by)
    return isinstance(s.command, c.BeginAppraisal | c.ExtendTerm) and all_agree(s, s.command.agreed_by)


def _silent_contacted(s: Situation) -> bool:
    """Whether, with this attempt, everybody who has not consented was asked by the present holder."""
    now = {s.command.party_id} if isinstance(s.command, c.ContactParty) else set()
    turn = s.referral.current_assignment
    since = s.occurred_on if turn is None or turn.accepted_on is None else turn.accepted_on
    asked = {x.party_id for x in s.referral.contacts if x.purpose == "contact" and x.contacted_on >= since}
    return {party.id for party in s.referral.silent_by(s.occurred_on)} <= asked | now


def _consenting_now(s: Situation) -> PartyId | None:
    """The party that says yes to mediation with this very command, or None."""
    command = s.command
    if isinstance(command, c.RecordOpinion):
        return command.party_id if command.result == "consents" else None
    if isinstance(command, c.RecordConsent):
        return command.party_id if command.kind == "mediate" and command.given else None
    return None


def _choice_opens(s: Situation) -> bool:
    """Whether with this command all parties have consented, so that their two days to choose begin; once only."""
    referral = s.referral
    if referral.track is not Track.PRE_FILING_2022 or referral.state not in _INTAKE:
        return False
    if referral.chosen_organisation_id is not None or referral.latest_clock("T01") is not None:
        return False
    return {party.id for party in referral.silent_by(s.occurred_on)} <= {_consenting_now(s)}


_LISTS_OF_PARTIES = ("absent_party_ids", "chosen_by", "agreed_by", "applicant_ids")
_OF_A_PARTY = (
    c.RecordOpinion
    | c.ContactParty
    | c.RefuseToSign
    | c.RecordStatementReceipt
    | c.RepudiateStatement
    | c.RepudiateAgreement
)


def _party_known(s: Situation) -> bool:
    command = s.command
    if isinstance(command, _OF_A_PARTY):
        return known(s, command.party_id)
    named = _named_parties(command)
    if named is not None:
        return known(s, *named) and len(set(named)) == len(named)
    if isinstance(command, c.Start):
        return known(s, *command.identities)
    if isinstance(command, c.DraftAgreement):
        return known(s, *(t.payer_party_id for t in command.terms if t.payer_party_id is not None))
    return False


def _stranger(s: Situation) -> str:
    """Where the request names a party that is none of the referral, or names one twice."""
    command = s.command
    if isinstance(command, _OF_A_PARTY):
        return "/party_id"
    if isinstance(command, c.Start):
        return "/identities"
    if isinstance(command, c.DraftAgreement):
        wrong = (n for n, t in enumerate(command.terms) if t.payer_party_id and not known(s, t.payer_party_id))
        return f"/terms/{next(wrong)}/payer_party_id"
    named = _named_parties(command) or ()
    places = (n for n, party_id in enumerate(named) if party_id in named[:n] or not known(s, party_id))
    field = next(name for name in _LISTS_OF_PARTIES if hasattr(command, name))
    return f"/{field}/{next(places)}"


def _named_parties(command: c.Command | None) -> tuple[PartyId, ...] | None:
    if isinstance(command, c.MissSession):
        return command.absent_party_ids
    if isinstance(command, c.RecordChoice):
        return command.chosen_by
    if isinstance(command, c.BeginAppraisal | c.ExtendTerm | c.ScheduleSession):
        return command.agreed_by
    applying = c.ApplyForConfirmation | c.RequestStatement | c.ApplyForWithdrawal
    return command.applicant_ids if isinstance(command, applying) else None


def _somebody_asks(s: Situation) -> bool:
    return isinstance(s.command, c.RequestStatement) and bool(set(s.command.applicant_ids) & s.referral.bound_party_ids)


def _plaintiffs_ask(s: Situation) -> bool:
    """Every plaintiff asks, and nobody else: what one of several withdraws is not the whole suit."""
    if not isinstance(s.command, c.ApplyForWithdrawal):
        return False
    plaintiffs = {party.id for party in s.referral.agreeing_parties if party.role == "applicant"}
    return set(s.command.applicant_ids) == plaintiffs


PARTY_KNOWN = Guard("party_unknown", _party_known, of_state=False, pointer=_stranger)
CONSENT_OF_A_PARTY = Guard("consent_missing", _consent_of_a_party, facts=_silent)
NOBODY_REFUSED = Guard("party_refused", _nobody_refused)
ALL_CONSENTED = Guard("consents_incomplete", lambda s: not s.referral.silent_by(s.occurred_on), facts=_silent)
AGREED_BY_ALL = Guard("agreement_of_all_missing", _agreed_by_all, of_state=False)
PARTY_ASKS = Guard("signer_not_required", _somebody_asks, of_state=False)
PLAINTIFF_ASKS = Guard("plaintiff_required", _plaintiffs_ask, of_state=False)

ONE_SIDED = Condition("one_sided_consent", lambda s: bool(s.referral.silent_by(s.occurred_on)))
ONE_SIDED_ONLINE = Condition(
    "one_sided_consent_online", lambda s: s.referral.on_court_platform and bool(s.referral.silent_by(s.occurred_on))
)
SILENT_CONTACTED = Condition("everybody_silent_contacted", _silent_contacted)
CHOICE_OPENS = Condition("all_have_consented_online", _choice_opens)
