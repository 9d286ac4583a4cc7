"""Texts for people follow Accept-Language; the answer says which language it is in, and that it depends on it."""

import pytest

from tests.api.callers import done

pytestmark = pytest.mark.walk

LANGUAGES = [("zh", "zh-CN"), ("en-GB, zh;q=0.5", "en"), ("", "zh-CN"), ("fr", "zh-CN")]


@pytest.mark.parametrize(("asked", "told"), LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        "/v1/lifecycle",
        "/v1/event-types",
        "/v1/code-lists/outcome",
        "/v1/code-lists/cause",
        "/v1/referrals/{referral_id}",
        "/v1/referrals/{referral_id}/procedures",
        "/v1/referrals/none",
        "/v1/nowhere",
    ],
)
async def test_every_labelled_answer_says_its_language(api, path, asked, told):
    referral_id = (await api.delegated())["id"] if "{" in path else ""

    reply = await api.as_court().send("GET", path.format(referral_id=referral_id), headers={"Accept-Language": asked})

    assert reply.headers["content-language"] == told
    assert reply.headers["vary"] == "Accept-Language"


async def test_labels_and_reasons_are_in_the_language_that_was_asked_for(api):
    referral_id = (await api.delegated())["id"]

    async def read(path, language):
        return await done(api.as_centre().send("GET", path, headers={"Accept-Language": language}))

    for language, label, reason in (("zh", "不接受", "当前状态"), ("en", "Decline", "present state")):
        rows = (await read("/v1/lifecycle", language))["rows"]
        codes = (await read("/v1/code-lists/outcome", language))["codes"]
        events = (await read("/v1/event-types", language))["items"]
        blocked = (await read(f"/v1/referrals/{referral_id}", language))["blocked_actions"]
        assert label in {row["labels"]["action"] for row in rows}
        assert all(code["label"] == code[language] for code in codes)
        assert all(event["label"] == event[language] for event in events)
        assert any(reason in row["detail"] for row in blocked)
