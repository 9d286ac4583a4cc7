"""Conflicts of interest, the lead of several mediators, and a refused mediator, one line an arrow.

What is recorded of a conflict stands in the dossier; who presides and who is refused belongs to mediation.
"""

from app.domain import dossier_guards as d
from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import conflicts as f
from app.domain.lifecycle.intake import CENTRE, COURT
from app.domain.lifecycle.mediation import REPORTED
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import DossierState, Kind, Machine
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import MediationState as S
from app.domain.lifecycle.table import ALL_KINDS, APPLIED, BY_COURT, BY_ORGANISATION, ClockOp, Guard, Row, tracks_of

EITHER = (ActorRole.COURT, ActorRole.ORGANISATION)

HELD = (d.SOMEBODY_HOLDS, d.MEDIATION_OPEN)
CHECK = (*HELD, f.OF_HOLDER)
DISCLOSE = (*HELD, f.OF_HOLDER, f.PARTIES_KNOWN, f.UNDISPUTED)
DECIDE = (f.CONFLICT_OPEN, f.PARTIES_KNOWN, f.WAIVER_OPEN, f.WAIVED_BY_ALL)
"""Also once mediation is closed: what is left open then would stay open for good."""

ROLE = (f.NEVER_MEDIATED,)
LEAD = (f.LEAD_IN_OFFICE, f.LEAD_NEW, f.PARTIES_KNOWN)
LEAD_OF_PARTIES = (*LEAD, f.LEAD_BY_PARTIES)
REFUSE = (g.TERM_OPEN, f.PARTIES_KNOWN, f.OF_AGREEING_PARTY, f.REFUSABLE)


def _filed(
    action: A, by: tuple[ActorRole, ...], guards: tuple[Guard, ...], event: E, *sources: str, kinds: tuple[Kind, ...]
) -> Row:
    at = DossierState.OPEN
    return Row(Machine.DOSSIER, action, at, at, by, guards, (), event, sources, (), tracks_of(kinds), kinds)


def _row(
    action: A,
    before: S,
    after: S,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...],
) -> Row:
    on = tracks_of(kinds)
    return Row(Machine.MEDIATION, action, before, after, by, guards, clocks, event, sources, (), on, kinds)


# fmt: off
ROWS: tuple[Row, ...] = (
    #      action                 by      guards    event                sources
    _filed(A.CHECK_CONFLICT,      CENTRE, CHECK,    E.CONFLICT_CHECKED,   "CMR_13", "PD_CONFLICT", kinds=ALL_KINDS),
    _filed(A.DISCLOSE_CONFLICT,   EITHER, DISCLOSE, E.CONFLICT_DISCLOSED, "IMR_15", "OMR_13", "CMR_20", kinds=BY_COURT),
    _filed(A.DISCLOSE_CONFLICT,   CENTRE, DISCLOSE, E.CONFLICT_DISCLOSED, "OMR_13", "CMR_20", "PD_CONFLICT", kinds=APPLIED),
    _filed(A.DECIDE_CONFLICT,     EITHER, DECIDE,   E.CONFLICT_DECIDED,   "IMR_15", "OMR_13", "CMR_20", kinds=BY_COURT),
    _filed(A.DECIDE_CONFLICT,     CENTRE, DECIDE,   E.CONFLICT_DECIDED,   "OMR_13", "CMR_20", "PD_CONFLICT", kinds=APPLIED),
    _filed(A.RECORD_OTHER_ROLE,   EITHER, ROLE,     E.CONFLICT_DISCLOSED, "IMR_16", kinds=BY_COURT),
    _filed(A.RECORD_OTHER_ROLE,   CENTRE, ROLE,     E.CONFLICT_DISCLOSED, "IMR_16", "PD_CONFLICT", kinds=APPLIED),

    #    action             from          to                 by      guards           clocks    event          sources
    _row(A.NAME_LEAD,       S.ACCEPTED,   S.ACCEPTED,        CENTRE, LEAD_OF_PARTIES, (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_ORGANISATION),
    _row(A.NAME_LEAD,       S.CONTACTING, S.CONTACTING,      CENTRE, LEAD_OF_PARTIES, (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_ORGANISATION),
    _row(A.NAME_LEAD,       S.MEDIATING,  S.MEDIATING,       CENTRE, LEAD_OF_PARTIES, (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_ORGANISATION),
    _row(A.NAME_LEAD,       S.ACCEPTED,   S.ACCEPTED,        COURT,  LEAD,            (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_COURT),
    _row(A.NAME_LEAD,       S.CONTACTING, S.CONTACTING,      COURT,  LEAD,            (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_COURT),
    _row(A.NAME_LEAD,       S.MEDIATING,  S.MEDIATING,       COURT,  LEAD,            (),       E.LEAD_NAMED,  "IMR_13", "OMR_11", kinds=BY_COURT),
    _row(A.REFUSE_MEDIATOR, S.ACCEPTED,   S.MEDIATION_ENDED, CENTRE, REFUSE,          REPORTED, E.ENDED,       "IMR_12", "OMR_14", "OMR_25", kinds=BY_ORGANISATION),
    _row(A.REFUSE_MEDIATOR, S.CONTACTING, S.MEDIATION_ENDED, CENTRE, REFUSE,          REPORTED, E.ENDED,       "IMR_12", "OMR_14", "OMR_25", kinds=BY_ORGANISATION),
    _row(A.REFUSE_MEDIATOR, S.MEDIATING,  S.MEDIATION_ENDED, CENTRE, REFUSE,          REPORTED, E.ENDED,       "IMR_12", "OMR_14", "OMR_25", kinds=BY_ORGANISATION),
)
# fmt: on
