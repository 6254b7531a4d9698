"""`audit check`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits, workers_preloaded


@click.command(short_help="Audit raw files, records or a release; release nothing.")
@click.argument("target", type=options.FOLDER, nargs=-1, required=True)
@click.option(
    "--out", type=options.FOLDER, help="Folder for the tables and report.json.  [default: nothing is written]"
)
@click.option(
    "--against",
    type=options.FOLDER,
    multiple=True,
    help="A release, raw folder, file of records or dataset folder that must share no text with TARGET; repeat for "
    "more.",
)
@options.baseline
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Update the baseline: repaired findings are removed from it. Creates a missing one.",
)
@click.option("--allow-regression", is_flag=True, help="Let --update-baseline add new findings, too.")
@click.option(
    "--today",
    metavar="DAY",
    help="The date, such as 2027-01-31, for which waivers are evaluated.  [default: SOURCE_DATE_EPOCH, or today in "
    "UTC]",
)
@options.policy
@options.kind
@options.engine
@options.workers
@options.cache
@options.report
@options.quiet
@options.forms
def check(target: tuple[Path, ...], form: str, *, quiet: bool, **flags: Any) -> int:
    """Audit TARGET without releasing it: a raw folder, a release, or a file of records (Parquet, JSON Lines, CSV).

    Given several files, only these are audited, as in a pre-commit hook. Documents that occur in two splits of a
    dataset, or in a dataset given with --against, are listed and counted. Exits 1 on any finding at or above --fail-on,
    or if an expectation on the corpus is missed.
    """
    use_limits()
    from audit.validate.shared_process import start_shared_process

    with start_shared_process() if _is_judged_soon(target, **flags) else nullcontext(), workers_preloaded():
        from audit.report.output_formats import format_named
        from audit.report.progress import progress
        from audit.verbs.check import check as twin

        with progress(quiet=quiet) as seen:
            result = twin(target, progress=seen, **flags)
    format_named(form).write(result.findings, result.as_report(), sys.stdout)
    return 0 if result.passed else 1


def _is_judged_soon(
    target: tuple[Path, ...], *, no_cache: bool, cache: Path | None, cache_size: int | None, **_: Any
) -> bool:
    """Return whether the slowest import, that of the judge, should begin before everything else.

    Named files are few. Of a little folder the verdict may be known from before, unless there is no cache yet, as in a
    fresh container.
    """
    from audit.cache.location import cache_folder
    from audit.read.walk import is_little

    if len(target) > 1 or not is_little(Path(target[0])):
        return len(target) > 1
    kept = None if no_cache else cache_folder(cache, cache_size)
    return kept is None or kept.is_empty()
