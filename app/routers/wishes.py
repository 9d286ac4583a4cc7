"""From a well-formed request to what the use cases understand; one line an action, no decisions.

Facts of the registry are not known here: a wish names ids, and builds its command once the facts are there.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from app.domain import commands as c
from app.domain import identifiers
from app.domain.access import OrganisationId
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Machine
from app.domain.referral import MediatorId, OnBehalfOf, PartyDetails, PartyId, ProcedureId, SessionId
from app.routers.schemas import referral as r
from app.routers.schemas import transition as t
from app.services.referrals import Intake, NewCaseNumber, NewConsent, NewParty, RegistryFacts, Wish

Build = Callable[[RegistryFacts], c.Command]


def intake_of(body: r.DelegateRequest | r.ConsultRequest) -> Intake:
    """The referral that is to be opened. Refuses with `case_number_invalid`."""
    delegated = isinstance(body, r.DelegateRequest)
    return Intake(
        build=_delegated if delegated else _consulted,
        occurred_on=body.occurred_on,
        on_behalf_of=_behalf(body),
        organisation_id=OrganisationId(body.organisation_id) if isinstance(body, r.DelegateRequest) else None,
        parties=tuple(_party(party) for party in body.parties),
        on_court_platform=body.on_court_platform,
        cause_code=None if body.cause is None else body.cause.code,
        court_reference=body.court_reference,
        claim_amount=body.claim_amount,
        case_numbers=tuple(_case_number(n, number) for n, number in enumerate(body.case_numbers)),
    )


def wish_of(body: t.Act) -> Wish:
    """The transition of a referral that is asked for."""
    return Wish(
        build=_BUILDERS[type(body)](body),
        occurred_on=body.occurred_on,
        on_behalf_of=_behalf(body),
        organisation_id=OrganisationId(body.organisation_id)
        if isinstance(body, t.DelegateAgainRequest | t.ReassignRequest)
        else None,
        mediator_id=MediatorId(body.mediator_id) if isinstance(body, t.AssignMediatorRequest) else None,
    )


def procedure_wish_of(body: t.ProcedureAct, procedure_id: ProcedureId) -> Wish:
    """The step of a procedure that is asked for."""
    command, machine = _PROCEDURE_COMMANDS[type(body)]

    def build(_facts: RegistryFacts) -> c.Command:
        return command(
            procedure_id=procedure_id,
            machine=machine,
            reason=getattr(body, "reason", None),
            case_number=body.case_number,
        )

    return Wish(build=build, occurred_on=body.occurred_on, on_behalf_of=_behalf(body))


def _delegated(facts: RegistryFacts) -> c.Command:
    return c.Delegate(organisation=facts.organisation, channel=facts.channel)


def _reassigned(facts: RegistryFacts) -> c.Command:
    return c.Reassign(organisation=facts.organisation, channel=facts.channel)


def _consulted(_facts: RegistryFacts) -> c.Command:
    return c.Consult()


def _accepted(facts: RegistryFacts) -> c.Command:
    return c.Accept(organisation=facts.holder)


def _assigned(facts: RegistryFacts) -> c.Command:
    if facts.mediator is None:
        raise Refusal("unknown_reference", pointer="/mediator_id")
    return c.AssignMediator(mediator=facts.mediator)


def _fixed(make: Callable[[Any], c.Command]) -> Callable[[Any], Build]:
    """A command that needs nothing from the registry."""
    return lambda body: lambda _facts: make(body)


def _given(build: Build) -> Callable[[Any], Build]:
    """A command made of registry facts alone."""
    return lambda _body: build


def _ids(values: tuple[UUID, ...]) -> tuple[PartyId, ...]:
    return tuple(PartyId(value) for value in values)


def _start(body: t.StartRequest) -> c.Start:
    return c.Start(
        rights_notice_given=body.rights_notice_given,
        sham_warning_given=body.sham_warning_given,
        service_address_form=body.service_address_form,
        identities={
            PartyId(check.party_id): PartyDetails(name="", id_type=check.id_type, id_number=check.id_number)
            for check in body.identities
        },
    )


def _term(term: t.TermOfAgreement) -> c.NewTerm:
    payer = None if term.payer_party_id is None else PartyId(term.payer_party_id)
    return c.NewTerm(payer_party_id=payer, amount=term.amount, due_on=term.due_on, text=term.text)


_BUILDERS: Final[Mapping[type[t.Act], Callable[[Any], Build]]] = {
    t.RecordOpinionRequest: _fixed(
        lambda b: c.RecordOpinion(party_id=PartyId(b.party_id), means=b.means, result=b.result, statement=b.statement)
    ),
    t.DelegateAgainRequest: _given(_delegated),
    t.ReturnRequest: _fixed(lambda b: c.Return(reason=b.reason, advice=b.advice)),
    t.AcceptRequest: _given(_accepted),
    t.DeclineRequest: _fixed(lambda b: c.Decline(reason=b.reason, explanation=b.explanation)),
    t.ReassignRequest: _given(_reassigned),
    t.TakeBackRequest: _fixed(lambda _: c.TakeBack()),
    t.CloseRequest: _fixed(lambda _: c.Close()),
    t.ReceiveMaterialsRequest: _fixed(lambda _: c.ReceiveMaterials()),
    t.AssignMediatorRequest: _given(_assigned),
    t.ContactPartyRequest: _fixed(
        lambda b: c.ContactParty(party_id=PartyId(b.party_id), means=b.means, result=b.result, statement=b.statement)
    ),
    t.StartRequest: _fixed(_start),
    t.ScheduleSessionRequest: _fixed(lambda b: c.ScheduleSession(scheduled_on=b.scheduled_on, mode=b.mode)),
    t.HoldSessionRequest: _fixed(lambda b: c.HoldSession(session_id=SessionId(b.session_id))),
    t.MissSessionRequest: _fixed(
        lambda b: c.MissSession(session_id=SessionId(b.session_id), absent_party_ids=_ids(b.absent_party_ids))
    ),
    t.BeginAppraisalRequest: _fixed(lambda b: c.BeginAppraisal(agreed_by=_ids(b.agreed_by))),
    t.EndAppraisalRequest: _fixed(lambda _: c.EndAppraisal()),
    t.ExtendTermRequest: _fixed(lambda b: c.ExtendTerm(until=b.until, agreed_by=_ids(b.agreed_by))),
    t.EndRequest: _fixed(lambda b: c.End(reason=b.reason, partial=b.partial)),
    t.ReportResultRequest: _fixed(lambda b: c.ReportResult(route=b.route)),
    t.DraftAgreementRequest: _fixed(lambda b: c.DraftAgreement(terms=tuple(_term(term) for term in b.terms))),
    t.SignRequest: _fixed(
        lambda b: c.Sign(role=b.role, party_id=None if b.party_id is None else PartyId(b.party_id), means=b.means)
    ),
    t.RefuseToSignRequest: _fixed(lambda b: c.RefuseToSign(party_id=PartyId(b.party_id))),
    t.RecordPerformanceRequest: _fixed(lambda _: c.RecordPerformance()),
    t.ApplyForConfirmationRequest: _fixed(lambda b: c.ApplyForConfirmation(applicant_ids=_ids(b.applicant_ids))),
    t.HandOverRequest: _fixed(lambda _: c.HandOver()),
}

_PROCEDURE_COMMANDS: Final[Mapping[type[t.ProcedureAct], tuple[type[c.ProcedureCommand], Machine]]] = {
    t.AcceptApplicationRequest: (c.AcceptApplication, Machine.JUDICIAL_CONFIRMATION),
    t.RefuseApplicationRequest: (c.RefuseApplication, Machine.JUDICIAL_CONFIRMATION),
    t.WithdrawApplicationRequest: (c.WithdrawApplication, Machine.JUDICIAL_CONFIRMATION),
    t.ConfirmAgreementRequest: (c.ConfirmAgreement, Machine.JUDICIAL_CONFIRMATION),
    t.RejectConfirmationRequest: (c.RejectConfirmation, Machine.JUDICIAL_CONFIRMATION),
    t.RegisterCaseRequest: (c.RegisterCase, Machine.CASE_REGISTRATION),
    t.RefuseRegistrationRequest: (c.RefuseRegistration, Machine.CASE_REGISTRATION),
}


def _behalf(body: t.Act) -> OnBehalfOf | None:
    return None if body.on_behalf_of is None else OnBehalfOf(body.on_behalf_of.role, body.on_behalf_of.id)


def _party(party: r.PartyRequest) -> NewParty:
    return NewParty(
        role=party.role,
        kind=party.kind,
        details=PartyDetails(party.name, party.id_type, party.id_number, party.phone, party.address),
        represented_count=party.represented_count,
        consents=tuple(NewConsent(word.kind, word.given, word.given_on) for word in party.consents),
    )


def _case_number(n: int, given: r.CaseNumberRequest) -> NewCaseNumber:
    """Court numbers are read in full; other bodies number as they like, so theirs are only freed of blanks."""
    if given.kind != "court":
        return NewCaseNumber(given.kind, given.number, "".join(given.number.split()))
    try:
        return NewCaseNumber(given.kind, given.number, identifiers.case_number(given.number).text)
    except Refusal as refusal:
        raise Refusal(refusal.code, pointer=f"/case_numbers/{n}/number") from None
