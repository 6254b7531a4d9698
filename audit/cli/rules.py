"""`audit rules`."""

from __future__ import annotations

import click

from audit.cli import options


@click.command()
@options.as_format
def rules(form: str) -> int:
    """List the rules: code, severity, name, and the expectation behind it."""
    from audit.verbs.explain import rules as twin

    listed = twin()
    if form == "json":
        options.print_json(listed)
        return 0
    for rule in listed:
        click.echo(f"{rule['code']}  {rule['severity']:8}  {rule['name']:26}  {rule['in_words']}")
    return 0
