"""`audit split`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from audit.cli import options
from audit.cli.environment.own_process import use_limits, workers_preloaded
from audit.cli.environment.results import call


@click.command(short_help="Divide documents into splits without leakage.")
@click.argument("target", type=options.FOLDER)
@click.option("--out", type=options.FOLDER, required=True, help="New folder for the parts.")
@click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="NAME=SHARE",
    callback=options.pairs(float, "NAME=SHARE, such as test=0.1"),
    help="A part and its share; repeat for each.  [default: train=0.9 test=0.1]",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the random division.")
@options.choosing
@options.workers
@options.quiet
@options.as_format
def split(target: Path, form: str, *, quiet: bool, **flags: Any) -> int:
    """Divide the documents of TARGET into splits without leakage between them.

    Documents that copy, contain or quote each other go to one split together. The same documents and seed give the same
    splits, and a document stays in its split when others are added.
    """
    use_limits()
    from audit.verbs.split import split as twin

    if flags["parts"] is None:
        del flags["parts"]
    with workers_preloaded():
        return call(twin, form, target, quiet=quiet, **flags)
