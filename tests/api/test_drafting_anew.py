"""A text that a party refused to sign gives way to another after the mediation went on, stored beside the first."""

from tests.api.callers import done
from tests.api.stages import APPLICANT, RESPONDENT, drafted


async def test_the_second_text_is_read_and_signed_without_anything_of_the_first(api):
    staged = await drafted(api)
    centre, referral_id = api.as_centre(), staged.referral_id
    sign = [{"role": "party", "party_id": staged.ids[name], "means": "electronic"} for name in (APPLICANT, RESPONDENT)]
    await done(centre.act(referral_id, "sign", **sign[0]))
    await done(centre.act(referral_id, "refuse_to_sign", party_id=staged.ids[RESPONDENT]))
    await done(api.as_court().act(referral_id, "reopen", reason="parties_agree", explanation="各方同意继续调解"))
    await done(centre.act(referral_id, "end", reason="agreement_reached"))

    await done(centre.act(referral_id, "draft_agreement", terms=[{"text": "分两期付清"}]))
    for signature in sign:
        await done(centre.act(referral_id, "sign", **signature))

    agreement = await done(centre.get(f"/v1/referrals/{referral_id}/agreement"))
    assert (agreement["state"], agreement["draft_number"]) == ("agreement_effective", 2)
    assert [term["text"] for term in agreement["terms"]] == ["分两期付清"]
