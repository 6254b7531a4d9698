"""A page's text line by line as rendered by a browser, with the markup of each line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from audit.read.html.furniture import furniture_of
from audit.read.html.tree import events, in_one_line, keeps_white_space, set_lines
from audit.text.fold import letters_of

if TYPE_CHECKING:
    from audit.read.html.tree import Element

LineKind = Literal["paragraph", "heading", "list_item", "quote", "code", "row", "caption"]
_KINDS: Final[dict[str, LineKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote", "pre": "code", "listing": "code", "xmp": "code",
}  # fmt: skip
_BLOCKS: Final = frozenset(
    "address article aside body center dd details dialog dir div dl dt fieldset figure footer form header hr html "  # noqa: SIM905
    "legend main menu nav ol option p search section summary table tbody textarea tfoot thead tr ul".split()
) | frozenset(_KINDS)
_BYLINE: Final = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|reporter)(?:$|[\s_-])|(?:^|\s)by(?:$|\s)", re.IGNORECASE
)
_DATE: Final = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|pubdate|published|publishdate|timestamp|time)(?:$|[\s_-])", re.IGNORECASE
)
# Elements of code whose lines are indented by no-break blanks.
_CODE: Final = frozenset({"code", "samp", "kbd", "tt"})
# Camel case: ArticleByline is article-byline.
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_ROLELESS: Final = frozenset({"article", "main", "body", "html", "section"})
# Elements that distinguish more than their kind: links, numbered items, heading levels.
_CHANGING: Final = frozenset({"a", "ol", *_CODE, *_LEVELS})
# Elements with something before their text.
_LED: Final = frozenset({"br", "td", "th", "li"})
# Attributes that may tell a role, furniture or preformatted text.
_NAMING: Final = frozenset({"class", "id", "role", "itemprop", "rel", "style"})
# Frequent elements that only their attributes distinguish, not their content.
_SIMPLE: Final = frozenset("a b br code dd div dt em i img li p small span strong td th".split())  # noqa: SIM905
# In place of the index of an article.
MAIN: Final = -1
# Elements whose text is extracted otherwise.
_NO_TEXT: Final = frozenset({"head", "title", "meta", "link"})
_FEW_CELLS: Final = 2
_CELLS: Final = " | "
_LONGEST: Final = 200


class Line(NamedTuple):
    """A line of a page. `furniture` is its kind of furniture by markup, '' for none.

    `level` is that of a heading, 0 for others; `role` is 'byline' or 'date' if an element is named so. `linked` is the
    number of characters in links. `mark` is the bullet of a list item. `said` are its letters, for comparison.
    `article` is the index of its article, from 1; MAIN in the main part outside of articles, 0 elsewhere. `is_set` is
    preformatted text, which begins with the empty lines above it, and its blanks.
    """

    text: str
    kind: LineKind = "paragraph"
    furniture: str = ""
    linked: int = 0
    level: int = 0
    role: str = ""
    mark: str = ""
    article: int = 0
    is_set: bool = False
    said: str = ""

    @property
    def shown(self) -> str:
        """The line with its bullet."""
        return f"{self.mark}{self.text}"

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return 2 * self.linked > len(self.text)


@dataclass(slots=True)
class _Within:
    """The inherited state inside an element; `number` is that of the last item of a numbered list.

    `alike` are the states inside its children without telling attributes, by tag.
    """

    kind: LineKind = "paragraph"
    furniture: str = ""
    is_link: bool = False
    is_set: bool = False
    level: int = 0
    role: str = ""
    number: int | None = None
    article: int = 0
    is_code: bool = False
    alike: dict[str, _Within] = field(default_factory=dict, init=False)


@dataclass(slots=True)
class _Writer:
    """The lines so far without letters, and the pieces of the current one with their roles."""

    lines: list[tuple[str, LineKind, str, int, int, str, str, int, bool]] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    is_code: bool = True
    linked: int = 0
    mark: str = ""
    articles: int = 0

    def write(self, text: str, within: _Within) -> None:
        """Append to the current line."""
        self.held.append(text)
        if size := len(text.strip()):
            self.roles.add(within.role)
            self.is_code &= within.is_code
            self.linked += size if within.is_link else 0

    def end(self, within: _Within) -> None:
        """End the line, or several where line ends are preserved."""
        if not self.held:
            return
        whole, linked = "".join(self.held), 0 if within.is_set else self.linked
        role = self.roles.pop() if len(self.roles) == 1 else ""
        is_set = within.is_set or self.is_code
        self.held, self.linked, self.roles, self.is_code = [], 0, set(), True
        if not whole or whole.isspace():
            return
        about = within.kind, within.furniture, linked, within.level, role
        for text in set_lines(whole) if within.is_set else [in_one_line(whole)]:
            mark, self.mark = self.mark, ""
            self.lines.append((text, *about, mark, within.article, is_set))

    def written(self) -> list[Line]:
        """Return all lines, with their letters."""
        said = letters_of([text.lstrip("\n") for text, *_ in self.lines])
        return [Line(*line, letters) for line, letters in zip(self.lines, said, strict=True)]


def lines_of(root: Element) -> list[Line]:
    """Return the visible lines of a page in order, including furniture. Linear."""
    writer, stack = _Writer(), [_Within()]
    for event, element in events(root):
        tag = element.tag
        if event == "start":
            outer = stack[-1]
            if tag in _BLOCKS or (tag == "br" and not outer.is_set):
                writer.end(outer)
            if tag in _LED:
                _begin(tag, writer, outer)
            inside = _inside(element, outer)
            if tag == "article":
                writer.articles += 1
                inside = replace(inside, article=writer.articles)
            elif tag == "main":
                inside = replace(inside, article=inside.article or MAIN)
            stack.append(inside)
            if tag not in _NO_TEXT and (text := element.text):
                writer.write(text, inside)
        else:
            inner = stack.pop()
            if tag in _BLOCKS:
                writer.end(inner)
            writer.mark = "" if tag == "li" else writer.mark
            if text := element.tail:
                writer.write(text, stack[-1])
    writer.end(stack[0])
    return writer.written()


def _begin(tag: str, writer: _Writer, outer: _Within) -> None:
    """Write whatever an element puts before its text."""
    if tag == "br" and outer.is_set:
        writer.held.append("\n")
    elif tag in {"td", "th"} and "".join(writer.held).strip():
        writer.held.append(_CELLS)
    elif tag == "li" and outer.number is not None:
        outer.number += 1
        writer.mark = f"{outer.number}. "
    elif tag == "li":
        writer.mark = "- "


def _inside(element: Element, outer: _Within) -> _Within:
    tag = element.tag
    if tag not in _SIMPLE or not _NAMING.isdisjoint(element.keys()):
        return _inside_of(element, outer)
    found = outer.alike.get(tag)
    if found is None:
        found = outer.alike[tag] = _inside_of(element, outer)
    return found


def _inside_of(element: Element, outer: _Within) -> _Within:
    tag = element.tag
    kind, furniture, role = _kind(element, outer), outer.furniture or furniture_of(element), _role(element)
    is_set = outer.is_set or (tag in _BLOCKS and keeps_white_space(element, _BLOCKS))
    if is_set and (kind, outer.is_set) == ("paragraph", False):
        kind = "code"
    is_as_outside = (kind, furniture, is_set) == (outer.kind, outer.furniture, outer.is_set)
    if is_as_outside and not role and outer.number is None and tag not in _CHANGING:
        return outer
    return _Within(
        kind=kind,
        furniture=furniture,
        is_link=outer.is_link or tag == "a",
        is_set=is_set,
        level=_LEVELS.get(tag, outer.level),
        role=role or outer.role,
        number=0 if tag == "ol" else None,
        article=outer.article,
        is_code=outer.is_code or tag in _CODE,
    )


def _kind(element: Element, outer: _Within) -> LineKind:
    tag = element.tag
    if tag == "tr":
        return "row" if len(element) >= _FEW_CELLS else outer.kind
    if tag in _KINDS:
        return _KINDS[tag]
    # A table with blocks in its cells is used for layout.
    return "paragraph" if outer.kind == "row" and tag in _BLOCKS else outer.kind


def _role(element: Element) -> str:
    tag = element.tag
    if tag == "time":
        return "date"
    if tag in _ROLELESS or _NAMING.isdisjoint(element.keys()):
        return ""
    said = element.get
    return _role_by(f"{said('class', '')} {said('itemprop', '')} {said('rel', '')}"[:_LONGEST])


# Cached: a site uses few element names.
@lru_cache(maxsize=1 << 12)
def _role_by(names: str) -> str:
    names = _HUMP.sub("-", names)
    if _BYLINE.search(names):
        return "byline"
    return "date" if _DATE.search(names) else ""
