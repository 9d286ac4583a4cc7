"""Series 系列案: referrals that are handled together, moved by one request, each with a verdict of its own."""

from uuid import uuid4

from tests.api.callers import ANY, TODAY, delegation, done


async def a_series(api, count, **more):
    """A series of the court with referrals of the centre; ids, oldest first."""
    series_id = (await done(api.as_court().write("/v1/series", {"kind": "same_respondent", **more}), 201))["id"]
    members = [(await api.delegated(series_id=series_id))["id"] for _ in range(count)]
    return series_id, members


async def moved(caller, series_id, action, *, key=None, version=ANY, params=None, **fields):
    path = f"/v1/series/{series_id}/transitions"
    return await caller.write(path, {"action": action, **fields}, key=key, version=version, **(params or {}))


async def test_a_series_shows_its_referrals_and_its_name_covered(api):
    series_id, members = await a_series(api, 3, name="某小区物业费纠纷")
    path = f"/v1/series/{series_id}"

    shown = await done(api.as_court().get(path))
    revealed = await done(api.as_court().get(path, reveal="true"))
    first = await done(api.as_court().get(path, limit=2))
    rest = await done(api.as_court().get(path, limit=2, after=first["next"]))

    assert (shown["kind"], shown["owner_id"], shown["opened_on"]) == ("same_respondent", api.world.court_id, TODAY)
    assert [each["id"] for each in shown["members"]] == members
    assert [each["id"] for each in (*first["members"], *rest["members"])] == members
    assert {each["series_id"] for each in shown["members"]} == {series_id}
    assert "物业费" not in shown["name"]
    assert revealed["name"] == "某小区物业费纠纷"


async def test_series_are_walked_newest_first(api):
    made = [(await a_series(api, 0))[0] for _ in range(3)]

    first = await done(api.as_court().get("/v1/series", limit=2))
    rest = await done(api.as_court().get("/v1/series", limit=2, after=first["next"]))

    assert [each["id"] for each in (*first["items"], *rest["items"])][:3] == made[::-1]


async def test_one_action_moves_every_member(api):
    series_id, members = await a_series(api, 3)

    verdicts = await done(moved(api.as_centre(), series_id, "accept"))

    assert [verdict["referral_id"] for verdict in verdicts["items"]] == members
    assert {(each["status"], each["receipt"]["state"], each["problem"]) for each in verdicts["items"]} == {
        (200, "accepted", None)
    }
    for referral_id in members:
        assert (await api.referral(referral_id))["state"] == "accepted"


async def test_a_member_that_cannot_go_along_gets_its_own_refusal(api):
    series_id, (early, late) = await a_series(api, 2)
    await done(api.as_centre().act(early, "accept"))

    verdicts = await done(moved(api.as_centre(), series_id, "accept"))

    refused, accepted = verdicts["items"]
    assert (refused["referral_id"], refused["status"], refused["receipt"]) == (early, 409, None)
    assert refused["problem"]["code"] == "action_not_possible"
    assert (accepted["referral_id"], accepted["status"]) == (late, 200)


async def test_a_repeat_gives_the_same_verdicts_and_moves_nobody_who_joined_meanwhile(api):
    series_id, members = await a_series(api, 2)
    key = uuid4().hex
    first = await moved(api.as_centre(), series_id, "accept", key=key)
    joined = (await api.delegated(series_id=series_id))["id"]

    again = await moved(api.as_centre(), series_id, "accept", key=key)

    assert (again.status_code, again.json()) == (200, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    assert [verdict["referral_id"] for verdict in again.json()["items"]] == members
    assert (await api.referral(joined))["state"] == "awaiting_acceptance"


async def test_a_rehearsal_moves_nobody(api):
    series_id, members = await a_series(api, 2)

    rehearsed = await done(moved(api.as_centre(), series_id, "accept", key=False, params={"dry_run": "true"}))
    opening = await api.as_court().write("/v1/series", {"kind": "same_cause"}, key=False, dry_run="true")

    assert rehearsed["dry_run"] is True
    assert [each["receipt"]["state"] for each in rehearsed["items"]] == ["accepted", "accepted"]
    assert {(await api.referral(member))["version"] for member in members} == {1}
    assert (opening.status_code, opening.json()["dry_run"]) == (200, True)


async def test_a_series_has_no_version_of_its_own(api):
    series_id, _ = await a_series(api, 1)

    without = await moved(api.as_centre(), series_id, "accept", version=None)
    with_one = await moved(api.as_centre(), series_id, "accept", version=1)

    assert (without.status_code, without.json()["code"]) == (428, "if_match_required")
    assert (with_one.status_code, with_one.json()["code"]) == (422, "if_match_group")


async def test_a_body_that_breaks_the_contract_is_refused_once_for_all(api):
    series_id, members = await a_series(api, 1)

    reply = await moved(api.as_centre(), series_id, "decline", reason="zz", explanation="x")
    opening = await api.as_court().write("/v1/series", {"kind": "zz"})

    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert (opening.status_code, opening.json()["errors"][0]["pointer"]) == (422, "/kind")
    assert (await api.referral(members[0]))["version"] == 1


async def test_a_series_without_a_referral_for_the_caller_is_not_there(api):
    series_id, _ = await a_series(api, 1)

    for caller in (api.as_other_court(), api.as_other_centre(), api.as_body()):
        assert (await caller.get(f"/v1/series/{series_id}")).status_code == 404
        assert (await moved(caller, series_id, "accept")).status_code == 404
        assert series_id not in {each["id"] for each in (await done(caller.get("/v1/series")))["items"]}
    assert (await api.as_operator().write("/v1/series", {"kind": "same_cause"})).status_code == 403


async def test_a_referral_joins_only_a_series_that_its_opener_sees(api):
    series_id = (await done(api.as_other_court().write("/v1/series", {"kind": "same_cause"}), 201))["id"]

    reply = await api.as_court().write("/v1/referrals", delegation(api.world.centre_id, series_id=series_id))

    assert (reply.status_code, reply.json()["code"]) == (422, "unknown_reference")


async def test_a_later_holder_is_not_told_of_a_series_that_the_referral_had_left(api):
    series_id, (referral_id, _) = await a_series(api, 2)
    court, later = api.as_court(), api.as_other_centre()
    await done(court.act(referral_id, "leave_series"))
    await done(api.as_centre().act(referral_id, "decline", reason="outside_expertise", explanation="x"))
    await done(court.act(referral_id, "reassign", organisation_id=api.world.other_centre_id))

    async def named(caller):
        items = (await done(caller.get(f"/v1/referrals/{referral_id}/history")))["items"]
        return [x["data"]["facts"]["series_id"] for x in items if "series_id" in x["data"]["facts"]]

    assert (await later.get(f"/v1/series/{series_id}")).status_code == 404
    assert await named(later) == ["00000000-0000-0000-0000-000000000000"]
    assert await named(court) == [series_id]
