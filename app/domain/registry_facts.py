"""What the registry says on one day, as plain facts: all that commands and guards may know of it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.domain.access import CourtId, OrganisationId, ReferringBodyId
from app.domain.lead_times import LeadTime
from app.domain.lifecycle.states import Body, Track
from app.domain.referral import MediatorId

FEE_NOTICE_DAYS: Final = 7
"""Days to pay the court fee after the notice; known from memory only (LFM 22), so a setting."""


@dataclass(frozen=True, slots=True)
class CourtFacts:
    """What the registry says of a court on the day: whether it is active, the tracks it then uses, its settings.

    Attributes:
        level: Code of list `court_level`.
        duplicate_policy: `warn` or `block` where a referral may be a duplicate.
        confirmation_after_entrustment: `refused`, `after_withdrawal` or `allowed`: whether an agreement reached after
            filing may be judicially confirmed. No statute settles it; the default follows W1 item 4.
        term_on_reassignment: `restart` or `continue`: whether the term starts anew when another organisation takes over
            an accepted referral (PD_TERM_ON_REASSIGNMENT).
        fee_notice_days: Days to pay the court fee, where a notice names no day.
        lead_times: When it wants to be warned, by group; the defaults for a group that is not named.
        suspension_pauses_term: Whether the term stands still while mediation is suspended (PD_SUSPENSION).
        acceptance_on_dispatch: `run_on` or `restart`: whether the window for acceptance runs on, or starts anew, when
            a head office dispatches a referral down (PD_DISPATCH).
        statement_before_filing: `refused` or `allowed`: whether it makes mediation statements without a registered case
            诉前调书 (PD_STATEMENT_BEFORE_FILING).
        full_organisation: `warn` or `refuse`: what an offer to an organisation without capacity meets (PD_CAPACITY).
    """

    id: CourtId
    active: bool
    tracks: frozenset[Track]
    late_acceptance: bool = True
    duplicate_policy: str = "warn"
    confirmation_after_entrustment: str = "refused"
    level: str = "basic"
    term_on_reassignment: str = "restart"
    fee_notice_days: int = FEE_NOTICE_DAYS
    lead_times: tuple[LeadTime, ...] = ()
    suspension_pauses_term: bool = False
    acceptance_on_dispatch: str = "run_on"
    full_organisation: str = "warn"
    statement_before_filing: str = "refused"


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What the registry says of an organisation on the day. `ancestor_ids`: nearest first; `capacity`: a code."""

    id: OrganisationId
    active: bool
    body: Body
    ancestor_ids: tuple[OrganisationId, ...] = ()
    capacity: str = "open"


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """The channel between a court and an organisation that is open on the day. Empty roots: every cause.

    `mode`: code of list `channel_mode`; only what came over `hq_to_hq` may be dispatched down the organisation's tree.
    """

    id: UUID
    strict: bool
    cause_roots: tuple[str, ...]
    mode: str = "point_to_point"


@dataclass(frozen=True, slots=True)
class MediatorFacts:
    """What the registry says of a mediator on the day.

    Attributes:
        active: Whether the organisation has the mediator, with a certificate that is valid.
        listed: Whether the roster of the court that referred has nothing against it; see `app.domain.office`.
        own_dispute: Whether a party or representative of the referral has the same identity number (PD_OWN_DISPUTE).
    """

    id: MediatorId
    organisation_id: OrganisationId
    active: bool
    listed: bool = True
    own_dispute: bool = False


@dataclass(frozen=True, slots=True)
class Encounters:
    """What an organisation sees of a mediator and the parties of a referral: there, and in its other referrals.

    Attributes:
        earlier: Referrals that share a party and that the mediator had.
        declared: Relations and other roles that were recorded of the mediator in referrals that share a party.
        own: Parties and representatives of the referral with the mediator's identity number.
        namesakes: Natural persons among them with the mediator's name; names collide, so nothing is refused for it.
    """

    earlier: int = 0
    declared: int = 0
    own: int = 0
    namesakes: int = 0

    @property
    def any(self) -> bool:
        """Whether anything was found at all."""
        return bool(self.earlier or self.declared or self.own or self.namesakes)


@dataclass(frozen=True, slots=True)
class ReferringBodyFacts:
    """What the registry says of a referring body on the day. `kind`: code of list `referring_body_kind`."""

    id: ReferringBodyId
    active: bool
    kind: str = "other"

    @property
    def is_commission(self) -> bool:
        """Whether it is a labour arbitration commission, whose hearing waits for the mediation."""
        return self.kind == "labour_arbitration_commission"
