"""The shape of one coded value, and how lists of them are written down. Codes are never renamed and never reused."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.sources import SourceId


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list.

    Attributes:
        code: What is stored and sent.
        zh: Label in Chinese.
        en: Label in English.
        sources: Ids of what the value rests on.
        valid_from: First day on which it may be chosen; None where it is as old as its list.
        valid_to: Last such day; None where no end is known. What was recorded earlier keeps its code.
        note: What is doubtful or worth knowing; empty otherwise.
    """

    code: str
    zh: str
    en: str
    sources: tuple[SourceId, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether the value may be chosen on a legal date; both ends belong to the period."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


OWN: Final = (SourceId.PD_CODES,)
"""No instrument fixes the value."""


def coded(
    sources: tuple[SourceId, ...],
    *rows: tuple[str, str, str],
    since: date | None = None,
    until: date | None = None,
    note: str = "",
) -> tuple[Code, ...]:
    """Values that share sources and validity, each as code, Chinese label, English label."""
    return tuple(Code(code, zh, en, sources, since, until, note) for code, zh, en in rows)
