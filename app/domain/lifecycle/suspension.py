"""THE PAGE, part three: the suspension 中止 of mediation, one line an arrow.

A suspicion suspends and ends nothing (IMR 18). The term runs on, unless the referring court's dated setting pauses it
(PD_SUSPENSION): time and whoever referred reach an end in either case. An appraisal goes on meanwhile, and its days do
not count (OMR 26), so a suspension that finds one turns no clock.
"""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import succession as h
from app.domain.guards import suspension as u
from app.domain.lifecycle.intake import CENTRE, CLOCK, COURT, SENDER
from app.domain.lifecycle.mediation import (
    BEFORE_FILING,
    EXPIRED,
    LEFT,
    ONLINE,
    OVER,
    RECALL,
    RECALLED,
    REPORTED,
    UNANSWERED,
)
from app.domain.lifecycle.mediation import arrow as _row
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.states import Track
from app.domain.lifecycle.table import (
    APPLIED,
    BY_COURT,
    BY_ORGANISATION,
    DIRECT,
    ONLY_2022,
    POST_FILING,
    PRE_FILING,
    REFERRED,
    TERM,
    TRANSFERRED,
    Row,
    miss,
    pause,
    resume,
    start,
)

EITHER = (ActorRole.COURT, ActorRole.ORGANISATION)

GROUND = (g.TERM_OPEN, u.PARTY_CONCERNED)
RESULT = (g.TERM_OPEN, u.RESULT_FITS, *h.TAKE_PART)
SHAM = (u.UNDER_REVIEW,)
ENDING = (g.TERM_OPEN, u.NOT_UNDER_REVIEW, g.REASON_BEFORE_START, g.PARTIAL_AGREEMENT)
PAUSED = (pause(TERM, only_when=u.TERM_PAUSES),)
GOES_ON = (resume(TERM),)
FOUND = LEFT
FOUND_FED_BACK = (*LEFT, start("FEEDBACK"))

# fmt: off
ROWS: tuple[Row, ...] = (
    #    action              from            to                  by      guards      clocks          event               sources
    _row(A.SUSPEND,          S.ACCEPTED,     S.SUSPENDED,        EITHER, GROUND,     PAUSED,         E.SUSPENDED,        "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=BY_COURT),
    _row(A.SUSPEND,          S.CONTACTING,   S.SUSPENDED,        EITHER, GROUND,     PAUSED,         E.SUSPENDED,        "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=BY_COURT),
    _row(A.SUSPEND,          S.MEDIATING,    S.SUSPENDED,        EITHER, GROUND,     PAUSED,         E.SUSPENDED,        "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=BY_COURT),
    _row(A.SUSPEND,          S.ACCEPTED,     S.SUSPENDED,        CENTRE, GROUND,     (),             E.SUSPENDED,        "OMR_23", "PD_SUSPENSION", kinds=APPLIED),
    _row(A.SUSPEND,          S.CONTACTING,   S.SUSPENDED,        CENTRE, GROUND,     (),             E.SUSPENDED,        "OMR_23", "PD_SUSPENSION", kinds=APPLIED),
    _row(A.SUSPEND,          S.MEDIATING,    S.SUSPENDED,        CENTRE, GROUND,     (),             E.SUSPENDED,        "OMR_23", "PD_SUSPENSION", kinds=APPLIED),
    _row(A.SUSPEND,          S.APPRAISING,   S.SUSPENDED,        EITHER, GROUND,     (),             E.SUSPENDED,        "IMR_18", "OMR_23", "OMR_26", "PD_SUSPENSION", kinds=PRE_FILING, tracks=ONLY_2022),
    _row(A.SUSPEND,          S.APPRAISING,   S.SUSPENDED,        CENTRE, GROUND,     (),             E.SUSPENDED,        "OMR_23", "OMR_26", "PD_SUSPENSION", kinds=APPLIED, tracks=(Track.DIRECT,)),
    _row(A.RESUME,           S.SUSPENDED,    S.APPRAISING,       EITHER, RESULT,     (),             E.RESUMED,          "IMR_18", "OMR_26", "PD_SUSPENSION", kinds=PRE_FILING, tracks=ONLY_2022, when=(u.FROM_APPRAISING,)),
    _row(A.RESUME,           S.SUSPENDED,    S.APPRAISING,       CENTRE, RESULT,     (),             E.RESUMED,          "OMR_26", "PD_SUSPENSION", kinds=APPLIED, tracks=(Track.DIRECT,), when=(u.FROM_APPRAISING,)),
    _row(A.RESUME,           S.SUSPENDED,    S.ACCEPTED,         EITHER, RESULT,     GOES_ON,        E.RESUMED,          "IMR_18", "PD_SUSPENSION", kinds=BY_COURT, when=(u.FROM_ACCEPTED,)),
    _row(A.RESUME,           S.SUSPENDED,    S.CONTACTING,       EITHER, RESULT,     GOES_ON,        E.RESUMED,          "IMR_18", "PD_SUSPENSION", kinds=BY_COURT, when=(u.FROM_CONTACTING,)),
    _row(A.RESUME,           S.SUSPENDED,    S.MEDIATING,        EITHER, RESULT,     GOES_ON,        E.RESUMED,          "IMR_18", "PD_SUSPENSION", kinds=BY_COURT, when=(u.FROM_MEDIATING,)),
    _row(A.RESUME,           S.SUSPENDED,    S.ACCEPTED,         CENTRE, RESULT,     (),             E.RESUMED,          "PD_SUSPENSION", kinds=APPLIED, when=(u.FROM_ACCEPTED,)),
    _row(A.RESUME,           S.SUSPENDED,    S.CONTACTING,       CENTRE, RESULT,     (),             E.RESUMED,          "PD_SUSPENSION", kinds=APPLIED, when=(u.FROM_CONTACTING,)),
    _row(A.RESUME,           S.SUSPENDED,    S.MEDIATING,        CENTRE, RESULT,     (),             E.RESUMED,          "PD_SUSPENSION", kinds=APPLIED, when=(u.FROM_MEDIATING,)),
    _row(A.FIND_SHAM,        S.SUSPENDED,    S.CLOSED,           EITHER, SHAM,       FOUND,          E.CLOSED,           "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=PRE_FILING),
    _row(A.FIND_SHAM,        S.SUSPENDED,    S.CLOSED,           COURT,  SHAM,       FOUND,          E.CLOSED,           "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=POST_FILING),
    _row(A.FIND_SHAM,        S.SUSPENDED,    S.CLOSED,           CENTRE, SHAM,       FOUND,          E.CLOSED,           "OMR_23", "PD_SUSPENSION", kinds=DIRECT),
    _row(A.FIND_SHAM,        S.SUSPENDED,    S.CLOSED,           CENTRE, SHAM,       FOUND_FED_BACK, E.CLOSED,           "OMR_23", "PD_SUSPENSION", "PD_FEEDBACK", kinds=TRANSFERRED),
    _row(A.FIND_SHAM,        S.TERM_EXPIRED, S.CLOSED,           EITHER, SHAM,       FOUND,          E.CLOSED,           "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=PRE_FILING),
    _row(A.FIND_SHAM,        S.TERM_EXPIRED, S.CLOSED,           COURT,  SHAM,       FOUND,          E.CLOSED,           "IMR_18", "OMR_23", "PD_SUSPENSION", kinds=POST_FILING),
    _row(A.FIND_SHAM,        S.TERM_EXPIRED, S.CLOSED,           CENTRE, SHAM,       FOUND,          E.CLOSED,           "OMR_23", "PD_SUSPENSION", kinds=DIRECT),
    _row(A.FIND_SHAM,        S.TERM_EXPIRED, S.CLOSED,           CENTRE, SHAM,       FOUND_FED_BACK, E.CLOSED,           "OMR_23", "PD_SUSPENSION", "PD_FEEDBACK", kinds=TRANSFERRED),
    _row(A.END,              S.SUSPENDED,    S.MEDIATION_ENDED,  CENTRE, ENDING,     REPORTED,       E.ENDED,            "IMR_26", "OMR_25", "PD_SUSPENSION", kinds=BY_ORGANISATION),

    _row(A.MISS_CONTACT,     S.SUSPENDED,    S.SUSPENDED,        CLOCK,  (g.due("T04"),), (miss("T04"),), E.DEADLINE_MISSED, "OMR_15", "PD_SUSPENSION", kinds=BEFORE_FILING, tracks=ONLINE),
    _row(A.PASS_LABOUR_TERM, S.SUSPENDED,    S.SUSPENDED,        CLOCK,  (g.due("T10"),), (miss("T10"),), E.DEADLINE_MISSED, "LDMA_14", "PD_SUSPENSION", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,      S.SUSPENDED,    S.TERM_EXPIRED,     CLOCK,  OVER,       EXPIRED,        E.TERM_EXPIRED,     "OMR_25", "PD_SUSPENSION", kinds=PRE_FILING),
    _row(A.EXPIRE_TERM,      S.SUSPENDED,    S.TERM_EXPIRED,     CLOCK,  OVER,       EXPIRED,        E.TERM_EXPIRED,     "OMR_25", "W1_5", "PD_SUSPENSION", kinds=POST_FILING),
    _row(A.EXPIRE_TERM,      S.SUSPENDED,    S.TERM_EXPIRED,     CLOCK,  OVER,       EXPIRED,        E.TERM_EXPIRED,     "OMR_25", "LDMA_14", "PD_SUSPENSION", kinds=APPLIED),

    _row(A.REQUEST_CANCEL,   S.SUSPENDED,    S.SUSPENDED,        COURT,  RECALL,     (),             E.CANCEL_REQUESTED, "PD_CANCEL", kinds=BY_COURT),
    _row(A.REQUEST_CANCEL,   S.SUSPENDED,    S.SUSPENDED,        SENDER, RECALL,     (),             E.CANCEL_REQUESTED, "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
    _row(A.CONFIRM_CANCEL,   S.SUSPENDED,    S.UNASSIGNED,       CENTRE, RECALLED,   LEFT,           E.TAKEN_BACK,       "PD_CANCEL", kinds=REFERRED),
    _row(A.REFUSE_CANCEL,    S.SUSPENDED,    S.SUSPENDED,        CENTRE, RECALLED,   (),             E.CANCEL_REFUSED,   "PD_CANCEL", kinds=REFERRED),
    _row(A.TAKE_BACK,        S.SUSPENDED,    S.UNASSIGNED,       COURT,  UNANSWERED, LEFT,           E.TAKEN_BACK,       "PD_CANCEL", kinds=BY_COURT),
    _row(A.TAKE_BACK,        S.SUSPENDED,    S.UNASSIGNED,       SENDER, UNANSWERED, LEFT,           E.TAKEN_BACK,       "PD_CANCEL", "PD_TRANSFER", kinds=TRANSFERRED),
)
# fmt: on
