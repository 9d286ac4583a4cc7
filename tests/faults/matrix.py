"""Every fault with every kind of message: nothing lost, nothing applied twice; what is lost for good is found."""

from uuid import uuid4

from tests.api.callers import done
from tests.faults.world import KINDS, STAGED, seated

MANY = 8
"""More than there are messages each way, so that each of them meets the fault."""

FOREVER = 1_000_000

FAULTS = {
    "none": {},
    "slow": {"slow_seconds": 0.01},
    "lost before the effect": {"losses": MANY},
    "lost reply after the effect": {"lost_replies": MANY},
    "500": {"failures": MANY},
    "half of it": {"halves": MANY},
    "doubled": {"doubled": True},
    "reordered": {"reordered": True},
    "doubled and reordered": {"doubled": True, "reordered": True},
    "wrong signature": {"wrong_signatures": MANY},
}
COMING = 5
"""Kinds that come: an opening, a transition, a step of a procedure and its counterpart, a receipt."""

WAITING = {"zt": "awaiting_acceptance"}
TAKEN_BACK = {"zt": "unassigned"}


OF_SHEETS = {name: FAULTS[name] for name in ("slow", "500", "half of it", "doubled and reordered")}
"""What is lost of sheets nobody sends again by itself: a reconciliation finds it."""


def faults_of(dialect):
    """Faults after which everything arrives by itself."""
    return OF_SHEETS if dialect == "spreadsheet" else FAULTS


async def play(side, faults=None):
    """All faults, one after the other, at one platform; how many messages came, went, and differences were found."""
    faults = faults or faults_of(side.dialect)
    async with seated(side):
        about = await opened(side, len(KINDS))
        told = []
        for name, fault in faults.items():
            told += await under(side, f"{side.dialect}, {name}", fault, about, told[-len(KINDS) :])
        await side.put("RECEIPT", about[0], k=told[-len(KINDS)], ok="1")
        await side.settled()
        await each_once(side, told)
        assert await side.differences({*about, STAGED}) == set()
        return side.received, len(told), await missed(side)


async def opened(side, count):
    """References of new referrals that the platform assigned without a fault."""
    references = [f"REF-{uuid4()}" for _ in range(count)]
    for reference in references:
        await side.put("ASSIGN", reference, **WAITING)
    await side.settled()
    return references


async def under(side, place, fault, about, before):
    """Every kind of message both ways under a fault, the receipt for what was told before; keys of what was told."""
    fresh, recalled = f"REF-{uuid4()}", f"REF-{uuid4()}"
    filed, steps = len((await side.status())["filed"]), await steps_of(side)
    keys = await side.owe(about)
    for kind, reference, data in (
        ("ASSIGN", fresh, WAITING),
        ("ASSIGN", recalled, WAITING),
        ("RECALL", recalled, TAKEN_BACK),
        ("CORRECT", STAGED, {"cx": "correcting"}),
        ("CORRECTED", STAGED, {"cx": "applied"}),
    ):
        await side.put(kind, reference, **data)
    if before:
        await side.put("RECEIPT", about[0], k=before[0], ok="1")
    await side.faults(**fault)
    await side.push()
    for _ in range(2):
        await side.round()
    await side.faults()
    await side.settled()

    found = (await side.status())["filed"]
    expected = {key: f"{kind.value.upper()}_BACK" for key, kind in zip(keys, KINDS, strict=True)}
    assert {key: found[key]["msgType"] for key in keys} == expected, place
    assert len(found) == filed + len(KINDS), place
    assert await side.state_of(fresh) == ["awaiting_acceptance"], place
    assert await side.state_of(recalled) == ["unassigned"], place
    assert await steps_of(side) == (steps[0] + 2, "applied"), place
    return keys


async def each_once(side, told):
    """Every message of ours has its receipt, and every duty was met once by the interface."""
    acted = len(told) if side.acts_at_once else len(told) // len(KINDS)
    outbox = {"processed": acted} | ({"delivered": len(told) - acted} if acted < len(told) else {})
    assert await side.states("platform_outbox") == outbox
    duties = {key for key in told if not key.endswith(("handover_package", "filing_request"))}
    met = acted * len(duties) // len(told) if side.acts_at_once else acted
    entries = await side.states("platform_entries")
    assert entries == {"entered_by_interface": met} | ({"due": len(duties) - met} if met < len(duties) else {})


async def missed(side):
    """What is lost for good while nothing is sent or fetched again; a reconciliation finds each of it, and no more."""
    *gone, recalled = await opened(side, len(KINDS) + 1)
    await side.faults(forgotten=FOREVER)
    keys = await side.owe(gone)
    await side.settled()
    await side.faults()
    for key, reference in zip(keys, gone, strict=True):
        await side.put("RECEIPT", reference, k=key, ok="1")
    await side.settled()
    await side.faults(losses=FOREVER)
    never = f"REF-{uuid4()}"
    await side.put("ASSIGN", never, **WAITING)
    await side.put("RECALL", recalled, **TAKEN_BACK)
    await side.put("CORRECT", STAGED, cx="correcting")

    expected = {("duty_missing_there", reference, kind.value) for reference, kind in zip(gone, KINDS, strict=True)}
    expected |= {("missing_here", never, None), ("state_differs", recalled, "awaiting_acceptance")}
    expected |= {("procedure_differs", STAGED, "applied")}
    found = await side.differences({*gone, recalled, never, STAGED})
    assert found == expected, (side.dialect, found - expected, expected - found)
    return len(expected)


async def steps_of(side):
    """How often the platform moved the procedure, and where it stands."""
    found = await done(side.api.as_court().get(f"/v1/procedures/{side.procedure_id}"))
    return found["version"], found["state"]
