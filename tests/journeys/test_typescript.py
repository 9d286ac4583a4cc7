"""The example in TypeScript, type-checked and carried out against the running service."""

import asyncio
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.journeys.processes import installed

FOLDER = Path(__file__).parents[2] / "openapi" / "clients" / "typescript"
SECONDS = 90


@pytest.mark.slow
async def test_the_example_refers_a_dispute_and_reads_the_feed(module_database_urls, tmp_path):
    for name in ("sutiao.ts", "example.ts"):
        shutil.copy(FOLDER / name, tmp_path)
    deno = Path(sys.executable).with_name("deno")

    async with installed(module_database_urls, tmp_path / "service", with_worker=True) as running:
        world = await running.world()
        program = await asyncio.create_subprocess_exec(
            *(deno, "run", "--check", "--no-remote", "--no-config", "--no-lock", "--allow-env"),
            *("--allow-net=127.0.0.1", "example.ts"),
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "DENO_DIR": str(tmp_path / "cache"),
                "DENO_NO_UPDATE_CHECK": "1",
                "NO_COLOR": "1",
                "SUTIAO_URL": running.wires[0].url,
                "COURT_KEY": world.court.key,
                "CENTRE_KEY": world.centre.key,
                "ORGANISATION_ID": world.centre.tenant_id,
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(SECONDS):
            said, complaints = (text.decode() for text in await program.communicate())

    assert program.returncode == 0, complaints
    moved, refused, *events = said.splitlines()
    assert re.fullmatch(r"ST\d{4}-\d{7} awaiting_acceptance -> accepted", moved)
    assert refused == "412 version_stale"
    assert events == [f"1 referred to {world.centre.tenant_id}", "2 accepted in time"]
