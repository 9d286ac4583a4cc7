"""Help with a judge's own mediation over the API: opened, helped, given back, ended and closed by the court."""

from tests.api.callers import TODAY, delegation, done, party
from tests.api.stages import APPLICANT, NOTICES, RESPONDENT, consulting_before_judge, invitation, nothing


async def invited(api):
    """A judge invites the centre; both parties consented that day."""
    staged = await nothing(api)
    body = invitation(organisation_id=api.world.centre_id)
    made = await done(api.as_court().write("/v1/referrals", body), 201)
    staged.referral_id = made["id"]
    staged.ids |= dict(zip((APPLICANT, RESPONDENT), await api.party_ids(made["id"]), strict=True))
    return staged, made


async def test_a_judge_mediates_and_an_organisation_helps_from_opening_to_the_statement(api):
    """Nobody accepts, the organisation names who helps, the court does the rest; its statement closes the case."""
    staged, made = await invited(api)
    court, centre, at = api.as_court(), api.as_centre(), staged.referral_id
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    checked = [{"party_id": each, "id_type": "passport", "id_number": "E12345678"} for each in everybody]

    await done(centre.act(at, "assign_mediator", mediator_id=api.world.mediator_id))
    early = await centre.act(at, "start", identities=checked, **NOTICES)
    await done(court.act(at, "start", identities=checked, **NOTICES))
    await done(court.act(at, "end", reason="agreement_reached"))
    await done(court.act(at, "draft_agreement", terms=[{"text": "一次付清"}]))
    for party_id in everybody:
        await done(court.act(at, "sign", role="party", party_id=party_id, means="handwritten"))
    asked = await done(court.act(at, "request_statement", applicant_ids=everybody))
    await done(court.step(asked["procedure_id"], "make_statement"))
    for party_id in everybody:
        await done(court.step(asked["procedure_id"], "record_statement_receipt", party_id=party_id, means="personal"))

    shown = await done(centre.get(f"/v1/referrals/{at}"))
    assert (made["state"], made["due"]) == ("accepted", {"T08S": "2026-03-09"})
    assert (early.status_code, early.json()["code"]) == (409, "wrong_actor")
    assert (shown["kind"], shown["track"], shown["state"], shown["closure"]) == (
        *("assisted", "judge_led", "closed"),
        "mediation_statement",
    )


async def test_an_invitation_is_given_back_and_another_is_invited_while_the_term_runs(api):
    staged, _ = await invited(api)
    court, at = api.as_court(), staged.referral_id

    left = await done(api.as_centre().act(at, "hand_back", reason="capacity", explanation="人手不足"))
    again = await done(court.act(at, "invite", organisation_id=api.world.other_centre_id))

    assert (left["state"], left["due"]) == ("unassigned", {"T08S": "2026-03-09"})
    assert (again["state"], again["due"]) == ("accepted", left["due"])
    assert (await api.as_centre().get(f"/v1/referrals/{at}")).status_code == 404


async def test_what_does_not_go_together_with_an_invitation_is_refused_and_says_where(api):
    court, centre_id = api.as_court(), api.world.centre_id
    consulted = await consulting_before_judge(api)
    silent = [party("applicant"), party("respondent", consents=[])]
    cases = (
        (invitation(organisation_id=centre_id, kind="post_filing"), 422, "/kind"),
        (delegation(centre_id, kind="assisted"), 422, "/kind"),
        (invitation(organisation_id=centre_id, in_trial=True), 422, "/in_trial"),
        ({**invitation(organisation_id=centre_id), "filed_on": None}, 422, "/filed_on"),
        (invitation(organisation_id=centre_id, parties=silent), 409, None),
    )
    for body, status, pointer in cases:
        reply = await court.write("/v1/referrals", body)
        faults = reply.json().get("errors") or [{"pointer": None}]
        assert (reply.status_code, faults[0]["pointer"]) == (status, pointer), reply.text
    by_centre = await api.as_centre().write("/v1/referrals", invitation(organisation_id=centre_id))
    offered = await court.act(consulted.referral_id, "delegate", organisation_id=centre_id)

    assert (by_centre.status_code, by_centre.json()["code"]) == (403, "not_your_role")
    assert (offered.status_code, offered.json()["code"]) == (409, "not_on_this_track")
    assert (await done(court.get(f"/v1/referrals/{consulted.referral_id}")))["opened_on"] == TODAY
