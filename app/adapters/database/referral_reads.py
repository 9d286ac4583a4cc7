"""Texts of the statements that read referrals. Built once; nothing from outside ever enters a text.

A referral and its children come as one JSON document, read in one snapshot: the version that a write checks is the
version of exactly these children. Children are in the order of their ids, which is that in which they were made; where
the order decides, as between two words of one party, it is a column.
"""

from collections.abc import Iterable

from app.adapters.database import registry_rows as r
from app.domain.lifecycle.states import AgreementState, Machine, MediationState, Stage
from app.domain.referral import OPEN_PROCEDURE_STATES, STAGE_OF

ROOT = (
    "f.id, f.serial, f.dispute_id, f.kind, f.track, f.court_id, f.cause_code, f.cause_version, f.on_court_platform, "
    "f.state, f.version, f.opened_on, f.last_fact_on, f.last_act_on, f.body, f.channel_id, f.holder_id, "
    "f.holder_ancestor_ids, f.outcome, f.end_reason, f.closure, f.route, f.materials_received_on, f.chain, "
    "f.court_reference, f.claim_amount::text, f.recorded_at"
)
"""Columns of `referrals AS f`."""

_COLUMNS = {
    "parties": "id, role, kind, represented_count, id_number_sealed IS NOT NULL AS has_identity",
    "case_numbers": "id, kind, original, normalised",
    "consents": "id, party_id, kind, given, given_on",
    "assignments": "id, organisation_id, offered_on, accepted_on, late, ended_on, ending, reason",
    "mediator_assignments": "id, mediator_id, assigned_on, lead",
    "contacts": "id, party_id, purpose, contacted_on, means, result",
    "sessions": "id, number, mode, state, scheduled_on, held_on, absent_party_ids",
    "clocks": "id, rule, region, state, started_on, raw_end_on, due_on, provisional, paused_on, paused_days, closed_on",
    "agreements": "id, state, partial, drafted_on, effective_on, window_from, performed_on",
    "agreement_terms": "id, payer_party_id, amount::text, due_on",
    "signatures": "id, role, party_id, signed_on, means",
    "procedures": "id, machine, state, opened_on, applicant_ids, decided_on, reason, case_number",
}
_ORDER = {"parties": "position", "consents": "position", "agreement_terms": "position"}
ALL_CHILDREN = tuple(_COLUMNS)
LIST_CHILDREN = ("case_numbers", "clocks", "agreements", "procedures")


def _children(tables: Iterable[str]) -> str:
    return ",\n".join(
        f"(SELECT json_agg(x) FROM (SELECT {_COLUMNS[table]} FROM {table} WHERE referral_id = f.id "
        f"ORDER BY {_ORDER.get(table, 'id')}) AS x) AS {table}"
        for table in tables
    )


def _one(select: str, where: str) -> str:
    """A registry record as JSON."""
    return f"(SELECT row_to_json(x) FROM ({select} WHERE {where}) AS x)"


def _many(select: str, where: str) -> str:
    return f"(SELECT json_agg(x) FROM ({select} WHERE {where}) AS x)"


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


def _for_referral(source: str) -> str:
    """The look at one referral, which `source` names by a plain comparison with $6.

    Under row security a condition that holds a query of its own may not go ahead of the policy: every row of the table
    would be looked at.
    """
    return f"""
    SELECT row_to_json(d)::text FROM (SELECT
        {_KEPT} AS kept,
        (SELECT row_to_json(x) FROM (
            SELECT {ROOT},
            {_one(r.COURT, "c.id = f.court_id")} AS court,
            {_one(r.ORGANISATION, "c.id = f.holder_id")} AS holder,
            {_many(r.CHANNEL, "c.court_id = f.court_id AND c.organisation_id = $4")} AS channels,
            {_children(ALL_CHILDREN)}
            FROM {source} AND ($1::uuid IS NULL OR $1 = ANY (f.viewers))
        ) AS x) AS referral,
        {_NAMED}
    ) AS d
    """


FOR_REFERRAL = _for_referral("referrals AS f WHERE f.id = $6")
FOR_PROCEDURE = _for_referral("procedures AS p JOIN referrals AS f ON f.id = p.referral_id WHERE p.id = $6")
"""$1 tenant or null for the system, $2 client, $3 key, $4 organisation, $5 mediator, $6 referral, or procedure."""

FOR_OPENING = f"""
SELECT row_to_json(d)::text FROM (SELECT
    {_KEPT} AS kept,
    {_one(r.COURT, "c.id = $1")} AS court,
    {_many(r.CHANNEL, "c.court_id = $1 AND c.organisation_id = $4")} AS channels,
    {_NAMED}
) AS d
"""
"""$1 the court, $2 client, $3 key, $4 organisation, $5 mediator."""


def _stage() -> str:
    """The derived stage of `referrals AS f` in SQL; says the same as `Referral.stage`."""
    open_states = ", ".join(f"'{state}'" for state in sorted(OPEN_PROCEDURE_STATES))

    def has(machine: Machine) -> str:
        return (
            f"EXISTS (SELECT FROM procedures AS p WHERE p.referral_id = f.id AND p.machine = '{machine.value}' "
            f"AND p.state IN ({open_states}))"
        )

    plain = " ".join(f"WHEN '{state.value}' THEN '{stage.value}'" for state, stage in STAGE_OF.items())
    return f"""CASE
        WHEN {has(Machine.JUDICIAL_CONFIRMATION)} THEN '{Stage.CONFIRMATION.value}'
        WHEN {has(Machine.CASE_REGISTRATION)} THEN '{Stage.FILING.value}'
        WHEN f.state = '{MediationState.MEDIATION_ENDED.value}' AND EXISTS (
            SELECT FROM agreements AS a WHERE a.referral_id = f.id AND a.state <> '{AgreementState.REFUSED.value}'
        ) THEN '{Stage.AGREEMENT.value}'
        ELSE CASE f.state {plain} END
    END"""


FIRST_ID = "'00000000-0000-0000-0000-000000000000'::uuid"
LAST_ID = "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid"
"""Where a page starts when nothing came before. A condition that is always there is one that an index can serve."""

_WANTED = f"""
    AND f.id < COALESCE($2::uuid, {LAST_ID}) AND ($4::text IS NULL OR f.state = $4)
    AND ($5::text IS NULL OR {_stage()} = $5)
"""


def _ids(where: str) -> str:
    return f"SELECT f.id FROM referrals AS f WHERE {where} {_WANTED} ORDER BY f.id DESC LIMIT $3"


def _page(ids: str) -> str:
    return f"""
SELECT row_to_json(x)::text FROM (
    SELECT {ROOT}, {_children(LIST_CHILDREN)}
    FROM referrals AS f WHERE f.id IN ({ids}) AND $1 = ANY (f.viewers) ORDER BY f.id DESC LIMIT $3
) AS x
"""


PAGE_OF_COURT = _page(_ids("f.court_id = $1"))
PAGE_OF_ORGANISATION = _page(f"({_ids('f.holder_id = $1')}) UNION ({_ids('f.holder_ancestor_ids @> ARRAY[$1::uuid]')})")
"""$1 tenant, $2 id to go on behind or null, $3 limit, $4 state or null, $5 stage or null. Each branch has an index."""

BATCH = f"""
SELECT row_to_json(x)::text FROM (
    SELECT {ROOT}, {_children(("clocks", "agreements", "procedures"))}
    FROM referrals AS f WHERE f.id > COALESCE($1::uuid, {FIRST_ID}) ORDER BY f.id LIMIT $2
) AS x
"""
"""For the system: $1 id to go on behind or null, $2 limit."""

PARTIES = """
SELECT p.id, p.role, p.kind, p.represented_count, p.name_sealed, p.id_type, p.id_number_sealed, p.phone_sealed,
    p.address_sealed
FROM parties AS p WHERE p.referral_id = $1 AND $2 = ANY (p.viewers) ORDER BY p.position
"""

TERM_TEXTS = """
SELECT id, text_sealed FROM agreement_terms WHERE referral_id = $1 AND $2 = ANY (viewers) ORDER BY position
"""

EXPLANATIONS = """
SELECT id, explanation_sealed FROM assignments
WHERE referral_id = $1 AND $2 = ANY (viewers) AND explanation_sealed IS NOT NULL
"""

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
