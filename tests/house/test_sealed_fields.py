"""The table of sealed fields says what the tables hold, and the record of readings knows no word besides."""

import ast
from pathlib import Path

import pytest

from app.adapters.database.tables import metadata
from app.domain.access import Scope
from app.domain.masking import masked_text
from app.domain.sealed import HASHED, SEALED, WHATS, Shown, field_of, sealed_page
from app.services.dossier_reads import _SEALED

ROOT = Path(__file__).parents[2]
MASKED = {Shown.NAME, Shown.EDGES, Shown.COVERED}
OTHER_HASHES = {("client_keys", "secret_hash")}
"""Hashes of random secrets: no key, nothing personal."""


def columns_ending_in(ending):
    return {(t.name, c.name) for t in metadata.tables.values() for c in t.columns if c.name.endswith(ending)}


def test_every_sealed_column_has_one_row_in_the_table_of_sealed_fields():
    rows = [(field.table, field.column) for field in SEALED]

    assert columns_ending_in("_sealed") == set(rows), "say in app/domain/sealed.py who is shown it and how"
    assert len(rows) == len(set(rows))


def test_the_page_on_privacy_shows_this_table():
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- sealed -->\n")[2].partition("\n<!-- /sealed -->")[0]

    assert shown == sealed_page(), f"docs/privacy.md is behind; its table is now:\n{sealed_page()}"


def test_every_keyed_hash_says_what_it_is_computed_from():
    """Otherwise a change of the hash key would leave it behind."""
    rows = {(field.table, field.column) for field in HASHED}

    assert columns_ending_in("_hash") - OTHER_HASHES == rows, "say in app/domain/sealed.py how it is computed"
    assert {(field.table, field.sealed) for field in HASHED} <= columns_ending_in("_sealed")
    assert {(f.table, f.kind) for f in HASHED if f.kind} <= {
        (t.name, c.name) for t in metadata.tables.values() for c in t.columns
    }


def test_a_table_with_sealed_columns_has_an_id_that_its_fields_are_bound_to():
    """A sealed text is bound to table, column and row, and the row is named by `id`."""
    for table, _ in columns_ending_in("_sealed"):
        assert [column.name for column in metadata.tables[table].primary_key] == ["id"], table


def test_what_identifies_a_person_is_masked_and_takes_a_scope_of_its_own():
    for field in SEALED:
        if field.shown in MASKED:
            assert field.reveal is Scope.PARTIES_REVEAL, field
        elif field.shown is Shown.WHOLE:
            assert field.reveal is Scope.REFERRALS_READ, field
        else:
            assert field.reveal is None, field


@pytest.mark.parametrize(
    "field", [field for field in SEALED if field.shown in MASKED], ids=lambda f: f"{f.table}.{f.column}"
)
def test_a_masked_text_never_holds_the_whole(field):
    for text in ("王", "王小明", "11010519491231002X", "13800138000", "北京市朝阳区某路1号"):
        shown = masked_text(field.table, field.column, text)

        assert "*" in shown
        assert text not in shown or len(text) == 1


def test_a_field_that_is_not_masked_has_no_mask():
    with pytest.raises(KeyError):
        masked_text("agreement_terms", "text_sealed", "一次付清")
    assert field_of("agreement_terms", "text_sealed").what == "agreement"


def test_every_list_that_is_covered_has_a_word_of_the_record_of_readings():
    """And no text of such a list is forgotten."""
    covered = {(table, f"{name}_sealed") for table, names in _SEALED.items() for name in names}

    assert _SEALED.keys() <= WHATS
    assert covered == {(field.table, field.column) for field in SEALED if field.table in _SEALED}


def test_every_word_of_the_record_of_readings_is_in_the_table():
    """Words are written as literals where something is read."""
    named = set()
    for path in (ROOT / "app" / "services").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(
                ("record_access", "audit.record", "revealed")
            ):
                named |= {x.value for a in call.args for x in ast.walk(a) if isinstance(x, ast.Constant)}

    assert {word for word in named if isinstance(word, str) and word.strip()} <= WHATS
