"""Platforms of courts 法院平台: what an adapter must offer, and what is said to it and heard from it.

An adapter translates and never decides. Whatever goes wrong outside is `Unavailable` (try again), `Rejected` (never
will) or `Unreadable` (a person must look), and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, NewType, Protocol, runtime_checkable
from uuid import UUID

from app.domain.access import ClientId, CourtId
from app.domain.outbound import Rejected, Unavailable, Unreadable
from app.domain.referral import ReferralId
from app.domain.registry import Validity

__all__ = [
    "BY_HAND",
    "ComparesContent",
    "CourtPlatform",
    "Duty",
    "Flag",
    "Heard",
    "Holding",
    "HoldsRecords",
    "MessageId",
    "Outgoing",
    "OutgoingKind",
    "Platform",
    "PlatformCode",
    "Pulled",
    "PullsMessages",
    "ReadsLists",
    "Receipt",
    "Rejected",
    "RemembersNonces",
    "Unavailable",
    "Unmapped",
    "Unreadable",
    "UsedNonce",
]

PlatformCode = NewType("PlatformCode", str)
"""Names a platform in addresses, such as `henan-court`."""

MessageId = NewType("MessageId", str)
"""What a platform calls one of its messages."""

BY_HAND: Final = "by_hand"
"""The dialect of a platform without an interface: people retype what it has to know."""


class OutgoingKind(StrEnum):
    """What is told to a platform; the values are stored and appear in mappings."""

    ACCEPTANCE = "acceptance"
    RESULT = "result"
    AGREEMENT = "agreement"
    CONFIRMATION_APPLICATION = "confirmation_application"
    HANDOVER_PACKAGE = "handover_package"
    FILING_REQUEST = "filing_request"


class Duty(StrEnum):
    """What has to stand on the court's platform, by interface or by hand; the values are stored."""

    ACCEPTANCE = "acceptance"
    RESULT = "result"
    AGREEMENT = "agreement"
    CONFIRMATION_APPLICATION = "confirmation_application"


@dataclass(frozen=True, slots=True)
class Platform:
    """One dated configuration row. Of rows with the same code the newest that is valid on a day holds on it.

    Attributes:
        client_id: The program as which the platform acts; it belongs to the court and has no key.
        dialect: Which adapter speaks to it.
        mapping: Their names and codes against ours; see `platform_mapping`.
        settings: Of the dialect: addresses, layouts of signatures, folders. No secrets.
        duties: How each duty is met, by its name; see `platform_outbox`.
        credentials: Secrets of the dialect by name; empty where they were not asked for.
    """

    id: UUID
    code: PlatformCode
    court_id: CourtId
    client_id: ClientId
    dialect: str
    validity: Validity
    mapping: Mapping[str, Any]
    settings: Mapping[str, Any]
    recorded_at: datetime
    credentials: Mapping[str, str] = field(default_factory=dict, repr=False)
    duties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def has_interface(self) -> bool:
        """Whether anything can be sent to it."""
        return self.dialect != BY_HAND


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a message that the mapping does not know.

    Attributes:
        at: Where it stands, as the mapping writes places.
        fault: `unknown_code`, `unknown_type`, `field_missing`, `field_unreadable` or `not_a_document`.
        codes: The list of codes that was looked in.
        said: Their code itself where it looks like one; never free text, which may name people.
    """

    at: str
    fault: str
    codes: str | None = None
    said: str | None = None


class Unmapped(Unreadable):
    """A message that the mapping does not know well enough. Nothing is guessed.

    Args:
        flags: What is not known, in the order of the mapping.
    """

    def __init__(self, *flags: Flag) -> None:
        super().__init__(flags[0].fault)
        self.flags = flags


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of a platform in our words.

    Attributes:
        becomes: `opening`, `transition`, `procedure` or `receipt`.
        reference: What the court calls the matter; None where the message names none.
        body: As the request of the API would have it; of a receipt `key`, `accepted`, `platform_number`, `reason`.
        machine: Of a procedure's step: which procedure of the referral is meant.
        flags: Codes that were left out because the mapping allows it.
    """

    becomes: str
    reference: str | None
    body: Mapping[str, Any] = field(repr=False)
    machine: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Something that a platform has to know, in our words: codes, days, amounts and hashes, and nobody's name.

    Attributes:
        reference: What the court calls the matter, or our number where it gave no reference.
        body: Further fields by kind; see `docs/adapters.md`.
    """

    kind: OutgoingKind
    referral_id: ReferralId
    reference: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a platform said of a message.

    Attributes:
        processed: Whether it has also acted on it; delivered alone is not yet processed.
        platform_number: Its own number for what it made of it.
        refused: Its code for not taking the content; a person has to look.
        delivered: False where the message is on its way and the platform has not said that it has it.
    """

    processed: bool
    platform_number: str | None = None
    refused: str | None = None
    delivered: bool = True


class CourtPlatform(Protocol):
    """One external court platform. Translates; never decides."""

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The id of a genuine message; refuses with `Rejected` what is forged or stale."""
        ...

    def read(self, raw: bytes) -> Heard:
        """The message in our words; raises `Unreadable` for what the mapping does not know."""
        ...

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """Tell the platform; the same key again files nothing a second time."""
        ...

    async def look_up(self, key: str) -> Receipt | None:
        """Whether what was sent under a key has arrived, for after a time-out; None where it has not."""
        ...


@runtime_checkable
class SendsAnew(Protocol):
    """A platform that can not be asked: what it had acknowledged is known here, though it may have lost it since."""

    async def send_anew(self, message: Outgoing, key: str) -> Receipt:
        """Tell the platform once more under the same key, whatever it acknowledged; one that still has it knows it."""
        ...


@runtime_checkable
class FetchesAgain(Protocol):
    """A platform whose messages can be fetched from the beginning."""

    def fetches_again(self) -> bool:
        """Whether there is a list to be fetched."""
        ...


@dataclass(frozen=True, slots=True)
class Pulled:
    """A page of messages that were fetched: each with its id, and where to go on.

    Attributes:
        unnamed: Items without an id that can be used. Nothing acts on them; a person looks.
    """

    messages: tuple[tuple[MessageId, bytes], ...]
    cursor: str
    unnamed: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class UsedNonce:
    """A nonce that a genuine message used up, where the proof says nothing of what was sent.

    Attributes:
        sender: Whose nonce it is, as both sides wrote it down.
        content: SHA-256 of what it was used for.
        until: From then on a message with it is stale anyway.
    """

    sender: str
    nonce: bytes = field(repr=False)
    content: bytes = field(repr=False)
    until: datetime


@runtime_checkable
class RemembersNonces(Protocol):
    """A platform whose proof has to be remembered, so that nobody sends other content under it."""

    def used_nonce(self, raw: bytes) -> UsedNonce | None:
        """The nonce of a message that `verify` let through; None where its proof binds the content."""
        ...


@runtime_checkable
class ComparesContent(Protocol):
    """A platform whose messages may come in more than one way, so that the same one has other bytes."""

    def content(self, raw: bytes) -> bytes:
        """Bytes that are the same where two messages say the same; raises `Unreadable`."""
        ...


@runtime_checkable
class PullsMessages(Protocol):
    """A platform that does not call us: its messages are fetched."""

    async def pull(self, cursor: str | None) -> Pulled:
        """The messages behind a cursor; an empty page where there are none."""
        ...


@dataclass(frozen=True, slots=True)
class Holding:
    """What one side holds of a matter.

    Attributes:
        reference: What the court calls it.
        state: One of our states of mediation; None where it was not told.
        amount: Of the agreement, in yuan with two decimals; None where there is none.
        duties: What stands there already.
        told_duties: Of which duties the platform says at all whether they stand there.
        procedure: State of the newest procedure, as we call it; None where it was not told.
    """

    reference: str
    state: str | None = None
    amount: str | None = None
    duties: frozenset[str] = frozenset()
    told_duties: frozenset[str] = frozenset()
    procedure: str | None = None


@runtime_checkable
class HoldsRecords(Protocol):
    """A platform that can be asked what it holds."""

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What it holds at the end of a day."""
        ...


@runtime_checkable
class ReadsLists(Protocol):
    """A platform whose people export what it holds as a file."""

    async def listed(self, raw: bytes) -> tuple[Holding, ...]:
        """What a file says that it holds.

        Refuses with what is wrong with the file or with one of its rows: a list that was read in part would make
        everything else seem to be missing there. Refuses with `platform_has_no_list` where its columns are not known.
        """
        ...
