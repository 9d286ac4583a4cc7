"""The performance plan over HTTP: instalments with their states, what is recorded of each, what time says of them."""

from app.services.deadlines import sweep
from tests.api.callers import ANY, done
from tests.api.stages import APPLICANT, RESPONDENT, agreed

PROOF = "a" * 64


async def in_instalments(api):
    """The respondent pays six thousand in ten days and four thousand on a Saturday a month later."""
    staged = await agreed(api)
    terms = [
        {
            "payer_party_id": staged.ids[RESPONDENT],
            "amount": amount,
            "due_on": day,
            "text": "分期给付",
            "account": "尾号8888",
        }
        for amount, day in (("6000.00", "2026-03-12"), ("4000.00", "2026-04-11"))
    ]
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=terms))
    for name in (APPLICANT, RESPONDENT):
        signing = {"role": "party", "party_id": staged.ids[name], "means": "electronic"}
        await done(api.as_centre().act(staged.referral_id, "sign", **signing))
    return staged


async def plan_of(caller, staged):
    return await done(caller.get(f"/v1/referrals/{staged.referral_id}/performance"))


async def time_comes(api, day):
    await done(api.as_operator().write("/v1/development/legal-clock", {"today": day}, method="PUT"))
    await sweep(api.app.state.house.ports, limit=50)


async def refused(api, staged, code, pointer=None, **body):
    reply = await api.as_centre().act(staged.referral_id, "record_performance", **body)
    assert (reply.status_code, reply.json()["code"]) == (422, code), reply.text
    assert pointer is None or reply.json()["errors"][0]["pointer"] == pointer


def path_of(staged):
    return f"/v1/referrals/{staged.referral_id}"


async def test_a_plan_shows_each_instalment_and_what_is_left_of_it(api):
    staged = await in_instalments(api)
    before = await plan_of(api.as_court(), staged)
    first, second = (each["term_id"] for each in before["instalments"])
    paid = {"term_id": first, "amount": "2500.00", "performed_on": "2026-03-02", "means": "bank_transfer"}

    receipt = await done(
        api.as_centre().act(staged.referral_id, "record_performance", **paid, confirmed_by=staged.ids[APPLICANT])
    )
    after = await plan_of(api.as_centre(), staged)

    assert [(x["state"], x["left"], x["last_day"]) for x in before["instalments"]] == [
        ("due", "6000.00", "2026-03-12"),
        ("due", "4000.00", "2026-04-13"),
    ]
    assert receipt["due"]["PERFORM"] == "2026-03-12"
    assert (after["state"], after["instalments"][0]["state"], after["instalments"][0]["left"]) == (
        "performing",
        "partial",
        "3500.00",
    )
    record = after["instalments"][0]["performances"][0]
    assert (record["amount"], record["means"], record["confirmed_by"]) == (
        "2500.00",
        "bank_transfer",
        staged.ids[APPLICANT],
    )
    event = (await done(api.as_court().get(f"{path_of(staged)}/history")))["items"][-1]
    assert (event["type"], event["data"]["facts"]["left"]) == ("performance.partial", "3500.00")

    await done(api.as_centre().act(staged.referral_id, "record_performance", term_id=first, proof_sha256=PROOF))
    await done(api.as_centre().act(staged.referral_id, "record_performance", term_id=second, proof_sha256=PROOF))
    whole = await plan_of(api.as_court(), staged)
    assert (whole["state"], {x["state"] for x in whole["instalments"]}) == ("performed", {"performed"})


async def test_what_is_wrong_with_a_record_is_said_and_nothing_changes(api):
    staged = await in_instalments(api)
    plan = await plan_of(api.as_centre(), staged)
    first = {"term_id": plan["instalments"][0]["term_id"]}
    proven = {**first, "proof_sha256": PROOF}

    await refused(api, staged, "performance_unproven", **first)
    await refused(api, staged, "amount_beyond_instalment", "/amount", **proven, amount="6000.01")
    await refused(api, staged, "payer_not_bound", "/payer_party_id", **proven, payer_party_id=staged.ids[APPLICANT])
    own_word = {**first, "confirmed_by": staged.ids[RESPONDENT]}
    await refused(api, staged, "confirmation_not_of_other_side", "/confirmed_by", **own_word)
    await refused(api, staged, "occurred_in_future", "/performed_on", **proven, performed_on="2026-03-03")
    await refused(api, staged, "instalment_unknown", "/term_id", term_id=staged.referral_id, proof_sha256=PROOF)
    await refused(api, staged, "body_invalid", "/term_id", amount="1.00")

    assert await plan_of(api.as_centre(), staged) == plan


async def test_the_body_of_before_records_the_whole(api):
    staged = await in_instalments(api)

    await done(api.as_centre().act(staged.referral_id, "record_performance", version=ANY))

    plan = await plan_of(api.as_court(), staged)
    assert (plan["state"], plan["performed_on"]) == ("performed", "2026-03-02")
    assert {each["left"] for each in plan["instalments"]} == {"0.00"}


async def test_time_asks_and_then_records_each_instalment_by_itself(api):
    staged = await in_instalments(api)

    await time_comes(api, "2026-03-13")
    asked = await plan_of(api.as_court(), staged)
    await time_comes(api, "2026-05-20")
    over = await plan_of(api.as_court(), staged)

    items = (await done(api.as_court().get(f"{path_of(staged)}/history", limit=200)))["items"]
    told = [item["type"] for item in items if item["type"].startswith("performance.")]
    assert (asked["state"], asked["instalments"][0]["state"]) == ("performing", "due")
    assert (over["state"], [x["breach"]["by"] for x in over["instalments"]]) == ("breached", ["time", "time"])
    assert sorted(told) == ["performance.breached"] * 2 + ["performance.due"] * 2
    deadlines = (await done(api.as_court().get(f"{path_of(staged)}/deadlines")))["items"]
    assert len({x["term_id"] for x in deadlines if x["rule"] == "PERFORM"}) == 2


async def test_before_a_draft_there_is_no_plan_and_before_it_binds_no_state(api):
    staged = await agreed(api)
    nothing = await api.as_centre().get(f"{path_of(staged)}/performance")
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=[{"text": "赔礼道歉"}]))

    plan = await plan_of(api.as_centre(), staged)

    assert nothing.status_code == 404
    assert (plan["state"], plan["instalments"][0]["left"]) == (None, None)


async def test_the_account_is_read_with_the_terms_and_that_is_on_record(api):
    staged = await in_instalments(api)

    shown = await done(api.as_court().get(f"{path_of(staged)}/agreement"))

    assert {term["account"] for term in shown["terms"]} == {"尾号8888"}


async def test_a_performance_recorded_in_error_stays_marked_and_counts_no_more(api):
    staged = await in_instalments(api)
    first, second = (each["term_id"] for each in (await plan_of(api.as_court(), staged))["instalments"])
    for term in (first, second):
        await done(api.as_centre().act(staged.referral_id, "record_performance", term_id=term, proof_sha256=PROOF))
    before = await plan_of(api.as_centre(), staged)
    record = before["instalments"][0]["performances"][0]
    mistake = {"performance_id": record["id"], "reason": "wrong_referral", "explanation": "误将他案付款记入本案"}

    receipt = await done(api.as_centre().act(staged.referral_id, "correct_performance", **mistake))

    after = await plan_of(api.as_court(), staged)
    assert (before["state"], after["state"], receipt["due"]["PERFORM"]) == ("performed", "performing", "2026-03-12")
    assert [(x["state"], x["left"]) for x in after["instalments"]] == [("due", "6000.00"), ("performed", "0.00")]
    assert after["instalments"][0]["performances"] == [{**record, "entered_in_error_on": record["recorded_on"]}]
    event = (await done(api.as_court().get(f"{path_of(staged)}/history")))["items"][-1]
    assert (event["type"], event["data"]["state_after"]) == ("performance.corrected", "agreement_effective")
    again = await api.as_centre().act(staged.referral_id, "correct_performance", **mistake)
    assert (again.status_code, again.json()["code"]) == (422, "part_unknown")
