"""Judicial confirmation around the ruling: corrections, deemed withdrawal, objections. `procedures.py` has the rest."""

from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.lifecycle.intake import COURT
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import ConfirmationState as C
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import ALL_KINDS, Guard, Row, tracks_of

BOTH = (ActorRole.COURT, ActorRole.ORGANISATION)
ASK = (g.REPLY_DAY_TO_COME,)
DEEM = (g.DEEMED_WITHDRAWN,)
OBJECT = (g.OBJECTOR_KNOWN, g.OBJECTION_AFTER_RULING, g.OBJECTION_IN_TIME)


def _row(
    action: A, before: C, after: C, by: tuple[ActorRole, ...], guards: tuple[Guard, ...], event: E, *sources: str
) -> Row:
    machine, tracks = Machine.JUDICIAL_CONFIRMATION, tracks_of(ALL_KINDS)
    return Row(machine, action, before, after, by, guards, (), event, sources, (), tracks, ALL_KINDS)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                        from             to               by     guards  event                   sources
    _row(A.REQUEST_CORRECTION,         C.APPLIED,       C.CORRECTING,    COURT, ASK,    E.CORRECTION_REQUESTED, "CPLI_354"),
    _row(A.GIVE_CORRECTION,            C.CORRECTING,    C.APPLIED,       BOTH,  (),     E.CORRECTED,            "CPLI_354"),
    _row(A.REFUSE_APPLICATION,         C.CORRECTING,    C.NOT_ACCEPTED,  COURT, (),     E.PROCEDURE_NOT_ACCEPTED, "CPLI_354", "CPLI_355"),
    _row(A.WITHDRAW_APPLICATION,       C.CORRECTING,    C.WITHDRAWN,     BOTH,  (),     E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.REQUEST_CORRECTION,         C.ACCEPTED,      C.SUPPLEMENTING, COURT, ASK,    E.CORRECTION_REQUESTED, "CPLI_356"),
    _row(A.GIVE_CORRECTION,            C.SUPPLEMENTING, C.ACCEPTED,      BOTH,  (),     E.CORRECTED,            "CPLI_356"),
    _row(A.WITHDRAW_APPLICATION,       C.SUPPLEMENTING, C.WITHDRAWN,     BOTH,  (),     E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.DEEM_APPLICATION_WITHDRAWN, C.SUPPLEMENTING, C.WITHDRAWN,     COURT, DEEM,   E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.DEEM_APPLICATION_WITHDRAWN, C.ACCEPTED,      C.WITHDRAWN,     COURT, DEEM,   E.PROCEDURE_WITHDRAWN,  "CPLI_357"),
    _row(A.OBJECT_TO_CONFIRMATION,     C.CONFIRMED,     C.OBJECTED,      COURT, OBJECT, E.OBJECTED,             "CPLI_372", "CPLI_127"),
    _row(A.DISMISS_OBJECTION,          C.OBJECTED,      C.CONFIRMED,     COURT, (),     E.UPHELD,               "CPLI_372"),
    _row(A.REVOKE_CONFIRMATION,        C.OBJECTED,      C.REVOKED,       COURT, (),     E.REVOKED,              "CPLI_372"),
)
# fmt: on
