"""Words by which a page speaks for itself, folded as by audit.text.fold.fold."""

from __future__ import annotations

from typing import Final

# Who speaks for a page, as parts of regular expressions: words, and characters of scripts without blanks.
SPEAKING: Final = (
    r"we|our|us|my|this (?:site|content|page|post|article)|wir|uns(?:er\w*)?|nous|n(?:otre|os)|nuestr\w+|nosotros|"
    r"noss\w+|nostr\w+|мы|наш\w*"
)
SPEAKING_UNSPACED: Final = "本[站网網]|我们|我們|当サイト|弊社|당사"
