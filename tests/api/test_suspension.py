"""A suspension over HTTP: what the referral, the receipt and the event say of the term meanwhile."""

import pytest

from tests.api.callers import done
from tests.api.stages import mediating, suspended


@pytest.mark.parametrize(("setting", "runs"), [(False, True), (True, False)])
async def test_referral_and_receipt_say_whether_the_term_runs_on(api, setting, runs):
    staged = await mediating(api)
    path, act = f"/v1/referrals/{staged.referral_id}", api.as_court().act
    change = {"change": "set", "valid_from": "2026-01-01", "suspension_pauses_term": setting}
    await done(api.as_operator().write(f"/v1/courts/{api.world.court_id}/changes", change), 201)

    receipt = await done(act(staged.referral_id, "suspend", reason="sham_review", explanation="双方陈述一致"))
    shown = await done(api.as_centre().get(path))

    assert (receipt["state"], receipt["term_runs"], "T05" in receipt["due"]) == ("suspended", runs, runs)
    assert (shown["suspension"]["reason"], shown["suspension"]["term_runs"]) == ("sham_review", runs)
    assert shown["suspension"]["suspended_from"] == "mediating"
    assert {"resume", "find_sham"} <= set(shown["allowed_actions"])

    await done(api.as_centre().act(staged.referral_id, "resume", result="sham_cleared"))
    again = await done(api.as_court().get(path))
    assert (again["state"], again["suspension"], "T05" in again["due"]) == ("mediating", None, True)


async def test_words_given_with_a_suspension_are_a_message_and_stand_in_no_event(api):
    staged = await mediating(api)
    said = "疑似虚构债务"

    receipt = await done(api.as_centre().act(staged.referral_id, "suspend", reason="sham_review", explanation=said))

    events = (await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/history")))["items"]
    messages = (await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/messages")))["items"]
    assert events[-1]["type"] == "mediation.suspended"
    assert events[-1]["data"]["facts"] == {"reason": "sham_review", "message_id": receipt["message_id"]}
    assert said not in str(events)
    assert [message["id"] for message in messages] == [receipt["message_id"]]


async def test_a_sham_that_was_found_closes_the_referral(api):
    staged = await suspended(api)

    receipt = await done(api.as_court().act(staged.referral_id, "find_sham"))

    shown = await done(api.as_centre().get(f"/v1/referrals/{staged.referral_id}"))
    assert (receipt["state"], shown["closure"], shown["due"]) == ("closed", "transferred_sham", {})
    assert "term_runs" not in receipt


async def test_a_result_of_another_reason_is_told_which_would_fit(api):
    staged = await suspended(api)

    reply = await api.as_court().act(staged.referral_id, "resume", result="heir_joined")

    assert (reply.status_code, reply.json()["code"]) == (409, "suspension_result_not_here")
    assert reply.json()["facts"]["results"] == ["sham_cleared"]
