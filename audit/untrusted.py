"""Validation of values from untrusted files, parsed once into types that are safe to use.

Digests become folder names and paths are opened, compared and removed: holders of these types need no further checks.
The types are strings, so they print, sort and compare as such.
"""

from __future__ import annotations

import json
import math
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final, Self

from audit.text.visible import visible

_HEXADECIMAL: Final = frozenset(string.digits + "abcdef")
_SHA256_DIGITS: Final = 64
# PATH_MAX of Linux and macOS; longer paths raise on stat.
_LONGEST_PART: Final = 255
_LONGEST_PATH: Final = 1023
# Control characters could drive a terminal, and a backslash is a separator on other systems.
_NOT_IN_PATHS: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_NO_FOLDERS: Final = frozenset({"", ".", ".."})
# Arrow counts rows and bytes in int64.
_LARGEST: Final = 2**63 - 1
_SHOWN: Final = 80
# The deepest valid value has six levels: the settings of a run within its parameters.
_DEEPEST: Final = 32
# By so many nodes the aliases of a YAML document may lengthen it: some dozens of configurations that share features.
_MOST_ALIASED: Final = 10_000


class MalformedError(ValueError):
    """A malformed value; the message says which value and what is expected."""


@contextmanager
def within(name: str) -> Iterator[None]:
    """Say in every MalformedError which value it is about: `parent: 3 is not an object`."""
    try:
        yield
    except MalformedError as error:
        raise MalformedError(f"{visible(name, _SHOWN)}: {error}") from error


class Digest(str):
    """A SHA-256 in 64 lower case hexadecimal digits."""

    __slots__ = ()

    def __new__(cls, value: object) -> Self:
        """Return `value` as a digest; raises MalformedError when it is none."""
        if not isinstance(value, str) or len(value) != _SHA256_DIGITS or not _HEXADECIMAL.issuperset(value):
            raise MalformedError(f"{shown(value)} is not a SHA-256 of 64 lower-case hexadecimal digits")
        return super().__new__(cls, value)


class RelativePath(str):
    """A POSIX path that stays below its base folder: no root, no `..` or `.`, no empty component."""

    __slots__ = ()

    def __new__(cls, value: object) -> Self:
        """Return `value` as a relative path; raises MalformedError when it is none."""
        if not isinstance(value, str) or not _is_relative(value):
            raise MalformedError(f"{shown(value)} is not a relative path inside its folder")
        return super().__new__(cls, value)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its folders and, last, its name."""
        return tuple(self.split("/"))


def _is_relative(path: str) -> bool:
    try:
        encoded = path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    parts = encoded.split(b"/")
    is_short = len(encoded) <= _LONGEST_PATH and max(map(len, parts)) <= _LONGEST_PART
    return is_short and not _NOT_IN_PATHS.search(path) and not _NO_FOLDERS.intersection(path.split("/"))


def count(value: object) -> int:
    """Return `value` when it is a whole number from 0 on that fits 64 bits; raises MalformedError otherwise."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise MalformedError(f"{shown(value)} is not a count (a whole number from 0 to {_LARGEST})")
    return value


def text(value: object) -> str:
    """Return `value` when it is a string that UTF-8 can hold, no lone surrogate; raises MalformedError otherwise."""
    if not isinstance(value, str):
        raise MalformedError(f"{shown(value)} is not a string")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MalformedError(f"{shown(value)} is not a text: it has half of a character") from error
    return value


def mapping(value: object) -> Mapping[str, Any]:
    """Return `value` when it is a JSON object; raises MalformedError otherwise."""
    if not isinstance(value, dict):
        raise MalformedError(f"{shown(value)} is not an object")
    return value


def fields(value: object, names: Iterable[str]) -> Mapping[str, Any]:
    """Return the JSON object `value`, which has exactly the fields `names`; raises MalformedError otherwise."""
    found, wanted = mapping(value), frozenset(names)
    if missing := sorted(wanted - found.keys()):
        raise MalformedError(f"it lacks {', '.join(missing)}")
    if unknown := sorted(found.keys() - wanted):
        raise MalformedError(f"it has unknown keys: {', '.join(map(shown, unknown))}")
    return found


def items(value: object) -> tuple[Any, ...]:
    """Return the values of the JSON array `value`; raises MalformedError when it is none."""
    if not isinstance(value, list):
        raise MalformedError(f"{shown(value)} is not a list")
    return tuple(value)


def json_object(raw: bytes, most: int) -> Mapping[str, Any]:
    """Parse a JSON object of at most `most` bytes, whole MiB, strictly; raises MalformedError on anything else."""
    if len(raw) > most:
        raise MalformedError(f"it is longer than {most >> 20} MiB")
    return mapping(read_json(raw))


def read_json(raw: bytes) -> Any:  # noqa: ANN401 what it holds is for the caller to parse
    """Parse UTF-8 JSON strictly: no duplicate keys, no NaN or infinity, bounded nesting.

    Raises MalformedError on anything else.
    """
    try:
        found = json.loads(
            raw.decode("utf-8"), object_pairs_hook=_each_once, parse_constant=_number, parse_float=_number
        )
    except MalformedError:
        raise
    except ValueError as error:
        raise MalformedError(f"it is not JSON in UTF-8 ({visible(str(error), _SHOWN)})") from error
    except RecursionError as error:
        raise MalformedError("it is nested too deeply") from error
    _refuse_depth(found)
    return found


def read_yaml(written: str) -> Any:  # noqa: ANN401 as above
    """Parse a YAML document of plain values: bounded nesting, and aliases that stay small when written out.

    Raises MalformedError on anything else.
    """
    import yaml  # type: ignore[import-untyped]

    try:
        found = _constructed(yaml.SafeLoader(written), len(written) + _MOST_ALIASED)
    except MalformedError:
        raise
    except RecursionError as error:
        raise MalformedError("it is nested too deeply") from error
    # The rest is what its constructors raise on an explicit tag whose value is another, such as `!!bool maybe`.
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, OverflowError) as error:
        raise MalformedError("it is not YAML of plain values") from error
    _refuse_depth(found)
    return found


def _constructed(loader: Any, most: int) -> Any:  # noqa: ANN401 yaml has no types
    # Its nodes are counted before any value is made: a merge key copies what an alias only names.
    node = loader.get_single_node()
    if node is None:
        return None
    _refuse_growth(node, {}, most)
    return loader.construct_document(node)


def _refuse_growth(node: Any, sizes: dict[int, int], most: int) -> int:  # noqa: ANN401 as above
    """Return the number of nodes at and below a YAML node with aliases written out; MalformedError above `most`."""
    if id(node) not in sizes:
        # What holds itself has no end.
        sizes[id(node)] = most
        below = chain.from_iterable(node.value) if node.id == "mapping" else node.value if node.id == "sequence" else ()
        sizes[id(node)] = 1 + sum(_refuse_growth(each, sizes, most) for each in below)
    if sizes[id(node)] > most:
        raise MalformedError("its aliases repeat more than anybody would write")
    return sizes[id(node)]


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise MalformedError(f"it has {shown(name)} twice")
        found[name] = value
    return found


def _number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise MalformedError(f"{visible(written, _SHOWN)} is not a JSON number")
    return number


def _refuse_depth(found: object) -> None:
    """Raise MalformedError on values that could be read but would exceed the recursion limit when written again."""
    level = [found]
    for _ in range(_DEEPEST):
        level = [v for each in level if isinstance(each, dict | list | tuple) for v in _values(each)]
        if not level:
            return
    raise MalformedError("it is nested too deeply")


def _values(each: dict[str, Any] | list[Any] | tuple[Any, ...]) -> Iterable[Any]:
    return each.values() if isinstance(each, dict) else each


def shown(value: object) -> str:
    """Return a value shortened and escaped for a message."""
    if isinstance(value, str):
        return visible(repr(value[:_SHOWN]), _SHOWN)
    return repr(value) if isinstance(value, int | float | None) else type(value).__name__
