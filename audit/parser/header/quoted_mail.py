"""Lines of letters that are no headlines: "Dear all,", and "On Monday A. Roe wrote:", whose day is another one's.

The second are those that Gmail, Outlook, Thunderbird and Apple Mail write above what they quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Flags = NDArray[np.bool_]

_WROTE: Final = (
    "wrote|writes|schrieb|schreef|a écrit|escribió|escreveu|ha scritto|skrev|kirjoitti|napsal|napsala|napisał|napisała|"
    "написал|написала|пишет|写道|寫道|書きました|작성"
)
_LONGEST: Final = 240
# A day or an address stands in such a line; a sentence that ends with a colon hardly ever has both words and one.
_SAID: Final = rf"(?:{_WROTE})[^:]{{0,80}}:$"
_OF_A_DAY: Final = r"[0-9]{1,2}\D.*[0-9]{2}|@"
# A long line is broken before the address.
_REST: Final = rf"^<?[^ @]{{1,80}}@[^ @]{{1,80}}>?,? (?:{_WROTE}) ?:$"
# "Dear Ada,", and what greets many: "Hello everybody!", "Ladies and gentlemen".
SALUTATION: Final = pl.col("folded").str.contains(
    r"^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten (?:tag|morgen)|sehr geehrte[rs]?|bonjour|chers?|ch[eè]res?|hola|"
    r"estimad[oa]s?|querid[oa]s?|olá|prezad[oa]s?|ciao|car[oiae]|здравствуйте|уважаем[а-я]{1,3}|привет|您好|你好|大家好|"
    r"各位|尊敬的|亲爱的|親愛的)(?:[ ,一-鿿].*)?[,:]$|"
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag|abend)|bonjour|hola|ciao)"
    r"(?:,? (?:all|again|there|every(?:one|body)|folks|friends|guys|team|(?:[a-z-]+ ){0,2}community|zusammen|leute|"
    r"tous|todos|tutti))?[!.,: -]*$|"
    r"^(?:ladies and gentlemen|(?:meine )?(?:sehr )?(?:ge|ver)ehrten damen und herren|mesdames(?:,| et) messieurs|"
    r"señoras y señores|大家好|各位好|您好|你好)[!.,: -]*$|^(?:mr|madam)\.? (?:president|speaker|chair(?:man|woman)?), "
)


def is_attribution(pages: Pages) -> Flags:
    """Return which lines say whose words follow in a mail, both of them where it was broken in two."""
    folded = pl.col("folded")
    likely = pages.folded.ending(":") & (pages.chars <= _LONGEST)
    rows = np.flatnonzero(likely)
    likely[rows] = pages.lines["folded"].gather(rows).str.contains_any(_WROTE.split("|")).to_numpy()
    found = pages.holding(folded.str.contains(_SAID) & folded.str.contains(_OF_A_DAY), likely)
    made: Flags = np.zeros(len(pages.lines), bool)
    made[found] = True
    rest = pages.holding(folded.str.contains(_REST), likely)
    above = rest[(rest > 0)] - 1
    made[above[pages.document[above] == pages.document[above + 1]]] = True
    return made
