"""Output to a terminal or a log. rich is imported only here and in `progress`, lazily.

Texts arrive escaped (audit.text.visible) and no markup is interpreted. Whole lines are escaped once more, since two
harmless texts may combine to a command.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, TextIO

from audit.text.visible import safe_json, visible, without_commands

if TYPE_CHECKING:
    from audit.report.summary import Line

# Maximum length of a message, a screenful: file names in it may be long.
LONGEST_TALK: Final = 2000


def show(lines: Iterable[Line], to: TextIO | None = None) -> None:
    """Print lines to `to` or standard output: coloured on a terminal unless NO_COLOR is set, plain in a pipe."""
    from rich.console import Console
    from rich.text import Text

    # rich would keep bold and dim under NO_COLOR.
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    console = Console(file=to, markup=False, highlight=False, emoji=False, soft_wrap=True, color_system=colours)
    for line in lines:
        whole = "".join(text for _, text in line)
        harmless = without_commands(whole)
        parts = [(text, style) for style, text in line] if harmless == whole else [(harmless, "")]
        console.print(Text.assemble(*parts))


def plain_text(lines: Iterable[Line]) -> str:
    """Return lines as they are printed into a pipe, each with its end."""
    to = io.StringIO()
    show(lines, to)
    return to.getvalue()


def show_text(text: str) -> None:
    """Print lines of our own wording verbatim."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def show_json(value: object) -> None:
    """Print a result as ASCII JSON, safe for terminals and CI runners."""
    show_text(safe_json(json.dumps(value, ensure_ascii=True, indent=1, sort_keys=True, default=str)))


def show_as(form: str, value: object, lines: Iterable[Line]) -> None:
    """Print a result as JSON or as text lines."""
    if form == "json":
        show_json(value)
    else:
        show(lines)


def talk(text: str) -> None:
    """Print one escaped line to standard error, cut if it is too long."""
    sys.stderr.write(f"audit: {visible(text, LONGEST_TALK)}\n")
    sys.stderr.flush()
