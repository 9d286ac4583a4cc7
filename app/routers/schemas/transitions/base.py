"""What every action has, and the bounds that several share."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from app.routers.schemas.common import Id, LegalDate, Request, refused
from app.routers.schemas.numbers import CaseNumberText

PARTIES_MAX = 200
TERMS_MAX = 100
MATERIALS_MAX = 100

PartyIds = Annotated[tuple[Id, ...], Field(min_length=1, max_length=PARTIES_MAX)]


def _each_once(ids: tuple[Id, ...]) -> tuple[Id, ...]:
    if len(set(ids)) != len(ids):
        raise refused("not_unique")
    return ids


SomeParties = Annotated[
    tuple[Id, ...],
    Field(max_length=PARTIES_MAX, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]
"""Parties, each once; none where nobody said so."""

MaterialIds = Annotated[
    tuple[Id, ...],
    Field(min_length=1, max_length=MATERIALS_MAX, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_each_once),
]


class OnBehalfOf(Request):
    """Whom the tenant acts for; recorded, and never widens what it may do."""

    role: Literal["party", "representative", "mediator", "judge", "staff"]
    id: Id | None = Field(default=None, description="The party or mediator, where there is one.")


class Act(Request):
    """What every action has."""

    occurred_on: LegalDate | None = Field(
        default=None,
        description="Legal date on which it happened, today if not given; never before the fact that it follows.",
    )
    on_behalf_of: OnBehalfOf | None = None


class ProcedureAct(Act):
    """What every step of a procedure has."""

    case_number: CaseNumberText | None = Field(default=None, description="Number of the case at the court 案号.")
