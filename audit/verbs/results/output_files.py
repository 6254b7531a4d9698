"""Writing the result of a check or a run to the files the caller names."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from audit.atomic import naming, replacing
from audit.corpus.input_kind import refuse_output
from audit.corpus.output_place import refuse_unwritable
from audit.errors import UsageError
from audit.remote.url import is_url, shown
from audit.report.output_formats import format_of_file
from audit.text.visible import visible
from audit.verbs.results.result import Result


def check_output_files(to: Sequence[str | Path], root: Path, only: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Return the files a result is to be written to; raises UsageError if one is unsuitable.

    They may not lie in the input: below `root`, or at one of the paths `only` that are read there.
    """
    if isinstance(to, str | Path):
        raise UsageError(f"to takes a list of files, such as [{str(to)!r}]")
    for url in filter(is_url, to):
        raise UsageError(f"a result is written to local files, not to {shown(url)}: --out may be a URL")
    files = tuple(map(Path, to))
    for file in files:
        format_of_file(file)
        refuse_output(root, only, file)
        if file.is_dir():
            raise UsageError(f"{visible(str(file))} is a folder: name a file in it")
        refuse_unwritable(file.parent)
    return files


def write_result(result: Result, files: Sequence[Path]) -> Result:
    """Write the result into `files`, each in the format of its suffix, and return it."""
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        with naming(file), replacing(file) as raw:
            text = io.TextIOWrapper(raw, "utf-8", newline="\n")
            format_of_file(file).write(result.findings, result.as_report(), text)
            # `replacing` closes the file after syncing it.
            text.detach()
    return result
