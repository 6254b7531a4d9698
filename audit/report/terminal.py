"""What is written to a terminal or a log. rich is imported here and in `progress`, inside the functions that need it.

Texts come escaped (audit.text.visible) and are printed as they are: no markup is ever interpreted. A line is looked at
once more as a whole, since two harmless texts side by side may make a command.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, TextIO

from audit.text.visible import safe_json, visible, without_commands

if TYPE_CHECKING:
    from audit.report.summary import Line

# Names of files in a sentence may be long; a screenful is enough.
LONGEST_TALK: Final = 2000


def show(lines: Iterable[Line], to: TextIO | None = None) -> None:
    """Print lines to `to` or standard output, coloured on a terminal unless NO_COLOR is set, plain in a pipe."""
    from rich.console import Console
    from rich.text import Text

    # Without this rich would keep bold and dim under NO_COLOR; who sets it wants plain text.
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    console = Console(file=to, markup=False, highlight=False, emoji=False, soft_wrap=True, color_system=colours)
    for line in lines:
        whole = "".join(text for _, text in line)
        harmless = without_commands(whole)
        parts = [(text, style) for style, text in line] if harmless == whole else [(harmless, "")]
        console.print(Text.assemble(*parts))


def show_text(text: str) -> None:
    """Write lines of our own words to standard output as they stand."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def show_json(value: object) -> None:
    """Write a result to standard output as JSON in ASCII, no line of which a terminal or a CI runner obeys."""
    show_text(safe_json(json.dumps(value, ensure_ascii=True, indent=1, sort_keys=True, default=str)))


def show_as(form: str, value: object, lines: Iterable[Line]) -> None:
    """Show a result as JSON, or in the lines that say it in words."""
    if form == "json":
        show_json(value)
    else:
        show(lines)


def talk(text: str) -> None:
    """Write one line to standard error, with nothing in it to obey; cut when it is longer than any sentence of ours."""
    sys.stderr.write(f"audit: {visible(text, LONGEST_TALK)}\n")
    sys.stderr.flush()
