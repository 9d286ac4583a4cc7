"""What every command has, and what a referral is opened from."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.domain.access import ReferringBodyId
from app.domain.dossier import Claim, Particulars, Representative
from app.domain.lifecycle.states import Action, Kind
from app.domain.referral import Consent, OnBehalfOf, Party, ReferralId, SeriesId
from app.domain.registry_facts import CourtFacts, OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What a referral is opened from; ids are given by the service, parties and consents come with the request.

    Attributes:
        dispute_id: A new dispute, or the one that this referral goes on with.
        court: The court that refers; None for `direct` and `transferred`.
        referring_body_id: The body that transfers; only for `transferred`.
        applied_to: The organisation that took the application itself; only for `direct`.
        by_commission: Only for `transferred`: whether a labour arbitration commission sends it.
        in_trial: Only for `post_filing`: whether the case is in its trial stage (second instance included).
    """

    id: ReferralId
    dispute_id: UUID
    kind: Kind
    court: CourtFacts | None
    on_court_platform: bool
    cause_code: str | None
    cause_version: str | None
    parties: tuple[Party, ...]
    consents: tuple[Consent, ...]
    referring_body_id: ReferringBodyId | None = None
    applied_to: OrganisationFacts | None = None
    in_trial: bool = False
    by_commission: bool = False
    particulars: Particulars
    representatives: tuple[Representative, ...] = ()
    claims: tuple[Claim, ...] = ()
    series_id: SeriesId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Fields that every command has. `action` names the rows that it may take."""

    action: ClassVar[Action]
    occurred_on: date | None = None
    on_behalf_of: OnBehalfOf | None = None
