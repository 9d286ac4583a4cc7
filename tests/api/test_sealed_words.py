"""Why an organisation declined and what a court advised: kept sealed, shown to those concerned, told nowhere else."""

from sqlalchemy import text

from tests.api.callers import done, party

WHY = "申请人王小明与本会调解员系亲属，不宜由本会调解。"
ADVICE = "李小红女士可携身份证到立案庭另行起诉。"
EVERY_TABLE = """
SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""


async def tables_holding(engine, words):
    """Names of the tables that have the words in the clear in any row, as text or as bytes."""
    async with engine.connect() as connection:
        names = (await connection.scalars(text(EVERY_TABLE))).all()
        assert {"events", "idempotency_keys", "assignments", "referrals"} <= set(names)
        found = []
        for name in set(names) - {"alembic_version"}:
            where = "strpos(x::text, :words) > 0 OR strpos(x::text, :hexed) > 0"
            query = text(f"SELECT count(*) FROM {name} AS x WHERE {where}")
            if await connection.scalar(query, {"words": words, "hexed": words.encode().hex()}):
                found.append(name)
        return found


async def reads(engine, referral_id):
    """What of the referral was read on record."""
    query = text("SELECT what FROM access_audit WHERE referral_id = :id ORDER BY recorded_at")
    async with engine.connect() as connection:
        return (await connection.scalars(query, {"id": referral_id})).all()


async def sealed(engine, column, condition, referral_id):
    """The one sealed value under the referral."""
    query = text(f"SELECT {column} FROM {condition} AND {column} IS NOT NULL")
    async with engine.connect() as connection:
        return (await connection.scalars(query, {"id": referral_id})).one()


async def consulted(api):
    parties = [party("applicant", consents=[]), party("respondent", consents=[])]
    body = {"action": "consult", "parties": parties, "cause": {"code": "88"}}
    return (await done(api.as_court().write("/v1/referrals", body), 201))["id"]


async def test_why_an_organisation_declined_is_shown_to_the_court_and_kept_sealed(api):
    referral_id = (await api.delegated())["id"]
    path = f"/v1/referrals/{referral_id}"

    receipt = await api.as_centre().act(referral_id, "decline", reason="outside_charter", explanation=WHY)

    turns = (await done(api.as_court().get(f"{path}/assignments")))["items"]
    others = [receipt] + [await api.as_court().get(at) for at in (path, f"{path}/history", "/v1/referrals")]
    assert [(turn["reason"], turn["explanation"]) for turn in turns] == [("outside_charter", WHY)]
    assert [WHY in reply.text for reply in others] == [False] * 4
    assert len(await sealed(api.engine, "explanation_sealed", "assignments WHERE referral_id = :id", referral_id)) > 16
    assert await tables_holding(api.engine, WHY) == []
    assert await reads(api.engine, referral_id) == ["explanations"]


async def test_an_explanation_outlives_the_turns_that_follow(api):
    referral_id = (await api.delegated())["id"]
    await done(api.as_centre().act(referral_id, "decline", reason="outside_charter", explanation=WHY))

    await done(api.as_court().act(referral_id, "reassign", organisation_id=api.world.other_centre_id))
    await done(api.as_other_centre().act(referral_id, "accept"))

    for caller in (api.as_court(), api.as_other_centre()):
        turns = (await done(caller.get(f"/v1/referrals/{referral_id}/assignments")))["items"]
        assert [turn["explanation"] for turn in turns] == [WHY, None]
    assert (await api.as_centre().get(f"/v1/referrals/{referral_id}/assignments")).status_code == 404


async def test_the_advice_on_a_returned_application_is_shown_to_the_court_and_kept_sealed(api):
    referral_id = await consulted(api)
    path = f"/v1/referrals/{referral_id}"
    before = await done(api.as_court().get(path))

    receipt = await api.as_court().act(referral_id, "return", reason="not_suited_online", advice=ADVICE)

    after = await done(api.as_court().get(path))
    others = [receipt] + [await api.as_court().get(at) for at in (f"{path}/history", "/v1/referrals")]
    assert (before["return_advice"], after["return_advice"]) == (None, ADVICE)
    assert [ADVICE in reply.text for reply in others] == [False] * 3
    assert len(await sealed(api.engine, "advice_sealed", "referrals WHERE id = :id", referral_id)) > 16
    assert await tables_holding(api.engine, ADVICE) == []
    assert await reads(api.engine, referral_id) == ["advice"]


async def test_where_nothing_was_said_nothing_is_read(api):
    referral_id = (await api.delegated())["id"]

    await done(api.as_court().get(f"/v1/referrals/{referral_id}"))
    await done(api.as_court().get(f"/v1/referrals/{referral_id}/assignments"))

    assert await reads(api.engine, referral_id) == []
