"""THE PAGE, part four: help with a judge's own mediation 邀请调解, one line an arrow.

The court leads: it opens, begins, holds sessions, ends, and records how the case ended. Who is invited is bound to help
(CPL 98), so nobody waits for a word of acceptance; it names who helps, and may give the invitation back. The term is
the judge's: it counts from the day on which the last party consented, whether or not somebody helps (PD_ASSISTED).
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import conflicts as f
from app.domain.guards import drafting as t
from app.domain.guards import instalments as i
from app.domain.guards import online as n
from app.domain.guards import suspension as u
from app.domain.guards.agents import BY_AGENT, OF_AGENTS
from app.domain.guards.binding import NO_STATEMENT, NO_WITHDRAWAL, NOT_BINDING, OF_BOUND_PARTY
from app.domain.guards.signing import GUARANTOR_LEFT, GUARANTOR_SIGNS
from app.domain.guards.term import CONSENTS_LEAVE_DAYS
from app.domain.lifecycle.agreement import ALL, CLAUSE, CURED, DONE, LAST, MORE, REFUSER, SETTLED, SOME, STILL
from app.domain.lifecycle.conflicts import DECIDE, DISCLOSE, ROLE
from app.domain.lifecycle.intake import CENTRE, CLOCK, COURT, FILED, OPINION, TAKER
from app.domain.lifecycle.mediation import (
    AFTER,
    EARLY,
    ENDING,
    EXPIRED,
    EXTENSION,
    NEW,
    OTHERWISE,
    OVER,
    REPORTED,
    SESSION,
    UNREPORTED,
)
from app.domain.lifecycle.mediation import MISSED as ABSENT
from app.domain.lifecycle.procedures import ASK, DROP, LAST_PART, PLAN, RECEIPT, TRY
from app.domain.lifecycle.procedures import LAST as LAST_RECEIPT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import AgreementState as P
from app.domain.lifecycle.states import DossierState, Machine
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.states import StatementState as M
from app.domain.lifecycle.states import TransferState as T
from app.domain.lifecycle.states import WithdrawalState as W
from app.domain.lifecycle.suspension import ENDING as ENDING_SUSPENDED
from app.domain.lifecycle.suspension import FOUND, GOES_ON, GROUND, PAUSED, RESULT, SHAM
from app.domain.lifecycle.table import ASSISTED, TERM, ClockOp, Condition, Guard, Row, extend, start, stop, tracks_of

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)

INVITE = (g.NOBODY_REFUSED, g.ALL_CONSENTED, *TAKER, CONSENTS_LEAVE_DAYS)
BEGIN = (
    *(g.ALL_CONSENTED, g.TERM_RUNNING, g.TERM_OPEN, f.OFFICE_UNDISPUTED),
    *(g.PARTY_KNOWN, g.IDENTITIES_KNOWN, g.NOTICES_GIVEN),
)
MET = (g.NOBODY_REFUSED, g.SESSION_OPEN, g.SESSION_DAY_COME, g.TERM_OPEN, f.OFFICE_UNDISPUTED, n.ONLINE_AGREED)
DRAFT = (g.MEDIATION_AGREED, g.NOT_TAKEN_BACK, g.PARTY_KNOWN, *t.FORM, *t.CONTENT)
SIGNER = (g.NOT_TAKEN_BACK, g.SIGNER_REQUIRED, g.NOT_YET_SIGNED, *BY_AGENT, t.IN_INK)
SURETY = (g.NOT_TAKEN_BACK, GUARANTOR_LEFT, g.NOT_YET_SIGNED, GUARANTOR_SIGNS, *BY_AGENT, t.IN_INK)
GO_BACK = (NOT_BINDING, NO_STATEMENT, NO_WITHDRAWAL, g.PARTY_KNOWN, OF_BOUND_PARTY)
BEGUN = (start(TERM),)
GONE = (stop("PERFORM"), stop("BREACH"))


def _row(
    machine: Machine,
    action: A,
    before: S | P | M | W | T | DossierState | None,
    after: S | P | M | W | T | DossierState,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    when: tuple[Condition, ...] = (),
    closes: bool = False,
) -> Row:
    on = tracks_of(ASSISTED)
    return Row(machine, action, before, after, by, guards, clocks, event, sources, when, on, ASSISTED, closes)


X, Y, Z, OPEN = Machine.MEDIATION, Machine.AGREEMENT, Machine.DOSSIER, DossierState.OPEN
STATEMENT, WITHDRAWAL, TRANSFER = Machine.MEDIATION_STATEMENT, Machine.SUIT_WITHDRAWAL, Machine.TRANSFER_TO_TRIAL

# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                     from               to                 by      guards            clocks      event                 sources
    _row(X, A.CONSULT,              None,              S.CONSULTING,      COURT,  FILED,            (),         E.SUBMITTED,          "CPL_98", "CMP_1"),
    _row(X, A.INVITE,               None,              S.ACCEPTED,        COURT,  (*FILED, *INVITE), BEGUN,     E.INVITED,            "CPL_98", "CMP_1", "CMP_4", "OMR_24"),
    _row(X, A.RECORD_OPINION,       S.CONSULTING,      S.CONSULTING,      COURT,  OPINION,          (),         E.PARTY_CONTACTED,    "CPL_98", "CMP_1"),
    _row(X, A.RETURN,               S.CONSULTING,      S.RETURNED,        COURT,  (),               (),         E.RETURNED,           "CPL_98", "PD_ASSISTED"),
    _row(X, A.INVITE,               S.CONSULTING,      S.ACCEPTED,        COURT,  INVITE,           BEGUN,      E.INVITED,            "CPL_98", "CMP_1", "CMP_4", "OMR_24"),
    _row(X, A.INVITE,               S.UNASSIGNED,      S.ACCEPTED,        COURT,  INVITE,           (),         E.INVITED,            "CPL_98", "CMP_1", "PD_ASSISTED"),
    _row(X, A.HAND_BACK,            S.ACCEPTED,        S.UNASSIGNED,      CENTRE, (),               (),         E.HANDED_BACK,        "PD_ASSISTED"),
    _row(X, A.HAND_BACK,            S.MEDIATING,       S.UNASSIGNED,      CENTRE, (),               (),         E.HANDED_BACK,        "PD_ASSISTED"),
    _row(X, A.TAKE_BACK,            S.ACCEPTED,        S.UNASSIGNED,      COURT,  (),               (),         E.TAKEN_BACK,         "PD_ASSISTED"),
    _row(X, A.TAKE_BACK,            S.MEDIATING,       S.UNASSIGNED,      COURT,  (),               (),         E.TAKEN_BACK,         "PD_ASSISTED"),
    _row(X, A.CLOSE,                S.UNASSIGNED,      S.CLOSED,          COURT,  (),               (stop(TERM),), E.CLOSED,          "PD_ASSISTED", "PD_TAKE_BACK"),
    _row(X, A.RECEIVE_MATERIALS,    S.ACCEPTED,        S.ACCEPTED,        CENTRE, NEW,              (),         E.MATERIALS_RECEIVED, "CPL_98", "PD_ASSISTED"),
    _row(X, A.START,                S.ACCEPTED,        S.MEDIATING,       COURT,  BEGIN,            (),         E.STARTED,            "CPL_98", "OMR_17"),
    _row(X, A.SCHEDULE_SESSION,     S.MEDIATING,       S.MEDIATING,       COURT,  SESSION,          (),         E.SESSION_SCHEDULED,  "CPL_98", "OMR_4", "OMR_16"),
    _row(X, A.HOLD_SESSION,         S.MEDIATING,       S.MEDIATING,       COURT,  MET,              (),         E.SESSION_HELD,       "CPL_98", "OMR_4", "OMR_18"),
    _row(X, A.MISS_SESSION,         S.MEDIATING,       S.MEDIATING,       COURT,  ABSENT,           (),         E.SESSION_MISSED,     "CPL_98", "OMR_21"),
    _row(X, A.CANCEL_SESSION,       S.MEDIATING,       S.MEDIATING,       COURT,  (g.SESSION_OPEN,), (),        E.SESSION_CANCELLED,  "CPL_98"),
    _row(X, A.EXTEND_TERM,          S.MEDIATING,       S.MEDIATING,       COURT,  EXTENSION,        (extend(TERM),), E.EXTENDED,      "CMP_4", "OMR_24", "W1_3", "PD_ASSISTED"),
    _row(X, A.SUSPEND,              S.ACCEPTED,        S.SUSPENDED,       COURT,  GROUND,           PAUSED,     E.SUSPENDED,          "OMR_23", "PD_SUSPENSION"),
    _row(X, A.SUSPEND,              S.MEDIATING,       S.SUSPENDED,       COURT,  GROUND,           PAUSED,     E.SUSPENDED,          "OMR_23", "PD_SUSPENSION"),
    _row(X, A.RESUME,               S.SUSPENDED,       S.ACCEPTED,        COURT,  RESULT,           GOES_ON,    E.RESUMED,            "PD_SUSPENSION", when=(u.FROM_ACCEPTED,)),
    _row(X, A.RESUME,               S.SUSPENDED,       S.MEDIATING,       COURT,  RESULT,           GOES_ON,    E.RESUMED,            "PD_SUSPENSION", when=(u.FROM_MEDIATING,)),
    _row(X, A.FIND_SHAM,            S.SUSPENDED,       S.CLOSED,          COURT,  SHAM,             FOUND,      E.CLOSED,             "OMR_23", "PD_SUSPENSION"),
    _row(X, A.FIND_SHAM,            S.TERM_EXPIRED,    S.CLOSED,          COURT,  SHAM,             FOUND,      E.CLOSED,             "OMR_23", "PD_SUSPENSION"),
    _row(X, A.EXPIRE_TERM,          S.ACCEPTED,        S.TERM_EXPIRED,    CLOCK,  OVER,             EXPIRED,    E.TERM_EXPIRED,       "CMP_4", "OMR_25"),
    _row(X, A.EXPIRE_TERM,          S.UNASSIGNED,      S.TERM_EXPIRED,    CLOCK,  OVER,             EXPIRED,    E.TERM_EXPIRED,       "CMP_4", "OMR_25"),
    _row(X, A.EXPIRE_TERM,          S.MEDIATING,       S.TERM_EXPIRED,    CLOCK,  OVER,             EXPIRED,    E.TERM_EXPIRED,       "CMP_4", "OMR_25"),
    _row(X, A.EXPIRE_TERM,          S.SUSPENDED,       S.TERM_EXPIRED,    CLOCK,  OVER,             EXPIRED,    E.TERM_EXPIRED,       "CMP_4", "OMR_25", "PD_SUSPENSION"),
    _row(X, A.END,                  S.ACCEPTED,        S.MEDIATION_ENDED, COURT,  EARLY,            REPORTED,   E.ENDED,              "OMR_25", "CPL_102"),
    _row(X, A.END,                  S.UNASSIGNED,      S.MEDIATION_ENDED, COURT,  EARLY,            REPORTED,   E.ENDED,              "OMR_25", "CPL_102", "PD_ASSISTED"),
    _row(X, A.END,                  S.MEDIATING,       S.MEDIATION_ENDED, COURT,  ENDING,           REPORTED,   E.ENDED,              "OMR_25", "CPL_102"),
    _row(X, A.END,                  S.SUSPENDED,       S.MEDIATION_ENDED, COURT,  ENDING_SUSPENDED, REPORTED,   E.ENDED,              "OMR_25", "PD_SUSPENSION"),
    _row(X, A.END,                  S.TERM_EXPIRED,    S.MEDIATION_ENDED, COURT,  AFTER,            REPORTED,   E.ENDED,              "OMR_25", "PD_REPORT_WINDOW"),
    _row(X, A.END_UNREPORTED,       S.TERM_EXPIRED,    S.MEDIATION_ENDED, CLOCK,  (g.due("REPORT"),), UNREPORTED, E.ENDED,            "OMR_25", "PD_REPORT_WINDOW"),
    _row(X, A.CLOSE_BY_OTHER_MEANS, S.MEDIATION_ENDED, S.CLOSED,          COURT,  OTHERWISE,        (),         E.CLOSED,             "W1_4", "PD_ASSISTED", "CPLI_151", "PD_SIGNING_CLAUSE"),

    #    action                     from               to                 by      guards            clocks      event                   sources
    _row(Y, A.DRAFT_AGREEMENT,      None,              P.PENDING,         COURT,  DRAFT,            (),         E.AGREEMENT_DRAFTED,    "CPL_100", "CMP_8", "CMP_9", "CPLI_150"),
    _row(Y, A.SIGN,                 P.PENDING,         P.PENDING,         COURT,  SIGNER,           (),         E.AGREEMENT_SIGNED,     "CPL_100", "ESL_3", *OF_AGENTS, when=MORE),
    _row(Y, A.SIGN,                 P.PENDING,         P.EFFECTIVE,       COURT,  SIGNER,           (),         E.AGREEMENT_EFFECTIVE,  "CPL_100", "CPL_102", *OF_AGENTS, when=LAST),
    _row(Y, A.SIGN,                 P.EFFECTIVE,       P.EFFECTIVE,       COURT,  SURETY,           (),         E.AGREEMENT_SIGNED,     "CMP_9", "ESL_3", *OF_AGENTS),
    _row(Y, A.SIGN,                 P.BREACHED,        P.BREACHED,        COURT,  SURETY,           (),         E.AGREEMENT_SIGNED,     "CMP_9", "ESL_3", *OF_AGENTS),
    _row(Y, A.REFUSE_TO_SIGN,       P.PENDING,         P.REFUSED,         COURT,  REFUSER,          (),         E.AGREEMENT_REFUSED,    "CPL_102", "OMR_25"),
    _row(Y, A.REPUDIATE_AGREEMENT,  P.EFFECTIVE,       P.REPUDIATED,      COURT,  GO_BACK,          GONE,       E.AGREEMENT_REPUDIATED, "CPL_102", "PD_REPUDIATION"),
    _row(Y, A.RECORD_SIGNING_CLAUSE, P.EFFECTIVE,      P.EFFECTIVE,       COURT,  CLAUSE,           PLAN,       E.AGREEMENT_RECORDED,   "CPLI_151", "PD_SIGNING_CLAUSE", "PD_ASSISTED"),
    _row(Y, A.RECORD_PERFORMANCE,   P.EFFECTIVE,       P.PERFORMED,       BOTH,   i.RECORD,         DONE,       E.PERFORMED,            "PD_ASSISTED", "PD_INSTALMENTS", when=ALL),
    _row(Y, A.RECORD_PERFORMANCE,   P.EFFECTIVE,       P.EFFECTIVE,       BOTH,   i.RECORD,         SETTLED,    E.PARTLY_PERFORMED,     "PD_ASSISTED", "PD_INSTALMENTS", when=SOME),
    _row(Y, A.RECORD_PERFORMANCE,   P.BREACHED,        P.PERFORMED,       BOTH,   i.RECORD,         DONE,       E.PERFORMED,            "PD_ASSISTED", "PD_INSTALMENTS", when=ALL),
    _row(Y, A.RECORD_PERFORMANCE,   P.BREACHED,        P.EFFECTIVE,       BOTH,   i.RECORD,         SETTLED,    E.PARTLY_PERFORMED,     "PD_ASSISTED", "PD_INSTALMENTS", when=CURED),
    _row(Y, A.RECORD_PERFORMANCE,   P.BREACHED,        P.BREACHED,        BOTH,   i.RECORD,         SETTLED,    E.PARTLY_PERFORMED,     "PD_ASSISTED", "PD_INSTALMENTS", when=STILL),

    #    machine       action                      from         to             by      guards   clocks     event                  sources
    _row(STATEMENT,    A.REQUEST_STATEMENT,        None,        M.REQUESTED,   BOTH,   ASK,     (),        E.PROCEDURE_APPLIED,   "CPL_100"),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT, M.MADE,      M.IN_FORCE,    COURT,  RECEIPT, PLAN,      E.PROCEDURE_EFFECTIVE, "CPL_90", "CPL_100", "CPLI_133", "CPLI_149", when=LAST_RECEIPT, closes=True),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT, M.MADE,      M.IN_FORCE,    COURT,  RECEIPT, PLAN,      E.PROCEDURE_EFFECTIVE, "CPL_90", "CPL_100", "CPLI_133", "CPLI_149", "CMP_14", when=LAST_PART),
    _row(WITHDRAWAL,   A.APPLY_FOR_WITHDRAWAL,     None,        W.APPLIED,     BOTH,   DROP,    (),        E.PROCEDURE_APPLIED,   "CPL_148"),
    _row(WITHDRAWAL,   A.PERMIT_WITHDRAWAL,        W.APPLIED,   W.PERMITTED,   COURT,  (),      PLAN,      E.PROCEDURE_GRANTED,   "CPL_148", closes=True),
    _row(WITHDRAWAL,   A.REFUSE_WITHDRAWAL,        W.APPLIED,   W.REFUSED,     COURT,  (),      (),        E.PROCEDURE_REFUSED,   "CPL_148"),
    _row(TRANSFER,     A.RESUME_TRIAL,             None,        T.TRANSFERRED, COURT,  TRY,     (),        E.TRIAL_TRANSFERRED,   "CPL_102", "OMR_21", closes=True),

    #    action                     from  to    by    guards                  clocks  event                 sources
    _row(Z, A.DISCLOSE_CONFLICT,    OPEN, OPEN, BOTH, DISCLOSE,               (),     E.CONFLICT_DISCLOSED, "OMR_13", "PD_ASSISTED", "PD_CONFLICT"),
    _row(Z, A.DECIDE_CONFLICT,      OPEN, OPEN, BOTH, DECIDE,                 (),     E.CONFLICT_DECIDED,   "OMR_13", "PD_ASSISTED", "PD_CONFLICT"),
    _row(Z, A.RECORD_OTHER_ROLE,    OPEN, OPEN, BOTH, ROLE,                   (),     E.CONFLICT_DISCLOSED, "PD_ASSISTED", "PD_CONFLICT"),
)
# fmt: on
