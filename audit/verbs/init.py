"""`audit.init`: a first configuration and CI workflow for a folder, based on a survey of it."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Final, Literal, get_args

from audit.atomic import write_new
from audit.corpus.input_kind import stated_licence
from audit.corpus.survey import Survey, survey
from audit.errors import UsageError
from audit.kernels import load
from audit.policy import CONFIGURATION
from audit.report.build import head
from audit.report.summary import Outcome
from audit.starter.configuration import configuration
from audit.text.visible import visible
from audit.verbs.results.result import Result
from audit.version import VERSION

Host = Literal["github", "gitlab", "none"]
_STARTER: Final = Path(__file__).parent.parent / "starter"
_WORKFLOWS: Final = {"github": ".github/workflows/audit.yml", "gitlab": ".gitlab-ci.yml"}
# What may lie beside the data of a repository: hidden files, and these.
_NO_DATA_SUFFIXES: Final = frozenset({".md", ".toml", ".cfg", ".yml", ".yaml", ".lock", ".cff", ".bib", ".py", ".sh"})
_NO_DATA_FOLDERS: Final = frozenset({"docs", "scripts", "tests", "dist", "node_modules", "__pycache__", "venv"})
# Names that are safe inside quotes in a workflow's YAML and its shell.
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-")


def init(folder: str | Path = ".", *, ci: Host | None = None) -> Result:
    """Survey `folder` and write audit.toml and a CI workflow into it.

    The data are its only subfolder, if nothing but files such as README.md lies beside it, else the whole folder. `ci`
    is the CI host; the default is gitlab where .gitlab-ci.yml or .gitlab exists, else github. Raises UsageError, and
    changes nothing, if the folder is empty or a file to be written exists.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"{visible(str(root))} is not a folder: name the folder with the texts, or change to it")
    host = ci or _host_of(root)
    if host not in get_args(Host):
        raise UsageError(f"ci is {', '.join(get_args(Host))}, not {visible(str(host), 40)!r}")
    policy, workflow = root / CONFIGURATION, None if host == "none" else root / _WORKFLOWS[host]
    _refuse_existing(policy, "move it first")
    if workflow is not None:
        _refuse_existing(workflow, "write the workflow yourself and use --ci none")
    load()
    target = _data_of(root)
    found = survey(root / target, frozenset() if target != "." else _no_data(root))
    if not found.files:
        raise UsageError(f"{visible(str(root))} contains no files: put some texts there first")
    write_new(policy, configuration(found, target).encode("utf-8"))
    if workflow is not None:
        workflow.parent.mkdir(parents=True, exist_ok=True)
        write_new(workflow, _workflow(host, target, _flags(found, root / target)).encode("utf-8"))
    written = [file.relative_to(root).as_posix() for file in (policy, workflow) if file is not None]
    report = head("init") | {"target": target, "written": written, **_survey_report(found)}
    return Result(report, Outcome(f"audit init {folder}", "no settings but those found", str(root)), True, root)  # noqa: FBT003


def _host_of(root: Path) -> Host:
    is_gitlab = (root / ".gitlab-ci.yml").exists() or (root / ".gitlab").exists()
    return "gitlab" if is_gitlab else "github"


def _refuse_existing(file: Path, remedy: str) -> None:
    if os.path.lexists(file):
        raise UsageError(f"{visible(str(file))} already exists and is not overwritten: {remedy}")


def _data_of(root: Path) -> str:
    """Return the only data folder, or "." if the data lie in several or at the top."""
    names = sorted({path.name for path in root.iterdir()} - _no_data(root))
    is_one = len(names) == 1 and (root / names[0]).is_dir() and not (root / names[0]).is_symlink()
    return names[0] if is_one and _PLAIN.issuperset(names[0]) and not names[0].startswith("-") else "."


def _no_data(root: Path) -> frozenset[str]:
    return frozenset(path.name for path in root.iterdir() if _is_no_data(path))


def _is_no_data(path: Path) -> bool:
    if path.name.startswith("."):
        return True
    if path.is_dir():
        return path.name in _NO_DATA_FOLDERS
    return path.suffix.lower() in _NO_DATA_SUFFIXES or (path.stem.isupper() and path.suffix.lower() in {"", ".txt"})


def _flags(found: Survey, data: Path) -> str:
    """Return the flags that keep what is so by now: that all inputs can be read, and that a card states a licence."""
    holds = {"unread-inputs": not found.unread, "missing-licence": bool(stated_licence(data))}
    return "".join(f" --mostly {rule}=1" for rule, is_so in holds.items() if is_so)


def _workflow(host: str, target: str, flags: str) -> str:
    text = (_STARTER / f"{host}.yml").read_text("utf-8")
    return text.replace("@VERSION@", VERSION).replace("@FLAGS@", flags).replace("@TARGET@", shlex.quote(target))


def _survey_report(found: Survey) -> dict[str, object]:
    return {
        "files": found.files,
        "bytes": found.bytes,
        "kinds": found.kinds,
        "looked_at": found.looked_at,
        "encodings": found.encodings,
        "languages": found.languages,
    }
