"""Rows of sheets in which an organisation stands by its registered name: the id in its place, as the API wants it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from uuid import UUID

from app.domain.access import TenantId
from app.domain.ports import Ports
from app.domain.registry import Noun
from app.domain.spreadsheet import CellFault, ReadRow

FIELD: Final = "organisation_id"
UNKNOWN: Final = "cell_unknown_organisation"


async def with_ids(ports: Ports, tenant_id: TenantId, rows: Iterable[ReadRow]) -> tuple[ReadRow, ...]:
    """The rows with ids for names; a name that no organisation has or had is a fault of its cell.

    A name leads to one organisation only, because it stays with the one that had it first. Whether a referral may go
    there is judged with the rest of the row.
    """
    taken = tuple(rows)
    names = sorted({name for row in taken if (name := _name_in(row)) is not None})
    if not names:
        return taken
    async with ports.unit_of_work(tenant_id) as tx:
        found = {name: await tx.registry.name_owner(Noun.ORGANISATIONS, name) for name in names}
    return tuple(_named(row, found) for row in taken)


def _name_in(row: ReadRow) -> str | None:
    """What stands in a good row for the organisation and is no id."""
    text = row.body.get(FIELD)
    if row.faults or not isinstance(text, str):
        return None
    try:
        UUID(text)
    except ValueError:
        return text
    return None


def _named(row: ReadRow, found: dict[str, UUID | None]) -> ReadRow:
    name = _name_in(row)
    if name is None:
        return row
    organisation_id = found[name]
    if organisation_id is None:
        return replace(row, faults=(CellFault(row.cells.get(FIELD, ""), UNKNOWN, FIELD),))
    return replace(row, body={**row.body, FIELD: str(organisation_id)})
