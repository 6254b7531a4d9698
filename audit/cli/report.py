"""`audit report`."""

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
  audit report dist/local-news --out report/
  audit report checked/ --out report/ --documents 5000
  audit report raw/ --out report/ --config audit.toml --atlas
"""


@click.command(short_help="Write an audit as HTML pages.", epilog=EXAMPLES)
@click.argument("target", type=options.FOLDER)
@click.option("--out", type=options.FOLDER, required=True, help="Folder for the pages; index.html is the first.")
@click.option(
    "--documents", type=click.IntRange(0), default=1_000, show_default=True, help="Documents with a page of their own."
)
@click.option(
    "--atlas",
    is_flag=True,
    help="Also write a two-dimensional layout of documents, audit/atlas.parquet, for embedding-atlas.",
)
@options.config
@options.workers
@options.quiet
@options.as_format
def report(target: Path, form: str, *, quiet: bool, **flags: Any) -> int:
    """Write TARGET as a small site: an index, pages by rule, source and document, and a list of duplicates.

    TARGET is a release, a folder that audit check --out wrote, or anything that audit check takes. The pages need no
    network and no script, and are deterministic. Exits 0 whatever the audit's verdict.
    """
    use_limits()
    from audit.verbs.report import report as twin

    return call(twin, form, target, quiet=quiet, **flags)
