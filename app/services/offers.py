"""What a caller may do next with a referral that it sees, and why not the rest."""

from app.domain.access import Principal
from app.domain.lifecycle.allowed import Possibility, actor_on, possibilities
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import Referral
from app.domain.time import LegalNow


def offers(referral: Referral, principal: Principal, now: LegalNow, book: RuleBook) -> tuple[Possibility, ...]:
    """Every action that the caller could ever take here; steps of a procedure only where it has a part in it."""
    offered = possibilities(referral, actor_on(referral, principal), now, book)
    return tuple(p for p in offered if p.procedure_id is None or actor_on(referral, principal, p.procedure_id))
