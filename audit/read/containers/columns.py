"""Mapping of a record's columns to its text and fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from audit.read.containers import column_names, joined_texts, paths
from audit.read.containers.column_names import around, first_of, objects_in, plain_name
from audit.read.containers.prose import ProseColumns, no_string, remark_of, stands_for_text
from audit.read.record import Record
from audit.read.refusal import Refusal, quoted, refusal
from audit.read.remarks import UNUSED, lacking
from audit.read.stated import NOTHING_STATED, Field, Stated, stated
from audit.tables.extra import ExtraValue, extra_value
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

# The text of a post, whose subject is its title; and what a thread takes from its first post.
_MESSAGE: Final = "message"
_OF_POSTS: Final[tuple[Field, ...]] = ("title", "date", "author")
# Columns of our own parser's output.
_BODY: Final = "body"
PARSED: Final = "boilerplate"
# Usual names listed in a message; number and length of unused columns listed in a remark.
_NAMED, _MOST_NAMED, _LONGEST_NAME = 5, 12, 24
# Maximum characters of a list of names, longer than of a text since it reveals less.
_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class FileOfRecords:
    """What is known of the file that a record is from.

    `measured` are its columns with prose, for records without a usual name; `is_spelled`: all values are strings, as in
    CSV; `others` are additional columns.
    """

    measured: ProseColumns | None = None
    is_spelled: bool = False
    others: tuple[str, ...] = ()


_ANY_FILE: Final = FileOfRecords()


def text_path(
    names: tuple[str, ...], settings: InputSettings, record: Mapping[str, object] | None = None
) -> str | None:
    """Return the path of the text: a configured one, or else the first usual name among `names`.

    Without the `record` with these names, their values are taken to be unknown.
    """
    given = settings.paths("text")
    if not given:
        usual = _usual_text(names)
        if (
            usual in column_names.TEXT_PATHS
            and record is not None
            and not any(True for _ in paths.values(record, usual))
        ):
            usual = None
        whole = joined_texts.usual(names, record) if usual is None or joined_texts.is_part(usual) else None
        if whole is not None and (usual is None or usual in paths.parts({}, whole)):
            return whole
        return usual if usual is None or record is None else paths.listed(record, usual)
    return paths.chosen(dict.fromkeys(names) if record is None else record, given)


def measured_path(
    names: tuple[str, ...], usual: str | None, settings: InputSettings, measured: ProseColumns | None
) -> str | None:
    """Return the path of the text: the usual one, unless the file's prose is elsewhere or longer than an abstract."""
    if measured is None or settings.paths("text"):
        return usual
    if usual is None:
        return measured.text(field_paths(names, "", settings).values())
    if plain_name(usual) in column_names.ABSTRACTS:
        return measured.longer_than(usual) or usual
    is_label = plain_name(usual) in column_names.DESCRIPTIONS and not measured.has_prose(usual)
    return (measured.text(field_paths(names, "", settings).values()) if is_label else None) or usual


@lru_cache(maxsize=64)
def _usual_text(names: tuple[str, ...]) -> str | None:
    objects = objects_in(names)
    texts = tuple(name for name in names if name not in objects or name.casefold() in column_names.HOLDERS)
    exact = next((name for name in column_names.TEXT_COLUMNS if name in texts and name not in objects), "")
    listed = next((path for path in column_names.TEXT_PATHS if paths.steps(path)[0] in names), None)
    inside = (f"{name}.{key}" for name in column_names.TEXT_COLUMNS for key in column_names.TEXT_KEYS)
    held = next((path for path in inside if path in names), None)
    usual = (
        first_of(column_names.TEXT_COLUMNS, texts)
        if not exact or plain_name(exact) in column_names.ABSTRACTS | column_names.DESCRIPTIONS
        else exact
    )
    found = usual or listed or held or first_of(column_names.TEXT_COLUMNS, names)
    if found is None:
        named = [name for name in texts if column_names.TEXT_ENDING.fullmatch(name) and "." not in name]
        return named[0] if len(named) == 1 else None
    return next((path for path in (f"{found}.{key}" for key in column_names.TEXT_KEYS) if path in names), found)


@lru_cache(maxsize=64)
def _usual(names: tuple[str, ...], taken: str) -> Mapping[Field, str]:
    parts = paths.parts({}, taken)
    rest = tuple(name for name in names if name not in parts)
    if len(parts) > 1:
        # The subject of a question is a field of knowledge.
        rest = tuple(name for name in rest if plain_name(name) not in column_names.SUBJECTS)
    chat = next((fields for told, fields in column_names.CHATS if told.issubset(names)), {})
    found = {
        field: first_of(wanted, rest, around(parts)) or chat.get(field) for field, wanted in column_names.NAMES.items()
    }
    is_posted = plain_name(taken) == _MESSAGE or _posts(taken) is not None
    subject, *mail = (
        first_of(wanted, rest) for wanted in (column_names.SUBJECTS, column_names.SENDERS, column_names.RECIPIENTS)
    )
    found["title"] = found["title"] or (subject if any(mail) or is_posted else None)
    if subject and all(mail):
        found |= {field: found[field] or first_of(wanted, rest) for field, wanted in column_names.MAIL.items()}
    if found["date"] is None and "data" in rest and plain_name(taken) in column_names.DATED_DATA:
        found["date"] = "data"
    if found["source"] == "source" and column_names.GATHERED.issubset(rest):
        found["source"] = None
    is_crawled = not column_names.CRAWLED.isdisjoint(name.rpartition(".")[2] for name in rest)
    return {
        field: name
        for field, name in found.items()
        if name is not None and not (is_crawled and plain_name(name.rpartition(".")[2]) == "date")
    }


def field_paths(
    names: tuple[str, ...], text: str, settings: InputSettings, record: Mapping[str, object] | None = None
) -> Mapping[Field, str]:
    """Return for each field its path: a configured one, or else a usual name; `record` as for text_path.

    An empty configured path disables the field.
    """
    there = dict.fromkeys(names) if record is None else record
    named: dict[Field, str] = {
        field: paths.chosen(there, given) for field in column_names.NAMES if (given := settings.paths(field))
    }
    usual = {field: path for field, path in _usual(names, text).items() if not _is_of_knowledge(path, record)}
    return {field: path for field, path in (usual | named).items() if path}


def _posts(text: str) -> str | None:
    """Return the path of the list if a text is that of the posts of a thread, else None."""
    above, is_listed, _ = text.partition("[].")
    return above if is_listed and plain_name(above.rpartition(".")[2]) in column_names.POSTS else None


def _fields(
    found: Mapping[str, object], names: tuple[str, ...], text: str, settings: InputSettings
) -> Mapping[Field, str]:
    """Return the same for a record: what a thread itself does not say is that of its first post."""
    fields, posts = field_paths(names, text, settings, found), _posts(text)
    first = None if posts is None else next(paths.values(found, f"{posts}[0]"), None)
    if not isinstance(first, Mapping):
        return fields
    own = field_paths(paths.names_in(first), text.partition("[].")[2], settings, first)
    return {**{field: f"{posts}[0].{own[field]}" for field in _OF_POSTS if field in own}, **fields}


def _is_of_knowledge(path: str, record: Mapping[str, object] | None) -> bool:
    """Return whether a domain is none of the internet, but a field of knowledge: law, 通用."""
    if record is None or not path.casefold().endswith(column_names.DOMAIN):
        return False
    return not any(isinstance(value, str) and "." in value for value in paths.values(record, path))


def columns_seen(record: object, settings: InputSettings) -> str:
    """Return the message for a record with nothing at the text path."""
    wanted = " or ".join(map(quoted, settings.paths("text"))) or " or ".join(column_names.TEXT_COLUMNS[:_NAMED])
    there = f"only '{visible(paths.shown(record), limit=_SHOWN)}'" if record else "and there is no other"
    return f"no column is called {wanted}, {there}"


def record_of(
    found: Mapping[str, object], where: str, settings: InputSettings, file: FileOfRecords = _ANY_FILE
) -> Record | Refusal:
    """Return the document in a record, or why there is none; `where` is its position in the container.

    Unused columns are listed in the document's remark, and those that were found by their prose.
    """
    names = paths.names_in(found)
    usual = text_path(names, settings, found)
    path = measured_path(names, usual, settings, file.measured)
    if path is None or not any(True for _ in paths.values(found, path)):
        return refusal("no-text-column", f"{where}: {columns_seen(found, settings)}")
    text, placed = paths.text_of(found, path)
    if text is None or stands_for_text(text, found):
        return refusal("no-text", f"{where}: {no_string(found, path)}")
    extra = tuple(_extra(found, wanted, is_spelled=file.is_spelled) for wanted in settings.extra)
    fields, is_parsed = _fields(found, names, path, settings), was_parsed(names, path)
    used = frozenset((*paths.parts(found, path), *fields.values(), *settings.extra))
    told = None if path == usual else remark_of(path)
    unused = _unused((*found, *file.others), used)
    remarks = () if is_parsed else (told, placed, _lacking(found, fields, settings), unused)
    remark = "; ".join(filter(None, remarks)) or None
    is_whole = is_parsed or joined_texts.is_all_text(found, names, path)
    return Record(text=text, stated=_stated(found, fields), is_whole=is_whole, extra=extra, remark=remark)


@lru_cache(maxsize=64)
def _unused(names: tuple[str, ...], used: frozenset[str]) -> str | None:
    """Return a remark on the columns that no path uses."""
    begun = {name for path in used for name in (path, *paths.steps(path)[:1])}
    rest = [visible(name, limit=_LONGEST_NAME) for name in names if name not in begun]
    more = f" and {len(rest) - _MOST_NAMED} more" if len(rest) > _MOST_NAMED else ""
    return f"{UNUSED}{', '.join(rest[:_MOST_NAMED])}{more}" if rest else None


def _lacking(found: Mapping[str, object], fields: Mapping[Field, str], settings: InputSettings) -> str | None:
    """Return a remark on the configured paths of fields at which the record has nothing."""
    named = ((field, settings.paths(field)) for field in fields)
    lost = ((field, given) for field, given in named if given and not any(list(paths.values(found, p)) for p in given))
    return ", ".join(lacking(field, given) for field, given in lost) or None


def _extra(found: Mapping[str, object], path: str, *, is_spelled: bool) -> ExtraValue:
    told = list(paths.values(found, path))
    return extra_value(told if "[]" in path and told else told[0] if told else None, is_spelled=is_spelled)


def on_line(record: Record | Refusal, line: int) -> Record | Refusal:
    """Return the result with the line of the file at which the record starts."""
    return replace(record, line=line) if isinstance(record, Record) else record


def was_parsed(names: tuple[str, ...], path: str) -> bool:
    """Return whether records with these columns are our own parsed documents, whose bodies are clean already."""
    return path == _BODY and PARSED in names


def stated_in(found: Mapping[str, object], settings: InputSettings) -> Stated:
    """Return the fields stated by an object without text, such as a page's front matter."""
    return _stated(found, field_paths(paths.names_in(found), "", settings, found))


def _stated(found: Mapping[str, object], wanted: Mapping[Field, str]) -> Stated:
    each = {field: list(paths.values(found, path)) for field, path in wanted.items()}
    told = {field: values if len(values) > 1 else next(iter(values), None) for field, values in each.items()}
    return stated(told) if told else NOTHING_STATED
