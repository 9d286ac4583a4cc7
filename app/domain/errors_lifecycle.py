"""Refusals of the lifecycle of every kind of referral: code, Chinese, English. `errors.py` makes them one catalogue."""

from typing import Final

Rows = tuple[tuple[str, str, str], ...]

WRONG: Final[Rows] = (
    (
        "succession_ground_wrong",
        "自然人因死亡被承继，组织因合并或者分立被承继。",
        "A natural person is succeeded by death, an organisation by merger or division.",
    ),
    (
        "succession_day_wrong",
        "承继之日不得晚于登记之日；承继人再被承继的，不得早于其本人承继之日。",
        "Others may not succeed after the day on which it is recorded, nor to an heir before it was one itself.",
    ),
    ("if_match_group", "系列案没有版本，If-Match 应为 *。", "A series has no version; If-Match must be *."),
    (
        "particulars_missing",
        "立案后委托须填写立案日期和审理程序。",
        "After filing, give the day of filing and the procedure.",
    ),
    ("filed_after_opening", "立案日期不得晚于委托日期。", "The day of filing may not lie after the entrustment."),
    (
        "extension_too_long",
        "立案后先行调解的延长不得超过原期限届满后三十日。",
        "After filing the term is extended by at most thirty days beyond its original end.",
    ),
    (
        "court_level_not_competent",
        "司法确认和立案由基层或中级人民法院办理。",
        "Confirmation and registration are for a basic or an intermediate court.",
    ),
    ("court_required", "须指明管辖的人民法院。", "No court referred this: name the court."),
    (
        "objection_day_wrong",
        "收到裁定或者知道权利受侵害之日不得早于裁定之日，也不得晚于提出异议之日。",
        "The day on which the ruling was received or known lies between the ruling and the objection.",
    ),
    (
        "debtor_not_bound",
        "该当事人并非履行义务人；请填写协议中的义务人（见 /performance 的 payer_party_id）。",
        "This party owes nothing under the agreement; name one who does (payer_party_id in /performance).",
    ),
    (
        "hand_over_reason_not_here",
        "移送立案的原因与案件记录不符。",
        "The record does not show this reason for going to a court.",
    ),
    ("plaintiff_required", "撤诉由原告申请。", "Only plaintiffs withdraw a suit; name one or more of them."),
    (
        "creditor_required",
        "申请人应为债权人，且不得同时为债务人。",
        "The creditor applies, who is not the debtor.",
    ),
    (
        "court_not_basic",
        "支付令由债务人住所地基层人民法院管辖。",
        "A payment order is for a basic court, that of the debtor's domicile.",
    ),
    (
        "payment_order_conditions",
        "须确认债权人没有对待给付义务，且支付令能够送达债务人。",
        "Confirm that the creditor owes nothing in return and that the order can be served.",
    ),
    (
        "labour_payment_only",
        "劳动争议只能就劳动报酬、工伤医疗费、经济补偿或者赔偿金申请支付令。",
        "In a labour dispute a payment order is for wages, work-injury medical cost, compensation or damages only.",
    ),
    (
        "amount_beyond_agreement",
        "请求金额超过协议约定的已到期金额。",
        "The amount is more than the agreement makes due.",
    ),
    (
        "objection_not_valid",
        "异议须以书面提出并针对债务本身；清偿能力、延期或者变更方式不构成异议。",
        "An objection is written and about the debt itself; being unable to pay, or asking for time, is none.",
    ),
    (
        "enforcement_promise_missing",
        "债务人须承诺不履行时愿意接受强制执行。",
        "The debtor must promise to accept enforcement.",
    ),
)
"""Well-formed but wrong."""

REFUSED: Final[Rows] = (
    (
        "sham_review_open",
        "涉嫌虚假调解正在审查，应先作出审查结论。",
        "A suspected sham is under review; the review is decided first.",
    ),
    ("no_sham_review", "没有进行中的虚假调解审查。", "No suspected sham is under review."),
    (
        "suspension_result_not_here",
        "该结果与中止事由不符，可用的结果见 facts。",
        "This result does not belong to the reason of the suspension; facts name those that do.",
    ),
    ("already_in_trial", "案件已转入审理或已按撤诉处理。", "The case went to trial, or counts as withdrawn."),
    (
        "already_filed",
        "已立案的纠纷应按立案后委托（post_filing）移交。",
        "A dispute with a day of filing is referred after filing: kind post_filing.",
    ),
    (
        "too_many_entries",
        "本次移交的该类记录已达上限，见 facts。",
        "The referral holds as many entries of that list as it may; facts name the list and the most.",
    ),
    (
        "mediator_not_available",
        "调解员不在册、不属于该组织或当日无效。",
        "The mediator is not on the roster of the organisation on that date.",
    ),
    (
        "online_refused",
        "有当事人不同意在线方式，见 facts；可改为现场。",
        "A party refuses the online mode, or took its consent back; facts name it. Choose another mode.",
    ),
    (
        "online_consent_missing",
        "在线调解须各方当事人同意在线方式，见 facts。",
        "A session online needs every party's consent to that mode; facts name those who have not given it.",
    ),
    (
        "conflict_undecided",
        "该调解员披露的利害关系或者回避申请尚未决定。",
        "A disclosed relation, or a request for recusal, of this mediator is not decided yet.",
    ),
    (
        "waiver_not_allowed",
        "商事调解组织的调解员有利害关系的应当回避，不适用当事人同意。",
        "Before a commercial mediation organisation a mediator with a relation leaves; the parties cannot waive it.",
    ),
    ("party_succeeded", "该当事人已由他人承继。", "Others stand in this party's place already."),
    (
        "heirs_missing",
        "尚未登记承继人，请先登记承继（record_succession）。",
        "No heir is on record: record the succession first (record_succession).",
    ),
    (
        "mediator_in_own_dispute",
        "证件号码显示，该调解员是本案当事人或其代理人。",
        "By its identity number the mediator is a party or representative in this matter.",
    ),
    ("mediator_has_role", "该调解员在本案中另有其他身份。", "The mediator has another role in this case."),
    (
        "later_role_barred",
        "调解过本纠纷的调解员不得在后续诉讼中担任该身份。",
        "Whoever mediated this matter may not have that role in its later suit.",
    ),
    (
        "mediator_not_replaced",
        "尚未更换过调解员：当事人可以先申请更换。",
        "No mediator was replaced yet: the party asks for another one first.",
    ),
    (
        "mediator_leads_already",
        "该调解员已是主持调解员，无须再次指定；如需变更请填写其他在办调解员。",
        "The mediator presides already; nothing is to be done, or name another one in office.",
    ),
    (
        "mediator_not_listed",
        "调解员在委派、委托法院名册中被暂停、移除或者已到期。",
        "The roster of the court that referred has the mediator as suspended, removed or expired on that date.",
    ),
    (
        "mediator_not_valid",
        "在办调解员当日不在册或者证书无效，须先更换，见 facts。",
        "Somebody in office is not on the roster, or has no valid certificate, on that date: replace those in facts.",
    ),
    ("mediator_already_assigned", "该调解员已在办。", "The mediator is already assigned."),
    ("mediator_missing", "须先指定调解员。", "A mediator must be assigned first."),
    (
        "identity_missing",
        "开始前须核验全体当事人身份并记录证件号码。",
        "Every party's identity number must be on record before the start.",
    ),
    (
        "notices_missing",
        "开始前须告知权利义务与虚假调解后果，并引导填写送达地址确认书。",
        "Before the start, give notice of rights and sham mediation, and take the service address form.",
    ),
    ("party_refused", "有当事人拒绝调解。", "A party has refused mediation."),
    (
        "referral_taken_back",
        "移送方已收回本件，此后不再形成本次调解的协议。",
        "The matter was taken back: what is agreed afterwards is no agreement of this mediation.",
    ),
    ("referring_body_not_active", "移送单位当日未启用。", "The referring body is not active on that date."),
    ("track_not_in_force", "该程序轨道当日未施行或已停用。", "The track is not in force on that date."),
    (
        "body_not_for_track",
        "该类调解组织不适用此程序轨道。",
        "Organisations of that body of rules do not mediate on this track.",
    ),
    (
        "cause_excluded_for_body",
        "该类调解组织不得受理此案由的纠纷。",
        "Organisations of that body of rules may not take disputes of this cause.",
    ),
    (
        "joint_choice_made",
        "当事人已共同选择其他调解组织。",
        "The parties have jointly chosen another organisation.",
    ),
    ("cancel_already_requested", "撤销请求待答复。", "A request to call it off awaits its answer."),
    ("cancel_awaits_answer", "撤销请求仍在答复期内。", "The organisation still has time to answer the request."),
    ("report_awaited", "调解组织仍在报送期内。", "The organisation still has time to report."),
    (
        "outcome_settled",
        "调解结果已经确定，应报送结果而不是收回。",
        "The outcome is settled: report it instead of taking the matter back.",
    ),
    (
        "confirmation_rejected",
        "该协议的司法确认申请已被驳回，当事人可以变更协议、重新调解或者起诉。",
        "Confirmation of this agreement was rejected: the parties may amend it, mediate anew or sue.",
    ),
    (
        "correction_still_possible",
        "补充材料的期限尚未届满，且无拒绝接受询问的情形。",
        "Supplements can still be handed in, and nobody refused to be questioned.",
    ),
    (
        "objection_out_of_time",
        "提出异议的期限已届满：当事人十五日，利害关系人六个月。",
        "The time to object is over: fifteen days for a party, six months for an interested third party.",
    ),
    (
        "performance_not_due",
        "约定的履行期限尚未届满，请在履行期最后一日（见 /performance 的 last_day）之后报告。",
        "No such promise has passed its last day; report it after the last_day that /performance shows.",
    ),
    (
        "agreement_under_procedure",
        "协议正在办理或者已经取得司法确认、调解书等，不能变更。",
        "A procedure rests on this text of the agreement; it is not changed now.",
    ),
    ("cancel_not_requested", "没有待答复的撤销请求。", "There is no open request to call it off."),
    ("mediator_recused", "该调解员已因利害关系退出本案。", "The mediator left this matter over a conflict."),
    (
        "mediator_not_assigned",
        "该调解员不在办；请填写在办的调解员（见 /mediators），或者先指定其为调解员。",
        "That mediator is not in office; name one who is (see /mediators), or assign this one first.",
    ),
    ("session_not_yet", "尚未到该场次的日期。", "The day of the session has not come."),
    ("result_already_reported", "结果已报送。", "The result was already reported."),
    ("feedback_not_due", "无须反馈或已反馈。", "There is nothing to report back."),
    (
        "other_means_not_open",
        "协议已全部履行或当事人自行和解并撤诉的，方可以其他方式结案。",
        "Closing by other means needs an agreement fully performed, or a settlement with withdrawal.",
    ),
    (
        "agreement_in_force",
        "全部请求已达成协议且未反悔，不转入审理。",
        "An agreement on everything stands; the case does not go to trial.",
    ),
    (
        "case_not_registered",
        "未立案的案件不能制作调解书：须先登记立案，或由委派法院以其设置允许诉前调书。",
        "There is no registered case to make a statement in: register it first, or the court allows it by its setting.",
    ),
    (
        "service_means_not_allowed",
        "调解书须直接送达本人或经同意电子送达，不适用邮寄、留置或公告。",
        "A mediation statement is served in person or electronically, never otherwise.",
    ),
    (
        "electronic_service_not_agreed",
        "该当事人未同意电子送达。",
        "The party has not consented to electronic service.",
    ),
    ("series_too_large", "系列案成员过多，请逐件办理。", "The series has too many referrals; act on them one by one."),
    ("fee_still_payable", "交费期限尚未届满。", "The court fee can still be paid in time."),
    (
        "confirmation_after_entrustment",
        "该法院的设置不允许对立案后委托调解达成的协议办理司法确认。",
        "The court's setting does not allow confirmation of this agreement reached after filing.",
    ),
    (
        "only_referring_court",
        "法院委派的，只能向该法院提出。",
        "A matter that a court referred goes to that court and no other.",
    ),
    (
        "arbitration_first",
        "劳动争议须先申请仲裁，凭工资欠条直接起诉的除外。",
        "A labour dispute goes to arbitration first, unless it is a suit on a written wage debt alone.",
    ),
    (
        "arbitration_not_open",
        "非劳动争议、已经仲裁或调解尚未终结，不能转仲裁。",
        "This does not go to labour arbitration: no labour cause, arbitrated already, or not ended without agreement.",
    ),
    (
        "agreement_not_to_perform",
        "没有尚待履行的生效协议。",
        "There is no agreement in force that is still to be performed.",
    ),
    (
        "payment_content_missing",
        "协议中没有该债务人已到期的金钱给付。",
        "The agreement has no payment of money by this debtor that is due.",
    ),
    (
        "preservation_bars_payment_order",
        "已申请诉前保全的，不能申请支付令。",
        "Where pre-suit preservation was ordered there is no payment order.",
    ),
    (
        "statement_on_same_claim",
        "同一债权已申请或者取得调解书。",
        "A mediation statement on the same claim is asked for or in force.",
    ),
    (
        "payment_order_pending",
        "同一债权已申请或者取得支付令。",
        "A payment order on the same claim is pending or in force.",
    ),
    (
        "suit_pending",
        "就同一债权已移送立案或者已立案。",
        "A suit on the same claim is with the court.",
    ),
    (
        "order_objection_late",
        "支付令异议期已届满。",
        "The fifteen days to object to the order are over.",
    ),
    (
        "ruling_already_received",
        "已记录收到终结裁定。",
        "Receipt of the ending ruling is already recorded.",
    ),
    (
        "suit_already_deemed",
        "表示不同意起诉的期限已届满，视为起诉。",
        "The seven days are over; it counts as a suit.",
    ),
    (
        "not_labour_dispute",
        "仲裁审查只适用于劳动人事争议。",
        "Arbitration review is for labour disputes only.",
    ),
    (
        "organisation_not_for_review",
        "该类调解组织主持达成的协议不能申请仲裁审查。",
        "Agreements made before this kind of organisation are not reviewed by the commission.",
    ),
    (
        "review_window_closed",
        "协议生效之日起十五日的仲裁审查申请期已过。",
        "The fifteen days to apply for review, from the agreement's effective date, are over.",
    ),
    (
        "labour_relationship_confirmation",
        "确认劳动关系的协议不予仲裁审查。",
        "An agreement that confirms a labour relationship is not reviewed.",
    ),
    (
        "already_judicially_confirmed",
        "已申请或者取得司法确认的，不能申请仲裁审查。",
        "What is before a court for confirmation, or confirmed, is not reviewed.",
    ),
    (
        "arbitration_review_open",
        "已申请或者取得仲裁审查的，不能申请司法确认。",
        "What is before the commission for review, or in force by it, is not confirmed by a court.",
    ),
    (
        "no_payment_content",
        "协议没有明确的给付内容。",
        "The agreement names nobody who pays a certain amount.",
    ),
    (
        "performance_not_breached",
        "尚未记录债务人未履行。",
        "No breach of the agreement is recorded.",
    ),
)
"""The state or a guard says no."""
