"""The reply to a late report says what was done with it."""

from tests.api.callers import done, party

EARLIER = "2026-02-02"


async def test_the_receipt_of_a_late_acceptance_says_so_and_a_timely_one_does_not(api):
    then = [{"kind": "mediate", "given": True, "given_on": EARLIER}]
    parties = [party(role, consents=then) for role in ("applicant", "respondent")]
    made = await api.delegated(occurred_on=EARLIER, parties=parties)
    timely = await api.delegated()
    centre = api.as_centre()

    rehearsed = await done(centre.act(made["id"], "accept", params={"dry_run": "true"}))
    late = await done(centre.act(made["id"], "accept"))

    assert late["late"] == rehearsed["late"] == {"rule": "T03", "due_on": "2026-02-05", "recorded_as": "late"}
    assert "late" not in await done(centre.act(timely["id"], "accept"))
