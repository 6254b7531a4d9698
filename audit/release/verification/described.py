"""Verification of card and croissant.json by regenerating them from tables and manifest.

All numbers, licences and sentences in them derive from the rest of the release. Files of another version of this
program may be worded differently; then only the parts that loaders read are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa

from audit.errors import DefectError
from audit.machine import raise_machine_error
from audit.release.card.croissant import CROISSANT, croissant
from audit.release.card.facts import CardFacts, facts_of
from audit.release.card.page import CARD, card
from audit.release.manifest import Manifest, canonical_json
from audit.release.schema import SCHEMA_MINOR
from audit.release.tool import tool
from audit.release.verification.problem import Found, Problem, Unchecked, missing
from audit.text.visible import visible
from audit.untrusted import MalformedError

# The libraries that write a card's YAML; their versions may format it differently.
_WRITERS: Final = ("datasets", "huggingface-hub")
_END_OF_YAML: Final = "\n---\n"
_SHOWN: Final = 120


def check_described(release: Path, manifest: Manifest) -> Iterator[Found]:
    """Yield the differences of card and croissant.json from their regenerated versions."""
    if not _is_ours(manifest):
        why = "their text is that of another version of this program: only what loaders read was compared"
        yield Unchecked(f"{CARD}, {CROISSANT}", why)
        return
    try:
        facts = facts_of(release, manifest)
        yield from _compared(release, facts)
    except FileNotFoundError as error:
        yield missing(Path(error.filename).relative_to(release).as_posix())
    except (OSError, MalformedError, DefectError, LookupError, TypeError, ValueError, pa.ArrowException) as error:
        raise_machine_error(error, CARD)
        yield Problem(CARD, f"its expected content cannot be computed ({type(error).__name__})")


def _is_ours(manifest: Manifest) -> bool:
    ours = tool()
    same = all(manifest.tool.get(name) == ours[name] for name in ("name", "version"))
    return same and manifest.substance.schema_minor == SCHEMA_MINOR


def _compared(release: Path, facts: CardFacts) -> Iterator[Problem]:
    pairs = [
        (CARD, (release / CARD).read_bytes().decode("utf-8", "replace"), card(facts)),
        (CROISSANT, (release / CROISSANT).read_bytes().decode("utf-8", "replace"), _croissant(facts)),
    ]
    if not _same_writers(facts.manifest):
        name, found, wanted = pairs[0]
        pairs[0] = (name, found.partition(_END_OF_YAML)[2], wanted.partition(_END_OF_YAML)[2])
    for name, found, wanted in pairs:
        if found != wanted:
            yield Problem(name, f"it disagrees with the data and the manifest: {_first_difference(found, wanted)}")


def _croissant(facts: CardFacts) -> str:
    return canonical_json(croissant(facts)).decode("utf-8")


def _same_writers(manifest: Manifest) -> bool:
    theirs, ours = manifest.tool.get("libraries"), tool()["libraries"]
    return isinstance(theirs, dict) and all(theirs.get(name) == ours.get(name) for name in _WRITERS)


def _first_difference(found: str, wanted: str) -> str:
    """Return the first differing line, and the expected one."""
    theirs, ours = found.split("\n"), wanted.split("\n")
    at = next((n for n, (one, other) in enumerate(zip(theirs, ours, strict=False)) if one != other), None)
    if at is None:
        more = len(theirs) > len(ours)
        return f"{'it continues' if more else 'it ends'} after line {min(len(theirs), len(ours))}"
    return f"line {at + 1} is {visible(repr(theirs[at]), _SHOWN)}, but should be {visible(repr(ours[at]), _SHOWN)}"
