"""Events that say that the last day of a clock is near. Their subject is the clock, so they raise no version.

They are for readers of the feed; a referral's history has only what happened to it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from app.domain.access import ActorRole
from app.domain.calendar import Calendar
from app.domain.event_facts import COUNT, DATE, FLAG, ID, TEXT, WORD, Shape, code, many, or_null
from app.domain.events import Event, seal
from app.domain.lead_times import LeadTime, WarningDay, next_warning, warnings
from app.domain.lifecycle.event_types import EventType
from app.domain.periods import RULES
from app.domain.referral import Clock, Referral
from app.domain.sources import SourceId
from app.domain.time import LegalNow

SUBJECT: Final = "deadline"
"""Kind of subject; its id is that of the clock."""

BODY: Final[Mapping[str, Shape]] = {
    "deadline_id": ID,
    "rule": TEXT,
    "region": WORD,
    "raw_end_on": DATE,
    "due_on": DATE,
    "days_left": COUNT,
    "provisional": FLAG,
    "lead_days": COUNT,
    "lead_unit": code("lead_unit"),
    "kind": code("referral_kind"),
    "track": code("track"),
    "stage": WORD,
    "court_id": or_null(ID),
    "referring_body_id": or_null(ID),
    "referral_id": ID,
    "referral_version": COUNT,
    "sources": many(TEXT),
}
"""What stands under `data`."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of a clock today, and when it is to be looked at again; None: never."""

    warnings: tuple[WarningDay, ...]
    next_on: date | None


def to_tell(clock: Clock, today: date, calendar: Calendar, leads: Iterable[LeadTime]) -> Told:
    """The warnings that are due: each lead time once, though the days on which they were due may have passed in one go.

    Nothing is said of a clock whose last day is over: that is told by the event of its end.
    """
    leads = tuple(leads)
    over = clock.due_on is None or clock.due_on < today or clock.warn_on is None
    first = date.max if over or clock.warn_on is None else max(clock.warn_on, _day_after(clock.started_on))
    found = warnings(clock.rule, clock.raw_end_on, calendar, leads)
    next_on = None if over else next_warning(clock.rule, clock.raw_end_on, today, calendar, leads)
    return Told(tuple(warning for warning in found if first <= warning.on <= today), next_on)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def events_of(
    told: Told,
    clock: Clock,
    referral: Referral,
    now: LegalNow,
    mint: Callable[[], UUID],
    recorded_at: datetime,
    last: tuple[int, bytes],
) -> tuple[Event, ...]:
    """One event for each warning, in the clock's own hash chain.

    Args:
        told: What is to be said.
        clock: The clock.
        referral: To which it belongs, as it is now; its audience is told.
        now: Legal instant and date.
        mint: Source of new ids.
        recorded_at: Now on the system clock.
        last: Version and hash of the clock's newest event; 0 and nothing before the first.
    """
    events: list[Event] = []
    version, previous = last
    for warning in told.warnings:
        version += 1
        event = seal(
            Event(
                id=mint(),
                subject_kind=SUBJECT,
                subject_id=clock.id,
                version=version,
                type=EventType.DEADLINE_APPROACHING.value,
                occurred_on=now.on,
                occurred_at=now.instant,
                recorded_at=recorded_at,
                body=_body(warning, clock, referral, now.on),
                actor={"role": ActorRole.CLOCK.value, "tenant_id": None, "client_id": None},
                audience=referral.audience,
                previous=previous,
                hash=b"",
            )
        )
        previous = event.hash
        events.append(event)
    return tuple(events)


def _body(warning: WarningDay, clock: Clock, referral: Referral, today: date) -> dict[str, Any]:
    due_on = clock.due_on or clock.raw_end_on
    return {
        "deadline_id": str(clock.id),
        "rule": clock.rule,
        "region": clock.region.value,
        "raw_end_on": clock.raw_end_on.isoformat(),
        "due_on": due_on.isoformat(),
        "days_left": (due_on - today).days,
        "provisional": clock.provisional,
        "lead_days": warning.days,
        "lead_unit": warning.unit.value,
        "kind": referral.kind.value,
        "track": referral.track.value,
        "stage": referral.stage.value,
        "court_id": _text(referral.court_id),
        "referring_body_id": _text(referral.referring_body_id),
        "referral_id": str(referral.id),
        "referral_version": referral.version,
        "sources": [SourceId.PD_LEAD_TIMES.value, *(source.value for source in RULES[clock.rule].sources)],
    }


def _text(identity: UUID | None) -> str | None:
    return None if identity is None else str(identity)
