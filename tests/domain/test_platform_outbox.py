"""What is told of which event, and to nobody where there is nothing to tell."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.domain.access import TenantId
from app.domain.court_platform import OutgoingKind
from app.domain.feed import FeedEvent
from app.domain.platform_outbox import body_of, kinds_of
from app.domain.platform_port import NoFeed, PlatformPorts
from tests.adapters.courts.bench import a_platform
from tests.domain.courses import Course

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def event(kind, **body):
    return FeedEvent(1, UUID(int=5), "referral", UUID(int=6), 3, kind, date(2026, 3, 2), NOW, NOW, body, {})


def test_only_a_confirmation_is_an_application_of_which_the_platform_is_told():
    platform = a_platform("memory")

    def kinds(machine):
        return kinds_of(event("procedure.applied", facts={"procedure_kind": machine}), platform)

    assert kinds("judicial_confirmation") == (OutgoingKind.CONFIRMATION_APPLICATION,)
    assert kinds("notarisation") == ()


def test_what_is_said_of_a_clock_is_not_told():
    assert kinds_of(replace(event("referral.accepted"), subject_kind="clock"), a_platform("memory")) == ()


def test_an_agreement_that_is_not_there_is_not_made_up():
    referral = Course().accepted().at

    told = body_of(OutgoingKind.CONFIRMATION_APPLICATION, event("procedure.applied", procedure_id="p"), referral, "ST1")

    assert told == {"number": "ST1", "occurred_on": "2026-03-02", "procedure_id": "p"}


async def test_a_program_without_platforms_reads_no_feed_and_speaks_to_none():
    ports, tenant_id = PlatformPorts(), TenantId(UUID(int=1))

    assert isinstance(ports.feed, NoFeed)
    assert await ports.feed.page(tenant_id, after=0, limit=1) == ()
    assert ports.check("x", {}, {}, ()) is ports.expires({}) is None
    with pytest.raises(LookupError):
        ports.adapter(a_platform("memory"))
