"""What a side does once mediation is closed: the next step of its file, when its day has come. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from app.sandbox.casefile import FurtherStep
from app.sandbox.records import filled
from app.sandbox.steps import Decision, Step, Wait, on_day, transition
from app.sandbox.view import ReferralView


def next_further(
    steps: Sequence[FurtherStep], view: ReferralView, today: date, actor: str, ids: Mapping[str, str]
) -> Decision | None:
    """The first step that this side has not taken, or a wait for its day or for the other side; None after the last.

    Args:
        steps: Of this side's file, in order.
        view: The referral, which tells what was done already.
        today: Legal date.
        actor: Role under which this side's acts stand in the history.
        ids: Names of tenants to their ids.
    """
    made = Counter(act.action for act in view.acts if act.actor == actor)
    for number, step in enumerate(steps, start=1):
        if made[step.action] > 0:
            made[step.action] -= 1
            continue
        return _taken(step, f"further.{number}", view, today, ids)
    return None


def _taken(step: FurtherStep, name: str, view: ReferralView, today: date, ids: Mapping[str, str]) -> Decision:
    procedure_id, state = _subject(step, view)
    if step.state not in {None, state} or (step.procedure is not None and procedure_id is None):
        return Wait()
    fields = {field: filled(value, view, ids) for field, value in step.fields.items()}
    return on_day(step.on, today, Step(name, transition(step.action, **fields), procedure_id))


def _subject(step: FurtherStep, view: ReferralView) -> tuple[str | None, str | None]:
    """Id and state of the procedure meant, or no id and the state of the agreement."""
    if step.procedure is None:
        return None, view.agreement
    return view.procedure(step.procedure) or (None, None)
