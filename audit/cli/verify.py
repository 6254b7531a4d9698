"""`audit verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits
from audit.cli.environment.results import call


@click.command(short_help="Verify that a release is intact.")
@click.argument("release")
@click.option(
    "--read-data/--quick",
    "read_data",
    default=True,
    help="Read every byte of every file (the default), or only names, sizes, schemas and the digests of non-Parquet "
    "files; what was not read is listed.",
)
@click.option("--statement", type=options.FOLDER, help="A signed statement (audit evidence --key) to verify.")
@click.option("--public-key", type=options.FOLDER, help="The signer's public key, PEM.")
@click.option("--chain", is_flag=True, help="Also verify its earlier versions, back to the first.")
@click.option(
    "--rebuild",
    type=options.FOLDER,
    metavar="RAW",
    help="Also rebuild the release from its raw files in a scratch folder, and compare every file.",
)
@options.workers
@options.quiet
@options.as_format
def verify(release: Path | str, form: str, *, read_data: bool, quiet: bool, **flags: Any) -> int:
    """Verify a release: checksums, schemas, card against data, and a round trip through `datasets`.

    RELEASE is dist/NAME/VERSION, dist/NAME for the newest that was not yanked, NAME@VERSION or NAME for the same in
    dist, or hf://datasets/OWNER/NAME@REVISION on a Hub. Exits 1 if any check fails.
    """
    if flags["rebuild"] is not None:
        use_limits()
    from audit.verbs.verify import verify as twin

    return call(twin, form, release, quick=not read_data, quiet=quiet, **flags)
