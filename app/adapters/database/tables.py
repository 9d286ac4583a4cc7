"""All tables, in one place. Shapes only: roles, policies, triggers and grants are in the migrations.

Every case table carries `viewers`, the tenants that see its referral now (court, holder, the holder's ancestors): row
security compares that column and nothing else. Personal data is in columns ending in `_sealed` (encrypted by field) and
`_hash` (keyed). Text codes that the lifecycle owns are CHECKed against its enums.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
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
from app.domain.lifecycle import states as s

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
)

calendar_years = Table(
    "calendar_years",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("notices", ARRAY(Text), nullable=False),
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
    _one_of("kind", "kind", s.Body),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
)

mediators = Table(
    "mediators",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("certificate_number", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("recorded_at", Instant, nullable=False),
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
    _one_of("mode", "mode", ("hq_to_hq", "point_to_point")),
    _one_of("form", "form", ("online", "in_court", "mixed")),
    CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="dates"),
    Index("ix_channels_court_id_organisation_id", "court_id", "organisation_id"),
)

clients = Table(
    "clients",
    metadata,
    Column("id", Id, primary_key=True),
    Column("tenant_id", Id, ForeignKey("tenants.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("scopes", ARRAY(Text), nullable=False),
    Column("recorded_at", Instant, nullable=False),
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

# Referrals and what lies under them -------------------------------------------------------------------------------

disputes = Table(
    "disputes",
    metadata,
    Column("id", Id, primary_key=True),
    _viewers(),
    Column("recorded_at", Instant, nullable=False),
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
    Column("court_id", Id, ForeignKey("courts.id"), nullable=False),
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
    Column("advice_sealed", LargeBinary),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("serial"),
    _one_of("kind", "kind", s.Kind),
    _one_of("track", "track", s.Track),
    _one_of("body", "body", s.Body),
    _one_of("state", "state", s.MediationState),
    _one_of("outcome", "outcome", s.Outcome),
    _one_of("end_reason", "end_reason", s.EndReason),
    _one_of("closure", "closure", s.Closure),
    _one_of("route", "route", s.Route),
    CheckConstraint("version >= 1", name="version"),
    CheckConstraint("octet_length(chain) = 32", name="chain"),
    Index("ix_referrals_court_id_id", "court_id", "id"),
    Index("ix_referrals_holder_id_id", "holder_id", "id"),
    Index("ix_referrals_dispute_id", "dispute_id"),
    Index("ix_referrals_holder_ancestor_ids", "holder_ancestor_ids", postgresql_using="gin"),
)

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
    Column("name_hash", LargeBinary, nullable=False, index=True),
    Column("id_type", Text),
    Column("id_number_sealed", LargeBinary),
    Column("id_number_hash", LargeBinary, index=True),
    Column("phone_sealed", LargeBinary),
    Column("phone_hash", LargeBinary),
    Column("address_sealed", LargeBinary),
    _one_of("role", "role", ("applicant", "respondent", "third_party", "related")),
    _one_of("kind", "kind", ("natural_person", "legal_person", "other_organisation")),
    CheckConstraint("represented_count >= 1", name="represented_count"),
    CheckConstraint("(id_number_sealed IS NULL) = (id_number_hash IS NULL)", name="identity"),
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
    _one_of("ending", "ending", ("declined", "taken_back", "replaced")),
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
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    *_of_referral(),
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
    Column("number", Integer, nullable=False),
    Column("mode", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("scheduled_on", Date, nullable=False),
    Column("held_on", Date),
    Column("absent_party_ids", ARRAY(Id), nullable=False),
    _one_of("state", "state", ("scheduled", "held", "missed")),
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
    _one_of("region", "region", s.Machine),
    _one_of("state", "state", s.ClockState),
    CheckConstraint("(state = 'paused') = (due_on IS NULL)", name="paused_has_no_due_date"),
    CheckConstraint("(state IN ('met', 'missed')) = (closed_on IS NOT NULL)", name="closed"),
    Index("ix_clocks_running_due_on", "due_on", "id", postgresql_where=text("state = 'running'")),
    Index(
        "uq_clocks_one_open",
        "referral_id",
        "rule",
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
    _one_of("role", "role", s.SignerRole),
    CheckConstraint("(role = 'party') = (party_id IS NOT NULL)", name="signer"),
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
    CheckConstraint(
        "(machine = 'judicial_confirmation' AND state IN ("
        + ", ".join(f"'{x}'" for x in s.ConfirmationState)
        + ")) OR (machine = 'case_registration' AND state IN ("
        + ", ".join(f"'{x}'" for x in s.RegistrationState)
        + "))",
        name="state",
    ),
)

CASE_TABLES = (
    disputes,
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
)
