"""Manuscripts in LaTeX, Org, AsciiDoc and reStructuredText, without the heads that state title, author and date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from unicodedata import east_asian_width

from audit.read.reader import Reader
from audit.read.stated import Stated, stated
from audit.read.texts.cut import Cut, Piece, cutting

# Maximum characters of a head.
_LONGEST: Final = 1 << 14
_BEGIN: Final = re.compile(
    r"^[^%\n]*?\\begin\{document\}(?:\s*\\(?:maketitle|frontmatter|mainmatter)(?![a-z]))*", re.MULTILINE
)
_END: Final = re.compile(r"^[ \t]*\\end\{document\}", re.MULTILINE)
# A command whose argument holds at most one further pair of braces: \title[Short]{A bridge \thanks{...}}.
_COMMAND: Final = re.compile(
    r"^[ \t]*\\(title|author|date)[ \t]*(?:\[[^\]\n]*+\])?\{((?:[^{}]|\{[^{}]{0,500}+\}){0,2000})\}", re.MULTILINE
)
_NOTE: Final = re.compile(r"\\(?:thanks|footnote)\{[^{}]*\}")
_BETWEEN: Final = re.compile(r"\s*\\and(?![a-z])")
# Behind the line break an author states where they work.
_PLACE: Final = re.compile(r"\\\\(?:(?!\\and(?![a-z])).)*", re.DOTALL)
_SPACE: Final = re.compile(r"~|\\\\")
_STYLE: Final = re.compile(r"\\(?:emph|text[a-z]{2}|[lL]arge|[hH]uge|bf|it)(?![a-zA-Z])\s*")
# Empty lines, keywords, comments and properties; not the blocks that begin with #+begin.
_KEYWORDS: Final = re.compile(
    r"(?:[ \t\r]*\n|#(?:\+(?!begin)[^\n]*|[ \t][^\n]*)?\n|"
    r":PROPERTIES:[ \t\r]*\n(?:[ \t]*:(?!END:)[^\n]*\n)*[ \t]*:END:[^\n]*\n)*",
    re.IGNORECASE,
)
_KEYWORD: Final = re.compile(r"^#\+(title|author|date):[ \t]*([^\n]*\S)", re.MULTILINE | re.IGNORECASE)
# What may stand above the title of a document: comments, targets, directives and fields, with what is indented below.
_INDENTED: Final = r"(?:[ \t]*\r?\n|(?![ \t]*\r?\n)[ \t]+[^\n]*\n)*"
_ABOVE: Final = re.compile(
    rf"(?:[ \t]*\r?\n|\.\.(?:[ \t][^\n]*)?\n{_INDENTED}|:[^\s:][^:\n]{{0,40}}:(?=\s)[^\n]*\n{_INDENTED})*"
)
# The title; on the lines right below it, in this order, an author, a version with a day, and attributes.
_ASCIIDOC: Final = re.compile(
    r"(?:[ \t\r]*\n|//[^\n]*\n)*=[ \t]+(?P<title>\S[^\n]*)(?:\n|\Z)"
    r"(?:(?P<author>[^\W\d_][\w.'-]*(?:[ \t][\w.'-]+){1,2})(?:[ \t]<[^<>\s]+>)?[ \t\r]*(?:\n|\Z)"
    r"(?:(?:v[0-9][^\n,]*|(?=[0-9]{4}-))(?:,[ \t]*)?(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})?[^\n]*(?:\n|\Z))?)?"
    r"(?P<attributes>(?::!?\w[\w-]*!?:[^\n]*(?:\n|\Z))*)"
)
_ATTRIBUTE: Final = re.compile(r"^:(author|revdate):[ \t]*([^\n]*\S)", re.MULTILINE)
# A line of one sign above and below a title, or below alone; then the document's fields.
_RULE: Final = r"([!-/:-@\[-`{-~])\%d{2,}[ \t\r]*\n"
_RULED: Final = re.compile(
    rf"\s*(?P<above>{_RULE % 2})?[ \t]*(?P<title>\w[^\n]*+)\n(?P<below>{_RULE % 5})", re.MULTILINE
)
_FIELDS: Final = re.compile(r"\s*^((?::[A-Za-z ]{1,30}:(?=[ \t\r\n])[^\n]*(?:\n|\Z))+)", re.MULTILINE)
_FIELD: Final = re.compile(r"^:(author|date):[ \t]*([^\n]*\S)", re.MULTILINE | re.IGNORECASE)


def _latex(text: str) -> Cut:
    begin = _BEGIN.search(text)
    if begin is None:
        return Cut([Piece(0, len(text))])
    # The commands may also stand behind the beginning, as some publishers' classes have them.
    commands = dict(_COMMAND.findall(text, 0, begin.end() + _LONGEST))
    commands = {name: _PLACE.sub("", value) if name == "author" else value for name, value in commands.items()}
    end = _END.search(text, begin.end())
    said = {name: plain for name, value in commands.items() if (plain := _plain(value)) is not None}
    return Cut([Piece(begin.end(), end.start() if end else len(text))], _stated(said))


def _plain(value: str) -> str | None:
    """Return the words of an argument; None if other commands than those of style are left."""
    words = _STYLE.sub("", _SPACE.sub(" ", _BETWEEN.sub(", ", _NOTE.sub("", value))))
    words = " ".join(words.replace("{", "").replace("}", "").split()).replace(" ,", ",")
    return None if "\\" in words or "$" in words else words


def _org(text: str) -> Cut:
    head = _KEYWORDS.match(text, 0, _LONGEST)
    end = head.end() if head else 0
    said = {name.lower(): value for name, value in _KEYWORD.findall(text, 0, end)}
    return Cut([Piece(end, len(text))], _stated(said))


def _asciidoc(text: str) -> Cut:
    head = _ASCIIDOC.match(text, 0, _LONGEST)
    if head is None:
        return Cut([Piece(0, len(text))])
    told = dict(_ATTRIBUTE.findall(head["attributes"]))
    said = {"title": head["title"], "author": head["author"] or told.get("author")}
    day = head["date"] or told.get("revdate", "")
    return Cut(
        [Piece(head.end(), len(text))], _stated({name: value for name, value in said.items() if value} | {"date": day})
    )


def _restructured(text: str) -> Cut:
    above = _ABOVE.match(text, 0, _LONGEST)
    begin = above.end() if above else 0
    ruled = _RULED.match(text, begin, _LONGEST)
    if ruled is None or not _is_ruled(ruled):
        return Cut([Piece(0, len(text))])
    fields = _FIELDS.match(text, ruled.end())
    said = {name.lower(): value for name, value in _FIELD.findall(fields[1])} if fields else {}
    end = fields.end() if fields else ruled.end()
    pieces = [Piece(0, begin)] if text[:begin].strip() else []
    return Cut([*pieces, Piece(end, len(text), "")], _stated({**said, "title": ruled["title"]}))


def _is_ruled(found: re.Match[str]) -> bool:
    """Return whether the lines are as long as the title, in which a wide letter takes two columns."""
    above, title, below = ((found[name] or "").strip() for name in ("above", "title", "below"))
    columns = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in title)
    return len(below) >= columns and above in ("", below)


def _stated(said: Mapping[str, str]) -> Stated:
    day = said.get("date", "").strip("<>[] ")
    return stated({"title": said.get("title"), "author": said.get("author"), "date": day or None})


LATEX: Final = Reader("LaTeX", cutting(_latex), (".tex", ".latex", ".ltx"), many=False)
ORG: Final = Reader("Org", cutting(_org), (".org",), many=False)
RESTRUCTURED: Final = Reader("reStructuredText", cutting(_restructured), (".rst", ".rest"), many=False)
ASCIIDOC: Final = Reader("AsciiDoc", cutting(_asciidoc), (".adoc", ".asciidoc"), many=False)
