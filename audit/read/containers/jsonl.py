"""JSON Lines: one object a line, read one line at a time."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from audit.read.containers.columns import columns_seen, text_column
from audit.read.refusal import SHOWN, Refusal, refusal
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

    A text may hold lone surrogates, written as escapes (`\ud83d`). Of a key given twice the last one counts.
    """
    limit = settings.max_file_bytes
    mark = _BOM
    for line in lines(pieces, limit):
        if line is None:
            yield refusal("broken-record", f"its line is longer than {limit:,} bytes")
        elif bare := line.removeprefix(mark).strip(_JSON_SPACE):
            yield _record(bare, settings)
        mark = b""


def _record(line: bytes, settings: InputSettings) -> str | Refusal:
    found = _object(line)
    if isinstance(found, Refusal):
        return found
    column = text_column(found, settings)
    if column is None:
        return refusal("no-text-column", columns_seen(found, settings))
    text = found[column]
    return text if isinstance(text, str) else refusal("no-text", f"{visible(column, SHOWN)} is no string")


def _object(line: bytes) -> dict[str, object] | Refusal:
    if len(line) > _MAX_VALUES and _values(line) > _MAX_VALUES:
        return refusal("broken-record", f"it holds more than {_MAX_VALUES:,} values")
    try:
        found = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return refusal("broken-record", f"byte {error.start} of its line is no UTF-8")
    except json.JSONDecodeError as error:
        return refusal("broken-record", f"it is no JSON: {visible(error.msg, SHOWN)} (character {error.pos})")
    except RecursionError:
        return refusal("broken-record", "its JSON is nested too deeply")
    return found if isinstance(found, dict) else refusal("broken-record", "it is no JSON object")


def _values(line: bytes) -> int:
    """Return a bound on how many values the JSON holds: each but the first follows a comma or a bracket."""
    structure = _STRING.sub(b"", line)
    return structure.count(b",") + structure.count(b"[") + structure.count(b"{") + structure.count(b":")
