"""All settings of the service in one frozen object, read once from the environment.

Nothing else reads environment variables. Secrets are `SecretStr` and no error of this module repeats what was given.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self, get_args, get_origin

from pydantic import Field, NonNegativeInt, PositiveInt, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.domain import switches
from app.domain.addresses import Networks, Ports

PREFIX = "SUTIAO_"

Port = Annotated[int, Field(ge=1, le=65535)]
LogLevel = Literal["debug", "info", "warning", "error"]

_WORDS: Mapping[object, str] = {
    Path: "path",
    SecretStr: "secret text",
    bool: "true or false",
    date: "date",
    float: "number",
    int: "whole number",
}


class Settings(BaseSettings):
    """The settings, frozen. Every variable is `SUTIAO_` and the field's name, except `DATABASE_URL`.

    Raises:
        pydantic.ValidationError: a value is out of bounds, or production lacks what it needs. The message names the
            setting and never the value.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        validate_by_name=True,
        validate_by_alias=True,
        hide_input_in_errors=True,
    )

    environment: Literal["development", "production"] = Field(
        default="development",
        description="`production` refuses development conveniences and missing secrets.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="PostgreSQL address of the application's role. Unset in development: an embedded server starts.",
    )
    owner_database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address of the owner's role; only migrations and bootstrap use it.",
    )
    data_dir: Path = Field(
        default=Path("var"),
        description="Folder of the embedded database, the development key file and reports.",
    )
    keys: SecretStr | None = Field(
        default=None,
        description="Key ring as JSON text; wins over the key file. Production needs one of the two.",
    )
    key_file: Path | None = Field(
        default=None,
        description="File with the key ring as JSON. Unset in development: `keys.json` in the data folder, made once.",
    )
    bind_host: str = Field(default="127.0.0.1", description="Address that the API listens on.")
    port: Port = Field(default=8000, description="TCP port that the API listens on.")
    pool_size: Annotated[int, Field(ge=1, le=200)] = Field(
        default=16,
        description="Database connections per process; no fewer than the clients that write at once.",
    )
    body_limit_bytes: PositiveInt = Field(
        default=1024 * 1024,
        description="Largest request body in bytes; above it 413.",
    )
    json_depth_limit: Annotated[int, Field(ge=1, le=200)] = Field(
        default=32,
        description="Deepest nesting of a JSON body, in levels.",
    )
    page_limit_max: PositiveInt = Field(default=200, description="Most items on a page of a list.")
    feed_limit_max: PositiveInt = Field(default=500, description="Most events in one answer of the feed.")
    feed_wait_seconds_max: Annotated[float, Field(ge=0, le=60)] = Field(
        default=30,
        description="Longest wait of a feed request, in seconds.",
    )
    feed_heartbeat_seconds: Annotated[float, Field(gt=0, le=300)] = Field(
        default=15,
        description="Longest silence of an open event stream, in seconds; then a line without meaning is sent.",
    )
    feed_stream_seconds_max: Annotated[float, Field(gt=0, le=86_400)] = Field(
        default=3_000,
        description="Longest life of an event stream, in seconds; set it below what proxies in between allow.",
    )
    feed_write_seconds: Annotated[float, Field(gt=0, le=300)] = Field(
        default=10,
        description="How long a reader of a stream may take nothing before it is cut off, in seconds.",
    )
    feed_streams_max: PositiveInt = Field(default=2_000, description="Most open event streams of one process.")
    feed_streams_per_tenant_max: PositiveInt = Field(
        default=50,
        description="Most open event streams of one tenant in one process.",
    )
    feed_retention_days: NonNegativeInt = Field(
        default=0,
        description="Days for which entries of feeds are kept; 0 for ever. Events themselves always stay.",
    )
    idempotency_days: NonNegativeInt = Field(
        default=90, description="Days for which idempotency keys are kept, then they are free again; 0 for ever."
    )
    consumers_per_tenant_max: PositiveInt = Field(default=50, description="Most named consumers of one tenant.")
    cloudevents_source: str = Field(
        default="urn:sutiao",
        min_length=1,
        description="`source` of CloudEvents: a URI reference that names this deployment.",
    )
    cloudevents_type_prefix: Annotated[str, Field(pattern=r"^([a-z0-9-]+\.)*$")] = Field(
        default="cn.sutiao.",
        description="Reverse domain name, with a dot at its end, before the type of a CloudEvent.",
    )
    key_cache_seconds: Annotated[float, Field(ge=0, le=5)] = Field(
        default=5,
        description="How long a verified API key is trusted without asking the database, in seconds.",
    )
    rate_limit_per_second: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        default=600,
        description="Requests per second that one client may send to one process, on average; 0 for no limit.",
    )
    rate_limit_burst: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        default=1200,
        description="Requests that one client may send to one process at once before the average counts.",
    )
    metrics_token: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Bearer token for `GET /metrics` on the API's port. Unset: it is not there.",
    )
    metrics_port: Port | None = Field(
        default=None,
        description="TCP port on the loopback interface where the API answers `GET /metrics` without a token.",
    )
    worker_metrics_port: Port | None = Field(
        default=None,
        description="TCP port on the loopback interface where the worker answers `GET /metrics`.",
    )
    sequencer_poll_ms: PositiveInt = Field(
        default=50,
        description="Interval at which the sequencer looks for unplaced events, in milliseconds.",
    )
    sequencer_nudge_ms: PositiveInt = Field(
        default=20,
        description="Least distance of two nudges of the sequencer by one process, in milliseconds.",
    )
    sequencer_batch: PositiveInt = Field(default=500, description="Most events placed in one transaction.")
    delivery_concurrency: Annotated[int, Field(ge=1, le=500)] = Field(
        default=200,
        description="Webhook deliveries that one worker has under way at most.",
    )
    delivery_endpoint_concurrency: Annotated[int, Field(ge=1, le=500)] = Field(
        default=20,
        description="Deliveries to one webhook endpoint sent or written down at once, by all workers together.",
    )
    delivery_poll_ms: PositiveInt = Field(
        default=500,
        description="Interval at which the worker looks for due deliveries when nobody wakes it, in milliseconds.",
    )
    delivery_dead_after_hours: PositiveInt = Field(
        default=120,
        description="Hours of failures without one success after which a webhook endpoint is switched off.",
    )
    delivery_answers_kept_days: PositiveInt = Field(
        default=90,
        description="Days for which the text of a receiver's answer is kept; the receipt stays.",
    )
    sweep_interval_seconds: Annotated[float, Field(gt=0)] = Field(
        default=30,
        description="Interval at which the worker looks for passed deadlines, in seconds.",
    )
    sweep_batch: PositiveInt = Field(default=200, description="Most deadlines handled in one round of the sweep.")
    platform_poll_seconds: Annotated[float, Field(gt=0)] = Field(
        default=1,
        description="Interval at which the worker looks for work for platforms of courts, in seconds.",
    )
    platform_pull_seconds: Annotated[float, Field(gt=0)] = Field(
        default=60,
        description="Interval at which the worker fetches messages of platforms that do not call us, in seconds.",
    )
    platform_batch: PositiveInt = Field(
        default=100, description="Most messages of platforms of courts handled in one round."
    )
    report_window_working_days: PositiveInt = Field(
        default=3,
        description="Working days for reporting a result after the term of mediation expired.",
    )
    feedback_working_days: PositiveInt = Field(
        default=5,
        description="Working days for reporting back, after closing, to a body that is no court.",
    )
    urge_working_days: PositiveInt = Field(
        default=2,
        description="Working days for answering an urging that names no day.",
    )
    breach_window_working_days: NonNegativeInt = Field(
        default=10,
        description="Working days after an instalment's last day until it is taken as not performed; 0 for never.",
    )
    arbitration_review_days: PositiveInt = Field(
        default=5,
        description="Days for the labour arbitration commission to review an agreement; its rule was not verified.",
    )
    arbitration_review_extension_days: PositiveInt = Field(
        default=5,
        description="Days more that the commission's director may approve, once; its rule was not verified.",
    )
    rules_off: str | None = Field(
        default=None,
        description="Unverified rules that are switched off, ids with commas between; `/v1/lifecycle` lists them all.",
    )
    log_level: LogLevel = Field(default="info", description="Least level that is logged.")
    log_json: bool = Field(default=False, description="One JSON object a line instead of text for people.")
    legal_clock_start: date | None = Field(
        default=None,
        description="Legal date on which an empty development database starts. Production refuses it.",
    )

    document_dir: Path | None = Field(
        default=None,
        description="Folder with the contents of documents, encrypted. Unset: `documents` in the data folder.",
    )
    gate_dir: Path | None = Field(
        default=None,
        description="Folder of the exchanges with platforms behind a gate. Unset: `gate` in the data folder.",
    )
    document_limit_bytes: PositiveInt = Field(
        default=20 * 1024 * 1024,
        description="Largest document in bytes; above it 413.",
    )
    package_limit_bytes: PositiveInt = Field(
        default=200 * 1024 * 1024,
        description="Largest content of all documents of one hand-over package in bytes; above it 413.",
    )

    asymmetric_signing: bool = Field(
        default=True,
        description="Whether webhooks can be signed with the service's own keys, which production then needs.",
    )
    signing_keys: SecretStr | None = Field(
        default=None,
        description="Signing keys as JSON text; wins over the file.",
    )
    signing_key_file: Path | None = Field(
        default=None,
        description="File with the signing keys. Unset in development: `signing_keys.json` in the data folder.",
    )
    outbound_networks: str | None = Field(
        default=None,
        description="Networks besides public addresses that may be called, in CIDR form, separated by commas.",
    )
    outbound_ports: str = Field(
        default="443",
        description="TCP ports that may be called: numbers and ranges such as `8000-8999`, separated by commas.",
    )
    outbound_plain_http: bool = Field(
        default=False,
        description="Whether `http` may be used, and that only to the networks that are listed.",
    )
    outbound_proxy: SecretStr | None = Field(
        default=None,
        description="Address of the forward proxy for calls to public addresses; listed networks are called directly.",
    )
    outbound_ca_file: Path | None = Field(
        default=None,
        description="PEM file with authorities that are trusted for outgoing TLS besides the public ones.",
    )
    outbound_answer_limit_bytes: Annotated[int, Field(ge=1024, le=16 * 1024 * 1024)] = Field(
        default=256 * 1024,
        description="Most bytes of an answer from outside that are read, decompressed.",
    )

    @property
    def switched_off(self) -> frozenset[str]:
        """Ids of the rules that are off."""
        return frozenset(name for name in (self.rules_off or "").replace(",", " ").split() if name)

    @model_validator(mode="after")
    def _only_unverified_rules_are_off(self) -> Self:
        """Refuse to switch off what is no switch, such as a rule that was read in its own text."""
        if switches.unknown(self.switched_off):
            raise ValueError(f"SUTIAO_RULES_OFF: no other rules can be off than {', '.join(switches.SWITCHES)}")
        return self

    @property
    def document_folder(self) -> Path:
        """Where contents of documents lie."""
        return self.document_dir or self.data_dir / "documents"

    @field_validator("outbound_networks")
    @classmethod
    def _networks(cls, text: str | None) -> str | None:
        try:
            Networks.parse(text or "")
        except ValueError:
            raise ValueError("networks look like 10.20.0.0/16,fd12:3456::/32, without bits behind the mask") from None
        return text

    @field_validator("outbound_ports")
    @classmethod
    def _ports(cls, text: str) -> str:
        try:
            Ports.parse(text)
        except ValueError:
            raise ValueError("ports look like 443,8000-8999") from None
        return text

    @field_validator("outbound_proxy")
    @classmethod
    def _proxy(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith(("http://", "https://")):
            raise ValueError("a proxy looks like http://user:password@proxy:3128")
        return url

    @property
    def gate_folder(self) -> Path:
        """Where files are exchanged with platforms behind a gate."""
        return self.gate_dir or self.data_dir / "gate"

    @model_validator(mode="after")
    def _production_is_complete(self) -> Self:
        """Refuse a production start that would run without keys, on an embedded database or on a steered clock."""
        if self.environment != "production":
            return self
        if self.keys is None and self.key_file is None:
            raise ValueError("production needs a key ring: set SUTIAO_KEYS or SUTIAO_KEY_FILE")
        if self.asymmetric_signing and self.signing_keys is None and self.signing_key_file is None:
            raise ValueError(
                "production needs signing keys: set SUTIAO_SIGNING_KEYS or SUTIAO_SIGNING_KEY_FILE, "
                "or SUTIAO_ASYMMETRIC_SIGNING=false"
            )
        if self.database_url is None:
            raise ValueError("production needs DATABASE_URL; the embedded database is for development")
        if self.legal_clock_start is not None:
            raise ValueError("production refuses SUTIAO_LEGAL_CLOCK_START: its legal clock is the real one")
        return self


def setting_faults(error: ValidationError) -> list[str]:
    """One line for each setting that is wrong: its variable, what is expected, what is amiss; never what was given."""
    return [_fault(found["loc"], found["msg"]) for found in error.errors(include_input=False, include_context=False)]


def _fault(place: tuple[int | str, ...], message: str) -> str:
    said = message.removeprefix("Value error, ")
    for name, field in Settings.model_fields.items():
        if place and place[0] in {name, _variable(name, field)}:
            example = ", such as 2026-03-02" if _kind(field.annotation) == _WORDS[date] else ""
            return f"{_variable(name, field)}: expected {_kind(field.annotation)}{example}. {said}."
    return f"{said}."


def settings_table() -> str:
    """Markdown table of all settings in the order of the class: variable, kind, default, meaning."""
    head = ["| Variable | Kind | Default | Meaning |", "|---|---|---|---|"]
    rows = [
        f"| `{_variable(name, field)}` | {_kind(field.annotation)} | {_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join([*head, *rows])


def _variable(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    return alias if isinstance(alias, str) else f"{PREFIX}{name.upper()}"


def _default(field: FieldInfo) -> str:
    if field.default is None:
        return "unset"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def _kind(annotation: object) -> str:
    """Plain word for a type; a choice lists its values."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    plain = next((part for part in arguments if part is not type(None)), annotation)
    return _WORDS.get(plain, "text")
