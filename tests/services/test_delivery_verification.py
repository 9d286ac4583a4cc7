"""The check of a living database knows what is wrong with deliveries; see `tests/services/test_verification.py`."""

import pytest

from app.adapters.database.roles import connected
from app.domain.evidence import Fault
from app.services import verification
from tests.post import Receivers, all_rounds, an_endpoint, answered, happen, post_on, referrals
from tests.stream import tenant

URL = "https://a.example/"


@pytest.fixture
async def post(engine, database_urls):
    """Two events of one referral delivered, one of another refused and waiting, with its second behind it."""
    receivers, court, (good, bad) = Receivers(), tenant(), referrals(2)
    receivers.answers[URL] = lambda body: answered(500, b"no") if body["referral_id"] == str(bad) else 204
    async with connected(database_urls.app_url) as connection:
        await an_endpoint(connection, court)
        await happen(connection, engine, good, bad, good, bad, audience=[court])
    post = post_on(engine, receivers)
    await all_rounds(post)
    return post


async def found(post):
    return {fault.code for fault in (await verification.verify(post.ports)).faults if fault.invariant == 4}


async def test_deliveries_that_went_well_and_badly_are_clean(post):
    report = await verification.verify(post.ports)

    assert await found(post) == set()
    assert {name: report.counts[name] for name in ("deliveries", "lanes", "delivery_attempts")} == {
        "deliveries": 4,
        "lanes": 1,
        "delivery_attempts": 3,
    }


_SWAP = """
UPDATE delivery_attempts SET step = 3 - step
WHERE subject_id = (SELECT subject_id FROM deliveries WHERE state = 'delivered' LIMIT 1)
"""


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DELETE FROM deliveries WHERE position = 4", "event_without_delivery"),
        ("UPDATE deliveries SET entry = entry + 1 WHERE position = 1", "delivery_of_another_event"),
        ("UPDATE delivery_attempts SET outcome = 'retry' WHERE position = 1", "delivered_without_receipt"),
        ("UPDATE delivery_attempts SET status = 302 WHERE position = 1", "delivered_without_receipt"),
        (
            "UPDATE deliveries SET state = 'delivered', settled_at = now() WHERE position = 2",
            "delivered_without_receipt",
        ),
        ("UPDATE deliveries SET attempt_count = 0 WHERE position = 2", "receipt_without_delivery"),
        ("DELETE FROM lanes", "lane_differs"),
        ("UPDATE lanes SET head_position = 4", "lane_differs"),
        ("DELETE FROM delivery_attempts WHERE step = 1 AND position = 1", "receipt_gap"),
        ("UPDATE delivery_attempts SET previous = '\\x00' WHERE step = 2", "receipt_previous_differs"),
        ("UPDATE delivery_attempts SET duration_ms = duration_ms + 1 WHERE position = 1", "receipt_differs"),
        ("UPDATE delivery_attempts SET answer = 'yes' WHERE position = 2", "answer_differs"),
        (_SWAP, "delivery_overtook"),
    ],
)
async def test_damage_is_found(post, database_urls, statement, code):
    async with connected(database_urls.superuser_url) as superuser:
        await superuser.execute("SET session_replication_role = replica")
        await superuser.execute(
            "ALTER TABLE delivery_attempts DROP CONSTRAINT uq_delivery_attempts_endpoint_id_subject_id_step"
        )
        await superuser.execute(statement)

    assert code in await found(post)


async def test_no_more_faults_are_told_than_wanted(post, database_urls):
    async with connected(database_urls.superuser_url) as superuser:
        await superuser.execute("SET session_replication_role = replica")
        await superuser.execute("UPDATE delivery_attempts SET duration_ms = duration_ms + 1")

    report = await verification.verify(post.ports, faults_max=2)

    assert [fault for fault in report.faults if fault.code == "receipt_differs"] == [
        Fault(4, fault.subject, "receipt_differs") for fault in report.faults if fault.code == "receipt_differs"
    ]
    assert sum(fault.code == "receipt_differs" for fault in report.faults) == 2
