"""The review as a single HTML page: every sampled document with all decisions about it.

It has no scripts, links or external resources, for corpora that must not leave the building.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from audit.review.draw import Drawn
from audit.review.sheet import shown

# Code points and blocks shown per document; the tables hold all.
_BLOCK_CHARS: Final = 4_000
_MOST_BLOCKS: Final = 200
_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "article{border-top:2px solid #888;padding:1rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}"
    "dt{color:#666}dd{margin:0}p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0}"
    "p.aside{color:#888;border-left:3px solid #ccc;padding-left:.6rem}small{color:#666}"
)
# Content security policy: nothing is loaded or executed, whatever an unescaped text might contain.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_FACTS: Final = ("id", "state", "language", "source", "band", "stratum")
_FIELDS: Final = ("title", "source", "date", "author")


def page(drawn: Drawn, texts: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of the page; `texts` holds, by id, a document's fields, `blocks` and `findings`."""
    many = f"{len(drawn.rows):,} of {drawn.documents:,} documents"
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>Review of {many}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>Review of {many}</h1>"
    yield (
        "<p>For each document: is its state right, are the stated title, source and date right, and is the text the "
        "whole article and nothing else? Text that was left out is grey. Write <b>ok</b> or <b>wrong</b> in the "
        "column verdict of sheet.csv, in the row with the same number.</p>"
    )
    for number, row in enumerate(drawn.rows.iter_rows(named=True), 1):
        yield from _document(number, row, texts.get(row["id"], {}))
    yield "</body></html>"


def _document(number: int, row: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    yield f'<article id="d{number}"><h2>{number}. {_safe(document.get("title") or row["id"])}</h2><dl>'
    for name in _FACTS:
        yield f"<dt>{name}</dt><dd>{_safe(row[name])}</dd>"
    for name in _FIELDS:
        stated = document.get(name)
        yield f"<dt>stated {name}</dt><dd>{'<small>none</small>' if stated is None else _safe(stated)}</dd>"
    yield "</dl>"
    yield from _blocks(document.get("blocks", ()))
    for finding in document.get("findings", ()):
        yield f"<p><small>{_safe(finding['code'])} {_safe(finding['message'])}</small></p>"
    yield "</article>"


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks[:_MOST_BLOCKS]:
        aside = ' class="aside"' if block["boilerplate"] else ""
        reason = f"<small>{_safe(block['kind'])}: {_safe(block['reason'])}</small> " if aside else ""
        yield f"<p{aside}>{reason}{_safe(block['text'])}</p>"
    if len(blocks) > _MOST_BLOCKS:
        yield f"<p><small>and {len(blocks) - _MOST_BLOCKS:,} more blocks</small></p>"


def _safe(value: object) -> str:
    return escape(shown(str(value), _BLOCK_CHARS))
