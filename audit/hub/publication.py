"""Publication of a release: one commit onto the expected branch head, then the tag, then verification.

Each step checks what exists already, so that repeating an interrupted publication completes it, and repeating a
complete one only verifies it. The branch never holds an intermediate state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha1
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.hub.address import Repository
from audit.hub.client import Change, Hub, RemoteFile, RemoteState
from audit.hub.limits import refuse_too_much
from audit.release.card.page import CARD
from audit.release.manifest import DATASET, MANIFEST, File, Manifest
from audit.release.pinned import Pinned, pin_sound, pinned
from audit.release.storage.files import sha256_of
from audit.release.version import Version
from audit.untrusted import MalformedError, RelativePath

# Paths owned by a release on a Hub: files absent from the next release are deleted, lest they be loaded with it.
_OURS: Final = ("audit", *DATASET)
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishOptions:
    """The mode of publication: a dry run; a new repository `private`; a pull request instead of a commit."""

    dry_run: bool = False
    private: bool = False
    create_pr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What was published, or would be.

    `before` is the version on the branch. `sent`, `removed` and `unchanged` are paths; `commit` is the tagged commit;
    `problems` list differences between the Hub and the release.
    """

    repository: Repository
    url: str
    version: Version
    before: Version | None = None
    is_new_repository: bool = False
    sent: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    commit: str | None = None
    tag: str | None = None
    pull_request: str | None = None
    problems: tuple[str, ...] = field(default=())

    @property
    def title(self) -> str:
        """The title of the commit."""
        return f"Release {self.version}"


@dataclass(frozen=True, slots=True)
class _Release:
    """A release to publish: folder, manifest, and all files including the manifest."""

    folder: Path
    pinned: Pinned
    files: tuple[File, ...]

    @property
    def manifest(self) -> Manifest:
        return self.pinned.manifest

    @property
    def tag(self) -> str:
        return f"v{self.manifest.version}"


def publish(folder: Path, repository: Repository, manner: PublishOptions) -> Publication:
    """Publish the verified release in `folder`, and return the outcome.

    Raises UsageError if it exceeds the Hub's limits, or the repository holds something else, a later version, or
    another release with this version; MachineError if the Hub cannot be reached or refuses.
    """
    release = _opened(folder)
    refuse_too_much(release.files, CARD)
    hub = Hub(repository)
    if not manner.dry_run and not hub.has_token():
        raise UsageError("there is no token to publish with: set HF_TOKEN, or log in with `hf auth login`")
    plan = Publication(repository=repository, url=hub.url, version=release.manifest.version)
    if (tagged := hub.state(release.tag)) is not None:
        return _published_before(hub, release, plan, tagged)
    return _published(hub, release, plan, manner)


def _opened(folder: Path) -> _Release:
    found = pin_sound(folder)
    manifest = File(RelativePath(MANIFEST), (folder / MANIFEST).stat().st_size, found.sha256)
    return _Release(folder, found, (*found.manifest.files, manifest))


def _published_before(hub: Hub, release: _Release, plan: Publication, tagged: RemoteState) -> Publication:
    there = hub.files(tagged.commit)
    if _manifest_there(hub, there, tagged.commit) != release.pinned:
        raise UsageError(
            f"{plan.repository} has a different release tagged {release.tag}: published versions are never changed; "
            "release the changes as a new version"
        )
    return _compared(hub, release, replace(plan, before=plan.version), tagged.commit)


def _published(hub: Hub, release: _Release, plan: Publication, manner: PublishOptions) -> Publication:
    head, repository = hub.state(), hub.repository
    if head is None:
        plan = replace(plan, is_new_repository=True, sent=tuple(str(file.path) for file in release.files))
        if manner.dry_run:
            return plan
        hub.create(private=manner.private)
        head = hub.state()
        if head is None:
            raise UsageError(f"{repository} was created, but the token has no access to it; give it read access")
    elif manner.private and not head.is_private:
        raise UsageError(f"{repository} exists and is public: make it private on the Hub, or omit --private")
    plan = _changes(hub, release, plan, head.commit)
    return plan if manner.dry_run else _sent(hub, release, plan, head.commit, manner)


def _changes(hub: Hub, release: _Release, plan: Publication, head: str) -> Publication:
    """Return the plan with the differences between branch and release."""
    there = hub.files(head)
    before = _manifest_there(hub, there, head)
    if before is not None:
        _refuse_to_follow(before, release, plan.repository)
    same_by_path = {str(file.path): _is_same(release.folder, file, there.get(file.path)) for file in release.files}
    return replace(
        plan,
        before=before.manifest.version if before else None,
        sent=tuple(path for path, is_same in same_by_path.items() if not is_same),
        removed=tuple(sorted(path for path in there if path.split("/")[0] in _OURS and path not in same_by_path)),
        unchanged=tuple(path for path, is_same in same_by_path.items() if is_same),
    )


def _manifest_there(hub: Hub, there: Mapping[str, RemoteFile], revision: str) -> Pinned | None:
    if MANIFEST not in there:
        return None
    try:
        return pinned(hub.fetch(MANIFEST, revision).read_bytes())
    except MalformedError as error:
        raise UsageError(
            f"{hub.repository} has a {MANIFEST} that is not of a release ({error}): name another repository"
        ) from error


def _refuse_to_follow(before: Pinned, release: _Release, repository: Repository) -> None:
    was, ours = before.manifest, release.manifest
    if was.name != ours.name:
        raise UsageError(f"{repository} contains releases of {was.name}, not of {ours.name}: name another repository")
    if was.version > ours.version:
        raise UsageError(f"{repository} already has version {was.version}, which is newer than {ours.version}")
    if was.version == ours.version and before != release.pinned:
        raise UsageError(f"{repository} has a different release {ours.version}: release the changes as a new version")


def _sent(hub: Hub, release: _Release, plan: Publication, head: str, manner: PublishOptions) -> Publication:
    commit = head
    if plan.sent or plan.removed:
        title = plan.title
        if manner.create_pr and (opened := hub.pull_request(title)):
            return replace(plan, sent=(), removed=(), pull_request=opened)
        add = [(path, release.folder / path) for path in plan.sent]
        made = hub.commit(Change(title, add, plan.removed, head), as_pull_request=manner.create_pr)
        if manner.create_pr:
            done = replace(plan, pull_request=made.pull_request)
            return replace(done, problems=tuple(_differing(hub, release, made.commit)))
        commit = made.commit
    hub.tag(release.tag, commit, plan.title)
    return _compared(hub, release, plan, commit)


def _compared(hub: Hub, release: _Release, plan: Publication, commit: str) -> Publication:
    """Return the publication after verifying what the tag points at, which must be that commit."""
    now = hub.state(release.tag)
    problems = list(_differing(hub, release, commit))
    if now is None or now.commit != commit:
        problems.append(f"the tag {release.tag} does not point to the commit {commit}: find out who moved it")
    return replace(plan, commit=commit, tag=release.tag, problems=tuple(problems))


def _differing(hub: Hub, release: _Release, commit: str) -> Iterator[str]:
    """Yield the paths at a commit that differ from the release, by the Hub's digests; the manifest is downloaded."""
    there = hub.files(commit)
    for file in release.files:
        if file.path not in there:
            yield f"{file.path} is missing there: publish again"
        elif not _is_same(release.folder, file, there[file.path]):
            yield f"{file.path} has different bytes there: publish again"
    for path in sorted(there.keys() - {str(file.path) for file in release.files}):
        if path.split("/")[0] in _OURS:
            yield f"{path} is there but belongs to no release: publish again"
    if MANIFEST in there and sha256_of(hub.fetch(MANIFEST, commit)) != release.pinned.sha256:
        yield f"{MANIFEST} arrived with different bytes: publish again"


def _is_same(folder: Path, file: File, there: RemoteFile | None) -> bool:
    if there is None or there.bytes != file.bytes:
        return False
    return there.sha256 == file.sha256 if there.sha256 else there.blob == blob_id(folder / file.path, file.bytes)


def blob_id(path: Path, size: int) -> str:
    """Return the git blob id of a file. It is SHA-1 and no proof of integrity."""
    made = sha1(f"blob {size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as file:
        while part := file.read(_CHUNK):
            made.update(part)
    return made.hexdigest()
