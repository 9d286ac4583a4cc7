"""The agreement and performance region, one line an arrow. It outlives the mediation region."""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import binding as b
from app.domain.guards import corrections as e
from app.domain.guards import drafting as d
from app.domain.guards import instalments as i
from app.domain.guards import office as o
from app.domain.guards.agents import BY_AGENT, OF_AGENTS
from app.domain.guards.performance import BROKEN_KNOWN, THIS_IS_OVER
from app.domain.guards.signing import GUARANTOR_LEFT, GUARANTOR_SIGNS
from app.domain.lifecycle.intake import CENTRE, CLOCK, COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import AgreementState as S
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.table import (
    ALL_KINDS,
    APPLIED,
    BY_ORGANISATION,
    POST_FILING,
    PRE_FILING,
    ClockOp,
    Condition,
    Guard,
    Row,
    miss,
    reopen,
    settle,
    start,
    stop,
    tracks_of,
)

BY_MEDIATOR = (o.SIGNER_UNDISPUTED, o.SIGNER_VALID)
SIGNER = (g.NOT_TAKEN_BACK, g.SIGNER_REQUIRED, g.NOT_YET_SIGNED, *BY_AGENT, d.IN_INK, *BY_MEDIATOR)
SURETY = (g.NOT_TAKEN_BACK, GUARANTOR_LEFT, g.NOT_YET_SIGNED, GUARANTOR_SIGNS, *BY_AGENT, d.IN_INK)
DRAFT = (g.MEDIATION_AGREED, g.NOT_TAKEN_BACK, g.PARTY_KNOWN, *d.FORM, *d.CONTENT)
REFUSER = (g.PARTY_KNOWN, g.REFUSER_REQUIRED)
LAST = (g.LAST_SIGNATURE,)
MORE = (g.SIGNATURES_REMAIN,)
PLAN = (start("PERFORM"),)
WINDOW = (start("T12"), *PLAN)
WINDOW_IF = (start("T12", only_when=g.CONFIRMATION_CONCEIVABLE),)
BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
BREACH = (b.BINDING, g.PERFORMANCE_DAY_OVER, g.DEBTOR_OWES, BROKEN_KNOWN, THIS_IS_OVER)
AMEND = (g.TEXT_FREE, g.AMENDED_BY_ALL, *BY_AGENT, *d.CONTENT, d.IN_INK, *BY_MEDIATOR)
AMEND_FILED = (g.NOT_IN_TRIAL, *AMEND)
SETTLED = (settle("PERFORM"), settle("BREACH"))
DONE = (stop("T12"), *SETTLED)
GONE = (stop("T12"), stop("PERFORM"), stop("BREACH"))
ANEW = (*DONE, *WINDOW)
ANEW_IF = (*DONE, *WINDOW_IF, start("PERFORM", only_when=b.BOUND))
GO_BACK = (b.NOT_BINDING, b.NO_STATEMENT, b.NO_WITHDRAWAL, g.NO_LIVE_CONFIRMATION, g.PARTY_KNOWN, b.OF_BOUND_PARTY)
SERVE = (b.TO_PARTY, b.NOT_SERVED, b.SERVED_AS_AGREED)
FILE = (b.NOT_FILED_YET,)
CLAUSE = (g.NOT_TAKEN_BACK, b.CLAUSE_AGREED, b.NOT_BINDING)
FALL = (miss("PERFORM"), start("BREACH", only_when=i.BY_TIME))
ALL = (i.ALL_PERFORMED,)
SOME = (i.SOME_LEFT,)
CURED = (i.CURED,)
STILL = (i.STILL_BREACHED,)
MARK = (e.PERFORMANCE_KNOWN, e.NOT_COVERED)
MARK_OWN = (*MARK, e.NOT_COLLECTED)
OWED = (start("PERFORM", only_when=e.BOUND_WITHOUT),)
OWED_AGAIN = (reopen("T12", only_when=e.WINDOW_CLOSED_BY_IT), *OWED)
GOOD, BAD = (e.EFFECTIVE_WITHOUT,), (e.BREACHED_WITHOUT,)
DUE, UNRECORDED = (i.over("PERFORM"),), (i.over("BREACH"),)


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
    kinds: tuple[Kind, ...] = BY_ORGANISATION,
) -> Row:
    on = tracks_of(kinds)
    return Row(Machine.AGREEMENT, action, before, after, by, guards, clocks, event, sources, when, on, kinds)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                from         to           by      guards           clocks          event                  sources
    _row(A.DRAFT_AGREEMENT,    None,        S.PENDING,   CENTRE, DRAFT,           (),             E.AGREEMENT_DRAFTED,   "IMR_23", "OMR_19", "LDMA_14", "CMP_8", "CMP_9", "CPLI_150", "PML_28"),
    _row(A.SIGN,               S.PENDING,   S.PENDING,   CENTRE, SIGNER,          (),             E.AGREEMENT_SIGNED,    "OMR_19", "IMR_23", "ESL_3", *OF_AGENTS, when=MORE),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW,         E.AGREEMENT_EFFECTIVE, "OMR_19", "IMR_24", "PML_29", "PML_30", "LDMA_14", "CMR_22", "CPL_205", *OF_AGENTS, when=LAST, kinds=PRE_FILING),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW_IF,      E.AGREEMENT_EFFECTIVE, "OMR_19", "IMR_20", "IMR_24", "PML_29", "PML_30", "LDMA_14", "CMR_22", "W1_4", *OF_AGENTS, when=LAST, kinds=POST_FILING),
    _row(A.SIGN,               S.PENDING,   S.EFFECTIVE, CENTRE, SIGNER,          WINDOW,         E.AGREEMENT_EFFECTIVE, "OMR_19", "PML_29", "PML_30", "LDMA_14", "CMR_22", "CPL_205", "PML_33", *OF_AGENTS, when=LAST, kinds=APPLIED),
    _row(A.SIGN,               S.EFFECTIVE, S.EFFECTIVE, CENTRE, SURETY,          (),             E.AGREEMENT_SIGNED,    "CMP_9", "ESL_3", *OF_AGENTS),
    _row(A.SIGN,               S.BREACHED,  S.BREACHED,  CENTRE, SURETY,          (),             E.AGREEMENT_SIGNED,    "CMP_9", "ESL_3", *OF_AGENTS),
    _row(A.REFUSE_TO_SIGN,     S.PENDING,   S.REFUSED,   CENTRE, REFUSER,         (),             E.AGREEMENT_REFUSED,   "OMR_25"),
    _row(A.RECORD_PERFORMANCE, S.EFFECTIVE, S.PERFORMED, CENTRE, i.RECORD,        DONE,            E.PERFORMED,           "PML_31", "OMR_20", "PD_INSTALMENTS", when=ALL),
    _row(A.RECORD_PERFORMANCE, S.EFFECTIVE, S.EFFECTIVE, CENTRE, i.RECORD,        SETTLED,         E.PARTLY_PERFORMED,    "PML_31", "OMR_20", "PD_INSTALMENTS", when=SOME),
    _row(A.LAPSE_CONFIRMATION, S.EFFECTIVE, S.EFFECTIVE, CLOCK,  (g.due("T12"),), (miss("T12"),), E.DEADLINE_MISSED,     "CPL_205", "PML_33"),
    _row(A.LAPSE_CONFIRMATION, S.BREACHED,  S.BREACHED,  CLOCK,  (g.due("T12"),), (miss("T12"),), E.DEADLINE_MISSED,     "CPL_205", "PML_33"),
    _row(A.REPORT_BREACH,      S.EFFECTIVE, S.BREACHED,  BOTH,   BREACH,          SETTLED,         E.BREACHED,            "IMR_25", "PML_32", "LDMA_15", kinds=ALL_KINDS),
    _row(A.REPORT_BREACH,      S.BREACHED,  S.BREACHED,  BOTH,   BREACH,          SETTLED,         E.BREACHED,            "IMR_25", "PML_32", "LDMA_15", kinds=ALL_KINDS),
    _row(A.RECORD_PERFORMANCE, S.BREACHED,  S.PERFORMED, CENTRE, i.RECORD,        DONE,            E.PERFORMED,           "PML_31", "OMR_20", "PD_INSTALMENTS", when=ALL),
    _row(A.RECORD_PERFORMANCE, S.BREACHED,  S.EFFECTIVE, CENTRE, i.RECORD,        SETTLED,         E.PARTLY_PERFORMED,    "PML_31", "OMR_20", "PD_INSTALMENTS", when=CURED),
    _row(A.RECORD_PERFORMANCE, S.BREACHED,  S.BREACHED,  CENTRE, i.RECORD,        SETTLED,         E.PARTLY_PERFORMED,    "PML_31", "OMR_20", "PD_INSTALMENTS", when=STILL),
    _row(A.CORRECT_PERFORMANCE, S.PERFORMED, S.EFFECTIVE, CENTRE, MARK_OWN,        OWED_AGAIN,     E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=GOOD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.PERFORMED, S.BREACHED,  CENTRE, MARK_OWN,        OWED_AGAIN,     E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=BAD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.EFFECTIVE, S.EFFECTIVE, CENTRE, MARK_OWN,        OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=GOOD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.EFFECTIVE, S.BREACHED,  CENTRE, MARK_OWN,        OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=BAD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.BREACHED,  S.BREACHED,  CENTRE, MARK_OWN,        OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.PERFORMED, S.EFFECTIVE, COURT,  MARK,            OWED_AGAIN,     E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=GOOD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.PERFORMED, S.BREACHED,  COURT,  MARK,            OWED_AGAIN,     E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=BAD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.EFFECTIVE, S.EFFECTIVE, COURT,  MARK,            OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=GOOD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.EFFECTIVE, S.BREACHED,  COURT,  MARK,            OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", when=BAD, kinds=ALL_KINDS),
    _row(A.CORRECT_PERFORMANCE, S.BREACHED,  S.BREACHED,  COURT,  MARK,            OWED,           E.PERFORMANCE_CORRECTED, "PML_31", "PD_INSTALMENTS", kinds=ALL_KINDS),
    _row(A.FALL_DUE,           S.EFFECTIVE, S.EFFECTIVE, CLOCK,  DUE,             FALL,            E.FALLEN_DUE,          "PML_31", "CC_203", kinds=ALL_KINDS),
    _row(A.FALL_DUE,           S.BREACHED,  S.BREACHED,  CLOCK,  DUE,             FALL,            E.FALLEN_DUE,          "PML_31", "CC_203", kinds=ALL_KINDS),
    _row(A.MISS_PERFORMANCE,   S.EFFECTIVE, S.BREACHED,  CLOCK,  UNRECORDED,      (miss("BREACH"),), E.BREACHED,          "IMR_25", "PML_32", "LDMA_15", "PD_BREACH_BY_TIME", kinds=ALL_KINDS),
    _row(A.MISS_PERFORMANCE,   S.BREACHED,  S.BREACHED,  CLOCK,  UNRECORDED,      (miss("BREACH"),), E.BREACHED,          "IMR_25", "PML_32", "LDMA_15", "PD_BREACH_BY_TIME", kinds=ALL_KINDS),
    _row(A.AMEND_AGREEMENT,    S.EFFECTIVE, S.EFFECTIVE, CENTRE, AMEND,           ANEW,           E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "PML_33", *OF_AGENTS, kinds=BEFORE_FILING),
    _row(A.AMEND_AGREEMENT,    S.BREACHED,  S.EFFECTIVE, CENTRE, AMEND,           ANEW,           E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "PML_33", *OF_AGENTS, kinds=BEFORE_FILING),
    _row(A.AMEND_AGREEMENT,    S.EFFECTIVE, S.EFFECTIVE, CENTRE, AMEND_FILED,     ANEW_IF,        E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "W1_4", *OF_AGENTS, kinds=POST_FILING),
    _row(A.AMEND_AGREEMENT,    S.BREACHED,  S.EFFECTIVE, CENTRE, AMEND_FILED,     ANEW_IF,        E.AGREEMENT_AMENDED,   "CPL_206", "CPL_205", "W1_4", *OF_AGENTS, kinds=POST_FILING),
    _row(A.REPUDIATE_AGREEMENT, S.EFFECTIVE, S.REPUDIATED, BOTH, GO_BACK,         GONE,            E.AGREEMENT_REPUDIATED, "CPL_102", "IMR_20", "PD_REPUDIATION", kinds=POST_FILING),
    _row(A.REPUDIATE_AGREEMENT, S.BREACHED,  S.REPUDIATED, BOTH, GO_BACK,         GONE,            E.AGREEMENT_REPUDIATED, "CPL_102", "IMR_20", "PD_REPUDIATION", kinds=POST_FILING),
    _row(A.RECORD_SIGNING_CLAUSE, S.EFFECTIVE, S.EFFECTIVE, COURT, CLAUSE,        PLAN,            E.AGREEMENT_RECORDED,  "CPLI_151", "PD_SIGNING_CLAUSE", kinds=POST_FILING),
    _row(A.SERVE_AGREEMENT,    S.EFFECTIVE, S.EFFECTIVE, CENTRE, SERVE,           (),              E.AGREEMENT_SERVED,    "IMR_19", "OMR_19", "PML_29"),
    _row(A.SERVE_AGREEMENT,    S.PERFORMED, S.PERFORMED, CENTRE, SERVE,           (),              E.AGREEMENT_SERVED,    "IMR_19", "OMR_19", "PML_29"),
    _row(A.SERVE_AGREEMENT,    S.BREACHED,  S.BREACHED,  CENTRE, SERVE,           (),              E.AGREEMENT_SERVED,    "IMR_19", "OMR_19", "PML_29"),
    _row(A.FILE_AGREEMENT,     S.EFFECTIVE, S.EFFECTIVE, CENTRE, FILE,            (),              E.AGREEMENT_FILED,     "IMR_19", kinds=PRE_FILING),
    _row(A.FILE_AGREEMENT,     S.PERFORMED, S.PERFORMED, CENTRE, FILE,            (),              E.AGREEMENT_FILED,     "IMR_19", kinds=PRE_FILING),
    _row(A.FILE_AGREEMENT,     S.BREACHED,  S.BREACHED,  CENTRE, FILE,            (),              E.AGREEMENT_FILED,     "IMR_19", kinds=PRE_FILING),
)
# fmt: on
