"""Files with many records through a gate that loses, cuts, doubles, holds back and shuffles them, and strangers' files.

The service's side is the real one: what it fetches stands in the inbox of a database.
"""

import asyncio
import base64
import hashlib
import os
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from app.adapters.courts.gate_files.client import gate_of
from app.adapters.courts.gate_files.container import FileKind, sealed
from app.adapters.courts.gate_files.mapping import written
from app.domain.access import TenantId
from app.jobs.platforms import fetch
from tests.adapters.courts.gate_files.harness import CREDENTIALS, FOREIGN_KEYS, THEIR_KEYS, a_gate
from tests.api.platforms import mapping_for, registered

RECORDS_MAX = 97
"""Of a batch, so that there are more than a hundred files each way."""

ROUNDS_MAX = 2_000


def mistreated(source, target, rng):
    """A gate that loses, cuts, doubles, holds back and shuffles what lies in `out`; how many files met which fate."""
    paths = list((source / "out").glob("*.gate"))
    rng.shuffle(paths)
    fates = {"lost": 0, "cut": 0, "doubled": 0, "held back": 0, "carried": 0}
    for path in paths:
        raw, chance, arrived = path.read_bytes(), rng.random(), target / "in" / path.name
        if chance < 0.2:
            path.unlink()
            fates["lost"] += 1
        elif chance < 0.35:
            arrived.write_bytes(raw[: rng.randrange(len(raw))])
            path.unlink()
            fates["cut"] += 1
        elif chance < 0.5:
            arrived.write_bytes(raw)
            fates["doubled"] += 1
        elif chance < 0.7:
            fates["held back"] += 1
        else:
            arrived.write_bytes(raw)
            path.unlink()
            fates["carried"] += 1
    return fates


class Exchange:
    """Both sides of one exchange: ours before a database, theirs of the test."""

    def __init__(self, api, platform, folder, rng):
        self.api, self.platform, self.rng = api, platform, rng
        settings = api.app.state.house.settings
        self.ours, self.ours_folder = gate_of(platform, settings.gate_folder), settings.gate_folder / platform.code
        self.theirs_folder = folder / "theirs"
        self.theirs = a_gate(self.theirs_folder, THEIR_KEYS, records_max=RECORDS_MAX, resend_after_seconds=60)
        self.now, self.behind = datetime.now(UTC), 0
        self.kept, self.fates, self.strange = [], {}, 0

    async def round(self):
        """Both sides at work once, and the gate between them."""
        house = self.api.app.state.house
        self.now += timedelta(seconds=120)
        for path in (self.ours_folder / "sent").glob("*.gate"):
            os.utime(path, (0, 0))
        await asyncio.to_thread(self.theirs.exchange, self.now)
        for source, target in ((self.ours_folder, self.theirs_folder), (self.theirs_folder, self.ours_folder)):
            for fate, count in mistreated(source, target, self.rng).items():
                self.fates[fate] = self.fates.get(fate, 0) + count
        self._intrude()
        await fetch(house.ports, house.platforms, 100)
        while (found := self.theirs.receive(self.behind, self.now)) is not None:
            self.behind = found[0]
            self.kept += [(record.id, record.body, record.bad) for record in found[1]]

    def _intrude(self):
        """Now and then a file of a stranger, or one that was changed, under the name of a batch to come."""
        if self.rng.random() < 0.7:
            return
        sequence = 900_000 + self.strange
        keys = self.rng.choice((FOREIGN_KEYS, THEIR_KEYS))
        content = written([(f"strange-{sequence}", b"{}")])
        raw = sealed(keys, FileKind.BATCH, sequence, content, now=self.now, batch="strange", count=1)
        if keys is THEIR_KEYS:
            raw = raw[:-1] + bytes([raw[-1] ^ 1])
        (self.ours_folder / "in" / f"batch-{sequence:010d}.gate").write_bytes(raw)
        self.strange += 1

    @property
    def quiet(self):
        """Whether everything was acknowledged on both sides."""
        waits = [folder / name for folder in (self.ours_folder, self.theirs_folder) for name in ("pending", "sent")]
        return not any(path.suffix != ".part" for folder in waits for path in folder.iterdir())


async def many_records(api, folder, *, count, rng):
    """So many records each way; what the gate did to files. Fails where the ends differ from what was sent."""
    code = f"many-{uuid4().hex[:8]}"
    settings = {"us": "sutiao", "them": "court-a", "resend_after_seconds": 1, "records_max": RECORDS_MAX}
    row = {"settings": settings, "credentials": CREDENTIALS, "mapping": mapping_for(api)}
    await registered(api, code, dialect="gate_files", **row)
    ports = api.app.state.house.ports
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(code, (await ports.clock.legal_now()).on, secrets=True)
    exchange = Exchange(api, platform, folder, rng)
    sent = {f"r-{n}": b'{"msgType":"NEWS","n":%d}' % n for n in range(count)}
    waiting, rounds = list(sent), 0
    while (waiting or not exchange.quiet) and rounds < ROUNDS_MAX:
        for name in [waiting.pop() for _ in range(min(len(waiting), rng.randrange(3 * RECORDS_MAX)))]:
            exchange.ours.put(name, sent[name])
            exchange.theirs.put(name, sent[name])
        await exchange.round()
        rounds += 1
    await _the_same(api, exchange, sent, TenantId(platform.court_id))
    return {**exchange.fates, "strange": exchange.strange, "rounds": rounds}


async def _the_same(api, exchange, sent, court_id):
    assert sorted(exchange.kept) == sorted((name, body, False) for name, body in sent.items())
    code = exchange.platform.code
    async with api.engine.connect() as connection:
        rows = await connection.exec_driver_sql(
            f"SELECT message_id, encode(digest, 'base64') FROM platform_inbox WHERE platform = '{code}'"
        )
        found = sorted((row[0], row[1]) for row in rows)
    digests = {name: base64.b64encode(hashlib.sha256(body).digest()).decode() for name, body in sent.items()}
    assert found == sorted(digests.items()), court_id
    assert {exchange.ours.status(name)["verdict"] for name in sent} == {"taken"}
    assert len(list((exchange.ours_folder / "refused").iterdir())) == exchange.strange
