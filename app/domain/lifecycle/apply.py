"""One pure decision: open a referral, or apply a command to one. `allowed.py` says what is possible and why not.

`apply` finds the one row that fits, asks its guards, turns its clocks, writes its effect. It never asks for the time,
never reads a database, and either returns the next referral with one fact or raises a Refusal.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.deadlines import due
from app.domain.dossier import Dossier
from app.domain.errors import Refusal
from app.domain.fact import Fact
from app.domain.guards import PLATFORM_RULES_FROM, is_late
from app.domain.guards.agents import uncited
from app.domain.guards.performance import broken
from app.domain.lifecycle import (
    agreement,
    arbitration_review,
    assisted,
    clocks,
    confirmation,
    conflicts,
    dispatch,
    dossier,
    enforcement,
    intake,
    mediation,
    notarisation,
    payment_order,
    procedures,
    registration,
    suspension,
)
from app.domain.lifecycle.audience import audience_of
from app.domain.lifecycle.beside import moved_beside
from app.domain.lifecycle.citing import cited
from app.domain.lifecycle.effects import CLOSURE_BY, effect_of
from app.domain.lifecycle.room import require_room
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    DossierState,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Track,
)
from app.domain.lifecycle.step import Step
from app.domain.lifecycle.table import OF_COURT, Row, RuleBook, Situation
from app.domain.lifecycle.times import clock_of_time
from app.domain.referral import Assignment, Procedure, ProcedureId, Referral, due_dates
from app.domain.registry_facts import OrganisationFacts
from app.domain.time import LegalNow
from app.domain.values import replace

ROWS: tuple[Row, ...] = (
    *intake.ROWS,
    *mediation.ROWS,
    *agreement.ROWS,
    *procedures.ROWS,
    *dossier.ROWS,
    *confirmation.ROWS,
    *payment_order.ROWS,
    *arbitration_review.ROWS,
    *notarisation.ROWS,
    *enforcement.ROWS,
    *registration.ROWS,
    *suspension.ROWS,
    *conflicts.ROWS,
    *assisted.ROWS,
    *dispatch.ROWS,
)

REGIONS = frozenset({Machine.MEDIATION, Machine.AGREEMENT, Machine.DOSSIER})
"""Machines of which a referral has one; of the others it has any number."""

_BY_ACTION = {action: tuple(row for row in ROWS if row.action is action) for action in Action}
_LEADING: dict[tuple[Action, str | None], tuple[Row, ...]] = {
    (row.action, row.before): tuple(x for x in _BY_ACTION[row.action] if x.before == row.before) for row in ROWS
}
"""Rows by action and by the state from which they lead; all rows of an action are of one machine."""

FILED_FIRST_FROM = date(2025, 1, 1)
"""The opinion on filing and mediation is in force from this day: filed first, then mediated (W1 item 2)."""


def track_for(
    kind: Kind, *, on_court_platform: bool, opened_on: date, in_trial: bool = False, by_commission: bool = False
) -> Track:
    """The track of a referral of that kind opened on that day.

    Args:
        kind: How it comes about.
        on_court_platform: Whether it runs on the court platform, which decides before filing.
        opened_on: Legal date of the opening.
        in_trial: Whether the case is in its trial stage, which decides after filing.
        by_commission: Whether a labour arbitration commission transfers it, whose hearing waits meanwhile.

    Legal source: OMR 1, 24; IMR 11, 27; W1 items 2, 3; LAR, chapter on mediation.
    """
    if kind is Kind.PRE_FILING:
        online = on_court_platform and opened_on >= PLATFORM_RULES_FROM
        return Track.PRE_FILING_2022 if online else Track.PRE_FILING_2016
    if kind is Kind.POST_FILING:
        if in_trial:
            return Track.IN_TRIAL
        return Track.POST_FILING_2016 if opened_on < FILED_FIRST_FROM else Track.POST_FILING_FIRST
    if kind is Kind.ASSISTED:
        return Track.JUDGE_LED
    return Track.COMMISSION_DELEGATED if by_commission else Track.DIRECT


def open_referral(
    new: c.NewReferral,
    command: c.Submit | c.Consult | c.Delegate | c.Invite,
    actor: ActorRole,
    now: LegalNow,
    book: RuleBook,
    mint: Callable[[], UUID],
) -> tuple[Referral, Fact]:
    """Open a referral: a court, an organisation that was applied to, or a referring body.

    Args:
        new: What the referral is made of.
        command: `Submit` for an application, `Consult` to ask the parties first, `Delegate` to offer it at once,
            `Invite` for help with a judge's mediation.
        actor: The part of whoever opens.
        now: Legal instant and date.
        book: Calendar, causes, tracks and settings.
        mint: Source of new ids.

    Refuses with `parties_incomplete`, and as `apply` does.
    """
    roles = {party.role for party in new.parties}
    if not {"applicant", "respondent"} <= roles:
        raise Refusal("parties_incomplete", pointer="/parties")
    opened_on = command.occurred_on or now.on
    blank = _blank(new, opened_on)
    if new.kind is Kind.DIRECT and new.applied_to is not None:
        blank = _taken(blank, new.applied_to, mint)
    facts = replace(book, court=new.court, applied_to=new.applied_to)
    return apply(blank, command, actor, now, facts, mint)


def _blank(new: c.NewReferral, opened_on: date) -> Referral:
    return Referral(
        id=new.id,
        dispute_id=new.dispute_id,
        kind=new.kind,
        track=track_for(
            new.kind,
            on_court_platform=new.on_court_platform,
            opened_on=opened_on,
            in_trial=new.in_trial,
            by_commission=new.by_commission,
        ),
        court_id=new.court.id if new.kind in OF_COURT and new.court is not None else None,
        cause_code=new.cause_code,
        cause_version=new.cause_version,
        on_court_platform=new.on_court_platform,
        state=None,
        version=0,
        opened_on=opened_on,
        last_fact_on=opened_on,
        last_act_on=opened_on,
        parties=new.parties,
        consents=new.consents,
        referring_body_id=new.referring_body_id if new.kind is Kind.TRANSFERRED else None,
        series_id=new.series_id,
        particulars=new.particulars,
        dossier=Dossier(representatives=new.representatives, claims=new.claims),
    )


def _taken(blank: Referral, organisation: OrganisationFacts, mint: Callable[[], UUID]) -> Referral:
    """Applied to an organisation: it holds the referral from the first day on."""
    turn = Assignment(id=mint(), organisation_id=organisation.id, offered_on=blank.opened_on)
    return replace(
        blank,
        holder_id=organisation.id,
        holder_ancestor_ids=organisation.ancestor_ids,
        body=organisation.body,
        assignments=(turn,),
    )


def apply(
    before: Referral,
    command: c.Command,
    actor: ActorRole,
    now: LegalNow,
    book: RuleBook,
    mint: Callable[[], UUID],
) -> tuple[Referral, Fact]:
    """The referral after the command, and the one fact that it made.

    Refuses with `action_not_possible` (no row from this state), `not_on_this_track`, `wrong_actor`,
    `occurred_in_future`, `occurred_before_previous_fact`, the code of the first guard that says no, or
    `too_many_entries`.
    """
    occurred_on = command.occurred_on or _day_after_due(before, command) or now.on
    procedure = _procedure_of(before, command)
    situation = Situation(before, procedure, command, occurred_on, now, book)
    row = _row_for(situation, actor)
    _check_date(situation)
    _check_behalf(situation)
    for guard in row.guards:
        if not guard.check(situation):
            raise guard.refusal(situation, command.action)
    return _carry_out(situation, row, actor, mint)


def _carry_out(s: Situation, row: Row, actor: ActorRole, mint: Callable[[], UUID]) -> tuple[Referral, Fact]:
    command = s.command
    if command is None:  # pragma: no cover - only apply() calls this, with a command
        raise AssertionError
    changed, facts = effect_of(command)(s.referral, command, _step(s, row, actor, mint))
    procedure_id = _procedure_touched(s, changed, row.machine)
    also = _closing(s.referral, row)
    after = replace(
        changed,
        **_move(changed, row, procedure_id),
        **also,
        clocks=clocks.turned(changed, row, s, mint),
        version=s.referral.version + 1,
        last_fact_on=max(s.referral.last_fact_on, s.occurred_on),
        last_act_on=s.referral.last_act_on if actor is ActorRole.CLOCK else s.occurred_on,
    )
    if actor is not ActorRole.CLOCK:  # Time adds to what people did, and is never held up.
        require_room(s.referral, after)
    fact = Fact(
        type=row.event.value,
        action=row.action.value,
        machine=row.machine,
        procedure_id=procedure_id,
        state_before=row.before,
        state_after=row.after,
        stage=after.stage,
        version=after.version,
        occurred_on=s.occurred_on,
        occurred_at=s.now.instant,
        actor=actor.value,
        on_behalf_of=command.on_behalf_of,
        sources=cited(row, s.referral, s.occurred_on, uncited(s)),
        facts={**facts, "closure": str(after.closure)} if also else facts,
        due=due_dates(after.clocks),
        audience=audience_of(s.referral, after),
        also={
            **({Machine.MEDIATION.value: MediationState.CLOSED.value} if also else {}),
            **moved_beside(s.referral, after, row.machine, procedure_id),
        },
    )
    return after, fact


def _step(s: Situation, row: Row, actor: ActorRole, mint: Callable[[], UUID]) -> Step:
    on, off = s.occurred_on, s.book.rules_off
    step = Step(on, row.after, mint, is_late(s), actor=actor.value, told_on=s.now.on, rules_off=off)
    if isinstance(s.command, c.Urge):
        length = clocks.length_of("URGE", s.book)
        return replace(step, reply_by=due("URGE", s.now.on, s.book.calendar, length).due_on)
    if isinstance(s.command, c.GiveFeeNotice) and "FEE" not in s.book.rules_off:
        length = clocks.length_of("FEE", s.book)
        return replace(step, pay_by=due("FEE", s.occurred_on, s.book.calendar, length).due_on)
    if isinstance(s.command, c.RecomputeDeadlines):
        return replace(step, recomputed=clocks.recomputed(s))
    if isinstance(s.command, c.ReportBreach):
        return replace(step, broken=tuple(term.id for term in broken(s)))
    return step


def _closing(before: Referral, row: Row) -> dict[str, Any]:
    """What a row that closes the mediation region changes beside its own machine; nothing where that is closed."""
    if not row.closes or before.state is not MediationState.MEDIATION_ENDED:
        return {}
    return {"state": MediationState.CLOSED, "closure": CLOSURE_BY[row.action], "cancel_requested_on": None}


def _procedure_of(before: Referral, command: c.Command) -> Procedure | None:
    if not isinstance(command, c.ProcedureCommand):
        return None
    procedure = before.procedure(command.procedure_id)
    if procedure is None:
        raise Refusal("not_found")
    if procedure.machine is not command.machine:
        raise Refusal("action_not_possible", facts={"machine": procedure.machine.value})
    return procedure


def _procedure_touched(s: Situation, changed: Referral, machine: Machine) -> ProcedureId | None:
    if machine in REGIONS:
        return None
    return s.procedure.id if s.procedure is not None else changed.procedures[-1].id


def _move(changed: Referral, row: Row, procedure_id: ProcedureId | None) -> dict[str, Any]:
    """The one field that holds the state of the row's machine, with the new state; the dossier has no states."""
    if row.machine is Machine.MEDIATION:
        return {"state": MediationState(row.after)}
    if row.machine is Machine.DOSSIER:
        return {}
    if row.machine is Machine.AGREEMENT:
        if changed.agreement is None:  # pragma: no cover - the draft has made it
            raise AssertionError
        return {"agreement": replace(changed.agreement, state=AgreementState(row.after))}
    moved = tuple(replace(p, state=row.after) if p.id == procedure_id else p for p in changed.procedures)
    return {"procedures": moved}


def state_of(before: Referral, machine: Machine, procedure: Procedure | None) -> str | None:
    """The state from which rows of a machine are sought; None where the region or procedure is yet to open."""
    if machine is Machine.MEDIATION:
        return before.state
    if machine is Machine.AGREEMENT:
        return None if before.agreement is None or _drafted_anew(before) else before.agreement.state
    if machine is Machine.DOSSIER:
        return DossierState.OPEN if before.version else None
    return None if procedure is None else procedure.state


def _drafted_anew(before: Referral) -> bool:
    """Whether the only text was refused before the mediation went on and was agreed after all: another is drafted."""
    refused = before.agreement is not None and before.agreement.state is AgreementState.REFUSED
    return refused and before.outcome in {Outcome.AGREED, Outcome.PARTLY_AGREED}


def _row_for(s: Situation, actor: ActorRole) -> Row:
    command = s.command
    if command is None:  # pragma: no cover - only apply() calls this, with a command
        raise AssertionError
    leading = _leading(command.action, s)
    if not leading:
        raise Refusal("action_not_possible", facts=_where(s))
    rows = [row for row in leading if _runs_on(row, s.referral)]
    if not rows:  # In this state it is of another kind only, or it is so wherever it stands.
        elsewhere = any(_runs_on(row, s.referral) for row in _BY_ACTION[command.action])
        code = "action_not_possible" if elsewhere else "not_on_this_track"
        raise Refusal(code, facts=_where(s) if elsewhere else {"track": s.referral.track.value})
    rows = [row for row in rows if actor in row.by]
    if not rows:
        raise Refusal("wrong_actor", facts={"action": command.action.value})
    return next(row for row in rows if all(condition.holds(s) for condition in row.when))


def _runs_on(row: Row, referral: Referral) -> bool:
    return referral.track in row.tracks and referral.kind in row.kinds


def _leading(action: Action, s: Situation) -> tuple[Row, ...]:
    """Procedures of different kinds share names of states, so the machine counts as well."""
    machine = _BY_ACTION[action][0].machine
    if s.procedure is not None and s.procedure.machine is not machine:
        return ()
    return _LEADING.get((action, state_of(s.referral, machine, s.procedure)), ())


def _where(s: Situation) -> dict[str, object]:
    state = s.procedure.state if s.procedure is not None else s.referral.state
    return {"state": None if state is None else str(state)}


_TERM_OVER = frozenset({MediationState.TERM_EXPIRED, MediationState.MEDIATION_ENDED, MediationState.CLOSED})


def _check_date(s: Situation) -> None:
    """What people did follows what people did, once the term is over: what time adds stands on a later day."""
    if s.occurred_on > s.now.on:
        raise Refusal("occurred_in_future", pointer="/occurred_on", facts={"today": s.now.on.isoformat()})
    follows = s.referral.last_act_on if s.referral.state in _TERM_OVER else s.referral.last_fact_on
    if s.occurred_on < follows:
        raise Refusal("occurred_before_previous_fact", pointer="/occurred_on", facts={"after": follows.isoformat()})


def _check_behalf(s: Situation) -> None:
    """Whoever is named as represented belongs to this referral, in that role; it goes into the event for good.

    A mediator is named by its own id, everybody else by the party for whom they stand.
    """
    behalf = None if s.command is None else s.command.on_behalf_of
    if behalf is None or behalf.id is None:
        return
    mediators = {turn.mediator_id for turn in s.referral.mediators}
    parties = {party.id for party in s.referral.parties}
    if behalf.id not in (mediators if behalf.role == "mediator" else parties):
        raise Refusal("party_unknown", pointer="/on_behalf_of/id")


def _day_after_due(before: Referral, command: c.Command) -> date | None:
    """The legal date of what time does: the first day after the clock's last day, and never before the latest fact."""
    clock = clock_of_time(command, before)
    if clock is None or clock.due_on is None:
        return None
    return max(clock.due_on + timedelta(days=1), before.last_fact_on)
