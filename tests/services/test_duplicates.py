"""Possible duplicates: who is warned, who is refused, and what goes on with an earlier dispute."""

import asyncio
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from app.domain.errors import Refusal
from app.domain.referral import PartyDetails
from app.services import disputes, referrals
from tests.factories import (
    DECLINE,
    a_world,
    an_application,
    an_envelope,
    an_intake,
    moved,
    opened,
    the_referral,
)
from tests.services.refusals import refused


async def tried(ports, world, principal=None, **other):
    return await referrals.open_referral(ports, an_envelope(principal or world.court), an_intake(world, **other))


async def test_the_first_referral_of_two_parties_warns_of_nothing(ports, world):
    body = (await tried(ports, world)).answer.body

    assert (body["warnings"], body["possible_duplicates"]) == ([], [])


async def test_the_same_parties_again_are_named_in_the_receipt_and_in_a_dry_run(ports, world):
    first = (await tried(ports, world)).answer.body

    dry = await referrals.open_referral(ports, an_envelope(world.court, dry_run=True), an_intake(world))
    second = (await tried(ports, world)).answer.body

    named = [
        {"id": first["id"], "number": first["number"], "opened_on": "2025-03-03", "dispute_id": first["dispute_id"]}
    ]
    assert (second["warnings"], second["possible_duplicates"]) == (["possible_duplicate"], named)
    assert dry.answer.body["possible_duplicates"] == named
    assert "dispute_id" not in dry.answer.body
    assert second["dispute_id"] != first["dispute_id"]


async def test_one_common_party_alone_is_no_duplicate(ports, world):
    await opened(ports, world)
    first, second = an_intake(world).parties
    other = replace(second, details=PartyDetails("另一公司", "credit_code", "91110000100000001X"))

    swapped = (await tried(ports, world, parties=(first, other))).answer.body

    assert swapped["possible_duplicates"] == []


async def test_parties_without_numbers_are_told_by_their_names(ports, world):
    nameless = tuple(replace(party, details=PartyDetails(party.details.name)) for party in an_intake(world).parties)
    await opened(ports, world, parties=nameless)

    again = (await tried(ports, world, parties=nameless)).answer.body

    assert len(again["possible_duplicates"]) == 1


@pytest.mark.parametrize(
    ("earlier", "later", "alike"),
    [("88", "88", True), (None, "88", True), ("88", None, True), ("88", "P07", False), ("P04", "88", True)],
)
async def test_the_same_parties_may_have_disputes_of_different_branches(ports, world, earlier, later, alike):
    """A sale and a marriage between the same two people are two disputes; a cause that nobody stated may be any."""
    causes = ports.book().causes
    branch = min(causes.lines["88"] - {"88"})
    other = next(
        code for code in sorted(causes.causes) if "88" not in causes.lines[code] and code not in causes.lines["88"]
    )
    named = {"P07": other, "P04": branch}
    await opened(ports, world, cause_code=named.get(earlier, earlier))

    body = (await tried(ports, world, cause_code=named.get(later, later))).answer.body

    assert bool(body["possible_duplicates"]) is alike


async def test_nobody_learns_of_matters_that_it_does_not_see(ports, world):
    other = await a_world(ports)
    await opened(ports, other)

    body = (await tried(ports, world)).answer.body
    own = await referrals.open_referral(ports, an_envelope(world.centre), an_application(world))

    assert body["possible_duplicates"] == []
    assert [each["id"] for each in own.answer.body["possible_duplicates"]] == [body["id"]]


async def test_going_on_with_a_dispute_is_no_duplicate_of_it(ports, world):
    first = (await tried(ports, world)).answer.body

    second = (await tried(ports, world, dispute_id=UUID(first["dispute_id"]))).answer.body
    dry = await referrals.open_referral(
        ports,
        an_envelope(world.court, dry_run=True),
        an_intake(world, dispute_id=UUID(first["dispute_id"])),
    )

    assert second["dispute_id"] == dry.answer.body["dispute_id"] == first["dispute_id"]
    assert (second["possible_duplicates"], second["warnings"]) == ([], [])
    found = await disputes.get(ports, world.court, UUID(first["dispute_id"]), limit=10)
    assert [str(record.referral.id) for record in found.referrals] == [first["id"], second["id"]]


async def test_going_on_with_a_dispute_of_others_is_warned_of(ports, world):
    first = (await tried(ports, world)).answer.body
    one, two = an_intake(world).parties
    others = (replace(one, details=PartyDetails("陈某", "passport", "E11112222")), two)

    second = (await tried(ports, world, parties=others, dispute_id=UUID(first["dispute_id"]))).answer.body

    assert (second["dispute_id"], second["warnings"]) == (first["dispute_id"], ["dispute_of_others"])


async def test_whoever_applied_then_may_be_the_respondent_now(ports, world):
    first = (await tried(ports, world)).answer.body
    one, two = an_intake(world).parties
    swapped = (replace(two, role="applicant"), replace(one, role="respondent"))

    second = (await tried(ports, world, parties=swapped)).answer.body

    assert [each["id"] for each in second["possible_duplicates"]] == [first["id"]]


async def test_a_dispute_that_is_not_there_or_not_visible_is_unknown(ports, world):
    other = await a_world(ports)
    hidden = (await the_referral(ports, await opened(ports, other))).dispute_id

    for dispute_id in (uuid4(), hidden):
        refusal = await refused(tried(ports, world, dispute_id=dispute_id))
        assert (refusal.code, refusal.pointer) == ("unknown_reference", "/dispute_id")


async def test_a_dispute_is_read_by_pages_and_only_where_one_of_its_referrals_is_visible(ports, world):
    first = (await tried(ports, world)).answer.body
    dispute_id = UUID(first["dispute_id"])
    second = (await tried(ports, world, dispute_id=dispute_id)).answer.body
    await moved(ports, world.centre, UUID(first["id"]), DECLINE)

    page = await disputes.get(ports, world.court, dispute_id, limit=1)
    rest = await disputes.get(ports, world.court, dispute_id, after_id=page.referrals[-1].referral.id, limit=1)
    end = await disputes.get(ports, world.court, dispute_id, after_id=rest.referrals[-1].referral.id, limit=1)
    of_centre = await disputes.get(ports, world.centre, dispute_id, limit=5)

    assert [str(r.referral.id) for r in (*page.referrals, *rest.referrals)] == [first["id"], second["id"]]
    assert end.referrals == ()
    assert [str(record.referral.id) for record in of_centre.referrals] == [second["id"]]
    assert (await refused(disputes.get(ports, world.referring_body, dispute_id, limit=5))).code == "not_found"


# A court that will have none ---------------------------------------------------------------------------------------


@pytest.fixture
async def strict(ports):
    return await a_world(ports, duplicate_policy="block")


async def test_a_court_that_blocks_is_told_which_they_are_and_goes_on_with_the_dispute(ports, strict):
    first = (await tried(ports, strict)).answer.body

    refusal = await refused(tried(ports, strict))
    dry = await refused(referrals.open_referral(ports, an_envelope(strict.court, dry_run=True), an_intake(strict)))
    gone_on = await tried(ports, strict, dispute_id=UUID(first["dispute_id"]))

    assert (refusal.code, refusal.pointer) == (dry.code, dry.pointer) == ("possible_duplicate", "/dispute_id")
    assert [each["id"] for each in refusal.facts["possible_duplicates"]] == [first["id"]]
    assert gone_on.answer.status == 201


async def test_a_court_that_blocks_is_not_satisfied_with_the_dispute_of_others(ports, strict):
    first = (await tried(ports, strict)).answer.body
    one, two = an_intake(strict).parties
    others = (
        replace(one, details=PartyDetails("陈某", "passport", "E11112222")),
        replace(two, details=PartyDetails("林某", "passport", "E33334444")),
    )
    foreign = UUID((await tried(ports, strict, parties=others)).answer.body["dispute_id"])

    refusal = await refused(tried(ports, strict, dispute_id=foreign))

    assert refusal.code == "possible_duplicate"
    assert [each["id"] for each in refusal.facts["possible_duplicates"]] == [first["id"]]


async def test_a_court_that_blocks_lets_pass_what_was_looked_at_and_found_distinct(ports, strict):
    first = UUID((await tried(ports, strict)).answer.body["id"])

    second = (await tried(ports, strict, distinct_from=(first,))).answer.body
    refusal = await refused(tried(ports, strict, distinct_from=(first,)))
    third = (await tried(ports, strict, distinct_from=(first, UUID(second["id"])))).answer

    assert (second["warnings"], second["possible_duplicates"]) == ([], [])
    assert [each["id"] for each in refusal.facts["possible_duplicates"]] == [second["id"]]
    assert third.status == 201


async def test_an_organisation_is_only_warned_whatever_courts_have_set(ports, strict):
    await opened(ports, strict)

    outcome = await referrals.open_referral(ports, an_envelope(strict.centre), an_application(strict))

    assert outcome.answer.body["warnings"] == ["possible_duplicate"]


async def test_under_block_only_one_of_many_equal_openings_at_once_passes(ports, strict):
    """Each of them looks before any has written; they have to look one after the other."""
    results = await asyncio.gather(*(tried(ports, strict) for _ in range(8)), return_exceptions=True)

    assert sum(not isinstance(result, Refusal) for result in results) == 1
    assert {result.code for result in results if isinstance(result, Refusal)} == {"possible_duplicate"}


async def test_under_block_one_key_many_times_at_once_is_one_opening_and_no_duplicate_of_itself(ports, strict):
    envelope, rehearsed = an_envelope(strict.court), an_envelope(strict.court, dry_run=True)
    await asyncio.gather(*(referrals.open_referral(ports, rehearsed, an_intake(strict)) for _ in range(8)))  # Connect.

    outcomes = await asyncio.gather(*(referrals.open_referral(ports, envelope, an_intake(strict)) for _ in range(8)))

    assert len({outcome.answer.body["id"] for outcome in outcomes}) == 1
    assert sum(not outcome.replayed for outcome in outcomes) == 1
