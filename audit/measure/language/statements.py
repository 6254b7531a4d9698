"""Short programs, as opposed to short prose: every line is a statement."""

from __future__ import annotations

import re
from typing import Final

# Maximum lines: longer programs have enough other signs.
LONGEST: Final = 600
_NAME: Final = r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*"
_CALL: Final = _NAME + r"\([^\n]*\)"
# Four plain words in a row occur in sentences only.
_UNSAID: Final = r"(?:(?!\w+ \w+ \w+ \w)[^\n])*"
_KIND: Final = "(?:const|let|var|auto|int|bool|my|local|final|static)"
# Statements that cannot be sentences.
_SURE: Final = (
    r"(?:async )?def \w+\([^()\n]*\)(?: -> [^:\n]+)?:[^\n]*",
    r"class \w+\([\w., =]*\):[^\n]*",
    r"from [\w.]+ import [\w*., ()]+",
    r"lambda [\w, ]*: [^\n]+",
    rf"(?:await|return|yield|raise|print|echo) {_CALL};?",
    rf"print\([^\n]*\)|{_CALL};",
    rf"(?:{_KIND} )?{_NAME}(?:\[[^\]\n]*\])*(?:: *{_NAME})? *(?:[-+*/|&%^:]|<<|>>|//|\*\*)?= *(?=[^\s=]){_UNSAID}",
    r"#include *[<\"][^\n]*",
    rf"{_UNSAID}(?:[={{}}]|->|::){_UNSAID}(?<! )[;{{}}]",
    r"(?i:select) (?:\*|[\w.]+(?: *, *[\w.]+)*) (?i:from) \w+[^\n]*(?:[=<>][^\n]*|;)",
)
# Other lines that may occur among statements.
_MAYBE: Final = (
    _CALL,
    r"(?:return|yield|raise|assert|del|global|import|print|echo)\b[^\n]*",
    r"(?:else|try|finally|do|then|begin|class \w+):?|(?:pass|break|continue|end|fi|done|esac)",
    r"(?:if|elif|while|for|with|except|catch)\b[^\n]*:",
    r"[)\]}]+[;,:]?|(?:#|//|@)[^\n]*",
)
_IS_SURE: Final = re.compile("|".join(_SURE))
_MAY_BE: Final = re.compile("|".join(_MAYBE))


def are_statements(text: str) -> bool:
    """Return whether every line is a program statement, one of them unambiguously."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    sure = [_IS_SURE.fullmatch(line) is not None for line in lines]
    return any(sure) and all(own or _MAY_BE.fullmatch(line) for own, line in zip(sure, lines, strict=True))
