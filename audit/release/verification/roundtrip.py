"""Round trip: the rows `datasets.load_dataset` returns for a release, digested in a child process.

`datasets` reads its settings on import and keeps a cache; a child with an empty home and no network sees what any user
would see. Started as `python -m audit.release.verification.roundtrip FOLDER CACHE`.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from audit.errors import child_error, remedy_in
from audit.machine import machine_error
from audit.release.card.huggingface import load
from audit.release.manifest import DATASET, Substance
from audit.release.storage.digest import ContentDigest
from audit.release.storage.reading import files_of, open_parquet
from audit.release.tables import TABLES
from audit.release.verification.problem import Problem
from audit.scratch import Scratch
from audit.tables import Table
from audit.tables.table import column_of
from audit.text.visible import visible

_QUIET: Final = {
    "HF_HUB_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_DATASETS_DISABLE_PROGRESS_BARS": "1",
}
_THIS: Final = "audit.release.verification.roundtrip"
_LONGEST_REASON: Final = 300
# The lines of a traceback that name an error.
_RAISED: Final = re.compile(r"[\w.]+Error\b")
# Characters that `datasets` interprets as a glob or a chained file system.
_UNREADABLE: Final = ("*", "?", "[", "]", "::")


def check_round_trip(release: Path, substance: Substance) -> tuple[Problem, ...]:
    """Return where `datasets` does not return exactly the released rows.

    Raises MachineError if loading failed because of the machine, which says nothing about the release.
    """
    try:
        done = load_in_child(release)
    except OSError as error:
        raise machine_error(error, "loading the release with datasets") from error
    if done.returncode:
        _refuse_trouble(done)
        return (_explain_failure(release, done.stderr),)
    loaded = json.loads(done.stdout.splitlines()[-1])
    return tuple(_differing(name) for name in DATASET if loaded[name] != substance.tables[name].sha256)


def load_in_child(release: Path) -> subprocess.CompletedProcess[bytes]:
    """Load a release with `datasets` in a process of its own, which has an empty cache."""
    with Scratch() as home:
        return subprocess.run(  # noqa: S603 our own module
            [sys.executable, "-P", "-m", _THIS, str(release.absolute()), str(home.path)],
            env=child_environment(str(home.path)),
            capture_output=True,
            check=False,
        )


def _refuse_trouble(done: subprocess.CompletedProcess[bytes]) -> None:
    """Raise MachineError if a child died of a full disk, lack of memory, or too many open files."""
    # `datasets` wraps errors of the machine in its own, below theirs.
    lines = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if _RAISED.match(line)]
    message = next(filter(remedy_in, reversed(lines)), _last_line(done.stderr))
    if done.returncode == -signal.SIGKILL:
        raise machine_error(MemoryError(), "loading the release with datasets (it was killed)")
    if remedy_in(message):
        raise child_error(f"loading the release with datasets failed ({visible(message, _LONGEST_REASON)})", message)


def _last_line(stderr: bytes) -> str:
    return stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]


def child_environment(home: str) -> dict[str, str]:
    """Return the environment of a process that loads releases with the cache `home`."""
    # -P: a datasets.py in the current folder must not shadow `datasets`.
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, **_QUIET, "HF_HOME": home, "PYTHONPATH": paths}


def _explain_failure(release: Path, stderr: bytes) -> Problem:
    if any(sign in str(release.absolute()) for sign in _UNREADABLE):
        what = "datasets interprets * ? [ ] or :: in its path as a pattern, and cannot load it"
        return Problem("README.md", what, "move the release elsewhere")
    return Problem("README.md", f"datasets cannot load the release: {visible(_last_line(stderr), _LONGEST_REASON)}")


def _differing(name: str) -> Problem:
    return Problem(name, "the rows loaded by datasets.load_dataset differ from the release")


def _with_columns_of_files(folder: Path, table: Table) -> Table:
    """Return the table with the columns of its files, whose schema version may differ."""
    with open_parquet(files_of(folder, table)[0]) as file:
        columns = [column_of(field) for field in file.schema_arrow]
    return replace(table, columns=tuple(column for column in columns if column is not None))


def _loaded_digest(folder: Path, table: Table, cache: Path) -> str:
    table = _with_columns_of_files(folder, table)
    digest = ContentDigest(table)
    for rows in load(folder, table.name, cache):
        # No cast, which would hide changes by the loader. It drops nullability; the files were checked for that.
        if [(f.name, f.type) for f in rows.schema] != [(f.name, f.type) for f in table.arrow]:
            return "different columns"
        digest.update(rows)
    return digest.hexdigest()


def main(folder: str, cache: str) -> None:
    """Print the content digests of what `datasets` loads, as JSON."""
    found = {t.name: _loaded_digest(Path(folder), t, Path(cache, t.name)) for t in TABLES if t.name in DATASET}
    sys.stdout.write(f"\n{json.dumps(found)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
