"""The table of template lines of a corpus in memory, as the passes over its files make it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from audit.parser.templates.sketches import Marks, marks
from audit.parser.templates.template_lines import Repeats, line_keys, source_keys
from audit.parser.templates.template_table import counted, sightings
from audit.parser.templates.versions import are_versions, joined, shares


def repeats_of(lines: pl.DataFrame, sources: Sequence[str], *, guard: bool = True) -> Repeats:
    """Return the table for documents given by their lines, in memory; `sources` names each one's source.

    Without `guard` copies count as separate documents, which does harm.
    """
    line_names = line_keys(lines)
    found, articles = sightings(lines, line_names, sources), np.arange(len(sources))
    if guard:
        articles = articles_of(marks(lines, line_names, sources))
    keys, counts = counted(found.keys, articles[found.documents])
    return Repeats(keys, counts, *counted(source_keys(sources), articles))


def articles_of(found: Marks) -> NDArray[np.int64]:
    """Return for each document the first document with the same article."""
    shared = shares(found)
    enough = are_versions(shared, found.totals, found.siblings)
    return joined(len(found.totals), shared.first[enough], shared.second[enough])
