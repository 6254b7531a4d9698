"""What terminals and the runners of CI jobs obey in what a program prints, found without our own code.

The patterns follow the runners' sources and manuals; see audit/text/visible.py for where.
"""

from __future__ import annotations

import re
import unicodedata

# .NET's Trim takes off any white space of Unicode, and older ones zero width spaces and byte order marks as well.
BLANK = r"[\s\u200b\ufeff\u2060\x00]*"
LINE_STARTS = {
    "GitHub command": re.compile(BLANK + "::"),
    "Buildkite group": re.compile(BLANK + r"(?:---|\+\+\+|~~~|\^\^\^)\s"),
}
ANYWHERE = {
    "GitHub or Azure command": re.compile(r"##[a-z]*\[", re.IGNORECASE),
    "GitLab section": re.compile(r"section_(?:start|end):"),
    "Travis fold": re.compile(r"travis_(?:fold|time):"),
    "line end in a command's value": re.compile(r"%0[ad]", re.IGNORECASE),
}
# C0 and C1 controls, formats that reorder or hide, separators of lines, halves of pairs.
ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
HOSTILE = (
    "::error file=a,line=1::owned", "::stop-commands::token", "::add-mask::a", "\u3000::set-output name=a::b", "::",
    "##[error]owned", "###[group]g", "##vso[task.setvariable variable=a]b", "##VSO[a]",
    "##teamcity[buildStop comment='a']", "#", "##", "[", ":", "section_start:1:a\r\x1b[0K", "section_end:1:a",
    "travis_fold:start:a\r", "%0A::error::x", "%0d", "%", "--- group", "+++ open", "~~~ fold", "^^^ +++", "-", "+",
    "\n::error::line", "\r::warning::line", "\x1b[2J\x1b]0;title\x07", "\x1b]8;;http://example.com\x1b\\link",
    "\x9b31m", "\x85", "\u202edesrever", "\u2066", "\u200b::error::x", "\ufeff::error::x", "\u2028::error::x",
    "\u2029", "\udcff", "\x7f", "\x00", "\x08\x08", " ", "\\",
)  # fmt: skip


def obeyed(line: str) -> list[str]:
    """Return what a line of print would make a terminal or a runner do."""
    starts = [name for name, pattern in LINE_STARTS.items() if pattern.match(line)]
    inside = [name for name, pattern in ANYWHERE.items() if pattern.search(line)]
    acting = [f"U+{ord(c):04X}" for c in line if unicodedata.category(c) in ACTING]
    return starts + inside + acting


def obeyed_in(printed: str) -> list[tuple[str, list[str]]]:
    """Return the lines of a program's output that would do something, each with what."""
    return [(line, found) for line in printed.split("\n") if (found := obeyed(line))]


def without_annotations(text: str) -> str:
    """Return what is written in GitHub's form without the one command of each line that is meant, as a runner reads it.

    https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """
    return re.sub(r"^::(?:error|warning|notice) [^\n]*?::", "", text, flags=re.MULTILINE).replace("%25", "%")
