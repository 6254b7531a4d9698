"""Canonical serialisation of values for cache keys: equal values, and only these, give equal bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from audit.errors import DefectError

KEY_BYTES: Final = 16


def key_of(*values: object) -> bytes:
    """Return the cache key of these values: strings, numbers, and tuples, mappings and dataclasses of such.

    Raises DefectError for a value of any other type.
    """
    pieces: list[bytes] = []
    _write(values, pieces.append)
    return blake2b(b"".join(pieces), digest_size=KEY_BYTES).digest()


def _write(value: object, put: Callable[[bytes], None]) -> None:  # noqa: C901, PLR0912 a case for each type
    match value:
        case None:
            put(b"-")
        case bool():
            put(b"+" if value else b"0")
        case int():
            put(b"i%d;" % value)
        case float():
            put(b"f" + struct.pack("<d", value))
        case str():
            # Paths may contain lone surrogates.
            text = value.encode("utf-8", "surrogatepass")
            put(b"s%d;" % len(text))
            put(text)
        case bytes():
            put(b"b%d;" % len(value))
            put(value)
        case date():
            put(b"d%s;" % value.isoformat().encode("ascii"))
        case tuple() | list():
            put(b"(%d;" % len(value))
            for each in value:
                _write(each, put)
        case Mapping():
            put(b"{%d;" % len(value))
            for name in sorted(value):
                _write((name, value[name]), put)
        case _ if is_dataclass(value) and not isinstance(value, type):
            begin, names = _laid_out(type(value))
            put(begin)
            for name in names:
                _write(getattr(value, name), put)
        case _:
            raise DefectError(f"a {type(value).__name__} cannot be part of a cache key; please report this")


@cache
def _laid_out(kind: Any) -> tuple[bytes, tuple[str, ...]]:  # noqa: ANN401 the class of any dataclass
    return b"<%s;" % kind.__name__.encode("ascii"), tuple(field.name for field in fields(kind))
