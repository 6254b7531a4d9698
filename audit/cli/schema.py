"""`audit schema`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from audit.cli import options
from audit.policy import RULE_SETTINGS, SETTINGS


@click.command(short_help="Show the tables: columns, types, units, meanings.")
@click.argument("name", required=False)
@options.as_format
def schema(name: str | None, form: str) -> int:
    """Show the schemas: every table's columns with type, unit and meaning; NAME for one of them."""
    from audit.report.terminal import show_json, show_text
    from audit.verbs.explain import schema as twin

    contracts = twin(name)
    if form == "json":
        show_json(contracts)
    else:
        show_text("\n\n".join("\n".join(_lines(title, contract)) for title, contract in contracts.items()))
    return 0


def _lines(title: str, contract: Mapping[str, Any]) -> Iterator[str]:
    yield f"{title}: {contract['description']}"
    for column in contract.get("columns", ()):
        mark = " " if column["nullable"] else "!"
        yield f"  {column['name']:22} {column['type']:14} {mark}  {column['description']}"
    if title == "policy":
        yield from _settings()


def _settings() -> Iterator[str]:
    for each in (*SETTINGS, *RULE_SETTINGS):
        name = each.name if each in SETTINGS else f"rules.RULE.{each.key}"
        yield f"  {name:22} {each.flag:17}  {each.meaning}"
