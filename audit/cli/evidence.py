"""`audit evidence`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options
from audit.cli.environment.results import show


@click.command(short_help="Write compliance evidence about a release.")
@click.argument("release", type=options.FOLDER)
@click.option("--out", type=options.FOLDER, required=True, help="Folder for the evidence.")
@click.option("--key", type=options.FOLDER, help="Private key (PEM: P-256, P-384, Ed25519) to sign the statement with.")
@options.as_format
def evidence(release: Path, out: Path, key: Path | None, form: str) -> int:
    """Write the evidence about RELEASE: tables, sources, the EU's public summary, lineage, a statement.

    RELEASE is dist/NAME/VERSION, dist/NAME for the newest, or NAME@VERSION or NAME in dist; it is verified first, and
    the exit code is 1 if it is not sound. The password of a key is read from AUDIT_KEY_PASSWORD; SOURCE_DATE_EPOCH sets
    the time of the run.
    """
    from audit.verbs.evidence import evidence as twin

    result = twin(release, out, key=key)
    return show(result, form)
