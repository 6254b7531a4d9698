"""`audit explain` and `audit rules`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from audit.cli import options

# The mark tells click not to wrap what follows.
EXAMPLES: Final = """\b
Examples:
  audit explain mojibake
  audit explain 2024/03/bookshop.txt --in checked/
"""


@click.command(short_help="Show the page of a rule, or all decisions about a document.", epilog=EXAMPLES)
@click.argument("subject", metavar="CODE|ID")
@click.option(
    "--in",
    "folder",
    type=options.FOLDER,
    help="A release, or the folder that audit check --out wrote.  [default: the newest releases in dist/]",
)
@options.as_format
def explain(subject: str, folder: Path | None, form: str) -> int:
    """Show the page of a rule (code or name), or all decisions about a document (id) with their reasons.

    The id of a document is the path of its file below the input folder; PATH#N is record N of a file of records. The
    end of a path, the path from here, or the identifier that a record states will do where they name one document.
    Texts are cut, and secrets in them masked; the tables hold them in full.
    """
    from audit.report.document import document_page, without_whole_texts
    from audit.report.terminal import show_as, show_json, show_text
    from audit.verbs.explain import explain as twin

    explained = twin(subject, folder)
    if "page" in explained:
        show_json(explained) if form == "json" else show_text(explained["page"])
        return 0
    shortened = without_whole_texts(explained)
    show_as(form, shortened, document_page(shortened))
    return 0


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
