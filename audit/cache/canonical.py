"""Values written down so that equal ones give the same bytes, and others never do: what keys are digests of."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import blake2b
from typing import Final

from audit.errors import DefectError

KEY_BYTES: Final = 16


def key_of(*values: object) -> bytes:
    """Return the key of what follows from these values: texts, numbers, and tuples, mappings and dataclasses of such.

    Raises DefectError for a value of another type, whose bytes nobody has thought about.
    """
    digest = blake2b(digest_size=KEY_BYTES)
    for piece in _written(values):
        digest.update(piece)
    return digest.digest()


def _written(value: object) -> Iterator[bytes]:  # noqa: C901, PLR0912 a case for each type
    match value:
        case None:
            yield b"-"
        case bool():
            yield b"+" if value else b"0"
        case int():
            yield b"i%d;" % value
        case float():
            yield b"f" + struct.pack("<d", value)
        case str():
            # A path may hold lone surrogates.
            text = value.encode("utf-8", "surrogatepass")
            yield b"s%d;" % len(text)
            yield text
        case bytes():
            yield b"b%d;" % len(value)
            yield value
        case date():
            yield b"d%s;" % value.isoformat().encode("ascii")
        case tuple() | list():
            yield b"(%d;" % len(value)
            for each in value:
                yield from _written(each)
        case Mapping():
            yield b"{%d;" % len(value)
            for name in sorted(value):
                yield from _written((name, value[name]))
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield b"<%s;" % type(value).__name__.encode("ascii")
            for field in fields(value):
                yield from _written(getattr(value, field.name))
        case _:
            raise DefectError(f"a {type(value).__name__} has no place in a key of the cache; please report this")
