"""What each side knows of a case before it begins: the court's part and the centre's part, never both in one process.

A part says what somebody knows or will decide and from which day on. It never says what the other side does.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Answer",
    "Appraisal",
    "Arbitration",
    "CentrePart",
    "Confirmation",
    "Consultation",
    "Conversation",
    "CourtPart",
    "Extension",
    "FilePart",
    "FurtherStep",
    "HandingBack",
    "Identity",
    "Opening",
    "OtherRecord",
    "PartyEntry",
    "Promise",
    "Receipt",
    "Registration",
    "Result",
    "Session",
    "Signing",
    "Statement",
    "Stop",
    "Trial",
    "Withdrawal",
]

Label = Annotated[str, Field(pattern=r"^(applicant|respondent|third_party|related)_[1-9]$")]
"""A party by role and number within the role, in the order of the referral: the one name that both sides share."""

SignatureMeans = Literal["electronic", "handwritten", "fingerprint", "seal", "scanned"]
Means = Literal["phone", "sms", "wechat", "in_person", "letter", "platform", "other"]


class Part(BaseModel):
    """Nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OtherRecord(Part):
    """One thing that a side records around the case: an action of the dossier with its fields, from a day on.

    `party` is put in as `party_id`; in `fields` the text `$name` stands for the newest fact of that name.
    """

    on: date
    action: str
    party: Label | None = None
    fields: Mapping[str, Any] = Field(default_factory=dict)


class FurtherStep(Part):
    """One step of what follows an agreement or a closing, from a day on; a side takes its own in this order.

    In `fields` the text `$name` stands for the newest fact of that name, and `@name` for the id of the party with that
    label, or of the tenant with that name.

    Attributes:
        procedure: Kind of the procedure whose newest one takes the step; None for an action of the referral.
        state: State in which that procedure must be, or of a referral's action the agreement; None for any.
    """

    on: date
    action: str
    procedure: str | None = None
    state: str | None = None
    fields: Mapping[str, Any] = Field(default_factory=dict)


class Stop(Part):
    """A step that is refused by rule, by its name, with the code of the refusal."""

    step: str
    code: str


class FilePart(Part):
    """One side's file; `reference` is the opener's own reference, by which all sides know the case.

    Attributes:
        records: What this side records around it, each action in the order of the file.
        further: What it does once mediation is closed, beside the decisions that have a field of their own.
        stops_at: A step that the law refuses, and the code of the refusal; this side then leaves the case as it is.
    """

    reference: str
    records: tuple[OtherRecord, ...] = ()
    further: tuple[FurtherStep, ...] = ()
    stops_at: Stop | None = None

    @property
    def opens(self) -> bool:
        """Whether this side opens the referral."""
        return False


class Identity(Part):
    """An identity document. All numbers here are made up: valid check digits, nobody's number."""

    type: Literal["resident_id", "credit_code"]
    number: str
    synthetic: Literal[True]


class PartyEntry(Part):
    """One party as the court names it; `represented_count` is above 1 for a group."""

    label: Label
    role: Literal["applicant", "respondent", "third_party", "related"]
    name: str
    kind: Literal["natural_person", "legal_person", "other_organisation"]
    represented_count: int = 1
    identity: Identity | None = None


class Conversation(Part):
    """What one party says when it is asked, and from which day on it can be asked."""

    party: Label
    on: date
    means: Means
    result: Literal["consents", "refuses", "not_reached", "undecided"]


class Consultation(Part):
    """The court asks the parties first 征询意见; a refusal sends the application back with this reason and advice."""

    opinions: tuple[Conversation, ...]
    return_reason: str = "party_refused_mediation"
    return_advice: str = "一方明确拒绝调解，可依法起诉。"


class Confirmation(Part):
    """What the court will do with a joint application for judicial confirmation."""

    decision: Literal["confirm", "reject", "not_accept"]
    decide_on: date
    reason: str | None = None


class Registration(Part):
    """What the court will do with a complaint that comes back; `insists`: the party wants a suit after a return."""

    decision: Literal["register", "refuse"]
    decide_on: date
    reason: str | None = None
    insists: bool = False


class Receipt(Part):
    """One party signs for the mediation statement."""

    party: Label
    on: date
    means: Literal["electronic", "personal"] = "personal"


class Statement(Part):
    """What the court will do when a mediation statement 调解书 is asked for."""

    decision: Literal["make", "refuse"]
    decide_on: date
    reason: str | None = None
    receipts: tuple[Receipt, ...] = ()


class Withdrawal(Part):
    """The plaintiff asks to withdraw the suit 撤诉 on a day, and the court decides."""

    applied_on: date
    decision: Literal["permit", "refuse"]
    decide_on: date
    reason: str | None = None


class Trial(Part):
    """The case goes on to trial. Before 2025 and during trial `resume_on` alone; else notice, payment, transfer."""

    resume_on: date | None = None
    notice_on: date | None = None
    fee_yuan: Decimal | None = None
    pay_by: date | None = None
    paid_on: date | None = None
    transfer_on: date | None = None


class Arbitration(Part):
    """What is learned of the arbitration commission's answer, recorded by the court or the organisation."""

    decision: Literal["accepted", "refused"]
    decide_on: date
    reason: str | None = None


class Opening(Part):
    """What a referral is opened from.

    Attributes:
        refer_on: Day on which it is opened; None in the file of a court that only decides a procedure.
        consenting: Parties who consented to mediation before.
        filed_on, procedure_type, in_trial: Only after filing.
    """

    refer_on: date | None = None
    on_court_platform: bool = False
    cause_code: str | None = None
    cause_version: str | None = None
    claim_yuan: Decimal | None = None
    parties: tuple[PartyEntry, ...] = ()
    consenting: tuple[Label, ...] = ()
    filed_on: date | None = None
    procedure_type: Literal["ordinary", "summary", "small_claims"] | None = None
    in_trial: bool = False
    more: Mapping[str, Any] = Field(default_factory=dict)


class CourtPart(FilePart, Opening):
    """The file of a court, or of a referring body that is no court, on one case.

    Attributes:
        court: Full name of the court or body.
        kind: How it refers.
        organisations: Whom it will ask, in this order.
        when_overdue: Whether it waits for a late answer or takes the referral back.
        other_means_on: Day on which it closes the case as ended by other means 其他方式结案.
        series_kind: Set where the referral belongs to a series 系列案 named after `series`.
    """

    court: str
    kind: Literal["pre_filing", "post_filing", "transferred", "assisted"] = "pre_filing"
    organisations: tuple[str, ...] = ()
    consultation: Consultation | None = None
    when_overdue: Literal["wait", "take_back"] = "wait"
    confirmation: Confirmation | None = None
    registration: Registration | None = None
    statement: Statement | None = None
    withdrawal: Withdrawal | None = None
    trial: Trial | None = None
    arbitration: Arbitration | None = None
    other_means_on: date | None = None
    series: str | None = None
    series_kind: str | None = None

    @property
    def opens(self) -> bool:
        """Whether this side opens the referral."""
        return self.refer_on is not None


class Answer(Part):
    """What the organisation does with the offer; silence has no day.

    `to`: for a dispatch, to whom it goes, one after the other as it comes back.
    """

    kind: Literal["accept", "decline", "silence", "dispatch", "refer_back"]
    on: date | None = None
    reason: str | None = None
    explanation: str | None = None
    to: tuple[str, ...] = ()


class Session(Part):
    """A mediation session 调解场次; absent parties make it a missed one."""

    what: Literal["session"]
    on: date
    mode: Literal["online", "on_site", "mixed"]
    absent: tuple[Label, ...] = ()


class Appraisal(Part):
    """An appraisal 鉴定 from being entrusted to its report."""

    what: Literal["appraisal"]
    on: date
    report_on: date


class Extension(Part):
    """All parties agree on a day to a later last day."""

    what: Literal["extension"]
    on: date
    until: date


class Result(Part):
    """How mediation ends. `happened_on`: when it really happened, where it is reported after the term."""

    reason: str
    on: date
    happened_on: date | None = None
    partial: bool = False


class Promise(Part):
    """One term of the agreement."""

    payer: Label | None
    amount_yuan: Decimal | None
    due_on: date | None
    text: str


class Signing(Part):
    """From which day the agreement is signed, how, and who refuses, if anybody does.

    `also`: who signs after the parties, where the organisation's rules ask for it.
    """

    on: date
    means: SignatureMeans
    also: tuple[Literal["mediator", "organisation"], ...] = ()
    refuses: Label | None = None


class HandingBack(Part):
    """The organisation gives an accepted referral back."""

    on: date
    reason: str
    explanation: str


class CentrePart(FilePart):
    """The organisation's file on one case.

    Attributes:
        organisation: Full name of the organisation whose file it is.
        identities: Documents checked before the start, for parties whose number the court did not give.
        performed_on: Day of full performance that the organisation learns of.
        apply_on: Day on which the parties apply together for confirmation, or None if they do not.
        report_on: Day of the end report; None for at once.
        route: Where open claims go: `filing`, `advised`, `trial` or `arbitration`.
        opening: Set where the parties applied to the organisation itself 自主受理.
        apply_to: Name of the court applied to, where no court referred.
        statement_on: Day on which the parties ask the court for a mediation statement.
        applicants: Who applies for confirmation, where it is not everybody whom the agreement binds.
        report_back_on: Day on which the referring body is told how it ended.
    """

    organisation: str
    opening: Opening | None = None
    answer: Answer
    materials_on: date | None = None
    contacts: tuple[Conversation, ...] = ()
    start_on: date | None = None
    identities: Mapping[Label, Identity] = Field(default_factory=dict)
    happenings: tuple[Annotated[Session | Appraisal | Extension, Field(discriminator="what")], ...] = ()
    result: Result | None = None
    terms: tuple[Promise, ...] = ()
    signing: Signing | None = None
    performed_on: date | None = None
    apply_on: date | None = None
    report_on: date | None = None
    route: Literal["filing", "advised", "trial", "arbitration"] | None = None
    hand_back: HandingBack | None = None
    apply_to: str | None = None
    applicants: tuple[Label, ...] = ()
    statement_on: date | None = None
    arbitration: Arbitration | None = None
    report_back_on: date | None = None

    @property
    def opens(self) -> bool:
        """Whether this side opens the referral."""
        return self.opening is not None
