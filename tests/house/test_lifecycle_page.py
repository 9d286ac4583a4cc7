"""Page, labels, code lists and CHECKs say what the tables say."""

import re
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, text

from app.adapters.database.tables import metadata
from app.domain.codes import CODE_LISTS
from app.domain.lifecycle import labels
from app.domain.lifecycle.diagram import page
from app.domain.lifecycle.races import page as races_page
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    ArbitrationState,
    ConfirmationState,
    DossierState,
    EnforcementState,
    Kind,
    Machine,
    MediationState,
    NotarisationState,
    PaymentOrderState,
    RegistrationState,
    ReviewState,
    Route,
    SignerRole,
    StatementState,
    Track,
    TransferState,
    WithdrawalState,
)

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"
PROCEDURES = (
    *(ConfirmationState, RegistrationState, StatementState, WithdrawalState, TransferState, ArbitrationState),
    *(PaymentOrderState, ReviewState, NotarisationState, EnforcementState),
)
STATES = {*MediationState, *AgreementState, *DossierState, *(state for states in PROCEDURES for state in states)}


def test_the_page_of_races_is_what_the_tables_say():
    races = PAGE.with_name("races.md").read_text(encoding="utf-8")

    assert races == races_page(), "docs/races.md is stale: run `make generate`"


def test_the_page_is_what_the_tables_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/lifecycle.md is stale: run `make generate`"


@pytest.mark.parametrize(
    ("names", "values"),
    [(labels.ACTIONS, set(Action)), (labels.MACHINES, set(Machine)), (labels.STATES, STATES)],
)
def test_every_value_has_one_label_in_two_languages(names, values):
    assert set(names) == {str(value) for value in values}
    assert all(label.zh and label.en for label in names.values())


def test_labels_do_not_repeat_within_a_machine():
    assert len({label.zh for label in labels.ACTIONS.values()}) >= len(labels.ACTIONS) - 1


@pytest.mark.parametrize(
    ("name", "enum"), [("track", Track), ("referral_kind", Kind), ("route", Route), ("signer_role", SignerRole)]
)
def test_lifecycle_values_are_in_their_code_list(name, enum):
    assert {str(value) for value in enum} <= {code.code for code in CODE_LISTS[name]}


async def test_checks_of_the_database_are_those_of_the_tables(engine):
    """Alembic sees no changed CHECK: the literals of each one in the database must equal the enum's."""
    async with engine.connect() as connection:
        rows = await connection.execute(
            text("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c'")
        )
        found = {name: set(re.findall(r"'([^']*)'", definition)) for name, definition in rows}

    wanted = {}
    for table in metadata.tables.values():
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint):
                name = f"ck_{table.name}_{str(constraint.name).removeprefix(f'ck_{table.name}_')}"
                wanted[name] = set(re.findall(r"'([^']*)'", str(constraint.sqltext)))
    assert {name: found.get(name) for name in wanted} == wanted
