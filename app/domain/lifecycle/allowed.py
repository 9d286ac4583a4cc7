"""What a caller may do next, and why not the rest. Judges by state alone, so it can draw a button as disabled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.access import ActorRole, Principal
from app.domain.lifecycle.apply import REGIONS, ROWS, state_of
from app.domain.lifecycle.states import Action, Kind, Machine, Track
from app.domain.lifecycle.table import Guard, Row, RuleBook, Situation
from app.domain.referral import ProcedureId, Referral
from app.domain.time import LegalNow
from app.domain.values import replace

NOT_POSSIBLE = "action_not_possible"
"""No row of the action leads from where the referral stands."""


@dataclass(frozen=True, slots=True)
class Possibility:
    """One action of one machine: allowed, or the code of the first thing in its way."""

    action: Action
    machine: Machine
    procedure_id: ProcedureId | None
    allowed: bool
    code: str | None


def actor_on(referral: Referral, principal: Principal, procedure_id: ProcedureId | None = None) -> ActorRole | None:
    """The part that a caller plays: referring court or body, holder, or the court before which a procedure runs.

    Those above the holder see the referral and do nothing to it. A procedure before a court of its own is that court's
    and the holder's, nobody else's.

    Args:
        referral: What is acted on.
        principal: Who calls.
        procedure_id: The procedure concerned, where it is one.
    """
    procedure = referral.procedure(procedure_id)
    if procedure is None or procedure.court_id is None:
        parts = {referral.court_id, referral.referring_body_id, *(p.court_id for p in referral.procedures)}
    else:
        parts = {procedure.court_id}
    return principal.actor_role if principal.tenant_id in {*parts, referral.holder_id} else None


def recalls_on(referral: Referral, principal: Principal) -> bool:
    """Whether the caller stands right above the holder; all that it may do is to recall what it dispatched."""
    return principal.tenant_id in referral.holder_ancestor_ids[:1]


def possibilities(
    referral: Referral, actor: ActorRole | None, now: LegalNow, book: RuleBook
) -> tuple[Possibility, ...]:
    """Every action that the actor could ever take here, by machine in table order, with `allowed` or a refusal code.

    An action that is allowed may still be refused for what the command says; one that is not allowed is always refused.
    """
    whole = Situation(referral, None, None, now.on, now, book)
    found: list[Possibility] = []
    for group in _groups(actor, referral.kind, referral.track):
        if group.alone:
            found += _answers(group, state_of(referral, group.machine, None), whole)
        elif referral.procedures:
            for procedure in referral.procedures_of(group.machine):
                answers = _answers(group, procedure.state, replace(whole, procedure=procedure))
                found += [Possibility(x.action, x.machine, procedure.id, x.allowed, x.code) for x in answers]
    return tuple(found)


_Ways = tuple[tuple[Guard, ...], ...]
"""For each row of an action those of its guards that need no command; it is allowed if all of one row let it pass."""

_OTHER_TRACK = Guard("not_on_this_track", lambda _: False)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of all actions in one state.

    Attributes:
        plain: In the order of the table, as if every guard let it pass.
        asked: Places in that list of which guards are asked.
    """

    plain: tuple[Possibility, ...]
    asked: tuple[tuple[int, _Ways], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of one machine that an actor may ever take on a referral of a kind and track.

    Attributes:
        alone: They are of a region, or open a procedure; else they are steps of an open one.
        said: By the state from which some of them lead.
        resting: In every other state.
    """

    machine: Machine
    alone: bool
    said: Mapping[str | None, _Said]
    resting: _Said


@cache
def _groups(actor: ActorRole | None, kind: Kind, track: Track) -> tuple[_Group, ...]:
    """All but the rows that open a referral."""
    opening = (Machine.MEDIATION, None)
    mine = [x for x in ROWS if actor in x.by and kind in x.kinds and (x.machine, x.before) != opening]
    parts = dict.fromkeys((row.machine, _is_alone(row)) for row in mine)
    return tuple(_group([row for row in mine if (row.machine, _is_alone(row)) == part], track) for part in parts)


def _is_alone(row: Row) -> bool:
    return row.before is None or row.machine in REGIONS


def _group(rows: Sequence[Row], track: Track) -> _Group:
    machine, actions = rows[0].machine, dict.fromkeys(row.action for row in rows)
    ways: dict[str | None, dict[Action, _Ways]] = {row.before: dict.fromkeys(actions, ()) for row in rows}
    for row in rows:
        guards = tuple(guard for guard in row.guards if guard.of_state)
        ways[row.before][row.action] += (guards if track in row.tracks else (_OTHER_TRACK,),)
    said = {state: _said(machine, here) for state, here in ways.items()}
    return _Group(machine, _is_alone(rows[0]), said, _said(machine, dict.fromkeys(actions, ())))


def _said(machine: Machine, ways: Mapping[Action, _Ways]) -> _Said:
    plain = tuple(_possibility(machine, action, None if rows else NOT_POSSIBLE) for action, rows in ways.items())
    return _Said(plain, tuple((place, rows) for place, rows in enumerate(ways.values()) if rows and () not in rows))


@cache
def _possibility(machine: Machine, action: Action, code: str | None) -> Possibility:
    """Of a region or of a procedure yet to open: one value for each line and each answer."""
    return Possibility(action, machine, None, code is None, code)


def _answers(group: _Group, state: str | None, situation: Situation) -> list[Possibility]:
    """Of each of its actions, where the machine stands alone."""
    said = group.said.get(state, group.resting)
    answers = [*said.plain]
    for place, ways in said.asked:
        answers[place] = _possibility(group.machine, answers[place].action, _obstacle(ways, situation))
    return answers


def _obstacle(ways: _Ways, situation: Situation) -> str | None:
    """What is in the way: nothing where all guards of one row let it pass, else what stops the first of the rows."""
    stopped = None
    for guards in ways:
        for guard in guards:
            if not guard.check(situation):
                break
        else:
            return None
        if stopped in {None, NOT_POSSIBLE}:
            stopped = guard.code
    return stopped
