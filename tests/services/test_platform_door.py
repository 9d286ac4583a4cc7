"""The door for messages of platforms, where the adapter itself can not look."""

from app.domain.court_platform import Unavailable
from app.services.platform_inbox import receive
from tests.services.platforms import a_platform, in_front_of, inbox_of
from tests.services.refusals import refused


class Unequipped:
    """An adapter whose signature needs what is not installed."""

    def verify(self, _raw, _headers, _now):
        raise Unavailable("sm2_missing")


async def test_a_signature_that_can_not_be_checked_here_is_no_forgery_and_nothing_is_kept(ports, world):
    code = await a_platform(ports, world)

    refusal = await refused(receive(ports, in_front_of(Unequipped()), code, b"{}", {}))

    assert refusal.code == "platform_signature_unavailable"
    assert await inbox_of(ports, world, code) == ()
