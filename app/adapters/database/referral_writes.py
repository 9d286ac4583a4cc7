"""Texts of the statements that write referrals. Built once for each set of tables; their rows are `referral_rows`.

Everything of one write is one statement: one `jsonb` parameter holds an object with a list of rows for each table. The
rows of a change hang on `moved`, which is empty where the version moved on, and then nothing at all is written. The
event is inserted from `moved` too, so its `entry` is taken while the referral's row is locked.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from app.adapters.database import tables as t
from app.adapters.database.dossier_rows import COURT_TEXTS, PARTICULARS

GIVEN_BY_DATABASE = frozenset({"serial", "entry"})
CHANGING = (
    *("viewers", "body", "holder_id", "holder_ancestor_ids", "channel_id", "state", "outcome", "end_reason", "closure"),
    *("route", "version", "chain", "last_fact_on", "last_act_on", "materials_received_on", "chosen_organisation_id"),
    *("mediation_started_on", "reported_on", "cancel_requested_on", "series_id", "claim_amount", *PARTICULARS),
    *("suspended_on", "suspended_from", "suspension_reason"),
    *("advice_sealed", *(f"{name}_sealed" for name in COURT_TEXTS)),
)
"""Columns of `referrals` that a transition may change; the others are set at the opening."""

UPSERTED = (
    *("assignments", "mediator_assignments", "contacts", "sessions", "clocks", "agreements", "procedures"),
    *("representatives", "claims", "materials", "notices", "urgings", "documents", "conflicts"),
)
INSERTED = (
    *("case_numbers", "consents", "agreement_terms", "signatures", "service_addresses", "messages"),
    "sharings",
)
CHILDREN = ("parties", *UPSERTED, *INSERTED)
HEIRS = "heirs"
"""Name under which the rows of a change give new parties."""

PARTY_FIELDS = (
    *("name_sealed", "name_hash", "id_type", "id_number_sealed", "id_number_hash", "phone_sealed", "phone_hash"),
    "address_sealed",
    "succession",
)
"""What a check of identity or a succession may add or replace; what it does not say stays."""

NUMBER = "to_jsonb('ST' || {year} || '-' || lpad({serial}::text, greatest(7, length({serial}::text)), '0'))"
"""The number for people in SQL; says the same as `app.services.receipts.number_of`."""

TEXTS_MAX = 256
"""Most texts that are remembered of each kind: what is written chooses the tables."""


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Names of the columns that a write gives, as plain strings."""
    names = [f"{column.name}" for column in t.metadata.tables[table].columns]
    return tuple(name for name in names if name not in GIVEN_BY_DATABASE)


def _source(table: str, rows: str = "") -> str:
    return f"jsonb_populate_recordset(NULL::{table}, $1::jsonb -> '{rows or table}') AS n"


def _insert(table: str, source: str = "", values: Mapping[str, str] | None = None, rows: str = "") -> str:
    columns = columns_of(table)
    chosen = ", ".join((values or {}).get(column, f"n.{column}") for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {_source(table, rows)}{source}"


def _not_loaded(column: str) -> bool:
    """Whether a column is never loaded to decide: a change that does not give it leaves it as it is."""
    return column.endswith("_sealed") or column == "id_type"


def _kept(column: str, new: str, old: str) -> str:
    return f"COALESCE({new}.{column}, {old}.{column})" if _not_loaded(column) else f"{new}.{column}"


def _upsert(table: str) -> str:
    fixed = {"id", "referral_id", "viewers"}
    kept = ", ".join(
        f"{column} = {_kept(column, 'excluded', table)}" for column in columns_of(table) if column not in fixed
    )
    required = {
        name: f"COALESCE(n.{name}, (SELECT o.{name} FROM {table} AS o WHERE o.id = n.id))"
        for name in columns_of(table)
        if _not_loaded(name) and not t.metadata.tables[table].columns[name].nullable
    }
    return f"{_insert(table, ', moved', required)} ON CONFLICT (id) DO UPDATE SET {kept}"


def _checked_parties() -> str:
    kept = ", ".join(f"{column} = COALESCE(n.{column}, p.{column})" for column in PARTY_FIELDS)
    return (
        f"UPDATE parties AS p SET {kept} "
        f"FROM {_source('parties')}, moved WHERE p.id = n.id AND p.referral_id = moved.id"
    )


def with_parts(parts: Mapping[str, str], result: str) -> str:
    """One statement of several named parts, with what it gives."""
    named = ",\n".join(f"{name} AS ({text})" for name, text in parts.items())
    return f"WITH {named}\n{result}"


def event_parts(origin: str) -> dict[str, str]:
    """The parts that write events, one for each row of `origin`, and let them wait for their positions."""
    return {
        "made": f"{_insert('events', f', {origin}')} RETURNING entry",
        "waiting": "INSERT INTO unplaced (entry) SELECT entry FROM made",
    }


@lru_cache(maxsize=TEXTS_MAX)
def opening(tables: frozenset[str]) -> str:
    """The statement that opens a referral with rows in these child tables. $1: the rows.

    It gives the serial, and whether the dispute is a new one; one that is there is gone on with.
    """
    number = NUMBER.format(year="extract(year FROM opened.opened_on)", serial="opened.serial")
    answer = {"answer": f"jsonb_set(n.answer, '{{number}}', {number})"}
    parts = {
        "dispute": f"{_insert('disputes')} ON CONFLICT (id) DO NOTHING RETURNING id",
        "opened": f"{_insert('referrals')} RETURNING id, serial, opened_on",
        **{f"new_{table}": _insert(table) for table in CHILDREN if table in tables},
        **event_parts("opened"),
        "kept": _insert("idempotency_keys", ", opened", answer),
    }
    return with_parts(parts, "SELECT serial, EXISTS (SELECT FROM dispute) AS alone FROM opened")


@lru_cache(maxsize=TEXTS_MAX)
def change(tables: frozenset[str]) -> str:
    """The statement that writes a change with rows in these tables; gives 1, or 0 where the version moved on.

    $1: the rows, $2: id of the referral, $3: the version that was read.
    """
    values = ", ".join(f"{column} = {_kept(column, 'n', 'f')}" for column in CHANGING)
    parts = {
        "moved": f"UPDATE referrals AS f SET {values} FROM {_source('referrals')} "
        "WHERE f.id = $2 AND f.version = $3 RETURNING f.id",
        **{f"new_{table}": _upsert(table) for table in UPSERTED if table in tables},
        **{f"new_{table}": _insert(table, ", moved") for table in INSERTED if table in tables},
        **({"checked": _checked_parties()} if "parties" in tables else {}),
        **({"joined": _insert("parties", ", moved", rows=HEIRS)} if HEIRS in tables else {}),
        **event_parts("moved"),
        **({"kept": _insert("idempotency_keys", ", moved")} if "idempotency_keys" in tables else {}),
    }
    return with_parts(parts, "SELECT count(*) FROM moved")


_SHARED = {"documents": " AND private_to IS NULL"}
"""Of which rows of a table the viewers are those of the referral, where it is not all of them."""


def _follow() -> str:
    parts = {
        f"seen_{table}": f"UPDATE {table} SET viewers = $2 WHERE referral_id = $1{_SHARED.get(table, '')}"
        for table in CHILDREN
    }
    return with_parts(parts, "SELECT 1")


FOLLOW_AUDIENCE = _follow()
"""$1 referral, $2 the new viewers of everything under it. Its dispute and series follow by `referral_reads.FOLLOW`."""
