"""A simulated court or referring body: opens referrals from its files, decides on what comes back, all over the API."""

from collections.abc import Sequence
from pathlib import Path

from app.sandbox import process
from app.sandbox.api import Api, ApiError
from app.sandbox.casefile import CourtPart
from app.sandbox.court_steps import next_step
from app.sandbox.member import Role


async def _learn(api: Api, _name: str, parts: Sequence[CourtPart]) -> dict[str, str]:
    ids = {str(row["name"]): str(row["id"]) for row in await api.items("/v1/organisations")}
    series = {part.series: part.series_kind for part in parts if part.series is not None}
    for name, kind in series.items():
        reply = await api.write("POST", "/v1/series", {"kind": kind, "name": name}, key=f"series.{name}")
        if not reply.ok:
            raise ApiError(f"POST /v1/series: {reply.status} {reply.code}")
        ids[f"series {name}"] = str(reply.body["id"])
    return ids


ROLE = Role(name="court", part_of=CourtPart.model_validate, learn=_learn, next_step=next_step)


def run(config_path: Path, port: int) -> None:
    """Run a process of one or more courts, each with its own key, until ended by a signal.

    Args:
        config_path: See `process.run`; parts are `CourtPart`s.
        port: Port of the status page on loopback.
    """
    process.run(ROLE, config_path, port)
