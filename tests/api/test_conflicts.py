"""Conflicts of interest over HTTP: what a check sees, what a disclosure stops, who reads it."""

from app.services import verification
from tests.api.callers import done
from tests.api.stages import APPLICANT, CONFLICT, RESPONDENT, accepted, disclosed, mediating


async def conflicts(caller, staged):
    return (await done(caller.get(f"/v1/referrals/{staged.referral_id}/conflicts")))["items"]


async def checked(api, staged, mediator_id):
    await done(api.as_centre().act(staged.referral_id, "check_conflict", mediator_id=mediator_id))
    return (await conflicts(api.as_court(), staged))[-1]


async def test_a_check_counts_matters_of_the_same_parties_and_relations_told_in_them(api):
    mediator_id = await api.registered("mediators", name="郑调解", organisation_id=api.world.centre_id)
    here, elsewhere = await accepted(api), await accepted(api)
    first = await checked(api, here, mediator_id)

    await done(api.as_centre().act(elsewhere.referral_id, "assign_mediator", mediator_id=mediator_id))
    relation = {"mediator_id": mediator_id, "relation": "interest", "raised_by": "mediator"}
    await done(api.as_centre().act(elsewhere.referral_id, "disclose_conflict", **relation))
    second = await checked(api, here, mediator_id)

    assert (first["decision"], first["earlier_count"], first["declared_count"]) == ("clear", 0, 0)
    assert (second["decision"], second["earlier_count"], second["declared_count"]) == ("found", 1, 1)


async def test_a_disclosed_relation_is_shown_decided_and_shown_again(api):
    staged = await disclosed(api)
    path = f"/v1/referrals/{staged.referral_id}"
    before = (await done(api.as_court().get(f"{path}/mediators")))["items"][0]
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    decision = {"conflict_id": staged.ids[CONFLICT], "decision": "waived", "waived_by": everybody}

    receipt = await done(api.as_court().act(staged.referral_id, "decide_conflict", **decision))

    after = (await done(api.as_centre().get(f"{path}/mediators")))["items"][0]
    shown = (await done(api.as_centre().get(path, expand="conflicts")))["expanded"]["conflicts"]
    assert (before["conflict"], after["conflict"], receipt["conflict_id"]) == ("open", "waived", staged.ids[CONFLICT])
    assert [(x["decision"], x["waived_by"]) for x in shown] == [("waived", everybody)]
    assert shown == await conflicts(api.as_court(), staged)


async def test_a_recused_mediator_is_not_assigned_again(api):
    staged = await disclosed(api)
    await done(
        api.as_centre().act(staged.referral_id, "decide_conflict", conflict_id=staged.ids[CONFLICT], decision="recused")
    )

    again = await api.as_centre().act(staged.referral_id, "assign_mediator", mediator_id=api.world.mediator_id)

    assert (again.status_code, again.json()["code"]) == (409, "mediator_recused")


async def test_a_mediator_of_nobody_knows_is_no_mediator(api):
    staged = await mediating(api)

    for action, more in (("check_conflict", {}), ("record_other_role", {"role": "juror"})):
        reply = await api.as_centre().act(staged.referral_id, action, mediator_id=staged.referral_id, **more)
        assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/mediator_id")


async def test_who_mediated_gets_no_other_role_and_who_has_one_does_not_mediate(api):
    staged = await mediating(api)
    witness = await api.registered("mediators", name="冯调解", organisation_id=api.world.centre_id)
    court, centre = api.as_court(), api.as_centre()

    barred = await court.act(staged.referral_id, "record_other_role", mediator_id=api.world.mediator_id, role="juror")
    await done(court.act(staged.referral_id, "record_other_role", mediator_id=witness, role="witness"))
    refused = await centre.act(staged.referral_id, "assign_mediator", mediator_id=witness)

    assert (barred.status_code, barred.json()["code"]) == (409, "later_role_barred")
    assert (refused.status_code, refused.json()["code"]) == (409, "mediator_has_role")


async def test_a_decision_on_a_relation_that_was_an_error_is_marked_by_the_court_and_bars_nobody(api):
    staged = await disclosed(api)
    centre, referral_id = api.as_centre(), staged.referral_id
    await done(centre.act(referral_id, "decide_conflict", conflict_id=staged.ids[CONFLICT], decision="recused"))
    mistake = {"kind": "conflict", "record_id": staged.ids[CONFLICT], "reason": "wrong_person", "explanation": "误录"}
    of_others = await centre.act(referral_id, "correct_record", **mistake)

    await done(api.as_court().act(referral_id, "correct_record", **mistake))

    (kept,) = await conflicts(centre, staged)
    assert (of_others.status_code, of_others.json()["code"]) == (409, "record_of_others")
    assert (kept["decision"], kept["entered_in_error_on"]) == ("recused", kept["decided_on"])
    await done(centre.act(referral_id, "assign_mediator", mediator_id=api.world.mediator_id))
    assert (await verification.verify(api.app.state.house.ports)).clean
