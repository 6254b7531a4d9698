"""`audit.publish`: a release on a Hub."""

from __future__ import annotations

from pathlib import Path

from audit.errors import UsageError
from audit.hub.address import Repository
from audit.hub.publication import Publication, PublishOptions
from audit.hub.publication import publish as published
from audit.release.lineage.named import place_of
from audit.release.verification.problem import Verified
from audit.release.verification.verify import verify
from audit.report.build import head
from audit.report.summary import Outcome
from audit.verbs.results.result import Result


def publish(
    release: str | Path,
    repository: str,
    *,
    dry_run: bool = False,
    private: bool = False,
    create_pr: bool = False,
) -> Result:
    """Publish a release, or the newest below dist/NAME, to the Hub's dataset `repository` (OWNER/NAME).

    The release is verified, committed in one step on top of the branch head seen before, tagged vVERSION, and what
    arrived is compared. A repeated call resumes, or does nothing. `dry_run` sends nothing; `private` makes a new
    repository private; `create_pr` opens a pull request, which is tagged by a repeated call once it is merged. The
    token comes from HF_TOKEN or the Hub's login; HF_ENDPOINT names another Hub. The result has passed if the release is
    sound and the Hub holds it. Raises UsageError if the release cannot follow what is in the repository,
    MachineError if the Hub refuses.
    """
    named, manner = Repository.parse(repository), PublishOptions(dry_run=dry_run, private=private, create_pr=create_pr)
    if dry_run and create_pr:
        raise UsageError("a dry run opens no pull request: give only one of the two options")
    proven = verify(place_of(release))
    if not proven.is_sound:
        return _refused(proven, named)
    done = published(proven.path, named, manner)
    return _result(done, proven, dry_run=dry_run)


def _refused(proven: Verified, repository: Repository) -> Result:
    problems = [f"not published: {problem}" for problem in proven.problems]
    report = head("publish") | {"repository": str(repository), "published": False, "problems": problems}
    return Result(report, Outcome(f"audit publish {proven.path} {repository}", ""), passed=False, path=proven.path)


def _result(done: Publication, proven: Verified, *, dry_run: bool) -> Result:
    report = head("publish") | {
        "repository": str(done.repository),
        "url": done.url,
        "name": proven.name,
        "version": str(done.version),
        "before": str(done.before) if done.before else None,
        "new_repository": done.is_new_repository,
        "dry_run": dry_run,
        "sent": list(done.sent),
        "removed": list(done.removed),
        "unchanged": list(done.unchanged),
        "commit": done.commit,
        "tag": done.tag,
        "pull_request": done.pull_request,
        "published": done.tag is not None,
        "problems": list(done.problems),
    }
    call = f"audit publish {proven.path} {done.repository}"
    return Result(report, Outcome(call, "", done.url), not done.problems, proven.path)
