"""What every test may ask for. The database is a real one, built by the migrations and reached as the application.

What reaches it is loaded by the first test that asks for one: it takes longer to load than many a test of the domain.
"""

import gc
import importlib
import os
import pkgutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

import app.domain
import app.services
from tests.run_folder import TEMPLATE, TestRun

if TYPE_CHECKING:
    from tests.database_server import DatabaseUrls

RUN = pytest.StashKey[TestRun]()
COVERAGE = pytest.StashKey["coverage.Coverage"]()
PACKAGES = (app.domain, app.services)
TESTS = Path(__file__).parent
MEASURED = tuple(
    TESTS / place
    for place in (
        *("domain", "services", "api"),
        *("adapters/test_deliverer.py", "adapters/test_document_files.py", "adapters/test_feed.py"),
        *("house/test_code_page.py", "house/test_legal_page.py", "house/test_lifecycle_page.py"),
        "house/test_sealed_fields.py",
    )
)
"""Where every promise of the two packages is tested."""


def pytest_configure(config):
    """Only the first process of a run has no `workerinput`. What the others start is not measured."""
    if hasattr(config, "workerinput"):
        os.environ.pop("COVERAGE_PROCESS_START", None)
    else:
        config.stash[RUN] = TestRun()
    measuring = present_coverage()
    if measuring is not None:
        config.stash[COVERAGE] = measuring
        for package in PACKAGES:
            import_whole(package)
        measuring.stop()


def pytest_sessionfinish(session):
    """What was measured is written before a worker says that it has finished, after which it may be killed."""
    measuring = session.config.stash.get(COVERAGE, None)
    if measuring is not None:
        measuring.save()
    gc.collect()
    gc.freeze()  # What is left by then is gone through once, and not four times while pytest and Python end.


def pytest_unconfigure(config):
    run = config.stash.get(RUN, None)
    if run is not None:
        run.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measured are the tests of domain and services, of which no walk, which reaches the same lines a thousand times.

    Tracing makes all of a process three times as slow, libraries too.
    """
    measuring = item.config.stash.get(COVERAGE, None)
    measured = any(item.path.is_relative_to(place) for place in MEASURED) and not item.get_closest_marker("walk")
    if measuring is None or not measured:
        return (yield)
    measuring.start()
    try:
        return (yield)
    finally:
        measuring.stop()


def present_coverage():
    """Whoever measures has loaded it before anything else."""
    return sys.modules["coverage"].Coverage.current() if "coverage" in sys.modules else None


def import_whole(package):
    """Import every module of a package, so that what runs on importing is measured whoever imports it first."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


@pytest.fixture(scope="session")
def database_server() -> "DatabaseUrls":
    """Addresses of the run's server; the owner's and the application's name the template, which nobody may enter."""
    from tests.database_server import migrated_server  # noqa: PLC0415 - see above

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
    from app.adapters.database.engine import make_engine  # noqa: PLC0415 - see above

    engine = make_engine(database_urls.app_url, 4)
    yield engine
    await engine.dispose()


async def cloned(server: "DatabaseUrls", *, template: str = TEMPLATE):
    from app.adapters.database.roles import connected, drop_database, make_database  # noqa: PLC0415 - see above

    name = f"test_{uuid4().hex}"
    async with connected(server.superuser_url) as superuser:
        await make_database(superuser, name, template=template)
    yield server.of(name)
    async with connected(server.superuser_url) as superuser:
        await drop_database(superuser, name)
