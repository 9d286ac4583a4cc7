"""THE PAGE, part two: the mediation region from acceptance to closing, one line an arrow. `intake.py` is part one.

Nothing here is computed and nothing is a wildcard: what is not a line is refused. `TERM` is the clock of the term,
whose rule the referral gives: T05, T06, T07 or T10.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import conflicts as f
from app.domain.guards import office as o
from app.domain.guards import online as n
from app.domain.guards import reopening as r
from app.domain.guards.term import FROM_CONSENTS
from app.domain.lifecycle.intake import APPOINT, CENTRE, CLOCK, COURT, SENDER
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine, Track
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.table import (
    ALL_KINDS,
    APPLIED,
    BY_COURT,
    BY_ORGANISATION,
    DIRECT,
    NOT_BEFORE_COMMISSION,
    ONLY_2016,
    ONLY_2022,
    POST_FILING,
    PRE_FILING,
    REFERRED,
    TERM,
    TRANSFERRED,
    ClockOp,
    Condition,
    Guard,
    Row,
    extend,
    miss,
    pause,
    reopen,
    resume,
    start,
    stop,
    tracks_of,
)

BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
SUSPENDABLE = (Kind.PRE_FILING, Kind.TRANSFERRED)
ONLINE = (Track.PRE_FILING_2022, Track.DIRECT)
ENTRUSTED_2016 = (Track.POST_FILING_2016,)
ENTRUSTED_LATER = (Track.POST_FILING_FIRST, Track.IN_TRIAL)

TAKING = (g.NOBODY_REFUSED, g.LATE_ALLOWED, g.ORGANISATION_ACTIVE, g.CAUSE_FOR_BODY)
TAKING_APPLIED = (g.NOBODY_REFUSED, g.TERM_LEFT, g.ORGANISATION_ACTIVE, g.CAUSE_FOR_BODY)
MEDIATOR = (
    *(o.HOLDER_ACTIVE, g.MEDIATOR_AVAILABLE, o.MEDIATOR_LISTED, g.MEDIATOR_NEW, g.MEDIATOR_FREE),
    *(f.UNDISPUTED, f.NOT_RECUSED, f.NO_OTHER_ROLE, o.NOT_OWN_DISPUTE, f.CHOSEN_BY_ALL),
)
REPLACEMENT = (g.REPLACED_IN_OFFICE, *MEDIATOR)
SIGNS_INSTEAD = (o.TEXT_TO_SIGN, *REPLACEMENT)
SIGNS_AS_NONE_DOES = (o.TEXT_TO_SIGN, o.VACANT, *MEDIATOR)
AMENDS_INSTEAD = (o.TEXT_IN_FORCE, *REPLACEMENT)
AMENDS_AS_NONE_DOES = (o.TEXT_IN_FORCE, o.VACANT, *MEDIATOR)
"""Also once mediation is closed: the parties may still change a text in force, and some bodies' mediators sign it."""

BEGIN = (
    g.ALL_CONSENTED,
    g.TERM_RUNNING,
    g.TERM_OPEN,
    g.MEDIATOR_ASSIGNED,
    o.HOLDER_ACTIVE,
    o.ALL_VALID,
    o.NONE_OF_OWN_DISPUTE,
    f.OFFICE_UNDISPUTED,
    g.PARTY_KNOWN,
    g.IDENTITIES_KNOWN,
    g.NOTICES_GIVEN,
)
SESSION = (g.NOBODY_REFUSED, g.TERM_OPEN, g.SESSION_INSIDE_TERM, g.PARTY_KNOWN, n.ONLINE_NOT_REFUSED)
MET = (
    *(g.NOBODY_REFUSED, g.SESSION_OPEN, g.SESSION_DAY_COME, g.TERM_OPEN),
    *(g.MEDIATOR_ASSIGNED, o.HOLDER_ACTIVE, o.ALL_VALID, o.NONE_OF_OWN_DISPUTE, f.OFFICE_UNDISPUTED),
    n.ONLINE_AGREED,
)
MISSED = (g.SESSION_OPEN, g.SESSION_DAY_COME, g.PARTY_KNOWN, g.TERM_OPEN)
EXPERT = (g.BEFORE_EXPIRY, g.PARTY_KNOWN, g.AGREED_BY_ALL)
EXTENSION = (g.NOBODY_REFUSED, g.BEFORE_EXPIRY, g.PARTY_KNOWN, g.AGREED_BY_ALL, g.LATER_END, g.WITHIN_CAP)
ENDING = (g.TERM_OPEN, g.REASON_WHILE_MEDIATING, g.PARTIAL_AGREEMENT, f.AGREED_UNDISPUTED)
EARLY = (g.TERM_OPEN, g.REASON_BEFORE_START, g.PARTIAL_AGREEMENT)
AFTER = (g.REASON_AFTER_EXPIRY, g.PARTIAL_AGREEMENT, f.AGREED_UNDISPUTED, g.INSIDE_TERM)
RESULT = (g.AGREEMENT_SETTLED, g.ROUTE_GIVEN, g.ROUTE_FITS, g.FILING_OPEN)
REPORT = (g.NOT_YET_REPORTED, *RESULT)
OTHERWISE = (g.AGREEMENT_SETTLED, g.SETTLED_OTHERWISE, g.EXIT_FREE)
FEEDBACK = (g.FEEDBACK_OWED, g.NOT_YET_REPORTED)
RECALL = (g.CANCEL_NOT_REQUESTED,)
RECALLED = (g.CANCEL_REQUESTED,)
UNANSWERED = (g.CANCEL_REQUESTED, g.CANCEL_UNANSWERED)
UNTOLD = (g.REPORT_OVERDUE, *RESULT)
GIVEN_UP = (g.AGREEMENT_UNSETTLED, g.REPORT_OVERDUE)
NEW = (g.MATERIALS_NEW,)
OVER = (g.due(TERM),)

AGAIN = (
    *(r.STILL_HELD, r.NO_SHAM, r.NOTHING_AGREED, r.NOTHING_FOLLOWED),
    *(r.TIME_LEFT, r.REOPENED_LATER, r.REOPENED_BY_ALL),
)

TAKEN_UP = (reopen(TERM, only_when=r.TERM_BEGAN), reopen("T10", only_when=r.LABOUR_DAYS))
CONTACTED = (stop("T04", only_when=g.SILENT_CONTACTED),)
TAKEN = (stop("T03"), start(TERM), start("T04", only_when=g.ONE_SIDED))
TAKEN_2016 = (stop("T03"),)
TAKEN_ENTRUSTED = (stop("T03"), start(TERM, only_when=g.FROM_ACCEPTANCE))
TAKEN_APPLIED = (
    stop("T03"),
    start(TERM, only_when=g.THIRTY_DAYS),
    start(TERM, only_when=FROM_CONSENTS),
    start("T04", only_when=g.ONE_SIDED_ONLINE),
)
RECEIVED_ENTRUSTED = (start(TERM, only_when=g.FROM_RECEIPT),)
REPORTED = (stop(TERM), stop("T04"), stop("T10"), stop("REPORT"))
EXPIRED = (miss(TERM), stop("T04"), start("REPORT"))
LEFT = (*REPORTED, stop("URGE"))
LEFT_OPEN = (*LEFT, APPOINT)
TOLD = (stop("URGE"),)
UNREPORTED = (miss("REPORT"), stop("T10"))
FED_BACK = (stop("URGE"), start("FEEDBACK"))


def arrow(
    action: A,
    before: S,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...],
    tracks: tuple[Track, ...] = (),
    when: tuple[Condition, ...] = (),
) -> Row:
    """One line of the mediation region; without tracks on all of its kinds."""
    on, moved = tracks or tracks_of(kinds), (Machine.MEDIATION, action, before, after, by)
    return Row(*moved, guards, clocks, event, sources, when=when, tracks=on, kinds=kinds)


_row = arrow  # Short, so that a line is one line.

# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                  from                   to                  by      guards            clocks              event                 sources
    _row(A.ACCEPT,               S.AWAITING_ACCEPTANCE, S.ACCEPTED,         CENTRE, TAKING,           TAKEN,              E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.ACCEPT,               S.AWAITING_ACCEPTANCE, S.ACCEPTED,         CENTRE, TAKING,           TAKEN_2016,         E.ACCEPTED,           "IMR_11", kinds=PRE_FILING, tracks=ONLY_2016),
    _row(A.ACCEPT,               S.AWAITING_ACCEPTANCE, S.ACCEPTED,         CENTRE, TAKING,           TAKEN_ENTRUSTED,    E.ACCEPTED,           "IMR_11", "OMR_24", kinds=POST_FILING, tracks=ENTRUSTED_2016),
    _row(A.ACCEPT,               S.AWAITING_ACCEPTANCE, S.ACCEPTED,         CENTRE, TAKING,           TAKEN_2016,         E.ACCEPTED,           "IMR_11", "W1_3", kinds=POST_FILING, tracks=ENTRUSTED_LATER),
    _row(A.ACCEPT,               S.AWAITING_ACCEPTANCE, S.ACCEPTED,         CENTRE, TAKING_APPLIED,   TAKEN_APPLIED,      E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", "LDMA_14", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.ACCEPT,               S.SUBMITTED,           S.ACCEPTED,         CENTRE, TAKING_APPLIED,   TAKEN_APPLIED,      E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", "LDMA_14", kinds=DIRECT),
    _row(A.ACCEPT,               S.CONSULTING,          S.ACCEPTED,         CENTRE, TAKING_APPLIED,   TAKEN_APPLIED,      E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", "LDMA_14", kinds=DIRECT),
    _row(A.ACCEPT,               S.OVERDUE,             S.ACCEPTED,         CENTRE, TAKING,           TAKEN,              E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.ACCEPT,               S.OVERDUE,             S.ACCEPTED,         CENTRE, TAKING,           TAKEN_2016,         E.ACCEPTED,           "OMR_12", kinds=PRE_FILING, tracks=ONLY_2016),
    _row(A.ACCEPT,               S.OVERDUE,             S.ACCEPTED,         CENTRE, TAKING,           TAKEN_ENTRUSTED,    E.ACCEPTED,           "OMR_12", "OMR_24", kinds=POST_FILING, tracks=ENTRUSTED_2016),
    _row(A.ACCEPT,               S.OVERDUE,             S.ACCEPTED,         CENTRE, TAKING,           TAKEN_2016,         E.ACCEPTED,           "OMR_12", "W1_3", kinds=POST_FILING, tracks=ENTRUSTED_LATER),
    _row(A.ACCEPT,               S.OVERDUE,             S.ACCEPTED,         CENTRE, TAKING_APPLIED,   TAKEN_APPLIED,      E.ACCEPTED,           "OMR_12", "OMR_24", "OMR_15", "LDMA_14", "PD_LATE_ACCEPTANCE", kinds=APPLIED),

    _row(A.RECEIVE_MATERIALS,    S.ACCEPTED,            S.ACCEPTED,         CENTRE, NEW,              (start(TERM),),     E.MATERIALS_RECEIVED, "IMR_27", kinds=PRE_FILING, tracks=ONLY_2016),
    _row(A.RECEIVE_MATERIALS,    S.ACCEPTED,            S.ACCEPTED,         CENTRE, NEW,              (),                 E.MATERIALS_RECEIVED, "OMR_24", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.RECEIVE_MATERIALS,    S.ACCEPTED,            S.ACCEPTED,         CENTRE, NEW,              RECEIVED_ENTRUSTED, E.MATERIALS_RECEIVED, "IMR_27", "OMR_24", kinds=POST_FILING, tracks=ENTRUSTED_2016),
    _row(A.RECEIVE_MATERIALS,    S.ACCEPTED,            S.ACCEPTED,         CENTRE, NEW,              (start(TERM),),     E.MATERIALS_RECEIVED, "IMR_27", "W1_3", kinds=POST_FILING, tracks=ENTRUSTED_LATER),
    _row(A.RECEIVE_MATERIALS,    S.ACCEPTED,            S.ACCEPTED,         CENTRE, NEW,              (),                 E.MATERIALS_RECEIVED, "OMR_8", "OMR_24", kinds=APPLIED),
    _row(A.RECEIVE_MATERIALS,    S.CONTACTING,          S.CONTACTING,       CENTRE, NEW,              (start(TERM),),     E.MATERIALS_RECEIVED, "IMR_27", kinds=PRE_FILING, tracks=ONLY_2016),
    _row(A.RECEIVE_MATERIALS,    S.CONTACTING,          S.CONTACTING,       CENTRE, NEW,              (),                 E.MATERIALS_RECEIVED, "OMR_24", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.RECEIVE_MATERIALS,    S.CONTACTING,          S.CONTACTING,       CENTRE, NEW,              RECEIVED_ENTRUSTED, E.MATERIALS_RECEIVED, "IMR_27", "OMR_24", kinds=POST_FILING, tracks=ENTRUSTED_2016),
    _row(A.RECEIVE_MATERIALS,    S.CONTACTING,          S.CONTACTING,       CENTRE, NEW,              (start(TERM),),     E.MATERIALS_RECEIVED, "IMR_27", "W1_3", kinds=POST_FILING, tracks=ENTRUSTED_LATER),
    _row(A.RECEIVE_MATERIALS,    S.CONTACTING,          S.CONTACTING,       CENTRE, NEW,              (),                 E.MATERIALS_RECEIVED, "OMR_8", "OMR_24", kinds=APPLIED),
    _row(A.ASSIGN_MEDIATOR,      S.ACCEPTED,            S.ACCEPTED,         CENTRE, MEDIATOR,         (),                 E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10", kinds=ALL_KINDS),
    _row(A.ASSIGN_MEDIATOR,      S.CONTACTING,          S.CONTACTING,       CENTRE, MEDIATOR,         (),                 E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10", kinds=BY_ORGANISATION),
    _row(A.ASSIGN_MEDIATOR,      S.MEDIATING,           S.MEDIATING,        CENTRE, MEDIATOR,         (),                 E.MEDIATOR_ASSIGNED,  "IMR_13", "OMR_11", kinds=ALL_KINDS),
    _row(A.REPLACE_MEDIATOR,     S.ACCEPTED,            S.ACCEPTED,         CENTRE, REPLACEMENT,      (),                 E.MEDIATOR_REPLACED,  "IMR_13", "IMR_15", "OMR_13", "OMR_14", kinds=ALL_KINDS),
    _row(A.REPLACE_MEDIATOR,     S.CONTACTING,          S.CONTACTING,       CENTRE, REPLACEMENT,      (),                 E.MEDIATOR_REPLACED,  "IMR_13", "IMR_15", "OMR_13", "OMR_14", kinds=BY_ORGANISATION),
    _row(A.REPLACE_MEDIATOR,     S.MEDIATING,           S.MEDIATING,        CENTRE, REPLACEMENT,      (),                 E.MEDIATOR_REPLACED,  "IMR_13", "IMR_15", "OMR_13", "OMR_14", kinds=ALL_KINDS),
    _row(A.ASSIGN_MEDIATOR,      S.MEDIATION_ENDED,     S.MEDIATION_ENDED,  CENTRE, SIGNS_AS_NONE_DOES, (),               E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10", "PML_29", "LDMA_14", kinds=BY_ORGANISATION),
    _row(A.REPLACE_MEDIATOR,     S.MEDIATION_ENDED,     S.MEDIATION_ENDED,  CENTRE, SIGNS_INSTEAD,    (),                 E.MEDIATOR_REPLACED,  "IMR_13", "IMR_15", "OMR_13", "OMR_14", kinds=BY_ORGANISATION),
    _row(A.ASSIGN_MEDIATOR,      S.CLOSED,              S.CLOSED,           CENTRE, AMENDS_AS_NONE_DOES, (),              E.MEDIATOR_ASSIGNED,  "IMR_12", "OMR_10", "PML_29", "LDMA_14", "CPL_206", kinds=BY_ORGANISATION),
    _row(A.REPLACE_MEDIATOR,     S.CLOSED,              S.CLOSED,           CENTRE, AMENDS_INSTEAD,   (),                 E.MEDIATOR_REPLACED,  "IMR_13", "IMR_15", "OMR_13", "OMR_14", "CPL_206", kinds=BY_ORGANISATION),
    _row(A.CONTACT_PARTY,        S.ACCEPTED,            S.CONTACTING,       CENTRE, (g.PARTY_KNOWN,), CONTACTED,          E.PARTY_CONTACTED,    "OMR_15", kinds=BEFORE_FILING),
    _row(A.CONTACT_PARTY,        S.ACCEPTED,            S.CONTACTING,       CENTRE, (g.PARTY_KNOWN,), (),                 E.PARTY_CONTACTED,    "IMR_14", kinds=POST_FILING),
    _row(A.CONTACT_PARTY,        S.CONTACTING,          S.CONTACTING,       CENTRE, (g.PARTY_KNOWN,), CONTACTED,          E.PARTY_CONTACTED,    "OMR_15", kinds=BEFORE_FILING),
    _row(A.CONTACT_PARTY,        S.CONTACTING,          S.CONTACTING,       CENTRE, (g.PARTY_KNOWN,), (),                 E.PARTY_CONTACTED,    "IMR_14", kinds=POST_FILING),
    _row(A.MISS_CONTACT,         S.ACCEPTED,            S.ACCEPTED,         CLOCK,  (g.due("T04"),),  (miss("T04"),),     E.DEADLINE_MISSED,    "OMR_15", kinds=BEFORE_FILING, tracks=ONLINE),
    _row(A.MISS_CONTACT,         S.CONTACTING,          S.CONTACTING,       CLOCK,  (g.due("T04"),),  (miss("T04"),),     E.DEADLINE_MISSED,    "OMR_15", kinds=BEFORE_FILING, tracks=ONLINE),
    _row(A.START,                S.ACCEPTED,            S.MEDIATING,        CENTRE, BEGIN,            (stop("T04"),),     E.STARTED,            "IMR_14", "OMR_17", kinds=BY_ORGANISATION),
    _row(A.START,                S.CONTACTING,          S.MEDIATING,        CENTRE, BEGIN,            (stop("T04"),),     E.STARTED,            "IMR_14", "OMR_17", kinds=BY_ORGANISATION),

    _row(A.SCHEDULE_SESSION,     S.MEDIATING,           S.MEDIATING,        CENTRE, SESSION,          (),                 E.SESSION_SCHEDULED,  "IMR_14", "OMR_4", "OMR_16", kinds=BY_ORGANISATION),
    _row(A.HOLD_SESSION,         S.MEDIATING,           S.MEDIATING,        CENTRE, MET,              (),                 E.SESSION_HELD,       "OMR_4", "OMR_18", kinds=BY_ORGANISATION),
    _row(A.MISS_SESSION,         S.MEDIATING,           S.MEDIATING,        CENTRE, MISSED,           (),                 E.SESSION_MISSED,     "OMR_21", kinds=BY_ORGANISATION),
    _row(A.CANCEL_SESSION,       S.MEDIATING,           S.MEDIATING,        CENTRE, (g.SESSION_OPEN,), (),                E.SESSION_CANCELLED,  "IMR_14", kinds=BY_ORGANISATION),
    _row(A.BEGIN_APPRAISAL,      S.MEDIATING,           S.APPRAISING,       CENTRE, EXPERT,           (pause(TERM),),     E.PAUSED,             "OMR_26", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.BEGIN_APPRAISAL,      S.MEDIATING,           S.APPRAISING,       CENTRE, (g.APPRAISAL_FITS, *EXPERT), (pause(TERM),), E.PAUSED,      "OMR_26", kinds=APPLIED, tracks=(Track.DIRECT,)),
    _row(A.END_APPRAISAL,        S.APPRAISING,          S.MEDIATING,        CENTRE, (),               (resume(TERM),),    E.RESUMED,            "OMR_26", kinds=BEFORE_FILING, tracks=ONLINE),
    _row(A.EXTEND_TERM,          S.MEDIATING,           S.MEDIATING,        CENTRE, EXTENSION,        (extend(TERM),),    E.EXTENDED,           "IMR_27", "OMR_24", kinds=PRE_FILING),
    _row(A.EXTEND_TERM,          S.MEDIATING,           S.MEDIATING,        CENTRE, EXTENSION,        (extend(TERM),),    E.EXTENDED,           "IMR_27", "OMR_24", "W1_3", kinds=POST_FILING),
    _row(A.EXTEND_TERM,          S.MEDIATING,           S.MEDIATING,        CENTRE, EXTENSION,        (extend(TERM),),    E.EXTENDED,           "OMR_24", "LDMA_14", kinds=APPLIED),
    _row(A.PASS_LABOUR_TERM,     S.OVERDUE,             S.OVERDUE,          CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(A.PASS_LABOUR_TERM,     S.ACCEPTED,            S.ACCEPTED,         CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=PRE_FILING),
    _row(A.PASS_LABOUR_TERM,     S.CONTACTING,          S.CONTACTING,       CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=PRE_FILING),
    _row(A.PASS_LABOUR_TERM,     S.MEDIATING,           S.MEDIATING,        CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=PRE_FILING),
    _row(A.PASS_LABOUR_TERM,     S.APPRAISING,          S.APPRAISING,       CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.PASS_LABOUR_TERM,     S.TERM_EXPIRED,        S.TERM_EXPIRED,     CLOCK,  (g.due("T10"),),  (miss("T10"),),     E.DEADLINE_MISSED,    "LDMA_14", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,          S.ACCEPTED,            S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,          S.CONTACTING,          S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,          S.MEDIATING,           S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,          S.ACCEPTED,            S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "W1_5", kinds=POST_FILING),
    _row(A.EXPIRE_TERM,          S.CONTACTING,          S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "W1_5", kinds=POST_FILING),
    _row(A.EXPIRE_TERM,          S.MEDIATING,           S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "W1_5", kinds=POST_FILING),
    _row(A.EXPIRE_TERM,          S.ACCEPTED,            S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "LDMA_14", kinds=APPLIED),
    _row(A.EXPIRE_TERM,          S.CONTACTING,          S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "LDMA_14", kinds=APPLIED),
    _row(A.EXPIRE_TERM,          S.MEDIATING,           S.TERM_EXPIRED,     CLOCK,  OVER,             EXPIRED,            E.TERM_EXPIRED,       "OMR_25", "LDMA_14", kinds=APPLIED),

    _row(A.HAND_BACK,            S.ACCEPTED,            S.UNASSIGNED,       CENTRE, (),               LEFT_OPEN,               E.HANDED_BACK,        "IMR_13", "IMR_15", "OMR_14", "PD_HAND_BACK", kinds=BY_COURT),
    _row(A.HAND_BACK,            S.CONTACTING,          S.UNASSIGNED,       CENTRE, (),               LEFT_OPEN,               E.HANDED_BACK,        "IMR_13", "IMR_15", "OMR_14", "PD_HAND_BACK", kinds=BY_COURT),
    _row(A.HAND_BACK,            S.MEDIATING,           S.UNASSIGNED,       CENTRE, (),               LEFT_OPEN,               E.HANDED_BACK,        "IMR_13", "IMR_15", "OMR_14", "PD_HAND_BACK", kinds=BY_COURT),
    _row(A.HAND_BACK,            S.ACCEPTED,            S.UNASSIGNED,       CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PD_HAND_BACK", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.HAND_BACK,            S.CONTACTING,          S.UNASSIGNED,       CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PD_HAND_BACK", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.HAND_BACK,            S.MEDIATING,           S.UNASSIGNED,       CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PD_HAND_BACK", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.HAND_BACK,            S.ACCEPTED,            S.RETURNED,         CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PML_26", "PD_HAND_BACK", kinds=DIRECT),
    _row(A.HAND_BACK,            S.CONTACTING,          S.RETURNED,         CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PML_26", "PD_HAND_BACK", kinds=DIRECT),
    _row(A.HAND_BACK,            S.MEDIATING,           S.RETURNED,         CENTRE, (),               LEFT,               E.HANDED_BACK,        "OMR_14", "PML_26", "PD_HAND_BACK", kinds=DIRECT),
    _row(A.REQUEST_CANCEL,       S.ACCEPTED,            S.ACCEPTED,         COURT,  RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", kinds=BY_COURT),
    _row(A.REQUEST_CANCEL,       S.CONTACTING,          S.CONTACTING,       COURT,  RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", kinds=BY_COURT),
    _row(A.REQUEST_CANCEL,       S.MEDIATING,           S.MEDIATING,        COURT,  RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", kinds=BY_COURT),
    _row(A.REQUEST_CANCEL,       S.APPRAISING,          S.APPRAISING,       COURT,  RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.REQUEST_CANCEL,       S.TERM_EXPIRED,        S.TERM_EXPIRED,     COURT,  RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", kinds=BY_COURT),
    _row(A.REQUEST_CANCEL,       S.ACCEPTED,            S.ACCEPTED,         SENDER, RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.REQUEST_CANCEL,       S.CONTACTING,          S.CONTACTING,       SENDER, RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.REQUEST_CANCEL,       S.MEDIATING,           S.MEDIATING,        SENDER, RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.REQUEST_CANCEL,       S.APPRAISING,          S.APPRAISING,       SENDER, RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED, tracks=(Track.DIRECT,)),
    _row(A.REQUEST_CANCEL,       S.TERM_EXPIRED,        S.TERM_EXPIRED,     SENDER, RECALL,           (),                 E.CANCEL_REQUESTED,   "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.CONFIRM_CANCEL,       S.ACCEPTED,            S.UNASSIGNED,       CENTRE, RECALLED,         LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=REFERRED),
    _row(A.CONFIRM_CANCEL,       S.CONTACTING,          S.UNASSIGNED,       CENTRE, RECALLED,         LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=REFERRED),
    _row(A.CONFIRM_CANCEL,       S.MEDIATING,           S.UNASSIGNED,       CENTRE, RECALLED,         LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=REFERRED),
    _row(A.CONFIRM_CANCEL,       S.APPRAISING,          S.UNASSIGNED,       CENTRE, RECALLED,         LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=SUSPENDABLE, tracks=ONLINE),
    _row(A.CONFIRM_CANCEL,       S.TERM_EXPIRED,        S.UNASSIGNED,       CENTRE, RECALLED,         LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=REFERRED),
    _row(A.REFUSE_CANCEL,        S.ACCEPTED,            S.ACCEPTED,         CENTRE, RECALLED,         (),                 E.CANCEL_REFUSED,     "PD_CANCEL", kinds=REFERRED),
    _row(A.REFUSE_CANCEL,        S.CONTACTING,          S.CONTACTING,       CENTRE, RECALLED,         (),                 E.CANCEL_REFUSED,     "PD_CANCEL", kinds=REFERRED),
    _row(A.REFUSE_CANCEL,        S.MEDIATING,           S.MEDIATING,        CENTRE, RECALLED,         (),                 E.CANCEL_REFUSED,     "PD_CANCEL", kinds=REFERRED),
    _row(A.REFUSE_CANCEL,        S.APPRAISING,          S.APPRAISING,       CENTRE, RECALLED,         (),                 E.CANCEL_REFUSED,     "PD_CANCEL", kinds=SUSPENDABLE, tracks=ONLINE),
    _row(A.REFUSE_CANCEL,        S.TERM_EXPIRED,        S.TERM_EXPIRED,     CENTRE, RECALLED,         (),                 E.CANCEL_REFUSED,     "PD_CANCEL", kinds=REFERRED),

    _row(A.TAKE_BACK,            S.ACCEPTED,            S.UNASSIGNED,       COURT,  UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=BY_COURT),
    _row(A.TAKE_BACK,            S.ACCEPTED,            S.UNASSIGNED,       SENDER, UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.TAKE_BACK,            S.CONTACTING,          S.UNASSIGNED,       COURT,  UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=BY_COURT),
    _row(A.TAKE_BACK,            S.CONTACTING,          S.UNASSIGNED,       SENDER, UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.TAKE_BACK,            S.MEDIATING,           S.UNASSIGNED,       COURT,  UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=BY_COURT),
    _row(A.TAKE_BACK,            S.MEDIATING,           S.UNASSIGNED,       SENDER, UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.TAKE_BACK,            S.APPRAISING,          S.UNASSIGNED,       COURT,  UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.TAKE_BACK,            S.APPRAISING,          S.UNASSIGNED,       SENDER, UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED, tracks=(Track.DIRECT,)),
    _row(A.TAKE_BACK,            S.TERM_EXPIRED,        S.UNASSIGNED,       COURT,  UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", kinds=BY_COURT),
    _row(A.TAKE_BACK,            S.TERM_EXPIRED,        S.UNASSIGNED,       SENDER, UNANSWERED,       LEFT,               E.TAKEN_BACK,         "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),

    _row(A.END,                  S.ACCEPTED,            S.MEDIATION_ENDED,  CENTRE, EARLY,            REPORTED,           E.ENDED,              "IMR_26", "OMR_25", kinds=BY_ORGANISATION),
    _row(A.END,                  S.CONTACTING,          S.MEDIATION_ENDED,  CENTRE, EARLY,            REPORTED,           E.ENDED,              "OMR_15", "OMR_25", kinds=BEFORE_FILING),
    _row(A.END,                  S.CONTACTING,          S.MEDIATION_ENDED,  CENTRE, EARLY,            REPORTED,           E.ENDED,              "IMR_26", "OMR_25", kinds=POST_FILING),
    _row(A.END,                  S.MEDIATING,           S.MEDIATION_ENDED,  CENTRE, ENDING,           REPORTED,           E.ENDED,              "IMR_26", "OMR_25", kinds=BY_ORGANISATION),
    _row(A.END,                  S.APPRAISING,          S.MEDIATION_ENDED,  CENTRE, ENDING,           REPORTED,           E.ENDED,              "OMR_25", "OMR_26", kinds=BEFORE_FILING, tracks=ONLINE),
    _row(A.END,                  S.TERM_EXPIRED,        S.MEDIATION_ENDED,  CENTRE, AFTER,            REPORTED,           E.ENDED,              "OMR_25", "PD_REPORT_WINDOW", kinds=BY_ORGANISATION),
    _row(A.END_UNREPORTED,       S.TERM_EXPIRED,        S.MEDIATION_ENDED,  CLOCK,  (g.due("REPORT"),), UNREPORTED,       E.ENDED,              "OMR_25", "PD_REPORT_WINDOW", kinds=BY_ORGANISATION),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.CLOSED,           CENTRE, RESULT,           TOLD,               E.CLOSED,             "OMR_20", "OMR_21", "IMR_19", "IMR_21", kinds=PRE_FILING),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.CLOSED,           CENTRE, RESULT,           TOLD,               E.CLOSED,             "OMR_20", "OMR_21", "PML_26", kinds=DIRECT),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.CLOSED,           CENTRE, RESULT,           FED_BACK,           E.CLOSED,             "OMR_20", "OMR_21", "PML_26", "PD_FEEDBACK", kinds=TRANSFERRED),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.MEDIATION_ENDED,  CENTRE, REPORT,           TOLD,               E.RESULT_REPORTED,    "IMR_20", "IMR_21", "IMR_26", "OMR_21", kinds=POST_FILING),
    _row(A.CLOSE_BY_OTHER_MEANS, S.MEDIATION_ENDED,     S.CLOSED,           COURT,  OTHERWISE,        TOLD,               E.CLOSED,             "IMR_20", "W1_4", "CPLI_151", "PD_SIGNING_CLAUSE", kinds=POST_FILING),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.CLOSED,           COURT,  UNTOLD,           TOLD,               E.CLOSED,             "OMR_21", "IMR_21", "PD_REPORT_WINDOW", kinds=PRE_FILING),
    _row(A.REPORT_RESULT,        S.MEDIATION_ENDED,     S.CLOSED,           SENDER, UNTOLD,           TOLD,               E.CLOSED,             "OMR_21", "PD_REPORT_WINDOW", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.CLOSE,                S.MEDIATION_ENDED,     S.CLOSED,           COURT,  GIVEN_UP,         TOLD,               E.CLOSED,             "PD_TAKE_BACK", kinds=BY_COURT),
    _row(A.CLOSE,                S.MEDIATION_ENDED,     S.CLOSED,           SENDER, GIVEN_UP,         TOLD,               E.CLOSED,             "PD_TAKE_BACK", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.REPORT_BACK,          S.CLOSED,              S.CLOSED,           CENTRE, FEEDBACK,         (stop("FEEDBACK"),), E.REPORTED_BACK,     "PD_FEEDBACK", kinds=TRANSFERRED),
    _row(A.MISS_REPORT_BACK,     S.CLOSED,              S.CLOSED,           CLOCK,  (g.due("FEEDBACK"),), (miss("FEEDBACK"),), E.DEADLINE_MISSED, "PD_FEEDBACK", kinds=TRANSFERRED),

    _row(A.REOPEN,       S.MEDIATION_ENDED, S.MEDIATING,       COURT,  AGAIN,            TAKEN_UP,           E.REOPENED,           "PD_REOPEN", "IMR_27", "OMR_24", kinds=PRE_FILING, when=(r.HAD_BEGUN,)),
    _row(A.REOPEN,       S.MEDIATION_ENDED, S.CONTACTING,       COURT,  AGAIN,            TAKEN_UP,           E.REOPENED,           "PD_REOPEN", "IMR_27", "OMR_24", kinds=PRE_FILING, when=(r.HAD_NOT_BEGUN,)),
    _row(A.REOPEN,       S.CLOSED, S.MEDIATING,       COURT,  AGAIN,            TAKEN_UP,           E.REOPENED,           "PD_REOPEN", "IMR_27", "OMR_24", kinds=PRE_FILING, when=(r.HAD_BEGUN,)),
    _row(A.REOPEN,       S.CLOSED, S.CONTACTING,       COURT,  AGAIN,            TAKEN_UP,           E.REOPENED,           "PD_REOPEN", "IMR_27", "OMR_24", kinds=PRE_FILING, when=(r.HAD_NOT_BEGUN,)),
)
# fmt: on
