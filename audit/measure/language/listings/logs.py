"""Logs, stack traces and what tools print: most lines have a time and a level, or the form of one tool."""

from __future__ import annotations

import re
from typing import Final

_STAMP: Final = (
    r"\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?"
    r"|\d\d:\d\d:\d\d(?:[.,]\d+)?)\]?"
)
_LEVEL: Final = (
    r"\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRIT(?:ICAL)?|SEVERE"
    r"|debug|info|warn|error)\b"
)
# Lines of logs by their time and level, of the system log, of the kernel, and of stack traces. Notices say WARNING.
_LOGGED: Final = re.compile(
    rf"{_STAMP}[ \t|:-]+(?:\S+[ \t|:-]+){{0,3}}?{_LEVEL}.*|\[?(?:TRACE|DEBUG|INFO)\b\]?[ \t]*[:|\[(-].*"
    rf"|(?:time|ts|level)=\S+ .*|{_LEVEL} +{_STAMP}.*"
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./()-]+(?:\[\d+\])?:.*|\[ *\d+\.\d{3,}\] .*"
    r"|\d\d-\d\d \d\d:\d\d:\d\d\.\d+ +\d+ +\d+ [VDIWEF] .*"
    r"|\s*at [\w.$<>/]+ ?\(.*\)|Caused by: .*|\s*\.\.\. \d+ more"
    r"|Traceback \(most recent call last\):|\s+File \".*\", line \d+.*|[\w.]*(?:Error|Exception|Warning)(?::.*)?"
    r"|Exception in thread .*"
    # What tools print: lists of files, steps of a build in a container, and messages of npm.
    r"|[-dlbcps][rwxsStT-]{9}[+@.]? +\d+ .*|Step \d+/\d+ ?: .*| ?---> .*"
    r"|(?:Removing intermediate container|Successfully (?:built|tagged)) \S+"
    r"|npm (?:WARN|ERR!|warn|error|notice|info|http)\b.*"
)
_MIN_LOGGED: Final = 0.7
_FEWEST: Final = 2
# Longer lines are no evidence.
_LONGEST: Final = 2_000


def is_log(text: str) -> bool:
    """Return whether most of a text is lines of a log or a stack trace; indented lines need not have their form."""
    logged = told = others = 0
    for line in filter(str.strip, text.splitlines()):
        if is_logged(line):
            logged, told = logged + 1, told + len(line)
        elif not line.startswith((" ", "\t")):
            others += len(line)
            # The rest of the text could not outweigh them.
            if others > (1 - _MIN_LOGGED) * len(text):
                return False
    return logged >= _FEWEST and told >= _MIN_LOGGED * (told + others)


def is_logged(line: str) -> bool:
    """Return whether a line has the form of a log or a stack trace."""
    return len(line) <= _LONGEST and _LOGGED.fullmatch(line) is not None
