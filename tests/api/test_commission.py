"""What a labour arbitration commission delegates over the API: its track, its ten days, the report back."""

from tests.api.callers import TODAY, delegation, done
from tests.api.conftest import READS_AND_WRITES


async def test_a_commission_delegates_for_ten_days_and_hears_that_its_hearing_resumes(api):
    kind = "labour_arbitration_commission"
    commission_id = await api.registered("referring-bodies", name="甲区劳动人事争议仲裁委员会", kind=kind)
    people_id = await api.registered("organisations", name="甲区人民调解委员会", kind="people")
    commission = await api.as_client(commission_id, READS_AND_WRITES)
    people = await api.as_client(people_id, READS_AND_WRITES)
    body = delegation(people_id, kind="transferred", cause={"code": "205.5"}, on_court_platform=False)

    made = await done(commission.write("/v1/referrals", body), 201)
    unfit = await commission.write("/v1/referrals", {**body, "organisation_id": api.world.centre_id})
    accepted = await done(people.act(made["id"], "accept"))
    await done(people.act(made["id"], "end", reason="party_unwilling"))
    ended = await done(people.act(made["id"], "report_result", route="arbitration"))
    await done(people.act(made["id"], "report_back"))

    shown = await done(commission.get(f"/v1/referrals/{made['id']}"))
    assert (unfit.status_code, unfit.json()["code"]) == (409, "body_not_for_track")
    assert accepted["due"] == {"T31": "2026-03-12"}
    assert (ended["state"], shown["track"], shown["closure"]) == ("closed", "commission_delegated", "to_arbitration")
    assert shown["reported_on"] == TODAY
