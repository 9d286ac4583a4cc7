"""What the other side holds, by the last list that came through the gate: nobody can ask for it, it comes by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.adapters.courts.gate_files.mapping import document_of
from app.adapters.dialect_answers import Held, held_of, holding_of, items_of
from app.adapters.dialect_settings import Read
from app.domain.court_platform import Holding, Unavailable
from app.domain.platform_mapping import Place, PlatformMapping, value_at


@dataclass(frozen=True, slots=True)
class HeldList:
    """Where the fields of such a list stand. `day_at`: where its day stands; None where the last list always counts."""

    fields: Held
    day_at: Place | None

    def read(self, raw: bytes | None, day: date, mapping: PlatformMapping) -> tuple[Holding, ...]:
        """What they hold on a day.

        Args:
            raw: The last list; None where none has come.
            day: The day that is compared.
            mapping: Whose lists of codes translate states.

        Raises:
            Unavailable: the list of that day has not come yet.
            Unreadable: it is none.
        """
        if raw is None:
            raise Unavailable("list_not_there")
        document = document_of(raw)
        if self.day_at is not None and value_at(document, self.day_at) != day.isoformat():
            raise Unavailable("list_of_another_day")
        return tuple(holding_of(self.fields, mapping, item) for item in items_of(document, self.fields.items_at))


def held_list_of(settings: Mapping[str, Any]) -> HeldList | None:
    """How lists are read; None where none come. Refuses with `platform_settings_invalid`."""
    read = Read(settings, "/settings").below("held")
    if not read.given:
        return None
    read.only(
        *("day_at", "items_at", "reference_at", "state_at", "state_codes", "amount_at", "duties_at"),
        *("procedure_at", "procedure_codes"),
    )
    return HeldList(held_of(read.having(path="/{day}")), read.maybe_place("day_at"))
