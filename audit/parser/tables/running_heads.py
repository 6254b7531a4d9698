"""The head that a journal prints above its articles, and what else of numbers stands above a headline and is none."""

from __future__ import annotations

from typing import Final

import polars as pl

# The running head of a journal: volume, year and pages, volume and number, or a registration number, as of a patent.
# Also the caption of a player, Audio: the bell of the ferry (3 min), and relative times alone.
RUNNING_HEAD: Final = pl.col("folded").str.contains(
    r"(?:^|[^0-9])[0-9]{1,4} ?(?:\([0-9]{1,3}\) ?)?\((?:19|20)[0-9][0-9]\)[,:]? ?(?:pp?\.? ?)?"
    r"[0-9]{1,6} ?[-–—] ?[0-9]{1,6}(?:[^0-9]|$)|"
    r"(?:^|[^a-z])(?:vol(?:ume)?|jg|jahrgang|tome)[. ]{1,2}[0-9ivxlc]{1,6}[ ,.;:/].{0,19}"
    r"(?:no|nr|num|issue|heft|n°)[. ]{0,2}[0-9]|"
    r"[0-9] ?卷.{0,4}第? ?[0-9]{1,3} ?期|^(?:issn|isbn|doi|arxiv)[ :]|^https?://doi\.org/|"
    r"^(?:[a-z]+ ){0,2}patent (?:application |publication )?(?:no\.? )?[0-9]|"
    r"^(?:audio|video|podcast|clip|mediathek|listen|watch) ?: .{3,}\([0-9]{1,3}(?::[0-9]{2})? ?min(?:uten|utes|\.)?\)$|"
    r"^(?:[约約]|大[约約])?[0-9]{1,2} ?(?:个|個)?(?:秒[钟鐘]?|分[钟鐘]?|小[时時]|時間|[天日周週月年]|[かヶ]月) ?之?前$|"
    r"^(?:昨[天日]|[前今]天) ?[0-9]{1,2}:[0-9]{2}$|^[0-9]{1,2} ?(?:초|분|시간|일|주|개월|년) 전$|"
    r"^[0-9]{1,2} (?:[a-z]{3,7} ago|[а-я]{3,8} назад)$|^(?:vor|hace|il y a) [0-9]{1,2} [a-zéäñ]{3,8}$"
)
# It has so many characters.
LONGEST: Final = 120
