"""The enforcement 执行, one line an arrow: of an instrument in force, for the creditor alone, after a breach.

Out of time is no refusal: only the debtor may raise that, and the court then denies enforcement.
"""

from app.domain.access import ActorRole
from app.domain.guards import enforcement as g
from app.domain.lifecycle.intake import COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EnforcementState as X
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import ALL_KINDS, ClockOp, Guard, Row, settle, tracks_of

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
COURT_FITS = (g.GROUND_FITS, g.ENFORCING_COURT_KNOWN, g.ENFORCING_COURT_ACTIVE, g.ENFORCING_COURT_COMPETENT)
APPLY = (
    *(g.CAN_BE_ENFORCED, g.IN_DEFAULT, g.INSTRUMENT_IN_FORCE, g.DEFAULT_ON_INSTRUMENT, g.NO_LIVE_ENFORCEMENT),
    g.NOT_DENIED_BEFORE,
    *(g.FOR_CREDITORS, g.AGAINST_DEBTOR, g.SOMETHING_LEFT, g.AMOUNT_FITS),
    *COURT_FITS,
)

BASIS = (g.INSTRUMENT_STANDS,)
SATISFIED = (settle("PERFORM"), settle("BREACH"), settle("T12"))


def _row(
    action: A,
    before: X | None,
    after: X,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    event: E,
    *sources: str,
    clocks: tuple[ClockOp, ...] = (),
) -> Row:
    machine, tracks = Machine.ENFORCEMENT, tracks_of(ALL_KINDS)
    return Row(machine, action, before, after, by, guards, clocks, event, sources, (), tracks, ALL_KINDS)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                     from            to              by     guards event                      sources
    _row(A.APPLY_FOR_ENFORCEMENT,   None,           X.APPLIED,      BOTH,  APPLY, E.PROCEDURE_APPLIED,       "CPL_235", "CPL_247", "CPL_250", "CPLI_460", "CPLI_481", "NDE_2", "NDE_3", "NDE_9", "LDMA_51", "LIM_11"),
    _row(A.ACCEPT_ENFORCEMENT,      X.APPLIED,      X.ENFORCING,    COURT, BASIS, E.PROCEDURE_ACCEPTED,      "CPL_235", "CPLI_481", "CPL_268"),
    _row(A.REFUSE_ENFORCEMENT,      X.APPLIED,      X.NOT_ACCEPTED, COURT, (),    E.PROCEDURE_NOT_ACCEPTED,  "CPL_235", "CPLI_461", "NDE_5"),
    _row(A.WITHDRAW_ENFORCEMENT,    X.APPLIED,      X.WITHDRAWN,    BOTH,  (),    E.PROCEDURE_WITHDRAWN,     "CPL_268", "CPLI_518"),
    _row(A.SETTLE_ENFORCEMENT,      X.ENFORCING,    X.SETTLED,      COURT, BASIS, E.ENFORCEMENT_SETTLED,     "CPL_241", "CPLI_464", "CPL_268"),
    _row(A.CLOSE_ENFORCEMENT_ROUND, X.ENFORCING,    X.ROUND_CLOSED, COURT, (),    E.ENFORCEMENT_ROUND_CLOSED, "CPLI_517"),
    _row(A.RESTORE_ENFORCEMENT,     X.SETTLED,      X.ENFORCING,    COURT, BASIS, E.ENFORCEMENT_RESTORED,    "CPL_241", "CPLI_465", "CPLI_466", "CPL_268"),
    _row(A.RESTORE_ENFORCEMENT,     X.ROUND_CLOSED, X.ENFORCING,    COURT, BASIS, E.ENFORCEMENT_RESTORED,    "CPLI_517", "CPL_268"),
    _row(A.COMPLETE_ENFORCEMENT,    X.ENFORCING,    X.ENFORCED,     COURT, BASIS, E.ENFORCEMENT_COMPLETED,   "CPL_239", "CPL_268", clocks=SATISFIED),
    _row(A.COMPLETE_ENFORCEMENT,    X.SETTLED,      X.ENFORCED,     COURT, BASIS, E.ENFORCEMENT_COMPLETED,   "CPLI_465", "CPL_268", clocks=SATISFIED),
    _row(A.END_ENFORCEMENT,         X.ENFORCING,    X.ENDED,        COURT, (),    E.PROCEDURE_ENDED,         "CPL_268"),
    _row(A.END_ENFORCEMENT,         X.SETTLED,      X.ENDED,        COURT, (),    E.PROCEDURE_ENDED,         "CPL_268", "CPLI_464"),
    _row(A.END_ENFORCEMENT,         X.ROUND_CLOSED, X.ENDED,        COURT, (),    E.PROCEDURE_ENDED,         "CPL_268"),
    _row(A.DENY_ENFORCEMENT,        X.ENFORCING,    X.DENIED,       COURT, (),    E.PROCEDURE_REFUSED,       "CPLI_481", "CPL_248", "CPL_249", "NDE_12", "NDE_19"),
)
# fmt: on
