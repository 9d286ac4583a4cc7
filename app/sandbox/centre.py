"""A simulated mediation centre: answers and works on what its organisations are offered, over the public API only."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.sandbox import process
from app.sandbox.api import Api
from app.sandbox.casefile import CentrePart
from app.sandbox.centre_steps import next_step
from app.sandbox.member import Role
from app.sandbox.steps import Decision, Wait
from app.sandbox.view import ReferralView


async def _learn(api: Api, name: str) -> dict[str, str]:
    own = next(str(row["id"]) for row in await api.items("/v1/organisations") if row["name"] == name)
    roster = [str(row["id"]) for row in await api.items("/v1/mediators") if row["organisation_id"] == own]
    return {"organisation": own, "mediator": roster[0] if roster else ""}


def _decide(case: CentrePart, view: ReferralView | None, today: date, ids: Mapping[str, str]) -> Decision:
    return Wait() if view is None else next_step(case, view, today, ids)


ROLE = Role(name="centre", part_of=CentrePart.model_validate, learn=_learn, next_step=_decide, opens=False)


def run(config_path: Path, port: int) -> None:
    """Run a process of one or more organisations, each with its own key, until ended by a signal.

    Args:
        config_path: See `process.run`; parts are `CentrePart`s.
        port: Port of the status page on loopback.
    """
    process.run(ROLE, config_path, port)
