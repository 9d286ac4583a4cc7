"""A body is what the feed says, however many endpoints had it before."""

import json
from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import UUID, uuid4

from app.domain.cursor import Cursor, encode
from app.domain.feed import FeedEvent
from app.services.delivery.bodies import EVENTS_KEPT_MAX, Bodies, dumped
from app.services.history import item_of

MOMENT = datetime(2026, 11, 30, 9, 0, 0, 5, tzinfo=UTC)


def an_event(position=7, event_id=None, **body):
    return FeedEvent(
        position=position,
        id=event_id or uuid4(),
        subject_kind="referral",
        subject_id=UUID(int=2),
        version=3,
        type="referral.accepted",
        occurred_on=date(2026, 11, 30),
        occurred_at=MOMENT,
        recorded_at=MOMENT,
        body={"action": "accept", "position": None, **body},
        actor={"role": "court"},
    )


def said(tenant_id, event, **more):
    cursor = encode(Cursor(tenant_id, 1, event.position))
    return dumped({**item_of(event, position=event.position), "cursor": cursor, **more})


def test_each_reader_has_its_own_position_and_cursor_in_the_words_of_the_feed():
    bodies, event_id = Bodies(), uuid4()
    for tenant_id, position in ((uuid4(), 7), (uuid4(), 123_456)):
        event = an_event(position, event_id, cause='买卖合同纠纷\n"null"')
        target = SimpleNamespace(tenant_id=tenant_id, epoch=1)

        assert bodies.of(target, event) == said(tenant_id, event)
        full = bodies.of(target, event, {"referral": {"id": str(event.subject_id), "state": None}})
        assert full == said(tenant_id, event, referral={"id": str(event.subject_id), "state": None})
        assert bodies.of(target, event, {"referral": None}) == said(tenant_id, event, referral=None)
        assert json.loads(full)["position"] == position


def test_what_is_kept_is_bounded():
    bodies, target = Bodies(), SimpleNamespace(tenant_id=uuid4(), epoch=1)

    for number in range(EVENTS_KEPT_MAX + 1):
        bodies.of(target, an_event(number + 1))

    assert len(bodies._kept) == 1
