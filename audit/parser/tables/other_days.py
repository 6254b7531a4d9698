"""Words that mark a date as something else than publication: of a life, contract, term, event or law; opening hours.

They stand in other_days.tsv.
"""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from audit.parser.tables import begun_apart, lists, patterns

_LISTS, _PATTERNS = lists("other_days"), patterns("other_days")

HAPPENED: Final = re.compile(_PATTERNS["happened"])
TOLD: Final = re.compile(_PATTERNS["told"])
BESIDE_A_DAY: Final = re.compile(_PATTERNS["beside_a_day"])
ONE_ACT: Final = re.compile(_PATTERNS["one_act"])
_FOLDED: Final = pl.col("folded").str
# A date of a life, or of anything else that is no publication.
OF_A_LIFE: Final = _FOLDED.contains_any([*_LISTS["of_a_life_words"]]) | _FOLDED.contains(_PATTERNS["born"])
# Words, and an expression.
SOMETHING_ELSE: Final = (*_LISTS["of_a_life_words"], *_LISTS["words"])
BEGINS_WITH_SOMETHING_ELSE, _OF_SOMETHING_ELSE = begun_apart(_LISTS["of_something_else"])
OF_SOMETHING_ELSE: Final = _FOLDED.contains(_OF_SOMETHING_ELSE)
AT_AN_HOUR: Final = _FOLDED.contains(_PATTERNS["hour"])
EVENT_BESIDE: Final = re.compile(_PATTERNS["event_beside"])
SPAN: Final = re.compile(_PATTERNS["span"])
BEGUN_SPAN: Final = re.compile(_PATTERNS["begun_span"])

WEEKDAY: Final = re.compile(_PATTERNS["weekday"])
OPEN: Final = re.compile(_PATTERNS["open"])
