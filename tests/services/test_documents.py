"""Documents as a use case: the store and the record agree whatever fails between them."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.adapters.database.roles import connected
from app.domain.access import TenantKind
from app.domain.errors import Refusal
from app.domain.handover import Purpose, Reason
from app.domain.lifecycle.states import MediationState
from app.services import document_sweep, documents, handover, verification
from app.services.documents import NewDocument
from tests.factories import a_principal, an_envelope, brought_to
from tests.services.refusals import refused


async def refusal_of(awaitable):
    return (await refused(awaitable)).code


def note(document_class="evidence", content=b"x", name=None):
    return NewDocument(content=content, document_class=document_class, media_type="text/plain", name=name)


@pytest.fixture
async def referral_id(ports, world):
    return await brought_to(ports, world, MediationState.ACCEPTED)


class Store:
    """A store of which each part may fail, and whose contents are as old as one likes."""

    def __init__(self, inner, *, down=False, put_at=None):
        self._inner = inner
        self._down = down
        self._put_at = put_at

    async def put(self, document_id, content):
        if self._down:
            raise Refusal("document_store_unavailable")
        await self._inner.put(document_id, content)

    async def content(self, document_id):
        return await self._inner.content(document_id) + (b"!" if self._down else b"")

    async def remove(self, document_id):
        await self._inner.remove(document_id)

    async def ids(self):
        return dict.fromkeys(await self._inner.ids(), self._put_at)

    async def reseal(self, document_id):
        return await self._inner.reseal(document_id)


async def test_a_store_that_is_down_refuses_and_nothing_is_recorded(ports, world, referral_id):
    down = replace(ports, documents=Store(ports.documents, down=True))

    code = await refusal_of(documents.add(down, an_envelope(world.centre), referral_id, note()))

    assert code == "document_store_unavailable"
    assert (await documents.listed(ports, world.centre, referral_id)).documents == ()


async def test_two_at_once_under_one_key_put_one_document_and_leave_one_content(ports, world, referral_id):
    envelope = an_envelope(world.centre)

    outcomes = await asyncio.gather(*(documents.add(ports, envelope, referral_id, note()) for _ in range(4)))

    assert len({outcome.answer.body["document_id"] for outcome in outcomes}) == 1
    assert len((await documents.listed(ports, world.centre, referral_id)).documents) == 1
    assert len(await ports.documents.ids()) == 1


async def test_who_is_overtaken_while_the_content_is_stored_leaves_none_of_its_own(ports, world, referral_id):
    envelope, first = an_envelope(world.centre), []

    class Overtaken(Store):
        async def put(self, document_id, content):
            await super().put(document_id, content)
            first.append(await documents.add(ports, envelope, referral_id, note()))

    second = await documents.add(replace(ports, documents=Overtaken(ports.documents)), envelope, referral_id, note())

    assert (second.replayed, second.answer.body["document_id"]) == (True, first[0].answer.body["document_id"])
    assert [str(each) for each in await ports.documents.ids()] == [second.answer.body["document_id"]]


async def test_a_write_lost_between_content_and_record_leaves_an_orphan_that_the_sweep_removes(
    ports, world, referral_id
):
    """The database goes away after the content was stored, so that nobody knows; an hour later the sweep does."""
    calls = []

    def mint():
        calls.append(1)
        return new()

    new = ports.mint

    class Lost:
        def __call__(self, tenant_id):
            if len(calls) and getattr(self, "stored", False):
                raise Refusal("database_unavailable")
            return ports.unit_of_work(tenant_id)

    lost = Lost()

    class Marking(Store):
        async def put(self, document_id, content):
            await super().put(document_id, content)
            lost.stored = True

    broken = replace(ports, mint=mint, unit_of_work=lost, documents=Marking(ports.documents))
    code = await refusal_of(documents.add(broken, an_envelope(world.centre), referral_id, note()))
    await documents.add(ports, an_envelope(world.centre), referral_id, note())

    aged = replace(ports, documents=Store(ports.documents, put_at=ports.clock.system_now() - timedelta(hours=2)))
    young = replace(ports, documents=Store(ports.documents, put_at=ports.clock.system_now()))

    assert code == "database_unavailable"
    assert len(await ports.documents.ids()) == 2
    assert await document_sweep.orphans(young) == ()
    (orphan,) = await document_sweep.swept(aged)
    assert orphan not in await ports.documents.ids()
    assert len(await ports.documents.ids()) == 1
    assert await document_sweep.swept(aged) == ()
    assert await document_sweep.resealed(ports) == 0


async def test_a_write_that_somebody_else_made_impossible_removes_its_content(ports, world, referral_id):
    """Between the look and the write the referral moved on from the version that was read."""

    class Racing(Store):
        async def put(self, document_id, content):
            await super().put(document_id, content)
            await documents.add(ports, an_envelope(world.court), referral_id, note())

    version = (await documents.listed(ports, world.centre, referral_id)).version
    racing = replace(ports, documents=Racing(ports.documents))

    envelope = an_envelope(world.centre, if_match=version)
    code = await refusal_of(documents.add(racing, envelope, referral_id, note()))

    assert code == "version_stale"
    assert len(await ports.documents.ids()) == 1


async def test_a_content_that_is_not_the_recorded_one_is_not_given(ports, world, referral_id):
    await documents.add(ports, an_envelope(world.centre), referral_id, note())
    (known,) = (await documents.listed(ports, world.centre, referral_id)).documents
    changed = replace(ports, documents=Store(ports.documents, down=True))

    code = await refusal_of(documents.read(changed, world.court, referral_id, known.id))

    assert code == "document_content_missing"
    assert (await documents.read(ports, world.court, referral_id, known.id)).content == b"x"
    assert await refusal_of(documents.read(ports, world.court, referral_id, uuid4())) == "not_found"


async def test_a_body_that_is_wrong_is_refused_in_its_turn(ports, world, referral_id):
    wrong = Refusal("document_empty")

    assert await refusal_of(documents.add(ports, an_envelope(world.centre), referral_id, wrong)) == "document_empty"
    assert (
        await refusal_of(documents.add(ports, an_envelope(a_principal(TenantKind.COURT)), referral_id, wrong))
        == "not_found"
    )


async def test_names_of_files_are_covered_unless_revealed(ports, world, referral_id):
    for name in ("张三.pdf", None):
        await documents.add(ports, an_envelope(world.centre), referral_id, note(name=name))

    covered = await documents.listed(ports, world.court, referral_id)
    shown = await documents.listed(ports, world.court, referral_id, reveal=True)

    assert [x.name for x in covered.documents] == ["***", None]
    assert [x.name for x in shown.documents] == ["张三.pdf", None]


async def test_the_check_of_the_database_knows_who_sees_a_private_document(ports, world, referral_id):
    for document_class in ("evidence", "private_notes", "offer"):
        await documents.add(ports, an_envelope(world.centre), referral_id, note(document_class))

    assert (await verification.verify(ports)).faults == ()


async def test_a_package_over_the_bound_is_refused_before_a_content_is_read(ports, world, referral_id):
    await documents.add(ports, an_envelope(world.centre), referral_id, note("complaint", b"x" * 100))

    made = await handover.sent(ports, world.court, referral_id, Purpose.TRIAL, limit_bytes=100)
    code = await refusal_of(handover.sent(ports, world.court, referral_id, Purpose.TRIAL, limit_bytes=99))

    assert code == "package_too_large"
    assert [content async for _, content in handover.contents(ports, made)] == [b"x" * 100]


async def test_a_package_counts_what_its_caller_may_not_see(ports, world, referral_id):
    for document_class in ("complaint", "offer", "offer", "other"):
        await documents.add(ports, an_envelope(world.centre), referral_id, note(document_class))

    by_court = await handover.assembled(ports, world.court, referral_id, Purpose.TRIAL)
    by_centre = await handover.assembled(ports, world.centre, referral_id, Purpose.TRIAL)
    above = await refusal_of(handover.assembled(ports, world.head_office, referral_id, Purpose.TRIAL))

    expected = {("offer", Reason.CONFIDENTIAL): 2, ("other", Reason.NOT_FOR_THIS_PURPOSE): 1}
    assert by_court.kept == by_centre.kept == expected
    assert above == "party_data_not_shared"
    assert {x.document.document_class for x in by_court.package.kept} == {"other"}
    code = await refusal_of(handover.assembled(ports, a_principal(TenantKind.COURT), referral_id, Purpose.TRIAL))
    assert code == "not_found"


async def test_row_security_alone_keeps_a_private_document_from_the_court(ports, world, referral_id):
    """Even a statement that asked with the eyes of the organisation would find nothing in the court's transaction."""
    await documents.add(ports, an_envelope(world.centre), referral_id, note("offer"))

    async def found_by(tenant_id):
        async with ports.unit_of_work(tenant_id) as tx:
            return len((await tx.referrals.dossier(referral_id, world.centre.tenant_id, ("documents",))).documents)

    assert [await found_by(x.tenant_id) for x in (world.court, world.head_office, world.centre)] == [0, 0, 1]


async def test_the_check_finds_a_confidential_document_that_others_see(ports, world, referral_id, database_urls):
    await documents.add(ports, an_envelope(world.centre), referral_id, note("offer"))
    async with connected(database_urls.superuser_url) as superuser:
        await superuser.execute("ALTER TABLE documents DROP CONSTRAINT ck_documents_private")
        await superuser.execute("UPDATE documents SET viewers = f.viewers FROM referrals AS f WHERE f.id = referral_id")

    faults = {(fault.invariant, fault.code) for fault in (await verification.verify(ports)).faults}

    assert faults == {(0, "viewers_differ_below"), (8, "confidential_document_shared")}
