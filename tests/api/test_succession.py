"""An heir takes the place of a party who died, over HTTP: kept sealed, heard, signing."""

from app.services import verification
from tests.api.callers import done
from tests.api.stages import APPLICANT, RESPONDENT, mediating


async def test_an_heir_takes_part_signs_and_the_party_stays_in_the_record(api):
    centre, staged = api.as_centre(), await mediating(api)
    referral_id, path = staged.referral_id, f"/v1/referrals/{staged.referral_id}"
    told = {"party_id": staged.ids[APPLICANT], "ground": "death", "succeeded_on": "2026-03-01"}
    heir = {"name": "张小三", "id_type": "passport", "id_number": "E23456789"}
    await done(centre.act(referral_id, "suspend", reason="death", party_id=staged.ids[APPLICANT]))
    early = await centre.act(referral_id, "resume", result="heir_joined")

    await done(centre.act(referral_id, "record_succession", **told, heirs=[heir]))

    parties = (await done(centre.get(f"{path}/parties")))["items"]
    gone, other, joined = parties
    assert early.json()["code"] == "heirs_missing"
    assert (gone["succeeded_on"], gone["succession_ground"], gone["name"]) == ("2026-03-01", "death", "张*")
    assert (joined["succeeds_id"], joined["role"], joined["name"], other["succeeds_id"]) == (
        *(gone["id"], "applicant", "张**", None),
    )
    assert joined["id_number"] == "*********"
    consent = {"party_id": joined["id"], "kind": "mediate", "given": True}
    await done(centre.act(referral_id, "record_consent", **consent))
    await done(centre.act(referral_id, "resume", result="heir_joined"))
    await done(centre.act(referral_id, "end", reason="agreement_reached"))
    await done(centre.act(referral_id, "draft_agreement", terms=[{"text": "一次付清"}]))
    missing = (await done(centre.get(f"{path}/agreement")))["missing"]
    assert {x["party_id"] for x in missing if x["role"] == "party"} == {joined["id"], staged.ids[RESPONDENT]}
    assert "张小三" not in str(await done(centre.get(f"{path}/history")))
    assert (await verification.verify(api.app.state.house.ports)).clean
