"""Changing keys: every sealed field comes under the current key, in small steps, beside a running service.

There is no place where a run that was stopped would have to be remembered: what is under the current key already is
passed over, so the same command simply starts again.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.domain.rotation import KeptTable, KeyUse, Step, Vault

WINDOW_ROWS: Final = 500
PASSES_MAX: Final = 5
"""How often a table is gone through for the sake of rows that others held."""

Told = Callable[[str, int, int], None]
"""Called after each window: table, rows seen in it, rows written anew in it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it.

    Attributes:
        before: Fields by column and key as they were.
        after: The same as they are; equal to `before` where nothing was to be done.
        rewritten: Rows that were written anew.
        held: Rows that others held to the last.
        unreadable: Fields that no key of the ring reads.
        removable: Keys of the ring, beside the current one, that no field is sealed with.
        dry_run: Whether it only looked.
        complete: Whether every field is under the current key, and every hash under the present hash key if asked for.
    """

    before: tuple[KeyUse, ...]
    after: tuple[KeyUse, ...]
    rewritten: int
    held: int
    unreadable: int
    removable: tuple[str, ...]
    dry_run: bool
    complete: bool


@dataclass(frozen=True, slots=True)
class _Sum:
    rewritten: int = 0
    held: int = 0
    unreadable: int = 0


def _quietly(_table: str, _seen: int, _rewritten: int) -> None:
    return None


async def reencrypt(
    vault: Vault, *, dry_run: bool = False, hashes: bool = False, window_rows: int = WINDOW_ROWS, told: Told = _quietly
) -> Outcome:
    """Bring every sealed field under the current key.

    Args:
        vault: The database and the ring.
        dry_run: Only count.
        hashes: Compute every keyed hash anew as well, because the hash key was changed.
        window_rows: Most rows that are locked at a time.
        told: Hears of the progress.
    """
    before = await vault.uses()
    if dry_run:
        return _outcome(vault, before, before, _Sum(), dry_run=True)
    done = await _through(await vault.sealed_tables(), vault.reseal, window_rows, told)
    if hashes:
        again = await _through(await vault.hashed_tables(), vault.rehash, window_rows, told)
        done = _Sum(done.rewritten + again.rewritten, done.held + again.held, done.unreadable + again.unreadable)
    outcome = _outcome(vault, before, await vault.uses(), done, dry_run=False)
    if outcome.complete:
        await vault.settle(unused=_unused(before, vault), rehashed=hashes)
    return outcome


def _outcome(
    vault: Vault, before: tuple[KeyUse, ...], after: tuple[KeyUse, ...], done: _Sum, *, dry_run: bool
) -> Outcome:
    left = {use.key_id for use in after} - {vault.current_key_id}
    return Outcome(
        before=before,
        after=after,
        rewritten=done.rewritten,
        held=done.held,
        unreadable=done.unreadable,
        removable=tuple(key_id for key_id in vault.other_key_ids if key_id not in left),
        dry_run=dry_run,
        complete=not left and not done.held and not done.unreadable,
    )


def _unused(before: Sequence[KeyUse], vault: Vault) -> tuple[str, ...]:
    known = {use.key_id for use in before} | set(vault.other_key_ids)
    return tuple(sorted(known - {vault.current_key_id}))


async def _through(
    tables: Sequence[KeptTable], step: Callable[..., Awaitable[Step]], window_rows: int, told: Told
) -> _Sum:
    rewritten = held = unreadable = 0
    for table in tables:
        for _ in range(PASSES_MAX):
            done = await _pass(table, step, window_rows, told)
            rewritten += done.rewritten
            if not done.held:
                break
        held += done.held
        unreadable += done.unreadable
    return _Sum(rewritten, held, unreadable)


async def _pass(table: KeptTable, step: Callable[..., Awaitable[Step]], window_rows: int, told: Told) -> _Sum:
    """Once through a table, by id."""
    rewritten = held = unreadable = 0
    after_id: UUID | None = None
    while True:
        done = await step(table, after_id=after_id, limit=window_rows)
        if done.last_id is None:
            return _Sum(rewritten, held, unreadable)
        after_id = done.last_id
        rewritten += done.rewritten
        held += done.held
        unreadable += done.unreadable
        told(table.name, done.seen, done.rewritten)
