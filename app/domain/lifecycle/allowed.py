"""What a caller may do next, and why not the rest. Judges by state alone, so it can draw a button as disabled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.access import ActorRole, Principal
from app.domain.lifecycle.apply import REGIONS, ROWS, state_of
from app.domain.lifecycle.states import Action, Kind, Machine
from app.domain.lifecycle.table import Row, RuleBook, Situation
from app.domain.referral import ProcedureId, Referral
from app.domain.time import LegalNow
from app.domain.values import replace


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
    found: list[Possibility] = []
    whole = Situation(referral, None, None, now.on, now, book)
    for group in _groups(actor, referral.kind):
        for stand in _stands(group, whole):
            codes: dict[Action, str | None] = dict.fromkeys(group.actions, "action_not_possible")
            for row in group.rows.get(stand.state, ()):
                code = _obstacle(row, stand)
                if _nearer(code, codes[row.action]):
                    codes[row.action] = code
            found += [
                Possibility(action, group.machine, stand.procedure_id, code is None, code)
                for action, code in codes.items()
            ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows of one machine that an actor may ever take on a referral of a kind.

    Attributes:
        alone: They are of a region, or open a procedure; else they are steps of an open one.
        actions: In the order of the table.
        rows: By the state from which they lead.
    """

    machine: Machine
    alone: bool
    actions: tuple[Action, ...]
    rows: Mapping[str | None, tuple[Row, ...]]


@cache
def _groups(actor: ActorRole | None, kind: Kind) -> tuple[_Group, ...]:
    """All but the rows that open a referral."""
    opening = (Machine.MEDIATION, None)
    mine = [x for x in ROWS if actor in x.by and kind in x.kinds and (x.machine, x.before) != opening]
    parts = dict.fromkeys((row.machine, _is_alone(row)) for row in mine)
    return tuple(_group([row for row in mine if (row.machine, _is_alone(row)) == part]) for part in parts)


def _is_alone(row: Row) -> bool:
    return row.before is None or row.machine in REGIONS


def _group(rows: Sequence[Row]) -> _Group:
    by_state: dict[str | None, tuple[Row, ...]] = {}
    for row in rows:
        by_state[row.before] = (*by_state.get(row.before, ()), row)
    return _Group(rows[0].machine, _is_alone(rows[0]), tuple(dict.fromkeys(x.action for x in rows)), by_state)


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a machine stands: a region, a procedure, or a procedure yet to open."""

    state: str | None
    procedure_id: ProcedureId | None
    situation: Situation


def _stands(group: _Group, whole: Situation) -> tuple[_Stand, ...]:
    """Where it stands: alone as a region or as a procedure yet to open, else in each procedure that was opened."""
    referral, machine = whole.referral, group.machine
    if group.alone:
        return (_Stand(state_of(referral, machine, None), None, whole),)
    return tuple(_Stand(x.state, x.id, replace(whole, procedure=x)) for x in referral.procedures_of(machine))


def _obstacle(row: Row, stand: _Stand) -> str | None:
    if stand.situation.referral.track not in row.tracks:
        return "not_on_this_track"
    for guard in row.guards:
        if guard.of_state and not guard.check(stand.situation):
            return guard.code
    return None


def _nearer(new: str | None, old: str | None) -> bool:
    """Of several rows of one action the allowed one speaks, else the one whose state fits."""
    if old is None:
        return False
    return new is None or old == "action_not_possible"
