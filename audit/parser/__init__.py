"""Typed documents and their blocks, parsed from decoded texts.

`blocks` segments texts and classifies their lines; `header` finds title, date, publisher and author; `templates`
compares the lines of a source's documents; `models` and `tables` hold the forests and word lists.

Known weaknesses: second stories and product texts below an article are kept, since they are prose; so are menus whose
words are unknown. Lines of lists and tables are dropped on pages full of furniture. A headline is missed where the
markup words it differently from the text, or where a date is far above it; half of the sources are not found.
tests/benchmarks/README.md has the measured quality.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audit.parser.documents import Parsed, parse

__all__ = ["Parsed", "parse"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 of any type
    """Import what parses when it is first asked for: who needs a table of the parser waits for a third of a second."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("audit.parser.documents"), name)
