"""Every kind of referral over HTTP: who sees it, what it shows, how it ends."""

from app.services.deadlines import sweep
from tests.api.callers import TODAY, delegation, done, party
from tests.api.stages import (
    APPLICANT,
    NOTICES,
    RESPONDENT,
    agreed_after_filing,
    applied_directly,
    cancel_asked,
    fee_noticed,
    labour_failed,
    settled_after_filing,
    statement_made,
    transferred,
    under_review,
    willing,
    withdrawal_applied,
)


async def view(caller, staged):
    return await done(caller.get(f"/v1/referrals/{staged.referral_id}"))


async def signed(api, staged):
    """Accepted by the centre that holds it, mediated, agreed and signed by both parties."""
    centre, check = api.as_centre(), {"id_type": "passport"}
    identities = [
        {"party_id": staged.ids[name], "id_number": number, **check}
        for name, number in ((APPLICANT, "E12345678"), (RESPONDENT, "E87654321"))
    ]
    for action, fields in (
        ("accept", {}),
        ("assign_mediator", {"mediator_id": api.world.mediator_id}),
        ("start", {"identities": identities, **NOTICES}),
        ("end", {"reason": "agreement_reached"}),
        ("draft_agreement", {"terms": [{"text": "一次付清"}]}),
        ("sign", {"role": "party", "party_id": staged.ids[APPLICANT], "means": "electronic"}),
        ("sign", {"role": "party", "party_id": staged.ids[RESPONDENT], "means": "electronic"}),
    ):
        await done(centre.act(staged.referral_id, action, **fields))
    return staged


async def test_an_application_to_the_organisation_goes_to_the_court_that_it_names(api):
    """No court saw it before; the one that is asked for confirmation sees it and decides."""
    staged = await signed(api, await applied_directly(api))
    court, centre = api.as_other_court(), api.as_centre()
    unseen = await court.get(f"/v1/referrals/{staged.referral_id}")
    application = {"applicant_ids": [staged.ids[APPLICANT], staged.ids[RESPONDENT]]}

    nowhere = await centre.act(staged.referral_id, "apply_for_confirmation", **application)
    made = await done(
        centre.act(staged.referral_id, "apply_for_confirmation", court_id=api.world.other_court_id, **application)
    )

    assert (unseen.status_code, nowhere.status_code, nowhere.json()["code"]) == (404, 422, "court_required")
    shown = await view(court, staged)
    assert (shown["kind"], shown["track"], shown["court_id"]) == ("direct", "direct", None)
    assert shown["procedures"][0]["court_id"] == api.world.other_court_id
    await done(court.step(made["procedure_id"], "accept_application"))
    confirmed = await done(court.step(made["procedure_id"], "confirm_agreement"))
    assert confirmed["procedure_id"] == made["procedure_id"]
    assert (await api.as_court().get(f"/v1/referrals/{staged.referral_id}")).status_code == 404


async def test_a_court_that_nobody_knows_cannot_be_named(api):
    staged = await signed(api, await applied_directly(api))
    application = {"applicant_ids": [staged.ids[APPLICANT], staged.ids[RESPONDENT]], "court_id": staged.ids[APPLICANT]}

    reply = await api.as_centre().act(staged.referral_id, "apply_for_confirmation", **application)

    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/court_id")


async def test_a_transferred_referral_is_told_back_to_the_body_that_sent_it(api):
    staged = await transferred(api)

    before = await view(api.as_body(), staged)
    await done(api.as_centre().act(staged.referral_id, "report_back"))
    after = await view(api.as_body(), staged)

    history = (await done(api.as_body().get(f"/v1/referrals/{staged.referral_id}/history")))["items"]
    assert history[-1]["type"] == "referral.reported_back"
    assert (before["court_id"], before["track"], before["state"]) == (None, "direct", "closed")
    assert before["referring_body_id"]
    assert set(before["due"]) == {"FEEDBACK"}
    assert after["due"] == {}
    assert (await api.as_court().get(f"/v1/referrals/{staged.referral_id}")).status_code == 404


async def test_a_mediation_statement_closes_the_case_when_the_last_party_signed_for_it(api):
    staged = await statement_made(api)
    court, path = api.as_court(), f"/v1/procedures/{staged.procedure_id}"

    by_post = await court.step(
        staged.procedure_id, "record_statement_receipt", party_id=staged.ids[APPLICANT], means="post"
    )
    for name in (APPLICANT, RESPONDENT):
        receipt = {"party_id": staged.ids[name], "means": "personal"}
        last = await done(court.step(staged.procedure_id, "record_statement_receipt", **receipt))

    assert (by_post.status_code, by_post.json()["code"]) == (409, "service_means_not_allowed")
    shown = await done(court.get(path))
    history = (await done(court.get(f"/v1/referrals/{staged.referral_id}/history")))["items"]
    assert [event["type"] for event in history[-2:]] == ["procedure.served", "procedure.effective"]
    assert (shown["state"], len(shown["served_party_ids"])) == ("in_force", 2)
    assert last["state"] == "closed"
    assert (await view(court, staged))["closure"] == "mediation_statement"


async def test_a_term_that_ran_out_is_told_in_the_history(api):
    """What happened long ago is recorded late; time then acts on the day that the law says."""
    willing_then = [{"kind": "mediate", "given": True, "given_on": "2025-11-03"}]
    parties = [party(role, consents=willing_then) for role in ("applicant", "respondent")]
    receipt = await api.delegated(occurred_on="2025-11-03", parties=parties)
    await done(api.as_centre().act(receipt["id"], "accept", occurred_on="2025-11-04"))

    await sweep(api.app.state.house.ports, limit=10)

    history = (await done(api.as_court().get(f"/v1/referrals/{receipt['id']}/history")))["items"]
    told = [(event["type"], event["occurred_on"]) for event in history if event["actor_role"] == "clock"]
    assert told == [("mediation.term_expired", "2025-12-05"), ("mediation.ended", "2025-12-10")]


async def test_after_filing_the_report_leaves_the_closing_to_the_court(api):
    staged = await settled_after_filing(api)

    reported = await view(api.as_court(), staged)
    closed = await done(api.as_court().act(staged.referral_id, "close_by_other_means"))

    assert (reported["state"], reported["reported_on"]) == ("mediation_ended", TODAY)
    assert closed["state"] == "closed"


async def test_a_permitted_withdrawal_closes_the_case(api):
    staged = await withdrawal_applied(api)

    permitted = await done(api.as_court().step(staged.procedure_id, "permit_withdrawal"))

    assert permitted["state"] == "closed"
    assert (await view(api.as_centre(), staged))["closure"] == "withdrawn_after_settlement"


async def test_a_fee_notice_shows_amount_and_last_day(api):
    staged = await fee_noticed(api)

    shown = await done(api.as_centre().get(f"/v1/procedures/{staged.procedure_id}"))
    early = await api.as_court().step(staged.procedure_id, "deem_withdrawn")

    assert (shown["machine"], shown["fee_amount"], shown["pay_by"]) == ("transfer_to_trial", "50.00", "2026-03-09")
    assert (early.status_code, early.json()["code"]) == (409, "fee_still_payable")


async def test_confirmation_after_entrustment_is_the_courts_setting(api):
    staged = await agreed_after_filing(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]

    reply = await api.as_centre().act(staged.referral_id, "apply_for_confirmation", applicant_ids=everybody)

    assert (reply.status_code, reply.json()["code"]) == (409, "confirmation_after_entrustment")


async def test_a_labour_dispute_that_nobody_arbitrated_is_not_handed_to_the_court(api):
    staged = await labour_failed(api)

    refused = await api.as_centre().act(staged.referral_id, "hand_over")
    made = await done(api.as_centre().act(staged.referral_id, "refer_to_arbitration"))

    assert refused.status_code == 409
    assert (await done(api.as_court().get(f"/v1/procedures/{made['procedure_id']}")))["state"] == "referred"


async def test_a_request_to_call_it_off_stays_open_until_the_organisation_answers(api):
    staged = await cancel_asked(api)

    asked = await view(api.as_centre(), staged)
    agreed = await done(api.as_centre().act(staged.referral_id, "confirm_cancel"))

    assert asked["cancel_requested_on"] == TODAY
    assert agreed["state"] == "unassigned"
    assert (await view(api.as_court(), staged))["cancel_requested_on"] is None
    assert (await api.as_centre().get(f"/v1/referrals/{staged.referral_id}")).status_code == 404


async def test_whom_the_parties_chose_is_whom_it_goes_to(api):
    staged, court = await willing(api), api.as_court()
    choice = {"chosen_by": [staged.ids[APPLICANT], staged.ids[RESPONDENT]], "organisation_id": api.world.centre_id}

    await done(court.act(staged.referral_id, "record_choice", **choice))
    other = await court.act(staged.referral_id, "delegate", organisation_id=api.world.other_centre_id)

    assert (await view(court, staged))["chosen_organisation_id"] == api.world.centre_id
    assert (other.status_code, other.json()["code"]) == (409, "joint_choice_made")
    assert (await court.act(staged.referral_id, "delegate", organisation_id=api.world.centre_id)).status_code == 200


async def test_after_filing_everybody_must_have_agreed(api):
    parties = [party("applicant"), party("respondent", consents=[])]
    body = delegation(api.world.centre_id, kind="post_filing", filed_on="2026-02-27", parties=parties)

    undated = await api.as_court().write("/v1/referrals", body)
    unwilling = await api.as_court().write("/v1/referrals", {**body, "procedure_type": "summary"})

    assert (undated.status_code, undated.json()["code"]) == (422, "particulars_missing")
    assert (unwilling.status_code, unwilling.json()["code"]) == (409, "consents_incomplete")


async def test_who_handed_back_sees_it_no_more_and_why_is_on_record(api):
    receipt = await api.delegated()
    await done(api.as_centre().act(receipt["id"], "accept"))

    words = {"reason": "capacity", "explanation": "力量不足"}
    handed = await done(api.as_centre().act(receipt["id"], "hand_back", **words))

    (turn,) = (await done(api.as_court().get(f"/v1/referrals/{receipt['id']}/assignments")))["items"]
    assert handed["state"] == "unassigned"
    assert (turn["ending"], turn["reason"], turn["ended_on"]) == ("handed_back", "capacity", TODAY)
    assert turn["explanation"] == "力量不足"


async def test_an_agreement_that_was_not_confirmed_goes_to_the_court_with_the_reason(api):
    """The organisation names none: the record gives it; one that the record does not show is refused."""
    staged = await under_review(api)
    centre = api.as_centre()
    await done(api.as_court().step(staged.procedure_id, "reject_confirmation", reason="content_unclear"))
    await done(centre.act(staged.referral_id, "report_result"))

    wrong = await centre.act(staged.referral_id, "hand_over", reason="mediation_failed")
    await done(centre.act(staged.referral_id, "hand_over"))

    assert (wrong.status_code, wrong.json()["code"]) == (422, "hand_over_reason_not_here")
    history = await done(centre.get(f"/v1/referrals/{staged.referral_id}/history"))
    assert history["items"][-1]["data"]["facts"]["reason"] == "confirmation_rejected"
