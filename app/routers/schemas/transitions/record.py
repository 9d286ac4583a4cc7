"""The actions that mark an entry of the file, or a performance, as entered in error."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import CorrectionReason, Id, Prose, RecordKind
from app.routers.schemas.transitions.base import Act


class CorrectRecordRequest(Act):
    """An entry was made in error; it stays, marked, and nothing that followed from other entries changes 录入有误."""

    action: Literal["correct_record"]
    kind: RecordKind
    record_id: Id = Field(description="Its id in the list of that kind.")
    reason: CorrectionReason
    explanation: Prose


class CorrectPerformanceRequest(Act):
    """A performance was recorded in error; the record stays, marked, and what is owed or breached is so again."""

    action: Literal["correct_performance"]
    performance_id: Id | None = Field(
        default=None, description="The record, as in `GET …/performance`; null for that of the whole agreement."
    )
    reason: CorrectionReason
    explanation: Prose
