"""What each side knows of a case before it begins: the court's part and the centre's part, never both in one process.

A part says what somebody knows or will decide and from which day on. It never says what the other side does.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Answer",
    "Appraisal",
    "CentrePart",
    "Confirmation",
    "Consultation",
    "Conversation",
    "CourtPart",
    "Extension",
    "FilePart",
    "Identity",
    "PartyEntry",
    "Promise",
    "Registration",
    "Result",
    "Session",
    "Signing",
]

Label = Annotated[str, Field(pattern=r"^(applicant|respondent|third_party|related)_[1-9]$")]
"""A party by role and number within the role, in the order of the referral: the one name that both sides share."""

SignatureMeans = Literal["electronic", "handwritten", "fingerprint", "seal", "scanned"]
Means = Literal["phone", "sms", "wechat", "in_person", "letter", "platform", "other"]


class Part(BaseModel):
    """Nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FilePart(Part):
    """One side's file; `reference` is the court's own reference, by which both sides know the case."""

    reference: str


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


class CourtPart(FilePart):
    """The court's file on one case.

    Attributes:
        court: Full name of the court.
        refer_on: Day on which the court opens the referral.
        consenting: Parties who consented to mediation before the referral.
        organisations: Whom the court will ask, in this order.
        when_overdue: Whether it waits for a late answer or takes the referral back.
    """

    court: str
    refer_on: date
    on_court_platform: bool
    cause_code: str | None
    cause_version: str | None
    claim_yuan: Decimal | None
    parties: tuple[PartyEntry, ...]
    consenting: tuple[Label, ...]
    organisations: tuple[str, ...]
    consultation: Consultation | None = None
    when_overdue: Literal["wait", "take_back"] = "wait"
    confirmation: Confirmation | None = None
    registration: Registration | None = None


class Answer(Part):
    """What the organisation does with the offer; silence has no day."""

    kind: Literal["accept", "decline", "silence"]
    on: date | None = None
    reason: str | None = None
    explanation: str | None = None


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


class CentrePart(FilePart):
    """The organisation's file on one case.

    Attributes:
        organisation: Full name of the organisation whose file it is.
        identities: Documents checked before the start, for parties whose number the court did not give.
        performed_on: Day of full performance that the organisation learns of.
        apply_on: Day on which the parties apply together for confirmation, or None if they do not.
        report_on: Day of the end report; None for at once.
        route: Where open claims go: `filing` or `advised`.
    """

    organisation: str
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
    route: Literal["filing", "advised"] | None = None
