"""`audit history` and `audit yank`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options
from audit.cli.environment.results import show


@click.command(short_help="List the versions of a dataset.")
@click.argument("name")
@options.dist
@options.as_format
def history(name: str, dist: Path, form: str) -> int:
    """List the versions of the dataset NAME (or dist/NAME), newest first: bump, counts, verdict, and yanks."""
    from audit.verbs.history import history as twin

    result = twin(name, dist=dist)
    return show(result, form)


@click.command(short_help="Withdraw a version.")
@click.argument("name")
@click.argument("version")
@click.option("--why", required=True, help="The reason, in a sentence, shown to users.")
@options.dist
@options.as_format
def yank(name: str, version: str, why: str, dist: Path, form: str) -> int:
    """Withdraw VERSION of the dataset NAME (or dist/NAME).

    Its folder stays, for users who pinned it. Loading the dataset by name gives the newest remaining version. A second
    reason replaces the first.
    """
    from audit.verbs.history import yank as twin

    result = twin(name, version, why=why, dist=dist)
    return show(result, form)
