"""The settings of the verdict: limits on the corpus as a whole, and what the gate forgives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.policy.checks import Share, Text
from audit.policy.setting import setting

_SHARE: Final = Share()


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSettings:
    """Limits on the corpus as a whole; unset limits are not judged. Shares are from 0 to 1.

    `confidence` is no limit: it is the confidence required to state that more documents break a rule than `mostly`
    allows.
    """

    confidence: float = setting(
        _SHARE,
        "Confidence required to conclude that too many documents break a rule; 0 compares the share itself.",
        default=0.99,
    )
    near_copies: float | None = setting(
        _SHARE, "Maximum share of documents that are near duplicates.", default=None, keyword="max_near_copies"
    )
    other_languages: float | None = setting(
        _SHARE,
        "Maximum share of documents in unexpected languages.",
        default=None,
        keyword="max_other_languages",
    )
    boilerplate: float | None = setting(
        _SHARE, "Maximum share of all text in boilerplate blocks.", default=None, keyword="max_boilerplate"
    )
    dropped_prose: float | None = setting(
        _SHARE,
        "Maximum share of documents with dropped blocks that read like article text.",
        default=None,
        keyword="max_dropped_prose",
    )
    source_set_aside: float | None = setting(
        _SHARE,
        "Maximum share of the inputs of one source (folder, file of records) that is set aside.",
        default=None,
        keyword="max_source_set_aside",
    )
    drift: float | None = setting(
        _SHARE,
        "Maximum drift of languages, lengths or stated fields since the previous release, as a share of documents.",
        default=None,
        keyword="max_drift",
    )
    since: str | None = setting(
        Text(), "The release that drift is measured against; a run uses its parent release.", default=None
    )
    review_error: float | None = setting(
        _SHARE,
        "Maximum upper 95 % bound of the error rate found by the sheet named in review.",
        default=None,
        keyword="max_review_error",
    )
    review: str | None = setting(Text(), "A completed sheet of audit sample about this corpus.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSettings:
    """What a check forgives."""

    baseline: str | None = setting(
        Text(),
        "Known findings, which do not fail a check: a file written by --update-baseline, or the report, folder or "
        "release of an earlier run.",
        default=None,
    )
