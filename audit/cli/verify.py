"""`audit verify`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options


@click.command(short_help="Prove that a release still is what it says it is.")
@click.argument("release", type=options.FOLDER)
@click.option(
    "--read-data/--quick",
    "read_data",
    default=True,
    help="Read every byte of every file (the default), or only names, sizes, schemas and the digests of what is not "
    "Parquet; what was not read is said.",
)
@options.as_format
def verify(release: Path, read_data: bool, form: str) -> int:  # noqa: FBT001 a flag of the command line
    """Prove a release whole: checksums, schemas, card against data, and a round trip through `datasets`.

    RELEASE is dist/NAME/VERSION, or dist/NAME for the newest. Exits 1 when anything does not hold.
    """
    from audit.report.summary import verified_summary
    from audit.report.terminal import show, show_json
    from audit.verbs.verify import verify as twin

    result = twin(release, quick=not read_data)
    if form == "json":
        show_json(result.report)
    else:
        show(verified_summary(result.report))
    return 0 if result.passed else 1
