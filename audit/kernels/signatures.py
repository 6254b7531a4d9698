"""The types of a kernel's arguments: numbers, flat arrays of numbers, and structs of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class Number:
    """A number type by its numba and numpy names; `laid` is the struct format of a scalar argument."""

    name: str
    typestr: str
    size: int
    laid: str = ""


@dataclass(frozen=True, slots=True)
class Flat:
    """A contiguous flat array of numbers that a kernel reads, or fills."""

    of: Number
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Struct:
    """A named tuple of numbers and flat arrays; `fields` are their types."""

    of: type[tuple[Any, ...]]
    fields: tuple[Number | Flat, ...]


U8, U16, U32 = Number("uint8", "|u1", 1), Number("uint16", "<u2", 2), Number("uint32", "<u4", 4)
I16, I32 = Number("int16", "<i2", 2), Number("int32", "<i4", 4)
U64, I64 = Number("uint64", "<u8", 8, "Q"), Number("int64", "<i8", 8, "q")
F32, F64 = Number("float32", "<f4", 4), Number("float64", "<f8", 8, "d")
BOOL, VOID = Number("boolean", "|b1", 1), Number("void", "", 0)
Argument: TypeAlias = Number | Flat | Struct
# The attribute that marks a function that kernels may call.
IS_PART: Final = "is_part"


def read(kind: Number) -> Flat:
    """Return the type of a flat array that a kernel reads, such as an Arrow buffer."""
    return Flat(kind, is_filled=False)


def fill(kind: Number) -> Flat:
    """Return the type of a flat array that a kernel writes."""
    return Flat(kind, is_filled=True)


def argument(kind: Number | Flat | type[tuple[Any, ...]]) -> Argument:
    """Return the type of an argument; a named tuple class has the types of its fields in `Annotated`."""
    if not isinstance(kind, type):
        return kind
    hints = get_type_hints(kind, include_extras=True)
    return Struct(kind, tuple(get_args(hint)[1] for hint in hints.values()))


def flattened(kinds: tuple[Argument, ...]) -> tuple[Number | Flat, ...]:
    """Return the types with those of its fields in place of each struct."""
    return tuple(field for kind in kinds for field in (kind.fields if isinstance(kind, Struct) else (kind,)))
