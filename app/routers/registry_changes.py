"""Changing registry records over HTTP, and reading what was changed: one address and one pattern for every kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, get_args
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from app.domain.access import OrganisationId
from app.domain.errors import Refusal
from app.domain.identifiers import IdentityDocument
from app.domain.registry import Change, Noun, Validity
from app.routers.contract import RecordPath, reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, write_of
from app.routers.faults import faults_of
from app.routers.problems import FieldRefusal
from app.routers.registry_reads import LIMIT_DEFAULT, After, Caller, Limit, cursor
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import context_of, errors_of
from app.routers.schemas import registry as s
from app.routers.schemas import registry_changes as c
from app.routers.schemas.lead_times import leads_of
from app.services import registry
from app.services.registry.reading import READERS

router = APIRouter(tags=["registry"])

_TAG: Final = "change"
"""The field that says which change it is."""


@dataclass(frozen=True, slots=True)
class Changing:
    """How one kind of record is changed: its name in the singular and the body."""

    noun: Noun
    one: str
    body: type[BaseModel]

    @property
    def tags(self) -> frozenset[str]:
        """The changes that it knows."""
        union = get_args(self.body.model_fields["root"].annotation)
        return frozenset(get_args(member.model_fields[_TAG].annotation)[0] for member in union)


CHANGING: Final = (
    Changing(Noun.COURTS, "court", c.CourtChange),
    Changing(Noun.REFERRING_BODIES, "referring_body", c.ReferringBodyChange),
    Changing(Noun.ORGANISATIONS, "organisation", c.OrganisationChange),
    Changing(Noun.MEDIATORS, "mediator", c.MediatorChange),
    Changing(Noun.ROSTERS, "roster_entry", c.RosterEntryChange),
    Changing(Noun.CHANNELS, "channel", c.ChannelChange),
    Changing(Noun.CLIENTS, "client", c.ClientChange),
)


def _set(body: c.SettingsChange) -> registry.SetCourt:
    given = body.model_dump(exclude={_TAG, "lead_times"})
    return registry.SetCourt(**given, lead_times=None if body.lead_times is None else leads_of(body.lead_times))


def _rescope(body: c.ScopeChange) -> registry.Rescope:
    return registry.Rescope(**body.model_dump(exclude={_TAG}))


def _parent(body: c.MoveChange) -> OrganisationId | None:
    return None if body.parent_id is None else OrganisationId(body.parent_id)


_WISHES: Final[Mapping[type[BaseModel], Callable[[Any], registry.Wish]]] = {
    c.RenameChange: lambda b: registry.Rename(b.name, b.valid_from),
    c.EndChange: lambda b: registry.EndRecord(b.valid_to),
    c.MoveChange: lambda b: registry.Move(_parent(b), b.valid_from),
    c.AddTrackChange: lambda b: registry.AddTrack(registry.NewTrack(b.track, Validity(b.valid_from, b.valid_to))),
    c.EndTrackChange: lambda b: registry.EndTrack(b.track, b.valid_to),
    c.SettingsChange: _set,
    c.CapacityChange: lambda b: registry.SetCapacity(b.capacity, b.valid_from),
    c.StatusChange: lambda b: registry.SetStatus(b.status, b.valid_from),
    c.TrainingChange: lambda b: registry.Train(b.training_hours, b.trained, b.valid_from),
    c.CertificateChange: lambda b: registry.Certify(b.certificate_number, b.valid_from),
    c.IdentityChange: lambda b: registry.Identify(IdentityDocument(b.id_type, b.id_number)),
    c.ScopeChange: _rescope,
    c.ClientRenameChange: lambda b: registry.Rename(b.name),
    c.ClientScopesChange: lambda b: registry.SetScopes(frozenset(b.scopes)),
    c.DisableChange: lambda _: registry.Disable(),
    c.EnableChange: lambda _: registry.Enable(),
}


def _wish(request: Request, changing: Changing, body: Any) -> registry.Wish | Refusal:
    """What is asked for, or what is wrong with it."""
    try:
        found: Any = changing.body.model_validate(body, context=context_of(request))
    except ValidationError as error:
        faults = faults_of(errors_of(error), tags=changing.tags, of=changing.body)
        untagged = [replace(fault, pointer=f"/{_TAG}") if fault.pointer == "/action" else fault for fault in faults]
        return FieldRefusal("body_invalid", untagged)
    return _WISHES[type(found.root)](found.root)


def _shown(change: Change) -> c.ChangeView:
    return c.ChangeView(
        id=change.id,
        change=change.kind,
        valid_from=change.valid_from,
        details=dict(change.details),
        client_id=change.client_id,
        recorded_at=change.recorded_at,
    )


def _offer(changing: Changing) -> None:
    """Add the two routes of one kind of record."""
    reader, said = READERS[changing.noun], changing.one.replace("_", " ")
    scope = registry.scope_of(changing.noun).value
    path = f"{changing.noun.path}/{{record_id}}/changes"
    article = "an" if said[0] in "aeiou" else "a"

    @router.post(
        path,
        **writing(
            f"change_{changing.one}",
            f"Change {article} {said} from a day on" if changing.noun is not Noun.CLIENTS else "Change a client",
            body=changing.body,
            made=c.ChangeMade,
            rehearsed=s.RegistryRehearsal,
            scope=scope,
            refusals=(404, 409),
        ),
    )
    async def change_record(request: Request, record_id: RecordPath) -> Response:
        """What was before stays readable; nothing is ever deleted."""
        write = await write_of(request)
        found = path_id(record_id)
        wish = _wish(request, changing, write.body)
        return told(await registry.change_record(house_of(request).ports, write.envelope, changing.noun, found, wish))

    @router.get(
        path,
        **reading(
            f"list_{changing.one}_changes",
            f"Read the history of {article} {said}, in the order of entry",
            c.ChangeList,
            scope=reader.scope.value,
            paged=True,
            one=True,
        ),
    )
    async def list_changes(
        request: Request, principal: Caller, record_id: RecordPath, after: After = None, limit: Limit = LIMIT_DEFAULT
    ) -> Response:
        ports, limit = house_of(request).ports, bounded_limit(request, limit)
        found: UUID = path_id(record_id)
        rows = await registry.history(ports, principal, changing.noun, found, after_id=cursor(after), limit=limit + 1)
        kept, following = cut(rows, limit)
        view = c.ChangeList(items=tuple(map(_shown, kept)), next=following)
        return shown(view, headers=next_page(request, following))


for _changing in CHANGING:
    _offer(_changing)
