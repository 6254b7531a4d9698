"""The definition of a kind of notice to readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderNotice:
    """A kind of notice: the block's `kind`, its name in reasons, and its words.

    `matter` is the topic, of which one word is required. It is a notice if it matches `alone`, or, if `addressed`,
    contains words of SELF and of ADDRESS. `beside` matches neighbouring lines that belong to it. Texts that others
    publish as well, such as licences, count `on_pages` only: in texts with other furniture. `most` is the maximum
    length in code points: longer blocks are articles that mention one.
    """

    kind: str
    label: str
    matter: tuple[str, ...]
    alone: tuple[str, ...]
    beside: tuple[str, ...] = ()
    addressed: bool = False
    on_pages: bool = False
    most: int = 1200
