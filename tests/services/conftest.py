"""What the tests of use cases share: ports on a database of their own, and a registered world."""

import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.roles import connected
from tests.factories import a_world, ports_on
from tests.post import Receivers, SteeredClock, post_on


@pytest.fixture
async def crowd(database_urls):
    """A pool that many callers share."""
    engine = make_engine(database_urls.app_url, 16)
    yield engine
    await engine.dispose()


@pytest.fixture
def ports(crowd):
    return ports_on(crowd)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


@pytest.fixture
def clock():
    """Ahead of the database, so that what was queued is due however long that took."""
    clock = SteeredClock()
    clock.pass_time(minutes=5)
    return clock


@pytest.fixture
def receivers():
    return Receivers()


@pytest.fixture
def post(engine, receivers, clock):
    """The outside of deliveries: receivers that tests steer, on a clock that they steer."""
    return post_on(engine, receivers, clock)
