"""Every no has one form, in two languages, and says where it came from."""

import pytest

from app.domain.errors import CATALOGUE, Family, Refusal
from app.routers.problems import KINDS, document, language_of, status_of
from app.services.referrals import DOSSIER_ACTIONS
from tests.api.callers import delegation, done


def test_every_family_has_a_status_and_every_code_a_problem():
    assert set(KINDS) == set(Family)
    for code, row in CATALOGUE.items():
        assert 400 <= status_of(code) <= 503
        assert row.zh
        assert row.en


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("*", "zh"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en;q=0.9,zh;q=0.2", "en"),
        ("fr", "zh"),
        ("en;q=nonsense", "zh"),
        ("en;q=0", "zh"),
        ("," * 5000, "zh"),
    ],
)
def test_chinese_unless_english_is_wanted_more(header, language):
    assert language_of(header) == language


@pytest.mark.parametrize(("language", "detail"), [("zh", CATALOGUE["not_found"].zh), ("en", CATALOGUE["not_found"].en)])
async def test_the_sentence_follows_the_language_and_the_code_does_not(api, language, detail):
    path = "/v1/referrals/00000000-0000-7000-8000-000000000000"

    reply = await api.as_court().send("GET", path, headers={"Accept-Language": language})

    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["detail"] == detail
    assert (reply.json()["code"], reply.json()["type"]) == ("not_found", "/problems/not_found")
    assert reply.json()["instance"] == f"/requests/{reply.headers['x-request-id']}"


async def test_the_type_of_a_problem_is_an_address_that_explains_it(api):
    nobody = api.as_nobody()
    reply = await api.as_court().send("GET", "/v1/referrals/none")

    explained = await done(nobody.get(reply.json()["type"]))

    assert explained == {
        "code": "not_found",
        "status": 404,
        "title_zh": "不存在",
        "title_en": "Not there",
        "detail_zh": CATALOGUE["not_found"].zh,
        "detail_en": CATALOGUE["not_found"].en,
    }
    for code in CATALOGUE:
        assert (await done(nobody.get(f"/problems/{code}")))["status"] == status_of(code)
    for nothing in ("nonsense", "x" * 5000, "%E5%BC%A0"):
        assert (await nobody.get(f"/problems/{nothing}")).status_code == 404


async def test_a_refusal_by_state_says_what_is_possible_and_why_not_the_rest(api):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, "schedule_session", scheduled_on="2026-03-02", mode="online")

    problem = reply.json()
    assert (reply.status_code, problem["code"]) == (409, "action_not_possible")
    around = {action.value for action in DOSSIER_ACTIONS}
    assert [action for action in problem["allowed_actions"] if action not in around] == [
        "accept",
        "decline",
        "dispatch",
    ]
    assert {"send_message", "add_claim"} <= set(problem["allowed_actions"])
    assert {row["action"] for row in problem["blocked_actions"]} >= {"start", "sign", "schedule_session"}
    assert problem["facts"]["version"] == 1


async def test_allowed_actions_of_a_referral_are_those_that_are_not_refused(api):
    """Whatever GET does not offer is answered by 409, and whatever it offers is not refused for the state."""
    referral_id = (await api.delegated())["id"]
    view = await done(api.as_centre().get(f"/v1/referrals/{referral_id}"))

    for blocked in view["blocked_actions"]:
        if blocked["action"] in {"hold_session", "receive_materials", "record_performance", "hand_over"}:
            fields = {"session_id": referral_id} if blocked["action"] == "hold_session" else {}
            reply = await api.as_centre().act(referral_id, blocked["action"], **fields)
            assert (reply.status_code, reply.json()["code"]) == (409, blocked["code"])
    assert "accept" in view["allowed_actions"]
    assert (await api.as_centre().act(referral_id, "accept")).status_code == 200


async def test_an_unknown_address_and_an_unknown_method_are_problems_too(api):
    nowhere = await api.as_court().send("GET", "/v1/nowhere")
    deleting = await api.as_court().send("DELETE", "/v1/referrals")

    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "no_such_route")
    assert (deleting.status_code, deleting.json()["code"]) == (405, "method_not_allowed")
    assert deleting.headers["allow"]


@pytest.mark.parametrize("header", [None, "Basic abc", "Bearer", "Bearer ", "Bearer nonsense", "Bearer " + "x" * 5000])
async def test_unknown_callers_are_told_nothing_else(api, header):
    """401 comes before everything, a body that cannot be read included."""
    headers = {} if header is None else {"Authorization": header}

    reply = await api.as_nobody().send("POST", "/v1/referrals", content=b"{", headers=headers)

    assert reply.status_code == 401
    assert reply.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("caller", "kind"),
    [
        ("centre", "pre_filing"),
        ("centre", "post_filing"),
        ("centre", "transferred"),
        ("court", "transferred"),
        ("body", "pre_filing"),
        ("body", "post_filing"),
    ],
)
async def test_a_tenant_opens_referrals_of_its_own_kinds_only(api, caller, kind):
    body = delegation(api.world.centre_id, kind=kind, filed_on="2026-02-27", procedure_type="summary")

    reply = await getattr(api, f"as_{caller}")().write("/v1/referrals", body)

    assert (reply.status_code, reply.json()["code"]) == (403, "not_your_role")


async def test_an_application_is_no_delegation(api):
    """An organisation takes applications in; it hands nothing over, and is told what it may do."""
    for body in (delegation(api.world.centre_id), {"action": "consult", "parties": delegation("")["parties"]}):
        reply = await api.as_centre().write("/v1/referrals", body)

        assert (reply.status_code, reply.json()["code"]) == (403, "not_your_role")
        assert (reply.json()["facts"], reply.json()["errors"][0]["pointer"]) == ({"actions": ["submit"]}, "/action")


async def test_a_key_without_the_scope_is_refused(api):
    reader = await api.as_client(api.world.court_id, ["referrals:read"])
    referral_id = (await api.delegated())["id"]

    reply = await reader.act(referral_id, "take_back")

    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")
    assert (await reader.get(f"/v1/referrals/{referral_id}/parties", reveal=True)).status_code == 403


def test_the_problem_of_an_outage_says_so():
    problem = document(Refusal("database_unavailable"), language="en", instance="/requests/0")

    assert (problem["status"], problem["errors"], problem["facts"]) == (503, [], {})
