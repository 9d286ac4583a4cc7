"""The committed description of the schema: what the migrations make on an empty database."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.adapters.database.catalogue import describe
from app.supervisor import supervised_database


async def schema_text(data_dir: Path) -> str:
    """Start an empty embedded database under the data folder, migrate it, describe it, remove it."""
    with _empty_folder(data_dir) as folder:
        async with supervised_database(folder) as urls:
            return await describe(urls.owner_url or urls.app_url)


@contextmanager
def _empty_folder(data_dir: Path) -> Iterator[Path]:
    data_dir.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="schema-", dir=data_dir))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
