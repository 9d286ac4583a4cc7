"""What follows an agreement, through the use cases: texts and signatures of before stay, those of now are read."""

from datetime import timedelta

from app.domain import commands as c
from app.domain.lifecycle.states import Machine
from app.services import referral_reads
from tests.factories import TODAY, a_wish, moved, the_referral, with_effective_agreement


async def test_an_amended_agreement_is_read_with_its_own_terms_and_signatures(ports, world):
    referral_id = await with_effective_agreement(ports, world)
    before = await the_referral(ports, referral_id)
    everybody = tuple(party.id for party in before.agreeing_parties)
    due_on = TODAY + timedelta(days=90)
    promises = tuple(c.NewTerm(everybody[1], None, due_on, text) for text in ("甲", "乙"))
    wish = a_wish(c.AmendAgreement(terms=promises, agreed_by=everybody, means="electronic"))

    await moved(ports, world.centre, referral_id, wish)

    after = await the_referral(ports, referral_id)
    assert (after.agreement.draft_number, [term.due_on for term in after.agreement.terms]) == (2, [due_on] * 2)
    assert {x.id for x in after.signatures}.isdisjoint({x.id for x in before.signatures})
    assert len(after.signatures) == len(before.signatures)
    shown = await referral_reads.agreement(ports, world.centre, referral_id)
    assert [term.text for term in shown.terms] == ["甲", "乙"]
    await moved(ports, world.centre, referral_id, a_wish(c.ApplyForConfirmation(applicant_ids=everybody)))
    applied = (await the_referral(ports, referral_id)).procedures_of(Machine.JUDICIAL_CONFIRMATION)[-1]
    assert applied.draft_number == 2
