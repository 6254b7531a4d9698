"""What punctuation says about the line it stands in."""

from __future__ import annotations

from typing import Final

# Closing and mid punctuation, full-width and ASCII: no line of prose begins with these, so a line break before
# one was put there by a machine. (Opening quotes, brackets, dashes, bullets and ellipses do begin lines.)
JOINING: Final = frozenset(",.;:!?)]}%，。、；：！？）】》〉」』”’％︰｡､")
# Marks that also begin a word when one follows at once: .NET, :smile:, !important, ?query, the Swedish opening ”.
GLUED: Final = frozenset(".:!?”’%")
_ELLIPSES: Final = ("...", "。。")
# From here on letters stand without spaces between words: Hangul Jamo are the only exception and no harm.
FIRST_CJK: Final = 0x2E80
# A sentence's end, the quotation marks and brackets that may close after it, and both (for polars and re alike).
SENTENCE_STOPS, SENTENCE_CLOSERS = ".!?。！？؟।", "\"'”’」』）)]"
SENTENCE_END: Final = rf"[{SENTENCE_STOPS}][{SENTENCE_CLOSERS[:-1]}\]]*$"


def is_joining(line: str) -> bool:
    """Return whether a stripped line begins with punctuation that can only continue the line before it.

    A mark glued to a word of a spaced script (`.NET`, `:smile:`) does not.
    """
    if not line or line[0] not in JOINING or line.startswith(_ELLIPSES):
        return False
    follower = line[1:2]
    return line[0] not in GLUED or not follower.isalnum() or ord(follower) >= FIRST_CJK
