"""What the tests of use cases share: ports on a database of their own, and a registered world."""

import pytest

from app.adapters.database.engine import make_engine
from tests.factories import a_world, ports_on


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
