"""Secrets that stand in texts (keys, tokens, passwords), kept out of what goes to a screen or a log."""

from __future__ import annotations

import re
from typing import Final

# What services give out as keys: 20 characters or more in one piece, small and capital letters and digits among them,
# or 32 of a hexadecimal number. Words, and numbers of cases or telephones, are not like that.
_TOKEN: Final = re.compile(r"[A-Za-z0-9_+/=]{20,}")
_HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{32,}")
# AWS and Google mark theirs, of capital letters and digits, by the first four characters.
_MARKED: Final = ("AKIA", "ASIA", "AIza")
_NAMED: Final = re.compile(
    r"((?:password|passwd|secret|token|api[_ -]?key|密码|密钥|口令)\w{0,8}[\"']? ?[:=:] ?[\"']?)([^\s\"',;]{4,})",
    re.IGNORECASE,
)
_SHOWN: Final = 4


def without_secrets(text: str) -> str:
    """Return `text` with the greater part of whatever looks like a key, a token or a named password left out.

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
