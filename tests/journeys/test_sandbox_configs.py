"""A configuration of the sandbox that can not be used is a sentence that names the file and what is wrong with it."""

import json

import pytest
from typer.testing import CliRunner

from app.cli import app

GATE = {"folder": "x", "us": "a", "them": "b", "encryption_key": "!", "signing_key": "", "peer_key": ""}
MEMBER = {"base_url": "http://127.0.0.1", "state_folder": "state", "members": [{"name": "c", "key": "k"}]}


@pytest.mark.parametrize(
    ("command", "config", "said"),
    [
        ("platform", None, "can not be read"),
        ("platform", "{", "is no JSON document"),
        ("soap", "[]", "is no JSON object"),
        ("sheets", "{}", "lacks folder"),
        ("soap", json.dumps({"app_id": "a"}), "lacks secret, target"),
        ("sheets", json.dumps({"folder": "x", "faults": {"typo": 1}}), "faults is an object of slow_seconds"),
        ("gate", json.dumps(GATE), "has a value that can not be used"),
        ("court", json.dumps(MEMBER), "lacks parts"),
        ("centre", json.dumps({**MEMBER, "state_folder": "file/below", "members": []}), "can not be used"),
    ],
)
def test_what_is_wrong_with_a_configuration_is_said(command, config, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "config.json"
    (tmp_path / "file").touch()
    if config is not None:
        file.write_text(config)

    result = CliRunner().invoke(app, ["sandbox", command, "--config", str(file), "--port", "1"])

    assert (result.exit_code, result.stderr.count("Traceback")) == (2, 0)
    assert "config.json" in result.stderr
    assert said in " ".join(result.stderr.split())
