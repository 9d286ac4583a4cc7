"""Outcome procedures under a referral, each a small machine of its own, one line an arrow.

A line that `closes` also closes the mediation region of a matter that was filed: the court's record of how the case
ended is its end.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards.binding import NOT_RECEIVED, NOT_RECORDED
from app.domain.guards.drafting import NO_GUARANTOR_APPLIES, SUBJECTS_CONFIRMABLE
from app.domain.guards.routes import HAND_OVER_REASON_FITS
from app.domain.lifecycle.intake import CENTRE, COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import ArbitrationState as L
from app.domain.lifecycle.states import ConfirmationState as C
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine, Track
from app.domain.lifecycle.states import RegistrationState as R
from app.domain.lifecycle.states import StatementState as M
from app.domain.lifecycle.states import TransferState as T
from app.domain.lifecycle.states import WithdrawalState as W
from app.domain.lifecycle.table import (
    ALL_KINDS,
    APPLIED,
    BY_ORGANISATION,
    NOT_BEFORE_COMMISSION,
    POST_FILING,
    PRE_FILING,
    ClockOp,
    Condition,
    Guard,
    Row,
    start,
    stop,
    tracks_of,
)

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
FEE_TRACK = (Track.POST_FILING_FIRST,)
NO_FEE_TRACKS = (Track.POST_FILING_2016, Track.IN_TRIAL)
BEFORE_COURTS = tuple(track for track in Track if track is not Track.COMMISSION_DELEGATED)
CONFIRMATION = Machine.JUDICIAL_CONFIRMATION
REGISTRATION = Machine.CASE_REGISTRATION
STATEMENT = Machine.MEDIATION_STATEMENT
WITHDRAWAL = Machine.SUIT_WITHDRAWAL
TRANSFER = Machine.TRANSFER_TO_TRIAL
ARBITRATION = Machine.LABOUR_ARBITRATION

JOINTLY = (
    *(g.NO_REVIEW, g.NONE_REJECTED, g.WINDOW_OPEN, g.CONFIRMABLE, SUBJECTS_CONFIRMABLE, g.PARTY_KNOWN),
    *(NO_GUARANTOR_APPLIES, g.JOINT),
)
FORCE_FREE = (g.AGREEMENT_EFFECTIVE, g.NO_LIVE_CONFIRMATION, g.NO_LIVE_STATEMENT)
ELSEWHERE = (g.COURT_NAMED, g.NAMED_COURT_ACTIVE, g.NAMED_COURT_COMPETENT)
APPLICATION = (*FORCE_FREE, *JOINTLY, g.ONLY_REFERRING_COURT)
ENTRUSTED = (*FORCE_FREE, g.ENTRUSTMENT_ALLOWS, g.NOT_IN_TRIAL, g.EXIT_FREE, *JOINTLY, g.ONLY_REFERRING_COURT)
APPLICATION_ELSEWHERE = (*FORCE_FREE, *JOINTLY, *ELSEWHERE)
FILE = (
    g.LEADS_TO_REGISTRATION,
    HAND_OVER_REASON_FITS,
    g.NO_LIVE_REGISTRATION,
    g.NO_LIVE_ARBITRATION,
    g.ARBITRATION_DONE,
)
HAND_OVER = (*FILE, g.ONLY_REFERRING_COURT)
HAND_OVER_ELSEWHERE = (*FILE, *ELSEWHERE)
ASK = (g.AWAITS_COURT, *FORCE_FREE, g.NO_ORDER_ON_CLAIM, g.REGISTERED_CASE, g.EXIT_FREE, g.PARTY_KNOWN, g.PARTY_ASKS)
RECEIPT = (g.PARTY_KNOWN, g.BOUND_PARTY, g.NOT_YET_SERVED, g.MEANS_ALLOWED, g.ELECTRONIC_AGREED)
GO_BACK = (NOT_RECORDED, g.PARTY_KNOWN, g.BOUND_PARTY)
DROP = (g.AWAITS_COURT, g.AGREEMENT_SETTLED, g.SETTLED_SOMEHOW, g.EXIT_FREE, g.PARTY_KNOWN, g.PLAINTIFF_ASKS)
TRY = (g.AWAITS_COURT, g.AGREEMENT_SETTLED, g.LEADS_TO_TRIAL, g.EXIT_FREE)
ARBITRATE = (g.ENDED_OPEN, g.ARBITRABLE, g.NO_LIVE_ARBITRATION, g.NO_LIVE_REGISTRATION)

LAST = (g.LAST_RECEIPT, g.WHOLE_DISPUTE)
LAST_PART = (g.LAST_RECEIPT, g.PART_OF_DISPUTE)
MORE = (g.RECEIPTS_REMAIN,)
STOP = (stop("T12"),)
DONE = (stop("URGE"),)
PLAN = (start("PERFORM"),)
"""After filing the promises bind from here on: in force, withdrawn, or confirmed."""

DONE_PLAN = (*DONE, *PLAN)
STOP_ALL = (*STOP, *DONE, *PLAN)
STOP_PART = (*STOP, *PLAN)
SENT = (*STOP, start("T13"))
GONE = (stop("T13"),)
TAKEN = (stop("T13"), start("T14"))
RULED = (stop("T14"),)
CONFIRMED = (*RULED, *PLAN)
FILED = (start("T24"), stop("T27"))
JUDGED = (stop("T24"), start("T27", only_when=g.PRESERVED))
ORDER = tuple(stop(rule) for rule in ("T24", "T19", "T20", "T21", "T22", "T23"))
"""Clocks of the decision on filing, and of a payment order over the claim, which ends with the suit."""


def _row(
    machine: Machine,
    action: A,
    before: C | R | M | W | T | L | None,
    after: C | R | M | W | T | L,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...],
    tracks: tuple[Track, ...] = (),
    when: tuple[Condition, ...] = (),
    closes: bool = False,
) -> Row:
    on = tracks or tracks_of(kinds)
    return Row(machine, action, before, after, by, guards, clocks, event, sources, when, on, kinds, closes)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    machine       action                         from           to                  by      guards                 clocks  event                     sources
    _row(CONFIRMATION, A.APPLY_FOR_CONFIRMATION,      None,          C.APPLIED,          BOTH,   APPLICATION,           SENT,   E.PROCEDURE_APPLIED,      "CPL_205", "CPLI_351", "CPLI_355", "PML_33", kinds=PRE_FILING),
    _row(CONFIRMATION, A.APPLY_FOR_CONFIRMATION,      None,          C.APPLIED,          BOTH,   ENTRUSTED,             SENT,   E.PROCEDURE_APPLIED,      "CPL_205", "CPLI_351", "CPLI_355", "W1_4", "PD_CONFIRMATION_AFTER_ENTRUSTMENT", kinds=POST_FILING),
    _row(CONFIRMATION, A.APPLY_FOR_CONFIRMATION,      None,          C.APPLIED,          CENTRE, APPLICATION_ELSEWHERE, SENT,   E.PROCEDURE_APPLIED,      "CPL_205", "CPLI_351", "CPLI_352", "CPLI_355", "PML_33", kinds=APPLIED),
    _row(CONFIRMATION, A.REFUSE_APPLICATION,          C.APPLIED,     C.NOT_ACCEPTED,     COURT,  (),                    GONE,   E.PROCEDURE_NOT_ACCEPTED, "CPLI_355", kinds=BY_ORGANISATION),
    _row(CONFIRMATION, A.ACCEPT_APPLICATION,          C.APPLIED,     C.ACCEPTED,         COURT,  (),                    TAKEN,  E.PROCEDURE_ACCEPTED,     "CPLI_354", "CPL_187", kinds=BY_ORGANISATION),
    _row(CONFIRMATION, A.WITHDRAW_APPLICATION,        C.APPLIED,     C.WITHDRAWN,        BOTH,   (),                    GONE,   E.PROCEDURE_WITHDRAWN,    "CPLI_357", kinds=BY_ORGANISATION),
    _row(CONFIRMATION, A.WITHDRAW_APPLICATION,        C.ACCEPTED,    C.WITHDRAWN,        BOTH,   (),                    RULED,  E.PROCEDURE_WITHDRAWN,    "CPLI_357", kinds=BY_ORGANISATION),
    _row(CONFIRMATION, A.CONFIRM_AGREEMENT,           C.ACCEPTED,    C.CONFIRMED,        COURT,  (),                    CONFIRMED, E.PROCEDURE_GRANTED,      "CPL_206", kinds=BY_ORGANISATION),
    _row(CONFIRMATION, A.REJECT_CONFIRMATION,         C.ACCEPTED,    C.REJECTED,         COURT,  (),                    RULED,  E.PROCEDURE_REFUSED,      "CPL_206", "CPLI_358", kinds=BY_ORGANISATION),

    _row(REGISTRATION, A.HAND_OVER,                   None,          R.HANDED_OVER,      BOTH,   HAND_OVER,             FILED,  E.FILING_HANDED_OVER,     "IMR_21", "OMR_21", "LDMA_5", "LSI_13", "LSI_15", kinds=PRE_FILING),
    _row(REGISTRATION, A.HAND_OVER,                   None,          R.HANDED_OVER,      CENTRE, HAND_OVER_ELSEWHERE,   FILED,  E.FILING_HANDED_OVER,     "OMR_21", "PML_26", "LDMA_5", "LSI_13", "LSI_15", kinds=APPLIED, tracks=(Track.DIRECT,)),
    _row(REGISTRATION, A.REGISTER_CASE,               R.HANDED_OVER, R.REGISTERED,       COURT,  (),                    ORDER,  E.PROCEDURE_GRANTED,      "CPL_126", "IMR_21", "CPLI_430", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(REGISTRATION, A.REFUSE_REGISTRATION,         R.HANDED_OVER, R.NOT_REGISTERED,   COURT,  (),                    JUDGED, E.PROCEDURE_REFUSED,      "CPL_126", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),

    _row(STATEMENT,    A.REQUEST_STATEMENT,           None,          M.REQUESTED,        BOTH,   ASK,                   (),     E.PROCEDURE_APPLIED,      "IMR_20", "OMR_20", "W1_4", kinds=POST_FILING),
    _row(STATEMENT,    A.REQUEST_STATEMENT,           None,          M.REQUESTED,        BOTH,   ASK,                   (),     E.PROCEDURE_APPLIED,      "OMR_20", "CPL_100", "PD_STATEMENT_BEFORE_FILING", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(STATEMENT,    A.MAKE_STATEMENT,              M.REQUESTED,   M.MADE,             COURT,  (),                    (),     E.PROCEDURE_GRANTED,      "CPL_100", "CMP_10", "OMR_23", kinds=ALL_KINDS, tracks=BEFORE_COURTS),
    _row(STATEMENT,    A.REFUSE_STATEMENT,            M.REQUESTED,   M.REFUSED,          COURT,  (),                    (),     E.PROCEDURE_REFUSED,      "CMP_10", "OMR_23", kinds=ALL_KINDS, tracks=BEFORE_COURTS),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT,    M.MADE,        M.MADE,             COURT,  RECEIPT,               (),     E.PROCEDURE_SERVED,       "CPL_90", "CPL_100", "CPLI_133", kinds=ALL_KINDS, tracks=BEFORE_COURTS, when=MORE),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT,    M.MADE,        M.IN_FORCE,         COURT,  RECEIPT,               STOP_ALL, E.PROCEDURE_EFFECTIVE,  "CPL_90", "CPL_100", "CPLI_133", "CPLI_149", "OMR_20", kinds=POST_FILING, when=LAST, closes=True),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT,    M.MADE,        M.IN_FORCE,         COURT,  RECEIPT,               STOP_PART, E.PROCEDURE_EFFECTIVE, "CPL_90", "CPL_100", "CPLI_133", "CPLI_149", "CMP_14", kinds=POST_FILING, when=LAST_PART),
    _row(STATEMENT,    A.RECORD_STATEMENT_RECEIPT,    M.MADE,        M.IN_FORCE,         COURT,  RECEIPT,               STOP,   E.PROCEDURE_EFFECTIVE,    "CPL_90", "CPL_100", "CPLI_133", "CPLI_149", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION, when=(g.LAST_RECEIPT,)),
    _row(STATEMENT,    A.REPUDIATE_STATEMENT,         M.REQUESTED,   M.REPUDIATED,       BOTH,   GO_BACK,               STOP,   E.PROCEDURE_REPUDIATED,   "CPL_102", kinds=ALL_KINDS, tracks=BEFORE_COURTS),
    _row(STATEMENT,    A.REPUDIATE_STATEMENT,         M.MADE,        M.REPUDIATED,       BOTH,   (*GO_BACK, NOT_RECEIVED), STOP, E.PROCEDURE_REPUDIATED, "CPL_102", "PD_REPUDIATION", kinds=ALL_KINDS, tracks=BEFORE_COURTS),

    _row(WITHDRAWAL,   A.APPLY_FOR_WITHDRAWAL,        None,          W.APPLIED,          BOTH,   DROP,                  (),     E.PROCEDURE_APPLIED,      "CPL_148", "IMR_20", "OMR_20", "W1_4", kinds=POST_FILING),
    _row(WITHDRAWAL,   A.PERMIT_WITHDRAWAL,           W.APPLIED,     W.PERMITTED,        COURT,  (),                    DONE_PLAN, E.PROCEDURE_GRANTED,      "CPL_148", "W1_4", kinds=POST_FILING, closes=True),
    _row(WITHDRAWAL,   A.REFUSE_WITHDRAWAL,           W.APPLIED,     W.REFUSED,          COURT,  (),                    (),     E.PROCEDURE_REFUSED,      "CPL_148", kinds=POST_FILING),

    _row(TRANSFER,     A.GIVE_FEE_NOTICE,             None,          T.FEE_NOTICED,      COURT,  (*TRY, g.PAY_DAY_TO_COME), (), E.FEE_NOTICED,            "W1_6", kinds=POST_FILING, tracks=FEE_TRACK),
    _row(TRANSFER,     A.RECORD_FEE_PAID,             T.FEE_NOTICED, T.FEE_PAID,         COURT,  (),                    (),     E.FEE_PAID,               "W1_6", kinds=POST_FILING, tracks=FEE_TRACK),
    _row(TRANSFER,     A.TRANSFER_TO_TRIAL,           T.FEE_PAID,    T.TRANSFERRED,      COURT,  (),                    DONE,   E.TRIAL_TRANSFERRED,      "IMR_21", "OMR_21", "W1_5", kinds=POST_FILING, tracks=FEE_TRACK, closes=True),
    _row(TRANSFER,     A.DEEM_WITHDRAWN,              T.FEE_NOTICED, T.DEEMED_WITHDRAWN, COURT,  (g.PAY_DAY_OVER,),     DONE,   E.PROCEDURE_WITHDRAWN,    "W1_6", kinds=POST_FILING, tracks=FEE_TRACK, closes=True),
    _row(TRANSFER,     A.RESUME_TRIAL,                None,          T.TRANSFERRED,      COURT,  TRY,                   DONE,   E.TRIAL_TRANSFERRED,      "IMR_21", "OMR_21", kinds=POST_FILING, tracks=NO_FEE_TRACKS, closes=True),

    _row(ARBITRATION,  A.REFER_TO_ARBITRATION,        None,          L.REFERRED,         BOTH,   ARBITRATE,             (),     E.FILING_HANDED_OVER,     "LDMA_5", "LDMA_14", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(ARBITRATION,  A.RECORD_ARBITRATION_ACCEPTED, L.REFERRED,    L.ACCEPTED,         BOTH,   (),                    (),     E.PROCEDURE_ACCEPTED,     "LDMA_29", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(ARBITRATION,  A.RECORD_ARBITRATION_REFUSED,  L.REFERRED,    L.REFUSED,          BOTH,   (),                    (),     E.PROCEDURE_NOT_ACCEPTED, "LDMA_29", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
)
# fmt: on
