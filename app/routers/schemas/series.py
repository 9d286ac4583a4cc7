"""Series 系列案 and disputes: referrals that belong together."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import Day, Id, Name, Request, SeriesKind, View
from app.routers.schemas.problem import Problem
from app.routers.schemas.receipt import Links, Receipt, Rehearsal
from app.routers.schemas.referral import ReferralBrief


class OpenSeriesRequest(Request):
    """A new series; referrals join it when they are opened, or by `join_series`."""

    kind: SeriesKind
    name: Name | None = Field(default=None, description="What it is called; kept encrypted.")


class SeriesReceipt(View):
    """The answer to a new series."""

    id: Id
    kind: SeriesKind
    opened_on: Day
    links: Links


class SeriesRehearsal(View):
    """What opening a series with `dry_run=true` would have come to."""

    dry_run: Literal[True]
    kind: SeriesKind
    opened_on: Day


class SeriesBrief(View):
    """One series as lists show it."""

    id: Id
    kind: SeriesKind
    owner_id: Id = Field(description="The court, organisation or referring body that opened it.")
    opened_on: Day
    links: Links


class SeriesView(SeriesBrief):
    """One series with a page of those of its referrals that you see, oldest first."""

    name: str | None = Field(description="Masked unless revealed.")
    revealed: bool
    members: tuple[ReferralBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class SeriesList(View):
    """A page of series, newest first."""

    items: tuple[SeriesBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class MemberVerdict(View):
    """What became of the action on one member: a receipt, or the refusal."""

    referral_id: Id
    number: str
    status: int = Field(description="As if the action had been asked for on this referral alone.")
    receipt: Receipt | None
    problem: Problem | None


class SeriesVerdicts(View):
    """One verdict for each member that you see, oldest first. Each moved, or was refused, on its own."""

    items: tuple[MemberVerdict, ...]


class MemberRehearsal(View):
    """What would become of one member: a receipt of what was not done, or the refusal."""

    referral_id: Id
    number: str
    status: int
    receipt: Rehearsal | None
    problem: Problem | None


class SeriesVerdictsRehearsal(View):
    """What the action with `dry_run=true` would have come to."""

    dry_run: Literal[True]
    items: tuple[MemberRehearsal, ...]


class DisputeView(View):
    """One dispute with a page of those of its referrals that you see, oldest first."""

    id: Id
    referrals: tuple[ReferralBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")
    links: Links
