"""The facts that the card and croissant.json share, from the release itself, and the makers' own statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from audit.release.card.summary import Summary, summarise
from audit.release.manifest import File, Manifest
from audit.tables import Table
from audit.untrusted import mapping, read_json

# Licence identifiers of the Hub; any other licence is "other" with a name.
_WORDS: Final = """
    afl-3.0 agpl-3.0 apache-2.0 artistic-2.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear bsl-1.0 c-uda cc
    cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0
    cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cc-by-nd-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc0-1.0
    cdla-permissive-1.0 cdla-permissive-2.0 cdla-sharing-1.0 ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2
    gfdl gpl gpl-2.0 gpl-3.0 isc lgpl lgpl-2.1 lgpl-3.0 lppl-1.3c mit mpl-2.0 ms-pl ncsa odbl odc-by ofl-1.1 openrail
    osl-3.0 pddl postgresql unlicense wtfpl zlib
"""
_KNOWN: Final = frozenset(_WORDS.split())
_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9.]+")
_TEXTS: Final = ("licence", "licence_url", "creator", "contact", "homepage", "citation", "provenance")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTerms:
    """The statements; empty strings where nothing is stated."""

    licence: str = ""
    licence_url: str = ""
    creator: str = ""
    contact: str = ""
    homepage: str = ""
    citation: str = ""
    provenance: str = ""
    conditions: tuple[str, ...] = ()

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> Self:
        """Return the statements in a manifest's parameters, which may be of an earlier version or untrusted."""
        found = parameters.get("card")
        if not isinstance(found, Mapping):
            return cls()
        texts = {name: value for name in _TEXTS if isinstance(value := found.get(name), str)}
        conditions = found.get("conditions")
        listed = conditions if isinstance(conditions, list | tuple) else ()
        return cls(**texts, conditions=tuple(each for each in listed if isinstance(each, str)))

    def licence_of_hub(self) -> dict[str, str]:
        """Return the licence for a card's YAML; empty if none is stated.

        The Hub accepts its own identifiers, or "other" with a name of lower case letters, digits, dots and hyphens.
        """
        if not self.licence:
            return {}
        name = self.licence.lower()
        if name in _KNOWN:
            return {"license": name}
        link = {"license_link": self.licence_url} if self.licence_url else {}
        return {"license": "other", "license_name": _NOT_IN_NAMES.sub("-", name).strip("-.") or "custom", **link}


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
