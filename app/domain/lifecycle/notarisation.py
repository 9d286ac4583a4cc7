"""The enforceable notarisation 公证赋强, one line an arrow. The notary is no tenant: the organisation records its steps."""

from app.domain import guards as g
from app.domain.lifecycle.intake import CENTRE
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine
from app.domain.lifecycle.states import NotarisationState as N
from app.domain.lifecycle.table import Guard, Row, tracks_of

BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
APPLY = (g.TO_PERFORM, g.NO_LIVE_NOTARISATION, g.PAYMENT_CONTENT, g.NOTARISED_JOINTLY, g.ENFORCEMENT_PROMISED)
CERTIFY = (g.BREACH_REPORTED, g.ONLY_CREDITORS)


def _row(action: A, before: N | None, after: N, guards: tuple[Guard, ...], event: E, *sources: str) -> Row:
    machine, tracks = Machine.NOTARISATION, tracks_of(BEFORE_FILING)
    return Row(machine, action, before, after, CENTRE, guards, (), event, sources, (), tracks, BEFORE_FILING)


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                    from         to                     guards   event                 sources
    _row(A.APPLY_FOR_NOTARISATION, None,        N.APPLIED,             APPLY,   E.PROCEDURE_APPLIED,  "NAL_37", "NDE_5"),
    _row(A.NOTARISE,               N.APPLIED,   N.NOTARISED,           (),      E.PROCEDURE_GRANTED,  "NAL_37"),
    _row(A.REFUSE_NOTARISATION,    N.APPLIED,   N.REFUSED,             (),      E.PROCEDURE_REFUSED,  "NAL_37"),
    _row(A.WITHDRAW_NOTARISATION,  N.APPLIED,   N.WITHDRAWN,           (),      E.PROCEDURE_WITHDRAWN, "NAL_37"),
    _row(A.REQUEST_CERTIFICATE,    N.NOTARISED, N.REQUESTED,           CERTIFY, E.PROCEDURE_APPLIED,  "NDE_3", "NDE_9"),
    _row(A.ISSUE_CERTIFICATE,      N.REQUESTED, N.CERTIFIED,           (),      E.INSTRUMENT_EFFECTIVE, "NDE_3"),
    _row(A.REFUSE_CERTIFICATE,     N.REQUESTED, N.CERTIFICATE_REFUSED, (),      E.PROCEDURE_REFUSED,  "NDE_8"),
)
# fmt: on
