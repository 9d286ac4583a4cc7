"""Time as an actor: which command the end of a clock gives to a referral, and the other way round."""

from uuid import UUID

from app.domain import commands as c
from app.domain.guards.instalments import clock_over
from app.domain.lifecycle.clocks import REGION_OF
from app.domain.lifecycle.states import MediationState
from app.domain.referral import Clock, Referral

_NOT_ACCEPTED = frozenset(
    {
        MediationState.SUBMITTED,
        MediationState.CONSULTING,
        MediationState.AWAITING_ACCEPTANCE,
        MediationState.OVERDUE,
    }
)

_RULE_OF: dict[type[c.Command], str] = {kind: rule for rule, kind in c.BY_CLOCK.items()}


def command_of_time(rule: str, referral: Referral, term_id: UUID | None = None) -> c.Command:
    """What time does to a referral whose clock of that rule, and of an instalment of that one, ran out.

    The fifteen days of labour mediation (T10) are the term where the parties applied to the organisation, and stand
    beside another term where a court referred. Counted from the application, they may even pass before anybody has
    accepted: then there is no mediation yet that could expire.

    Legal source: LDMA 14.
    """
    if rule == referral.term_rule and referral.state not in _NOT_ACCEPTED:
        return c.ExpireTerm()
    kind = c.BY_CLOCK[rule]
    if issubclass(kind, c.FallDue | c.MissPerformance):
        return kind(term_id=term_id)
    if not issubclass(kind, c.ProcedureCommand):
        return kind()
    newest = referral.procedures_of(REGION_OF[rule])[-1]
    return kind(procedure_id=newest.id, machine=newest.machine)


def clock_of_time(command: c.Command, referral: Referral) -> Clock | None:
    """The open clock that gives that command to the referral; None for commands of people."""
    kind = type(command)
    rule = referral.term_rule if kind is c.ExpireTerm else _RULE_OF.get(kind)
    if rule is None:
        return None
    if isinstance(command, c.FallDue | c.MissPerformance):
        return clock_over(referral, rule, command.term_id)
    return referral.clock(rule)
