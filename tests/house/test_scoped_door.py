"""Every read of a case goes through one scoped door: its statement compares the tenant, its port takes one.

What looks at all tenants is listed here with its reason, and nothing else may. An entry that is no longer needed is red
too, so the lists say what is true.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import typing
from dataclasses import fields
from itertools import combinations, product
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import TextClause

from app.adapters import database
from app.adapters.database import dossier_rows, referral_pages, referral_reads
from app.adapters.database.tables import metadata
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.ports import Transaction
from app.domain.selection import Selection

ROOT = Path(__file__).parents[2]
WITH_VIEWERS = frozenset(table.name for table in metadata.tables.values() if "viewers" in table.columns)
OF_TENANT = frozenset({
    "events", "feed_entries", "feed_floors", "consumers", "access_audit", "referral_viewers", "webhook_endpoints",
    "webhook_secrets", "deliveries", "lanes", "delivery_attempts",
})  # fmt: skip
"""Tables that are scoped by a tenant's id or through a referral."""

BY_TENANT = re.compile(r"\b(?:tenant_id|viewer_id) = (?:\$1|:tenant_id)(?!\d)")

SYSTEM_STATEMENTS = {
    "audit.PAGE_OF_ALL": "an operator's record of readings; it names no referral",
    "clock_rows.CLAIM_WARNING": "the sweep of warnings",
    "clock_rows.CLAIM_PROVISIONAL": "last days that are computed anew",
    "clock_rows.CLAIM_BETWEEN": "last days that are computed anew",
    "clock_rows.LAST_WORD": "the sweep of warnings",
    "clock_rows.NEXT_WARNING_ON": "the steering of the legal clock",
    "platforms.POSITION": "how far a platform was served; row security shows the floor of the court's feed to it alone",
    "deliveries.CHAIN_ENDS": "the worker delivers for every tenant",
    "deliveries.HOLD": "the worker delivers for every tenant",
    "deliveries.HOLD_ENDPOINTS": "the worker delivers for every tenant",
    "deliveries.LAST_WORD": "the worker delivers for every tenant",
    "deliveries.SETTLE": "the worker delivers for every tenant",
    "errands.CHAIN_END": "challenges, tests and upkeep of every tenant",
    "errands.DUE": "challenges, tests and upkeep of every tenant",
    "errands.ERASE": "challenges, tests and upkeep of every tenant",
    "errands.LOCK_ENDPOINT": "challenges, tests and upkeep of every tenant",
    "errands.UNSTAMPED": "challenges, tests and upkeep of every tenant",
    "lanes.FREE_EXPIRED": "the worker delivers for every tenant",
    "lanes.NOTE": "the worker delivers for every tenant",
    "lanes.TAKE": "the worker delivers for every tenant",
    "lanes.TARGETS": "the worker delivers for every tenant",
    "lanes.WAITING": "the worker delivers for every tenant",
    "lanes._STEP": "the worker delivers for every tenant",
    "delivery_evidence.DELIVERY_FAULTS": "`sutiao verify`",
    "delivery_evidence.RECEIPTS_OF": "`sutiao verify`",
    "evidence.BATCH": "`sutiao verify` reads a whole database",
    "evidence.DELIVERY_FAULTS": "`sutiao verify`",
    "evidence.RECEIPTS_OF": "`sutiao verify`",
    "evidence.COUNTS": "`sutiao verify`",
    "evidence.EVENTS_OF": "`sutiao verify`",
    "evidence.DOCUMENTS_AMONG": "`sutiao documents sweep` looks for contents that no document has",
    "evidence._FAULTS": "`sutiao verify`",
    "evidence._ISOLATION": "`sutiao verify`",
    "feed_lag.WAITING": "how far placing is behind; it names nothing",
    "feed_retention._REMOVE": "old entries of every feed go",
    "key_checks.ANY_FIELD": "the start asks whether the ring reads this database, and shows nothing",
    "referral_reads.ANY_REFERRAL": "may the legal clock still be set back?",
    "referral_reads.BATCH": "`sutiao verify`",
    "referral_reads.CLAIM_DUE": "the sweep of deadlines",
    "referral_reads.HIDDEN_DOCUMENTS": "a package tells how many documents of a class it keeps back, and no more",
    "referral_reads.NEXT_DUE_ON": "the steering of the legal clock",
    "referral_pages._BELOW": "a part of the pages, which are looked at as they are made",
    "sequencer._PLACE": "the sequencer gives every tenant its positions",
    "webhook_rows.HEALTH_OF_ALL": "an operator sees how endpoints do; no address, nothing of a case",
    "webhook_rows.HEARD": "whether the other side was told of a referral that the caller sees: four counts",
    "webhook_rows._HEALTH": "a part of the two that ask how endpoints do, which are looked at as they are made",
}
"""Statements that read cases of all tenants, as `module.name`, with who needs them."""

BUILDERS = {
    "evidence.EvidenceRows.faults": "bounds one of the listed queries",
    "feed.FeedPages.page": "one text for each round bound, of the tenant's own feed",
    "reencryption.DatabaseVault.rehash": "re-encryption, for the system; texts from the catalogue",
    "reencryption.DatabaseVault.reseal": "re-encryption",
    "reencryption.DatabaseVault.uses": "re-encryption",
    "reencryption._write": "re-encryption",
    "referrals.ReferralRows.create": "a write, built for the tables that it fills; it reads nothing of a case",
    "referrals.ReferralRows.save": "a write, built for the tables that it fills; it reads nothing of a case",
    "reference_rows.ReferenceRows._load": "reference data",
    "referrals.ReferralRows._before_opening": "made for the call, and looked at as such",
    "referrals.ReferralRows.dossier": "made for the call, and looked at as such",
    "referrals.ReferralRows.load": "made for the call, and looked at as such",
    "referrals.ReferralRows.page": "made for the call, and looked at as such",
    "registry.RegistryRows._read": "one of the registry's statements",
    "series.SeriesRows.page": "one of two constants",
}
"""Functions that run a text which is not a constant of a module."""

WRITES = {
    "consumers.put": "writes over what a scoped read brought, or a new one of its own tenant",
    "referrals.hold_parties": "a lock; it reads nothing",
    "webhooks.keep_order": "a lock; it reads nothing",
    "webhooks.hold_order": "a lock; it reads nothing",
    "series.add": "writes a new series of its own tenant",
    "referrals.create": "writes what was just decided",
    "referrals.save": "writes over what a scoped read brought, and only that version",
}
SYSTEM_READS = {
    "outbox.claim": "the worker sends for every platform",
    "inbox.claim": "the worker acts on messages of every platform; they name no case before that",
    "referrals.claim_due": "the sweep of deadlines",
    "referrals.next_due_on": "the steering of the legal clock",
    "referrals.any_exist": "may the legal clock still be set back?",
    "audit.page_of_all": "an operator's record of readings",
    "webhooks.health_of_all": "an operator sees how endpoints do",
    "webhooks.heard": "whether the other side was told of a referral that the caller sees",
}
WITHOUT_CASES = {
    "reference": "code lists, causes, regions, calendar",
    "clocks": "time, for the system only",
    "registry": "courts, organisations, channels: open to every tenant",
    "platforms": "configuration of platforms of courts; nothing of a case",
    "idempotency": "scoped by the client",
    "evidence": "`sutiao verify`, for the system only",
    "lanes": "deliveries, for the system only",
    "deliveries": "deliveries, for the system only",
    "errands": "deliveries, for the system only",
    "upkeep": "deliveries, for the system only",
}
"""Repositories that are not of cases."""

SYSTEM_EYES = {
    "services/audit.py page": "an operator's record of readings",
    "services/recomputation.py _recompute": "time acts on every tenant's referrals",
    "services/recomputation.py ChangedYears.__call__": "the calendar is everybody's",
    "services/platform_inbox.py _count": "a platform's messages that were refused at the door",
    "services/platform_inbox.py _require_unused": "a nonce of a platform; it names no case",
    "services/platform_inbox.py process_next": "the worker acts on messages of every platform",
    "services/platform_inbox.py receive": "whose platform it is comes out of its configuration",
    "services/platform_entries.py _require_not_on_its_way": "the message for a duty is the court's, whoever enters it",
    "services/platform_outbox.py gather": "the worker reads the feed of every court that has a platform",
    "services/platform_outbox.py _attempted": "secrets of a platform; nothing of a case",
    "services/platform_outbox.py _settle": "the worker sends for every platform",
    "services/platform_outbox.py send_next": "the worker sends for every platform",
    "services/platform_outbox.py take_receipt": "a platform tells what became of a message, and a duty follows",
    "services/platform_rounds.py with_credentials": "secrets of a platform; nothing of a case",
    "services/platform_pull.py _pull": "how far a platform was fetched",
    "services/platform_pull.py pull_all": "the worker fetches from every platform",
    "services/platforms.py expiries": "the worker tells when certificates end; nothing of a case",
    "services/reconciliation.py reconcile_due": "every platform is compared every night",
    "services/sweeping.py _next": "time acts on every tenant's referrals",
    "services/warnings.py _tell": "time acts on every tenant's referrals",
    "services/deadlines.py _run_out": "time acts on every tenant's referrals",
    "services/deadlines.py _set_back": "the legal clock is everybody's",
    "services/deadlines.py _step": "the legal clock is everybody's",
    "services/delivery/claiming.py claim": "the worker delivers for every tenant",
    "services/delivery/claiming.py release": "the worker delivers for every tenant",
    "services/delivery/settling.py settle": "the worker delivers for every tenant",
    "services/delivery/errands.py run_errands": "the worker delivers for every tenant",
    "services/delivery/errands.py _run": "the worker delivers for every tenant",
    "services/delivery/upkeep.py free_leases": "the worker delivers for every tenant",
    "services/delivery/upkeep.py tidy": "the worker delivers for every tenant",
    "services/document_sweep.py orphans": "`sutiao documents sweep`",
    "services/handover.py _hidden": "how many documents of a class a package keeps back",
    "services/keys.py authenticate": "who calls is not known yet",
    "services/referrals/transitions.py _move_once": "the write after which its own tenant no longer sees the referral",
    "services/registry/clients.py bootstrap": "there is no tenant yet",
    "services/registry/clients.py operator": "the command line, which holds the database's address",
    "services/reference.py court_codes": "reference data",
    "services/reference.py load_calendar": "reference data",
    "services/reference.py load_reference": "reference data",
    "services/reference.py read_calendar": "reference data",
    "services/reference.py regions": "reference data",
    "services/verification.py verify": "`sutiao verify`",
    "services/webhooks/logs.py health_of_all": "an operator sees how endpoints do",
    "services/webhooks/status.py delivery_status": "whether the other side was told of a referral that the caller sees",
}
"""Functions that look with the eyes of the system, as `file function`, with the reason."""

SOME = {
    "state": tuple(MediationState),
    "stage": tuple(Stage),
    "cause_codes": (frozenset("x"), frozenset(map(str, range(500)))),
    "oldest_first": (True,),
}
"""Filters whose values make a difference to the statement; any word will do for the others."""

SCOPING = frozenset({"principal", "tenant_id", "sought"})
RUNNERS = frozenset({"value", "rows", "run", "fetch", "fetchval", "fetchrow", "execute", "scalar", "scalars"})
READING = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)(?:\s+AS\s+(\w+))?")


def modules():
    return [importlib.import_module(f"{database.__name__}.{m.name}") for m in pkgutil.iter_modules(database.__path__)]


def texts_in(value):
    """All statements inside a value of a module."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, TextClause):
        return [value.text]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts_in(item)]
    return [text for item in value for text in texts_in(item)] if isinstance(value, tuple | list) else []


def statements():
    """(`module.name`, text) of every constant that looks like a statement."""
    return [
        (f"{module.__name__.rpartition('.')[2]}.{name}", text)
        for module in modules()
        for name, value in vars(module).items()
        for text in texts_in(value)
        if name.lstrip("_").isupper() and re.match(r"\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b", text)
    ]


def built():
    """(`module.function`, text) of the statements that are made for a call, for every kind of call there is."""
    flags = (False, True)
    for by, dossier, named in product(("referrals", "procedures"), flags, flags):
        yield "referral_reads.look", referral_reads.look(by, dossier=dossier, named=named)
    for around in flags:
        yield "referral_reads.opening", referral_reads.opening(around=around)
    for table in dossier_rows.PLAIN:
        yield "dossier_rows.shown", dossier_rows.shown(table)
    values = {field.name: value for field in fields(Selection) for value in SOME.get(field.name, ("x",))}
    wanted = [{}, *({name: value} for name in values for value in SOME.get(name, ("x",)))]
    wanted += [dict(pair) for pair in combinations(values.items(), 2)]
    for chosen, after_id in product([*wanted, values], (None, UUID(int=1))):
        yield "referral_pages.page_of", referral_pages.page_of(Selection(**chosen), UUID(int=2), after_id, 5)[0]


def unscoped(text):
    """Tables of cases that a statement reads without comparing the tenant, directly or through the referral above."""
    read = [(table, alias or table) for table, alias in READING.findall(text) if table in WITH_VIEWERS | OF_TENANT]
    scoped = {alias for table, alias in read if table in WITH_VIEWERS and _compares(text, table, alias)}
    while True:
        more = {alias for _, alias in read if alias not in scoped and _hangs_on(text, alias, scoped)}
        if not more:
            break
        scoped |= more
    if scoped or BY_TENANT.search(text):
        scoped |= {alias for table, alias in read if table in OF_TENANT}
    return sorted({table for table, alias in read if alias not in scoped})


def _compares(text, table, alias):
    name = r"(?:\w+\.)?" if alias == table else rf"{alias}\."
    return re.search(rf"\$\d+ = ANY \({name}viewers\)", text) is not None


def _hangs_on(text, alias, scoped):
    """Whether rows of the alias are those of a referral that is scoped."""
    above = "|".join(map(re.escape, scoped)) or "(?!)"
    plain = rf"\b(?:{alias}\.)?referral_id = (?:{above})\.id\b"
    turned = rf"\b(?:{above})\.id = {alias}\.referral_id\b"
    return re.search(f"{plain}|{turned}", text) is not None


def test_every_statement_about_cases_compares_the_tenant_or_is_a_listed_reader_of_all():
    open_ones = {name for name, text in statements() if unscoped(text)}

    assert open_ones == SYSTEM_STATEMENTS.keys()


def test_every_statement_that_is_made_for_a_call_compares_the_tenant():
    """Whatever is looked for, and in which direction."""
    made = list(built())

    assert {name for name, text in made if unscoped(text)} == set()
    assert len(made) > 100


def functions_of(tree, path=()):
    """(dotted name, node) of every function of a module."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield ".".join([*path, node.name]), node
        inner = [*path, node.name] if isinstance(node, ast.ClassDef) else path
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from functions_of(node, tuple(inner))


def is_constant(node):
    """A constant of a module, by its name: `PAGE`, `reads.PAGE`, `_HEAD`, `PAGES[kind]`."""
    node = node.value if isinstance(node, ast.Subscript) else node
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name.lstrip("_").isupper()


def test_no_statement_about_cases_runs_that_is_not_a_constant_or_built_in_a_listed_function():
    """So that the test above has seen every text there is."""
    found = set()
    for path in (ROOT / "app" / "adapters" / "database").glob("*.py"):
        if path.stem in {
            "session",
            "embedded",
            "embedded_place",
            "roles",
            "migrate",
            "catalogue",
            "transactions",
            "nudge",
        }:
            continue  # Below the repositories: they run what they are handed, or know no table of cases.
        for name, function in functions_of(ast.parse(path.read_text(encoding="utf-8"))):
            for call in ast.walk(function):
                runs = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in RUNNERS
                plain = runs and call.args and not is_constant(call.args[0]) and not _says(call.args[0], {"COMMIT"})
                if plain and not _says(call.args[0], {"ROLLBACK"}) and "begin" not in ast.unparse(call.args[0]):
                    found.add(f"{path.stem}.{name}")

    assert found == BUILDERS.keys()


def test_no_statement_of_core_reads_a_table_of_cases():
    """Those would be neither constants nor texts; Core is for the registry."""
    tables = "|".join(sorted(WITH_VIEWERS))
    for path in (ROOT / "app" / "adapters" / "database").glob("*.py"):
        used = re.findall(rf"\bt\.({tables})\b", path.read_text(encoding="utf-8"))
        assert path.stem == "tables" or used == [], path.name


def _says(node, texts):
    return isinstance(node, ast.Constant) and node.value in texts


def repositories():
    """Repositories of cases by their name in a transaction."""
    for name, member in vars(Transaction).items():
        if isinstance(member, property) and name not in WITHOUT_CASES:
            hints = typing.get_type_hints(member.fget, importlib.import_module("app.domain.ports").__dict__)
            yield name, hints["return"]


def test_every_method_of_a_repository_of_cases_takes_whose_eyes_look():
    without = {
        f"{repository}.{name}"
        for repository, protocol in repositories()
        for name, method in vars(protocol).items()
        if not name.startswith("_") and inspect.iscoroutinefunction(method)
        if not SCOPING & inspect.signature(method).parameters.keys()
    }

    assert without == WRITES.keys() | SYSTEM_READS.keys()


def test_only_listed_use_cases_look_with_the_eyes_of_the_system():
    found = set()
    for path in sorted((ROOT / "app").rglob("*.py")):
        relative = path.relative_to(ROOT / "app")
        if relative.parts[0] not in {"services", "routers"}:
            continue
        for name, function in functions_of(ast.parse(path.read_text(encoding="utf-8"))):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _all_seeing(call):
                    found.add(f"{relative.as_posix()} {name}")

    assert found == SYSTEM_EYES.keys()


def _all_seeing(call):
    called = ast.unparse(call.func)
    nobody = any(isinstance(node, ast.Constant) and node.value is None for node in call.args)
    for_nobody = any(k.arg == "tenant_id" and isinstance(k.value, ast.Constant) for k in call.keywords)
    return (
        (called.endswith("unit_of_work") and nobody)
        or called.endswith(".as_system")
        or (called.endswith("Sought") and for_nobody)
    )


def test_routes_reach_the_database_through_use_cases_only():
    for path in (ROOT / "app" / "routers").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "unit_of_work" not in text, path.name
        assert not re.search(r"\btx\.", text), path.name


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("SELECT id FROM parties WHERE referral_id = $1", ["parties"]),
        ("SELECT id FROM parties AS p WHERE p.referral_id = $1 AND $2 = ANY (p.viewers)", []),
        ("SELECT id FROM parties WHERE referral_id = $1 AND $2 = ANY (viewers)", []),
        ("SELECT 1 FROM referrals AS f JOIN clocks AS c ON c.referral_id = f.id", ["clocks", "referrals"]),
        ("SELECT 1 FROM referrals AS f JOIN clocks AS c ON c.referral_id = f.id WHERE $1 = ANY (f.viewers)", []),
        ("SELECT 1 FROM referrals AS f JOIN parties AS p ON p.role = 'x' WHERE $1 = ANY (f.viewers)", ["parties"]),
        ("SELECT id FROM referrals AS f WHERE $1 = ANY (g.viewers)", ["referrals"]),
        ("SELECT * FROM events WHERE subject_id = $1", ["events"]),
        ("SELECT * FROM feed_entries JOIN events USING (entry) WHERE tenant_id = $1", []),
        ("SELECT * FROM access_audit ORDER BY id", ["access_audit"]),
        ("SELECT name FROM courts", []),
    ],
)
def test_the_check_tells_an_open_statement_from_a_scoped_one(text, tables):
    assert unscoped(text) == tables
