"""Reconciliations over HTTP: every difference is found, repaired after an approval, and gone the next time."""

import io
from dataclasses import replace
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from app.domain.court_platform import Duty, Holding, Receipt, Rejected, Unavailable
from app.jobs.platforms import compare
from app.routers.workbook import harmless
from tests.api.callers import done
from tests.api.platforms import mapping_for, registered
from tests.api.stages import accepted, agreed
from tests.api.test_platform_entries import told


class Holds:
    """A platform that tells what it holds, or that it does not."""

    def __init__(self, *holdings):
        self.holdings, self.failure, self.sent, self.fetched = holdings, None, [], False

    def fetches_again(self):
        return self.fetched

    async def held(self, _day):
        if self.failure is not None:
            raise self.failure
        return tuple(self.holdings)

    async def send(self, message, key):
        self.sent.append((message, key))
        return Receipt(processed=True)

    async def look_up(self, _key):
        return None


@pytest.fixture
def holds(api):
    """The house with a platform of the test in front of it."""
    house, platform = api.app.state.house, Holds()
    api.app.state.house = replace(house, platforms=replace(house.platforms, adapter=lambda _platform: platform))
    yield platform
    api.app.state.house = house


async def platform_of(api, **more):
    code = f"r-{uuid4().hex[:12]}"
    await registered(api, code, **more)
    return code


async def reconciled(api, code, **more):
    made = await done(api.as_court().write("/v1/reconciliations", {"platform": code, **more}), 201)
    return await done(api.as_court().get(f"/v1/reconciliations/{made['id']}"))


def of(shown, reference):
    return [each for each in shown["differences"] if each["reference"] == reference]


async def test_the_amount_of_an_agreement_is_that_of_all_its_parts(api, holds):
    staged = await agreed(api)
    terms = [{"amount": "3000.00", "text": "首期"}, {"amount": "90.50", "text": "末期"}, {"text": "道歉"}]
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=terms))
    code = await platform_of(api)

    holds.holdings = (Holding("REF-1", amount="3090.50"),)
    same = await reconciled(api, code)
    holds.holdings = (Holding("REF-1", amount="9.99"),)
    other = await reconciled(api, code)

    assert (same["state"], same["differences"]) == ("clean", [])
    assert [(each["kind"], each["ours"]) for each in other["differences"]] == [("amount_differs", "3090.50")]


async def test_every_difference_is_found_repaired_after_an_approval_and_gone(api, holds):
    staged = await accepted(api)
    await told(api)
    code = await platform_of(api)
    holds.holdings = (Holding("REF-1", "closed", "5.00"), Holding("=cmd|' /C calc'!A0"))

    shown = await reconciled(api, code)
    (state, amount), (missing,) = of(shown, "REF-1"), of(shown, "=cmd|' /C calc'!A0")
    assert (state["kind"], state["ours"], state["theirs"]) == ("state_differs", "accepted", "closed")
    assert (amount["kind"], missing["kind"], missing["repair"]) == ("amount_differs", "missing_here", "fetch_again")
    path = f"/v1/reconciliations/{shown['id']}"
    sheet = await api.as_court().get(f"{path}/sheet")
    cells = [cell for row in load_workbook(io.BytesIO(sheet.content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert "'=cmd|' /C calc'!A0" in [cell.value for cell in cells]

    chosen = {"differences": list(range(len(shown["differences"])))}
    place = chosen["differences"].index(shown["differences"].index(missing))
    nothing = (await api.as_court().write(f"{path}/apply", chosen)).json()
    assert (nothing["code"], nothing["errors"][0]["pointer"]) == ("platform_fetches_nothing", f"/differences/{place}")
    nowhere = (await api.as_court().write(f"{path}/apply", {"differences": [place + 1, 900]})).json()
    assert (nowhere["code"], nowhere["errors"][0]["pointer"]) == ("unknown_reference", "/differences/1")
    assert [each["amount_of"] for each in (amount, missing)] == ["agreement_amount", None]
    holds.fetched = True
    assert (await done(api.as_court().write(f"{path}/apply", chosen, dry_run="true", key=False)))["dry_run"]
    applied = await done(api.as_court().write(f"{path}/apply", chosen))
    await told(api)

    assert (applied["state"], applied["repaired_count"]) == ("applied", 3)
    twice = (await api.as_court().write(f"{path}/apply", {"differences": [0]})).json()
    assert (twice["status"], twice["code"], twice["facts"]) == (409, "reconciliation_not_open", {"state": "applied"})
    (sent,) = (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox")))["items"]
    assert (sent["state"], sent["referral_id"]) == ("processed", staged.referral_id)
    holds.holdings = (Holding("REF-1", "accepted"),)
    again = await reconciled(api, code)
    assert (again["state"], again["difference_count"]) == ("clean", 0)
    assert (await done(api.as_court().get(path)))["approved_by"] is not None


async def test_duties_are_verified_or_due_again(api, holds):
    await accepted(api)
    await told(api)
    code = await platform_of(api, dialect="memory", duties={"acceptance": {"by": "hand"}}, mapping=mapping_for(api))
    staged = await accepted(api)
    await told(api)
    entries = f"/v1/referrals/{staged.referral_id}/platform-entries"

    async def entry():
        found = (await done(api.as_centre().get(entries)))["items"]
        return next(each for each in found if each["platform"] == code)

    await done(api.as_centre().write(entries, {"entry_id": (await entry())["id"]}))
    holds.holdings = (Holding("REF-1", told_duties=frozenset(Duty)),)
    shown = await reconciled(api, code)
    places = [n for n, each in enumerate(shown["differences"]) if each["repair"] == "enter_again"]
    assert (await entry())["state"] == "entered_by_hand"
    await done(api.as_court().write(f"/v1/reconciliations/{shown['id']}/apply", {"differences": places}))
    assert (await entry())["state"] == "due"

    holds.holdings = (Holding("REF-1", duties=frozenset({Duty.ACCEPTANCE.value}), told_duties=frozenset(Duty)),)
    await reconciled(api, code)

    stands = await entry()
    assert (stands["state"], stands["verified_at"] is not None) == ("verified", True)


async def test_what_can_not_be_compared_or_repaired_is_refused(api, holds):
    code, by_hand = await platform_of(api), await platform_of(api, dialect="by_hand", mapping={}, credentials=None)
    court = api.as_court()

    async def refusal(body, caller=court):
        return (await caller.write("/v1/reconciliations", body)).json()["code"]

    assert await refusal({"platform": by_hand}) == "platform_has_no_list"
    assert await refusal({"platform": "nobody"}) == "unknown_reference"
    assert await refusal({"platform": code}, api.as_other_court()) == "unknown_reference"
    assert await refusal({"platform": code, "day": "2099-01-01"}) == "occurred_in_future"
    assert await refusal({"platform": code}, api.as_centre()) == "not_your_role"
    assert await refusal({"platform": "Upper"}) == "body_invalid"
    holds.failure = Unavailable("timed_out")
    assert await refusal({"platform": code}) == "platform_unavailable"
    holds.failure = Rejected("no_list")
    assert await refusal({"platform": code}) == "platform_has_no_list"
    holds.failure, key = None, uuid4().hex
    first = await done(court.write("/v1/reconciliations", {"platform": code}, key=key), 201)
    assert await done(court.write("/v1/reconciliations", {"platform": code}, key=key), 201) == first
    rehearsed = await done(court.write("/v1/reconciliations", {"platform": code}, dry_run="true", key=False))
    assert rehearsed["dry_run"] is True
    path = f"/v1/reconciliations/{first['id']}/apply"
    replies = [
        await court.write(path, {"differences": [999]}),
        await court.write(f"/v1/reconciliations/{uuid4()}/apply", {"differences": [0]}),
        await api.as_other_court().get(f"/v1/reconciliations/{first['id']}"),
        await court.write(path, {"differences": []}),
    ]
    assert [reply.status_code for reply in replies] == [422, 404, 404, 422]
    async with api.engine.connect() as connection:
        await connection.exec_driver_sql(f"UPDATE court_platforms SET valid_to = valid_from WHERE code = '{code}'")
    assert (await court.write(path, {"differences": [0]})).json()["code"] == "platform_not_valid"


async def test_the_night_compares_each_platform_once(api, holds):
    code, by_hand = await platform_of(api), await platform_of(api, dialect="by_hand", mapping={}, credentials=None)
    house = api.app.state.house
    holds.failure = Unavailable("timed_out")
    _, reasons = await compare(house.ports, house.platforms, 1)
    assert "platform_unavailable" in reasons
    holds.failure = None

    first, _ = await compare(house.ports, house.platforms, 1)
    second = await compare(house.ports, house.platforms, 1)

    assert (first >= 1, second) == (True, (0, ()))
    listed = (await done(api.as_court().get("/v1/reconciliations", platform=code, limit=1)))["items"]
    assert [(each["platform"], each["started_by"]) for each in listed] == [(code, None)]
    assert (await done(api.as_court().get("/v1/reconciliations", platform=by_hand)))["items"] == []
    assert (await api.as_court().get("/v1/reconciliations", after=listed[0]["id"])).status_code == 200


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1"])
def test_what_a_program_would_take_for_a_formula_is_text(text):
    assert harmless(text).startswith("'")
    assert harmless("R-1\x00") == "R-1"


async def listed(api, raw, *, caller=None, key=None, **params):
    headers = {"Idempotency-Key": key or uuid4().hex, "Content-Type": "text/csv"}
    return await (caller or api.as_court()).send(
        "POST", "/v1/reconciliations/spreadsheets", content=raw, headers=headers, params=params
    )


async def test_a_list_that_people_exported_is_compared_as_one_that_a_platform_tells(api):
    """One row that can not be read refuses the list: all else would seem to be missing there."""
    columns = {
        "columns": [
            {"title": "案号", "to": "reference", "required": True},
            {"title": "状态", "to": "state", "codes": "states"},
        ],
        "codes": {"states": {"待接收": "awaiting_acceptance", "调解中": "mediating"}},
    }
    sheets = {"dialect": "spreadsheet", "credentials": None}
    code = await platform_of(api, **sheets, settings={"held": columns})
    bare = await platform_of(api, **sheets)
    by_hand = await platform_of(api, dialect="by_hand", credentials=None)
    memory = await platform_of(api)
    reference, stranger, key = f"REF-{uuid4()}", f"REF-{uuid4()}", uuid4().hex
    await api.delegated(court_reference=reference)
    raw = f"案号,状态\n{reference},调解中\n{stranger},\n".encode("gb18030")

    rehearsed = await done(listed(api, raw, platform=code, dry_run="true"))
    made = await done(listed(api, raw, platform=code, key=key), 201)
    again = await listed(api, raw, platform=code, key=key)
    shown = await done(api.as_court().get(f"/v1/reconciliations/{made['id']}"))

    assert rehearsed["dry_run"]
    assert (again.headers["idempotency-replayed"], again.json()["id"]) == ("true", made["id"])
    assert [(each["kind"], each["ours"], each["theirs"]) for each in of(shown, reference)] == [
        ("state_differs", "awaiting_acceptance", "mediating")
    ]
    assert [each["kind"] for each in of(shown, stranger)] == ["missing_here"]

    async def refused(*expected, raw=raw, caller=None, **params):
        body = (await listed(api, raw, caller=caller, **params)).json()
        assert (body["status"], body["code"]) == expected, body
        return body

    unread = await refused(422, "sheet_row_invalid", raw="案号,状态\nR-1,不知道\n".encode(), platform=code)
    assert unread["facts"]["cells"] == [{"cell": "B2", "code": "cell_unknown_code", "known": ["待接收", "调解中"]}]
    await refused(422, "sheet_columns", raw=b"a\n1\n", platform=code)
    await refused(422, "sheet_malformed", raw=b"\xff\xff\xff", platform=code)
    for name, reason in ((bare, "no_columns"), (by_hand, "by_hand"), (memory, "dialect")):
        assert (await refused(409, "platform_has_no_list", platform=name))["facts"]["reason"] == reason
    await refused(422, "parameter_invalid")
    await refused(422, "parameter_invalid", platform="Upper")
    await refused(422, "parameter_invalid", platform=code, day="2026-02-30")
    await refused(422, "occurred_in_future", platform=code, day="2026-03-03")
    await refused(422, "unknown_reference", platform=code, caller=api.as_other_court())
    await refused(403, "not_your_role", platform=code, caller=api.as_centre())
