"""`sutiao registry`: what an operator enters and looks up in the registry from a machine that reaches the database."""

from typing import Annotated, Any
from uuid import UUID

import typer

from app.commands import registry_access, registry_roster
from app.commands.options import (
    After,
    AsJson,
    DryRun,
    From,
    Kind,
    KindArgument,
    LastDay,
    LeadOption,
    Limit,
    MaybeFrom,
    NameOption,
    On,
    RecordId,
    Region,
    To,
    day,
    leads,
    listed,
    maybe_day,
    noun_of,
)
from app.commands.outcome import fail
from app.domain.lifecycle.states import Body, Track

app = typer.Typer(no_args_is_help=True, help="Courts, organisations, mediators, rosters, channels, clients: all dated.")
court = typer.Typer(no_args_is_help=True, help="Courts, their tracks and settings.")
referring_body = typer.Typer(no_args_is_help=True, help="Bodies that refer without being a court.")
organisation = typer.Typer(no_args_is_help=True, help="Mediation organisations, a tree.")
for _name, _group in {
    "court": court,
    "referring-body": referring_body,
    "organisation": organisation,
    "mediator": registry_roster.mediator,
    "roster": registry_roster.roster,
    "channel": registry_access.channel,
    "client": registry_access.client,
    "key": registry_access.key,
}.items():
    app.add_typer(_group, name=_name)


@app.command("show")
def show(kind: KindArgument, record_id: RecordId, on: On = None, as_json: AsJson = False) -> None:
    """Show one record with its history."""
    from app.commands import registry_work

    registry_work.show_one(noun_of(kind), record_id, as_json=as_json, on=maybe_day(on))


@app.command("rename")
def rename(
    kind: KindArgument,
    record_id: RecordId,
    name: NameOption,
    valid_from: From,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Give a court, referring body, organisation or mediator another name from a day on."""
    from app.commands import registry_work
    from app.services import registry

    if kind not in {Kind.COURT, Kind.REFERRING_BODY, Kind.ORGANISATION, Kind.MEDIATOR}:
        raise fail(f"A {kind.value} cannot be renamed from a day on.")
    wish = registry.Rename(name, day(valid_from))
    registry_work.change(noun_of(kind), record_id, wish, as_json=as_json, dry_run=dry_run)


@app.command("end")
def end(
    kind: KindArgument, record_id: RecordId, valid_to: LastDay, as_json: AsJson = False, dry_run: DryRun = False
) -> None:
    """Tell the last day of a record of any kind but a client, which is disabled instead."""
    from app.commands import registry_work
    from app.services import registry

    if kind is Kind.CLIENT:
        raise fail("A client has no last day; see `sutiao registry client disable`.")
    registry_work.change(noun_of(kind), record_id, registry.EndRecord(day(valid_to)), as_json=as_json, dry_run=dry_run)


# Courts -----------------------------------------------------------------------------------------------------------


@court.command("add")
def court_add(
    name: NameOption,
    level: Annotated[str, typer.Option("--level", help="Code of list court_level.")],
    valid_from: From,
    track: Annotated[list[Track], typer.Option("--track", help="A track that it uses from its first day; repeatable.")],
    court_code: Annotated[str | None, typer.Option("--code", help="法院代字 of its case numbers.")] = None,
    region: Region = None,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Register a court."""
    from app.commands import registry_work
    from app.domain.registry import Validity
    from app.services import registry

    validity = Validity(day(valid_from), maybe_day(valid_to))
    wish = registry.NewCourt(
        name=name,
        level=level,
        validity=validity,
        tracks=tuple(registry.NewTrack(used, validity) for used in track),
        court_code=court_code,
        region_code=region,
    )
    registry_work.write(
        lambda ports, envelope: registry.register_court(ports, envelope, wish), as_json=as_json, dry_run=dry_run
    )


@court.command("list")
def court_list(on: On = None, after: After = None, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List courts."""
    listed(Kind.COURT, on=maybe_day(on), after=after, limit=limit, as_json=as_json)


@court.command("show")
def court_show(record_id: RecordId, on: On = None, as_json: AsJson = False) -> None:
    """Show a court, how it is set, and its history."""
    show(Kind.COURT, record_id, on, as_json)


@court.command("set-track")
def court_set_track(
    record_id: RecordId,
    track: Annotated[Track, typer.Argument(help="The track.")],
    valid_from: MaybeFrom = None,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Let a court use a track from a day on (--from), or no longer than a day (--to alone)."""
    from app.commands import registry_work
    from app.domain.registry import Noun, Validity
    from app.services import registry

    wish: registry.Wish
    if valid_from is not None:
        wish = registry.AddTrack(registry.NewTrack(track, Validity(day(valid_from), maybe_day(valid_to))))
    elif valid_to is not None:
        wish = registry.EndTrack(track, day(valid_to))
    else:
        raise fail("Say --from, --to or both.")
    registry_work.change(Noun.COURTS, record_id, wish, as_json=as_json, dry_run=dry_run)


@court.command("set")
def court_set(
    record_id: RecordId,
    valid_from: From,
    late_acceptance: Annotated[
        bool | None, typer.Option("--late-acceptance/--no-late-acceptance", help="Take acceptances after the window.")
    ] = None,
    duplicate_policy: Annotated[
        str | None, typer.Option("--duplicate-policy", help="Code of list duplicate_policy.")
    ] = None,
    confirmation: Annotated[
        str | None,
        typer.Option("--confirmation-after-entrustment", help="Code of list confirmation_after_entrustment."),
    ] = None,
    term_on_reassignment: Annotated[
        str | None, typer.Option("--term-on-reassignment", help="Code of list term_on_reassignment.")
    ] = None,
    fee_notice_days: Annotated[
        int | None, typer.Option("--fee-notice-days", help="Days to pay the court fee where a notice names none.")
    ] = None,
    lead_time: LeadOption = None,
    pauses: Annotated[
        bool | None,
        typer.Option(
            "--suspension-pauses-term/--suspension-runs-term", help="Let the term stand still while suspended."
        ),
    ] = None,
    on_dispatch: Annotated[
        str | None, typer.Option("--acceptance-on-dispatch", help="Code of list acceptance_on_dispatch.")
    ] = None,
    full: Annotated[str | None, typer.Option("--full-organisation", help="Code of list full_organisation.")] = None,
    statement: Annotated[
        str | None, typer.Option("--statement-before-filing", help="Code of list statement_before_filing.")
    ] = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Set a court otherwise from a day on; what is not given stays as it is."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    given: dict[str, Any] = {
        "late_acceptance": late_acceptance,
        "duplicate_policy": duplicate_policy,
        "confirmation_after_entrustment": confirmation,
        "term_on_reassignment": term_on_reassignment,
        "fee_notice_days": fee_notice_days,
        "lead_times": leads(lead_time),
        "suspension_pauses_term": pauses,
        "acceptance_on_dispatch": on_dispatch,
        "full_organisation": full,
        "statement_before_filing": statement,
    }
    if all(value is None for value in given.values()):
        raise fail("Nothing to set: give at least one setting.")
    wish = registry.SetCourt(valid_from=day(valid_from), **given)
    registry_work.change(Noun.COURTS, record_id, wish, as_json=as_json, dry_run=dry_run)


# Referring bodies -------------------------------------------------------------------------------------------------


@referring_body.command("add")
def referring_body_add(
    name: NameOption,
    kind: Annotated[str, typer.Option("--kind", help="Code of list referring_body_kind.")],
    valid_from: From,
    region: Region = None,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Register a referring body."""
    from app.commands import registry_work
    from app.domain.registry import Validity
    from app.services import registry

    validity = Validity(day(valid_from), maybe_day(valid_to))
    wish = registry.NewReferringBody(name=name, kind=kind, validity=validity, region=region)
    registry_work.write(
        lambda ports, envelope: registry.register_referring_body(ports, envelope, wish),
        as_json=as_json,
        dry_run=dry_run,
    )


@referring_body.command("list")
def referring_body_list(on: On = None, after: After = None, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List referring bodies."""
    listed(Kind.REFERRING_BODY, on=maybe_day(on), after=after, limit=limit, as_json=as_json)


# Organisations ----------------------------------------------------------------------------------------------------


@organisation.command("add")
def organisation_add(
    name: NameOption,
    kind: Annotated[Body, typer.Option("--kind", help="Its body of rules.")],
    valid_from: From,
    parent: Annotated[UUID | None, typer.Option("--parent", help="Id of the organisation above it.")] = None,
    region: Region = None,
    charges: Annotated[bool, typer.Option("--charges/--free", help="Whether parties pay a fee.")] = False,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Register an organisation."""
    from app.commands import registry_work
    from app.domain.access import OrganisationId
    from app.domain.registry import Validity
    from app.services import registry

    wish = registry.NewOrganisation(
        name=name,
        kind=kind,
        validity=Validity(day(valid_from), maybe_day(valid_to)),
        parent_id=None if parent is None else OrganisationId(parent),
        region=region,
        charges=charges,
    )
    registry_work.write(
        lambda ports, envelope: registry.register_organisation(ports, envelope, wish), as_json=as_json, dry_run=dry_run
    )


@organisation.command("list")
def organisation_list(
    parent: Annotated[UUID | None, typer.Option("--parent", help="Only those right below this one.")] = None,
    on: On = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List organisations."""
    chosen = {"on": maybe_day(on), "after": after, "limit": limit, "as_json": as_json}
    listed(Kind.ORGANISATION, filters={"parent_id": parent}, **chosen)


@organisation.command("tree")
def organisation_tree(on: On = None, as_json: AsJson = False) -> None:
    """Draw the organisations that are valid on a day, today if none is given."""
    from app.commands import registry_work

    registry_work.show_tree(on=maybe_day(on), as_json=as_json)


@organisation.command("move")
def organisation_move(
    record_id: RecordId,
    valid_from: From,
    parent: Annotated[UUID | None, typer.Option("--parent", help="Id of the new one above it; none: a root.")] = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Put an organisation, and all below it, under another parent from a day on."""
    from app.commands import registry_work
    from app.domain.access import OrganisationId
    from app.domain.registry import Noun
    from app.services import registry

    wish = registry.Move(None if parent is None else OrganisationId(parent), day(valid_from))
    registry_work.change(Noun.ORGANISATIONS, record_id, wish, as_json=as_json, dry_run=dry_run)


@organisation.command("set")
def organisation_set(
    record_id: RecordId,
    valid_from: From,
    capacity: Annotated[str, typer.Option("--capacity", help="Code of list capacity.")],
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Say how much room an organisation has from a day on."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    wish = registry.SetCapacity(capacity, day(valid_from))
    registry_work.change(Noun.ORGANISATIONS, record_id, wish, as_json=as_json, dry_run=dry_run)


@organisation.command("end")
def organisation_end(record_id: RecordId, valid_to: LastDay, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Tell the last day of an organisation."""
    end(Kind.ORGANISATION, record_id, valid_to, as_json, dry_run)
