"""`audit sample`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits
from audit.cli.environment.results import call

# The mark tells click not to wrap what follows.
EXAMPLES: Final = """\b
Examples:
  audit sample dist/local-news --out review/
  audit sample --read review/sheet.csv --max-review-error 0.02
"""


@click.command(short_help="Draw documents for review, or read the verdicts.", epilog=EXAMPLES)
@click.argument("target", type=options.FOLDER, required=False)
@click.option("--out", type=options.FOLDER, help="Folder for sheet.csv and sheet.html.")
@click.option("--size", type=click.IntRange(1, 100_000), default=200, show_default=True, help="Documents to draw.")
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the random sample.")
@click.option("--read", type=options.FOLDER, metavar="SHEET", help="Evaluate a completed sheet.")
@click.option(
    "--max-review-error",
    type=options.ShareType(0, 1),
    help="With --read: exit 1 unless the upper 95 % bound of the error rate is at most this.  "
    "[default: limits.review_error]",
)
@options.choosing
@options.workers
@options.quiet
@options.as_format
def sample(target: Path | None, form: str, *, quiet: bool, **flags: Any) -> int:
    """Draw a stratified random sample of TARGET's documents for human review, or read the completed sheet.

    TARGET is a release, a folder that audit check --out wrote, or anything that audit check takes. The sheet is a CSV
    with a column for verdicts (ok, wrong); sheet.html shows each document with what was kept and left out.
    """
    use_limits()
    from audit.verbs.sample import sample as twin

    return call(twin, form, target, quiet=quiet, **flags)
