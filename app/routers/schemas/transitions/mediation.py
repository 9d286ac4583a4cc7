"""Actions of mediation itself, from receipt of the materials to the report of the result."""

from typing import Literal

from pydantic import Field, field_validator

from app.domain.lifecycle.states import EndReason, Route
from app.routers.schemas.common import (
    ContactMeans,
    ContactResult,
    Flag,
    Id,
    Identifier,
    IdType,
    LegalDate,
    MediatorChangeReason,
    Prose,
    Request,
    SessionCancelReason,
    SessionMode,
    checked_identity,
    refused,
)
from app.routers.schemas.transitions.base import PARTIES_MAX, Act, PartyIds, SomeParties


class ReceiveMaterialsRequest(Act):
    """The organisation signs for the court's materials 材料签收."""

    action: Literal["receive_materials"]


class AssignMediatorRequest(Act):
    """The organisation names a mediator of its roster; the first is the lead."""

    action: Literal["assign_mediator"]
    mediator_id: Id
    chosen_by: SomeParties = Field(
        default=(), description="All the parties, where they chose the mediator jointly; none where you appoint."
    )


class ReplaceMediatorRequest(Act):
    """Another mediator of the roster takes over."""

    action: Literal["replace_mediator"]
    mediator_id: Id = Field(description="Who takes over.")
    replaced_id: Id = Field(description="Whose turn ends.")
    reason: MediatorChangeReason


class ContactPartyRequest(Act):
    """The organisation tried to reach one party."""

    action: Literal["contact_party"]
    party_id: Id
    means: ContactMeans
    result: ContactResult
    statement: Prose | None = Field(default=None, description="Personal data: kept encrypted, in no event.")


class IdentityCheck(Request):
    """A document that was checked; the number is kept encrypted."""

    party_id: Id
    id_type: IdType
    id_number: Identifier

    _checked = field_validator("id_number")(checked_identity)


def _each_party_once(checks: tuple[IdentityCheck, ...]) -> tuple[IdentityCheck, ...]:
    if len({check.party_id for check in checks}) != len(checks):
        raise refused("not_unique")
    return checks


class StartRequest(Act):
    """Mediation begins: identities checked, notices given, service address form offered."""

    action: Literal["start"]
    rights_notice_given: Flag
    sham_warning_given: Flag
    service_address_form: Flag
    identities: tuple[IdentityCheck, ...] = Field(default=(), max_length=PARTIES_MAX)

    _checked = field_validator("identities")(_each_party_once)


class ScheduleSessionRequest(Act):
    """A session is set for a day."""

    action: Literal["schedule_session"]
    scheduled_on: LegalDate
    mode: SessionMode
    agreed_by: SomeParties = Field(
        default=(), description="Parties that consent to the online mode with it; recorded as their word."
    )


class HoldSessionRequest(Act):
    """A scheduled session took place."""

    action: Literal["hold_session"]
    session_id: Id


class MissSessionRequest(Act):
    """A scheduled session did not take place because somebody stayed away."""

    action: Literal["miss_session"]
    session_id: Id
    absent_party_ids: PartyIds


class CancelSessionRequest(Act):
    """A scheduled session is called off."""

    action: Literal["cancel_session"]
    session_id: Id
    reason: SessionCancelReason


class BeginAppraisalRequest(Act):
    """An appraisal is entrusted 诉前鉴定; its days do not count."""

    action: Literal["begin_appraisal"]
    agreed_by: PartyIds


class EndAppraisalRequest(Act):
    """The appraisal report is in."""

    action: Literal["end_appraisal"]


class ExtendTermRequest(Act):
    """All parties agree to a later end of the term."""

    action: Literal["extend_term"]
    until: LegalDate = Field(description="New last day, before it is moved off rest days.")
    agreed_by: PartyIds


class EndRequest(Act):
    """Mediation is over, for one of the statutory reasons."""

    action: Literal["end"]
    reason: EndReason
    partial: Flag = Field(default=False, description="True with an agreement on part of the claims.")


class ReportResultRequest(Act):
    """The end report. It closes the mediation region, except after filing: there the court's record closes it."""

    action: Literal["report_result"]
    route: Route | None = Field(default=None, description="The way on, where claims stay open.")


class CloseByOtherMeansRequest(Act):
    """The court closes an entrusted case as ended by other means 以其他方式结案."""

    action: Literal["close_by_other_means"]


class ReportBackRequest(Act):
    """The organisation tells the referring body how the matter ended 结案反馈."""

    action: Literal["report_back"]
