"""Recognition of texts that are the name of one or a few persons."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from audit.parser.header.site_names import LABELS
from audit.parser.tables.labels import RELEASE
from audit.parser.tables.people import AGENCIES, JOINING, NO_PERSON, PARTICLES

# Maximum names of a person, and words of a name, besides particles (de, van, bin).
_LEAST_WORDS, _MOST_WORDS, _MOST_PEOPLE, _LONGEST = 2, 4, 3, 40
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=[^\W\d_])){0,19}\.?")
_JOINED: Final = re.compile(rf"\s?(?:,|;|/|&|\b(?:{'|'.join(sorted(JOINING))})\b)\s?")
# What may surround names, and maximum characters of a few persons with degrees.
_MARKS, _MOST = " ,;:|/·•—–-", 160
# A name that friends use, between the others: Ada "Fin" Finch.
_NICKNAME: Final = re.compile(r"(?<=\w) (?:[\"“„][^\"“”„]{2,20}[\"”“])(?= \w)")
# Degrees after a name.
_DEGREES: Final = re.compile(
    r"(?:,| -)? ?(?:(?:M\.?D|Ph\.? ?D|D\.?O|M\.?S|M\.?A|M\.?B\.?A|B\.?A|B\.?Sc|M\.?Sc|M\.?P\.?H|R\.?D\.?N?|"
    r"L\.?D\.?N?|R\.?N|N\.?P|CPA|CFA|CFP|J\.?D|DVM|DDS|DPT|FACP|FAAFP|FOMA|LCSW|Esq)\b\.?®?,? ?)+$"
)

# Collective signatures, and a single name.
_TEAM: Final = re.compile(
    r"^(?:The )?(?:[A-ZÀ-Þ0-9][\w.&'’-]{0,20} ){1,4}"
    r"(?:[Tt]eam|[Ss]taff|[Ee]ditors|[Nn]ewsroom|Redaktion|Redaktionsteam|Press)$"
)
_ONE_NAME: Final = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,14}")
# Two words of which this is the first are a place: San Marlo, Bad Altenau.
_OF_A_PLACE: Final = re.compile(
    r"(?:San|Santa|Santo|São|Sankt|Saint|Sainte|St\.?|Ste\.?|Bad|Villa|Ville|Mount|Monte|Fort|Port|Porto|Puerto|Cape|Cabo|"
    r"Rio|Río|Costa|Château|Castel|Upper|Lower|Great|Little|Old) [^ ]+"
)


@lru_cache(maxsize=1 << 12)
def person(text: str) -> str | None:
    """Return a text if it is the name of one or a few persons."""
    name = text.strip(_MARKS)
    if not name[:1].isupper() or len(name) > _MOST:
        return None
    name = _DEGREES.sub("", name).strip(" ,;")
    people = _JOINED.split(name)
    if len(people) > _MOST_PEOPLE or len(name) > _LONGEST * len(people) or name.casefold() in LABELS:
        return None
    if RELEASE.match(name.casefold()) or _OF_A_PLACE.fullmatch(name):
        return None
    return name if all(_is_person(_NICKNAME.sub("", person).split()) for person in people) else None


def people(text: str) -> str | None:
    """Return the person that a text begins with, and the others of a list that is closed by `and`, as printed.

    After a comma alone may be a place (Ada Finch, San Marlo); after `and` a profession belongs to the one before.
    Inline markup may have put each on a line of its own.
    """
    line = " ".join(text.split()).replace(" ,", ",").strip(_MARKS)
    start = end = told = 0
    is_closed = False
    for cut in (*_JOINED.finditer(line), None):
        part = line[start : cut.start() if cut else None]
        if part.strip() and not person(part):
            return None if is_closed and told == 1 else line[:end] or None
        told += bool(part.strip())
        if part.strip() and (not end or is_closed):
            end = start + len(part)
        if cut:
            is_closed, start = cut[0].strip().isalpha() or "&" in cut[0], cut.end()
    return line[:end] or None


def signed(text: str) -> str | None:
    """Return the name after a label: a person, an agency, a team, or a single name."""
    name = text.strip(_MARKS)
    if _TEAM.match(name) or name.casefold() in AGENCIES:
        return name
    return person(text) or (name if _ONE_NAME.fullmatch(name) and _is_free(name) else None)


def is_no_name(text: str) -> bool:
    """Return whether a text consists of words that no name has, and is no agency or team: Contact Form."""
    return all(word.casefold() in NO_PERSON for word in text.split()) and signed(text) is None


def _is_free(name: str) -> bool:
    return name.casefold() not in NO_PERSON and name.casefold() not in LABELS


def _is_person(words: list[str]) -> bool:
    said = [word for word in words if word.casefold() not in PARTICLES]
    if not _LEAST_WORDS <= len(said) <= _MOST_WORDS or words[0] != said[0] or words[-1] != said[-1]:
        return False
    # Nor is an initial (A.) a word.
    if any(word.casefold().strip(".") in NO_PERSON and word != f"{word[0]}." for word in said):
        return False
    # Names are entirely in capitals or not at all.
    shouted = all(word.isupper() and len(word) > 1 for word in said)
    return all(_is_name(word, shouted=shouted) for word in said)


def _is_name(word: str, *, shouted: bool) -> bool:
    small = shouted or len(word) == 1 or not word.isupper() or word.endswith(".")
    return word[0].isupper() and small and bool(_WORD.fullmatch(word))
