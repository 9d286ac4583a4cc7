"""Who may mediate, over HTTP: the registry of the legal day decides at each act of a mediator."""

import pytest

from tests.api.callers import TODAY, done
from tests.api.stages import NOTICES, RESPONDENT, accepted


async def a_mediator(api):
    return await api.registered("mediators", name="吴调解", organisation_id=api.world.centre_id)


async def listed(api, mediator_id, status):
    """The referring court has the mediator on its roster, with that status."""
    return await api.registered("rosters", court_id=api.world.court_id, mediator_id=mediator_id, status=status)


async def begun(api, mediator_id):
    """Mediating, with this mediator in office and a session to come."""
    staged = await accepted(api)
    centre, check = api.as_centre(), {"id_type": "passport", "id_number": "E12345678"}
    identities = [{"party_id": staged.ids[RESPONDENT], **check}]
    await done(centre.act(staged.referral_id, "assign_mediator", mediator_id=mediator_id))
    await done(centre.act(staged.referral_id, "start", identities=identities, **NOTICES))
    set_for = {"scheduled_on": TODAY, "mode": "on_site"}
    return staged, (await done(centre.act(staged.referral_id, "schedule_session", **set_for)))["session_id"]


@pytest.mark.parametrize(("status", "code"), [("active", None), ("suspended", "mediator_not_listed")])
async def test_the_roster_of_the_court_that_referred_bars_a_suspended_mediator(api, status, code):
    staged, mediator_id = await accepted(api), await a_mediator(api)
    await listed(api, mediator_id, status)

    reply = await api.as_centre().act(staged.referral_id, "assign_mediator", mediator_id=mediator_id)

    assert reply.json().get("code") == code


async def test_a_certificate_that_lapsed_stops_the_session_and_names_the_mediator(api):
    mediator_id = await a_mediator(api)
    staged, session_id = await begun(api, mediator_id)
    ended = {"change": "end", "valid_to": "2026-01-31"}
    await done(api.as_operator().write(f"/v1/mediators/{mediator_id}/changes", ended), 201)

    reply = await api.as_centre().act(staged.referral_id, "hold_session", session_id=session_id)

    assert (reply.status_code, reply.json()["code"]) == (409, "mediator_not_valid")
    assert reply.json()["facts"]["mediator_ids"] == [mediator_id]


async def test_whoever_the_court_removed_is_replaced_and_the_session_is_held(api):
    first, second = await a_mediator(api), await a_mediator(api)
    staged, session_id = await begun(api, first)
    await listed(api, first, "removed")
    centre, held = api.as_centre(), {"session_id": session_id}

    before = await centre.act(staged.referral_id, "hold_session", **held)
    change = {"mediator_id": second, "replaced_id": first, "reason": "unavailable"}
    await done(centre.act(staged.referral_id, "replace_mediator", **change))

    assert (before.status_code, before.json()["code"]) == (409, "mediator_not_valid")
    assert (await done(centre.act(staged.referral_id, "hold_session", **held)))["state"] == "mediating"
