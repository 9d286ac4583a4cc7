"""Code lists of documents: their classes, why they are withdrawn, and what a package is handed over for."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

DOCUMENT_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "document_class": (
        *coded((S.IMR_21, S.OMR_21), ("complaint", "起诉状", "Complaint")),
        *coded((S.OMR_8,), ("application", "调解申请书", "Application for mediation")),
        *coded((S.OMR_8,), ("identity", "身份材料", "Identity papers")),
        *coded((S.IMR_21, S.OMR_21), ("evidence", "证据", "Evidence")),
        *coded((S.IMR_14,), ("rights_notice", "权利义务告知书", "Notice of rights and duties")),
        *coded((S.IMR_11,), ("consent", "同意书", "Written consent")),
        *coded((S.OMR_22,), ("signed_minutes", "调解笔录", "Minutes of a session")),
        *coded((S.IMR_2, S.OMR_29), ("private_notes", "调解员工作笔记", "Mediator's notes"), note="Never shared."),
        *coded((S.OMR_18,), ("offer", "调解方案、让步", "Offer or concession"), note="Never shared."),
        *coded((S.IMR_2, S.OMR_18), ("caucus", "单方会谈记录", "Record of a separate talk"), note="Never shared."),
        *coded((S.OMR_22,), ("recording", "录音录像", "Recording")),
        *coded((S.IMR_19,), ("agreement", "调解协议书", "Mediation agreement")),
        *coded((S.OMR_18, S.OMR_22), ("undisputed_facts", "无争议事实记载", "Undisputed facts")),
        *coded((S.OMR_21,), ("end_report", "调解情况报告", "Report of the mediation")),
        *coded((S.OMR_17, S.CPLI_136), ("service_address", "送达地址确认书", "Confirmed address for service")),
        *coded((S.CPLI_354,), ("presiding_proof", "主持调解证明", "Proof of who presided")),
        *coded((S.CPLI_354,), ("confirmation_application", "司法确认申请书", "Application for confirmation")),
        *coded((S.OMR_26,), ("appraisal_report", "鉴定意见", "Appraisal report")),
        *coded(OWN, ("court_document", "法院文书", "Document of the court")),
        *coded(OWN, ("other", "其他", "Other")),
    ),
    "document_withdrawal_reason": coded(
        OWN,
        ("entered_in_error", "录入错误", "Entered in error"),
        ("wrong_class", "类别有误", "Wrong class"),
        ("unreadable", "无法辨认", "Unreadable"),
        ("replaced", "已由新文件代替", "Replaced by another"),
        ("other", "其他原因", "Other"),
    ),
    "handover_purpose": (
        *coded((S.OMR_21,), ("trial", "转入立案、审理", "Filing or trial after mediation failed")),
        *coded((S.CPLI_354,), ("confirmation", "司法确认", "Judicial confirmation")),
        *coded((S.CPL_100,), ("statement", "制作调解书", "Mediation statement")),
        *coded((S.IMR_18, S.OMR_23), ("sham_review", "虚假调解审查", "Review of a suspected sham")),
    ),
}
"""By name, in the order in which people read them."""
