"""Enforcement over HTTP: what is no instrument, which court, who sees it, and what being late comes to."""

from tests.api.callers import done
from tests.api.stages import (
    APPLICANT,
    BASIS,
    RESPONDENT,
    applied_directly,
    enforceable,
    enforcing,
    owed,
)
from tests.api.test_kinds import signed, view

LATE = "2028-06-01"
"""More than two years after the promise of the stages, 2026-03-01."""


def asked(staged, ground="issuing_court", **more):
    return {
        "applicant_ids": [staged.ids[APPLICANT]],
        "debtor_id": staged.ids[RESPONDENT],
        "court_ground": ground,
        **more,
    }


async def moved_to(api, day):
    await done(api.as_operator().write("/v1/development/legal-clock", {"today": day}, method="PUT"))


async def test_an_agreement_alone_is_refused_with_what_is_missing(api):
    staged = await owed(api)
    await done(api.as_centre().act(staged.referral_id, "report_breach", party_id=staged.ids[RESPONDENT]))

    reply = await api.as_centre().act(staged.referral_id, "apply_for_enforcement", **asked(staged))

    assert (reply.status_code, reply.json()["code"]) == (409, "agreement_not_enforceable")
    blocked = {item["action"]: item["code"] for item in reply.json()["blocked_actions"]}
    assert blocked["apply_for_enforcement"] == "agreement_not_enforceable"


async def confirmed_elsewhere(api):
    """A direct application, confirmed by a court that did not refer, and not performed."""
    staged = await signed(api, await applied_directly(api))
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    naming = {"applicant_ids": everybody, "court_id": api.world.other_court_id}
    made = await done(api.as_centre().act(staged.referral_id, "apply_for_confirmation", **naming))
    staged.ids[BASIS] = made["procedure_id"]
    for action in ("accept_application", "confirm_agreement"):
        await done(api.as_other_court().step(staged.ids[BASIS], action))
    await done(api.as_centre().act(staged.referral_id, "report_breach", party_id=staged.ids[RESPONDENT]))
    return staged


async def test_the_court_of_the_property_has_the_level_of_the_court_that_made_the_instrument(api):
    staged = await confirmed_elsewhere(api)
    tracks = [{"track": "pre_filing_2022", "valid_from": "2022-01-01"}]
    higher = await api.registered("courts", name="新乡市中级人民法院", level="intermediate", tracks=tracks)
    centre = api.as_centre()
    there = asked(staged, "property_location", basis_id=staged.ids[BASIS])

    wrong = await centre.act(staged.referral_id, "apply_for_enforcement", court_id=higher, **there)
    made = await done(centre.act(staged.referral_id, "apply_for_enforcement", court_id=api.world.court_id, **there))

    assert (wrong.status_code, wrong.json()["code"]) == (422, "enforcement_court_not_competent")
    shown = await done(api.as_court().get(f"/v1/procedures/{made['procedure_id']}"))
    assert (shown["court_id"], shown["basis_id"]) == (api.world.court_id, staged.ids[BASIS])
    assert shown["court_ground"] == "property_location"


async def test_the_court_applied_to_sees_the_referral_until_it_does_not_take_it(api):
    staged = await confirmed_elsewhere(api)
    unseen = await api.as_court().get(f"/v1/referrals/{staged.referral_id}")
    naming = asked(staged, "property_location", basis_id=staged.ids[BASIS], court_id=api.world.court_id)
    made = await done(api.as_centre().act(staged.referral_id, "apply_for_enforcement", **naming))
    seen = await view(api.as_court(), staged)

    await done(api.as_court().step(made["procedure_id"], "refuse_enforcement", reason="wrong_court"))

    gone = await api.as_court().get(f"/v1/referrals/{staged.referral_id}")
    assert (unseen.status_code, seen["id"], gone.status_code) == (404, staged.referral_id, 404)


async def test_an_application_in_time_is_taken_without_a_warning(api):
    staged = await enforceable(api)

    made = await done(api.as_centre().act(staged.referral_id, "apply_for_enforcement", **asked(staged)))

    assert made["warnings"] == []


async def test_trap_29_an_application_out_of_time_is_taken_and_the_receipt_warns(api):
    staged = await enforceable(api)
    await moved_to(api, LATE)

    made = await done(api.as_centre().act(staged.referral_id, "apply_for_enforcement", **asked(staged)))
    await done(api.as_court().step(made["procedure_id"], "accept_enforcement"))

    assert made["warnings"] == ["enforcement_time_bar"]


async def test_a_settlement_that_was_broken_long_ago_is_restored_with_a_warning(api):
    staged = await enforcing(api)
    court = api.as_court()
    settled = await done(court.step(staged.procedure_id, "settle_enforcement", perform_by="2026-03-20"))
    shown = await done(court.get(f"/v1/procedures/{staged.procedure_id}"))
    await moved_to(api, LATE)

    made = await done(court.step(staged.procedure_id, "restore_enforcement"))

    assert (shown["state"], shown["pay_by"]) == ("enforcement_settled", "2026-03-20")
    assert (settled["warnings"], made["warnings"]) == ([], ["enforcement_time_bar"])
