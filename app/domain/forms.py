"""Six forms of the procedure, filled in from the record: what each says, and what it needs to say it.

Texts are tables of paragraphs. The report of a mediation says how it ended and nothing of what was said in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.codes import CODE_LISTS
from app.domain.dossier import Material, ServiceAddress
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Kind
from app.domain.parts import Party, PartyDetails, Term
from app.domain.referral import Referral
from app.domain.sheets import Block, Grid, Heading, Line, Sheet


class Form(StrEnum):
    """The forms; their values stand in addresses."""

    REFERRAL_LETTER = "referral_letter"
    MATERIALS_RECEIPT = "materials_receipt"
    RIGHTS_NOTICE = "rights_notice"
    AGREEMENT = "agreement"
    CONFIRMATION_APPLICATION = "confirmation_application"
    END_REPORT = "end_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRecord:
    """What forms are filled in from; personal texts in the clear.

    Attributes:
        terms: Terms of the agreement with their texts.
        court: Name of the court, where one referred; likewise the holder and the lead mediator.
        named: Name of the organisation that the court named, which its letter is to; others name the holder, who
            mediates and seals. None: the holder.
        cause: Name of the cause of action.
        today: Legal date that stands on the form.
    """

    referral: Referral
    number: str
    parties: tuple[tuple[Party, PartyDetails], ...]
    terms: tuple[Term, ...]
    materials: tuple[Material, ...]
    addresses: tuple[ServiceAddress, ...]
    court: str | None
    organisation: str | None
    mediator: str | None
    cause: str | None
    today: date
    named: str | None = None


def label_of(name: str, code: str | None) -> str:
    """The Chinese label of a code; nothing for none."""
    return next((row.zh for row in CODE_LISTS[name] if row.code == code), "")


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def _standing(record: FormRecord) -> tuple[tuple[Party, PartyDetails], ...]:
    """The parties without those in whose place others stand."""
    return tuple((party, details) for party, details in record.parties if party.succeeded_on is None)


def _names(record: FormRecord, role: str) -> str:
    return "、".join(details.name for party, details in _standing(record) if party.role == role)


def _people(record: FormRecord) -> Grid:
    rows = tuple(
        (
            label_of("party_role", party.role),
            details.name,
            details.id_number or "",
            details.address or "",
            details.phone or "",
        )
        for party, details in _standing(record)
    )
    return Grid(("身份", "姓名或者名称", "证件号码", "地址", "电话"), rows)


def _signed(*lines: str | None) -> Iterable[Block]:
    return (Line(line) for line in lines if line)


def _letter(record: FormRecord) -> Iterable[Block]:
    before = record.referral.kind is Kind.PRE_FILING
    how, rule = ("委派", "立案前") if before else ("委托", "立案后")
    yield Line(f"{record.named or record.organisation}：")
    yield Line(
        f"{_names(record, 'applicant')}与{_names(record, 'respondent')}{record.cause}一案，"
        f"现依照《最高人民法院关于人民法院特邀调解的规定》，{rule}{how}你组织调解。"
    )
    yield _people(record)
    yield Line("请在收到本函后及时确认是否接受，并在规定期限内完成调解、报送结果。")
    yield from _signed(f"编号：{record.number}", record.court, _day(record.today))


def _receipt(record: FormRecord) -> Iterable[Block]:
    received = tuple(each for each in record.materials if each.received_on is not None)
    yield Line(f"{record.organisation}收到编号{record.number}纠纷的下列材料：")
    yield Grid(
        ("序号", "类别", "名称", "签收日期"),
        tuple(
            (str(n), label_of("material_kind", each.kind), each.title or "", _day(each.received_on))
            for n, each in enumerate(received, start=1)
        ),
    )
    yield from _signed("签收人：", record.organisation, _day(record.today))


RIGHTS: Final = (
    "当事人有权选择或者接受调解员，有权申请有利害关系的调解员回避。",
    "当事人有权接受、拒绝或者要求终止调解，有权自主表达意愿、自愿达成调解协议。",
    "除当事人同意公开外，调解不公开进行；参加调解的人员对调解过程和协议内容保密。",
    "当事人为达成协议作出的妥协而认可的事实、发表的意见，未经同意不得在后续诉讼中作为对其不利的根据。",
    "经调解达成协议的，当事人可以自协议生效之日起三十日内共同申请司法确认。",
)
DUTIES: Final = (
    "当事人应当如实陈述纠纷事实，遵守调解秩序，尊重调解员和对方当事人，自觉履行调解协议。",
    "当事人应当确认送达地址；地址变更的，应当及时告知。",
    "恶意串通、以捏造的事实进行虚假调解的，依法承担罚款、拘留直至刑事责任。",
)
"""Legal source: IMR 2, 12, 14, 15, 18, 22; OMR 18, 23; PML 23, 24; CPL 205."""


def _rights(record: FormRecord) -> Iterable[Block]:
    yield Line(f"{'、'.join(details.name for _, details in _standing(record))}：")
    yield Line(f"你们的{record.cause}纠纷（编号{record.number}）由{record.organisation}调解，现告知如下。")
    for heading, texts in (("一、权利", RIGHTS), ("二、义务及虚假调解的后果", DUTIES)):
        yield Heading(heading)
        yield from (Line(f"{n}．{text}") for n, text in enumerate(texts, start=1))
    yield Line("以上内容我已阅读并理解。")
    yield from _signed(*(f"{details.name}（签名）：" for _, details in _standing(record)), _day(record.today))


def _agreement(record: FormRecord) -> Iterable[Block]:
    yield _people(record)
    yield Line(f"当事人因{record.cause}发生纠纷（编号{record.number}），经{record.organisation}调解，自愿达成协议：")
    names = {party.id: details.name for party, details in record.parties}
    for n, term in enumerate(record.terms, start=1):
        payer = "" if term.payer_party_id is None else f"履行人：{names[term.payer_party_id]}；"
        amount = "" if term.amount is None else f"金额：{term.amount:.2f}元；"
        due = "" if term.due_on is None else f"期限：{_day(term.due_on)}；"
        account = "" if term.account is None else f"账户或方式：{term.account}；"
        yield Line(f"{n}．{term.text or ''} {payer}{amount}{due}{account}".rstrip("； ") + "。")
    yield Line("本协议由当事人、调解员签名并加盖调解组织印章；自依法生效之日起对当事人具有约束力。")
    signers = [details.name for party, details in record.parties if party.must_agree]
    mediator = None if record.mediator is None else f"调解员（签名）：{record.mediator}"
    yield from _signed(*(f"{name}（签名或者盖章）：" for name in signers), mediator, record.organisation)


def _application(record: FormRecord) -> Iterable[Block]:
    agreement = record.referral.agreement
    yield _people(record)
    yield Heading("请求事项")
    effective = "" if agreement is None else _day(agreement.effective_on)
    yield Line(f"请求确认申请人于{effective}生效的调解协议有效。")
    yield Heading("事实和理由")
    yield Line(
        f"申请人因{record.cause}发生纠纷，经{record.organisation}主持调解，自愿达成调解协议（编号{record.number}）。"
        "申请人出于自愿提出申请，没有恶意串通、规避法律或者损害国家利益、社会公共利益、他人合法权益的情形。"
    )
    signers = [details.name for party, details in record.parties if party.must_agree]
    yield from _signed(f"此致 {record.court}", *(f"申请人（签名或者盖章）：{x}" for x in signers), _day(record.today))


def _report(record: FormRecord) -> Iterable[Block]:
    """How it ended, by codes and days. Nothing of offers, opinions or what was said (IMR 22, OMR 18, 21)."""
    referral = record.referral
    held = [session for session in referral.sessions if session.held_on is not None]
    yield Line(f"{record.organisation}调解{record.cause}纠纷（编号{record.number}）的情况报告如下。")
    yield Grid(
        ("事项", "内容"),
        (
            ("申请人", _names(record, "applicant")),
            ("被申请人", _names(record, "respondent")),
            ("移交日期", _day(referral.opened_on)),
            ("开始调解日期", _day(referral.mediation_started_on)),
            ("调解次数", str(len(held))),
            ("最后一次调解", _day(held[-1].held_on if held else None)),
            ("调解员", record.mediator or ""),
            ("调解结果", label_of("outcome", referral.outcome)),
            ("终结事由", label_of("end_reason", referral.end_reason)),
            ("已确认送达地址的当事人", str(len({address.party_id for address in record.addresses}))),
        ),
    )
    yield Line("本报告不记载当事人为达成协议所作的妥协、让步以及调解过程中的意见。")
    yield from _signed(record.organisation, _day(record.today))


Body = Callable[[FormRecord], Iterable[Block]]
Need = Callable[[FormRecord], bool]


def _of_court(record: FormRecord) -> bool:
    return record.court is not None


def _held(record: FormRecord) -> bool:
    return record.organisation is not None


def _caused(record: FormRecord) -> bool:
    return record.cause is not None


def _received(record: FormRecord) -> bool:
    return any(each.received_on is not None for each in record.materials)


def _drafted(record: FormRecord) -> bool:
    return bool(record.terms)


def _effective(record: FormRecord) -> bool:
    agreement = record.referral.agreement
    return agreement is not None and agreement.effective_on is not None


def _identified(record: FormRecord) -> bool:
    return all(details.id_number for party, details in record.parties if party.must_agree)


def _mediated(record: FormRecord) -> bool:
    return record.mediator is not None


def _ended(record: FormRecord) -> bool:
    return record.referral.outcome is not None


_COMMON: Final[tuple[tuple[str, Need], ...]] = (("organisation", _held), ("cause", _caused))

_FORMS: Final[Mapping[Form, tuple[str, tuple[tuple[str, Need], ...], Body]]] = {
    Form.REFERRAL_LETTER: ("调解函", (("court", _of_court), *_COMMON), _letter),
    Form.MATERIALS_RECEIPT: ("材料签收回执", (("organisation", _held), ("received_materials", _received)), _receipt),
    Form.RIGHTS_NOTICE: ("权利义务告知书", _COMMON, _rights),
    Form.AGREEMENT: ("调解协议书", (*_COMMON, ("agreement_terms", _drafted), ("mediator", _mediated)), _agreement),
    Form.CONFIRMATION_APPLICATION: (
        "司法确认申请书",
        (("court", _of_court), *_COMMON, ("effective_agreement", _effective), ("identity_numbers", _identified)),
        _application,
    ),
    Form.END_REPORT: ("调解情况报告", (*_COMMON, ("outcome", _ended)), _report),
}
"""Title, what the record must have by code, and the text."""


def filled(form: Form, record: FormRecord) -> Sheet:
    """A form, filled in; refuses with `form_not_ready` and what is missing."""
    title, needs, body = _FORMS[form]
    missing = [code for code, there in needs if not there(record)]
    if missing:
        raise Refusal("form_not_ready", facts={"missing": missing})
    if form is Form.REFERRAL_LETTER:
        title = "委派调解函" if record.referral.kind is Kind.PRE_FILING else "委托调解函"
    return Sheet(title, tuple(body(record)))
