"""Lines that are no headline: menus, cards, labels, captions, ratings, case numbers, firms, awards, running heads.

The expressions stand in labels.tsv.
"""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from audit.parser.tables import patterns
from audit.text.tables import phrases

_PATTERNS: Final = patterns("labels")
RELEASE: Final = re.compile(_PATTERNS["release"])
CONTACT: Final = re.compile(_PATTERNS["contact"])
NO_PLAIN_TITLE: Final = re.compile(_PATTERNS["no_plain_title"])
COMPANY: Final = re.compile(_PATTERNS["company"])
INSTALLED: Final = re.compile(_PATTERNS["installed"])
MENU: Final = re.compile(_PATTERNS["menu"])
# Sections of a newspaper: a menu has at least two, since names and verse are printed with blanks, too.
_SECTIONS: Final = "|".join(
    ("首页", "首頁", "หน้าแรก", "トップ", *(word for word in phrases("furniture", "category") if word >= "\u0e00"))
)
LEAST_BLANKS, LONGEST_MENU = 2, 120
MENU_OF_WORDS: Final = re.compile(
    rf"^(?=(?:.* )?(?:{_SECTIONS})(?: .*)? (?:{_SECTIONS})(?: |$))"
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,12}(?: {1,3}[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,12}){2,}$"
)
ACCOUNT_CARD: Final = re.compile(_PATTERNS["account_card"])
REPORTERS: Final = re.compile(_PATTERNS["reporters"])
RESULT: Final = re.compile(_PATTERNS["result"])
PRICED: Final = re.compile(_PATTERNS["priced"])
CREDITED: Final = re.compile(_PATTERNS["credited"])
CLOSING: Final = re.compile(_PATTERNS["closing"])
HONOURS: Final = re.compile(_PATTERNS["honours"])
CERTIFICATE: Final = re.compile(_PATTERNS["certificate"])
MADE_BY: Final = re.compile(_PATTERNS["made_by"])
BY_LABEL: Final = re.compile(_PATTERNS["by_label"])
ISSUE: Final = re.compile(_PATTERNS["issue"])
MAIL_HEAD: Final = re.compile(_PATTERNS["mail_head"])
CELLS_OR_PARTY: Final = re.compile(_PATTERNS["cells_or_party"])
ENTRY: Final = re.compile(_PATTERNS["entry"], re.IGNORECASE)
RUNNING_HEAD: Final = pl.col("folded").str.contains(_PATTERNS["running_head"])
# A running head has at most so many characters.
LONGEST_RUNNING_HEAD: Final = 120
OFFER: Final = pl.col("folded").str.contains(_PATTERNS["offer"])
