"""Pickles of protocols that are written in letters, which decode as texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beginnings of pickles: a protocol, a mark or empty collection, a string with its index, a class, a length.
_PICKLE: Final = re.compile(
    rb"\x80[\x02-\x09]|[(\])}]|[SV][^\n]*+\np[0-9]|c[\w.]++\n[\w.]++\n|[TUX][^\n]{0,3}\x00", re.DOTALL
)
_PICKLE_WINDOW: Final = 1 << 16
# Opcodes read of a long pickle, and the minimum before the window ends within one.
_MANY_OPCODES: Final = 1_000
# Opcodes in every pickle of more than a number: memoisation, or naming a class.
_MEMORISED: Final = frozenset({"PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE", "GLOBAL", "STACK_GLOBAL"})


def is_pickle(raw: bytes) -> bool:
    """Return whether `raw` is one pickle or several."""
    if not _PICKLE.match(raw, 0, _PICKLE_WINDOW):
        return False
    names: list[str] = []
    try:
        names.extend(_opcodes(raw[:_PICKLE_WINDOW]))
    except (ValueError, IndexError):
        return False
    return not _MEMORISED.isdisjoint(names)


def _opcodes(window: bytes) -> Iterator[str]:
    """Yield the opcode names of consecutive pickles. Raises ValueError at an invalid one.

    Not after the first thousand, since the window may end within an opcode.
    """
    from pickletools import genops

    rest, count = window, 0
    while rest.strip() and count < _MANY_OPCODES:
        end = 0
        for opcode, _, place in genops(rest):
            count += 1
            end = (place or 0) + 1
            yield opcode.name
            if count == _MANY_OPCODES:
                return
        rest = rest[end:]
