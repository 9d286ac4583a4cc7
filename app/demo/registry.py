"""Enters courts, organisations, mediators, channels and clients through the public API, as an operator would."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from app.adapters.reference_data import load_courts
from app.demo import seed
from app.demo.cases import CaseFile
from app.sandbox.api import Api, ApiError
from app.sandbox.casefile import FilePart

MEMBER_SCOPES = ("referrals:read", "referrals:write", "feed:read", "registry:read", "webhooks:manage")
REGISTERED_FROM = date(2012, 1, 1)
RULES_OF_2016_FROM = date(2016, 7, 1)
TRACKS = {
    "pre_filing_2016": RULES_OF_2016_FROM,
    "pre_filing_2022": date(2022, 1, 1),
    "post_filing_2016": RULES_OF_2016_FROM,
    "post_filing_first": date(2025, 1, 1),
    "in_trial": RULES_OF_2016_FROM,
    "judge_led": RULES_OF_2016_FROM,
}
"""Tracks that every court of the demonstration uses, and from when on."""
MEDIATOR = "演示调解员"


class Registrar:
    """Enters each thing once; the names of a run are its idempotency keys.

    Args:
        operator: The API as the operator.
    """

    def __init__(self, operator: Api) -> None:
        self.courts: dict[str, str] = {}
        self.organisations: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self._api = operator
        self._channels: set[tuple[str, str]] = set()
        self._listings: set[tuple[str, str]] = set()
        self._records = {record.name: record for record in load_courts()}
        self._writes = 0

    async def enter_seed(self) -> None:
        """Court, federation, association, local office and channel of the agreement of 2023."""
        await self._court(seed.COURT)
        for name, parent in (
            (seed.FEDERATION, None),
            (seed.ASSOCIATION, seed.FEDERATION),
            (seed.OFFICE, seed.ASSOCIATION),
        ):
            await self._organisation(name, "industry", parent)
        await self._channel(
            seed.COURT,
            seed.OFFICE,
            mode=seed.MODE,
            form=seed.FORM,
            valid_from=seed.OPEN_FROM,
            cause_roots=list(seed.SCOPE_ROOTS),
            scope_text=seed.SCOPE_TEXT,
        )

    async def enter(self, case: CaseFile) -> None:
        """Courts or referring body, organisations and channels of one case, unless they are there."""
        for part in case.courts:
            if part.kind == "transferred" and part.opens:
                await self._referring_body(part.court, case.referring_body_kind or "other")
            else:
                await self._court(part.court, case.court_settings)
        for entry in case.organisations:
            if entry.parent is not None:
                await self._organisation(entry.parent, entry.kind, None)
            await self._organisation(entry.name, entry.kind, entry.parent)
            if case.court is not None and case.court.court in self.courts:
                await self._channel(case.court.court, entry.name, mode=entry.mode, form=entry.form)
                if entry.listed:
                    await self._listing(case.court.court, entry.name)

    def members(self, side: str, cases: Sequence[CaseFile]) -> list[dict[str, Any]]:
        """Members of one sandbox process: each tenant with its key and its own parts of the case files."""
        parts: dict[str, list[dict[str, Any]]] = {}
        for case in cases:
            if side == "court":
                for court in case.courts:
                    parts.setdefault(court.court, []).extend(_written(case, court))
                continue
            for centre in case.centres:
                parts.setdefault(centre.organisation, []).extend(_written(case, centre))
        return [{"name": name, "key": self.keys[name], "parts": files} for name, files in parts.items()]

    async def add_platform(self, row: Mapping[str, Any]) -> None:
        """Join a court's own platform."""
        await self._write("/v1/court-platforms", dict(row))

    async def _referring_body(self, name: str, kind: str) -> None:
        if name in self.keys:
            return
        body = {"name": name, "kind": kind, "valid_from": REGISTERED_FROM.isoformat()}
        found = await self._enter("/v1/referring-bodies", body)
        self.keys[name] = await self._client(found, name)

    async def _court(self, name: str, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        if name in self.courts:
            return
        record = self._records.get(name)  # A court that is made up has no codes; none is invented.
        body = {
            "name": name,
            "level": "basic" if record is None else record.level,
            "court_code": None if record is None else record.court_code,
            "region_code": None if record is None else record.region_code,
            "valid_from": REGISTERED_FROM.isoformat(),
            "tracks": [{"track": track, "valid_from": day.isoformat()} for track, day in TRACKS.items()],
            **settings,
        }
        self.courts[name] = await self._enter("/v1/courts", body)
        self.keys[name] = await self._client(self.courts[name], name)

    async def _organisation(self, name: str, kind: str, parent: str | None) -> None:
        if name in self.organisations:
            return
        body = {
            "name": name,
            "kind": kind,
            "parent_id": None if parent is None else self.organisations[parent],
            "valid_from": REGISTERED_FROM.isoformat(),
        }
        found = await self._enter("/v1/organisations", body)
        self.organisations[name] = found
        mediator = {"organisation_id": found, "name": MEDIATOR, "valid_from": REGISTERED_FROM.isoformat()}
        await self._enter("/v1/mediators", mediator)
        self.keys[name] = await self._client(found, name)

    async def _channel(self, court: str, organisation: str, *, mode: str, form: str, **more: Any) -> None:
        if (court, organisation) in self._channels:
            return
        self._channels.add((court, organisation))
        body = {
            "court_id": self.courts[court],
            "organisation_id": self.organisations[organisation],
            "mode": mode,
            "form": form,
            "strict": False,
            "valid_from": RULES_OF_2016_FROM,
            **more,
        }
        body["valid_from"] = body["valid_from"].isoformat()
        await self._enter("/v1/channels", body)

    async def _listing(self, court: str, organisation: str) -> None:
        if (court, organisation) in self._listings:
            return
        self._listings.add((court, organisation))
        ends = {"court_id": self.courts[court], "organisation_id": self.organisations[organisation]}
        await self._enter("/v1/rosters", {**ends, "valid_from": RULES_OF_2016_FROM.isoformat()})

    async def _client(self, tenant_id: str, name: str) -> str:
        body = {"tenant_id": tenant_id, "name": f"{name} 演示程序", "scopes": list(MEMBER_SCOPES)}
        return str((await self._write("/v1/clients", body))["key"])

    async def _enter(self, path: str, body: dict[str, Any]) -> str:
        return str((await self._write(path, body))["id"])

    async def _write(self, path: str, body: dict[str, Any]) -> Any:
        self._writes += 1
        given = {name: value for name, value in body.items() if value is not None}
        reply = await self._api.write("POST", path, given, key=f"registry.{self._writes}")
        if not reply.ok:
            raise ApiError(f"POST {path}: {reply.status} {reply.code}")
        return reply.body


def _written(case: CaseFile, part: FilePart) -> Iterator[dict[str, Any]]:
    return (made.model_dump(mode="json") for made in case.parts(part))
