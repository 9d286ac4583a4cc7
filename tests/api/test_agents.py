"""An agent signs the agreement for a party, over HTTP."""

from tests.api.callers import done
from tests.api.stages import APPLICANT, REPRESENTATIVE, RESPONDENT, represented


async def test_an_agent_signs_with_special_authority_and_is_shown_with_the_signature(api):
    staged = await represented(api)
    centre, at = api.as_centre(), staged.referral_id
    acting = {"party_id": staged.ids[RESPONDENT], "kind": "agent", "authority": "general", "name": "吴某"}
    general = (await done(centre.act(at, "add_representative", **acting)))["representative_id"]

    def signed(name, **by):
        return centre.act(at, "sign", role="party", party_id=staged.ids[name], means="handwritten", **by)

    refused = await signed(RESPONDENT, representative_id=general)
    foreign = await signed(RESPONDENT, representative_id=staged.ids[REPRESENTATIVE])
    receipt = await done(signed(APPLICANT, representative_id=staged.ids[REPRESENTATIVE]))
    await done(signed(RESPONDENT))

    text = {"terms": [{"text": "一次付清"}], "agreed_by": [staged.ids[APPLICANT], staged.ids[RESPONDENT]]}
    changed = {**text, "means": "handwritten", "representative_ids": [staged.ids[REPRESENTATIVE]]}

    assert (refused.status_code, refused.json()["code"]) == (422, "special_authority_missing")
    assert refused.json()["errors"][0]["pointer"] == "/representative_id"
    assert (foreign.status_code, foreign.json()["code"]) == (422, "part_unknown")
    assert receipt["representative_id"] == staged.ids[REPRESENTATIVE]
    shown = await done(api.as_court().get(f"/v1/referrals/{at}/agreement"))
    assert [each["representative_id"] for each in shown["signatures"]] == [staged.ids[REPRESENTATIVE], None]
    history = (await done(api.as_court().get(f"/v1/referrals/{at}/history", limit=200)))["items"]
    events = [each for each in history if each["type"] in {"agreement.signed", "agreement.effective"}]
    facts = [each["data"]["facts"] for each in events]
    assert [each.get("representative_id") for each in facts] == [staged.ids[REPRESENTATIVE], None]

    await done(centre.act(at, "amend_agreement", **changed))
    shown = await done(api.as_court().get(f"/v1/referrals/{at}/agreement"))
    by = {each["party_id"]: each["representative_id"] for each in shown["signatures"]}
    assert by == {staged.ids[APPLICANT]: staged.ids[REPRESENTATIVE], staged.ids[RESPONDENT]: None}
