"""The settings: their defaults, their refusals, and the page that describes them."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from app.settings import Settings, setting_faults, settings_table

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "SUTIAO_ENVIRONMENT": "production",
    "SUTIAO_KEYS": "{}",
    "SUTIAO_SIGNING_KEYS": "{}",
    "DATABASE_URL": "postgresql://app:hunter2@db/sutiao",
}


@pytest.fixture
def environment(monkeypatch):
    """Sets variables; what the machine has set is put aside."""
    for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("SUTIAO_")]:
        monkeypatch.delenv(name)

    def set_all(variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_all


def test_development_starts_without_any_variable_and_listens_on_loopback_only(environment):
    environment({})

    settings = Settings()

    assert settings.environment == "development"
    assert settings.bind_host == "127.0.0.1"
    assert settings.database_url is None
    assert settings.data_dir == Path("var")


def test_variables_are_read_and_empty_ones_count_as_unset(environment):
    environment({"DATABASE_URL": "", "SUTIAO_POOL_SIZE": "4", "SUTIAO_LEGAL_CLOCK_START": "2022-03-01"})

    settings = Settings()

    assert (settings.database_url, settings.pool_size) == (None, 4)
    assert settings.legal_clock_start == date(2022, 3, 1)


def test_values_can_be_given_by_name(environment):
    environment({})

    settings = Settings(database_url=SecretStr("postgresql://x"), port=9000)

    assert settings.database_url == SecretStr("postgresql://x")
    assert settings.port == 9000


def test_settings_can_not_be_changed_afterwards(environment):
    environment({})

    with pytest.raises(ValidationError):
        Settings().port = 1


def test_production_starts_with_its_keys_and_its_database(environment):
    environment(PRODUCTION)

    assert Settings().environment == "production"


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("SUTIAO_KEYS", "", "needs a key ring"),
        ("DATABASE_URL", "", "needs DATABASE_URL"),
        ("SUTIAO_SIGNING_KEYS", "", "needs signing keys"),
        ("SUTIAO_LEGAL_CLOCK_START", "2022-03-01", "refuses SUTIAO_LEGAL_CLOCK_START"),
    ],
)
def test_production_refuses_what_only_development_may_do(environment, variable, value, sentence):
    environment(PRODUCTION | {variable: value})

    with pytest.raises(ValidationError, match=sentence) as refusal:
        Settings()

    assert "hunter2" not in str(refusal.value)


def test_production_that_signs_with_shared_secrets_only_needs_no_signing_keys(environment):
    environment(PRODUCTION | {"SUTIAO_SIGNING_KEYS": "", "SUTIAO_ASYMMETRIC_SIGNING": "false"})

    assert not Settings().asymmetric_signing


def test_a_key_file_is_enough_for_production(environment):
    files = {"SUTIAO_KEY_FILE": "keys.json", "SUTIAO_SIGNING_KEY_FILE": "signing_keys.json"}
    environment(PRODUCTION | {"SUTIAO_KEYS": "", "SUTIAO_SIGNING_KEYS": ""} | files)

    assert Settings().key_file == Path("keys.json")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SUTIAO_PORT", "70000"),
        ("SUTIAO_POOL_SIZE", "0"),
        ("SUTIAO_KEY_CACHE_SECONDS", "6"),
        ("SUTIAO_FEED_WAIT_SECONDS_MAX", "nan"),
        ("SUTIAO_ENVIRONMENT", "staging"),
        ("SUTIAO_LEGAL_CLOCK_START", "2022-02-30"),
        ("SUTIAO_OUTBOUND_NETWORKS", "10.0.0.1/8"),
        ("SUTIAO_OUTBOUND_PORTS", "https"),
        ("SUTIAO_OUTBOUND_PROXY", "proxy:3128"),
    ],
)
def test_a_value_out_of_bounds_is_refused(environment, variable, value):
    environment({variable: value})

    with pytest.raises(ValidationError):
        Settings()


def test_no_secret_is_shown(environment):
    environment(PRODUCTION | {"SUTIAO_KEYS": '{"current": "hunter2"}', "SUTIAO_PORT": "no port"})

    with pytest.raises(ValidationError) as refusal:
        Settings()
    environment({"SUTIAO_PORT": "8000"})

    assert "hunter2" not in str(refusal.value)
    assert "hunter2" not in repr(Settings())


def test_each_wrong_setting_is_one_line_with_its_variable_and_what_is_expected(environment):
    environment({"SUTIAO_PORT": "abc", "SUTIAO_LEGAL_CLOCK_START": "2026/3/2", "SUTIAO_ENVIRONMENT": "staging"})

    with pytest.raises(ValidationError) as refusal:
        Settings()

    lines = setting_faults(refusal.value)
    assert [line.partition(".")[0] for line in lines] == [
        "SUTIAO_ENVIRONMENT: expected `development` or `production`",
        "SUTIAO_PORT: expected whole number",
        "SUTIAO_LEGAL_CLOCK_START: expected date, such as 2026-03-02",
    ]
    assert [given for given in ("abc", "2026/3/2", "staging") if given in str(lines)] == []


def test_what_production_lacks_is_one_line_too(environment):
    environment(PRODUCTION | {"DATABASE_URL": ""})

    with pytest.raises(ValidationError) as refusal:
        Settings()

    assert setting_faults(refusal.value) == ["production needs DATABASE_URL; the embedded database is for development."]


def test_every_setting_says_what_it_means_and_ends_its_sentence():
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


def test_the_page_of_settings_is_the_table_of_the_code():
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")

    between = re.search(r"<!-- settings -->\n(.*?)\n<!-- /settings -->", page, re.DOTALL)

    assert between, "docs/configuration.md lost its markers"
    assert between[1] == settings_table(), (
        "put the output of app.settings.settings_table() between the markers of docs/configuration.md"
    )


def test_only_rules_that_were_not_read_can_be_switched_off(environment):
    environment({"SUTIAO_RULES_OFF": "T31, CMR_2"})
    assert Settings().switched_off == {"T31", "CMR_2"}
    environment({"SUTIAO_RULES_OFF": "T31,T05"})

    with pytest.raises(ValidationError) as caught:
        Settings()

    assert setting_faults(caught.value)[0].startswith("SUTIAO_RULES_OFF: no other rules can be off than T11, T18,")
