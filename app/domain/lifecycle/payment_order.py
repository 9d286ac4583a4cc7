"""The payment order 支付令, one line an arrow: the creditor's own way to a title, before filing only.

A case that was filed is mediated, withdrawn or tried; a payment order over its claim would stand beside the suit.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.lifecycle.intake import CENTRE, CLOCK, COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.states import PaymentOrderState as P
from app.domain.lifecycle.table import APPLIED, PRE_FILING, ClockOp, Guard, Row, miss, start, stop, tracks_of

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
EXCLUSIVE = (g.NO_LIVE_ORDER, g.NO_STATEMENT_ON_CLAIM, g.NO_SUIT_ON_CLAIM, g.NOT_PRESERVED)
CLAIM = (g.ONLY_CREDITORS, g.DEBTOR_KNOWN, g.PAYMENT_DUE, g.WITHIN_AGREEMENT, g.ORDER_CONDITIONS, g.LABOUR_PAYMENT)
ORDER = (g.TO_PERFORM, *EXCLUSIVE, *CLAIM, g.ORDER_COURT_ACTIVE, g.ORDER_COURT_BASIC)
ORDER_ELSEWHERE = (g.TO_PERFORM, *EXCLUSIVE, *CLAIM, g.COURT_NAMED, g.ORDER_COURT_ACTIVE, g.ORDER_COURT_BASIC)
OBJECT = (g.OBJECTION_VALID, g.ORDER_OBJECTION_IN_TIME)
STOP_NOTICE, STOP_EXAMINE, STOP_SERVICE = (stop("T19"),), (stop("T20"),), (stop("T22"),)
EXAMINE = (*STOP_NOTICE, start("T20"))
SERVE = (*STOP_EXAMINE, start("T22"))
WAIT = (*STOP_SERVICE, start("T21"))


def _row(
    action: A,
    before: P | None,
    after: P,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...] = BEFORE_FILING,
) -> Row:
    return Row(
        Machine.PAYMENT_ORDER, action, before, after, by, guards, clocks, event, sources, (), tracks_of(kinds), kinds
    )


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                     from        to                 by      guards                    clocks           event                     sources
    _row(A.APPLY_FOR_PAYMENT_ORDER, None,       P.APPLIED,         BOTH,   ORDER,                    (start("T19"),), E.PROCEDURE_APPLIED,      "CPL_225", "CPLI_427", "LDMA_16", kinds=PRE_FILING),
    _row(A.APPLY_FOR_PAYMENT_ORDER, None,       P.APPLIED,         CENTRE, ORDER_ELSEWHERE,          (start("T19"),), E.PROCEDURE_APPLIED,      "CPL_225", "CPLI_427", "LDMA_16", kinds=APPLIED),
    _row(A.ACCEPT_PAYMENT_ORDER,    P.APPLIED,  P.ACCEPTED,        COURT,  (),                       EXAMINE,         E.PROCEDURE_ACCEPTED,     "CPL_226", "CPLI_426"),
    _row(A.REFUSE_PAYMENT_ORDER,    P.APPLIED,  P.NOT_ACCEPTED,    COURT,  (),                       STOP_NOTICE,     E.PROCEDURE_NOT_ACCEPTED, "CPL_226", "CPLI_427"),
    _row(A.REQUEST_ORDER_CORRECTION, P.APPLIED, P.CORRECTING,      COURT,  (g.REPLY_DAY_TO_COME,),   STOP_NOTICE,     E.CORRECTION_REQUESTED,   "CPLI_426"),
    _row(A.GIVE_ORDER_CORRECTION,   P.CORRECTING, P.APPLIED,       BOTH,   (),                       (start("T19"),), E.CORRECTED,              "CPLI_426"),
    _row(A.REFUSE_PAYMENT_ORDER,    P.CORRECTING, P.NOT_ACCEPTED,  COURT,  (),                       (),              E.PROCEDURE_NOT_ACCEPTED, "CPLI_426", "CPLI_427"),
    _row(A.WITHDRAW_PAYMENT_ORDER,  P.CORRECTING, P.WITHDRAWN,     BOTH,   (),                       (),              E.PROCEDURE_WITHDRAWN,    "CPLI_430"),
    _row(A.MISS_ORDER_NOTICE,       P.APPLIED,  P.APPLIED,         CLOCK,  (g.due("T19"),),          (miss("T19"),),  E.DEADLINE_MISSED,        "CPL_226"),
    _row(A.ISSUE_PAYMENT_ORDER,     P.ACCEPTED, P.ISSUED,          COURT,  (),                       SERVE,           E.PROCEDURE_GRANTED,      "CPL_227"),
    _row(A.REJECT_PAYMENT_ORDER,    P.ACCEPTED, P.REJECTED,        COURT,  (),                       STOP_EXAMINE,    E.PROCEDURE_REFUSED,      "CPL_227", "CPLI_428"),
    _row(A.MISS_ORDER_DECISION,     P.ACCEPTED, P.ACCEPTED,        CLOCK,  (g.due("T20"),),          (miss("T20"),),  E.DEADLINE_MISSED,        "CPL_227"),
    _row(A.SERVE_PAYMENT_ORDER,     P.ISSUED,   P.SERVED,          COURT,  (g.SERVED_TO_DEBTOR,),    WAIT,            E.INSTRUMENT_SERVED,      "CPL_227", "CPLI_430"),
    _row(A.END_UNSERVED_ORDER,      P.ISSUED,   P.ENDED,           CLOCK,  (g.due("T22"),),          (miss("T22"),),  E.PROCEDURE_ENDED,        "CPLI_430"),
    _row(A.WITHDRAW_PAYMENT_ORDER,  P.APPLIED,  P.WITHDRAWN,       BOTH,   (),                       STOP_NOTICE,     E.PROCEDURE_WITHDRAWN,    "CPLI_430"),
    _row(A.WITHDRAW_PAYMENT_ORDER,  P.ACCEPTED, P.WITHDRAWN,       BOTH,   (),                       STOP_EXAMINE,    E.PROCEDURE_WITHDRAWN,    "CPLI_430"),
    _row(A.WITHDRAW_PAYMENT_ORDER,  P.ISSUED,   P.WITHDRAWN,       BOTH,   (),                       STOP_SERVICE,    E.PROCEDURE_WITHDRAWN,    "CPLI_430"),
    _row(A.OBJECT_TO_PAYMENT_ORDER, P.SERVED,   P.LAPSED,          COURT,  OBJECT,                   (stop("T21"),),  E.LAPSED,                 "CPL_228", "CPLI_435"),
    _row(A.MAKE_ORDER_EFFECTIVE,    P.SERVED,   P.EFFECTIVE,       CLOCK,  (g.due("T21"),),          (miss("T21"),),  E.INSTRUMENT_EFFECTIVE,  "CPL_227"),
    _row(A.RECEIVE_ENDING_RULING,   P.LAPSED,   P.LAPSED,          BOTH,   (g.RULING_NOT_RECEIVED,), (start("T23"),), E.INSTRUMENT_SERVED,      "CPL_228", "CPLI_438"),
    _row(A.DECLINE_SUIT,            P.LAPSED,   P.SUIT_DECLINED,   BOTH,   (g.SUIT_NOT_DEEMED,),     (stop("T23"),),  E.PROCEDURE_ENDED,        "CPL_228", "CPLI_438"),
    _row(A.DEEM_SUIT,               P.LAPSED,   P.SUIT,            CLOCK,  (g.due("T23"),),          (miss("T23"),),  E.FILING_HANDED_OVER,     "CPL_228", "CPLI_438", "CPLI_439"),
)
# fmt: on
