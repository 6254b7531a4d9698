"""`audit.report`: an audit as a small site to look at."""

from __future__ import annotations

from pathlib import Path

from audit.corpus.audited import scratch
from audit.corpus.held import Held
from audit.corpus.input_kind import refuse_inside
from audit.engine.count import Progress, silent
from audit.errors import UsageError
from audit.report.build import head
from audit.report.summary import Outcome
from audit.site.names import INDEX
from audit.site.site import refuse_foreign
from audit.verbs.call.elsewhere import elsewhere
from audit.verbs.results.result import Result
from audit.verbs.results.shown import DOCUMENTS, site_of


@elsewhere
def report(
    target: str | Path,
    *,
    out: str | Path,
    documents: int = DOCUMENTS,
    workers: int | None = None,
    progress: Progress = silent,
) -> Result:
    """Write an audit as linked pages into the folder `out`, where `index.html` is the first.

    `target` is a release, the folder that a check wrote, or whatever can be checked, which then is. So many `documents`
    have a page of their own: those that other pages show, those set aside, those with the gravest findings, then
    others. The same audit gives the same bytes. The result has passed whatever the verdict of the audit is.
    Raises UsageError when the target cannot be worked with, or `out` holds something else.
    """
    if isinstance(documents, bool) or not isinstance(documents, int) or documents < 0:
        raise UsageError(f"documents is a whole number from 0 on, not {documents!r}")
    root, folder = Path(target), Path(out)
    refuse_inside(root, folder)
    refuse_foreign(folder)
    held = Held.in_folder(root)
    if held.is_there:
        said = site_of(held, folder, documents)
    else:
        from audit.verbs.check import check

        with scratch(None) as parts:
            check(root, out=parts / "tables", workers=workers, progress=progress)
            said = site_of(Held(parts / "tables"), folder, documents)
    outcome = Outcome(f"audit report {target} --out {out}", "", str(folder), (f"open {folder / INDEX} in a browser",))
    return Result(head("report") | said, outcome, passed=True, path=folder)
