"""Articles in XML written as HTML: sections, lists, tables and code by the names that their vocabularies have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final

from audit.read.xml.tree import XmlNode, bare
from audit.read.xml.vocabularies import (
    ALTERNATIVES,
    LABEL,
    LABELLED,
    LABELLED_BY,
    NUMBERED,
    PREFERRED,
    REFERENCES,
    TAGS,
    UNSEEN,
    WITHIN,
)

_BREAK: Final = "lb"
_PARAGRAPH: Final = re.compile(r"</?p>")
# What a formula in LaTeX is, of the document that it is kept as.
_PRINTED: Final = re.compile(r"\\begin\{document\}(.*)\\end\{document\}", re.DOTALL)


@dataclass(slots=True)
class ArticlePage:
    """What is written as HTML: notes, which follow the text, and the number of references that are left out."""

    note: str
    notes: list[str] = field(default_factory=list)
    references: int = 0

    def markup(self, node: XmlNode, above: str = "", *, is_among_words: bool = False) -> str:
        """Return an element as HTML; `above` is what the element around it is there."""
        name = bare(node.name)
        if name in UNSEEN:
            return ""
        if name in REFERENCES:
            self.references += sum(1 for _ in node.named(REFERENCES[name]))
            return ""
        if name in ALTERNATIVES:
            return self.markup(_preferred(node), above, is_among_words=is_among_words)
        if name == _BREAK:
            return "" if node.attributes.get("break") == "no" else " "
        if name == self.note and is_among_words:
            self.notes.append(f"<p>{_PARAGRAPH.sub(' ', self._inside(node, ''))}</p>")
            return ""
        tag = _tag(node, above)
        label = node.attributes.get(LABELLED_BY.get(name, ""), "")
        inside = (f"{escape(label, quote=False)}: " if label else "") + self._inside(node, tag or above)
        return f"<{tag}>{inside}</{tag}>" if tag else inside

    def _inside(self, node: XmlNode, above: str) -> str:
        has_words = any(isinstance(part, str) and part.strip() for part in node.parts)
        parts = (
            escape(_said(node, part), quote=False)
            if isinstance(part, str)
            else self.markup(part, above, is_among_words=has_words)
            for part in _with_labels(node.parts)
        )
        return "".join(parts)


def _tag(node: XmlNode, above: str) -> str:
    """Return what an element is in HTML, "" if only what it holds is anything."""
    tag = TAGS.get(bare(node.name), "")
    if above not in WITHIN.get(tag, (above,)):
        return "div"
    is_numbered = not NUMBERED.isdisjoint(node.attributes.items()) and next(node.named(LABEL), None) is None
    return "ol" if tag == "ul" and is_numbered else tag


def _with_labels(parts: list[str | XmlNode]) -> Iterator[str | XmlNode]:
    """Yield what is in an element, with its label in the title or paragraph that follows it."""
    label = ""
    for part in parts:
        name = "" if isinstance(part, str) else bare(part.name)
        if isinstance(part, str) or name not in {LABEL, *LABELLED} or (label and name == LABEL):
            yield part
        elif name == LABEL:
            label = part.text().strip()
            if not any(isinstance(each, XmlNode) and bare(each.name) in LABELLED for each in parts):
                yield part
                label = ""
        else:
            yield XmlNode(part.name, part.attributes, [f"{label} ", *part.parts]) if label else part
            label = ""


def _said(node: XmlNode, text: str) -> str:
    """Return words of an element; of a formula in LaTeX what is within its document."""
    printed = _PRINTED.search(text) if bare(node.name) == "tex-math" else None
    return printed[1].strip() if printed else text


def _preferred(node: XmlNode) -> XmlNode:
    children = node.children()
    named = (child for name in PREFERRED for child in children if bare(child.name) == name)
    return next(named, children[0] if children else XmlNode("span"))
