"""A simulated court: opens referrals from its own files and decides on what comes back, over the public API only."""

from pathlib import Path

from app.sandbox import process
from app.sandbox.api import Api
from app.sandbox.casefile import CourtPart
from app.sandbox.court_steps import next_step
from app.sandbox.member import Role


async def _learn(api: Api, _name: str) -> dict[str, str]:
    return {str(row["name"]): str(row["id"]) for row in await api.items("/v1/organisations")}


ROLE = Role(name="court", part_of=CourtPart.model_validate, learn=_learn, next_step=next_step, opens=True)


def run(config_path: Path, port: int) -> None:
    """Run a process of one or more courts, each with its own key, until ended by a signal.

    Args:
        config_path: See `process.run`; parts are `CourtPart`s.
        port: Port of the status page on loopback.
    """
    process.run(ROLE, config_path, port)
