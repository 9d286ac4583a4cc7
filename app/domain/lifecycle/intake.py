"""THE PAGE, part one: the mediation region before acceptance, one line an arrow. `mediation.py` is part two.

Nothing here is computed and nothing is a wildcard: what is not a line is refused.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards.dispatch import NAMED_BY_COURT, ROOM_LEFT
from app.domain.guards.term import CONSENTS_LEAVE_DAYS
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine, Track
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.table import (
    BY_COURT,
    DIRECT,
    ONLY_2016,
    ONLY_2022,
    POST_FILING,
    PRE_FILING,
    TRANSFERRED,
    ClockOp,
    Guard,
    Row,
    miss,
    start,
    stop,
    tracks_of,
)

COURT = (ActorRole.COURT,)
CENTRE = (ActorRole.ORGANISATION,)
SENDER = (ActorRole.REFERRING_BODY,)
CLOCK = (ActorRole.CLOCK,)

INTAKE = (g.COURT_ACTIVE, g.TRACK_IN_USE, g.TRACK_IN_FORCE, g.NOT_FILED)
FILED = (*INTAKE, g.PARTICULARS_GIVEN, g.FILED_BEFORE)
SENT = (g.SENDER_KNOWN, g.TRACK_IN_FORCE, g.NOT_FILED)
TAKER = (g.ORGANISATION_ACTIVE, g.BODY_FOR_TRACK, g.CAUSE_FOR_BODY)
CHANNEL = (g.CHANNEL_OPEN, g.CAUSE_STATED, g.CAUSE_IN_SCOPE, ROOM_LEFT)
OFFER = (g.CONSENT_OF_A_PARTY, g.NOBODY_REFUSED, *TAKER, *CHANNEL)
ENTRUST = (g.NOBODY_REFUSED, g.ALL_CONSENTED, *TAKER, *CHANNEL)
SEND = (g.CONSENT_OF_A_PARTY, g.NOBODY_REFUSED, *TAKER)
SEND_WAITING = (g.NOBODY_REFUSED, g.ALL_CONSENTED, *TAKER, CONSENTS_LEAVE_DAYS)
WAITING, NOT_WAITING = (Track.COMMISSION_DELEGATED,), (Track.DIRECT,)
"""Whether the hearing of a labour arbitration commission waits for the mediation."""

APPLY = (g.TRACK_IN_FORCE, g.NOT_FILED, *TAKER)
CHOOSE = (g.PARTY_KNOWN, g.AGREED_BY_ALL, *TAKER)
OPINION = (g.PARTY_KNOWN,)
AGAIN = (g.NOT_GIVEN_UP_BEFORE, g.TERM_LEFT_OVER)

CHOICE = start("T01", only_when=g.CHOICE_OPENS)
LABOUR = start("T10", only_when=g.LABOUR_OFFER)
OFFERED = (start("T03"), LABOUR)
SUIT = start("T27", only_when=g.PRESERVED)
APPOINT = start("T02", only_when=g.ONLINE_REFERRED)
OPENED = (*OFFERED, SUIT)
CHOSEN = (stop("T01"), stop("T02"), *OFFERED)
OVER = (stop("T01"), stop("T02"))
GIVEN_UP = (stop("T03"), stop("T10"), stop("URGE"))
DECLINED = (*GIVEN_UP, APPOINT)
NAMED = (stop("T02"), *OFFERED)
ANEW = (stop("T10"), stop("URGE"), *OFFERED)


def _row(
    action: A,
    before: S | None,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...],
    tracks: tuple[Track, ...] = (),
) -> Row:
    on = tracks or tracks_of(kinds)
    return Row(Machine.MEDIATION, action, before, after, by, guards, clocks, event, sources, tracks=on, kinds=kinds)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                from                   to                     by      guards              clocks                 event                sources
    _row(A.CONSULT,            None,                  S.CONSULTING,          COURT,  INTAKE,             (CHOICE, SUIT),             E.SUBMITTED,         "IMR_11", "CPL_125", "OMR_10", kinds=PRE_FILING),
    _row(A.CONSULT,            None,                  S.CONSULTING,          COURT,  FILED,              (),                    E.SUBMITTED,         "IMR_11", "CPL_125", "W1_2", kinds=POST_FILING),
    _row(A.CONSULT,            None,                  S.CONSULTING,          SENDER, SENT,               (SUIT,),                    E.SUBMITTED,         "PD_TRANSFER", "PML_17", kinds=TRANSFERRED),
    _row(A.DELEGATE,           None,                  S.AWAITING_ACCEPTANCE, COURT,  (*INTAKE, *OFFER),  OPENED,               E.DELEGATED,         "IMR_11", "OMR_12", kinds=PRE_FILING),
    _row(A.DELEGATE,           None,                  S.AWAITING_ACCEPTANCE, COURT,  (*FILED, *ENTRUST), OFFERED,               E.DELEGATED,         "IMR_11", "W1_2", "OMR_12", kinds=POST_FILING),
    _row(A.DELEGATE,           None,                  S.AWAITING_ACCEPTANCE, SENDER, (*SENT, *SEND),     OPENED,               E.DELEGATED,         "PD_TRANSFER", "PML_17", "OMR_12", kinds=TRANSFERRED, tracks=NOT_WAITING),
    _row(A.DELEGATE,           None,                  S.AWAITING_ACCEPTANCE, SENDER, (*SENT, *SEND_WAITING),     OFFERED,                  E.DELEGATED,         "PD_TRANSFER", "LAR_DELEGATION", "OMR_12", kinds=TRANSFERRED, tracks=WAITING),
    _row(A.SUBMIT,             None,                  S.SUBMITTED,           COURT,  INTAKE,             (start("T02"), CHOICE, SUIT), E.SUBMITTED,        "OMR_8", "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.SUBMIT,             None,                  S.SUBMITTED,           COURT,  INTAKE,             (SUIT,),                    E.SUBMITTED,         "IMR_11", kinds=PRE_FILING, tracks=ONLY_2016),
    _row(A.SUBMIT,             None,                  S.SUBMITTED,           CENTRE, APPLY,              OPENED,               E.SUBMITTED,         "OMR_8", "OMR_12", "LDMA_14", kinds=DIRECT),

    _row(A.CONSULT,            S.SUBMITTED,           S.CONSULTING,          COURT,  (),                 (CHOICE,),             E.SUBMITTED,         "IMR_11", "OMR_10", kinds=PRE_FILING),
    _row(A.CONSULT,            S.SUBMITTED,           S.CONSULTING,          CENTRE, (),                 (),                    E.SUBMITTED,         "PML_17", "OMR_15", kinds=DIRECT),
    _row(A.RECORD_OPINION,     S.CONSULTING,          S.CONSULTING,          COURT,  OPINION,            (CHOICE,),             E.PARTY_CONTACTED,   "IMR_11", "OMR_10", kinds=PRE_FILING),
    _row(A.RECORD_OPINION,     S.CONSULTING,          S.CONSULTING,          COURT,  OPINION,            (),                    E.PARTY_CONTACTED,   "IMR_11", "W1_2", kinds=POST_FILING),
    _row(A.RECORD_OPINION,     S.CONSULTING,          S.CONSULTING,          CENTRE, OPINION,            (),                    E.PARTY_CONTACTED,   "PML_17", "OMR_15", kinds=DIRECT),
    _row(A.RECORD_OPINION,     S.CONSULTING,          S.CONSULTING,          SENDER, OPINION,            (),                    E.PARTY_CONTACTED,   "PD_TRANSFER", "PML_17", kinds=TRANSFERRED),
    _row(A.RECORD_CHOICE,      S.SUBMITTED,           S.SUBMITTED,           COURT,  CHOOSE,             (stop("T01"),),        E.CHOICE_RECORDED,   "IMR_12", "OMR_10", kinds=PRE_FILING),
    _row(A.RECORD_CHOICE,      S.CONSULTING,          S.CONSULTING,          COURT,  CHOOSE,             (stop("T01"),),        E.CHOICE_RECORDED,   "IMR_12", "OMR_10", kinds=BY_COURT),
    _row(A.MISS_CHOICE,        S.SUBMITTED,           S.SUBMITTED,           CLOCK,  (g.due("T01"),),    (miss("T01"),),        E.DEADLINE_MISSED,   "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.MISS_CHOICE,        S.CONSULTING,          S.CONSULTING,          CLOCK,  (g.due("T01"),),    (miss("T01"),),        E.DEADLINE_MISSED,   "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.MISS_APPOINTMENT,   S.SUBMITTED,           S.SUBMITTED,           CLOCK,  (g.due("T02"),),    (miss("T02"),),        E.DEADLINE_MISSED,   "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.MISS_APPOINTMENT,   S.CONSULTING,          S.CONSULTING,          CLOCK,  (g.due("T02"),),    (miss("T02"),),        E.DEADLINE_MISSED,   "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.MISS_APPOINTMENT,   S.UNASSIGNED,          S.UNASSIGNED,          CLOCK,  (g.due("T02"),),    (miss("T02"),),        E.DEADLINE_MISSED,   "OMR_10", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.DELEGATE,           S.SUBMITTED,           S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, g.AS_CHOSEN), CHOSEN,             E.DELEGATED,         "IMR_11", "IMR_12", "OMR_10", "OMR_12", kinds=PRE_FILING),
    _row(A.DELEGATE,           S.CONSULTING,          S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, g.AS_CHOSEN), CHOSEN,             E.DELEGATED,         "IMR_11", "IMR_12", "OMR_10", "OMR_12", kinds=PRE_FILING),
    _row(A.DELEGATE,           S.CONSULTING,          S.AWAITING_ACCEPTANCE, COURT,  (*ENTRUST, g.AS_CHOSEN), OFFERED,          E.DELEGATED,         "IMR_11", "IMR_12", "W1_2", "OMR_12", kinds=POST_FILING),
    _row(A.DELEGATE,           S.CONSULTING,          S.AWAITING_ACCEPTANCE, SENDER, SEND,               OFFERED,               E.DELEGATED,         "PD_TRANSFER", "PML_17", "OMR_12", kinds=TRANSFERRED, tracks=NOT_WAITING),
    _row(A.DELEGATE,           S.CONSULTING,          S.AWAITING_ACCEPTANCE, SENDER, SEND_WAITING,               OFFERED,               E.DELEGATED,         "PD_TRANSFER", "LAR_DELEGATION", "OMR_12", kinds=TRANSFERRED, tracks=WAITING),
    _row(A.RETURN,             S.SUBMITTED,           S.RETURNED,            COURT,  (),                 OVER,                  E.RETURNED,          "OMR_9", "CPL_125", kinds=PRE_FILING),
    _row(A.RETURN,             S.CONSULTING,          S.RETURNED,            COURT,  (),                 OVER,                  E.RETURNED,          "OMR_9", "CPL_125", kinds=PRE_FILING),
    _row(A.RETURN,             S.CONSULTING,          S.RETURNED,            COURT,  (),                 (),                    E.RETURNED,          "CPL_125", "W1_2", kinds=POST_FILING),
    _row(A.RETURN,             S.CONSULTING,          S.RETURNED,            SENDER, (),                 (),                    E.RETURNED,          "PD_TRANSFER", "PML_17", kinds=TRANSFERRED),

    _row(A.DECLINE,            S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          CENTRE, (NAMED_BY_COURT,),  DECLINED,              E.DECLINED,          "OMR_12", kinds=BY_COURT),
    _row(A.DECLINE,            S.OVERDUE,             S.UNASSIGNED,          CENTRE, (NAMED_BY_COURT,),  DECLINED,              E.DECLINED,          "OMR_12", kinds=BY_COURT),
    _row(A.DECLINE,            S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          CENTRE, (),                 GIVEN_UP,              E.DECLINED,          "OMR_12", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.DECLINE,            S.OVERDUE,             S.UNASSIGNED,          CENTRE, (),                 GIVEN_UP,              E.DECLINED,          "OMR_12", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.DECLINE,            S.SUBMITTED,           S.RETURNED,            CENTRE, (),                 GIVEN_UP,              E.DECLINED,          "OMR_12", "PML_17", kinds=DIRECT),
    _row(A.DECLINE,            S.CONSULTING,          S.RETURNED,            CENTRE, (),                 GIVEN_UP,              E.DECLINED,          "OMR_12", "PML_17", kinds=DIRECT),
    _row(A.DECLINE,            S.OVERDUE,             S.RETURNED,            CENTRE, (),                 GIVEN_UP,              E.DECLINED,          "OMR_12", "PML_17", kinds=DIRECT),
    _row(A.RUN_OVERDUE,        S.AWAITING_ACCEPTANCE, S.OVERDUE,             CLOCK,  (g.due("T03"),),    (miss("T03"),),        E.OVERDUE,           "OMR_12", kinds=BY_COURT),
    _row(A.RUN_OVERDUE,        S.AWAITING_ACCEPTANCE, S.OVERDUE,             CLOCK,  (g.due("T03"),),    (miss("T03"),),        E.OVERDUE,           "OMR_12", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.RUN_OVERDUE,        S.SUBMITTED,           S.OVERDUE,             CLOCK,  (g.due("T03"),),    (miss("T03"),),        E.OVERDUE,           "OMR_12", kinds=DIRECT),
    _row(A.RUN_OVERDUE,        S.CONSULTING,          S.OVERDUE,             CLOCK,  (g.due("T03"),),    (miss("T03"),),        E.OVERDUE,           "OMR_12", kinds=DIRECT),
    _row(A.TAKE_BACK,          S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          COURT,  (),                 GIVEN_UP,              E.TAKEN_BACK,        "PD_TAKE_BACK", kinds=BY_COURT),
    _row(A.TAKE_BACK,          S.OVERDUE,             S.UNASSIGNED,          COURT,  (),                 GIVEN_UP,              E.TAKEN_BACK,        "OMR_12", kinds=BY_COURT),
    _row(A.TAKE_BACK,          S.AWAITING_ACCEPTANCE, S.UNASSIGNED,          SENDER, (),                 GIVEN_UP,              E.TAKEN_BACK,        "PD_TAKE_BACK", kinds=TRANSFERRED),
    _row(A.TAKE_BACK,          S.OVERDUE,             S.UNASSIGNED,          SENDER, (),                 GIVEN_UP,              E.TAKEN_BACK,        "OMR_12", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.REASSIGN,           S.OVERDUE,             S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, *AGAIN),   ANEW,                  E.REASSIGNED,        "OMR_12", kinds=PRE_FILING),
    _row(A.REASSIGN,           S.OVERDUE,             S.AWAITING_ACCEPTANCE, COURT,  (*ENTRUST, *AGAIN), ANEW,                  E.REASSIGNED,        "OMR_12", "W1_2", kinds=POST_FILING),
    _row(A.REASSIGN,           S.OVERDUE,             S.AWAITING_ACCEPTANCE, SENDER, (*SEND, *AGAIN),    ANEW,                  E.REASSIGNED,        "OMR_12", "PD_TRANSFER", kinds=TRANSFERRED, tracks=NOT_WAITING),
    _row(A.REASSIGN,           S.OVERDUE,             S.AWAITING_ACCEPTANCE, SENDER, (*SEND_WAITING, *AGAIN),    ANEW,                  E.REASSIGNED,        "OMR_12", "PD_TRANSFER", "LAR_DELEGATION", kinds=TRANSFERRED, tracks=WAITING),
    _row(A.REASSIGN,           S.UNASSIGNED,          S.AWAITING_ACCEPTANCE, COURT,  (*OFFER, *AGAIN),   NAMED,               E.REASSIGNED,        "OMR_12", "PD_TERM_ON_REASSIGNMENT", kinds=PRE_FILING),
    _row(A.REASSIGN,           S.UNASSIGNED,          S.AWAITING_ACCEPTANCE, COURT,  (*ENTRUST, *AGAIN), NAMED,               E.REASSIGNED,        "OMR_12", "PD_TERM_ON_REASSIGNMENT", "W1_2", kinds=POST_FILING),
    _row(A.REASSIGN,           S.UNASSIGNED,          S.AWAITING_ACCEPTANCE, SENDER, (*SEND, *AGAIN),    OFFERED,               E.REASSIGNED,        "OMR_12", "PD_TERM_ON_REASSIGNMENT", "PD_TRANSFER", kinds=TRANSFERRED, tracks=NOT_WAITING),
    _row(A.REASSIGN,           S.UNASSIGNED,          S.AWAITING_ACCEPTANCE, SENDER, (*SEND_WAITING, *AGAIN),    OFFERED,               E.REASSIGNED,        "OMR_12", "PD_TERM_ON_REASSIGNMENT", "PD_TRANSFER", "LAR_DELEGATION", kinds=TRANSFERRED, tracks=WAITING),
    _row(A.CLOSE,              S.UNASSIGNED,          S.CLOSED,              COURT,  (),                 (stop("T02"),),                    E.CLOSED,            "PD_TAKE_BACK", kinds=BY_COURT),
    _row(A.CLOSE,              S.UNASSIGNED,          S.CLOSED,              SENDER, (),                 (),                    E.CLOSED,            "PD_TAKE_BACK", kinds=TRANSFERRED),
)
# fmt: on
