"""Which column of a container holds the text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from audit.read.refusal import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.policy import InputSettings

# Tried in this order when the settings name none: what the corpora people download call their text.
TEXT_COLUMNS: Final = ("text", "content", "body", "raw_content", "article")
# More names than fit into a detail need not be joined first: a hostile record has a million.
_NAMES_SHOWN: Final = 20


def text_column(names: Iterable[str], settings: InputSettings) -> str | None:
    """Return the column named by the settings, or else the first usual one, that is among `names`."""
    found = set(names)
    wanted = TEXT_COLUMNS if settings.text_column is None else (settings.text_column,)
    return next((name for name in wanted if name in found), None)


def columns_seen(names: Iterable[str], settings: InputSettings) -> str:
    """Return what to say when none of `names` is the text column."""
    shown = quoted(", ".join(islice(names, _NAMES_SHOWN)))
    wanted = " or ".join(TEXT_COLUMNS) if settings.text_column is None else quoted(settings.text_column)
    return f"no column is called {wanted}, only {shown}"
