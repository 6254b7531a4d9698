"""The flags that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from audit.finding import SEVERITIES

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)


def as_format(command: F) -> F:
    """Add --format."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help="Form of the result.",
    )(command)


def workers(command: F) -> F:
    """Add --workers."""
    return click.option(
        "--workers", type=click.IntRange(min=1), help="Worker processes; changes no result.  [default: all cores]"
    )(command)


def kind(command: F) -> F:
    """Add --kind."""
    return click.option(
        "--kind",
        type=click.Choice(("raw", "dataset", "release")),
        help="What the input is read as.  [default: what lies in it says]",
    )(command)


def policy(command: F) -> F:
    """Add the flags that go before audit.toml."""
    for option in reversed(_POLICY):
        command = option(command)
    return command


def _by_field(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str] | None:
    pairs = [one.partition("=") for one in given]
    if not all(name and sign for name, sign, _ in pairs):
        raise click.BadParameter("write FIELD=PATH, such as title=meta.headline")
    return {name: path for name, _, path in pairs} or None


column = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=PATH",
    callback=_by_field,
    help="Where records hold a field (text, title, source, date, author, url, id), such as title=meta.headline; "
    "repeat for more.",
)
_POLICY = (
    click.option(
        "--config", type=FOLDER, help="The configuration.  [default: audit.toml in the working folder, if there is one]"
    ),
    click.option(
        "--select", multiple=True, metavar="RULE", help="Judge by these rules only: codes, families (ENC), names, ALL."
    ),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out."),
    click.option(
        "--fail-on",
        type=click.Choice(SEVERITIES),
        help="Least severity of a finding that fails a check.  [default: critical]",
    ),
    click.option(
        "--language",
        "languages",
        multiple=True,
        metavar="TAG",
        help="Expected language (zh, en, zh-Hant); repeat for more.",
    ),
    click.option(
        "--max-set-aside",
        type=click.FloatRange(0, 1),
        help="Largest share of inputs a run may set aside.  [default: 0.5]",
    ),
    click.option(
        "--text-column",
        help="The column, or path such as data.text, that holds the text of records (as --column text=PATH).",
    ),
    column,
    click.option(
        "--keep", type=click.Choice(("first", "longest")), help="Which of several copies is kept.  [default: first]"
    ),
)
