"""Configuration of the platforms of the demonstration: the rows as an operator adds them, the files of their processes.

All three use the same words, those of the simulated platforms; each row has a mapping with the organisations and causes
of its own court.
"""

import base64
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.demo.cases import CaseFile
from app.demo.doors import Door

KEY_BYTES = 32
RESEND_AFTER_SECONDS = 2
"""An outage here lasts for seconds."""
SOAP_NAMESPACE = "urn:sandbox:court-platform"
ANSWER = {"ok_at": "code", "ok": ["0"], "number_at": "data.bh", "processed_at": "data.done"}
HELD = {
    "reference_at": "ajbs",
    "amount_at": "je",
    "duties_at": {
        "acceptance": "ACCEPTANCE",
        "result": "RESULT",
        "agreement": "AGREEMENT",
        "confirmation_application": "CONFIRM_APPLY",
    },
}
PARTIES = [
    {"from": "data.dsr[].lx", "to": "parties[].kind", "codes": "persons", "required": True},
    {"from": "data.dsr[].ssdw", "to": "parties[].role", "codes": "roles", "required": True},
    {"from": "data.dsr[].xm", "to": "parties[].name", "required": True},
    {"from": "data.dsr[].rs", "to": "parties[].represented_count", "as": "integer"},
    {"from": "data.dsr[].zjlx", "to": "parties[].id_type", "codes": "documents"},
    {"from": "data.dsr[].zjhm", "to": "parties[].id_number"},
    {"from": "data.dsr[].ty[].sx", "to": "parties[].consents[].kind", "codes": "consents"},
    {"from": "data.dsr[].ty[].jg", "to": "parties[].consents[].given", "as": "flag"},
    {"from": "data.dsr[].ty[].rq", "to": "parties[].consents[].given_on", "as": "date"},
]
ASSIGN = {
    "becomes": "opening",
    "constants": {"action": "delegate"},
    "fields": [
        {"from": "data.ajbs", "to": "court_reference", "required": True},
        {"from": "data.lx", "to": "kind", "codes": "kinds", "required": True},
        {"from": "data.zz", "to": "organisation_id", "codes": "organisations", "required": True},
        {"from": "data.xs", "to": "on_court_platform", "as": "flag", "required": True},
        {"from": "data.ay", "to": "cause.code", "codes": "causes"},
        {"from": "data.bd", "to": "claim_amount", "as": "amount"},
        {"from": "data.larq", "to": "filed_on", "as": "date"},
        {"from": "data.cx", "to": "procedure_type", "codes": "procedures"},
        *PARTIES,
    ],
}
RECEIPT = {
    "becomes": "receipt",
    "fields": [
        {"from": "data.key", "to": "key", "required": True},
        {"from": "data.done", "to": "accepted", "as": "flag", "required": True},
        {"from": "data.bh", "to": "platform_number"},
    ],
}
DECISIONS = {
    "CONFIRM_TAKEN": ("judicial_confirmation", "accept_application"),
    "CONFIRM_GRANTED": ("judicial_confirmation", "confirm_agreement"),
    "CONFIRM_REJECTED": ("judicial_confirmation", "reject_confirmation"),
    "CONFIRM_NOT_TAKEN": ("judicial_confirmation", "refuse_application"),
    "FILED": ("case_registration", "register_case"),
    "NOT_FILED": ("case_registration", "refuse_registration"),
    "WITHDRAWAL_PERMITTED": ("suit_withdrawal", "permit_withdrawal"),
    "WITHDRAWAL_REFUSED": ("suit_withdrawal", "refuse_withdrawal"),
}
AMOUNT = {"from": "amount", "to": "data.je", "as": "amount"}
TOLD: Mapping[str, tuple[str, list[dict[str, Any]]]] = {
    "acceptance": ("ACCEPTANCE", [{"from": "late", "to": "data.yq", "as": "flag"}]),
    "result": (
        "RESULT",
        [{"from": "outcome", "to": "data.jg", "codes": "outcomes"}, {"from": "reason", "to": "data.yy"}],
    ),
    "agreement": ("AGREEMENT", [AMOUNT, {"from": "effective_on", "to": "data.sxrq", "as": "date"}]),
    "confirmation_application": ("CONFIRM_APPLY", [AMOUNT, {"from": "procedure_id", "to": "data.cxbs"}]),
    "handover_package": ("PACKAGE", [{"from": "kept_count", "to": "data.cls", "as": "integer"}]),
    "filing_request": ("FILING", [{"from": "procedure_id", "to": "data.cxbs"}]),
}
EVERY = [
    {"from": "reference", "to": "data.ajbs", "required": True},
    {"from": "number", "to": "data.bh"},
    {"from": "occurred_on", "to": "data.rq", "as": "date"},
]
CODES = {
    "kinds": {"WP": "pre_filing", "WT": "post_filing"},
    "persons": {"1": "natural_person", "2": "legal_person", "3": "other_organisation"},
    "roles": {"YG": "applicant", "BG": "respondent", "DSR": "third_party", "XGR": "related"},
    "procedures": {"PT": "ordinary", "JY": "summary", "XE": "small_claims"},
    "documents": {"SFZ": "resident_id", "XYDM": "credit_code"},
    "consents": {"TJ": "mediate"},
    "outcomes": {"1": "agreed", "2": "partly_agreed", "3": "settled_and_withdrew", "4": "not_agreed"},
}


def mapping_of(cases: Iterable[CaseFile], organisations: Mapping[str, str]) -> dict[str, Any]:
    """The mapping of one platform: what its court refers, and to whom."""
    own = list(cases)
    names = {entry.name for case in own for entry in case.organisations}
    causes = {case.opening.cause_code for case in own} - {None}
    return {
        "type_at": "msgType",
        "reference_at": "data.ajbs",
        "inbound": {
            "ASSIGN": ASSIGN,
            "RECEIPT": RECEIPT,
            **{
                kind: {
                    "becomes": "procedure",
                    "machine": machine,
                    "constants": {"action": action},
                    "fields": [{"from": "data.yy", "to": "reason"}],
                }
                for kind, (machine, action) in DECISIONS.items()
            },
        },
        "outbound": {kind: {"type": word, "fields": [*EVERY, *fields]} for kind, (word, fields) in TOLD.items()},
        "codes": {
            **CODES,
            "organisations": {name: organisations[name] for name in sorted(names)},
            "causes": {str(code): str(code) for code in sorted(causes, key=str)},
        },
    }


def settings_of(door: Door, address: str) -> dict[str, Any]:
    """Settings of the dialect; an address where the platform answers at one."""
    if door.dialect == "gate_files":
        return {"us": "sutiao", "them": door.code, "resend_after_seconds": RESEND_AFTER_SECONDS, "held": HELD}
    if door.dialect == "soap":
        return {
            "url": f"{address}/",
            "namespace": SOAP_NAMESPACE,
            "id_at": "msgId",
            "sign_in": {"user": door.code},
            "sign_out": {"user": door.code},
            "send": {"element": "submit"},
            "answer": ANSWER,
            "pull": {"items_at": "list.item[]", "next_at": "next"},
            "held": {**HELD, "items_at": "case[]"},
        }
    layout = {"app_id": door.code, "signature_header": "X-Signature"}
    return {
        "base_url": address,
        "id_at": "msgId",
        "sign_in": layout,
        "sign_out": layout,
        "answer": ANSWER,
        "held": {**HELD, "path": "/held?day={day}", "items_at": "data[]"},
    }


def secrets_of(door: Door) -> tuple[dict[str, str], dict[str, str]]:
    """Secrets made for one run: those of the service's row, and those of the platform's process."""
    if door.dialect == "gate_files":
        ours, theirs = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        shared = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
        return _keys(shared, ours, theirs), _keys(shared, theirs, ours)
    secret = secrets.token_hex(KEY_BYTES)
    names = ("secret_in", "secret_out") if door.dialect == "soap" else ("secret",)
    return dict.fromkeys(names, secret), {"secret": secret}


def _keys(shared: str, own: Ed25519PrivateKey, other: Ed25519PrivateKey) -> dict[str, str]:
    return {
        "encryption_key": shared,
        "signing_key": base64.b64encode(own.private_bytes_raw()).decode(),
        "peer_key": base64.b64encode(other.public_key().public_bytes_raw()).decode(),
    }


def process_config(door: Door, folder: Path, gate_dir: Path, base_url: str, own: Mapping[str, str]) -> dict[str, Any]:
    """The file of the platform's process.

    Args:
        door: Which platform.
        folder: Of this process, with its state.
        gate_dir: Where the service exchanges files.
        base_url: Of the service.
        own: The platform's secrets.
    """
    state = str(folder / "state.json")
    if door.dialect == "gate_files":
        return {"folder": str(gate_dir / door.code), "us": door.code, "them": "sutiao", "state": state, **own}
    target = f"{base_url}/v1/court-platforms/{door.code}/messages"
    return {"app_id": door.code, "target": target, "state": state, **own}
