"""`audit schema`."""

from __future__ import annotations

import click

from audit.cli import options


@click.command()
@click.argument("name", required=False)
@options.as_format
def schema(name: str | None, form: str) -> int:
    """Show the contracts: every table's columns with type, unit and meaning; NAME for one of them."""
    from audit.verbs.explain import schema as twin

    contracts = twin(name)
    if form == "json":
        options.print_json(contracts)
        return 0
    for title, contract in contracts.items():
        click.echo(f"{title}: {contract['description']}")
        for column in contract.get("columns", ()):
            mark = " " if column["nullable"] else "!"
            click.echo(f"  {column['name']:22} {column['type']:14} {mark}  {column['description']}")
        click.echo()
    return 0
