"""Bad input is answered by a problem that names the field, never by a 500, never by an echo; nothing is written."""

import json

import pytest

from app.routers.faults import FORMS, expected_in
from app.routers.schemas.common import EXPECTED_OF_FAULT, EXPECTED_OF_PATTERN, PHONE_FORM
from tests.api.callers import APPLICANT_ID, delegation, party

NOWHERE = "00000000-0000-7000-8000-000000000000"
MARK = "zzEchoProbezz"
"""Stands in every body; no answer may hold it."""


def raw(text):
    return text.encode("utf-8")


def replaced(**fields):
    return {**delegation("00000000-0000-7000-8000-000000000000"), "court_reference": MARK, **fields}


def with_party(**fields):
    return replaced(parties=[{**party("applicant"), "name": MARK, **fields}, party("respondent")])


MALFORMED = {
    "not json at all": (raw(f"{{{MARK}"), "not_json"),
    "empty": (b"", "not_json"),
    "two values": (raw("{} {}"), "not_json"),
    "not utf-8": (b'{"action": "\xff\xfe"}', "not_json"),
    "utf-16": ('{"action": "consult"}'.encode("utf-16"), "not_json"),
    "byte order mark": (b"\xef\xbb\xbf{}", "not_json"),
    "raw NUL": (b'{"action": "a\x00b"}', "not_json"),
    "escaped NUL": (raw(f'{{"action": "{MARK}\\u0000"}}'), "json_unsafe_text"),
    "lone surrogate": (raw(f'{{"action": "{MARK}\\ud800"}}'), "json_unsafe_text"),
    "lone surrogate in a key": (raw(f'{{"{MARK}\\uDC00": 1}}'), "json_unsafe_text"),
    "NaN": (raw('{"claim_amount": NaN}'), "json_number_out_of_range"),
    "Infinity": (raw('{"claim_amount": -Infinity}'), "json_number_out_of_range"),
    "1e400": (raw('{"claim_amount": 1e400}'), "json_number_out_of_range"),
    "huge integer": (raw(f'{{"claim_amount": {"9" * 5000}}}'), "json_number_out_of_range"),
    "long fraction": (raw(f'{{"claim_amount": 0.{"9" * 50}}}'), "json_number_out_of_range"),
    "deep arrays": (raw(f'{{"parties": {"[" * 40}{"]" * 40}}}'), "json_too_deep"),
    "very deep arrays": (raw("[" * 90_000), "json_too_deep"),
    "deep objects": (raw('{"a":' * 40 + "1" + "}" * 40), "json_too_deep"),
    "duplicate key": (raw(f'{{"action": "consult", "action": "{MARK}"}}'), "json_duplicate_key"),
}

INVALID = {
    "no object": ([MARK], "", "wrong_type"),
    "no action": ({"parties": []}, "/action", "required"),
    "unknown action": (replaced(action=MARK), "/action", "not_in_list"),
    "action of another endpoint": (replaced(action="accept"), "/action", "not_in_list"),
    "action is a number": (replaced(action=7), "/action", "not_in_list"),
    "unknown field": ({**replaced(), "colour": MARK}, "/colour", "unknown_field"),
    "unknown field that looks like content": ({**replaced(), f"张三 {MARK}": 1}, "", "unknown_field"),
    "parties missing": ({"action": "consult"}, "/parties", "required"),
    "one party": (replaced(parties=[party("applicant")]), "/parties", "too_short"),
    "too many parties": (replaced(parties=[party("applicant")] * 201), "/parties", "too_long"),
    "party is a text": (replaced(parties=[MARK, MARK]), "/parties/0", "wrong_type"),
    "blank name": (with_party(name="  "), "/parties/0/name", "malformed"),
    "long name": (with_party(name=MARK * 40), "/parties/0/name", "too_long"),
    "name with a line break": (with_party(name=f"{MARK}\n"), "/parties/0/name", "malformed"),
    "name is a number": (with_party(name=5), "/parties/0/name", "wrong_type"),
    "unknown role": (with_party(role=MARK), "/parties/0/role", "unknown_code"),
    "unknown document": (with_party(id_type=MARK), "/parties/0/id_type", "unknown_code"),
    "wrong check digit": (
        with_party(id_type="resident_id", id_number=APPLICANT_ID[:-1] + "1"),
        "/parties/0/id_number",
        "identity_number_invalid",
    ),
    "impossible birth date": (
        with_party(id_type="resident_id", id_number="110105194913310024"),
        "/parties/0/id_number",
        "identity_number_invalid",
    ),
    "wrong credit code": (
        with_party(id_type="credit_code", id_number="91110000100000059A"),
        "/parties/0/id_number",
        "identity_number_invalid",
    ),
    "number without its kind": (with_party(id_number=APPLICANT_ID), "/parties/0/id_type", "required"),
    "phone": (with_party(phone="12345"), "/parties/0/phone", "phone_invalid"),
    "group of none": (with_party(represented_count=0), "/parties/0/represented_count", "out_of_range"),
    "count as text": (with_party(represented_count="2"), "/parties/0/represented_count", "wrong_type"),
    "flag as text": (replaced(on_court_platform="yes"), "/on_court_platform", "wrong_type"),
    "day that does not exist": (replaced(occurred_on="2026-02-30"), "/occurred_on", "date_invalid"),
    "day as a number": (replaced(occurred_on=20260302), "/occurred_on", "wrong_type"),
    "day as an instant": (replaced(occurred_on="2026-03-02T00:00:00Z"), "/occurred_on", "date_invalid"),
    "day too long ago": (replaced(occurred_on="1850-01-01"), "/occurred_on", "date_invalid"),
    "id that is none": ({**replaced(), "organisation_id": MARK}, "/organisation_id", "malformed"),
    "amount as a number": (replaced(claim_amount=12.5), "/claim_amount", "wrong_type"),
    "amount below nothing": (replaced(claim_amount="-1"), "/claim_amount", "malformed"),
    "amount with three places": (replaced(claim_amount="1.005"), "/claim_amount", "malformed"),
    "amount of seventeen digits": (replaced(claim_amount="1" * 17), "/claim_amount", "malformed"),
    "amount as a power": (replaced(claim_amount="1e5"), "/claim_amount", "malformed"),
    "cause of no list": (replaced(cause={"code": "9999"}), "/cause/code", "unknown_code"),
    "list of causes": (replaced(cause={"code": "88", "version": MARK}), "/cause/version", "unknown_code"),
    "case number": (
        replaced(case_numbers=[{"kind": "court", "number": MARK}]),
        "/case_numbers/0/number",
        "case_number_invalid",
    ),
    "kind of another way in": (replaced(kind="direct"), "/kind", "unknown_code"),
    "kind of none": (replaced(kind=MARK), "/kind", "unknown_code"),
    "in trial before filing": (replaced(in_trial=True), "/in_trial", "inconsistent"),
    "in trial, handed on": (replaced(kind="transferred", in_trial=True), "/in_trial", "inconsistent"),
    "in trial as text": (replaced(kind="post_filing", in_trial="yes"), "/in_trial", "wrong_type"),
    "preserved without preservation": (replaced(preserved_on="2026-03-02"), "/preserved_on", "inconsistent"),
    "day of filing": (replaced(filed_on="2026-13-01"), "/filed_on", "date_invalid"),
    "procedure": (replaced(procedure_type=MARK), "/procedure_type", "unknown_code"),
    "priority": (replaced(priority=MARK), "/priority", "unknown_code"),
    "sensitivity": (replaced(sensitivities=[MARK]), "/sensitivities/0", "unknown_code"),
    "sensitivity twice": (replaced(sensitivities=["minor", "minor"]), "/sensitivities", "not_unique"),
    "source": (replaced(intake_source=MARK), "/intake_source", "unknown_code"),
    "payer of the subsidy": (replaced(subsidy_payer=MARK), "/subsidy_payer", "unknown_code"),
    "arbitration": (replaced(arbitration=MARK), "/arbitration", "unknown_code"),
    "clerk": (replaced(clerk=f"{MARK}\n"), "/clerk", "malformed"),
    "judge": (replaced(judge=MARK * 40), "/judge", "too_long"),
    "facts and reasons": (replaced(facts_and_reasons=MARK * 2000), "/facts_and_reasons", "too_long"),
    "dispute": (replaced(dispute_id=MARK), "/dispute_id", "malformed"),
    "series": (replaced(series_id=MARK), "/series_id", "malformed"),
    "authority of a representative": (
        with_party(representatives=[{"kind": "agent", "authority": MARK, "name": "周某"}]),
        "/parties/0/representatives/0/authority",
        "unknown_code",
    ),
    "document of a representative": (
        with_party(
            representatives=[
                {"kind": "agent", "authority": "general", "name": MARK, "id_type": "resident_id", "id_number": "1"}
            ]
        ),
        "/parties/0/representatives/0/id_number",
        "identity_number_invalid",
    ),
    "too many representatives": (
        with_party(representatives=[{"kind": "agent", "authority": "general", "name": MARK}] * 21),
        "/parties/0/representatives",
        "too_long",
    ),
    "amount of a claim": (
        with_party(claims=[{"kind": "payment", "amount": 5}]),
        "/parties/0/claims/0/amount",
        "wrong_type",
    ),
    "role of whom it acts for": (replaced(on_behalf_of={"role": MARK}), "/on_behalf_of/role", "unknown_code"),
}


async def refused(api, **options):
    """The reply to a bad write, after the checks that hold for all of them."""
    before = await api.rows()
    headers = {"Content-Type": "application/json", "Idempotency-Key": "bad", **options.pop("headers", {})}
    reply = await api.as_court().send("POST", "/v1/referrals", headers=headers, **options)
    assert MARK not in reply.text
    assert MARK not in str(reply.headers)
    assert await api.rows() == before
    return reply


@pytest.mark.parametrize("name", MALFORMED)
async def test_what_cannot_be_read_is_400(api, name):
    body, code = MALFORMED[name]

    reply = await refused(api, content=body)

    assert (reply.status_code, reply.json()["code"]) == (400, code)


@pytest.mark.parametrize("name", INVALID)
async def test_what_breaks_the_contract_is_422_and_named(api, name):
    body, pointer, code = INVALID[name]

    reply = await refused(api, content=json.dumps(body))

    assert reply.status_code == 422
    assert {"pointer": pointer, "code": code} in [
        {"pointer": error["pointer"], "code": error["code"]} for error in reply.json()["errors"]
    ]


@pytest.mark.parametrize("announced", [True, False])
async def test_ten_megabytes_are_refused_while_they_arrive(api, announced):
    """With and without a Content-Length."""
    read = []

    async def chunks():
        for _ in range(160):
            read.append(1)
            yield b" " * 65536

    if announced:
        reply = await refused(api, content=b" " * 10_485_760)
    else:
        reply = await refused(api, content=chunks())

    assert (reply.status_code, reply.json()["code"]) == (413, "body_too_large")
    assert len(read) < 20


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=gbk", ""]
)
async def test_a_body_that_does_not_call_itself_json_is_refused(api, kind):
    reply = await refused(api, content=json.dumps(replaced()), headers={"Content-Type": kind})

    assert (reply.status_code, reply.json()["code"]) == (400, "content_type_not_json")
    assert "application/json" in reply.json()["detail"]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/limit"),
        ("limit=201", "/limit"),
        ("limit=x", "/limit"),
        ("state=zz", "/state"),
        ("after=zz", "/after"),
        ("after=%00", "/after"),
        ("after=%ff%fe", "/after"),
        ("stat=accepted", "/stat"),
        ("state=accepted&Limit=5", "/Limit"),
        ("kind=zz", "/kind"),
        ("track=zz", "/track"),
        ("cause_code=zz", "/cause_code"),
        ("court_id=zz", "/court_id"),
        ("opened_from=20260302", "/opened_from"),
        ("opened_to=2026-02-30", "/opened_to"),
        ("due_before=tomorrow", "/due_before"),
        ("priority=zz", "/priority"),
        ("business_status=zz", "/business_status"),
        ("series_id=zz", "/series_id"),
        ("case_number=", "/case_number"),
        ("number=42", "/number"),
        ("number=ST2026-42", "/number"),
        ("sort=number", "/sort"),
        ("%E5%BC%A0=1", ""),
        ("=1", ""),
    ],
)
async def test_bad_parameters_are_named(api, query, pointer):
    reply = await api.as_court().send("GET", f"/v1/referrals?{query}")

    assert reply.status_code == 422
    assert [error["pointer"] for error in reply.json()["errors"]] == [pointer]


@pytest.mark.parametrize("text", ["x", "%00", "%ff", "0" * 36, "..%2F..", "a" * 5000])
async def test_a_path_that_holds_no_id_is_simply_not_there(api, text):
    for suffix in ("", "/history", "/parties"):
        reply = await api.as_court().send("GET", f"/v1/referrals/{text}{suffix}")

        assert reply.status_code == 404


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "/v1/referrals?since=3",
            ", ".join(
                [
                    *("after", "business_status", "case_number", "cause_code", "court_id", "court_reference"),
                    *("dispute_id", "due_before", "kind", "limit", "number", "opened_from", "opened_to"),
                    *("organisation_id", "priority", "series_id", "sort", "stage", "state", "track"),
                ]
            ),
        ),
        ("/v1/me?since=3", None),
        ("/v1/code-lists/cause?since=3", "on"),
        ("/v1/courts?since=3", "after, limit, on"),
        ("/v1/calendar/due-date?rule=T03&start=2026-02-12&since=3", "rule, start"),
        ("/v1/development/legal-clock?since=3", None),
    ],
)
async def test_a_parameter_that_would_be_ignored_is_refused(api, path, expected):
    for _ in range(2):  # Names are remembered after the first time.
        reply = await api.as_operator().send("GET", path)

        assert (reply.status_code, reply.json()["code"]) == (422, "parameter_invalid")
        assert [(e["pointer"], e["code"], e["expected"]) for e in reply.json()["errors"]] == [
            ("/since", "unknown_parameter", expected)
        ]


async def test_a_write_knows_its_parameters_too(api):
    before = await api.rows()

    reply = await api.as_court().write("/v1/referrals", replaced(), dryrun="true")

    assert [(e["pointer"], e["expected"]) for e in reply.json()["errors"]] == [("/dryrun", "dry_run")]
    assert await api.rows() == before


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("/v1/events?limit=1&limit=2", "/limit"),
        ("/v1/referrals?limit=2&limit=2", "/limit"),
        ("/v1/courts?limit=1&limit=2", "/limit"),
        ("/v1/calendar/due-date?rule=T03&rule=T05&start=2026-02-12", "/rule"),
    ],
)
async def test_of_two_values_of_a_parameter_none_wins(api, path, pointer):
    reply = await api.as_court().send("GET", path)

    assert (reply.status_code, reply.json()["code"]) == (422, "parameter_invalid")
    assert [(e["pointer"], e["code"]) for e in reply.json()["errors"]] == [(pointer, "not_unique")]


async def test_a_write_takes_each_parameter_once(api):
    before = await api.rows()

    reply = await api.as_court().send("POST", "/v1/referrals?dry_run=true&dry_run=false", json=replaced())

    assert [(e["pointer"], e["code"]) for e in reply.json()["errors"]] == [("/dry_run", "not_unique")]
    assert await api.rows() == before


async def test_who_calls_comes_before_what_is_asked(api):
    for query in ("since=3", "limit=1&limit=2"):
        for path in (f"/v1/events?{query}", f"/v1/referrals?{query}"):
            assert (await api.as_nobody().send("GET", path)).status_code == 401


EXPECTED = {
    "listed code": (with_party(role=MARK), "/parties/0/role", "GET /v1/code-lists/party_role"),
    "actions": (replaced(action=MARK), "/action", "consult, delegate, invite, submit"),
    "no action": ({"parties": []}, "/action", "consult, delegate, invite, submit"),
    "small enumeration": (
        replaced(case_numbers=[{"kind": MARK, "number": "1"}]),
        "/case_numbers/0/kind",
        "GET /v1/code-lists/case_number_kind",
    ),
    "cause": (replaced(cause={"code": "9999"}), "/cause/code", "GET /v1/code-lists/cause"),
    "no cause at all": (replaced(cause={"code": MARK}), "/cause/code", "GET /v1/code-lists/cause"),
    "list of causes": (replaced(cause={"code": "88", "version": MARK}), "/cause/version", "2026"),
    "money": (
        replaced(claim_amount=12),
        "/claim_amount",
        "decimal text, at most 16 digits and 2 decimals, such as 12000.00",
    ),
    "id": ({**replaced(), "organisation_id": MARK}, "/organisation_id", "UUID"),
    "date": (replaced(occurred_on=MARK), "/occurred_on", "YYYY-MM-DD"),
    "flag": (replaced(on_court_platform=MARK), "/on_court_platform", "true or false"),
    "length": (with_party(name=MARK * 40), "/parties/0/name", "at most 200"),
    "kind of a number": (with_party(id_number=APPLICANT_ID), "/parties/0/id_type", "GET /v1/code-lists/id_type"),
    "check digit": (
        with_party(id_type="resident_id", id_number=APPLICANT_ID[:-1] + "1"),
        "/parties/0/id_number",
        "a number whose check digit is right",
    ),
    "form of a document": (
        with_party(id_type="resident_id", id_number="110105"),
        "/parties/0/id_number",
        "a number in the form of that document",
    ),
    "phone": (with_party(phone="电话号码未知"), "/parties/0/phone", PHONE_FORM),
    "court number": (
        replaced(case_numbers=[{"kind": "court", "number": MARK}]),
        "/case_numbers/0/number",
        "such as （2026）京0101民初1号",
    ),
    "name nearly right": ({**replaced(), "claim_amont": MARK}, "/claim_amont", "claim_amount"),
}


@pytest.mark.parametrize("name", EXPECTED)
async def test_a_fault_says_what_would_have_been_right_and_comes_alone(api, name):
    """A mistake in one of two parties does not make the list too short."""
    body, pointer, expected = EXPECTED[name]

    reply = await refused(api, content=json.dumps(body), headers={"Accept-Language": "en"})

    assert [(error["pointer"], error["expected"]) for error in reply.json()["errors"]] == [(pointer, expected)]


async def test_what_is_expected_is_told_in_the_language_of_the_answer(api):
    body = json.dumps({**with_party(phone="1"), "claim_amount": 12, "organisation_id": MARK})
    headers = {"Accept-Language": "zh", "Content-Type": "application/json", "Idempotency-Key": "k"}

    reply = await api.as_court().send("POST", "/v1/referrals", content=body, headers=headers)

    assert {error["pointer"]: error["expected"] for error in reply.json()["errors"]} == {
        "/parties/0/phone": "至少 5",
        "/claim_amount": "十进制文本，至多 16 位整数和 2 位小数，如 12000.00",
        "/organisation_id": "UUID",
    }


@pytest.mark.parametrize("text", [*EXPECTED_OF_PATTERN.values(), *EXPECTED_OF_FAULT.values(), *FORMS.values()])
def test_every_fixed_text_of_what_is_expected_has_its_chinese(text):
    assert text.startswith("GET ") or expected_in(text, "zh") != text
    assert expected_in(text, "en") == text


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("at most 200", "至多 200"),
        ("more than 0", "大于 0"),
        ("1 to 500", "1 至 500"),
        ("consult, delegate, submit", "consult, delegate, submit"),
        (None, None),
    ],
)
def test_bounds_are_told_in_chinese_and_codes_as_they_are(text, zh):
    assert expected_in(text, "zh") == zh


async def test_what_is_expected_is_bounded_and_holds_every_action(api):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, MARK)

    expected = reply.json()["errors"][0]["expected"]
    assert len(expected) <= 2000
    assert not expected.endswith("…")
    assert len(expected.split(", ")) == 90


async def test_a_dry_run_flag_that_is_none_is_refused(api):
    reply = await api.as_court().write("/v1/referrals", replaced(), dry_run="perhaps")

    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/dry_run")


async def test_many_faults_come_in_one_bounded_answer(api):
    body = replaced(parties=[{"role": MARK}] * 200)

    reply = await refused(api, content=json.dumps(body))

    assert (reply.status_code, len(reply.json()["errors"])) == (422, 50)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "\u3164",
            "\u2800",
            "\u115f\u1160",
            "\u00ad",
            "\u034f",
            "\ufe0f",
            "\U000e0041",
            "\ufffe",
            "\U0001ffff",
            " \uffa0\u2003",
        ),
        *("张\u202e三", "张\u2066三\u2069", "张\u200f三", "张\u061c三", "张\u2028三", "张\u2029三", "张三\ufdd0"),
    ],
    ids=ascii,
)
async def test_a_name_is_seen_on_one_line_and_in_its_order(api, name):
    reply = await refused(api, content=json.dumps(with_party(name=name)))

    assert [(e["pointer"], e["code"], e["expected"]) for e in reply.json()["errors"]] == [
        ("/parties/0/name", "malformed", "一行可见文本")
    ]


@pytest.mark.parametrize("words", ["\u3164\n\u2800", "付款\u202e", "\ufffe"], ids=ascii)
async def test_free_words_are_seen_and_in_their_order(api, words):
    reply = await refused(api, content=json.dumps(replaced(facts_and_reasons=words)))

    assert [(e["pointer"], e["code"], e["expected"]) for e in reply.json()["errors"]] == [
        ("/facts_and_reasons", "malformed", "可见文本")
    ]


@pytest.mark.parametrize(
    "name",
    ["阿卜杜拉·买买提", "𠀋", "\U000323b0", "\ue863", "José", "Ngọc\u00a0Anh", "👨\u200d👩\u200d👧", "5"],
    ids=ascii,
)
async def test_a_name_of_any_script_is_taken(api, name):
    made = await api.delegated(parties=[{**party("applicant"), "name": name}, party("respondent")])

    assert made["state"] == "awaiting_acceptance"


async def test_free_words_have_lines_and_marks(api):
    made = await api.delegated(facts_and_reasons="一、欠款。\r\n\u2028二、\u200e逾期。\t")

    assert made["state"] == "awaiting_acceptance"


WRONG_CLAIMS = [{"kind": "payment", "amount": 5}] * 50


async def test_what_is_wrong_everywhere_is_named_where_it_comes_first(api):
    """Ten thousand faults are not listed, however few of them are told."""
    body = replaced(parties=[{**party("applicant"), "claims": WRONG_CLAIMS}] * 200)

    reply = await refused(api, content=json.dumps(body))

    assert (reply.status_code, reply.json()["code"]) == (422, "body_invalid")
    assert [(error["pointer"], error["code"]) for error in reply.json()["errors"]] == [
        (f"/parties/{n}/claims/{m}/amount", "wrong_type") for n in range(5) for m in range(5)
    ]


@pytest.mark.parametrize(
    "parties",
    [
        [party("applicant")] * 5 + [{**party("respondent"), "claims": WRONG_CLAIMS}] * 195,
        [{**party("applicant"), **{f"unknown_{n}": MARK for n in range(300)}}] * 20,
    ],
    ids=["none among the first", "many in each"],
)
async def test_more_faults_than_can_be_listed_are_told_as_one(api, parties):
    reply = await refused(api, content=json.dumps(replaced(parties=parties)))

    assert (reply.status_code, reply.json()["code"]) == (422, "body_invalid")
    assert [(error["pointer"], error["code"]) for error in reply.json()["errors"]] == [("", "too_many_faults")]


async def test_a_body_of_more_values_than_the_contract_could_take_meets_no_schema(api):
    reply = await refused(api, content=b'{"action": "delegate", "parties": [' + b"{}," * 349_000 + b"{}]}")

    assert (reply.status_code, reply.json()["code"]) == (413, "json_too_many_values")
    assert (reply.json()["errors"], reply.json()["facts"]) == ([], {"items": 1_000, "values": 100_000})


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"action": "sign", "role": "party", "means": "electronic"}, "/party_id", "required"),
        (
            {
                "action": "sign",
                "role": "mediator",
                "means": "electronic",
                "party_id": "00000000-0000-7000-8000-000000000000",
            },
            "/party_id",
            "inconsistent",
        ),
        (
            {
                "action": "sign",
                "role": "organisation",
                "means": "seal",
                "representative_id": "00000000-0000-7000-8000-000000000000",
            },
            "/representative_id",
            "inconsistent",
        ),
        ({"action": "sign", "role": MARK, "means": "electronic"}, "/role", "unknown_code"),
        ({"action": "end", "reason": "agreement_reached", "partial": "no"}, "/partial", "wrong_type"),
        ({"action": "draft_agreement", "terms": []}, "/terms", "too_short"),
        (
            {"action": "draft_agreement", "terms": [{"text": "一次付清", "amount": "0.00"}]},
            "/terms/0/amount",
            "out_of_range",
        ),
        ({"action": "decline", "reason": MARK, "explanation": MARK}, "/reason", "unknown_code"),
        ({"action": "register_case"}, "/action", "not_in_list"),
        ({"action": "amend"}, "", "required"),
        ({"action": "amend", "clerk": None}, "", "required"),
        ({"action": "amend", "preservation": False, "preserved_on": "2026-03-02"}, "/preserved_on", "inconsistent"),
        ({"action": "add_case_number", "kind": "court", "number": MARK}, "/number", "case_number_invalid"),
        ({"action": "add_case_number", "kind": "mediation", "number": " "}, "/number", "malformed"),
        ({"action": "request_materials", "kind": "evidence", "source": "party"}, "/party_id", "required"),
        (
            {"action": "supply_materials", "kind": "evidence", "source": "court", "sha256": MARK},
            "/sha256",
            "malformed",
        ),
        (
            {"action": "supply_materials", "kind": "evidence", "source": "court", "media_type": "PDF"},
            "/media_type",
            "malformed",
        ),
        ({"action": "acknowledge_materials", "material_ids": []}, "/material_ids", "too_short"),
        ({"action": "acknowledge_materials", "material_ids": [NOWHERE, NOWHERE]}, "/material_ids", "not_unique"),
        ({"action": "give_fee_notice", "amount": 50, "pay_by": "2026-03-09"}, "/amount", "wrong_type"),
        ({"action": "hand_back", "reason": MARK, "explanation": MARK}, "/reason", "unknown_code"),
        ({"action": "send_message", "topic": "other", "text": "\u2003"}, "/text", "malformed"),
        ({"action": "run_overdue"}, "/action", "not_in_list"),
        (
            {
                "action": "start",
                "rights_notice_given": True,
                "sham_warning_given": True,
                "service_address_form": True,
                "identities": [
                    {
                        "party_id": "00000000-0000-7000-8000-000000000000",
                        "id_type": "passport",
                        "id_number": "E12345678",
                    }
                ]
                * 2,
            },
            "/identities",
            "not_unique",
        ),
    ],
)
async def test_a_transition_that_breaks_the_contract_is_named_too(api, body, pointer, code):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, **body)

    assert reply.status_code == 422
    assert [(error["pointer"], error["code"]) for error in reply.json()["errors"]] == [(pointer, code)]
    assert MARK not in reply.text
