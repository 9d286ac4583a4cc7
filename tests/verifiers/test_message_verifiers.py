"""The verifiers of HTTP message signatures that receivers copy, each against the vectors of the service's signer."""

import base64
import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

from app.adapters.signatures import check_of
from app.domain.signing import PublicKey, SignatureKind
from app.kit import message_check
from tests.verifiers.message_vectors import FILE, UNFIT, vectors
from tests.verifiers.test_verifiers import LINES_MAX, ran, without_comments
from tests.verifiers.vectors import FOLDER, SENT_AT, text

HERE = Path(__file__).parent
VECTORS = json.loads(FILE.read_text(encoding="utf-8"))["vectors"]
EXPECTED = [vector["expected"] for vector in VECTORS]
PYTHON, JAVASCRIPT = FOLDER / "python" / "verify_message.py", FOLDER / "javascript" / "verify_message.mjs"


async def test_the_vectors_are_those_of_the_signer():
    assert FILE.read_text(encoding="utf-8") == text(await vectors()), "run: python -m tests.verifiers.message_vectors"
    assert len({vector["name"] for vector in VECTORS}) == len(VECTORS) >= 30
    assert set(EXPECTED) == {"valid", UNFIT, "header_missing", "timestamp_not_of_now"}


def test_the_verifier_in_python():
    spec = importlib.util.spec_from_file_location("verify_message", PYTHON)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def said(vector):
        place = vector["method"], vector["target_uri"], vector["headers"], vector["body"].encode()
        try:
            module.verify_message(*place, public_keys=vector["public_keys"], now=vector["now"])
        except ValueError as fault:
            return str(fault)
        return "valid"

    assert [(vector["name"], said(vector)) for vector in VECTORS] == [(v["name"], v["expected"]) for v in VECTORS]


def test_the_listener_judges_as_the_verifiers_do():
    """Time and missing headers are judged before it is asked."""

    def said(vector):
        headers, body = vector["headers"], vector["body"].encode()
        keys = [
            PublicKey("k", SignatureKind.ED25519, base64.urlsafe_b64decode(x + "="), SENT_AT, None)
            for x in vector["public_keys"]
        ]
        return message_check.fits(vector["method"], vector["target_uri"], headers, body, check_of([], keys))

    asked = [vector for vector in VECTORS if vector["expected"] in ("valid", UNFIT)]
    assert [(v["name"], said(v)) for v in asked] == [(v["name"], v["expected"] == "valid") for v in asked]


def test_the_verifier_in_javascript(tmp_path):
    for path in (JAVASCRIPT, FILE, HERE / "run_message_vectors.mjs"):
        shutil.copy(path, tmp_path)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DENO_DIR": str(tmp_path / "cache")}

    said = ran(
        *(str(Path(sys.executable).with_name("deno")), "run", "--no-remote", "--no-config", "--no-lock"),
        *("--allow-read=.", "run_message_vectors.mjs"),
        cwd=tmp_path,
        env=environment | {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
    )

    assert said == EXPECTED


def test_a_verifier_can_be_read_in_one_sitting():
    assert [len(without_comments(path)) <= LINES_MAX for path in (PYTHON, JAVASCRIPT)] == [True, True]
