"""`audit verify`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options


@click.command()
@click.argument("release", type=options.FOLDER)
@options.as_format
def verify(release: Path, form: str) -> int:
    """Prove a release whole: checksums, schema, card against data, and a round trip through `datasets`.

    RELEASE is dist/NAME/VERSION, or dist/NAME for the newest. Exits 1 when anything does not hold.
    """
    from audit.report.summary import verified_summary
    from audit.report.terminal import show
    from audit.verbs.verify import verify as twin

    result = twin(release)
    if form == "json":
        options.print_json(result.report)
    else:
        show(verified_summary(result.report))
    return 0 if result.passed else 1
