"""The course of a re-encryption over a vault in memory: passes, sums, and when a key may go."""

from dataclasses import dataclass, field
from uuid import UUID

from app.domain.rotation import KeptTable, KeyUse, Step
from app.services.reencryption import PASSES_MAX, reencrypt

TABLE = KeptTable("parties", ("name_sealed",))
HASHES = KeptTable("parties", ("name_hash",))


@dataclass
class Memory:
    """A vault of `rows` rows, of which `held` are held during the first `stubborn` passes."""

    rows: int = 3
    held: int = 0
    stubborn: int = 0
    keys: tuple = ("k1",)
    old: int = 3
    passes: int = 0
    rehashed: int = 0
    settled: list = field(default_factory=list)
    current_key_id: str = "k2"

    @property
    def other_key_ids(self):
        return self.keys

    async def sealed_tables(self):
        return (TABLE,)

    async def hashed_tables(self):
        return (HASHES,)

    async def uses(self):
        found = [("k1", self.old), ("k2", self.rows - self.old)]
        return tuple(KeyUse("parties", "name_sealed", key_id, count) for key_id, count in found if count)

    async def reseal(self, table, *, after_id, limit):  # noqa: ARG002 - the port has it
        if after_id is not None:
            self.passes += 1
            return Step(None)
        held = self.held if self.passes < self.stubborn else 0
        done, self.old = self.old - held, held
        return Step(UUID(int=1), self.rows, done, held)

    async def rehash(self, table, *, after_id, limit):  # noqa: ARG002 - the port has it
        if after_id is not None:
            return Step(None)
        self.rehashed += 1
        return Step(UUID(int=1), self.rows, self.rows)

    async def settle(self, *, unused, rehashed):
        self.settled.append((tuple(unused), rehashed))


async def test_a_held_row_is_tried_again_in_another_pass():
    vault = Memory(held=1, stubborn=2)

    outcome = await reencrypt(vault)

    assert (outcome.complete, outcome.rewritten, vault.passes) == (True, 3, 3)
    assert (outcome.removable, vault.settled) == (("k1",), [(("k1",), False)])


async def test_after_a_bounded_number_of_passes_it_says_what_is_left_and_forgets_no_key():
    vault = Memory(held=1, stubborn=99)

    outcome = await reencrypt(vault)

    assert (outcome.complete, outcome.held, vault.passes) == (False, 1, PASSES_MAX)
    assert (outcome.removable, vault.settled) == ((), [])


async def test_hashes_are_computed_anew_only_when_asked_for():
    plain, asked = Memory(), Memory()

    await reencrypt(plain)
    outcome = await reencrypt(asked, hashes=True)

    assert (plain.rehashed, asked.rehashed) == (0, 1)
    assert (outcome.rewritten, asked.settled) == (6, [(("k1",), True)])


async def test_a_dry_run_asks_and_does_nothing():
    vault = Memory()

    outcome = await reencrypt(vault, dry_run=True)

    assert (outcome.before, outcome.dry_run, outcome.complete) == (outcome.after, True, False)
    assert (vault.passes, vault.settled) == (0, [])


async def test_progress_is_told_window_by_window():
    heard = []

    await reencrypt(Memory(), told=lambda *window: heard.append(window))

    assert heard == [("parties", 3, 3)]
