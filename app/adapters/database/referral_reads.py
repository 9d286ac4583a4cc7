"""Texts of the statements that read referrals. Built once; nothing from outside ever enters a text.

A referral and its children come as one JSON document, read in one snapshot: the version that a write checks is the
version of exactly these children. Children are in the order of their ids, which is that in which they were made; where
the order decides, as between two words of one party, it is a column.
"""

from collections.abc import Iterable
from functools import cache

from app.adapters.database import registry_rows as r
from app.adapters.database.dossier_rows import COURT_TEXTS, PARTICULARS, PLAIN

PARTY_LOCK = 7_310_003
"""Class of the locks on parties; see `Referrals.hold_parties`."""

ROOT = (
    "f.id, f.serial, f.dispute_id, f.kind, f.track, f.court_id, f.cause_code, f.cause_version, f.on_court_platform, "
    "f.state, f.version, f.opened_on, f.last_fact_on, f.last_act_on, f.body, f.channel_id, f.holder_id, "
    "f.holder_ancestor_ids, f.outcome, f.end_reason, f.closure, f.route, f.materials_received_on, f.chain, "
    "f.court_reference, f.claim_amount::text, f.recorded_at, f.referring_body_id, f.chosen_organisation_id, "
    "f.mediation_started_on, f.reported_on, f.cancel_requested_on, f.series_id, "
    "f.suspended_on, f.suspended_from, f.suspension_reason, " + ", ".join(f"f.{name}" for name in PARTICULARS)
)
"""Columns of `referrals AS f`."""

_COLUMNS = {
    "parties": "id, role, kind, represented_count, id_number_sealed IS NOT NULL AS has_identity, succession",
    "consents": "id, party_id, kind, given, given_on",
    "assignments": "id, organisation_id, offered_on, accepted_on, late, ended_on, ending, reason, custody",
    "mediator_assignments": "id, mediator_id, assigned_on, lead, ended_on, reason, conflict",
    "contacts": "id, party_id, purpose, contacted_on, means, result, entered_in_error_on",
    "sessions": "id, number, mode, state, scheduled_on, held_on, absent_party_ids, reason, entered_in_error_on",
    "clocks": "id, rule, region, state, started_on, raw_end_on, due_on, provisional, paused_on, paused_days, "
    "closed_on, warn_on, term_id",
    "agreements": "id, state, partial, drafted_on, effective_on, window_from, performed_on, draft_number, "
    "breached_on, performances, breaches, form, recorded_by, guarantor_ids, default_clause, planned, subjects, "
    "enforcement_promised, signing_clause, recorded_on, served, filed_on",
    "agreement_terms": "id, payer_party_id, amount::text, due_on, draft_number",
    "signatures": "id, role, party_id, signed_on, means, draft_number, representative_id",
    "procedures": "id, machine, state, opened_on, applicant_ids, decided_on, reason, case_number, court_id, "
    "served_party_ids, fee_amount::text, pay_by, draft_number, reply_by, debtor_id, amount::text, "
    "requested_on, basis_id, court_ground",
    **PLAIN,
}
_ORDER = {"parties": "position", "consents": "position", "agreement_terms": "position"}
EVERYTHING = tuple(_COLUMNS)
DECIDING = tuple(table for table in _COLUMNS if table not in PLAIN or table == "case_numbers")
"""Children that every decision may need; the dossier beside its case numbers is asked for apart."""


def children(tables: Iterable[str]) -> str:
    """Columns with the rows under `referrals AS f`, as JSON, each named as its table."""
    return ",\n".join(
        f"(SELECT json_agg(x) FROM (SELECT {_COLUMNS[table]} FROM {table} WHERE referral_id = f.id "
        f"ORDER BY {_ORDER.get(table, 'id')}) AS x) AS {table}"
        for table in tables
    )


def _one(select: str, where: str) -> str:
    """A registry record as the text of its JSON, by which it is remembered; see `registry_rows.remembered`."""
    return f"(SELECT row_to_json(x)::text FROM ({select} WHERE {where}) AS x)"


def _many(select: str, where: str) -> str:
    return f"(SELECT json_agg(x)::text FROM ({select} WHERE {where}) AS x)"


_KEPT = """
(SELECT row_to_json(k) FROM (
    SELECT encode(fingerprint, 'hex') AS fingerprint, status, location, version, answer FROM idempotency_keys
    WHERE client_id = $2 AND key = $3
) AS k)
"""
_NAMED = f"""
{_one(r.ORGANISATION, "c.id = $4")} AS organisation,
{_one(r.MEDIATOR, "c.id = $5")} AS mediator,
(SELECT offset_seconds FROM legal_clock) AS offset_seconds
"""


_DUPLICATES = """
(SELECT json_agg(x) FROM (
    SELECT f.id, f.dispute_id, f.serial, f.opened_on, f.cause_code, f.state
    FROM sutiao_shared_parties($1, $8::bytea[], $9::bytea[], $10::bytea[], $11::bytea[]) AS s (id)
    JOIN referrals AS f ON f.id = s.id
    WHERE $1 = ANY (f.viewers) ORDER BY f.id DESC
) AS x) AS duplicates
"""


HIDDEN_DOCUMENTS = """
SELECT document_class, count(*) AS count FROM documents
WHERE referral_id = $1 AND private_to IS DISTINCT FROM $2 AND private_to IS NOT NULL GROUP BY document_class
"""
"""$1: the referral, $2: whoever may know of its own. Classes and numbers only."""


_MEDIATING = "(ARRAY(SELECT m.mediator_id FROM mediator_assignments AS m WHERE m.referral_id = f.id) || $5::uuid)"
_OFFICE = f"""
{_many(r.MEDIATOR, f"c.id = ANY ({_MEDIATING})")} AS office,
{_many(r.ROSTER_ENTRY, f"c.mediator_id = ANY ({_MEDIATING}) AND c.court_id = f.court_id")} AS listings,
(SELECT json_agg(encode(x.id_number_hash, 'hex')) FROM (
    SELECT p.id_number_hash FROM parties AS p WHERE p.referral_id = f.id AND p.id_number_hash IS NOT NULL
    UNION SELECT a.id_number_hash FROM representatives AS a
    WHERE a.referral_id = f.id AND a.id_number_hash IS NOT NULL
) AS x WHERE EXISTS (
    SELECT FROM mediators AS m WHERE m.id = ANY ({_MEDIATING}) AND m.id_number_hash IS NOT NULL
)) AS identities,
"""

_LISTING = "SELECT e.court_id FROM roster_entries AS e WHERE e.organisation_id = $4"
_LISTED = f"""
{_many(r.ROSTER_ENTRY, "c.organisation_id = $4")} AS listed,
{_many(r.COURT, f"c.id IN ({_LISTING})")} AS listing_courts,
"""

_USABLE = "c.court_id = {court} AND c.organisation_id = $4 OR c.organisation_id = $4 AND c.court_scope IS NOT NULL"
"""Channels with the organisation of the court itself, and of courts whose channels other courts may use; each
by an index of its own."""

SHARED_MAX = 5_000
"""Most referrals with a party in common that a check for conflicts looks at."""

_ENCOUNTERS = f"""
(WITH shared AS MATERIALIZED (
    SELECT q.referral_id FROM parties AS p JOIN parties AS q ON q.id_number_hash = p.id_number_hash
    WHERE p.referral_id = f.id AND q.referral_id <> f.id AND $1 = ANY (q.viewers)
    UNION SELECT q.referral_id FROM parties AS p JOIN parties AS q ON q.name_hash = p.name_hash
    WHERE p.referral_id = f.id AND q.referral_id <> f.id AND $1 = ANY (q.viewers)
        AND (p.id_number_hash IS NULL OR q.id_number_hash IS NULL)
    LIMIT {SHARED_MAX}
) SELECT json_build_object(
    'earlier', (SELECT count(DISTINCT m.referral_id) FROM shared AS s
        JOIN mediator_assignments AS m USING (referral_id) WHERE m.mediator_id = $5 AND $1 = ANY (m.viewers)),
    'declared', (SELECT count(*) FROM shared AS s JOIN conflicts AS c USING (referral_id)
        WHERE c.mediator_id = $5 AND c.raised_by <> 'check' AND c.entered_in_error_on IS NULL
            AND $1 = ANY (c.viewers)),
    'own', (SELECT count(*) FROM mediators AS m JOIN (
        SELECT p.id_number_hash FROM parties AS p WHERE p.referral_id = f.id
        UNION ALL SELECT a.id_number_hash FROM representatives AS a WHERE a.referral_id = f.id
    ) AS x USING (id_number_hash) WHERE m.id = $5)
)) AS encounters,
"""


@cache
def look(
    by: str,
    *,
    dossier: bool = False,
    named: bool = False,
    mediators: bool = False,
    encounters: bool = False,
    listing: bool = False,
) -> str:
    """The look at one referral, found by the id of a table's row.

    Args:
        by: `referrals` or `procedures`.
        dossier: With the whole dossier.
        named: With the court and series that the command names, and the court of the procedure that it rests on.
        mediators: With what the registry has of the referral's mediators and of the one that the command names.
        encounters: With what the tenant sees of that mediator and the parties in its other referrals.
        listing: With the roster entries of the organisation that the command names, and their courts.

    Returns:
        A statement with $1 tenant or null for the system, $2 client, $3 key, $4 organisation, $5 mediator, $6 the id,
        and where `named` $7 court, $8 series, $9 procedure.

    Under row security a condition that holds a query of its own may not go ahead of the policy: every row of the table
    would be looked at. So what is compared with $6 is a column.
    """
    source = {
        "referrals": "referrals AS f WHERE f.id = $6",
        "procedures": "procedures AS p JOIN referrals AS f ON f.id = p.referral_id WHERE p.id = $6",
    }[by]
    return f"""
    SELECT row_to_json(d)::text FROM (SELECT
        {_KEPT} AS kept,
        (SELECT row_to_json(x) FROM (
            SELECT {ROOT},
            {_one(r.COURT, "c.id = f.court_id")} AS court,
            {_one(r.REFERRING_BODY, "c.id = f.referring_body_id")} AS referring_body,
            {_one(r.ORGANISATION, "c.id = f.holder_id")} AS holder,
            {_many(r.CHANNEL, _USABLE.format(court="f.court_id"))} AS channels,
            {_OFFICE if mediators else ""}
            {_ENCOUNTERS if encounters else ""}
            {_LISTED if listing else ""}
            {children(EVERYTHING if dossier else DECIDING)}
            FROM {source} AND ($1::uuid IS NULL OR $1 = ANY (f.viewers))
        ) AS x) AS referral,
        {_around("$7", "$8") if named else ""}
        {_issuing("$9") if named else ""}
        {_NAMED}
    ) AS d
    """


def _around(court: str, series: str) -> str:
    return f"""
        {_one(r.COURT, f"c.id = {court}")} AS named_court,
        {_known("series", series)} AS series_known,
    """


def _issuing(procedure: str) -> str:
    """The court of a procedure that the caller sees; nothing where that is the referring one."""
    its_court = f"(SELECT p.court_id FROM procedures AS p WHERE p.id = {procedure} AND $1 = ANY (p.viewers))"
    return f"{_one(r.COURT, f'c.id = {its_court}')} AS issuing_court,"


def _known(table: str, wanted: str) -> str:
    return f"EXISTS (SELECT FROM {table} WHERE id = {wanted} AND $1 = ANY (viewers))"


@cache
def opening(*, around: bool) -> str:
    """What an opening needs. $1 the opening tenant, $2 client, $3 key, $4 organisation, $5 mediator.

    Where `around`, also court, series, dispute and possible duplicates: $6 court, $7 series, $8 and $9 hashes and
    names of applicants, $10 and $11 of respondents, $12 dispute.
    """
    more = f"""
        {_around("$6", "$7")}
        {_known("disputes", "$12")} AS dispute_known,
        {_DUPLICATES},
    """
    return f"""
    SELECT row_to_json(d)::text FROM (SELECT
        {_KEPT} AS kept,
        {_one(r.COURT, "c.id = $1")} AS court,
        {_one(r.REFERRING_BODY, "c.id = $1")} AS referring_body,
        {_many(r.CHANNEL, _USABLE.format(court="$1"))} AS channels,
        {more if around else ""}
        {_NAMED}
    ) AS d
    """


FIRST_ID = "'00000000-0000-0000-0000-000000000000'::uuid"
"""Where a batch starts when nothing came before. A condition that is always there is one that an index can serve."""

BATCH = f"""
SELECT row_to_json(x)::text FROM (
    SELECT {ROOT}, {children(("clocks", "agreements", "procedures"))}
    FROM referrals AS f WHERE f.id > COALESCE($1::uuid, {FIRST_ID}) ORDER BY f.id LIMIT $2
) AS x
"""
"""For the system: $1 id to go on behind or null, $2 limit."""

PARTIES = """
SELECT p.id, p.role, p.kind, p.represented_count, p.name_sealed, p.id_type, p.id_number_sealed, p.phone_sealed,
    p.address_sealed, p.succession
FROM parties AS p WHERE p.referral_id = $1 AND $2 = ANY (p.viewers) ORDER BY p.position
"""

NAMES = """
SELECT p.id, 'parties' AS source, p.name_sealed FROM parties AS p
WHERE p.referral_id = $1 AND $2 = ANY (p.viewers) AND p.kind = 'natural_person'
UNION ALL SELECT a.id, 'representatives', a.name_sealed FROM representatives AS a
WHERE a.referral_id = $1 AND $2 = ANY (a.viewers)
"""
"""Natural persons who are party or representative: $1 the referral, $2 the tenant."""

TERM_TEXTS = """
SELECT id, text_sealed, account_sealed FROM agreement_terms
WHERE referral_id = $1 AND $2 = ANY (viewers) ORDER BY position
"""

EXPLANATIONS = """
SELECT id, explanation_sealed FROM assignments
WHERE referral_id = $1 AND $2 = ANY (viewers) AND explanation_sealed IS NOT NULL
"""

PARTICULARS_SHOWN = f"""
SELECT row_to_json(x)::text FROM (
    SELECT f.id, f.claim_amount::text, {", ".join(f"f.{name}" for name in PARTICULARS)},
        {", ".join(f"f.{name}_sealed" for name in COURT_TEXTS)}
    FROM referrals AS f WHERE f.id = $1 AND $2 = ANY (f.viewers)
) AS x
"""

HOLD_PARTIES = f"""
SELECT pg_advisory_xact_lock({PARTY_LOCK}, k) FROM (
    SELECT DISTINCT k FROM unnest($1::int[]) AS k ORDER BY k OFFSET 0
) AS x
"""
"""In one order for all, so that nobody waits in a circle."""

FOLLOW = "SELECT sutiao_follow_dispute($1), sutiao_follow_series($2), sutiao_follow_series($3)"
"""After a change of who sees a referral: $1 its dispute, $2 its series or null, $3 the series that it left or null."""

ADVICE = "SELECT advice_sealed FROM referrals WHERE id = $1 AND $2 = ANY (viewers)"

CLAIM_DUE = f"""
SELECT c.id, c.referral_id, c.rule, c.due_on
FROM clocks AS c JOIN referrals AS f ON f.id = c.referral_id
WHERE c.state = 'running' AND c.due_on < $1
    AND (c.due_on, c.id) > (COALESCE($2::date, '-infinity'), COALESCE($3::uuid, {FIRST_ID}))
ORDER BY c.due_on, c.id LIMIT 1 FOR UPDATE OF f SKIP LOCKED
"""
"""Locks the referral and not the clock: writers take the referral first, so nobody can wait for the other."""

NEXT_DUE_ON = "SELECT min(due_on) FROM clocks WHERE state = 'running' AND due_on >= $1"
ANY_REFERRAL = "SELECT EXISTS (SELECT FROM referrals)"
RECORD_ACCESS = """
INSERT INTO access_audit (id, tenant_id, client_id, referral_id, what, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)
"""
