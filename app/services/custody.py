"""Reading the custody chain of one visible referral; it names organisations and no people."""

from app.domain.access import Principal
from app.domain.custody import Chain, chain_of
from app.domain.ports import Ports
from app.domain.referral import ReferralId
from app.services import referral_reads


async def chain(ports: Ports, principal: Principal, referral_id: ReferralId) -> tuple[Chain, int]:
    """The chain as it stands today, and the version of the referral; refuses as `referral_reads.get`."""
    sight = await referral_reads.get(ports, principal, referral_id)
    return chain_of(sight.referral, sight.today, ports.book().calendar), sight.referral.version
