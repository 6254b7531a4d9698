"""What the inline templates of Wikipedias print in the middle of a sentence, from their arguments.

Names and arguments are as the pages of the templates document them. Templates that print a box, a table, a note or
what is only on a page of their own are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

# Names of templates that print their first argument: kept together, in another size or script, said to be in a
# language, quoted, or linked to another Wikipedia.
_FIRST: Final = (
    "nowrap|nobr|small|smaller|big|abbr|tooltip|em|strong|mono|uline|script|unicode|formatnum|num|nombre|"
    "quote|blockquote|cquote|bq|citation bloc|zitat|cita|ill|interlanguage link|le|link-en|link-ja|link-de|link-fr|"
    "internal link helper|仮リンク|не переведено|нп5|zh-hans|zh-hant"
)
# Those that print their second: after a language or a colour.
_SECOND: Final = "lang|langue|язык|transl|transliteration|color"
# Those with a language in their name: {{lang-de|Fähre}}.
_OF_A_LANGUAGE: Final = re.compile(r"lang-[a-z]{2,4}")
# A quantity of a unit, in whatever other unit it is printed besides: {{convert|3|km}}, {{unité|3|km}}.
_QUANTITY: Final = "convert|cvt|unité|unidad|unità|unidade|val"
_NUMBER: Final = re.compile(r"[-−+]?\d[\d.,\u00a0 ]*")
# Year, month, day; digits of a year.
_DATED, _YEAR = ("year", "month", "day"), 3
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATES: Final = (
    "start date|end date|start date and age|birth date|birth date and age|death date|release date|film date|date|dts"
)
_RANGES: Final[Mapping[str, str]] = {"-": "–", "–": "–", "to": " to ", "and": " and ", "x": " × ", "by": " by "}


def printed(name: str, arguments: list[str]) -> str:
    """Return what a template prints in a sentence, from its unnamed arguments; nothing if it is not known."""
    name = name.strip().replace("_", " ").lower()
    make = _TEMPLATES.get(name) or (_argument(1) if _OF_A_LANGUAGE.fullmatch(name) else None)
    return make([argument.strip() for argument in arguments]) if make else ""


def _argument(number: int) -> Callable[[list[str]], str]:
    return lambda arguments: arguments[number - 1] if len(arguments) >= number else ""


def _quantity(arguments: list[str]) -> str:
    """Return numbers, the words between them, and the unit: 3–5 km."""
    made = ""
    for argument in arguments:
        if _NUMBER.fullmatch(argument):
            made += argument
        elif made and argument in _RANGES:
            made += _RANGES[argument]
        else:
            return f"{made} {argument}" if made else ""
    return made


def _circa(arguments: list[str]) -> str:
    return f"c. {'–'.join(arguments)}".strip()


def _date(arguments: list[str]) -> str:
    """Return a day, month or year: 1962|3|4 is 4 March 1962, 4|mars|1962 is 4 mars 1962."""
    numbers = [argument for argument in arguments if argument.isdigit()]
    if numbers != arguments or not 1 <= len(numbers) <= len(_DATED) or len(numbers[0]) < _YEAR:
        return " ".join(arguments)
    year, *rest = numbers
    named = [_MONTHS[int(month) - 1] for month in rest[:1] if 1 <= int(month) <= len(_MONTHS)]
    return " ".join([*rest[1:], *named, year]) if named else year


def _century(arguments: list[str]) -> str:
    """Return a century as the French Wikipedia prints it: XIX|e is XIXe siècle."""
    number, ending = [*arguments, "e", "e"][:2] if arguments else ("", "")
    return f"{number}{ending} siècle" if number else ""


def _fraction(arguments: list[str]) -> str:
    """Return one half or two and a half: 1/2, 2 1/2."""
    *above, lower = arguments or [""]
    *whole, upper = above or ["1"]
    return " ".join([*whole, f"{upper}/{lower}"]) if lower else ""


_TEMPLATES: Final[Mapping[str, Callable[[list[str]], str]]] = {
    **dict.fromkeys(_FIRST.split("|"), _argument(1)),
    **dict.fromkeys(_SECOND.split("|"), _argument(2)),
    **dict.fromkeys(_QUANTITY.split("|"), _quantity),
    **dict.fromkeys(("circa", "c."), _circa),
    **dict.fromkeys(_DATES.split("|"), _date),
    **dict.fromkeys(("s", "s-", "siècle", "sp-"), _century),
    "siglo": lambda arguments: f"siglo {arguments[0]}" if arguments else "",
    "as of": lambda arguments: f"As of {_date(arguments)}" if arguments else "",
    **dict.fromkeys(("frac", "fraction", "sfrac"), _fraction),
    '"': lambda arguments: f"„{arguments[0]}“" if arguments else "",
}
