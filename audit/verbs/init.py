"""`audit.init`: a first configuration and CI workflow for a folder, based on a survey of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, get_args

from audit.atomic import write_new
from audit.corpus.input_kind import stated_licence
from audit.corpus.survey import Survey, survey
from audit.errors import UsageError
from audit.kernels import load
from audit.policy import CONFIGURATION
from audit.report.build import head
from audit.report.summary import Outcome
from audit.starter.configuration import configuration
from audit.starter.workflow import PLAIN, Host, host_of, in_repository, workflow, workflow_of
from audit.text.visible import visible
from audit.verbs.results.result import Result

# What may lie beside the data of a repository: hidden files, and these.
_NO_DATA_SUFFIXES: Final = frozenset({".md", ".toml", ".cfg", ".yml", ".yaml", ".lock", ".cff", ".bib", ".py", ".sh"})
_NO_DATA_FOLDERS: Final = frozenset({"docs", "scripts", "tests", "dist", "node_modules", "__pycache__", "venv"})


def init(folder: str | Path = ".", *, ci: Host | None = None) -> Result:
    """Survey `folder` and write audit.toml and a CI workflow into it.

    The data are its only subfolder, if nothing but files such as README.md lies beside it, else the whole folder. The
    workflow is written where hosts look for it, at the root of the Git repository. `ci` is the CI host; the default is
    gitlab where .gitlab-ci.yml or .gitlab exists, else github. Raises UsageError, and changes nothing, if the folder is
    empty or a file to be written exists.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"{visible(str(root))} is not a folder: name the folder with the texts, or change to it")
    place = in_repository(root)
    host = ci or host_of(place)
    if host not in get_args(Host):
        raise UsageError(f"ci is {', '.join(get_args(Host))}, not {visible(str(host), 40)!r}")
    policy, file = root / CONFIGURATION, None if host == "none" else workflow_of(host, place)
    _refuse_existing(policy, "move it first")
    if file is not None:
        _refuse_existing(file, "write the workflow yourself and use --ci none")
    load()
    target = _data_of(root)
    found = survey(root / target, frozenset() if target != "." else _no_data(root))
    if not found.files:
        raise UsageError(f"{visible(str(root))} contains no files: put some texts there first")
    write_new(policy, configuration(found, target).encode("utf-8"))
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_new(file, workflow(host, place, target, _flags(found, root / target)).encode("utf-8"))
    written = [os.path.relpath(each.resolve(), root.resolve()) for each in (policy, file) if each is not None]
    report = head("init") | {"target": target, "written": written, **_survey_report(found)}
    return Result(report, Outcome(f"audit init {folder}", "no settings but those found", str(root)), True, root)  # noqa: FBT003


def _refuse_existing(file: Path, remedy: str) -> None:
    if os.path.lexists(file):
        raise UsageError(f"{visible(str(file))} already exists and is not overwritten: {remedy}")


def _data_of(root: Path) -> str:
    """Return the only data folder, or "." if the data lie in several or at the top."""
    names = sorted({path.name for path in root.iterdir()} - _no_data(root))
    is_one = len(names) == 1 and (root / names[0]).is_dir() and not (root / names[0]).is_symlink()
    return names[0] if is_one and PLAIN.issuperset(names[0]) and not names[0].startswith("-") else "."


def _no_data(root: Path) -> frozenset[str]:
    return frozenset(path.name for path in root.iterdir() if _is_no_data(path))


def _is_no_data(path: Path) -> bool:
    if path.name.startswith("."):
        return True
    if path.is_dir():
        return path.name in _NO_DATA_FOLDERS
    return path.suffix.lower() in _NO_DATA_SUFFIXES or (path.stem.isupper() and path.suffix.lower() in {"", ".txt"})


def _flags(found: Survey, data: Path) -> str:
    """Return the flags that hold what is true today: every input can be read, the card states a licence."""
    holds = {"unread-inputs": not found.unread, "missing-licence": bool(stated_licence(data))}
    return "".join(f" --mostly {rule}=1" for rule, is_so in holds.items() if is_so)


def _survey_report(found: Survey) -> dict[str, object]:
    return {
        "files": found.files,
        "bytes": found.bytes,
        "kinds": found.kinds,
        "looked_at": found.looked_at,
        "encodings": found.encodings,
        "languages": found.languages,
    }
