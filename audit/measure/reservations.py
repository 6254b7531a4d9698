"""Domains that reserve their texts from model training, from a table supplied by the user.

Raw texts have lost the site's statements (robots.txt, headers, terms); a table by domain restores them. Its second
column holds AI preferences in the notation of AIPREF or Content Signals (train-ai=n, ai-train=no), the reservation of
the TDM protocol (tdm-reservation=1), or robots keywords (noai, disallow).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.text.visible import visible
from audit.untrusted import Digest

COLUMNS: Final = ("domain", "reservation")
# Bytes, for several million domains.
_LARGEST: Final = 256 << 20
_HOST: Final = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}")
# The uses that apply to a text corpus, the narrower word first: the first one stated decides.
_USES: Final = ("train-genai", "train-ai", "ai-train", "tdm", "bots", "all")
_YES: Final = frozenset({"y", "yes", "1", "true", "allow"})
_NO: Final = frozenset({"n", "no", "0", "false", "disallow"})
_TDM: Final = "tdm-reservation"
_WORDS: Final[Mapping[str, bool]] = MappingProxyType({"noai": True, "disallow": True, "allow": False})
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Reservations:
    """Reservations by domain; `sha256` is the digest of the table."""

    sha256: Digest
    said: Mapping[str, str]
    reserved: frozenset[str]

    def of(self, host: str) -> str | None:
        """Return the reservation for a host: that of the nearest domain above it, if it reserves anything."""
        name = _in_letters(host.lower().rstrip("."))
        while name:
            if name in self.said:
                return f"{name}: {self.said[name]}" if name in self.reserved else None
            name = name.partition(".")[2]
        return None


@lru_cache(maxsize=4)
def reservations(path: str, digest: str) -> Reservations:
    """Return the table in the file `path`, which must have the given digest, if any.

    Raises UsageError if it cannot be read, has another digest, or a line is not understood.
    """
    raw = _read(Path(path))
    found = Digest(sha256(raw).hexdigest())
    if digest and found != digest:
        raise UsageError(f"{path} has the SHA-256 {found}, not {visible(digest, _SHOWN)}: name the intended table")
    try:
        said, reserved = _parsed(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, csv.Error, UsageError) as error:
        raise UsageError(f"the opt-out table {path} cannot be used: {error}") from error
    return Reservations(found, said, reserved)


def host_in(text: str) -> str | None:
    """Return the host named by a site or folder name, if it is one."""
    name = text.lower()
    return name if _HOST.fullmatch(name) else None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"the opt-out table {path} cannot be read: {error.strerror}; name a CSV file") from error
    if len(raw) > _LARGEST:
        raise UsageError(
            f"the opt-out table {path} is larger than {_LARGEST >> 20} MiB: keep only the domains in your corpus"
        )
    return raw


def _parsed(text: str) -> tuple[Mapping[str, str], frozenset[str]]:
    said: dict[str, str] = {}
    reserved: set[str] = set()
    for number, domain, reservation in _lines(text):
        is_reserved = _is_reserved(reservation)
        if is_reserved is None:
            raise UsageError(
                f"line {number}: {visible(repr(reservation), _SHOWN)} does not state whether texts may be used for "
                f"training; use {', '.join(f'{use}=n' for use in _USES)}, {_TDM}=1, {', '.join(_WORDS)}"
            )
        if said.get(domain, reservation) != reservation:
            raise UsageError(f"line {number}: {domain} is listed twice with different reservations; keep one of them")
        said[domain] = reservation
        if is_reserved:
            reserved.add(domain)
    return MappingProxyType(said), frozenset(reserved)


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    if [name.strip().lower() for name in next(rows, [])] != list(COLUMNS):
        raise UsageError(f"its first line must be {','.join(COLUMNS)}")
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        # Preferences may be separated by commas, quoted or not.
        domain, reservation = row[0].strip(), ",".join(row[1:]).strip()
        host = host_in(_in_letters(domain.removeprefix("*.").rstrip(".")))
        if host is None:
            raise UsageError(
                f"line {rows.line_num}: {visible(repr(domain), _SHOWN)} is not a domain such as news.example"
            )
        yield rows.line_num, host, " ".join(reservation.split())


def _in_letters(domain: str) -> str:
    """Return a domain in its ASCII form."""
    try:
        return domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def _is_reserved(reservation: str) -> bool | None:
    """Return whether model training is reserved; None if not stated."""
    stated: dict[str, bool] = {}
    words: list[bool] = []
    for said in re.split(r"[,;\s]+", reservation.lower()):
        name, sign, value = said.partition("=")
        if sign and name in _USES and value in _YES | _NO:
            stated[name] = value in _NO
        elif sign and name == _TDM and value in {"0", "1"}:
            stated["tdm"] = value == "1"
        elif said in _WORDS:
            words.append(_WORDS[said])
    first = next((stated[use] for use in _USES if use in stated), None)
    return (any(words) if words else None) if first is None else first
