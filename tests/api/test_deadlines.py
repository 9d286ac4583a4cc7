"""Legal periods over HTTP: preservation beside the term, what does not count in the trial term, who is warned."""

from tests.api.callers import done
from tests.api.stages import APPLICANT, RESPONDENT, entrusted, mediating


async def deadlines(api, referral_id):
    return await done(api.as_court().get(f"/v1/referrals/{referral_id}/deadlines"))


async def test_an_extension_beyond_the_days_of_a_preservation_is_warned_about(api):
    """Thirty days from 2026-02-27 end on Sunday 03-29, so on 03-30; the term goes on to 04-30."""
    staged = await mediating(api)
    said = {"preservation": True, "preserved_on": "2026-02-27"}
    await done(api.as_court().act(staged.referral_id, "amend", **said))
    both = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]

    made = await done(api.as_centre().act(staged.referral_id, "extend_term", until="2026-04-30", agreed_by=both))

    assert made["warnings"] == ["preservation_ends_before_term"]
    shown = await deadlines(api, staged.referral_id)
    (clock,) = [item for item in shown["items"] if item["rule"] == "T27"]
    assert (clock["region"], clock["state"], clock["started_on"]) == ("dossier", "running", "2026-02-27")
    assert (clock["raw_end_on"], clock["due_on"]) == ("2026-03-29", "2026-03-30")
    assert shown["trial_term_exclusions"] == []


async def test_without_a_preservation_there_is_nothing_to_warn_about(api):
    staged = await mediating(api)
    both = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]

    made = await done(api.as_centre().act(staged.referral_id, "extend_term", until="2026-04-30", agreed_by=both))

    assert made["warnings"] == []


async def test_trap_30_the_extension_after_filing_is_shown_as_not_counting(api):
    """Entrusted and received on 2026-03-02, seven days: 03-09; extended to 03-31."""
    staged = await entrusted(api)
    both = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]

    await done(api.as_centre().act(staged.referral_id, "extend_term", until="2026-03-31", agreed_by=both))

    shown = await deadlines(api, staged.referral_id)
    assert shown["trial_term_exclusions"] == [{"from_on": "2026-03-10", "to_on": "2026-03-31", "rule": "T07"}]
