"""Actions around a suspension of mediation."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import Id, Prose, SuspensionReason, SuspensionResult
from app.routers.schemas.transitions.base import Act


class SuspendRequest(Act):
    """Mediation stops 中止; nothing ends by it. A suspected sham is reported and reviewed."""

    action: Literal["suspend"]
    reason: SuspensionReason
    party_id: Id | None = Field(default=None, description="Whom it concerns; required with `death` and `incapacity`.")
    explanation: Prose | None = Field(default=None, description="Kept encrypted as a message, in no event.")


class ResumeRequest(Act):
    """The review or the wait came to its result; mediation goes on where it stood."""

    action: Literal["resume"]
    result: SuspensionResult


class FindShamRequest(Act):
    """The review found a sham 虚假调解; the referral closes and the matter is transferred."""

    action: Literal["find_sham"]
    explanation: Prose | None = Field(default=None, description="Kept encrypted as a message, in no event.")


SuspensionAct = SuspendRequest | ResumeRequest | FindShamRequest
