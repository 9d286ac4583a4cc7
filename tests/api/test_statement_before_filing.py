"""A mediation statement before filing over HTTP: refused by the setting, opened by it from a day on, in force."""

from tests.api.callers import done
from tests.api.stages import APPLICANT, RESPONDENT, effective


async def test_the_courts_dated_setting_opens_statements_before_filing(api):
    staged = await effective(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    asking = {"applicant_ids": everybody}
    change = {"change": "set", "valid_from": "2026-01-01", "statement_before_filing": "allowed"}

    no = await api.as_centre().act(staged.referral_id, "request_statement", **asking)
    assert (no.status_code, no.json()["code"]) == (409, "case_not_registered")
    assert no.json()["facts"].items() >= {"setting": "statement_before_filing", "value": "refused"}.items()

    await done(api.as_operator().write(f"/v1/courts/{api.world.court_id}/changes", change), 201)
    shown = await done(api.as_operator().get(f"/v1/courts/{api.world.court_id}"))
    made = await done(api.as_centre().act(staged.referral_id, "request_statement", **asking))
    await done(api.as_court().step(made["procedure_id"], "make_statement"))
    for party in everybody:
        receipt = {"party_id": party, "means": "personal"}
        await done(api.as_court().step(made["procedure_id"], "record_statement_receipt", **receipt))

    assert shown["statement_before_filing"] == "allowed"
    stands = await done(api.as_centre().get(f"/v1/procedures/{made['procedure_id']}"))
    assert (stands["machine"], stands["state"]) == ("mediation_statement", "in_force")
