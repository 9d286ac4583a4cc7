"""What a full payload adds: the referral as its reader's lists show it, and nothing once the reader sees it no more."""

import json

from app.adapters.ids import new_id
from app.domain.access import TenantId
from app.jobs.deliveries import referee_of
from tests.factories import opened


async def test_a_reader_is_shown_its_referral_without_people(ports, world):
    referral_id = await opened(ports, world)
    shown = referee_of(ports)

    seen = await shown(world.court.tenant_id, referral_id)
    stranger = await shown(TenantId(new_id()), referral_id)

    assert seen is not None
    assert (seen["id"], seen["version"], seen["state"]) == (str(referral_id), 1, "awaiting_acceptance")
    assert not {"parties", "return_advice", "case_numbers"} & set(seen)
    assert "王" not in json.dumps(seen, ensure_ascii=False)
    assert stranger is None
