"""Pages of copies: each cluster with the kept document, the reason, and how much text is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from audit.site.facts import AuditFacts
from audit.site.names import document_page
from audit.site.pages.lists import listed

_KEPT: Final[Mapping[str, str]] = {
    "first": "it is first in path order (keep = first)",
    "longest": "it has the longest text (keep = longest)",
}
# Members listed per cluster: a template may be copied a million times.
_MOST_MEMBERS: Final = 50
_MOST_CLUSTERS: Final = 5_000


def copy_pages(facts: AuditFacts, has_page: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages listing clusters of copies, the largest first."""
    pairs = facts.pairs.filter(pl.col("release").is_null())
    members = pl.concat([pairs.select("cluster", id="a"), pairs.select("cluster", id="b")]).unique(maintain_order=True)
    copies = members.join(facts.inputs, on="id", how="left", maintain_order="left")
    aside = copies.filter(pl.col("state") == "duplicate")
    kept = copies.filter(pl.col("state") != "duplicate").select("cluster").unique()
    lost = aside.join(kept, on="cluster", how="anti")["cluster"].n_unique()
    sizes = members.group_by("cluster").len().sort(["len", "cluster"], descending=[True, False])
    shown = sizes.head(_MOST_CLUSTERS)["cluster"].to_list()
    by_cluster = _grouped(copies.filter(pl.col("cluster").is_in(pl.Series(shown, dtype=pl.String).implode())))
    covered = _covered(pairs)
    chars, missing = _missing(aside, covered)
    entries = (_entry(cluster, by_cluster[cluster], covered, facts.report.keep, has_page) for cluster in shown)
    values = {
        "report": facts.report, "clusters": len(sizes), "shown": len(shown), "aside": len(aside), "lost": lost,
        "chars": chars, "missing": missing,
        "elsewhere": len(facts.pairs) - len(pairs),
    }  # fmt: skip
    yield from listed("copies", "copies", entries, values)


def _grouped(copies: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in copies.iter_rows(named=True):
        found.setdefault(row["cluster"], []).append(row)
    return found


def _covered(pairs: pl.DataFrame) -> dict[tuple[str, str], tuple[float, float, str]]:
    """Return for each ordered pair the coverage of the first by the second, their similarity, and the kind."""
    found = {}
    for row in pairs.iter_rows(named=True):
        found[row["a"], row["b"]] = (row["coverage_ab"], row["jaccard"], row["kind"])
        found[row["b"], row["a"]] = (row["coverage_ba"], row["jaccard"], row["kind"])
    return found


def _missing(aside: pl.DataFrame, covered: Mapping[tuple[str, str], tuple[float, float, str]]) -> tuple[int, int]:
    """Return the number of characters in the set-aside bodies, and about how many occur in no kept one."""
    whole, missing = 0, 0.0
    for id, other, chars in aside.select("id", "duplicate_of", pl.col("body_chars").fill_null(0)).rows():
        whole += chars
        missing += chars * (1 - covered.get((id, other or ""), (1.0, 1.0, ""))[0])
    return whole, round(missing)


def _entry(
    cluster: str, members: Sequence[Mapping[str, Any]], covered: Mapping[tuple[str, str], tuple[float, float, str]],
    keep: str, has_page: frozenset[str],
) -> dict[str, Any]:  # fmt: skip
    rows = sorted(members, key=lambda m: (m["state"] == "duplicate", m["state"] != "published", m["id"]))
    shown = [
        {**row, "pair": covered.get((row["id"], row["duplicate_of"] or "")), "has_page": row["id"] in has_page,
         "page": document_page(row["id"])}
        for row in rows[:_MOST_MEMBERS]
    ]  # fmt: skip
    return {
        "cluster": cluster, "members": shown, "count": len(rows), "why": _KEPT.get(keep, f"keep = {keep}"),
        "has_aside": any(row["state"] == "duplicate" for row in rows),
        "has_kept": any(row["state"] != "duplicate" for row in rows),
    }  # fmt: skip
