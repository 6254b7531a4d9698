"""Verification that tables have their columns and the content recorded in the manifest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from audit.machine import raise_machine_error
from audit.release.manifest import MANIFEST, Content, Manifest
from audit.release.schema import SCHEMA_MINOR, Carried, carried, lacking, unknown
from audit.release.storage.digest import ContentDigest
from audit.release.storage.groups import row_bytes
from audit.release.storage.reading import batches_of, files_of, open_parquet
from audit.release.tables import INDEX, tables_with
from audit.release.verification.problem import Found, Problem, Unchecked, missing
from audit.tables import Table
from audit.text.visible import visible


def check_contents(release: Path, manifest: Manifest, *, quick: bool = False) -> Iterator[Found]:
    """Yield where a table differs from the manifest; `quick` trusts Parquet footers and reads no rows.

    Tables are checked against the schema version the release was made with: see audit.release.schema.
    """
    stated, minor = manifest.substance.tables, manifest.substance.schema_minor
    strange = unknown(stated)
    if differing := sorted({*lacking(stated, minor), *(strange if minor <= SCHEMA_MINOR else ())}):
        shown = ", ".join(visible(name, 40) for name in differing)
        yield Problem(MANIFEST, f"its tables are not those of a release; they differ in {shown}")
        return
    for name in strange:
        yield Unchecked(visible(name, 40), "it is a table of a later schema version, and was not read")
    for table in tables_with(manifest.substance.extra):
        if table.name in stated:
            absent = [path for path in _listed(manifest, table) if not (release / path).exists()]
            yield from map(missing, absent)
            yield from () if absent else _table(release, table, manifest, quick=quick)
    if manifest.file(INDEX) is not None:
        yield from _index(release, stated["documents"].rows)


def _listed(manifest: Manifest, table: Table) -> list[str]:
    """Return the paths of a table's files."""
    paths = (str(file.path) for file in manifest.files)
    return [path for path in paths if path.startswith(f"{table.name}/") or path == f"audit/{table.name}.parquet"]


def _table(release: Path, table: Table, manifest: Manifest, *, quick: bool) -> Iterator[Found]:
    where, stated = table.name, manifest.substance.tables[table.name]
    carried_table, schemas, rows = Carried(table), [], 0
    try:
        for path in files_of(release, table):
            where = path.relative_to(release).as_posix()
            with open_parquet(path) as file:
                schemas.append(file.schema_arrow)
                rows += file.metadata.num_rows
            as_made = carried(schemas[-1], table, manifest.substance.schema_minor)
            if as_made is None or not schemas[-1].equals(schemas[0]):
                yield Problem(where, "its columns, types or nullability differ from the schema")
                return
            carried_table = as_made
        found = None if quick else _content(release, carried_table.table)
    except (pa.ArrowException, OSError) as error:
        raise_machine_error(error, where)
        yield Problem(where, f"it cannot be read ({type(error).__name__})")
        return
    if carried_table.unknown:
        shown = ", ".join(visible(name, 40) for name in carried_table.unknown)
        yield Unchecked(table.name, f"the content of {shown} was not checked: added in a later schema version")
    if rows != stated.rows:
        yield Problem(table.name, f"it has {rows} rows, but the manifest says {stated.rows}")
    elif found not in (None, stated):
        yield Problem(table.name, f"the content of its {rows} rows differs from the manifest")


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
        raise_machine_error(error, INDEX)
        yield Problem(INDEX, f"it cannot be read ({type(error).__name__})")
        return
    if rows != documents:
        yield Problem(INDEX, f"it has {rows} rows for {documents} documents")
