"""Escaping of untrusted text for terminals, CI runners, logs and pages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_BYTE: Final = 0x100
_BASIC_PLANE: Final = 0x10000
# Categories that move the cursor, hide or reorder text: controls, formats (bidi, zero width), surrogates, private use,
# unassigned, line and paragraph separators.
UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Sequences that CI runners interpret as a command anywhere in a printed line; the last character of a match is escaped.
# `##[error]` and `##vso[task.setvariable]` (GitHub, Azure), `##teamcity[`, GitLab's and Travis' folds; %0A and %0D are
# line ends to the runners that decode a command's value.
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
# https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
# https://www.jetbrains.com/help/teamcity/service-messages.html
# https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
_INSIDE: Final = re.compile(
    r"##(?=[A-Z]*\[)|section_(?=(?:start|end):)|travis_(?=(?:fold|time):)|%(?=0[AD])", re.IGNORECASE
)
# And at the beginning of a line, blanks aside: GitHub's `::error::` (also `::stop-commands::`), Buildkite's groups.
# https://buildkite.com/docs/pipelines/configure/managing-log-output
_AT_START: Final = re.compile(r"\s*(?::(?=:)|-(?=--\s)|\+(?=\+\+\s)|~(?=~~\s)|\^(?=\^\^\s))")
_NOT_PLAIN: Final = re.compile(r"[^\n -~]")


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    return _escape(char) if unicodedata.category(char) in UNSAFE else char


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}" if code < _BASIC_PLANE else f"\\U{code:08x}"


def visible(text: str, limit: int | None = None) -> str:
    r"""Return `text` with everything escaped that could act on a terminal or a program.

    With `limit`, at most that many code points of the text are shown, followed by an ellipsis if cut.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    >>> visible("::error::gone")
    '\\x3a:error::gone'
    >>> visible("abcdef", limit=4)
    'abc…'
    """
    if limit is not None and len(text) > limit:
        return visible(text[: max(0, limit - 1)]) + "…"
    # str.isprintable is false for all of UNSAFE, and for all spaces but U+0020.
    if not text.isprintable():
        text = "".join(map(_shown, text))
    return without_commands(text)


def without_commands(line: str) -> str:
    """Return a line of output in which no CI runner finds a command; `visible` ensures it for a single text."""
    inside = _INSIDE.sub(lambda found: found[0][:-1] + _escape(found[0][-1]), line)
    found = _AT_START.match(inside)
    return inside if found is None else found[0][:-1] + _escape(found[0][-1]) + inside[found.end() :]


def safe_json(document: str) -> str:
    r"""Return an equivalent JSON document without anything a terminal or a CI runner would act on.

    Such characters occur only inside strings, where JSON can escape any character.

    >>> safe_json('"##[error]"')
    '"#\\u0023[error]"'
    """
    plain = _NOT_PLAIN.sub(lambda found: _in_json(found[0]), document)
    return _INSIDE.sub(lambda found: found[0][:-1] + f"\\u{ord(found[0][-1]):04x}", plain)


@lru_cache(maxsize=4096)
def _in_json(char: str) -> str:
    if unicodedata.category(char) not in UNSAFE:
        return char
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
