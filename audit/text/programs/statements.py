"""Short programs, SQL, YAML and makefiles, as opposed to prose: they are made of statements, keys, or rules."""

from __future__ import annotations

import re
from typing import Final

# Maximum characters: longer programs have enough other signs.
LONGEST: Final = 600
_NAME: Final = r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*"
_CALL: Final = _NAME + r"\([^\n]*\)"
# Four plain words in a row occur in sentences only.
_UNSAID: Final = r"(?:(?!\w+ \w+ \w+ \w)[^\n])*"
_KIND: Final = "(?:const|let|var|auto|int|bool|my|local|final|static)"
# Statements that cannot be sentences.
_SURE: Final = (
    r"(?:async )?def \w+\([^()\n]*\)(?: -> [^:\n]+)?:[^\n]*",
    r"class \w+\([\w., =]*\):[^\n]*",
    r"from [\w.]+ import [\w*., ()]+",
    r"lambda [\w, ]*: [^\n]+",
    rf"(?:await|return|yield|raise|print|echo) {_CALL};?",
    rf"print\([^\n]*\)|{_CALL};",
    rf"(?:{_KIND} )?{_NAME}(?:\[[^\]\n]*\])*(?:: *{_NAME})? *(?:[-+*/|&%^:]|<<|>>|//|\*\*)?= *(?=[^\s=]){_UNSAID}",
    r"#include *[<\"][^\n]*",
    rf"{_UNSAID}(?:[={{}}]|->|::){_UNSAID}(?<! )[;{{}}]",
    r"(?i:select) (?:\*|[\w.]+(?: *, *[\w.]+)*) (?i:from) \w+[^\n]*(?:[=<>][^\n]*|;)",
)
# Other lines that may occur among statements.
_MAYBE: Final = (
    _CALL,
    r"(?:return|yield|raise|assert|del|global|import|print|echo)\b[^\n]*",
    r"(?:else|try|finally|do|then|begin|class \w+):?|(?:pass|break|continue|end|fi|done|esac)",
    r"(?:if|elif|while|for|with|except|catch)\b[^\n]*:",
    r"[)\]}]+[;,:]?|(?:#|//|@)[^\n]*",
)
# SQL, whose statements may take several lines.
_TABLE: Final = r"[\w.\"`\[\]]+"
_SQL: Final = re.compile(
    rf"(?i)insert\s+into\s+{_TABLE}\s*(?:\([^()]*\)\s*)?(?:values\s*\(|select\b)"
    rf"|update\s+{_TABLE}\s+set\s+{_TABLE}\s*="
    r"|(?:create|alter|drop)\s+(?:(?:or\s+replace|temp(?:orary)?|unique)\s+)?(?:table|index|view|database|schema|function)\s+"
    rf"(?:if\s+(?:not\s+)?exists\s+)?{_TABLE}\s*(?:[(;]|\b(?:on|as|add|drop|rename|owner|returns)\b|$)"
)
# What is selected, and the rest; English begins sentences so too, but without such signs.
_SELECT: Final = re.compile(rf"(?s)(?:SELECT\b(.*?)\bFROM|select\b(.*?)\bfrom)\s+{_TABLE}")
_SELECTED: Final = re.compile(r"\*|\w\(|\w\.\w|\w_\w|=")
# How statements begin, and the least share of a text that such statements have.
_BEGINS: Final = re.compile(
    r"(?i)(?:select|insert|update|delete|create|alter|drop|truncate|with|begin|commit|set|use|grant|revoke|pragma|start"
    r"|lock|unlock|declare|end|return|if|copy|comment|values|analyze|vacuum|explain|show)\b"
)
_MIN_SQL: Final = 0.6
_REMARK: Final = re.compile(r"(?m)^\s*--.*$")
# YAML: keys of small letters, some of which only hold further ones that are indented below them.
_KEY: Final = re.compile(r"(?m)^[ ]*(?:- +)*[\"']?[a-z_$][\w./$-]*[\"']?:(?:[ \t]|$)")
_HOLDS: Final = re.compile(r"(?m)^( *)(?:- +)*[\"']?[\w./$-]+[\"']?:[ \t]*\n(?:\1 +|\1- )\S")
_MIN_KEYS: Final = 0.6
_FEWEST_KEYS: Final = 4
# Makefiles and justfiles: rules and what their commands look like, and the lines that they are made of. Blanks indent
# the commands of rules in small letters only: lists of terms and options are indented by blanks, too.
_RULE: Final = re.compile(
    r"(?m)^[\w.%$(){}/-]+(?: [\w.%$(){}/-]+)*::?(?![=\S])[^\n=.]*\n((?:\t[^\n]*\n?)+)"
    r"|^@?[a-z][\w-]*(?: [*+$]?[a-z][\w-]*(?:=[^\s:]+)?)*:(?: [a-z][\w-]*)* *\n((?:(?: {2}| {4})[a-z@{][^\n]*\n?)+)"
)
_INDENT: Final = r"(?:\t| {2}| {4})"
_COMMAND: Final = re.compile(
    r"(?m)^\t[@-]?(?:[^\n]* )?(?:-{1,2}\w|\.?/?\w+/|\$[({@<^*]|&&|\|)|^\t@\w"
    r"|^ {2,4}(?:[^\n]* )?(?:-{1,2}\w|\.?/\w+/|\$[({]|&&|\{\{)|^ {2,4}@\w"
)
_OF_RULES: Final = re.compile(
    rf"(?m)^(?:{_INDENT}|#|(?:set |export )?[.\w-]+ *[?:+!]?=|[^\n:=]+(?:=[^\n:]+)?:(?!=)|-?include |ifn?(?:eq|def) "
    r"|else$|endif$|\s*$)"
)
_FEWEST_RULES: Final = 2
# Sections of settings, as of desktop entries and services, and their keys; remarks do not count.
_SECTION: Final = re.compile(r"(?m)^\[[^\[\]\n]+\][ \t]*$")
_SETTING: Final = re.compile(r"(?m)^[A-Za-z][\w.-]*(?:\[\w@-]+\])? ?= ?(?!=)")
_SET_ASIDE: Final = re.compile(r"(?m)^[#;].*$")
IS_SURE: Final = re.compile("|".join(_SURE))
MAY_BE: Final = re.compile("|".join(_MAYBE))


def are_statements(text: str) -> bool:
    """Return whether every line is a program statement, one of them unambiguously."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    sure = [IS_SURE.fullmatch(line) is not None for line in lines]
    return any(sure) and all(own or MAY_BE.fullmatch(line) for own, line in zip(sure, lines, strict=True))


def is_data(text: str) -> bool:
    """Return whether a text is mostly statements of SQL, keys of YAML or settings, or the rules of a makefile."""
    return _is_sql(text) or _is_tree(text) or _are_settings(text) or _is_makefile(text)


def _is_sql(text: str) -> bool:
    statements = [part.strip() for part in _REMARK.sub("", text).split(";")]
    begun = [statement for statement in statements if _BEGINS.match(statement)]
    return sum(map(len, begun)) > _MIN_SQL * sum(map(len, statements)) and any(map(_is_query, begun))


def _is_query(statement: str) -> bool:
    if _SELECT.match(statement):
        return _SELECTED.search(statement) is not None or (statement.startswith("SELECT") and not statement.isupper())
    return _SQL.match(statement) is not None


def _is_tree(text: str) -> bool:
    lines = sum(1 for line in text.split("\n") if line.strip())
    keys = len(_KEY.findall(text)) if lines >= _FEWEST_KEYS else 0
    return keys >= max(_FEWEST_KEYS, _MIN_KEYS * lines) and _HOLDS.search(text) is not None


def _are_settings(text: str) -> bool:
    rest = _SET_ASIDE.sub("", text)
    sections, keys = len(_SECTION.findall(rest)), len(_SETTING.findall(rest))
    lines = sum(1 for line in rest.split("\n") if line.strip())
    return sections > 0 and keys >= max(_FEWEST_KEYS, _MIN_KEYS * (lines - sections))


def _is_makefile(text: str) -> bool:
    """Return whether a text is made of rules with commands; a list of terms has indented lines, too, but of words."""
    commands = [bool(_COMMAND.search(rule or recipe)) for rule, recipe in _RULE.findall(text)]
    if sum(commands) < max(_FEWEST_RULES, len(commands) / 2):
        return False
    return all(_OF_RULES.match(line) for line in text.splitlines())
