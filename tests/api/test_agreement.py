"""What an agreement says, over HTTP: what is looked at before it is signed, and how it is shown."""

from tests.api.callers import TODAY, delegation, done
from tests.api.stages import APPLICANT, NOTICES, RESPONDENT, agreed, agreed_after_filing, effective


def text(staged, **said):
    promise = {
        "payer_party_id": staged.ids[RESPONDENT],
        "amount": "9000.00",
        "due_on": "2026-04-30",
        "text": "一次付清",
    }
    return {"terms": [promise], **said}


async def told(api, staged):
    """Types of its events, oldest first."""
    history = await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/history", limit=200))
    return [item["type"] for item in history["items"]]


async def refused(api, staged, code, pointer, **said):
    reply = await api.as_centre().act(staged.referral_id, "draft_agreement", **text(staged, **said))
    assert (reply.status_code, reply.json()["code"]) == (422, code), reply.text
    assert reply.json()["errors"][0]["pointer"] == pointer


async def test_what_may_not_stand_in_an_agreement_is_refused_before_anybody_signs(api):
    staged = await agreed(api)
    vague = [{"text": "尽快付清"}]
    plan = {"planned": ["judicial_confirmation"]}

    await refused(api, staged, "court_decides_clause", "/default_clause", default_clause="court_decides")
    await refused(api, staged, "terms_not_certain", "/terms", terms=vague, **plan)
    await refused(api, staged, "content_not_confirmable", "/planned", subjects=["property_right"], **plan)
    await refused(api, staged, "enforcement_promise_missing", "/enforcement_promised", planned=["notarisation"])
    bound = [{"party_id": staged.ids[APPLICANT], "consented": True}]
    await refused(api, staged, "guarantor_is_bound", "/guarantors", guarantors=bound)
    await refused(api, staged, "recorder_missing", "/recorded_by", form="oral")

    assert (await api.as_centre().get(f"/v1/referrals/{staged.referral_id}/agreement")).status_code == 404


async def test_an_agreement_shows_what_it_says_beside_its_promises(api):
    staged = await agreed(api)
    said = {
        "default_clause": "stated",
        "planned": ["judicial_confirmation", "notarisation"],
        "enforcement_promised": True,
    }
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", **text(staged, **said)))

    shown = await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/agreement"))

    assert {name: shown[name] for name in said} == said
    assert (shown["form"], shown["guarantor_ids"], shown["recorded_by"]) == ("written", [], None)


async def test_an_oral_agreement_before_a_committee_is_in_force_when_it_is_reached(api):
    """The committee's mediator records it; no party signs, and they apply for confirmation, orally too."""
    world, centre = api.world, api.as_other_centre()
    related = {"role": "related", "kind": "natural_person", "name": "赵六"}
    parties = [*delegation(world.other_centre_id)["parties"], related]
    receipt = await done(api.as_court().write("/v1/referrals", delegation(world.other_centre_id, parties=parties)), 201)
    shown = await done(api.as_court().get(f"/v1/referrals/{receipt['id']}"))
    ids = {each["role"]: each["id"] for each in shown["parties"]}
    mediator = await api.registered("mediators", name="郑调解", organisation_id=world.other_centre_id)
    check = {"party_id": ids["respondent"], "id_type": "passport", "id_number": "E12345678"}
    promise = {"payer_party_id": ids["respondent"], "amount": "9000.00", "due_on": "2026-04-30", "text": "一次付清"}
    oral = {"form": "oral", "recorded_by": mediator, "guarantors": [{"party_id": ids["related"], "consented": True}]}
    for action, fields in (
        ("accept", {}),
        ("assign_mediator", {"mediator_id": mediator}),
        ("start", {"identities": [check], **NOTICES}),
        ("end", {"reason": "agreement_reached"}),
        ("draft_agreement", {"terms": [promise], **oral}),
        ("sign", {"role": "mediator", "means": "handwritten"}),
    ):
        await done(centre.act(receipt["id"], action, occurred_on=TODAY, **fields))

    agreement = await done(centre.get(f"/v1/referrals/{receipt['id']}/agreement"))
    both = [ids["applicant"], ids["respondent"]]
    too_many = await centre.act(receipt["id"], "apply_for_confirmation", applicant_ids=[*both, ids["related"]])
    await done(centre.act(receipt["id"], "apply_for_confirmation", applicant_ids=both, oral=True))

    assert (agreement["state"], agreement["effective_on"], agreement["missing"]) == ("agreement_effective", TODAY, [])
    assert (agreement["recorded_by"], agreement["guarantor_ids"]) == (mediator, [ids["related"]])
    assert (too_many.status_code, too_many.json()["code"]) == (422, "guarantor_does_not_apply")


async def test_a_guarantor_signs_for_itself_and_the_parties_make_the_agreement(api):
    """担保人签字: by name, beside the parties; whether it signs decides nothing about them (CPLI 150)."""
    related = {"role": "related", "kind": "natural_person", "name": "赵六"}
    parties = [*delegation(api.world.centre_id)["parties"], related]
    receipt = await done(api.as_court().write("/v1/referrals", delegation(api.world.centre_id, parties=parties)), 201)
    shown = await done(api.as_court().get(f"/v1/referrals/{receipt['id']}"))
    ids = {each["role"]: each["id"] for each in shown["parties"]}
    check = {"party_id": ids["respondent"], "id_type": "passport", "id_number": "E12345678"}
    guarantors = [{"party_id": ids["related"], "consented": True}]
    centre = api.as_centre()
    for action, fields in (
        ("accept", {}),
        ("assign_mediator", {"mediator_id": api.world.mediator_id}),
        ("start", {"identities": [check], **NOTICES}),
        ("end", {"reason": "agreement_reached"}),
        ("draft_agreement", {"terms": [{"text": "一次付清"}], "guarantors": guarantors}),
    ):
        await done(centre.act(receipt["id"], action, **fields))

    states = []
    for role, name in (("guarantor", "related"), ("party", "applicant"), ("party", "respondent")):
        await done(centre.act(receipt["id"], "sign", role=role, party_id=ids[name], means="handwritten"))
        states.append((await done(centre.get(f"/v1/referrals/{receipt['id']}/agreement")))["state"])

    assert states == ["agreement_pending", "agreement_pending", "agreement_effective"]


async def test_who_was_given_the_agreement_and_that_a_copy_went_to_the_court_is_shown(api):
    staged = await effective(api)
    for name in (APPLICANT, RESPONDENT):
        await done(
            api.as_centre().act(staged.referral_id, "serve_agreement", party_id=staged.ids[name], means="personal")
        )
    await done(api.as_centre().act(staged.referral_id, "file_agreement"))

    shown = await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/agreement"))
    again = await api.as_centre().act(staged.referral_id, "file_agreement")

    assert [each["party_id"] for each in shown["served"]] == [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    assert (shown["filed_on"], shown["binding_from"], shown["binding_basis"]) == (TODAY, TODAY, "signatures")
    assert (again.status_code, again.json()["code"]) == (409, "copy_already_filed")
    assert (await told(api, staged))[-3:] == ["agreement.served", "agreement.served", "agreement.filed_with_court"]


async def test_trap_17_after_filing_a_party_goes_back_and_the_case_goes_to_trial(api):
    staged = await agreed_after_filing(api)
    before = await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/agreement"))

    await done(api.as_centre().act(staged.referral_id, "repudiate_agreement", party_id=staged.ids[RESPONDENT]))

    after = await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/agreement"))
    listed = (await done(api.as_court().get("/v1/referrals", stage="mediated")))["items"]
    assert (before["state"], before["binding_from"], before["binding_basis"]) == (
        "agreement_effective",
        None,
        "not_yet",
    )
    assert (after["state"], after["binding_basis"]) == ("agreement_repudiated", None)
    assert staged.referral_id in [each["id"] for each in listed]
    assert (await told(api, staged))[-1] == "agreement.repudiated"
    await done(api.as_court().act(staged.referral_id, "give_fee_notice", amount="50.00", pay_by="2026-03-20"))
