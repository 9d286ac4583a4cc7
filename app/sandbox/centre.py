"""A simulated mediation centre: answers and works on what its organisations are offered, over the public API only."""

from collections.abc import Sequence
from pathlib import Path

from app.sandbox import process
from app.sandbox.api import Api
from app.sandbox.casefile import CentrePart
from app.sandbox.centre_steps import next_step
from app.sandbox.member import Role


async def _learn(api: Api, name: str, _parts: Sequence[CentrePart]) -> dict[str, str]:
    known = {str(row["name"]): str(row["id"]) for row in await api.items("/v1/organisations")}
    own = known[name]
    roster = [str(row["id"]) for row in await api.items("/v1/mediators") if row["organisation_id"] == own]
    courts = {str(row["name"]): str(row["id"]) for row in await api.items("/v1/courts")}
    return {**known, **courts, "organisation": own, "mediator": roster[0] if roster else ""}


ROLE = Role(name="centre", part_of=CentrePart.model_validate, learn=_learn, next_step=next_step)


def run(config_path: Path, port: int) -> None:
    """Run a process of one or more organisations, each with its own key, until ended by a signal.

    Args:
        config_path: See `process.run`; parts are `CentrePart`s.
        port: Port of the status page on loopback.
    """
    process.run(ROLE, config_path, port)
