"""What everybody may look up: the lifecycle's tables, code lists, due dates, the legal clock, health."""

from typing import Literal

from app.domain.access import ActorRole
from app.domain.lifecycle.states import Action, EventType, Kind, Machine, Track
from app.domain.periods import RuleId, Unit
from app.routers.schemas.common import Day, Instant, LegalDate, Request, View


class ClockOpView(View):
    """What a transition does to one legal period."""

    verb: Literal["start", "stop", "miss", "pause", "resume", "extend"]
    rule: RuleId
    only_when: str | None


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
    sources: tuple[str, ...]
    tracks: tuple[Track, ...]
    kinds: tuple[Kind, ...]


class LifecycleView(View):
    """The tables that decide; what is not a row is refused."""

    rows: tuple[RowView, ...]


class CodeView(View):
    """One code with its labels and sources."""

    code: str
    zh: str
    en: str
    sources: tuple[str, ...]


class CodeListView(View):
    """One list, in the order in which people read it."""

    name: str
    codes: tuple[CodeView, ...]


class CodeListNames(View):
    """Names of all lists."""

    items: tuple[str, ...]


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


class HealthView(View):
    """The process is there."""

    status: Literal["ok"]
