# ruff: noqa: E501 lines stand as they are printed
"""Small documents as programs make them: PDF, Word, EPUB."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

# x, y from the lower left, size of the letters, the line.
Set = tuple[float, float, float, str]


def pdf(pages: Sequence[Sequence[Set]], facts: Mapping[str, str] | None = None, more: bytes = b"") -> bytes:
    """Return a PDF in Helvetica, 612 points wide and 792 high; `more` goes into its trailer."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        drawn = zlib.compress(b"".join(_drawn(*line) for line in lines))
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * number} 0 R"
            ">>".encode(),
            f"<</Length {len(drawn)}/Filter/FlateDecode>>stream\n".encode() + drawn + b"\nendstream",
        ]
    said = "".join(f"/{name}({value})" for name, value in (facts or {}).items())
    objects.append(f"<<{said}>>".encode("cp1252"))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R/Info {len(objects)} 0 R".encode() + more
    return bytes(out + f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table + end) + (
        f">>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


def _drawn(x: float, y: float, size: float, line: str) -> bytes:
    shown = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /F1 {size} Tf {x} {y} Td (".encode() + shown + b") Tj ET\n"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP package of these parts, in order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            # The type of a book stands at its beginning as it is.
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), content, how)
    return held.getvalue()


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org"
# The least that a document of Word is made of.
WORD_PARTS: Mapping[str, bytes] = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_RELATED}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATED}/package/2006/relationships"><Relationship Id="r1" Type="{_RELATED}/office'
        'Document/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ).encode(),
    "word/document.xml": (
        f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>The ferry was late.</w:t></w:r></w:p><w:p><w:r><w:t>Nobody'
        " minded.</w:t></w:r></w:p></w:body></w:document>"
    ).encode(),
}
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Ferry</dc:title><dc:creator>Ada Finch</dc:creator>
<dc:creator>Ben Roe</dc:creator><dc:publisher>Bay Press</dc:publisher><dc:date>2019-04-01</dc:date></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="cover.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/></spine></package>"""
BOOK_PARTS: Mapping[str, bytes] = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": (
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/>'
        b"</rootfiles></container>"
    ),
    "OPS/book.opf": OPF.encode(),
    "OPS/nav.xhtml": b"<html><body><nav><ol><li><a href='text/one'>One</a></li></ol></nav></body></html>",
    "OPS/text/two.xhtml": '<?xml version="1.0" encoding="utf-8"?><html><body><h2>II</h2><p>渡船停了。</p></body></html>'.encode(),
    "OPS/text/one .xhtml": b"<html><head><title>x</title></head><body><h2>I</h2><p>The ferry was\n late.</p></body></html>",
}
