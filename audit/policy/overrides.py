"""The keywords by which the Python functions override audit.toml, typed for editors and type checkers.

tests/policy/test_declared.py checks them against the declaration.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from audit.finding import Severity
from audit.policy.declared import Across, Engine, Keep, Prefer
from audit.policy.engine import Where


class ReadingOverrides(TypedDict, total=False):
    """Settings for reading and parsing inputs."""

    text_column: str | None
    columns: Mapping[str, str | Sequence[str]] | None
    extra: Sequence[str] | None
    prefer: Prefer | None
    max_file_bytes: int | None
    max_growth: int | None
    parse: bool | None
    repeats: bool | None


class ChoosingOverrides(ReadingOverrides, total=False):
    """Settings that also decide which documents a release would hold."""

    select: Sequence[str] | None
    ignore: Sequence[str] | None
    languages: Sequence[str] | None
    keep: Keep | None
    prefer_sources: Sequence[str] | None
    similarity: float | None
    most_lost: int | None
    set_aside: Sequence[str] | None
    same_fields: Sequence[str] | None
    same_keys: Sequence[str] | None
    across: Across | None
    language_engine: Engine | None
    suspects: bool | None
    exclude: Sequence[str] | None
    flag: Sequence[str] | None
    optout: str | None
    optout_sha256: str | None
    licence: str | None
    licence_url: str | None
    creator: str | None
    contact: str | None
    homepage: str | None
    citation: str | None
    provenance: str | None
    conditions: Sequence[str] | None
    severity: Mapping[str, Severity] | None


class Overrides(ChoosingOverrides, total=False):
    """All settings of an audit, including those of the verdict."""

    fail_on: Severity | None
    max_set_aside: float | None
    confidence: float | None
    max_near_copies: float | None
    max_other_languages: float | None
    max_boilerplate: float | None
    max_dropped_prose: float | None
    max_source_set_aside: float | None
    max_drift: float | None
    since: str | None
    max_review_error: float | None
    review: str | None
    mostly: Mapping[str, float] | None


class WorkOverrides(TypedDict, total=False):
    """Settings of where the work is done."""

    engine: Where | None
    spark_remote: str | None
    spark_work: str | None


class ParseOverrides(ReadingOverrides, WorkOverrides, total=False):
    """All settings of `audit.parse`."""


class CheckOverrides(Overrides, WorkOverrides, total=False):
    """All settings of `audit.check`."""

    baseline: str | None


class RunOverrides(Overrides, WorkOverrides, total=False):
    """All settings of `audit.run`."""

    repair: bool | None
