"""`audit verify`: whether a release still is what it says it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from audit.errors import DefectError, UsageError
from audit.release.card.croissant import CROISSANT, shards_of
from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD
from audit.release.manifest import DATASET, MANIFEST, Content, File, Manifest, read_manifest
from audit.release.storage.digest import ContentDigest
from audit.release.storage.files import files_below, sha256_of
from audit.release.storage.groups import row_bytes
from audit.release.storage.reading import batches_of, files_of, open_parquet
from audit.release.storage.shards import SPLIT
from audit.release.verification.consistency import check_accounts, check_counts
from audit.release.verification.problem import Problem, Verified
from audit.release.verification.roundtrip import check_round_trip
from audit.release.version import newest
from audit.tables import SCHEMA_VERSION, TABLES, Table


def verify(path: Path) -> Verified:
    """Return what is wrong with the release at `path`, or with the newest one when `path` is dist/NAME.

    Checked in turn: every file's size and digest, no file missing or too many; each table's schema, page checksums and
    content; the card and croissant.json against them; the tables against one another; and the round trip through
    `datasets`. A step is left out when an earlier one found damage that it would stumble over.
    Raises UsageError when there is no release, or one of a schema version that is not ours to read.
    """
    release = find_release(path)
    manifest = read_manifest(release)
    if manifest.substance.schema_version != SCHEMA_VERSION:
        found = manifest.substance.schema_version
        raise UsageError(f"{release} has schema version {found} and this program reads {SCHEMA_VERSION}: use its own")
    tables = manifest.substance.tables
    return Verified(
        path=release,
        name=manifest.name,
        version=manifest.version,
        files=len(manifest.files),
        documents=tables["documents"].rows,
        blocks=tables["blocks"].rows,
        problems=tuple(sorted(set(_problems(release, manifest)))),
    )


def find_release(path: Path) -> Path:
    """Return `path` when it is a release, or the newest release below it.

    Raises UsageError when it is neither.
    """
    if (path / MANIFEST).is_file():
        return path
    version = newest(path)
    if version is None:
        raise UsageError(f"{path} is no release and holds none: name a folder dist/NAME or dist/NAME/VERSION")
    return path / str(version)


def _problems(release: Path, manifest: Manifest) -> Iterator[Problem]:
    for steps in ((_files,), (_tables,), (_card, _croissant, _accounts), (_round_trip,)):
        found = [problem for step in steps for problem in step(release, manifest)]
        yield from found
        # A digest that differs is no reason to stop: the tables may say what is wrong. Unreadable tables are.
        if found and steps != (_files,):
            return


def _files(release: Path, manifest: Manifest) -> Iterator[Problem]:
    there = {path for path in files_below(release) if path != MANIFEST}
    listed: dict[str, File] = {file.path: file for file in manifest.files}
    for path in sorted(there - set(listed)):
        yield Problem(path, "the manifest does not list it", "remove it from the release")
    for path in sorted(set(listed) - there):
        yield Problem(path, "it is missing")
    for path in sorted(there & set(listed)):
        if (release / path).is_symlink() or not (release / path).is_file():
            yield Problem(path, "it is not a regular file")
        elif (size := (release / path).stat().st_size) != listed[path].bytes:
            yield Problem(path, f"it has {size} bytes, the manifest says {listed[path].bytes}")
        elif sha256_of(release / path) != listed[path].sha256:
            yield Problem(path, "its SHA-256 is not the one in the manifest")


def _tables(release: Path, manifest: Manifest) -> Iterator[Problem]:
    if missing := [t.name for t in TABLES if t.name not in manifest.substance.tables]:
        yield Problem(MANIFEST, f"it says nothing of {', '.join(missing)}")
        return
    for table in TABLES:
        yield from _table(release, table, manifest.substance.tables[table.name])


def _table(release: Path, table: Table, said: Content) -> Iterator[Problem]:
    where = table.name
    try:
        for path in files_of(release, table):
            where = path.relative_to(release).as_posix()
            if not _schema(path).equals(table.arrow):
                yield Problem(where, "its columns, types or nullability are not those of the schema")
                return
        found = _content(release, table)
    except (pa.ArrowException, OSError) as error:
        yield Problem(where, f"it cannot be read ({type(error).__name__})")
        return
    if found != said:
        yield Problem(table.name, f"it holds {found.rows} rows with another content than the manifest's {said.rows}")


def _schema(path: Path) -> pa.Schema:
    with open_parquet(path) as file:
        return file.schema_arrow


def _content(release: Path, table: Table) -> Content:
    digest, rows, size = ContentDigest(table), 0, 0
    for batch in batches_of(release, table):
        batch.validate(full=True)
        digest.update(batch)
        rows += len(batch)
        size += int(row_bytes(batch).sum())
    return Content(rows, size, digest.hexdigest())


def _card(release: Path, manifest: Manifest) -> Iterator[Problem]:
    try:
        yield from _card_against(read_front_matter(release / CARD), manifest)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        yield Problem(CARD, f"its YAML does not describe the dataset ({type(error).__name__})")


def _card_against(front: dict[str, Any], manifest: Manifest) -> Iterator[Problem]:
    configs = {config["config_name"]: config for config in front["configs"]}
    infos = {info["config_name"]: info for info in front["dataset_info"]}
    for name in DATASET:
        content, config, split = manifest.substance.tables[name], configs[name], infos[name]["splits"][0]
        if config["description"] != f"content sha256:{content.sha256}":
            yield Problem(CARD, f"the digest in the description of {name} is not that of its content")
        if config["version"] != str(manifest.version):
            yield Problem(CARD, f"the version of {name} is not the manifest's {manifest.version}")
        if config["data_files"] != [{"split": SPLIT, "path": f"{name}/{SPLIT}-*.parquet"}]:
            yield Problem(CARD, f"the files of {name} are not the files of the release")
        if split["num_examples"] != content.rows:
            yield Problem(CARD, f"num_examples of {name} is {split['num_examples']}, but there are {content.rows} rows")


def _croissant(release: Path, manifest: Manifest) -> Iterator[Problem]:
    parquet = {file.path: file.sha256 for t in TABLES if t.name in DATASET for file in shards_of(manifest.files, t)}
    try:
        found = json.loads((release / CROISSANT).read_bytes())
        described = {file["contentUrl"]: file["sha256"] for file in found["distribution"]}
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield Problem(CROISSANT, f"it does not describe the files ({type(error).__name__})")
        return
    if described != parquet:
        yield Problem(CROISSANT, "the files and digests it lists are not those of the release")


def _accounts(release: Path, manifest: Manifest) -> Iterator[Problem]:
    try:
        yield from check_counts(release, manifest.counts)
    except DefectError as error:
        yield Problem("audit/ledger.parquet", str(error))
    yield from check_accounts(release)


def _round_trip(release: Path, manifest: Manifest) -> Iterator[Problem]:
    yield from check_round_trip(release, manifest.substance)
