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
