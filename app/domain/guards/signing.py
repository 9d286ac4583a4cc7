"""Conditions of the agreement: who must sign, when it takes effect, whether the window for confirmation opens."""

from datetime import date

from app.domain import commands as c
from app.domain.lifecycle.states import FILED_KINDS, AgreementState, Body, Closure, Kind, Outcome, SignerRole
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import PartyId, Referral, Signature
from app.domain.sources import SOURCES, SourceId

SEALED_BY: dict[Body, SourceId] = {
    Body.PEOPLE: SourceId.PML_29,
    Body.LABOUR: SourceId.LDMA_14,
    Body.COMMERCIAL: SourceId.CMR_22,
}
"""Bodies whose written agreement needs the mediator's signature and the organisation's seal, and what says so."""


def sealed_by(referral: Referral, off: frozenset[str] = frozenset()) -> SourceId | None:
    """The article that asks for signature of the mediator and seal; None where the parties' signatures are enough.

    A body has rules of its own from the day on which its instrument came into force; a referral opened before that
    day runs before a general invited organisation. What a judge mediates the parties alone sign, whoever helped.

    Args:
        referral: With the body that mediates.
        off: Rules that the deployment switched off.
    """
    source = None if referral.body is None else SEALED_BY.get(referral.body)
    if source is None or source in off or referral.kind is Kind.ASSISTED:
        return None
    return source if (SOURCES[source].in_force_from or date.min) <= referral.opened_on else None


def of_committee_by_word(referral: Referral) -> bool:
    """Whether it is an oral agreement before a people's mediation committee, in force from the day it was reached.

    The mediator's signature on the record is all that it waits for. What other bodies record of an oral agreement the
    parties sign like a written one (IMR 23, 24).

    Legal source: PML 28, 30.
    """
    oral = referral.agreement is not None and referral.agreement.form == "oral"
    in_force = referral.opened_on >= (SOURCES[SourceId.PML_30].in_force_from or date.min)
    return oral and referral.body is Body.PEOPLE and in_force and referral.kind is not Kind.ASSISTED


def signs_as_guarantor(s: Situation) -> bool:
    """Whether it is a guarantor who signs, for itself and not as one of those who agree."""
    command, agreement = s.command, s.referral.agreement
    if not isinstance(command, c.Sign) or command.role is not SignerRole.GUARANTOR or agreement is None:
        return False
    return command.party_id in agreement.guarantor_ids


def _guarantor_left(s: Situation) -> bool:
    """Whether a guarantor of the agreement has not signed; it may, once the agreement is in force without it too."""
    signed = {x.party_id for x in s.referral.signatures if x.role is SignerRole.GUARANTOR}
    return s.referral.agreement is not None and bool(set(s.referral.agreement.guarantor_ids) - signed)


def required_signers(
    referral: Referral, off: frozenset[str] = frozenset()
) -> frozenset[tuple[SignerRole, PartyId | None]]:
    """Who must sign for the agreement to take effect, by the organisation's body of rules.

    The mediator alone where a committee records an oral agreement. A guarantor may sign and is never required.

    Legal source: OMR 19, IMR 24 (the parties); PML 30 (oral); CMP 9 (guarantors); PML 29, LDMA 14, and by caution the
    commercial regulation art. 22 (the mediator's signature and the organisation's seal too).
    """
    if of_committee_by_word(referral):
        return frozenset({(SignerRole.MEDIATOR, None)})
    parties = {(SignerRole.PARTY, party_id) for party_id in referral.bound_party_ids}
    if sealed_by(referral, off) is not None:
        return frozenset(parties | {(SignerRole.MEDIATOR, None), (SignerRole.ORGANISATION, None)})
    return frozenset(parties)


def missing_signers(
    referral: Referral, off: frozenset[str] = frozenset()
) -> frozenset[tuple[SignerRole, PartyId | None]]:
    """Required signers who have not signed yet; what a party signed while it stood binds its heirs (PD_SUCCESSION)."""
    signed = {(s.role, s.party_id) for s in referral.signatures}
    gone = {party.id: party.succeeded_on for party in referral.parties if party.succeeded_on is not None}
    binding = {
        (s.role, s.party_id) for s in referral.signatures if s.party_id in gone and s.signed_on <= gone[s.party_id]
    }
    passed = {(role, heir) for role, signer in binding for heir in referral.standing(signer)}
    return required_signers(referral, off) - signed - passed


def last_party_signature(signatures: tuple[Signature, ...], fallback: date) -> date:
    """Day of the latest party signature: the earlier reading of the effective date where two regimes apply (OMR 19)."""
    return max((s.signed_on for s in signatures if s.role is SignerRole.PARTY), default=fallback)


def _mediation_agreed(s: Situation) -> bool:
    return s.referral.outcome in {Outcome.AGREED, Outcome.PARTLY_AGREED}


def _not_taken_back(s: Situation) -> bool:
    """Whether the referrer has not taken the matter back: what is signed afterwards is no agreement of this mediation.

    It would stand beside the filing or the trial to which the matter has gone on.
    """
    return s.referral.closure is not Closure.TAKEN_BACK


def _signer_required(s: Situation) -> bool:
    if not isinstance(s.command, c.Sign):
        return False
    return signs_as_guarantor(s) or (s.command.role, s.command.party_id) in required_signers(
        s.referral, s.book.rules_off
    )


def _not_yet_signed(s: Situation) -> bool:
    command = s.command
    return isinstance(command, c.Sign) and all(
        (x.role, x.party_id) != (command.role, command.party_id) for x in s.referral.signatures
    )


def _refuser_required(s: Situation) -> bool:
    command = s.command
    return isinstance(command, c.RefuseToSign) and (SignerRole.PARTY, command.party_id) in missing_signers(
        s.referral, s.book.rules_off
    )


def _completes(s: Situation) -> bool:
    return isinstance(s.command, c.Sign) and missing_signers(s.referral, s.book.rules_off) == {
        (s.command.role, s.command.party_id)
    }


def agreement_effective(s: Situation) -> bool:
    """Whether there is an agreement that binds."""
    return s.referral.agreement is not None and s.referral.agreement.state in {
        AgreementState.EFFECTIVE,
        AgreementState.PERFORMED,
        AgreementState.BREACHED,
    }


def confirmation_setting(s: Situation) -> str:
    """What the referring court says of confirming agreements reached after filing; refused where it says nothing."""
    return "refused" if s.book.court is None else s.book.court.confirmation_after_entrustment


def _confirmation_conceivable(s: Situation) -> bool:
    return s.referral.kind not in FILED_KINDS or confirmation_setting(s) != "refused"


NOT_TAKEN_BACK = Guard("referral_taken_back", _not_taken_back)
MEDIATION_AGREED = Guard("mediation_without_agreement", _mediation_agreed)
SIGNER_REQUIRED = Guard("signer_not_required", _signer_required, of_state=False)
GUARANTOR_LEFT = Guard("action_not_possible", _guarantor_left)
GUARANTOR_SIGNS = Guard("signer_not_required", signs_as_guarantor, of_state=False)
NOT_YET_SIGNED = Guard("already_signed", _not_yet_signed, of_state=False)
REFUSER_REQUIRED = Guard("signer_not_required", _refuser_required, of_state=False)
AGREEMENT_EFFECTIVE = Guard("mediation_without_agreement", agreement_effective)

LAST_SIGNATURE = Condition("last_signature", _completes)
SIGNATURES_REMAIN = Condition("signatures_remain", lambda s: not _completes(s))
CONFIRMATION_CONCEIVABLE = Condition("court_may_confirm_after_entrustment", _confirmation_conceivable)
