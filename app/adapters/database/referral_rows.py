"""The JSON rows that a write takes, made of domain values. Personal data is sealed here, on the way in."""

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from app.adapters.database.dossier_rows import COURT_TEXTS, PARTICULARS, PLAIN
from app.adapters.database.referral_writes import HEIRS, columns_of
from app.adapters.secrets import field_context
from app.domain.documents import Document
from app.domain.dossier import EMPTY_DOSSIER, Dossier, Representative
from app.domain.events import Event
from app.domain.identifiers import name_key
from app.domain.ports import Filing, Kept, Sealer
from app.domain.referral import Agreement, Consent, Party, Referral

Rows = dict[str, list[dict[str, Any]]]

_OF_AGGREGATE = {
    "assignments": "assignments",
    "mediator_assignments": "mediators",
    "contacts": "contacts",
    "sessions": "sessions",
    "clocks": "clocks",
    "signatures": "signatures",
    "procedures": "procedures",
}
"""Tables of the parts whose fields are named as the columns, and where the referral has them."""

_OF_REFERRAL = tuple(name for name in columns_of("referrals") if hasattr(Referral, name))
_OF_PARTICULARS = ("claim_amount", *PARTICULARS)
_referral_values = attrgetter(*_OF_REFERRAL)
_particular_values = attrgetter(*_OF_PARTICULARS)


@cache
def _fields(table: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the plain fields and of the encrypted ones, of a part whose fields are named as the columns."""
    names = [name for name in columns_of(table) if name not in {"referral_id", "viewers", "position"}]
    sealed = tuple(name.removesuffix("_sealed") for name in names if name.endswith("_sealed"))
    return tuple(name for name in names if not name.endswith("_sealed")), sealed


class PartyHashes:
    """Hashes by which parties are found, each made once in a transaction: it looks for a party and then writes it."""

    __slots__ = ("_known", "_sealer")

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer
        self._known: dict[tuple[str, str], bytes] = {}

    def name(self, kind: str, name: str) -> bytes:
        """Of a party's kind and name."""
        return self._of("party.name", f"{kind}:{name_key(name)}")

    def number(self, id_type: str | None, number: str) -> bytes:
        """Of the type and number of a party's document."""
        return self._of("party.identity", f"{id_type}:{number}")

    def phone(self, phone: str) -> bytes:
        """Of a party's telephone number."""
        return self._of("party.phone", phone)

    def _of(self, purpose: str, value: str) -> bytes:
        known = self._known.get((purpose, value))
        if known is None:
            known = self._known[purpose, value] = self._sealer.keyed_hash(value, purpose)
        return known


class RowMaker:
    """Makes the JSON rows of one referral's write; personal data is encrypted here, on the way in."""

    def __init__(self, referral: Referral, sealer: Sealer, hashes: PartyHashes) -> None:
        self._referral = referral
        self._sealer = sealer
        self._hashes = hashes
        self.viewers = referral.audience
        self._common = {"referral_id": referral.id, "viewers": self.viewers}

    def root(self, event: Event) -> dict[str, Any]:
        """The row of `referrals` without what only the opening knows."""
        referral = self._referral
        said = referral.particulars
        row = dict(zip(_OF_REFERRAL, _referral_values(referral), strict=True))
        plain = dict(zip(_OF_PARTICULARS, _particular_values(said), strict=True))
        texts = {"advice": referral.advice, **{name: getattr(said, name) for name in COURT_TEXTS}}
        sealed = {f"{name}_sealed": self._sealed("referrals", name, referral.id, x) for name, x in texts.items()}
        return {**row, **plain, **sealed, "viewers": self.viewers, "chain": event.hash}

    def opened(self, filing: Filing, event: Event) -> dict[str, Any]:
        """The row of `referrals` with what only the opening knows."""
        return {**self.root(event), "court_reference": filing.court_reference, "recorded_at": event.recorded_at}

    def children(self, before: Referral | None) -> Rows:
        """New and changed rows by table; tables without any are left out. `before` is None at the opening."""
        after = self._referral

        def new(name: str, of: Any, known: Any) -> list[Any]:
            """Values that are not there yet in this form; nothing is ever deleted, so none can be gone."""
            there = getattr(known, name, ())
            same = {id(value) for value in there}
            return [value for value in getattr(of, name) if id(value) not in same and value not in there]

        dossier = None if before is None else before.dossier
        rows = {
            "consents": self._consents(new("consents", after, before)),
            **{
                table: [self._row(table, value) for value in new(name, after, before)]
                for table, name in _OF_AGGREGATE.items()
            },
            **self._dossier(new, dossier),
            **self._parties(before),
            **self._agreement(None if before is None else before.agreement, after.agreement),
        }
        return {table: made for table, made in rows.items() if made}

    def _dossier(self, new: Callable[[str, Any, Any], list[Any]], before: Dossier | None) -> Rows:
        after = self._referral.dossier
        if after in (before, EMPTY_DOSSIER):
            return {}
        make: dict[str, Callable[[Any], dict[str, Any]]] = {
            "representatives": self._representative,
            "documents": self._document,
        }
        return {
            table: [make[table](x) if table in make else self._row(table, x) for x in new(table, after, before)]
            for table in PLAIN
        }

    def _consents(self, new: Iterable[Consent]) -> list[dict[str, Any]]:
        """Rows with their place among all words of the parties: the latest stands, whatever a host's clock said."""
        places = {consent.id: n for n, consent in enumerate(self._referral.consents, start=1)}
        return [{**self._row("consents", consent), "position": places[consent.id]} for consent in new]

    def case_numbers(self, filing: Filing) -> list[dict[str, Any]]:
        """Rows of the numbers that the referral comes with."""
        return [self._row("case_numbers", number) for number in filing.case_numbers]

    def _row(self, table: str, value: Any) -> dict[str, Any]:
        """A row of a value whose fields are named as the columns, those that are encrypted without `_sealed`."""
        plain, sealed = _fields(table)
        row = {**self._common, **{name: getattr(value, name) for name in plain}}
        return row | {f"{name}_sealed": self._sealed(table, name, value.id, getattr(value, name)) for name in sealed}

    def _representative(self, value: Representative) -> dict[str, Any]:
        names = ("id", "party_id", "kind", "authority", "from_on", "until_on")
        row: dict[str, Any] = {**self._common, **{name: getattr(value, name) for name in names}}
        told = value.details
        row["id_type"] = None if told is None else told.id_type
        for name in ("name", "id_number", "phone"):
            text = None if told is None else getattr(told, name)
            row[f"{name}_sealed"] = self._sealed("representatives", name, value.id, text)
        number = None if told is None else told.id_number
        row["id_number_hash"] = None if number is None else self._hashes.number(row["id_type"], number)
        return row

    def _document(self, value: Document) -> dict[str, Any]:
        """A document that stays private has one viewer, whoever sees the referral."""
        row = self._row("documents", value)
        return row if value.private_to is None else {**row, "viewers": [value.private_to]}

    def _agreement(self, before: Agreement | None, after: Agreement | None) -> Rows:
        if after is None or after == before:
            return {}
        rows: Rows = {"agreements": [self._row("agreements", after)]}
        if before is None or before.draft_number != after.draft_number:
            rows["agreement_terms"] = [
                {
                    **self._common,
                    "id": term.id,
                    "agreement_id": after.id,
                    "position": position,
                    "payer_party_id": term.payer_party_id,
                    "amount": term.amount,
                    "due_on": term.due_on,
                    "text_sealed": self._sealed("agreement_terms", "text", term.id, term.text or ""),
                    "draft_number": term.draft_number,
                    "account_sealed": self._sealed("agreement_terms", "account", term.id, term.account),
                }
                for position, term in enumerate(after.terms, start=1)
            ]
        return rows

    def _parties(self, before: Referral | None) -> Rows:
        """Those that are there already, with what is new of them, and apart from them those who joined."""
        known = None if before is None else {party.id: party for party in before.parties}
        rows: Rows = {"parties": [], HEIRS: []}
        for position, party in enumerate(self._referral.parties, start=1):
            if known is None or (party.id in known and party != known[party.id]):
                rows["parties"].append(self._party(position, party))
            elif party.id not in known:
                rows[HEIRS].append(self._party(position, party))
        return rows

    def _party(self, position: int, party: Party) -> dict[str, Any]:
        details, succession = party.details, _succession(party)
        if details is None:
            return {**self._common, "id": party.id, "succession": succession}
        name, number = details.name or None, details.id_number
        return {
            **self._common,
            "id": party.id,
            "position": position,
            "role": party.role,
            "kind": party.kind,
            "represented_count": party.represented_count,
            "succession": succession,
            "name_sealed": self._sealed("parties", "name", party.id, name),
            "name_hash": None if name is None else self._hashes.name(party.kind, name),
            "id_type": details.id_type,
            "id_number_sealed": self._sealed("parties", "id_number", party.id, number),
            "id_number_hash": None if number is None else self._hashes.number(details.id_type, number),
            "phone_sealed": self._sealed("parties", "phone", party.id, details.phone),
            "phone_hash": None if details.phone is None else self._hashes.phone(details.phone),
            "address_sealed": self._sealed("parties", "address", party.id, details.address),
        }

    def _sealed(self, table: str, name: str, row_id: UUID, text: str | None) -> bytes | None:
        return None if text is None else self._sealer.encrypt(text, field_context(table, f"{name}_sealed", row_id))


def _succession(party: Party) -> dict[str, Any] | None:
    said = {"on": party.succeeded_on, "ground": party.succession_ground, "of": party.succeeds_id}
    return {name: value for name, value in said.items() if value is not None} or None


def event_row(event: Event) -> dict[str, Any]:
    """The row of `events`."""
    return {column: getattr(event, column) for column in columns_of("events")}


def kept_row(kept: Kept) -> dict[str, Any]:
    """The row of `idempotency_keys`."""
    answer = kept.answer
    return {
        "client_id": kept.client_id,
        "key": kept.key,
        "fingerprint": kept.fingerprint,
        "status": answer.status,
        "location": answer.location,
        "version": answer.version,
        "answer": answer.body,
        "recorded_at": kept.recorded_at,
    }
