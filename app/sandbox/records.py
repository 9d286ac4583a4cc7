"""What a side records around a case: the next action of the dossier that its file names. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.sandbox.casefile import OtherRecord
from app.sandbox.steps import Decision, Step, Wait, transition
from app.sandbox.view import ReferralView


def next_record(records: Sequence[OtherRecord], view: ReferralView, today: date, actor: str) -> Step | Wait | None:
    """The first record that this side has not made: a step if its day has come, else a wait; None if all are made.

    Args:
        records: Of this side's file, in order.
        view: The referral, which tells what was recorded already.
        today: Legal date.
        actor: Role under which this side's acts stand in the history.
    """
    made = Counter(act.action for act in view.acts if act.actor == actor)
    for number, record in enumerate(records, start=1):
        if made[record.action] > 0:
            made[record.action] -= 1
            continue
        if record.on > today:
            return Wait(record.on)
        party = None if record.party is None else view.party_id(record.party)
        fields = {name: filled(value, view, {}) for name, value in record.fields.items()}
        return Step(f"record.{number}", transition(record.action, party_id=party, **fields))
    return None


def beside(decision: Decision, record: Wait | None) -> Decision:
    """A decision beside a record that is still to come: a step is taken now, otherwise the earlier day counts."""
    if record is None or isinstance(decision, Step):
        return decision
    days = [day for day in (record.until, decision.until if isinstance(decision, Wait) else None) if day is not None]
    return Wait(min(days, default=None))


def filled(value: Any, view: ReferralView, ids: Mapping[str, str]) -> Any:
    """`$name` stands for the newest fact of that name, `@name` for the id of a party by label, or of a tenant."""
    if isinstance(value, list | tuple):
        return [filled(inner, view, ids) for inner in value]
    if isinstance(value, Mapping):
        return {name: filled(inner, view, ids) for name, inner in value.items()}
    if isinstance(value, str) and value.startswith("$"):
        return view.fact(value[1:])
    if isinstance(value, str) and value.startswith("@"):
        return ids.get(value[1:]) or view.party_id(value[1:])
    return value
