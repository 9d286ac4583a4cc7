"""Case registration around the decision: corrections of the complaint, and the seven days of the court.

Counting starts from the hand-over, or from a correction, whose next day is the first that counts (CPLI 126).
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.lifecycle.intake import CLOCK, COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.states import RegistrationState as R
from app.domain.lifecycle.table import NOT_BEFORE_COMMISSION, ClockOp, Guard, Row, miss, start, stop

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
ASK, LATE = (g.REPLY_DAY_TO_COME,), (g.due("T24"),)


def _row(
    action: A,
    before: R,
    after: R,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clock: tuple[ClockOp, ...],
    event: E,
    *sources: str,
) -> Row:
    machine, tracks = Machine.CASE_REGISTRATION, NOT_BEFORE_COMMISSION
    return Row(machine, action, before, after, by, guards, clock, event, sources, (), tracks, BEFORE_FILING)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                        from           to                by     guards clock            event                   sources
    _row(A.REQUEST_FILING_CORRECTION,  R.HANDED_OVER, R.CORRECTING,     COURT, ASK,   (stop("T24"),),  E.CORRECTION_REQUESTED, "RCR_8", "CPLI_126"),
    _row(A.GIVE_FILING_CORRECTION,     R.CORRECTING,  R.HANDED_OVER,    BOTH,  (),    (start("T24"),), E.CORRECTED,            "RCR_8", "CPLI_126"),
    _row(A.REFUSE_REGISTRATION,        R.CORRECTING,  R.NOT_REGISTERED, COURT, (),    (),              E.PROCEDURE_REFUSED,    "RCR_8"),
    _row(A.MISS_REGISTRATION_DECISION, R.HANDED_OVER, R.HANDED_OVER,    CLOCK, LATE,  (miss("T24"),),  E.DEADLINE_MISSED,      "CPL_126", "RCR_8"),
)
# fmt: on
