"""Invariant 7: no principal sees an id on any path that `GET` would refuse it. Every GET, every kind of tenant."""

import json
from uuid import UUID, uuid4

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.api.conftest import served
from tests.api.isolation import ID, WAITS, addresses, asked_for, hidden_is_absent
from tests.api.isolation_world import crowd

pytestmark = pytest.mark.walk

ADDRESSES = addresses()
SWEPT = {"court a", "head office", "former holder", "stranger", "operator", "referring body"}
"""One tenant of each sort."""

BOUND = ["under row security", "past row security"]
WALK = settings(
    max_examples=200,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
WORDS = ("accepted", "closed", "delegated", "court", "pre_filing", "REF-1", "张三", "0", "1", "-1", "id", "zh")


@pytest.fixture(scope="module")
async def people(module_database_urls, tmp_path_factory):
    folder = tmp_path_factory.mktemp("isolation")
    async with served(module_database_urls, folder) as api, crowd(api, module_database_urls, folder) as made:
        yield made


def values_of(parameter, pool):
    """Values of one query parameter: those that its schema names, and ids of everything there is."""
    schemas = [parameter["schema"], *parameter["schema"].get("anyOf", ())]
    choices = [st.sampled_from(pool).map(str)]
    for schema in schemas:
        if schema.get("enum"):
            choices.append(st.sampled_from([str(value) for value in schema["enum"]]))
        if schema.get("type") == "boolean":
            choices = [st.sampled_from(["true", "false"])]
        if schema.get("type") in {"integer", "number"}:
            choices = [st.integers(schema.get("minimum", 0), min(schema.get("maximum", 200), 200)).map(str)]
        if schema.get("type") == "string" and not schema.get("enum"):
            choices.append(st.sampled_from(WORDS))
    return st.one_of(choices)


@st.composite
def requests(draw, people):
    """A reader, an address with ids of any kind in it, and some of its parameters."""
    pool = people.judge.cases.pool()
    address = draw(st.sampled_from(ADDRESSES))
    ids = {name: draw(st.sampled_from(pool)) for name in address.names}
    chosen = [p for p in address.parameters if p["name"] not in WAITS and draw(st.booleans())]
    params = {parameter["name"]: draw(values_of(parameter, pool)) for parameter in chosen}
    return draw(st.sampled_from(people.readers)), address, ids, params


def an_id(judge, reader, name, *, hidden):
    """An object that a path parameter names and the reader does not see, or does; a made-up id where there is none."""
    found = [x for x in judge.cases.of_name(name) if judge.sees(reader, x) is not hidden]
    return found[len(found) // 2] if found else uuid4()


async def faults(people, http, reader, address, ids, params):
    """What is wrong with one answer: ids that leak, and whether something hidden is told from what is not there."""
    reply = await asked_for(http, reader, address.filled(ids), params)
    asked = {*ids.values(), *(UUID(text) for value in params.values() for text in ID.findall(value))}
    found = [("leaks", reader.name, address.path, params, x) for x in people.judge.leaks(reader, reply, asked=asked)]
    if not await hidden_is_absent(http, people.judge, reader, address, ids, params, real=reply):
        found.append(("told apart", reader.name, address.path, params, ids))
    return found


def drawn(people):
    """Requests of a run, made up before any is sent."""
    made = []

    @given(requests(people))
    @WALK
    def gather(request):
        made.append(request)

    gather()
    return made


async def test_the_world_is_one_in_which_something_could_leak(people):
    """Every kind of case object exists, every tenant of a case sees some referrals and not others, strangers none."""
    cases = people.judge.cases
    seen = {reader.name: people.judge.referral_count(reader) for reader in people.widest}
    total = len(cases.tables["referrals"])

    assert total >= 24
    assert {
        "referrals",
        "parties",
        "assignments",
        "procedures",
        "sessions",
        "disputes",
        "events",
    } <= cases.tables.keys()
    assert all(0 < seen[name] < total for name in ("court a", "court b", "local office", "other office"))
    assert seen["head office"] == seen["branch"] == seen["local office"]
    assert (seen["stranger"], seen["court without cases"], seen["operator"]) == (0, 0, 0)
    assert set(cases.owners.values()) >= {frozenset({x}) for x in cases.tables["referrals"]}


@pytest.mark.parametrize("bound", BOUND)
async def test_every_address_hides_what_its_reader_may_not_get(people, bound):
    """Each GET for each tenant, with ids that are hidden from it and with ids that it sees."""
    http, found = people.clients[bound], []

    for reader in people.widest:
        for address in ADDRESSES if reader.name in SWEPT else ():
            for hidden in (True, False) if address.names else (True,):
                ids = {name: an_id(people.judge, reader, name, hidden=hidden) for name in address.names}
                found += await faults(people, http, reader, address, ids, {})

    assert found == []


@pytest.mark.parametrize("bound", BOUND)
async def test_no_reader_is_shown_an_id_that_it_could_not_get(people, bound):
    """Any key, any GET, ids of any kind, any parameters; past row security the statements alone must hold."""
    http, found = people.clients[bound], []

    for reader, address, ids, params in drawn(people):
        found += await faults(people, http, reader, address, ids, params)

    assert found == []


async def test_a_former_holder_keeps_what_it_was_told_and_nothing_more(people):
    """Its feed names referrals that it can no longer read, up to the event by which it lost them."""
    former = next(reader for reader in people.widest if reader.name == "former holder")
    reply = await asked_for(people.clients["under row security"], former, "/v1/events", {"limit": "500"})
    items = reply.json()["items"]
    lost = [x for x in items if UUID(x["referral_id"]) not in people.judge.visible[former.tenant_id]]

    assert all(former.tenant_id in people.judge.cases.audience[UUID(item["id"])] for item in items)
    assert len(lost) >= 8
    assert people.judge.leaks(former, reply) == []


# What the check finds -----------------------------------------------------------------------------------------------


def answering(request, *, status=200, body=None, headers=None):
    return httpx.Response(status, json=body or {}, headers=headers, request=request)


PLANTED = {
    "a list": lambda q, x: answering(q, body={"items": [{"id": x}], "next": None}),
    "deep inside": lambda q, x: answering(q, body={"a": [{"b": {"facts": f"see /v1/referrals/{x}/history"}}]}),
    "a key": lambda q, x: answering(q, body={"blocked": {x: "not_yours"}}),
    "capitals": lambda q, x: answering(q, body={"id": x.upper()}),
    "the next page": lambda q, x: answering(q, headers={"Link": f'</v1/referrals?after={x}>; rel="next"'}),
    "a location": lambda q, x: answering(q, headers={"Location": f"/v1/referrals/{x}"}),
    "a problem": lambda q, x: answering(q, status=409, body={"code": "x", "facts": {"duplicate_of": x}}),
    "a problem's pointer": lambda q, x: answering(q, status=422, body={"errors": [{"pointer": f"/after/{x}"}]}),
}


@pytest.mark.parametrize("how", PLANTED)
async def test_a_planted_leak_is_found(people, how):
    """The same walk over an application that tells a stranger of somebody else's session."""
    foreign = people.judge.cases.tables["sessions"][0]
    stranger = next(reader for reader in people.widest if reader.name == "stranger")
    leaky = httpx.MockTransport(lambda request: PLANTED[how](request, str(foreign)))

    async with httpx.AsyncClient(transport=leaky, base_url="http://sutiao") as http:
        found = await faults(people, http, stranger, ADDRESSES[0], {}, {})

    assert [fault[-1] for fault in found] == [foreign]


async def test_a_leaky_list_is_found_for_everybody_who_is_no_viewer(people):
    """A list that forgot its filter: every tenant but the one that sees all of it is shown to be leaking."""
    everything = [str(x) for x in people.judge.cases.tables["referrals"]]
    leaky = httpx.MockTransport(lambda request: answering(request, body={"items": everything}))

    async with httpx.AsyncClient(transport=leaky, base_url="http://sutiao") as http:
        found = {reader.name: len(await faults(people, http, reader, ADDRESSES[0], {}, {})) for reader in people.widest}

    seen = {reader.name: people.judge.referral_count(reader) for reader in people.widest}
    assert found == {name: len(everything) - count for name, count in seen.items()}
    assert min(found.values()) > 0


async def test_an_answer_that_tells_hidden_from_absent_is_found(people):
    """403 for somebody else's referral and 404 for none would tell that it exists."""
    foreign = people.judge.cases.tables["referrals"][0]
    stranger = next(reader for reader in people.widest if reader.name == "stranger")
    address = next(a for a in ADDRESSES if a.path == "/v1/referrals/{referral_id}")
    telling = httpx.MockTransport(
        lambda request: answering(request, status=403 if str(foreign) in str(request.url) else 404, body={"code": "x"})
    )

    async with httpx.AsyncClient(transport=telling, base_url="http://sutiao") as http:
        found = await faults(people, http, stranger, address, {"referral_id": foreign}, {})

    assert [fault[0] for fault in found] == ["told apart"]


async def test_a_feed_that_tells_of_an_event_of_others_is_found(people):
    """Being told of one event of a referral opens no other."""
    cases = people.judge.cases
    former = next(reader for reader in people.widest if reader.name == "former holder")
    told = next(
        x for x, tenants in cases.audience.items() if former.tenant_id in tenants and not people.judge.sees(former, x)
    )
    (referral_id,) = cases.owners[told]
    untold = next(
        x
        for x, tenants in cases.audience.items()
        if cases.owners[x] == {referral_id} and former.tenant_id not in tenants
    )

    def reply(event_id):
        body = {"items": [{"id": str(event_id), "referral_id": str(referral_id)}]}
        return answering(httpx.Request("GET", "http://sutiao/v1/events"), body=json.loads(json.dumps(body)))

    assert people.judge.leaks(former, reply(told)) == []
    assert people.judge.leaks(former, reply(untold)) == sorted([untold, referral_id])
