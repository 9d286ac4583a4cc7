"""The registry: what operators write, keys that are shown once, and who a key stands for."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.adapters.database.roles import connected
from app.adapters.secrets import hash_api_key, public_id_of
from app.domain.access import ClientId, Scope, TenantKind
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, Track
from app.domain.registry import Validity
from app.services import keys, registry
from tests.factories import NOW, SINCE, StillClock, a_principal, a_world, an_envelope, ports_on

OPERATOR = a_principal(TenantKind.OPERATOR)
COURT = registry.NewCourt(
    name="某市中级人民法院",
    level="intermediate",
    validity=SINCE,
    tracks=(registry.NewTrack(Track.PRE_FILING_2016, SINCE),),
    court_code="京01",
)
ENDED = Validity(date(2025, 1, 2), date(2025, 1, 1))


@pytest.fixture
def ports(engine):
    return ports_on(engine)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


async def refused(awaitable):
    with pytest.raises(Refusal) as refusal:
        await awaitable
    return refusal.value.code, refusal.value.pointer


async def a_client(ports, world, **other):
    fields = {"tenant_id": world.court_id, "name": "法院系统", "scopes": frozenset({Scope.REFERRALS_WRITE}), **other}
    return await registry.register_client(ports, an_envelope(world.operator), registry.NewClient(**fields))


async def test_what_is_registered_is_read_as_it_was_registered(ports):
    outcome = await registry.register_court(ports, an_envelope(OPERATOR), COURT)

    (court,) = await registry.page(ports, OPERATOR, registry.COURTS, after_id=None, limit=10)

    assert outcome.answer.location == f"/v1/courts/{court.id}"
    assert (court.name, court.level, court.court_code, court.validity) == (COURT.name, "intermediate", "京01", SINCE)
    assert [(used.track, used.validity) for used in court.tracks] == [(Track.PRE_FILING_2016, SINCE)]
    assert await registry.one(ports, OPERATOR, registry.COURTS, court.id) == court
    assert await refused(registry.one(ports, OPERATOR, registry.COURTS, uuid4())) == ("not_found", None)


async def test_every_kind_of_record_is_read_page_by_page(ports):
    worlds = [await a_world(ports) for _ in range(3)]
    await a_client(ports, worlds[0])

    for reader, count in (
        (registry.COURTS, 3),
        (registry.ORGANISATIONS, 6),
        (registry.MEDIATORS, 3),
        (registry.CHANNELS, 3),
        (registry.CLIENTS, 1),
    ):
        seen, after_id = [], None
        while rows := await registry.page(ports, OPERATOR, reader, after_id=after_id, limit=2):
            seen += rows
            after_id = rows[-1].id
        assert len({row.id for row in seen}) == len(seen) == count


async def test_who_stands_above_the_parent_stands_above_the_child(ports, world):
    new = registry.NewOrganisation(name="最下级", kind=Body.INDUSTRY, validity=SINCE, parent_id=world.organisation_id)
    outcome = await registry.register_organisation(ports, an_envelope(OPERATOR), new)

    found = await registry.one(ports, OPERATOR, registry.ORGANISATIONS, outcome.answer.body["id"])

    assert found.ancestor_ids == (world.organisation_id, world.head_office_id)


async def test_a_name_is_registered_once_and_the_refusal_leaves_the_key_free(ports):
    await registry.register_court(ports, an_envelope(OPERATOR), COURT)
    envelope = an_envelope(OPERATOR)

    assert await refused(registry.register_court(ports, envelope, COURT)) == ("name_taken", "/name")
    outcome = await registry.register_court(ports, envelope, replace(COURT, name="另一法院"))

    assert outcome.answer.status == 201


async def test_one_key_sent_many_times_at_once_registers_one_court(ports):
    envelope = an_envelope(OPERATOR)

    outcomes = await asyncio.gather(
        *(registry.register_court(ports, envelope, COURT) for _ in range(16)), return_exceptions=True
    )

    ids = {outcome.answer.body["id"] for outcome in outcomes}
    assert len(ids) == 1


async def test_a_dry_run_registers_nothing_and_leaves_the_key_free(ports):
    rehearsed = await registry.register_court(ports, an_envelope(OPERATOR, dry_run=True), COURT)

    assert (rehearsed.answer.status, rehearsed.answer.body) == (200, {"dry_run": True})
    assert await registry.page(ports, OPERATOR, registry.COURTS, after_id=None, limit=1) == ()


async def test_what_is_wrong_is_named_with_its_field(ports, world):
    channel = registry.NewChannel(
        court_id=world.court_id,
        organisation_id=world.organisation_id,
        mode="hq_to_hq",
        form="online",
        strict=False,
        validity=SINCE,
    )
    mediator = registry.NewMediator(organisation_id=world.organisation_id, name="x", validity=SINCE)
    parent = registry.NewOrganisation(name="x", kind=Body.CHAMBER, validity=SINCE, parent_id=uuid4())
    ended_track = (registry.NewTrack(Track.PRE_FILING_2022, ENDED),)
    attempts = [
        (registry.register_court, replace(COURT, level="galactic"), ("unknown_code", "/level")),
        (registry.register_court, replace(COURT, validity=ENDED), ("dates_reversed", "/valid_to")),
        (registry.register_court, replace(COURT, tracks=ended_track), ("dates_reversed", "/tracks/0/valid_to")),
        (registry.register_organisation, parent, ("unknown_reference", "/parent_id")),
        (
            registry.register_mediator,
            replace(mediator, organisation_id=uuid4()),
            ("unknown_reference", "/organisation_id"),
        ),
        (registry.register_channel, replace(channel, court_id=uuid4()), ("unknown_reference", "/court_id")),
        (
            registry.register_channel,
            replace(channel, organisation_id=uuid4()),
            ("unknown_reference", "/organisation_id"),
        ),
        (registry.register_channel, replace(channel, mode="x"), ("unknown_code", "/mode")),
        (registry.register_channel, replace(channel, form="x"), ("unknown_code", "/form")),
        (registry.register_channel, replace(channel, cause_roots=("P07", "?")), ("unknown_code", "/cause_roots/1")),
        (registry.register_court, Refusal("body_invalid"), ("body_invalid", None)),
    ]

    for register, wish, refusal in attempts:
        assert await refused(register(ports, an_envelope(OPERATOR), wish)) == refusal


async def test_trap_15_peoples_mediation_is_free_and_a_commercial_organisation_may_charge(ports):
    people = registry.NewOrganisation(name="某镇人民调解委员会", kind=Body.PEOPLE, validity=SINCE, charges=True)
    commercial = replace(people, name="某市商事调解中心", kind=Body.COMMERCIAL)

    refusal = await refused(registry.register_organisation(ports, an_envelope(OPERATOR), people))
    await registry.register_organisation(ports, an_envelope(OPERATOR), commercial)
    await registry.register_organisation(ports, an_envelope(OPERATOR), replace(people, charges=False))

    known = await registry.page(ports, OPERATOR, registry.ORGANISATIONS, after_id=None, limit=10)
    assert refusal == ("people_mediation_is_free", "/charges")
    assert {x.kind: x.charges for x in known} == {Body.COMMERCIAL: True, Body.PEOPLE: False}


async def test_only_an_operator_writes_and_only_operators_read_clients(ports, world):
    reads = registry.page(ports, world.court, registry.CLIENTS, after_id=None, limit=1)

    assert (await refused(registry.register_court(ports, an_envelope(world.court), COURT)))[0] == "scope_missing"
    assert (await refused(reads))[0] == "scope_missing"


# Keys -------------------------------------------------------------------------------------------------------------


async def test_a_new_key_opens_the_door_for_its_tenant(ports, world):
    issued = await a_client(ports, world)

    principal = await knock(ports, issued.secret_text)

    assert principal.tenant_id == world.court_id
    assert principal.kind is TenantKind.COURT
    assert principal.scopes == {Scope.REFERRALS_WRITE}
    assert str(principal.client_id) == issued.outcome.answer.body["id"]
    assert type(principal.client_id) is type(uuid4())


async def knock(ports, secret_text):
    return await keys.authenticate(ports, public_id_of(secret_text), hash_api_key(secret_text))


async def test_a_secret_is_shown_once_and_stored_nowhere(ports, world, database_urls):
    envelope = an_envelope(world.operator)
    new = registry.NewClient(tenant_id=world.court_id, name="x", scopes=frozenset())

    first = await registry.register_client(ports, envelope, new)
    again = await registry.register_client(ports, envelope, new)

    assert again.outcome.replayed
    assert again.secret_text is None
    secret = first.secret_text.rsplit("_", 1)[1]
    async with connected(database_urls.superuser_url) as superuser:
        for table in ("client_keys", "idempotency_keys", "clients"):
            dump = await superuser.fetchval(f"SELECT string_agg(x::text, '|') FROM {table} AS x")
            assert secret not in dump
            assert secret.encode().hex() not in dump


async def test_a_wrong_expired_revoked_or_unknown_key_is_told_nothing_more(ports, world):
    expiring = await a_client(ports, world, expires_at=NOW + timedelta(days=1))
    later = replace(ports, clock=Later())
    assert await knock(ports, expiring.secret_text)

    living = (await a_client(ports, world)).secret_text
    wrong = living[:-1] + ("0" if living[-1] != "0" else "1")
    assert await refused(knock(ports, wrong)) == ("key_unknown", None)
    assert await refused(knock(ports, "sutiao_0000_0000")) == ("key_unknown", None)
    assert await refused(knock(later, expiring.secret_text)) == ("key_unknown", None)


class Later(StillClock):
    def system_now(self):
        return NOW + timedelta(days=1)


async def test_two_keys_live_while_one_is_rotated_and_no_third(ports, world):
    first = await a_client(ports, world)
    client_id = ClientId(first.outcome.answer.body["id"])
    second = await registry.issue_key(ports, an_envelope(world.operator), client_id, None)

    third = await refused(registry.issue_key(ports, an_envelope(world.operator), client_id, None))
    public_id = public_id_of(first.secret_text)
    for _ in range(2):
        await registry.revoke_key(ports, an_envelope(world.operator), client_id, public_id)
    replacement = await registry.issue_key(ports, an_envelope(world.operator), client_id, None)

    assert third[0] == "too_many_keys"
    assert await refused(knock(ports, first.secret_text)) == ("key_unknown", None)
    assert await knock(ports, second.secret_text) == await knock(ports, replacement.secret_text)


async def test_many_keys_asked_for_at_once_are_still_two(ports, world):
    first = await a_client(ports, world)
    client_id = ClientId(first.outcome.answer.body["id"])

    results = await asyncio.gather(
        *(registry.issue_key(ports, an_envelope(world.operator), client_id, None) for _ in range(4)),
        return_exceptions=True,
    )

    assert sum(isinstance(result, registry.Issued) for result in results) == 1


async def test_a_key_is_revoked_only_through_its_own_client(ports, world):
    mine, other = await a_client(ports, world), await a_client(ports, world, name="y")
    public_id = public_id_of(mine.secret_text)
    other_id = ClientId(other.outcome.answer.body["id"])

    code = await refused(registry.revoke_key(ports, an_envelope(world.operator), other_id, public_id))

    assert code == ("not_found", None)
    assert await knock(ports, mine.secret_text)


async def test_a_client_gets_no_scope_that_its_tenant_can_never_hold(ports, world):
    refusal = await refused(a_client(ports, world, scopes=frozenset({Scope.REGISTRY_WRITE})))
    nobody = await refused(a_client(ports, world, tenant_id=uuid4()))

    assert refusal == ("scope_not_grantable", "/scopes")
    assert nobody == ("unknown_reference", "/tenant_id")


async def test_the_first_operator_is_made_once_even_when_asked_at_once(ports):
    results = await asyncio.gather(*(registry.bootstrap(ports, "operator") for _ in range(4)), return_exceptions=True)

    made = [result for result in results if not isinstance(result, Exception)]
    assert len(made) == 1
    assert {result.code for result in results if isinstance(result, Refusal)} == {"bootstrap_done"}
    principal = await knock(ports, made[0][1])
    assert principal.kind is TenantKind.OPERATOR
    assert Scope.REGISTRY_WRITE in principal.scopes
