"""Connected components of large graphs by distributed steps that group edges by node.

Alternating small stars and large stars (Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii, Connected Components in
MapReduce and Beyond, 2014): no step adds edges, and after O(log² n) steps each node is connected to the smallest of its
component.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, RecordSources, ReduceStep, concatenated

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U64, Ints, Records

# An edge, at the node where edges are grouped.
_EDGE: Final = np.dtype([("node", "<i8"), ("other", "<i8")])
# Pairs of steps per exchange before testing for completion: most graphs of copies are complete then.
_STEPS: Final = 3


def connected_by_stars(count: int, first: Ints, second: Ints) -> Ints:
    """Return for each of `count` nodes the smallest node connected to it, using the engine in use.

    Memory: 16 bytes per edge between two nodes, and per node afterwards.
    """
    label = np.arange(count, dtype=np.int64)
    is_edge = first != second
    first, second = first[is_edge], second[is_edge]
    edges = _edges(np.maximum(first, second), np.minimum(first, second))
    while len(edges):
        dealt = RecordSources(edges, _at_node)
        steps = (ReduceStep(_small_stars, _EDGE, _at_node), ReduceStep(_large_stars, _EDGE, _at_node)) * _STEPS
        asked = Exchange(dealt.sources, _EDGE, dealt, (*steps, ReduceStep(_distinct, _EDGE)))
        edges = concatenated(current_engine().exchange(asked, None), _EDGE)
        if _are_stars(edges):
            label[edges["node"]] = edges["other"]
            return label
    return label


def _edges(node: Ints, other: Ints) -> Records:
    made = np.empty(len(node), _EDGE)
    made["node"], made["other"] = node, other
    return made


def _at_node(edges: Records) -> U64:
    node: U64 = edges["node"].astype(np.uint64)
    return node


def _are_stars(edges: Records) -> bool:
    """Return whether each node has one edge, to a node without edges of its own."""
    nodes = np.sort(edges["node"])
    return not (nodes[1:] == nodes[:-1]).any() and not np.isin(edges["other"], nodes).any()


def _distinct(edges: Records) -> Records:
    """Return the distinct edges by node and other."""
    ordered = edges[np.lexsort((edges["other"], edges["node"]))]
    is_new = np.ones(len(ordered), np.bool_)
    is_new[1:] = (ordered["node"][1:] != ordered["node"][:-1]) | (ordered["other"][1:] != ordered["other"][:-1])
    return ordered[is_new]


def _small_stars(edges: Records) -> Records:
    """Connect each node, and all its smaller neighbours, to the smallest of them.

    Edges are grouped by their greater node; new ones go to both of theirs.
    """
    known = _distinct(edges)
    starts = np.flatnonzero(np.append(True, known["node"][1:] != known["node"][:-1]))[: len(known)]
    least = known["other"][starts]
    beside = np.repeat(least, np.diff(np.append(starts, len(known))))
    is_more = known["other"] != beside
    node = np.concatenate([known["node"][starts], known["other"][is_more]])
    other = np.concatenate([least, beside[is_more]])
    once = _distinct(_edges(node, other))
    return np.concatenate([once, _edges(once["other"], once["node"])])


def _large_stars(edges: Records) -> Records:
    """Connect all greater neighbours of each node to the smallest of its neighbours and itself."""
    known = _distinct(edges)
    starts = np.flatnonzero(np.append(True, known["node"][1:] != known["node"][:-1]))[: len(known)]
    least = np.minimum(known["other"], known["node"])[starts]
    beside = np.repeat(least, np.diff(np.append(starts, len(known))))
    is_greater = known["other"] > known["node"]
    return _distinct(_edges(known["other"][is_greater], beside[is_greater]))
