"""`audit diff`."""

from __future__ import annotations

from typing import Any, Final

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits

# The mark tells click not to wrap what follows.
EXAMPLES: Final = """\b
Examples:
  audit diff local-news@1.0.0 local-news
  audit diff dist/local-news/1.0.0 dist/local-news/1.1.0 --format markdown
  audit diff old.parquet new.parquet --fail-on major
  audit diff base/data data --fail-on loss
  audit diff hf://datasets/my-team/news@v1.0.0 dist/news
"""


@click.command(short_help="Show the changes between two datasets, and the version bump they require.", epilog=EXAMPLES)
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="Output format.",
)
@click.option(
    "--to",
    type=options.FOLDER,
    multiple=True,
    metavar="FILE",
    help="Write the result to FILE as well, in the format of its suffix: .txt, .md, .json; repeat for more.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("major", "loss", "minor", "patch")),
    help="Exit 1 if the changes require this bump or a greater one; loss: a major bump, removed documents, or a field "
    "that at least half of the documents had and none has now.",
)
@options.dist
@options.config
@options.workers
@options.quiet
def diff(old: str, new: str, form: str, *, quiet: bool, **flags: Any) -> int:
    """Compare two datasets document by document and as a whole.

    OLD and NEW are releases (a folder, NAME or NAME@1.0.0), Parquet files, dataset folders, folders that `audit check
    --out` or `audit parse` wrote, raw files, or Hub revisions (hf://datasets/OWNER/NAME@REVISION).

    Documents are matched by id, then by an identical body or the identifier of their record (renamed). A document whose
    id and body both changed counts as one removed and one added.
    """
    use_limits()
    from audit.report.differences.formats import FORMATS
    from audit.report.progress import progress
    from audit.report.terminal import show, show_text
    from audit.verbs.diff import diff as twin
    from audit.verbs.diff import why_failed

    with progress(quiet=quiet) as seen:
        result = twin(old, new, progress=seen, **flags)
    failure = why_failed(result.report, flags["fail_on"])
    if form == "text":
        show(result.lines())
    else:
        show_text(FORMATS[form][1](result.report, failure).rstrip("\n"))
    if failure:
        click.echo(f"audit diff: {failure}", err=True)
    return 0 if result.passed else 1
