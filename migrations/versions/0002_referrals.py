"""Referrals and everything that lies under them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
    )
    op.create_table(
        "referrals",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("serial", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("dispute_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("track", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("court_id", sa.UUID(), nullable=False),
        sa.Column("holder_id", sa.UUID(), nullable=True),
        sa.Column("holder_ancestor_ids", postgresql.ARRAY(sa.UUID()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("channel_id", sa.UUID(), nullable=True),
        sa.Column("court_reference", sa.Text(), nullable=True),
        sa.Column("on_court_platform", sa.Boolean(), nullable=False),
        sa.Column("cause_version", sa.Text(), nullable=True),
        sa.Column("cause_code", sa.Text(), nullable=True),
        sa.Column("claim_amount", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("closure", sa.Text(), nullable=True),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("last_fact_on", sa.Date(), nullable=False),
        sa.Column("last_act_on", sa.Date(), nullable=False),
        sa.Column("materials_received_on", sa.Date(), nullable=True),
        sa.Column("advice_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "body IN ('people', 'labour', 'commercial', 'chamber', 'industry', 'individual_invited', 'lawyer', 'administrative', 'notary', 'consumer', 'governance_centre')",
            name=op.f("ck_referrals_body"),
        ),
        sa.CheckConstraint(
            "closure IN ('agreed', 'partly_agreed', 'performed_at_once', 'withdrawn_after_settlement', 'registered', 'advised_to_sue', 'returned', 'taken_back')",
            name=op.f("ck_referrals_closure"),
        ),
        sa.CheckConstraint(
            "end_reason IN ('agreement_reached', 'settled_and_withdrew', 'party_unreachable', 'party_unwilling', 'differences_too_large', 'term_expired', 'refused_to_sign', 'other')",
            name=op.f("ck_referrals_end_reason"),
        ),
        sa.CheckConstraint("kind IN ('pre_filing')", name=op.f("ck_referrals_kind")),
        sa.CheckConstraint(
            "outcome IN ('agreed', 'partly_agreed', 'settled_and_withdrew', 'not_agreed')",
            name=op.f("ck_referrals_outcome"),
        ),
        sa.CheckConstraint("route IN ('filing', 'advised')", name=op.f("ck_referrals_route")),
        sa.CheckConstraint(
            "state IN ('consulting', 'returned', 'awaiting_acceptance', 'overdue', 'unassigned', 'accepted', 'contacting', 'mediating', 'appraising', 'term_expired', 'mediation_ended', 'closed')",
            name=op.f("ck_referrals_state"),
        ),
        sa.CheckConstraint("track IN ('pre_filing_2016', 'pre_filing_2022')", name=op.f("ck_referrals_track")),
        sa.CheckConstraint("octet_length(chain) = 32", name=op.f("ck_referrals_chain")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_referrals_version")),
        sa.ForeignKeyConstraint(["channel_id"], ["channels.id"], name=op.f("fk_referrals_channel_id")),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_referrals_court_id")),
        sa.ForeignKeyConstraint(["dispute_id"], ["disputes.id"], name=op.f("fk_referrals_dispute_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["organisations.id"], name=op.f("fk_referrals_holder_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint("serial", name=op.f("uq_referrals_serial")),
    )
    op.create_index("ix_referrals_court_id_id", "referrals", ["court_id", "id"], unique=False)
    op.create_index("ix_referrals_dispute_id", "referrals", ["dispute_id"], unique=False)
    op.create_index(
        "ix_referrals_holder_ancestor_ids", "referrals", ["holder_ancestor_ids"], unique=False, postgresql_using="gin"
    )
    op.create_index("ix_referrals_holder_id_id", "referrals", ["holder_id", "id"], unique=False)
    op.create_table(
        "case_numbers",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("normalised", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('court', 'platform', 'partner', 'mediation', 'archive')", name=op.f("ck_case_numbers_kind")
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_case_numbers_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_numbers")),
    )
    op.create_index(op.f("ix_case_numbers_normalised"), "case_numbers", ["normalised"], unique=False)
    op.create_index(op.f("ix_case_numbers_referral_id"), "case_numbers", ["referral_id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("represented_count", sa.Integer(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("name_hash", sa.LargeBinary(), nullable=False),
        sa.Column("id_type", sa.Text(), nullable=True),
        sa.Column("id_number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id_number_hash", sa.LargeBinary(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=True),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('natural_person', 'legal_person', 'other_organisation')", name=op.f("ck_parties_kind")
        ),
        sa.CheckConstraint(
            "role IN ('applicant', 'respondent', 'third_party', 'related')", name=op.f("ck_parties_role")
        ),
        sa.CheckConstraint("(id_number_sealed IS NULL) = (id_number_hash IS NULL)", name=op.f("ck_parties_identity")),
        sa.CheckConstraint("represented_count >= 1", name=op.f("ck_parties_represented_count")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_parties_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_id_number_hash"), "parties", ["id_number_hash"], unique=False)
    op.create_index(op.f("ix_parties_name_hash"), "parties", ["name_hash"], unique=False)
    op.create_index(op.f("ix_parties_referral_id"), "parties", ["referral_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_consents_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_referral_id"), "consents", ["referral_id"], unique=False)
    op.create_table(
        "assignments",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("organisation_id", sa.UUID(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ending", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("explanation_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("ending IN ('declined', 'taken_back', 'replaced')", name=op.f("ck_assignments_ending")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name=op.f("fk_assignments_organisation_id")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_assignments_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index(op.f("ix_assignments_referral_id"), "assignments", ["referral_id"], unique=False)
    op.create_index(
        "uq_assignments_current",
        "assignments",
        ["referral_id"],
        unique=True,
        postgresql_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "mediator_assignments",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("mediator_id", sa.UUID(), nullable=False),
        sa.Column("assigned_on", sa.Date(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediators.id"], name=op.f("fk_mediator_assignments_mediator_id")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_mediator_assignments_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator_assignments")),
    )
    op.create_index(op.f("ix_mediator_assignments_referral_id"), "mediator_assignments", ["referral_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("party_id", sa.UUID(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("contacted_on", sa.Date(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("statement_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("purpose IN ('consultation', 'contact')", name=op.f("ck_contacts_purpose")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_contacts_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_referral_id"), "contacts", ["referral_id"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("scheduled_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("absent_party_ids", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.CheckConstraint("state IN ('scheduled', 'held', 'missed')", name=op.f("ck_sessions_state")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_sessions_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("referral_id", "number", name=op.f("uq_sessions_referral_id_number")),
    )
    op.create_index(op.f("ix_sessions_referral_id"), "sessions", ["referral_id"], unique=False)
    op.create_table(
        "clocks",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("raw_end_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("paused_days", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("(state = 'paused') = (due_on IS NULL)", name=op.f("ck_clocks_paused_has_no_due_date")),
        sa.CheckConstraint("(state IN ('met', 'missed')) = (closed_on IS NOT NULL)", name=op.f("ck_clocks_closed")),
        sa.CheckConstraint(
            "region IN ('mediation', 'agreement', 'judicial_confirmation', 'case_registration')",
            name=op.f("ck_clocks_region"),
        ),
        sa.CheckConstraint("state IN ('running', 'paused', 'met', 'missed')", name=op.f("ck_clocks_state")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_clocks_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clocks")),
    )
    op.create_index(op.f("ix_clocks_referral_id"), "clocks", ["referral_id"], unique=False)
    op.create_index(
        "ix_clocks_running_due_on",
        "clocks",
        ["due_on", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_index(
        "uq_clocks_one_open",
        "clocks",
        ["referral_id", "rule"],
        unique=True,
        postgresql_where=sa.text("state IN ('running', 'paused')"),
    )
    op.create_table(
        "agreements",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("window_from", sa.Date(), nullable=True),
        sa.Column("performed_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('agreement_pending', 'agreement_effective', 'agreement_refused', 'performed')",
            name=op.f("ck_agreements_state"),
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_agreements_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreements")),
        sa.UniqueConstraint("referral_id", name=op.f("uq_agreements_referral_id")),
    )
    op.create_index(op.f("ix_agreements_referral_id"), "agreements", ["referral_id"], unique=False)
    op.create_table(
        "agreement_terms",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("agreement_id", sa.UUID(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("payer_party_id", sa.UUID(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_agreement_terms_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_terms")),
    )
    op.create_index(op.f("ix_agreement_terms_referral_id"), "agreement_terms", ["referral_id"], unique=False)
    op.create_table(
        "signatures",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("party_id", sa.UUID(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.CheckConstraint("(role = 'party') = (party_id IS NOT NULL)", name=op.f("ck_signatures_signer")),
        sa.CheckConstraint("role IN ('party', 'mediator', 'organisation')", name=op.f("ck_signatures_role")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_signatures_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_referral_id"), "signatures", ["referral_id"], unique=False)
    op.create_table(
        "procedures",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("applicant_ids", postgresql.ARRAY(sa.UUID()), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("case_number", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(machine = 'judicial_confirmation' AND state IN ('applied', 'not_accepted', 'under_review', 'confirmed', 'rejected', 'withdrawn')) OR (machine = 'case_registration' AND state IN ('handed_over', 'registered', 'not_registered'))",
            name=op.f("ck_procedures_state"),
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_procedures_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
    )
    op.create_index(op.f("ix_procedures_referral_id"), "procedures", ["referral_id"], unique=False)


def downgrade() -> None:
    op.drop_table("procedures")
    op.drop_table("signatures")
    op.drop_table("agreement_terms")
    op.drop_table("agreements")
    op.drop_table("clocks")
    op.drop_table("sessions")
    op.drop_table("contacts")
    op.drop_table("mediator_assignments")
    op.drop_table("assignments")
    op.drop_table("consents")
    op.drop_table("parties")
    op.drop_table("case_numbers")
    op.drop_table("referrals")
    op.drop_table("disputes")
