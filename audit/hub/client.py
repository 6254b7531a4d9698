"""The only module that imports `huggingface_hub`: requests to a Hub, and the meaning of its errors.

The client reads HF_ENDPOINT, HF_TOKEN and HF_HOME on import. It handles the token itself, from the environment or the
Hub's login; no message shows it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from audit.errors import AuditError, MachineError, UsageError
from audit.hub.address import Repository
from audit.text.visible import visible
from audit.untrusted import Digest, MalformedError
from audit.version import VERSION

_DATASET: Final = "dataset"
_MAIN: Final = "main"
_UNAUTHORIZED, _FORBIDDEN, _CONFLICT, _STALE = 401, 403, 409, 412
_REASON: Final = 200
_AGAIN: Final = "run again"
_RESUME: Final = "run again: files already uploaded are not sent again"
_LOGIN: Final = "set HF_TOKEN to a token that may write there, or log in with `hf auth login`"
_REMEDIES: Final = {
    _UNAUTHORIZED: _LOGIN,
    _FORBIDDEN: _LOGIN,
    _CONFLICT: "it was changed in the meantime: run again to compare with the new state",
    _STALE: "the branch was changed in the meantime and was not touched: run again to compare with the new state",
}


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file as listed by a Hub: `sha256` for an LFS file, and `blob`, its git object id."""

    path: str
    bytes: int
    blob: str
    sha256: Digest | None


@dataclass(frozen=True, slots=True)
class RemoteState:
    """A repository at a revision: the commit, and whether it is private."""

    commit: str
    is_private: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A commit to make: title, files by path, paths to delete, and parent commit."""

    title: str
    add: Sequence[tuple[str, Path]]
    remove: Sequence[str]
    parent: str


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit made, and the URL of its pull request, if any."""

    commit: str
    pull_request: str | None


class Hub:
    """One repository on the Hub configured by the environment."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._id = str(repository)
        self._api = _client()

    @property
    def url(self) -> str:
        """Return the repository's URL for a browser."""
        return f"{self._api.endpoint}/datasets/{self._id}"

    def has_token(self) -> bool:
        """Return whether the environment or the Hub's login provides a token."""
        from huggingface_hub import get_token

        return bool(get_token())

    def state(self, revision: str = _MAIN) -> RemoteState | None:
        """Return the repository at a revision; None if either does not exist."""
        from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError

        with self._asking(f"looking for {self._id} at {revision}"):
            try:
                found = self._api.repo_info(self._id, revision=revision, repo_type=_DATASET)
            except GatedRepoError:
                raise
            except (RepositoryNotFoundError, RevisionNotFoundError):
                return None
        return RemoteState(str(found.sha), bool(found.private))

    def files(self, revision: str) -> dict[str, RemoteFile]:
        """Return the files at a revision by path."""
        with self._asking(f"listing {self._id} at {revision}"):
            listed = list(self._api.list_repo_tree(self._id, recursive=True, revision=revision, repo_type=_DATASET))
        return {each.path: _remote(each) for each in listed if hasattr(each, "blob_id")}

    def fetch(self, path: str, revision: str) -> Path:
        """Return a local copy of a file from the client's cache; may be a link, must not be modified."""
        with self._asking(f"fetching {visible(path, _REASON)} of {self._id} at {revision}"):
            return Path(self._api.hf_hub_download(self._id, path, revision=revision, repo_type=_DATASET))

    def create(self, *, private: bool) -> None:
        """Create the repository, which then has one commit."""
        with self._asking(f"creating {self._id}"):
            self._api.create_repo(self._id, repo_type=_DATASET, private=private, exist_ok=True)

    def commit(self, change: Change, *, as_pull_request: bool = False) -> Committed:
        """Make one commit on the main branch, or fail if its head is not the parent in `change`."""
        from huggingface_hub import CommitOperationAdd, CommitOperationDelete

        with self._asking(f"sending {len(change.add)} files to {self._id}", _RESUME):
            made = self._api.create_commit(
                self._id,
                [
                    *(CommitOperationDelete(path, is_folder=False) for path in change.remove),
                    *(CommitOperationAdd(path, file) for path, file in change.add),
                ],
                commit_message=change.title,
                repo_type=_DATASET,
                parent_commit=change.parent,
                create_pr=as_pull_request,
            )
        return Committed(made.oid, made.pr_url)

    def tag(self, name: str, commit: str, title: str) -> None:
        """Tag a commit."""
        with self._asking(f"tagging {self._id} as {name}"):
            self._api.create_tag(self._id, tag=name, tag_message=title, revision=commit, repo_type=_DATASET)

    def pull_request(self, title: str) -> str | None:
        """Return the URL of the open pull request with this title, if any."""
        with self._asking(f"looking for pull requests of {self._id}"):
            opened = self._api.get_repo_discussions(
                self._id, repo_type=_DATASET, discussion_type="pull_request", discussion_status="open"
            )
            return next((each.url for each in opened if each.title == title), None)

    @contextmanager
    def _asking(self, doing: str, then: str = _AGAIN) -> Iterator[None]:
        from huggingface_hub.errors import HTTPError, OfflineModeIsEnabled  # type: ignore[attr-defined]

        try:
            yield
        except OfflineModeIsEnabled as error:
            raise UsageError(f"{doing} is not possible while HF_HUB_OFFLINE is set: unset it") from error
        # The client wraps failures during upload in RuntimeError, and raises ValueError for malformed responses.
        except (HTTPError, OSError, RuntimeError, ValueError) as error:
            raise self._refusal(doing, error, then) from error

    def _refusal(self, doing: str, error: BaseException, then: str) -> AuditError:
        from huggingface_hub.errors import HfHubHTTPError

        answer = next((each for each in _chain(error) if isinstance(each, HfHubHTTPError)), None)
        if answer is None:
            message = f"{type(error).__name__}: {self._safe(str(error))}"
            return MachineError(f"{doing} failed ({message}); check that the Hub can be reached, then {then}")
        status = answer.response.status_code
        why = f": {self._safe(answer.server_message)}" if answer.server_message else ""
        helps = _REMEDIES.get(status, then)
        kind = UsageError if status in {_UNAUTHORIZED, _FORBIDDEN} else MachineError
        return kind(f"{doing} failed: the Hub answered {status}{why}; {helps}")

    def _safe(self, message: str) -> str:
        """Return a foreign message, printable and without the token."""
        from huggingface_hub import get_token

        token = get_token()
        return visible(message.replace(token, "…") if token else message, _REASON)


def _client() -> Any:  # noqa: ANN401 huggingface_hub.HfApi, which is not imported yet
    from huggingface_hub import HfApi, utils

    # Silence its own messages and progress bars: we report the publication.
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    if not sys.stderr.isatty():
        utils.disable_progress_bars()  # type: ignore[attr-defined]
    return HfApi(library_name="corpus-audit", library_version=VERSION)


def _remote(listed: Any) -> RemoteFile:  # noqa: ANN401 huggingface_hub's RepoFile
    large = listed.lfs
    try:
        sha256 = None if large is None else Digest(large.sha256)
    except MalformedError as error:
        raise MachineError(
            f"the Hub gives invalid details of {visible(listed.path, _REASON)}: {error}; {_AGAIN}"
        ) from error
    return RemoteFile(str(listed.path), int(listed.size if large is None else large.size), str(listed.blob_id), sha256)


def _chain(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__
