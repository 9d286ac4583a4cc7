"""One simulated member against a scripted service: keys, versions, refusals, and what a killed one takes up again."""

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from datetime import date

import httpx
import pytest

from app.demo.cases import load_cases
from app.sandbox.api import Api, ApiError
from app.sandbox.casefile import Stop
from app.sandbox.centre import ROLE
from app.sandbox.member import Member
from app.sandbox.steps import Done, Wait
from app.sandbox.store import Store

PART = next(case for case in load_cases() if case.case_id == "P02").centres[0]
OFFICE = PART.organisation
REFERRAL = "/v1/referrals/r1"


def event(version, action, after, **facts):
    return {
        "id": f"e{version}",
        "position": version,
        "type": f"test.{action}",
        "referral_id": "r1",
        "referral_version": version,
        "occurred_on": "2023-03-06",
        "actor_role": "court",
        "data": {
            "action": action,
            "machine": "mediation",
            "procedure_id": None,
            "state_before": None,
            "state_after": after,
            "stage": "delegated",
            "facts": facts,
            "due": {},
        },
    }


class Service:
    """The public API as far as one organisation needs it; it remembers every write."""

    def __init__(self):
        self.history = [event(1, "delegate", "awaiting_acceptance", organisation_id="o1")]
        self.writes = []
        self.answers = []
        self.visible = True

    async def __call__(self, request):
        path = request.url.path
        if request.method == "POST":
            return self._write(request)
        if path == "/v1/events":
            return await self._feed(request)
        if path.startswith(REFERRAL) and not self.visible:
            return httpx.Response(404, json={"code": "not_found"})
        return httpx.Response(200, json=self._found(path))

    def _found(self, path):
        if path == REFERRAL:
            return {"id": "r1", "court_reference": "P02", "kind": "pre_filing", "track": "pre_filing_2022"}
        lists = {
            "/v1/organisations": [{"id": "o1", "name": OFFICE}],
            "/v1/courts": [{"id": "c1", "name": "一个法院"}],
            "/v1/mediators": [{"id": "m1", "organisation_id": "o1"}],
            f"{REFERRAL}/parties": [{"id": "p1", "role": "applicant"}, {"id": "p2", "role": "respondent"}],
            f"{REFERRAL}/history": self.history,
        }
        return {"items": lists[path], "next": None}

    async def _feed(self, request):
        after = int(request.url.params.get("after", "0"))
        if after >= len(self.history):
            await asyncio.Event().wait()
        return httpx.Response(
            200, json={"items": self.history[after:], "next": str(len(self.history)), "has_more": False}
        )

    def _write(self, request):
        body, headers = json.loads(request.content), request.headers
        self.writes.append((body["action"], headers["Idempotency-Key"], headers["If-Match"]))
        status, answer = self.answers.pop(0) if self.answers else (200, None)
        if status == 200:
            self.history.append(event(len(self.history) + 1, body["action"], "unassigned"))
            answer = {"id": "r1", "version": len(self.history)}
        return httpx.Response(status, json=answer)


@asynccontextmanager
async def at_work(service, folder, today=date(2023, 3, 8), part=PART):
    """A member that has decided everything for the day."""
    store, api = Store(folder), Api("http://service", "key", httpx.MockTransport(service))
    member = Member(ROLE, OFFICE, api, [part], store)
    member.today = today
    member.wake.set()
    tasks = [asyncio.create_task(work()) for work in (member.listen, member.work)]
    try:
        async with asyncio.timeout(10):
            while not (  # noqa: ASYNC110 - it says no more than its status page
                member.quiet and member.cases["P02"].referral_id is not None
            ):
                await asyncio.sleep(0)
        yield member
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task
        await api.close()
        store.close()


async def test_an_offer_in_the_feed_is_answered_on_its_day(tmp_path):
    service = Service()

    async with at_work(service, tmp_path) as member:
        assert service.writes == [("decline", "r1..decline", '"1"')]
        assert member.cases["P02"].decision == Done()


async def test_before_the_day_it_waits_and_writes_nothing(tmp_path):
    service = Service()

    async with at_work(service, tmp_path, today=date(2023, 3, 7)) as member:
        assert service.writes == []
        assert member.cases["P02"].decision == Wait(date(2023, 3, 8))


async def test_a_stale_version_is_read_again_and_decided_anew(tmp_path):
    service = Service()
    service.answers = [(412, {"code": "version_stale"})]
    grown = event(2, "run_overdue", "overdue")
    original = service._write

    def moves_on(request):
        answer = original(request)
        if answer.status_code == 412:
            service.history.append(grown)
        return answer

    service._write = moves_on

    async with at_work(service, tmp_path):
        assert [version for _, _, version in service.writes] == ['"1"', '"2"']


async def test_a_refusal_where_nothing_moved_is_told_and_not_repeated(tmp_path):
    service = Service()
    service.answers = [(409, {"code": "late_acceptance_closed"})] * 5

    async with at_work(service, tmp_path) as member:
        assert len(service.writes) == 1
        assert member.cases["P02"].trouble == "decline: 409 late_acceptance_closed"


async def test_a_referral_out_of_sight_is_left_alone(tmp_path):
    service = Service()

    async with at_work(service, tmp_path, today=date(2023, 3, 7)):
        pass
    service.visible = False

    async with at_work(service, tmp_path, today=date(2023, 3, 8)) as member:
        assert member.cases["P02"].decision == Done()
        assert service.writes == []


async def test_one_killed_between_page_and_answer_answers_after_its_restart(tmp_path):
    """The page was stored, the step was not taken; the feed will not tell it again."""
    service = Service()
    store = Store(tmp_path)
    store.took(OFFICE, "1", ["r1"])
    store.close()

    async with at_work(service, tmp_path):
        assert service.writes == [("decline", "r1..decline", '"1"')]


async def test_one_killed_after_its_step_repeats_it_under_the_same_key_at_most(tmp_path):
    service = Service()

    async with at_work(service, tmp_path):
        pass
    async with at_work(service, tmp_path):
        keys = {key for _, key, _ in service.writes}

    assert keys == {"r1..decline"}


def test_a_page_is_kept_together_with_the_referrals_that_it_named(tmp_path):
    store = Store(tmp_path)
    store.took("office", "c1", ["r1", "r2"])
    store.recognised("office", "r1", "C01")
    store.took("office", "c2", ["r1"])
    store.close()

    again = Store(tmp_path)

    assert (again.cursor("office"), again.referrals("office")) == ("c2", {"r1": "C01", "r2": None})
    assert (again.cursor("other"), again.referrals("other")) == (None, {})
    again.close()


async def test_a_service_that_is_away_is_asked_again(tmp_path):
    answers = [httpx.ConnectError("gone"), httpx.Response(503), httpx.Response(200, json={"today": "2023-03-06"})]

    def reply(_request):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    api = Api("http://service", "key", httpx.MockTransport(reply))

    assert await api.get("/v1/development/legal-clock") == {"today": "2023-03-06"}
    await api.close()


async def test_a_refused_read_tells_status_and_code_only():
    def reply(_request):
        return httpx.Response(403, json={"code": "scope_missing", "detail": "张三"})

    api = Api("http://service", "key", httpx.MockTransport(reply))

    with pytest.raises(ApiError, match=r"^GET /v1/me: 403 scope_missing$"):
        await api.get("/v1/me")
    await api.close()


async def test_a_step_that_the_law_refuses_ends_the_case_where_the_file_foresees_it(tmp_path):
    service = Service()
    service.answers = [(409, {"code": "late_acceptance_closed"})]
    foreseen = PART.model_copy(update={"stops_at": Stop(step=PART.answer.kind, code="late_acceptance_closed")})

    async with at_work(service, tmp_path, part=foreseen) as member:
        case = member.cases["P02"]

    assert (case.stopped, case.trouble, case.decision) == ("late_acceptance_closed", None, Done())
    assert len(service.writes) == 1
