"""What the image must be: small, without root, checked for health, without an embedded database."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def instructions():
    """The instructions as (word, rest), continuation lines joined, comments left out."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    kept = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word.upper(), rest.strip()) for word, _, rest in (line.partition(" ") for line in kept)]


@pytest.fixture(scope="module")
def final_stage(instructions):
    last = max(at for at, (word, _) in enumerate(instructions) if word == "FROM")
    return instructions[last:]


def test_it_is_built_in_stages_and_tools_stay_behind(instructions, final_stage):
    stages = [rest for word, rest in instructions if word == "FROM"]

    assert len(stages) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim AS \w+", stage) for stage in stages)
    assert ("COPY", "--from=builder /opt/venv /opt/venv") in final_stage
    assert not any("pip" in rest for word, rest in final_stage if word == "RUN")


def test_only_pinned_and_hashed_requirements_are_installed(instructions):
    installs = [rest for word, rest in instructions if word == "RUN" and "pip install" in rest]

    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert ("COPY", "requirements/run.txt /tmp/run.txt") in instructions


def test_it_does_not_run_as_root(final_stage):
    users = [rest for word, rest in final_stage if word == "USER"]

    assert users
    assert not any(user.partition(":")[0] in {"root", "0"} for user in users)
    words = [word for word, _ in final_stage]
    assert words.index("USER") < words.index("ENTRYPOINT")
    assert "RUN" not in words[words.index("USER") :]


def test_its_health_is_asked_at_livez_by_the_image_own_python(final_stage):
    checks = [rest for word, rest in final_stage if word == "HEALTHCHECK"]

    assert len(checks) == 1
    assert "/livez" in checks[0]
    assert '"python", "-c"' in checks[0]
    code = re.search(r'"-c", "(.*)"\]', checks[0])[1]
    compile(code, "healthcheck", "exec")


def test_it_starts_the_command_line_and_serves_by_default(final_stage):
    assert ("ENTRYPOINT", '["python", "-m", "app.cli"]') in final_stage
    assert ("CMD", '["serve"]') in final_stage


def test_it_runs_as_production_and_carries_no_secret(final_stage):
    env = " ".join(rest for word, rest in final_stage if word in {"ENV", "ARG"})

    assert "SUTIAO_ENVIRONMENT=production" in env
    assert "SUTIAO_KEYS" not in env
    assert "DATABASE_URL" not in env


def test_the_image_has_no_embedded_database_and_the_context_is_a_short_list(instructions):
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    run = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    copied = {
        source for word, rest in instructions if word == "COPY" and "--from" not in rest for source in rest.split()[:-1]
    }

    assert ignored[0] == "*"
    assert copied == {line[1:] for line in ignored if line.startswith("!")}
    assert "pixeltable" not in run
