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
        "--text-column", help="The column or field that holds the text of Parquet, CSV and JSON Lines records."
    ),
    click.option(
        "--keep", type=click.Choice(("first", "longest")), help="Which of several copies is kept.  [default: first]"
    ),
)
