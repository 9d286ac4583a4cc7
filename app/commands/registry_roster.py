"""`sutiao registry mediator` and `roster`: people, and whom courts list."""

from typing import Annotated
from uuid import UUID

import typer

from app.commands.options import (
    After,
    AsJson,
    Certificate,
    CourtOption,
    DryRun,
    From,
    Kind,
    Limit,
    NameOption,
    OfCourt,
    OfOrganisation,
    On,
    OrganisationOption,
    RecordId,
    To,
    day,
    listed,
    maybe_day,
)

mediator = typer.Typer(no_args_is_help=True, help="Mediators of organisations.")
roster = typer.Typer(no_args_is_help=True, help="Whom courts list in their rosters.")


@mediator.command("add")
def mediator_add(
    name: NameOption,
    of: OrganisationOption,
    valid_from: From,
    certificate: Certificate = None,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Enter a mediator of an organisation."""
    from app.commands import registry_work
    from app.domain.access import OrganisationId
    from app.domain.registry import Validity
    from app.services import registry

    wish = registry.NewMediator(
        organisation_id=OrganisationId(of),
        name=name,
        validity=Validity(day(valid_from), maybe_day(valid_to)),
        certificate_number=certificate,
    )
    registry_work.write(
        lambda ports, envelope: registry.register_mediator(ports, envelope, wish), as_json=as_json, dry_run=dry_run
    )


@mediator.command("identify")
def mediator_identify(
    record_id: RecordId,
    number: Annotated[
        str, typer.Option("--number", prompt=True, hide_input=True, help="Asked for, so that no history keeps it.")
    ],
    id_type: Annotated[str, typer.Option("--id-type", help="Code of list id_type.")] = "resident_id",
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Tell a mediator's identity number: nobody mediates a matter in which it stands. It is never shown again."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    registry_work.write(
        lambda ports, envelope: registry.change_record(
            ports, envelope, Noun.MEDIATORS, record_id, registry.identified(id_type, number, ports.clock.recorded_at())
        ),
        as_json=as_json,
        dry_run=dry_run,
    )


@mediator.command("list")
def mediator_list(
    of: OfOrganisation = None, on: On = None, after: After = None, limit: Limit = 50, as_json: AsJson = False
) -> None:
    """List mediators."""
    chosen = {"on": maybe_day(on), "after": after, "limit": limit, "as_json": as_json}
    listed(Kind.MEDIATOR, filters={"organisation_id": of}, **chosen)


@roster.command("add")
def roster_add(
    court: CourtOption,
    valid_from: From,
    organisation: Annotated[UUID | None, typer.Option("--organisation", help="The organisation listed, or")] = None,
    person: Annotated[UUID | None, typer.Option("--mediator", help="the mediator listed.")] = None,
    status: Annotated[str, typer.Option("--status", help="Code of list roster_status.")] = "active",
    certificate: Certificate = None,
    hours: Annotated[int | None, typer.Option("--hours", min=0, help="Hours of training on record.")] = None,
    trained: Annotated[bool, typer.Option("--trained", help="The training asked for is complete.")] = False,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """List an organisation or a mediator in the roster of a court."""
    from app.commands import registry_work
    from app.domain.access import CourtId, OrganisationId
    from app.domain.referral import MediatorId
    from app.domain.registry import Validity
    from app.services import registry

    wish = registry.NewRosterEntry(
        court_id=CourtId(court),
        validity=Validity(day(valid_from), maybe_day(valid_to)),
        organisation_id=None if organisation is None else OrganisationId(organisation),
        mediator_id=None if person is None else MediatorId(person),
        status=status,
        certificate_number=certificate,
        training_hours=hours,
        trained=trained,
    )
    registry_work.write(
        lambda ports, envelope: registry.register_roster_entry(ports, envelope, wish),
        as_json=as_json,
        dry_run=dry_run,
    )


@roster.command("list")
def roster_list(
    court: OfCourt = None,
    organisation: OfOrganisation = None,
    person: Annotated[UUID | None, typer.Option("--mediator", help="Only of this mediator.")] = None,
    on: On = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List roster entries."""
    chosen = {"on": maybe_day(on), "after": after, "limit": limit, "as_json": as_json}
    listed(Kind.ROSTER, filters={"court_id": court, "organisation_id": organisation, "mediator_id": person}, **chosen)


@roster.command("set-status")
def roster_set_status(
    record_id: RecordId,
    status: Annotated[str, typer.Argument(help="Code of list roster_status.")],
    valid_from: From,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Suspend, remove or reactivate an entry from a day on."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    wish = registry.SetStatus(status, day(valid_from))
    registry_work.change(Noun.ROSTERS, record_id, wish, as_json=as_json, dry_run=dry_run)
