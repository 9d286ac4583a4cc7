"""Building bricks of the contract: texts, dates, ids, money and codes, each bounded; and the two kinds of model.

A request refuses what it does not know. A view has no defaults, so the contract says that its fields are always there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
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
from app.routers.schemas.ink import is_one_line, is_text

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

_SHA256: Final = r"^[0-9a-f]{64}$"
_MEDIA_TYPE: Final = r"^[a-z]+/[a-z0-9][a-z0-9.+-]*$"
_CAUSE: Final = r"^[PS]?[0-9]{1,4}(\.[0-9]{1,3})?$"

DATE_FORM: Final = "YYYY-MM-DD"
INSTANT_FORM: Final = "RFC 3339 instant with its zone, such as 2026-03-02T09:00:00+08:00"
YEARS_FORM: Final = f"a year from {FIRST_YEAR} to {LAST_YEAR}, in UTC"
FUTURE_FORM: Final = "an instant still to come"
MONEY_FORM: Final = "decimal text, at most 16 digits and 2 decimals, such as 12000.00"
ID_FORM: Final = "UUID"
PHONE_FORM: Final = (
    "a mobile or landline number, or + and country code; such as 13800138000, 010-62345678, +85291234567"
)
CASE_NUMBER_FORM: Final = "such as （2026）京0101民初1号"
EMAIL_FORM: Final = "e-mail address, such as name@example.com"
ONE_LINE_FORM: Final = "one line of visible text"
TEXT_FORM: Final = "visible text"
CAUSE_LIST: Final = "cause"
"""Name under which the causes of action are read as a code list."""

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


def list_address(name: str) -> str:
    """Where a code list can be read."""
    return f"GET /v1/code-lists/{name}"


def refused(code: str, *, expected: str | None = None, beside: str | None = None) -> PydanticCustomError:
    """A fault of one field with a code of our own, for use inside validators.

    Args:
        code: A code of single fields or of the catalogue.
        expected: What would have been right, in short; never the input.
        beside: The field of the same object whose fault it is, where it is another's.
    """
    given = {"expected": expected, "beside": beside}
    return PydanticCustomError(code, "refused", {name: text for name, text in given.items() if text is not None})


def _text(value: Any, expected: str) -> str:
    if not isinstance(value, str):
        raise refused("wrong_type", expected=expected)
    return value


def _real_date(value: Any) -> date:
    if _DATE_RE.fullmatch(_text(value, DATE_FORM)) is None:
        raise refused("date_invalid", expected=DATE_FORM)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refused("date_invalid", expected=DATE_FORM) from None


def _money(value: Any) -> Decimal:
    if _MONEY_RE.fullmatch(_text(value, MONEY_FORM)) is None:
        raise refused("malformed", expected=MONEY_FORM)
    return Decimal(value)


def _written_instant(value: Any) -> str:
    """Pydantic would take numbers and odd spellings for instants too."""
    if _INSTANT_RE.fullmatch(_text(value, INSTANT_FORM)) is None:
        raise refused("malformed", expected=INSTANT_FORM)
    return str(value)


def _bounded_instant(value: datetime) -> datetime:
    """In UTC and within the years of legal dates: the edges of time have no UTC, or are stored as infinity."""
    try:
        instant = value.astimezone(UTC)
    except OverflowError:
        raise refused("out_of_range", expected=YEARS_FORM) from None
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise refused("out_of_range", expected=YEARS_FORM)
    return instant


def _still_to_come(value: datetime, info: ValidationInfo) -> datetime:
    now = (info.context or {}).get("now")
    if now is not None and value <= now:
        raise refused("out_of_range", expected=FUTURE_FORM)
    return value


def _uuid(value: Any) -> UUID:
    if isinstance(value, UUID):
        return value
    if _UUID_RE.fullmatch(_text(value, ID_FORM)) is None:
        raise refused("malformed", expected=ID_FORM)
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
        raise refused("required", beside="id_type", expected=list_address("id_type"))
    today = (info.context or {}).get("today", date.max)
    return _passed(lambda: identifiers.identity_number(id_type, number, today=today))


def _one_line(text: str) -> str:
    if not is_one_line(text):
        raise refused("malformed", expected=ONE_LINE_FORM)
    return text


def _some_text(text: str) -> str:
    if not is_text(text):
        raise refused("malformed", expected=TEXT_FORM)
    return text


def _phone(text: str) -> str:
    return _passed(lambda: identifiers.phone(text))


def service_address(address: str, info: ValidationInfo) -> str:
    """An address for service by the `kind` beside it: a telephone number, normalised, or as it stands.

    What is electronic and holds an @ is an e-mail address; a fax number or an account of a platform has no one form.
    """
    kind = info.data.get("kind")
    if kind == "sms":
        return _phone(address)
    if kind == "electronic" and "@" in address and not identifiers.is_email(address):
        raise refused("malformed", expected=EMAIL_FORM)
    return address


def _passed(check: Callable[[], str]) -> str:
    try:
        return check()
    except Refusal as refusal:
        raise refused(refusal.code, expected=expected_of(refusal)) from None


def expected_of(refusal: Refusal) -> str | None:
    """What a number from outside should have been, by what is wrong with it."""
    return EXPECTED_OF_FAULT.get(str(refusal.facts.get("fault", refusal.code)))


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

Name = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=200, pattern=_ONE_LINE), AfterValidator(_one_line)
]
Short = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=100, pattern=_ONE_LINE), AfterValidator(_one_line)
]
Address = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=300, pattern=_ONE_LINE), AfterValidator(_one_line)
]
Prose = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=4000, pattern=_SOME_TEXT), AfterValidator(_some_text)
]
Narrative = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=20_000, pattern=_SOME_TEXT), AfterValidator(_some_text)
]
Sha256 = Annotated[str, StringConstraints(strict=True, pattern=_SHA256)]
MediaType = Annotated[str, StringConstraints(strict=True, max_length=100, pattern=_MEDIA_TYPE)]
CauseCode = Annotated[str, StringConstraints(strict=True, pattern=_CAUSE)]

EXPECTED_OF_PATTERN: Final[Mapping[str, str]] = {
    _ONE_LINE: ONE_LINE_FORM,
    _SOME_TEXT: TEXT_FORM,
    _CAUSE: list_address(CAUSE_LIST),
    _SHA256: "64 hexadecimal digits in lower case",
    _MEDIA_TYPE: "media type in lower case, such as application/pdf",
}
"""What a pattern asks for, for people."""

EXPECTED_OF_FAULT: Final[Mapping[str, str]] = {
    "form": "a number in the form of that document",
    "check_digit": "a number whose check digit is right",
    "birth_date": "a number that holds a real date of birth",
    "region": "a number of a region that issues that document",
    "forbidden_letter": f"none of the letters {identifiers.FORBIDDEN_LETTERS}",
    "phone_invalid": PHONE_FORM,
    "case_number_invalid": CASE_NUMBER_FORM,
}
"""What a number from outside should have been, by the kind of fault or the code of the refusal."""

Identifier = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=40, pattern=_ONE_LINE), AfterValidator(_one_line)
]
Phone = Annotated[str, StringConstraints(strict=True, min_length=5, max_length=40), AfterValidator(_phone)]

Flag = StrictBool
Count = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
When = Annotated[AwareDatetime, BeforeValidator(_written_instant), AfterValidator(_bounded_instant)]
"""An instant of the years 1900 to 2100 with its zone, as RFC 3339 writes it; read into UTC."""

Expiry = Annotated[When, AfterValidator(_still_to_come)]
"""An instant that has not passed. Context: `now`, an instant by the system clock."""

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
DeemedWithdrawalReason = Annotated[str, Listed("deemed_withdrawal_reason")]
PaymentOrderRefusalReason = Annotated[str, Listed("payment_order_refusal_reason")]
PaymentOrderObjection = Annotated[str, Listed("payment_order_objection")]
LabourPayment = Annotated[str, Listed("labour_payment")]
ReviewNotAcceptReason = Annotated[str, Listed("review_not_accept_reason")]
ReviewRefusalReason = Annotated[str, Listed("review_refusal_reason")]
NotarisationRefusalReason = Annotated[str, Listed("notarisation_refusal_reason")]
SuccessionGround = Annotated[str, Listed("succession_ground")]
CertificateRefusalReason = Annotated[str, Listed("certificate_refusal_reason")]
EnforcementCourtGround = Annotated[str, Listed("enforcement_court_ground")]
EnforcementRefusalReason = Annotated[str, Listed("enforcement_refusal_reason")]
EnforcementEndReason = Annotated[str, Listed("enforcement_end_reason")]
EnforcementDenialReason = Annotated[str, Listed("enforcement_denial_reason")]
HandOverReason = Annotated[str, Listed("hand_over_reason")]
RegistrationRefusalReason = Annotated[str, Listed("registration_refusal_reason")]
CourtLevel = Annotated[str, Listed("court_level")]
ChannelMode = Annotated[str, Listed("channel_mode")]
ChannelForm = Annotated[str, Listed("channel_form")]
ProcedureType = Annotated[str, Listed("procedure_type")]
IntakeSource = Annotated[str, Listed("intake_source")]
Priority = Annotated[str, Listed("priority")]
Sensitivity = Annotated[str, Listed("sensitivity")]
SubsidyPayer = Annotated[str, Listed("subsidy_payer")]
BusinessStatus = Annotated[str, Listed("business_status")]
BusinessStatusReason = Annotated[str, Listed("business_status_reason")]
RepresentativeKind = Annotated[str, Listed("representative_kind")]
AuthorityScope = Annotated[str, Listed("authority_scope")]
ClaimKind = Annotated[str, Listed("claim_kind")]
ClaimOutcome = Annotated[str, Listed("claim_outcome")]
ServiceAddressKind = Annotated[str, Listed("service_address_kind")]
MaterialKind = Annotated[str, Listed("material_kind")]
MaterialState = Annotated[str, Listed("material_state")]
NoticeKind = Annotated[str, Listed("notice_kind")]
NoticeMeans = Annotated[str, Listed("notice_means")]
NoticeResult = Annotated[str, Listed("notice_result")]
CancelReason = Annotated[str, Listed("cancel_reason")]
RecordKind = Annotated[str, Listed("record_kind")]
CorrectionReason = Annotated[str, Listed("correction_reason")]
ReopenReason = Annotated[str, Listed("reopen_reason")]
HandBackReason = Annotated[str, Listed("hand_back_reason")]
Capacity = Annotated[str, Listed("capacity")]
DataClass = Annotated[str, Listed("data_class")]
ReferBackReason = Annotated[str, Listed("refer_back_reason")]
RecallReason = Annotated[str, Listed("recall_reason")]
SharingGround = Annotated[str, Listed("sharing_ground")]
ConflictRelation = Annotated[str, Listed("conflict_relation")]
ConflictSource = Annotated[str, Listed("conflict_source")]
ConflictDecision = Annotated[str, Listed("conflict_decision")]
ConflictState = Annotated[str, Listed("conflict_state")]
MediatorOtherRole = Annotated[str, Listed("mediator_other_role")]
SuspensionReason = Annotated[str, Listed("suspension_reason")]
SuspensionResult = Annotated[str, Listed("suspension_result")]
MediatorChangeReason = Annotated[str, Listed("mediator_change_reason")]
SessionCancelReason = Annotated[str, Listed("session_cancel_reason")]
MessageTopic = Annotated[str, Listed("message_topic")]
UrgeTopic = Annotated[str, Listed("urge_topic")]
SeriesKind = Annotated[str, Listed("series_kind")]
ProcedureKind = Annotated[str, Listed("procedure_kind")]
ReferringBodyKind = Annotated[str, Listed("referring_body_kind")]
StatementRefusalReason = Annotated[str, Listed("statement_refusal_reason")]
WithdrawalRefusalReason = Annotated[str, Listed("withdrawal_refusal_reason")]
ArbitrationRefusalReason = Annotated[str, Listed("arbitration_refusal_reason")]
DuplicatePolicy = Annotated[str, Listed("duplicate_policy")]
ConfirmationAfterEntrustment = Annotated[str, Listed("confirmation_after_entrustment")]
RosterStatus = Annotated[str, Listed("roster_status")]
TenantKind = Annotated[str, Listed("tenant_kind")]
CaseNumberKind = Annotated[str, Listed("case_number_kind")]
DocumentClass = Annotated[str, Listed("document_class")]
DocumentWithdrawalReason = Annotated[str, Listed("document_withdrawal_reason")]
AgreementForm = Annotated[str, Listed("agreement_form")]
DefaultClause = Annotated[str, Listed("default_clause")]
AgreementSubject = Annotated[str, Listed("agreement_subject")]
PerformanceMeans = Annotated[str, Listed("performance_means")]
HandoverPurpose = Annotated[str, Listed("handover_purpose")]
