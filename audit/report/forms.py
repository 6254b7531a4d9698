"""The output formats of check and run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.report.exchange.github_form import GITHUB
from audit.report.exchange.gitlab_form import GITLAB
from audit.report.exchange.jsonl_form import JSON_LINES
from audit.report.exchange.junit_form import JUNIT
from audit.report.exchange.markdown_form import MARKDOWN
from audit.report.exchange.sarif_form import SARIF
from audit.report.form import Form
from audit.report.json_form import JSON
from audit.report.text_form import TEXT
from audit.text.visible import visible

FORMS: Final[tuple[Form, ...]] = (TEXT, JSON, JSON_LINES, MARKDOWN, JUNIT, SARIF, GITHUB, GITLAB)


def form_named(name: str) -> Form:
    """Return the format of this name, which the command line has validated."""
    return next(form for form in FORMS if form.name == name)


def form_of(file: Path) -> Form:
    """Return the format with the longest matching suffix; raises UsageError if there is none."""
    ends = [(end, form) for form in FORMS for end in (form.suffix, *form.also) if file.name.endswith(end)]
    if ends:
        return max(ends, key=lambda found: len(found[0]))[1]
    known = ", ".join(f"{form.suffix} ({form.name})" for form in FORMS)
    raise UsageError(f"the name of {visible(str(file))} has no known output format: end it with one of {known}")
