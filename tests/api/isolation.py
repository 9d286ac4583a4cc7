"""The check of invariant 7: no answer names an object of a case that its reader could not `GET`.

The objects and their owners are found from the catalogue of the database, the addresses and parameters from the
contract, so that a new table, a new address and a new parameter are looked at without a word here.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from app.adapters.database.roles import connected, quoted

CONTRACT = json.loads((Path(__file__).resolve().parents[2] / "openapi" / "openapi.json").read_text(encoding="utf-8"))
ID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
PARAMETER = re.compile(r"\{(\w+)\}")
FEED = "/v1/events"
UNDER_REFERRAL = frozenset({"procedures", "disputes"})
"""Objects with an address of their own that are seen through a referral and in no other way."""

CURSORS = frozenset({"after"})
"""Parameters that name a place in an order and no object."""

WAITS = frozenset({"wait"})
"""Parameters that would only make the walk slow."""

WITH_VIEWERS = """
SELECT c.relname::text AS name, EXISTS (
    SELECT FROM pg_attribute AS r WHERE r.attrelid = c.oid AND r.attname = 'referral_id' AND NOT r.attisdropped
) AS under_referral
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'viewers' AND NOT a.attisdropped
    AND EXISTS (SELECT FROM pg_attribute AS i WHERE i.attrelid = c.oid AND i.attname = 'id' AND NOT i.attisdropped)
ORDER BY c.relname
"""
"""Tables of cases, and whether their rows hang on one referral."""

POINTING = """
SELECT k.conrelid::regclass::text AS "table", a.attname::text AS "column"
FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND k.confrelid = to_regclass($1) AND array_length(k.conkey, 1) = 1
"""
"""Columns that point at a table."""


@dataclass(frozen=True)
class Address:
    """One GET of the contract."""

    path: str
    parameters: tuple[dict, ...]

    @property
    def names(self):
        return tuple(PARAMETER.findall(self.path))

    def filled(self, ids):
        return PARAMETER.sub(lambda found: str(ids[found.group(1)]), self.path)


def addresses(contract=CONTRACT):
    """Every GET, with its query parameters."""
    return tuple(
        Address(path, tuple(p for p in operations["get"].get("parameters", ()) if p["in"] == "query"))
        for path, operations in sorted(contract["paths"].items())
        if "get" in operations
    )


@dataclass
class Cases:
    """Every object of a case that exists.

    Attributes:
        owners: What an object is seen through: a referral, and a shared object itself; one of them is enough.
        tables: Where an object's row stands.
        audience: Who an event was told.
    """

    owners: dict[UUID, frozenset[UUID]] = field(default_factory=dict)
    tables: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    audience: dict[UUID, frozenset[UUID]] = field(default_factory=dict)

    def of_name(self, name):
        """The objects that a path parameter such as `procedure_id` names; those of every kind where it names none."""
        return self.tables.get(f"{name.removesuffix('_id')}s") or self.pool()

    def pool(self):
        """Some ids of every kind, the oldest and the newest among them."""
        return [
            x for ids in self.tables.values() for x in dict.fromkeys([*ids[:3], *ids[-3:], *ids[:: len(ids) // 8 + 1]])
        ]


async def cases_in(superuser_url):
    """All objects of all cases, as somebody sees them whom no policy binds."""
    cases = Cases()
    async with connected(superuser_url) as connection:
        for table in await connection.fetch(WITH_VIEWERS):
            name = quoted(table["name"])
            if table["name"] == "referrals":
                rows = [
                    (row["id"], {row["id"]}) for row in await connection.fetch(f"SELECT id FROM {name} ORDER BY id")
                ]
            elif table["under_referral"]:
                rows = await connection.fetch(f"SELECT id, ARRAY[referral_id] AS of FROM {name} ORDER BY id")
            else:
                rows = await _shared(connection, table["name"])
            for object_id, owners in rows:
                cases.owners[UUID(int=object_id.int)] = frozenset(UUID(int=x.int) for x in owners)
                cases.tables[table["name"]].append(UUID(int=object_id.int))
        events = "SELECT id, subject_id, audience FROM events WHERE subject_kind = 'referral' ORDER BY entry"
        for row in await connection.fetch(events):
            event_id = UUID(int=row["id"].int)
            cases.owners[event_id] = frozenset({UUID(int=row["subject_id"].int)})
            cases.tables["events"].append(event_id)
            cases.audience[event_id] = frozenset(UUID(int=x.int) for x in row["audience"])
    return cases


async def _shared(connection, table):
    """Rows that several referrals share, such as disputes: seen by themselves, or through a referral beside them."""
    owners = {row["id"]: {row["id"]} for row in await connection.fetch(f"SELECT id FROM {quoted(table)}")}
    for pointing in await connection.fetch(POINTING, table):
        named = "id" if pointing["table"] == "referrals" else "referral_id"
        has = "SELECT true FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = $2 AND NOT attisdropped"
        if await connection.fetchval(has, pointing["table"], named):
            column = quoted(pointing["column"])
            rows = f"SELECT {column} AS shared, {named} AS of FROM {pointing['table']} WHERE {column} IS NOT NULL"
            for row in await connection.fetch(rows):
                owners[row["shared"]].add(row["of"])
    return sorted(owners.items())


@dataclass(frozen=True)
class Reader:
    """One key: its name for people, its tenant, and its secret."""

    name: str
    tenant_id: UUID
    key: str = field(repr=False)


@dataclass
class Judge:
    """Says which ids of an answer its reader may not have. `visible`: by tenant, what `GET` gives it."""

    cases: Cases
    visible: dict[UUID, frozenset[UUID]]

    def referral_count(self, reader):
        """How many referrals the reader's tenant sees."""
        return len(self.visible[reader.tenant_id] & frozenset(self.cases.tables["referrals"]))

    def sees(self, reader, object_id):
        """Whether the reader could `GET` the object, or the referral through which it is seen."""
        return bool(self.cases.owners[object_id] & self.visible[reader.tenant_id])

    def leaks(self, reader, reply, *, asked=()):
        """Ids in any field of body or headers that the reader may not have. `asked`: ids that the request named.

        A former holder keeps the events that it was told (decision 0010): in its feed an event of which it is audience
        may name its own referral and what lies under it.
        """
        told = self._told(reader, reply)
        named = {UUID(text) for text in ID.findall(_whole(reply))}
        return sorted(
            x for x in named & self.cases.owners.keys() if not self.sees(reader, x) and x not in told and x not in asked
        )

    def _told(self, reader, reply):
        if reply.request.url.path != FEED or reply.status_code != 200:
            return frozenset()
        told = set()
        for item in reply.json()["items"]:
            event_id = UUID(item["id"])
            if reader.tenant_id in self.cases.audience.get(event_id, ()):
                owners = self.cases.owners[event_id]
                inside = {UUID(text) for text in ID.findall(json.dumps(item))} & self.cases.owners.keys()
                told |= {x for x in inside if self.cases.owners[x] <= owners}
        return told


def _whole(reply):
    """Everything that an answer says, its escaped texts in plain form beside."""
    headers = "\n".join(f"{name}: {value}" for name, value in reply.headers.multi_items())
    return f"{headers}\n{reply.text}"


async def visible_to(http, readers, cases):
    """By tenant, the referrals and shared objects that `GET` gives to the widest key of the tenant."""
    found = {}
    own = {table: f"/v1/{table}/{{}}" for table in cases.tables if _one(table)}
    for reader in readers:
        seen = set()
        for table, path in own.items():
            for object_id in cases.tables[table]:
                reply = await asked_for(http, reader, path.format(object_id))
                assert reply.status_code in {200, 403, 404}, reply.text
                if reply.status_code == 200:
                    seen.add(object_id)
        found[reader.tenant_id] = frozenset(seen)
    return found


def _one(table):
    """Whether one object of a table has an address of its own that does not hang on a referral's."""
    return table not in UNDER_REFERRAL and any(
        re.fullmatch(rf"/v1/{table}/\{{\w+\}}", path) for path in CONTRACT["paths"]
    )


async def asked_for(http, reader, path, params=None, accept="application/json"):
    headers = {"Authorization": f"Bearer {reader.key}", "Accept": accept}
    reply = await http.get(path, params=params, headers=headers)
    assert not reply.is_server_error, (path, params, reply.text)
    return reply


async def hidden_is_absent(http, judge, reader, address, ids, params, *, real):
    """Whether `real`, the answer to asking for something hidden, is like that to asking for what was never there."""

    def hides(text):
        return bool(ID.fullmatch(text)) and UUID(text) in judge.cases.owners and not judge.sees(reader, UUID(text))

    def absent(values):
        return {
            name: str(uuid4()) if name not in CURSORS and hides(str(value)) else value for name, value in values.items()
        }

    if (absent(ids), absent(params)) == (ids, params):
        return True
    other = await asked_for(http, reader, address.filled(absent(ids)), absent(params))
    return _gist(real) == _gist(other)


def _gist(reply):
    """What an answer tells beside the ids in it: status, code, and how many things are in its lists."""
    body = reply.json()
    lists = {name: len(value) for name, value in body.items() if isinstance(value, list)} if reply.is_success else {}
    return reply.status_code, body.get("code"), lists
