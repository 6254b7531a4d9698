"""Safe streaming of XML from strangers: no entity is expanded, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.entities import html5
from typing import Final, NamedTuple, Protocol
from xml.parsers import expat

from audit.read.codec.statistical.legacy import canonical_codec
from audit.read.containers.codec import UTF8, utf8_text
from audit.read.refusal import SHOWN, refused
from audit.read.streams import peeked
from audit.read.xml.tree import XmlNode
from audit.text.visible import visible

# What may precede the root: marks and space, NULs of UTF-16; declarations, comments and instructions.
_LEAD: Final = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_NO_ELEMENT: Final = re.compile(rb"\s*(?:<!--.*?-->|<\?.*?\?>|<![^>\[]*(?:\[[^\]]*\]\s*)?>)", re.DOTALL)
_ROOT: Final = re.compile(rb"\s*<([A-Za-z_][\w:.-]*+)(?=[\s/>])")
_DECLARED: Final = re.compile(rb"""<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z][\w.:-]{1,39})""")
_HEAD: Final = 1 << 12
# Depth of elements, and characters that an element counts beside its text.
_DEEPEST: Final = 200
_ELEMENT: Final = 64

Path = tuple[str, ...]


# Each reader of XML asks about the same file.
@lru_cache(maxsize=1)
def root_name(head: bytes) -> str | None:
    r"""Return the name of the root in a file's first bytes, as written; None if it is no XML.

    >>> root_name(b'<?xml version="1.0"?>\n<!-- <a> -->\n<rss version="2.0">'), root_name(b"<3 rss")
    ('rss', None)
    """
    rest = head[:_HEAD].translate(None, b"\0").lstrip(_LEAD)
    while found := _NO_ELEMENT.match(rest):
        rest = rest[found.end() :]
    root = _ROOT.match(rest)
    return root[1].decode("ascii", "replace") if root else None


class Handlers(Protocol):
    """What is called for the elements of a stream, in order."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Handle a start tag."""

    def words(self, text: str) -> None:
        """Handle text."""

    def end(self, name: str) -> None:
        """Handle an end tag."""


def parser_for(handlers: Handlers) -> expat.XMLParserType:
    """Return a parser that calls the handlers and raises RefusedInputError where entities are defined.

    An entity of HTML that nothing defines stands for its character, as in many feeds; others stay as they are written.
    """
    parser = expat.ParserCreate(UTF8)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = handlers.begin, handlers.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = handlers.words, _no_entities
    # With an external part of its DTD, which is never fetched, an unknown entity is no error.
    parser.UseForeignDTD(True)  # noqa: FBT003 expat's own signature
    parser.ExternalEntityRefHandler = lambda *_: 1
    parser.SkippedEntityHandler = lambda name, is_parameter: (
        None if is_parameter else handlers.words(html5.get(f"{name};", f"&{name};"))
    )
    return parser


def _no_entities(*_: object) -> None:
    raise refused("broken-container", "it defines XML entities, which are not expanded")


def fed(parser: expat.XMLParserType, pieces: Iterator[bytes]) -> Iterator[None]:
    """Feed a parser, pausing after each piece. Raises RefusedInputError (broken-container) if the XML is damaged."""
    try:
        for piece in _as_utf8(pieces):
            parser.Parse(piece, False)  # noqa: FBT003 expat's own signature
            yield
        parser.Parse(b"", True)  # noqa: FBT003
        # Since 2.6 expat may hold the last elements back until the end (CVE-2023-52425).
        yield
    except expat.ExpatError as error:
        yield  # what precedes the damage
        said = visible(expat.ErrorString(error.code) or "damaged XML", SHOWN)
        raise refused("broken-container", f"line {error.lineno}, column {error.offset}: {said}") from error
    except (ValueError, LookupError) as error:
        raise refused("broken-container", f"its XML cannot be read ({type(error).__name__})") from error


def _as_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a stream as UTF-8 from its first tag: in the declared codec, unless its bytes are none of it."""
    head, pieces = peeked(pieces)
    declared = _DECLARED.search(head[:_HEAD])
    codec = canonical_codec(declared[1].decode("ascii")) if declared else None
    is_believed = codec not in {None, UTF8} and not _decodes(head, UTF8) and _decodes(head, codec or UTF8)
    decoder = codecs.getincrementaldecoder(codec if codec and is_believed else UTF8)("replace")
    is_first = True
    for piece in pieces if is_believed else utf8_text(pieces):
        said = decoder.decode(piece)
        said = said.lstrip("\ufeff \t\r\n") if is_first else said
        is_first = is_first and not said
        yield said.encode(UTF8, "replace")
    yield decoder.decode(b"", final=True).encode(UTF8, "replace")


def _decodes(head: bytes, codec: str) -> bool:
    try:
        codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


class Subtree(NamedTuple):
    """An element with all that is in it, None if that is too large; the path to it, and the line where it begins."""

    node: XmlNode | None
    path: Path
    line: int


class _Trees:
    """Parser state: elements at wanted paths wait in `done`, with all that is in them."""

    def __init__(self, is_wanted: Callable[[Path], bool], limit: int) -> None:
        self.done: list[Subtree] = []
        self.parser = parser_for(self)
        self._is_wanted, self._limit = is_wanted, limit
        self._path: list[str] = []
        self._open: list[XmlNode] = []
        self._size = self._line = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Handle a start tag."""
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise refused("broken-container", f"its elements are nested more than {_DEEPEST} deep")
        if not self._open:
            if not self._is_wanted(tuple(self._path)):
                return
            self._size, self._line = 0, self.parser.CurrentLineNumber
        node = XmlNode(name, attributes)
        self._take(_ELEMENT + sum(map(len, attributes.values())))
        if self._open and self._size <= self._limit:
            self._open[-1].parts.append(node)
        self._open.append(node)

    def words(self, text: str) -> None:
        """Handle text."""
        if self._open:
            self._take(len(text))
            if self._size <= self._limit:
                self._open[-1].parts.append(text)

    def end(self, _name: str) -> None:
        """Handle an end tag."""
        path = tuple(self._path) if len(self._open) == 1 else ()
        self._path.pop()
        node = self._open.pop() if self._open else None
        if path:
            self.done.append(Subtree(node if self._size <= self._limit else None, path, self._line))

    def _take(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            self._open[0].parts.clear() if self._open else None


def trees(pieces: Iterator[bytes], is_wanted: Callable[[Path], bool], limit: int) -> Iterator[Subtree]:
    """Yield the outermost elements at wanted paths, which begin with the root, each up to `limit` characters.

    Raises RefusedInputError: broken-container.
    """
    state = _Trees(is_wanted, limit)
    for _ in fed(state.parser, pieces):
        yield from state.done
        state.done = []
