"""The facts that the card and croissant.json share, taken from the release itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.release.card.stated import StatedTerms
from audit.release.card.summary import Summary, summarise
from audit.release.manifest import File, Manifest
from audit.tables import Table
from audit.untrusted import mapping, read_json


@dataclass(frozen=True, slots=True)
class CardFacts:
    """The manifest (only its Parquet files are needed), statistics, and rule names by code."""

    manifest: Manifest
    summary: Summary
    rule_names: Mapping[str, str]

    @property
    def stated(self) -> StatedTerms:
        """The makers' statements about the dataset."""
        return StatedTerms.of(self.manifest.substance.parameters)


def facts_of(release: Path, manifest: Manifest) -> CardFacts:
    """Return the facts about the release whose tables and judgements are in the folder `release`.

    Raises MalformedError, OSError or pa.ArrowException if they cannot be read.
    """
    suites = [name for name in manifest.substance.judged_by if name.startswith("expectations")]
    names = {code: name for suite in suites for code, name in _rule_names(release / "audit" / f"{suite}.json")}
    return CardFacts(manifest, summarise(release), names)


def shards_of(files: Sequence[File], table: Table) -> tuple[File, ...]:
    """Return the Parquet files of `table` among `files`, in order."""
    return tuple(sorted((f for f in files if f.path.startswith(f"{table.name}/")), key=lambda f: f.path))


def _rule_names(suite: Path) -> Iterator[tuple[str, str]]:
    """Yield codes and names of the rules in a suite, from the expectations' meta."""
    lines: Any = mapping(read_json(suite.read_bytes())).get("expectations")
    for line in lines if isinstance(lines, list) else ():
        meta = mapping(line).get("meta")
        if isinstance(meta, dict) and isinstance(meta.get("rule"), str) and isinstance(meta.get("name"), str):
            yield meta["rule"], meta["name"]
