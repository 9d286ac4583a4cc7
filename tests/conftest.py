"""What every test may ask for. The database is a real one, built by the migrations and reached as the application."""

import os
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import coverage
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.roles import connected, drop_database, make_database
from tests.database_server import TEMPLATE, DatabaseUrls, TestRun, migrated_server

RUN = pytest.StashKey[TestRun]()


def pytest_configure(config):
    """Only the first process of a run has no `workerinput`. The others are measured already; what they start is not."""
    if hasattr(config, "workerinput"):
        os.environ.pop("COVERAGE_PROCESS_START", None)
    else:
        config.stash[RUN] = TestRun()


def pytest_unconfigure(config):
    run = config.stash.get(RUN, None)
    if run is not None:
        run.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """A walk is not measured: it reaches the same lines a thousand times, which tracing makes three times as slow.

    Every branch of domain and services has to be reached by the other tests.
    """
    measuring = coverage.Coverage.current() if item.get_closest_marker("walk") else None
    if measuring is None:
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


@pytest.fixture(scope="session")
def database_server() -> DatabaseUrls:
    """Addresses of the run's server; the owner's and the application's name the template, which nobody may enter."""
    with ThreadPoolExecutor(1) as thread:  # It runs an event loop of its own, and one may be running here.
        return thread.submit(migrated_server).result()


@pytest.fixture
async def database_urls(database_server):
    """A database of this test's own, cloned from the migrated template and dropped afterwards."""
    async for urls in cloned(database_server):
        yield urls


@pytest.fixture(scope="module")
async def module_database_urls(database_server):
    """A database that the tests of one module share."""
    async for urls in cloned(database_server):
        yield urls


@pytest.fixture
async def engine(database_urls):
    """A small pool of the application's role on this test's own database."""
    engine = make_engine(database_urls.app_url, 4)
    yield engine
    await engine.dispose()


async def cloned(server: DatabaseUrls, *, template: str = TEMPLATE):
    name = f"test_{uuid4().hex}"
    async with connected(server.superuser_url) as superuser:
        await make_database(superuser, name, template=template)
    yield server.of(name)
    async with connected(server.superuser_url) as superuser:
        await drop_database(superuser, name)
