"""MediaWiki XML dumps: a document per page, with wikitext converted to plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from audit.read.dumps.wikitext import plain_text
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, quoted, refusal
from audit.read.stated import stated
from audit.read.xml.stream import fed, parser_for

if TYPE_CHECKING:
    from audit.policy import InputSettings

# The elements with wanted text, by path below the root.
_WANTED: Final = {
    ("siteinfo", "sitename"): "sitename",
    ("siteinfo", "base"): "base",
    ("page", "title"): "title",
    ("page", "ns"): "ns",
    ("page", "id"): "id",
    ("page", "revision", "text"): "text",
}
_PAGE: Final = ("page",)
_REDIRECT: Final = ("page", "redirect")
_ARTICLES: Final = "0"
# Maximum characters of a name.
_LONGEST: Final = 4_000


class _Dump:
    """Parser state: complete pages wait in `pages`; of a page with history the last revision is kept."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.pages: list[dict[str, str]] = []
        self.site: dict[str, str] = {}
        self._path: list[str] = []
        self._page: dict[str, str] = {}
        self._held: list[str] | None = None
        self._size = 0

    def begin(self, name: str, _attributes: object) -> None:
        """Handle a start tag."""
        self._path.append(name.rpartition(":")[2])
        below = tuple(self._path[1:])
        if below == _PAGE:
            self._page = {}
        if below == _REDIRECT:
            self._page["redirect"] = "yes"
        self._held, self._size = ([], 0) if below in _WANTED else (self._held, self._size)

    def words(self, text: str) -> None:
        """Handle text."""
        if self._held is None:
            return
        self._size += len(text)
        if self._size <= (self.limit if self._path[-1] == "text" else _LONGEST):
            self._held.append(text)

    def end(self, _name: str) -> None:
        """Handle an end tag."""
        below = tuple(self._path[1:])
        if below in _WANTED and self._held is not None:
            target = self.site if below[0] == "siteinfo" else self._page
            target[_WANTED[below]] = "".join(self._held)
            if below[-1] == "text":
                target["size"] = str(self._size)
            self._held = None
        elif below == _PAGE:
            self.pages.append(self._page)
        self._path.pop()


def _read(file: Opened) -> Records:
    """Yield each article. Raises RefusedInputError: broken-container if the XML is damaged, or defines entities."""
    dump = _Dump(file.settings.max_file_bytes)
    for _ in fed(parser_for(dump), file.pieces()):
        for page in dump.pages:
            yield _document(page, dump.site, file.settings)
        dump.pages = []


def _document(page: dict[str, str], site: dict[str, str], settings: InputSettings) -> Record | Refusal:
    title = page.get("title", "")
    if "redirect" in page:
        return refusal("redirect", f"the page {quoted(title)} is a redirect")
    if page.get("ns", _ARTICLES) != _ARTICLES:
        return refusal("beside-the-articles", f"the page {quoted(title)} is in namespace {quoted(page['ns'])}")
    if int(page.get("size", "0")) > settings.max_file_bytes:
        return refusal("too-large", f"the page {quoted(title)} has {int(page['size']):,} characters")
    try:
        text = plain_text(page.get("text", ""))
    except RefusedInputError as error:
        return error.refusal
    said = {"title": title, "source": site.get("sitename"), "id": page.get("id"), "url": _address(title, site)}
    return Record(text=text, stated=stated(said))  # type: ignore[arg-type]


def _address(title: str, site: dict[str, str]) -> str | None:
    base = site.get("base", "")
    return f"{base.rpartition('/')[0]}/{quote(title.replace(' ', '_'))}" if "/" in base and title else None


def _begins(head: bytes) -> bool:
    return b"<mediawiki" in head and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


# Not scanned: wikitext is expensive to parse and has hardly any furniture, since templates are removed.
MEDIAWIKI: Final = Reader("MediaWiki XML", _read, begins=_begins, is_scanned=False)
