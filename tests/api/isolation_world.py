"""Many tenants and a few dozen referrals between them, in every stage, with holders that lost theirs again."""

import copy
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import product
from uuid import UUID, uuid4

import httpx

from app.domain.access import SCOPES_OF, Scope, TenantKind
from app.main import create_app
from app.settings import Settings
from tests.api.callers import Caller, delegation, done
from tests.api.conftest import TRACKS
from tests.api.isolation import CONTRACT, Judge, Reader, cases_in, visible_to
from tests.api.stages import STAGE_OF

DATED = {"valid_from": "2010-01-01"}
STAGES_PER_CORNER_MAX = 6
NARROW = (Scope.REFERRALS_READ, Scope.FEED_READ, Scope.REGISTRY_READ, Scope.AUDIT_READ)


@dataclass
class Crowd:
    """All tenants with their keys, and what exists.

    Attributes:
        widest: One key of each tenant with every scope that its kind can hold.
        readers: These and the narrow ones.
        judge: Knows what each may see.
        clients: By name, the application under row security, and one past it.
    """

    widest: list[Reader]
    readers: list[Reader]
    judge: Judge
    clients: dict[str, httpx.AsyncClient] = field(repr=False)


@asynccontextmanager
async def crowd(api, urls, folder):
    """The world, seen through the application under row security and through one that no policy binds."""
    tenants = await _registered(api)
    corners = [
        await _corner(api, tenants, court, centre)
        for court in ("court a", "court b")
        for centre in ("local office", "other office")
    ]
    stages = list(dict.fromkeys(STAGE_OF.values()))
    for number, corner in enumerate(corners):
        for stage in stages[number :: len(corners)][:STAGES_PER_CORNER_MAX]:
            await stage(corner)
        await _lost(corner)
    await api.place()
    widest = [await _reader(api, name, *tenant, SCOPES_OF[tenant[1]]) for name, tenant in tenants.items()]
    for court in widest[:2]:  # The feed's heads are heard of a moment later; a long poll waits for that.
        await api.http.get("/v1/events", params={"wait": "5"}, headers={"Authorization": f"Bearer {court.key}"})
    narrow = [
        await _reader(api, f"{name} {scope.value}", *tenants[name], {scope})
        for name in ("court a", "local office", "former holder", "operator")
        for scope in NARROW
        if scope in SCOPES_OF[tenants[name][1]]
    ]
    cases = await cases_in(urls.superuser_url)
    judge = Judge(cases, await visible_to(api.http, widest, cases))
    async with _unbound(urls, folder) as unbound:
        clients = {"under row security": api.http, "past row security": unbound}
        yield Crowd(widest, [*widest, *narrow], judge, clients)


async def _registered(api):
    """Tenants by name: id and kind."""
    operator, mark = api.as_operator(), uuid4().hex[:6]
    tracks = [{"track": track, **DATED} for track in TRACKS]

    async def made(noun, called, **body):
        answer = await done(operator.write(f"/v1/{noun}", {**DATED, "name": f"{called}{mark}", **body}), 201)
        return answer["id"]

    tenants = {}
    for name in ("court a", "court b", "court without cases"):
        tenants[name] = (await made("courts", name, level="basic", tracks=tracks), TenantKind.COURT)
    head = await made("organisations", "总部", kind="chamber")
    branch = await made("organisations", "分部", kind="chamber", parent_id=head)
    local = await made("organisations", "分会", kind="chamber", parent_id=branch)
    other = await made("organisations", "商会", kind="chamber")
    former = await made("organisations", "前任", kind="people")
    stranger = await made("organisations", "旁人", kind="chamber")
    named = {
        "head office": head,
        "branch": branch,
        "local office": local,
        "other office": other,
        "former holder": former,
        "stranger": stranger,
    }
    tenants |= {name: (tenant_id, TenantKind.ORGANISATION) for name, tenant_id in named.items()}
    for court, organisation_id in product(("court a", "court b"), (local, other, former)):
        ends = {"court_id": tenants[court][0], "organisation_id": organisation_id}
        await done(operator.write("/v1/channels", {**DATED, **ends, "mode": "hq_to_hq", "form": "online"}), 201)
    tenants |= await _referring_body(operator)
    tenants["operator"] = ((await done(operator.get("/v1/me")))["tenant_id"], TenantKind.OPERATOR)
    return tenants


async def _referring_body(operator):
    """A referring body, where the contract can register one."""
    posting = CONTRACT["paths"].get("/v1/referring-bodies", {}).get("post")
    if posting is None:
        return {}
    shown = posting["requestBody"]["content"]["application/json"].get("examples", {})
    body = {**next(iter(shown.values()))["value"], "name": f"移送单位{uuid4().hex[:6]}"}
    made = await done(operator.write("/v1/referring-bodies", body), 201)
    return {"referring body": (made["id"], TenantKind("referring_body"))}


async def _corner(api, tenants, court, centre):
    """The same API with one court and one organisation as its world."""
    operator = api.as_operator()
    court_id, centre_id, former_id = (tenants[name][0] for name in (court, centre, "former holder"))
    people = [
        (await done(operator.write("/v1/mediators", {**DATED, "name": "孙调解", "organisation_id": x}), 201))["id"]
        for x in (centre_id, former_id)
    ]
    corner = copy.copy(api)
    corner.world = replace(
        api.world,
        court_id=court_id,
        other_court_id=tenants["court without cases"][0],
        centre_id=centre_id,
        other_centre_id=former_id,
        mediator_id=people[0],
        other_mediator_id=people[1],
    )
    scopes = ["referrals:read", "referrals:write"]
    corner._keys = {
        **api._keys,
        "court": await api.as_client(court_id, scopes),
        "centre": await api.as_client(centre_id, scopes),
        "other_centre": await api.as_client(former_id, scopes),
    }
    return corner


async def _lost(corner):
    """Referrals that one organisation had and another has: declined, and taken back before it answered."""
    world = corner.world
    for ending in ("decline", "take_back"):
        made = await done(corner.as_court().write("/v1/referrals", delegation(world.other_centre_id)), 201)
        if ending == "decline":
            words = {"reason": "outside_charter", "explanation": "不属于本会行业"}
            await done(corner.as_other_centre().act(made["id"], "decline", **words))
        else:
            await done(corner.as_court().act(made["id"], "take_back"))
        await done(corner.as_court().act(made["id"], "reassign", organisation_id=world.centre_id))
        await done(corner.as_centre().act(made["id"], "accept"))


async def _reader(api, name, tenant_id, kind, scopes):
    caller: Caller = await api.as_client(tenant_id, sorted(scope.value for scope in scopes), name)
    return Reader(name, UUID(tenant_id), caller.key)


@asynccontextmanager
async def _unbound(urls, folder):
    """The application as a superuser: no policy of the database stands between its statements and the rows."""
    app = create_app(Settings(database_url=urls.superuser_url, data_dir=folder, rate_limit_per_second=0))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            yield http
