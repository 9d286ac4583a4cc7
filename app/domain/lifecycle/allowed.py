"""What a caller may do next, and why not the rest. Judges by state alone, so it can draw a button as disabled."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.access import ActorRole, Principal
from app.domain.lifecycle.apply import REGIONS, ROWS, state_of
from app.domain.lifecycle.states import Action, Machine
from app.domain.lifecycle.table import Row, RuleBook, Situation
from app.domain.referral import Procedure, ProcedureId, Referral
from app.domain.time import LegalNow


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


def possibilities(
    referral: Referral, actor: ActorRole | None, now: LegalNow, book: RuleBook
) -> tuple[Possibility, ...]:
    """Every action that the actor could ever take here, in table order, with `allowed` or a refusal code.

    An action that is allowed may still be refused for what the command says; one that is not allowed is always refused.
    """
    seen: dict[tuple[Action, ProcedureId | None], Possibility] = {}
    for row, procedure in _offered_rows(referral, actor):
        if row.before is None and row.machine is Machine.MEDIATION:
            continue
        verdict = _verdict(row, Situation(referral, procedure, None, now.on, now, book))
        key = (row.action, verdict.procedure_id)
        if key not in seen or _nearer(verdict, seen[key]):
            seen[key] = verdict
    return tuple(seen.values())


def _offered_rows(referral: Referral, actor: ActorRole | None) -> Iterator[tuple[Row, Procedure | None]]:
    for row in ROWS:
        if actor not in row.by or referral.kind not in row.kinds:
            continue
        if row.machine in REGIONS or row.before is None:
            yield row, None
            continue
        for procedure in referral.procedures_of(row.machine):
            yield row, procedure


def _verdict(row: Row, s: Situation) -> Possibility:
    procedure_id = None if s.procedure is None else s.procedure.id
    code = _obstacle(row, s)
    return Possibility(row.action, row.machine, procedure_id, code is None, code)


def _obstacle(row: Row, s: Situation) -> str | None:
    if row.before != state_of(s.referral, row.machine, s.procedure):
        return "action_not_possible"
    if s.referral.track not in row.tracks:
        return "not_on_this_track"
    return next((guard.code for guard in row.guards if guard.of_state and not guard.check(s)), None)


def _nearer(new: Possibility, old: Possibility) -> bool:
    """Of several rows of one action the allowed one speaks, else the one whose state fits."""
    if old.allowed:
        return False
    return new.allowed or old.code == "action_not_possible"
