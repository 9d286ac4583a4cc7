"""THE PAGE: the mediation region of a pre-filing referral 委派, one line an arrow.

Nothing here is computed and nothing is a wildcard: what is not a line is refused.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Machine, Track
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.table import (
    BOTH_TRACKS,
    ONLY_2016,
    ONLY_2022,
    ClockOp,
    Guard,
    Row,
    extend,
    miss,
    pause,
    resume,
    start,
    stop,
)

COURT = (ActorRole.COURT,)
CENTRE = (ActorRole.ORGANISATION,)
CLOCK = (ActorRole.CLOCK,)

INTAKE = (g.COURT_ACTIVE, g.TRACK_IN_USE)
OFFER = (g.CONSENT_OF_A_PARTY, g.NOBODY_REFUSED, g.ORGANISATION_ACTIVE, g.CHANNEL_OPEN, g.CAUSE_IN_SCOPE)
TAKING = (g.LATE_ALLOWED, g.ORGANISATION_ACTIVE)
MEDIATOR = (g.MEDIATOR_AVAILABLE, g.MEDIATOR_NEW)
BEGIN = (
    g.ALL_CONSENTED,
    g.TERM_RUNNING,
    g.TERM_OPEN,
    g.MEDIATOR_ASSIGNED,
    g.PARTY_KNOWN,
    g.IDENTITIES_KNOWN,
    g.NOTICES_GIVEN,
)
EXTENSION = (g.BEFORE_EXPIRY, g.PARTY_KNOWN, g.AGREED_BY_ALL, g.LATER_END)
ENDING = (g.TERM_OPEN, g.REASON_WHILE_MEDIATING, g.PARTIAL_AGREEMENT)
EARLY = (g.TERM_OPEN, g.REASON_BEFORE_START, g.PARTIAL_AGREEMENT)
AFTER = (g.REASON_AFTER_EXPIRY, g.PARTIAL_AGREEMENT, g.INSIDE_TERM)
RESULT = (g.AGREEMENT_SETTLED, g.ROUTE_GIVEN, g.ROUTE_FITS)
CONTACTED = (stop("T04", only_when=g.SILENT_CONTACTED),)
PAUSED = (stop("T05"),)
T04_ONE_SIDED = start("T04", only_when=g.ONE_SIDED)
TAKEN = (stop("T03"), start("T05"), T04_ONE_SIDED)
TAKEN_2016 = (stop("T03"),)
REPORTED = (stop("T05"), stop("T04"), stop("REPORT"))
EXPIRED = (miss("T05"), stop("T04"), start("REPORT"))


def _row(
    action: A,
    before: S | None,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    tracks: tuple[Track, ...] = BOTH_TRACKS,
) -> Row:
    return Row(Machine.MEDIATION, action, before, after, by, guards, clocks, event, sources, tracks=tracks)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action               from                   to                     by      guards             clocks               event                 sources
    _row(A.CONSULT,           None,                  S.CONSULTING,          COURT,  INTAKE,            (),                  E.SUBMITTED,          "IMR_11", "CPL_125"),
    _row(A.DELEGATE,          None,                  S.AWAITING_ACCEPTANCE, COURT,  (*INTAKE, *OFFER), (start("T03"),),     E.DELEGATED,          "IMR_11", "OMR_12"),
    _row(A.RECORD_OPINION,    S.CONSULTING,          S.CONSULTING,          COURT,  (g.PARTY_KNOWN,),  (),                  E.PARTY_CONTACTED,    "IMR_11", "OMR_10"),
    _row(A.DELEGATE,          S.CONSULTING,          S.AWAITING_ACCEPTANCE, COURT,  OFFER,             (start("T03"),),     E.DELEGATED,          "IMR_11", "OMR_12"),
    _row(A.RETURN,            S.CONSULTING,          S.RETURNED,            COURT,  (),                (),                  E.RETURNED,           "OMR_9", "CPL_125"),

    _row(A.ACCEPT,            S.AWAITING_ACCEPTANCE, S.ACCEPTED,            CENTRE, TAKING,            TAKEN,        E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", tracks=ONLY_2022),
    _row(A.ACCEPT,            S.AWAITING_ACCEPTANCE, S.ACCEPTED,            CENTRE, TAKING,            TAKEN_2016,   E.ACCEPTED,           "IMR_11", tracks=ONLY_2016),
    _row(A.ACCEPT,            S.OVERDUE,             S.ACCEPTED,            CENTRE, TAKING,            TAKEN,               E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", tracks=ONLY_2022),
    _row(A.ACCEPT,            S.OVERDUE,             S.ACCEPTED,            CENTRE, TAKING,            TAKEN_2016,          E.ACCEPTED,           "OMR_12", tracks=ONLY_2016),
    _row(A.DECLINE,           S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          CENTRE, (),                (stop("T03"),),      E.DECLINED,           "OMR_12"),
    _row(A.DECLINE,           S.OVERDUE,             S.UNASSIGNED,          CENTRE, (),                (),                  E.DECLINED,           "OMR_12"),
    _row(A.RUN_OVERDUE,       S.AWAITING_ACCEPTANCE, S.OVERDUE,             CLOCK,  (g.due("T03"),),   (miss("T03"),),      E.OVERDUE,            "OMR_12"),
    _row(A.TAKE_BACK,         S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          COURT,  (),                (stop("T03"),),      E.TAKEN_BACK,         "PD_TAKE_BACK"),
    _row(A.TAKE_BACK,         S.OVERDUE,             S.UNASSIGNED,          COURT,  (),                (),                  E.TAKEN_BACK,         "OMR_12"),
    _row(A.REASSIGN,          S.OVERDUE,             S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, g.NOT_DECLINED_BEFORE), (start("T03"),), E.REASSIGNED, "OMR_12"),
    _row(A.REASSIGN,          S.UNASSIGNED,          S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, g.NOT_DECLINED_BEFORE), (start("T03"),), E.REASSIGNED, "OMR_12"),
    _row(A.CLOSE,             S.UNASSIGNED,          S.CLOSED,              COURT,  (),                (),                  E.CLOSED,             "PD_TAKE_BACK"),

    _row(A.RECEIVE_MATERIALS, S.ACCEPTED,            S.ACCEPTED,            CENTRE, (g.MATERIALS_NEW,), (start("T05"),),    E.MATERIALS_RECEIVED, "IMR_27", tracks=ONLY_2016),
    _row(A.RECEIVE_MATERIALS, S.ACCEPTED,            S.ACCEPTED,            CENTRE, (g.MATERIALS_NEW,), (),                 E.MATERIALS_RECEIVED, "OMR_24", tracks=ONLY_2022),
    _row(A.RECEIVE_MATERIALS, S.CONTACTING,          S.CONTACTING,          CENTRE, (g.MATERIALS_NEW,), (start("T05"),),    E.MATERIALS_RECEIVED, "IMR_27", tracks=ONLY_2016),
    _row(A.RECEIVE_MATERIALS, S.CONTACTING,          S.CONTACTING,          CENTRE, (g.MATERIALS_NEW,), (),                 E.MATERIALS_RECEIVED, "OMR_24", tracks=ONLY_2022),
    _row(A.ASSIGN_MEDIATOR,   S.ACCEPTED,            S.ACCEPTED,            CENTRE, MEDIATOR,          (),                  E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10"),
    _row(A.ASSIGN_MEDIATOR,   S.CONTACTING,          S.CONTACTING,          CENTRE, MEDIATOR,          (),                  E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10"),
    _row(A.ASSIGN_MEDIATOR,   S.MEDIATING,           S.MEDIATING,           CENTRE, MEDIATOR,          (),                  E.MEDIATOR_ASSIGNED,  "IMR_13", "OMR_11"),
    _row(A.CONTACT_PARTY,     S.ACCEPTED,            S.CONTACTING,          CENTRE, (g.PARTY_KNOWN,),  CONTACTED,           E.PARTY_CONTACTED,    "OMR_15"),
    _row(A.CONTACT_PARTY,     S.CONTACTING,          S.CONTACTING,          CENTRE, (g.PARTY_KNOWN,),  CONTACTED,           E.PARTY_CONTACTED,    "OMR_15"),
    _row(A.MISS_CONTACT,      S.ACCEPTED,            S.ACCEPTED,            CLOCK,  (g.due("T04"),),   (miss("T04"),),      E.DEADLINE_MISSED,    "OMR_15", tracks=ONLY_2022),
    _row(A.MISS_CONTACT,      S.CONTACTING,          S.CONTACTING,          CLOCK,  (g.due("T04"),),   (miss("T04"),),      E.DEADLINE_MISSED,    "OMR_15", tracks=ONLY_2022),
    _row(A.START,             S.ACCEPTED,            S.MEDIATING,           CENTRE, BEGIN,             (stop("T04"),),      E.STARTED,            "IMR_14", "OMR_17"),
    _row(A.START,             S.CONTACTING,          S.MEDIATING,           CENTRE, BEGIN,             (stop("T04"),),      E.STARTED,            "IMR_14", "OMR_17"),

    _row(A.SCHEDULE_SESSION,  S.MEDIATING,           S.MEDIATING,           CENTRE, (g.TERM_OPEN, g.SESSION_INSIDE_TERM), (), E.SESSION_SCHEDULED,  "IMR_14", "OMR_16"),
    _row(A.HOLD_SESSION,      S.MEDIATING,           S.MEDIATING,           CENTRE, (g.SESSION_OPEN, g.SESSION_DAY_COME, g.TERM_OPEN), (), E.SESSION_HELD,       "OMR_18"),
    _row(A.MISS_SESSION,      S.MEDIATING,           S.MEDIATING,           CENTRE, (g.SESSION_OPEN, g.SESSION_DAY_COME, g.PARTY_KNOWN, g.TERM_OPEN), (),    E.SESSION_MISSED,     "OMR_21"),
    _row(A.BEGIN_APPRAISAL,   S.MEDIATING,           S.APPRAISING,          CENTRE, (g.BEFORE_EXPIRY, g.PARTY_KNOWN, g.AGREED_BY_ALL), (pause("T05"),), E.PAUSED, "OMR_26", tracks=ONLY_2022),
    _row(A.END_APPRAISAL,     S.APPRAISING,          S.MEDIATING,           CENTRE, (),                (resume("T05"),),    E.RESUMED,            "OMR_26", tracks=ONLY_2022),
    _row(A.EXTEND_TERM,       S.MEDIATING,           S.MEDIATING,           CENTRE, EXTENSION,         (extend("T05"),),    E.EXTENDED,           "IMR_27", "OMR_24"),
    _row(A.EXPIRE_TERM,       S.ACCEPTED,            S.TERM_EXPIRED,        CLOCK,  (g.due("T05"),),   EXPIRED,             E.TERM_EXPIRED,       "OMR_25"),
    _row(A.EXPIRE_TERM,       S.CONTACTING,          S.TERM_EXPIRED,        CLOCK,  (g.due("T05"),),   EXPIRED,             E.TERM_EXPIRED,       "OMR_25"),
    _row(A.EXPIRE_TERM,       S.MEDIATING,           S.TERM_EXPIRED,        CLOCK,  (g.due("T05"),),   EXPIRED,             E.TERM_EXPIRED,       "OMR_25"),

    _row(A.END,               S.ACCEPTED,            S.MEDIATION_ENDED,     CENTRE, EARLY,             REPORTED,            E.ENDED,              "IMR_26", "OMR_25"),
    _row(A.END,               S.CONTACTING,          S.MEDIATION_ENDED,     CENTRE, EARLY,             REPORTED,            E.ENDED,              "OMR_15", "OMR_25"),
    _row(A.END,               S.MEDIATING,           S.MEDIATION_ENDED,     CENTRE, ENDING,            REPORTED,            E.ENDED,              "IMR_26", "OMR_25"),
    _row(A.END,               S.APPRAISING,          S.MEDIATION_ENDED,     CENTRE, ENDING,            PAUSED,              E.ENDED,              "OMR_25", "OMR_26", tracks=ONLY_2022),
    _row(A.END,               S.TERM_EXPIRED,        S.MEDIATION_ENDED,     CENTRE, AFTER,             REPORTED,            E.ENDED,              "OMR_25", "PD_REPORT_WINDOW"),
    _row(A.END_UNREPORTED,    S.TERM_EXPIRED,        S.MEDIATION_ENDED,     CLOCK,  (g.due("REPORT"),), (miss("REPORT"),),  E.ENDED,              "OMR_25", "PD_REPORT_WINDOW"),
    _row(A.REPORT_RESULT,     S.MEDIATION_ENDED,     S.CLOSED,              CENTRE, RESULT,            (),                  E.CLOSED,             "OMR_20", "OMR_21", "IMR_19", "IMR_21"),
)
# fmt: on
