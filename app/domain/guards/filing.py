"""Whether a case is filed decides its kind: filed it is entrusted 委托 or mediated by a judge, else delegated."""

from app.domain import commands as c
from app.domain.lifecycle.states import FILED_KINDS, Machine, TransferState
from app.domain.lifecycle.table import Guard, Situation


def _not_filed(s: Situation) -> bool:
    """A day of filing goes with a referral after filing, and with no other.

    Legal source: IMR 11 (delegated only before registration), W1 item 2.
    """
    if s.referral.kind in FILED_KINDS:
        return True
    said = s.command.particulars.filed_on if isinstance(s.command, c.Amend) else None
    return said is None and s.referral.particulars.filed_on is None


def _not_in_trial(s: Situation) -> bool:
    """Once the case went to trial, or counts as withdrawn, no court confirms the agreement beside it."""
    over = {TransferState.TRANSFERRED, TransferState.DEEMED_WITHDRAWN}
    return all(p.state not in over for p in s.referral.procedures_of(Machine.TRANSFER_TO_TRIAL))


NOT_IN_TRIAL = Guard("already_in_trial", _not_in_trial)
NOT_FILED = Guard("already_filed", _not_filed, pointer="/filed_on")
