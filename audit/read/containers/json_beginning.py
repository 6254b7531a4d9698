"""Recognition of JSON records in files whose names do not tell of them: part-00000, wiki_00, records.txt."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import Final

from audit.policy import InputSettings
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.containers.columns import names_in, text_path

# The bracket of an array, and the brace and first key of its first record.
_RECORD: Final = re.compile(r'\s*(?:\[\s*)?(?P<object>\{\s*"(?:[^"\\]|\\.)+"\s*:)')
# What follows a record: nothing, the next one, a comma or the end of an array.
_NEXT: Final = re.compile(r'\s*(?:,?\s*\{\s*"|\]\s*)?$|\s*,?\s*\{\s*"')
_SAID: Final = re.compile(rf'"(?:{"|".join(map(re.escape, TEXT_COLUMNS))})"\s*:\s*"')
_BY_NAME: Final = InputSettings()


def begins_with_records(head: bytes) -> bool:
    """Return whether a file's first bytes are records, or most of one, with a text in a column of a usual name."""
    text = head.removeprefix(BOM_UTF8).decode("utf-8", "ignore")
    found = _RECORD.match(text)
    if found is None:
        return False
    try:
        record, end = json.JSONDecoder().raw_decode(text, found.start("object"))
    except json.JSONDecodeError:
        # The record is longer than what is seen of it.
        return "\n" not in text.strip() and _SAID.search(text) is not None
    except RecursionError:
        return False
    path = text_path(names_in(record), _BY_NAME, record)
    return path is not None and isinstance(record.get(path, ""), str) and _NEXT.match(text, end) is not None
