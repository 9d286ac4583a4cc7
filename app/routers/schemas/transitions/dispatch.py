"""Actions of a head office and its tree: dispatch down, refer back up, the court's word, who above may read."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from app.domain.codes import codes_of
from app.routers.schemas.common import DataClass, Flag, Id, Prose, RecallReason, ReferBackReason, SharingGround, refused
from app.routers.schemas.transitions.base import Act

CLASSES_MAX = len(codes_of("data_class"))


def _each_once(classes: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(classes)) != len(classes):
        raise refused("not_unique")
    return classes


DataClasses = Annotated[
    tuple[DataClass, ...],
    Field(min_length=1, max_length=CLASSES_MAX, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]


class DispatchRequest(Act):
    """Whoever holds what came over a head office passes it on to one right below 转派; nobody has accepted yet."""

    action: Literal["dispatch"]
    organisation_id: Id
    ground: SharingGround = Field(description="On what ground the parties' data go with it; kept as a sharing record.")
    classes: DataClasses = Field(
        default=("party_identity", "claims", "materials"), description="Which data of the parties go with it."
    )
    mediator_consents: Flag = Field(
        default=False, description="It is only on a higher court's roster, and agreed to be taken from there."
    )


class ReferBackRequest(Act):
    """A level below gives it back to the level above; it no longer sees the referral afterwards."""

    action: Literal["refer_back"]
    reason: ReferBackReason
    explanation: Prose


class RecallRequest(Act):
    """The level right above takes back what it dispatched and nobody has accepted; the level below sees it no more."""

    action: Literal["recall"]
    reason: RecallReason = Field(
        default="other", description="Stands in the event, and so in the feed of the level below, which sees no more."
    )
    explanation: Prose


class AllowOrganisationRequest(Act):
    """The court allows a dispatch to an organisation that is on no roster of its own or of a court above."""

    action: Literal["allow_organisation"]
    organisation_id: Id


class ShareDataRequest(Act):
    """The holder or the court records on what ground an organisation above the holder may read data of the parties."""

    action: Literal["share_data"]
    to_id: Id
    ground: SharingGround
    classes: DataClasses
    explanation: Prose | None = Field(
        default=None,
        description="The law that gives the ground; required without consent. Kept encrypted, in no event.",
    )


DispatchAct = DispatchRequest | ReferBackRequest | RecallRequest | AllowOrganisationRequest | ShareDataRequest
