"""`audit.sample`: documents drawn for human review, and the error rate estimated from the verdicts."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Unpack

from audit.atomic import replace_file
from audit.corpus.corpus_audit import audit_corpus, scratch
from audit.corpus.input_kind import detect_target, refuse_empty, refuse_inside
from audit.corpus.population import population, reviewed_population
from audit.corpus.stored_audit import StoredAudit
from audit.engine.stages import Progress, no_progress
from audit.errors import UsageError
from audit.policy import ChoosingOverrides, Policy
from audit.policy.checks import Share
from audit.release.lineage.named import place_of
from audit.report.build import SHARE_DECIMALS, Tally, head
from audit.report.summary import Outcome
from audit.review.draw import Drawn, draw
from audit.review.estimate import CONFIDENCE, Estimate, estimate
from audit.review.page import page
from audit.review.sheet import Review, read_sheet, sheet
from audit.verbs.call.settings import accepts_settings, as_flags, resolve_settings, with_unused, without_limits
from audit.verbs.results.result import Result
from audit.verbs.results.tables import put_tables
from audit.worker.job import Job

SIZE: Final = 200
SHEET: Final = "sheet.csv"
PAGE: Final = "sheet.html"
_LARGEST_SIZE: Final = 100_000


@accepts_settings(ChoosingOverrides)
def sample(  # noqa: PLR0913 a keyword for each flag
    target: str | Path | None = None,
    *,
    out: str | Path | None = None,
    size: int = SIZE,
    seed: int = 0,
    read: str | Path | None = None,
    max_review_error: float | None = None,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    progress: Progress = no_progress,
    **overrides: Unpack[ChoosingOverrides],
) -> Result:
    """Draw documents of `target` for review into `out`/sheet.csv and sheet.html, or `read` such a sheet once filled in.

    `target` is a release, the output of a check, or anything that can be checked. The sample is stratified by state,
    language, source and parser confidence, proportionally with at least one document per stratum; `seed` makes it
    reproducible. When reading a sheet, the result has passed if the upper 95 % bound of the error rate is at most
    `max_review_error`, or limits.review_error of the settings, if either is given. Raises UsageError if the target, the
    sheet or the settings are unusable.
    """
    policy, origin = resolve_settings(config, overrides, workers)
    if read is not None:
        if target is not None or out is not None:
            raise UsageError("give a target and a folder to draw a sheet, or a sheet to read, not both")
        asked = None if max_review_error is None else Share().read("max_review_error", max_review_error)
        return _read_sheet(Path(read), policy.limits.review_error if asked is None else asked, origin)
    if target is None or out is None:
        raise UsageError("name a target and a folder for the sheet (--out), or a completed sheet (--read)")
    if isinstance(size, bool) or not isinstance(size, int) or not 0 < size <= _LARGEST_SIZE:
        raise UsageError(f"size takes a whole number from 1 to {_LARGEST_SIZE:,}, not {size!r}")
    root, folder = place_of(target), Path(out)
    origin = with_unused(origin, config, root)
    refuse_inside(root, folder)
    if (folder / SHEET).exists():
        raise UsageError(f"{folder / SHEET} already exists, and may contain verdicts: name another folder")
    policy = without_limits(policy)
    with _open_audit(Job(root, "raw", folder, policy, measures=True), workers, progress) as stored:
        drawn = draw(population(stored), size, seed)
        texts = reviewed_population(stored, drawn.rows["id"].to_list())
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / PAGE, "\n".join(page(drawn, texts)).encode("utf-8"))
        replace_file(folder / SHEET, sheet(drawn, texts).encode("utf-8"))
    steps = (
        f"open {folder / PAGE}, and write ok or wrong into the column verdict of {folder / SHEET}",
        shlex.join(["audit", "sample", "--read", str(folder / SHEET), *as_flags(config, {})]),
    )
    outcome = Outcome(f"audit sample {target} --out {out}", origin, str(folder), steps)
    return Result(_drawn_report(drawn), outcome, passed=True, path=folder)


@contextmanager
def _open_audit(job: Job, workers: int | None, progress: Progress) -> Iterator[StoredAudit]:
    """Yield the tables of an audit: existing ones, or those of an audit made now and removed on exit."""
    there = StoredAudit.in_folder(job.root)
    if there.is_there:
        yield there
        return
    read_as = detect_target(job.root)
    with scratch(job.parts) as parts:
        found = audit_corpus(Job(read_as.root, read_as.kind, parts, job.policy, measures=True), workers, progress)
        refuse_empty(found.corpus.found, job.root)
        made = parts / "audit"
        put_tables(made, found, Tally())
        yield StoredAudit(made)


def _drawn_report(drawn: Drawn) -> dict[str, Any]:
    strata = drawn.rows.group_by("stratum", "stratum_documents", "stratum_drawn").len().sort("stratum")
    return head("sample") | {
        "documents": drawn.documents,
        "drawn": len(drawn.rows),
        "seed": drawn.seed,
        "corpus": drawn.corpus,
        "strata": [
            {"name": row["stratum"], "documents": row["stratum_documents"], "drawn": row["stratum_drawn"]}
            for row in strata.iter_rows(named=True)
        ],
    }


def _read_sheet(file: Path, limit: float | None, origin: str) -> Result:
    review = read_sheet(file)
    found = estimate(review)
    report = _estimated(review, found, limit)
    outcome = Outcome(f"audit sample --read {file}", origin, next=tuple(_steps(report, file)))
    return Result(report, outcome, limit is None or found.upper <= limit, file)


def _steps(report: Mapping[str, Any], file: Path) -> Iterator[str]:
    """Yield what to do after a sheet was read."""
    again = shlex.join(["audit", "sample", "--read", str(file)])
    if report["judged"] < report["drawn"]:
        yield f"write ok or wrong into the empty rows of the column verdict, then {again}"
    elif report["limit"] is None:
        yield f"{again} --max-review-error 0.02  # exits 1 if more may be wrong"
    elif report["upper"] <= report["limit"]:
        yield f"review = {json.dumps(str(file), ensure_ascii=False)} under [limits] holds every check and run to it"
    elif report["wrong"]:
        yield "audit explain ID for the rows judged wrong; mend the texts or the settings, and draw a new sheet"
    else:
        yield "draw and judge more: audit sample TARGET --size N --out DIR; no error in 149 rows shows 2 %"


def _estimated(review: Review, found: Estimate, limit: float | None) -> dict[str, Any]:
    return head("sample") | {
        "documents": review.documents,
        "corpus": str(review.corpus),
        "drawn": sum(s.drawn for s in review.strata),
        "judged": sum(s.judged for s in review.strata),
        "wrong": sum(s.wrong for s in review.strata),
        "rate": None if found.rate is None else round(found.rate, SHARE_DECIMALS),
        "upper": round(found.upper, SHARE_DECIMALS),
        "confidence": CONFIDENCE,
        "effective": round(found.effective, 1),
        "limit": limit,
        "strata": [
            {"name": s.name, "documents": s.documents, "drawn": s.drawn, "judged": s.judged, "wrong": s.wrong}
            for s in review.strata
        ],
    }
