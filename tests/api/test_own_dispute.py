"""A mediator who is party or representative of the matter, by number refused and by name told, over HTTP."""

from tests.api.callers import done
from tests.api.stages import APPLICANT, NOTICES, RESPONDENT, accepted

NUMBER, OTHER = "E12345678", "E87654321"
DOCUMENT = {"id_type": "passport", "id_number": NUMBER}


async def found(api, staged, mediator_id):
    await done(api.as_centre().act(staged.referral_id, "check_conflict", mediator_id=mediator_id))
    last = (await done(api.as_court().get(f"/v1/referrals/{staged.referral_id}/conflicts")))["items"][-1]
    return last["decision"], last["own_count"], last["namesake_count"]


async def test_whoever_is_agent_in_the_matter_is_refused_by_number_and_a_namesake_is_only_told(api):
    operator, centre, staged = api.as_operator(), api.as_centre(), await accepted(api)
    agent = {"kind": "agent", "authority": "special", "name": "冯 代理"}
    own = await api.registered("mediators", name="冯代理", organisation_id=api.world.centre_id)
    path = f"/v1/mediators/{own}"
    adding = {"party_id": staged.ids[APPLICANT], **agent, **DOCUMENT}
    await done(centre.act(staged.referral_id, "add_representative", **adding))

    by_name = await found(api, staged, own)
    await done(operator.write(f"{path}/changes", {"change": "identify", **DOCUMENT}), 201)
    by_number = await found(api, staged, own)
    refused = await centre.act(staged.referral_id, "assign_mediator", mediator_id=own)

    assert (by_name, by_number) == (("found", 0, 1), ("found", 1, 1))
    assert (refused.status_code, refused.json()["code"]) == (409, "mediator_in_own_dispute")
    shown = await operator.get(path)
    history = await operator.get(f"{path}/changes")
    assert (shown.json()["id_type"], shown.json()["has_identity"]) == ("passport", True)
    assert NUMBER not in shown.text + history.text
    assert history.json()["items"][-1]["details"] == {"id_type": "passport"}


async def test_a_party_who_proves_at_the_start_to_be_the_mediator_stops_it(api):
    centre, staged = api.as_centre(), await accepted(api)
    own = await api.registered("mediators", name="钱调解", organisation_id=api.world.centre_id, **DOCUMENT)
    await done(centre.act(staged.referral_id, "assign_mediator", mediator_id=own))

    def beginning(number):
        check = {**DOCUMENT, "party_id": staged.ids[RESPONDENT], "id_number": number}
        return centre.act(staged.referral_id, "start", identities=[check], **NOTICES)

    refused = await beginning(NUMBER)

    assert (refused.status_code, refused.json()["code"]) == (409, "mediator_in_own_dispute")
    assert refused.json()["facts"]["mediator_ids"] == [own]
    await done(beginning(OTHER))
