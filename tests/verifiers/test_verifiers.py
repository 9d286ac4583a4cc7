"""The verifiers that receivers copy, each against the same vectors, and those against the service's own signer."""

import base64
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.adapters.signatures import check_of
from app.domain.signing import Fault, PublicKey, fault_of
from tests.verifiers.vectors import FILE, FOLDER, NOW, SENT_AT, V1A, text, vectors

HERE = Path(__file__).parent
VECTORS = json.loads(FILE.read_text(encoding="utf-8"))["vectors"]
EXPECTED = [vector["expected"] for vector in VECTORS]
WORDS = {
    None: "valid",
    Fault.HEADER_MISSING: "header_missing",
    Fault.TIMESTAMP_UNREADABLE: "header_missing",
    Fault.TIMESTAMP_TOO_OLD: "timestamp_not_of_now",
    Fault.TIMESTAMP_TOO_NEW: "timestamp_not_of_now",
    Fault.NO_SIGNATURE_FITS: "no_signature_fits",
}
LINES_MAX = 75
SECONDS = 90


def without_comments(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.strip().startswith(("#", "//", "*", "/*", "import "))]


def ran(*command, cwd, **more):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=SECONDS, check=False, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def table():
    """The vectors for languages that have no JSON of their own: fields by tab, each item in base64."""

    def packed(*items):
        return " ".join(base64.b64encode(item.encode()).decode() for item in items)

    return "".join(
        "\t".join(
            [
                packed(*(f"{name}: {value}" for name, value in vector["headers"].items())),
                packed(vector["body"]),
                packed(*vector["secrets"]),
                packed(*vector["public_keys"]),
                str(vector["now"]),
            ]
        )
        + "\n"
        for vector in VECTORS
    )


async def test_the_vectors_are_those_of_the_signer():
    assert FILE.read_text(encoding="utf-8") == text(await vectors()), "run: python -m tests.verifiers.vectors"
    assert len({vector["name"] for vector in VECTORS}) == len(VECTORS) >= 30
    assert set(EXPECTED) == set(WORDS.values())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_service_judges_a_vector_as_it_says(vector):
    keys = [PublicKey("k", V1A, base64.urlsafe_b64decode(x + "="), SENT_AT, None) for x in vector["public_keys"]]

    fault = fault_of(
        vector["headers"],
        vector["body"].encode(),
        now_seconds=vector["now"],
        check=check_of(vector["secrets"], keys),
    )

    assert WORDS[fault] == vector["expected"]


def test_the_verifier_in_python():
    spec = importlib.util.spec_from_file_location("verify", FOLDER / "python" / "verify.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def said(vector):
        held = {name: vector[name] for name in ("secrets", "public_keys", "now")}
        try:
            module.verify(vector["headers"], vector["body"].encode(), **held)
        except ValueError as fault:
            return str(fault)
        return "valid"

    assert [said(vector) for vector in VECTORS] == EXPECTED
    assert VECTORS[0]["now"] == NOW


def test_the_verifier_in_javascript(tmp_path):
    for path in (FOLDER / "javascript" / "verify.mjs", FILE, HERE / "run_vectors.mjs"):
        shutil.copy(path, tmp_path)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DENO_DIR": str(tmp_path / "cache")}
    quiet = {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}

    said = ran(
        *(str(Path(sys.executable).with_name("deno")), "run", "--no-remote", "--no-config", "--no-lock"),
        *("--allow-read=.", "run_vectors.mjs"),
        cwd=tmp_path,
        env=environment | quiet,
    )

    assert said == EXPECTED


@pytest.mark.skipif(shutil.which("javac") is None, reason="there is no Java compiler on this machine")
@pytest.mark.slow
def test_the_verifier_in_java(tmp_path):
    for path in (FOLDER / "java" / "WebhookVerifier.java", HERE / "RunVectors.java"):
        shutil.copy(path, tmp_path)
    ran("javac", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "RunVectors.java", cwd=tmp_path)

    assert ran("java", "-cp", ".", "RunVectors", cwd=tmp_path, input=table()) == EXPECTED


@pytest.mark.skipif(shutil.which("go") is None, reason="there is no Go on this machine")
@pytest.mark.slow
def test_the_verifier_in_go(tmp_path):
    shutil.copy(FOLDER / "go" / "verify.go", tmp_path)
    shutil.copy(HERE / "run_vectors_test.go.txt", tmp_path / "run_vectors_test.go")
    (tmp_path / "go.mod").write_text("module sutiao\n\ngo 1.21\n", encoding="utf-8")
    (tmp_path / "vectors.tsv").write_text(table(), encoding="utf-8")

    said = ran("go", "test", "-v", "-run", "TestVectors", cwd=tmp_path, env={**os.environ, "GOFLAGS": "-mod=mod"})

    assert [line.removeprefix("said ") for line in said if line.startswith("said ")] == EXPECTED


def test_a_verifier_can_be_read_in_one_sitting():
    for name in ("python/verify.py", "javascript/verify.mjs", "java/WebhookVerifier.java", "go/verify.go"):
        assert len(without_comments(FOLDER / name)) <= LINES_MAX, name
