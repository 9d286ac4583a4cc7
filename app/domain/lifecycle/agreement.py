"""The agreement and performance region, one line an arrow. It outlives the mediation region."""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import office as o
from app.domain.lifecycle.intake import CENTRE, CLOCK
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import AgreementState as S
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.table import (
    ALL_KINDS,
    APPLIED,
    POST_FILING,
    PRE_FILING,
    ClockOp,
    Condition,
    Guard,
    Row,
    miss,
    start,
    stop,
    tracks_of,
)

SIGNER = (g.NOT_TAKEN_BACK, g.SIGNER_REQUIRED, g.NOT_YET_SIGNED, o.SIGNER_VALID)
DRAFT = (g.MEDIATION_AGREED, g.NOT_TAKEN_BACK, g.PARTY_KNOWN)
REFUSER = (g.PARTY_KNOWN, g.REFUSER_REQUIRED)
LAST = (g.LAST_SIGNATURE,)
MORE = (g.SIGNATURES_REMAIN,)
WINDOW = (start("T12"),)
WINDOW_IF = (start("T12", only_when=g.CONFIRMATION_CONCEIVABLE),)
BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
BREACH = (g.PERFORMANCE_DAY_OVER, g.DEBTOR_OWES)
AMEND = (g.TEXT_FREE, g.AMENDED_BY_ALL)
AMEND_FILED = (g.NOT_IN_TRIAL, *AMEND)
ANEW = (stop("T12"), *WINDOW)
ANEW_IF = (stop("T12"), *WINDOW_IF)


def _row(
    action: A,
    before: S | None,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    when: tuple[Condition, ...] = (),
    kinds: tuple[Kind, ...] = ALL_KINDS,
) -> Row:
    on = tracks_of(kinds)
    return Row(Machine.AGREEMENT, action, before, after, by, guards, clocks, event, sources, when, on, kinds)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                from         to           by      guards           clocks          event                  sources
    _row(A.DRAFT_AGREEMENT,    None,        S.PENDING,   CENTRE, DRAFT,           (),             E.AGREEMENT_DRAFTED,   "IMR_23", "OMR_19"),
    _row(A.SIGN,               S.PENDING,   S.PENDING,   CENTRE, SIGNER,          (),             E.AGREEMENT_SIGNED,    "OMR_19", "IMR_23", when=MORE),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW,         E.AGREEMENT_EFFECTIVE, "OMR_19", "IMR_24", "PML_29", "LDMA_14", "CMR_22", "CPL_205", when=LAST, kinds=PRE_FILING),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW_IF,      E.AGREEMENT_EFFECTIVE, "OMR_19", "IMR_20", "IMR_24", "PML_29", "LDMA_14", "CMR_22", "W1_4", when=LAST, kinds=POST_FILING),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW,         E.AGREEMENT_EFFECTIVE, "OMR_19", "PML_29", "LDMA_14", "CMR_22", "CPL_205", "PML_33", when=LAST, kinds=APPLIED),
    _row(A.REFUSE_TO_SIGN,     S.PENDING,   S.REFUSED,   CENTRE, REFUSER,         (),             E.AGREEMENT_REFUSED,   "OMR_25"),
    _row(A.RECORD_PERFORMANCE, S.EFFECTIVE, S.PERFORMED, CENTRE, (),              (stop("T12"),), E.PERFORMED,           "PML_31", "OMR_20"),
    _row(A.LAPSE_CONFIRMATION, S.EFFECTIVE, S.EFFECTIVE, CLOCK,  (g.due("T12"),), (miss("T12"),), E.DEADLINE_MISSED,     "CPL_205", "PML_33"),
    _row(A.LAPSE_CONFIRMATION, S.BREACHED,  S.BREACHED,  CLOCK,  (g.due("T12"),), (miss("T12"),), E.DEADLINE_MISSED,     "CPL_205", "PML_33"),
    _row(A.REPORT_BREACH,      S.EFFECTIVE, S.BREACHED,  BOTH,   BREACH,          (),             E.BREACHED,            "IMR_25", "PML_32", "LDMA_15"),
    _row(A.RECORD_PERFORMANCE, S.BREACHED,  S.PERFORMED, CENTRE, (),              (stop("T12"),), E.PERFORMED,           "PML_31", "OMR_20"),
    _row(A.AMEND_AGREEMENT,    S.EFFECTIVE, S.EFFECTIVE, CENTRE, AMEND,           ANEW,           E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "PML_33", kinds=BEFORE_FILING),
    _row(A.AMEND_AGREEMENT,    S.BREACHED,  S.EFFECTIVE, CENTRE, AMEND,           ANEW,           E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "PML_33", kinds=BEFORE_FILING),
    _row(A.AMEND_AGREEMENT,    S.EFFECTIVE, S.EFFECTIVE, CENTRE, AMEND_FILED,     ANEW_IF,        E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "W1_4", kinds=POST_FILING),
    _row(A.AMEND_AGREEMENT,    S.BREACHED,  S.EFFECTIVE, CENTRE, AMEND_FILED,     ANEW_IF,        E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "W1_4", kinds=POST_FILING),
)
# fmt: on
