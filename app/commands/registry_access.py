"""`sutiao registry channel`, `client` and `key`: who may send what to whom, and which programs are let in."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer

from app.commands.options import (
    After,
    AsJson,
    CourtOption,
    DryRun,
    From,
    Kind,
    LastDay,
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
from app.commands.outcome import fail
from app.domain.access import Scope

channel = typer.Typer(no_args_is_help=True, help="Which disputes a court sends to an organisation.")
client = typer.Typer(no_args_is_help=True, help="Programs of courts, organisations and referring bodies.")
key = typer.Typer(no_args_is_help=True, help="Keys of clients: at most two live at a time.")

ClientArgument = Annotated[UUID, typer.Argument(help="Id of the client.")]
Expires = Annotated[
    datetime | None,
    typer.Option(
        "--expires", formats=["%Y-%m-%dT%H:%M:%S%z"], help="End of the key, such as 2030-01-01T00:00:00+08:00."
    ),
]


@channel.command("open")
def channel_open(
    court: CourtOption,
    organisation: OrganisationOption,
    mode: Annotated[str, typer.Option("--mode", help="Code of list channel_mode.")],
    form: Annotated[str, typer.Option("--form", help="Code of list channel_form.")],
    valid_from: From,
    cause: Annotated[
        list[str] | None, typer.Option("--cause", help="A cause whose subtree is in scope; repeatable; none: all.")
    ] = None,
    scope_text: Annotated[str | None, typer.Option("--scope-text", help="The scope as the agreement words it.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse causes outside the scope.")] = False,
    below: Annotated[bool, typer.Option("--for-courts-below", help="Let courts below use it.")] = False,
    valid_to: To = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Open a channel."""
    from app.commands import registry_work
    from app.domain.access import CourtId, OrganisationId
    from app.domain.registry import Validity
    from app.services import registry

    wish = registry.NewChannel(
        court_id=CourtId(court),
        organisation_id=OrganisationId(organisation),
        mode=mode,
        form=form,
        strict=strict,
        validity=Validity(day(valid_from), maybe_day(valid_to)),
        cause_roots=tuple(cause or ()),
        scope_text=scope_text,
        for_courts_below=below,
    )
    registry_work.write(
        lambda ports, envelope: registry.register_channel(ports, envelope, wish), as_json=as_json, dry_run=dry_run
    )


@channel.command("close")
def channel_close(record_id: RecordId, valid_to: LastDay, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Tell the last day of a channel."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    wish = registry.EndRecord(day(valid_to))
    registry_work.change(Noun.CHANNELS, record_id, wish, as_json=as_json, dry_run=dry_run)


@channel.command("list")
def channel_list(
    court: OfCourt = None,
    organisation: OfOrganisation = None,
    on: On = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List channels."""
    chosen = {"on": maybe_day(on), "after": after, "limit": limit, "as_json": as_json}
    listed(Kind.CHANNEL, filters={"court_id": court, "organisation_id": organisation}, **chosen)


@client.command("add")
def client_add(
    tenant: Annotated[UUID, typer.Option("--tenant", help="Id of the court, organisation or referring body.")],
    name: NameOption,
    scope: Annotated[list[Scope], typer.Option("--scope", help="What it may do; repeatable.")],
    expires: Expires = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Register a client and print its first key, once."""
    from app.commands import registry_work
    from app.domain.access import TenantId
    from app.services import registry

    wish = registry.NewClient(
        tenant_id=TenantId(tenant), name=name, scopes=frozenset(scope), expires_at=_to_come(expires)
    )
    registry_work.write(
        lambda ports, envelope: registry.register_client(ports, envelope, wish), as_json=as_json, dry_run=dry_run
    )


@client.command("list")
def client_list(after: After = None, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List clients with the state of their keys; secrets are nowhere."""
    listed(Kind.CLIENT, after=after, limit=limit, as_json=as_json)


@client.command("disable")
def client_disable(record_id: ClientArgument, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Let no key of the client in any more, everywhere within five seconds."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    registry_work.change(Noun.CLIENTS, record_id, registry.Disable(), as_json=as_json, dry_run=dry_run)


@client.command("enable")
def client_enable(record_id: ClientArgument, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Let the living keys of the client in again."""
    from app.commands import registry_work
    from app.domain.registry import Noun
    from app.services import registry

    registry_work.change(Noun.CLIENTS, record_id, registry.Enable(), as_json=as_json, dry_run=dry_run)


@key.command("issue")
def key_issue(
    client_id: ClientArgument, expires: Expires = None, as_json: AsJson = False, dry_run: DryRun = False
) -> None:
    """Issue a further key of a client and print it, once."""
    from app.commands import registry_work
    from app.domain.access import ClientId
    from app.services import registry

    ends = _to_come(expires)
    registry_work.write(
        lambda ports, envelope: registry.issue_key(ports, envelope, ClientId(client_id), ends),
        as_json=as_json,
        dry_run=dry_run,
    )


@key.command("revoke")
def key_revoke(
    client_id: ClientArgument,
    key_id: Annotated[str, typer.Argument(help="Id of the key, as the list of clients shows it.")],
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Close a key for good, everywhere within five seconds."""
    from app.commands import registry_work
    from app.domain.access import ClientId
    from app.services import registry

    registry_work.write(
        lambda ports, envelope: registry.revoke_key(ports, envelope, ClientId(client_id), key_id),
        as_json=as_json,
        dry_run=dry_run,
    )


def _to_come(expires: datetime | None) -> datetime | None:
    """The end of a key; one that is over would be refused everywhere, so it is refused here."""
    if expires is not None and expires <= datetime.now(UTC):
        raise fail("The key would end before it begins: --expires lies in the past.")
    return expires
