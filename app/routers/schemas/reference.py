"""What everybody may look up: the lifecycle's tables, code lists, due dates, the legal clock, health."""

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from app.domain.access import ActorRole
from app.domain.lifecycle.states import Action, EventType, Kind, Machine, Track
from app.domain.lifecycle.table import TERM
from app.domain.periods import RuleId, Unit
from app.routers.schemas.common import Day, Instant, LegalDate, Request, View

ClockRule = Annotated[str, WithJsonSchema({"type": "string", "enum": [*RuleId, TERM]})]
"""A rule, or `TERM`: that of the term, which the referral gives."""


class ClockOpView(View):
    """What a transition does to one legal period."""

    verb: Literal["start", "stop", "miss", "settle", "pause", "resume", "extend", "reopen"]
    rule: ClockRule
    only_when: str | None


class RowLabels(View):
    """Names for people, in the language of the answer."""

    machine: str
    action: str
    before: str | None
    after: str
    event: str


class RowView(View):
    """One arrow of the lifecycle. `from` null opens a region or a procedure."""

    machine: Machine
    action: Action
    before: str | None
    after: str
    by: tuple[ActorRole, ...]
    guards: tuple[str, ...]
    when: tuple[str, ...]
    clocks: tuple[ClockOpView, ...]
    event: EventType
    labels: RowLabels
    sources: tuple[str, ...]
    tracks: tuple[Track, ...]
    kinds: tuple[Kind, ...]


class SwitchView(View):
    """A rule that is known from memory or from a secondary source, which a deployment may switch off."""

    id: str = Field(description="Id of a period or of a source.")
    zh: str = Field(description="What is no longer done while it is off.")
    en: str
    mark: str = Field(description="`secondary` or `from_memory`.")
    off: bool


class LifecycleView(View):
    """The tables that decide; what is not a row is refused."""

    rows: tuple[RowView, ...]
    switches: tuple[SwitchView, ...]


class CodeView(View):
    """One code with its labels and sources."""

    code: str
    zh: str
    en: str
    label: str = Field(description="In the language of the answer; Chinese where there is no English name.")
    sources: tuple[str, ...]
    valid_from: Day | None = Field(description="First day on which it may be chosen; null: as old as its list.")
    valid_to: Day | None = Field(description="Last such day; null: no end is known.")
    note: str


class CodeListView(View):
    """One list, in the order in which people read it."""

    name: str
    codes: tuple[CodeView, ...]


class CodeListNames(View):
    """Names of all lists."""

    items: tuple[str, ...]


class DatedView(View):
    """A dated row of rules, with what it rests on."""

    valid_from: Day | None
    valid_to: Day | None
    sources: tuple[str, ...]
    mark: str = Field(description="How well it is known: text_seen, secondary, from_memory, and so on.")
    note: str


class TrackRowView(DatedView):
    """A track 程序轨道, and the days on which a referral may be opened on it."""

    track: str
    kinds: tuple[str, ...]
    zh: str
    en: str


class BodyRowView(DatedView):
    """A body of rules, and the days on which it has rules of its own."""

    body: str
    zh: str
    en: str


class CellView(DatedView):
    """What organisations of a body may do on a track."""

    track: str
    body: str
    ruling: Literal["allowed", "refused", "conditional"]
    conditions: tuple[str, ...]


class ExcludedCauseView(DatedView):
    """A branch of a list of causes that a body may not take."""

    body: str
    version: str
    root: str
    kind: str


class TracksView(View):
    """Tracks and bodies of rules as dated data."""

    tracks: tuple[TrackRowView, ...]
    bodies: tuple[BodyRowView, ...]
    cells: tuple[CellView, ...]
    excluded_causes: tuple[ExcludedCauseView, ...]


class CourtCodeView(View):
    """A court's code 法院代字 as published."""

    code: str
    name: str
    level: str
    region_code: str | None
    valid_from: Day | None
    valid_to: Day | None
    source: str


class CourtCodePage(View):
    """Codes of courts, in their order."""

    items: tuple[CourtCodeView, ...]
    next: str | None


class RegionNameView(View):
    """A name that a code had; days are known to the year."""

    name: str
    valid_from: Day | None
    valid_to: Day | None


class RegionView(View):
    """A region code with its names, oldest first."""

    code: str
    level: int
    names: tuple[RegionNameView, ...]


class RegionPage(View):
    """Region codes, in their order."""

    items: tuple[RegionView, ...]
    next: str | None


class SourceView(View):
    """A legal source and how well it is known."""

    id: str
    instrument: str
    article: str
    mark: str


class DueDateView(View):
    """The end of a period, both days inclusive."""

    rule: RuleId
    name_zh: str
    name_en: str
    unit: Unit
    length: int | None
    start: Day
    raw_end_on: Day
    due_on: Day
    provisional: bool
    sources: tuple[SourceView, ...]


class LegalClockView(View):
    """The legal clock of a development installation."""

    today: Day
    instant: Instant


class LegalClockRequest(Request):
    """The day to which the legal clock is to move."""

    today: LegalDate


class LegalClockMoved(View):
    """Where the legal clock stands now, and how many periods ran out on the way."""

    today: Day
    handled: int


class EmissionView(View):
    """One arrow that emits a type of event, with its names in the language of the answer."""

    machine: Machine
    action: Action
    action_label: str
    before: str | None
    before_label: str | None
    after: str
    after_label: str
    by: tuple[ActorRole, ...]
    tracks: tuple[Track, ...]
    kinds: tuple[Kind, ...]


class DeprecationView(View):
    """Since when something is on its way out, until when it answers, and what to use instead."""

    since: Day
    sunset: Day | None
    replacement: str
    link: str


class EventTypeView(View):
    """One type of event: what it is called, when it is emitted, about what, and the schema of the whole event."""

    type: EventType
    zh: str
    en: str
    label: str = Field(description="In the language of the answer.")
    subject: Literal["referral", "deadline", "endpoint"]
    emitted: tuple[EmissionView, ...]
    deprecated: DeprecationView | None
    event_schema: dict[str, Any] = Field(description="JSON Schema (2020-12) of the event, envelope and body.")


class EventTypeList(View):
    """The catalogue of events. It grows; pass over types that you do not know."""

    items: tuple[EventTypeView, ...]


class HealthView(View):
    """The process is there."""

    status: Literal["ok"]
