"""Values of columns: texts in any codec, and structs, lists and maps, with stray bytes inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from audit.read.containers.codec import STANDING, UTF8, codec_of
from audit.read.refusal import SHOWN, Refusal, refusal
from audit.read.streams import HEAD
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


def said(error: BaseException) -> str:
    """Return the first line of what an error says, printable."""
    first = (str(error) or type(error).__name__).partition("\n")[0]
    return visible(first, SHOWN)


def value_of(value: pa.Scalar) -> object:
    """Return a value, of which maps are objects unless they have a key twice."""
    try:
        return value.as_py(maps_as_pydicts="strict")
    except KeyError:
        return value.as_py()
    except UnicodeDecodeError:
        return StrayInside(_standing(value.cast(_as_bytes(value.type)).as_py(maps_as_pydicts="strict")))
    except (ValueError, OverflowError) as error:
        return refusal("broken-record", f"a value cannot be read: {said(error)}")


def objects_of(batch: pa.RecordBatch) -> list[dict[str, object]]:
    """Return the rows of a batch as objects, without what cannot be read."""
    columns = {name: list(map(value_of, column)) for name, column in zip(batch.schema.names, batch, strict=True)}
    rows = ({name: column[number] for name, column in columns.items()} for number in range(batch.num_rows))
    return [{name: plain(value) for name, value in row.items() if not isinstance(value, Refusal)} for row in rows]


def plain(value: object) -> object:
    """Return a value, in which lone surrogates may stand for bytes."""
    return value.value if isinstance(value, StrayInside) else value


def _as_bytes(kind: pa.DataType) -> pa.DataType:
    """Return a type with bytes for its texts."""
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(_as_bytes(field.type)) for field in kind])
    if pa.types.is_map(kind):
        return pa.map_(_as_bytes(kind.key_type), _as_bytes(kind.item_type))
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return (pa.list_ if pa.types.is_list(kind) else pa.large_list)(_as_bytes(kind.value_type))
    return {pa.string(): pa.binary(), pa.large_string(): pa.large_binary()}.get(kind, kind)


def _standing(value: object) -> object:
    """Return a value with texts for its bytes, in which lone surrogates stand for those that are not UTF-8."""
    if isinstance(value, bytes):
        return value.decode(UTF8, STANDING)
    if isinstance(value, dict):
        return {_standing(key): _standing(inner) for key, inner in value.items()}
    return [_standing(inner) for inner in value] if isinstance(value, list) else value


def octets_of(column: pa.Array) -> Iterator[bytes | None]:
    """Yield the bytes of each text of a column, in one of binary or text type, plain or a dictionary."""
    plain = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    # As bytes: Parquet does not validate UTF-8, and one bad value must not affect others.
    for value in plain.cast(pa.large_binary()):
        yield value.as_py()


class ColumnTexts:
    """The texts of a column in one codec: UTF-8, or the one detected at the first non-ASCII value."""

    def __init__(self, codec: str | None = None) -> None:
        self._codec = codec

    def of(self, values: list[bytes | None]) -> Iterator[str | Refusal | None]:
        """Yield the text of each value, or why it has none."""
        if self._codec is None and any(value and not value.isascii() for value in values):
            self._codec = codec_of(b"\n".join(filter(None, values))[:HEAD])
        for value in values:
            yield value if value is None else self._text(value)

    def _text(self, value: bytes) -> str | Refusal:
        codec = self._codec or UTF8
        try:
            return value.decode(codec)
        except UnicodeDecodeError as error:
            if codec == UTF8:
                return Stray(value.decode(UTF8, STANDING))
            return refusal("broken-record", f"byte {error.start + 1} of its text is not {codec}")


class Stray(str):
    """A text in which lone surrogates stand for bytes that are not UTF-8."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class StrayInside:
    """A struct, list or map with such texts."""

    value: object
