"""Commands: what somebody asks for, one frozen dataclass an action.

Every command carries the legal date on which the thing happened (`occurred_on`, None for today). What the registry
knows about organisations, channels and mediators is looked up by the service and travels inside as plain facts.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from app.domain.lifecycle.states import Action, EndReason, Kind, Machine, Route, SignerRole
from app.domain.referral import (
    Consent,
    OnBehalfOf,
    Party,
    PartyDetails,
    PartyId,
    ProcedureId,
    ReferralId,
    SessionId,
)
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts


@dataclass(frozen=True, slots=True)
class NewReferral:
    """What a referral is opened from; ids are given by the service, parties and consents come with the request."""

    id: ReferralId
    dispute_id: UUID
    kind: Kind
    court: CourtFacts
    on_court_platform: bool
    cause_code: str | None
    cause_version: str | None
    parties: tuple[Party, ...]
    consents: tuple[Consent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Fields that every command has. `action` names the rows that it may take."""

    action: ClassVar[Action]
    occurred_on: date | None = None
    on_behalf_of: OnBehalfOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult(Command):
    """Open a referral whose parties are still to be asked 征询意见."""

    action: ClassVar[Action] = Action.CONSULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Command):
    """Hand the dispute to an organisation 委派."""

    action: ClassVar[Action] = Action.DELEGATE
    organisation: OrganisationFacts
    channel: ChannelFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign(Command):
    """Choose another organisation 重新指定."""

    action: ClassVar[Action] = Action.REASSIGN
    organisation: OrganisationFacts
    channel: ChannelFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpinion(Command):
    """What one party said when the court asked. `result` is a code of list `contact_result`."""

    action: ClassVar[Action] = Action.RECORD_OPINION
    party_id: PartyId
    means: str
    result: str
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """Send the application back 退回, with a reason of list `return_reason` and advice to the party."""

    action: ClassVar[Action] = Action.RETURN
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """The organisation takes the referral 接受."""

    action: ClassVar[Action] = Action.ACCEPT
    organisation: OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """The organisation refuses in writing, with a reason of list `decline_reason`."""

    action: ClassVar[Action] = Action.DECLINE
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Command):
    """The court withdraws an offer that nobody has accepted 收回."""

    action: ClassVar[Action] = Action.TAKE_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """The court closes a referral that no organisation holds."""

    action: ClassVar[Action] = Action.CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveMaterials(Command):
    """The organisation signs for the court's materials 材料签收."""

    action: ClassVar[Action] = Action.RECEIVE_MATERIALS


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignMediator(Command):
    """The organisation names a mediator."""

    action: ClassVar[Action] = Action.ASSIGN_MEDIATOR
    mediator: MediatorFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactParty(Command):
    """One attempt to reach one party, and its result."""

    action: ClassVar[Action] = Action.CONTACT_PARTY
    party_id: PartyId
    means: str
    result: str
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Command):
    """Mediation begins. `identities`: documents checked now, by party."""

    action: ClassVar[Action] = Action.START
    rights_notice_given: bool
    sham_warning_given: bool
    service_address_form: bool
    identities: dict[PartyId, PartyDetails] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSession(Command):
    """A mediation session is set for a day."""

    action: ClassVar[Action] = Action.SCHEDULE_SESSION
    scheduled_on: date
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSession(Command):
    """A scheduled session took place."""

    action: ClassVar[Action] = Action.HOLD_SESSION
    session_id: SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class MissSession(Command):
    """A scheduled session did not take place because somebody stayed away."""

    action: ClassVar[Action] = Action.MISS_SESSION
    session_id: SessionId
    absent_party_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginAppraisal(Command):
    """An appraisal is entrusted 诉前鉴定; its days do not count."""

    action: ClassVar[Action] = Action.BEGIN_APPRAISAL
    agreed_by: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppraisal(Command):
    """The appraisal report is in."""

    action: ClassVar[Action] = Action.END_APPRAISAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendTerm(Command):
    """All parties agree to a later end of the term. `until`: the new last day before rolling."""

    action: ClassVar[Action] = Action.EXTEND_TERM
    until: date
    agreed_by: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Command):
    """Mediation is over, for one of the statutory reasons. `partial` with an agreement on part of the claims."""

    action: ClassVar[Action] = Action.END
    reason: EndReason
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportResult(Command):
    """The end report; it closes the mediation region. `route` names the way on where claims stay open."""

    action: ClassVar[Action] = Action.REPORT_RESULT
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class NewTerm:
    """One promise to be written into an agreement."""

    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAgreement(Command):
    """The agreement is written down and awaits signatures."""

    action: ClassVar[Action] = Action.DRAFT_AGREEMENT
    terms: tuple[NewTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Command):
    """One signature or seal is put to the agreement."""

    action: ClassVar[Action] = Action.SIGN
    role: SignerRole
    party_id: PartyId | None
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseToSign(Command):
    """A party will not sign 拒绝签署."""

    action: ClassVar[Action] = Action.REFUSE_TO_SIGN
    party_id: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerformance(Command):
    """The agreement is fully performed."""

    action: ClassVar[Action] = Action.RECORD_PERFORMANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForConfirmation(Command):
    """The parties apply together for judicial confirmation 共同申请司法确认."""

    action: ClassVar[Action] = Action.APPLY_FOR_CONFIRMATION
    applicant_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """Complaint and materials go to the court for registration 转立案."""

    action: ClassVar[Action] = Action.HAND_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCommand(Command):
    """A step of one procedure. `reason`: a code, for refusals. `case_number`: normalised, where one was given."""

    procedure_id: ProcedureId
    machine: Machine
    reason: str | None = None
    case_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptApplication(ProcedureCommand):
    """The court accepts the application for review."""

    action: ClassVar[Action] = Action.ACCEPT_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseApplication(ProcedureCommand):
    """The court does not accept the application, reason of list `not_accept_reason`."""

    action: ClassVar[Action] = Action.REFUSE_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication(ProcedureCommand):
    """The parties withdraw before the ruling."""

    action: ClassVar[Action] = Action.WITHDRAW_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAgreement(ProcedureCommand):
    """The court rules the agreement valid."""

    action: ClassVar[Action] = Action.CONFIRM_AGREEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectConfirmation(ProcedureCommand):
    """The court rejects the application, reason of list `reject_reason`."""

    action: ClassVar[Action] = Action.REJECT_CONFIRMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCase(ProcedureCommand):
    """The court registers the case."""

    action: ClassVar[Action] = Action.REGISTER_CASE


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseRegistration(ProcedureCommand):
    """The court does not register, reason of list `registration_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_REGISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOverdue(Command):
    """Time: the acceptance window closed."""

    action: ClassVar[Action] = Action.RUN_OVERDUE


@dataclass(frozen=True, slots=True, kw_only=True)
class MissContact(Command):
    """Time: the other side was not contacted in time."""

    action: ClassVar[Action] = Action.MISS_CONTACT


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireTerm(Command):
    """Time: the term of mediation ran out."""

    action: ClassVar[Action] = Action.EXPIRE_TERM


@dataclass(frozen=True, slots=True, kw_only=True)
class EndUnreported(Command):
    """Time: nothing was reported after expiry."""

    action: ClassVar[Action] = Action.END_UNREPORTED


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseConfirmation(Command):
    """Time: the joint-application window closed."""

    action: ClassVar[Action] = Action.LAPSE_CONFIRMATION


BY_CLOCK: dict[str, type[Command]] = {
    "T03": RunOverdue,
    "T04": MissContact,
    "T05": ExpireTerm,
    "REPORT": EndUnreported,
    "T12": LapseConfirmation,
}
"""What time does when the clock of a rule runs out."""
