"""Opens transactions with the repositories on them: committed at the end of the block, else rolled back."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.audit import AuditRows
from app.adapters.database.clock_rows import ClockRows
from app.adapters.database.consumers import ConsumerRows
from app.adapters.database.deliveries import DeliveryRows
from app.adapters.database.errands import ErrandRows, UpkeepRows
from app.adapters.database.evidence import EvidenceRows
from app.adapters.database.idempotency import IdempotencyRows
from app.adapters.database.lanes import KeptTargets, LaneRows
from app.adapters.database.lending import SessionBlock, begin_of
from app.adapters.database.platform_inbox import InboxRows
from app.adapters.database.platform_outbox import OutboxRows
from app.adapters.database.platforms import PlatformRows
from app.adapters.database.reconciliation import ReconciliationRows
from app.adapters.database.reference_rows import ReferenceRows
from app.adapters.database.referrals import ReferralRows
from app.adapters.database.registry import RegistryRows
from app.adapters.database.series import SeriesRows
from app.adapters.database.session import Session
from app.adapters.database.webhook_endpoints import WebhookRows
from app.domain.access import TenantId
from app.domain.ports import Sealer, Transaction

AS_SYSTEM = "SET LOCAL sutiao.principal = 'system'"
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


Rows = TypeVar("Rows")


class _Repository(Generic[Rows]):
    """A repository of an open transaction, made where it is asked for: most transactions need one or two of them."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Session, Sealer], Rows]) -> None:
        self._make = make

    def __get__(self, transaction: "DatabaseTransaction", _owner: object = None) -> Rows:
        return self._make(transaction.session, transaction.sealer)


def _plain(make: Callable[[Session], Rows]) -> _Repository[Rows]:
    """A repository that seals nothing."""
    return _Repository(lambda session, _sealer: make(session))


class DatabaseTransaction:
    """One open transaction and its repositories. Only that of referrals remembers something until it ends."""

    __slots__ = ("_targets", "referrals", "sealer", "session")

    audit = _Repository(AuditRows)
    clocks = _plain(ClockRows)
    consumers = _plain(ConsumerRows)
    deliveries = _plain(DeliveryRows)
    errands = _Repository(ErrandRows)
    evidence = _plain(EvidenceRows)
    idempotency = _plain(IdempotencyRows)
    inbox = _Repository(InboxRows)
    outbox = _plain(OutboxRows)
    platforms = _Repository(PlatformRows)
    reconciliations = _plain(ReconciliationRows)
    reference = _plain(ReferenceRows)
    registry = _Repository(RegistryRows)
    series = _Repository(SeriesRows)
    upkeep = _plain(UpkeepRows)
    webhooks = _Repository(WebhookRows)

    def __init__(self, session: Session, sealer: Sealer, targets: KeptTargets) -> None:
        self.session = session
        self.sealer = sealer
        self.referrals = ReferralRows(session, sealer)
        self._targets = targets

    @property
    def lanes(self) -> LaneRows:
        """Work that waits, with endpoints that outlast the transaction."""
        return LaneRows(self.session, self.sealer, self._targets)

    async def as_system(self) -> None:
        """Go on with the eyes of the system, until the transaction ends."""
        await self.session.driver.execute(AS_SYSTEM)

    async def in_one_moment(self) -> None:
        """Let every read of this transaction see the same moment, and forbid writes."""
        await self.session.driver.execute(ONE_MOMENT)


class DatabaseUnitOfWork:
    """Opens transactions on the pool of one engine, whose connections are in autocommit."""

    __slots__ = ("_engine", "_sealer", "_targets")

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer
        self._targets = KeptTargets()

    def __call__(self, tenant_id: TenantId | None) -> AbstractAsyncContextManager[Transaction]:
        """A transaction with the eyes of one tenant, or of the system for None."""
        return _Transaction(SessionBlock(self._engine, begin_of(tenant_id)), self._sealer, self._targets)


class _Transaction(AbstractAsyncContextManager[Transaction]):
    """The block of one transaction with its repositories."""

    __slots__ = ("_block", "_sealer", "_targets")

    def __init__(self, block: SessionBlock, sealer: Sealer, targets: KeptTargets) -> None:
        self._block = block
        self._sealer = sealer
        self._targets = targets

    async def __aenter__(self) -> Transaction:
        return DatabaseTransaction(await self._block.__aenter__(), self._sealer, self._targets)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._block.__aexit__(kind, error, trace)
