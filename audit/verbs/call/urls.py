"""Inputs and outputs named by URLs: inputs are downloaded before a verb runs, results uploaded when it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import wraps
from inspect import BoundArguments, signature
from pathlib import Path
from typing import Any, Final, ParamSpec

from audit.errors import AuditError, UsageError
from audit.hub.address import is_address
from audit.release.card.page import CARD
from audit.release.manifest import MANIFEST
from audit.release.version import check_name, is_version, parse_version
from audit.remote.local_copies import download, list_only, with_urls
from audit.remote.results import releases, upload_when_done
from audit.remote.url import is_url, local_path, shown
from audit.verbs.call.settings import resolve_settings
from audit.verbs.results.result import Result

P = ParamSpec("P")

_INPUTS: Final = ("raw", "target", "against", "release", "rebuild")
_READ_BY_EXECUTORS: Final = ("raw", "target")
# The files that identify a release or a dataset folder (audit.corpus.input_kind).
_TELLING_KIND: Final = (MANIFEST, CARD, "dataset_dict.json", "state.json")
_OUT, _DIST, _RELEASE = "out", "dist", "release"


def accepts_urls(verb: Callable[P, Result]) -> Callable[P, Result]:
    """Decorate a verb so that inputs (raw, target, against, release, rebuild) and outputs (out, dist) may be URLs.

    URLs are those of fsspec. Results and messages show them without credentials, and never the local copies.
    """
    shape = signature(verb)

    @wraps(verb)
    def called(*args: P.args, **kwargs: P.kwargs) -> Result:
        given = shape.bind(*args, **kwargs)
        if not any(is_url(one) for value in given.arguments.values() for one in _values(value)):
            return verb(*args, **kwargs)
        _refuse_inside(given)
        with ExitStack() as stack, _telling():
            for name in (*_INPUTS, _OUT, _DIST):
                if name in given.arguments:
                    given.arguments[name] = _here(name, given, stack, verb.__name__)
            # The result must be translated while the mapping of copies is still known.
            found = _with_urls(verb(*given.args, **given.kwargs))
            stack.close()
        return found

    return called


def _refuse_inside(given: BoundArguments) -> None:
    """Raise UsageError if an output lies inside the input, where the next run would read it."""
    inputs = [one for name in _INPUTS for one in _values(given.arguments.get(name)) if is_url(one)]
    for result in (given.arguments.get(_OUT), given.arguments.get(_DIST)):
        if is_url(result) and any(f"{result}/".startswith(f"{one.rstrip('/')}/") for one in inputs):
            raise UsageError(f"the output {shown(result)} is inside the input: choose another location")


def _values(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else (value,)


def _here(name: str, given: BoundArguments, stack: ExitStack, verb: str) -> Any:  # noqa: ANN401 what was given
    """Return the argument with URLs replaced by local paths."""
    value = given.arguments[name]
    if isinstance(value, (list, tuple)):
        return [_path(name, one, given, stack, verb) for one in value]
    return _path(name, value, given, stack, verb)


def _path(name: str, place: object, given: BoundArguments, stack: ExitStack, verb: str) -> object:
    if not is_url(place) or (name == _RELEASE and is_address(str(place))):
        # verify fetches a release on a Hub itself, by revision, digest by digest.
        return place
    own = local_path(place)
    if own is not None:
        return own
    if name == _OUT:
        return stack.enter_context(upload_when_done(place, is_new=verb == "split"))
    if name == _DIST:
        policy, _ = resolve_settings(given.arguments.get("config"), given.arguments.get("overrides", {}))
        chosen = _whole if policy.duplicates.across == "all" else _of_the_plan
        return stack.enter_context(releases(place, check_name(given.arguments["name"]), chosen))
    if name in _READ_BY_EXECUTORS and not isinstance(given.arguments[name], (list, tuple)) and _on_spark(given):
        return stack.enter_context(_for_executors(place))
    return stack.enter_context(_released(place) if name == _RELEASE else download(place))


def _on_spark(given: BoundArguments) -> bool:
    policy, _ = resolve_settings(given.arguments.get("config"), given.arguments.get("overrides", {}))
    return policy.engine.on_spark


@contextmanager
def _for_executors(url: str) -> Iterator[Path]:
    """Yield the names of the files at a URL, for executors to read; card and manifest are downloaded."""
    with list_only(url) as root:
        if not any((root / name).exists() for name in _TELLING_KIND):
            yield root
            return
    with download(url) as root:
        yield root


@contextmanager
def _released(url: str) -> Iterator[Path]:
    """Yield a copy of a release, or of the newest in a folder of releases, beside the manifests of the others."""
    home, _, version = url.rstrip("/").rpartition("/")
    if is_version(version):
        with download(home, lambda paths: _around(paths, version)) as copy:
            yield copy / version
    else:
        with download(url, _newest) as copy:
            yield copy


def _newest(paths: Collection[str]) -> Collection[str]:
    version = _newest_version(paths)
    return _around(paths, version) if version and MANIFEST not in paths else paths


def _newest_version(paths: Collection[str]) -> str | None:
    folders = {path.partition("/")[0] for path in paths if path.partition("/")[2] == MANIFEST}
    versions = sorted(parse_version(name) for name in folders if is_version(name))
    return str(versions[-1]) if versions else None


def _whole(paths: Collection[str]) -> Collection[str]:
    return paths


def _of_the_plan(paths: Collection[str]) -> Collection[str]:
    """Return the files needed to plan the next version: manifests, cards, ledgers, and the release compared with."""
    newest, known_by = _newest_version(paths), {MANIFEST, CARD, "audit/ledger.parquet"}
    parts = [(path, *path.partition("/")[::2]) for path in paths]
    return [path for path, version, file in parts if path == CARD or version == newest or file in known_by]


def _around(paths: Collection[str], version: str) -> Collection[str]:
    """Return the files of a version, and those that identify the other versions and the card of all."""
    known_by = {MANIFEST, CARD}
    return [
        path for path in paths if path.startswith(f"{version}/") or path == CARD or path.partition("/")[2] in known_by
    ]


def _with_urls(found: Result) -> Result:
    outcome = found.outcome
    outcome_with_urls = replace(
        outcome,
        call=with_urls(outcome.call),
        target=with_urls(outcome.target) if outcome.target else None,
        next=tuple(map(with_urls, outcome.next)),
    )
    place = None if found.path is None else with_urls(str(found.path))
    is_here = place is None or place == str(found.path)
    return replace(found, outcome=outcome_with_urls, path=found.path if is_here else place)


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except AuditError as error:
        raise type(error)(with_urls(str(error))) from error
