"""The repository of referrals. One statement to read what a decision needs, one to write what it changed."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import orjson

from app.adapters.database import referral_reads as reads
from app.adapters.database import referral_rows as made
from app.adapters.database import referral_writes as writes
from app.adapters.database import registry_rows
from app.adapters.database.dossier_rows import dossier_of, opener, particulars_of, shown
from app.adapters.database.referral_pages import PLAN_BY_VALUES, needs_own_plan, page_of
from app.adapters.database.rows import EVENT_COLUMNS, answer_of, dumped, event_of_row, record_of, succeeded
from app.adapters.database.session import Session
from app.adapters.secrets import field_context
from app.domain.access import Principal, TenantId, TenantKind
from app.domain.dossier import NO_PARTICULARS, Dossier, Particulars
from app.domain.events import Event
from app.domain.identifiers import name_key
from app.domain.ports import DueClock, Duplicate, Filing, Found, Kept, Record, Sealer, Side, Sought, StaleVersion
from app.domain.referral import Party, PartyDetails, PartyId, Referral, ReferralId
from app.domain.registry_facts import Encounters
from app.domain.selection import EVERYTHING, Selection
from app.domain.values import replace

T = TypeVar("T")

HISTORY = f"""
SELECT {EVENT_COLUMNS} FROM events
WHERE subject_id = $1 AND subject_kind = 'referral' AND version > $3
    AND EXISTS (SELECT FROM referrals AS f WHERE f.id = $1 AND $2 = ANY (f.viewers))
ORDER BY version LIMIT $4
"""


class ReferralRows:
    """Referrals and all that lies under them."""

    __slots__ = ("_hashes", "_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer
        self._hashes = made.PartyHashes(sealer)

    async def load(self, sought: Sought) -> Found:
        """All that one decision needs, in one statement and one snapshot."""
        by = "procedures" if sought.referral_id is None else "referrals"
        wanted = sought.referral_id or sought.procedure_id
        if wanted is None:
            return await self._before_opening(sought)
        named: tuple[object, ...] = ()
        if sought.court_id is not None or sought.series_id is not None:
            named = (sought.court_id, sought.series_id, sought.basis_id)
        statement = reads.look(
            by,
            dossier=sought.with_dossier,
            named=bool(named),
            mediators=sought.with_mediators,
            encounters=sought.with_encounters,
            listing=sought.with_listing,
        )
        found = _found(await self._session.value(statement, *_always(sought), wanted, *named))
        return await self._with_namesakes(found, sought) if sought.with_encounters else found

    async def _with_namesakes(self, found: Found, sought: Sought) -> Found:
        """How many natural persons of the referral have a name that the mediator has or had."""
        if found.record is None or found.mediator is None:
            return found
        known = found.mediator
        names = {known.name, *(x.values["name"] for x in known.amendments if "name" in x.values)}
        rows = await self._session.rows(reads.NAMES, found.record.referral.id, sought.tenant_id)
        keys = {name_key(name) for name in names}
        same = sum(name_key(self._name_of(row)) in keys for row in rows if row["name_sealed"] is not None)
        return replace(found, encounters=replace(found.encounters, namesakes=same))

    def _name_of(self, row: Any) -> str:
        context = field_context(row["source"], "name_sealed", row["id"])
        return self._sealer.decrypt(row["name_sealed"], context)

    def marks_of(self, documents: Iterable[PartyDetails]) -> frozenset[str]:
        """Keyed hashes of identity numbers, as `Found.identities` has them; nothing for who has none."""
        return frozenset(
            self._hashes.number(x.id_type, x.id_number).hex() for x in documents if x.id_number is not None
        )

    async def _before_opening(self, sought: Sought) -> Found:
        sides = [part for side in (sought.applicants, sought.respondents) for part in (side.hashes, side.names)]
        around = (sought.court_id, sought.series_id, *sides, sought.dispute_id)
        if not any(around):
            return _found(await self._session.value(reads.opening(around=False), *_always(sought)))
        return _found(await self._session.value(reads.opening(around=True), *_always(sought), *around))

    def side_of(self, parties: Iterable[tuple[str, PartyDetails]]) -> Side:
        """How parties (kind, details) are found again."""
        hashes: list[bytes] = []
        names: list[bytes] = []
        for kind, details in parties:
            name = self._hashes.name(kind, details.name)
            if details.id_number is None:
                hashes.append(name)
            else:
                hashes.append(self._hashes.number(details.id_type, details.id_number))
                names.append(name)
        return Side(tuple(hashes), tuple(names))

    async def hold_parties(self, hashes: Iterable[bytes]) -> None:
        """Let nobody else pass here with any of these hashes until this transaction ends."""
        locks = [int.from_bytes(value[:4], "big", signed=True) for value in hashes]
        await self._session.run(reads.HOLD_PARTIES, locks)

    async def create(self, referral: Referral, filing: Filing, event: Event, keep: Kept) -> int:
        """Write a new referral, its event and the answer, which gets its number; gives the serial."""
        maker = made.RowMaker(referral, self._sealer, self._hashes)
        children = maker.children(None)
        if filing.case_numbers:
            children["case_numbers"] = maker.case_numbers(filing)
        dispute = {"id": referral.dispute_id, "viewers": maker.viewers, "recorded_at": event.recorded_at}
        rows: made.Rows = {
            **children,
            "disputes": [dispute],
            "referrals": [maker.opened(filing, event)],
            "events": [made.event_row(event)],
            "idempotency_keys": [made.kept_row(keep)],
        }
        written = (await self._session.rows(writes.opening(frozenset(children)), dumped(rows)))[0]
        if not written["alone"] or referral.series_id is not None:
            await self._session.run(reads.FOLLOW, referral.dispute_id, referral.series_id, None)
        return int(written["serial"])

    async def save(self, before: Referral, after: Referral, event: Event, keep: Kept | None) -> None:
        """Write what differs, the event and the answer; `StaleVersion` where the stored version moved on."""
        maker = made.RowMaker(after, self._sealer, self._hashes)
        rows = maker.children(before)
        if keep is not None:
            rows["idempotency_keys"] = [made.kept_row(keep)]
        statement = writes.change(frozenset(rows))
        rows["referrals"] = [maker.root(event)]
        rows["events"] = [made.event_row(event)]
        if await self._session.value(statement, dumped(rows), before.id, before.version) != 1:
            raise StaleVersion
        seen_by_others = maker.viewers != before.audience
        if seen_by_others:
            await self._session.run(writes.FOLLOW_AUDIENCE, after.id, list(maker.viewers))
        if seen_by_others or after.series_id != before.series_id:
            left = before.series_id if before.series_id != after.series_id else None
            await self._session.run(reads.FOLLOW, after.dispute_id, after.series_id, left)

    async def page(
        self,
        principal: Principal,
        *,
        after_id: ReferralId | None,
        limit: int,
        selection: Selection = EVERYTHING,
    ) -> tuple[Record, ...]:
        """The caller's referrals in the order of their ids."""
        if principal.kind is TenantKind.OPERATOR:
            return ()
        if needs_own_plan(selection):
            await self._session.driver.execute(PLAN_BY_VALUES)
        statement, arguments = page_of(selection, principal.tenant_id, after_id, limit)
        rows = await self._session.rows(statement, *arguments)
        return tuple(record_of(orjson.loads(row[0])) for row in rows)

    async def parties(self, referral_id: ReferralId, tenant_id: TenantId) -> tuple[tuple[Party, PartyDetails], ...]:
        """Parties with their personal data, decrypted."""
        rows = await self._session.rows(reads.PARTIES, referral_id, tenant_id)
        return tuple((_party(row), self._details(row)) for row in rows)

    async def dossier(self, referral_id: ReferralId, tenant_id: TenantId, lists: Collection[str]) -> Dossier:
        """The lists that are named by their fields, with personal texts decrypted; the others empty."""
        found = {}
        for table in sorted(lists):
            rows = await self._session.rows(shown(table), referral_id, tenant_id)
            found[table] = [orjson.loads(row[0]) for row in rows]
        return dossier_of(found, self._sealer)

    async def hidden_documents(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[str, int]:
        """How many documents, by class, are private to somebody else than this tenant."""
        rows = await self._session.rows(reads.HIDDEN_DOCUMENTS, referral_id, tenant_id)
        return {row["document_class"]: row["count"] for row in rows}

    async def particulars(self, referral_id: ReferralId, tenant_id: TenantId) -> Particulars:
        """The particulars with names of court staff and free words, decrypted; empty where nothing is visible."""
        document = await self._session.value(reads.PARTICULARS_SHOWN, referral_id, tenant_id)
        if document is None:
            return NO_PARTICULARS
        row = orjson.loads(document)
        return particulars_of(row, opener("referrals", row, self._sealer))

    async def term_texts(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, tuple[str, str | None]]:
        """Text and account of the agreement's terms by their ids, decrypted."""
        rows = await self._session.rows(reads.TERM_TEXTS, referral_id, tenant_id)

        def opened(row: Any, name: str) -> str:
            context = field_context("agreement_terms", name, UUID(int=row["id"].int))
            return self._sealer.decrypt(row[name], context)

        return {
            UUID(int=row["id"].int): (
                opened(row, "text_sealed"),
                None if row["account_sealed"] is None else opened(row, "account_sealed"),
            )
            for row in rows
        }

    async def explanations(self, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[UUID, str]:
        """Why organisations declined, by the ids of their turns, decrypted."""
        rows = await self._session.rows(reads.EXPLANATIONS, referral_id, tenant_id)
        found = {UUID(int=row["id"].int): row["explanation_sealed"] for row in rows}
        return {
            turn_id: self._sealer.decrypt(sealed, field_context("assignments", "explanation_sealed", turn_id))
            for turn_id, sealed in found.items()
        }

    async def advice(self, referral_id: ReferralId, tenant_id: TenantId) -> str | None:
        """What the court told the party on returning the application, decrypted."""
        sealed: bytes | None = await self._session.value(reads.ADVICE, referral_id, tenant_id)
        if sealed is None:
            return None
        return self._sealer.decrypt(sealed, field_context("referrals", "advice_sealed", referral_id))

    async def history(
        self, referral_id: ReferralId, tenant_id: TenantId, *, after_version: int, limit: int
    ) -> tuple[Event, ...]:
        """Events of a visible referral, oldest first."""
        rows = await self._session.rows(HISTORY, referral_id, tenant_id, after_version, limit)
        return tuple(map(event_of_row, rows))

    async def record_access(
        self, audit_id: UUID, principal: Principal, referral_id: ReferralId, what: str, recorded_at: datetime
    ) -> None:
        """Write down that personal data were read."""
        who = (principal.tenant_id, principal.client_id)
        await self._session.run(reads.RECORD_ACCESS, audit_id, *who, referral_id, what, recorded_at)

    async def claim_due(self, today: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next clock that ran out; referrals that others hold are passed over."""
        rows = await self._session.rows(reads.CLAIM_DUE, today, *(after or (None, None)))
        if not rows:
            return None
        row = rows[0]
        referral_id = ReferralId(UUID(int=row["referral_id"].int))
        return DueClock(UUID(int=row["id"].int), referral_id, row["rule"], row["due_on"])

    async def next_due_on(self, not_before: date) -> date | None:
        """The earliest last day of all running clocks from that day on."""
        earliest: date | None = await self._session.value(reads.NEXT_DUE_ON, not_before)
        return earliest

    async def any_exist(self) -> bool:
        """Whether there is any referral."""
        return bool(await self._session.value(reads.ANY_REFERRAL))

    def _details(self, row: Any) -> PartyDetails:
        def opened(name: str) -> str | None:
            sealed = row[f"{name}_sealed"]
            context = field_context("parties", f"{name}_sealed", row["id"])
            return None if sealed is None else self._sealer.decrypt(sealed, context)

        return PartyDetails(
            name=opened("name") or "",
            id_type=row["id_type"],
            id_number=opened("id_number"),
            phone=opened("phone"),
            address=opened("address"),
        )


def _party(row: Any) -> Party:
    party = Party(
        id=PartyId(UUID(int=row["id"].int)),
        role=row["role"],
        kind=row["kind"],
        represented_count=row["represented_count"],
        has_identity=row["id_number_sealed"] is not None,
    )
    return party if row["succession"] is None else succeeded(party, row["succession"])


def _always(sought: Sought) -> tuple[object, ...]:
    """The first five parameters of every look."""
    client_id, key = sought.key or (None, None)
    return sought.tenant_id, client_id, key, sought.organisation_id, sought.mediator_id


def _found(text: str) -> Found:
    document: Mapping[str, Any] = orjson.loads(text)
    kept, referral = document["kept"], document.get("referral")
    around: Mapping[str, Any] = document if "court" in document else (referral or {})
    return Found(
        record=None if referral is None else record_of(referral),
        kept=None if kept is None else (bytes.fromhex(kept["fingerprint"]), answer_of(kept)),
        court=_record(around, "court", registry_rows.court_from),
        holder=_record(around, "holder", registry_rows.organisation_from),
        organisation=_record(document, "organisation", registry_rows.organisation_from),
        channels=_record(around, "channels", registry_rows.channels_from) or (),
        mediator=_record(document, "mediator", registry_rows.mediator_from),
        offset_seconds=document["offset_seconds"],
        referring_body=_record(around, "referring_body", registry_rows.referring_body_from),
        named_court=_record(document, "named_court", registry_rows.court_from),
        issuing_court=_record(document, "issuing_court", registry_rows.court_from),
        series_known=document.get("series_known", False),
        dispute_known=document.get("dispute_known", False),
        duplicates=tuple(map(_duplicate, document.get("duplicates") or ())),
        mediators=_record(around, "office", registry_rows.mediators_from) or (),
        encounters=Encounters(**(around.get("encounters") or {})),
        listings=_record(around, "listings", registry_rows.roster_entries_from) or (),
        listed=_record(around, "listed", registry_rows.roster_entries_from) or (),
        listing_courts=_record(around, "listing_courts", registry_rows.courts_from) or (),
        identities=frozenset(around.get("identities") or ()),
    )


def _record(of: Mapping[str, Any], name: str, read: Callable[[str], T]) -> T | None:
    text = of.get(name)
    return None if text is None else read(text)


def _duplicate(row: Mapping[str, Any]) -> Duplicate:
    return Duplicate(
        referral_id=ReferralId(UUID(row["id"])),
        dispute_id=UUID(row["dispute_id"]),
        serial=row["serial"],
        opened_on=date.fromisoformat(row["opened_on"]),
        cause_code=row["cause_code"],
        state=row["state"],
    )
