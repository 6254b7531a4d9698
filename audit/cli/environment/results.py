"""The results of verbs on standard output, and the exit codes that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audit.verbs.results.result import Result


def call(verb: Callable[..., Result], form: str, target: object, *, quiet: bool, **flags: Any) -> int:
    """Call a verb with its progress shown unless `quiet`, print the result, and return the exit code."""
    from audit.report.progress import progress

    with progress(quiet=quiet) as seen:
        result = verb(target, progress=seen, **flags)
    return show(result, form)


def show(result: Result, form: str) -> int:
    """Print a result as text or JSON (`form`), and return the exit code: 1 if a check failed."""
    from audit.report.terminal import show_as

    show_as(form, result.report, result.lines())
    return 0 if result.passed else 1
