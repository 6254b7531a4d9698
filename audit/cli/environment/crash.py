"""Crash logs: what a developer needs, in a private file, without secrets and texts."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from audit.cores import usable_cores
from audit.remote.url import is_url, shown
from audit.text.secret import without_secrets
from audit.text.visible import visible
from audit.version import VERSION, version_of

# Packages whose version may matter.
_PACKAGES: Final = (
    "click", "datasets", "great-expectations", "huggingface-hub", "langdetect", "llvmlite", "numba", "numpy", "pandas",
    "polars", "pyarrow", "rich", "trafilatura", "zstandard",
)  # fmt: skip
# Environment variables that affect a run; no others are logged.
_VARIABLES: Final = re.compile(r"(AUDIT_|LC_|NUMBA_|POLARS_|PYTHON)\w*|LANG|LANGUAGE|TMPDIR|NO_COLOR|TERM|CI")
_LONGEST_LINE: Final = 1000
_CREDENTIALS: Final = re.compile(r"(?<=://)[^/\s@]+@")


def write_crash_log(error: BaseException, argv: Sequence[str]) -> Path | None:
    """Write a crash log readable by this user only; return its path, None if no place is writable.

    It goes to AUDIT_CRASH_DIR, else to the temporary folder.
    """
    content = "\n".join(_safe(line) for part in _parts(error, argv) for line in part.splitlines()) + "\n"
    for folder in (os.environ.get("AUDIT_CRASH_DIR"), None):
        try:
            number, path = tempfile.mkstemp(prefix="corpus-audit-crash-", suffix=".log", dir=folder)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                file.write(content)
        except OSError:
            continue
        return Path(path)
    return None


def _parts(error: BaseException, argv: Sequence[str]) -> Iterator[str]:
    yield f"corpus-audit {VERSION}, Python {platform.python_version()} ({platform.python_implementation()})"
    encodings = f"{sys.stdout.encoding} output, {sys.getfilesystemencoding()} names"
    yield f"{platform.platform()}, {usable_cores()} of {os.cpu_count()} cores, {encodings}"
    yield "\n## Packages\n" + "\n".join(f"{name} {version_of(name) or 'is not installed'}" for name in _PACKAGES)
    yield "\n## Call\n" + " ".join(repr(shown(word) if is_url(word) else word) for word in ("audit", *argv))
    yield "\n## Environment\n" + "\n".join(
        f"{name}={value}" for name, value in sorted(os.environ.items()) if _VARIABLES.fullmatch(name)
    )
    yield "\n## Settings\n" + _settings(argv)
    yield "\n## Trace\n" + "".join(traceback.format_exception(error))


def _settings(argv: Sequence[str]) -> str:
    """Return the policy of the call without its flags, which are in the logged command line."""
    from audit.errors import AuditError
    from audit.policy import as_plain, load

    named = next((after for flag, after in pairwise(argv) if flag == "--config"), None)
    try:
        policy, origin = load(Path(named) if named else None, Path.cwd())
    except (AuditError, OSError, ValueError, RecursionError) as error:
        return f"cannot be read: {type(error).__name__}"
    return f"{origin}\n{json.dumps(as_plain(policy), sort_keys=True)}"


def _safe(line: str) -> str:
    """Return a line without the user's home path and secrets, escaped."""
    home = os.path.expanduser("~")  # noqa: PTH111 pathlib raises for a user without a home
    shortened = line.replace(home, "~") if len(home) > 1 else line
    return visible(without_secrets(_CREDENTIALS.sub("…@", shortened)), _LONGEST_LINE)
