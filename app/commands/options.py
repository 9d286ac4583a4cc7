"""Options that the commands of the registry share, and the kinds of record as people type them."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID

import typer

if TYPE_CHECKING:
    from app.domain.lead_times import LeadTime
    from app.domain.registry import Noun

DAY: Final = ["%Y-%m-%d"]
LIMIT_MAX: Final = 200
NAME_CHARS_MAX: Final = 200

RecordId = Annotated[UUID, typer.Argument(help="Id of the record.")]


def _visible(name: str) -> str:
    """A name as the API takes it: one line of printable text."""
    if not name.strip() or not name.isprintable() or len(name) > NAME_CHARS_MAX:
        raise typer.BadParameter(f"one line of visible text, at most {NAME_CHARS_MAX} characters")
    return name


NameOption = Annotated[str, typer.Option("--name", help="Its name.", callback=_visible)]
From = Annotated[datetime, typer.Option("--from", formats=DAY, help="First day on which it holds.")]
MaybeFrom = Annotated[datetime | None, typer.Option("--from", formats=DAY, help="First day on which it holds.")]
To = Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day; open, if not given.")]
LastDay = Annotated[datetime, typer.Option("--to", formats=DAY, help="Last day.")]
On = Annotated[datetime | None, typer.Option("--on", formats=DAY, help="Only what is valid on the day, as it then is.")]
After = Annotated[UUID | None, typer.Option("--after", help="Id of the last record of the page before.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=LIMIT_MAX, help="Most records.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="All checks, no effect.")]
CourtOption = Annotated[UUID, typer.Option("--court", help="Id of the court.")]
OrganisationOption = Annotated[UUID, typer.Option("--organisation", help="Id of the organisation.")]
OfCourt = Annotated[UUID | None, typer.Option("--court", help="Only of this court.")]
OfOrganisation = Annotated[UUID | None, typer.Option("--organisation", help="Only of this organisation.")]
Region = Annotated[str | None, typer.Option("--region", help="Where it works.")]
Certificate = Annotated[str | None, typer.Option("--certificate", help="Number of the certificate.")]


def day(given: datetime) -> date:
    """The day that was given."""
    return given.date()


def maybe_day(given: datetime | None) -> date | None:
    """The day that was given, if one was."""
    return None if given is None else given.date()


LeadOption = Annotated[
    list[str] | None,
    typer.Option(
        "--lead",
        metavar="GROUP:UNIT:DAYS",
        help="Warn so long before last days, as term:working_days:3,1; no days for never; repeatable, all at once.",
    ),
]


def leads(given: list[str] | None) -> "tuple[LeadTime, ...] | None":
    """Lead times as they were typed; None where none were."""
    return None if not given else tuple(map(_lead, given))


def _lead(text: str) -> "LeadTime":
    from app.domain.lead_times import LeadGroup, LeadTime
    from app.domain.periods_form import Unit

    group, _, rest = text.partition(":")
    unit, _, days = rest.partition(":")
    try:
        return LeadTime(LeadGroup(group), Unit(unit), tuple(int(count) for count in days.split(",") if count))
    except ValueError:
        raise typer.BadParameter(f"not GROUP:UNIT:DAYS: {text}", param_hint="--lead") from None


class Kind(StrEnum):
    """Kinds of record, as people type them."""

    COURT = "court"
    REFERRING_BODY = "referring-body"
    ORGANISATION = "organisation"
    MEDIATOR = "mediator"
    ROSTER = "roster"
    CHANNEL = "channel"
    CLIENT = "client"


def noun_of(kind: Kind) -> "Noun":
    """The kind as the domain has it."""
    from app.domain.registry import Noun

    return {
        Kind.COURT: Noun.COURTS,
        Kind.REFERRING_BODY: Noun.REFERRING_BODIES,
        Kind.ORGANISATION: Noun.ORGANISATIONS,
        Kind.MEDIATOR: Noun.MEDIATORS,
        Kind.ROSTER: Noun.ROSTERS,
        Kind.CHANNEL: Noun.CHANNELS,
        Kind.CLIENT: Noun.CLIENTS,
    }[kind]


KindArgument = Annotated[Kind, typer.Argument(help="Kind of record.")]


def listed(kind: Kind, *, filters: dict[str, UUID | None] | None = None, **chosen: Any) -> None:
    """Print a page of records."""
    from app.commands import registry_work
    from app.services import registry

    narrowed = registry.Filters(**(filters or {}))
    registry_work.show_page(noun_of(kind), filters=narrowed, **chosen)
