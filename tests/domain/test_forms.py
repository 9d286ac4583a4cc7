"""Forms: each says what the record says, asks for what it needs, and the report tells nothing of the negotiation."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.dossier import Material, ServiceAddress
from app.domain.errors import Refusal
from app.domain.forms import Form, FormRecord, filled, label_of
from app.domain.parts import PartyDetails, Term
from app.domain.sheets import Heading, plain_text
from tests.domain import courses as k
from tests.domain.stands import WAYS

TODAY = date(2026, 9, 1)
NAMES = ("张三", "某某公司", "王五")
TERMS = (
    Term(UUID(int=1), k.RESPONDENT, Decimal("8000.00"), date(2026, 10, 1), "支付货款"),
    Term(UUID(int=2), None, None, None, "互不追究"),
    Term(UUID(int=3), None, None, None),
)


def record(way: str = "pre_2022", how: str = "effective", **more: object) -> FormRecord:
    course = getattr(WAYS[way].course(), how)()
    details = [PartyDetails(name, "resident_id", f"NO{n}", "139", "某路") for n, name in enumerate(NAMES)]
    plain = FormRecord(
        referral=course.at,
        number="ST2026-0000001",
        parties=tuple(zip(course.at.parties, details, strict=False)),
        terms=TERMS,
        materials=(
            Material(UUID(int=5), "evidence", "court", "received", received_on=TODAY, title="合同"),
            Material(UUID(int=6), "evidence", "court", "requested", title="收据"),
        ),
        addresses=(ServiceAddress(UUID(int=7), k.APPLICANT, "electronic", TODAY, "secret address"),),
        court="甲市人民法院",
        organisation="甲市商会调解中心",
        mediator="赵调解",
        cause="买卖合同纠纷",
        today=TODAY,
    )
    return replace(plain, **more)


def text_of(form: Form, of: FormRecord) -> str:
    return plain_text(filled(form, of))


@pytest.mark.parametrize("form", Form)
def test_every_form_names_number_and_parties(form: Form) -> None:
    said = text_of(form, record())

    assert "ST2026-0000001" in said
    if form is not Form.MATERIALS_RECEIPT:
        assert "张三" in said
        assert "某某公司" in said


@pytest.mark.parametrize(
    ("form", "lacking", "missing"),
    [
        (
            Form.REFERRAL_LETTER,
            {"court": None, "organisation": None, "cause": None},
            ["court", "organisation", "cause"],
        ),
        (Form.MATERIALS_RECEIPT, {"materials": ()}, ["received_materials"]),
        (Form.RIGHTS_NOTICE, {"organisation": None}, ["organisation"]),
        (Form.AGREEMENT, {"terms": (), "mediator": None}, ["agreement_terms", "mediator"]),
        (Form.CONFIRMATION_APPLICATION, {"court": None}, ["court"]),
    ],
)
def test_a_form_is_refused_with_all_that_is_missing(form: Form, lacking: dict[str, object], missing: list[str]) -> None:
    with pytest.raises(Refusal) as caught:
        filled(form, record(**lacking))

    assert (caught.value.code, caught.value.facts) == ("form_not_ready", {"missing": missing})


def test_an_application_needs_an_effective_agreement_and_numbers_and_a_report_an_end() -> None:
    drafted, failed, going_on = record(how="drafted"), record(how="failed"), record(how="mediating")
    bare = replace(drafted, parties=tuple((party, PartyDetails("x")) for party, _ in drafted.parties))

    for form, of, missing in (
        (Form.CONFIRMATION_APPLICATION, drafted, ["effective_agreement"]),
        (Form.CONFIRMATION_APPLICATION, failed, ["effective_agreement"]),
        (Form.CONFIRMATION_APPLICATION, bare, ["effective_agreement", "identity_numbers"]),
        (Form.END_REPORT, going_on, ["outcome"]),
    ):
        with pytest.raises(Refusal) as caught:
            filled(form, of)
        assert caught.value.facts == {"missing": missing}


def test_the_letter_is_that_of_its_kind() -> None:
    before, after = filled(Form.REFERRAL_LETTER, record()), filled(Form.REFERRAL_LETTER, record("in_trial", "accepted"))

    assert (before.title, after.title) == ("委派调解函", "委托调解函")
    assert "立案前委派" in plain_text(before)
    assert "立案后委托" in plain_text(after)


def test_a_receipt_lists_what_was_received_and_nothing_else() -> None:
    said = text_of(Form.MATERIALS_RECEIPT, record())

    assert "合同" in said
    assert "收据" not in said
    assert "2026年9月1日" in said


def test_an_agreement_has_its_terms_with_payer_amount_and_day() -> None:
    said = text_of(Form.AGREEMENT, record())

    assert "1．支付货款 履行人：某某公司；金额：8000.00元；期限：2026年10月1日。" in said
    assert "2．互不追究。" in said
    assert "调解员（签名）：赵调解" in said


def test_the_notice_tells_of_rights_and_of_sham_mediation() -> None:
    sheet = filled(Form.RIGHTS_NOTICE, record())

    assert [block.text for block in sheet.blocks if isinstance(block, Heading)] == [
        "一、权利",
        "二、义务及虚假调解的后果",
    ]
    assert "虚假调解" in plain_text(sheet)


@pytest.mark.parametrize("how", ["failed", "effective"])
def test_a_report_says_how_it_ended_and_nothing_of_what_was_said(how: str) -> None:
    """Neither terms nor amounts nor addresses nor titles stand in it, whether mediation failed or not."""
    of = record(how=how, mediator=None)

    said = text_of(Form.END_REPORT, of)

    assert label_of("outcome", of.referral.outcome) in said
    assert label_of("end_reason", of.referral.end_reason) in said
    for secret in ("支付货款", "8000", "互不追究", "secret address", "合同 ", "收据", "NO0", "139"):
        assert secret not in said


def test_a_report_counts_the_sessions_that_were_held() -> None:
    course = WAYS["pre_2022"].course().mediating()
    course.do(c.ScheduleSession(scheduled_on=course.today, mode="online", agreed_by=k.BOTH))
    course.do(c.HoldSession(session_id=course.at.sessions[-1].id))
    course.do(c.End(reason=k.EndReason.DIFFERENCES_TOO_LARGE))

    said = text_of(Form.END_REPORT, record(referral=course.at))

    assert "调解次数 1" in said


def test_a_code_that_is_none_has_no_label() -> None:
    assert label_of("outcome", None) == ""
