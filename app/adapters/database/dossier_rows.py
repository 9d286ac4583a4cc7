"""The dossier and the particulars: JSON of the database into domain values, and the reads that decrypt their texts.

Every list is read by the same plain columns, whether it is loaded for a decision, which gives no texts, or to be shown.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.adapters.database.json_values import bytes_of, day_of, id_of, money_of
from app.adapters.secrets import field_context
from app.domain.documents import Document
from app.domain.dossier import (
    CaseNumber,
    Claim,
    Conflict,
    Dossier,
    Material,
    Message,
    Notice,
    Particulars,
    Representative,
    RepresentativeDetails,
    ServiceAddress,
    Sharing,
    Urging,
)
from app.domain.ports import Sealer

Json = Mapping[str, Any]
Open = Callable[[str], str | None]
"""Gives the text of a column that is named without its `_sealed`; None where it holds none or was not read."""

PLAIN: Final[Mapping[str, str]] = {
    "case_numbers": "id, kind, original, normalised",
    "representatives": "id, party_id, kind, authority, from_on, until_on",
    "claims": "id, party_id, kind, amount::text, outcome, made_on, settled_on, settled_amount::text, "
    "entered_in_error_on",
    "service_addresses": "id, party_id, kind, confirmed_on",
    "materials": "id, kind, source, state, party_id, requested_on, due_on, supplied_on, received_on, sha256, "
    "media_type, entered_in_error_on",
    "notices": "id, party_id, kind, means, sent_on, result, result_on, session_id, entered_in_error_on",
    "messages": "id, sender, topic, sent_on, reply_to",
    "urgings": "id, sender, topic, urged_on, reply_by, answered_on",
    "documents": "id, document_class, media_type, size_bytes, sha256, put_by, put_by_id, put_on, sealed_original, "
    "signed_by, replaces_minutes, private_to, withdrawn_on, withdrawal_reason",
    "conflicts": "id, mediator_id, raised_by, raised_on, decision, relation, role, party_id, earlier_count, "
    "declared_count, own_count, namesake_count, decided_on, waived_by, entered_in_error_on",
    "sharings": "id, act, from_id, to_id, ground, classes, shared_on",
}
"""Columns that are loaded to decide, by table; the tables have the names of the dossier's fields."""

_PERSONAL: Final[Mapping[str, tuple[str, ...]]] = {
    "representatives": ("name", "id_type", "id_number", "phone"),
    "claims": ("text",),
    "service_addresses": ("address",),
    "materials": ("title",),
    "messages": ("text",),
    "urgings": ("text", "answer"),
    "documents": ("name",),
}
_OPEN_PERSONAL = frozenset({"id_type"})
"""Columns of personal details that are not encrypted: codes."""

PARTICULARS = (
    *("filed_on", "procedure_type", "preservation", "preserved_on", "priority", "sensitivities", "intake_source"),
    *("subsidy_payer", "arbitration", "business_status", "business_reason"),
)
"""Fields of `Particulars` that are columns of the same name; `claim_amount` is one too, read as text."""

COURT_TEXTS = ("clerk", "judge", "facts_and_reasons")
"""Fields of `Particulars` that are encrypted."""


def _column(name: str) -> str:
    return name if name in _OPEN_PERSONAL else f"{name}_sealed"


def shown(table: str) -> str:
    """The statement that reads one list with its texts. $1: the referral, $2: whose eyes look."""
    columns = ", ".join((PLAIN[table], *map(_column, _PERSONAL.get(table, ()))))
    return (
        f"SELECT row_to_json(x)::text FROM (SELECT {columns} FROM {table} "
        "WHERE referral_id = $1 AND $2 = ANY (viewers) ORDER BY id) AS x"
    )


def opener(table: str, row: Json, sealer: Sealer) -> Open:
    """Decrypts the texts of one row."""

    def opened(name: str) -> str | None:
        value: str | None = row.get(_column(name))
        if value is None or name in _OPEN_PERSONAL:
            return value
        return sealer.decrypt(bytes_of(value), field_context(table, _column(name), UUID(row["id"])))

    return opened


def _closed(_name: str) -> None:
    return None


def case_number_of(row: Json, _text: Open = _closed) -> CaseNumber:
    """A case number."""
    return CaseNumber(UUID(row["id"]), row["kind"], row["original"], row["normalised"])


def _representative(row: Json, text: Open) -> Representative:
    name = text("name")
    return Representative(
        id=UUID(row["id"]),
        party_id=UUID(row["party_id"]),
        kind=row["kind"],
        authority=row["authority"],
        from_on=date.fromisoformat(row["from_on"]),
        until_on=day_of(row["until_on"]),
        details=None
        if name is None
        else RepresentativeDetails(name, text("id_type"), text("id_number"), text("phone")),
    )


def _claim(row: Json, text: Open) -> Claim:
    return Claim(
        id=UUID(row["id"]),
        party_id=UUID(row["party_id"]),
        kind=row["kind"],
        amount=money_of(row["amount"]),
        outcome=row["outcome"],
        made_on=date.fromisoformat(row["made_on"]),
        settled_on=day_of(row["settled_on"]),
        settled_amount=money_of(row["settled_amount"]),
        entered_in_error_on=day_of(row["entered_in_error_on"]),
        text=text("text"),
    )


def _service_address(row: Json, text: Open) -> ServiceAddress:
    confirmed_on = date.fromisoformat(row["confirmed_on"])
    return ServiceAddress(UUID(row["id"]), UUID(row["party_id"]), row["kind"], confirmed_on, text("address"))


def _material(row: Json, text: Open) -> Material:
    return Material(
        id=UUID(row["id"]),
        kind=row["kind"],
        source=row["source"],
        state=row["state"],
        party_id=id_of(row["party_id"]),
        requested_on=day_of(row["requested_on"]),
        due_on=day_of(row["due_on"]),
        supplied_on=day_of(row["supplied_on"]),
        received_on=day_of(row["received_on"]),
        sha256=row["sha256"],
        media_type=row["media_type"],
        title=text("title"),
        entered_in_error_on=day_of(row["entered_in_error_on"]),
    )


def _notice(row: Json, _text: Open) -> Notice:
    return Notice(
        id=UUID(row["id"]),
        party_id=UUID(row["party_id"]),
        kind=row["kind"],
        means=row["means"],
        sent_on=date.fromisoformat(row["sent_on"]),
        result=row["result"],
        result_on=day_of(row["result_on"]),
        session_id=id_of(row["session_id"]),
        entered_in_error_on=day_of(row["entered_in_error_on"]),
    )


def _message(row: Json, text: Open) -> Message:
    return Message(
        id=UUID(row["id"]),
        sender=row["sender"],
        topic=row["topic"],
        sent_on=date.fromisoformat(row["sent_on"]),
        reply_to=id_of(row["reply_to"]),
        text=text("text"),
    )


def _urging(row: Json, text: Open) -> Urging:
    return Urging(
        id=UUID(row["id"]),
        sender=row["sender"],
        topic=row["topic"],
        urged_on=date.fromisoformat(row["urged_on"]),
        reply_by=date.fromisoformat(row["reply_by"]),
        answered_on=day_of(row["answered_on"]),
        text=text("text"),
        answer=text("answer"),
    )


def _document(row: Json, text: Open) -> Document:
    return Document(
        id=UUID(row["id"]),
        document_class=row["document_class"],
        media_type=row["media_type"],
        size_bytes=row["size_bytes"],
        sha256=row["sha256"],
        put_by=row["put_by"],
        put_by_id=UUID(row["put_by_id"]),
        put_on=date.fromisoformat(row["put_on"]),
        sealed_original=row["sealed_original"],
        signed_by=tuple(map(UUID, row["signed_by"])),
        replaces_minutes=row["replaces_minutes"],
        private_to=id_of(row["private_to"]),
        withdrawn_on=day_of(row["withdrawn_on"]),
        withdrawal_reason=row["withdrawal_reason"],
        name=text("name"),
    )


def _conflict(row: Json, _text: Open) -> Conflict:
    return Conflict(
        id=UUID(row["id"]),
        mediator_id=UUID(row["mediator_id"]),
        raised_by=row["raised_by"],
        raised_on=date.fromisoformat(row["raised_on"]),
        decision=row["decision"],
        relation=row["relation"],
        role=row["role"],
        party_id=id_of(row["party_id"]),
        earlier_count=row["earlier_count"],
        declared_count=row["declared_count"],
        own_count=row["own_count"],
        namesake_count=row["namesake_count"],
        decided_on=day_of(row["decided_on"]),
        waived_by=tuple(UUID(text) for text in row["waived_by"]),
        entered_in_error_on=day_of(row["entered_in_error_on"]),
    )


def _sharing(row: Json, _text: Open) -> Sharing:
    return Sharing(
        id=UUID(row["id"]),
        act=row["act"],
        from_id=UUID(row["from_id"]),
        to_id=UUID(row["to_id"]),
        ground=row["ground"],
        classes=tuple(row["classes"]),
        shared_on=date.fromisoformat(row["shared_on"]),
    )


_READ: Final[Mapping[str, Callable[[Json, Open], Any]]] = {
    "case_numbers": case_number_of,
    "representatives": _representative,
    "claims": _claim,
    "service_addresses": _service_address,
    "materials": _material,
    "notices": _notice,
    "messages": _message,
    "urgings": _urging,
    "documents": _document,
    "conflicts": _conflict,
    "sharings": _sharing,
}


def dossier_of(lists: Mapping[str, Iterable[Json] | None], sealer: Sealer | None = None) -> Dossier:
    """The dossier of lists of rows by table; with texts where a sealer is given, and the rows have them."""

    def read(table: str, row: Json) -> Any:
        return _READ[table](row, _closed if sealer is None else opener(table, row, sealer))

    return Dossier(**{table: tuple(read(table, row) for row in rows or ()) for table, rows in lists.items()})


def particulars_of(row: Json, text: Open = _closed) -> Particulars:
    """The particulars of a row of `referrals`; without names of court staff and free words unless `text` gives them."""
    return Particulars(
        filed_on=day_of(row["filed_on"]),
        procedure_type=row["procedure_type"],
        claim_amount=money_of(row["claim_amount"]),
        preservation=row["preservation"],
        preserved_on=day_of(row["preserved_on"]),
        priority=row["priority"],
        sensitivities=tuple(row["sensitivities"]),
        intake_source=row["intake_source"],
        subsidy_payer=row["subsidy_payer"],
        arbitration=row["arbitration"],
        business_status=row["business_status"],
        business_reason=row["business_reason"],
        clerk=text("clerk"),
        judge=text("judge"),
        facts_and_reasons=text("facts_and_reasons"),
    )
