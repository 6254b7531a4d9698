"""Punctuation that tells about the line it occurs in."""

from __future__ import annotations

from typing import Final

# Closing and mid-sentence punctuation, full-width and ASCII. Prose lines never begin with it, so a line break before it
# was inserted mechanically. (Opening quotes, brackets, dashes, bullets and ellipses do begin lines.)
JOINING: Final = frozenset(",.;:!?)]}%，。、；：！？）】》〉」』”’％︰｡､")
# Characters that may also begin a word: .NET, :smile:, !important, ?query, the Swedish opening ”.
GLUED: Final = frozenset(".:!?”’%")
# No punctuation when doubled: an ellipsis, a rule, a directive or comment (`.. note::`, `:::`, `%%`, `;;`).
_DOUBLED: Final = tuple(2 * mark for mark in sorted(JOINING) if mark.isascii() or mark == "。")
# Letters from here on belong to scripts without spaces; Hangul Jamo are a harmless exception.
FIRST_CJK: Final = 0x2E80
# Full stops of all scripts, all sentence ends, closing quotes and brackets, and both (for polars and re alike).
FULL_STOPS: Final = ".。।॥۔։።။។"
SENTENCE_STOPS: Final = f"{FULL_STOPS}!?！？؟"
SENTENCE_CLOSERS: Final = "\"'”’“»«」』）)]"
# Nearly any letter, in a pattern for polars: what is no digit or mark of ASCII and no general punctuation. The class of
# all letters has a thousand ranges; repeated up to ten times it takes 4 ms to compile.
LETTER: Final = r"[^\x00-@\[-`{-¿\u2000-\u303F\uFF00-\uFF20]"
# What opens the item of a list, before a blank: marks, and those of the symbol fonts of word processors (Symbol B7,
# Wingdings A7, D8, FC and 76), which text taken out of them has as private use.
BULLETS: Final = "•·●■◆▶▪▫◦○□☐‣➢➤❖✓✔►\uf0b7\uf0a7\uf0d8\uf0fc\uf076*–-"
SENTENCE_END: Final = rf"[{SENTENCE_STOPS}][{SENTENCE_CLOSERS[:-1]}\]]*$"


def is_joining(line: str) -> bool:
    """Return whether a stripped line begins with punctuation that can only continue the previous line.

    Punctuation attached to a word of a spaced script (`.NET`, `:smile:`) does not count.
    """
    if not line or line[0] not in JOINING or line.startswith(_DOUBLED):
        return False
    follower = line[1:2]
    return line[0] not in GLUED or not follower.isalnum() or ord(follower) >= FIRST_CJK
