"""Whole courses over HTTP, each from the court's first act to the last word."""

from tests.api.callers import TODAY, delegation, done, party

AGREED = {"rights_notice_given": True, "sham_warning_given": True, "service_address_form": True}


async def started(api, **more):
    """A referral in mediation: its id and the ids of its parties."""
    referral_id = (await api.delegated(**more))["id"]
    parties = await api.party_ids(referral_id)
    centre = api.as_centre()
    await done(centre.act(referral_id, "accept"))
    await done(centre.act(referral_id, "assign_mediator", mediator_id=api.world.mediator_id))
    await done(centre.act(referral_id, "contact_party", party_id=parties[1], means="phone", result="consents"))
    check = {"party_id": parties[1], "id_type": "passport", "id_number": "E12345678"}
    await done(centre.act(referral_id, "start", identities=[check], **AGREED))
    return referral_id, parties


async def test_a_dispute_travels_from_delegation_to_judicial_confirmation(api):
    """Delegate, accept, assign, contact, start, session, end, draft, sign, report, apply, accept, confirm."""
    court, centre = api.as_court(), api.as_centre()
    referral_id, parties = await started(api)

    online = {"scheduled_on": TODAY, "mode": "online", "agreed_by": list(parties)}
    session = await done(centre.act(referral_id, "schedule_session", **online))
    await done(centre.act(referral_id, "hold_session", session_id=session["session_id"]))
    await done(centre.act(referral_id, "end", reason="agreement_reached"))
    terms = [{"payer_party_id": parties[1], "amount": "9000.50", "due_on": "2026-04-01", "text": "一次付清"}]
    await done(centre.act(referral_id, "draft_agreement", terms=terms))
    for party_id in parties:
        await done(centre.act(referral_id, "sign", role="party", party_id=party_id, means="electronic"))
    await done(centre.act(referral_id, "report_result"))
    applied = await done(centre.act(referral_id, "apply_for_confirmation", applicant_ids=parties))
    await done(court.step(applied["procedure_id"], "accept_application", case_number="（2026）苏0922民特12号"))
    receipt = await done(court.step(applied["procedure_id"], "confirm_agreement"))

    assert (receipt["state"], receipt["stage"]) == ("closed", "closed")
    procedure = await done(court.get(f"/v1/procedures/{applied['procedure_id']}"))
    assert (procedure["state"], procedure["case_number"]) == ("confirmed", "（2026）苏0922民特12号")
    history = await done(court.get(f"/v1/referrals/{referral_id}/history"))
    assert [event["referral_version"] for event in history["items"]] == list(range(1, receipt["version"] + 1))
    agreement = await done(centre.get(f"/v1/referrals/{referral_id}/agreement"))
    assert agreement["terms"][0] | {"id": None} == {"id": None, **terms[0], "account": None}
    assert (agreement["state"], agreement["missing"]) == ("agreement_effective", [])


async def test_every_part_of_a_referral_can_be_read_by_both_sides(api):
    """Views of one referral agree with each other, whoever of the two reads."""
    referral_id, _ = await started(api)
    parts = ("deadlines", "parties", "consents", "contacts", "sessions", "assignments", "procedures", "history")

    for caller in (api.as_court(), api.as_centre()):
        referral = await done(caller.get(f"/v1/referrals/{referral_id}"))
        views = {part: await done(caller.get(f"/v1/referrals/{referral_id}/{part}")) for part in parts}

        assert referral["state"] == "mediating"
        assert referral["due"] == {
            row["rule"]: row["due_on"] for row in views["deadlines"]["items"] if row["state"] == "running"
        }
        assert len(views["history"]["items"]) == referral["version"]
        assert [row["organisation_id"] for row in views["assignments"]["items"]] == [api.world.centre_id]
        assert (await caller.get(f"/v1/referrals/{referral_id}/agreement")).status_code == 404


async def test_names_are_masked_unless_revealed_and_survive_the_check_of_identities(api):
    """The start records document numbers; the names given by the court stay as they were."""
    referral_id, _ = await started(api)
    path = f"/v1/referrals/{referral_id}/parties"

    masked = (await done(api.as_centre().get(path)))["items"]
    revealed = (await done(api.as_centre().get(path, reveal=True)))["items"]

    assert [row["name"] for row in revealed] == ["张三", "李四"]
    assert [row["name"] for row in masked] == ["张*", "李*"]
    assert revealed[1]["id_number"] == "E12345678"
    assert masked[0]["id_number"].count("*") == 13


async def test_a_declined_referral_goes_to_another_organisation(api):
    """Decline, reassign, accept; the first organisation no longer sees it and the second one does."""
    court = api.as_court()
    referral_id = (await api.delegated())["id"]

    await done(api.as_centre().act(referral_id, "decline", reason="outside_charter", explanation="超出章程范围"))
    gone = await api.as_centre().get(f"/v1/referrals/{referral_id}")
    await done(court.act(referral_id, "reassign", organisation_id=api.world.other_centre_id))
    accepted = await done(api.as_other_centre().act(referral_id, "accept"))

    assert (gone.status_code, gone.json()["code"]) == (404, "not_found")
    assert accepted["state"] == "accepted"


async def test_a_failed_mediation_is_handed_over_and_registered(api):
    """End without agreement, report the way to filing, hand over, register."""
    centre = api.as_centre()
    referral_id, _ = await started(api)

    await done(centre.act(referral_id, "end", reason="differences_too_large"))
    await done(centre.act(referral_id, "report_result", route="filing"))
    filed = await done(centre.act(referral_id, "hand_over"))
    registered = await done(api.as_court().step(filed["procedure_id"], "register_case"))

    assert registered["stage"] == "closed"
    assert (await api.referral(referral_id))["closure"] == "registered"


async def test_a_consultation_comes_before_the_offer_where_parties_are_undecided(api):
    """Consult, record what both say, delegate."""
    court = api.as_court()
    parties = [party("applicant", consents=[]), party("respondent", consents=[])]
    body = {"action": "consult", "parties": parties, "cause": {"code": "88"}}
    referral_id = (await done(court.write("/v1/referrals", body), 201))["id"]

    for party_id in await api.party_ids(referral_id):
        await done(
            court.act(
                referral_id, "record_opinion", party_id=party_id, means="phone", result="consents", statement="愿意"
            )
        )
    receipt = await done(court.act(referral_id, "delegate", organisation_id=api.world.centre_id))

    assert receipt["state"] == "awaiting_acceptance"
    contacts = await done(court.get(f"/v1/referrals/{referral_id}/contacts"))
    assert [row["purpose"] for row in contacts["items"]] == ["consultation"] * 2


async def test_the_feed_tells_both_sides_what_happened(api):
    """Court and organisation read the same events, each at positions of its own."""
    referral_id = (await api.delegated())["id"]
    await done(api.as_centre().act(referral_id, "accept"))
    await api.place()

    for caller in (api.as_court(), api.as_centre()):
        items = (await done(caller.get("/v1/events", limit=500, wait=1)))["items"]

        own = [item["type"] for item in items if item["referral_id"] == referral_id]
        assert own == ["referral.delegated", "referral.accepted"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))


async def test_an_offer_nobody_answers_in_time_is_overdue(api):
    """Moving the legal clock lets time act; the court may then take the offer back."""
    referral_id = (await api.delegated())["id"]
    due_on = (await api.referral(referral_id))["due"]["T03"]
    operator = api.as_operator()

    moved = await done(operator.write("/v1/development/legal-clock", {"today": "2026-03-20"}, method="PUT"))
    overdue = await api.referral(referral_id)
    taken_back = await done(api.as_court().act(referral_id, "take_back"))

    assert due_on < "2026-03-20" <= moved["today"]
    assert overdue["state"] == "overdue"
    assert taken_back["state"] == "unassigned"


async def test_a_cause_outside_a_channel_that_is_not_strict_is_taken_with_a_warning(api):
    """The receipt says so."""
    world = api.world
    body = {
        "court_id": world.other_court_id,
        "organisation_id": world.centre_id,
        "mode": "point_to_point",
        "form": "mixed",
        "cause_roots": ["P07"],
        "valid_from": "2020-01-01",
    }
    await done(api.as_operator().write("/v1/channels", body), 201)

    receipt = await done(api.as_other_court().write("/v1/referrals", delegation(world.centre_id)), 201)

    assert receipt["warnings"] == ["cause_outside_channel"]
