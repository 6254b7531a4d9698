"""`audit parse`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits, workers_preloaded
from audit.cli.environment.results import call


@click.command(short_help="Parse raw files into typed tables; no audit.")
@click.argument("raw", type=options.FOLDER)
@click.option(
    "--out", type=options.FOLDER, required=True, help="Folder for documents.parquet, blocks.parquet and ledger.parquet."
)
@options.reading
@options.kind
@options.engine
@options.workers
@options.quiet
@options.as_format
def parse(raw: Path, form: str, *, quiet: bool, **flags: Any) -> int:
    """Parse the files below RAW into typed tables; no audit.

    The ledger lists what cannot be read as quarantined, with the reason.
    """
    use_limits()
    from audit.verbs.parse import parse as twin

    with workers_preloaded():
        return call(twin, form, raw, quiet=quiet, **flags)
