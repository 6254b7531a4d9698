"""`audit.split`: a dataset divided into splits, such as train and test, without leakage between them."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Unpack

import numpy as np
import pyarrow as pa

from audit.atomic import write_new
from audit.corpus.comparison.partition import Partition, partition
from audit.corpus.comparison.reference_corpora import ReferenceCorpus
from audit.corpus.corpus_audit import CorpusAudit, audit_corpus, scratch
from audit.corpus.input_kind import detect_target, refuse_empty, refuse_inside
from audit.corpus.states import PUBLISHED
from audit.engine.stages import Progress, enter_stage, no_progress
from audit.errors import UsageError
from audit.measure.duplication.index import unpack, write_index
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.records.texts import ChosenTexts
from audit.policy import ChoosingOverrides, Policy
from audit.release.card.huggingface import front_matter_of
from audit.release.card.page import CARD
from audit.release.manifest import canonical_json
from audit.release.storage.files import place_folder
from audit.release.storage.shards import write_parquet
from audit.report.build import head
from audit.report.summary import Outcome
from audit.text.visible import visible
from audit.verbs.call.settings import accepts_settings, as_flags, resolve_settings, with_unused, without_limits
from audit.verbs.call.urls import accepts_urls
from audit.verbs.results.result import Result
from audit.worker.job import Job

HALVES: Final[Mapping[str, float]] = {"train": 0.9, "test": 0.1}
# Names accepted by `datasets` for a split and by any file system for a file.
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,31}")
# Tolerance for sums of decimal shares.
_ROUNDING: Final = 1e-9


@accepts_settings(ChoosingOverrides)
@accepts_urls
def split(  # noqa: PLR0913 a keyword for each flag
    target: str | Path,
    *,
    out: str | Path,
    parts: Mapping[str, float] = HALVES,
    seed: int = 0,
    config: str | Path | Policy | None = None,
    workers: int | None = None,
    progress: Progress = no_progress,
    **overrides: Unpack[ChoosingOverrides],
) -> Result:
    """Divide the documents a release of `target` would hold into `parts`, a dataset with one split each.

    Documents that share more than chance (copies, near copies, containment, long quotations) go to one part together,
    so that `audit.check` finds no leakage. The shares of the parts, which sum to 1, are met on average. `out` must be
    missing or empty; it receives NAME.parquet per part, split.json and a card. Raises UsageError if the target, the
    parts or the settings are unusable, or a part would be empty.
    """
    _check(parts)
    policy, origin = resolve_settings(config, overrides, workers)
    policy = without_limits(policy)
    read_as, folder = detect_target(Path(target)), Path(out)
    root = read_as.root
    origin = with_unused(origin, config, root)
    refuse_inside(root, folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} already exists and is not an empty folder: name another one")
    with scratch(folder) as rows:
        found = audit_corpus(Job(root, read_as.kind, rows, policy, measures=True), workers, progress)
        refuse_empty(found.corpus.found, root)
        chosen = found.verdict.state == PUBLISHED
        enter_stage("dividing")
        divided = partition(_searchable(found, chosen), parts, seed, policy.duplicates.similarity)
        report = head("split") | {"seed": seed} | _counts(divided, parts) | {"ledger": dict(found.states)}
        made = rows / "made"
        made.mkdir()
        of_row = np.full(len(chosen), -1)
        of_row[chosen] = divided.of_row
        for number, name in enumerate(parts):
            content = write_parquet(made / f"{name}.parquet", found.corpus.dataset, _documents(found, of_row == number))
            report["parts"][name]["sha256"] = content.sha256
        write_new(made / "split.json", canonical_json(report))
        write_new(made / CARD, _card(report).encode())
        _empty(folder)
        place_folder(made, folder)
    steps = tuple(_steps(report, str(target), str(folder), as_flags(config, overrides)))
    outcome = Outcome(f"audit split {target} --out {out}", origin, str(folder), steps)
    return Result(report, outcome, passed=True, path=folder)


def _steps(report: Mapping[str, Any], target: str, folder: str, flags: Sequence[str]) -> Iterator[str]:
    if report["documents"] < sum(report["ledger"].values()):
        yield f"{shlex.join(['audit', 'check', target, *flags])}  # why inputs were left out"
    yield f"{shlex.join(['audit', 'check', folder])}  # nothing leaks between the parts"
    yield f"datasets.load_dataset({json.dumps(folder, ensure_ascii=False)})"


def _check(parts: Mapping[str, float]) -> None:
    if len(parts) < len(HALVES):
        raise UsageError("name two parts or more, such as train=0.9 and test=0.1")
    for name, share in parts.items():
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"{visible(name, 40)} is not a valid name of a part: use letters, digits and _, starting with a letter"
            )
        if not 0 < share < 1:
            raise UsageError(f"the share of {name} must be a number between 0 and 1, not {share!r}")
    if abs(sum(parts.values()) - 1) > _ROUNDING:
        *others, last = parts
        rest = 1 - sum(parts[name] for name in others)
        hint = f"{last}={rest:.6g} would make it so" if rest > _ROUNDING else "lower them, as in train=0.9 and test=0.1"
        raise UsageError(f"the shares of the parts add up to {sum(parts.values()):g}, not to 1: {hint}")


def _searchable(found: CorpusAudit, chosen: np.ndarray) -> ReferenceCorpus:
    """Return the chosen documents, renumbered and laid out for the search."""
    corpus = found.corpus
    index = corpus.folder / "index.parquet"
    write_index(index, corpus.files("signatures"), chosen, found.copies.rows)
    bodies = ChosenTexts(Bodies(corpus.files("documents")), np.flatnonzero(chosen))
    return ReferenceCorpus("", unpack([index], corpus.folder / "index"), bodies)


def _documents(found: CorpusAudit, chosen: np.ndarray) -> Iterator[pa.Table]:
    for number, table in enumerate(found.corpus.documents()):
        start, end = int(found.corpus.edges[number]), int(found.corpus.edges[number + 1])
        yield table.filter(pa.array(chosen[start:end]))


def _counts(divided: Partition, parts: Mapping[str, float]) -> dict[str, Any]:
    sizes = np.bincount(divided.of_row, minlength=len(parts)).tolist()
    clusters = np.bincount(divided.clusters, minlength=1)
    empty = [name for name, size in zip(parts, sizes, strict=True) if not size]
    if empty:
        raise UsageError(
            f"{', '.join(empty)} would get none of the {sum(sizes):,} documents: use larger shares or another seed"
        )
    return {
        "documents": sum(sizes),
        "clusters": int((clusters > 0).sum()),
        "largest_cluster": int(clusters.max()),
        "parts": {name: {"share": parts[name], "documents": size} for name, size in zip(parts, sizes, strict=True)},
    }


def _card(report: Mapping[str, Any]) -> str:
    files = [{"split": name, "path": f"{name}.parquet"} for name in report["parts"]]
    sizes = ", ".join(f"{name} {part['documents']:,}" for name, part in report["parts"].items())
    # Without this key `datasets` would serve cached rows of an older folder of the same name.
    digest = sha256("".join(part["sha256"] for part in report["parts"].values()).encode()).hexdigest()
    config = {"config_name": "default", "description": f"content sha256:{digest}", "data_files": files}
    return (
        f"{front_matter_of({'configs': [config]})}\n{report['documents']:,} documents in {len(files)} parts: {sizes}. "
        f"Documents that share more text than expected by chance are in the same part: {report['clusters']:,} "
        f"clusters, the largest of {report['largest_cluster']:,}. Made by corpus-audit with seed {report['seed']}; "
        "split.json has the numbers.\n"
    )


def _empty(folder: Path) -> None:
    """Remove the output folder if it is empty, so that the result can be moved there."""
    if folder.is_dir():
        folder.rmdir()
