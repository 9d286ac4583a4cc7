"""From a well-formed request to what the use cases understand; one line an action, no decisions.

Facts of the registry are not known here: a wish names ids, and builds its command once the facts are there.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final

from app.domain import commands as c
from app.domain.access import CourtId, OrganisationId
from app.domain.dossier import ParticularsChange, RepresentativeDetails
from app.domain.errors import Refusal
from app.domain.lifecycle.states import SignerRole
from app.domain.referral import MediatorId, OnBehalfOf, PartyDetails, PartyId, ProcedureId, SeriesId
from app.domain.registry_facts import MediatorFacts
from app.routers.schemas import case
from app.routers.schemas import transitions as t
from app.routers.schemas.common import Request
from app.routers.schemas.transitions import conflicts as f
from app.routers.schemas.transitions import dispatch as x
from app.routers.schemas.transitions import enforcement as e
from app.routers.schemas.transitions import suspension as u
from app.services.referrals import (
    NewCaseNumber,
    RegistryFacts,
    Wish,
)

Build = Callable[[RegistryFacts], c.Command]

_NAMED: Final = ("organisation_id", "mediator_id", "court_id", "series_id", "basis_id")
"""Fields by which a body names records of the registry and other things that a command needs."""

_PUT_IN: Final = frozenset({"occurred_on", "on_behalf_of", "procedure_id", "machine"})
"""Fields of commands that no body names."""


def wish_of(body: t.Act) -> Wish:
    """The transition of a referral that is asked for."""
    given = type(body).model_fields
    named = {name: getattr(body, name) if name in given else None for name in _NAMED}
    return Wish(
        build=_BUILDERS[type(body)](body),
        occurred_on=body.occurred_on,
        on_behalf_of=behalf_of(body),
        organisation_id=None if named["organisation_id"] is None else OrganisationId(named["organisation_id"]),
        mediator_id=None if named["mediator_id"] is None else MediatorId(named["mediator_id"]),
        court_id=None if named["court_id"] is None else CourtId(named["court_id"]),
        series_id=None if named["series_id"] is None else SeriesId(named["series_id"]),
        basis_id=None if named["basis_id"] is None else ProcedureId(named["basis_id"]),
        with_dossier=isinstance(body, _WITH_DOSSIER) or _by_agent(body),
        with_mediators=_mediated(body),
        with_encounters=isinstance(body, f.CheckConflictRequest),
        with_listing=isinstance(body, x.DispatchRequest),
        recalls=isinstance(body, x.RecallRequest),
    )


def _by_agent(body: t.Act) -> bool:
    """Whether somebody signs for a party, which the dossier knows; see `app.services.referrals.needs_dossier`."""
    if isinstance(body, t.SignRequest):
        return body.representative_id is not None
    return isinstance(body, t.AmendAgreementRequest) and bool(body.representative_ids)


def _mediated(body: t.Act) -> bool:
    """Whether it is a mediator that acts; see `app.services.referrals.needs_mediators`."""
    if isinstance(body, t.SignRequest):
        return body.role is SignerRole.MEDIATOR
    return isinstance(body, _OF_MEDIATORS)


def shared(command: type[c.Command], body: t.Act) -> dict[str, Any]:
    """Values of the fields that command and body both have."""
    names = both(command, type(body))  # type: ignore[arg-type]  # mypy takes the class for one of its values.
    return {name: getattr(body, name) for name in names}


@cache
def both(made: Any, body: type[Request]) -> tuple[str, ...]:
    """Names of the fields that a domain value and the body of a request both have."""
    names = [field.name for field in fields(made) if field.name not in _PUT_IN]
    return tuple(name for name in names if name in body.model_fields or hasattr(body, name))


def delegated(facts: RegistryFacts) -> c.Command:
    """An offer to the organisation that is named."""
    return c.Delegate(organisation=facts.organisation, channel=facts.channel)


def _reassigned(facts: RegistryFacts) -> c.Command:
    return c.Reassign(organisation=facts.organisation, channel=facts.channel)


def invited(facts: RegistryFacts) -> c.Command:
    """An invitation of the organisation that is named to help with a mediation of the judge."""
    return c.Invite(organisation=facts.organisation)


def _accepted(facts: RegistryFacts) -> c.Command:
    return c.Accept(organisation=facts.holder)


def _mediator(facts: RegistryFacts) -> MediatorFacts:
    """The mediator that the body names, who must be known."""
    if facts.mediator is None:
        raise Refusal("unknown_reference", pointer="/mediator_id")
    return facts.mediator


def _conflict_checked(facts: RegistryFacts) -> c.Command:
    return c.CheckConflict(mediator=_mediator(facts), found=facts.encounters)


def _of_mediator(
    command: type[c.AssignMediator | c.ReplaceMediator | c.DiscloseConflict | c.RecordOtherRole],
) -> Callable[[Any], Build]:
    """A command whose other fields are named as those of the body, about the mediator that the body names."""

    def of(body: Any) -> Build:
        given = {name: value for name, value in shared(command, body).items() if name != "mediator"}
        return lambda facts: command(**given, mediator=_mediator(facts))

    return of


def _chosen(body: t.RecordChoiceRequest) -> Build:
    chosen_by = tuple(PartyId(party_id) for party_id in body.chosen_by)
    return lambda facts: c.RecordChoice(organisation=facts.organisation, chosen_by=chosen_by)


def _confirming(body: t.ApplyForConfirmationRequest) -> Build:
    applicant_ids = tuple(PartyId(party_id) for party_id in body.applicant_ids)
    return lambda facts: c.ApplyForConfirmation(applicant_ids=applicant_ids, court=facts.named_court, oral=body.oral)


def _same(command: type[c.Command]) -> Callable[[Any], Build]:
    """A command that needs nothing from the registry; its fields are named as those of the body."""

    def of(body: Any) -> Build:
        made = command(**shared(command, body))
        return lambda _facts: made

    return of


def _before_court(command: type[c.ApplyForPaymentOrder | c.HandOver]) -> Callable[[Any], Build]:
    """A command whose other fields are named as those of the body, before the court that the body names."""
    return lambda body: lambda facts: command(**shared(command, body), court=facts.named_court)


def _enforcing(body: e.ApplyForEnforcementRequest) -> Build:
    given = shared(c.ApplyForEnforcement, body)
    return lambda facts: c.ApplyForEnforcement(**given, court=facts.named_court, issuing_court=facts.issuing_court)


def _dispatched(body: x.DispatchRequest) -> Build:
    given = {name: getattr(body, name) for name in ("ground", "classes", "mediator_consents")}
    return lambda facts: c.Dispatch(**given, organisation=facts.organisation, listing=facts.listing)


def _made(make: Callable[[Any], c.Command]) -> Callable[[Any], Build]:
    """A command that needs nothing from the registry and is put together from the body."""

    def of(body: Any) -> Build:
        made = make(body)
        return lambda _facts: made

    return of


def _given(build: Build) -> Callable[[Any], Build]:
    """A command made of registry facts alone."""
    return lambda _body: build


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


def _text(body: t.AgreementText) -> dict[str, Any]:
    """What a text says, as the fields of its command."""
    plain = ("default_clause", "planned", "subjects", "enforcement_promised", "signing_clause")
    said: dict[str, Any] = {name: getattr(body, name) for name in plain}
    said["guarantors"] = tuple(c.Guarantor(PartyId(each.party_id), each.consented) for each in body.guarantors)
    said["terms"] = tuple(
        c.NewTerm(
            payer_party_id=None if term.payer_party_id is None else PartyId(term.payer_party_id),
            amount=term.amount,
            due_on=term.due_on,
            text=term.text,
            account=term.account,
        )
        for term in body.terms
    )
    return said


def _drafted(body: t.DraftAgreementRequest) -> c.DraftAgreement:
    recorded_by = None if body.recorded_by is None else MediatorId(body.recorded_by)
    return c.DraftAgreement(**_text(body), form=body.form, recorded_by=recorded_by)


def _changed(body: t.AmendAgreementRequest) -> c.AmendAgreement:
    agreed_by = tuple(PartyId(party_id) for party_id in body.agreed_by)
    return c.AmendAgreement(
        **_text(body), agreed_by=agreed_by, means=body.means, representative_ids=body.representative_ids
    )


def _numbered(body: t.AddCaseNumberRequest) -> c.AddCaseNumber:
    number = case_number(body)
    return c.AddCaseNumber(kind=number.kind, original=number.original, normalised=number.normalised)


def _succession(body: t.RecordSuccessionRequest) -> c.RecordSuccession:
    heirs = (c.NewHeir(x.kind, PartyDetails(x.name, x.id_type, x.id_number, x.phone, x.address)) for x in body.heirs)
    return c.RecordSuccession(
        party_id=PartyId(body.party_id), ground=body.ground, heirs=tuple(heirs), succeeded_on=body.succeeded_on
    )


def _represented(body: t.AddRepresentativeRequest) -> c.AddRepresentative:
    return c.AddRepresentative(
        party_id=PartyId(body.party_id), kind=body.kind, authority=body.authority, details=representative_details(body)
    )


def _amended(body: t.AmendRequest) -> c.Amend:
    given = {field.name: getattr(body, field.name) for field in fields(ParticularsChange)}
    if body.sensitivities is not None:
        given["sensitivities"] = tuple(sorted(body.sensitivities))
    return c.Amend(particulars=ParticularsChange(**given))


_DOSSIER_BUILDERS: Final[Mapping[type[t.Act], Callable[[Any], Build]]] = {
    t.AddCaseNumberRequest: _made(_numbered),
    t.AddRepresentativeRequest: _made(_represented),
    t.EndRepresentativeRequest: _same(c.EndRepresentative),
    t.RecordSuccessionRequest: _made(_succession),
    t.AddClaimRequest: _same(c.AddClaim),
    t.SettleClaimRequest: _same(c.SettleClaim),
    t.RecordConsentRequest: _same(c.RecordConsent),
    t.RecordServiceAddressRequest: _same(c.RecordServiceAddress),
    t.RequestMaterialsRequest: _same(c.RequestMaterials),
    t.SupplyMaterialsRequest: _same(c.SupplyMaterials),
    t.AcknowledgeMaterialsRequest: _same(c.AcknowledgeMaterials),
    t.SendNoticeRequest: _same(c.SendNotice),
    t.RecordNoticeResultRequest: _same(c.RecordNoticeResult),
    t.SendMessageRequest: _same(c.SendMessage),
    t.UrgeRequest: _same(c.Urge),
    t.AnswerUrgeRequest: _same(c.AnswerUrge),
    t.AmendRequest: _made(_amended),
    t.SetBusinessStatusRequest: _same(c.SetBusinessStatus),
    t.CorrectRecordRequest: _same(c.CorrectRecord),
    t.JoinSeriesRequest: _given(lambda facts: c.JoinSeries(series_id=facts.series)),
    t.LeaveSeriesRequest: _same(c.LeaveSeries),
    t.WithdrawDocumentRequest: _same(c.WithdrawDocument),
    f.CheckConflictRequest: _given(_conflict_checked),
    f.DiscloseConflictRequest: _of_mediator(c.DiscloseConflict),
    f.DecideConflictRequest: _same(c.DecideConflict),
    f.RecordOtherRoleRequest: _of_mediator(c.RecordOtherRole),
    x.ShareDataRequest: _same(c.ShareData),
}

_WITH_DOSSIER: Final[tuple[type[t.Act], ...]] = (*_DOSSIER_BUILDERS, t.AssignMediatorRequest, t.ReplaceMediatorRequest)
_OF_MEDIATORS: Final = (
    *(t.AssignMediatorRequest, t.ReplaceMediatorRequest),
    *(t.StartRequest, t.HoldSessionRequest, t.AmendAgreementRequest),
)

_BUILDERS: Final[Mapping[type[t.Act], Callable[[Any], Build]]] = {
    t.ConsultPartiesRequest: _same(c.Consult),
    t.RecordOpinionRequest: _same(c.RecordOpinion),
    t.RecordChoiceRequest: _chosen,
    t.DelegateAgainRequest: _given(delegated),
    t.InviteAgainRequest: _given(invited),
    t.ReturnRequest: _same(c.Return),
    t.AcceptRequest: _given(_accepted),
    t.DeclineRequest: _same(c.Decline),
    t.ReassignRequest: _given(_reassigned),
    t.TakeBackRequest: _same(c.TakeBack),
    t.CloseRequest: _same(c.Close),
    t.HandBackRequest: _same(c.HandBack),
    t.ReopenRequest: _same(c.Reopen),
    t.RequestCancelRequest: _same(c.RequestCancel),
    t.ConfirmCancelRequest: _same(c.ConfirmCancel),
    t.RefuseCancelRequest: _same(c.RefuseCancel),
    t.ReceiveMaterialsRequest: _same(c.ReceiveMaterials),
    t.AssignMediatorRequest: _of_mediator(c.AssignMediator),
    t.ReplaceMediatorRequest: _of_mediator(c.ReplaceMediator),
    t.ContactPartyRequest: _same(c.ContactParty),
    t.StartRequest: _made(_start),
    t.ScheduleSessionRequest: _same(c.ScheduleSession),
    t.HoldSessionRequest: _same(c.HoldSession),
    t.MissSessionRequest: _same(c.MissSession),
    t.CancelSessionRequest: _same(c.CancelSession),
    t.BeginAppraisalRequest: _same(c.BeginAppraisal),
    t.EndAppraisalRequest: _same(c.EndAppraisal),
    t.ExtendTermRequest: _same(c.ExtendTerm),
    t.EndRequest: _same(c.End),
    t.ReportResultRequest: _same(c.ReportResult),
    t.CloseByOtherMeansRequest: _same(c.CloseByOtherMeans),
    t.ReportBackRequest: _same(c.ReportBack),
    t.DraftAgreementRequest: _made(_drafted),
    t.SignRequest: _same(c.Sign),
    t.RefuseToSignRequest: _same(c.RefuseToSign),
    t.RecordPerformanceRequest: _same(c.RecordPerformance),
    t.CorrectPerformanceRequest: _same(c.CorrectPerformance),
    t.ApplyForConfirmationRequest: _confirming,
    t.HandOverRequest: _before_court(c.HandOver),
    t.RequestStatementRequest: _same(c.RequestStatement),
    t.ApplyForWithdrawalRequest: _same(c.ApplyForWithdrawal),
    t.GiveFeeNoticeRequest: _same(c.GiveFeeNotice),
    t.ResumeTrialRequest: _same(c.ResumeTrial),
    t.ReferToArbitrationRequest: _same(c.ReferToArbitration),
    t.AmendAgreementRequest: _made(_changed),
    t.ReportBreachRequest: _same(c.ReportBreach),
    t.RepudiateAgreementRequest: _same(c.RepudiateAgreement),
    t.ServeAgreementRequest: _same(c.ServeAgreement),
    t.FileAgreementRequest: _same(c.FileAgreement),
    t.RecordSigningClauseRequest: _same(c.RecordSigningClause),
    t.ApplyForPaymentOrderRequest: _before_court(c.ApplyForPaymentOrder),
    t.ApplyForArbitrationReviewRequest: _same(c.ApplyForArbitrationReview),
    t.ApplyForNotarisationRequest: _same(c.ApplyForNotarisation),
    e.ApplyForEnforcementRequest: _enforcing,
    f.NameLeadRequest: _same(c.NameLead),
    f.RefuseMediatorRequest: _same(c.RefuseMediator),
    u.SuspendRequest: _same(c.Suspend),
    u.ResumeRequest: _same(c.Resume),
    u.FindShamRequest: _same(c.FindSham),
    x.DispatchRequest: _dispatched,
    x.ReferBackRequest: _same(c.ReferBack),
    x.RecallRequest: _same(c.Recall),
    x.AllowOrganisationRequest: _given(lambda facts: c.AllowOrganisation(organisation=facts.organisation)),
    **_DOSSIER_BUILDERS,
}


def behalf_of(body: t.Act) -> OnBehalfOf | None:
    """Whom the tenant acts for, as the body says."""
    return None if body.on_behalf_of is None else OnBehalfOf(body.on_behalf_of.role, body.on_behalf_of.id)


def representative_details(given: case.RepresentativeRequest) -> RepresentativeDetails:
    """Who acts for a party."""
    return RepresentativeDetails(given.name, given.id_type, given.id_number, given.phone)


def case_number(given: case.CaseNumberRequest) -> NewCaseNumber:
    """A number as it is given, and as it is compared."""
    return NewCaseNumber(given.kind, given.number, case.normalised_number(given.kind, given.number))
