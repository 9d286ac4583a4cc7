"""Commands of the dossier: what people record around a referral. Texts are personal data, encrypted when stored."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from app.domain.commands.base import Command
from app.domain.dossier import ParticularsChange, RepresentativeDetails
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId, SeriesId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCaseNumber(Command):
    """One more number of the case. `kind` of list `case_number_kind`."""

    action: ClassVar[Action] = Action.ADD_CASE_NUMBER
    kind: str
    original: str
    normalised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRepresentative(Command):
    """Somebody acts for a party. `kind`, `authority`: lists `representative_kind`, `authority_scope`."""

    action: ClassVar[Action] = Action.ADD_REPRESENTATIVE
    party_id: PartyId
    kind: str
    authority: str
    details: RepresentativeDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRepresentative(Command):
    """A representative no longer acts."""

    action: ClassVar[Action] = Action.END_REPRESENTATIVE
    representative_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AddClaim(Command):
    """One claim of a party. `amount` in yuan; `kind` of list `claim_kind`."""

    action: ClassVar[Action] = Action.ADD_CLAIM
    party_id: PartyId
    kind: str
    amount: Decimal | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleClaim(Command):
    """What became of one claim; `outcome` of list `claim_outcome`."""

    action: ClassVar[Action] = Action.SETTLE_CLAIM
    claim_id: UUID
    outcome: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsent(Command):
    """One party gives or takes back its word on one matter; `kind` of list `consent_kind`."""

    action: ClassVar[Action] = Action.RECORD_CONSENT
    party_id: PartyId
    kind: str
    given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordServiceAddress(Command):
    """A confirmed address for service 送达地址确认书; `kind` of list `service_address_kind`."""

    action: ClassVar[Action] = Action.RECORD_SERVICE_ADDRESS
    party_id: PartyId
    kind: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMaterials(Command):
    """Something is asked for. `source`: court, organisation or party, with `party_id`."""

    action: ClassVar[Action] = Action.REQUEST_MATERIALS
    kind: str
    source: str
    party_id: PartyId | None = None
    due_on: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyMaterials(Command):
    """Something is handed in, on request (`material_id`) or unasked. `sha256`: of the file, hex.

    On request kind, source and party are those that were asked for, where they are not given.
    """

    action: ClassVar[Action] = Action.SUPPLY_MATERIALS
    kind: str | None = None
    source: str | None = None
    material_id: UUID | None = None
    party_id: PartyId | None = None
    title: str | None = None
    sha256: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeMaterials(Command):
    """Receipt of supplied materials 收讫."""

    action: ClassVar[Action] = Action.ACKNOWLEDGE_MATERIALS
    material_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendNotice(Command):
    """A notice went to a party; lists `notice_kind`, `notice_means`."""

    action: ClassVar[Action] = Action.SEND_NOTICE
    party_id: PartyId
    kind: str
    means: str
    session_id: SessionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNoticeResult(Command):
    """What became of a notice; list `notice_result`."""

    action: ClassVar[Action] = Action.RECORD_NOTICE_RESULT
    notice_id: UUID
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage(Command):
    """A message between court, organisation and referring body; list `message_topic`."""

    action: ClassVar[Action] = Action.SEND_MESSAGE
    topic: str
    text: str
    reply_to: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Urge(Command):
    """The court or referring body presses for something 催办; list `urge_topic`.

    `reply_by`: None for the usual days.
    """

    action: ClassVar[Action] = Action.URGE
    topic: str
    text: str | None = None
    reply_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerUrge(Command):
    """The organisation answers the open urging."""

    action: ClassVar[Action] = Action.ANSWER_URGE
    urge_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Command):
    """Particulars of the referral are put right; None leaves a field as it is."""

    action: ClassVar[Action] = Action.AMEND
    particulars: ParticularsChange


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBusinessStatus(Command):
    """What happens just now; lists `business_status`, `business_status_reason`."""

    action: ClassVar[Action] = Action.SET_BUSINESS_STATUS
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinSeries(Command):
    """The referral is handled with others 纳入系列案."""

    action: ClassVar[Action] = Action.JOIN_SERIES
    series_id: SeriesId


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveSeries(Command):
    """The referral is handled on its own again."""

    action: ClassVar[Action] = Action.LEAVE_SERIES
