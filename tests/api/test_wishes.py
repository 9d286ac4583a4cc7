"""From body to command: every variant becomes the command of its action, and no field is lost on the way."""

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest
from pydantic import TypeAdapter

from app.domain.access import OrganisationId
from app.domain.lifecycle.states import Body
from app.domain.referral import MediatorId, ProcedureId, SeriesId
from app.domain.registry_facts import CourtFacts, MediatorFacts, OrganisationFacts
from app.routers.contract import EXAMPLES
from app.routers.intakes import intake_of
from app.routers.procedure_wishes import procedure_wish_of
from app.routers.requests import heard
from app.routers.schemas.opening import Opening
from app.routers.schemas.transitions import ProcedureTransition, ReferralTransition
from app.routers.wishes import wish_of
from app.services.referrals import RegistryFacts, needs_dossier
from tests.factories import NOW

CENTRE = OrganisationFacts(OrganisationId(uuid4()), active=True, body=Body.CHAMBER)
FACTS = RegistryFacts(
    channel=None,
    mediator=MediatorFacts(MediatorId(uuid4()), CENTRE.id, active=True),
    series_id=SeriesId(uuid4()),
    _organisation=CENTRE,
    _holder=CENTRE,
    _court_id=None,
    _named_court=CourtFacts(uuid4(), active=True, tracks=frozenset()),
)
ELSEWHERE = {"action", "occurred_on", "on_behalf_of"}
"""Fields that the use case puts in."""

LOOKED_UP = {"organisation_id", "mediator_id", "court_id", "series_id"}
"""Ids for which the registry's facts stand in the command."""


def bodies(operation):
    paths = sorted(EXAMPLES.glob(f"{operation}.*.json"))
    return [pytest.param(json.loads(path.read_text(encoding="utf-8")), id=path.stem) for path in paths]


def leaves(value, *, keys=False):
    """All single values of a body or command, however they are nested; some commands have ids for keys."""
    if isinstance(value, dict):
        named = {str(key) for key in value} if keys else set()
        return named | {leaf for item in value.values() for leaf in leaves(item, keys=keys)}
    if isinstance(value, list | tuple | frozenset):
        return {leaf for item in value for leaf in leaves(item, keys=keys)}
    return {str(value)}


@pytest.mark.parametrize("example", bodies("take_transition"))
def test_a_transition_becomes_its_command_and_loses_nothing(example):
    body = TypeAdapter(ReferralTransition).validate_python(example)
    wish = wish_of(body)

    command = wish.build(FACTS)

    assert command.action.value == example["action"]
    assert wish.with_dossier == needs_dossier(command)
    named = {getattr(wish, name) for name in LOOKED_UP} - {None}
    assert named == {UUID(example[name]) for name in LOOKED_UP & example.keys()}
    plain = body.model_dump(exclude=ELSEWHERE | LOOKED_UP, exclude_none=True)
    assert leaves(plain) <= leaves(asdict(command), keys=True)


@pytest.mark.parametrize("example", bodies("take_procedure_transition"))
def test_a_step_becomes_its_command_and_loses_nothing(example):
    procedure_id = ProcedureId(uuid4())
    body = TypeAdapter(ProcedureTransition).validate_python(example)

    command = procedure_wish_of(body, procedure_id).build(FACTS)

    assert (command.action.value, command.procedure_id) == (example["action"], procedure_id)
    assert leaves(body.model_dump(exclude=ELSEWHERE, exclude_none=True)) <= leaves(asdict(command), keys=True)


@pytest.mark.parametrize("example", bodies("open_referral"))
def test_an_opening_becomes_its_command_and_loses_nothing(example):
    body = TypeAdapter(Opening).validate_python(example)

    intake = intake_of(body)

    assert intake.build(FACTS).action.value == example["action"]
    known = {field.name: getattr(intake, field.name) for field in fields(intake) if field.name != "build"}
    plain = leaves(body.model_dump(exclude={"action", "cause"}, exclude_none=True))
    carried = {name: asdict(value) if is_dataclass(value) else value for name, value in known.items()}
    carried["parties"] = [asdict(party) for party in intake.parties]
    carried["case_numbers"] = [asdict(number) for number in intake.case_numbers]
    assert plain <= leaves(carried)
    assert intake.cause_code == example["cause"]["code"]


def test_day_and_principal_travel_with_the_wish():
    behalf = {"role": "judge", "id": str(uuid4())}
    example = {"action": "accept", "occurred_on": "2026-03-02", "on_behalf_of": behalf}

    wish = wish_of(TypeAdapter(ReferralTransition).validate_python(example))

    assert wish.occurred_on == date(2026, 3, 2)
    assert (wish.on_behalf_of.role, str(wish.on_behalf_of.id)) == ("judge", behalf["id"])


def test_sensitivities_are_kept_in_one_order():
    amended = {"action": "amend", "sensitivities": ["petition", "minor"]}

    command = wish_of(TypeAdapter(ReferralTransition).validate_python(amended)).build(FACTS)

    assert command.particulars.sensitivities == ("minor", "petition")


def test_without_the_rule_on_case_numbers_a_court_writes_them_as_it_likes():
    odd, known = "川0104 诉前第801", "(2021)川0104民诉前调0801号"
    adding = {"action": "add_case_number", "kind": "court", "number": odd}
    step = {"action": "accept_application", "case_number": odd}

    def read(becomes, body, *off):
        return heard(becomes, body, NOW, frozenset(off))

    for becomes, body in (("transition", adding), ("procedure", step)):
        assert read(becomes, body).faults[0].code == "case_number_invalid"
    strange = wish_of(read("transition", adding, "CNR_3")).build(FACTS)
    plain = wish_of(read("transition", {**adding, "number": known}, "CNR_3")).build(FACTS)
    assert (strange.original, strange.normalised) == (odd, "川0104诉前第801")
    assert plain.normalised == "（2021）川0104民诉前调801号"
    assert procedure_wish_of(read("procedure", step, "CNR_3"), uuid4()).build(FACTS).case_number == "川0104诉前第801"
