"""The door to `huggingface_hub`, the client: what is asked of a Hub, and what its refusals mean.

The client reads HF_ENDPOINT, HF_TOKEN and HF_HOME when it is imported. The token is its business: it is taken from the
environment or from the Hub's login, and stands in nothing that is said here.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from audit.errors import AuditError, SurroundingsError, UsageError
from audit.hub.address import Repository
from audit.text.visible import visible
from audit.untrusted import Digest, MalformedError
from audit.version import VERSION

_DATASET: Final = "dataset"
_MAIN: Final = "main"
_UNAUTHORIZED, _FORBIDDEN, _CONFLICT, _STALE = 401, 403, 409, 412
_REASON: Final = 200
_AGAIN: Final = "run again: what has arrived is not sent twice"
_LOGIN: Final = "set HF_TOKEN to a token that may write there, or log in with `hf auth login`"
_REMEDIES: Final = {
    _UNAUTHORIZED: _LOGIN,
    _FORBIDDEN: _LOGIN,
    _CONFLICT: "somebody did the same meanwhile: run again, so that it is compared",
    _STALE: "the branch was changed meanwhile and stays as it is: run again, so that it is compared",
}


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file as a Hub lists it: `sha256` where it is a large file, and `blob`, the id that git gives it."""

    path: str
    bytes: int
    blob: str
    sha256: Digest | None


@dataclass(frozen=True, slots=True)
class RemoteState:
    """A repository at a revision: the commit, and whether only its owners see it."""

    commit: str
    is_private: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A commit to be made: its title, what lies where, which paths go, and the commit that it must follow."""

    title: str
    add: Sequence[tuple[str, Path]]
    remove: Sequence[str]
    parent: str


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit that was made, and the address of the pull request that it is in, if any."""

    commit: str
    pull_request: str | None


class Hub:
    """One repository on the Hub that the environment names."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._id = str(repository)
        self._api = _client()

    @property
    def url(self) -> str:
        """Return where a browser finds the repository."""
        return f"{self._api.endpoint}/datasets/{self._id}"

    def has_token(self) -> bool:
        """Return whether the environment or the Hub's login gives a token."""
        from huggingface_hub import get_token

        return bool(get_token())

    def state(self, revision: str = _MAIN) -> RemoteState | None:
        """Return the repository at a revision; None when there is no such repository, or no such revision."""
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
        """Return the files at a revision by their paths."""
        with self._asking(f"listing {self._id} at {revision}"):
            listed = list(self._api.list_repo_tree(self._id, recursive=True, revision=revision, repo_type=_DATASET))
        return {each.path: _remote(each) for each in listed if hasattr(each, "blob_id")}

    def fetch(self, path: str, revision: str) -> Path:
        """Return a local copy of a file, kept by the client; it may be a link and must not be changed."""
        with self._asking(f"fetching {visible(path, _REASON)} of {self._id} at {revision}"):
            return Path(self._api.hf_hub_download(self._id, path, revision=revision, repo_type=_DATASET))

    def create(self, *, private: bool) -> None:
        """Make the repository, which holds one commit then."""
        with self._asking(f"making {self._id}"):
            self._api.create_repo(self._id, repo_type=_DATASET, private=private, exist_ok=True)

    def commit(self, change: Change, *, as_pull_request: bool = False) -> Committed:
        """Make one commit on the main branch, or none at all when the branch is not where `change` must follow."""
        from huggingface_hub import CommitOperationAdd, CommitOperationDelete

        with self._asking(f"sending {len(change.add)} files to {self._id}"):
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
        """Give a commit a name for ever."""
        with self._asking(f"tagging {self._id} as {name}"):
            self._api.create_tag(self._id, tag=name, tag_message=title, revision=commit, repo_type=_DATASET)

    def pull_request(self, title: str) -> str | None:
        """Return the address of the open pull request with this title, if there is one."""
        with self._asking(f"looking for pull requests of {self._id}"):
            opened = self._api.get_repo_discussions(
                self._id, repo_type=_DATASET, discussion_type="pull_request", discussion_status="open"
            )
            return next((each.url for each in opened if each.title == title), None)

    @contextmanager
    def _asking(self, doing: str) -> Iterator[None]:
        from huggingface_hub.errors import HTTPError, OfflineModeIsEnabled  # type: ignore[attr-defined]

        try:
            yield
        except OfflineModeIsEnabled as error:
            raise UsageError(f"{doing} is not possible while HF_HUB_OFFLINE is set: unset it") from error
        # The client wraps what fails while a file is sent in a RuntimeError, and answers without sense in a ValueError.
        except (HTTPError, OSError, RuntimeError, ValueError) as error:
            raise self._refusal(doing, error) from error

    def _refusal(self, doing: str, error: BaseException) -> AuditError:
        from huggingface_hub.errors import HfHubHTTPError

        answer = next((each for each in _chain(error) if isinstance(each, HfHubHTTPError)), None)
        if answer is None:
            said = f"{type(error).__name__}: {self._safe(str(error))}"
            return SurroundingsError(f"{doing} failed ({said}); see that the Hub can be reached, then {_AGAIN}")
        status = answer.response.status_code
        why = f": {self._safe(answer.server_message)}" if answer.server_message else ""
        helps = _REMEDIES.get(status, _AGAIN)
        kind = UsageError if status in {_UNAUTHORIZED, _FORBIDDEN} else SurroundingsError
        return kind(f"{doing} failed, the Hub answered {status}{why}; {helps}")

    def _safe(self, said: str) -> str:
        """Return what somebody said without the token, and fit to be printed."""
        from huggingface_hub import get_token

        token = get_token()
        return visible(said.replace(token, "…") if token else said, _REASON)


def _client() -> Any:  # noqa: ANN401 huggingface_hub.HfApi, which is not imported yet
    from huggingface_hub import HfApi, utils

    # What it has to say of a publication, we say; and a bar is for a terminal.
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    if not sys.stderr.isatty():
        utils.disable_progress_bars()  # type: ignore[attr-defined]
    return HfApi(library_name="corpus-audit", library_version=VERSION)


def _remote(listed: Any) -> RemoteFile:  # noqa: ANN401 huggingface_hub's RepoFile
    large = listed.lfs
    try:
        sha256 = None if large is None else Digest(large.sha256)
    except MalformedError as error:
        raise SurroundingsError(f"the Hub lists {visible(listed.path, _REASON)} so: {error}; {_AGAIN}") from error
    return RemoteFile(str(listed.path), int(listed.size if large is None else large.size), str(listed.blob_id), sha256)


def _chain(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__
