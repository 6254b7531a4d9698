"""`audit explain`."""

from __future__ import annotations

from pathlib import Path

import click

from audit.cli import options


@click.command()
@click.argument("subject")
@click.option(
    "--in",
    "folder",
    type=options.FOLDER,
    help="A release or the folder of a check that knows the document.  [default: newest releases in dist/]",
)
@options.as_format
def explain(subject: str, folder: Path | None, form: str) -> int:
    """Show the page of a rule (ENC004, mojibake), or all that was decided about a document (by its id), and why."""
    from audit.report.document import document_page
    from audit.report.terminal import show
    from audit.verbs.explain import explain as twin

    explained = twin(subject, folder)
    if form == "json":
        options.print_json(explained)
    elif "page" in explained:
        click.echo(explained["page"])
    else:
        show(document_page(explained))
    return 0
