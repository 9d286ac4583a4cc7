"""Case files of the demonstration: published facts, what was assumed beside them, each side's part, the expected end.

The two parts go to two processes; only this module and the report ever see both.
"""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.sandbox.casefile import CentrePart, CourtPart


class OrganisationEntry(BaseModel):
    """An organisation of the case, and the channel by which the court reaches it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str
    parent: str | None
    mode: Literal["hq_to_hq", "point_to_point"]
    form: Literal["online", "in_court", "mixed"]


class Expected(BaseModel):
    """How the case ends.

    Attributes:
        outcome: Word of `outcome.py`; for a published case the outcome as published.
        closure: How the mediation region closes.
        must_happen: Event types that occur in this order, others between them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: str
    closure: str
    must_happen: tuple[str, ...]


class CaseFile(BaseModel):
    """One file. `published` holds the facts as published, with null where nothing is; None for a constructed case."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case_id: str
    kind: Literal["published", "constructed"]
    title: str
    source_url: str | None
    publisher: str | None
    published_on: date | None
    published: dict[str, Any] | None
    assumptions: tuple[str, ...]
    organisations: tuple[OrganisationEntry, ...]
    court: CourtPart
    centres: tuple[CentrePart, ...]
    expected: Expected


def load_cases(only: Sequence[str] | None = None) -> tuple[CaseFile, ...]:
    """All case files in order of the day on which they begin, or those with the given ids.

    Raises:
        pydantic.ValidationError: a file does not fit; that is a fault of the program.
    """
    folder = files("app").joinpath("data", "cases")
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".json")]
    cases = [CaseFile.model_validate_json(text) for text in texts]
    wanted = [case for case in cases if only is None or case.case_id in only]
    return tuple(sorted(wanted, key=lambda case: (case.court.refer_on, case.case_id)))
