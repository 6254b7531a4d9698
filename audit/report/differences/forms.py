"""The forms that differences are written in, by the end of a file's name."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from audit.errors import UsageError
from audit.report.differences.markdown_form import differences_markdown
from audit.report.differences.summary import differences_summary
from audit.report.terminal import show
from audit.text.visible import safe_json, visible

Write: TypeAlias = Callable[[Mapping[str, Any]], str]


def as_text(facts: Mapping[str, Any]) -> str:
    """Return the differences as a terminal shows them, without colours."""
    to = io.StringIO()
    show(differences_summary(facts), to)
    return to.getvalue()


def as_json(facts: Mapping[str, Any]) -> str:
    """Return the differences as JSON in ASCII, no line of which a terminal or a CI runner obeys."""
    return safe_json(json.dumps(facts, ensure_ascii=True, indent=1, sort_keys=True)) + "\n"


# The names of the forms, the ends of names of files in them, and what writes them.
FORMS: Final[Mapping[str, tuple[str, Write]]] = {
    "text": (".txt", as_text),
    "markdown": (".md", differences_markdown),
    "json": (".json", as_json),
}


def form_of(file: Path) -> Write:
    """Return what writes the form whose suffix the file's name has; raises UsageError when there is none."""
    for suffix, write in FORMS.values():
        if file.name.endswith(suffix):
            return write
    known = ", ".join(f"{suffix} ({name})" for name, (suffix, _) in FORMS.items())
    raise UsageError(f"the name of {visible(str(file))} says no form of output: end it with one of {known}")
