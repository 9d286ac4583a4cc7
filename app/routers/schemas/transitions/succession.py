"""The request of a succession."""

from typing import Final, Literal

from pydantic import Field, field_validator

from app.routers.schemas.common import (
    Address,
    Id,
    Identifier,
    IdType,
    LegalDate,
    Name,
    PartyKind,
    Phone,
    Request,
    SuccessionGround,
    checked_identity,
)
from app.routers.schemas.transitions.base import Act

HEIRS_MAX: Final = 20


class HeirRequest(Request):
    """An heir or successor. Everything that names a person is kept encrypted."""

    kind: PartyKind = "natural_person"
    name: Name
    id_type: IdType | None = None
    id_number: Identifier | None = Field(default=None, description="Needed before mediation goes on with the heir.")
    phone: Phone | None = None
    address: Address | None = None

    _checked = field_validator("id_number")(checked_identity)


class RecordSuccessionRequest(Act):
    """Heirs or successors stand in a party's place 承继; the party stays in the record."""

    action: Literal["record_succession"]
    party_id: Id
    ground: SuccessionGround
    succeeded_on: LegalDate | None = Field(default=None, description="From when on; the legal date if left out.")
    heirs: tuple[HeirRequest, ...] = Field(min_length=1, max_length=HEIRS_MAX)
