"""What the use cases need from outside, as Protocols. Adapters fulfil them; nothing here knows how.

One `async with ports.unit_of_work(tenant_id) as tx` is one transaction: it commits when the block ends and rolls back
when anything is raised in it, a cancelled request included.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from app.domain.access import ClientId, OrganisationId, Principal, TenantId
from app.domain.calendar import Calendar
from app.domain.causes import Cause
from app.domain.codes import Code
from app.domain.events import Event
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import MediatorId, Party, PartyDetails, ProcedureId, Referral, ReferralId
from app.domain.registry import Channel, Client, Court, Mediator, Organisation, StoredKey, Tenant
from app.domain.time import LegalNow


class StaleVersion(Exception):
    """The referral moved on between reading and writing; nothing was written."""


class KeyTaken(Exception):
    """Another request with the same idempotency key was written first; nothing was written."""


class NameTaken(Exception):
    """A name, code or single place is already registered; nothing was written."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a write answered: HTTP status, address of the thing made, version of the referral, body without party data."""

    status: int
    body: Mapping[str, Any]
    location: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One idempotency key with the answer that it has for good."""

    client_id: ClientId
    key: str
    fingerprint: bytes
    answer: Answer
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CaseNumberEntry:
    """One case number of a referral; `kind` is court, platform, partner, mediation or archive."""

    id: UUID
    kind: str
    original: str
    normalised: str


@dataclass(frozen=True, slots=True)
class Filing:
    """What a referral carries beside the things that the lifecycle judges. `claim_amount` in yuan."""

    court_reference: str | None = None
    claim_amount: Decimal | None = None
    case_numbers: tuple[CaseNumberEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What one look at the database is to bring; see `Found`.

    Attributes:
        tenant_id: Whose eyes look; None only for the system, which sees all.
        referral_id: The referral; or
        procedure_id: the referral that has this procedure; or neither, where one is to be opened.
        key: The caller's client and idempotency key, where an earlier answer is to be looked for.
        organisation_id: An organisation that the command names, with its channels to the court.
        mediator_id: A mediator that the command names.
    """

    tenant_id: TenantId | None
    referral_id: ReferralId | None = None
    procedure_id: ProcedureId | None = None
    key: tuple[ClientId, str] | None = None
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A referral as stored: the aggregate, its running number, what was filed with it."""

    referral: Referral
    serial: int
    filing: Filing
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What one look brought; None for what is not there or not visible.

    `court` is the referring court: the referral's, or the tenant where one is to be opened.
    """

    record: Record | None
    kept: tuple[bytes, Answer] | None
    court: Court | None
    holder: Organisation | None
    organisation: Organisation | None
    channels: tuple[Channel, ...]
    mediator: Mediator | None
    offset_seconds: int


@dataclass(frozen=True, slots=True)
class DueClock:
    """A running clock whose last day is over, on a referral that this transaction has locked."""

    clock_id: UUID
    referral_id: ReferralId
    rule: str
    due_on: date


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
        """The caller's referrals, newest first, with clocks, agreement and procedures and without the other children."""
        ...

    async def parties(self, referral_id: ReferralId, tenant_id: TenantId) -> tuple[tuple[Party, PartyDetails], ...]:
        """Parties with their personal data, decrypted."""
        ...

    async def term_texts(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, str]:
        """Texts of the agreement's terms by their ids, decrypted."""
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

    async def add_mediator(self, mediator: Mediator, recorded_at: datetime) -> None: ...

    async def add_channel(self, channel: Channel, recorded_at: datetime) -> None: ...

    async def add_client(self, client: Client) -> None: ...

    async def add_key(
        self, client_id: ClientId, public_id: str, secret_text: str, recorded_at: datetime, expires_at: datetime | None
    ) -> None:
        """Store the hash of a key; the text itself is stored nowhere."""
        ...

    async def revoke_key(self, client_id: ClientId, public_id: str, revoked_at: datetime) -> bool:
        """Close a key for good; False where the client has no such key. A revoked key keeps its first time."""
        ...

    async def find_key(self, public_id: str) -> StoredKey | None: ...

    async def tenant(self, tenant_id: TenantId) -> Tenant | None: ...

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

    async def calendar(self) -> Calendar: ...

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


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it must be.

    Attributes:
        invariant: Number in the list of invariants; 0 for the isolation of tenants.
        subject: Id of what is concerned.
        code: What is wrong with it.
        version: Of the event concerned, where there is one.
    """

    invariant: int
    subject: str
    code: str
    version: int | None = None


class Evidence(Protocol):
    """Reads for the check of a whole database; for the system only. Every list of faults has at most `limit` rows."""

    async def referrals(self, *, after_id: ReferralId | None, limit: int) -> tuple[Record, ...]: ...

    async def events_of(self, referral_ids: Sequence[ReferralId]) -> Mapping[ReferralId, tuple[Event, ...]]:
        """Events by referral, in version order."""
        ...

    async def faults(self, *, limit: int) -> tuple[Fault, ...]:
        """What the database itself can say about feeds, idempotency keys, clocks and viewers."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Rows of the main tables."""
        ...


class Transaction(Protocol):
    """One open transaction."""

    @property
    def referrals(self) -> Referrals: ...

    @property
    def registry(self) -> Registry: ...

    @property
    def idempotency(self) -> Idempotency: ...

    @property
    def evidence(self) -> Evidence: ...

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

    def encrypt(self, plaintext: str, context: bytes) -> bytes: ...

    def decrypt(self, ciphertext: bytes, context: bytes) -> str: ...

    def keyed_hash(self, value: str, purpose: str) -> bytes: ...


class NewKey(Protocol):
    """A fresh API key; `secret_text` is shown once."""

    @property
    def public_id(self) -> str: ...

    @property
    def secret_text(self) -> str: ...


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
