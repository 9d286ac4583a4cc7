"""Courses along the links of the contract: what one answer names is what the next requests are about."""

import hypothesis
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis.generation.stateful.state_machine import StepOutput

from tests.fuzz.made import QUIET

EXAMPLES = 2
STEPS = 30
FIRST = (
    ("open_referral", "delegate", "court"),
    ("open_series", None, "court"),
    ("register_court", None, "operator"),
    ("register_organisation", None, "operator"),
    ("register_mediator", None, "operator"),
    ("register_client", None, "operator"),
)
"""Openings that a course begins with: operation, variant, caller."""


def course_maker(ground, maker, shooter, rng):
    """A function that goes a few courses along the links."""

    class Course(maker.schema.as_state_machine()):
        """Links give the ids; the rest is made up. Failures are counted, not raised, so that the course goes on."""

        def setup(self):
            for name, variant, caller in FIRST:
                case = maker.operation(name).Case(body=ground.example(name, variant), media_type="application/json")
                shooter.dress(case, caller)
                self.recorder.record_case(case=case)
                self._add_results_to_targets(("catch_all",), [self._went(case)])

        def step(self, input):  # noqa: A002 - the name is that of schemathesis
            case = input.case
            caller = rng.choice(sorted(ground.keys)) if rng.randrange(3) == 0 else ground.likely(case)
            shooter.dress(case, caller, bare=not case.meta.generation.mode.is_positive)
            return self._went(case)

        def _went(self, case):
            response = shooter.shoot(case)
            if response is None:
                return None
            self.after_call(response, case)
            return StepOutput(response, case)

    def go():
        shooter.tally.notes["courses along links"] += EXAMPLES
        hypothesis.seed(rng.getrandbits(64))(Course)
        run_state_machine_as_test(Course, settings=settings(QUIET, max_examples=EXAMPLES, stateful_step_count=STEPS))

    return go
