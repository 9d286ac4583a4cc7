"""Outcome procedures under a referral, each a small machine of its own, one line an arrow."""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.lifecycle.referral import COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import ConfirmationState as C
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.states import RegistrationState as R
from app.domain.lifecycle.table import ClockOp, Guard, Row, stop

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
CONFIRMATION = Machine.JUDICIAL_CONFIRMATION
REGISTRATION = Machine.CASE_REGISTRATION
APPLICATION = (g.AGREEMENT_EFFECTIVE, g.NO_LIVE_CONFIRMATION, g.WINDOW_OPEN, g.CONFIRMABLE, g.PARTY_KNOWN, g.JOINT)
HAND_OVER = (g.LEADS_TO_REGISTRATION, g.NO_LIVE_REGISTRATION)


def _row(
    machine: Machine,
    action: A,
    before: C | R | None,
    after: C | R,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
) -> Row:
    return Row(machine, action, before, after, by, guards, clocks, event, sources)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    machine       action                    from           to                by     guards       clocks          event                     sources
    _row(CONFIRMATION, A.APPLY_FOR_CONFIRMATION, None,          C.APPLIED,        BOTH,  APPLICATION, (stop("T12"),), E.PROCEDURE_APPLIED,      "CPL_205", "CPLI_351", "CPLI_355", "PML_33"),
    _row(CONFIRMATION, A.REFUSE_APPLICATION,     C.APPLIED,     C.NOT_ACCEPTED,   COURT, (),          (),             E.PROCEDURE_NOT_ACCEPTED, "CPLI_355"),
    _row(CONFIRMATION, A.ACCEPT_APPLICATION,     C.APPLIED,     C.ACCEPTED,       COURT, (),          (),             E.PROCEDURE_ACCEPTED,     "CPLI_354"),
    _row(CONFIRMATION, A.WITHDRAW_APPLICATION,   C.APPLIED,     C.WITHDRAWN,      BOTH,  (),          (),             E.PROCEDURE_WITHDRAWN,    "CPLI_357"),
    _row(CONFIRMATION, A.WITHDRAW_APPLICATION,   C.ACCEPTED,    C.WITHDRAWN,      BOTH,  (),          (),             E.PROCEDURE_WITHDRAWN,    "CPLI_357"),
    _row(CONFIRMATION, A.CONFIRM_AGREEMENT,      C.ACCEPTED,    C.CONFIRMED,      COURT, (),          (),             E.PROCEDURE_GRANTED,      "CPL_206"),
    _row(CONFIRMATION, A.REJECT_CONFIRMATION,    C.ACCEPTED,    C.REJECTED,       COURT, (),          (),             E.PROCEDURE_REFUSED,      "CPL_206", "CPLI_358"),

    _row(REGISTRATION, A.HAND_OVER,              None,          R.HANDED_OVER,    BOTH,  HAND_OVER,   (),             E.FILING_HANDED_OVER,     "IMR_21", "OMR_21"),
    _row(REGISTRATION, A.REGISTER_CASE,          R.HANDED_OVER, R.REGISTERED,     COURT, (),          (),             E.PROCEDURE_GRANTED,      "CPL_126", "IMR_21"),
    _row(REGISTRATION, A.REFUSE_REGISTRATION,    R.HANDED_OVER, R.NOT_REGISTERED, COURT, (),          (),             E.PROCEDURE_REFUSED,      "CPL_126"),
)
# fmt: on
