"""The output forms of a check and a run, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.report.form import Form
from audit.report.json_form import JSON
from audit.report.text_form import TEXT
from audit.text.visible import visible

FORMS: Final[tuple[Form, ...]] = (TEXT, JSON)


def form_named(name: str) -> Form:
    """Return the form of this name, which the command line has checked."""
    return next(form for form in FORMS if form.name == name)


def form_of(file: Path) -> Form:
    """Return the form whose suffix the file's name has; raises UsageError when there is none."""
    for form in FORMS:
        if file.name.endswith(form.suffix):
            return form
    known = ", ".join(f"{form.suffix} ({form.name})" for form in FORMS)
    raise UsageError(f"the name of {visible(str(file))} says no form of output: end it with one of {known}")
