"""Examples of documents that differ, excerpted and limited in number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import polars as pl

from audit.differences.block_changes import texts_of
from audit.differences.keys import BODY, ID, ORIGIN, ROW
from audit.differences.matched import EDITS, Matched, flag
from audit.differences.records import NEW
from audit.differences.snapshot import Snapshot, StoredTable
from audit.differences.wording import Fragment, Wording, wording

# Ids shown per kind, and documents shown with their edits per kind of edit.
MOST: Final = 20
_MOST_SHOWN: Final = 5
_MOST_PLACES: Final = 3
_LONGEST_PIECE: Final = 300
_LONGEST_VALUE: Final = 120
_LONGEST_NAME: Final = 60
_SAID: Final = ("state", "detail")
_OF_LEDGER: Final = (ID, *_SAID)
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """The old and new value of one column of a document; both None if they are not to be shown."""

    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class EditExample:
    """An edited document: the columns edited, and the new wording of its body (or blocks, if only these changed)."""

    id: str
    edit: str
    columns: tuple[ValueChange, ...]
    wording: Wording | None


@dataclass(frozen=True, slots=True)
class Examples:
    """The first documents of each kind, in the order of their side; `renamed` are pairs of ids.

    `why_removed` says of removed documents, by id, what became of their inputs; empty if that is not known.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    why_removed: Mapping[str, str]
    renamed: tuple[tuple[str, str], ...]
    edited: tuple[EditExample, ...]


def examples(matched: Matched, old: Snapshot, new: Snapshot, compared: Sequence[str], *, texts: bool) -> Examples:
    """Return the examples; without `texts` they quote nothing from documents."""
    edited = pl.concat([matched.edited.filter(pl.col("edit") == edit).head(_MOST_SHOWN) for edit in EDITS])
    shown = _shown(edited, old, new, compared) if texts else _named(edited, compared)
    removed = _called(matched.removed.head(MOST), old, new, old)
    return Examples(
        _called(matched.added.head(MOST), old, new, new),
        removed,
        _why_removed(removed, new.ledger) if texts and old.documents.has(ID) and new.documents.has(ID) else {},
        tuple(matched.renamed.select(ID, f"{ID}{NEW}").head(MOST).iter_rows()),
        shown,
    )


def _why_removed(ids: Sequence[str], ledger: StoredTable | None) -> dict[str, str]:
    """Return by id why an input is set aside on the new side, or that there is no such input."""
    if ledger is None or not ids or not ledger.has(*_OF_LEDGER):
        return {}
    inputs = (id for _, batch in ledger.batches((ID,)) for id in batch[ID].to_pylist())
    rows = ledger.rows([number for number, id in enumerate(inputs) if id in ids], _OF_LEDGER)
    told = {row[ID]: _cut(": ".join(str(row[name]) for name in _SAID if row[name]), _LONGEST_VALUE) for row in rows}
    return {id: told.get(id, "no input has this id") for id in ids}


def _called(some: pl.DataFrame, old: Snapshot, new: Snapshot, side: Snapshot) -> tuple[str, ...]:
    """Return the ids of documents, or the beginnings of their bodies if a side has no ids."""
    if old.documents.has(ID) and new.documents.has(ID):
        return tuple(some[ID])
    bodies = side.documents.rows(some[ROW].to_list(), (BODY,))
    return tuple(_cut(" ".join(str(row[BODY] or "").split()), _LONGEST_NAME) for row in bodies)


def _named(edited: pl.DataFrame, compared: Sequence[str]) -> tuple[EditExample, ...]:
    return tuple(
        EditExample(
            row[ID], row["edit"], tuple(ValueChange(name, None, None) for name in _changed(row, compared)), None
        )
        for row in edited.iter_rows(named=True)
    )


def _changed(row: Mapping[str, Any], compared: Sequence[str]) -> list[str]:
    """Return the edited columns; the digest of bytes only counts if nothing else changed."""
    changed = [name for name in compared if row[flag(name)] and name not in ORIGIN]
    return changed or ([name for name in compared if row[flag(name)]] if row["edit"] == "bytes" else [])


def _shown(edited: pl.DataFrame, old: Snapshot, new: Snapshot, compared: Sequence[str]) -> tuple[EditExample, ...]:
    rows = edited.to_dicts()
    columns = (BODY, *compared)
    before = old.documents.rows([row[ROW] for row in rows], columns)
    after = new.documents.rows([row[f"{ROW}{NEW}"] for row in rows], columns)
    made = [_example(row, a, b, compared) for row, a, b in zip(rows, before, after, strict=True)]
    furniture = [row for row in rows if row["edit"] == "boilerplate"]
    sides = [_blocks(side, [row[id] for row in furniture]) for side, id in ((old, ID), (new, f"{ID}{NEW}"))]
    texts = zip(furniture, *sides, strict=True)
    reads = {row[ID]: _short(wording(before, after, _MOST_PLACES)) for row, before, after in texts}
    return tuple(replace(each, wording=reads.get(each.id, each.wording)) for each in made)


def _blocks(side: Snapshot, ids: Sequence[str]) -> list[str]:
    """Return the blocks of a few documents as texts, empty where they are not known."""
    found = texts_of(side.blocks, ids) if side.blocks is not None and ids else {}
    return [found.get(id, "") for id in ids]


def _example(
    row: Mapping[str, Any], old: Mapping[str, object], new: Mapping[str, object], compared: Sequence[str]
) -> EditExample:
    values = tuple(ValueChange(name, _value(old[name]), _value(new[name])) for name in _changed(row, compared))
    before, after = (str(each[BODY] or "") for each in (old, new))
    reads = _short(wording(before, after, _MOST_PLACES)) if row["edit"] == "body" else None
    return EditExample(row[ID], row["edit"], values, reads)


def _value(value: object) -> str | None:
    return None if value is None else _cut(str(value), _LONGEST_VALUE)


def _short(found: Wording) -> Wording:
    places = tuple(tuple(_piece(place, number) for number in range(len(place))) for place in found.places)
    return Wording(found.unit, places, found.left_out)


def _piece(place: Sequence[Fragment], number: int) -> Fragment:
    """Return an excerpt: of context the part next to the change, of changed text the beginning."""
    piece = place[number]
    if len(piece.text) > _LONGEST_PIECE and piece.sign == "=" and number == 0:
        return Fragment("=", _CUT + piece.text[-_LONGEST_PIECE:])
    return Fragment(piece.sign, _cut(piece.text, _LONGEST_PIECE))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + _CUT
