"""Simulated court platforms as processes, over each connection and through a gate: every fault, every kind of message.

`make faults` plays the same longer, and files with many records.
"""

import asyncio
from contextlib import suppress
from uuid import uuid4

import pytest

from app.adapters.courts.spreadsheet.client import SpreadsheetPlatform
from app.adapters.courts.spreadsheet.exchange import Exchange
from app.domain.court_platform import Unreadable
from app.sandbox.platform_office import Faults
from app.sandbox.platform_sheets import SheetOffice
from app.sandbox.platform_sheets_http import Pushes, Uploads
from tests.adapters.courts.bench import a_platform
from tests.api.conftest import served
from tests.api.platforms import assign, referrals_of, registered, worked
from tests.api.test_spreadsheets import GOOD
from tests.api.test_spreadsheets import TITLES as OF_ROWS
from tests.faults.matrix import faults_of, play
from tests.faults.world import DIALECTS, KINDS, REACH, SECRET, TITLES, listening, mapping_of_faults, sheets, sides

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
async def house(module_database_urls, tmp_path_factory):
    async with served(module_database_urls, tmp_path_factory.mktemp("house"), **REACH) as api:
        yield api


@pytest.fixture(scope="module")
async def platforms(house, tmp_path_factory):
    async with sides(house, tmp_path_factory.mktemp("faults")) as found:
        yield found


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_under_every_fault_every_message_arrives_once_and_what_is_lost_for_good_is_found(platforms, dialect):
    came, told, found = await play(platforms[dialect])

    assert (came > told, told, found) == (
        True,
        len(faults_of(dialect)) * len(KINDS),
        len(KINDS) + 3,
    )


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_half_of_an_export_is_followed_by_the_whole_and_no_row_is_used_up(form, tmp_path):
    """A row that was cut off lacks its last column; it does not take the place of the whole one."""
    office = SheetOffice({"folder": str(tmp_path), "form": form, "titles": TITLES, "faults": {"halves": 1}})
    for n in range(4):
        office.office.add({**assign(f"R-{n}"), "msgId": f"m-{n}"})
    platform = a_platform("spreadsheet", sheets(), {})
    adapter, found = SpreadsheetPlatform(platform, lambda: Exchange(tmp_path, sync=lambda _file: None)), {}

    for _ in range(3):
        office.round()
        page = asyncio.run(adapter.pull(None))
        while page.messages:
            for message_id, raw in page.messages:
                with suppress(Unreadable):
                    found.setdefault(message_id, adapter.read(raw).body["court_reference"])
            page = asyncio.run(adapter.pull(page.cursor))

    assert sorted(found.values()) == ["R-0", "R-1", "R-2", "R-3"]
    assert office.office.unpushed() == []


async def test_a_sheet_that_is_uploaded_or_pushed_takes_effect_once_whatever_happens_on_the_way(house, tmp_path):
    api, reference, code = house, f"REF-{uuid4()}", f"x-{uuid4().hex[:8]}"
    faults = {"losses": 1, "lost_replies": 1, "halves": 1, "doubled": True, "reordered": True, "slow_seconds": 0.01}
    settings = {"settings": sheets(), "credentials": {"secret": SECRET}, "mapping": mapping_of_faults(api)}
    await registered(api, code, dialect="spreadsheet", **settings)
    titles, row = OF_ROWS.split(","), GOOD.format(centre=api.world.centre_id, reference=reference).split(",")
    rows = [dict(zip(titles, [f"{code}-{n}", *row[1:]], strict=True)) for n in range(3)]
    async with listening(api.app) as address:
        told = {"api": address, "key": api.as_court().key, "secret": SECRET, "pushes": True}
        config = {**told, "folder": str(tmp_path), "target": f"{address}/v1/court-platforms/{code}/messages"}
        office = SheetOffice({**config, "faults": faults})
        uploads, pushes = Uploads(office, config), Pushes(office, config)
        verdicts = await uploads.upload(rows)
        again = await uploads.upload(rows)
        await uploads.close()
        office.office.faults = Faults(wrong_signatures=1)
        office.office.add({**assign(f"{reference}-p"), "msgId": "m-1"})
        statuses = [await pushes.push() for _ in range(3)]
        office.round()
    await worked(api)

    assert {each["outcome"] for each in verdicts.values()} == {"accepted"}
    assert again == verdicts
    assert len(await referrals_of(api, reference)) == len(verdicts) == 3
    assert (statuses, len(await referrals_of(api, f"{reference}-p"))) == ([[401], [202], []], 1)
    assert not list((tmp_path / "in").iterdir())
