"""The output formats of check and run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.report.exchange.github_format import GITHUB
from audit.report.exchange.gitlab_format import GITLAB
from audit.report.exchange.junit_format import JUNIT
from audit.report.exchange.markdown_format import MARKDOWN
from audit.report.exchange.sarif_format import SARIF
from audit.report.json_format import JSON, JSON_LINES
from audit.report.output_format import OutputFormat
from audit.report.text_format import TEXT
from audit.text.visible import visible

FORMATS: Final[tuple[OutputFormat, ...]] = (TEXT, JSON, JSON_LINES, MARKDOWN, JUNIT, SARIF, GITHUB, GITLAB)


def format_named(name: str) -> OutputFormat:
    """Return the format of this name, which the command line has validated."""
    return next(form for form in FORMATS if form.name == name)


def format_of_file(file: Path) -> OutputFormat:
    """Return the format with the longest matching suffix; raises UsageError if there is none."""
    ends = [(end, form) for form in FORMATS for end in (form.suffix, *form.also) if file.name.endswith(end)]
    if ends:
        return max(ends, key=lambda found: len(found[0]))[1]
    known = ", ".join(f"{form.suffix} ({form.name})" for form in FORMATS)
    raise UsageError(f"the name of {visible(str(file))} has no known output format: end it with one of {known}")
