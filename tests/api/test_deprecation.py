"""What is on its way out is written down once; headers, contract and catalogue follow."""

from datetime import date

import httpx
import pytest

from app.routers.deprecation import DEPRECATIONS, Deprecated, Part
from app.routers.site import build
from tests.api.callers import done

pytestmark = pytest.mark.walk

SINCE, SUNSET = date(2026, 3, 1), date(2027, 3, 1)
LINK = "https://docs.example/gone"
TABLE = (
    Deprecated(Part.OPERATION, "livez", SINCE, "`readyz`", LINK, SUNSET),
    Deprecated(Part.OPERATION, "read_feed", SINCE, "`read_all`", LINK),
    Deprecated(Part.FIELD, "ReferralView.claim_amount", SINCE, "`ReferralView.amount`", LINK),
    Deprecated(Part.EVENT_TYPE, "referral.accepted", SINCE, "`referral.taken`", LINK, SUNSET),
)


@pytest.fixture
async def http():
    app = build(steerable=False, lifespan=None, deprecations=TABLE)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as client:
        yield client


async def test_a_deprecated_operation_says_since_when_until_when_and_where_to_read_more(http):
    headers = (await http.get("/livez")).headers

    assert headers["deprecation"] == "@1772323200"
    assert headers["sunset"] == "Mon, 01 Mar 2027 00:00:00 GMT"
    assert headers.get_list("link") == [f'<{LINK}>; rel="deprecation"', f'<{LINK}>; rel="sunset"']


async def test_the_feed_which_takes_a_shortcut_says_it_too_and_no_sunset_is_made_up(http):
    headers = (await http.get("/v1/events")).headers

    assert headers["deprecation"] == "@1772323200"
    assert "sunset" not in headers
    assert headers.get_list("link") == [f'<{LINK}>; rel="deprecation"']


async def test_its_neighbours_say_nothing(http):
    for path in ("/problems/not_found", "/v1/nowhere", "/v1/me"):
        assert "deprecation" not in (await http.get(path)).headers


async def test_the_contract_marks_operation_field_and_type_of_event(http):
    document = (await http.get("/openapi.json")).json()

    marked = [
        document["paths"]["/livez"]["get"],
        document["paths"]["/v1/events"]["get"],
        document["components"]["schemas"]["ReferralView"]["properties"]["claim_amount"],
        document["webhooks"]["referral.accepted"]["post"],
    ]
    assert [part["deprecated"] for part in marked] == [True] * 4
    assert "until 2027-03-01; use `readyz` instead" in marked[0]["description"]
    assert "deprecated" not in document["paths"]["/readyz"]["get"]
    assert "deprecated" not in document["webhooks"]["referral.declined"]["post"]


@pytest.mark.parametrize("part", list(Part))
def test_a_name_that_is_not_there_stops_the_start(part):
    table = (Deprecated(part, "nothing.of_the_kind", SINCE, "x", LINK),)

    with pytest.raises(ValueError, match=r"nothing\.of_the_kind"):
        build(steerable=False, lifespan=None, deprecations=table).openapi()


def test_every_line_of_the_table_in_force_names_something_that_is_there():
    document = build(steerable=True, lifespan=None, deprecations=DEPRECATIONS).openapi()

    assert document["paths"]
    assert all(row.sunset is None or row.sunset > row.since for row in DEPRECATIONS)


async def test_the_catalogue_of_events_tells_the_same(api):
    state = api.app.state
    state.deprecations = TABLE
    try:
        items = (await done(api.as_court().get("/v1/event-types")))["items"]
    finally:
        state.deprecations = DEPRECATIONS

    told = {item["type"]: item["deprecated"] for item in items if item["deprecated"]}
    assert told == {
        "referral.accepted": {
            "since": "2026-03-01",
            "sunset": "2027-03-01",
            "replacement": "`referral.taken`",
            "link": LINK,
        }
    }
