"""Which columns of a file of records hold prose, measured on its first records: where no usual name tells the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from audit.read.containers.paths import are_running, joined, parts, shown, values
from audit.read.refusal import quoted
from audit.text.visible import visible

# A remark on a document says so before the path of its text.
_FOUND: Final = "text found by its prose: "
# Records that are measured.
SAMPLE: Final = 100
# Prose has some words and a sentence that ends; or a run of a script that sets no spaces. Lists, code and addresses
# have more other signs.
_FEWEST_LETTERS, _FEWEST_WORDS = 30, 6
_LETTERED: Final = 0.7
_ENDED: Final = re.compile(r"\w[\"'”’)\]]*[.!?…][\"'”’)\]]*(?:[\s<]|$)|[。！？]")
_UNSPACED: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f][\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f，、]{15}"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_MEASURED: Final = 2_000
# A column is text if it is prose in half of the records, and the only one if it has this share of all prose; what has
# less than the smallest share is a remark.
_USUAL, _ALONE, _REMARK = 0.5, 0.8, 0.1
# Names of what is said about a text, and of what may be said in several records alike.
_ABOUT: Final = re.compile(
    r"summary|abstract|caption|instruction|prompt|licen[cs]e|disclaimer|copyright|摘要", re.IGNORECASE
)
# Characters of prose in a column of a file that is one object, to be a document.
_DOCUMENT: Final = 200
# A text this many times as long as an abstract is what the abstract is of.
_LONGER: Final = 2
_DEEPEST, _ELEMENTS = 8, 100
# Maximum characters of a path in a remark.
_SHOWN: Final = 300
_SIGNS: Final = frozenset(".+[]")
# What objects in a list have that are documents of their own, or others' headlines.
_OWN: Final = frozenset({"title", "url", "link", "headline"})
# What stands for a text: a file, what forums leave of a post (Reddit), and how databases write null.
_FILE_NAME: Final = re.compile(
    r"[^\n]{1,100}\.(?:pdf|docx?|odt|rtf|epub|txt|md|html?|xml|tiff?|jpe?g|png|mp[34]|wav|m4a|webm)", re.IGNORECASE
)
_DELETED: Final = re.compile(r"\s*\[ ?(?:deleted|removed)(?: by (?:user|reddit|moderator))? ?\]\s*|\\N", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Return whether a text reads as prose by its beginning.

    >>> is_prose("The ferry left before dawn, and nobody saw it go."), is_prose("ferry, bell, dawn, noon, wind, quay")
    (True, False)
    """
    seen = text[:_MEASURED]
    if _UNSPACED.search(seen):
        return True
    letters = len(_LETTER.findall(seen))
    if letters < _FEWEST_LETTERS or letters < _LETTERED * len("".join(seen.split())):
        return False
    return len(seen.split()) >= _FEWEST_WORDS and _ENDED.search(seen) is not None


def stands_for_text(text: str, record: Mapping[str, object]) -> bool:
    """Return whether a record has no text but what stands for one: that it was deleted, or the name of a file.

    Such a file is the one that the record is about, with objects for what is in it.

    >>> stands_for_text("scan 42.pdf", {"document": "scan 42.pdf", "pages": [{"lines": []}]})
    True
    >>> stands_for_text("[removed]", {}), stands_for_text("Dawn.", {}), stands_for_text("Removed", {})
    (True, False, False)
    """
    if _DELETED.fullmatch(text):
        return True
    lists = (value for value in record.values() if isinstance(value, (list, tuple)))
    return _FILE_NAME.fullmatch(text) is not None and any(isinstance(each, Mapping) for one in lists for each in one)


def no_string(found: Mapping[str, object], path: str) -> str:
    """Return what a record has at the path of its text, where that is none."""
    told = [(part, value) for part in parts(found, path) for value in values(found, part)]
    if all(value is None for _, value in told):
        return "its text is null"
    part, value = next((t for t in told if t[1] is not None and joined(t[0], [t[1]]) is None), told[0])
    inside = shown({part: value}) if isinstance(value, (Mapping, list)) and value else ""
    said = f"only says {quoted(value)}" if isinstance(value, str) else "is not a string"
    return f"{quoted(part)} {said}" + (f", but contains {quoted(inside)}" if inside else "")


class ProseColumns:
    """The columns with prose of a file of records. `sample` returns its first records, once they are asked for.

    `may_be_settings`: a single record may be anything, such as settings or a catalogue of messages, in which there are
    sentences, too.
    """

    def __init__(self, sample: Callable[[], Iterable[Mapping[str, object]]], *, may_be_settings: bool = False) -> None:
        self._sample, self._may_be_settings = sample, may_be_settings

    @cached_property
    def _columns(self) -> dict[str, int]:
        """The characters of prose by path, of what is prose in half of the records, in their order."""
        records, sizes, rows = 0, Counter[str](), Counter[str]()
        for record in islice(self._sample(), SAMPLE):
            found = dict(_prose(record, ""))
            records += 1
            sizes.update(found)
            rows.update(found.keys())
        least = _DOCUMENT if self._may_be_settings and records == 1 else 0
        return {path: size for path, size in sizes.items() if rows[path] >= _USUAL * records and size >= least}

    def text(self, fields: Iterable[str]) -> str | None:
        """Return the path of the text, joined by + of several columns, none of which is a field; None without prose."""
        taken = frozenset(fields)
        there = {path: size for path, size in self._columns.items() if path not in taken}
        own = {path: size for path, size in there.items() if not _ABOUT.search(path)} or there
        longest, total = max(own, key=own.__getitem__, default=None), sum(own.values())
        if longest is None or own[longest] >= _ALONE * total:
            return longest
        return "+".join(path for path, size in own.items() if size >= _REMARK * total) or None

    def has_prose(self, path: str) -> bool:
        """Return whether a column is prose in half of the records."""
        return path in self._columns

    def longer_than(self, path: str) -> str | None:
        """Return the path of a text that is much longer than the abstract at `path`; None if there is none."""
        found = {other: size for other, size in self._columns.items() if not _ABOUT.search(other)}
        longest = max(found, key=found.__getitem__, default=None)
        is_longer = longest is not None and found[longest] >= _LONGER * self._columns.get(path, 0)
        return longest if is_longer else None


def _prose(value: object, path: str, depth: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the paths at which a value has prose, each with its characters; of a list all elements count as one.

    An object within has only that if it says little else, since the rest of it would be lost.
    """
    if isinstance(value, str):
        if is_prose(value):
            yield path, len(value)
    elif isinstance(value, Mapping) and depth < _DEEPEST:
        named = {key: inner for key, inner in value.items() if key and _SIGNS.isdisjoint(key)}
        found = [
            each for key, inner in named.items() for each in _prose(inner, f"{path}.{key}" if path else key, depth + 1)
        ]
        if not path or sum(size for _, size in found) >= _ALONE * _said(value):
            yield from found
    elif isinstance(value, (list, tuple)) and value:
        found = list(_prose(_as_one(value[:_ELEMENTS]), f"{path}[]", depth + 1))
        # Texts of several keys would lose their order.
        yield from found if len(found) == 1 else ()


def _said(value: object) -> int:
    """Return the number of characters of all running texts in a value; names and times are none."""
    if isinstance(value, str):
        return len(value) if are_running([value]) else 0
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ()
    return sum(map(_said, inner))


def _as_one(elements: Sequence[object]) -> object:
    """Return one value for a list: its texts joined, its lists as one, its objects as one with all texts of a key."""
    if all(isinstance(each, str) for each in elements):
        return " ".join(map(str, elements))
    if all(isinstance(each, (list, tuple)) for each in elements):
        return [inner for each in elements if isinstance(each, (list, tuple)) for inner in each]
    objects = [each for each in elements if isinstance(each, Mapping)]
    if len(objects) < len(elements) or any(not _OWN.isdisjoint(each) for each in objects):
        return None
    keys = dict.fromkeys(key for each in objects for key in each)
    told = {key: [each[key] for each in objects if each.get(key) is not None] for key in keys}
    return {key: _as_one(values) for key, values in told.items() if values}


def remark_of(path: str) -> str:
    """Return the remark on a document whose text is at a path that its prose told."""
    return f"{_FOUND}{visible(path, limit=_SHOWN)}"


def path_in(remark: str | None) -> str | None:
    """Return the path that a document's remarks name as told by its prose; None if they name none."""
    found = (part.removeprefix(_FOUND) for part in (remark or "").split("; ") if part.startswith(_FOUND))
    return next(found, None)
