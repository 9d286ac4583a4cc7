"""The action that marks an entry of the file as entered in error."""

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
