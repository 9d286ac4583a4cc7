"""What the use cases need from outside, as Protocols. Adapters fulfil them; nothing here knows how.

One `async with ports.unit_of_work(tenant_id) as tx` is one transaction: it commits when the block ends and rolls back
when anything is raised in it, a cancelled request included.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.domain.access import ClientId, Principal, TenantId
from app.domain.audit import Audit
from app.domain.clock_port import Clocks
from app.domain.consumers import ConsumerStore
from app.domain.delivery_port import Deliveries, Errands, Lanes, Upkeep
from app.domain.document_store import DocumentStore, NoDocuments
from app.domain.dossier import Dossier, Particulars
from app.domain.events import Event
from app.domain.evidence import Evidence, Fault
from app.domain.hints import NO_HINTS, Hints
from app.domain.lifecycle.table import RuleBook
from app.domain.outbound import NoOutbound, Outbound
from app.domain.platform_inbox import Inbox
from app.domain.platform_outbox import Outbox
from app.domain.platform_port import PlatformStore
from app.domain.reconciliation import Reconciliations
from app.domain.reference import ReferenceStore
from app.domain.referral import Party, PartyDetails, Referral, ReferralId
from app.domain.registry_port import Registry
from app.domain.secret_port import NewKey, Sealer
from app.domain.selection import EVERYTHING, Selection
from app.domain.series import Series, SeriesStore
from app.domain.signing import NoSigner, Signer
from app.domain.stored import (
    Answer,
    DueClock,
    Duplicate,
    Filing,
    Found,
    Kept,
    KeyTaken,
    NameTaken,
    Record,
    Side,
    Sought,
    StaleVersion,
)
from app.domain.time import LegalNow
from app.domain.webhook_port import Webhooks

__all__ = [
    "Answer",
    "Audit",
    "Clock",
    "Clocks",
    "ConsumerStore",
    "DocumentStore",
    "DueClock",
    "Duplicate",
    "Evidence",
    "Fault",
    "Filing",
    "Found",
    "Idempotency",
    "Kept",
    "KeyTaken",
    "NameTaken",
    "NewKey",
    "Outbound",
    "Ports",
    "Record",
    "Referrals",
    "Registry",
    "Sealer",
    "Selection",
    "Series",
    "SeriesStore",
    "Side",
    "Signer",
    "Sought",
    "StaleVersion",
    "Transaction",
    "UnitOfWork",
    "Webhooks",
]


class Referrals(Protocol):
    """Referrals and all that lies under them. A read with a tenant sees that tenant's referrals only."""

    async def load(self, sought: Sought) -> Found:
        """All that one decision needs, in one statement and one snapshot."""
        ...

    def side_of(self, parties: Iterable[tuple[str, PartyDetails]]) -> Side:
        """How parties (kind, details) are found again. `Sought` takes applicants and respondents apart."""
        ...

    def marks_of(self, documents: Iterable[PartyDetails]) -> frozenset[str]:
        """Keyed hashes of identity numbers, as `Found.identities` has them; nothing for who has none."""
        ...

    async def hold_parties(self, hashes: Iterable[bytes]) -> None:
        """Let nobody else pass here with any of these hashes until this transaction ends."""
        ...

    async def create(self, referral: Referral, filing: Filing, event: Event, keep: Kept) -> int:
        """Write a new referral with its dossier, its event and the answer in one statement.

        The stored answer gets its `number` there. A dispute that is there already is gone on with.

        Returns:
            The serial.

        Raises:
            KeyTaken: the idempotency key was used meanwhile.
        """
        ...

    async def save(self, before: Referral, after: Referral, event: Event, keep: Kept | None) -> None:
        """Write what differs between two versions, the event and the answer in one statement.

        Raises:
            StaleVersion: the stored version is not that of `before`.
            KeyTaken: the idempotency key was used meanwhile.
        """
        ...

    async def page(
        self,
        principal: Principal,
        *,
        after_id: ReferralId | None,
        limit: int,
        selection: Selection = EVERYTHING,
    ) -> tuple[Record, ...]:
        """The caller's referrals in the order of their ids, with clocks, agreement and procedures only."""
        ...

    async def parties(self, referral_id: ReferralId, tenant_id: TenantId) -> tuple[tuple[Party, PartyDetails], ...]:
        """Parties with their personal data, decrypted."""
        ...

    async def dossier(self, referral_id: ReferralId, tenant_id: TenantId, lists: Collection[str]) -> Dossier:
        """The lists of the dossier that are named by their fields, with personal texts decrypted; the others empty."""
        ...

    async def hidden_documents(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[str, int]:
        """How many documents, by class, are private to somebody else than this tenant; for the system only."""
        ...

    async def particulars(self, referral_id: ReferralId, tenant_id: TenantId) -> Particulars:
        """The particulars with names of court staff and free words, decrypted; empty where nothing is visible."""
        ...

    async def term_texts(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, tuple[str, str | None]]:
        """Text and account of the agreement's terms by their ids, decrypted."""
        ...

    async def explanations(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, str]:
        """Why organisations declined, by the ids of their turns, decrypted."""
        ...

    async def advice(self, referral_id: ReferralId, tenant_id: TenantId) -> str | None:
        """What the court told the party on returning the application, decrypted."""
        ...

    async def history(
        self, referral_id: ReferralId, tenant_id: TenantId, *, after_version: int, limit: int
    ) -> tuple[Event, ...]:
        """Events of a visible referral, oldest first."""
        ...

    async def record_access(
        self, audit_id: UUID, principal: Principal, referral_id: ReferralId, what: str, recorded_at: datetime
    ) -> None:
        """Write down that personal data were read: by whom, of which referral, what, when."""
        ...

    async def claim_due(self, today: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next clock that ran out before `today`; referrals that others hold are passed over.

        Args:
            today: Legal date.
            after: Last day and id of the clock claimed before, to go on behind it.
        """
        ...

    async def next_due_on(self, not_before: date) -> date | None:
        """The earliest last day of all running clocks from that day on; for the system only."""
        ...

    async def any_exist(self) -> bool:
        """Whether there is any referral; for the system only."""
        ...


class Idempotency(Protocol):
    """Answers by (client, key)."""

    async def look_up(self, client_id: ClientId, key: str) -> tuple[bytes, Answer] | None:
        """Fingerprint and answer of a key that was used."""
        ...

    async def keep(self, kept: Kept) -> None:
        """Raises KeyTaken."""
        ...


class Transaction(Protocol):
    """One open transaction."""

    @property
    def referrals(self) -> Referrals:
        """Referrals in this transaction."""
        ...

    @property
    def registry(self) -> Registry:
        """The registry in this transaction."""
        ...

    @property
    def clocks(self) -> Clocks:
        """Clocks of all referrals in this transaction."""
        ...

    @property
    def lanes(self) -> Lanes:
        """Work that waits for delivery; for the system only."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """Deliveries in this transaction; for the system only."""
        ...

    @property
    def errands(self) -> Errands:
        """Challenges and tests of endpoints; for the system only."""
        ...

    @property
    def upkeep(self) -> Upkeep:
        """What is done now and then for deliveries; for the system only."""
        ...

    @property
    def reference(self) -> ReferenceStore:
        """Reference data in this transaction."""
        ...

    @property
    def series(self) -> SeriesStore:
        """Series in this transaction."""
        ...

    @property
    def consumers(self) -> ConsumerStore:
        """Named consumers of feeds in this transaction."""
        ...

    @property
    def platforms(self) -> PlatformStore:
        """Configuration of platforms of courts, in this transaction."""
        ...

    @property
    def inbox(self) -> Inbox:
        """Messages of platforms of courts, in this transaction."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Messages for platforms of courts and duties on them, in this transaction."""
        ...

    @property
    def reconciliations(self) -> Reconciliations:
        """Reconciliations with platforms of courts, in this transaction."""
        ...

    @property
    def idempotency(self) -> Idempotency:
        """Idempotency keys in this transaction."""
        ...

    @property
    def evidence(self) -> Evidence:
        """Reads for the check, in this transaction."""
        ...

    @property
    def audit(self) -> Audit:
        """The record of readings, in this transaction."""
        ...

    @property
    def webhooks(self) -> Webhooks:
        """Webhook endpoints and their deliveries, in this transaction."""
        ...

    async def as_system(self) -> None:
        """Go on as the system; for a write after which its own tenant no longer sees the referral."""
        ...

    async def in_one_moment(self) -> None:
        """Let every read of this transaction see the same moment, and forbid writes; before anything else is read."""
        ...


class UnitOfWork(Protocol):
    """Opens transactions."""

    def __call__(self, tenant_id: TenantId | None) -> AbstractAsyncContextManager[Transaction]:
        """A transaction with the eyes of one tenant, or of the system for None.

        Raises:
            Refusal: `database_unavailable` or `too_busy`, from anything done inside.
        """
        ...


class Clock(Protocol):
    """The legal clock and the system clock."""

    @property
    def steerable(self) -> bool:
        """Whether the legal clock may be moved; never in production."""
        ...

    async def legal_now(self) -> LegalNow:
        """Now on the legal clock."""
        ...

    def legal_at(self, offset_seconds: int) -> LegalNow:
        """Now on the legal clock, with an offset that was just read; production ignores it."""
        ...

    def system_now(self) -> datetime:
        """Now, aware, in UTC."""
        ...

    def recorded_at(self) -> datetime:
        """Now, never before an earlier answer of this process."""
        ...


def _nothing() -> None:
    return None


def _no_hints() -> Hints:
    return NO_HINTS


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that a use case may reach, handed in by the composition roots.

    Attributes:
        unit_of_work: Opens transactions.
        clock: Both clocks.
        mint: New ids, ordered by time.
        book: The rule book of the moment, without court facts.
        new_key: Makes API keys.
        nudge: Told after a commit that made an event.
        hints: What is only warned about.
        documents: Contents of documents.
        outbound: The door to servers that are not ours.
        signer: Signs what is sent there.
    """

    unit_of_work: UnitOfWork
    clock: Clock
    mint: Callable[[], UUID]
    book: Callable[[], RuleBook]
    new_key: Callable[[], NewKey]
    nudge: Callable[[], None] = field(default=_nothing)
    hints: Callable[[], Hints] = field(default=_no_hints)
    documents: DocumentStore = field(default_factory=NoDocuments)
    outbound: Outbound = field(default_factory=NoOutbound)
    signer: Signer = field(default_factory=NoSigner)
