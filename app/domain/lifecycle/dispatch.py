"""A head office and its tree 总对总, one line an arrow: dispatch down 转派, back up, and who above may read.

What came over a channel between head offices goes down level by level until somebody accepts. The window for
acceptance runs once, from the head office's receipt, unless the court's dated setting starts it anew with a dispatch;
one that is over stays over.
"""

from app.domain import dossier_guards as d
from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import dispatch as x
from app.domain.lifecycle.intake import CENTRE, COURT, TAKER
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import DossierState, Machine
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.table import APPLIED, BY_COURT, ClockOp, Guard, Row, start, stop, tracks_of

EITHER = (ActorRole.COURT, ActorRole.ORGANISATION)

DOWN = (
    *(x.OVER_HEAD_OFFICE, g.LATE_ALLOWED, x.RIGHT_BELOW, x.NOT_GIVEN_UP, *TAKER, x.ROOM_LEFT),
    *(x.LISTED, x.WILLING, x.GROUNDED),
)
UP = (x.PASSED_DOWN,)
BACK = (x.PASSED_DOWN, x.FROM_RIGHT_ABOVE)
ALLOW = (x.OVER_HEAD_OFFICE, x.BELOW_HOLDER, g.ORGANISATION_ACTIVE)
SHARE = (d.SOMEBODY_HOLDS, x.ABOVE_HOLDER, x.GROUND_TOLD, x.GROUNDED)

ANEW = (stop("T03", only_when=x.RESTARTS), start("T03", only_when=x.RESTARTS))


def _row(
    action: A,
    before: S,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
) -> Row:
    on = tracks_of(BY_COURT)
    return Row(Machine.MEDIATION, action, before, after, by, guards, clocks, event, sources, (), on, BY_COURT)


_AT = DossierState.OPEN

# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                from                   to                     by      guards  clocks  event            sources
    _row(A.DISPATCH,           S.AWAITING_ACCEPTANCE, S.AWAITING_ACCEPTANCE, CENTRE, DOWN,   ANEW,   E.DISPATCHED,     "PD_DISPATCH", "IMR_5", "OMR_12", "PIPL_23"),
    _row(A.DISPATCH,           S.OVERDUE,             S.OVERDUE,             CENTRE, DOWN,   (),     E.DISPATCHED,     "PD_DISPATCH", "IMR_5", "OMR_12", "PIPL_23"),
    _row(A.REFER_BACK,         S.AWAITING_ACCEPTANCE, S.AWAITING_ACCEPTANCE, CENTRE, UP,     (),     E.REFERRED_BACK,  "PD_DISPATCH", "OMR_12"),
    _row(A.REFER_BACK,         S.OVERDUE,             S.OVERDUE,             CENTRE, UP,     (),     E.REFERRED_BACK,  "PD_DISPATCH", "OMR_12"),
    _row(A.RECALL,             S.AWAITING_ACCEPTANCE, S.AWAITING_ACCEPTANCE, CENTRE, BACK,   (),     E.RECALLED,       "PD_DISPATCH"),
    _row(A.RECALL,             S.OVERDUE,             S.OVERDUE,             CENTRE, BACK,   (),     E.RECALLED,       "PD_DISPATCH"),
    _row(A.ALLOW_ORGANISATION, S.AWAITING_ACCEPTANCE, S.AWAITING_ACCEPTANCE, COURT,  ALLOW,  (),     E.TARGET_ALLOWED, "PD_DISPATCH", "IMR_5"),
    _row(A.ALLOW_ORGANISATION, S.OVERDUE,             S.OVERDUE,             COURT,  ALLOW,  (),     E.TARGET_ALLOWED, "PD_DISPATCH", "IMR_5"),

    Row(Machine.DOSSIER, A.SHARE_DATA, _AT, _AT, EITHER, SHARE, (), E.DATA_SHARED, ("PD_SHARING", "PIPL_13", "PIPL_23"), (), tracks_of(BY_COURT), BY_COURT),
    Row(Machine.DOSSIER, A.SHARE_DATA, _AT, _AT, CENTRE, SHARE, (), E.DATA_SHARED, ("PD_SHARING", "PIPL_13", "PIPL_23"), (), tracks_of(APPLIED), APPLIED),
)
# fmt: on
