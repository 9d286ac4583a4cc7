"""When the legal clock may move on, and to which day: read from the status pages of both sandboxes. Pure.

The driver knows no case. It waits until everybody has decided everything for today, whoever sees a referral has seen
its last version, and time itself has done what was due; then it steps to the earliest day for which anybody waits.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

Status = Mapping[str, Any]


def is_quiet(today: date, court: Status, centre: Status) -> bool:
    """Whether nothing more can happen today."""
    decided = all(side["idle"] and side["today"] == today.isoformat() for side in (court, centre))
    return decided and _all_saw_the_same(court, centre) and all(day >= today for day in _due(court, centre))


def together(one: Status, other: Status) -> dict[str, Any]:
    """Two processes of one side as one; empty while either is away."""
    if not one or not other:
        return {}
    return {
        "today": one["today"] if one["today"] == other["today"] else None,
        "idle": one["idle"] and other["idle"],
        "next_date": min((side["next_date"] for side in (one, other) if side["next_date"] is not None), default=None),
        "cases": [*one["cases"], *other["cases"]],
    }


def _all_saw_the_same(court: Status, centre: Status) -> bool:
    """Every version is known to whoever referred, to whoever holds the referral, and to the court of a procedure."""
    latest, at_centre = _versions((*court["cases"], *centre["cases"])), _versions(centre["cases"])
    busy = {entry["reference"] for entry in (*court["cases"], *centre["cases"]) if entry["open_procedures"]}
    for entry in court["cases"]:
        behind = entry["version"] < latest[entry["reference"]]
        if behind and (entry["referral_id"] is not None or entry["reference"] in busy):
            return False
        if entry["held"] and at_centre.get(entry["reference"], 0) < entry["version"]:
            return False
    return True


def _versions(entries: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """The highest version that anybody of them saw, by reference."""
    seen: dict[str, int] = {}
    for entry in entries:
        seen[entry["reference"]] = max(entry["version"], seen.get(entry["reference"], 0))
    return seen


def _due(court: Status, centre: Status) -> Iterator[date]:
    for side in (court, centre):
        for entry in side["cases"]:
            if entry["sees"]:
                yield from (date.fromisoformat(day) for day in entry["due"].values())


def is_over(court: Status, centre: Status) -> bool:
    """Whether everybody is done with every case and no deadline runs."""
    done = all(entry["done"] for side in (court, centre) for entry in side["cases"])
    return done and not any(_due(court, centre))


def next_day(today: date, court: Status, centre: Status) -> date | None:
    """The earliest later day for which anybody waits: a planned step, or the day after a deadline; None without any."""
    planned = [date.fromisoformat(side["next_date"]) for side in (court, centre) if side["next_date"] is not None]
    missed = [day + timedelta(days=1) for day in _due(court, centre)]
    return min((day for day in (*planned, *missed) if day > today), default=None)


def troubles(court: Status, centre: Status) -> list[str]:
    """Steps that were refused, with case and member."""
    return [
        f"{entry['reference']} {entry['member']}: {entry['trouble']}"
        for side in (court, centre)
        for entry in side["cases"]
        if entry["trouble"] is not None
    ]
