"""The catalogue of events says what the feed really brings: every event fits the schema that is served for its type."""

from jsonschema import Draft202012Validator, FormatChecker

from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.states import EventType
from tests.api.callers import done


async def test_every_event_fits_the_schema_that_is_served_for_its_type(api):
    referral_id = (await api.delegated())["id"]
    await done(api.as_centre().act(referral_id, "accept"))
    await done(api.as_centre().act(referral_id, "assign_mediator", mediator_id=api.world.mediator_id))
    await api.place()

    served = {item["type"]: item for item in (await done(api.as_court().get("/v1/event-types")))["items"]}
    events = (await done(api.as_court().get("/v1/events", limit=500, wait=5)))["items"]

    assert {event["type"] for event in events} >= {"referral.delegated", "referral.accepted", "mediator.assigned"}
    for event in events:
        schema = served[event["type"]]["event_schema"]
        assert list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(event)) == []


async def test_a_last_day_that_is_near_is_told_in_the_feed_and_raises_no_version(api):
    """T03 of Monday 2026-03-02 ends on 03-05; one working day before, it is called approaching."""
    referral_id = (await api.delegated())["id"]
    await done(
        api.as_operator().write("/v1/development/legal-clock", {"today": "2026-03-04"}, method="PUT"),
    )
    await api.place()

    for caller in (api.as_court(), api.as_centre()):
        items = (await done(caller.get("/v1/events", limit=500)))["items"]
        told = [item for item in items if item["type"] == "deadline.approaching" and item["referral_id"] == referral_id]
        assert [(item["data"]["rule"], item["data"]["days_left"], item["actor_role"]) for item in told] == [
            ("T03", 1, "clock")
        ]
        assert told[0]["referral_version"] == 1
    served = {item["type"]: item for item in (await done(api.as_court().get("/v1/event-types")))["items"]}
    schema = served["deadline.approaching"]["event_schema"]
    assert list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(told[0])) == []
    shown = (await done(api.as_court().get(f"/v1/referrals/{referral_id}/deadlines")))["items"]
    assert [item["id"] for item in shown if item["rule"] == "T03"] == [told[0]["data"]["deadline_id"]]


async def test_the_schema_tells_events_apart(api):
    """An event of one type is none of another, and facts of the wrong form are none."""
    await api.delegated()
    await api.place()
    served = {
        item["type"]: item["event_schema"] for item in (await done(api.as_court().get("/v1/event-types")))["items"]
    }
    event = (await done(api.as_court().get("/v1/events", limit=1)))["items"][0]

    wrong = {**event, "data": {**event["data"], "facts": {"organisation_id": 5}}}

    assert Draft202012Validator(served["referral.delegated"]).is_valid(event)
    assert not Draft202012Validator(served["referral.accepted"]).is_valid(event)
    assert not Draft202012Validator(served["referral.delegated"]).is_valid(wrong)


async def test_the_catalogue_says_when_each_type_is_emitted(api):
    items = (await done(api.as_court().get("/v1/event-types")))["items"]

    assert [item["type"] for item in items] == [each.value for each in EventType]
    assert [
        (item["type"], row["action"], row["before"], row["after"]) for item in items for row in item["emitted"]
    ] == [
        (event.value, row.action.value, row.before, row.after)
        for event in EventType
        for row in ROWS
        if row.event is event
    ]
    assert all(item["zh"] and item["en"] for item in items)
    others = {item["type"]: item["subject"] for item in items if item["subject"] != "referral"}
    assert others == {"deadline.approaching": "deadline", "delivery.parked": "endpoint"}
