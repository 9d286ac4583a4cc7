"""What is said of the organisation that is told by webhook: equal only if nothing is missing, added or out of order."""

import json
from datetime import date

import httpx
import pytest

from app.demo.play import exit_status
from app.demo.told import Outage, Told, compared, parted, told_lines
from app.sandbox.api import Api
from tests.journeys.test_demo_clockwork import entry, status


def event(position, referral="r1", version=None, name=None):
    return {
        "id": name or f"e{position}",
        "position": position,
        "referral_id": referral,
        "referral_version": version or position,
    }


FEED = [event(1), event(2), event(3, "r2"), event(4)]


def test_a_log_that_another_referral_overtook_is_equal_to_its_feed():
    found = compared([FEED[0], FEED[2], FEED[1], FEED[3]], FEED)

    assert (found.received, found.in_feed, found.equal) == (4, 4, True)


@pytest.mark.parametrize(
    ("received", "differing", "disordered"),
    [
        (FEED[:3], ("e4",), ()),
        ([*FEED, event(5)], ("e5",), ()),
        ([*FEED, FEED[3]], ("e4",), ()),
        ([*FEED[:3], event(5, name="e4")], ("e4",), ()),
        ([FEED[1], FEED[0], *FEED[2:]], (), ("r1",)),
        ([], ("e1", "e2", "e3", "e4"), ()),
    ],
    ids=["missing", "added", "kept twice", "at another position", "overtaken", "nothing"],
)
def test_whatever_differs_is_named_and_is_a_failure(received, differing, disordered):
    found = compared(received, FEED)

    assert (found.differing, found.disordered, found.equal) == (differing, disordered, False)
    assert exit_status([], verify_status=0, found=found) == 1
    assert all("≠" in line for line in told_lines(told(), found))


def test_where_nothing_happened_nothing_is_shown():
    assert not compared([], []).equal


def test_whoever_has_the_most_files_is_told_and_a_single_one_reads():
    small, large = {"name": "a", "parts": [1]}, {"name": "b", "parts": [1, 2]}

    assert parted([small, large]) == ([small], large)
    assert parted([small]) == ([small], None)


def told(**fields):
    return Told("b", None, "http://127.0.0.1:1", None, **fields)


def test_it_is_stopped_once_half_is_done_before_a_day_on_which_a_court_acts_on_what_is_its_own():
    day = date(2023, 3, 7)
    court = status(entry(reference="P02", waits_until="2023-03-07"), entry(reference="P09", waits_until="2023-03-08"))
    own = [entry(reference=f"P0{number}", member="b", done=number == 1) for number in (1, 2, 3)]

    assert told().rests(court, status(*own), day)
    assert not told().rests(court, status(*own), date(2023, 3, 8))
    assert not told().rests(court, status(*own[1:], entry(reference="P08", member="b"), own[0]), day)
    assert not told().rests(court, status(*own), None)
    assert not told(outage=Outage(1, 1, 1, 1)).rests(court, status(*own), day)


def test_counts_outage_and_catching_up_stand_in_a_line():
    zh, en = told_lines(told(outage=Outage(2.04, 3, 5, 0.42)), compared(FEED, FEED))

    assert "b 收到 4 条，其事件流 4 条，逐条一致，每件移交内有序" in zh
    assert "中断 2.0 秒，3 条事件、5 次投递未达，启动后 0.4 秒补齐。" in zh
    assert "4 received, 4 in the feed of the same tenant, equal" in en
    assert "stopped for 2.0 s, 3 missed in 5 attempts, caught up 0.4 s" in en


async def test_a_breaker_that_the_outage_opened_is_closed_by_pausing_and_resuming():
    """The service: open until it was resumed, and then nothing waits."""
    taken = []

    def service(request):
        if request.method == "POST":
            taken.append((json.loads(request.content)["action"], request.headers["If-Match"]))
            return httpx.Response(200, json={})
        if request.url.path.endswith("/health"):
            resumed = bool(taken)
            return httpx.Response(
                200, json={"waiting_count": 0 if resumed else 3, "breaker": "closed" if resumed else "open"}
            )
        return httpx.Response(200, json={"version": 5 + len(taken)})

    api = Api("http://service", "key", httpx.MockTransport(service))
    away = Told("b", None, "http://127.0.0.1:1", api, endpoint_id="h1")
    await away._until_nothing_waits()
    await api.close()

    assert taken == [("pause", '"5"'), ("resume", '"6"')]
