"""What people record around a referral: written by an action, read at its own address, covered unless revealed."""

import pytest
from sqlalchemy import text

from app.routers.faults import expected_in
from app.routers.schemas.common import PHONE_FORM
from tests.api.callers import APPLICANT_ID, TODAY, delegation, done, party
from tests.api.stages import (
    APPLICANT,
    CLAIM,
    HANDED_IN,
    RESPONDENT,
    URGING,
    accepted,
    documented,
    offered,
    with_colleague,
)

NAME, NUMBER, PHONE = "周律师", "110105199001011234", "13800138001"
SECRETS = {
    "claims": ("add_claim", {"kind": "apology", "text": "登报赔礼道歉"}, "text"),
    "service-addresses": (
        "record_service_address",
        {"kind": "postal", "address": "北京市朝阳区某路2号"},
        "address",
    ),
    "materials": ("supply_materials", {"kind": "evidence", "source": "party", "title": "借条原件"}, "title"),
    "representatives": ("add_representative", {"kind": "agent", "authority": "special", "name": NAME}, "name"),
}
PARTS = (
    *("particulars", "case-numbers", "representatives", "claims", "service-addresses", "materials"),
    *("notices", "messages", "urgings", "conflicts", "sharings", "mediators"),
)
EXPANSIONS = (
    *("parties", "consents", "case_numbers", "representatives", "claims", "materials", "contacts", "notices"),
    *("sessions", "messages", "urgings", "conflicts", "sharings", "deadlines", "agreement", "procedures"),
    "delivery_status",
)


async def items(caller, staged, part, **params):
    return (await done(caller.get(f"/v1/referrals/{staged.referral_id}/{part}", **params)))["items"]


@pytest.mark.parametrize("part", SECRETS)
async def test_personal_words_are_covered_unless_revealed(api, part):
    action, fields, name = SECRETS[part]
    staged = await accepted(api)
    await done(api.as_centre().act(staged.referral_id, action, party_id=staged.ids[APPLICANT], **fields))

    (covered,) = await items(api.as_centre(), staged, part)
    (revealed,) = await items(api.as_centre(), staged, part, reveal="true")

    assert "*" in covered[name]
    assert revealed[name] == fields[name]


async def test_words_between_tenants_and_of_the_file_are_covered_too(api):
    staged = await documented(api)
    await done(api.as_centre().act(staged.referral_id, "answer_urge", urge_id=staged.ids[URGING], text="已安排"))
    await done(api.as_court().act(staged.referral_id, "amend", judge="郑法官", facts_and_reasons="到期未还"))

    covered = [
        (await items(api.as_centre(), staged, "messages"))[0]["text"],
        (await items(api.as_centre(), staged, "urgings"))[0]["answer"],
        (await done(api.as_centre().get(f"/v1/referrals/{staged.referral_id}/particulars")))["facts_and_reasons"],
    ]
    plain = await done(api.as_centre().get(f"/v1/referrals/{staged.referral_id}/particulars", reveal="true"))

    assert covered == ["***"] * 3
    assert (plain["judge"], plain["facts_and_reasons"], plain["clerk"]) == ("郑法官", "到期未还", None)


@pytest.mark.parametrize("part", ["particulars", *SECRETS, "messages", "urgings"])
async def test_to_reveal_needs_the_scope(api, part):
    staged = await offered(api)
    reader = await api.as_client(api.world.court_id, ["referrals:read"])

    reply = await reader.get(f"/v1/referrals/{staged.referral_id}/{part}", reveal="true")

    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")


@pytest.mark.parametrize("part", [*SECRETS, "messages", "urgings", "particulars"])
async def test_who_reveals_leaves_a_trace_and_who_does_not_leaves_none(api, part):
    staged = await documented(api)
    path = f"/v1/referrals/{staged.referral_id}/{part}"

    async def traces():
        async with api.engine.connect() as connection:
            query = text("SELECT count(*) FROM access_audit WHERE referral_id = :id")
            return await connection.scalar(query, {"id": staged.referral_id})

    before = await traces()
    await done(api.as_court().get(path))
    unrevealed = await traces()
    await done(api.as_court().get(path, reveal="true"))

    assert (unrevealed, await traces()) == (before, before + 1)


async def test_everything_that_was_recorded_is_there_for_both_sides(api):
    staged = await documented(api)
    await done(api.as_court().act(staged.referral_id, "add_case_number", kind="mediation", number="调 2026 18"))

    for part in PARTS:
        ours, theirs = [
            await done(caller.get(f"/v1/referrals/{staged.referral_id}/{part}"))
            for caller in (api.as_court(), api.as_centre())
        ]
        assert ours == theirs
    (number,) = await items(api.as_court(), staged, "case-numbers")
    assert (number["original"], number["normalised"]) == ("调 2026 18", "调202618")
    assert {x["state"] for x in await items(api.as_court(), staged, "materials")} == {"requested", "supplied"}


@pytest.mark.parametrize("part", PARTS)
async def test_nobody_else_reads_the_dossier(api, part):
    staged = await documented(api)

    for caller in (api.as_other_court(), api.as_other_centre(), api.as_operator(), api.as_body()):
        reply = await caller.get(f"/v1/referrals/{staged.referral_id}/{part}")

        assert reply.status_code == 404


async def test_no_personal_word_is_in_history_receipt_or_feed(api):
    staged = await accepted(api)
    words = {"kind": "agent", "authority": "special", "name": NAME, "phone": PHONE}

    receipt = await api.as_centre().act(
        staged.referral_id, "add_representative", party_id=staged.ids[APPLICANT], **words
    )
    history = await api.as_court().get(f"/v1/referrals/{staged.referral_id}/history")

    assert receipt.json()["representative_id"]
    for told in (receipt.text, history.text):
        assert NAME not in told
        assert PHONE not in told


async def test_a_referral_comes_with_representatives_claims_and_particulars(api):
    acting = {"kind": "agent", "authority": "special", "name": NAME, "phone": PHONE}
    claim = {"kind": "payment", "amount": "12000.5"}
    parties = [party("applicant", representatives=[acting], claims=[claim]), party("respondent")]
    plain = {
        "filed_on": "2026-02-27",
        "procedure_type": "summary",
        "preservation": True,
        "preserved_on": "2026-02-28",
        "priority": "high",
        "sensitivities": ["petition", "minor"],
        "intake_source": "court",
        "subsidy_payer": "finance",
    }
    sealed = {"clerk": "吴书记员", "judge": "郑法官", "facts_and_reasons": "到期未还"}

    made = await api.delegated(parties=parties, kind="post_filing", **plain, **sealed)

    path = f"/v1/referrals/{made['id']}"
    shown = await done(api.as_centre().get(path))
    assert {name: shown[name] for name in plain} == {**plain, "sensitivities": ["minor", "petition"]}
    assert (shown["kind"], shown["track"], shown["dispute_id"]) == (
        "post_filing",
        "post_filing_first",
        made["dispute_id"],
    )
    assert not any(word in str(shown) for word in sealed.values())
    revealed = await done(api.as_centre().get(f"{path}/particulars", reveal="true"))
    assert {name: revealed[name] for name in sealed} == sealed
    (someone,) = (await done(api.as_centre().get(f"{path}/representatives", reveal="true")))["items"]
    assert (someone["name"], someone["phone"], someone["party_id"]) == (NAME, PHONE, shown["parties"][0]["id"])
    (demand,) = (await done(api.as_centre().get(f"{path}/claims")))["items"]
    assert (demand["amount"], demand["outcome"]) == ("12000.50", "open")


async def test_who_mediated_is_shown_with_why_somebody_was_replaced(api):
    staged = await with_colleague(api)
    colleague = next(value for key, value in staged.ids.items() if key.endswith("b2"))
    swap = {"mediator_id": colleague, "replaced_id": api.world.mediator_id, "reason": "recusal"}

    await done(api.as_centre().act(staged.referral_id, "replace_mediator", **swap))

    first, second = await items(api.as_court(), staged, "mediators")
    assert (first["ended_on"], first["reason"], second["ended_on"]) == (TODAY, "recusal", None)
    assert (second["mediator_id"], second["lead"]) == (colleague, True)


async def test_parts_can_be_had_with_the_referral_itself(api):
    staged = await documented(api)
    path = f"/v1/referrals/{staged.referral_id}"

    plain = await done(api.as_court().get(path))
    whole = await done(api.as_court().get(path, expand=",".join(EXPANSIONS)))
    some = await done(api.as_court().get(path, expand="claims"))

    assert plain["expanded"] is None
    assert set(whole["expanded"]) == set(EXPANSIONS)
    assert [each["id"] for each in some["expanded"]["claims"]] == [staged.ids[CLAIM]]
    assert {name for name, value in some["expanded"].items() if value is not None} == {"claims"}
    assert {name for name, value in whole["expanded"].items() if value is None} == {"agreement"}
    for name in ("parties", "consents", "deadlines", "materials", "messages", "representatives"):
        apart = await done(api.as_court().get(f"{path}/{name}"))
        assert whole["expanded"][name] == apart["items"]
    assert APPLICANT_ID not in str(whole)


@pytest.mark.parametrize("expand", ["secrets", "claims,", "claims,secrets", ",", "Claims"])
async def test_a_part_that_is_none_is_named(api, expand):
    staged = await offered(api)

    reply = await api.as_court().get(f"/v1/referrals/{staged.referral_id}", expand=expand)

    assert (reply.status_code, reply.json()["code"]) == (422, "parameter_invalid")
    assert reply.json()["errors"][0]["expected"] == ", ".join(EXPANSIONS)


async def test_an_earlier_version_tells_its_states_and_nobodys_words(api):
    staged = await offered(api)
    await done(api.as_centre().act(staged.referral_id, "accept"))
    path = f"/v1/referrals/{staged.referral_id}"

    then = await done(api.as_court().get(path, version=1))
    now = await done(api.as_court().get(path))

    assert (then["as_of"]["version"], then["as_of"]["state"], then["as_of"]["stage"]) == (
        1,
        "awaiting_acceptance",
        "delegated",
    )
    assert set(then["as_of"]["due"]) == {"T03"}
    assert (then["version"], then["state"], now["as_of"]) == (2, "accepted", None)
    unreached = await api.as_court().get(path, version=99)
    assert (unreached.status_code, unreached.json()["code"]) == (422, "version_not_reached")
    assert (unreached.json()["facts"], unreached.json()["errors"][0]["pointer"]) == ({"version": 2}, "/version")
    assert (await api.as_other_court().get(path, version=99)).json()["code"] == "not_found"
    assert (await api.as_court().get(path, version=0)).status_code == 422


async def test_what_is_not_in_the_file_cannot_be_acted_on(api):
    staged = await documented(api)

    reply = await api.as_centre().act(
        staged.referral_id, "settle_claim", claim_id=staged.ids[HANDED_IN], outcome="agreed"
    )

    assert (reply.status_code, reply.json()["code"]) == (422, "part_unknown")


async def test_a_representative_is_named_with_a_checked_document(api):
    staged = await accepted(api)
    fields = {"kind": "agent", "authority": "general", "name": NAME, "id_type": "resident_id", "id_number": NUMBER}

    reply = await api.as_centre().act(
        staged.referral_id, "add_representative", party_id=staged.ids[RESPONDENT], **fields
    )

    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (422, "identity_number_invalid")


async def test_a_list_is_narrowed_by_everything_that_was_recorded(api):
    staged = await accepted(api)
    for action, fields in {
        "amend": {"priority": "urgent"},
        "add_case_number": {"kind": "court", "number": "(2026)京0105民诉前调4711号"},
        "set_business_status": {"status": "on_hold"},
    }.items():
        await done(api.as_court().act(staged.referral_id, action, **fields))
    shown = await api.referral(staged.referral_id)
    filters = {
        "priority": "urgent",
        "case_number": "（2026）京0105民诉前调4711号",
        "business_status": "on_hold",
        "dispute_id": shown["dispute_id"],
    }

    for name, value in filters.items():
        found = await done(api.as_court().get("/v1/referrals", **{name: value}))
        assert [row["id"] for row in found["items"]] == [staged.referral_id], name


async def test_a_list_is_narrowed_by_what_a_referral_is(api):
    body = delegation(api.world.centre_id, kind="post_filing", filed_on=TODAY, procedure_type="ordinary")
    made = await done(
        api.as_court().write("/v1/referrals", {**body, "cause": {"code": "205.5"}, "court_reference": "NARROW"}), 201
    )
    filters = [
        {"kind": "post_filing"},
        {"track": "post_filing_first"},
        {"cause_code": "P07"},
        {"court_reference": "NARROW"},
        {"court_id": api.world.court_id, "organisation_id": api.world.centre_id, "opened_from": TODAY},
        {"opened_to": TODAY, "due_before": "2026-12-31", "sort": "id"},
    ]

    for narrowed in filters:
        found = await done(api.as_court().get("/v1/referrals", limit=200, **narrowed))
        assert made["id"] in {row["id"] for row in found["items"]}, narrowed
    for empty in ({"opened_from": "2026-12-31"}, {"court_id": api.world.other_court_id}, {"due_before": "2020-01-01"}):
        assert (await done(api.as_court().get("/v1/referrals", **empty)))["items"] == []


async def test_a_list_can_be_walked_from_its_oldest_on(api):
    newest = await done(api.as_court().get("/v1/referrals", limit=200))

    seen, path = [], "/v1/referrals?sort=id&limit=2"
    while path:
        reply = await api.as_court().send("GET", path)
        seen += [row["id"] for row in reply.json()["items"]]
        path = reply.links.get("next", {}).get("url")

    assert seen[::-1][:200] == [row["id"] for row in newest["items"]]


async def test_a_possible_duplicate_is_named_and_can_be_gone_on_with(api):
    parties = [
        party("applicant", name="欧阳甲", id_type="passport", id_number="E77777777"),
        party("respondent", name="欧阳乙", id_type="passport", id_number="E88888888"),
    ]
    first = await api.delegated(parties=parties)

    second = await api.delegated(parties=parties)
    third = await api.delegated(parties=parties, dispute_id=first["dispute_id"])

    assert first["possible_duplicates"] == []
    assert "possible_duplicate" in second["warnings"]
    assert [each["id"] for each in second["possible_duplicates"]] == [first["id"]]
    assert third["dispute_id"] == first["dispute_id"]
    dispute = await done(api.as_court().get(f"/v1/disputes/{first['dispute_id']}"))
    assert [each["id"] for each in dispute["referrals"]] == [first["id"], third["id"]]
    page = await done(api.as_court().get(f"/v1/disputes/{first['dispute_id']}", limit=1))
    rest = await done(api.as_court().get(f"/v1/disputes/{first['dispute_id']}", limit=1, after=page["next"]))
    assert [each["id"] for each in (*page["referrals"], *rest["referrals"])] == [first["id"], third["id"]]


async def test_a_dispute_that_one_has_no_part_in_is_not_there(api):
    made = await api.delegated()

    assert (await api.as_other_court().get(f"/v1/disputes/{made['dispute_id']}")).status_code == 404
    assert (await api.as_court().get("/v1/disputes/none")).status_code == 404


async def test_a_number_of_the_case_is_on_file_once_however_it_is_spelled(api):
    numbers = [
        {"kind": "court", "number": number} for number in ("（2026）京0105民诉前调9号", "〔2026〕京0105民诉前调09号")
    ]
    one = await api.delegated(case_numbers=numbers[:1])

    twice = await api.as_court().write("/v1/referrals", delegation(api.world.centre_id, case_numbers=numbers))
    again = await api.as_court().act(one["id"], "add_case_number", **numbers[1])
    other = await api.as_court().act(one["id"], "add_case_number", kind="archive", number=numbers[1]["number"])

    assert (twice.status_code, twice.json()["code"]) == (409, "case_number_known")
    assert [fault["pointer"] for fault in twice.json()["errors"]] == ["/case_numbers/1/number"]
    assert (again.status_code, again.json()["code"]) == (409, "case_number_known")
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("kind", "address", "fault"),
    [
        ("sms", "北京市朝阳区某路2号", ("phone_invalid", expected_in(PHONE_FORM, "zh"))),
        ("electronic", "name@", ("malformed", "电子邮箱地址，如 name@example.com")),
        ("electronic", "诉讼平台账户 4711", None),
        ("electronic", "name@example.com", None),
        ("sms", "+852 9123 4567", None),
    ],
)
async def test_an_address_for_service_has_the_form_of_its_kind(api, kind, address, fault):
    staged = await accepted(api)

    reply = await api.as_centre().act(
        staged.referral_id, "record_service_address", party_id=staged.ids[APPLICANT], kind=kind, address=address
    )

    faults = [(error["pointer"], error["code"], error["expected"]) for error in reply.json().get("errors", ())]
    assert faults == ([] if fault is None else [("/address", *fault)])


async def test_an_address_for_service_is_kept_as_it_is_compared(api):
    staged = await accepted(api)
    given = {"party_id": staged.ids[APPLICANT], "kind": "sms", "address": "+852 9123-4567"}
    await done(api.as_centre().act(staged.referral_id, "record_service_address", **given))

    (kept,) = await items(api.as_centre(), staged, "service-addresses", reveal="true")

    assert kept["address"] == "+85291234567"


async def test_an_entry_that_was_made_in_error_stays_in_its_list_with_a_mark(api):
    """A contact keeps what was said; the words about the mistake are a message."""
    staged = await accepted(api)
    centre, referral_id = api.as_centre(), staged.referral_id
    asked = {"party_id": staged.ids[RESPONDENT], "means": "phone", "result": "not_reached", "statement": "无人接听"}
    await done(centre.act(referral_id, "contact_party", **asked))
    (contact,) = (await done(centre.get(f"/v1/referrals/{referral_id}/contacts")))["items"]
    assert contact["entered_in_error_on"] is None
    mistake = {"kind": "contact", "record_id": contact["id"], "reason": "wrong_person", "explanation": "拨错号码"}

    await done(centre.act(referral_id, "correct_record", **mistake))

    (marked,) = (await done(api.as_court().get(f"/v1/referrals/{referral_id}/contacts")))["items"]
    assert marked == {**contact, "entered_in_error_on": TODAY}
    async with api.engine.connect() as connection:
        await connection.execute(text("SET LOCAL sutiao.principal = 'system'"))
        kept = await connection.scalar(text("SELECT count(*) FROM contacts WHERE statement_sealed IS NOT NULL"))
    assert kept == 1
    again = await centre.act(referral_id, "correct_record", **mistake)
    assert (again.status_code, again.json()["code"]) == (422, "part_unknown")


async def test_material_that_answers_a_request_names_the_request_alone(api):
    staged = await accepted(api)
    centre, referral_id = api.as_centre(), staged.referral_id
    asked = {"kind": "evidence", "source": "party", "party_id": staged.ids[APPLICANT]}
    request = await done(centre.act(referral_id, "request_materials", **asked))
    unasked = await centre.act(referral_id, "supply_materials", kind="evidence")

    await done(centre.act(referral_id, "supply_materials", material_id=request["material_id"]))

    (kept,) = await items(api.as_court(), staged, "materials")
    assert {**asked, "state": "supplied"}.items() <= kept.items()
    (fault,) = unasked.json()["errors"]
    assert (unasked.status_code, fault["pointer"], fault["code"]) == (422, "/source", "required")
