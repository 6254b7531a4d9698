"""Whether the tables of a release have their columns, and hold what the manifest says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from audit.release.index import INDEX
from audit.release.manifest import MANIFEST, Content, Manifest
from audit.release.storage.digest import ContentDigest
from audit.release.storage.groups import row_bytes
from audit.release.storage.reading import batches_of, files_of, open_parquet
from audit.release.tables import TABLES
from audit.release.verification.problem import Problem
from audit.tables import Table
from audit.text.visible import visible


def check_contents(release: Path, manifest: Manifest, *, quick: bool = False) -> Iterator[Problem]:
    """Yield where a table is not what the manifest says; `quick` takes its footers' word and reads no rows."""
    said = manifest.substance.tables
    names = {table.name for table in TABLES}
    if differing := sorted(said.keys() ^ names):
        shown = ", ".join(visible(name, 40) for name in differing)
        yield Problem(MANIFEST, f"the tables it speaks of are not those of a release, which differ in {shown}")
        return
    for table in TABLES:
        yield from _table(release, table, said[table.name], quick=quick)
    if manifest.file(INDEX) is not None:
        yield from _index(release, said["documents"].rows)


def _table(release: Path, table: Table, said: Content, *, quick: bool) -> Iterator[Problem]:
    where, rows = table.name, 0
    try:
        for path in files_of(release, table):
            where = path.relative_to(release).as_posix()
            with open_parquet(path) as file:
                is_ours = file.schema_arrow.equals(table.arrow)
                rows += file.metadata.num_rows
            if not is_ours:
                yield Problem(where, "its columns, types or nullability are not those of the schema")
                return
        found = None if quick else _content(release, table)
    except (pa.ArrowException, OSError) as error:
        yield Problem(where, f"it cannot be read ({type(error).__name__})")
        return
    if rows != said.rows:
        yield Problem(table.name, f"it holds {rows} rows, the manifest says {said.rows}")
    elif found not in (None, said):
        yield Problem(table.name, f"its {rows} rows hold another content than the manifest's")


def _content(release: Path, table: Table) -> Content:
    digest, rows, size = ContentDigest(table), 0, 0
    for batch in batches_of(release, table):
        batch.validate(full=True)
        digest.update(batch)
        rows += len(batch)
        size += int(row_bytes(batch).sum())
    return Content(rows, size, digest.hexdigest())


def _index(release: Path, documents: int) -> Iterator[Problem]:
    try:
        with open_parquet(release / INDEX) as file:
            rows = file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        yield Problem(INDEX, f"it cannot be read ({type(error).__name__})")
        return
    if rows != documents:
        yield Problem(INDEX, f"it has {rows} rows for {documents} documents")
