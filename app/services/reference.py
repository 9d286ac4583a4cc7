"""Reference data: loading it again and again, and looking up codes of courts and regions."""

from app.domain.calendar import Calendar
from app.domain.places import CourtCode, Region
from app.domain.ports import Ports, Transaction
from app.domain.reference import Loaded, ReferenceData


async def load_reference(ports: Ports, data: ReferenceData) -> tuple[Loaded, ...]:
    """Write reference data in one transaction; safe to repeat, and a repeat changes nothing.

    What is no longer in the data ends today on the legal clock and stays readable; nothing is deleted.

    Returns:
        What was added, changed and ended, by table.
    """
    today = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        store = tx.reference
        done = [await store.load_code_lists(data.code_lists, today), await store.load_causes(data.causes, today)]
        if data.court_codes is not None:
            done.append(await store.load_court_codes(data.court_codes, today))
        if data.regions is not None:
            done.append(await store.load_regions(data.regions, today))
        return (*done, *await _load_days(ports, tx, data.calendar))


async def load_calendar(ports: Ports, calendar: Calendar) -> tuple[Loaded, ...]:
    """Write years in place of what is held of them; safe to repeat.

    Nothing is deleted: a day that they no longer name is kept as what an ordinary day of the week is. Where a year that
    was held says something else now, the last days that rest on it are computed anew; see `ChangedYears`.
    """
    async with ports.unit_of_work(None) as tx:
        held = await tx.reference.calendar()
        return await _load_days(ports, tx, calendar.in_place_of(held), held)


async def _load_days(
    ports: Ports, tx: Transaction, calendar: Calendar, held: Calendar | None = None
) -> tuple[Loaded, ...]:
    before = await tx.reference.calendar() if held is None else held
    loaded = await tx.reference.load_calendar(calendar)
    await tx.reference.mark_changed(calendar.changed_years(before), ports.clock.system_now())
    return loaded


async def read_calendar(ports: Ports) -> Calendar:
    """The calendar as loaded."""
    async with ports.unit_of_work(None) as tx:
        return await tx.reference.calendar()


async def court_codes(
    ports: Ports, *, code: str | None, name: str | None, after: str | None, limit: int
) -> tuple[CourtCode, ...]:
    """A page of the codes of courts; see `ReferenceStore.court_codes`."""
    async with ports.unit_of_work(None) as tx:
        return await tx.reference.court_codes(code=code, name=name, after=after, limit=limit)


async def regions(ports: Ports, *, prefix: str, after: str | None, limit: int) -> tuple[Region, ...]:
    """A page of the codes of regions; see `ReferenceStore.regions`."""
    async with ports.unit_of_work(None) as tx:
        return await tx.reference.regions(prefix=prefix, after=after, limit=limit)
