"""Recognition of texts that are the name of one or a few persons."""

from __future__ import annotations

import operator
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from audit.parser.header.site_names import LABELS
from audit.parser.tables.labels import RELEASE
from audit.parser.tables.people import AGENCIES, JOINING, NO_PERSON, OF_AN_OFFICE, PARTICLES, TRADES
from audit.text.sites.names import is_paper, may_be_outlet

if TYPE_CHECKING:
    from collections.abc import Mapping

# Maximum names of a person, and words of a name, besides particles (de, van, bin).
_LEAST_WORDS, _MOST_WORDS, _MOST_PEOPLE, _LONGEST = 2, 4, 3, 40
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=[^\W\d_])){0,19}\.?")
_JOINED: Final = re.compile(rf"\s?(?:,|;|/|&|\b(?:{'|'.join(sorted(JOINING))})\b)\s?")
# What may surround names, and maximum characters of a few persons with degrees.
_MARKS, _MOST = " ,;:|/·•⋅—–-", 160
# A name that friends use, between the others: Ada "Fin" Finch.
_NICKNAME: Final = re.compile(r"(?<=\w) (?:[\"“„][^\"“”„]{2,20}[\"”“])(?= \w)")
# Persons from which on a line that names nobody else is a list of them.
_LISTED: Final = 3
# Words of a line of names with their paper at most, what may be before them, and the words of its name.
_MOST_BESIDE, _BY = 12, re.compile(r"By (?=[A-ZÀ-Þ])")
_CAPITALISED: Final = re.compile(r"[A-ZÀ-Þ][\w.'’&-]*(?: (?:of|the|[A-ZÀ-Þ][\w.'’&-]*)){0,4}")
_SHOUTED: Final = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,}){1,2}")
# A role behind a name.
_ROLE: Final = re.compile(
    r"(?P<name>[^\W\d][^(),]{3,40}?)(?:,| \() ?(?:[A-Z][\w&/-]* ){0,3}"
    r"(?:[Ee]ditor|[Ww]riter|[Mm]anager|[Dd]irector|[Aa]nalyst|[Ss]pecialist|[Ff]ounder)(?:[ -][A-Z][\w-]*){0,3}\)?"
)
# An employer or a site behind a name.
_EMPLOYER: Final = re.compile(
    r"(?P<name>[^\W\d][^(),]{3,40}), (?:[A-ZÀ-Þ][^,]{2,30} at [A-ZÀ-Þ][^,]{1,30}|(?P<outlet>[A-ZÀ-Þ][\w.& -]{2,30}))"
)
# With whom somebody wrote: Ada Finet (avec AFP).
_ALONG: Final = re.compile(r"\s\((?:avec|mit|with|con|com|met) [^()]{2,24}\)$")
# Before a name a word for its author in Greek, which no name begins with, and one for a source in Vietnamese.
_OF: Final = re.compile(r"(?:Του|Της|Των) ")
_ACCORDING_TO: Final = re.compile(r"Theo .*[ăđĩũơưạ-ỹ]")
# What separates a name from the date, or follows it: the name precedes.
CUT: Final = re.compile(
    r"\s?(?:[|•·⋅»@]|\s[–—-]\s|(?:Published|Posted|Updated|Last [Uu]pdated|Aktualisiert)|"
    # A column further, or a weekday before its date.
    r"(?<=[a-zß-ÿ]{3})\s{3}|(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:[A-Z][a-z]{2}|\d))|"
    r"(?=(?:\bon )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)|"
    # The digits that end an account's name are part of it.
    r"(?=\d{1,2}[.:/-]?\d)(?!(?<=[a-z])\d+$)).*$"
)
# Ends and beginnings of the lines of a list of names.
_CARRIED_ON: Final = re.compile(r"(?:,|;|&|\b(?:and|und|y|et|e|och|og|en))$")
_CARRIES_ON: Final = re.compile(r"(?:,|;|&|(?:and|und|y|et|e|och|og|en)\b)")
# Degrees after a name.
_DEGREES: Final = re.compile(
    r"(?:,| -)? ?(?:(?:M\.?D|Ph\.? ?D|D\.?O|M\.?S|M\.?A|M\.?B\.?A|B\.?A|B\.?Sc|M\.?Sc|M\.?P\.?H|R\.?D\.?N?|"
    r"L\.?D\.?N?|R\.?N|N\.?P|CPA|CFA|CFP|J\.?D|DVM|DDS|DPT|"
    r"FACP|FAAFP|FOMA|LCSW|Esq|MW|OBE|CBE|(?<=, )[A-Z]{3,6})\b\.?®?,? ?)+$"
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
    if not name[:1].isupper() or len(name) > _MOST or "\t" in name:
        return None
    name = _DEGREES.sub("", name).strip(" ,;")
    people = _JOINED.split(name)
    if len(people) > _MOST_PEOPLE or len(name) > _LONGEST * len(people) or name.casefold() in LABELS:
        return None
    if RELEASE.match(name.casefold()) or _OF_A_PLACE.fullmatch(name) or OF_AN_OFFICE.match(name):
        return None
    if _OF.match(name) or _ACCORDING_TO.match(name):
        return None
    told = [_is_person(_NICKNAME.sub("", person).split()) for person in people]
    return name if told[0] and all(map(operator.or_, told, (name.casefold() in AGENCIES for name in people))) else None


def before_outlet(text: str) -> str | None:
    """Return who is named before a paper or agency, which end the line, if it is clear where its name begins.

    >>> before_outlet("By Ada Finch and Peter Quill The Associated Press"), before_outlet("Ada Finch Tarn Hill Courier")
    ('Ada Finch and Peter Quill', None)
    """
    words = _BY.sub("", text.strip(_MARKS)).split()
    if len(words) > _MOST_BESIDE:
        return None
    cuts = [(" ".join(words[:count]), " ".join(words[count:])) for count in range(_LEAST_WORDS, len(words))]
    told = [name for name, outlet in cuts if _CAPITALISED.fullmatch(outlet) and _is_outlet(outlet)]
    names = [name for name in told if person(name) and not may_be_outlet(name)]
    return names[0] if len(names) == 1 else None


def _is_outlet(text: str) -> bool:
    """Return whether capitalised words are an agency, a paper, its staff, or a name in capitals: USA TODAY."""
    last = text.removesuffix(" Staff").rpartition(" ")[2]
    return text.casefold() in AGENCIES or (last != text and may_be_outlet(last)) or bool(_SHOUTED.fullmatch(text))


def beside_day(text: str) -> str | None:
    """Return the text beside an article's day if it is a person, also behind a word for the author, agency or team."""
    name = _ALONG.sub("", _BY.sub("", _OF.sub("", text.strip(_MARKS))))
    is_team = _TEAM.match(name) and not may_be_outlet(name)
    return person(name) or (name if name.casefold() in AGENCIES or is_team else None)


def with_employer(text: str) -> str | None:
    """Return who is named before an employer or a site.

    >>> with_employer("Ada Finch, Marl.com"), with_employer("Ada Finch, Partner at Quill & Moss")
    ('Ada Finch', 'Ada Finch')
    >>> with_employer("Cedar Falls, Iowa")
    """
    told = _EMPLOYER.fullmatch(text.strip())
    is_told = told and (
        told["outlet"] is None or told["outlet"].casefold() in AGENCIES or may_be_outlet(told["outlet"])
    )
    return person(told["name"]) if told and is_told else None


def without_trade(name: str) -> str:
    """Return a name of several words without the profession behind it, and the paper of that.

    >>> without_trade("Ada Finch Globe Correspondent"), without_trade("Ada FinchCity Columnist")
    ('Ada Finch', 'Ada Finch')
    """
    before = TRADES.sub("", name.strip(_MARKS)).strip(_MARKS)
    words = before.split()
    if before == name or len(words) < _LEAST_WORDS:
        return name
    is_paper_behind = len(words) > _LEAST_WORDS and is_paper(" ".join(words[-2:]))
    return " ".join(words[:-1]) if is_paper_behind else before


def placed(text: str, *, is_dated: bool) -> str | None:
    """Return who is named before a paper or role, or, beside a day, before an employer or a site."""
    return before_outlet(text) or with_role(text) or (with_employer(text) if is_dated else None)


def with_role(text: str) -> str | None:
    """Return who is named before a role in brackets or behind a comma: Ada Finch (Content Manager)."""
    role = _ROLE.fullmatch(text.strip())
    return person(role["name"]) if role else None


def people(text: str) -> str | None:
    """Return the person that a text begins with, and the others of a list that is closed by `and`, as printed.

    After a comma alone may be a place (Ada Finch, San Marlo), but not among three persons; after `and` a profession
    belongs to the one before.
    Inline markup may have put each on a line of its own.
    """
    line = " ".join(text.split()).replace(" ,", ",").strip(_MARKS)
    if len(parts := line.split(", ")) >= _LISTED and all(map(person, parts)):
        return line
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


def carried_on(lines: Mapping[int, str], row: int) -> str:
    """Return the line at a row with those that carry on its list of names, which inline markup cut at each."""
    found = " ".join(lines.get(row, "").split())
    while (after := lines.get(row := row + 1, "")) and (_CARRIED_ON.search(found) or _CARRIES_ON.match(after)):
        found += f" {' '.join(after.split())}"
    return found.replace(" ,", ",")


def labelled_name(text: str) -> str:
    """Return what is behind a label of an author up to a day or a mailbox: Ada Finch <ada@example.org>."""
    return CUT.sub("", text.partition(" <")[0])


def without_label(label: re.Pattern[str], line: str) -> str:
    """Return a line without its leading label."""
    found = label.match(line)
    return line[found.end() :] if found else line
