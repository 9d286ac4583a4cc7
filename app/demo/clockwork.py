"""When the legal clock may move on, and to which day: read from the status pages of both sandboxes. Pure.

The driver knows no case. It waits until both sides have decided everything for today, have seen each other's last
version, and time itself has done what was due; then it steps to the earliest day for which anybody waits.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

Status = Mapping[str, Any]


def is_quiet(today: date, court: Status, centre: Status) -> bool:
    """Whether nothing more can happen today."""
    both_decided = all(side["idle"] and side["today"] == today.isoformat() for side in (court, centre))
    return both_decided and _both_saw_the_same(court, centre) and all(day >= today for day in _due(court))


def _both_saw_the_same(court: Status, centre: Status) -> bool:
    """Every version is known to the court, and to a centre wherever one holds the referral."""
    seen: dict[str, int] = {}
    for entry in centre["cases"]:
        if entry["referral_id"] is not None:
            seen[entry["referral_id"]] = max(entry["version"], seen.get(entry["referral_id"], 0))
    for entry in court["cases"]:
        other = seen.get(entry["referral_id"], 0)
        if other > entry["version"] or (entry["held"] and other < entry["version"]):
            return False
    return True


def _due(court: Status) -> Iterator[date]:
    for entry in court["cases"]:
        yield from (date.fromisoformat(day) for day in entry["due"].values())


def is_over(court: Status, centre: Status) -> bool:
    """Whether both sides are done with every case and no deadline runs."""
    done = all(entry["done"] for side in (court, centre) for entry in side["cases"])
    return done and not any(_due(court))


def next_day(today: date, court: Status, centre: Status) -> date | None:
    """The earliest later day for which anybody waits: a planned step, or the day after a deadline; None without any."""
    planned = [date.fromisoformat(side["next_date"]) for side in (court, centre) if side["next_date"] is not None]
    missed = [day + timedelta(days=1) for day in _due(court)]
    return min((day for day in (*planned, *missed) if day > today), default=None)


def troubles(court: Status, centre: Status) -> list[str]:
    """Steps that were refused, with case and member."""
    return [
        f"{entry['reference']} {entry['member']}: {entry['trouble']}"
        for side in (court, centre)
        for entry in side["cases"]
        if entry["trouble"] is not None
    ]
