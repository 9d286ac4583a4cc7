"""The named conditions of the dossier. They keep the file consistent; few of them are law."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain import commands as c
from app.domain.dossier import Claim, Material, Notice
from app.domain.lifecycle.states import FILED_KINDS, MediationState
from app.domain.lifecycle.table import Guard, Situation

_Entry = TypeVar("_Entry", Claim, Material, Notice)

_OVER = frozenset({MediationState.CLOSED, MediationState.RETURNED})
_TERM_OVER = frozenset({MediationState.TERM_EXPIRED, MediationState.MEDIATION_ENDED, MediationState.CLOSED})
_OF_A_PARTY = c.AddRepresentative | c.AddClaim | c.RecordConsent | c.RecordServiceAddress | c.SendNotice


def _party_known(s: Situation) -> bool:
    command = s.command
    if isinstance(command, _OF_A_PARTY):
        return s.referral.party(command.party_id) is not None
    if isinstance(command, c.RequestMaterials | c.SupplyMaterials):
        return command.party_id is None or s.referral.party(command.party_id) is not None
    return False


def _source_fits(s: Situation) -> bool:
    """A party is named where a party is the source, and nowhere else."""
    command = s.command
    if not isinstance(command, c.RequestMaterials | c.SupplyMaterials):
        return False
    return command.source is None or (command.source == "party") == (command.party_id is not None)


def _number_new(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.AddCaseNumber):
        return False
    known = {(number.kind, number.normalised) for number in s.referral.dossier.case_numbers}
    return (command.kind, command.normalised) not in known


def _still_acts(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.EndRepresentative):
        return False
    acting = {x.id for x in s.referral.dossier.representatives if x.until_on is None}
    return command.representative_id in acting


def _valid(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """Entries that were not made in error."""
    return (entry for entry in entries if entry.entered_in_error_on is None)


def _claim_open(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.SettleClaim):
        return False
    return any(x.id == command.claim_id and x.outcome == "open" for x in _valid(s.referral.dossier.claims))


def _to_come(day: date | None, s: Situation) -> bool:
    return day is None or day >= s.occurred_on


def _due_day_to_come(s: Situation) -> bool:
    return isinstance(s.command, c.RequestMaterials) and _to_come(s.command.due_on, s)


def _in_state(s: Situation, ids: tuple[UUID, ...], state: str) -> bool:
    found = {x.id for x in _valid(s.referral.dossier.materials) if x.state == state}
    return set(ids) <= found and len(set(ids)) == len(ids)


def _request_open(s: Situation) -> bool:
    """What is supplied on request was requested, of this kind and from this source, and is not there yet."""
    command = s.command
    if not isinstance(command, c.SupplyMaterials):
        return False
    if command.material_id is None:
        return command.kind is not None and command.source is not None
    asked = (x for x in _valid(s.referral.dossier.materials) if x.id == command.material_id and x.state == "requested")
    return any(_as_asked(command, x) for x in asked)


def _as_asked(command: c.SupplyMaterials, asked: Material) -> bool:
    """What is said of it is what was asked for; who says where it comes from says of which party too."""
    parties = {asked.party_id} if command.source is not None else {None, asked.party_id}
    said = (command.kind or asked.kind, command.source or asked.source)
    return said == (asked.kind, asked.source) and command.party_id in parties


def _materials_supplied(s: Situation) -> bool:
    return isinstance(s.command, c.AcknowledgeMaterials) and _in_state(s, s.command.material_ids, "supplied")


def _session_known(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.SendNotice):
        return False
    return command.session_id is None or any(x.id == command.session_id for x in s.referral.sessions)


def _notice_open(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.RecordNoticeResult):
        return False
    return any(x.id == command.notice_id and x.result == "sent" for x in _valid(s.referral.dossier.notices))


def _replies_to_known(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.SendMessage):
        return False
    return command.reply_to is None or any(x.id == command.reply_to for x in s.referral.dossier.messages)


def _no_open_urging(s: Situation) -> bool:
    return s.referral.clock("URGE") is None


def _reply_day_to_come(s: Situation) -> bool:
    """Whoever is urged has a day left when the urging is recorded, whatever day it is given."""
    if not isinstance(s.command, c.Urge):
        return False
    return s.command.reply_by is None or s.command.reply_by >= max(s.occurred_on, s.now.on)


def _urging_unanswered(s: Situation) -> bool:
    """The urging is there and unanswered; one that is late may still be answered."""
    command = s.command
    if not isinstance(command, c.AnswerUrge):
        return False
    return any(x.id == command.urge_id and x.answered_on is None for x in s.referral.dossier.urgings)


def _urging_over(s: Situation) -> bool:
    clock = s.referral.clock("URGE")
    return clock is not None and clock.due_on is not None and clock.due_on < s.now.on


def _term_not_running(s: Situation) -> bool:
    """What decides the term may be put right only until the term has started, of each organisation's turn anew."""
    command = s.command
    if not isinstance(command, c.Amend):
        return False
    change, now = command.particulars, s.referral.particulars
    moved = (
        change.procedure_type not in {None, now.procedure_type},
        change.filed_on not in {None, now.filed_on},
    )
    term = s.referral.term_rule
    clock = s.referral.latest_clock(term) if s.referral.state in _TERM_OVER else s.referral.clock(term)
    return not any(moved) or clock is None


def _filed_before(s: Situation) -> bool:
    """What is entrusted after filing was filed by the day of the entrustment; elsewhere filing comes later."""
    command = s.command
    if not isinstance(command, c.Amend):
        return False
    filed_on = command.particulars.filed_on
    return s.referral.kind not in FILED_KINDS or filed_on is None or filed_on <= s.referral.opened_on


def _preservation_fits(s: Situation) -> bool:
    """A day of preservation goes with a preservation."""
    command = s.command
    if not isinstance(command, c.Amend):
        return False
    change, now = command.particulars, s.referral.particulars
    ordered = now.preservation if change.preservation is None else change.preservation
    return ordered or change.preserved_on is None


def _day_to_come(s: Situation) -> str:
    """The first of the days of the case that has not come."""
    filed_on = s.command.particulars.filed_on if isinstance(s.command, c.Amend) else None
    return "/filed_on" if filed_on is not None and filed_on > s.now.on else "/preserved_on"


def _case_dates_past(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.Amend):
        return False
    days = (command.particulars.filed_on, command.particulars.preserved_on)
    return all(day is None or day <= s.now.on for day in days)


def _status_changes(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.SetBusinessStatus):
        return False
    now = s.referral.particulars
    return (command.status, command.reason) != (now.business_status, now.business_reason)


PARTY_KNOWN = Guard("party_unknown", _party_known, of_state=False, pointer="/party_id")
SOURCE_FITS = Guard("source_without_party", _source_fits, of_state=False, pointer="/party_id")
NUMBER_NEW = Guard("case_number_known", _number_new, of_state=False, pointer="/number")
STILL_ACTS = Guard("part_unknown", _still_acts, of_state=False, pointer="/representative_id")
CLAIM_OPEN = Guard("part_unknown", _claim_open, of_state=False, pointer="/claim_id")
DUE_DAY_TO_COME = Guard("day_passed", _due_day_to_come, of_state=False, pointer="/due_on")
REQUEST_OPEN = Guard("part_unknown", _request_open, of_state=False, pointer="/material_id")
MATERIALS_SUPPLIED = Guard("part_unknown", _materials_supplied, of_state=False, pointer="/material_ids")
SESSION_KNOWN = Guard("session_unknown", _session_known, of_state=False, pointer="/session_id")
NOTICE_OPEN = Guard("part_unknown", _notice_open, of_state=False, pointer="/notice_id")
REPLIES_TO_KNOWN = Guard("part_unknown", _replies_to_known, of_state=False, pointer="/reply_to")
SOMEBODY_HOLDS = Guard("nobody_holds", lambda s: s.referral.holder_id is not None)
MEDIATION_OPEN = Guard("action_not_possible", lambda s: s.referral.state not in _OVER)
NO_OPEN_URGING = Guard("urging_open", _no_open_urging)
REPLY_DAY_TO_COME = Guard("day_passed", _reply_day_to_come, of_state=False, pointer="/reply_by")
URGING_UNANSWERED = Guard("part_unknown", _urging_unanswered, of_state=False, pointer="/urge_id")
URGING_OVER = Guard("action_not_possible", _urging_over)
TERM_NOT_RUNNING = Guard("particulars_fixed", _term_not_running, of_state=False)
PRESERVATION_FITS = Guard("preservation_missing", _preservation_fits, of_state=False, pointer="/preserved_on")
FILED_BEFORE = Guard("filed_after_opening", _filed_before, of_state=False, pointer="/filed_on")
CASE_DATES_PAST = Guard("occurred_in_future", _case_dates_past, of_state=False, pointer=_day_to_come)
STATUS_CHANGES = Guard("status_unchanged", _status_changes, of_state=False)
IN_NO_SERIES = Guard("already_in_series", lambda s: s.referral.series_id is None)
IN_A_SERIES = Guard("not_in_series", lambda s: s.referral.series_id is not None)
