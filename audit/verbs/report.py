"""`audit.report`: an audit as a static site."""

from __future__ import annotations

from pathlib import Path

from audit.corpus.corpus_audit import scratch
from audit.corpus.input_kind import refuse_inside
from audit.corpus.output_place import refuse_unwritable
from audit.corpus.stored_audit import StoredAudit
from audit.engine.stages import Progress, no_progress
from audit.errors import UsageError
from audit.policy import Policy
from audit.release.lineage.named import place_of
from audit.report.build import head
from audit.report.summary import Outcome
from audit.site.names import INDEX
from audit.site.site import refuse_foreign
from audit.text.visible import visible
from audit.verbs.call.urls import accepts_urls
from audit.verbs.results.pages import DOCUMENTS, write_pages
from audit.verbs.results.result import Result


@accepts_urls
def report(  # noqa: PLR0913 a keyword for each flag
    target: str | Path,
    *,
    out: str | Path,
    documents: int = DOCUMENTS,
    atlas: bool = False,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    progress: Progress = no_progress,
) -> Result:
    """Write an audit as linked HTML pages into the folder `out`; `index.html` is the entry.

    `target` is a release, the output of a check, or anything that can be checked, which is then checked with the
    settings of `config`. At most `documents` documents get a page: those linked from other pages, those set aside,
    those with the most severe findings, then others. `atlas` also writes a two-dimensional layout of all documents,
    `audit/atlas.parquet`. The output is deterministic. The result has passed whatever the audit's verdict is. Raises
    UsageError if the target is unusable, `out` holds something else, settings are given for a target that was checked
    already, or a library needed by `atlas` is missing.
    """
    if isinstance(documents, bool) or not isinstance(documents, int) or documents < 0:
        raise UsageError(f"documents takes a whole number, 0 or more, not {documents!r}")
    root, folder = place_of(target), Path(out)
    refuse_inside(root, folder)
    refuse_foreign(folder)
    refuse_unwritable(folder)
    if atlas:
        from audit.site.atlas import refuse_missing

        refuse_missing()
    stored = StoredAudit.in_folder(root)
    if stored.is_there:
        if config is not None:
            raise UsageError(
                f"{visible(str(root))} is already checked: settings apply only to input that is checked now"
            )
        written = _write(stored, folder, documents, atlas=atlas)
    else:
        from audit.verbs.check import check

        with scratch(None) as parts:
            check(root, out=parts / "tables", config=config, workers=workers, progress=progress)
            written = _write(StoredAudit(parts / "tables"), folder, documents, atlas=atlas)
    outcome = Outcome(f"audit report {target} --out {out}", "", str(folder), (f"open {folder / INDEX} in a browser",))
    return Result(head("report") | written, outcome, passed=True, path=folder)


def _write(stored: StoredAudit, folder: Path, documents: int, *, atlas: bool) -> dict[str, object]:
    written = write_pages(stored, folder, documents)
    if atlas:
        from audit.site.atlas import write_atlas

        written["atlas"] = str(write_atlas(stored, folder))
    return written
