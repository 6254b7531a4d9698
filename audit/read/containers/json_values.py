"""Bounded parsing of single JSON values, and what an object is as a record."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from audit.read.containers import paths
from audit.read.containers.columns import text_path
from audit.read.containers.prose import is_prose
from audit.read.parts.placed import with_placed_text
from audit.read.parts.whole_text import whole_records, whole_text
from audit.read.refusal import SHOWN, Refusal, refusal
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

_TEXT: Final = "text"

# What JSON counts as white space.
SPACE: Final = b" \t\r\n"
# How a record is made of a value that is no object.
_NAMING: Final[dict[type, str]] = {str: "{text: .}", list: "{title: .[0], text: .[1]}"}
# A parsed value takes about 60 bytes, and three bytes of JSON may be one: a million fit into 100 MB.
_MAX_VALUES: Final = 1_000_000
# A string, terminated or not. Every quotation mark starts a match, so the scan is linear.
_STRING: Final = re.compile(rb'"[^"\\]*+(?:\\(?:.|\Z)[^"\\]*+)*(?:"|\Z)', re.DOTALL)
# Converting a million digits takes quadratic time; meaningful numbers are shorter.
_MOST_DIGITS: Final = 40


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _broken(digits: str) -> float | None:
    return float(digits) if len(digits) <= _MOST_DIGITS else None


def _no_number(_: str) -> None:
    return None


# Escapes of the bytes 80 to FF, of other characters beyond ASCII, and of anything else.
_ESCAPES: Final = re.compile(
    rb"(?P<bytes>(?:\\u00[89a-fA-F][0-9a-fA-F])+)|(?P<wide>\\u(?!00)[0-9a-fA-F]{4})|\\.", re.DOTALL
)
_CONTINUED: Final = re.compile(rb"\\u00[89abAB]")
# Sequences of two bytes that may be two letters elsewhere; longer ones are none.
_FEW_PAIRS: Final = 3


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object. Of a repeated key the last value counts; others are kept under names that nothing looks for.

    >>> _object([("text", "One."), ("text", "Two."), ("id", 3), ("id", 3)])
    {'text': 'Two.', 'id': 3, 'text (1)': 'One.'}
    """
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    counts = Counter[str]()
    for key, value in pairs:
        if value != made[key]:
            counts[key] += 1
            made[f"{key} ({counts[key]})"] = value
    return made


_DECODER: Final = json.JSONDecoder(
    parse_int=_whole, parse_float=_broken, parse_constant=_no_number, object_pairs_hook=_object
)


def json_object(line: bytes, where: str, errors: str = "strict") -> dict[str, object] | Refusal:
    """Parse the object in `line` (UTF-8), or return why there is none; `where` is its position.

    `errors` is what Python does with undecodable bytes (codecs).
    """
    found = json_value(line, where, errors)
    if isinstance(found, str) and found[:1] + found[-1:] == "{}":
        # Written as JSON twice.
        inner = json_value(found.encode("utf-8", "surrogatepass"), where, "surrogatepass")
        found = inner if isinstance(inner, dict) else found
    if isinstance(found, (dict, Refusal)):
        return found
    has_text = any(isinstance(one, str) for one in (found if isinstance(found, list) else [found]))
    named = f"jq -c '{_NAMING[type(found)]}' FILE > NEW.jsonl" if has_text else ""
    hint = f" ({named} names what is in it, with .[] | in front for an array)" if named else ""
    return refusal("broken-record", f"{where} is not a JSON object{hint}")


# What begins otherwise than JSON, and what makes JSON of it.
_AS_PYTHON: Final = "import ast,json,sys; [print(json.dumps(ast.literal_eval(l))) for l in sys.stdin]"
_MEANT: Final = (
    (b"{'", f" (it is a dictionary of Python: python3 -c '{_AS_PYTHON}' < FILE > NEW.jsonl)"),
    (b"data: ", " (it is a stream of events: sed -n 's/^data: //p' FILE > NEW.jsonl)"),
)


def json_value(line: bytes, where: str, errors: str = "strict") -> object:
    """Parse the value in `line` (UTF-8), or return a Refusal."""
    if len(line) > _MAX_VALUES and _values(line) > _MAX_VALUES:
        return refusal("broken-record", f"{where} has more than {_MAX_VALUES:,} values")
    try:
        return _DECODER.decode(_with_characters(line).decode("utf-8", errors))
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode("utf-8")) + 1
        return refusal("broken-record", f"{where}, column {column}: its bytes cannot be decoded")
    except json.JSONDecodeError as error:
        # Some of Python's messages end in "at", before a position that is told here already.
        said = visible(error.msg.removesuffix(" at").removesuffix(" starting"), SHOWN)
        meant = next((hint for sign, hint in _MEANT if line.startswith(sign)), "")
        return refusal("broken-record", f"{where}, column {error.pos + 1}: it is not JSON: {said}{meant}")
    except RecursionError:
        return refusal("broken-record", f"{where}: its JSON is nested too deeply")


def _with_characters(line: bytes) -> bytes:
    r"""Return JSON with the characters of which each byte in UTF-8 is escaped, as Instagram exports them.

    All that is beyond ASCII has to be so, and more than a pair or two of letters.

    >>> _with_characters(rb'"\u00e6\u00b8\u00a1"').decode(), _with_characters(rb'"\u00c9\u00a0!"').decode()
    ('"渡"', '"\\u00c9\\u00a0!"')
    """
    if not _CONTINUED.search(line) or not line.isascii():
        return line
    found = list(_ESCAPES.finditer(line))
    try:
        texts = [_bytes_of(each["bytes"]).decode("utf-8") for each in found if each["bytes"]]
    except UnicodeDecodeError:
        return line
    characters = "".join(texts)
    is_sure = len(characters) >= _FEW_PAIRS or any(char >= "\u0800" for char in characters)
    if not is_sure or any(each["wide"] for each in found):
        return line
    return _ESCAPES.sub(lambda each: _bytes_of(each["bytes"]) if each["bytes"] else each[0], line)


def _bytes_of(escapes: bytes) -> bytes:
    return bytes.fromhex(escapes.replace(b"\\u00", b"").decode("ascii"))


def _values(line: bytes) -> int:
    """Return an upper bound on the number of values: each but the first follows a comma or bracket."""
    structure = _STRING.sub(b"", line)
    return structure.count(b",") + structure.count(b"[") + structure.count(b"{") + structure.count(b":")


def as_record(found: Mapping[str, object], settings: InputSettings) -> Mapping[str, object]:
    """Return an object as the record that it is: with the text of its parts, or the records that it holds in a list.

    Parts stay where a configured path leads to the text of one.
    """
    if any(isinstance(value, str) for path in settings.paths("text") for value in paths.values(found, path)):
        return whole_records(found)
    shown = whole_text(found)
    usual = text_path(paths.names_in(shown), settings, shown)
    new = [name for name, value in shown.items() if isinstance(value, str) and value is not found.get(name)]
    if usual is None and len(new) == 1:
        return {_TEXT if name == new[0] else name: value for name, value in shown.items()}
    told = () if usual is None else paths.values(shown, usual)
    has_text = any(isinstance(value, str) for value in told) or any(map(_is_prose, shown.values()))
    return with_placed_text(shown, has_text=has_text)


def _is_prose(value: object) -> bool:
    return isinstance(value, str) and is_prose(value)
