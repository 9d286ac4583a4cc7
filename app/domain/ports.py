"""What the use cases need from outside, as Protocols. Adapters fulfil them; nothing here knows how.

One `async with ports.unit_of_work(tenant_id) as tx` is one transaction: it commits when the block ends and rolls back
when anything is raised in it, a cancelled request included.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.domain.access import ClientId, Principal, TenantId
from app.domain.calendar import Calendar
from app.domain.causes import Cause
from app.domain.codes import Code
from app.domain.events import Event
from app.domain.evidence import Evidence, Fault
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import Party, PartyDetails, Referral, ReferralId
from app.domain.registry import Channel, Client, Court, Mediator, Organisation, StoredKey, Tenant
from app.domain.stored import (
    Answer,
    CaseNumberEntry,
    DueClock,
    Filing,
    Found,
    Kept,
    KeyTaken,
    NameTaken,
    Record,
    Sought,
    StaleVersion,
)
from app.domain.time import LegalNow

__all__ = [
    "Answer",
    "CaseNumberEntry",
    "Clock",
    "DueClock",
    "Evidence",
    "Fault",
    "Filing",
    "Found",
    "Idempotency",
    "Kept",
    "KeyTaken",
    "NameTaken",
    "NewKey",
    "Ports",
    "Record",
    "Referrals",
    "Registry",
    "Sealer",
    "Sought",
    "StaleVersion",
    "Transaction",
    "UnitOfWork",
]


class Referrals(Protocol):
    """Referrals and all that lies under them. A read with a tenant sees that tenant's referrals only."""

    async def load(self, sought: Sought) -> Found:
        """All that one decision needs, in one statement and one snapshot."""
        ...

    async def create(self, referral: Referral, filing: Filing, event: Event, keep: Kept) -> int:
        """Write a new referral, its event and the answer in one statement.

        The stored answer gets its `number` there.

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
        state: MediationState | None = None,
        stage: Stage | None = None,
    ) -> tuple[Record, ...]:
        """The caller's referrals, newest first, with clocks, agreement and procedures, without the other children."""
        ...

    async def parties(self, referral_id: ReferralId, tenant_id: TenantId) -> tuple[tuple[Party, PartyDetails], ...]:
        """Parties with their personal data, decrypted."""
        ...

    async def term_texts(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, str]:
        """Texts of the agreement's terms by their ids, decrypted."""
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


class Registry(Protocol):
    """Courts, organisations, mediators, channels, clients, code lists, calendar, legal clock. Open to every tenant."""

    async def add_court(self, court: Court, recorded_at: datetime) -> None:
        """Raises NameTaken."""
        ...

    async def add_organisation(self, organisation: Organisation, recorded_at: datetime) -> None:
        """Raises NameTaken."""
        ...

    async def add_operator(self, tenant_id: TenantId, name: str, recorded_at: datetime) -> None:
        """Raises NameTaken where the one operator is there already."""
        ...

    async def add_mediator(self, mediator: Mediator, recorded_at: datetime) -> None:
        """Its organisation must be there."""
        ...

    async def add_channel(self, channel: Channel, recorded_at: datetime) -> None:
        """Its court and organisation must be there."""
        ...

    async def add_client(self, client: Client) -> None:
        """Its tenant must be there; keys are added apart."""
        ...

    async def hold_client(self, client_id: ClientId) -> None:
        """Let nobody else change the client's keys until this transaction ends; nothing happens without a client."""
        ...

    async def add_key(
        self, client_id: ClientId, public_id: str, secret_text: str, recorded_at: datetime, expires_at: datetime | None
    ) -> None:
        """Store the hash of a key; the text itself is stored nowhere."""
        ...

    async def revoke_key(self, client_id: ClientId, public_id: str, revoked_at: datetime) -> bool:
        """Close a key for good; False where the client has no such key. A revoked key keeps its first time."""
        ...

    async def find_key(self, public_id: str) -> StoredKey | None:
        """A key by its public part, living or not."""
        ...

    async def tenant(self, tenant_id: TenantId) -> Tenant | None:
        """A tenant of any kind."""
        ...

    async def courts(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Court, ...]:
        """One court, or a page of them by id."""
        ...

    async def organisations(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Organisation, ...]:
        """One organisation, or a page of them by id."""
        ...

    async def mediators(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Mediator, ...]:
        """One mediator, or a page of them by id."""
        ...

    async def channels(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Channel, ...]:
        """One channel, or a page of them by id."""
        ...

    async def clients(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Client, ...]:
        """One client, or a page of them by id."""
        ...

    async def load_code_lists(self, lists: Mapping[str, Sequence[Code]]) -> None:
        """Write labels and order of all lists; codes are never removed."""
        ...

    async def load_causes(self, causes: Sequence[Cause]) -> None:
        """Write one list of causes; rows that are there are kept."""
        ...

    async def load_calendar(self, calendar: Calendar) -> None:
        """Write years, notices and days; a day that a later notice changes is changed."""
        ...

    async def calendar(self) -> Calendar:
        """The legal calendar as loaded; empty where none was."""
        ...

    async def clock_offset(self) -> int:
        """Seconds that the legal clock is ahead of the system clock."""
        ...

    async def move_clock(self, *, before: int, after: int) -> bool:
        """Set the offset if it still is `before`; False where somebody else moved it."""
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
    def idempotency(self) -> Idempotency:
        """Idempotency keys in this transaction."""
        ...

    @property
    def evidence(self) -> Evidence:
        """Reads for the check, in this transaction."""
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


class Sealer(Protocol):
    """Encryption by field and keyed hashes."""

    def encrypt(self, plaintext: str, context: bytes) -> bytes:
        """Encrypt a text for the place that the context names."""
        ...

    def decrypt(self, ciphertext: bytes, context: bytes) -> str:
        """The text again; a text that was moved to another place can not be read."""
        ...

    def keyed_hash(self, value: str, purpose: str) -> bytes:
        """A hash for look-up, 32 bytes."""
        ...


class NewKey(Protocol):
    """A fresh API key; `secret_text` is shown once."""

    @property
    def public_id(self) -> str:
        """The part that names the key."""
        ...

    @property
    def secret_text(self) -> str:
        """The whole key, as the client sends it."""
        ...


def _nothing() -> None:
    return None


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
    """

    unit_of_work: UnitOfWork
    clock: Clock
    mint: Callable[[], UUID]
    book: Callable[[], RuleBook]
    new_key: Callable[[], NewKey]
    nudge: Callable[[], None] = field(default=_nothing)
