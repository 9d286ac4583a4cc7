"""What a caller may do next with a referral that it sees, and why not the rest."""

from app.domain.access import ActorRole, Principal
from app.domain.lifecycle.allowed import Possibility, actor_on, possibilities, recalls_on
from app.domain.lifecycle.states import Action
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import Referral
from app.domain.time import LegalNow


def offers(referral: Referral, principal: Principal, now: LegalNow, book: RuleBook) -> tuple[Possibility, ...]:
    """Every action that the caller could ever take here; steps of a procedure only where it has a part in it.

    Whoever stands right above the holder may recall it and nothing else, and whoever holds it recalls nothing.
    """
    if recalls_on(referral, principal):
        offered = possibilities(referral, ActorRole.ORGANISATION, now, book)
        return tuple(p for p in offered if p.action is Action.RECALL)
    offered = possibilities(referral, actor_on(referral, principal), now, book)
    offered = tuple(p for p in offered if p.action is not Action.RECALL)
    return tuple(p for p in offered if p.procedure_id is None or actor_on(referral, principal, p.procedure_id))
