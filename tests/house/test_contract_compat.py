"""Within v1 the contract only grows: each kind of change in a small pair of contracts, and the real pair."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.contract.compat import compare, report
from app.contract.rules import RULES

OPENAPI = Path(__file__).parents[2] / "openapi"

TEXT, WHOLE, NOTHING = {"type": "string"}, {"type": "integer"}, {"type": "null"}


def contract(operation=None, **more):
    """A contract with one operation."""
    paths = {"/things/{id}": {"post": {"operationId": "do", "responses": {"200": answer(TEXT)}, **(operation or {})}}}
    return {"openapi": "3.1.0", "paths": paths, **more}


def answer(schema):
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def sent(schema, **more):
    return contract({"requestBody": {"required": True, **answer(schema)}}, **more)


def received(schema, **more):
    return contract({"responses": {"200": answer(schema)}}, **more)


def thing(required=(), extra=None, **fields):
    return {"type": "object", "properties": fields, "required": list(required), **(extra or {})}


def asking(*parameters):
    return contract({"parameters": list(parameters)})


def parameter(name="p", place="query", schema=TEXT, **more):
    return {"name": name, "in": place, "schema": schema, **more}


def named(**schemas):
    return {"components": {"schemas": schemas}}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def event(name="a.b", schema=TEXT):
    return {"webhooks": {name: {"post": {"requestBody": answer(schema)}}}}


def tagged(*tags):
    mapping = {tag: ref(tag.title())["$ref"] for tag in tags}
    return {
        "oneOf": [ref(tag.title()) for tag in tags],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }


CATS = named(Cat=thing(kind={"const": "cat"}), Dog=thing(kind={"const": "dog"}))
CLOSED = {"additionalProperties": False}

SAME = {
    "the same": (sent(TEXT), sent(TEXT)),
    "a reference in place of what it leads to": (sent(TEXT), sent(ref("T"), **named(T=TEXT))),
    "a schema under another name": (sent(ref("A"), **named(A=TEXT)), sent(ref("B"), **named(B=TEXT))),
    "null as a type or beside it": (sent({"type": ["string", "null"]}), sent({"anyOf": [TEXT, NOTHING]})),
    "null in the manner of 3.0": (received({**TEXT, "nullable": True}), received({"anyOf": [TEXT, NOTHING]})),
    "allOf in place of what it comes to": (
        sent(thing(["a"], a=TEXT, b=TEXT)),
        sent({"allOf": [thing(["a"], a=TEXT), thing(b=TEXT)]}),
    ),
    "words for people": (sent({**TEXT, "description": "old"}), sent({**TEXT, "title": "new", "examples": ["x"]})),
    "const in place of an enum of one": (sent({"enum": ["x"]}), sent({"const": "x"})),
    "a path parameter by another name": (
        contract({"parameters": [parameter("id", "path")]}),
        {
            "paths": {
                "/things/{thing_id}": contract({"parameters": [parameter("thing_id", "path")]})["paths"]["/things/{id}"]
            }
        },
    ),
    "a choice in another order": (sent({"anyOf": [TEXT, WHOLE]}), sent({"anyOf": [WHOLE, TEXT]})),
    "a header parameter in other letters": (
        asking(parameter("If-Match", "header")),
        asking(parameter("if-match", "header")),
    ),
}

CASES = [
    # what is there
    (contract(), {"paths": {}}, ["path_removed"]),
    ({"paths": {}}, contract(), ["path_added"]),
    (contract(), {"paths": {"/things/{id}": {}}}, ["operation_removed"]),
    ({"paths": {"/things/{id}": {}}}, contract(), ["operation_added"]),
    (contract(), contract({"operationId": "undo"}), ["operation_renamed"]),
    (contract(), contract({"deprecated": True}), ["deprecated"]),
    # parameters
    (asking(parameter()), asking(), ["parameter_removed"]),
    (asking(), asking(parameter()), ["parameter_added"]),
    (asking(), asking(parameter(required=True)), ["parameter_required"]),
    (asking(parameter()), asking(parameter(required=True)), ["parameter_required"]),
    (asking(parameter(required=True)), asking(parameter()), ["parameter_optional"]),
    (asking(parameter()), asking(parameter(place="header")), ["parameter_removed", "parameter_added"]),
    (asking(parameter()), asking(parameter(schema=WHOLE)), ["type_narrowed"]),
    (asking(parameter()), asking(parameter(deprecated=True)), ["deprecated"]),
    # bodies
    (contract(), sent(TEXT), ["body_required"]),
    (sent(TEXT), contract(), ["body_removed"]),
    (contract(), contract({"requestBody": answer(TEXT)}), ["body_optional"]),
    (sent(TEXT), contract({"requestBody": answer(TEXT)}), ["body_optional"]),
    (
        sent(TEXT),
        contract({"requestBody": {"required": True, "content": {"text/plain": {}}}}),
        ["media_type_removed", "media_type_added"],
    ),
    # fields of what is sent
    (sent(thing(a=TEXT)), sent(thing(a=TEXT, b=TEXT)), ["field_added"]),
    (sent(thing(a=TEXT)), sent(thing(["b"], a=TEXT, b=TEXT)), ["field_required"]),
    (sent(thing(a=TEXT)), sent(thing(["a"], a=TEXT)), ["field_required"]),
    (sent(thing(["a"], a=TEXT)), sent(thing(a=TEXT)), ["field_optional"]),
    (sent(thing(a=TEXT)), sent(thing()), ["field_removed"]),
    (sent(thing(a=thing(b=TEXT))), sent(thing(a=thing())), ["field_removed"]),
    (sent(thing(a=TEXT)), sent(thing(a=TEXT, extra=CLOSED)), ["closed"]),
    (sent(thing(a=TEXT, extra=CLOSED)), sent(thing(a=TEXT)), ["opened"]),
    # fields of what is received
    (received(thing(["a"], a=TEXT)), received(thing(["a", "b"], a=TEXT, b=TEXT)), ["field_added"]),
    (received(thing(["a"], a=TEXT)), received(thing(a=TEXT)), ["field_not_always"]),
    (received(thing(a=TEXT)), received(thing(["a"], a=TEXT)), ["field_always"]),
    (received(thing(["a"], a=TEXT)), received(thing()), ["field_removed"]),
    (received(thing(extra=CLOSED)), received(thing()), []),
    (received(thing(extra={"additionalProperties": TEXT})), received(thing()), ["values_opened"]),
    (received(thing()), received(thing(extra={"additionalProperties": TEXT})), ["values_closed"]),
    (
        received(thing(extra={"additionalProperties": TEXT})),
        received(thing(extra={"additionalProperties": WHOLE})),
        ["type_widened"],
    ),
    (received(thing(a=TEXT)), received(thing(a={**TEXT, "deprecated": True})), ["deprecated"]),
    # types
    (sent(WHOLE), sent({"type": "number"}), ["type_widened_for_senders"]),
    (sent({"type": "number"}), sent(WHOLE), ["type_narrowed"]),
    (received(WHOLE), received({"type": "number"}), ["type_widened"]),
    (received({"type": "number"}), received(WHOLE), ["type_narrowed_for_readers"]),
    (sent({}), sent(TEXT), ["type_narrowed"]),
    (received(TEXT), received({}), ["type_widened"]),
    (sent({"type": "array", "items": TEXT}), sent({"type": "array", "items": WHOLE}), ["type_narrowed"]),
    (sent({"type": "array"}), sent({"type": "array", "items": WHOLE}), ["type_narrowed"]),
    # null
    (sent({"type": ["string", "null"]}), sent(TEXT), ["not_nullable"]),
    (sent(TEXT), sent({"anyOf": [TEXT, NOTHING]}), ["now_nullable"]),
    (received(TEXT), received({**TEXT, "nullable": True}), ["nullable"]),
    (received({"anyOf": [TEXT, NOTHING]}), received(TEXT), ["never_null"]),
    (received(NOTHING), received({"anyOf": [NOTHING, TEXT]}), ["variant_added"]),
    # codes
    (sent({"enum": ["a", "b"]}), sent({"enum": ["a"]}), ["enum_value_removed"]),
    (sent({"enum": ["a"]}), sent({"enum": ["a", "b"]}), ["enum_value_added"]),
    (sent(TEXT), sent({**TEXT, "enum": ["a"]}), ["enum_imposed"]),
    (sent({**TEXT, "enum": ["a"]}), sent(TEXT), ["enum_opened"]),
    (received({"enum": ["a"]}), received({"enum": ["a", "b"]}), ["enum_value_added"]),
    (received({"enum": ["a", "b"]}), received({"enum": ["a"]}), ["enum_value_removed"]),
    (received(TEXT), received({**TEXT, "enum": ["a"]}), ["enum_listed"]),
    # forms of text
    (sent({**TEXT, "format": "date"}), sent({**TEXT, "format": "date-time"}), ["format_changed"]),
    (sent(TEXT), sent({**TEXT, "format": "uuid"}), ["format_imposed"]),
    (sent({**TEXT, "format": "uuid"}), sent(TEXT), ["format_opened"]),
    (received({**TEXT, "format": "uuid"}), received(TEXT), ["format_dropped"]),
    (received(TEXT), received({**TEXT, "format": "uuid"}), ["format_told"]),
    (sent(TEXT), sent({**TEXT, "pattern": "a"}), ["pattern_imposed"]),
    (sent({**TEXT, "pattern": "a"}), sent({**TEXT, "pattern": "b"}), ["pattern_imposed"]),
    (sent({**TEXT, "pattern": "a"}), sent(TEXT), ["pattern_dropped"]),
    (received(TEXT), received({**TEXT, "pattern": "a"}), ["pattern_told"]),
    # bounds
    (sent({**TEXT, "maxLength": 9}), sent({**TEXT, "maxLength": 8}), ["bounds_tightened"]),
    (sent({**TEXT, "maxLength": 8}), sent({**TEXT, "maxLength": 9}), ["bounds_loosened"]),
    (sent(TEXT), sent({**TEXT, "maxLength": 9}), ["bounds_tightened"]),
    (sent(TEXT), sent({**TEXT, "minLength": 1}), ["bounds_tightened"]),
    (sent(TEXT), sent({**TEXT, "minLength": 0}), ["bounds_loosened"]),
    (sent(WHOLE), sent({**WHOLE, "minimum": 0}), ["bounds_tightened"]),
    (sent({**WHOLE, "minimum": 1}), sent({**WHOLE, "minimum": 0}), ["bounds_loosened"]),
    (sent({**WHOLE, "minimum": 1}), sent(WHOLE), ["bounds_loosened"]),
    (received({**TEXT, "maxLength": 9}), received({**TEXT, "maxLength": 99}), ["bounds_moved"]),
    (sent({**WHOLE, "default": 1}), sent({**WHOLE, "default": 2}), ["default_changed"]),
    (sent({**WHOLE, "default": 1}), sent(WHOLE), ["default_changed"]),
    (sent(WHOLE), sent({**WHOLE, "default": 1}), ["default_told"]),
    (sent({**WHOLE, "multipleOf": 2}), sent({**WHOLE, "multipleOf": 4}), ["not_comparable"]),
    # choices
    (sent({"anyOf": [TEXT, WHOLE]}), sent(TEXT), ["variant_removed"]),
    (sent(TEXT), sent({"anyOf": [TEXT, WHOLE]}), ["variant_offered"]),
    (received(TEXT), received({"anyOf": [TEXT, WHOLE]}), ["variant_added"]),
    (sent(tagged("cat", "dog"), **CATS), sent(tagged("cat"), **CATS), ["variant_removed"]),
    (received(tagged("cat"), **CATS), received(tagged("cat", "dog"), **CATS), ["tagged_variant_added"]),
    (received(ref("Cat"), **CATS), received(tagged("cat", "dog"), **CATS), ["tagged_variant_added"]),
    (received(TEXT), received(tagged("cat", "dog"), **CATS), ["variant_removed"] + ["tagged_variant_added"] * 2),
    (
        sent(tagged("cat"), **CATS),
        sent(tagged("cat"), **named(Cat=thing(["age"], kind={"const": "cat"}, age=WHOLE))),
        ["field_required"],
    ),
    (
        sent(tagged("cat", "dog"), **CATS),
        sent(tagged("cat", "dog") | {"discriminator": {"propertyName": "sort"}}, **CATS),
        ["tag_changed", "variant_removed", "variant_removed", "variant_offered", "variant_offered"],
    ),
    # answers
    (contract(), contract({"responses": {}}), ["answer_removed"]),
    (contract(), contract({"responses": {"200": answer(TEXT), "201": answer(TEXT)}}), ["success_added"]),
    (contract(), contract({"responses": {"200": answer(TEXT), "429": answer(TEXT)}}), ["refusal_added"]),
    (contract({"responses": {"200": answer(TEXT), "409": answer(TEXT)}}), contract(), ["refusal_removed"]),
    (
        contract({"responses": {"200": {**answer(TEXT), "headers": {"ETag": {}}}}}),
        contract({"responses": {"200": {**answer(TEXT), "headers": {"Link": {}}}}}),
        ["header_removed", "header_added"],
    ),
    # ways in
    (contract({"security": []}), contract({"security": [{"key": []}]}), ["security_tightened"]),
    (contract(security=[{"key": []}]), contract({"security": []}, security=[{"key": []}]), ["security_relaxed"]),
    (contract(security=[{"key": []}]), contract(security=[{"key": []}, {"token": []}]), ["security_relaxed"]),
    (contract(security=[{"key": []}]), contract(security=[{"token": []}]), ["security_tightened"]),
    (contract(security=[{"key": []}]), contract(security=[{"key": [], "token": []}]), ["security_tightened"]),
    (contract(security=[{"key": ["read"]}]), contract(security=[{"key": ["read", "write"]}]), ["security_tightened"]),
    # events
    (contract(**event()), contract(), ["event_type_removed"]),
    (contract(), contract(**event()), ["event_type_added"]),
    (contract(**event()), contract(**event(schema=WHOLE)), ["type_widened"]),
    (contract(**event(schema=thing(a=TEXT))), contract(**event(schema=thing())), ["field_removed"]),
    (
        contract(**event()),
        contract(webhooks={"a.b": {"post": {"deprecated": True}}}),
        ["deprecated", "media_type_removed"],
    ),
]


@pytest.mark.parametrize("name", SAME)
def test_what_callers_cannot_see_is_no_change(name):
    old, new = SAME[name]

    assert compare(old, new) == ()


@pytest.mark.parametrize(("old", "new", "rules"), CASES)
def test_each_kind_of_change_is_named_by_its_rule(old, new, rules):
    assert [change.rule for change in compare(old, new)] == rules


def test_every_rule_has_a_case():
    shown = {rule for _, _, rules in CASES for rule in rules}

    assert shown == set(RULES)


def test_a_schema_that_contains_itself_is_compared_once():
    tree = named(Tree=thing(["name"], name=TEXT, branches={"type": "array", "items": ref("Tree")}))
    grown = deepcopy(tree)
    grown["components"]["schemas"]["Tree"]["properties"]["age"] = WHOLE

    assert [c.rule for c in compare(sent(ref("Tree"), **tree), sent(ref("Tree"), **grown))] == ["field_added"]


def test_one_schema_is_judged_from_both_sides():
    """The same new field that must be sent breaks senders and nobody who reads it."""
    old, new = named(T=thing(a=TEXT)), named(T=thing(["b"], a=TEXT, b=TEXT))
    both = {"requestBody": answer(ref("T")), "responses": {"200": answer(ref("T"))}}

    assert [c.rule for c in compare(contract(both, **old), contract(both, **new))] == ["field_required", "field_added"]


def test_what_breaks_is_said_first_and_the_sum_last():
    lines = report(compare(sent(thing(a=TEXT)), sent(thing(b=TEXT))))

    assert lines[0].startswith("breaking    field_removed  POST /things/{id} body a — ")
    assert lines[-1] == "1 breaking, 1 compatible"


def run(folder, old, new):
    files = [folder / "old.json", folder / "new.json"]
    for file, document in zip(files, (old, new), strict=True):
        file.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return CliRunner().invoke(app, ["contract-diff", *map(str, files)])


def test_the_command_ends_with_1_where_something_breaks_and_with_0_where_nothing_does(tmp_path):
    broken, grown = run(tmp_path, sent(TEXT), contract()), run(tmp_path, contract(), contract(**event()))

    assert (broken.exit_code, "body_removed" in broken.output) == (1, True)
    assert (grown.exit_code, "event_type_added" in grown.output) == (0, True)


def test_the_command_ends_with_2_where_a_file_is_no_contract(tmp_path):
    assert run(tmp_path, "no JSON", contract()).exit_code == 2
    assert run(tmp_path, "[1]", contract()).exit_code == 2
    assert CliRunner().invoke(app, ["contract-diff", str(tmp_path / "none"), str(tmp_path / "none")]).exit_code == 2


def test_the_contract_keeps_what_was_released():
    old, new = (json.loads((OPENAPI / name).read_text(encoding="utf-8")) for name in ("released.json", "openapi.json"))

    broken = [change.line() for change in compare(old, new) if change.breaking]

    assert broken == [], "within v1 the contract only grows; openapi/released.json is what was released, leave it"
