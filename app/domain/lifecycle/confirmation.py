"""Judicial confirmation around the ruling: corrections, time, deemed withdrawal, objections. `procedures.py` has the rest.

The three days for accepting stand in the provisions of 2011 alone, and the thirty for the ruling in the law; when they
are over the court is alerted, and nothing else happens.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import binding as b
from app.domain.guards import reviews
from app.domain.lifecycle.intake import CLOCK, COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import ConfirmationState as C
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import BY_ORGANISATION, ClockOp, Guard, Row, extend, miss, start, stop, tracks_of

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
ASK = (g.REPLY_DAY_TO_COME,)
DEEM = (g.DEEMED_WITHDRAWN,)
OBJECT = (g.OBJECTOR_KNOWN, g.OBJECTION_AFTER_RULING, g.OBJECTION_IN_TIME)
MORE_TIME = (reviews.CONFIRMATION_REVIEW_RUNS, reviews.CONFIRMATION_ENDS_LATER)
LATE_TO_TAKE, LATE_TO_RULE = (g.due("T13"),), (g.due("T14"),)
AWAIT, ANEW = (stop("T13"),), (start("T13"),)
OVER, LONGER = (stop("T14"),), (extend("T14"),)
FREED = (stop("PERFORM", only_when=b.UNBOUND), stop("BREACH", only_when=b.UNBOUND))
NOT_TAKEN, NOT_RULED = (miss("T13"),), (miss("T14"),)


def _row(
    action: A,
    before: C,
    after: C,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
) -> Row:
    machine, tracks = Machine.JUDICIAL_CONFIRMATION, tracks_of(BY_ORGANISATION)
    return Row(machine, action, before, after, by, guards, clocks, event, sources, (), tracks, BY_ORGANISATION)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                        from             to               by     guards        clocks     event                   sources
    _row(A.REQUEST_CORRECTION,         C.APPLIED,       C.CORRECTING,    COURT, ASK,          AWAIT,     E.CORRECTION_REQUESTED, "CPLI_354"),
    _row(A.GIVE_CORRECTION,            C.CORRECTING,    C.APPLIED,       BOTH,  (),           ANEW,      E.CORRECTED,            "CPLI_354"),
    _row(A.REFUSE_APPLICATION,         C.CORRECTING,    C.NOT_ACCEPTED,  COURT, (),           (),        E.PROCEDURE_NOT_ACCEPTED, "CPLI_354", "CPLI_355"),
    _row(A.WITHDRAW_APPLICATION,       C.CORRECTING,    C.WITHDRAWN,     BOTH,  (),           (),        E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.MISS_APPLICATION_DECISION,  C.APPLIED,       C.APPLIED,       CLOCK, LATE_TO_TAKE, NOT_TAKEN, E.DEADLINE_MISSED,      "JCR_4"),
    _row(A.REQUEST_CORRECTION,         C.ACCEPTED,      C.SUPPLEMENTING, COURT, ASK,          (),        E.CORRECTION_REQUESTED, "CPLI_356"),
    _row(A.GIVE_CORRECTION,            C.SUPPLEMENTING, C.ACCEPTED,      BOTH,  (),           (),        E.CORRECTED,            "CPLI_356"),
    _row(A.WITHDRAW_APPLICATION,       C.SUPPLEMENTING, C.WITHDRAWN,     BOTH,  (),           OVER,      E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.DEEM_APPLICATION_WITHDRAWN, C.SUPPLEMENTING, C.WITHDRAWN,     COURT, DEEM,         OVER,      E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.DEEM_APPLICATION_WITHDRAWN, C.ACCEPTED,      C.WITHDRAWN,     COURT, DEEM,         OVER,      E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.EXTEND_CONFIRMATION_REVIEW, C.ACCEPTED,      C.ACCEPTED,      COURT, MORE_TIME,    LONGER,    E.PROCEDURE_EXTENDED,   "CPL_187"),
    _row(A.EXTEND_CONFIRMATION_REVIEW, C.SUPPLEMENTING, C.SUPPLEMENTING, COURT, MORE_TIME,    LONGER,    E.PROCEDURE_EXTENDED,   "CPL_187"),
    _row(A.MISS_CONFIRMATION_RULING,   C.ACCEPTED,      C.ACCEPTED,      CLOCK, LATE_TO_RULE, NOT_RULED, E.DEADLINE_MISSED,      "CPL_187"),
    _row(A.MISS_CONFIRMATION_RULING,   C.SUPPLEMENTING, C.SUPPLEMENTING, CLOCK, LATE_TO_RULE, NOT_RULED, E.DEADLINE_MISSED,      "CPL_187"),
    _row(A.OBJECT_TO_CONFIRMATION,     C.CONFIRMED,     C.OBJECTED,      COURT, OBJECT,       (),        E.OBJECTED,             "CPLI_372", "CPLI_127"),
    _row(A.DISMISS_OBJECTION,          C.OBJECTED,      C.CONFIRMED,     COURT, (),           (),        E.UPHELD,               "CPLI_372"),
    _row(A.REVOKE_CONFIRMATION,        C.OBJECTED,      C.REVOKED,       COURT, (),           FREED,     E.REVOKED,              "CPLI_372"),
)
# fmt: on
