"""What a case is made of, as it is sent: parties, those who act for them, claims, numbers. Names nobody in answers."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from app.routers.schemas.common import (
    Address,
    AuthorityScope,
    CaseNumberKind,
    CauseCode,
    ClaimKind,
    ConsentKind,
    Count,
    Flag,
    Identifier,
    IdType,
    LegalDate,
    Money,
    Name,
    PartyKind,
    PartyRole,
    Phone,
    Prose,
    RepresentativeKind,
    Request,
    Sensitivity,
    Short,
    checked_identity,
    refused,
)
from app.routers.schemas.numbers import compared_number, court_number

CONSENTS_MAX = 12
REPRESENTATIVES_MAX = 20
CLAIMS_MAX = 50
SENSITIVITIES_MAX = 10
COURT = "court"
"""The kind of case number that is read in full."""


def _each_once(codes: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(codes)) != len(codes):
        raise refused("not_unique")
    return codes


Sensitivities = Annotated[
    tuple[Sensitivity, ...],
    Field(max_length=SENSITIVITIES_MAX, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]


def dated_if_ordered(preserved_on: date | None, info: ValidationInfo) -> date | None:
    """The day of preservation, refused as `inconsistent` beside a flag that none was ordered."""
    if preserved_on is not None and info.data.get("preservation") is False:
        raise refused("inconsistent")
    return preserved_on


class ConsentRequest(Request):
    """What a party said on one matter on one day."""

    kind: ConsentKind
    given: Flag
    given_on: LegalDate


class RepresentativeRequest(Request):
    """Somebody who acts for a party. Special authority 特别授权 is needed to settle."""

    kind: RepresentativeKind
    authority: AuthorityScope
    name: Name
    id_type: IdType | None = None
    id_number: Identifier | None = None
    phone: Phone | None = None

    _checked = field_validator("id_number")(checked_identity)


class ClaimRequest(Request):
    """One claim of a party."""

    kind: ClaimKind
    amount: Money | None = None
    text: Prose | None = Field(default=None, description="Personal data: kept encrypted, in no event.")


class PartyRequest(Request):
    """One side or group. Everything that names a person is kept encrypted."""

    role: PartyRole
    kind: PartyKind
    name: Name
    represented_count: Count = Field(default=1, description="More than 1 where the party stands for a group.")
    id_type: IdType | None = None
    id_number: Identifier | None = Field(
        default=None, description="Resident numbers and credit codes are checked in full. Needed before the start."
    )
    phone: Phone | None = None
    address: Address | None = None
    consents: tuple[ConsentRequest, ...] = Field(default=(), max_length=CONSENTS_MAX)
    representatives: tuple[RepresentativeRequest, ...] = Field(default=(), max_length=REPRESENTATIVES_MAX)
    claims: tuple[ClaimRequest, ...] = Field(default=(), max_length=CLAIMS_MAX)

    _checked = field_validator("id_number")(checked_identity)


class CauseRequest(Request):
    """A cause of action 案由 and the list that it is taken from."""

    code: CauseCode
    version: Short = "2026"


def _readable(number: str, info: ValidationInfo) -> str:
    if info.data.get("kind") == COURT:
        court_number(number, info)
    return number


class CaseNumberRequest(Request):
    """A number under which somebody keeps the case. Court numbers 案号 are checked and normalised."""

    kind: CaseNumberKind
    number: Short

    _checked = field_validator("number")(_readable)


def normalised_number(kind: str, number: str) -> str:
    """A case number that was taken, as it is compared; other bodies number as they like, so theirs lose blanks only."""
    return compared_number(number) if kind == COURT else "".join(number.split())
