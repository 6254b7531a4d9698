"""The lines of a summary about copies: how much text is lost with them, and of which groups they are most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from audit.text.visible import visible

_LINES: Final = 3
_GROUP_CHARS: Final = 60


def of_copies(copies: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a summary about the copies, safe to print; none where there are none, or none are told of."""
    if not copies.get("documents"):
        return
    of = f"{copies['lost_tokens'] / copies['tokens']:.2%} of " if copies["tokens"] else ""
    yield f"{copies['documents']:,} copies; text that now stands nowhere: {of}{copies['tokens']:,} tokens"
    for group in copies["groups"][:_LINES]:
        named = f"{group['by']} {visible(group['group'], _GROUP_CHARS)}"
        yield f"{named}: {group['copies']:,} of {group['documents']:,} documents are copies"
    if len(copies["groups"]) > _LINES:
        yield f"and {len(copies['groups']) - _LINES:,} more, in the report"
