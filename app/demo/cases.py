"""Case files of the demonstration: published facts, what was assumed beside them, each side's part, the expected end.

The two parts go to two processes; only this module and the report ever see both.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from stdnum.cn import ric

from app.sandbox.casefile import CentrePart, CourtPart, FilePart, Identity, Opening, PartyEntry

P = TypeVar("P", bound=FilePart)


class CaseFileError(Exception):
    """A case file does not fit its form, or no file has an id that was asked for; the message says which."""


class OrganisationEntry(BaseModel):
    """An organisation of the case, and the channel by which the court reaches it; `listed`: on that court's roster."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str
    parent: str | None
    mode: Literal["hq_to_hq", "point_to_point"]
    form: Literal["online", "in_court", "mixed"]
    listed: bool = False


class Expected(BaseModel):
    """How the case ends.

    Attributes:
        outcome: Word of `outcome.py`; for a published case the outcome as published.
        closure: How the mediation region closes.
        must_happen: Event types that occur in this order, others between them.
        reached: Word of `outcome.py` that is reached, where it is not the published one.
        stops: Code of the refusal with which a rule ends the course.
        why: Why the course differs from the published one or stops early, with the ids of rules and sources.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: str
    closure: str
    must_happen: tuple[str, ...]
    reached: str | None = None
    stops: str | None = None
    why: str | None = None
    why_en: str | None = None


class SeriesEntry(BaseModel):
    """A series 系列案: the file stands for so many referrals, each with applicants of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    count: int
    kind: str


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
    court: CourtPart | None = None
    deciding_court: CourtPart | None = None
    referring_body_kind: str | None = None
    court_settings: dict[str, str] = {}
    series: SeriesEntry | None = None
    centres: tuple[CentrePart, ...]
    expected: Expected

    @property
    def opening(self) -> Opening:
        """What the referral is opened from, by whoever opens it."""
        if self.court is not None and self.court.opens:
            return self.court
        return next(centre.opening for centre in self.centres if centre.opening is not None)

    @property
    def begins_on(self) -> date:
        """Day on which it is opened."""
        return self.opening.refer_on or date.max

    @property
    def opener(self) -> str:
        """Name of the tenant that opens it, and sees it to the end."""
        if self.court is not None and self.court.opens:
            return self.court.court
        return next(centre.organisation for centre in self.centres if centre.opening is not None)

    @property
    def courts(self) -> tuple[CourtPart, ...]:
        """Parts of the court or body that refers, and of a court that only decides."""
        return tuple(part for part in (self.court, self.deciding_court) if part is not None)

    @property
    def references(self) -> tuple[str, ...]:
        """References of the referrals for which the file stands."""
        if self.series is None:
            return (self.case_id,)
        return tuple(f"{self.case_id}.{number:02d}" for number in range(1, self.series.count + 1))

    def parts(self, part: P) -> Iterator[P]:
        """One side's part, once for each referral of the file; each referral of a series has its own applicants."""
        for number, reference in enumerate(self.references):
            changes: dict[str, Any] = {"reference": reference}
            if self.series is not None and isinstance(part, CourtPart) and part.opens:
                parties = tuple(_renumbered(party, number) for party in part.parties)
                changes |= {"parties": parties, "series": self.case_id, "series_kind": self.series.kind}
            yield part.model_copy(update=changes)


BREACH_WINDOW = 0
"""Whether promises were kept is seldom published: time alone does not say that they were not."""


def _renumbered(party: PartyEntry, number: int) -> PartyEntry:
    """The party with another made-up resident id; bodies keep theirs."""
    identity = party.identity
    if identity is None or identity.type != "resident_id":
        return party
    body = f"{identity.number[:14]}{int(identity.number[14:17]) + 2 * number:03d}"
    other = Identity(type="resident_id", number=body + ric.calc_check_digit(f"{body}X"), synthetic=True)
    return party.model_copy(update={"identity": other})


def load_cases(only: Sequence[str] | None = None) -> tuple[CaseFile, ...]:
    """All case files in order of the day on which they begin, or those with the given ids.

    Raises:
        CaseFileError: a file does not fit, or there is none with one of the ids.
    """
    folder = files("app").joinpath("data", "cases")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    cases = [read_case(entry.name, entry.read_text("utf-8")) for entry in entries if entry.name.endswith(".json")]
    unknown = sorted(set(only or ()) - {case.case_id for case in cases})
    if unknown:
        raise CaseFileError(f"没有案例 {', '.join(unknown)}。There is no case file with this id in app/data/cases.")
    wanted = [case for case in cases if only is None or case.case_id in only]
    return tuple(sorted(wanted, key=lambda case: (case.begins_on, case.case_id)))


def read_case(name: str, text: str) -> CaseFile:
    """One case file.

    Args:
        name: Name of the file, for the message.
        text: Its content.

    Raises:
        CaseFileError: it does not fit.
    """
    try:
        return CaseFile.model_validate_json(text)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc'])) or '(file)'}: {fault['msg']}" for fault in error.errors()]
        raise CaseFileError(f"{name}: {'; '.join(faults)}") from error
