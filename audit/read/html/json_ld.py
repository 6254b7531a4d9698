"""JSON-LD metadata of a page (schema.org): its article and publisher."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from audit.text.fold import letters

if TYPE_CHECKING:
    from audit.read.html.tree import Element

Node: TypeAlias = Mapping[str, Any]

_TYPE: Final = "application/ld+json"
# Types of schema.org for articles, and for pages that contain one.
_ARTICLES: Final = frozenset(
    {"blogposting", "report", "discussionforumposting", "socialmediaposting", "howto", "recipe", "review", "chapter"}
)
_ARTICLE: Final = "article"
_PAGES: Final = frozenset({"webpage", "itempage", "aboutpage", "faqpage", "qapage", "medicalwebpage"})
# Limits on characters, scripts and nodes; longer scripts are program data.
_LONGEST: Final = 1 << 22
_MOST_SCRIPTS: Final = 64
_MOST_NODES: Final = 2_000


def nodes_of(root: Element) -> list[Node]:
    """Return the objects in the scripts of a page, in order, with lists and graphs flattened.

    Invalid scripts are skipped.
    """
    found: list[Node] = []
    for script in _scripts(root):
        try:
            found += _listed(json.loads(script))
        except (ValueError, RecursionError):
            continue
    return found[:_MOST_NODES]


def _scripts(root: Element) -> Iterator[str]:
    count = 0
    for script in root.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() == _TYPE and count < _MOST_SCRIPTS:
            count += 1
            text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
            text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
            if len(text) <= _LONGEST:
                yield text


def _listed(found: object) -> list[Node]:
    if isinstance(found, list):
        return [node for one in found[:_MOST_NODES] for node in _listed(one)]
    if not isinstance(found, Mapping):
        return []
    graph = found.get("@graph")
    return [found, *(_listed(graph) if isinstance(graph, (list, Mapping)) else ())]


def article_in(nodes: Sequence[Node], titles: Sequence[str]) -> Node | None:
    """Return the node of the page's article: the only one, or the one whose headline is in `titles`.

    Without an article, the node of the page itself.
    """
    articles = [node for node in nodes if _is_article(node)]
    known = {letters(title) for title in titles} - {""}
    named = [node for node in articles if letters(text_in(node, "headline", "name")) in known]
    if named or len(articles) == 1:
        return (named or articles)[0]
    pages = [node for node in nodes if _PAGES & types_of(node)]
    return pages[0] if pages and not articles else None


def types_of(node: Node) -> set[str]:
    """Return the types of a node in lower case without the vocabulary URL."""
    said = node.get("@type")
    return {str(one).rpartition("/")[2].lower() for one in (said if isinstance(said, list) else [said]) if one}


def _is_article(node: Node) -> bool:
    return any(one.endswith(_ARTICLE) or one in _ARTICLES for one in types_of(node))


def text_in(node: Node, *names: str) -> str:
    """Return the first string value of a key; '' if there is none."""
    return next((unescape(value).strip() for name in names if isinstance(value := node.get(name), str) and value), "")


def names_in(node: Node, key: str, nodes: Sequence[Node]) -> list[str]:
    """Return the names of persons and organisations at a key, given as strings, objects, references, or lists."""
    value = node.get(key)
    told = value if isinstance(value, list) else [value]
    found = [_name(one, nodes) for one in told[:_MOST_NODES]]
    return list(dict.fromkeys(filter(None, found)))


def _name(value: object, nodes: Sequence[Node]) -> str:
    if isinstance(value, str):
        return unescape(value).strip()
    if not isinstance(value, Mapping):
        return ""
    meant: Node = value
    if "name" not in value and "@id" in value:
        meant = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), value)
    name = meant.get("name")
    return text_in({"name": name[0] if isinstance(name, list) and name else name}, "name")
