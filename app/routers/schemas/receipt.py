"""The answers to writes on referrals: receipts without personal data, so that they can be kept and repeated."""

from typing import Annotated, Final, Literal

from pydantic import Field, WithJsonSchema

from app.domain.lateness import RecordedAs
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.periods import RuleId
from app.routers.schemas.common import Day, Id, View

Due = Annotated[
    dict[RuleId, Day],
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string", "format": "date"}}),
]
"""Running deadlines: rule to last day, inclusive."""

Links = dict[str, str]

WARNINGS: Final = {
    "cause_not_stated": ("申请司法确认时未说明案由。", "Confirmation was applied for and nobody stated a cause."),
    "cause_outside_channel": (
        "案由不在渠道范围内。",
        "The cause is outside the scope of the channel, which is not strict.",
    ),
    "cause_version_mismatch": (
        "案由所属版本并非立案（或者提出）当日施行的版本。",
        "The cause is of another list than that in force on the day of filing, or of opening.",
    ),
    "preservation_ends_before_term": (
        "诉前保全后起诉的期限先于延长后的调解期限届满，逾期不起诉的，保全将解除。",
        "The days to sue after pre-suit preservation end before the extended term; without a suit it is lifted.",
    ),
    "court_code_unknown": (
        "案号中的法院代码未收录；常见，不影响办理。",
        "The court code in a case number is not among those recorded; frequent and harmless.",
    ),
    "dispute_of_others": (
        "所指纠纷的当事人似与本件不同。",
        "The parties of the dispute that is named seem to be others.",
    ),
    "enforcement_time_bar": (
        "申请执行的二年期间全部或者部分已届满，债务人可提出时效异议。",
        "The two years for enforcement are over, for all or for an instalment; the debtor may raise it.",
    ),
    "organisation_full": (
        "该组织登记为满负荷。",
        "The organisation says that it is full.",
    ),
    "organisation_limited": (
        "该组织登记为接近饱和。",
        "The organisation says that it is nearly full.",
    ),
    "possible_duplicate": (
        "可能与已有移交重复，见 possible_duplicates。",
        "It may repeat a referral that you see; see `possible_duplicates`.",
    ),
}
"""Every code of a warning with what it means, in Chinese and English. Nothing was refused."""

Warnings = Annotated[
    tuple[str, ...],
    Field(
        description="Codes of what is allowed and yet worth a look. "
        + " ".join(f"`{code}`: {zh} {en}" for code, (zh, en) in WARNINGS.items())
    ),
]


class DuplicateView(View):
    """A referral that you see and that may be about the same dispute."""

    id: Id
    number: str
    opened_on: Day
    dispute_id: Id = Field(description="To be sent where the new referral goes on with that dispute.")


class LateView(View):
    """What was done with a report that came after the last day of a period."""

    rule: RuleId
    due_on: Day = Field(description="Last day of the period, inclusive.")
    recorded_as: RecordedAs = Field(
        description="`own_day`: with its day inside the period; `late`: with a day after it, and it counts as well; "
        "`expired`: as the expiry of the term."
    )


class Receipt(View):
    """The answer to a write; without personal data, so that it can be kept and repeated."""

    id: Id = Field(description="The referral.")
    number: str = Field(description="Readable number, such as ST2026-0000042.")
    version: int
    state: MediationState
    stage: Stage
    due: Due
    links: Links
    warnings: Warnings
    session_id: Id | None = Field(default=None, description="Only where the action concerned a session.")
    mediator_id: Id | None = Field(default=None, description="Only where a mediator was assigned.")
    procedure_id: Id | None = Field(default=None, description="Only where the action concerned a procedure.")
    case_number_id: Id | None = Field(default=None, description="Only where a case number was added.")
    representative_id: Id | None = Field(default=None, description="Only where the action concerned a representative.")
    claim_id: Id | None = Field(default=None, description="Only where the action concerned a claim.")
    service_address_id: Id | None = Field(default=None, description="Only where an address was recorded.")
    material_id: Id | None = Field(default=None, description="Only where a material was asked for or handed in.")
    notice_id: Id | None = Field(default=None, description="Only where the action concerned a notice.")
    message_id: Id | None = Field(default=None, description="Only where a message was sent.")
    urging_id: Id | None = Field(default=None, description="Only where the action concerned an urging.")
    document_id: Id | None = Field(default=None, description="Only where a document was put or withdrawn.")
    conflict_id: Id | None = Field(default=None, description="Only where the action concerned a conflict of interest.")
    series_id: Id | None = Field(default=None, description="Only where the action concerned a series.")
    term_runs: bool | None = Field(default=None, description="Only while suspended: whether the term runs on.")
    late: LateView | None = Field(default=None, description="Only where the report came late.")
    dispute_id: Id | None = Field(default=None, description="The dispute that the referral belongs to.")
    possible_duplicates: tuple[DuplicateView, ...] | None = Field(
        default=None, description="Only where a referral was opened: those that it may repeat."
    )


class Rehearsal(View):
    """What a write with `dry_run=true` would have come to. Nothing was written, no key was used."""

    dry_run: Literal[True]
    id: Id | None = Field(default=None, description="Only where the referral is there already.")
    number: str | None
    version: int
    state: MediationState
    stage: Stage
    due: Due
    links: Links | None = Field(default=None, description="Only where the referral is there already.")
    warnings: Warnings
    mediator_id: Id | None = Field(default=None, description="Only where a mediator would be assigned.")
    series_id: Id | None = Field(default=None, description="Only where the action concerned a series.")
    term_runs: bool | None = Field(default=None, description="Only while suspended: whether the term runs on.")
    late: LateView | None = Field(default=None, description="Only where the report would come late.")
    dispute_id: Id | None = Field(default=None, description="Null where the dispute would be a new one.")
    possible_duplicates: tuple[DuplicateView, ...] | None = Field(
        default=None, description="Only where a referral would be opened: those that it may repeat."
    )
