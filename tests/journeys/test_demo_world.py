"""Every case of the demonstration, played on the lifecycle alone: both sides decide, `apply` judges, time acts.

No process, no database, no HTTP; the bodies are those that the sides send, read by the contract's own models.
"""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from pydantic import TypeAdapter
from rich.console import Console

from app.adapters.reference_data import load_calendar, load_causes
from app.demo.cases import load_cases
from app.demo.outcome import in_order, outcome_of
from app.demo.play import exit_status
from app.demo.report import print_report
from app.demo.result import CaseResult, Deadline
from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.causes import CauseTree
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply, open_referral
from app.domain.lifecycle.states import Body, Kind, Track
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import Consent, Party, due_dates
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow
from app.routers.schemas.referral import Opening
from app.routers.schemas.transition import ProcedureTransition, ReferralTransition
from app.routers.wishes import intake_of, procedure_wish_of, wish_of
from app.sandbox import centre_steps, court_steps
from app.sandbox.steps import Done, Step, Wait
from app.sandbox.view import fold, labelled
from app.services.history import item_of
from app.services.referrals import RegistryFacts

CASES = load_cases()
CALENDAR, CAUSES = load_calendar(), CauseTree.of(load_causes())
OPENING, TRANSITION, PROCEDURE = (TypeAdapter(model) for model in (Opening, ReferralTransition, ProcedureTransition))
ROUNDS_MAX = 1000


class World:
    """One referral, one court and the organisations that its file names."""

    def __init__(self, case):
        self.case = case
        self.today = case.court.refer_on
        self.court = CourtFacts(id=uuid4(), active=True, tracks=frozenset(Track))
        self.bodies = {entry.name: Body(entry.kind) for entry in case.organisations}
        self.ids = {name: str(uuid4()) for name in self.bodies}
        self.mediator = str(uuid4())
        self.book = RuleBook(CALENDAR, CAUSES, self.court)
        self.referral = None
        self.events = []

    @property
    def now(self):
        return LegalNow(datetime(self.today.year, self.today.month, self.today.day, 4, tzinfo=UTC), self.today)

    @property
    def view(self):
        if self.referral is None:
            return None
        parties = [{"id": str(party.id), "role": party.role} for party in self.referral.parties]
        referral = {"id": str(self.referral.id), "court_reference": self.case.case_id, "track": self.referral.track}
        return fold(referral, labelled(parties), [item_of(event) for event in self.events])

    def decisions(self):
        """What everybody wants now: the court first, then each organisation of whom there is a file."""
        yield ActorRole.COURT, court_steps.next_step(self.case.court, self.view, self.today, self.ids)
        for part in self.case.centres if self.referral is not None else ():
            ids = {"organisation": self.ids[part.organisation], "mediator": self.mediator}
            yield ActorRole.ORGANISATION, centre_steps.next_step(part, self.view, self.today, ids)

    def take(self, actor, step):
        if self.referral is None:
            self._open(step.body)
        elif step.procedure_id is not None:
            procedure = next(p for p in self.referral.procedures if str(p.id) == step.procedure_id)
            self._apply(procedure_wish_of(PROCEDURE.validate_python(step.body), procedure.id), actor)
        else:
            self._apply(wish_of(TRANSITION.validate_python(step.body)), actor)

    def _open(self, body):
        intake = intake_of(OPENING.validate_python(body))
        parties, consents = [], []
        for new in intake.parties:
            known = new.details.id_number is not None
            parties.append(Party(uuid4(), new.role, new.kind, new.represented_count, known))
            consents += [Consent(uuid4(), parties[-1].id, w.kind, w.given, w.given_on) for w in new.consents]
        new = c.NewReferral(
            id=uuid4(),
            dispute_id=uuid4(),
            kind=Kind.PRE_FILING,
            court=self.court,
            on_court_platform=intake.on_court_platform,
            cause_code=intake.cause_code,
            cause_version="2026",
            parties=tuple(parties),
            consents=tuple(consents),
        )
        after, fact = open_referral(new, intake.build(self._facts(intake)), self.now, self.book, uuid4)
        self._happened(after, replace(after, version=0, chain=b""), fact)

    def _apply(self, wish, actor):
        command = replace(wish.build(self._facts(wish)), occurred_on=wish.occurred_on)
        before = self.referral
        after, fact = apply(before, command, actor, self.now, self.book, uuid4)
        self._happened(after, before, fact)

    def _happened(self, after, before, fact):
        event = event_of(fact, before, None, uuid4(), self.now.instant)
        self.events.append(event)
        self.referral = replace(after, chain=event.hash)

    def _facts(self, wish):
        holder = None if self.referral is None else self.referral.holder_id
        mediator = None if holder is None else MediatorFacts(self.mediator, holder, active=True)
        channel = ChannelFacts(id=uuid4(), strict=False, cause_roots=())
        return RegistryFacts(self._organisation(wish.organisation_id), self._organisation(holder), channel, mediator)

    def _organisation(self, wanted):
        name = next((name for name, known in self.ids.items() if known == str(wanted)), None)
        return None if name is None else OrganisationFacts(wanted, active=True, body=self.bodies[name])

    def run_out(self):
        """Time does what was due before today; whether it did anything."""
        for rule, day in due_dates(self.referral.clocks if self.referral else ()).items():
            if day < self.today:
                after, fact = apply(self.referral, c.BY_CLOCK[rule](), ActorRole.CLOCK, self.now, self.book, uuid4)
                self._happened(after, self.referral, fact)
                return True
        return False


def play(case):
    """Until nobody waits for anything."""
    world = World(case)
    for _ in range(ROUNDS_MAX):
        if world.run_out():
            continue
        wishes = list(world.decisions())
        step = next(((actor, wish) for actor, wish in wishes if isinstance(wish, Step)), None)
        if step is not None:
            world.take(*step)
            continue
        due = due_dates(world.referral.clocks if world.referral else ()).values()
        days = [wish.until for _, wish in wishes if isinstance(wish, Wait) and wish.until is not None]
        days += [day + timedelta(days=1) for day in due]
        if not days:
            return world, [wish for _, wish in wishes]
        world.today = min(days)
    raise AssertionError(case.case_id)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_a_case_ends_as_its_file_says_when_each_side_decides_alone(case):
    world, last = play(case)

    assert outcome_of(world.view) == case.expected.outcome
    assert world.view.fact("closure") == case.expected.closure
    assert in_order(case.expected.must_happen, [act.type for act in world.view.acts])
    assert set(last) == {Done()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_nothing_happens_outside_the_years_whose_holidays_are_known(case):
    world, _ = play(case)

    assert all(CALENDAR.knows(act.occurred_on) for act in world.view.acts)
    assert not any(clock.provisional for clock in world.referral.clocks)


def result(case_id, **expected):
    world, _ = play(next(case for case in CASES if case.case_id == case_id))
    wanted = world.case.expected.model_copy(update=expected)
    return CaseResult(world.case.model_copy(update={"expected": wanted}), world.view, ())


def test_a_played_case_is_right_only_if_outcome_closure_and_path_are():
    assert result("P15").faults == ()
    assert result("P15", outcome="taken_back").faults == ("outcome agreement_performed, expected taken_back",)
    assert result("P15", closure="agreed").faults == ("closure performed_at_once, expected agreed",)
    assert result("P15", must_happen=("referral.overdue",)).faults == ("the path differs",)
    assert CaseResult(CASES[0], None, ()).faults == ("the referral was never opened",)


def test_the_demonstration_succeeds_only_if_every_case_is_right_and_verify_is_clean():
    right, wrong = result("P15"), result("P15", outcome="taken_back")

    assert exit_status([right], verify_status=0) == 0
    assert exit_status([right, wrong], verify_status=0) == 1
    assert exit_status([right], verify_status=1) == 1
    assert exit_status([], verify_status=0) == 1


def test_the_report_names_every_case_both_outcomes_the_deadlines_and_the_assumptions():
    results = [result("C15"), result("P15", outcome="taken_back")]
    deadline = Deadline("T05", CASES[0].court.refer_on, None, "paused")
    console = Console(file=io.StringIO(), width=200)

    print_report(console, [replace(results[0], deadlines=(deadline,)), results[1]])

    text = console.file.getvalue()
    for part in ("C15", "P15", "合肥市庐阳区人民法院", "公布：司法确认", "预期：收回结案", "T05 2017-05-18 → — 中止"):
        assert part in text
    assert all(assumption[:20] in text for assumption in results[0].case.assumptions)
