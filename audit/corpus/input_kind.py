"""The kind of an input path (release, dataset or raw), and paths an output must not have."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any, Final, get_args

from audit.corpus.comparison.splits import path_patterns
from audit.errors import UsageError
from audit.read.readers import is_data
from audit.read.walk import walk, what_there_is
from audit.release.card.huggingface import FRONT_MATTER, read_front_matter
from audit.release.card.page import CARD
from audit.release.lineage.yanked import leading
from audit.release.manifest import DATASET, MANIFEST
from audit.release.read_manifest import read_manifest
from audit.release.storage.reading import refuse_partial
from audit.release.version import versions_of
from audit.text.visible import visible
from audit.worker.job import Kind

# Keys and pattern of a licence identifier; a card without the key states none.
_LICENCE: Final = b"license:"
_IDENTIFIER: Final = re.compile(r"[\w.+-]+", re.ASCII)
_NO_LICENCE: Final = ("unknown", "null")
# Files beside data files that are no texts of their own: cards, licences, loading scripts, pictures of the card.
_COMPANIONS: Final = frozenset(
    {".md", ".json", ".yaml", ".yml", ".toml", ".py", ".png", ".jpg", ".svg", ".bib", ".cff"}
)


@dataclass(frozen=True, slots=True)
class Target:
    """A path and the kind it is read as; `why` is a clause explaining the decision."""

    root: Path
    kind: Kind
    why: str

    def added_to(self, report: Mapping[str, Any]) -> dict[str, Any]:
        """Return the report with the kind of its input."""
        return {**report, "inputs": {**report["inputs"], "kind": self.kind, "why": self.why}}


def detect_target(root: Path, wanted: str | None = None) -> Target:
    """Return the kind of `root`: `wanted` if given, else decided by its contents as a whole.

    A release has a readable manifest and the files it names; of dist/NAME it is the newest. A dataset has a card that
    describes data files, and such files. All else is raw. Raises UsageError if it cannot be `wanted`, or is damaged.
    """
    if not root.exists():
        raise UsageError(f"there is nothing at {visible(str(root))}: check the path{what_there_is(root)}")
    target = _detected(root) if wanted is None else _requested_kind(root, wanted)
    if target.kind == "release":
        refuse_partial(target.root, read_manifest(target.root))
    return target


def _detected(root: Path) -> Target:
    if not root.is_dir():
        return Target(root, "raw", "a single file is no release and no dataset")
    not_released = _why_no_release(root)
    if not_released == "":
        return Target(root, "release", f"{MANIFEST} lists the tables beside it")
    return _newest(root) or _dataset_or_raw(root, not_released)


def _newest(home: Path) -> Target | None:
    """Return the newest version below dist/NAME, None where no versions are; raises UsageError if it is damaged."""
    if not any(all((home / str(each) / name).exists() for name in (MANIFEST, *DATASET)) for each in versions_of(home)):
        return None
    newest = home / str(leading(home))
    if (defect := _why_no_release(newest)) != "":
        raise UsageError(f"{visible(str(newest))}: {defect or f'it has no {MANIFEST}'}; fetch it again, or remove it")
    return Target(newest, "release", f"it is the newest version in {visible(str(home))}")


def common_folder(given: Sequence[str | Path]) -> tuple[Path, tuple[str, ...]]:
    """Return the common folder of some files, preferably the working folder, and their paths below it.

    Raises UsageError if one of them is not a file.
    """
    for file in given:
        if not Path(file).is_file():
            problem = (
                "is a folder: name a single folder, or files"
                if Path(file).is_dir()
                else ("is not a file: check the path")
            )
            raise UsageError(f"{visible(str(file))} {problem}")
    whole, here = [os.path.abspath(file) for file in given], os.getcwd()  # noqa: PTH100, PTH109 links are not followed
    is_here = all(os.path.commonpath((path, here)) == here for path in whole)
    root = here if is_here else os.path.commonpath([os.path.dirname(path) for path in whole])  # noqa: PTH120 as above
    return Path(root), tuple(os.path.relpath(path, root) for path in whole)


def _requested_kind(root: Path, wanted: str) -> Target:
    kind: Kind | None = next((kind for kind in get_args(Kind) if kind == wanted), None)
    if kind is None:
        raise UsageError(f"there is no kind {visible(wanted, 40)!r}: choose one of {', '.join(get_args(Kind))}")
    if kind == "dataset" and not any(map(is_data, _paths(root))):
        raise UsageError(
            f"{visible(str(root))} contains no data files (Parquet, Arrow, JSON Lines, CSV): try --kind raw"
        )
    return Target(root, kind, "as requested")


def _why_no_release(root: Path) -> str | None:
    """Return '' for a release, None if it does not resemble one, else the defect that makes it a damaged one."""
    if not (root / MANIFEST).is_file():
        return None
    try:
        named = [file.path for file in read_manifest(root).files]
    except UsageError:
        return f"{MANIFEST} is not that of a release"
    tables = [path for path in named if path.endswith(".parquet") and path.partition("/")[0] in DATASET]
    # One of the named files suffices: a release that lost a shard is a damaged release, not raw input.
    is_there = any(os.path.lexists(root / path) for path in tables)
    return "" if is_there else f"{MANIFEST} lists no existing table"


def _dataset_or_raw(root: Path, not_released: str | None) -> Target:
    if saved := _saved(root):
        return Target(root, "dataset", f"{saved} was written by save_to_disk of datasets")
    if not _has_card(root):
        return Target(root, "raw", not_released or "it contains no release and no dataset card")
    patterns = _patterns(root)
    kind: Kind = "dataset" if _has_named_data(root, patterns) or (not patterns and _is_mostly_data(root)) else "raw"
    which = " that exist" if kind == "dataset" else ", but the folder contains others"
    reason = f"{CARD} describes data files{which}"
    return Target(root, kind, f"{not_released}, and {reason}" if not_released else reason)


def _saved(root: Path) -> str:
    """Return the marker file of `Dataset.save_to_disk` and similar; empty if there is none."""
    named = ("dataset_dict.json",) if (root / "dataset_dict.json").is_file() else ("state.json", "dataset_info.json")
    is_saved = all((root / name).is_file() for name in named)
    return named[0] if is_saved and any(path.endswith(".arrow") for path in _paths(root)) else ""


def _has_card(root: Path) -> bool:
    """Return whether `root` has a README.md whose front matter describes data files."""
    return any(line.startswith((b"configs:", b"dataset_info:")) for line in _front(root).splitlines())


def _front(folder: Path) -> bytes:
    """Return the front matter of a folder's card; empty if there is none."""
    try:
        with (folder / CARD).open("rb") as card:
            head = card.read(FRONT_MATTER)
    except OSError:
        return b""
    return head.removeprefix(b"---").partition(b"\n---")[0] if head.startswith(b"---") else b""


def stated_licence(root: Path) -> str:
    """Return the licence that the card in a folder states, or the one in the folder above; empty where none does.

    Of one that a Hub calls other it is the name.
    """
    folder = root.absolute() if root.is_dir() else root.absolute().parent
    cards = (_card(place) for place in (folder, folder.parent) if _LICENCE in _front(place))
    licences = (each for card in cards for each in _licences(card))
    found = (each for each in licences if isinstance(each, str) and _IDENTIFIER.fullmatch(each))
    return next((each for each in found if each.lower() not in _NO_LICENCE), "")


def _licences(card: Mapping[str, Any]) -> list[Any]:
    """Return the licence that a card states first, behind the name of one that a Hub has no word for."""
    stated = _as_list(card.get("license"))[:1]
    return [card.get("license_name"), *stated] if stated == ["other"] else stated


def _card(folder: Path) -> Mapping[str, Any]:
    """Return the parsed front matter of a folder's card; empty if it is unreadable."""
    try:
        return read_front_matter(folder / CARD)
    except (OSError, ValueError):
        return {}


def _patterns(root: Path) -> tuple[str, ...]:
    """Return the patterns of all data files the card names, of any split; empty if it is unreadable."""
    found = (each.get("data_files") for each in _as_list(_card(root).get("configs")) if isinstance(each, Mapping))
    return tuple(pattern for value in found for pattern in _flat(value))


def _flat(value: object) -> Iterator[str]:
    """Yield the patterns of `data_files`: a string, a list, a mapping by split, or a list of splits with paths."""
    for entry in _as_list(value):
        if isinstance(entry, Mapping):
            yield from (p for path in ([entry["path"]] if "path" in entry else entry.values()) for p in _flat(path))
        else:
            yield from path_patterns(entry)


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _has_named_data(root: Path, patterns: tuple[str, ...]) -> bool:
    return any(is_data(path) and any(fnmatchcase(path, p) for p in patterns) for path in _paths(root) if patterns)


def _is_mostly_data(root: Path) -> bool:
    """Return whether there are data files and no more texts than those beside them."""
    data, texts = 0, 0
    for path in _paths(root):
        if is_data(path):
            data += 1
        elif _is_text_of_its_own(PurePosixPath(path)):
            texts += 1
    return data > 0 and data >= texts


def _is_text_of_its_own(path: PurePosixPath) -> bool:
    is_named_in_capitals = path.stem.isupper()  # LICENSE, CITATION, README.txt
    return not (path.name.startswith(".") or is_named_in_capitals or path.suffix.lower() in _COMPANIONS)


def _paths(root: Path) -> Iterator[str]:
    return (os.fsdecode(entry.path) for entry in walk(root) if entry.refusal is None)


def refuse_inside(root: Path, output: Path | None) -> None:
    """Raise UsageError if the output lies inside the input, where the next run would read it."""
    if output is None:
        return
    inside, outside = output.resolve(), root.resolve()
    if inside == outside or (outside.is_dir() and outside in inside.parents):
        raise UsageError(f"the output {output} is inside the input {root}: choose another location")


def refuse_output(root: Path, only: Sequence[str] | None, output: Path | None) -> None:
    """Raise UsageError if the output lies inside the input, or replaces one of the files `only`."""
    if only is None:
        refuse_inside(root, output)
    elif output is not None and output.resolve() in {(root / path).resolve() for path in only}:
        raise UsageError(f"the output {output} is one of the input files: choose another location")


def refuse_empty(found: int, root: Path) -> None:
    """Raise UsageError if there was no input at all: an empty run must not look like a pass."""
    if not found:
        raise UsageError(f"{root} contains no files: there is nothing to read")
