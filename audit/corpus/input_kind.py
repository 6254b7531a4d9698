"""What a path given by the user is, and what it must not be."""

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
from audit.read.walk import walk
from audit.release.card.huggingface import read_front_matter
from audit.release.card.page import CARD
from audit.release.manifest import DATASET, MANIFEST
from audit.release.read_manifest import read_manifest
from audit.text.visible import visible
from audit.worker.job import Kind

# As much of a card as its front matter can fill; a card with thousands of features is longer than most.
FRONT_MATTER: Final = 1 << 20
# Without this key a card states no licence; what is none of an identifier's characters names none.
_LICENCE: Final = b"license:"
_IDENTIFIER: Final = re.compile(r"[\w.+-]+", re.ASCII)
_NO_LICENCE: Final = ("unknown", "null")
# What lies beside data files without being texts of its own: cards, licences, loading scripts, pictures for the card.
_COMPANIONS: Final = frozenset(
    {".md", ".json", ".yaml", ".yml", ".toml", ".py", ".png", ".jpg", ".svg", ".bib", ".cff"}
)


@dataclass(frozen=True, slots=True)
class Target:
    """A path with the kind it is read as; `why` is a clause that says how that was decided."""

    root: Path
    kind: Kind
    why: str

    def told_in(self, report: Mapping[str, Any]) -> dict[str, Any]:
        """Return the report with the kind of its input in it."""
        return {**report, "inputs": {**report["inputs"], "kind": self.kind, "why": self.why}}


def target_of(root: Path, wanted: str | None = None) -> Target:
    """Return what `root` is read as: `wanted` where the user names a kind, else what its contents, not one file, say.

    A release has a manifest that can be read and the files that it names; a dataset has a card that describes data
    files and such files. All else is raw. Raises UsageError when there is nothing at `root`, or it cannot be `wanted`.
    """
    if not root.exists():
        raise UsageError(f"there is nothing at {visible(str(root))}: check the path")
    if wanted is not None:
        return _as_wanted(root, wanted)
    if not root.is_dir():
        return Target(root, "raw", "it is a file")
    not_released = _why_no_release(root)
    if not_released == "":
        return Target(root, "release", f"{MANIFEST} names the tables that lie beside it")
    return _dataset_or_raw(root, not_released)


def files_given(given: Sequence[str | Path]) -> tuple[Path, tuple[str, ...]]:
    """Return the folder that some files lie below, the working folder if it can be, and their paths below it.

    Raises UsageError when one of them is no file.
    """
    for file in given:
        if not Path(file).is_file():
            said = "is a folder: name one folder, or files" if Path(file).is_dir() else "is no file: check the path"
            raise UsageError(f"{visible(str(file))} {said}")
    whole, here = [os.path.abspath(file) for file in given], os.getcwd()  # noqa: PTH100, PTH109 links are not followed
    is_here = all(os.path.commonpath((path, here)) == here for path in whole)
    root = here if is_here else os.path.commonpath([os.path.dirname(path) for path in whole])  # noqa: PTH120 as above
    return Path(root), tuple(os.path.relpath(path, root) for path in whole)


def kind_of(root: Path) -> Kind:
    """Return whether `root` is a release of ours, another dataset's folder or raw input, as `target_of` decides."""
    return target_of(root).kind


def _as_wanted(root: Path, wanted: str) -> Target:
    kind: Kind | None = next((kind for kind in get_args(Kind) if kind == wanted), None)
    if kind is None:
        raise UsageError(f"there is no kind {visible(wanted, 40)!r}: choose one of {', '.join(get_args(Kind))}")
    if kind == "release":
        read_manifest(root)
    if kind == "dataset" and not any(map(is_data, _paths(root))):
        raise UsageError(f"{visible(str(root))} holds no data files (Parquet, Arrow, JSON Lines, CSV): try --kind raw")
    return Target(root, kind, "as asked for")


def _why_no_release(root: Path) -> str | None:
    """Return '' for a release, None for what does not look like one, else what keeps it from being one."""
    if not (root / MANIFEST).is_file():
        return None
    try:
        named = [file.path for file in read_manifest(root).files]
    except UsageError:
        return f"{MANIFEST} is not that of a release"
    tables = [path for path in named if path.endswith(".parquet") and path.partition("/")[0] in DATASET]
    # One of them is enough: a release that lost a shard is a damaged release, and must be called one.
    is_there = any(os.path.lexists(root / path) for path in tables)
    return "" if is_there else f"{MANIFEST} names no table that is there"


def _dataset_or_raw(root: Path, not_released: str | None) -> Target:
    if saved := _saved(root):
        return Target(root, "dataset", f"{saved} says that datasets saved it to this disk")
    if not _has_card(root):
        return Target(root, "raw", not_released or "no release and no dataset card lies in it")
    patterns = _patterns(root)
    kind: Kind = "dataset" if _has_named_data(root, patterns) or (not patterns and _is_mostly_data(root)) else "raw"
    said = f"{CARD} describes data files" + (
        " that are there" if kind == "dataset" else ", but the folder holds others"
    )
    return Target(root, kind, f"{not_released}, and {said}" if not_released else said)


def _saved(root: Path) -> str:
    """Return the file by which `Dataset.save_to_disk` and its kin know their folder again; empty where none is."""
    named = ("dataset_dict.json",) if (root / "dataset_dict.json").is_file() else ("state.json", "dataset_info.json")
    is_saved = all((root / name).is_file() for name in named)
    return named[0] if is_saved and any(path.endswith(".arrow") for path in _paths(root)) else ""


def _has_card(root: Path) -> bool:
    """Return whether `root` holds the card of a dataset: a README.md whose front matter describes data files."""
    return any(line.startswith((b"configs:", b"dataset_info:")) for line in _front(root).splitlines())


def _front(folder: Path) -> bytes:
    """Return the front matter of a folder's card; empty where there is none."""
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
    said = (each for card in cards for each in _licences(card))
    found = (each for each in said if isinstance(each, str) and _IDENTIFIER.fullmatch(each))
    return next((each for each in found if each.lower() not in _NO_LICENCE), "")


def _licences(card: Mapping[str, Any]) -> list[Any]:
    """Return the licence that a card states first, behind the name of one that a Hub has no word for."""
    stated = _listed(card.get("license"))[:1]
    return [card.get("license_name"), *stated] if stated == ["other"] else stated


def _card(folder: Path) -> Mapping[str, Any]:
    """Return what the front matter of a folder's card says; nothing where it cannot be read."""
    try:
        if (folder / CARD).stat().st_size > FRONT_MATTER:
            return {}
        return read_front_matter(folder / CARD)
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _patterns(root: Path) -> tuple[str, ...]:
    """Return the patterns of all data files that the card names, whatever their split; none where it cannot be read."""
    found = (each.get("data_files") for each in _listed(_card(root).get("configs")) if isinstance(each, Mapping))
    return tuple(pattern for value in found for pattern in _flat(value))


def _flat(value: object) -> Iterator[str]:
    """Yield the patterns of `data_files`: one, a list, a mapping by split, or a list of splits with their paths."""
    for entry in _listed(value):
        if isinstance(entry, Mapping):
            yield from (p for path in ([entry["path"]] if "path" in entry else entry.values()) for p in _flat(path))
        else:
            yield from path_patterns(entry)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _has_named_data(root: Path, patterns: tuple[str, ...]) -> bool:
    return any(is_data(path) and any(fnmatchcase(path, p) for p in patterns) for path in _paths(root) if patterns)


def _is_mostly_data(root: Path) -> bool:
    """Return whether there are data files, and no more texts beside them: a table of contents makes no dataset."""
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
    """Raise UsageError when the output would lie among the input: the next run would read it."""
    if output is None:
        return
    inside, outside = output.resolve(), root.resolve()
    if inside == outside or (outside.is_dir() and outside in inside.parents):
        raise UsageError(f"the output {output} lies inside the input {root}: choose another place")


def refuse_output(root: Path, only: Sequence[str] | None, output: Path | None) -> None:
    """Raise UsageError when the output would lie among the input: where `only` some files are read, in one's place."""
    if only is None:
        refuse_inside(root, output)
    elif output is not None and output.resolve() in {(root / path).resolve() for path in only}:
        raise UsageError(f"the output {output} is one of the files that are read: choose another place")


def refuse_nothing(found: int, root: Path) -> None:
    """Raise UsageError when there was no input at all: a run that judges nothing must not look like a pass."""
    if not found:
        raise UsageError(f"{root} holds no files: there is nothing to read")
