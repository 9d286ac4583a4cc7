"""The dossier of a referral, one line an arrow: what people record around it. It moves no state, nothing closes it.

The region is open from the first event on. What is recorded late, such as a case number given after the end, still
belongs to the file.
"""

from app.domain import document_guards as f
from app.domain import dossier_guards as d
from app.domain import guards as g
from app.domain.access import ActorRole
from app.domain.guards import corrections as r
from app.domain.guards import succession as h
from app.domain.lifecycle.states import Action as A
from app.domain.lifecycle.states import DossierState as S
from app.domain.lifecycle.states import EventType as E
from app.domain.lifecycle.states import Kind, Machine, Track
from app.domain.lifecycle.table import (
    ALL_KINDS,
    ASSISTED,
    DIRECT,
    NOT_BEFORE_COMMISSION,
    REFERRED,
    ClockOp,
    Guard,
    Row,
    miss,
    start,
    stop,
    tracks_of,
)

CENTRE = (ActorRole.ORGANISATION,)
CLOCK = (ActorRole.CLOCK,)
REFERRER = (ActorRole.COURT, ActorRole.REFERRING_BODY)
HEARERS = (ActorRole.COURT, ActorRole.ORGANISATION)
ALL = (ActorRole.COURT, ActorRole.ORGANISATION, ActorRole.REFERRING_BODY)
SUPPLY = (d.PARTY_KNOWN, d.SOURCE_FITS, d.REQUEST_OPEN)
NOTICE = (d.PARTY_KNOWN, d.SESSION_KNOWN)
URGENT = (d.SOMEBODY_HOLDS, d.MEDIATION_OPEN, d.NO_OPEN_URGING, d.REPLY_DAY_TO_COME)
ENTRY = (r.RECORD_KNOWN, r.RECORD_DECIDES_NOTHING)
SUIT = (stop("T27", only_when=g.PRESERVED_OTHERWISE), start("T27", only_when=g.PRESERVED_ANEW))
BEFORE_FILING = (Kind.PRE_FILING, Kind.DIRECT, Kind.TRANSFERRED)
CHOICE = (start("T01", only_when=g.CHOICE_OPENS),)
COURT = (ActorRole.COURT,)
BODY = (ActorRole.REFERRING_BODY,)
FILE = (f.SIGNERS_KNOWN, f.RECORDING_AGREED)
CHANGE = (g.NOT_FILED, d.TERM_NOT_RUNNING, d.PRESERVATION_FITS, d.CASE_DATES_PAST, d.FILED_BEFORE)


def _row(
    action: A,
    by: tuple[ActorRole, ...],
    guards: tuple[Guard, ...],
    clocks: tuple[ClockOp, ...],
    event: E,
    *sources: str,
    kinds: tuple[Kind, ...] = ALL_KINDS,
    tracks: tuple[Track, ...] = (),
) -> Row:
    return Row(
        Machine.DOSSIER,
        action,
        S.OPEN,
        S.OPEN,
        by,
        guards,
        clocks,
        event,
        sources,
        tracks=tracks or tracks_of(kinds),
        kinds=kinds,
    )


# fmt: off
ROWS: tuple[Row, ...] = (
    #    action                    by        guards                  clocks            event                       sources
    _row(A.ADD_CASE_NUMBER,        ALL,      (d.NUMBER_NEW,),        (),               E.NUMBERED,                 "CNR_3"),
    _row(A.ADD_REPRESENTATIVE,     ALL,      (d.PARTY_KNOWN,),       (),               E.REPRESENTATIVE_ADDED,     "CPLI_147", "LDMA_7"),
    _row(A.END_REPRESENTATIVE,     ALL,      (d.STILL_ACTS,),        (),               E.REPRESENTATIVE_ENDED,     "CPLI_147"),
    _row(A.RECORD_SUCCESSION,      HEARERS,  h.SUCCEED,              (),               E.PARTY_SUCCEEDED,          "PD_SUCCESSION"),
    _row(A.ADD_CLAIM,              ALL,      (d.PARTY_KNOWN,),       (),               E.CLAIM_ADDED,              "OMR_8"),
    _row(A.SETTLE_CLAIM,           HEARERS,  (d.CLAIM_OPEN,),        (),               E.CLAIM_SETTLED,            "OMR_19"),
    _row(A.RECORD_CONSENT,         ALL,      (d.PARTY_KNOWN,),       CHOICE,           E.CONSENT_RECORDED,         "IMR_11", "OMR_4", "OMR_10"),
    _row(A.RECORD_SERVICE_ADDRESS, ALL,      (d.PARTY_KNOWN,),       (),               E.SERVICE_ADDRESS_RECORDED, "OMR_17", "CPLI_136"),
    _row(A.REQUEST_MATERIALS,      ALL,      (d.PARTY_KNOWN, d.SOURCE_FITS, d.DUE_DAY_TO_COME), (), E.MATERIALS_REQUESTED, "OMR_8"),
    _row(A.SUPPLY_MATERIALS,       ALL,      SUPPLY,                 (),               E.MATERIALS_SUPPLIED,       "OMR_8"),
    _row(A.ACKNOWLEDGE_MATERIALS,  ALL,      (d.MATERIALS_SUPPLIED,), (),              E.MATERIALS_RECEIVED,       "IMR_27"),
    _row(A.SEND_NOTICE,            HEARERS,  NOTICE,                 (),               E.NOTICE_SENT,              "IMR_14", "OMR_17"),
    _row(A.RECORD_NOTICE_RESULT,   HEARERS,  (d.NOTICE_OPEN,),       (),               E.NOTICE_ANSWERED,          "IMR_14"),
    _row(A.SEND_MESSAGE,           ALL,      (d.REPLIES_TO_KNOWN,),  (),               E.MESSAGE_SENT,             "PD_DOSSIER"),
    _row(A.URGE,                   REFERRER, URGENT,                 (start("URGE"),), E.URGED,                    "PD_URGE", kinds=REFERRED),
    _row(A.ANSWER_URGE,            CENTRE,   (d.URGING_UNANSWERED,), (stop("URGE"),),  E.URGE_ANSWERED,            "PD_URGE", kinds=REFERRED),
    _row(A.MISS_URGE,              CLOCK,    (d.URGING_OVER,),       (miss("URGE"),),  E.DEADLINE_MISSED,          "PD_URGE", kinds=REFERRED),
    _row(A.CORRECT_RECORD,         REFERRER, ENTRY,                  (),               E.RECORD_CORRECTED,         "PD_DOSSIER"),
    _row(A.CORRECT_RECORD,         CENTRE,   (*ENTRY, r.RECORD_OWN), (),               E.RECORD_CORRECTED,         "PD_DOSSIER"),
    _row(A.RECOMPUTE_DEADLINES,    CLOCK,    (g.DATES_DIFFER,),      (),               E.DEADLINE_RECOMPUTED,      "IN_PROVISIONAL"),
    _row(A.AMEND,                  REFERRER, CHANGE,                 SUIT,             E.AMENDED,                  "PD_DOSSIER", "CPL_104", kinds=(*REFERRED, *ASSISTED)),
    _row(A.AMEND,                  CENTRE,   CHANGE,                 SUIT,             E.AMENDED,                  "PD_DOSSIER", "CPL_104", kinds=DIRECT),
    _row(A.LAPSE_PRESERVATION,     CLOCK,    (g.due("T27"),),        (miss("T27"),),   E.DEADLINE_MISSED,          "CPL_104", kinds=BEFORE_FILING, tracks=NOT_BEFORE_COMMISSION),
    _row(A.SET_BUSINESS_STATUS,    HEARERS,  (d.STATUS_CHANGES,),    (),               E.STATUS_CHANGED,           "PD_DOSSIER"),
    _row(A.JOIN_SERIES,            ALL,      (d.IN_NO_SERIES,),      (),               E.SERIES_JOINED,            "PD_SERIES"),
    _row(A.LEAVE_SERIES,           ALL,      (d.IN_A_SERIES,),       (),               E.SERIES_LEFT,              "PD_SERIES"),
    _row(A.ADD_DOCUMENT,           COURT,    (f.COURT_PUTS, *FILE),  (),               E.DOCUMENT_ADDED,           "OMR_8", "PD_DOSSIER"),
    _row(A.ADD_DOCUMENT,           CENTRE,   (f.ORGANISATION_PUTS, *FILE), (),         E.DOCUMENT_ADDED,           "OMR_8", "OMR_18", "PD_DOSSIER"),
    _row(A.ADD_DOCUMENT,           BODY,     (f.BODY_PUTS, *FILE),   (),               E.DOCUMENT_ADDED,           "OMR_8", "PD_DOSSIER"),
    _row(A.WITHDRAW_DOCUMENT,      COURT,    (f.COURT_WITHDRAWS,),   (),               E.DOCUMENT_WITHDRAWN,       "PD_DOSSIER"),
    _row(A.WITHDRAW_DOCUMENT,      CENTRE,   (f.ORGANISATION_WITHDRAWS,), (),          E.DOCUMENT_WITHDRAWN,       "PD_DOSSIER"),
    _row(A.WITHDRAW_DOCUMENT,      BODY,     (f.BODY_WITHDRAWS,),    (),               E.DOCUMENT_WITHDRAWN,       "PD_DOSSIER"),
)
# fmt: on
