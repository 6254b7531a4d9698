"""Parsing of untrusted manifests, with every value validated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeVar

from audit.atomic import open_regular
from audit.differences.version_rules import LEVELS
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.manifest import (
    CHANGES,
    CHECKSUM,
    DATASET,
    EXTRA,
    MANIFEST,
    MINOR,
    Content,
    File,
    Manifest,
    Parent,
    Substance,
    VersionChanges,
)
from audit.release.version import Name, Version, check_name, parse_version
from audit.tables import Column
from audit.tables.extra import EXTRA_TYPES
from audit.tables.table import nullable
from audit.text.visible import visible
from audit.untrusted import (
    Digest,
    MalformedError,
    RelativePath,
    count,
    fields,
    items,
    json_object,
    mapping,
    shown,
    text,
    within,
)

# 100,000 shards give 20 MB; a larger manifest would be an attack on memory.
_LARGEST: Final = 64 << 20
_LONGEST_NAME: Final = 2_000
_FIELDS: Final = (
    "name", "version", "parent", "schema_version", "content", "judgements", "parameters", "counts", "tool", "files",
)  # fmt: skip
_NO_CHECKSUM: Final = "0" * 64
_OPTIONAL: Final = (CHANGES, CHECKSUM, EXTRA, MINOR)
T = TypeVar("T")


def read_manifest(release: Path) -> Manifest:
    """Parse the manifest of the release in the folder `release`.

    Raises UsageError if it is missing or invalid.
    """
    raw = read_bytes(release)
    try:
        return parse_manifest(raw)
    except MalformedError as error:
        where = release / MANIFEST
        raise UsageError(f"{where} cannot be read as a manifest: {error}; fetch or create the release again") from error


def read_bytes(release: Path) -> bytes:
    """Return the bytes of the manifest of `release`, up to just above the maximum size.

    Raises UsageError if it is missing or unreadable.
    """
    path = release / MANIFEST
    try:
        with open_regular(path) as file:
            return file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise UsageError(
            f"{release} is not a release: it has no {MANIFEST}; name a folder dist/NAME/VERSION"
        ) from error
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"{path} cannot be read: {error.strerror}; fetch or create the release again") from error


def parse_manifest(raw: bytes) -> Manifest:
    """Parse the bytes of a manifest.json.

    Raises MalformedError if a field is missing, unknown, repeated or of the wrong type.
    """
    every = json_object(raw, _LARGEST)
    with within(CHECKSUM):
        Digest(every.get(CHECKSUM, _NO_CHECKSUM))
    found = fields({name: value for name, value in every.items() if name not in _OPTIONAL}, _FIELDS)
    tables = _named(found, "content", _content)
    if missing := [name for name in DATASET if name not in tables]:
        raise MalformedError(f"it lacks the content of {' and '.join(missing)}")
    substance = Substance(
        schema_version=_read("schema_version", count, found),
        schema_minor=_read(MINOR, count, every) if MINOR in every else 0,
        tables=tables,
        judgements=_named(found, "judgements", Digest),
        parameters=_read("parameters", mapping, found),
        extra=_read(EXTRA, _extra, every) if EXTRA in every else (),
    )
    return Manifest(
        name=_read("name", _name, found),
        version=_read("version", _version, found),
        parent=None if found["parent"] is None else _read("parent", _parent, found),
        substance=substance,
        counts=_named(found, "counts", count),
        tool=_read("tool", mapping, found),
        files=_read("files", _files, found),
        changes=_read(CHANGES, _changes, every) if CHANGES in every else None,
    )


def is_other(raw: bytes) -> bool:
    """Return whether a manifest.json is of something else: web pages, extensions and containers have such a file, too.

    One that cannot be read may have been ours.
    """
    try:
        return len(json_object(raw, _LARGEST).keys() & {*_FIELDS}) < len(_FIELDS) / 2
    except MalformedError:
        return False


def _read(name: str, as_type: Callable[[object], T], found: Mapping[str, object]) -> T:
    with within(name):
        return as_type(found[name])


def _named(found: Mapping[str, object], name: str, as_type: Callable[[object], T]) -> Mapping[str, T]:
    with within(name):
        values = mapping(found[name])
        return {each: _read(each, as_type, values) for each in values}


def _name(value: object) -> Name:
    try:
        return check_name(text(value))
    except UsageError as error:
        raise MalformedError(str(error)) from error


def _version(value: object) -> Version:
    try:
        return parse_version(text(value))
    except UsageError as error:
        raise MalformedError(str(error)) from error


def _parent(value: object) -> Parent:
    found = fields(value, ("version", "sha256"))
    return Parent(_read("version", _version, found), _read("sha256", Digest, found))


def _changes(value: object) -> VersionChanges:
    found = fields(value, ("bump", "reasons", "counts"))
    bump = next((level for level in LEVELS if level == found["bump"]), None)
    if bump is None:
        raise MalformedError(f"{shown(found['bump'])} is not a bump: use one of {', '.join(LEVELS)}")
    reasons = tuple(text(reason) for reason in items(found["reasons"]))
    return VersionChanges(bump=bump, reasons=reasons, counts=_named(found, "counts", count))


def _content(value: object) -> Content:
    found = fields(value, ("rows", "bytes", "sha256"))
    return Content(_read("rows", count, found), _read("bytes", count, found), _read("sha256", Digest, found))


def _extra(value: object) -> tuple[Column, ...]:
    columns = tuple(_column(each) for each in items(value))
    if len({column.name for column in columns}) < len(columns):
        raise MalformedError("two of its extra columns have the same name")
    return columns


def _column(value: object) -> Column:
    found = fields(value, ("name", "type", "meaning"))
    name, kind = text(found["name"]), text(found["type"])
    if kind not in EXTRA_TYPES:
        raise MalformedError(f"{shown(kind)} is not a column type")
    if not name or visible(name, _LONGEST_NAME) != name:
        raise MalformedError(f"{shown(name)} is not a column name")
    return nullable(name, kind, text(found["meaning"]))


def _files(value: object) -> tuple[File, ...]:
    files = tuple(_numbered(value))
    seen: set[str] = {MANIFEST}
    for file in files:
        if file.path in seen:
            raise MalformedError(f"it lists {shown(file.path)} twice, or lists itself")
        seen.add(file.path)
    return files


def _numbered(value: object) -> Iterator[File]:
    for number, each in enumerate(items(value)):
        with within(f"[{number}]"):
            yield _file(each)


def _file(value: object) -> File:
    found = fields(value, ("path", "bytes", "sha256"))
    return File(_read("path", RelativePath, found), _read("bytes", count, found), _read("sha256", Digest, found))
