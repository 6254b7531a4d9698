"""Programs with few signs, as opposed to prose: most of their lines have the form of one language or tool."""

from __future__ import annotations

import re
from typing import Final

from audit.text.programs.statements import IS_SURE, MAY_BE

# How definitions, declarations and blocks begin in languages with few signs, and calls of commands with options. Words
# alone are no evidence: lists of errands say `call Ann`, `open account` and `fun facts`.
_SCOPE: Final = r"(?:(?:local|export|async|pub|public|private|protected|static|default) )*"
_OPENS: Final = (
    _SCOPE + r"(?:function|func|fn|fun|sub|def|proc|defn|subroutine|procedure)\s+[\w.:?!@]*\s*[(\[{=].*",
    r"defp? \w+[?!]?(?: \w+(?:, *\w+)*)?(?: do)?|defmodule [\w.]+ do",
    _SCOPE + r"(?:module|interface|trait|struct|enum|namespace|package|object|impl|protocol|record|unit|program|class)"
    r" (?:[\w.:<>\\ ]+(?:[;{(:]| where| do)|[A-Z]\w*(?: (?:< |extends |implements |with |is )[\w.:<>, ]+)?)",
    (
        r"(?:import|use|using|open|require(?:_relative)?|include|from|load|source|uses|alias) "
        r"(?:static |qualified )?(?:[\"'<][\w./:@\\-]+[\"'>]|\w+(?:[./:\\]+\w+)+)"
        r"(?: (?:as|hiding|only:?|exposing|import) .+)?;?"
    ),
    r"(?:import|using|uses) \w+(?: as \w+|;)|(?:library|require)\(\w+\)",
    r"Dim \w+ As \w+.*|End (?:Sub|If|Function|Select|With|Class|Module)",
    r"(?:if|elsif|elseif|elif|unless|while|until|for|foreach|case|loop)\b.*(?:\b(?:then|do|of|loop)|[{:]|\bend)",
    (
        r"(?:switch|match|when)\b.*\{|(?:if|while|for|switch|foreach|elif|elseif) ?\(.*\)[ ;{:]?"
        r"|for \w+ ?:?= ?.+|for \w+ in .*[\d(){}\[\];$*].*"
    ),
    r"\w+ :: .+|\w+(?:, *\w+)* <- .+|.* \|> .+|\|> .+|.*=> ?[{(\w\"'].*",
    r"(?:puts|echo|print|println|printf|printfn|putStrLn|write|console\.log|disp|MsgBox|DISPLAY)!?(?: ?[\"'].*|\(.*)",
    r"\((?:def\w*|let\*?|fn|lambda|if|cond|ns|use|require|setq|setf|progn|loop|define|when|println)\b.*",
    r"\d+ (?:PRINT|INPUT|IF|FOR|NEXT|GOTO|GOSUB|LET|REM|DIM|END)\b.*",
    r"[A-Z-]+ (?:DIVISION|SECTION)\.|\d\d [A-Z-]+ PIC .*|do \w+ ?= ?.+|print \*, .+",
    r"#!/.*|#(?:define|ifdef|ifndef|endif|pragma|undef)\b.*|attr_\w+ :.*|#\[.*\]",
    (
        r"(?:RUN|COPY|ADD|WORKDIR|ENV|EXPOSE|CMD|ENTRYPOINT|ARG) [a-z0-9./$\[\"'-].*"
        r"|FROM [a-z][\w./-]*(?::[\w.-]+)?(?: AS \w+)?"
    ),
    r"[@$%&][A-Za-z_]\w*(?:[.\[{-].*)? ?(?:\|\||[-+.*/?])?= ?.+|\w[\w.]*\[.*\] ?=.+",
    r"(?:\w+ *: *)?[a-z]{2,6}[ \t]+(?:[^ ]+, *)?(?:[%$\[]\w.*|[re](?:[abcd]x|[sd]i|[bs]p)\b.*|0x[0-9a-f]+)",
    r"[A-Z][a-z]+-[A-Z]\w+(?: .*)?(?: -[A-Z]\w+|\|).*|.*[\"'(]\$\{?[A-Za-z_]\w*\}?[\"')].*",
    r"(?:cc|gcc|g\+\+|clang|rm|cp|mv|mkdir|chmod|tar|curl|make|install) -\w.*",
    r"[\w(), _\[\]|]+ :- .*|[a-z_]\w*\(.*\) ->.*|-(?:module|export|import|include)\(.*\)\.",
)
# Lines that occur among these, and in prose.
_BESIDE: Final = (
    (
        r"(?i:end|begin|fi|done|esac|else|then|do|return|pass|break|continue|next|wend|loop|otherwise|try|finally|in)"
        r"\b[\w.;:,()]{0,3}(?: \w+)?;?"
    ),
    r"(?:return|yield|raise|throw|end|Next|case|when|default|Call|else) ?[^.!?]*",
    r"(?:import|package|use|program) \w+|@\w+(?:\(.*\))?",
    r"[\w.$@]+\(.*\)?[;,]?|[\w.$@]+[?!]?|[\])}]+.*|[\w-]+ ?:.*,?|\S+(?: -{1,2}\w[\w-]*\S*)+.*|\.\w+.*|:\w+,?",
    r"(?:#|//|--|;|%|'|\"\"\"|/?\*|\(\*|\{-|```|~~~).*",
)
_OPENING: Final = re.compile("|".join(_OPENS))
_BESIDES: Final = re.compile("|".join(_BESIDE))
# Lines of a shell with its prompt: alone, in a virtual environment, with user, host and folder, of PowerShell and DOS.
_PROMPT: Final = re.compile(
    r"(?:\([\w.-]+\) ?)?(?:\$ [a-z./~].*|[\w.-]+@[\w.-]+:[~/][^\s$#]*[$#](?: .*)?|(?:PS )?[A-Z]:\\[^<>\n]{0,80}>.*)"
)
# A line of at least six words is a sentence if it is no statement.
_SENTENCE: Final = re.compile(r"(?:[^\W\d_]+[’',;:]? ){5}\w+.*")
_MIN_SURE: Final = 0.25
_MIN_FORMED: Final = 0.7
_MAX_PROSE: Final = 0.15
_FEWEST: Final = 2
# Longer lines are no evidence, and where lines are as long as this in the mean, the text is no program.
_LONGEST: Final = 300
LONG_LINE: Final = 60


def is_program(text: str) -> bool:
    """Return whether a text is a session of a shell, or most lines have a program's form and hardly any is said."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if _is_session(lines):
        return True
    sure = list(map(is_program_line, lines))
    opened = sum(sure)
    if opened < max(_FEWEST, _MIN_SURE * len(lines)):
        return False
    others = [line for line, own in zip(lines, sure, strict=True) if not own]
    said = sum(len(line) for line in others if _SENTENCE.fullmatch(line.lstrip("#/*-;% ")))
    formed = opened + sum(_is(line, MAY_BE) or _is(line, _BESIDES) for line in others)
    return formed >= _MIN_FORMED * len(lines) and said <= _MAX_PROSE * sum(map(len, lines))


def _is_session(lines: list[str]) -> bool:
    """Return whether a text begins with a prompt and has several, whatever the commands print."""
    begins = bool(lines) and is_prompt(lines[0])
    return begins and sum(map(is_prompt, lines)) >= _FEWEST


def is_prompt(line: str) -> bool:
    """Return whether a line is a command at the prompt of a shell, or the prompt alone."""
    return _is(line, _PROMPT)


def is_program_line(line: str) -> bool:
    """Return whether a line is a statement, opens a definition or block, or has a prompt."""
    return _is(line, IS_SURE) or _is(line, _OPENING) or is_prompt(line)


def _is(line: str, form: re.Pattern[str]) -> bool:
    return len(line) <= _LONGEST and form.fullmatch(line) is not None
