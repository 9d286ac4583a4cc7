"""Legal dates: which day it is for the law, and the value that carries it beside its instant.

Nothing here asks for the time; who needs it receives a `LegalNow`.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of every court. China has kept +08:00 without summer time since 1991-09-15 and no legal date here is older
than 2012, so a fixed offset is exact and no zone database is needed."""


@dataclass(frozen=True, slots=True)
class LegalNow:
    """Now on the legal clock.

    Attributes:
        instant: The moment, aware, in UTC.
        on: The legal date of that moment: the calendar day in the courts' zone.
    """

    instant: datetime
    on: date

    @classmethod
    def at(cls, instant: datetime) -> "LegalNow":
        """The value for an aware instant, whatever its zone.

        Raises:
            ValueError: the instant has no zone.
        """
        return cls(instant=_aware(instant).astimezone(timezone.utc), on=legal_date(instant))  # noqa: UP017


def legal_date(instant: datetime) -> date:
    """The calendar day in the courts' zone; a day starts at 16:00 UTC of the day before.

    Raises:
        ValueError: the instant has no zone.
    """
    return _aware(instant).astimezone(SHANGHAI).date()


def start_of_legal_date(day: date) -> datetime:
    """The first instant of a legal date, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI).astimezone(UTC)


def _aware(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        raise ValueError("an instant needs a zone")
    return instant
