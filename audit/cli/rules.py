"""`audit rules`."""

from __future__ import annotations

import click

from audit.cli import options


@click.command(short_help="List the rules.")
@options.as_format
def rules(form: str) -> int:
    """List the rules: code, severity, name, and the expectation behind it."""
    from audit.report.terminal import show_json, show_text
    from audit.verbs.explain import rules as twin

    listed = twin()
    if form == "json":
        show_json(listed)
    else:
        lines = (f"{rule['code']}  {rule['severity']:8}  {rule['name']:26}  {rule['in_words']}" for rule in listed)
        show_text("\n".join(lines))
    return 0
