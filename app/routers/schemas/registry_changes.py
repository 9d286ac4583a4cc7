"""The part of the contract that says what can happen to a registry record, and how its history is shown.

Every body names its `change`. `valid_from` is the first day on which it holds, `valid_to` the last; what happens to a
client holds at once.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, RootModel, field_validator, model_validator

from app.domain.access import Scope
from app.domain.lifecycle.states import Track
from app.domain.registry import ChangeKind
from app.routers.schemas.common import (
    Capacity,
    CauseCode,
    ChannelForm,
    ChannelMode,
    ConfirmationAfterEntrustment,
    Day,
    DuplicatePolicy,
    Flag,
    Id,
    Identifier,
    IdType,
    Instant,
    LegalDate,
    Name,
    Prose,
    Request,
    RosterStatus,
    Short,
    View,
    checked_identity,
    refused,
)
from app.routers.schemas.lead_times import (
    DISPATCH_SAID,
    FEE_SAID,
    FULL_SAID,
    LEADS_SAID,
    STATEMENT_SAID,
    TERM_SAID,
    AcceptanceOnDispatch,
    FeeNoticeDays,
    FullOrganisation,
    LeadTimes,
    StatementBeforeFiling,
    TermOnReassignment,
)
from app.routers.schemas.registry import ROOTS_MAX, Dated, Hours, Next


class RenameChange(Request):
    """Another name from a day on. A name that was given once stays with its record."""

    change: Literal["rename"]
    valid_from: LegalDate
    name: Name


class EndChange(Request):
    """The last day. Told again, the last word counts."""

    change: Literal["end"]
    valid_to: LegalDate


class MoveChange(Request):
    """Another parent from a day on, or none: null. All that stand below go with it."""

    change: Literal["move"]
    valid_from: LegalDate
    parent_id: Id | None


class AddTrackChange(Dated):
    """The court uses a track from a day on."""

    change: Literal["add_track"]
    track: Track


class EndTrackChange(Request):
    """The last day on which the court uses a track."""

    change: Literal["end_track"]
    track: Track
    valid_to: LegalDate


class _Partly(Request):
    """At least one thing beside `change` and `valid_from` must be said."""

    valid_from: LegalDate

    @model_validator(mode="after")
    def _says_something(self) -> Any:
        if all(getattr(self, name) is None for name in type(self).model_fields if name not in {"change", "valid_from"}):
            raise refused("required")
        return self


class SettingsChange(_Partly):
    """The court is set otherwise from a day on; what is not given stays as it is."""

    change: Literal["set"]
    late_acceptance: Flag | None = Field(
        default=None, description="Whether it takes acceptances after the window closed."
    )
    duplicate_policy: DuplicatePolicy | None = Field(default=None, description="What a likely duplicate meets.")
    confirmation_after_entrustment: ConfirmationAfterEntrustment | None = Field(
        default=None, description="Whether an agreement reached after filing may be judicially confirmed."
    )
    term_on_reassignment: TermOnReassignment | None = Field(default=None, description=TERM_SAID)
    fee_notice_days: FeeNoticeDays | None = Field(default=None, description=FEE_SAID)
    lead_times: LeadTimes | None = Field(default=None, description=LEADS_SAID)
    suspension_pauses_term: Flag | None = Field(
        default=None, description="Whether the term stands still while mediation is suspended."
    )
    acceptance_on_dispatch: AcceptanceOnDispatch | None = Field(default=None, description=DISPATCH_SAID)
    full_organisation: FullOrganisation | None = Field(default=None, description=FULL_SAID)
    statement_before_filing: StatementBeforeFiling | None = Field(default=None, description=STATEMENT_SAID)


class CapacityChange(Request):
    """The organisation has room for more, little, or none, from a day on."""

    change: Literal["set"]
    valid_from: LegalDate
    capacity: Capacity


class StatusChange(Request):
    """The entry has another status from a day on."""

    change: Literal["set_status"]
    valid_from: LegalDate
    status: RosterStatus


class TrainingChange(Request):
    """So many hours of training are on record from a day on."""

    change: Literal["train"]
    valid_from: LegalDate
    training_hours: Hours
    trained: Flag = Field(description="Whether the training that the court asks for is complete.")


class CertificateChange(Request):
    """Another certificate number from a day on."""

    change: Literal["certify"]
    valid_from: LegalDate
    certificate_number: Short


class IdentityChange(Request):
    """The mediator's document, at once; its number is kept sealed and never shown."""

    change: Literal["identify"]
    id_type: IdType
    id_number: Identifier

    _checked = field_validator("id_number")(checked_identity)


class ScopeChange(_Partly):
    """The channel carries other things from a day on; what is not given stays as it is."""

    change: Literal["rescope"]
    mode: ChannelMode | None = None
    form: ChannelForm | None = None
    strict: Flag | None = None
    cause_roots: tuple[CauseCode, ...] | None = Field(
        default=None, max_length=ROOTS_MAX, description="An empty list: every cause."
    )
    scope_text: Prose | None = None


class ClientRenameChange(Request):
    """Another name, at once."""

    change: Literal["rename"]
    name: Name


class ClientScopesChange(Request):
    """What all keys of the client may do, at once."""

    change: Literal["set_scopes"]
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1, max_length=len(Scope))]


class DisableChange(Request):
    """No key of the client opens the door, everywhere within five seconds."""

    change: Literal["disable"]


class EnableChange(Request):
    """Its living keys open the door again."""

    change: Literal["enable"]


class CourtChange(
    RootModel[
        Annotated[
            RenameChange | AddTrackChange | EndTrackChange | SettingsChange | EndChange, Field(discriminator="change")
        ]
    ]
):
    """What can happen to a court."""


class ReferringBodyChange(RootModel[Annotated[RenameChange | EndChange, Field(discriminator="change")]]):
    """What can happen to a referring body."""


class OrganisationChange(
    RootModel[Annotated[RenameChange | MoveChange | CapacityChange | EndChange, Field(discriminator="change")]]
):
    """What can happen to an organisation."""


class MediatorChange(
    RootModel[Annotated[RenameChange | CertificateChange | IdentityChange | EndChange, Field(discriminator="change")]]
):
    """What can happen to a mediator."""


class RosterEntryChange(
    RootModel[Annotated[StatusChange | TrainingChange | CertificateChange | EndChange, Field(discriminator="change")]]
):
    """What can happen to a roster entry."""


class ChannelChange(RootModel[Annotated[ScopeChange | EndChange, Field(discriminator="change")]]):
    """What can happen to a channel."""


class ClientChange(
    RootModel[
        Annotated[ClientRenameChange | ClientScopesChange | DisableChange | EnableChange, Field(discriminator="change")]
    ]
):
    """What can happen to a client."""


class ChangeMade(View):
    """A record and the line that was added to its history."""

    id: Id = Field(description="The record.")
    change_id: Id


class ChangeView(View):
    """One line of a record's history."""

    id: Id
    change: ChangeKind = Field(description="`lineage`: somebody above was moved.")
    valid_from: Day = Field(description="First day on which it holds; of an end the last day.")
    details: dict[str, Any] = Field(description="The fields that were given.")
    client_id: Id = Field(description="Who entered it.")
    recorded_at: Instant


class ChangeList(View):
    """A page of a record's history, in the order in which it was entered."""

    items: tuple[ChangeView, ...]
    next: Next
