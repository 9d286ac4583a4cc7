"""Head office to head office over HTTP: down to the city, back up, who sees what, and what the papers say."""

import io
from dataclasses import dataclass
from uuid import uuid4

import pytest
from docx import Document

from tests.api.callers import Caller, delegation, done, put
from tests.api.conftest import READS_AND_WRITES, TRACKS
from tests.api.stages import NOTICES

DATED = {"valid_from": "2010-01-01"}


@dataclass
class Tree:
    """A court with a court above it, and a partner body's tree that is joined to the court above."""

    court: Caller
    head: Caller
    province: Caller
    city: Caller
    names: dict


@pytest.fixture(scope="module")
async def tree(api):
    mark = uuid4().hex[:6]
    tracks = [{"track": track, **DATED} for track in TRACKS]

    async def court(name, level, region):
        return await api.registered("courts", name=name + mark, level=level, region_code=region, tracks=tracks)

    basic, high = await court("卫滨区法院", "basic", "410703"), await court("河南高院", "high", "410000")
    names, ids, above = {}, {}, None
    for name in ("head", "province", "city"):
        names[name] = f"协会{name}{mark}"
        ids[name] = await api.registered("organisations", name=names[name], kind="chamber", parent_id=above)
        above = ids[name]
    await api.registered(
        "channels", court_id=high, organisation_id=ids["head"], mode="hq_to_hq", form="online", for_courts_below=True
    )
    await api.registered("rosters", court_id=basic, organisation_id=ids["province"])
    await api.registered("rosters", court_id=high, organisation_id=ids["city"])
    callers = {name: await api.as_client(ids[name], READS_AND_WRITES, name) for name in ids}
    return Tree(await api.as_client(basic, READS_AND_WRITES, "court"), **callers, names=names)


async def offered(tree):
    return (await done(tree.court.write("/v1/referrals", delegation(tree.head.tenant_id)), 201))["id"]


def passed(caller, referral_id, to, **more):
    return caller.act(referral_id, "dispatch", organisation_id=to.tenant_id, ground="court_duty", **more)


async def in_the_city(tree):
    """Dispatched down two levels."""
    referral_id = await offered(tree)
    await done(passed(tree.head, referral_id, tree.province))
    await done(passed(tree.province, referral_id, tree.city, mediator_consents=True))
    return referral_id


def read(reply):
    document = Document(io.BytesIO(reply.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def test_a_court_below_uses_the_channel_and_everybody_reads_the_chain(api, tree):
    referral_id = await offered(tree)
    first = await done(tree.court.get(f"/v1/referrals/{referral_id}/custody"))
    assert first["acceptance"] == {"due_on": "2026-03-05", "working_days_left": 3}

    receipt = await done(passed(tree.head, referral_id, tree.province))

    assert (receipt["state"], receipt["due"]["T03"]) == ("awaiting_acceptance", "2026-03-05")
    consent = await passed(tree.province, referral_id, tree.city)
    assert (consent.status_code, consent.json()["code"]) == (409, "mediator_consent_required")
    await done(passed(tree.province, referral_id, tree.city, mediator_consents=True))
    for caller in (tree.court, tree.head, tree.province, tree.city):
        chain = await done(caller.get(f"/v1/referrals/{referral_id}/custody"))
        assert chain["over_head_office"]
        assert (chain["named_organisation_id"], chain["holder_id"]) == (tree.head.tenant_id, tree.city.tenant_id)
        assert [(link["act"], link["level"], link["ending"]) for link in chain["links"]] == [
            ("offered", 0, "dispatched"),
            ("dispatched", 1, "dispatched"),
            ("dispatched", 2, None),
        ]
    events = (await done(tree.court.get(f"/v1/referrals/{referral_id}/history")))["items"]
    assert [event["type"] for event in events] == ["referral.delegated", *["referral.dispatched"] * 2]
    assert events[-1]["data"]["facts"]["listing"] == "higher"
    stranger = await api.as_centre().get(f"/v1/referrals/{referral_id}/custody")
    assert stranger.status_code == 404


async def test_it_goes_back_up_level_by_level_and_the_head_office_alone_declines_to_the_court(tree):
    referral_id = await in_the_city(tree)
    words = {"reason": "outside_charter", "explanation": "不属于本会"}
    declined = await tree.city.act(referral_id, "decline", **words)
    assert (declined.status_code, declined.json()["code"]) == (409, "refer_back_first")
    assert "refer_back" in declined.json()["allowed_actions"]

    for caller in (tree.city, tree.province):
        await done(caller.act(referral_id, "refer_back", reason="no_capacity", explanation="人手不足"))
        assert (await caller.get(f"/v1/referrals/{referral_id}")).status_code == 404
        if caller is tree.city:
            above = (await done(tree.head.get(f"/v1/referrals/{referral_id}/assignments")))["items"]
            assert (above[2]["ending"], above[2]["explanation"]) == ("referred_back", None)
    turns = (await done(tree.head.get(f"/v1/referrals/{referral_id}/assignments")))["items"]
    assert [turn["ending"] for turn in turns][-3:] == ["referred_back", "referred_back", None]
    assert turns[2]["explanation"] == "人手不足"

    await done(tree.head.act(referral_id, "decline", **words))

    chain = await done(tree.court.get(f"/v1/referrals/{referral_id}/custody"))
    assert (chain["holder_id"], chain["acceptance"], chain["links"][-1]["ending"]) == (None, None, "declined")


async def test_the_level_above_recalls_what_nobody_accepted_and_nothing_else(api, tree):
    referral_id = await in_the_city(tree)
    why = {"explanation": "另有安排"}
    shown = await done(tree.province.get(f"/v1/referrals/{referral_id}"))
    assert shown["allowed_actions"] == ["recall"]
    assert "recall" not in (await done(tree.city.get(f"/v1/referrals/{referral_id}")))["allowed_actions"]
    refusals = [await caller.act(referral_id, "recall", **why) for caller in (tree.head, tree.city, tree.court)]
    assert [(reply.status_code, reply.json()["code"]) for reply in refusals] == [
        (409, "not_right_above"),
        (409, "not_right_above"),
        (409, "wrong_actor"),
    ]
    assert (await tree.province.act(referral_id, "accept")).json()["code"] == "not_your_role"

    receipt = await done(tree.province.act(referral_id, "recall", reason="no_answer", **why))

    assert receipt["due"]["T03"] == "2026-03-05"
    assert (await tree.city.act(referral_id, "accept")).status_code == 404
    links = (await done(tree.court.get(f"/v1/referrals/{referral_id}/custody")))["links"]
    assert [(link["act"], link["ending"]) for link in links][-2:] == [("dispatched", "recalled"), ("recalled", None)]
    turns = (await done(tree.province.get(f"/v1/referrals/{referral_id}/assignments")))["items"]
    assert (turns[-2]["reason"], turns[-2]["explanation"]) == ("no_answer", "另有安排")
    await api.place()
    feed = await api.as_client(tree.city.tenant_id, ["feed:read"], "feed")
    recalled = [each for each in (await done(feed.get("/v1/events")))["items"] if each["referral_id"] == referral_id][
        -1
    ]
    assert (recalled["type"], recalled["data"]["facts"]["reason"]) == ("referral.recalled", "no_answer")
    assert "另有安排" not in str(recalled)
    await done(tree.province.act(referral_id, "accept"))
    late = await tree.head.act(referral_id, "recall", **why)
    again = await passed(tree.province, referral_id, tree.city, mediator_consents=True)
    assert [(reply.status_code, reply.json()["code"]) for reply in (late, again)] == [(409, "action_not_possible")] * 2
    assert again.json()["facts"]["state"] == "accepted"
    assert "hand_back" in again.json()["allowed_actions"]


async def test_a_target_off_the_rosters_waits_for_the_courts_word(api, tree):
    referral_id = await offered(tree)
    name = f"未入册{uuid4().hex[:6]}"
    unlisted = await api.registered("organisations", name=name, kind="chamber", parent_id=tree.head.tenant_id)
    asked = {"organisation_id": unlisted, "ground": "court_duty"}

    refused = await tree.head.act(referral_id, "dispatch", **asked)
    assert (refused.status_code, refused.json()["code"]) == (409, "organisation_not_listed")
    assert refused.json()["facts"]["court_action"] == "allow_organisation"
    assert (await tree.head.act(referral_id, "allow_organisation", organisation_id=unlisted)).status_code == 409
    await done(tree.court.act(referral_id, "allow_organisation", organisation_id=unlisted))
    await done(tree.head.act(referral_id, "dispatch", **asked))

    assert (await done(tree.court.get(f"/v1/referrals/{referral_id}")))["holder_id"] == unlisted


async def test_capacity_is_shown_and_warned_about_or_refused_as_the_court_is_set(api, tree):
    name = f"满员{uuid4().hex[:6]}"
    full = await api.registered("organisations", name=name, kind="chamber", parent_id=tree.head.tenant_id)
    court_id = (await done(tree.court.get("/v1/me")))["tenant_id"]
    await api.registered("rosters", court_id=court_id, organisation_id=full)
    change = {"change": "set", "valid_from": "2026-01-01", "capacity": "full"}
    await done(api.as_operator().write(f"/v1/organisations/{full}/changes", change), 201)
    assert (await done(tree.head.get(f"/v1/organisations/{full}")))["capacity"] == "full"
    asked = {"organisation_id": full, "ground": "court_duty"}

    receipt = await done(tree.head.act(await offered(tree), "dispatch", **asked))
    assert receipt["warnings"] == ["organisation_full"]
    strict = {"change": "set", "valid_from": "2026-01-01", "full_organisation": "refuse"}
    await done(api.as_operator().write(f"/v1/courts/{court_id}/changes", strict), 201)
    refused = await tree.head.act(await offered(tree), "dispatch", **asked)
    again = {**strict, "full_organisation": "warn"}
    await done(api.as_operator().write(f"/v1/courts/{court_id}/changes", again), 201)

    assert (refused.status_code, refused.json()["code"]) == (409, "organisation_full")


async def mediating_in_the_city(api, tree, name):
    """Accepted and begun two levels down."""
    referral_id = await in_the_city(tree)
    await done(tree.city.act(referral_id, "accept"))
    mediator = await api.registered("mediators", name=name, organisation_id=tree.city.tenant_id)
    await done(tree.city.act(referral_id, "assign_mediator", mediator_id=mediator))
    parties = [party["id"] for party in (await done(tree.city.get(f"/v1/referrals/{referral_id}/parties")))["items"]]
    check = {"party_id": parties[1], "id_type": "passport", "id_number": "E12345678"}
    await done(tree.city.act(referral_id, "start", identities=[check], **NOTICES))
    return referral_id


async def test_what_parties_promised_is_closed_to_whoever_is_above_the_holder(api, tree):
    referral_id = await mediating_in_the_city(api, tree, "李调解")
    await done(tree.city.act(referral_id, "end", reason="agreement_reached"))
    await done(tree.city.act(referral_id, "draft_agreement", terms=[{"text": "一次付清"}]))

    for place in ("agreement", "performance"):
        path = f"/v1/referrals/{referral_id}/{place}"
        refused = await tree.head.get(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "party_data_not_shared"), place
        assert (await tree.court.get(path)).status_code == 200


async def test_the_letter_names_the_head_office_and_the_report_whoever_mediated(api, tree):
    referral_id = await mediating_in_the_city(api, tree, "孙调解")
    await done(tree.city.act(referral_id, "end", reason="differences_too_large"))

    letter = read(await tree.court.get(f"/v1/referrals/{referral_id}/forms/referral_letter"))
    report = read(await tree.city.get(f"/v1/referrals/{referral_id}/forms/end_report"))
    chain = await done(tree.court.get(f"/v1/referrals/{referral_id}/custody"))

    assert tree.names["head"] in letter
    assert tree.names["city"] not in letter
    assert tree.names["city"] in report
    assert tree.names["head"] not in report
    assert chain["mediating_organisation_id"] == tree.city.tenant_id


async def test_above_the_holder_party_data_are_closed_until_a_ground_is_on_record(api, tree):
    referral_id = await in_the_city(tree)
    handed = await done(put(tree.city, referral_id, document_class="evidence"))
    path = f"/v1/referrals/{referral_id}"
    closed = (
        *("parties", "particulars", "claims", "representatives", "service-addresses", "materials", "messages"),
        *(
            "urgings",
            "documents",
            f"documents/{handed['document_id']}/content",
            "forms/referral_letter",
        ),
    )
    for place in closed:
        refused = await tree.head.get(f"{path}/{place}")
        assert (refused.status_code, refused.json()["code"]) == (403, "party_data_not_shared"), place
    for place in ("handover", "handover/content"):
        assert (await tree.head.get(f"{path}/{place}", purpose="trial")).status_code == 403
    revealing = await tree.head.get(f"{path}/parties", reveal="true")
    expanding = await tree.head.get(path, expand="parties")
    assert (revealing.status_code, expanding.status_code) == (403, 403)
    for place in ("", "/deadlines", "/history", "/custody", "/notices", "/case-numbers", "/assignments", "/sharings"):
        assert (await tree.head.get(path + place)).status_code == 200, place
    for caller in (tree.court, tree.city):
        assert (await caller.get(f"{path}/parties")).status_code == 200

    grant = {"to_id": tree.head.tenant_id, "ground": "separate_consent", "classes": ["party_identity"]}
    silent = await tree.city.act(referral_id, "share_data", **grant)
    assert (silent.status_code, silent.json()["code"]) == (409, "sharing_consent_missing")
    parties = [party["id"] for party in (await done(tree.city.get(f"{path}/parties")))["items"]]
    for party_id in parties:
        said = {"party_id": party_id, "kind": "data_sharing", "given": True}
        await done(tree.city.act(referral_id, "record_consent", **said))
    await done(tree.city.act(referral_id, "share_data", **grant))

    revealed = await done(tree.head.get(f"{path}/parties", reveal="true"))
    assert revealed["items"][0]["name"] == "张三"
    auditor = await api.as_client(tree.head.tenant_id, ["audit:read"], "auditor")
    read_by_head = (await done(auditor.get("/v1/audit")))["items"]
    assert (read_by_head[0]["referral_id"], read_by_head[0]["what"]) == (referral_id, ["parties"])
    assert (await tree.head.get(f"{path}/claims")).status_code == 403
    sharings = (await done(tree.head.get(f"{path}/sharings")))["items"]
    assert [(x["act"], x["to_id"], x["ground"]) for x in sharings] == [
        ("dispatch", tree.province.tenant_id, "court_duty"),
        ("dispatch", tree.city.tenant_id, "court_duty"),
        ("grant", tree.head.tenant_id, "separate_consent"),
    ]
    await done(tree.city.act(referral_id, "record_consent", party_id=parties[1], kind="data_sharing", given=False))
    assert (await tree.head.get(f"{path}/parties")).status_code == 403
    assert (await tree.province.get(f"{path}/parties")).status_code == 403


async def test_a_channel_for_courts_below_needs_a_head_office_and_a_region(api, tree):
    court = await api.registered(
        "courts", name=f"铁路法院{uuid4().hex[:6]}", level="basic", tracks=[{"track": "pre_filing_2022", **DATED}]
    )
    body = {"court_id": court, "organisation_id": tree.head.tenant_id, "form": "online", "for_courts_below": True}
    refused = await api.as_operator().write("/v1/channels", {**DATED, **body, "mode": "hq_to_hq"})
    assert (refused.status_code, refused.json()["code"]) == (422, "no_courts_below")


async def test_who_is_above_the_holder_enters_nothing_on_a_platform_by_hand(tree):
    referral_id = await in_the_city(tree)
    path, body = f"/v1/referrals/{referral_id}/platform-entries", {"entry_id": str(uuid4())}

    replies = [await caller.write(path, body) for caller in (tree.head, tree.province, tree.city, tree.court)]

    told = [(reply.status_code, reply.json()["code"]) for reply in replies]
    assert told == [(403, "not_your_role")] * 2 + [(422, "unknown_reference")] * 2
