"""What happens to registry records later: dated, refused where it contradicts itself, never lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from app.adapters.database.roles import connected
from app.adapters.secrets import hash_api_key, public_id_of
from app.domain.access import ClientId, Scope, TenantKind
from app.domain.errors import Refusal
from app.domain.lead_times import LeadGroup, LeadTime
from app.domain.lifecycle.states import Body, Track
from app.domain.periods_form import Unit
from app.domain.ports import Sought
from app.domain.registry import ChangeKind, Noun, Validity
from app.services import keys, registry
from tests.factories import NOW, SINCE, TODAY, a_principal, a_world, an_envelope, ports_on

OPERATOR = a_principal(TenantKind.OPERATOR)
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def ports(engine):
    return ports_on(engine)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


async def refused(awaitable):
    with pytest.raises(Refusal) as refusal:
        await awaitable
    return refusal.value.code, refusal.value.pointer


def changed(ports, noun, record_id, wish, **other):
    return registry.change_record(ports, an_envelope(OPERATOR, **other), noun, record_id, wish)


def an_id(outcome):
    return UUID(outcome.answer.body["id"])


async def an_organisation(ports, name, parent_id=None, **other):
    fields = {"name": name, "kind": Body.CHAMBER, "validity": SINCE, "parent_id": parent_id, **other}
    return an_id(await registry.register_organisation(ports, an_envelope(OPERATOR), registry.NewOrganisation(**fields)))


def organisation(ports, organisation_id, on=TODAY):
    return registry.one(ports, OPERATOR, registry.ORGANISATIONS, organisation_id, on=on)


async def told(ports, noun, record_id):
    """Kinds of change in a record's history."""
    lines = await registry.history(ports, OPERATOR, noun, record_id, after_id=None, limit=100)
    return [line.kind for line in lines]


# One pattern ------------------------------------------------------------------------------------------------------


async def test_a_change_to_come_is_not_shown_before_its_day(ports, world):
    outcome = await changed(ports, Noun.COURTS, world.court_id, registry.Rename("新名法院", TOMORROW))

    today = await registry.one(ports, OPERATOR, registry.COURTS, world.court_id)
    tomorrow = await registry.one(ports, OPERATOR, registry.COURTS, world.court_id, on=TOMORROW)

    assert (outcome.answer.status, outcome.answer.location) == (201, f"/v1/courts/{world.court_id}")
    assert today.name.startswith("某区人民法院")
    assert tomorrow.name == "新名法院"


async def test_a_change_is_made_once_under_one_key_and_not_at_all_in_a_dry_run(ports, world):
    envelope = an_envelope(OPERATOR)
    wish = registry.Rename("新名法院", TODAY)

    await changed(ports, Noun.COURTS, world.court_id, wish, dry_run=True)
    first = await registry.change_record(ports, envelope, Noun.COURTS, world.court_id, wish)
    again = await registry.change_record(ports, envelope, Noun.COURTS, world.court_id, wish)

    assert again.replayed
    assert again.answer == first.answer
    assert await told(ports, Noun.COURTS, world.court_id) == [ChangeKind.RENAME]


async def test_a_history_names_who_entered_what_when_and_is_read_in_pages(ports, world):
    for n in range(3):
        await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.Rename(f"李{n}", TODAY + timedelta(days=n)))

    seen, after_id = [], None
    while lines := await registry.history(
        ports, OPERATOR, Noun.MEDIATORS, world.mediator_id, after_id=after_id, limit=2
    ):
        seen += lines
        after_id = lines[-1].id

    assert [(line.details, line.valid_from) for line in seen] == [
        ({"name": f"李{n}"}, TODAY + timedelta(days=n)) for n in range(3)
    ]
    assert {(line.client_id, line.recorded_at) for line in seen} == {(OPERATOR.client_id, NOW)}


async def test_the_database_lets_nobody_rewrite_or_delete_history(ports, world, database_urls):
    await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.Rename("李四", TODAY))

    async with connected(database_urls.app_url) as application:
        for statement in (
            "UPDATE registry_changes SET details = '{}'",
            "DELETE FROM registry_changes",
            "TRUNCATE registry_changes",
            "DELETE FROM roster_entries",
            "DELETE FROM referring_bodies",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await application.execute(statement)
    async with connected(database_urls.owner_url) as owner:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await owner.execute("DELETE FROM registry_changes")


async def test_what_does_not_exist_and_what_is_malformed_is_refused_in_that_order(ports, world):
    broken = Refusal("body_invalid")

    assert await refused(changed(ports, Noun.COURTS, uuid4(), broken)) == ("not_found", None)
    assert await refused(changed(ports, Noun.COURTS, world.court_id, broken)) == ("body_invalid", None)
    nothing = registry.history(ports, OPERATOR, Noun.COURTS, uuid4(), after_id=None, limit=1)
    assert await refused(nothing) == ("not_found", None)


async def test_only_an_operator_changes_the_registry(ports, world):
    envelope = an_envelope(world.court)
    wish = registry.Rename("x", TODAY)

    assert (await refused(registry.change_record(ports, envelope, Noun.COURTS, world.court_id, wish)))[0] == (
        "scope_missing"
    )
    assert (await refused(registry.change_record(ports, envelope, Noun.CLIENTS, uuid4(), wish)))[0] == "scope_missing"


async def test_a_change_outside_the_time_of_its_record_is_refused(ports, world):
    early = SINCE.valid_from - timedelta(days=1)
    await changed(ports, Noun.CHANNELS, world.channel_id, registry.EndRecord(TODAY))
    outside = ("day_outside_validity", "/valid_from")

    for noun, record_id, wish in (
        (Noun.COURTS, world.court_id, registry.Rename("x", early)),
        (Noun.COURTS, world.court_id, registry.SetCourt(valid_from=early, late_acceptance=False)),
        (
            Noun.COURTS,
            world.court_id,
            registry.AddTrack(registry.NewTrack(Track.PRE_FILING_2016, Validity(early, early))),
        ),
        (Noun.ORGANISATIONS, world.organisation_id, registry.Move(None, early)),
        (Noun.MEDIATORS, world.mediator_id, registry.Certify("x", early)),
        (Noun.CHANNELS, world.channel_id, registry.Rescope(valid_from=TOMORROW, strict=True)),
    ):
        assert await refused(changed(ports, noun, record_id, wish)) == outside


async def test_an_end_may_be_told_again_and_never_before_the_beginning(ports, world):
    before = SINCE.valid_from - timedelta(days=1)
    await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.EndRecord(LATER))
    await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.EndRecord(TODAY))

    on_the_last_day, after = [
        await registry.page(
            ports,
            OPERATOR,
            registry.MEDIATORS,
            after_id=None,
            limit=9,
            on=day,
            filters=registry.Filters(organisation_id=world.organisation_id),
        )
        for day in (TODAY, TOMORROW)
    ]

    assert [mediator.id for mediator in on_the_last_day] == [world.mediator_id]
    assert after == ()
    reversed_end = changed(ports, Noun.MEDIATORS, world.mediator_id, registry.EndRecord(before))
    assert await refused(reversed_end) == ("dates_reversed", "/valid_to")


# Courts -----------------------------------------------------------------------------------------------------------


async def test_a_court_is_set_by_date_and_decisions_see_the_setting_of_their_day(ports, world):
    await changed(
        ports,
        Noun.COURTS,
        world.court_id,
        registry.SetCourt(
            valid_from=TODAY, duplicate_policy="block", confirmation_after_entrustment="after_withdrawal"
        ),
    )
    await changed(ports, Noun.COURTS, world.court_id, registry.SetCourt(valid_from=LATER, late_acceptance=False))

    async with ports.unit_of_work(world.court.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=world.court.tenant_id))

    settings = [
        (facts.duplicate_policy, facts.confirmation_after_entrustment, facts.late_acceptance)
        for facts in map(found.court.facts, (YESTERDAY, TODAY, LATER))
    ]
    assert settings == [
        ("warn", "refused", True),
        ("block", "after_withdrawal", True),
        ("block", "after_withdrawal", False),
    ]


async def test_a_court_is_registered_with_its_settings(ports):
    new = registry.NewCourt(
        name="严格法院",
        level="basic",
        validity=SINCE,
        tracks=(),
        duplicate_policy="block",
        confirmation_after_entrustment="allowed",
    )

    court_id = an_id(await registry.register_court(ports, an_envelope(OPERATOR), new))

    facts = (await registry.one(ports, OPERATOR, registry.COURTS, court_id)).facts(TODAY)
    assert (facts.duplicate_policy, facts.confirmation_after_entrustment) == ("block", "allowed")
    for field in ("duplicate_policy", "confirmation_after_entrustment"):
        wrong = replace(new, name="另一法院", **{field: "lunar"})
        assert await refused(registry.register_court(ports, an_envelope(OPERATOR), wrong)) == (
            "unknown_code",
            f"/{field}",
        )


async def test_a_court_says_by_date_how_its_terms_run_and_when_it_wants_to_be_warned(ports, world):
    early = LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (2, 5))
    never = LeadTime(LeadGroup.REPORT, Unit.WORKING_DAYS, ())
    wish = registry.SetCourt(
        valid_from=TODAY, term_on_reassignment="continue", fee_notice_days=10, lead_times=(early, never)
    )
    await changed(ports, Noun.COURTS, world.court_id, wish)
    await changed(ports, Noun.COURTS, world.court_id, registry.SetCourt(valid_from=LATER, lead_times=()))

    async with ports.unit_of_work(world.court.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=world.court.tenant_id))

    settings = [
        (facts.term_on_reassignment, facts.fee_notice_days, [lead.days for lead in facts.lead_times])
        for facts in map(found.court.facts, (YESTERDAY, TODAY, LATER))
    ]
    assert settings == [("restart", 7, []), ("continue", 10, [(5, 2), ()]), ("continue", 10, [])]
    for name, value, code in (
        ("term_on_reassignment", "lunar", "unknown_code"),
        ("fee_notice_days", 0, "parameter_invalid"),
        ("lead_times", (early, early), "lead_time_invalid"),
    ):
        wrong = replace(wish, **{name: value})
        assert await refused(changed(ports, Noun.COURTS, world.court_id, wrong)) == (code, f"/{name}")


async def test_a_court_is_registered_with_its_lead_times(ports):
    lead = LeadTime(LeadGroup.PRESERVATION, Unit.CALENDAR_DAYS, (12,))
    new = registry.NewCourt(name="早提醒法院", level="basic", validity=SINCE, tracks=(), lead_times=(lead,))

    court_id = an_id(await registry.register_court(ports, an_envelope(OPERATOR), new))

    assert (await registry.one(ports, OPERATOR, registry.COURTS, court_id)).facts(TODAY).lead_times == (lead,)


async def test_a_track_is_ended_and_used_again_but_never_twice_on_one_day(ports, world):
    def add(first, last=None):
        wish = registry.AddTrack(registry.NewTrack(Track.PRE_FILING_2016, Validity(first, last)))
        return changed(ports, Noun.COURTS, world.court_id, wish)

    assert await refused(add(LATER)) == ("track_already_used", "/valid_from")
    await changed(ports, Noun.COURTS, world.court_id, registry.EndTrack(Track.PRE_FILING_2016, TODAY))
    again = changed(ports, Noun.COURTS, world.court_id, registry.EndTrack(Track.PRE_FILING_2016, TOMORROW))
    assert await refused(again) == ("track_not_used_by_court", "/valid_to")
    assert await refused(add(TODAY, TODAY)) == ("track_already_used", "/valid_from")
    assert await refused(add(LATER, TODAY)) == ("dates_reversed", "/valid_to")
    await add(LATER)

    court = await registry.one(ports, OPERATOR, registry.COURTS, world.court_id)
    used = [Track.PRE_FILING_2016 in court.facts(day).tracks for day in (TODAY, TOMORROW, LATER)]
    assert used == [True, False, True]
    assert await told(ports, Noun.COURTS, world.court_id) == [ChangeKind.END_TRACK, ChangeKind.ADD_TRACK]


async def test_a_court_is_not_registered_with_a_track_twice_on_one_day(ports):
    tracks = (registry.NewTrack(Track.PRE_FILING_2016, SINCE), registry.NewTrack(Track.PRE_FILING_2016, SINCE))
    new = registry.NewCourt(name="重复法院", level="basic", validity=SINCE, tracks=tracks)

    assert await refused(registry.register_court(ports, an_envelope(OPERATOR), new)) == (
        "track_already_used",
        "/tracks/1/valid_from",
    )


# Names ------------------------------------------------------------------------------------------------------------


async def test_a_name_stays_with_the_record_that_had_it_first(ports, world):
    mine, other = await an_organisation(ports, "甲商会"), await an_organisation(ports, "乙商会")
    await changed(ports, Noun.ORGANISATIONS, mine, registry.Rename("丙商会", TODAY))
    taken = ("name_taken", "/name")

    for name in ("甲商会", "丙商会"):
        assert await refused(changed(ports, Noun.ORGANISATIONS, other, registry.Rename(name, TODAY))) == taken
        assert await refused(an_organisation(ports, name)) == taken
    await changed(ports, Noun.ORGANISATIONS, mine, registry.Rename("甲商会", TOMORROW))

    assert (await organisation(ports, mine)).name == "丙商会"
    assert (await organisation(ports, mine, TOMORROW)).name == "甲商会"


# Referring bodies -------------------------------------------------------------------------------------------------


async def test_a_referring_body_is_registered_and_has_clients(ports):
    new = registry.NewReferringBody(
        name="某市劳动人事争议仲裁委员会", kind="labour_arbitration_commission", validity=SINCE, region="320900"
    )
    body_id = an_id(await registry.register_referring_body(ports, an_envelope(OPERATOR), new))
    client = registry.NewClient(tenant_id=body_id, name="仲裁系统", scopes=frozenset({Scope.REFERRALS_WRITE}))
    issued = await registry.register_client(ports, an_envelope(OPERATOR), client)

    (shown,) = await registry.page(ports, OPERATOR, registry.REFERRING_BODIES, after_id=None, limit=9, on=TODAY)
    principal = await knock(ports, issued.secret_text)

    assert (shown.id, shown.name, shown.kind, shown.region) == (body_id, new.name, new.kind, "320900")
    assert shown.facts(TODAY).active
    assert not shown.facts(SINCE.valid_from - timedelta(days=1)).active
    assert (principal.kind, principal.tenant_id) == (TenantKind.REFERRING_BODY, body_id)
    assert await refused(registry.register_referring_body(ports, an_envelope(OPERATOR), new)) == (
        "name_taken",
        "/name",
    )
    wrong = replace(new, kind="lunar")
    assert await refused(registry.register_referring_body(ports, an_envelope(OPERATOR), wrong)) == (
        "unknown_code",
        "/kind",
    )


# The tree ---------------------------------------------------------------------------------------------------------


async def test_a_moved_organisation_takes_those_below_with_it_from_the_day_on(ports, world):
    new_head = await an_organisation(ports, "新总会")
    child = await an_organisation(ports, "工作站", world.organisation_id)

    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.Move(new_head, TOMORROW))

    today, tomorrow = await organisation(ports, child), await organisation(ports, child, TOMORROW)
    assert today.ancestor_ids == (world.organisation_id, world.head_office_id)
    assert tomorrow.ancestor_ids == (world.organisation_id, new_head)
    assert (await organisation(ports, new_head)).child_ids == ()
    assert (await organisation(ports, new_head, TOMORROW)).child_ids == (world.organisation_id,)
    assert (await organisation(ports, world.head_office_id, TOMORROW)).child_ids == ()
    assert await told(ports, Noun.ORGANISATIONS, child) == [ChangeKind.LINEAGE]


async def test_decisions_see_the_ancestors_of_their_day(ports, world):
    new_head = await an_organisation(ports, "新总会")
    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.Move(new_head, TOMORROW))

    async with ports.unit_of_work(world.court.tenant_id) as tx:
        sought = Sought(tenant_id=world.court.tenant_id, organisation_id=world.organisation_id)
        found = (await tx.referrals.load(sought)).organisation

    assert [found.facts(day).ancestor_ids for day in (TODAY, TOMORROW)] == [(world.head_office_id,), (new_head,)]


async def test_children_are_listed_as_they_are_on_the_day(ports, world):
    async def below(parent_id, on):
        rows = await registry.page(
            ports,
            OPERATOR,
            registry.ORGANISATIONS,
            after_id=None,
            limit=9,
            on=on,
            filters=registry.Filters(parent_id=parent_id),
        )
        return [row.id for row in rows]

    new_head = await an_organisation(ports, "新总会")
    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.Move(new_head, TOMORROW))
    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.EndRecord(LATER))

    mine = [world.organisation_id]
    assert [await below(world.head_office_id, day) for day in (None, TODAY, TOMORROW)] == [mine, mine, []]
    assert [await below(new_head, day) for day in (None, TOMORROW, LATER, LATER + timedelta(days=1))] == [
        [],
        mine,
        mine,
        [],
    ]


async def test_an_organisation_can_become_a_root(ports, world):
    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.Move(None, TODAY))

    now = await organisation(ports, world.organisation_id)
    assert (now.parent_id, now.ancestor_ids) == (None, ())


async def test_who_is_registered_below_learns_of_moves_to_come(ports, world):
    new_head = await an_organisation(ports, "新总会")
    await changed(ports, Noun.ORGANISATIONS, world.organisation_id, registry.Move(new_head, LATER))

    child = await an_organisation(ports, "工作站", world.organisation_id, validity=Validity(TODAY))

    assert (await organisation(ports, child)).ancestor_ids == (world.organisation_id, world.head_office_id)
    assert (await organisation(ports, child, LATER)).ancestor_ids == (world.organisation_id, new_head)


async def test_a_parent_must_be_there_be_valid_and_not_stand_below(ports, world):
    ended = await an_organisation(ports, "已撤销", validity=Validity(SINCE.valid_from, YESTERDAY))

    def moved(parent_id):
        return changed(ports, Noun.ORGANISATIONS, world.head_office_id, registry.Move(parent_id, TODAY))

    assert await refused(moved(uuid4())) == ("unknown_reference", "/parent_id")
    assert await refused(moved(ended)) == ("organisation_not_active", "/parent_id")
    assert await refused(moved(world.organisation_id)) == ("organisation_cycle", "/parent_id")
    assert await refused(moved(world.head_office_id)) == ("organisation_cycle", "/parent_id")
    assert await told(ports, Noun.ORGANISATIONS, world.head_office_id) == []


async def test_two_moves_at_once_cannot_make_a_circle_together(ports):
    one, other = await an_organisation(ports, "甲会"), await an_organisation(ports, "乙会")

    results = await asyncio.gather(
        changed(ports, Noun.ORGANISATIONS, one, registry.Move(other, TODAY)),
        changed(ports, Noun.ORGANISATIONS, other, registry.Move(one, TODAY)),
        return_exceptions=True,
    )

    assert [result.code for result in results if isinstance(result, Refusal)] == ["organisation_cycle"]


# Mediators and rosters --------------------------------------------------------------------------------------------


async def test_a_roster_entry_changes_by_date(ports, world):
    entry_id = await an_entry(ports, world, mediator_id=world.mediator_id, certificate_number="A1")
    for wish in (
        registry.SetStatus("suspended", TOMORROW),
        registry.Train(40, True, TOMORROW),
        registry.Certify("A2", LATER),
    ):
        await changed(ports, Noun.ROSTERS, entry_id, wish)

    entries = [await registry.one(ports, OPERATOR, registry.ROSTERS, entry_id, on=day) for day in (TODAY, LATER)]

    shown = [(e.status, e.training_hours, e.trained, e.certificate_number) for e in entries]
    assert shown == [("active", None, False, "A1"), ("suspended", 40, True, "A2")]
    lunar = changed(ports, Noun.ROSTERS, entry_id, registry.SetStatus("lunar", TODAY))
    assert await refused(lunar) == ("unknown_code", "/status")


async def an_entry(ports, world, **other):
    new = registry.NewRosterEntry(**{"court_id": world.court_id, "validity": SINCE, **other})
    return an_id(await registry.register_roster_entry(ports, an_envelope(OPERATOR), new))


async def test_a_roster_is_narrowed_to_court_organisation_mediator_and_day(ports, world):
    other = await a_world(ports)
    person = await an_entry(ports, world, mediator_id=world.mediator_id)
    body = await an_entry(ports, world, organisation_id=world.organisation_id, validity=Validity(LATER))
    elsewhere = await an_entry(ports, other, mediator_id=other.mediator_id)

    async def listed(on=None, **filters):
        rows = await registry.page(
            ports, OPERATOR, registry.ROSTERS, after_id=None, limit=9, on=on, filters=registry.Filters(**filters)
        )
        return [row.id for row in rows]

    assert await listed() == [person, body, elsewhere]
    assert await listed(court_id=world.court_id) == [person, body]
    assert await listed(organisation_id=world.organisation_id) == [person, body]
    assert await listed(mediator_id=other.mediator_id) == [elsewhere]
    assert await listed(on=TODAY, court_id=world.court_id) == [person]
    assert await listed(on=LATER, court_id=world.court_id) == [person, body]


async def test_an_entry_lists_exactly_one_that_is_there(ports, world):
    for listed, refusal in (
        ({}, ("one_listed", "/organisation_id")),
        (
            {"organisation_id": world.organisation_id, "mediator_id": world.mediator_id},
            ("one_listed", "/organisation_id"),
        ),
        ({"organisation_id": uuid4()}, ("unknown_reference", "/organisation_id")),
        ({"mediator_id": uuid4()}, ("unknown_reference", "/mediator_id")),
        ({"mediator_id": world.mediator_id, "court_id": uuid4()}, ("unknown_reference", "/court_id")),
        ({"mediator_id": world.mediator_id, "status": "lunar"}, ("unknown_code", "/status")),
    ):
        assert await refused(an_entry(ports, world, **listed)) == refusal


async def test_a_mediator_has_another_certificate_from_a_day_on(ports, world):
    await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.Certify("B2", TODAY))

    mediator = await registry.one(ports, OPERATOR, registry.MEDIATORS, world.mediator_id)

    assert mediator.certificate_number == "B2"


async def test_a_mediator_is_identified_at_once_by_a_number_that_nobody_reads(ports, world):
    await changed(ports, Noun.MEDIATORS, world.mediator_id, registry.identified("passport", "e12345678", NOW))

    mediator = await registry.one(ports, OPERATOR, registry.MEDIATORS, world.mediator_id)

    assert (mediator.id_type, mediator.has_identity) == ("passport", True)
    assert await told(ports, Noun.MEDIATORS, world.mediator_id) == [ChangeKind.IDENTIFY]
    for id_type, number in (("library_card", "1"), ("resident_id", "110105194912310021")):
        assert isinstance(registry.identified(id_type, number, NOW), Refusal)


# Channels ---------------------------------------------------------------------------------------------------------


def a_channel(world, validity, **other):
    return registry.NewChannel(
        **{
            "court_id": world.court_id,
            "organisation_id": world.organisation_id,
            "mode": "point_to_point",
            "form": "in_court",
            "strict": True,
            "validity": validity,
            **other,
        }
    )


async def test_a_channel_beside_another_of_the_same_two_is_refused_until_that_one_is_ended(ports, world):
    new = a_channel(world, Validity(TOMORROW))

    with pytest.raises(Refusal) as refusal:
        await registry.register_channel(ports, an_envelope(OPERATOR), new)
    await changed(ports, Noun.CHANNELS, world.channel_id, registry.EndRecord(TODAY))
    opened = an_id(await registry.register_channel(ports, an_envelope(OPERATOR), new))
    put_off = changed(ports, Noun.CHANNELS, world.channel_id, registry.EndRecord(TOMORROW))

    assert (refusal.value.code, refusal.value.facts) == (
        "channel_overlaps",
        {"channel_id": str(world.channel_id)},
    )
    assert (await refused(put_off))[0] == "channel_overlaps"
    await changed(ports, Noun.CHANNELS, opened, registry.EndRecord(LATER))
    elsewhere = a_channel(world, SINCE, organisation_id=world.head_office_id)
    await registry.register_channel(ports, an_envelope(OPERATOR), elsewhere)


async def test_two_channels_opened_at_once_are_one(ports, world):
    new = a_channel(world, SINCE, organisation_id=world.head_office_id)

    results = await asyncio.gather(
        *(registry.register_channel(ports, an_envelope(OPERATOR), new) for _ in range(4)), return_exceptions=True
    )

    assert [result.code for result in results if isinstance(result, Refusal)] == ["channel_overlaps"] * 3


async def test_a_channel_carries_other_things_from_a_day_on(ports, world):
    await changed(
        ports,
        Noun.CHANNELS,
        world.channel_id,
        registry.Rescope(valid_from=TOMORROW, strict=True, cause_roots=("P07",), form="mixed"),
    )
    await changed(ports, Noun.CHANNELS, world.channel_id, registry.Rescope(valid_from=LATER, cause_roots=()))

    channels = [
        await registry.one(ports, OPERATOR, registry.CHANNELS, world.channel_id, on=day)
        for day in (TODAY, TOMORROW, LATER)
    ]

    assert [(c.strict, c.form, c.cause_roots) for c in channels] == [
        (False, "online", ()),
        (True, "mixed", ("P07",)),
        (True, "mixed", ()),
    ]
    for part, pointer in (({"mode": "x"}, "/mode"), ({"form": "x"}, "/form"), ({"cause_roots": ("?",)}, None)):
        wish = registry.Rescope(valid_from=TODAY, **part)
        code = await refused(changed(ports, Noun.CHANNELS, world.channel_id, wish))
        assert code == ("unknown_code", pointer or "/cause_roots/0")


# Clients ----------------------------------------------------------------------------------------------------------


async def knock(ports, secret_text):
    return await keys.authenticate(ports, public_id_of(secret_text), hash_api_key(secret_text))


@pytest.fixture
async def client(ports, world):
    new = registry.NewClient(tenant_id=world.court_id, name="法院系统", scopes=frozenset({Scope.REFERRALS_WRITE}))
    return await registry.register_client(ports, an_envelope(OPERATOR), new)


async def test_a_disabled_client_is_not_let_in_until_it_is_enabled(ports, client):
    client_id = ClientId(an_id(client.outcome))

    for _ in range(2):
        await changed(ports, Noun.CLIENTS, client_id, registry.Disable())
    shut = await refused(knock(ports, client.secret_text))
    shown = await registry.one(ports, OPERATOR, registry.CLIENTS, client_id)
    further = await refused(registry.issue_key(ports, an_envelope(OPERATOR), client_id, None))
    await changed(ports, Noun.CLIENTS, client_id, registry.Enable())

    assert shut == ("key_unknown", None)
    assert further == ("client_disabled", None)
    assert shown.disabled_at == NOW
    assert (await knock(ports, client.secret_text)).client_id == client_id
    assert await told(ports, Noun.CLIENTS, client_id) == [ChangeKind.DISABLE, ChangeKind.DISABLE, ChangeKind.ENABLE]


async def test_scopes_and_name_of_a_client_change_at_once(ports, client):
    client_id = an_id(client.outcome)

    await changed(ports, Noun.CLIENTS, client_id, registry.SetScopes(frozenset({Scope.FEED_READ})))
    await changed(ports, Noun.CLIENTS, client_id, registry.Rename("新系统"))
    beyond = changed(ports, Noun.CLIENTS, client_id, registry.SetScopes(frozenset({Scope.REGISTRY_WRITE})))

    assert (await knock(ports, client.secret_text)).scopes == {Scope.FEED_READ}
    assert (await registry.one(ports, OPERATOR, registry.CLIENTS, client_id)).name == "新系统"
    assert await refused(beyond) == ("scope_not_grantable", "/scopes")


async def test_commands_act_as_the_operators_first_client(ports):
    missing = await refused(registry.operator(ports))
    client, _ = await registry.bootstrap(ports, "operator")

    principal = await registry.operator(ports)

    assert missing == ("operator_missing", None)
    assert (principal.client_id, principal.kind) == (client.id, TenantKind.OPERATOR)
    assert Scope.REGISTRY_WRITE in principal.scopes
