"""The output formats of `audit diff`, by file suffix."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from audit.errors import UsageError
from audit.report.differences.markdown_format import differences_markdown
from audit.report.differences.summary import differences_summary
from audit.report.summary import row
from audit.report.terminal import show
from audit.text.visible import safe_json, visible

# Writes the differences, and why they fail a check for changes: a sentence, or nothing.
Write: TypeAlias = Callable[[Mapping[str, Any], str], str]


def as_text(facts: Mapping[str, Any], failure: str) -> str:
    """Return the differences as shown on a terminal, without colours."""
    to = io.StringIO()
    show(differences_summary(facts), to)
    if failure:
        show([row("verdict", f"fail; {visible(failure)}")], to)
    return to.getvalue()


def as_json(facts: Mapping[str, Any], _: str) -> str:
    """Return the differences as ASCII JSON, safe for terminals and CI runners."""
    return safe_json(json.dumps(facts, ensure_ascii=True, indent=1, sort_keys=True)) + "\n"


# Format names, file suffixes, and writers.
FORMATS: Final[Mapping[str, tuple[str, Write]]] = {
    "text": (".txt", as_text),
    "markdown": (".md", differences_markdown),
    "json": (".json", as_json),
}


def format_of_file(file: Path) -> Write:
    """Return the writer for the file's suffix; raises UsageError if there is none."""
    for suffix, write in FORMATS.values():
        if file.name.endswith(suffix):
            return write
    known = ", ".join(f"{suffix} ({name})" for name, (suffix, _) in FORMATS.items())
    raise UsageError(f"the name of {visible(str(file))} has no known output format: end it with one of {known}")
