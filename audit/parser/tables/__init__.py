"""Words and patterns of header lines, and of notices to readers."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.text.punctuation import LETTER
from audit.text.tables import phrases, rows

_NAMED: Final = re.compile(r"\{([a-z_]+)\}")
_MONTH: Final = (
    r"(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|maj|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|"
    rf"dec|dez|déc|dic|ene|gen){LETTER}{{0,7}}"
)
# What expressions may name besides the lists of their own table.
GIVEN: Final = {"letter": (LETTER,), "month": (_MONTH,), "counted": phrases("controls", "counted")}


@cache
def lists(table: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of a table of expressions or words, by name.

    In an expression `{name}` stands for an earlier list, as alternatives; alone in a row, for each of its phrases.
    """
    found = dict(GIVEN)
    for name, phrase in rows(f"{table}.tsv", __name__):
        alone = _NAMED.fullmatch(phrase)
        more = found[alone[1]] if alone else (_NAMED.sub(lambda named: "|".join(found[named[1]]), phrase),)
        found[name] = (*found.get(name, ()), *more)
    return found


@cache
def patterns(table: str) -> dict[str, str]:
    """Return the lists of a table of expressions, each as alternatives."""
    return {name: "|".join(listed) for name, listed in lists(table).items()}


def begun_apart(expressions: tuple[str, ...]) -> tuple[re.Pattern[str], str]:
    """Return the expressions for the beginning of a line as one, tried there only, and the others as alternatives.

    Polars keeps 32 expressions and makes the automaton of any other anew in each batch: a `[^:]{2,60}` takes
    milliseconds.

    >>> begun_apart(("^next ", "[0-9]h$", "^last "))
    (re.compile('^(?:next |last )'), '[0-9]h$')
    """
    begun = [expression[1:] for expression in expressions if expression.startswith("^")]
    others = [expression for expression in expressions if not expression.startswith("^")]
    return re.compile(f"^(?:{'|'.join(begun)})"), "|".join(others)
