"""Which column of a record holds what: its text, and what the record says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from audit.read.containers import paths
from audit.read.containers.column_names import CRAWLED, NAMES, TEXT_COLUMNS, TEXT_PATHS
from audit.read.record import Record
from audit.read.refusal import Refusal, quoted, refusal
from audit.read.stated import NOTHING_STATED, Field, Stated, stated
from audit.tables.extra import ExtraValue, extra_value
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

# What a parser makes of a text, and says of it.
_BODY: Final = "body"
PARSED: Final = "boilerplate"
# So many of the usual names are told to somebody whose columns have others.
_NAMED: Final = 5
# A list of names tells more than a piece of a text, and leaks less: it may be longer. Characters.
_SHOWN: Final = 300


def plain_name(name: str) -> str:
    """Return a column's name as it is looked up: small letters and digits.

    >>> plain_name("Publish_Date"), plain_name("og:title"), plain_name("发布时间")
    ('publishdate', 'ogtitle', '发布时间')
    """
    return "".join(filter(str.isalnum, name.casefold()))


@lru_cache(maxsize=64)
def _by_plain_name(names: tuple[str, ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(plain_name(name), name)
    return found


def text_path(names: tuple[str, ...], settings: InputSettings) -> str | None:
    """Return the path of the text: the one that the settings name, or else the first usual name among `names`."""
    named = settings.columns.get("text", settings.text_column)
    if named is not None:
        return named
    exact = next((name for name in TEXT_COLUMNS if name in names), None)
    nested = next((path for path in TEXT_PATHS if paths.steps(path)[0] in names), None)
    return exact or _first(TEXT_COLUMNS, names) or nested


def _first(wanted: tuple[str, ...], names: tuple[str, ...]) -> str | None:
    known = _by_plain_name(names)
    return next((known[name] for name in map(plain_name, wanted) if name in known), None)


@lru_cache(maxsize=64)
def _usual(names: tuple[str, ...], taken: str) -> Mapping[Field, str]:
    rest = tuple(name for name in names if name != taken)
    found = {field: _first(wanted, rest) for field, wanted in NAMES.items()}
    is_crawled = not CRAWLED.isdisjoint(rest)
    return {
        field: name
        for field, name in found.items()
        if name is not None and not (is_crawled and plain_name(name) == "date")
    }


def field_paths(names: tuple[str, ...], text: str, settings: InputSettings) -> Mapping[Field, str]:
    """Return for each field where the record states it: as the settings say, or else under a usual name.

    An empty path in the settings says that no column is meant.
    """
    named: dict[Field, str] = {field: settings.columns[field] for field in NAMES if field in settings.columns}
    found = {**_usual(names, text), **named}
    return {field: path for field, path in found.items() if path}


def columns_seen(record: object, settings: InputSettings) -> str:
    """Return what to say when a record has nothing at the path of the text."""
    named = settings.columns.get("text", settings.text_column)
    wanted = " or ".join(TEXT_COLUMNS[:_NAMED]) if named is None else quoted(named)
    return f"no column is called {wanted}, only '{visible(paths.shown(record), limit=_SHOWN)}'"


def record_of(
    found: Mapping[str, object], where: str, settings: InputSettings, *, is_spelled: bool = False
) -> Record | Refusal:
    """Return the document that a record holds, or why it holds none; `where` is its place in the container.

    `is_spelled` says that all its values are texts, whatever they mean, as those of CSV are.
    """
    names = tuple(found)
    path = text_path(names, settings)
    told = list(paths.values(found, path)) if path is not None else []
    if path is None or not told:
        return refusal("no-text-column", f"{where}: {columns_seen(found, settings)}")
    text = _joined(path, told)
    if text is None:
        return refusal("no-text", f"{where}: {_no_string(path, told)}")
    extra = tuple(_extra(found, wanted, is_spelled=is_spelled) for wanted in settings.extra)
    stated = _stated(found, field_paths(names, path, settings))
    return Record(text=text, stated=stated, is_whole=was_parsed(names, path), extra=extra)


def _extra(found: Mapping[str, object], path: str, *, is_spelled: bool) -> ExtraValue:
    told = list(paths.values(found, path))
    return extra_value(told if "[]" in path and told else told[0] if told else None, is_spelled=is_spelled)


def on_line(record: Record | Refusal, line: int) -> Record | Refusal:
    """Return what a record gave, with the line of the file at which it begins."""
    return replace(record, line=line) if isinstance(record, Record) else record


def was_parsed(names: tuple[str, ...], path: str) -> bool:
    """Return whether records with these columns are documents of ours: their bodies were told from all else before."""
    return path == _BODY and PARSED in names


def _joined(path: str, told: list[object]) -> str | None:
    """Return the text at a path: what all the elements say, those that say nothing apart."""
    if "[]" not in path:
        return told[0] if isinstance(told[0], str) else None
    parts = [part for part in told if isinstance(part, str)]
    return "\n".join(parts) if parts and all(part is None or isinstance(part, str) for part in told) else None


def _no_string(path: str, told: list[object]) -> str:
    first = next((value for value in told if not isinstance(value, str)), None)
    inside = paths.shown({path: first}) if isinstance(first, (Mapping, list)) and first else ""
    return f"{quoted(path)} is no string" + (f", but holds {quoted(inside)}" if inside else "")


def stated_in(found: Mapping[str, object], settings: InputSettings) -> Stated:
    """Return what an object without a text, such as the front matter of a page, says of the document."""
    return _stated(found, field_paths(tuple(found), "", settings))


def _stated(found: Mapping[str, object], wanted: Mapping[Field, str]) -> Stated:
    if not wanted:
        return NOTHING_STATED
    return stated({field: _one_or_all(list(paths.values(found, path))) for field, path in wanted.items()})


def _one_or_all(told: list[object]) -> object:
    return told if len(told) > 1 else told[0] if told else None
