"""The dossier of a referral, as it can be read: what people recorded around it.

Names, numbers, addresses and free words are masked unless revealed; `revealed` says which.
"""

from typing import Literal

from pydantic import Field

from app.domain.access import ActorRole
from app.routers.schemas.common import (
    AuthorityScope,
    CaseNumberKind,
    ClaimKind,
    ClaimOutcome,
    ConflictRelation,
    ConflictState,
    DataClass,
    Day,
    Id,
    IdType,
    MaterialKind,
    MaterialState,
    MediatorOtherRole,
    MessageTopic,
    NoticeKind,
    NoticeMeans,
    NoticeResult,
    RepresentativeKind,
    ServiceAddressKind,
    SharingGround,
    UrgeTopic,
    View,
    Yuan,
)
from app.routers.schemas.transitions import MaterialSource


class CaseNumberView(View):
    """A case number as given and as compared."""

    id: Id
    kind: CaseNumberKind
    original: str
    normalised: str


class CaseNumberList(View):
    """All numbers of the case, oldest first."""

    items: tuple[CaseNumberView, ...]


class ParticularsView(View):
    """Names of court staff and free words of the case."""

    clerk: str | None
    judge: str | None
    facts_and_reasons: str | None
    revealed: bool


class RepresentativeView(View):
    """Somebody who acts for a party, or did."""

    id: Id
    party_id: Id
    kind: RepresentativeKind
    authority: AuthorityScope
    from_on: Day
    until_on: Day | None
    name: str
    id_type: IdType | None
    id_number: str | None
    phone: str | None


class RepresentativeList(View):
    """All representatives, oldest first."""

    items: tuple[RepresentativeView, ...]
    revealed: bool


class ClaimView(View):
    """One claim of one party, and what became of it."""

    id: Id
    party_id: Id
    kind: ClaimKind
    amount: Yuan | None
    outcome: ClaimOutcome
    made_on: Day
    settled_on: Day | None
    settled_amount: Yuan | None
    text: str | None
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class ClaimList(View):
    """All claims, oldest first."""

    items: tuple[ClaimView, ...]
    revealed: bool


class ServiceAddressView(View):
    """A confirmed address for service; the latest of a party and kind stands."""

    id: Id
    party_id: Id
    kind: ServiceAddressKind
    confirmed_on: Day
    address: str | None


class ServiceAddressList(View):
    """All addresses for service, oldest first."""

    items: tuple[ServiceAddressView, ...]
    revealed: bool


class MaterialView(View):
    """One thing asked for or handed in."""

    id: Id
    kind: MaterialKind
    source: MaterialSource
    state: MaterialState
    party_id: Id | None
    requested_on: Day | None
    due_on: Day | None
    supplied_on: Day | None
    received_on: Day | None
    sha256: str | None = Field(description="Of the file, in lower-case hex.")
    media_type: str | None
    title: str | None
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class MaterialList(View):
    """All materials, oldest first."""

    items: tuple[MaterialView, ...]
    revealed: bool


class NoticeView(View):
    """One notice to one party."""

    id: Id
    party_id: Id
    kind: NoticeKind
    means: NoticeMeans
    sent_on: Day
    result: NoticeResult
    result_on: Day | None
    session_id: Id | None
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class NoticeList(View):
    """All notices, oldest first."""

    items: tuple[NoticeView, ...]


class MessageView(View):
    """One message between the tenants of a referral."""

    id: Id
    sender: ActorRole
    topic: MessageTopic
    sent_on: Day
    reply_to: Id | None
    text: str | None


class MessageList(View):
    """All messages, oldest first."""

    items: tuple[MessageView, ...]
    revealed: bool


class ConflictView(View):
    """A check for a conflict of interest, a relation that was disclosed, or another role of a mediator in the case."""

    id: Id
    mediator_id: Id
    raised_by: Literal["check", "role", "mediator", "party"]
    raised_on: Day
    decision: ConflictState
    relation: ConflictRelation | None
    role: MediatorOtherRole | None
    party_id: Id | None
    earlier_count: int = Field(description="Of a check: matters with a party in common that the mediator had.")
    declared_count: int = Field(description="Of a check: relations and roles recorded in such matters.")
    own_count: int = Field(
        description="Of a check: parties and representatives of this matter with the mediator's identity number."
    )
    namesake_count: int = Field(
        description="Of a check: natural persons among them with the mediator's name; names collide."
    )
    decided_on: Day | None
    waived_by: tuple[Id, ...]
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class SharingView(View):
    """Data of the parties that went from one tenant to another, or that one above the holder may read."""

    id: Id
    act: Literal["dispatch", "refer_back", "grant", "recall"]
    from_id: Id
    to_id: Id
    ground: SharingGround
    classes: tuple[DataClass, ...]
    shared_on: Day


class SharingList(View):
    """All passes and grants, oldest first."""

    items: tuple[SharingView, ...]


class ConflictList(View):
    """All conflicts and checks, oldest first."""

    items: tuple[ConflictView, ...]


class UrgingView(View):
    """One urging 催办 and its answer."""

    id: Id
    sender: ActorRole
    topic: UrgeTopic
    urged_on: Day
    reply_by: Day
    answered_on: Day | None
    text: str | None
    answer: str | None


class UrgingList(View):
    """All urgings, oldest first."""

    items: tuple[UrgingView, ...]
    revealed: bool
