"""Which tracks and bodies of rules there are on a day, and what each body may do on each track: dated, with sources.

The rows come from the project's own files; this module knows their types, checks them and answers. A referral asks on
the day on which it opens or gets a holder, and keeps that answer. Keys are values of `Track`, `Body` and `Kind`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.causes import CauseTree
from app.domain.instruments import Mark
from app.domain.sources import SourceId


class Ruling(StrEnum):
    """What a cell says."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    CONDITIONAL = "conditional"


class TrackCondition(StrEnum):
    """Conditions of conditional cells.

    cause_excluded_for_body  the cause must not be one that the body may not take; see `TrackTable.excluded_cause`
    court_platform_only      the matter must run on the court platform
    """

    CAUSE_EXCLUDED_FOR_BODY = "cause_excluded_for_body"
    COURT_PLATFORM_ONLY = "court_platform_only"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a dated row rests on.

    Attributes:
        valid_from: First day; None for as long as there are records.
        valid_to: Last day; None where no end is known.
        sources: Ids of legal sources and own decisions.
        mark: How well the row itself is known.
        note: What is doubtful; empty otherwise.
    """

    valid_from: date | None
    valid_to: date | None
    sources: tuple[SourceId, ...]
    mark: Mark
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether the row holds on a day; both ends belong to it."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track: the kinds of referral that may run on it, its labels, and the days on which one may be opened."""

    track: str
    kinds: frozenset[str]
    zh: str
    en: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body of rules and the days on which it has rules of its own."""

    body: str
    zh: str
    en: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class CellRow:
    """One cell for some days: what the body may do on the track, and under which conditions."""

    track: str
    body: str
    ruling: Ruling
    conditions: frozenset[TrackCondition]
    ground: Ground


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """A branch of one list of causes that a body may not take; `kind` names the disputes that the law means."""

    body: str
    version: str
    root: str
    kind: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a cell says on a day, and why."""

    ruling: Ruling
    conditions: frozenset[TrackCondition]
    ground: Ground


@dataclass(frozen=True, slots=True)
class TrackTable:
    """All rows, ready for questions. Build it with `of`."""

    tracks: Mapping[str, TrackRow]
    bodies: Mapping[str, BodyRow]
    cells: Mapping[tuple[str, str], tuple[CellRow, ...]]
    exclusions: tuple[ExclusionRow, ...]

    @classmethod
    def of(
        cls,
        tracks: Sequence[TrackRow],
        bodies: Sequence[BodyRow],
        cells: Sequence[CellRow],
        exclusions: Sequence[ExclusionRow],
    ) -> "TrackTable":
        """The table of these rows.

        Raises:
            ValueError: a track or body twice, a cell missing, without an answer or with two on some day, conditions
                that do not fit the ruling, or a row that names a body that is not there.
        """
        by_track = {row.track: row for row in tracks}
        by_body = {row.body: row for row in bodies}
        if len(by_track) != len(tracks) or len(by_body) != len(bodies):
            raise ValueError("a track or body stands twice")
        grouped = _grouped(cells)
        if set(grouped) != {(track, body) for track in by_track for body in by_body}:
            raise ValueError("there must be exactly one cell for every track and body")
        if any((row.ruling is Ruling.CONDITIONAL) is not bool(row.conditions) for row in cells):
            raise ValueError("conditions belong to conditional cells and to no others")
        if any(row.body not in by_body for row in exclusions):
            raise ValueError("an exclusion names an unknown body")
        return cls(by_track, by_body, {key: _whole(rows) for key, rows in grouped.items()}, tuple(exclusions))

    def track_valid(self, track: str, on: date) -> bool:
        """Whether a referral may be opened on the track on a legal date. An unknown track is never valid."""
        row = self.tracks.get(track)
        return row is not None and row.ground.covers(on)

    def body_valid(self, body: str, on: date) -> bool:
        """Whether the body has rules of its own on a legal date. An unknown body is never valid.

        Where it has none, organisations of the kind mediate as general invited organisations.
        """
        row = self.bodies.get(body)
        return row is not None and row.ground.covers(on)

    def fits(self, track: str, kind: str) -> bool:
        """Whether referrals of the kind may run on the track."""
        row = self.tracks.get(track)
        return row is not None and kind in row.kinds

    def cell(self, track: str, body: str, on: date) -> Verdict:
        """What the body may do on the track on a legal date; whether the track is in force is another question.

        Raises:
            KeyError: no such track or body.
        """
        row = next(row for row in self.cells[track, body] if row.ground.covers(on))
        return Verdict(row.ruling, row.conditions, row.ground)

    def excluded_cause(self, body: str, cause_code: str, on: date, tree: CauseTree) -> bool:
        """Whether the body may not take disputes of this cause on a legal date.

        Only what the cause shows is judged: that a buyer is a consumer, for example, no cause says. A cause too coarse
        to tell, because something below it is excluded, counts as excluded: a finer one can be stated.

        Raises:
            Refusal: `unknown_code`, where the body has exclusions and the list no such cause.
            ValueError: the body has exclusions on that day, but none are written for this list of causes.
        """
        rows = [row for row in self.exclusions if row.body == body and row.ground.covers(on)]
        if not rows:
            return False
        roots = [row.root for row in rows if row.version == tree.version]
        if not roots:
            raise ValueError("no exclusions are written for this list of causes")
        return any(tree.is_within(cause_code, root) or tree.is_within(root, cause_code) for root in roots)


def _grouped(cells: Iterable[CellRow]) -> dict[tuple[str, str], list[CellRow]]:
    grouped: defaultdict[tuple[str, str], list[CellRow]] = defaultdict(list)
    for row in cells:
        grouped[row.track, row.body].append(row)
    return dict(grouped)


def _whole(rows: Iterable[CellRow]) -> tuple[CellRow, ...]:
    """The rows in order of days, if every day has exactly one of them."""
    ordered = sorted(rows, key=_first_day)
    starts = [row.ground.valid_from for row in ordered]
    ends = [row.ground.valid_to for row in ordered]
    follow = [None, *(end and end + timedelta(days=1) for end in ends)]
    if starts != follow[:-1] or ends[-1] is not None or None in ends[:-1]:
        raise ValueError("the rows of a cell must follow each other without a gap")
    return tuple(ordered)


def _first_day(row: CellRow) -> date:
    return row.ground.valid_from or date.min
