"""Refusals of the agreement and its performance: code, Chinese, English. `errors.py` makes them one catalogue."""

from typing import Final

from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    ("instalment_unknown", "现行协议文本没有该期。", "The present text of the agreement has no such instalment."),
    (
        "payer_not_bound",
        "履行人不是该期的义务人。",
        "Whoever is said to have performed did not promise this instalment.",
    ),
    (
        "amount_beyond_instalment",
        "金额须大于零且不超过该期尚欠的数额；非金钱给付不填金额。",
        "The amount lies above nothing and within what is left; what is no payment has none.",
    ),
    (
        "performance_unproven",
        "须有对方确认，或者提供履行凭证的摘要。",
        "Give the other side's confirmation, or the hash of what proves it.",
    ),
    (
        "confirmation_not_of_other_side",
        "确认人须为对方当事人。",
        "Somebody of the other side confirms, who is a party of the referral.",
    ),
    (
        "performed_before_agreement",
        "履行日期不得早于现行协议文本达成之日。",
        "The day of performance does not lie before the day on which the present text was reached.",
    ),
    (
        "guarantor_is_bound",
        "担保人须为本件当事人，且不得是协议双方或者给付义务人，也不得重复。",
        "A guarantor is a party of the referral, named once, who neither agrees nor pays.",
    ),
    ("guarantor_consent_missing", "担保人须本人同意。", "A guarantor consents itself."),
    (
        "court_decides_clause",
        "协议不得约定一方不履行则由人民法院另行裁判。",
        "An agreement may not leave it to the court to decide otherwise when it is not kept.",
    ),
    (
        "terms_not_certain",
        "拟申请确认、制作调解书或者公证的，各项须写明由谁履行、何时履行。",
        "Where a title is planned each promise says who performs and until when.",
    ),
    (
        "content_not_confirmable",
        "涉及身份关系、确权或者其他特别程序的内容不予司法确认。",
        "Status relations, rights in rem or of intellectual property and special procedures are not confirmed.",
    ),
    (
        "written_form_required",
        "劳动争议的调解协议须采用书面形式。",
        "An agreement in a labour dispute is in writing.",
    ),
    (
        "recorder_missing",
        "口头协议由本件现任调解员记录；书面协议不填记录人。",
        "An oral agreement is recorded by a mediator in office; a written one by nobody.",
    ),
    (
        "electronic_signature_not_allowed",
        "涉及婚姻、收养、继承等人身关系的文书不适用电子签名。",
        "What concerns marriage, adoption or inheritance is not signed electronically.",
    ),
    (
        "special_authority_missing",
        "代理人未经特别授权，不得代为签署调解协议；法定代表人、监护人除外。",
        "Without special authority nobody signs for a party, save its legal representative or its guardian.",
    ),
    (
        "guarantor_does_not_apply",
        "担保人不是司法确认的申请人。",
        "A guarantor is no applicant for confirmation.",
    ),
)
"""Well-formed and wrong."""

REFUSED: Final[Rows] = (
    ("instalment_performed", "该期已履行完毕。", "Nothing is left of this instalment."),
    (
        "agreement_binds",
        "协议已因调解书、撤诉、司法确认或者履行而有约束力，不得反悔。",
        "The agreement binds by statement, withdrawal, confirmation or performance: nobody goes back on it.",
    ),
    (
        "agreement_not_binding",
        "立案后达成的协议尚未具有约束力，不发生未履行；当事人可以反悔。",
        "After filing the agreement does not bind yet: nobody is in breach, and a party may go back on it.",
    ),
    (
        "statement_requested",
        "已请求制作调解书，请对调解书反悔。",
        "A mediation statement was asked for: go back on that.",
    ),
    (
        "statement_already_received",
        "该当事人已签收调解书，不得反悔。",
        "This party has signed for the statement and holds to it.",
    ),
    (
        "signing_clause_missing",
        "协议没有约定签名或者盖章后即发生法律效力。",
        "The agreement does not say that it is in force once signed.",
    ),
    ("agreement_already_served", "该当事人已送达。", "This party was given the agreement already."),
    ("copy_already_filed", "协议已向法院备案。", "A copy was filed with the court already."),
)
"""The state or a guard says no."""
