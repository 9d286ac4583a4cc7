"""The page on case files says all that a file may have, and its example is a case that ends as it says."""

import inspect
import json
import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.demo import cases
from app.demo.outcome import LABELS, in_order, outcome_of
from app.demo.rehearsal import rehearse
from app.domain.identifiers import identity_number
from app.sandbox import casefile
from app.sandbox.steps import Done

PAGE = (Path(__file__).parents[2] / "docs" / "case-format.md").read_text(encoding="utf-8")
NAMED = {
    "CaseFile": "The file",
    "OrganisationEntry": "Organisation",
    "SeriesEntry": "Series",
    "FilePart": "Every side",
    "OtherRecord": "Record",
    "FurtherStep": "Further step",
    "PartyEntry": "Party",
    "CourtPart": "Court",
    "CentrePart": "Centre",
    "HandingBack": "Handing back",
}
"""Headings that are not the model's own name."""

FIRST_DAY_OF_LIFE = {"resident_id": "19000101", "credit_code": "DEMX"}


def models():
    """Every model of a case file. The base of the parts has no field."""
    found = {
        name: model
        for module in (cases, casefile)
        for name, model in vars(module).items()
        if inspect.isclass(model) and hasattr(model, "model_fields") and model.__module__ == module.__name__
    }
    return {name: model for name, model in found.items() if name != "Part"}


def own_fields(model):
    """Those that the class itself declares; what it inherits stands under its parents."""
    inherited = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", {})}
    return sorted(name for name in model.model_fields if name not in inherited)


def fields_under(heading):
    sections = re.split(r"^### ", PAGE.partition("\n## Fields\n")[2], flags=re.MULTILINE)
    body = next(part for part in sections if part.startswith(f"{heading}\n"))
    cells = [line.split("|")[1] for line in body.splitlines() if line.startswith("| `")]
    return sorted(name for cell in cells for name in re.findall(r"`(\w+)`", cell))


def example():
    return re.search(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL).group(1)


def test_the_page_lists_every_word_of_an_outcome_with_its_label():
    body = re.search(r"^#### Words of an outcome\n\n(.*?)\n\n", PAGE, re.MULTILINE | re.DOTALL).group(1)

    assert dict(re.findall(r"`(\w+)`\s(.+?)[,.](?=\s|$)", body.replace("\n", " "))) == LABELS


def test_a_file_that_does_not_fit_is_named_with_the_field_and_so_is_an_id_that_is_not_there():
    written = {**json.loads(example()), "titel": "x"}

    with pytest.raises(cases.CaseFileError, match=r"^P99\.json: titel: "):
        cases.read_case("P99.json", json.dumps(written))
    with pytest.raises(cases.CaseFileError, match="Q42"):
        cases.load_cases(["P02", "Q42"])


def test_one_case_is_played_alone_by_its_id_and_an_unknown_id_is_a_sentence():
    unknown = CliRunner().invoke(app, ["demo", "--only", "Q42"])

    assert [case.case_id for case in cases.load_cases(["P02"])] == ["P02"]
    assert (unknown.exit_code, unknown.stderr.count("Q42")) == (2, 1)
    assert "Traceback" not in unknown.stderr


@pytest.mark.parametrize("name", sorted(models()))
def test_the_page_names_every_field_of_a_case_file_and_no_other(name):
    assert fields_under(NAMED.get(name, name)) == own_fields(models()[name])


def test_the_page_has_no_table_without_a_model():
    headings = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)

    assert sorted(headings) == sorted(NAMED.get(name, name) for name in models())


def test_the_example_of_the_page_is_a_case_that_ends_as_it_says():
    case = cases.CaseFile.model_validate_json(example())

    play, last = rehearse(case)

    assert outcome_of(play.view) == case.expected.outcome
    assert play.view.fact("closure") == case.expected.closure
    assert in_order(case.expected.must_happen, [act.type for act in play.view.acts])
    assert set(last) == {Done()}


def test_the_numbers_of_the_example_are_valid_and_made_up():
    written = json.loads(example())
    given = [party["identity"] for party in written["court"]["parties"] if "identity" in party]
    given += [identity for centre in written["centres"] for identity in centre["identities"].values()]

    assert len(given) == 2
    for identity in given:
        assert identity_number(identity["type"], identity["number"], today=date.max) == identity["number"]
        assert FIRST_DAY_OF_LIFE[identity["type"]] in identity["number"]
