"""Texts that a record keeps as a tree of nodes, as editors save them, read as the lines that they show (JSON).

Slate, ProseMirror, Lexical, Portable Text, Contentful, unist, blocks of Notion, documents of Google Docs, Draft.js.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from audit.read.parts.block_editors import lines_of_blocks
from audit.text.fold import letters

Node = Mapping[str, object]
_KINDS: Final = ("type", "nodeType", "_type")
_TREES: Final = frozenset(("doc", "document", "root"))
_TREE_OF: Final = ("children", "content")
# Lists of what is below a node, in their order; Google Docs and Notion name them by what they hold.
_BELOW: Final = (*_TREE_OF, "rich_text", "elements", "tableRows", "tableCells", "cells", "caption")
_PARAGRAPH, _RUN_OF_DOCS = "paragraph", "textRun"
_WRAPPED: Final = (_PARAGRAPH, "table", "root")
_LEAF: Final = ("plain_text", "text", "value", "content")
_RUN, _BLOCK = "plain_text", "block"
_INSERT: Final = "insert"
_PROPERTY, _TITLE = frozenset(("id", "type")), "title"
_BREAKS: Final = frozenset(("hardbreak", "linebreak", "br", "break"))
_ITEMS: Final = frozenset(("listitem", "bulletedlistitem", "numberedlistitem", "todo", "li"))
_ROW, _BETWEEN = "row", " | "
# A node of a dialogue says who speaks.
_SPEAKERS: Final = frozenset(("role", "author", "from", "sender"))
_PLACES: Final = frozenset(("startIndex", "endIndex"))
_ENCODED: Final = (
    '{"root":',
    '{"blocks":',
    '{"time":',
    '{"type":"doc"',
    '{"type": "doc"',
    '{"nodeType":',
    '[{"type":',
    '[{"_type":',
)
# Depth of trees, and depth within a record at which they are looked for.
_DEEPEST, _WITHIN = 60, 5
_TEXT: Final = "text"


def with_rich_text(record: Node) -> Node:
    r"""Return a record with the lines of its trees in place of them; any other record unchanged.

    A record that is a tree has a text and nothing else.

    >>> line = {"type": "paragraph", "children": [{"text": "The ferry "}, {"text": "left.", "bold": True}]}
    >>> with_rich_text({"title": "Dawn", "body": [line, line]})
    {'title': 'Dawn', 'body': 'The ferry left.\nThe ferry left.'}
    """
    whole = shown(record)
    if whole is not None:
        return {_TEXT: whole}
    found = {name: _replaced(value, 1) for name, value in record.items()}
    return record if all(found[name] is value for name, value in record.items()) else found


def _replaced(value: object, depth: int) -> object:
    """Return a value with the lines of the trees in it; the same object if there are none."""
    if isinstance(value, str):
        return _decoded(value)
    if depth > _WITHIN or not value or not (isinstance(value, Mapping) or _are_objects(value)):
        return value
    if (lines := shown(value)) is not None:
        return lines
    if isinstance(value, Mapping):
        inner = {name: _replaced(_of_type(one), depth + 1) for name, one in value.items()}
        if all(inner[name] is one for name, one in value.items()):
            return value
        return {_named(name, value[name]): one for name, one in inner.items()}
    listed = value if isinstance(value, list) else []
    each = [_replaced(one, depth + 1) for one in listed]
    return value if all(new is old for new, old in zip(each, listed, strict=True)) else each


def _of_type(value: object) -> object:
    """Return the text of a property as databases of Notion have it, with its id and under the name of its type."""
    if not isinstance(value, Mapping) or len(value) != len(_PROPERTY) + 1 or not value.keys() >= _PROPERTY:
        return value
    own = value.get(_kind(value))
    return own if _are_objects(own) and shown(own) is not None else value


def _named(name: str, value: object) -> str:
    """Return what a property is called: the one whose type is `title` has any name."""
    return _TITLE if _of_type(value) is not value and isinstance(value, Mapping) and _kind(value) == _TITLE else name


def _decoded(text: str) -> str:
    """Return the lines of a tree that is spelled as JSON within a text; any other text as it is."""
    if not text.startswith(_ENCODED):
        return text
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    lines = shown(found) if isinstance(found, Mapping) or _are_objects(found) else None
    return text if lines is None else lines


def shown(value: object) -> str | None:
    """Return the lines that a tree shows; None if a value is no tree, or shows nothing."""
    if isinstance(value, Mapping) and (runs := _inserted(value) or "\n".join(lines_of_blocks(value))):
        return runs
    nodes = _nodes(value)
    if nodes is None or not _is_flat_enough(nodes):
        return None
    lines = [line for line in _lines(nodes) if line.strip()]
    return "\n".join(lines) or None


def _inserted(value: Node) -> str:
    """Return the text that a delta of Quill inserts; pictures and other embedded objects have none."""
    steps = value.get("ops")
    if not isinstance(steps, list) or not all(isinstance(step, Mapping) and _INSERT in step for step in steps):
        return ""
    return "".join(text for step in steps if isinstance(text := step[_INSERT], str)).strip("\n")


def _nodes(value: object) -> Sequence[Node] | None:
    if isinstance(value, Mapping):
        root = value.get("root", value)
        below = _listed(root, _TREE_OF) if isinstance(root, Mapping) else ()
        is_tree = isinstance(root, Mapping) and _kind(root) in _TREES
        return below if below and (is_tree or _are_placed(below)) else None
    nodes = value if isinstance(value, list) and _are_objects(value) else []
    if not nodes:
        return None
    if all(isinstance(one.get(_RUN), str) for one in nodes):
        return nodes
    if all(one.get("object") == _BLOCK and isinstance(one.get(_kind(one)), Mapping) for one in nodes):
        return nodes
    return nodes if all(map(_is_block, nodes)) and any(map(_has_leaves, nodes)) else None


def _are_placed(nodes: Sequence[Node]) -> bool:
    """Whether nodes are those of Google Docs, each at its place among all characters."""
    return all(not _PLACES.isdisjoint(one) for one in nodes) and any(_PARAGRAPH in one for one in nodes)


def _is_block(node: Node) -> bool:
    """Whether a node has a kind, and a list or nothing below it, but no text of its own, as a comment has."""
    return bool(_kind(node)) and _SPEAKERS.isdisjoint(node) and not any(isinstance(node.get(key), str) for key in _LEAF)


def _has_leaves(node: Node) -> bool:
    below = _listed(node, _TREE_OF)
    return any(_own_text(one) for one in below) and not any(_listed(one, _TREE_OF) for one in below if _own_text(one))


def _kind(node: Node) -> str:
    return next((kind for key in _KINDS if isinstance(kind := node.get(key), str)), "")


def _listed(node: Node, names: Sequence[str]) -> Sequence[Node]:
    found = (node[name] for name in names if name in node)
    return next((one for one in found if isinstance(one, list) and _are_objects(one)), ())


def _are_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _below(node: Node) -> list[Node]:
    """Return the nodes directly below one, also of the object that its kind names."""
    held = [inner for key in dict.fromkeys((_kind(node), *_WRAPPED)) if isinstance(inner := node.get(key), Mapping)]
    lists = (one for key in _BELOW if isinstance(one := node.get(key), list))
    listed = [{"children": one} if isinstance(one, list) else one for each in lists for one in each]
    return [one for one in (*held, *listed) if isinstance(one, Mapping)]


def _own_text(node: Node) -> str:
    if letters(_kind(node)) in _BREAKS:
        return "\n"
    run = node.get(_RUN_OF_DOCS)
    leaf = run if isinstance(run, Mapping) else node
    return next((said for key in _LEAF if isinstance(said := leaf.get(key), str)), "")


def _is_flat_enough(nodes: Sequence[Node]) -> bool:
    level = list(nodes)
    for _ in range(_DEEPEST):
        level = [inner for node in level for inner in _below(node)]
        if not level:
            return True
    return False


def _lines(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield the lines of siblings: one if a text is among them, else those of each."""
    if any(map(_own_text, nodes)):
        yield "".join(map(_run, nodes)).removesuffix("\n")
        return
    for node in nodes:
        lines = list(_lines(_below(node)))
        kind = letters(_kind(node))
        if kind.endswith(_ROW) or "tableCells" in node:
            lines = [_BETWEEN.join(" ".join(_lines([cell])) for cell in _cells(node))]
        elif (kind in _ITEMS or _is_bullet(node)) and lines:
            lines[0] = f"- {lines[0]}"
        yield from lines


def _is_bullet(node: Node) -> bool:
    paragraph = node.get(_PARAGRAPH)
    return isinstance(paragraph, Mapping) and "bullet" in paragraph


def _cells(node: Node) -> list[Node]:
    below = _below(node)
    return _below(below[0]) if len(below) == 1 and "cells" in below[0] else below


def _run(node: Node) -> str:
    return _own_text(node) or "".join(map(_run, _below(node)))
