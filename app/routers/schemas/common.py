"""Building bricks of the contract: texts, dates, ids, money and codes, each bounded; and the two kinds of model.

A request refuses what it does not know. A view has no defaults, so the contract says that its fields are always there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    StrictBool,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from app.domain import identifiers
from app.domain.codes import CODE_LISTS
from app.domain.errors import Refusal

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_DATE: Final = r"^((19|20)[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_MONEY: Final = r"^(0|[1-9][0-9]{0,15})(\.[0-9]{1,2})?$"
_UUID: Final = r"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"
_CONTROLS: Final = r"\x00-\x1f\x7f-\x9f"
_INK: Final = rf"[^{_CONTROLS}\x20\u00a0\u2000-\u200f\u2028-\u202f\u3000\ufeff]"
"""Something to see: no control, no kind of blank, nothing invisible."""

_ONE_LINE: Final = rf"^[^{_CONTROLS}]*{_INK}[^{_CONTROLS}]*$"
_SOME_TEXT: Final = _INK

_INSTANT_RE: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_DATE_RE: Final = re.compile(_DATE, re.ASCII)
_MONEY_RE: Final = re.compile(_MONEY, re.ASCII)
_UUID_RE: Final = re.compile(_UUID, re.ASCII)


class Request(BaseModel):
    """Something that callers send."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class View(BaseModel):
    """Something that callers receive."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


def refused(code: str) -> PydanticCustomError:
    """A fault of one field with a code of our own, for use inside validators."""
    return PydanticCustomError(code, "refused")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise refused("wrong_type")
    return value


def _real_date(value: Any) -> date:
    if _DATE_RE.fullmatch(_text(value)) is None:
        raise refused("date_invalid")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refused("date_invalid") from None


def _money(value: Any) -> Decimal:
    if _MONEY_RE.fullmatch(_text(value)) is None:
        raise refused("malformed")
    return Decimal(value)


def _written_instant(value: Any) -> str:
    """Pydantic would take numbers and odd spellings for instants too."""
    if _INSTANT_RE.fullmatch(_text(value)) is None:
        raise refused("malformed")
    return str(value)


def _uuid(value: Any) -> UUID:
    if isinstance(value, UUID):
        return value
    if _UUID_RE.fullmatch(_text(value)) is None:
        raise refused("malformed")
    return UUID(value)


@dataclass(frozen=True, slots=True)
class Listed:
    """A code of one of the code lists; the contract shows the codes."""

    name: str

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Exactly the codes of the list."""
        return core_schema.literal_schema([row.code for row in CODE_LISTS[self.name]])


def checked_identity(number: str | None, info: ValidationInfo) -> str | None:
    """The number of a document, normalised, judged by the `id_type` beside it. Context: `today`, a legal date."""
    id_type = info.data.get("id_type")
    if number is None or "id_type" not in info.data:
        return number
    if id_type is None:
        raise refused("inconsistent")
    today = (info.context or {}).get("today", date.max)
    return _passed(lambda: identifiers.identity_number(id_type, number, today=today))


def _phone(text: str) -> str:
    return _passed(lambda: identifiers.phone(text))


def _case_number(text: str) -> str:
    return _passed(lambda: identifiers.case_number(text).text)


def _passed(check: Callable[[], str]) -> str:
    try:
        return check()
    except Refusal as refusal:
        raise refused(refusal.code) from None


LegalDate = Annotated[
    date,
    BeforeValidator(_real_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DATE}, mode="validation"),
]
"""A real day of the years 1900 to 2100, as YYYY-MM-DD."""

Money = Annotated[
    Decimal,
    BeforeValidator(_money),
    WithJsonSchema({"type": "string", "pattern": _MONEY, "examples": ["12000.00"]}, mode="validation"),
]
"""Yuan as text: at most 16 digits before and 2 after the point, never negative."""

Id = Annotated[
    UUID,
    BeforeValidator(_uuid),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": _UUID}, mode="validation"),
]

Yuan = Annotated[Decimal, PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str)]
"""Yuan in answers, always with two places."""

Name = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=200, pattern=_ONE_LINE)]
Short = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=100, pattern=_ONE_LINE)]
Address = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=300, pattern=_ONE_LINE)]
Prose = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=4000, pattern=_SOME_TEXT)]
CauseCode = Annotated[str, StringConstraints(strict=True, pattern=r"^[PS]?[0-9]{1,4}(\.[0-9]{1,3})?$")]

Identifier = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=40, pattern=_ONE_LINE)]
Phone = Annotated[str, StringConstraints(strict=True, min_length=5, max_length=40), AfterValidator(_phone)]
CaseNumberText = Annotated[
    str, StringConstraints(strict=True, min_length=8, max_length=60), AfterValidator(_case_number)
]
"""A court's case number, normalised: full-width brackets, ASCII digits."""

Flag = StrictBool
Count = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
When = Annotated[AwareDatetime, BeforeValidator(_written_instant)]
"""An instant with its zone, as RFC 3339 writes it."""

Instant = AwareDatetime
Day = date

PartyRole = Annotated[str, Listed("party_role")]
PartyKind = Annotated[str, Listed("party_kind")]
IdType = Annotated[str, Listed("id_type")]
ConsentKind = Annotated[str, Listed("consent_kind")]
ContactMeans = Annotated[str, Listed("contact_means")]
SignatureMeans = Annotated[str, Listed("signature_means")]
ContactResult = Annotated[str, Listed("contact_result")]
DeclineReason = Annotated[str, Listed("decline_reason")]
ReturnReason = Annotated[str, Listed("return_reason")]
SessionMode = Annotated[str, Listed("session_mode")]
NotAcceptReason = Annotated[str, Listed("not_accept_reason")]
RejectReason = Annotated[str, Listed("reject_reason")]
RegistrationRefusalReason = Annotated[str, Listed("registration_refusal_reason")]
CourtLevel = Annotated[str, Listed("court_level")]
ChannelMode = Annotated[str, Listed("channel_mode")]
ChannelForm = Annotated[str, Listed("channel_form")]
