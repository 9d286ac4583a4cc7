"""The one form of every no: problem+json (RFC 9457) with our own members."""

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from app.domain.errors import CATALOGUE
from app.domain.lifecycle.states import Action
from app.routers.faults import FIELD_CODES
from app.routers.schemas.common import View

Code = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted(CATALOGUE)})]
FieldCode = Annotated[str, WithJsonSchema({"type": "string", "enum": sorted({*FIELD_CODES, *CATALOGUE})})]


class FieldError(View):
    """One field, and what is wrong with it."""

    pointer: str = Field(description="JSON pointer (RFC 6901) into the body, or `/name` of a parameter.")
    code: FieldCode
    detail: str = Field(description="A sentence for people, in Chinese or English.")
    expected: str | None = Field(
        description="What would have been right, in short: the address of a code list, the values allowed, a form or "
        "a bound; null where the code says it."
    )


class ProblemKindView(View):
    """What a code of a refusal means, whoever it is given to."""

    code: Code
    status: int
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str


class BlockedAction(View):
    """An action that is the caller's to take in other circumstances, and the first thing in its way."""

    action: Action
    code: Code
    detail: str = Field(description="A sentence for people, in Chinese or English.")


class Problem(View):
    """A refusal. The input is never repeated in it."""

    type: str = Field(description="`/problems/` and the code; it can be read there.")
    title: str = Field(description="What kind of refusal it is, for people.")
    status: int
    detail: str = Field(description="What to do, for people; Chinese, or English by Accept-Language.")
    code: Code = Field(description="Stable; the list only grows.")
    instance: str = Field(description="URI of this occurrence; its last part is the X-Request-Id.")
    errors: tuple[FieldError, ...]
    allowed_actions: tuple[Action, ...] | None = Field(description="On 409 of a transition: what is possible now.")
    blocked_actions: tuple[BlockedAction, ...] | None = Field(description="On 409 of a transition: why not the rest.")
    facts: dict[str, Any] = Field(description="Codes, ids, dates and versions that help to act on it.")
