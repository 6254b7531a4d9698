"""Where the text of each language comes from: codes of the declaration, and tags of translated programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """The declaration's codes, and the tags in Django, LibreOffice and Debian's packages; none if not used."""

    udhr: tuple[str, ...] = ()
    django: str | None = None
    libreoffice: str | None = None
    debian: str | None = None


def _sources() -> dict[str, Source]:
    """Return the sources of each language, by its tag, as profile_sources.tsv lists them."""
    lines = Path(__file__).with_suffix(".tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {tag: Source(tuple(udhr.split()), *(one or None for one in programs)) for tag, udhr, *programs in rows}


SOURCES: Final = _sources()
