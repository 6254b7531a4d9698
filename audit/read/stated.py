"""Fields stated by a record: title, source, date, author, URL, id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from audit.tables.table import storable
from audit.text import dates
from audit.text.fold import fold

Field = Literal["title", "source", "date", "author", "url", "id"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)

# Maximum characters of a name, headline or URL.
_LONGEST: Final = 2_000
# Placeholders for missing values.
_NOTHING: Final = frozenset({"", "-", "--", "n/a", "na", "nan", "nat", "nil", "none", "null", "undefined", "无", "\\n"})
# The same for names, though a title may be one of these words.
_NOBODY: Final = frozenset((
    "unknown", "unknown author", "anonymous", "未知", "未知作者", "不详", "不明", "佚名", "匿名", "[deleted]",
    "[removed]", "deleted user", "用户已注销", "账号已注销", "帐号已注销", "已注销用户", "知乎用户已注销", "已注销",
))  # fmt: skip
_ADDRESS: Final = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
# Compact dates: 20240305, 20240305T073000, 20240305073000, 20240305 07:30:00.
_COMPACT: Final = re.compile(
    r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?:[T ]?([01][0-9]|2[0-3]):?([0-5][0-9])(?::?([0-5][0-9]))?)?Z?"
)
# Unix timestamps from 1973 to 2099 in seconds, milliseconds and microseconds.
_FIRST, _LAST = 100_000_000, 4_102_444_800
_PARTS_OF_SECONDS: Final = (1, 1_000, 1_000_000)
# The keys in which an object that represents a name has it.
_NAME_KEYS: Final = (
    "name",
    "main",
    "rendered",
    "original",
    "title",
    "label",
    "value",
    "#text",
    "url",
    "@id",
    "$oid",
    "$date",
    "$numberLong",
    "emailAddress",
)
# A person in parts, and a date in parts, as bibliographies store them (CSL JSON).
_NAME_PARTS: Final = (
    ("given", "family"),
    ("firstName", "lastName"),
    ("first_name", "last_name"),
    ("first", "last"),
    ("forename", "lastname"),
)
_DATE_PARTS: Final = "date-parts"
# Devices and programs from which Twitter and Weibo say a message was posted: they are no publishers.
_CLIENT: Final = re.compile(
    r"<a\s|(?:twitter|tweetdeck|weibo|微博) ?(?:$|for |web |lite|网页|轻享|weibo\.com)|"
    r"\w+ for (?:mac|windows|iphone|ipad|android)$|(?:iphone|ipad|android)$|(?:iphone|ipad) ?\d|"
    r"(?:iphone|ipad|android|huawei|honor|xiaomi|redmi|oppo|vivo|华为|荣耀|小米|红米).{0,20}(?:客户端|手机)$",
    re.IGNORECASE,
)
# Files, from which tools say that a text was read: no publishers either. (`.md` alone is a country's domain.)
_FILE: Final = re.compile(
    r"(?:[a-z]:[\\/]|\.{0,2}/|~/|file:|s3:|gs:)|.*\.(?:txt|pdf|docx?|html?|jsonl?|[ct]sv|parquet|epub|xml|srt|gz|zst|eml)$|"
    r".*[\\/].*\.(?:md|rst|py)$",
    re.IGNORECASE,
)
# Crawls, from which corpora say that they took a text: no publishers either.
_CRAWL: Final = re.compile(r"m?c4|oscar(?:[-_ ]?[0-9]{2,4})?|common[-_ ]?crawl|cc-main-[0-9-]+", re.IGNORECASE)
# What stands before the name of who wrote a text, and between it and the day: Originally written by ..., on 2 May 2021.
_BY: Final = re.compile(
    r"(?:(?:\w+ )?(?:written|started|created|made|maintained|contributed) |(?:19|20)\d\d )?by\s+(?=\S)", re.IGNORECASE
)
_ON: Final = re.compile(r"[\s,;(]*(?:\b(?:on|am|le|el))?\s*$")
# A name with its address, as mails have it, and a further address.
_SENDER: Final = re.compile(r'"?(?P<name>[^<>"]*[^<>"\s])"?\s*<[^<>\s@]+@[^<>\s@]+>')
_FURTHER: Final = re.compile(r"[\s,;/]*<[^<>\s@]+@[^<>\s@]+>")
# The same as feeds have it (RSS 2.0).
_WRITER: Final = re.compile(r"[^\s@()]+@[^\s@()]+ \((?P<name>[^()]+)\)")
# What Twitter and the C library print: Tue Feb 20 10:15:00 +0000 2024.
_YEAR_LAST: Final = re.compile(
    r"(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2} [0-9]{1,2}) ([0-9:]{5,8})(?: [+-][0-9]{4}| [A-Z]{3,4})? ((?:19|20)[0-9]{2})"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The fields of a record, None where not stated.

    `published` has its time of day if `has_time`, as written, without time zone. `site` is the page's host, which is
    the source if none is stated. `unread` names fields with unusable values.
    """

    title: str | None = None
    source: str | None = None
    published: datetime | None = None
    has_time: bool = False
    author: str | None = None
    url: str | None = None
    id: str | None = None
    site: str | None = None
    unread: tuple[Field, ...] = ()


NOTHING_STATED: Final = Stated()


def stated(values: Mapping[Field, object]) -> Stated:
    """Return the fields in a record's values, ignoring unusable types.

    >>> found = stated({"title": " Ferry  returns ", "date": "2024-03-05 07:30", "author": ["A. Roe", "B. Doe"]})
    >>> found.title, found.published.isoformat(), found.author
    ('Ferry returns', '2024-03-05T07:30:00', 'A. Roe, B. Doe')
    """
    words: dict[str, str | None] = {name: _words(values.get(name)) for name in FIELDS if name != "date"}
    at, has_time = _moment(values.get("date"))
    unread: tuple[Field, ...] = ("date",) if at is None and _words(values.get("date")) else ()
    for name in ("author", "source"):
        words[name] = None if (words[name] or "").casefold() in _NOBODY else words[name]
    writer = _writer(words["author"] or "")
    # A number in place of a name is the author's id in a database.
    if writer.isdecimal() or _ADDRESS.match(writer):
        writer, unread = "", (*unread, "author")
    words["author"] = writer or None
    if (words["url"] or "").startswith("/"):
        words["url"] = None  # on a host that nobody names
    if _is_no_publisher(words["source"] or ""):
        words["source"], unread = None, (*unread, "source")
    made = Stated(published=at, has_time=has_time, unread=unread, **words)
    if made.source and _ADDRESS.match(made.source):
        # The address of a page is no name of a publisher.
        made = replace(made, source=None, url=made.url or made.source)
    return made


def _writer(words: str) -> str:
    """Return the name of who wrote a text without what is said around it: addresses, `written by`, a day."""
    name = _FURTHER.sub("", _WRITER.sub(r"\g<name>", _SENDER.sub(r"\g<name>", words)))
    begun = _BY.match(name)
    name = name[begun.end() :] if begun else name
    days = dates.find(folded) if len(folded := fold(name)) == len(name) else []
    return (_ON.sub("", name[: days[0].start]) if days else name).strip(" ,;/")


def _is_no_publisher(name: str) -> bool:
    return bool(_CLIENT.match(name) or _FILE.match(name) or _CRAWL.fullmatch(name))


def host_of(url: str) -> str | None:
    """Return the host of a URL, the `site` of what it leads to; None if there is none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _words(value: object) -> str | None:
    """Return a value as one line of text; None if empty."""
    if isinstance(value, Mapping):
        return _words(_named(value))
    if isinstance(value, (list, tuple)):
        found = [words for part in value[:_LONGEST] if (words := _words(part))]
        return _fitting(", ".join(found))
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if isinstance(value, float) and value != value:  # noqa: PLR0124 a number that is none
        return None
    return _fitting(str(value)[: _LONGEST + 1])


def _named(value: Mapping[object, object]) -> object:
    """Return the name in an object: its parts, or the value of the first usual key."""
    parts = next((parts for parts in _NAME_PARTS if value.keys() >= set(parts)), None)
    if parts is not None:
        return " ".join(_words(value[part]) or "" for part in parts)
    return next((value[key] for key in _NAME_KEYS if key in value), None)


def _fitting(text: str) -> str | None:
    words = " ".join(storable(text).split())
    return None if words.lower() in _NOTHING or len(words) > _LONGEST else words


def _moment(value: object) -> tuple[datetime | None, bool]:
    """Return the date of a value, and whether it has a time; None if ambiguous."""
    if isinstance(value, Mapping) and _DATE_PARTS in value:
        value = _of_parts(value[_DATE_PARTS])
    if isinstance(value, datetime):
        return value.replace(tzinfo=None), value.time() != time()
    if isinstance(value, date):
        return datetime.combine(value, time()), False
    words = _words(value)
    if words is None:
        return None, False
    if words.isascii() and words.removeprefix("-").replace(".", "", 1).isdigit() and not _COMPACT.fullmatch(words):
        return _epoch(float(words)), True
    return _compact(words) or _printed(words)


def _of_parts(value: object) -> datetime | None:
    """Return the date of [[2024, 3, 5]]; None if it names no day, or a span."""
    match value:
        case [[int() | str() as year, int() | str() as month, int() | str() as day]]:
            return next((found.at for found in dates.find(f"{year}-{month}-{day}")), None)
    return None


def _epoch(value: float) -> datetime | None:
    if not 0 < value < _LAST * _PARTS_OF_SECONDS[-1]:
        return None  # no number at all, or one that no division survives
    seconds = next((value / part for part in _PARTS_OF_SECONDS if _FIRST <= value / part < _LAST), None)
    return None if seconds is None else datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)


def _compact(words: str) -> tuple[datetime, bool] | None:
    found = _COMPACT.fullmatch(words)
    if found is None:
        return None
    numbers = [int(part) for part in found.groups() if part]
    try:
        return datetime(*numbers), found[4] is not None  # type: ignore[arg-type]  # noqa: DTZ001 as it is written
    except ValueError:
        return None


def _printed(words: str) -> tuple[datetime | None, bool]:
    """Return the only unambiguous date in the words, if any."""
    found = dates.find(fold(_YEAR_LAST.sub(r"\1, \3 \2", words)))
    if not found or len({one.at.date() for one in found}) > 1:
        return None, False
    timed = next((one for one in found if one.has_time), None)
    return (timed or found[0]).at, timed is not None
