"""The arbitration review 仲裁审查, one line an arrow. The commission is no tenant: the organisation records its steps."""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import reviews
from app.domain.lifecycle.intake import CENTRE, CLOCK
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.states import ReviewState as V
from app.domain.lifecycle.table import ClockOp, Condition, Guard, Row, extend, miss, start, stop, tracks_of

BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
FIT = (g.LABOUR_DISPUTE, g.BODY_REVIEWED, g.NO_RELATIONSHIP, g.NOT_CONFIRMED, g.NO_LIVE_REVIEW)
APPLY = (g.TO_PERFORM, *FIT, g.REVIEW_WINDOW, g.REVIEW_JOINT)
SIGN = (g.REVIEW_SIGNER, g.REVIEW_UNSIGNED, g.REVIEW_MEANS)
MORE = (g.REVIEW_RECEIPTS_REMAIN,)
LAST = (g.LAST_REVIEW_RECEIPT,)
DONE = (stop("T18"),)
MORE_TIME = (reviews.REVIEW_RUNS, reviews.REVIEW_EXTENDED_ONCE)


def _row(
    action: A,
    before: V | None,
    after: V,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    when: tuple[Condition, ...] = (),
) -> Row:
    machine, tracks = Machine.ARBITRATION_REVIEW, tracks_of(BEFORE_FILING)
    return Row(machine, action, before, after, by, guards, clocks, event, sources, when, tracks, BEFORE_FILING)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                          from        to              by      guards           clocks           event                     sources
    _row(A.APPLY_FOR_ARBITRATION_REVIEW, None,       V.APPLIED,      CENTRE, APPLY,           (),              E.PROCEDURE_APPLIED,      "LAR_74", "LAR_75", "LDMA_10"),
    _row(A.ACCEPT_REVIEW,                V.APPLIED,  V.ACCEPTED,     CENTRE, (),              (start("T18"),), E.PROCEDURE_ACCEPTED,     "LAR_75", "LAR_76"),
    _row(A.REFUSE_REVIEW,                V.APPLIED,  V.NOT_ACCEPTED, CENTRE, (),              (),              E.PROCEDURE_NOT_ACCEPTED, "LAR_75"),
    _row(A.WITHDRAW_REVIEW,              V.APPLIED,  V.WITHDRAWN,    CENTRE, (),              (),              E.PROCEDURE_WITHDRAWN,    "LAR_76"),
    _row(A.WITHDRAW_REVIEW,              V.ACCEPTED, V.WITHDRAWN,    CENTRE, (),              DONE,            E.PROCEDURE_WITHDRAWN,    "LAR_76"),
    _row(A.EXTEND_ARBITRATION_REVIEW,    V.ACCEPTED, V.ACCEPTED,     CENTRE, MORE_TIME,       (extend("T18"),), E.PROCEDURE_EXTENDED,    "LAR_76"),
    _row(A.MISS_REVIEW,                  V.ACCEPTED, V.ACCEPTED,     CLOCK,  (g.due("T18"),), (miss("T18"),),  E.DEADLINE_MISSED,        "LAR_76"),
    _row(A.MAKE_REVIEW_STATEMENT,        V.ACCEPTED, V.MADE,         CENTRE, (),              DONE,            E.PROCEDURE_GRANTED,      "LAR_77"),
    _row(A.REFUSE_REVIEW_STATEMENT,      V.ACCEPTED, V.REFUSED,      CENTRE, (),              DONE,            E.PROCEDURE_REFUSED,      "LAR_78"),
    _row(A.RECORD_REVIEW_RECEIPT,        V.MADE,     V.MADE,         CENTRE, SIGN,            (),              E.INSTRUMENT_SERVED,      "LAR_77", when=MORE),
    _row(A.RECORD_REVIEW_RECEIPT,        V.MADE,     V.IN_FORCE,     CENTRE, SIGN,            (),              E.INSTRUMENT_EFFECTIVE,  "LAR_77", when=LAST),
)
# fmt: on
