"""JSON Lines: one object a line, read one line at a time."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import in_utf8
from audit.read.containers.columns import columns_seen, text_column
from audit.read.refusal import SHOWN, Refusal, refusal, refused
from audit.read.streams import lines
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.policy import InputSettings

_BOM: Final = b"\xef\xbb\xbf"
_JSON_SPACE: Final = b" \t\r\n"
# A parsed value costs some 60 bytes and three bytes of JSON can make one: a million of them fit into 100 MB.
_MAX_VALUES: Final = 1_000_000
# A string, closed or not. Every quotation mark begins a match, so nothing is tried twice: linear time.
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\(?:.|\Z))*+(?:"|\Z)', re.DOTALL)


def _no_number(_: str) -> None:
    # Numbers are not wanted, and turning a million digits into one takes quadratic time.
    return None


_DECODER: Final = json.JSONDecoder(parse_int=_no_number, parse_float=_no_number, parse_constant=_no_number)


def jsonl_records(pieces: Iterator[bytes], settings: InputSettings) -> Iterator[str | Refusal]:
    r"""Yield the text of each record, or why it has none; blank lines are no records.

    Any codec will do. Raises RefusedInputError (broken-container) where the file ends within a record.
    A text may hold lone surrogates, written as escapes (`\ud83d`). Of a key given twice the last one counts.
    """
    limit = settings.max_file_bytes
    mark = _BOM
    for number, line in enumerate(lines(in_utf8(pieces), limit), 1):
        if line is None:
            yield refusal("broken-record", f"line {number} is longer than {limit:,} bytes")
        elif (bare := line.removeprefix(mark)).strip(_JSON_SPACE):
            if _is_cut(bare):
                raise refused("broken-container", f"it ends within line {number}, in the middle of a record")
            yield _record(bare, number, settings)
        mark = b""


def _is_cut(line: bytes) -> bool:
    """Whether the line is the last, begins a record and does not end one: a file that is not whole."""
    bare = line.strip(_JSON_SPACE)
    return not line.endswith(b"\n") and bare.startswith(b"{") and not bare.endswith(b"}")


def _record(line: bytes, number: int, settings: InputSettings) -> str | Refusal:
    found = _object(line, number)
    if isinstance(found, Refusal):
        return found
    column = text_column(found, settings)
    if column is None:
        return refusal("no-text-column", columns_seen(found, settings))
    text = found[column]
    return text if isinstance(text, str) else refusal("no-text", f"{visible(column, SHOWN)} is no string")


def _object(line: bytes, number: int) -> dict[str, object] | Refusal:
    if len(line) > _MAX_VALUES and _values(line) > _MAX_VALUES:
        return refusal("broken-record", f"line {number} holds more than {_MAX_VALUES:,} values")
    try:
        found = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode("utf-8")) + 1
        return refusal("broken-record", f"line {number}, column {column}: its bytes do not decode")
    except json.JSONDecodeError as error:
        said = f"line {number}, column {error.pos + 1}: it is no JSON: {visible(error.msg, SHOWN)}"
        return refusal("broken-record", said)
    except RecursionError:
        return refusal("broken-record", f"line {number}: its JSON is nested too deeply")
    return found if isinstance(found, dict) else refusal("broken-record", f"line {number} is no JSON object")


def _values(line: bytes) -> int:
    """Return a bound on how many values the JSON holds: each but the first follows a comma or a bracket."""
    structure = _STRING.sub(b"", line)
    return structure.count(b",") + structure.count(b"[") + structure.count(b"{") + structure.count(b":")
