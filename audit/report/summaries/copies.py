"""Summary lines about copies: how much text is lost with them, and the groups with most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.text.visible import visible

_LINES: Final = 3
_GROUP_CHARS: Final = 60


def of_copies(copies: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines about copies; none if there are no copies or they are not reported.

    Preferred sources that no document is from are told in any case.
    """
    for name, near in copies.get("unknown_sources", {}).items():
        meant = visible(f"; did you mean {' or '.join(near)}?" if near else "")
        yield f"duplicates.sources: no folder or stated source is called {visible(repr(name), _GROUP_CHARS)}{meant}"
    if not copies.get("documents"):
        return
    of = f"{copies['lost_tokens'] / copies['tokens']:.2%} of " if copies["tokens"] else ""
    yield (f"{copies['documents']:,} set aside; text that occurs in no kept document: {of}{copies['tokens']:,} tokens")
    for group in copies["groups"][:_LINES]:
        # What is called a folder may be a file of records.
        by = "in" if group["by"] == "folder" else group["by"]
        named = f"{by} {visible(group['group'], _GROUP_CHARS)}"
        yield f"{named}: {group['copies']:,} of {group['documents']:,} documents are duplicates"
    if len(copies["groups"]) > _LINES:
        yield f"and {len(copies['groups']) - _LINES:,} more, in the report"
