"""Lines into which a whole page, or much of it, was joined: menu, byline, article sentences, notices.

In such a line a furniture word describes only itself, so the line is read sentence by sentence as if each were a line
of its own. It belongs to the article if it contains sentences free of furniture above the first piece of furniture (a
footer begins with furniture), or enough of them anywhere if the line is the whole text. Only texts of very few lines
have such lines.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import polars as pl

from audit.parser.blocks.reader_notices import NONE
from audit.parser.tables.line_cues import ABOUT_AN_AUTHOR, CUES

# Maximum lines of a text that may have lost its line breaks.
_FEW_LINES: Final = 4
# Minimum letters of a sentence, and maximum code points of a line read so: longer ones have no cues or notices.
_SENTENCE, _LONGEST = 10, 1200
# Minimum letters of a sentence that begins with a menu or byline.
_GOES_ON: Final = 60
# Minimum letters of sentences, twice those of furniture, for a line to be the article's next to other lines, or above
# notices and error messages; and for a text of one line.
_BESIDE_OTHERS, _ANYWHERE = 70, 100
# Minimum letters of a line that may be the only prose of its text, and of its sentences.
_PROSE: Final = 40
# What may state a name, date or credit in the middle of a line.
_STATING: Final = [":", "by ", "von ", "文/", "文|", "记者", "記者", "来源", "來源", "摄", "攝", "©"]
_ENDED: Final = re.compile(r"([。！？][\"'”’」』）)\]]*|[.!?][\"'”’」』）)\]]*\s)")
RIGHTS: Final = re.compile(r"^(?:©|\(c\)|copyright)")
"""What a rights notice begins with, in folded text."""
_FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture and c.label != "menu")
_ERROR: Final = tuple(i for i, c in enumerate(CUES) if c.label == "error page")
_AUTHOR: Final = tuple(i for i, c in enumerate(CUES) if c.label == ABOUT_AN_AUTHOR)


def candidates(table: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """Return the rows of lines that may be joined, and their texts with a line per sentence."""
    few = pl.len().over("document") <= _FEW_LINES
    sized = (pl.col("weight") >= _SENTENCE) & (pl.col("chars") <= _LONGEST) & (pl.col("stops") > 0)
    rows = table.with_row_index("row").filter(few & sized)
    told = pl.col("cue").is_not_null() | (pl.col("notice") != NONE) | pl.col("folded").str.contains_any(_STATING)
    rows = rows.filter(told)
    texts = [_ENDED.sub(r"\1\n", text) for text in rows["text"].to_list()]
    return rows["row"], pl.Series(texts, dtype=pl.String)


def run_together(table: pl.DataFrame, rows: pl.Series, sentences: pl.DataFrame) -> pl.Series:
    """Return which lines are joined and contain an article; `sentences` are the candidates' texts measured as lines.

    The `document` of a sentence is the index of its line in `rows`.
    """
    furniture = pl.col("cue").is_in(_FURNITURE).fill_null(value=False) | (pl.col("notice") != NONE)
    furniture |= pl.col("folded").str.contains(RIGHTS.pattern)
    enough = pl.when(pl.col("cue").is_not_null()).then(_GOES_ON).otherwise(_SENTENCE)
    said = pl.col("sentence") & ~furniture & (pl.col("weight") >= enough)
    above = furniture.cast(pl.Int32).cum_sum().over("document") == 0
    # In polars the sum of an empty group is 0.
    letters = {"said": said & above, "anywhere": said, "furniture": furniture}
    stops = pl.col("cue").is_in(_ERROR).fill_null(value=False) | (pl.col("notice") != NONE)
    lines = sentences.group_by("document", maintain_order=True).agg(
        *(pl.col("weight").filter(flags).sum().alias(name) for name, flags in letters.items()),
        stops=stops.any(),
    )
    others = ((pl.col("stops") > 0) & (pl.col("weight") >= _PROSE)).sum().over("document")
    about = table.select(size=pl.len().over("document"), others=others)[rows][lines["document"]]
    author = table["cue"].gather(rows).gather(lines["document"]).is_in(_AUTHOR).fill_null(value=False)
    alone, only = about["size"] == 1, about["others"] <= 1
    shortest = pl.when(alone).then(_SENTENCE).when(only).then(_PROSE).otherwise(_BESIDE_OTHERS)
    least = pl.when("stops").then(_BESIDE_OTHERS).otherwise(shortest)
    outweighs = pl.col("anywhere") > 2 * pl.col("furniture")
    beside = outweighs & ~pl.Series(author)
    held = (pl.col("said") >= least) & (alone | only | beside)
    held |= alone & ~pl.col("stops") & (pl.col("anywhere") >= _PROSE)
    held |= alone & outweighs & (pl.col("anywhere") >= _ANYWHERE)
    found = np.zeros(len(table), np.bool_)
    found[rows.gather(lines.filter(held)["document"]).to_numpy()] = True
    return pl.Series(found)
