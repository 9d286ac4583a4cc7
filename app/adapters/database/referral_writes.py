"""Texts of the statements that write referrals, and the JSON rows that they take. Built once for each set of tables.

Everything of one write is one statement: one `jsonb` parameter holds an object with a list of rows for each table. The
rows of a change hang on `moved`, which is empty where the version moved on, and then nothing at all is written. The
event is inserted from `moved` too, so its `entry` is taken while the referral's row is locked.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from app.adapters.database import tables as t
from app.adapters.secrets import field_context
from app.domain.events import Event
from app.domain.identifiers import name_key
from app.domain.ports import Filing, Kept, Sealer
from app.domain.referral import Agreement, Assignment, Consent, Contact, Party, Referral

GIVEN_BY_DATABASE = frozenset({"serial", "entry"})
CHANGING = (
    *("viewers", "body", "holder_id", "holder_ancestor_ids", "channel_id", "state", "outcome", "end_reason", "closure"),
    *("route", "version", "chain", "last_fact_on", "last_act_on", "materials_received_on"),
    "advice_sealed",
)
"""Columns of `referrals` that a transition may change; the others are set at the opening."""

WRITTEN_ONCE = frozenset({"advice_sealed", "explanation_sealed"})
"""Columns that are never loaded to decide: a later change does not know them and leaves them as they are."""

UPSERTED = ("assignments", "sessions", "clocks", "agreements", "procedures")
INSERTED = ("case_numbers", "consents", "mediator_assignments", "contacts", "agreement_terms", "signatures")
CHILDREN = ("parties", *UPSERTED, *INSERTED)
PARTY_FIELDS = (
    *("name_sealed", "name_hash", "id_type", "id_number_sealed", "id_number_hash", "phone_sealed", "phone_hash"),
    "address_sealed",
)
"""What a check of identity may add or replace; what it does not say stays."""

NUMBER = "to_jsonb('ST' || {year} || '-' || lpad({serial}::text, greatest(7, length({serial}::text)), '0'))"
"""The number for people in SQL; says the same as `app.services.receipts.number_of`."""

Rows = dict[str, list[dict[str, Any]]]


@cache
def _columns(table: str) -> tuple[str, ...]:
    """Names of the columns that a write gives, as plain strings."""
    names = [f"{column.name}" for column in t.metadata.tables[table].columns]
    return tuple(name for name in names if name not in GIVEN_BY_DATABASE)


def _source(table: str) -> str:
    return f"jsonb_populate_recordset(NULL::{table}, $1::jsonb -> '{table}') AS n"


def _insert(table: str, source: str = "", values: Mapping[str, str] | None = None) -> str:
    columns = _columns(table)
    chosen = ", ".join((values or {}).get(column, f"n.{column}") for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {_source(table)}{source}"


def _kept(new: str, old: str) -> str:
    return f"COALESCE({new}, {old})" if new.rpartition(".")[2] in WRITTEN_ONCE else new


def _upsert(table: str) -> str:
    fixed = {"id", "referral_id", "viewers"}
    kept = ", ".join(
        f"{column} = {_kept(f'excluded.{column}', f'{table}.{column}')}"
        for column in _columns(table)
        if column not in fixed
    )
    return f"{_insert(table, ', moved')} ON CONFLICT (id) DO UPDATE SET {kept}"


def _checked_parties() -> str:
    kept = ", ".join(f"{column} = COALESCE(n.{column}, p.{column})" for column in PARTY_FIELDS)
    return (
        f"UPDATE parties AS p SET {kept} "
        f"FROM {_source('parties')}, moved WHERE p.id = n.id AND p.referral_id = moved.id"
    )


def _with(parts: Mapping[str, str], result: str) -> str:
    named = ",\n".join(f"{name} AS ({text})" for name, text in parts.items())
    return f"WITH {named}\n{result}"


def _event_parts(origin: str) -> dict[str, str]:
    return {
        "made": f"{_insert('events', f', {origin}')} RETURNING entry",
        "waiting": "INSERT INTO unplaced (entry) SELECT entry FROM made",
    }


@cache
def opening(tables: frozenset[str]) -> str:
    """The statement that opens a referral with rows in these child tables; gives the serial. $1: the rows."""
    number = NUMBER.format(year="extract(year FROM opened.opened_on)", serial="opened.serial")
    answer = {"answer": f"jsonb_set(n.answer, '{{number}}', {number})"}
    parts = {
        "dispute": _insert("disputes"),
        "opened": f"{_insert('referrals')} RETURNING id, serial, opened_on",
        **{f"new_{table}": _insert(table) for table in CHILDREN if table in tables},
        **_event_parts("opened"),
        "kept": _insert("idempotency_keys", ", opened", answer),
    }
    return _with(parts, "SELECT serial FROM opened")


@cache
def change(tables: frozenset[str]) -> str:
    """The statement that writes a change with rows in these tables; gives 1, or 0 where the version moved on.

    $1: the rows, $2: id of the referral, $3: the version that was read.
    """
    values = ", ".join(f"{column} = {_kept(f'n.{column}', f'f.{column}')}" for column in CHANGING)
    parts = {
        "moved": f"UPDATE referrals AS f SET {values} FROM {_source('referrals')} "
        "WHERE f.id = $2 AND f.version = $3 RETURNING f.id",
        **{f"new_{table}": _upsert(table) for table in UPSERTED if table in tables},
        **{f"new_{table}": _insert(table, ", moved") for table in INSERTED if table in tables},
        **({"checked": _checked_parties()} if "parties" in tables else {}),
        **_event_parts("moved"),
        **({"kept": _insert("idempotency_keys", ", moved")} if "idempotency_keys" in tables else {}),
    }
    return _with(parts, "SELECT count(*) FROM moved")


def _follow() -> str:
    parts = {f"seen_{table}": f"UPDATE {table} SET viewers = $3 WHERE referral_id = $1" for table in CHILDREN}
    parts["seen_disputes"] = "UPDATE disputes SET viewers = $3 WHERE id = $2"
    return _with(parts, "SELECT 1")


FOLLOW_AUDIENCE = _follow()
"""$1 referral, $2 dispute, $3 the new viewers of everything under it."""


class RowMaker:
    """Makes the JSON rows of one referral's write; personal data is encrypted here, on the way in."""

    def __init__(self, referral: Referral, sealer: Sealer) -> None:
        self._referral = referral
        self._sealer = sealer
        self._common = {"referral_id": referral.id, "viewers": referral.audience}

    def root(self, event: Event) -> dict[str, Any]:
        """The row of `referrals` without what only the opening knows."""
        referral = self._referral
        row: dict[str, Any] = {column: getattr(referral, column, None) for column in _columns("referrals")}
        advice = self._sealed("referrals", "advice", referral.id, referral.advice)
        return {**row, "viewers": referral.audience, "chain": event.hash, "advice_sealed": advice}

    def opened(self, filing: Filing, event: Event) -> dict[str, Any]:
        """The row of `referrals` with what only the opening knows."""
        known = {"court_reference": filing.court_reference, "claim_amount": filing.claim_amount}
        return {**self.root(event), **known, "recorded_at": event.recorded_at}

    def children(self, before: Referral | None) -> Rows:
        """New and changed rows by table; tables without any are left out. `before` is None at the opening."""
        after = self._referral

        def new(name: str) -> list[Any]:
            """Values that are not there yet in this form; nothing is ever deleted, so none can be gone."""
            known = set(getattr(before, name, ()))
            return [value for value in getattr(after, name) if value not in known]

        rows = {
            "consents": self._consents(new("consents")),
            "assignments": [self._turn(turn) for turn in new("assignments")],
            "mediator_assignments": self._plain("mediator_assignments", new("mediators")),
            "contacts": [self._contact(contact) for contact in new("contacts")],
            "sessions": self._plain("sessions", new("sessions")),
            "clocks": self._plain("clocks", new("clocks")),
            "signatures": self._plain("signatures", new("signatures")),
            "procedures": self._plain("procedures", new("procedures")),
            "parties": [self._party(n, x) for n, x in enumerate(after.parties, start=1) if x.details is not None],
            **self._agreement(None if before is None else before.agreement, after.agreement),
        }
        return {table: made for table, made in rows.items() if made}

    def _consents(self, new: Iterable[Consent]) -> list[dict[str, Any]]:
        """Rows with their place among all words of the parties: the latest stands, whatever a host's clock said."""
        places = {consent.id: n for n, consent in enumerate(self._referral.consents, start=1)}
        names = ("id", "party_id", "kind", "given", "given_on")
        rows = [{name: getattr(consent, name) for name in names} for consent in new]
        return [{**self._common, **row, "position": places[row["id"]]} for row in rows]

    def case_numbers(self, filing: Filing) -> list[dict[str, Any]]:
        """Rows of `case_numbers`."""
        return self._plain("case_numbers", filing.case_numbers)

    def _plain(self, table: str, values: Iterable[Any]) -> list[dict[str, Any]]:
        """Rows of values whose fields are named as the columns."""
        names = [name for name in _columns(table) if name not in self._common]
        return [{**self._common, **{name: getattr(value, name) for name in names}} for value in values]

    def _agreement(self, before: Agreement | None, after: Agreement | None) -> Rows:
        if after is None or after == before:
            return {}
        rows: Rows = {"agreements": self._plain("agreements", [after])}
        if before is None:
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
                }
                for position, term in enumerate(after.terms, start=1)
            ]
        return rows

    def _turn(self, turn: Assignment) -> dict[str, Any]:
        names = ("id", "organisation_id", "offered_on", "accepted_on", "late", "ended_on", "ending", "reason")
        row = {name: getattr(turn, name) for name in names}
        why = self._sealed("assignments", "explanation", turn.id, turn.explanation)
        return {**self._common, **row, "explanation_sealed": why}

    def _contact(self, contact: Contact) -> dict[str, Any]:
        names = ("id", "party_id", "purpose", "contacted_on", "means", "result")
        row = {name: getattr(contact, name) for name in names}
        said = self._sealed("contacts", "statement", contact.id, contact.statement)
        return {**self._common, **row, "statement_sealed": said}

    def _party(self, position: int, party: Party) -> dict[str, Any]:
        details = party.details
        if details is None:  # pragma: no cover - only parties with details are written
            raise AssertionError
        name, number = details.name or None, details.id_number
        return {
            **self._common,
            "id": party.id,
            "position": position,
            "role": party.role,
            "kind": party.kind,
            "represented_count": party.represented_count,
            "name_sealed": self._sealed("parties", "name", party.id, name),
            "name_hash": self._hashed("party.name", f"{party.kind}:", name and name_key(name)),
            "id_type": details.id_type,
            "id_number_sealed": self._sealed("parties", "id_number", party.id, number),
            "id_number_hash": self._hashed("party.identity", f"{details.id_type}:", number),
            "phone_sealed": self._sealed("parties", "phone", party.id, details.phone),
            "phone_hash": self._hashed("party.phone", "", details.phone),
            "address_sealed": self._sealed("parties", "address", party.id, details.address),
        }

    def _sealed(self, table: str, name: str, row_id: UUID, text: str | None) -> bytes | None:
        return None if text is None else self._sealer.encrypt(text, field_context(table, f"{name}_sealed", row_id))

    def _hashed(self, purpose: str, prefix: str, text: str | None) -> bytes | None:
        return None if text is None else self._sealer.keyed_hash(prefix + text, purpose)


def event_row(event: Event) -> dict[str, Any]:
    """The row of `events`."""
    return {column: getattr(event, column) for column in _columns("events")}


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
