"""Openings by the three kinds of tenant: what each may open, what comes with it, what is warned about."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from app.adapters.reference_data import load_cause_versions, load_court_codes
from app.domain import commands as c
from app.domain.access import SCOPES_OF, TenantKind
from app.domain.dossier import Particulars, ParticularsChange, RepresentativeDetails
from app.domain.hints import Hints
from app.domain.lifecycle.states import Kind, SignerRole, Track
from app.domain.places import by_court_code
from app.services import dossier_reads, referral_reads, referrals, series, verification
from tests.factories import (
    FILED,
    TODAY,
    a_principal,
    a_wish,
    an_application,
    an_envelope,
    an_intake,
    applied,
    entrusted,
    moved,
    opened,
    the_referral,
    transferred,
)
from tests.services.refusals import refused


async def test_each_tenant_opens_its_own_kind(ports, world):
    of_court = await the_referral(ports, await opened(ports, world))
    filed = await the_referral(ports, await entrusted(ports, world))
    direct = await the_referral(ports, await applied(ports, world))
    handed_over = await the_referral(ports, await transferred(ports, world))

    assert [x.kind for x in (of_court, filed, direct, handed_over)] == [
        Kind.PRE_FILING,
        Kind.POST_FILING,
        Kind.DIRECT,
        Kind.TRANSFERRED,
    ]
    assert [x.court_id for x in (of_court, filed, direct, handed_over)] == [world.court_id, world.court_id, None, None]
    assert (direct.holder_id, direct.holder_ancestor_ids) == (world.organisation_id, (world.head_office_id,))
    assert handed_over.referring_body_id == world.referring_body_id
    assert (filed.track, direct.track) == (Track.POST_FILING_FIRST, Track.DIRECT)
    assert (await verification.verify(ports)).clean


async def test_what_each_opened_is_seen_by_its_own_people_alone(ports, world):
    """A direct referral and a transfer concern no court; a referring body sees nobody else's."""
    direct, handed_over = await applied(ports, world), await transferred(ports, world)

    for principal, visible in (
        (world.centre, {direct, handed_over}),
        (world.head_office, {direct, handed_over}),
        (world.referring_body, {handed_over}),
        (world.court, set()),
    ):
        page = await referral_reads.page(ports, principal, after_id=None, limit=10)
        assert {record.referral.id for record in page} == visible
        for referral_id in {direct, handed_over} - visible:
            assert (await refused(referral_reads.get(ports, principal, referral_id))).code == "not_found"


@pytest.mark.parametrize(
    ("who", "kind", "kinds"),
    [
        ("court", Kind.DIRECT, ["pre_filing", "post_filing", "assisted"]),
        ("court", Kind.TRANSFERRED, ["pre_filing", "post_filing", "assisted"]),
        ("centre", Kind.PRE_FILING, ["direct"]),
        ("referring_body", Kind.POST_FILING, ["transferred"]),
    ],
)
async def test_a_kind_of_another_tenant_is_refused_with_the_kinds_that_are_the_callers(ports, world, who, kind, kinds):
    envelope = an_envelope(getattr(world, who))

    refusal = await refused(referrals.open_referral(ports, envelope, an_intake(world, kind=kind)))

    assert (refusal.code, refusal.facts, refusal.pointer) == ("not_your_role", {"kinds": kinds}, "/kind")


async def test_an_operator_opens_nothing(ports, world):
    envelope = an_envelope(replace(world.operator, scopes=SCOPES_OF[TenantKind.COURT]))

    refusal = await refused(referrals.open_referral(ports, envelope, an_intake(world)))

    assert refusal.facts == {"allowed": ["court", "organisation", "referring_body"]}


@pytest.mark.parametrize("kind", [TenantKind.COURT, TenantKind.ORGANISATION, TenantKind.REFERRING_BODY])
async def test_a_tenant_that_is_not_registered_opens_nothing(ports, world, kind):
    intake = replace(an_application(world), organisation_id=world.organisation_id)

    refusal = await refused(referrals.open_referral(ports, an_envelope(a_principal(kind)), intake))

    assert (refusal.code, refusal.pointer) == ("not_your_role", None)


async def test_a_referring_body_that_is_not_active_yet_hands_nothing_over(ports, world):
    early = an_intake(world, occurred_on=date(2011, 1, 4))

    refusal = await refused(referrals.open_referral(ports, an_envelope(world.referring_body), early))

    assert refusal.code == "referring_body_not_active"


async def test_an_organisation_takes_an_application_for_itself_whoever_it_names(ports, world):
    """The body of the request cannot make somebody else the holder."""
    intake = replace(an_application(world), organisation_id=world.head_office_id)

    outcome = await referrals.open_referral(ports, an_envelope(world.centre), intake)

    assert (await the_referral(ports, outcome.answer.body["id"])).holder_id == world.organisation_id


async def test_people_and_claims_that_come_with_a_referral_are_in_its_dossier(ports, world):
    lawyer = referrals.NewRepresentative("lawyer", "special", RepresentativeDetails("王律师", phone="13700137000"))
    claim = referrals.NewClaim("payment", Decimal("100.50"), "返还货款")
    first, second = an_intake(world).parties
    parties = (replace(first, representatives=(lawyer,), claims=(claim,)), second)
    particulars = Particulars(claim_amount=Decimal("100.50"), clerk="赵书记", facts_and_reasons="欠款未还")

    referral_id = await opened(ports, world, parties=parties, particulars=particulars)

    view = await dossier_reads.lists(ports, world.court, referral_id, dossier_reads.LISTS, reveal=True)
    kept = await dossier_reads.particulars(ports, world.court, referral_id, reveal=True)
    applicant = (await the_referral(ports, referral_id)).parties[0]
    (representative,), (asked,) = view.dossier.representatives, view.dossier.claims
    assert (representative.party_id, representative.details, representative.from_on) == (
        applicant.id,
        lawyer.details,
        TODAY,
    )
    assert (asked.party_id, asked.amount, asked.text, asked.outcome) == (
        applicant.id,
        Decimal("100.50"),
        "返还货款",
        "open",
    )
    assert [number.kind for number in view.dossier.case_numbers] == ["court"]
    assert (kept.particulars.clerk, kept.particulars.facts_and_reasons) == ("赵书记", "欠款未还")


async def test_a_referral_may_be_opened_into_a_visible_series(ports, world):
    made = await series.open_series(ports, an_envelope(world.court), series.NewSeries("same_cause"))
    series_id = made.answer.body["id"]

    referral_id = await opened(ports, world, series_id=series_id)
    unknown = an_intake(world, series_id=uuid4())
    refusal = await refused(referrals.open_referral(ports, an_envelope(world.court), unknown))

    assert str((await the_referral(ports, referral_id)).series_id) == series_id
    assert (refusal.code, refusal.pointer) == ("unknown_reference", "/series_id")


# Warnings ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def hinting(ports):
    """Ports that know lists of causes and codes of courts."""
    hints = Hints(load_cause_versions(), by_court_code(load_court_codes()))
    return replace(ports, hints=lambda: hints)


def numbered(*texts):
    return tuple(referrals.NewCaseNumber(kind, text, text) for kind, text in texts)


async def test_a_cause_by_the_list_of_another_day_is_warned_about(hinting, world):
    """The list of 2026 says of a matter of 2025 what it did not say then."""
    filed = Particulars(filed_on=date(2026, 1, 5), procedure_type="summary")
    now_2025 = await referrals.open_referral(hinting, an_envelope(world.court), an_intake(world, case_numbers=()))
    unstated = an_intake(world, case_numbers=(), cause_code=None)
    without = await referrals.open_referral(hinting, an_envelope(world.court), unstated)
    put_right = a_wish(c.Amend(particulars=ParticularsChange(filed_on=filed.filed_on)), occurred_on=TODAY)

    assert now_2025.answer.body["warnings"] == ["cause_version_mismatch"]
    assert without.answer.body["warnings"] == ["possible_duplicate"]
    assert put_right.with_dossier


async def test_putting_the_day_of_filing_right_looks_at_the_list_again(hinting, world):
    referral_id = await entrusted(hinting, world, case_numbers=())
    change = c.Amend(particulars=ParticularsChange(filed_on=TODAY - timedelta(days=5)))
    other = c.Amend(particulars=ParticularsChange(priority="urgent"))

    dated = await moved(hinting, world.court, referral_id, a_wish(change))
    undated = await moved(hinting, world.court, referral_id, a_wish(other))

    assert dated.answer.body["warnings"] == ["cause_version_mismatch"]
    assert undated.answer.body["warnings"] == []


@pytest.mark.parametrize(
    ("number", "warned"),
    [
        (("court", "（2025）京0108民诉前调1号"), False),
        (("court", "（2025）京0999民诉前调1号"), True),
        (("court", "（0000）京0999民诉前调1号"), True),
        (("court", "无法辨认"), False),
        (("partner", "（2025）京0999民诉前调1号"), False),
    ],
)
async def test_a_court_code_that_nobody_recorded_is_warned_about(hinting, world, number, warned):
    intake = an_intake(world, case_numbers=numbered(number), cause_code=None)

    outcome = await referrals.open_referral(hinting, an_envelope(world.court), intake)

    assert ("court_code_unknown" in outcome.answer.body["warnings"]) is warned


async def test_a_number_that_is_added_later_is_looked_at_too(hinting, world):
    referral_id = await opened(hinting, world, case_numbers=())
    text = "（2025）京0999民初2号"
    strange = c.AddCaseNumber(kind="court", original=text, normalised=text)

    outcome = await moved(hinting, world.court, referral_id, a_wish(strange))

    assert outcome.answer.body["warnings"] == ["court_code_unknown"]
    assert outcome.answer.body["case_number_id"]


async def test_a_dossier_command_that_does_not_ask_for_the_dossier_is_a_fault_of_the_program(ports, world):
    """Its guards would find an empty dossier and let everything pass."""
    referral_id = await opened(ports, world)
    number = c.AddCaseNumber(kind="court", original="1", normalised="1")
    by_agent = c.Sign(role=SignerRole.PARTY, party_id=None, means="seal", representative_id=uuid4())

    for command in (number, by_agent):
        with pytest.raises(TypeError):
            await moved(ports, world.court, referral_id, a_wish(command, with_dossier=False))


async def test_particulars_of_a_filed_case_are_kept(ports, world):
    referral = await the_referral(ports, await entrusted(ports, world))

    assert (referral.particulars.filed_on, referral.particulars.procedure_type) == (
        FILED.filed_on,
        FILED.procedure_type,
    )
