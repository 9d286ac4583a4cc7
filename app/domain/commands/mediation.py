"""Commands of mediation itself, from receipt of the materials to the report of the result."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action, EndReason, Route
from app.domain.referral import MediatorId, PartyDetails, PartyId, SessionId
from app.domain.registry_facts import MediatorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveMaterials(Command):
    """The organisation signs for the court's materials 材料签收."""

    action: ClassVar[Action] = Action.RECEIVE_MATERIALS


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignMediator(Command):
    """The organisation names a mediator; `chosen_by` where all the parties chose the mediator jointly."""

    action: ClassVar[Action] = Action.ASSIGN_MEDIATOR
    mediator: MediatorFacts | None
    chosen_by: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceMediator(Command):
    """Another mediator takes over, reason of list `mediator_change_reason`."""

    action: ClassVar[Action] = Action.REPLACE_MEDIATOR
    mediator: MediatorFacts | None
    replaced_id: MediatorId
    reason: str


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
    """A mediation session is set for a day. `agreed_by`: parties that consent to the online mode with it."""

    action: ClassVar[Action] = Action.SCHEDULE_SESSION
    scheduled_on: date
    mode: str
    agreed_by: tuple[PartyId, ...] = ()


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
class CancelSession(Command):
    """A scheduled session is called off, reason of list `session_cancel_reason`."""

    action: ClassVar[Action] = Action.CANCEL_SESSION
    session_id: SessionId
    reason: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseByOtherMeans(Command):
    """The court closes the case as ended by other means 以其他方式结案."""

    action: ClassVar[Action] = Action.CLOSE_BY_OTHER_MEANS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBack(Command):
    """The organisation tells the referring body how the matter ended 结案反馈."""

    action: ClassVar[Action] = Action.REPORT_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(Command):
    """The court lets a mediation go on that was ended or closed 恢复调解.

    Once the term is over it takes a later day, `until`, and the word of all parties. `reason`: code of list
    `reopen_reason`; `explanation`: words that are kept apart from the event.
    """

    action: ClassVar[Action] = Action.REOPEN
    reason: str
    explanation: str
    until: date | None = None
    agreed_by: tuple[PartyId, ...] | None = None
