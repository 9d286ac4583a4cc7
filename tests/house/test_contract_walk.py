"""A walk over the whole contract: everything has a name, words for people, and an example that fits it.

Each failure says what to add and where. Examples of bodies are carried out by `tests/api/test_contract.py`.
"""

import json
from functools import cache

import pytest

from app.routers.contract import ANSWERS, EVENT_EXAMPLES, EXAMPLES
from tests.api.contract_check import closed
from tests.api.quick_schema import QuickSchema
from tests.contract import the_contract
from tests.examples import KEEPING

DOCUMENT = the_contract()
SCHEMAS = DOCUMENT["components"]["schemas"]
OPERATIONS = {operation["operationId"]: operation for path in DOCUMENT["paths"].values() for operation in path.values()}
KEEP = f"run the tests that call it with {KEEPING}=1, look at what was written, then `make generate`"


def json_of(content):
    return content.get("content", {}).get("application/json")


@cache
def bodies():
    return {
        name: json_of(operation["requestBody"]) for name, operation in OPERATIONS.items() if "requestBody" in operation
    }


@cache
def answers():
    return {
        (name, status): json_of(answer)
        for name, operation in OPERATIONS.items()
        for status, answer in operation["responses"].items()
        if status.startswith("2") and json_of(answer)
    }


def wanted(name, schema):
    """Names of the examples that a body needs: one for each variant, of this operation or of another that takes it too.

    An operation has at least one of its own; a body that is no choice needs only that.
    """
    own = {path.stem for path in EXAMPLES.glob(f"{name}*.json") if path.stem.split(".")[0] == name}
    missing = {
        f"{name}.{tag}"
        for tag, variant in tags(schema).items()
        if not any(
            tags(other["schema"]).get(tag) == variant and (EXAMPLES / f"{operation}.{tag}.json").exists()
            for operation, other in bodies().items()
            if other
        )
    }
    return own | missing or {name}


def tags(schema):
    """The variants of a body by the value of its discriminator."""
    return named(schema).get("discriminator", {}).get("mapping", {})


def named(schema):
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[1]]
    return schema


COMPONENTS = closed(DOCUMENT["components"])


def faults(example, schema):
    return QuickSchema(closed(schema), COMPONENTS).faults(example)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_says_what_it_is(name):
    operation = OPERATIONS[name]

    assert operation.get("summary"), f"{name}: give its route a summary"
    assert operation.get("description"), f"{name}: give its function a docstring"
    assert operation.get("tags"), f"{name}: give its router a tag"
    for parameter in operation.get("parameters", ()):
        assert parameter.get("description") or "$ref" in parameter["schema"], f"{name}: describe {parameter['name']}"


def test_no_two_operations_have_one_name():
    assert len(OPERATIONS) == sum(len(path) for path in DOCUMENT["paths"].values())


@pytest.mark.parametrize("name", bodies())
def test_every_body_has_a_named_schema(name):
    content = bodies()[name]

    assert content is None or "$ref" in content["schema"], f"{name}: make its body a model with a name"


@pytest.mark.parametrize("place", answers(), ids=".".join)
def test_every_answer_has_a_named_schema(place):
    assert "$ref" in answers()[place]["schema"], f"{place[0]} {place[1]}: make its answer a model with a name"


def test_every_reference_leads_somewhere():
    def refs(value):
        if isinstance(value, dict):
            yield from ([value["$ref"]] if isinstance(value.get("$ref"), str) else [])
            for name, item in value.items():
                yield from refs(item) if name not in {"example", "examples"} else ()
        elif isinstance(value, list):
            for item in value:
                yield from refs(item)

    for ref in set(refs(DOCUMENT)):
        _, _, kind, name = ref.split("/")
        assert name in DOCUMENT["components"][kind], ref


@pytest.mark.parametrize("name", [name for name, content in bodies().items() if content])
def test_every_variant_of_a_body_has_an_example_that_fits_it(name):
    content = bodies()[name]
    for variant in sorted(wanted(name, content["schema"])):
        path = EXAMPLES / f"{variant}.json"
        assert path.exists(), (
            f"write {path.relative_to(EXAMPLES.parents[1])} with a body that works, and say in tests/api/stages.py "
            f"where it is possible; then `make generate`"
        )
        found = faults(json.loads(path.read_text(encoding="utf-8")), content["schema"])
        assert found == [], path.name


@pytest.mark.parametrize("place", answers(), ids=".".join)
def test_every_answer_has_an_example_that_fits_it(place):
    path = ANSWERS / f"{'.'.join(place)}.json"
    assert path.exists(), f"there is no {path.relative_to(EXAMPLES.parents[1])}: {KEEP}"

    found = faults(json.loads(path.read_text(encoding="utf-8")), answers()[place]["schema"])

    assert found == [], f"{path.name} no longer fits: take it away, then {KEEP}"


@pytest.mark.parametrize("event_type", DOCUMENT["webhooks"])
def test_every_type_of_event_has_a_real_event_that_fits_it(event_type):
    path = EVENT_EXAMPLES / f"{event_type}.json"
    assert path.exists(), (
        f"there is no {path.relative_to(EXAMPLES.parents[1])}: {KEEP}, tests/services/test_event_schemas.py"
    )
    schema = json_of(DOCUMENT["webhooks"][event_type]["post"]["requestBody"])["schema"]

    found = faults(json.loads(path.read_text(encoding="utf-8")), schema)

    assert found == [], f"{path.name} no longer fits: take it away, then {KEEP}"


def test_no_example_is_left_of_what_is_gone():
    kept = {path.stem for path in ANSWERS.glob("*.json")} | {path.stem for path in EVENT_EXAMPLES.glob("*.json")}

    assert kept <= {".".join(place) for place in answers()} | set(DOCUMENT["webhooks"])


def test_no_example_holds_a_key_or_a_name_of_the_run():
    for path in (*ANSWERS.glob("*.json"), *EVENT_EXAMPLES.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        assert text.count("sutiao_") == text.count("sutiao_0123456789abcdef_example"), path.name
