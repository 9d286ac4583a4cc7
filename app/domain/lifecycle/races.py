"""What becomes of two acts that cross each other: every pair, in both orders, computed from the tables.

Both were possible when they were sent. The one that arrives first moves the referral; the other is judged anew against
what it left. Nothing here decides: `apply` does, and the tests hold this page against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from app.domain import guards as g
from app.domain.guards.dispatch import NAMED_BY_COURT, PASSED_DOWN
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import ACTIONS, KINDS, STATES
from app.domain.lifecycle.states import Action, AgreementState, Kind, Machine, MediationState
from app.domain.lifecycle.table import Row

RACING = (
    Action.ACCEPT,
    Action.DECLINE,
    Action.RUN_OVERDUE,
    Action.TAKE_BACK,
    Action.REASSIGN,
    Action.HAND_BACK,
    Action.REQUEST_CANCEL,
    Action.CONFIRM_CANCEL,
    Action.EXTEND_TERM,
    Action.EXPIRE_TERM,
    Action.END,
    Action.REPORT_RESULT,
    Action.CLOSE,
    Action.SIGN,
    Action.REFUSE_TO_SIGN,
    Action.DISPATCH,
    Action.REFER_BACK,
    Action.RECALL,
)
"""Acts of different hands, or of time, that can be under way at once."""

_CODE_OF_STATE = "action_not_possible"
_EXCLUSIVE = (
    {g.CANCEL_REQUESTED, g.CANCEL_NOT_REQUESTED},
    {g.AGREEMENT_SETTLED, g.AGREEMENT_UNSETTLED},
    {PASSED_DOWN, NAMED_BY_COURT},
)
"""Guards of which one lets pass what the other refuses: acts that need either were never possible at once."""

HEAD = """# Races

Written from the tables in `app/domain/lifecycle` by `make generate`; edit those, never this page.

Two acts cross when both were possible at the moment in which they were sent. Who arrives first is decided under the
lock of the referral's row, whatever clock the senders have:

- With `If-Match: "<version>"`, the ordinary way, one of them is carried out and the other is refused with 412
  `version_stale`: read, decide anew. Nothing below is needed for that.
- With `If-Match: *` the later one is judged by what the earlier one left. That is the table.

Two instants are kept of every act: `occurred_on`, the legal date, which whoever acts may set back to the day of the
latest fact and no further, and `recorded_at`, when it arrived. A report that comes late is entered with its own day
if nothing of a later day arrived before it; otherwise it is refused with 422 `occurred_before_previous_fact`. Once
the term is over or the mediation has ended or closed, what time itself adds, such as `performance.due`, holds nobody's
day back: only what people did counts. An older fact never overwrites a later one.

An organisation whose turn is over, because another one was chosen or the referrer took the referral back, no longer
sees the referral: its act is answered with 404, save a decline that is repeated with its own key, which is answered
as the first time. A head office that has dispatched a referral down goes on seeing it; its acts are answered with
403 `not_your_role`.

An act that is **refused** is so with 409 `action_not_possible`. One that is **judged** meets the guards named by
their codes, and is carried out where none of them objects. Both acts name the state in which they crossed; "leads
to" is what the first one left.
"""


class Verdict(StrEnum):
    """What becomes of the later act."""

    REFUSED = "refused"
    JUDGED = "judged"
    CARRIED_OUT = "carried out"


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two acts that were possible in one state, and what becomes of the second once the first was carried out.

    Attributes:
        machine: Where the second one moves.
        before: State of that machine in which both were possible.
        between: Its state after the first act.
        guards: Codes by which the second may be refused; of the state alone where it is refused.
    """

    first: Action
    second: Action
    kind: Kind
    machine: Machine
    before: str
    between: str
    verdict: Verdict
    guards: tuple[str, ...]


def crossings() -> tuple[Crossing, ...]:
    """Every pair of racing acts in both orders, kind by kind; in the order of `RACING`."""
    found = (
        crossing
        for first, second in permutations(RACING, 2)
        for kind in Kind
        for row in _rows(first, kind)
        for crossing in _crossings(row, second, kind)
    )
    return tuple(dict.fromkeys(found))


def _rows(action: Action, kind: Kind) -> list[Row]:
    return [row for row in ROWS if row.action is action and kind in row.kinds]


def _crossings(first: Row, second: Action, kind: Kind) -> Iterator[Crossing]:
    rows = _rows(second, kind)
    for row in rows:
        if row.before is not None and _at_once(first, row):
            between = first.after if row.machine is first.machine else row.before
            follow = [other for other in rows if other.machine is row.machine and other.before == between]
            yield _judged(first, second, kind, row.machine, row.before, between, follow)


def _at_once(one: Row, other: Row) -> bool:
    """Whether both can be possible at one moment: in one state, or with an agreement beside an ended mediation."""
    guards = {*one.guards, *other.guards}
    if any(pair <= guards for pair in _EXCLUSIVE):
        return False
    if one.machine is other.machine:
        return one.before == other.before
    befores = {one.before, other.before}
    in_force = bool(
        befores & {AgreementState.EFFECTIVE, AgreementState.BREACHED}
    )  # A guarantor signs then: the agreement is settled already.
    contradicts = g.AGREEMENT_UNSETTLED if in_force else g.AGREEMENT_SETTLED
    return MediationState.MEDIATION_ENDED in befores and contradicts not in guards


def _judged(
    first: Row, second: Action, kind: Kind, machine: Machine, before: str, between: str, rows: list[Row]
) -> Crossing:
    guards = tuple(dict.fromkeys(guard.code for row in rows for guard in row.guards))
    if not rows:
        verdict, guards = Verdict.REFUSED, (_CODE_OF_STATE,)
    else:
        verdict = Verdict.JUDGED if guards else Verdict.CARRIED_OUT
    return Crossing(first.action, second, kind, machine, before, between, verdict, guards)


def page() -> str:
    """`docs/races.md` as Markdown."""
    parts = [HEAD]
    found = crossings()
    for n, one in enumerate(RACING):
        for other in RACING[n + 1 :]:
            lines = list(_lines([x for x in found if {x.first, x.second} == {one, other}]))
            if lines:
                parts += [f"## {_act(one)} and {_act(other)}\n", _TABLE_HEAD, *lines, ""]
    return "\n".join(parts)


_TABLE_HEAD = """| Both possible in | First | Leads to | Then | Is | Kinds |
|---|---|---|---|---|---|"""


def _lines(found: list[Crossing]) -> Iterator[str]:
    kinds: dict[tuple[Action, str, str, Action, str], list[str]] = {}
    for crossing in found:
        said = str(crossing.verdict)
        if crossing.verdict is Verdict.JUDGED:
            said += ": " + ", ".join(f"`{code}`" for code in crossing.guards)
        line = (crossing.first, crossing.before, crossing.between, crossing.second, said)
        kinds.setdefault(line, []).append(KINDS[crossing.kind].zh)
    for (first, before, between, second, said), named in kinds.items():
        of = "all" if len(named) == len(Kind) else ", ".join(named)
        states = (STATES[before].zh, STATES[between].zh)
        yield f"| `{before}` {states[0]} | `{first}` | `{between}` {states[1]} | `{second}` | {said} | {of} |"


def _act(action: Action) -> str:
    return f"{ACTIONS[action].en} {ACTIONS[action].zh}"
