"""`audit init`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits
from audit.cli.environment.results import show


@click.command(short_help="Write a first audit.toml, and a workflow, for a folder.")
@click.argument("folder", type=options.FOLDER, default=".")
@click.option(
    "--ci",
    type=click.Choice(("github", "gitlab", "none")),
    help="The host that runs the workflow.  [default: gitlab if its files exist there, else github]",
)
@options.as_format
def init(folder: Path, ci: str | None, form: str) -> int:
    """Survey FOLDER (sizes, encodings, languages, columns) and write a commented audit.toml for it.

    A CI workflow that checks the data on every change is written beside it. Existing files are not changed.
    """
    use_limits()
    from audit.verbs.init import init as twin

    result = twin(folder, ci=ci)  # type: ignore[arg-type]  # click has checked it
    return show(result, form)
