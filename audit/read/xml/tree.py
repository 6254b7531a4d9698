"""An XML element with its content."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

# Elements of HTML that have no content; others without any show nothing.
PARAGRAPH: Final = "p"
_VOID: Final = frozenset({"br", "hr", "img", "wbr"})


def bare(name: str) -> str:
    """Return the name of an element without its prefix."""
    return name.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class XmlNode:
    """An element: its name as written, its attributes, and its texts and elements in order."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    parts: list[str | XmlNode] = field(default_factory=list)

    def children(self) -> list[XmlNode]:
        """Return the elements directly in it."""
        return [part for part in self.parts if isinstance(part, XmlNode)]

    def text(self, but: Collection[str] = ()) -> str:
        """Return all text in it, but that of elements with some names."""
        within = (part if isinstance(part, str) else "" if part.name in but else part.text(but) for part in self.parts)
        return "".join(within)

    def named(self, name: str) -> Iterator[XmlNode]:
        """Yield the outermost elements of a name in it, whatever their prefix, in order."""
        for child in self.children():
            if bare(child.name) == name:
                yield child
            else:
                yield from child.named(name)

    def markup(self) -> str:
        """Return its content as HTML, without prefixes and attributes."""
        return "".join(escape(part, quote=False) if isinstance(part, str) else part.tagged() for part in self.parts)

    def tagged(self) -> str:
        """Return it as an element of HTML."""
        name = bare(self.name)
        if name in _VOID:
            return f"<{name}>"
        return f"<{name}>{self.markup()}</{name}>" if self.parts else ""


def as_value(node: XmlNode) -> object:
    """Return an element as a value of a record: its text, or attributes and elements by name, repeated ones as lists.

    Elements among words, and paragraphs, are text.

    >>> as_value(XmlNode("by", {}, [XmlNode("name", {}, ["A. Roe"]), XmlNode("name", {}, ["B. Doe"])]))
    {'name': ['A. Roe', 'B. Doe']}
    """
    children = node.children()
    if not children:
        return node.text() or dict(node.attributes) or ""
    if any(isinstance(part, str) and part.strip() for part in node.parts):
        return node.text()
    if all(child.name == PARAGRAPH for child in children):
        return "\n".join(child.text() for child in children)
    found: dict[str, object] = dict(node.attributes)
    repeated: dict[str, list[object]] = {}
    for child in children:
        repeated.setdefault(child.name, []).append(as_value(child))
    return found | {name: values if len(values) > 1 else values[0] for name, values in repeated.items()}
