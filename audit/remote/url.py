"""URLs as locations: local ones, and their displayable form."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, TypeGuard
from urllib.parse import unquote

from audit.text.visible import visible

# s3://bucket/key, hf://datasets/name, and chains such as zip://*::s3://bucket/a.zip.
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,31}(?:://|::)")
_LOCAL: Final = re.compile(r"(?:file|local)://(?:localhost(?=/))?", re.IGNORECASE)
# User information before the host, and the query, may hold secrets.
_USER: Final = re.compile(r"(?<=://)[^/@\s]+@")
_SIGNED: Final = re.compile(r"[?#][^\s:]*")


def is_url(place: object) -> TypeGuard[str]:
    """Return whether a location is a URL."""
    return isinstance(place, str) and _URL.match(place) is not None


def local_path(url: str) -> Path | None:
    """Return the path of a file:// URL, None for other URLs.

    >>> local_path("file:///data/raw%20texts"), local_path("s3://bucket/raw")
    (PosixPath('/data/raw texts'), None)
    """
    found = _LOCAL.match(url)
    return Path(unquote(url[found.end() :])) if found else None


def shown(url: str) -> str:
    """Return a URL without credentials and signatures.

    >>> shown("s3://AKIA:secret@bucket/raw"), shown("https://host/a.jsonl?X-Amz-Signature=1b2c")
    ('s3://…@bucket/raw', 'https://host/a.jsonl?…')
    """
    return visible(_SIGNED.sub("?…", _USER.sub("…@", url)))
