"""Opening a referral: the three ways in which one begins, each with everything that can be known of the case."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from app.domain.lifecycle.states import Kind
from app.routers.schemas.case import CaseNumberRequest, CauseRequest, PartyRequest, Sensitivities, dated_if_ordered
from app.routers.schemas.common import (
    Flag,
    Id,
    IntakeSource,
    LegalDate,
    Money,
    Name,
    Narrative,
    Priority,
    ProcedureType,
    Short,
    SubsidyPayer,
    refused,
)
from app.routers.schemas.transitions import PARTIES_MAX, Act

CASE_NUMBERS_MAX = 20
DISTINCT_MAX = 20

_KINDS = "`pre_filing` 委派, usual for a court; `post_filing` 委托; `transferred` 移送, usual for another body."
_REFERRED = Field(default=None, description=_KINDS)
Referred = Literal[Kind.PRE_FILING, Kind.POST_FILING, Kind.TRANSFERRED]
Asked = Literal[Kind.PRE_FILING, Kind.POST_FILING, Kind.TRANSFERRED, Kind.ASSISTED]


class OpeningRequest(Act):
    """What every new referral has."""

    parties: tuple[PartyRequest, ...] = Field(min_length=2, max_length=PARTIES_MAX)
    on_court_platform: Flag = Field(
        default=True, description="Whether it is mediated on the court platform; decides the track."
    )
    cause: CauseRequest | None = None
    claim_amount: Money | None = None
    court_reference: Short | None = Field(default=None, description="The referrer's own key for the referral.")
    case_numbers: tuple[CaseNumberRequest, ...] = Field(default=(), max_length=CASE_NUMBERS_MAX)
    filed_on: LegalDate | None = Field(default=None, description="Day of filing 立案日期; needed after filing.")
    procedure_type: ProcedureType | None = Field(default=None, description="Needed after filing: it decides the term.")
    clerk: Name | None = Field(default=None, description="Clerk of the court 书记员; kept encrypted.")
    judge: Name | None = Field(default=None, description="Judge of the case 承办法官; kept encrypted.")
    facts_and_reasons: Narrative | None = Field(default=None, description="事实与理由; kept encrypted.")
    preservation: Flag = Field(default=False, description="Whether preservation 保全 was ordered.")
    preserved_on: LegalDate | None = Field(default=None, description="Its day; only with `preservation`.")
    priority: Priority = "normal"
    sensitivities: Sensitivities = ()
    intake_source: IntakeSource | None = Field(default=None, description="Who sent the dispute in.")
    subsidy_payer: SubsidyPayer | None = None
    arbitration: Literal["arbitrated", "wage_iou"] | None = Field(
        default=None, description="Of a labour dispute: already arbitrated, or a claim on a written wage debt 工资欠条."
    )
    dispute_id: Id | None = Field(default=None, description="The dispute that this referral goes on with.")
    distinct_from: tuple[Id, ...] = Field(
        default=(),
        max_length=DISTINCT_MAX,
        description="Referrals named as possible duplicates that were looked at and are about another matter.",
    )
    series_id: Id | None = Field(default=None, description="The series 系列案 that it belongs to.")

    _ordered = field_validator("preserved_on")(dated_if_ordered)


def _only_after_filing(in_trial: bool, info: ValidationInfo) -> bool:  # noqa: FBT001 - a validator's own form
    if in_trial and info.data.get("kind", Kind.POST_FILING) is not Kind.POST_FILING:  # A wrong kind has its own fault.
        raise refused("inconsistent")
    return in_trial


_IN_TRIAL = Field(
    default=False, description="Whether the case is in its trial stage, second instance included; only after filing."
)


class DelegateRequest(OpeningRequest):
    """A court or another referring body hands a dispute to an organisation 委派, 委托, 移送."""

    action: Literal["delegate"]
    kind: Referred | None = _REFERRED
    in_trial: Flag = _IN_TRIAL
    organisation_id: Id

    _only = field_validator("in_trial")(_only_after_filing)


class InviteRequest(OpeningRequest):
    """A judge invites an organisation to help mediate a filed case 邀请调解; it holds the referral from that day on."""

    action: Literal["invite"]
    kind: Literal[Kind.ASSISTED] = Kind.ASSISTED
    organisation_id: Id


class ConsultRequest(OpeningRequest):
    """A court or another referring body takes a dispute in and asks the parties first 征询意见."""

    action: Literal["consult"]
    kind: Asked | None = Field(default=None, description=_KINDS + " `assisted` 邀请调解 where a judge mediates.")
    in_trial: Flag = _IN_TRIAL

    _only = field_validator("in_trial")(_only_after_filing)


class SubmitRequest(OpeningRequest):
    """The parties apply 申请: to the court on its platform, or to the organisation itself 自主受理."""

    action: Literal["submit"]
    kind: Literal[Kind.PRE_FILING, Kind.DIRECT] | None = Field(
        default=None, description="`pre_filing`, usual for a court; `direct`, usual for an organisation."
    )


Opening = Annotated[DelegateRequest | InviteRequest | ConsultRequest | SubmitRequest, Field(discriminator="action")]
