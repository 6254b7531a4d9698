"""Redaction of secrets (keys, tokens, passwords) in text shown on screen or logged."""

from __future__ import annotations

import re
from typing import Final

# Keys as issued by services: 20 or more characters with upper and lower case letters and digits, or 32 hexadecimal
# digits; unlike words, case numbers and telephone numbers.
_TOKEN: Final = re.compile(r"[A-Za-z0-9_+/=]{20,}")
_HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{32,}")
# Keys of AWS and Google, upper case letters and digits, by their four-character prefixes.
_MARKED: Final = ("AKIA", "ASIA", "AIza")
_NAMED: Final = re.compile(
    r"((?:password|passwd|secret|token|api[_ -]?key|密码|密钥|口令)\w{0,8}[\"']? ?[:=:] ?[\"']?)([^\s\"',;]{4,})",
    re.IGNORECASE,
)
_SHOWN: Final = 4


def without_secrets(text: str) -> str:
    """Return `text` with most of each apparent key, token or named password removed.

    >>> without_secrets("the key is AKIAIOSFODNN7EXAMPLE, said he")
    'the key is AKIA…, said he'
    >>> without_secrets("password: hunter22")
    'password: …'
    """
    return _TOKEN.sub(lambda found: _cut(found[0]), _NAMED.sub(r"\1…", text))


def _cut(token: str) -> str:
    upper, lower, digit = (any(map(kind, token)) for kind in (str.isupper, str.islower, str.isdigit))
    is_key = digit and ((upper and lower) or ((upper or lower) and _HEXADECIMAL.search(token)))
    return f"{token[:_SHOWN]}…" if is_key or token.startswith(_MARKED) else token
