"""What is kept sealed: one row for every encrypted and every hashed column, who is shown it and how.

A column that ends in `_sealed` or `_hash` and has no row here turns a test red. Whoever shows sealed words in the clear
writes down one access for the referral and the request, under the word that stands in `what`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.access import Scope


class Shown(StrEnum):
    """How somebody who may read the referral, and nothing more, sees the words.

    name      masked: the first character
    edges     masked: a few characters at both ends
    covered   masked: that there is something
    whole     as they are, at their own address only, and every reading is recorded
    never     not through the API
    """

    NAME = "name"
    EDGES = "edges"
    COVERED = "covered"
    WHOLE = "whole"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SealedField:
    """One encrypted column.

    Attributes:
        table: Its table, whose rows have an `id`.
        column: Its name; ends in `_sealed`.
        what: The word under which reading it in the clear is recorded.
        shown: How it is seen by default.
        reveal: Scope that shows it in the clear; None where nobody is shown it.
    """

    table: str
    column: str
    what: str
    shown: Shown
    reveal: Scope | None


@dataclass(frozen=True, slots=True)
class HashedField:
    """One keyed hash, which finds equal values without reading them.

    Attributes:
        table: Its table.
        column: Its name; ends in `_hash`.
        sealed: The sealed column with the value.
        purpose: Keeps equal values of different columns apart.
        kind: Column whose word and a colon go before the value; None where the value stands alone.
        as_name: Whether the value is a name, compared in its normal form.
    """

    table: str
    column: str
    sealed: str
    purpose: str
    kind: str | None = None
    as_name: bool = False


_READ, _REVEAL = Scope.REFERRALS_READ, Scope.PARTIES_REVEAL

SEALED: Final[tuple[SealedField, ...]] = (
    SealedField("parties", "name_sealed", "parties", Shown.NAME, _REVEAL),
    SealedField("parties", "id_number_sealed", "parties", Shown.EDGES, _REVEAL),
    SealedField("parties", "phone_sealed", "parties", Shown.EDGES, _REVEAL),
    SealedField("parties", "address_sealed", "parties", Shown.COVERED, _REVEAL),
    SealedField("representatives", "name_sealed", "representatives", Shown.NAME, _REVEAL),
    SealedField("representatives", "id_number_sealed", "representatives", Shown.EDGES, _REVEAL),
    SealedField("representatives", "phone_sealed", "representatives", Shown.EDGES, _REVEAL),
    SealedField("mediators", "id_number_sealed", "mediators", Shown.NEVER, None),
    SealedField("referrals", "clerk_sealed", "particulars", Shown.NAME, _REVEAL),
    SealedField("referrals", "judge_sealed", "particulars", Shown.NAME, _REVEAL),
    SealedField("referrals", "facts_and_reasons_sealed", "particulars", Shown.COVERED, _REVEAL),
    SealedField("claims", "text_sealed", "claims", Shown.COVERED, _REVEAL),
    SealedField("service_addresses", "address_sealed", "service_addresses", Shown.COVERED, _REVEAL),
    SealedField("materials", "title_sealed", "materials", Shown.COVERED, _REVEAL),
    SealedField("messages", "text_sealed", "messages", Shown.COVERED, _REVEAL),
    SealedField("urgings", "text_sealed", "urgings", Shown.COVERED, _REVEAL),
    SealedField("urgings", "answer_sealed", "urgings", Shown.COVERED, _REVEAL),
    SealedField("series", "name_sealed", "series", Shown.NAME, _REVEAL),
    SealedField("agreement_terms", "text_sealed", "agreement", Shown.WHOLE, _READ),
    SealedField("agreement_terms", "account_sealed", "agreement", Shown.WHOLE, _READ),
    SealedField("assignments", "explanation_sealed", "explanations", Shown.WHOLE, _READ),
    SealedField("referrals", "advice_sealed", "advice", Shown.WHOLE, _READ),
    SealedField("contacts", "statement_sealed", "contacts", Shown.NEVER, None),
    SealedField("documents", "name_sealed", "documents", Shown.COVERED, _REVEAL),
    SealedField("webhook_endpoints", "headers_sealed", "webhooks", Shown.NEVER, None),
    SealedField("webhook_secrets", "secret_sealed", "webhooks", Shown.NEVER, None),
    SealedField("court_platforms", "credentials_sealed", "credentials", Shown.NEVER, None),
    SealedField("platform_inbox", "raw_sealed", "platform_messages", Shown.NEVER, None),
)

HASHED: Final[tuple[HashedField, ...]] = (
    HashedField("parties", "name_hash", "name_sealed", "party.name", kind="kind", as_name=True),
    HashedField("parties", "id_number_hash", "id_number_sealed", "party.identity", kind="id_type"),
    HashedField("parties", "phone_hash", "phone_sealed", "party.phone"),
    HashedField("representatives", "id_number_hash", "id_number_sealed", "party.identity", kind="id_type"),
    HashedField("mediators", "id_number_hash", "id_number_sealed", "party.identity", kind="id_type"),
)

WHATS: Final = frozenset(field.what for field in SEALED)
"""Words of the record of readings."""


def field_of(table: str, column: str) -> SealedField:
    """The row of one column.

    Raises:
        KeyError: the column is not in the table.
    """
    return _BY_PLACE[table, column]


def sealed_page() -> str:
    """The table of sealed fields as Markdown, as docs/privacy.md has it."""
    head = ["| Column | Without more | In the clear with | On record as |", "|---|---|---|---|"]
    rows = [
        f"| `{field.table}.{field.column}` | {_IN_WORDS[field.shown]} "
        f"| {'—' if field.reveal is None else f'`{field.reveal.value}`'} "
        f"| {'—' if field.reveal is None else f'`{field.what}`'} |"
        for field in sorted(SEALED, key=lambda field: (field.table, field.column))
    ]
    return "\n".join([*head, *rows])


_IN_WORDS: Final = {
    Shown.NAME: "first character",
    Shown.EDGES: "both ends",
    Shown.COVERED: "that it is there",
    Shown.WHOLE: "whole, at its own address",
    Shown.NEVER: "not shown by the API",
}

_BY_PLACE: Final = {(field.table, field.column): field for field in SEALED}
