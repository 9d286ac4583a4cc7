"""Bodies that can get through: what was made up from the contract, with real ids, and examples mixed in."""

import json

from app.routers.contract import EXAMPLES
from tests.api.stages import (
    APPLICANT,
    ASKED_FOR,
    CLAIM,
    COLLEAGUE,
    HANDED_IN,
    MEDIATOR,
    MESSAGE,
    NOTICE,
    REPRESENTATIVE,
    RESPONDENT,
    SERIES,
    SESSION,
    URGING,
)


def with_real_ids(body, ids, n=0):
    """The made-up body with ids of the staged referral, and with its day left open."""
    named = {
        "party_id": ids.get((APPLICANT, RESPONDENT)[n % 2]),
        "payer_party_id": ids.get(RESPONDENT),
        "session_id": ids.get(SESSION),
        "mediator_id": ids.get(COLLEAGUE) or ids.get(MEDIATOR),
        "replaced_id": ids.get(MEDIATOR),
        "representative_id": ids.get(REPRESENTATIVE),
        "claim_id": ids.get(CLAIM),
        "material_id": ids.get(ASKED_FOR),
        "notice_id": ids.get(NOTICE),
        "reply_to": ids.get(MESSAGE),
        "urge_id": ids.get(URGING),
        "series_id": ids.get(SERIES),
    }
    lists = {name: [ids.get(APPLICANT), ids.get(RESPONDENT)] for name in ("agreed_by", "applicant_ids", "chosen_by")}
    lists["representative_ids"] = [ids[REPRESENTATIVE]] if REPRESENTATIVE in ids else []
    lists["material_ids"] = [ids.get(HANDED_IN)]
    lists["absent_party_ids"] = [ids.get(RESPONDENT)]
    real = {name: (named | lists)[name] for name in body if name in named | lists and body[name] is not None}
    if body.get("terms"):
        real["terms"] = [{**term, "payer_party_id": None} for term in body["terms"]]
    if body.get("identities") is not None:
        check = {"party_id": ids.get(RESPONDENT), "id_type": "passport", "id_number": "E12345678"}
        real["identities"] = [check]
        real |= dict.fromkeys(("rights_notice_given", "sham_warning_given", "service_address_form"), True)
    return {**{name: value for name, value in body.items() if name != "occurred_on"}, **real}


def example_of(operation, variant=None):
    """The committed example body of an operation, or None."""
    path = EXAMPLES / f"{operation}{f'.{variant}' if variant else ''}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def mixed(made_up, example, share, rng):
    """The example with some members of the made-up body; `share` says how many of each hundred."""
    chosen = {name: value for name, value in made_up.items() if name != "action" and rng.randrange(100) < share}
    return {**example, **chosen}


NASTY = (
    "\ud800",
    "\udfff甲",
    "\x00",
    "a\x00b",
    "\u202e\u2066",
    "甲" * 70_000,
    "%s%n{}",
    "' OR 1=1 --",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "+99999-01-01",
    "１２３",
    "-0",
    "1e400",
    "NaN",
    "",
    " ",
    "\ufeff",
    0,
    -1,
    2**31,
    2**63,
    10**400,
    1e308,
    float("inf"),
    float("nan"),
    True,
    None,
    [],
    {},
    [[]] * 500,
    {"\ud800": 1},
    {"": {"": {}}},
)


def spoiled(value, rng):
    """The body with one leaf replaced by something nasty, or with one member too many."""
    if isinstance(value, dict) and value and rng.randrange(8):
        name = rng.choice(sorted(value))
        return {**value, name: spoiled(value[name], rng)}
    if isinstance(value, dict):
        return {**value, rng.choice(("extra", "\ud800", "", "__proto__")): 1}
    if isinstance(value, list) and value and rng.randrange(4):
        at = rng.randrange(len(value))
        return [*value[:at], spoiled(value[at], rng), *value[at + 1 :]]
    return rng.choice(NASTY)


def raw_contents(body, rng):
    """A body as bytes that are no JSON, or JSON at the edge."""
    text = json.dumps(body)
    return rng.choice(
        (
            lambda: text.encode("utf-16") + b"\n",
            lambda: b"\xef\xbb\xbf" + text.encode(),
            lambda: b"\xff\xfe\xfd",
            lambda: bytes(text[: len(text) // 2], "utf-8"),
            lambda: b"",
            lambda: b"null",
            lambda: b"[]",
            lambda: b'"' + b"a" * 1000 + b'"',
            lambda: b"9" * 5000,
            lambda: b"-",
            lambda: b"[" * 50_000 + b"]" * 50_000,
            lambda: b'{"a":' * 3000 + b"1" + b"}" * 3000,
            lambda: text.encode()[:-1] + b', "action": "start"}',
            lambda: text.encode() + b" " * 2_000_000,
            lambda: json.dumps({**body, "amount": 1}).replace("1}", "1" + "0" * 5000 + "}").encode(),
            lambda: text.encode() + b"\x00",
        )
    )()
