"""Fetching from platforms that do not call us: nothing twice, nothing left out, one that is away holds up no other."""

import pytest

from app.domain.court_platform import MessageId, Pulled, Unavailable, Unreadable
from app.domain.errors import Refusal
from app.domain.platform_inbox import InboxState, aside_id
from app.domain.platform_port import PlatformPorts
from app.services.platform_inbox import receive, replay
from app.services.platform_pull import PAGES_MAX, pull_all
from tests.factories import NOW, an_envelope
from tests.services.platforms import a_platform, in_front_of, inbox_of
from tests.services.refusals import refused


class Lists:
    """A platform with messages behind a cursor."""

    def __init__(self, *messages, away=False, endless=False):
        self.messages, self.away, self.endless, self.cursors = messages, away, endless, []

    async def pull(self, cursor):
        self.cursors.append(cursor)
        if self.away:
            raise Unavailable("timed_out")
        start = int(cursor or 0)
        if self.endless:
            return Pulled((), str(start + 1))
        page = self.messages[start : start + 2]
        return Pulled(tuple((MessageId(name), raw) for name, raw in page), str(start + len(page)))


async def test_pages_are_kept_and_the_cursor_goes_on_behind_them(ports, world):
    code = await a_platform(ports, world)
    await a_platform(ports, world, dialect="by_hand", mapping={})
    lists = Lists(("m-1", b"1"), ("m-2", b"2"), ("m-3", b"3"), ("m-1", b"changed"))

    assert await pull_all(ports, in_front_of(lists)) == (4, ("platform_message_differs",))
    lists.messages = (*lists.messages, ("m-5", b"5"))
    assert await pull_all(ports, in_front_of(lists)) == (1, ())

    kept = [(message.message_id, message.reason) for message in await inbox_of(ports, world, code)]
    aside = (aside_id(b"changed", MessageId("m-1")), "platform_message_differs")
    assert kept == [("m-5", None), aside, ("m-3", None), ("m-2", None), ("m-1", None)]
    assert lists.cursors[-2:] == ["4", "5"]


async def test_an_item_without_an_id_is_parked_once_and_the_rest_of_its_page_goes_on(ports, world):
    code = await a_platform(ports, world)

    class Mixed:
        async def pull(self, _cursor):
            return Pulled(((MessageId("m-1"), b"1"), (MessageId("m-2"), b"2")), "", (b"nobody", b"nobody"))

    assert await pull_all(ports, in_front_of(Mixed())) == (3, ("message_without_id",))
    assert await pull_all(ports, in_front_of(Mixed())) == (0, ())

    aside, *named = await inbox_of(ports, world, code)
    assert {message.message_id for message in named} == {"m-1", "m-2"}
    assert (aside.state, aside.reason, aside.decided_at) == (InboxState.PARKED, "message_without_id", NOW)
    again = replay(ports, an_envelope(world.court), code, aside.id)
    assert (await refused(again)).code == "message_set_aside"


async def test_the_same_message_pushed_and_fetched_is_one_though_its_bytes_differ(ports, world):
    code = await a_platform(ports, world)

    class Both:
        def verify(self, raw, _headers, _now):
            return MessageId(raw.decode().strip())

        def content(self, raw):
            if raw == b"odd":
                raise Unreadable("not_a_document")
            return raw.strip()

        async def pull(self, _cursor):
            return Pulled(((MessageId("m-1"), b"m-1"), (MessageId("odd"), b"odd")), "")

    pushed = [await receive(ports, in_front_of(Both()), code, raw, {}) for raw in (b" m-1 ", b"m-1", b"odd")]
    assert [each.known for each in pushed] == [False, True, False]
    assert await pull_all(ports, in_front_of(Both())) == (0, ())
    assert {message.message_id for message in await inbox_of(ports, world, code)} == {"m-1", "odd"}


async def test_a_platform_that_is_away_is_named_and_one_that_has_no_list_is_not_asked(ports, world):
    await a_platform(ports, world)

    assert await pull_all(ports, in_front_of(Lists(away=True))) == (0, ("timed_out",))
    assert await pull_all(ports, in_front_of(object())) == (0, ())


@pytest.mark.parametrize("fault", [KeyError("二三"), Refusal("platform_settings_invalid")])
async def test_a_fault_with_one_platform_is_raised_behind_the_others_which_have_their_turn(ports, world, fault):
    await a_platform(ports, world)
    await a_platform(ports, world)
    turns = iter([fault, Lists(("m-1", b"1"))])

    def adapter(_platform):
        turn = next(turns)
        if turn is fault:
            raise fault
        return turn

    with pytest.raises(type(fault)):
        await pull_all(ports, PlatformPorts(adapter=adapter, dialects=("test",)))

    async with ports.unit_of_work(world.court_id) as tx:
        served = await tx.platforms.served(NOW.date())
        kept = [
            len(await tx.inbox.page(each.code, world.court_id, state=None, after_id=None, limit=5)) for each in served
        ]
    assert sorted(kept) == [0, 1]


async def test_a_list_without_end_ends_the_round(ports, world):
    await a_platform(ports, world)
    lists = Lists(endless=True)

    assert await pull_all(ports, in_front_of(lists)) == (0, ())

    assert len(lists.cursors) == PAGES_MAX
