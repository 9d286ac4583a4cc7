"""A platform of the world's court for tests of use cases, in front of whatever adapter the test brings."""

from uuid import uuid4

from app.domain.court_platform import PlatformCode
from app.domain.platform_port import PlatformPorts
from app.services import platforms
from tests.adapters.courts.bench import MAPPING
from tests.factories import SINCE, an_envelope


def in_front_of(adapter):
    return PlatformPorts(adapter=lambda _platform: adapter, dialects=("test",))


async def a_platform(ports, world, *, dialect="test", **more):
    """Its code."""
    code = PlatformCode(f"p-{uuid4().hex[:12]}")
    row = {"mapping": MAPPING, "settings": {}, "credentials": None, "validity": SINCE, **more}
    wish = platforms.NewPlatform(code=code, court_id=world.court_id, dialect=dialect, **row)
    await platforms.register(ports, in_front_of(None), an_envelope(world.operator), wish)
    return code


async def inbox_of(ports, world, code):
    async with ports.unit_of_work(world.court_id) as tx:
        return await tx.inbox.page(code, world.court_id, state=None, after_id=None, limit=50)
