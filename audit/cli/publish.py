"""`audit publish`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from audit.cli import options
from audit.cli.environment.results import show

# The mark tells click not to wrap what follows.
EXAMPLES: Final = """\b
Examples:
  audit publish dist/local-news my-team/local-news --dry-run
  audit publish dist/local-news/1.0.0 my-team/local-news --private
"""


@click.command(short_help="Publish a release to a Hub, in one commit and one tag.", epilog=EXAMPLES)
@click.argument("release", type=options.FOLDER)
@click.argument("repository", metavar="REPO_ID")
@click.option("--dry-run", is_flag=True, help="Show what would be uploaded, without uploading.")
@click.option("--private", is_flag=True, help="Make a new repository private.")
@click.option("--create-pr", is_flag=True, help="Open a pull request; run again once it is merged, for the tag.")
@options.as_format
def publish(release: Path, repository: str, form: str, **flags: Any) -> int:
    """Publish a release to the dataset repository REPO_ID (OWNER/NAME) of a Hub.

    RELEASE is dist/NAME/VERSION, dist/NAME for the newest, or NAME@VERSION or NAME in dist. It is verified first,
    committed in one step on top of the branch head seen before, tagged vVERSION, and what arrived is compared. A
    repeated call resumes an interrupted one. The token comes from HF_TOKEN or the Hub's login. Exits 1 if the release,
    or what arrived, is not sound.
    """
    from audit.verbs.publish import publish as twin

    result = twin(release, repository, **flags)
    return show(result, form)
