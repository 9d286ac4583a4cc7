"""What a step moved beside its own machine, so that its event can say so and a replay comes to the same states."""

from app.domain.lifecycle.states import Machine
from app.domain.referral import ProcedureId, Referral


def _agreement_moved(before: Referral, after: Referral) -> dict[str, str]:
    was, now = before.agreement, after.agreement
    return {} if was is None or now is None or was.state == now.state else {Machine.AGREEMENT.value: now.state.value}


def moved_beside(
    before: Referral, after: Referral, region: Machine, procedure_id: ProcedureId | None
) -> dict[str, str]:
    """The agreement, by its name, and other procedures, by id, that the step moved too, with their new states."""
    was = {p.id: p.state for p in before.procedures}
    regions = {} if region is Machine.AGREEMENT else _agreement_moved(before, after)
    return regions | {str(p.id): p.state for p in after.procedures if p.id != procedure_id and was[p.id] != p.state}
