"""What a notice to readers is told by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderNotice:
    """A kind of notice: the block's `kind`, how a reason calls it, and its words.

    `matter` is what it is about: each has one of these words. It is a notice with what `alone` says, or, when it is
    `addressed`, with words of SELF and of ADDRESS. `beside` belongs to it when it stands next to one. One that others
    write as well, such as a licence, is believed only `on_pages`: in a text that has furniture of other kinds.
    """

    kind: str
    label: str
    matter: tuple[str, ...]
    alone: tuple[str, ...]
    beside: tuple[str, ...] = ()
    addressed: bool = False
    on_pages: bool = False
