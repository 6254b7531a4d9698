"""The samples that ship with the package: raw files of invented sites that carry every fault the rules know.

All of them were written for this project; the towns, papers and people in them do not exist.
`expected.toml` says what each shows, `audit.toml` is the policy they are run under.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def folder() -> Path:
    """Return the folder of raw files, the input of `audit run --samples`."""
    return _HERE / "raw"


def policy() -> Path:
    """Return the policy the samples are run under, a model for an `audit.toml` of one's own."""
    return _HERE / "audit.toml"


def benchmark() -> Path:
    """Return the questions of an invented benchmark, some of which stand in the samples."""
    return _HERE / "benchmark.jsonl"


def expected() -> Path:
    """Return the TOML file that says which sample breaks which rule, and what becomes of it.

    `[rules.CODE]` holds the ids that break a rule (`bad`) and those that only look as if they did (`good`);
    `[documents."ID"]` what is known for certain of a document, an empty text standing for a field that is null.
    """
    return _HERE / "expected.toml"
