"""`audit run`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits, workers_preloaded

# The mark tells click not to wrap what follows.
EXAMPLES: Final = """\b
Examples:
  audit run --samples
  audit run scraped/ --name local-news
  audit run scraped/ --name local-news --version 2.0.0 --language zh --language en
"""


@click.command(short_help="Release what passes from a folder of raw files.", epilog=EXAMPLES)
@click.argument("raw", type=options.FOLDER, required=False)
@click.option("--samples", is_flag=True, help="Run on the bundled samples; nothing else is needed.")
@click.option("--name", help="Name of the dataset; needed unless --samples is given.")
@click.option("--version", help="Version of the release, x.y.z.")
@click.option("--bump", type=click.Choice(("auto",)), help="Derive the version from the changes.  [default]")
@options.dist
@options.repair
@options.policy
@options.kind
@options.engine
@options.workers
@options.cache
@options.report
@options.quiet
@options.forms
def run(raw: Path | None, samples: bool, form: str, *, quiet: bool, **flags: Any) -> int:  # noqa: FBT001 as click passes a flag
    """Parse, measure and validate the files below RAW, and release what passes into dist/NAME/VERSION.

    Documents with a critical finding, duplicates and pages without an article are set aside. Exits 1, and releases
    nothing, if the remaining documents miss an expectation or too many were set aside.
    """
    use_limits()
    from audit.report.output_formats import format_named
    from audit.report.progress import progress
    from audit.verbs.run import run as twin

    if samples == (raw is not None):
        raise click.UsageError("name one folder of raw files, or give --samples")
    name = flags.pop("name") or ("samples" if samples else None)
    if name is None:
        raise click.UsageError("give the dataset a name: --name NAME")
    with workers_preloaded(), progress(quiet=quiet) as seen:
        result = twin(raw, name=name, progress=seen, **flags)
    format_named(form).write(result.findings, result.as_report(), sys.stdout)
    return 0 if result.passed else 1
