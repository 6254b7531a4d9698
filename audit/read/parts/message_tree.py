"""Dialogues as chats are exported: a tree of messages by id, of which the last branch is read, or a list by sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

Nodes = Mapping[str, Mapping[str, object]]
_UP, _DOWN, _SAID, _LAST = "parent", "children", "message", "current_node"
_LIST, _SAID_BY = "messages", frozenset(("role", "content"))
_ROLES: Final = ("role", "name")
# What is sent by one of these is said to a model; a mail has an address or a name there.
_SENDER, _SENDERS = "sender", frozenset({"human", "user", "assistant", "system"})


def with_messages(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the messages of its tree, or by their senders, as a list; any other record unchanged.

    >>> said = {"author": {"role": "user"}, "content": {"parts": ["Is the ferry back?"]}}
    >>> nodes = {"a": {"message": None, "parent": None, "children": ["b"]}, "b": {"message": said, "parent": "a"}}
    >>> with_messages({"mapping": nodes | {"b": nodes["b"] | {"children": []}}, "current_node": "b"})
    {'messages': [{'role': 'user', 'content': 'Is the ferry back?'}]}
    """
    name = next((key for key, value in record.items() if _is_tree(value)), None)
    nodes = record.get(name) if name is not None else None
    if name is None or not isinstance(nodes, Mapping):
        return _with_sent(record)
    chosen = list(_branch(nodes, record.get(_LAST)))
    told = [message for id in chosen for message in _message(nodes[id])]
    others = sum(1 for id, node in nodes.items() if id not in chosen for _ in _message(node))
    # What is in none of the columns that are read is named in the ledger.
    beside = {f"other branches ({others:,})": others} if others else {}
    rest = {key: value for key, value in record.items() if key not in {name, _LAST}}
    return rest | {"messages": told} | beside


def _with_sent(record: Mapping[str, object]) -> Mapping[str, object]:
    name = next((key for key, value in record.items() if _are_sent(value)), None)
    sent = record.get(name) if name is not None else None
    if not isinstance(sent, list):
        return _with_lifted(record)
    told = [{"role": one[_SENDER], "content": text} for one in sent if (text := _sent_text(one)).strip()]
    others = sum(1 for one in sent for part in _parts_of(one) if not isinstance(part.get("text"), str))
    beside = {f"other parts ({others:,})": others} if others else {}
    files = [one[key] for one in sent for key in ("attachments", "files") if one.get(key)]
    attached = {"attachments": files} if files else {}
    return {key: value for key, value in record.items() if key != name} | {"messages": told} | beside | attached


def _with_lifted(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the messages that one of its objects holds, as a request to a model has them in its body."""
    holding = [(name, one) for name, one in record.items() if isinstance(one, Mapping) and _are_said(one.get(_LIST))]
    if _LIST in record or len(holding) != 1:
        return record
    ((held, request),) = holding
    rest = {key: value for key, value in request.items() if key != _LIST}
    others = {key: value for key, value in record.items() if key != held}
    return others | {_LIST: request[_LIST]} | ({"request": rest} if rest else {})


def _are_said(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, Mapping) and one.keys() >= _SAID_BY for one in value)
    )


def _are_sent(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(
            isinstance(one, Mapping)
            and isinstance(one.get(_SENDER), str)
            and one[_SENDER] in _SENDERS
            and (isinstance(one.get("text"), str) or bool(_parts_of(one)))
            for one in value
        )
    )


def _sent_text(message: Mapping[str, object]) -> str:
    """Return the texts among the parts of a message, which its own text leaves out or repeats; its own if none has."""
    texts = [text for part in _parts_of(message) if isinstance(text := part.get("text"), str)]
    return "\n".join(texts) or str(message.get("text") or "")


def _parts_of(message: Mapping[str, object]) -> list[Mapping[str, object]]:
    parts = message.get("content")
    return [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []


def _is_tree(value: object) -> bool:
    if not isinstance(value, Mapping) or not value:
        return False
    nodes = value.values()
    are_linked = all(isinstance(node, Mapping) and _UP in node and isinstance(node.get(_DOWN), list) for node in nodes)
    return are_linked and any(isinstance(node.get(_SAID), Mapping) for node in nodes)


def _branch(nodes: Nodes, last: object) -> list[str]:
    """Return the ids from the root to the last message, or to the newest leaf where no last one is named."""
    at: object = last if isinstance(last, str) and last in nodes else next(reversed(list(nodes)))
    found: list[str] = []
    while isinstance(at, str) and at in nodes and at not in found:
        found.append(at)
        at = nodes[at].get(_UP)
    return found[::-1]


def _message(node: Mapping[str, object]) -> Iterator[dict[str, str]]:
    """Yield what a node says, if it does: a role, and a text or the texts among its parts."""
    said = node.get(_SAID)
    if not isinstance(said, Mapping):
        return
    author, content = said.get("author"), said.get("content")
    parts = content.get("parts") if isinstance(content, Mapping) else [content]
    text = "\n".join(part for part in parts if isinstance(part, str)) if isinstance(parts, list) else ""
    role = next((str(author[name]) for name in _ROLES if author.get(name)), "") if isinstance(author, Mapping) else ""
    if text.strip():
        yield {"role": role or "user", "content": text}
