"""Paths into a record's values: `data.text`, `段落[].内容`, `messages[0].content`, several as `question+answer`.

A key equal to the whole path, or its rest, takes precedence, since keys may contain dots.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from math import isfinite
from typing import Final

from audit.read.parts.spelled import unspelled
from audit.text.visible import visible

# [] stands for all elements of a list, [2] for the third.
_ELEMENT: Final = re.compile(r"\[([0-9]{0,9})\]")
_DEEPEST: Final = 8
# Paths collected at most: a hostile record may have a million.
_SHOWN: Final = 20
# Where an object in a list has its text.
_TEXTS: Final = ("value", "text")
# Lengths of the names in a remark, and texts of which it says where they are.
_LONGEST_NAME: Final = 40
_MOST_PLACED: Final = 40
# Words of a running text: names are shorter; and letters of one whose script sets no spaces.
_FEW_WORDS: Final = 4
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f，]{8}")
_SPELLED: Final = "text taken out of JSON"
# Number and depth of the paths by which fields are found in objects.
_MOST_INSIDE, _DEEPEST_NAMES = 200, 3


def names_in(record: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of a record's columns, followed by the paths into its nested objects.

    >>> names_in({"id": 1, "meta": {"title": "Ferry", "by": {"name": "A. Roe"}}})
    ('id', 'meta', 'meta.title', 'meta.by', 'meta.by.name')
    """
    if not any(isinstance(value, Mapping) for value in record.values()):
        return tuple(record)
    return (*record, *islice(_inside(record, "", 1), _MOST_INSIDE))


def _inside(record: Mapping[str, object], above: str, depth: int) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, Mapping) and depth <= _DEEPEST_NAMES:
            yield from (f"{above}{key}.{inner}" for inner in value)
            yield from _inside(value, f"{above}{key}.", depth + 1)


@lru_cache(maxsize=256)
def steps(path: str) -> tuple[str, ...]:
    """Return the keys and brackets of a path, in order.

    >>> steps("段落[].内容"), steps("a.b[0][]")
    (('段落', '[]', '内容'), ('a', 'b', '[0]', '[]'))
    """
    found: list[str] = []
    for part in path.split("."):
        name = _ELEMENT.split(part, maxsplit=1)[0]
        found += [name] * bool(name)
        found += [f"[{element[1]}]" for element in _ELEMENT.finditer(part[len(name) :])]
    return tuple(found)


def parts(record: object, path: str) -> tuple[str, ...]:
    """Return the paths that are joined by + in a path, in order.

    >>> parts({}, "question + answers[]"), parts({}, "c++"), parts({"a+b": "x"}, "a+b")
    (('question', 'answers[]'), ('c++',), ('a+b',))
    """
    if "+" not in path or (isinstance(record, Mapping) and path in record):
        return (path,)
    found = tuple(part.strip() for part in path.split("+"))
    return found if all(found) else (path,)


def values(record: object, path: str) -> Iterator[object]:
    """Yield the values at a path, in order: one, or for each `[]` as many as the list has, of each part joined by +."""
    for part in parts(record, path):
        if isinstance(record, Mapping) and part in record:
            yield record[part]
        else:
            yield from _below(record, steps(part))


def _below(value: object, path: tuple[str, ...]) -> Iterator[object]:
    if not path:
        yield value
        return
    first, rest = path[0], path[1:]
    element = _ELEMENT.fullmatch(first)
    if element is not None and isinstance(value, (list, tuple)):
        for part in value[int(element[1]) :][:1] if element[1] else value:
            yield from _below(part, rest)
    elif isinstance(value, Mapping):
        joined = ".".join(path)
        if joined in value:
            yield value[joined]
        elif first in value:
            yield from _below(value[first], rest)


def chosen(record: Mapping[str, object], given: Sequence[str]) -> str:
    """Return the first of some paths at which a record holds something; else the first that it has, or the first."""
    if len(given) == 1:
        return given[0]
    there = {path: list(values(record, path)) for path in given}
    filled = (path for path, found in there.items() if any(value not in (None, "") for value in found))
    return next(filled, next((path for path, found in there.items() if found), given[0]))


def listed(record: Mapping[str, object], path: str) -> str:
    """Return the path of the texts if those at a path are listed, also in objects; the path itself otherwise.

    >>> listed({"body": [{"format": "html", "value": "a"}]}, "body")
    'body[].value'
    >>> listed({"dialog": ["Is the ferry back yet?", "It is."]}, "dialog"), listed({"text": ["a"]}, "text")
    ('dialog[]', 'text')
    >>> listed({"paragraphs": [{"text": "A ferry left.", "nr": 1}]}, "paragraphs[]")
    'paragraphs[].text'
    >>> listed({"paragraphs": [{"text": "A ferry left.", "head": "Ferries"}]}, "paragraphs[]")
    'paragraphs[]'
    """
    list_path = path.removesuffix("[]")
    told = record.get(list_path)
    if not isinstance(told, (list, tuple)) or not told:
        return path
    if list_path != path and not all(isinstance(one, Mapping) and _texts_of(one) == 1 for one in told):
        return path
    if are_running(told):
        return f"{path}[]"
    held = (key for key in _TEXTS if all(isinstance(one, Mapping) and isinstance(one.get(key), str) for one in told))
    return next((f"{list_path}[].{key}" for key in held), path)


def _texts_of(part: Mapping[str, object]) -> int:
    return sum(isinstance(value, str) for value in part.values())


def are_running(told: Sequence[object]) -> bool:
    """Return whether values are strings, at least half of them of running text: no names or words of a cut sentence.

    Empty ones alone, as in the example of a schema, may be.

    >>> are_running(["Is the ferry back yet?", "Yes."]), are_running(["The", "ferry", "is", "back"])
    (True, False)
    """
    strings = [one for one in told if isinstance(one, str)]
    running = sum(len(one.split()) >= _FEW_WORDS or _UNSPACED.search(one) is not None for one in strings)
    return len(strings) == len(told) and (len(told) <= 2 * running or not any(strings))


def joined(path: str, told: list[object]) -> str | None:
    """Return the text of the values at a path: all non-empty elements, joined; None if they are no texts."""
    if "[]" not in path:
        return told[0] if isinstance(told[0], str) else _run(told[0])
    found = [_typed(part) for part in told]
    parts = [part for part in found if isinstance(part, str)]
    return "\n".join(parts) if parts and all(part is None or isinstance(part, str) for part in found) else None


def _typed(part: object) -> object:
    """Return the texts in a list of objects that have a type each, as some turns of a dialogue are; others as given."""
    if not isinstance(part, (list, tuple)) or not all(isinstance(one, Mapping) and "type" in one for one in part):
        return part
    texts = [text for one in part if isinstance(text := one.get("text"), str)]
    return "\n".join(texts) or None


def _run(pieces: object) -> str | None:
    """Return the text of a line in pieces, strings between those with a type, as chats export it; None if it is none.

    >>> _run(["Look at ", {"type": "link", "text": "bay.example"}, "."])
    'Look at bay.example.'
    """
    if not isinstance(pieces, (list, tuple)) or not any(isinstance(piece, str) for piece in pieces):
        return None
    parts = [piece.get("text") if isinstance(piece, Mapping) and "type" in piece else piece for piece in pieces]
    said = [part for part in parts if isinstance(part, str)]
    is_typed = any(isinstance(piece, Mapping) for piece in pieces)
    return "".join(said) if is_typed and len(said) == len(parts) else None


def is_number(value: object) -> bool:
    """Return whether a value is a number or a truth, but none that says there is none."""
    return isinstance(value, (int, float)) and isfinite(value)


def text_of(record: Mapping[str, object], path: str) -> tuple[str | None, str | None]:
    """Return the text at a path, None if a value is no text, and a remark.

    It says where the texts of several columns are, or that a text was taken out of JSON.
    """
    each = {part: list(values(record, part)) for part in parts(record, path)}
    if len(each) == 1:
        text = joined(path, each[path])
        own = None if text is None else unspelled(text)
        return own, None if own == text else _SPELLED
    texts = [(part, _spelled(part, told)) for part, told in each.items() if any(map(_is_told, told))]
    said = [(part, text) for part, text in texts if text is not None]
    if len(said) < len(texts):
        return None, None
    more = f" and {len(said) - _MOST_PLACED} more" if len(said) > _MOST_PLACED else ""
    placed = ", ".join(islice(_placed(said), _MOST_PLACED))
    return "\n".join(text for _, text in said), f"text joined: {placed}{more}" if said else None


def _is_told(value: object) -> bool:
    return bool(value) or is_number(value)


def _spelled(part: str, told: list[object]) -> str | None:
    """Return the text at one of several paths; a number or a truth beside texts is one, as JSON spells it."""
    return json.dumps(told[0]) if len(told) == 1 and is_number(told[0]) else joined(part, told)


def _placed(said: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the code points of each text, half open."""
    at = 0
    for part, text in said:
        yield f"{visible(part, limit=_LONGEST_NAME)} {at:,}-{at + len(text):,}"
        at += len(text) + 1


def known(record: object, prefix: str = "", depth: int = 0) -> Iterator[str]:
    """Yield the first paths at which a record has a scalar."""
    if isinstance(record, Mapping) and depth < _DEEPEST:
        for key, value in islice(record.items(), _SHOWN):
            yield from known(value, f"{prefix}.{key}" if prefix else str(key), depth + 1)
    elif isinstance(record, (list, tuple)) and record and depth < _DEEPEST:
        yield from known(record[0], f"{prefix}[]", depth + 1)
    elif prefix:
        yield prefix


def shown(record: object) -> str:
    """Return the paths of a record as a phrase, cut if too long."""
    return ", ".join(islice(known(record), _SHOWN))
