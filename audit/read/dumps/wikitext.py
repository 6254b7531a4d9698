"""Wikitext as plain text, through mwparserfromhell (extra corpus-audit[wiki]), also in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from audit.read.codec.decoded import Decoded
from audit.read.dumps.wiki_templates import printed
from audit.read.reader import Opened, Reader, Records, document_in
from audit.read.record import Record
from audit.read.refusal import refused
from audit.read.stated import stated

# Elements that are no running text: notes, tables, formulas, galleries.
_NO_TEXT: Final = frozenset(
    "ref references table gallery math chem score timeline imagemap templatestyles syntaxhighlight source code pre "  # noqa: SIM905
    "graph mapframe maplink hiero categorytree inputbox section indicator noinclude includeonly".split()
)
# Lower case namespaces of links that are no text: images and categories.
_BESIDE: Final = frozenset(
    "file image media category datei bild kategorie fichier catégorie archivo imagen categoría arquivo ficheiro "  # noqa: SIM905
    "categoria immagine bestand categorie plik kategoria файл изображение категория ملف تصنيف ファイル 画像 "
    "カテゴリ 파일 분류 文件 檔案 档案 图像 圖像 分类 分類 kategori luokka kategória kategorija kategorio "
    "kategooria kateqoriya turkum flokkur categori категорія категорија катэгорыя санат "
    "κατηγορία קטגוריה رده زمرہ श्रेणी বিষয়শ্রেণী பகுப்பு "
    "หมวดหมู่ კატეგორია կատեգորիա fil tiedosto kuva dosya resim berkas fájl kép soubor súbor fișier imagine "
    "датотека слика datoteka slika αρχείο εικόνα קובץ پرونده تصویر चित्र চিত্র படிமம் "
    "ไฟล์ ფაილი պատկեր сурет зображення fitxer fitxategi "
    "dosiero fail pilt attēls vaizdas şəkil lêer mynd".split()
) | {"thể loại", "tập tin", "hình"}
_LIST: Final = frozenset({"li", "dd", "dt"})
_DEEPEST: Final = 64
# Markup of which notes and programs have some as well, and how many kinds only wikitext has together.
_SIGNS: Final = (
    re.compile(rb"\[\[[^\[\]\n]{1,200}\]\]"),
    re.compile(rb"(?<!')'''(?!')[^'\n]{1,200}'''"),
    re.compile(rb"^={2,5} ?[^=\n]{1,200}={2,5}\s*$", re.MULTILINE),
    re.compile(rb"^\{\{[^{}\n]{2,200}|\{\{[^{}\n%]{2,200}\}\}", re.MULTILINE),
    re.compile(rb"<ref(?: [^<>\n]{0,100})?/?>", re.IGNORECASE),
    re.compile(rb"^\{\| ?(?:class|style|border)", re.MULTILINE),
)
_ENOUGH: Final = 3
# The name of the page at the beginning of its text, in bold.
_NAMED: Final = re.compile(r"^'''(?P<name>[^'\n]{2,100})'''", re.MULTILINE)


def plain_text(wikitext: str) -> str:
    """Return headings, paragraphs and lists of a page, without tables, notes, link markup, and most templates.

    Templates that print words of a sentence (a quantity, a foreign word) are printed.

    Raises RefusedInputError: wiki-extra-missing, broken-record if the parser fails.
    """
    try:
        import mwparserfromhell
    except ImportError as error:
        raise refused("wiki-extra-missing", "wikitext is read by mwparserfromhell, which is not installed") from error
    try:
        made = "".join(_shown(mwparserfromhell.parse(wikitext, skip_style_tags=False).nodes, 0))
    except (mwparserfromhell.parser.ParserError, RecursionError, ValueError) as error:
        raise refused("broken-record", f"mwparserfromhell fails on the page ({type(error).__name__})") from error
    lines = (line.strip() for line in made.split("\n"))
    return "\n".join(line for line in lines if line.strip("*#:;-_ ()[]|"))


def _shown(nodes: list[Any], depth: int) -> Iterator[str]:
    # Node by node, since strip_code, which removes nodes, is quadratic.
    for node in nodes if depth < _DEEPEST else ():
        shown = _KINDS.get(type(node).__name__)
        if shown is not None:
            yield from shown(node, depth + 1)


def _text(node: Any, _depth: int) -> Iterator[str]:  # noqa: ANN401 the library has no types
    yield str(node.value)


def _heading(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    yield from _shown(node.title.nodes, depth)


def _entity(node: Any, _depth: int) -> Iterator[str]:  # noqa: ANN401
    try:
        yield str(node.normalize())
    except (ValueError, KeyError, OverflowError):
        yield str(node)


def _link(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    space, colon, _ = str(node.title).partition(":")
    if colon and space.strip().lower() in _BESIDE:
        return
    yield from _shown((node.text if node.text is not None else node.title).nodes, depth)


def _address(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    if node.title is not None:
        yield from _shown(node.title.nodes, depth)


def _template(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    unnamed = (argument.value.nodes for argument in node.params if not argument.showkey)
    yield printed(str(node.name), ["".join(_shown(nodes, depth)) for nodes in unnamed])


def _tag(node: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    name = str(node.tag).strip().lower()
    if name == "br":
        yield "\n"
    elif name not in _NO_TEXT and node.contents is not None and not (name in _LIST and node.self_closing):
        yield from _shown(node.contents.nodes, depth)


_KINDS: Final[dict[str, Callable[[Any, int], Iterator[str]]]] = {
    "Text": _text,
    "Heading": _heading,
    "HTMLEntity": _entity,
    "Wikilink": _link,
    "ExternalLink": _address,
    "Tag": _tag,
    "Template": _template,
}


def _read(file: Opened) -> Records:
    raw = file.whole()
    yield document_in(raw, "extracted", lambda decoded: _document(raw, decoded))


def _document(raw: bytes, decoded: Decoded) -> Record:
    named = _NAMED.search(decoded.text)
    said = stated({"title": named["name"]} if named else {})
    remark = "its wikitext was converted to plain text, without tables, notes and most templates"
    text = plain_text(decoded.text)
    return Record(raw=raw, text=text, source="extracted", encoding=decoded.encoding, stated=said, remark=remark)


def _begins(head: bytes) -> bool:
    # One byte is looked for much faster than two.
    return b"[" in head and b"[[" in head and sum(sign.search(head) is not None for sign in _SIGNS) >= _ENOUGH


WIKI_PAGE: Final = Reader("wikitext", _read, begins=_begins, many=False, is_scanned=False)
