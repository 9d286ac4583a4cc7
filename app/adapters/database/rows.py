"""Turns JSON of the database into domain values and domain values into JSON rows. No statement is written here."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.dossier_rows import PLAIN, case_number_of, dossier_of, particulars_of
from app.adapters.database.json_values import bytes_of, day_of, dumped, id_of, instant_of, money_of
from app.domain.access import CourtId, OrganisationId, ReferringBodyId
from app.domain.dossier import EMPTY_DOSSIER
from app.domain.events import Event
from app.domain.lifecycle.states import (
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    SignerRole,
    Track,
)
from app.domain.parts import Custody
from app.domain.ports import Answer, Filing, Record
from app.domain.referral import (
    Agreement,
    AgreementService,
    Assignment,
    Breach,
    Clock,
    Consent,
    Contact,
    MediationSession,
    MediatorAssignment,
    MediatorId,
    Party,
    PartyId,
    Performance,
    Procedure,
    ProcedureId,
    Referral,
    ReferralId,
    SeriesId,
    SessionId,
    Signature,
    Term,
)
from app.domain.values import replace

__all__ = [
    "EVENT_COLUMNS",
    "answer_of",
    "bytes_of",
    "clock_of",
    "day_of",
    "dumped",
    "event_of_row",
    "id_of",
    "instant_of",
    "party_of",
    "record_of",
]

Json = Mapping[str, Any]


def _party_ids(texts: Iterable[str]) -> tuple[PartyId, ...]:
    return tuple(PartyId(UUID(text)) for text in texts)


def answer_of(row: Json) -> Answer:
    """A kept answer."""
    return Answer(status=row["status"], body=row["answer"], location=row["location"], version=row["version"])


def party_of(row: Json) -> Party:
    """A party without its details."""
    party = Party(PartyId(UUID(row["id"])), row["role"], row["kind"], row["represented_count"], row["has_identity"])
    return party if row["succession"] is None else succeeded(party, row["succession"])


def succeeded(party: Party, succession: Json) -> Party:
    """The party with who succeeded it, or whom it succeeds."""
    on, of = succession.get("on"), succession.get("of")
    return replace(
        party,
        succeeded_on=None if on is None else date.fromisoformat(on),
        succession_ground=succession.get("ground"),
        succeeds_id=None if of is None else PartyId(UUID(of)),
    )


def _consent(row: Json) -> Consent:
    return Consent(
        UUID(row["id"]), PartyId(UUID(row["party_id"])), row["kind"], row["given"], date.fromisoformat(row["given_on"])
    )


def _assignment(row: Json) -> Assignment:
    return Assignment(
        id=UUID(row["id"]),
        organisation_id=OrganisationId(UUID(row["organisation_id"])),
        offered_on=date.fromisoformat(row["offered_on"]),
        accepted_on=day_of(row["accepted_on"]),
        late=row["late"],
        ended_on=day_of(row["ended_on"]),
        ending=row["ending"],
        reason=row["reason"],
        custody=None if row["custody"] is None else _custody(row["custody"]),
    )


def _custody(row: Json) -> Custody:
    passed_by, above = id_of(row["passed_by"]), row["body_above"]
    return Custody(
        level=row["level"],
        passed_by=None if passed_by is None else OrganisationId(passed_by),
        body_above=None if above is None else Body(above),
        allowed_ids=tuple(OrganisationId(UUID(text)) for text in row["allowed_ids"]),
    )


def _mediator(row: Json) -> MediatorAssignment:
    return MediatorAssignment(
        id=UUID(row["id"]),
        mediator_id=MediatorId(UUID(row["mediator_id"])),
        assigned_on=date.fromisoformat(row["assigned_on"]),
        lead=row["lead"],
        ended_on=day_of(row["ended_on"]),
        reason=row["reason"],
        conflict=row["conflict"],
    )


def _contact(row: Json) -> Contact:
    return Contact(
        id=UUID(row["id"]),
        party_id=PartyId(UUID(row["party_id"])),
        purpose=row["purpose"],
        contacted_on=date.fromisoformat(row["contacted_on"]),
        means=row["means"],
        result=row["result"],
        entered_in_error_on=day_of(row["entered_in_error_on"]),
    )


def _session(row: Json) -> MediationSession:
    return MediationSession(
        id=SessionId(UUID(row["id"])),
        number=row["number"],
        mode=row["mode"],
        state=row["state"],
        scheduled_on=date.fromisoformat(row["scheduled_on"]),
        held_on=day_of(row["held_on"]),
        absent_party_ids=_party_ids(row["absent_party_ids"]),
        reason=row["reason"],
        entered_in_error_on=day_of(row["entered_in_error_on"]),
    )


def clock_of(row: Json) -> Clock:
    """A legal clock."""
    return Clock(
        id=UUID(row["id"]),
        rule=row["rule"],
        region=Machine(row["region"]),
        state=ClockState(row["state"]),
        started_on=date.fromisoformat(row["started_on"]),
        raw_end_on=date.fromisoformat(row["raw_end_on"]),
        due_on=day_of(row["due_on"]),
        provisional=row["provisional"],
        paused_on=day_of(row["paused_on"]),
        paused_days=row["paused_days"],
        closed_on=day_of(row["closed_on"]),
        warn_on=day_of(row["warn_on"]),
        term_id=id_of(row["term_id"]),
    )


def _term(row: Json) -> Term:
    payer = id_of(row["payer_party_id"])
    return Term(
        id=UUID(row["id"]),
        payer_party_id=None if payer is None else PartyId(payer),
        amount=money_of(row["amount"]),
        due_on=day_of(row["due_on"]),
        draft_number=row["draft_number"],
    )


def _agreement(rows: list[Json] | None, terms: tuple[Term, ...]) -> Agreement | None:
    if not rows:
        return None
    row = rows[0]
    return Agreement(
        id=UUID(row["id"]),
        state=AgreementState(row["state"]),
        partial=row["partial"],
        drafted_on=date.fromisoformat(row["drafted_on"]),
        effective_on=day_of(row["effective_on"]),
        window_from=day_of(row["window_from"]),
        performed_on=day_of(row["performed_on"]),
        terms=tuple(term for term in terms if term.draft_number == row["draft_number"]),
        draft_number=row["draft_number"],
        breached_on=day_of(row["breached_on"]),
        form=row["form"],
        recorded_by=None if row["recorded_by"] is None else MediatorId(UUID(row["recorded_by"])),
        guarantor_ids=_party_ids(row["guarantor_ids"]),
        default_clause=row["default_clause"],
        planned=tuple(row["planned"]),
        subjects=tuple(row["subjects"]),
        enforcement_promised=row["enforcement_promised"],
        signing_clause=row["signing_clause"],
        recorded_on=day_of(row["recorded_on"]),
        performances=tuple(map(_performance, row["performances"] or ())),
        breaches=tuple(map(_breach, row["breaches"] or ())),
        served=tuple(map(_service, row["served"] or ())),
        filed_on=day_of(row["filed_on"]),
    )


def _performance(row: Json) -> Performance:
    who = id_of(row["confirmed_by"])
    return Performance(
        id=UUID(row["id"]),
        term_id=UUID(row["term_id"]),
        performed_on=date.fromisoformat(row["performed_on"]),
        recorded_on=date.fromisoformat(row["recorded_on"]),
        amount=money_of(row["amount"]),
        means=row["means"],
        proof_sha256=row["proof_sha256"],
        confirmed_by=None if who is None else PartyId(who),
        entered_in_error_on=day_of(row.get("entered_in_error_on")),
    )


def _breach(row: Json) -> Breach:
    return Breach(UUID(row["term_id"]), date.fromisoformat(row["breached_on"]), row["by"])


def _service(row: Json) -> AgreementService:
    return AgreementService(PartyId(UUID(row["party_id"])), date.fromisoformat(row["served_on"]), row["means"])


def _signatures(row: Json, agreement: Agreement | None) -> tuple[Signature, ...]:
    """Those of the present text; of the texts before they stay where they are."""
    found = map(_signature, row.get("signatures") or ())
    return tuple(x for x in found if agreement is None or x.draft_number == agreement.draft_number)


def _signature(row: Json) -> Signature:
    signer = id_of(row["party_id"])
    return Signature(
        id=UUID(row["id"]),
        role=SignerRole(row["role"]),
        party_id=None if signer is None else PartyId(signer),
        signed_on=date.fromisoformat(row["signed_on"]),
        means=row["means"],
        draft_number=row["draft_number"],
        representative_id=id_of(row["representative_id"]),
    )


def _procedure(row: Json) -> Procedure:
    court = id_of(row["court_id"])
    return Procedure(
        id=ProcedureId(UUID(row["id"])),
        machine=Machine(row["machine"]),
        state=row["state"],
        opened_on=date.fromisoformat(row["opened_on"]),
        applicant_ids=_party_ids(row["applicant_ids"]),
        decided_on=day_of(row["decided_on"]),
        reason=row["reason"],
        case_number=row["case_number"],
        court_id=None if court is None else CourtId(court),
        served_party_ids=_party_ids(row["served_party_ids"]),
        fee_amount=money_of(row["fee_amount"]),
        pay_by=day_of(row["pay_by"]),
        draft_number=row["draft_number"],
        reply_by=day_of(row["reply_by"]),
        debtor_id=None if row["debtor_id"] is None else PartyId(UUID(row["debtor_id"])),
        amount=money_of(row["amount"]),
        requested_on=day_of(row["requested_on"]),
        basis_id=None if row["basis_id"] is None else ProcedureId(UUID(row["basis_id"])),
        court_ground=row["court_ground"],
    )


def record_of(row: Json) -> Record:
    """A referral with the children that the row has; children that were not asked for are empty."""
    filing = Filing(
        court_reference=row["court_reference"],
        case_numbers=tuple(map(case_number_of, row.get("case_numbers") or ())),
    )
    return Record(_referral(row), row["serial"], filing, instant_of(row["recorded_at"]))


def _referral(row: Json) -> Referral:
    def children(name: str) -> Iterable[Json]:
        return row.get(name) or ()

    court, body, series = id_of(row["court_id"]), id_of(row["referring_body_id"]), id_of(row["series_id"])
    agreement = _agreement(row.get("agreements"), tuple(map(_term, children("agreement_terms"))))
    holder, chosen = id_of(row["holder_id"]), id_of(row["chosen_organisation_id"])
    return Referral(
        id=ReferralId(UUID(row["id"])),
        dispute_id=UUID(row["dispute_id"]),
        kind=Kind(row["kind"]),
        track=Track(row["track"]),
        court_id=None if court is None else CourtId(court),
        cause_code=row["cause_code"],
        cause_version=row["cause_version"],
        on_court_platform=row["on_court_platform"],
        state=MediationState(row["state"]),
        version=row["version"],
        opened_on=date.fromisoformat(row["opened_on"]),
        last_fact_on=date.fromisoformat(row["last_fact_on"]),
        last_act_on=date.fromisoformat(row["last_act_on"]),
        parties=tuple(map(party_of, children("parties"))),
        body=None if row["body"] is None else Body(row["body"]),
        channel_id=id_of(row["channel_id"]),
        holder_id=None if holder is None else OrganisationId(holder),
        holder_ancestor_ids=tuple(OrganisationId(UUID(x)) for x in row["holder_ancestor_ids"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        end_reason=None if row["end_reason"] is None else EndReason(row["end_reason"]),
        closure=None if row["closure"] is None else Closure(row["closure"]),
        route=None if row["route"] is None else Route(row["route"]),
        materials_received_on=day_of(row["materials_received_on"]),
        mediation_started_on=day_of(row["mediation_started_on"]),
        chain=bytes_of(row["chain"]),
        consents=tuple(map(_consent, children("consents"))),
        assignments=tuple(map(_assignment, children("assignments"))),
        mediators=tuple(map(_mediator, children("mediator_assignments"))),
        contacts=tuple(map(_contact, children("contacts"))),
        sessions=tuple(map(_session, children("sessions"))),
        clocks=tuple(map(clock_of, children("clocks"))),
        agreement=agreement,
        signatures=_signatures(row, agreement),
        procedures=tuple(map(_procedure, children("procedures"))),
        referring_body_id=None if body is None else ReferringBodyId(body),
        chosen_organisation_id=None if chosen is None else OrganisationId(chosen),
        reported_on=day_of(row["reported_on"]),
        cancel_requested_on=day_of(row["cancel_requested_on"]),
        suspended_on=day_of(row["suspended_on"]),
        suspended_from=None if row["suspended_from"] is None else MediationState(row["suspended_from"]),
        suspension_reason=row["suspension_reason"],
        series_id=None if series is None else SeriesId(series),
        particulars=particulars_of(row),
        dossier=dossier_of({table: row[table] for table in PLAIN}) if WITH_DOSSIER in row else EMPTY_DOSSIER,
    )


def event_of_row(row: Any) -> Event:
    """An event from a driver row of the columns of `EVENT_COLUMNS`, bodies as JSON text."""
    return Event(
        id=UUID(int=row["id"].int),
        subject_kind=row["subject_kind"],
        subject_id=UUID(int=row["subject_id"].int),
        version=row["version"],
        type=row["type"],
        occurred_on=row["occurred_on"],
        occurred_at=row["occurred_at"],
        recorded_at=row["recorded_at"],
        body=orjson.loads(row["body"]),
        actor=orjson.loads(row["actor"]),
        audience=tuple(UUID(int=tenant.int) for tenant in row["audience"]),
        previous=row["previous"],
        hash=row["hash"],
    )


WITH_DOSSIER = "representatives"
"""A list that a row has exactly where the whole dossier was asked for; case numbers are read without it too."""

EVENT_COLUMNS = (
    "id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, "
    "body::text AS body, actor::text AS actor, audience, previous, hash"
)
