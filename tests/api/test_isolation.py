"""A client sees its own referrals and nothing else, on every path there is."""

import pytest

from tests.api.callers import delegation, done

PARTS = (
    "",
    "/history",
    "/deadlines",
    "/parties",
    "/consents",
    "/contacts",
    "/sessions",
    "/assignments",
    "/agreement",
    "/procedures",
)


@pytest.fixture(scope="module")
async def confirmed(api):
    """A referral of court and centre with an agreement and a procedure: its id and the procedure's."""
    referral_id = (await api.delegated())["id"]
    centre, parties = api.as_centre(), await api.party_ids(referral_id)
    await done(centre.act(referral_id, "accept"))
    await done(centre.act(referral_id, "assign_mediator", mediator_id=api.world.mediator_id))
    check = {"party_id": parties[1], "id_type": "passport", "id_number": "E12345678"}
    notices = dict.fromkeys(("rights_notice_given", "sham_warning_given", "service_address_form"), True)
    await done(centre.act(referral_id, "start", identities=[check], **notices))
    await done(centre.act(referral_id, "end", reason="agreement_reached"))
    await done(centre.act(referral_id, "draft_agreement", terms=[{"text": "赔礼道歉"}]))
    for party_id in parties:
        await done(centre.act(referral_id, "sign", role="party", party_id=party_id, means="electronic"))
    applied = await done(centre.act(referral_id, "apply_for_confirmation", applicant_ids=parties))
    return referral_id, applied["procedure_id"]


def strangers(api):
    return api.as_other_court(), api.as_other_centre(), api.as_operator()


async def test_both_sides_can_read_every_part(api, confirmed):
    referral_id, procedure_id = confirmed
    for caller in (api.as_court(), api.as_centre()):
        for part in PARTS:
            assert (await caller.get(f"/v1/referrals/{referral_id}{part}")).status_code == 200
        assert (await caller.get(f"/v1/procedures/{procedure_id}")).status_code == 200


@pytest.mark.parametrize("part", PARTS)
async def test_strangers_find_nothing_under_a_referral(api, confirmed, part):
    for caller in strangers(api):
        reply = await caller.get(f"/v1/referrals/{confirmed[0]}{part}")

        assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_strangers_find_no_procedure(api, confirmed):
    for caller in strangers(api):
        reply = await caller.get(f"/v1/procedures/{confirmed[1]}")

        assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_strangers_can_move_nothing(api, confirmed):
    before = await api.rows()
    for caller in strangers(api):
        moved = await caller.act(confirmed[0], "record_performance")
        stepped = await caller.step(confirmed[1], "accept_application")
        rehearsed = await caller.act(confirmed[0], "record_performance", params={"dry_run": "true"})

        assert {reply.status_code for reply in (moved, stepped, rehearsed)} == {404}
    assert await api.rows() == before


async def test_lists_and_feeds_of_strangers_are_empty(api, confirmed):
    await api.place()

    for caller in strangers(api)[:2]:
        assert (await done(caller.get("/v1/referrals")))["items"] == []
        assert (await done(caller.get("/v1/events")))["items"] == []
    assert (await api.as_operator().get("/v1/referrals")).status_code == 403
    assert (await done(api.as_operator().get("/v1/events")))["items"] == []


async def test_a_head_office_sees_what_its_local_office_holds(api):
    """An organisation above the holder reads the referral; one beside it does not."""
    operator, dated = api.as_operator(), {"valid_from": "2010-01-01"}
    head = await done(operator.write("/v1/organisations", {"name": "总部", "kind": "chamber", **dated}), 201)
    local = {"name": "分会", "kind": "chamber", "parent_id": head["id"], **dated}
    office = await done(operator.write("/v1/organisations", local), 201)
    channel = {
        "court_id": api.world.court_id,
        "organisation_id": office["id"],
        "mode": "hq_to_hq",
        "form": "online",
        **dated,
    }
    await done(operator.write("/v1/channels", channel), 201)
    watcher = await api.as_client(head["id"], ["referrals:read"])

    receipt = await done(api.as_court().write("/v1/referrals", delegation(office["id"])), 201)

    assert (await watcher.get(f"/v1/referrals/{receipt['id']}")).status_code == 200
    assert (await api.as_centre().get(f"/v1/referrals/{receipt['id']}")).status_code == 404


async def test_no_answer_of_a_write_and_no_event_names_a_person(api):
    body = delegation(api.world.centre_id)
    reply = await api.as_court().write("/v1/referrals", body)
    history = await api.as_court().get(f"/v1/referrals/{reply.json()['id']}/history")
    whole = await api.as_court().get(f"/v1/referrals/{reply.json()['id']}")

    for text in (reply.text, history.text, whole.text):
        assert not any(secret in text for secret in ("张三", "李四", "11010519491231002X"))
