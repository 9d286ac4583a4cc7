"""All tables, in one place. Shapes only: roles, policies, triggers and grants are in the migrations.

Every case table carries `viewers`, the tenants that see its referral now (`Referral.audience`): row
security compares that column and nothing else. Personal data is in columns ending in `_sealed` (encrypted by field) and
`_hash` (keyed). Text codes that the lifecycle owns are CHECKed against its enums.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from app.domain.access import TenantKind
from app.domain.court_platform import Duty, OutgoingKind
from app.domain.lifecycle import states as s
from app.domain.platform_inbox import InboxState
from app.domain.platform_outbox import EntryState, OutboxState
from app.domain.reconciliation import ReconciliationState
from app.domain.referral import OPEN_PROCEDURE_STATES
from app.domain.registry import ChangeKind, Noun

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Instant = DateTime(timezone=True)
Id = UUID(as_uuid=True)


def _one_of(name: str, column: str, values: Iterable[str] | type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name)


def _viewers() -> Column[list[object]]:
    return Column("viewers", ARRAY(Id), nullable=False)


def _of_referral() -> tuple[Column[object], Column[list[object]]]:
    referral_id: Column[object] = Column("referral_id", Id, ForeignKey("referrals.id"), nullable=False, index=True)
    return referral_id, _viewers()


# Code lists and the calendar --------------------------------------------------------------------------------------

code_lists = Table(
    "code_lists",
    metadata,
    Column("list", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("zh", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("sources", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("note", Text, nullable=False, server_default=text("''")),
    Column("valid_from", Date),
    Column("valid_to", Date),
)

causes = Table(
    "causes",
    metadata,
    Column("version", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("number", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("parent_code", Text),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("en", Text, nullable=False, server_default=text("''")),
)

court_codes = Table(
    "court_codes",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, primary_key=True, index=True),
    Column("level", Text, nullable=False),
    Column("region_code", Text),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("source", Text, nullable=False),
)

regions = Table(
    "regions",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("level", SmallInteger, nullable=False),
    Column("valid_from", Date),
    Column("valid_to", Date),
    CheckConstraint("code ~ '^[1-8][0-9]{5}$'", name="code"),
    CheckConstraint("level BETWEEN 1 AND 3", name="level"),
)

calendar_years = Table(
    "calendar_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("notices", ARRAY(Text), nullable=False),
    Column("changed_at", Instant),
)

calendar_days = Table(
    "calendar_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    _one_of("kind", "kind", ("holiday", "makeup_workday")),
)

legal_clock = Table(
    "legal_clock",
    metadata,
    Column("single", Boolean, primary_key=True, server_default=text("true")),
    Column("offset_seconds", BigInteger, nullable=False, server_default=text("0")),
    CheckConstraint("single", name="one_row"),
)

# Registry ---------------------------------------------------------------------------------------------------------

tenants = Table(
    "tenants",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    _one_of("kind", "kind", TenantKind),
    Index("uq_tenants_one_operator", "kind", unique=True, postgresql_where=text("kind = 'operator'")),
)

courts = Table(
    "courts",
    metadata,
    Column("id", Id, ForeignKey("tenants.id"), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("level", Text, nullable=False),
    Column("court_code", Text),
    Column("region_code", Text),
    Column("late_acceptance", Boolean, nullable=False, server_default=text("true")),
    Column("duplicate_policy", Text, nullable=False, server_default="warn"),
    Column("confirmation_after_entrustment", Text, nullable=False, server_default="refused"),
    Column("term_on_reassignment", Text, nullable=False, server_default="restart"),
    Column("fee_notice_days", SmallInteger, nullable=False, server_default=text("7")),
    Column("lead_times", JSONB, nullable=False, server_default=text("'[]'::jsonb")),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("suspension_pauses_term", Boolean, nullable=False, server_default=text("false")),
    Column("acceptance_on_dispatch", Text, nullable=False, server_default="run_on"),
    Column("full_organisation", Text, nullable=False, server_default="warn"),
    Column("statement_before_filing", Text, nullable=False, server_default="refused"),
    _one_of("duplicate_policy", "duplicate_policy", ("warn", "block")),
    _one_of(
        "confirmation_after_entrustment",
        "confirmation_after_entrustment",
        ("refused", "after_withdrawal", "allowed"),
    ),
    _one_of("term_on_reassignment", "term_on_reassignment", ("restart", "continue")),
    _one_of("acceptance_on_dispatch", "acceptance_on_dispatch", ("run_on", "restart")),
    _one_of("full_organisation", "full_organisation", ("warn", "refuse")),
    _one_of("statement_before_filing", "statement_before_filing", ("refused", "allowed")),
    CheckConstraint("fee_notice_days BETWEEN 1 AND 365", name="fee_notice_days"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

referring_bodies = Table(
    "referring_bodies",
    metadata,
    Column("id", Id, ForeignKey("tenants.id"), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("region", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

court_tracks = Table(
    "court_tracks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("court_id", Id, ForeignKey("courts.id"), nullable=False, index=True),
    Column("track", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    _one_of("track", "track", s.Track),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Id, ForeignKey("tenants.id"), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("parent_id", Id, ForeignKey("organisations.id"), index=True),
    Column("ancestor_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("region", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("charges", Boolean, nullable=False, server_default=text("false")),
    Column("capacity", Text, nullable=False, server_default="open"),
    _one_of("capacity", "capacity", ("open", "limited", "full")),
    _one_of("kind", "kind", s.Body),
    CheckConstraint("kind <> 'people' OR NOT charges", name="free"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

mediators = Table(
    "mediators",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("certificate_number", Text),
    Column("id_type", Text),
    Column("id_number_sealed", LargeBinary),
    Column("id_number_hash", LargeBinary),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
    CheckConstraint("num_nonnulls(id_type, id_number_sealed, id_number_hash) IN (0, 3)", name="identity"),
)

roster_entries = Table(
    "roster_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("court_id", Id, ForeignKey("courts.id"), nullable=False, index=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), index=True),
    Column("mediator_id", Id, ForeignKey("mediators.id"), index=True),
    Column("certificate_number", Text),
    Column("status", Text, nullable=False),
    Column("training_hours", Integer),
    Column("trained", Boolean, nullable=False, server_default=text("false")),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    _one_of("status", "status", ("active", "suspended", "removed")),
    CheckConstraint("num_nonnulls(organisation_id, mediator_id) = 1", name="one_listed"),
    CheckConstraint("training_hours >= 0", name="hours"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Id, primary_key=True),
    Column("court_id", Id, ForeignKey("courts.id"), nullable=False),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("mode", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("strict", Boolean, nullable=False),
    Column("cause_roots", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("scope_text", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
    Column("court_scope", Text),
    _one_of("mode", "mode", ("hq_to_hq", "point_to_point")),
    _one_of("form", "form", ("online", "in_court", "mixed")),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
    Index("ix_channels_court_id_organisation_id", "court_id", "organisation_id"),
    Index("ix_channels_for_courts_below", "organisation_id", postgresql_where=text("court_scope IS NOT NULL")),
)

clients = Table(
    "clients",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, ForeignKey("tenants.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("scopes", ARRAY(Text), nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("disabled_at", Instant),
)

client_keys = Table(
    "client_keys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("client_id", Id, ForeignKey("clients.id"), nullable=False, index=True),
    Column("secret_hash", LargeBinary, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("revoked_at", Instant),
)

registry_changes = Table(
    "registry_changes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("noun", Text, nullable=False),
    Column("record_id", Id, nullable=False),
    Column("change", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("details", JSONB, nullable=False),
    Column("client_id", Id, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    _one_of("noun", "noun", Noun),
    _one_of("change", "change", ChangeKind),
    Index("ix_registry_changes_record_id_id", "record_id", "id"),
    Index(
        "ix_registry_changes_new_parent", text("(details ->> 'parent_id')"), postgresql_where=text("change = 'move'")
    ),
    Index("ix_registry_changes_new_name", text("(details ->> 'name')"), postgresql_where=text("change = 'rename'")),
)

# Referrals and what lies under them -------------------------------------------------------------------------------

PROCEDURE_STATES: Mapping[s.Machine, type[StrEnum]] = {
    s.Machine.JUDICIAL_CONFIRMATION: s.ConfirmationState,
    s.Machine.CASE_REGISTRATION: s.RegistrationState,
    s.Machine.MEDIATION_STATEMENT: s.StatementState,
    s.Machine.SUIT_WITHDRAWAL: s.WithdrawalState,
    s.Machine.TRANSFER_TO_TRIAL: s.TransferState,
    s.Machine.LABOUR_ARBITRATION: s.ArbitrationState,
    s.Machine.PAYMENT_ORDER: s.PaymentOrderState,
    s.Machine.ARBITRATION_REVIEW: s.ReviewState,
    s.Machine.NOTARISATION: s.NotarisationState,
    s.Machine.ENFORCEMENT: s.EnforcementState,
}


def _draft_number() -> Column[Any]:
    """Which text of the agreement a row belongs to: 1 for the first."""
    return Column("draft_number", SmallInteger, nullable=False, server_default=text("1"))


OPEN_PROCEDURE = f"state IN ({', '.join(repr(state) for state in sorted(OPEN_PROCEDURE_STATES))})"

disputes = Table(
    "disputes",
    metadata,
    Column("id", Id, primary_key=True),
    _viewers(),
    Column("recorded_at", Instant, nullable=False),
)

series = Table(
    "series",
    metadata,
    Column("id", Id, primary_key=True),
    _viewers(),
    Column("kind", Text, nullable=False),
    Column("owner_id", Id, ForeignKey("tenants.id"), nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("name_sealed", LargeBinary),
)

referrals = Table(
    "referrals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("serial", BigInteger, Identity(always=True), nullable=False),
    Column("dispute_id", Id, ForeignKey("disputes.id"), nullable=False),
    _viewers(),
    Column("kind", Text, nullable=False),
    Column("track", Text, nullable=False),
    Column("body", Text),
    Column("court_id", Id, ForeignKey("courts.id")),
    Column("referring_body_id", Id, ForeignKey("referring_bodies.id")),
    Column("chosen_organisation_id", Id, ForeignKey("organisations.id")),
    Column("series_id", Id, ForeignKey("series.id")),
    Column("holder_id", Id, ForeignKey("organisations.id")),
    Column("holder_ancestor_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("channel_id", Id, ForeignKey("channels.id")),
    Column("court_reference", Text),
    Column("on_court_platform", Boolean, nullable=False),
    Column("cause_version", Text),
    Column("cause_code", Text),
    Column("claim_amount", Numeric(18, 2)),
    Column("state", Text, nullable=False),
    Column("outcome", Text),
    Column("end_reason", Text),
    Column("closure", Text),
    Column("route", Text),
    Column("version", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("last_fact_on", Date, nullable=False),
    Column("last_act_on", Date, nullable=False),
    Column("materials_received_on", Date),
    Column("mediation_started_on", Date),
    Column("reported_on", Date),
    Column("cancel_requested_on", Date),
    Column("filed_on", Date),
    Column("procedure_type", Text),
    Column("preservation", Boolean, nullable=False, server_default=text("false")),
    Column("preserved_on", Date),
    Column("priority", Text, nullable=False, server_default="normal"),
    Column("sensitivities", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("intake_source", Text),
    Column("subsidy_payer", Text),
    Column("arbitration", Text),
    Column("business_status", Text),
    Column("business_reason", Text),
    Column("clerk_sealed", LargeBinary),
    Column("judge_sealed", LargeBinary),
    Column("facts_and_reasons_sealed", LargeBinary),
    Column("advice_sealed", LargeBinary),
    Column("recorded_at", Instant, nullable=False),
    Column("suspended_on", Date),
    Column("suspended_from", Text),
    Column("suspension_reason", Text),
    UniqueConstraint("serial"),
    _one_of("kind", "kind", s.Kind),
    _one_of("track", "track", s.Track),
    _one_of("body", "body", s.Body),
    _one_of("state", "state", s.MediationState),
    _one_of("outcome", "outcome", s.Outcome),
    _one_of("end_reason", "end_reason", s.EndReason),
    _one_of("closure", "closure", s.Closure),
    _one_of("route", "route", s.Route),
    _one_of("procedure_type", "procedure_type", ("ordinary", "summary", "small_claims")),
    _one_of("arbitration", "arbitration", ("arbitrated", "wage_iou")),
    _one_of("suspended_from", "suspended_from", ("accepted", "contacting", "mediating", "appraising")),
    CheckConstraint("num_nulls(suspended_on, suspended_from, suspension_reason) IN (0, 3)", name="suspension"),
    CheckConstraint("version >= 1", name="version"),
    CheckConstraint("octet_length(chain) = 32", name="chain"),
    CheckConstraint("cardinality(viewers) > 0", name="viewers"),
    CheckConstraint(
        "(kind IN ('pre_filing', 'post_filing', 'assisted')) = (court_id IS NOT NULL) "
        "AND (kind = 'transferred') = (referring_body_id IS NOT NULL)",
        name="referrer",
    ),
    Index("ix_referrals_court_id_id", "court_id", "id"),
    Index("ix_referrals_holder_id_id", "holder_id", "id"),
    Index("ix_referrals_dispute_id", "dispute_id"),
    Index("ix_referrals_kind_track", "kind", "track"),
    Index("ix_referrals_opened_on", "opened_on"),
    Index("ix_referrals_series_id", "series_id", "id", postgresql_where=text("series_id IS NOT NULL")),
    Index(
        "ix_referrals_court_reference", "court_reference", "id", postgresql_where=text("court_reference IS NOT NULL")
    ),
    Index(
        "ix_referrals_business_status", "business_status", "id", postgresql_where=text("business_status IS NOT NULL")
    ),
    Index("ix_referrals_priority", "priority", "id", postgresql_where=text("priority <> 'normal'")),
)

referral_viewers = Table(
    "referral_viewers",
    metadata,
    Column("viewer_id", Id, primary_key=True),
    Column("referral_id", Id, primary_key=True),
    Column("state", Text, nullable=False),
    Column("cause_code", Text),
    Index("ix_referral_viewers_viewer_id_state_referral_id", "viewer_id", "state", "referral_id"),
    Index("ix_referral_viewers_viewer_id_cause_code_referral_id", "viewer_id", "cause_code", "referral_id"),
)
"""Which referrals a tenant sees, in their order: `viewers` of `referrals`, turned around. Triggers keep it."""

case_numbers = Table(
    "case_numbers",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("kind", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("normalised", Text, nullable=False, index=True),
    _one_of("kind", "kind", ("court", "platform", "partner", "mediation", "archive")),
)

parties = Table(
    "parties",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("position", SmallInteger, nullable=False),
    Column("role", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("represented_count", Integer, nullable=False),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("name_hash", LargeBinary, nullable=False),
    Column("id_type", Text),
    Column("id_number_sealed", LargeBinary),
    Column("id_number_hash", LargeBinary),
    Column("phone_sealed", LargeBinary),
    Column("phone_hash", LargeBinary),
    Column("address_sealed", LargeBinary),
    Column("succession", JSONB),
    _one_of("role", "role", ("applicant", "respondent", "third_party", "related")),
    _one_of("kind", "kind", ("natural_person", "legal_person", "other_organisation")),
    CheckConstraint("represented_count >= 1", name="represented_count"),
    CheckConstraint("(id_number_sealed IS NULL) = (id_number_hash IS NULL)", name="identity"),
    Index("ix_parties_name_hash_role_referral_id", "name_hash", "role", "referral_id"),
    Index("ix_parties_id_number_hash_role_referral_id", "id_number_hash", "role", "referral_id"),
    Index(
        "ix_parties_name_hash_role_referral_id_unnumbered",
        "name_hash",
        "role",
        "referral_id",
        postgresql_where=text("id_number_hash IS NULL"),
    ),
)

consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("position", Integer, nullable=False),
    Column("party_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("given_on", Date, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False),
    Column("offered_on", Date, nullable=False),
    Column("accepted_on", Date),
    Column("late", Boolean, nullable=False),
    Column("ended_on", Date),
    Column("ending", Text),
    Column("reason", Text),
    Column("explanation_sealed", LargeBinary),
    Column("custody", JSONB),
    _one_of(
        "ending",
        "ending",
        ("declined", "taken_back", "replaced", "handed_back", "dispatched", "referred_back", "recalled"),
    ),
    Index("uq_assignments_current", "referral_id", unique=True, postgresql_where=text("ended_on IS NULL")),
)

mediator_assignments = Table(
    "mediator_assignments",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("mediator_id", Id, ForeignKey("mediators.id"), nullable=False),
    Column("assigned_on", Date, nullable=False),
    Column("lead", Boolean, nullable=False),
    Column("ended_on", Date),
    Column("reason", Text),
    Column("conflict", Text),
    _one_of("conflict", "conflict", ("open", "waived")),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("entered_in_error_on", Date),
    Column("party_id", Id, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("contacted_on", Date, nullable=False),
    Column("means", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("statement_sealed", LargeBinary),
    _one_of("purpose", "purpose", ("consultation", "contact")),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("entered_in_error_on", Date),
    Column("number", Integer, nullable=False),
    Column("mode", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("scheduled_on", Date, nullable=False),
    Column("held_on", Date),
    Column("absent_party_ids", ARRAY(Id), nullable=False),
    Column("reason", Text),
    _one_of("state", "state", ("scheduled", "held", "missed", "cancelled")),
    UniqueConstraint("referral_id", "number"),
)

clocks = Table(
    "clocks",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("rule", Text, nullable=False),
    Column("region", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("raw_end_on", Date, nullable=False),
    Column("due_on", Date),
    Column("provisional", Boolean, nullable=False),
    Column("paused_on", Date),
    Column("paused_days", Integer, nullable=False),
    Column("closed_on", Date),
    Column("warn_on", Date),
    Column("term_id", Id),
    _one_of("region", "region", s.Machine),
    _one_of("state", "state", s.ClockState),
    CheckConstraint("(state = 'paused') = (due_on IS NULL)", name="paused_has_no_due_date"),
    CheckConstraint("(state IN ('met', 'missed')) = (closed_on IS NOT NULL)", name="closed"),
    Index("ix_clocks_warn_on", "warn_on", "id", postgresql_where=text("state = 'running' AND warn_on IS NOT NULL")),
    Index("ix_clocks_provisional", "due_on", "id", postgresql_where=text("state = 'running' AND provisional")),
    Index("ix_clocks_running_due_on", "due_on", "id", postgresql_where=text("state = 'running'")),
    Index(
        "uq_clocks_one_open",
        "referral_id",
        "rule",
        text("COALESCE(term_id, '00000000-0000-0000-0000-000000000000'::uuid)"),
        unique=True,
        postgresql_where=text("state IN ('running', 'paused')"),
    ),
)

agreements = Table(
    "agreements",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("state", Text, nullable=False),
    Column("partial", Boolean, nullable=False),
    Column("drafted_on", Date, nullable=False),
    Column("effective_on", Date),
    Column("window_from", Date),
    Column("performed_on", Date),
    _draft_number(),
    Column("breached_on", Date),
    Column("performances", JSONB),
    Column("breaches", JSONB),
    Column("form", Text, nullable=False, server_default="written"),
    Column("recorded_by", Id),
    Column("guarantor_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("default_clause", Text, nullable=False, server_default="none"),
    Column("planned", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("subjects", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("enforcement_promised", Boolean, nullable=False, server_default=text("false")),
    Column("signing_clause", Boolean, nullable=False, server_default=text("false")),
    Column("recorded_on", Date),
    Column("served", JSONB),
    Column("filed_on", Date),
    _one_of("form", "form", ("written", "oral")),
    _one_of("default_clause", "default_clause", ("none", "stated")),
    _one_of("state", "state", s.AgreementState),
    UniqueConstraint("referral_id"),
)

agreement_terms = Table(
    "agreement_terms",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("agreement_id", Id, nullable=False),
    Column("position", SmallInteger, nullable=False),
    Column("payer_party_id", Id),
    Column("amount", Numeric(18, 2)),
    Column("due_on", Date),
    Column("text_sealed", LargeBinary, nullable=False),
    _draft_number(),
    Column("account_sealed", LargeBinary),
)

signatures = Table(
    "signatures",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("role", Text, nullable=False),
    Column("party_id", Id),
    Column("signed_on", Date, nullable=False),
    Column("means", Text, nullable=False),
    _draft_number(),
    Column("representative_id", Id),
    _one_of("role", "role", s.SignerRole),
    CheckConstraint("(role IN ('party', 'guarantor')) = (party_id IS NOT NULL)", name="signer"),
    CheckConstraint("representative_id IS NULL OR party_id IS NOT NULL", name="represented"),
)

procedures = Table(
    "procedures",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("machine", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("applicant_ids", ARRAY(Id), nullable=False),
    Column("decided_on", Date),
    Column("reason", Text),
    Column("case_number", Text),
    Column("court_id", Id, ForeignKey("courts.id")),
    Column("served_party_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("fee_amount", Numeric(18, 2)),
    Column("pay_by", Date),
    Column("draft_number", SmallInteger),
    Column("reply_by", Date),
    Column("debtor_id", Id),
    Column("amount", Numeric(18, 2)),
    Column("requested_on", Date),
    Column("basis_id", Id),
    Column("court_ground", Text),
    CheckConstraint(
        " OR ".join(
            f"(machine = '{machine.value}' AND state IN (" + ", ".join(f"'{x.value}'" for x in states) + "))"
            for machine, states in PROCEDURE_STATES.items()
        ),
        name="state",
    ),
    Index("ix_procedures_open", "machine", "referral_id", postgresql_where=text(OPEN_PROCEDURE)),
)

# What people record around a referral; nothing here is ever deleted, and few columns are changed later.

representatives = Table(
    "representatives",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("party_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date),
    Column("name_sealed", LargeBinary, nullable=False),
    Column("id_type", Text),
    Column("id_number_sealed", LargeBinary),
    Column("id_number_hash", LargeBinary),
    Column("phone_sealed", LargeBinary),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("entered_in_error_on", Date),
    Column("party_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("amount", Numeric(18, 2)),
    Column("outcome", Text, nullable=False),
    Column("made_on", Date, nullable=False),
    Column("settled_on", Date),
    Column("settled_amount", Numeric(18, 2)),
    Column("text_sealed", LargeBinary),
)

service_addresses = Table(
    "service_addresses",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("party_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("confirmed_on", Date, nullable=False),
    Column("address_sealed", LargeBinary, nullable=False),
)

materials = Table(
    "materials",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("entered_in_error_on", Date),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("party_id", Id),
    Column("requested_on", Date),
    Column("due_on", Date),
    Column("supplied_on", Date),
    Column("received_on", Date),
    Column("sha256", Text),
    Column("media_type", Text),
    Column("title_sealed", LargeBinary),
    _one_of("source", "source", ("court", "organisation", "referring_body", "party")),
    _one_of("state", "state", ("requested", "supplied", "received")),
    CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256"),
)

notices = Table(
    "notices",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("entered_in_error_on", Date),
    Column("party_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("result", Text, nullable=False),
    Column("result_on", Date),
    Column("session_id", Id),
    _one_of("result", "result", ("sent", "received", "failed")),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("sender", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("reply_to", Id),
    Column("text_sealed", LargeBinary, nullable=False),
    _one_of("sender", "sender", ("court", "organisation", "referring_body")),
)

urgings = Table(
    "urgings",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("sender", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("urged_on", Date, nullable=False),
    Column("reply_by", Date, nullable=False),
    Column("answered_on", Date),
    Column("text_sealed", LargeBinary),
    Column("answer_sealed", LargeBinary),
    _one_of("sender", "sender", ("court", "referring_body")),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("document_class", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("put_by", Text, nullable=False),
    Column("put_by_id", Id, ForeignKey("tenants.id"), nullable=False),
    Column("put_on", Date, nullable=False),
    Column("sealed_original", Boolean, nullable=False),
    Column("signed_by", ARRAY(Id), nullable=False),
    Column("replaces_minutes", Boolean, nullable=False),
    Column("private_to", Id),
    Column("withdrawn_on", Date),
    Column("withdrawal_reason", Text),
    Column("name_sealed", LargeBinary),
    _one_of("put_by", "put_by", ("court", "organisation", "referring_body")),
    CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256"),
    CheckConstraint("size_bytes > 0", name="size"),
    CheckConstraint("(withdrawn_on IS NULL) = (withdrawal_reason IS NULL)", name="withdrawn"),
    CheckConstraint(
        "document_class NOT IN ('caucus', 'offer', 'private_notes') OR private_to IS NOT NULL", name="confidential"
    ),
    CheckConstraint("private_to IS NULL OR viewers = ARRAY[private_to]", name="private"),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("mediator_id", Id, ForeignKey("mediators.id"), nullable=False),
    Column("raised_by", Text, nullable=False),
    Column("raised_on", Date, nullable=False),
    Column("decision", Text, nullable=False),
    Column("relation", Text),
    Column("role", Text),
    Column("party_id", Id),
    Column("earlier_count", Integer, nullable=False),
    Column("declared_count", Integer, nullable=False),
    Column("own_count", Integer, nullable=False, server_default=text("0")),
    Column("namesake_count", Integer, nullable=False, server_default=text("0")),
    Column("decided_on", Date),
    Column("waived_by", ARRAY(Id), nullable=False),
    Column("entered_in_error_on", Date),
    _one_of("raised_by", "raised_by", ("check", "role", "mediator", "party")),
    _one_of("decision", "decision", ("clear", "found", "open", "recused", "waived", "unfounded", "barred")),
    CheckConstraint("(raised_by IN ('mediator', 'party')) = (relation IS NOT NULL)", name="relation"),
    CheckConstraint("(raised_by = 'role') = (role IS NOT NULL)", name="role"),
)

sharings = Table(
    "sharings",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
    Column("act", Text, nullable=False),
    Column("from_id", Id, ForeignKey("tenants.id"), nullable=False),
    Column("to_id", Id, ForeignKey("tenants.id"), nullable=False),
    Column("ground", Text, nullable=False),
    Column("classes", ARRAY(Text), nullable=False),
    Column("shared_on", Date, nullable=False),
    _one_of("act", "act", ("dispatch", "refer_back", "grant", "recall")),
    _one_of("ground", "ground", ("separate_consent", "court_duty", "statutory_duty")),
)

CASE_TABLES = (
    disputes,
    series,
    referrals,
    case_numbers,
    parties,
    consents,
    assignments,
    mediator_assignments,
    contacts,
    sessions,
    clocks,
    agreements,
    agreement_terms,
    signatures,
    procedures,
    representatives,
    claims,
    service_addresses,
    materials,
    notices,
    messages,
    urgings,
    documents,
    conflicts,
    sharings,
)
"""Tables under row-level security by `viewers`."""

# Truth, stream, doors ---------------------------------------------------------------------------------------------

events = Table(
    "events",
    metadata,
    Column("entry", BigInteger, Identity(always=True), primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("subject_kind", Text, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("occurred_on", Date, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("body", JSONB, nullable=False),
    Column("actor", JSONB, nullable=False),
    Column("audience", ARRAY(Id), nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("subject_id", "version"),
)

unplaced = Table(
    "unplaced",
    metadata,
    Column("entry", BigInteger, primary_key=True, autoincrement=False),
)

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("tenant_id", Id, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
)

feed_heads = Table(
    "feed_heads",
    metadata,
    Column("tenant_id", Id, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("batch", BigInteger, nullable=False, index=True),
)

feed_epochs = Table(
    "feed_epochs",
    metadata,
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("started_at", Instant, nullable=False),
    Column("reason", Text, nullable=False),
)

feed_floors = Table(
    "feed_floors",
    metadata,
    Column("tenant_id", Id, primary_key=True),
    Column("position", BigInteger, CheckConstraint("position > 0", name="position"), nullable=False),
    Column("moved_at", Instant, nullable=False),
)

consumers = Table(
    "consumers",
    metadata,
    Column("tenant_id", Id, primary_key=True),
    Column("name", Text, CheckConstraint("name ~ '^[a-z0-9][a-z0-9_.-]{0,62}$'", name="name"), primary_key=True),
    Column("types", ARRAY(Text), nullable=False),
    Column("court_id", Id),
    Column("organisation_id", Id),
    Column("position", BigInteger, CheckConstraint("position >= 0", name="position"), nullable=False),
    Column("token", Id),
    Column("lease_position", BigInteger),
    Column("lease_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("moved_at", Instant, nullable=False),
    CheckConstraint(
        "(token IS NULL) = (lease_until IS NULL) AND (token IS NULL) = (lease_position IS NULL)", name="lease"
    ),
    CheckConstraint("lease_position > position", name="lease_position"),
)

webhook_endpoints = Table(
    "webhook_endpoints",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, ForeignKey("tenants.id"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("description", Text, nullable=False, server_default=text("''")),
    Column("state", Text, nullable=False, server_default=text("'pending'")),
    Column("state_reason", Text),
    Column("payload", Text, nullable=False, server_default=text("'thin'")),
    Column("types", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("court_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("organisation_ids", ARRAY(Id), nullable=False, server_default=text("'{}'")),
    Column("headers_sealed", LargeBinary),
    Column("rate_per_second", Integer),
    Column("rate_tokens", Double, nullable=False, server_default=text("0")),
    Column("rate_at", Instant),
    Column("timeout_seconds", Integer, nullable=False, server_default=text("15")),
    Column("schedule_seconds", ARRAY(Integer)),
    Column("ordering", Text, nullable=False, server_default=text("'strict'")),
    Column("order_over", Text, nullable=False, server_default=text("'referral'")),
    Column("ordered_from", BigInteger),
    Column("park_after_hours", Integer, nullable=False, server_default=text("72")),
    Column("signing", ARRAY(Text), nullable=False, server_default=text("'{v1}'")),
    Column("from_position", BigInteger, nullable=False, server_default=text("0")),
    Column("filters_from", BigInteger),
    Column("breaker", Text, nullable=False, server_default=text("'closed'")),
    Column("breaker_until", Instant),
    Column("breaker_trips", Integer, nullable=False, server_default=text("0")),
    Column("ramp_limit", Integer),
    Column("window_started_at", Instant),
    Column("window_success", Integer, nullable=False, server_default=text("0")),
    Column("window_failure", Integer, nullable=False, server_default=text("0")),
    Column("failing_since", Instant),
    Column("last_success_at", Instant),
    Column("errand", Text),
    Column("errand_id", Id),
    Column("errand_due_at", Instant),
    Column("errand_attempt", Integer, nullable=False, server_default=text("0")),
    Column("errand_until", Instant),
    Column("challenged_at", Instant),
    Column("version", Integer, nullable=False, server_default=text("1")),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    _one_of("state", "state", ("pending", "active", "paused", "disabled", "removed")),
    _one_of("payload", "payload", ("thin", "full")),
    _one_of("ordering", "ordering", ("strict", "bounded")),
    _one_of("order_over", "order_over", ("referral", "endpoint")),
    _one_of("breaker", "breaker", ("closed", "open", "half_open", "ramp")),
    _one_of("errand", "errand", ("challenge", "test")),
    CheckConstraint(
        "(errand IS NULL) = (errand_id IS NULL) AND (errand IS NULL) = (errand_due_at IS NULL)", name="errand_whole"
    ),
    Index("ix_webhook_endpoints_errand_due_at", "errand_due_at", postgresql_where=text("errand IS NOT NULL")),
)

webhook_secrets = Table(
    "webhook_secrets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("endpoint_id", Id, ForeignKey("webhook_endpoints.id"), nullable=False, index=True),
    Column("tenant_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("secret_sealed", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ends_at", Instant),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("endpoint_id", Id, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("tenant_id", Id, nullable=False),
    Column("entry", BigInteger, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("state", Text, nullable=False, server_default=text("'waiting'")),
    Column("attempt_count", Integer, nullable=False, server_default=text("0")),
    Column("first_due_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("reason", Text),
    _one_of("state", "state", ("waiting", "delivered", "parked", "skipped")),
    CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name="settled"),
    Index("ix_deliveries_lane", "endpoint_id", "subject_id", "position", postgresql_where=text("state = 'waiting'")),
    Index("ix_deliveries_parked", "endpoint_id", "position", postgresql_where=text("state = 'parked'")),
)

lanes = Table(
    "lanes",
    metadata,
    Column("endpoint_id", Id, primary_key=True),
    Column("subject_id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("head_position", BigInteger, nullable=False),
    Column("next_due_at", Instant, nullable=False),
    Column("attempt", Integer, nullable=False, server_default=text("0")),
    Column("tried_since", Instant),
    Column("lease_until", Instant),
    Column("lease_token", Id),
    CheckConstraint("(lease_token IS NULL) = (lease_until IS NULL)", name="lease"),
    Index("ix_lanes_due", "endpoint_id", "next_due_at", postgresql_where=text("lease_token IS NULL")),
    Index("ix_lanes_leased", "endpoint_id", "lease_until", postgresql_where=text("lease_token IS NOT NULL")),
)

delivery_attempts = Table(
    "delivery_attempts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("endpoint_id", Id, nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("step", Integer, nullable=False),
    Column("message_id", Id, nullable=False),
    Column("kind", Text, nullable=False),
    Column("position", BigInteger),
    Column("number", Integer, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text),
    Column("status", SmallInteger),
    Column("request_headers", JSONB, nullable=False),
    Column("body_sha256", Text, nullable=False),
    Column("answer_headers", JSONB, nullable=False),
    Column("answer_sha256", Text, nullable=False),
    Column("answer", LargeBinary),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    _one_of("kind", "kind", ("event", "challenge", "test")),
    _one_of("outcome", "outcome", ("delivered", "retry", "give_up", "gone", "throttled")),
    CheckConstraint("(kind = 'event') = (position IS NOT NULL)", name="position"),
    CheckConstraint("octet_length(answer) <= 8192", name="answer"),
    UniqueConstraint("endpoint_id", "subject_id", "step"),
    Index("ix_delivery_attempts_endpoint_id_position_number", "endpoint_id", "position", "number"),
    Index("ix_delivery_attempts_with_answer", "started_at", postgresql_where=text("answer IS NOT NULL")),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("client_id", Id, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("location", Text),
    Column("version", Integer),
    Column("answer", JSONB, nullable=False),
    Column("recorded_at", Instant, nullable=False, index=True),
)

access_audit = Table(
    "access_audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("client_id", Id, nullable=False),
    Column("referral_id", Id, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False, index=True),
    Index("ix_access_audit_tenant_id_id", "tenant_id", "id"),
)

key_checks = Table(
    "key_checks",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key_id", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    _one_of("kind", "kind", ("seal", "hash")),
)

# Platforms of courts ----------------------------------------------------------------------------------------------

court_platforms = Table(
    "court_platforms",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Text, nullable=False),
    Column("court_id", Id, ForeignKey("courts.id"), nullable=False),
    Column("client_id", Id, ForeignKey("clients.id"), nullable=False),
    Column("dialect", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("mapping", JSONB, nullable=False),
    Column("settings", JSONB, nullable=False),
    Column("duties", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("credentials_sealed", LargeBinary),
    Column("recorded_at", Instant, nullable=False),
    CheckConstraint("code ~ '^[a-z0-9][a-z0-9-]{0,62}$'", name="code"),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="validity"),
    Index("ix_court_platforms_code_id", "code", "id"),
)

platform_positions = Table(
    "platform_positions",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("feed_position", BigInteger, nullable=False, server_default=text("0")),
    Column("pull_cursor", Text),
    Column("forged_count", BigInteger, nullable=False, server_default=text("0")),
    Column("stale_count", BigInteger, nullable=False, server_default=text("0")),
    Column("replayed_count", BigInteger, nullable=False, server_default=text("0")),
)

platform_nonces = Table(
    "platform_nonces",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("sender", Text, primary_key=True),
    Column("nonce", LargeBinary, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("kept_until", Instant, nullable=False, index=True),
)

platform_inbox = Table(
    "platform_inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("platform", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("raw_sealed", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("flags", JSONB, nullable=False, server_default=text("'[]'::jsonb")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("next_at", Instant, nullable=False),
    Column("referral_id", Id),
    Column("decided_at", Instant),
    UniqueConstraint("platform", "message_id"),
    _one_of("state", "state", InboxState),
    CheckConstraint("(state = 'parked') = (reason IS NOT NULL)", name="reason"),
    Index("ix_platform_inbox_tenant_id", "tenant_id", "id"),
    Index("ix_platform_inbox_next_at", "next_at", "id", postgresql_where=text("state = 'waiting'")),
)

platform_outbox = Table(
    "platform_outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("platform", Text, nullable=False),
    Column("referral_id", Id, ForeignKey("referrals.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("body", JSONB, nullable=False),
    Column("key", Text, nullable=False),
    Column("event_id", Id, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("doubtful", Boolean, nullable=False, server_default=text("false")),
    Column("next_at", Instant, nullable=False),
    Column("leased_until", Instant),
    Column("delivered_at", Instant),
    Column("processed_at", Instant),
    Column("platform_number", Text),
    Column("reason", Text),
    Column("last_failure", Text),
    Column("anew", Boolean, nullable=False, server_default=text("false")),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("platform", "key"),
    _one_of("kind", "kind", OutgoingKind),
    _one_of("state", "state", OutboxState),
    CheckConstraint("(state = 'parked') = (reason IS NOT NULL)", name="reason"),
    CheckConstraint("state <> 'processed' OR (processed_at IS NOT NULL AND delivered_at IS NOT NULL)", name="receipts"),
    Index("ix_platform_outbox_tenant_id", "tenant_id", "id"),
    Index("ix_platform_outbox_next_at", "next_at", "id", postgresql_where=text("state IN ('waiting', 'delivered')")),
    Index("ix_platform_outbox_waiting", "platform", "referral_id", "id", postgresql_where=text("state = 'waiting'")),
)

platform_entries = Table(
    "platform_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("court_id", Id, nullable=False),
    Column("platform", Text, nullable=False),
    Column("referral_id", Id, ForeignKey("referrals.id"), nullable=False),
    Column("duty", Text, nullable=False),
    Column("event_id", Id, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_on", Date),
    Column("delivery", Text),
    Column("entered_on", Date),
    Column("entered_by", Id),
    Column("platform_number", Text),
    Column("verified_at", Instant),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("event_id", "duty", "platform"),
    _one_of("duty", "duty", Duty),
    _one_of("state", "state", EntryState),
    CheckConstraint("state = 'not_required' OR due_on IS NOT NULL", name="due_on"),
    Index("ix_platform_entries_referral_id", "referral_id", "id"),
    Index("ix_platform_entries_due_on", "due_on", "id", postgresql_where=text("state = 'due'")),
)

reconciliations = Table(
    "reconciliations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, nullable=False),
    Column("platform", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("state", Text, nullable=False),
    Column("ours_count", Integer, nullable=False),
    Column("theirs_count", Integer, nullable=False),
    Column("difference_count", Integer, nullable=False),
    Column("differences", JSONB, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("started_by", Id),
    Column("approved_by", Id),
    Column("approved_at", Instant),
    _one_of("state", "state", ReconciliationState),
    CheckConstraint("(state = 'applied') = (approved_by IS NOT NULL)", name="approved_by"),
    Index("ix_reconciliations_tenant_id", "tenant_id", "id"),
)
