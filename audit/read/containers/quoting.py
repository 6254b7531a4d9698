"""Whether a table quotes its fields, or writes quotation marks as any other sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

# Of two lines and more the last may be cut, where the first part of a file ends.
_MAY_BE_CUT: Final = 2


def is_quoted(rows: Sequence[Sequence[str]], fields: int) -> bool:
    """Return whether a file with tabs between its `fields` quotes some, by its first rows as they are split at tabs.

    Programs that write tabs seldom quote. Marks are plain signs where each line has all fields, none more, and most
    fields that begin with a mark do not end with one: quoted fields do, unless a tab or a line end is quoted in them.
    """
    whole = rows[:-1] if len(rows) >= _MAY_BE_CUT else rows
    marked = [value for row in rows for value in row if value.startswith('"')]
    closed = sum(len(value) > 1 and value.endswith('"') for value in marked)
    return closed >= len(marked) - closed or any(len(row) != fields for row in whole)
