"""Decoded texts turned into typed documents and their blocks.

`blocks` segments texts, describes and classifies their lines; `header` finds title, date, publisher and author;
`templates` compares the lines of a source's documents; `models` and `tables` hold forests and word lists.

What it gets wrong, measured on pages of sites that the forests had not seen (full pages as a browser shows them, read
together with the other pages of their site; body: mean 4-gram F1 over pages; boilerplate: F1 of the lines within 12 of
the article; title: near match):

    language   pages   body   boilerplate   title   date   source
    English      211   .910          .889    .953   .84      .65
    German        61   .936          .937    .639   .82      .79
    Chinese       27   .971          .949    .923  1.00      .88
    other         40   .925          .919    .821   .68      .62

Those were measured with a forest grown on news alone. The one shipped has also seen pages of many kinds; on 52 pages of
news from unseen sites its bodies are as good (.935), on 125 of many kinds (WCXB) the words of bodies agree to an F1 of
.868: articles .934, services .883, threads .826, products .645, collections .603. Of that, .011 is owed to leniency on
pages of which no line is sure (audit.parser.blocks.doubtful), .004 to dropping what stands below an article's end
(audit.parser.blocks.context.endings), .005 to keeping once what a page prints again (context.posts): out of sites
the last adds .012 to WCXB's threads, .009 to products, .002 to articles, and takes .001 from documentation.

A second forest is asked about pages of next to no prose (context.genre). Of 26 texts of kinds that nothing was fitted
on (timetables, proverbs, songs, small ads, in nine languages), each set into a page of menus, teasers, comments and
notices with a byline and day, .64 of the letters stayed before and .85 do now, without byline and day .46 and .74; of
the furniture .16 and .15 stayed, .05 and .09 do.

Titles were grown anew on all kinds. Out of their sites, each page read alone: nearly right are English .936, German
.653, Chinese .923, Japanese and Korean .778 (nine pages), others .867, articles of WCXB .789 (exact .743; .88 print it
at all). Of articles without their headline .11 (news) and .24 (WCXB) lose a line for one, mostly a heading that looks
like it; of those that have one .97 and .93 find it. A day is right on .81 of the English news and .71 of WCXB's
articles, a quarter of which do not print it, on .94 of those that do, .93 and .89 of the answers; most wrong ones say
when a page was updated. A source is named only when something says it that sections and advertisers do not say of
themselves: on labelled pages that are not Chinese .89 of the answers are right, two thirds are answered. An author is
named on .74 of the news that have one in the text, .97 of those rightly, and on .57 of WCXB's articles, .95 of those
rightly; the others are mostly a company or one name.

A text without furniture keeps every line (audit.parser.blocks.whole.furnished): of 601 such texts, half of the kinds
never looked at before, 18 lose more than a fiftieth of their letters, all together .006 of them.

Without other pages of the site English loses .01 of body. A page with its inline tags on lines of their own loses about
.03 of body and .05 of boilerplate. Intervals are wide: .02 to either side. The commonest faults: whole second stories
below the article and product texts, which are prose, kept; menus of which no word is known, kept; some lines of lists
and tables inside a page full of furniture dropped; headlines that the page's markup words otherwise than its text (a
third of the German ones); dates far above a headline; sources left out (half).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa

from audit.parser.blocks import kinds
from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.features import lines
from audit.parser.blocks.kept import HALF
from audit.parser.blocks.page import pages
from audit.parser.header.fields import Fields, find_fields
from audit.parser.models.forest import load
from audit.parser.templates.shared_prose import without_reprints
from audit.parser.templates.template_lines import Repeats, line_keys, repeat_columns, source_of
from audit.tables import BLOCKS, DOCUMENTS

if TYPE_CHECKING:
    from audit.parser.templates.template_lines import Keys

__all__ = ["Parsed", "parse"]

# The score of a block whose kind overrules the lines around it.
_BELOW_HALF = 0.49
# URL and id are known to the reader, the language to the measures.
WITHOUT_LANGUAGE = DOCUMENTS.without("language", "url", "record_id")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Typed documents and their blocks.

    `documents` is tables.DOCUMENTS without language, url and record_id, row by row as the batch; `blocks` is
    tables.BLOCKS in that order, `keys` what their lines are told by (audit.parser.templates.template_lines.line_keys).
    """

    documents: pa.Table
    blocks: pa.Table
    keys: Keys


def parse(texts: pa.Table, repeats: Repeats | None = None) -> Parsed:
    """Return the documents and blocks of decoded texts (tables.TEXTS), one document per row, in order.

    `repeats` says what their lines have in common with other documents of their sources; without it each document is
    judged by itself. No other row of the batch changes it either way.
    """
    ids = texts["id"].to_pylist()
    sources, cut_up = [source_of(id) for id in ids], lines(texts["text"].to_pylist())
    keys = line_keys(cut_up)
    known = without_reprints(cut_up, repeat_columns(cut_up, keys, sources, repeats or Repeats.none()))
    models = (load(name) for name in ("blocks", "endings", "terse"))
    table = decide(pl.concat([cut_up, known], how="horizontal"), *models)
    batch = pages(table, len(ids))
    # Blocks that resemble furniture are kept, but not searched for headers.
    fields = find_fields(pages(table.with_columns(pl.col("boilerplate") | pl.col("odd")), len(ids)), load("titles"))
    table = table.with_columns(kind=kinds.find_kinds(batch, fields.kinds, fields.source)).with_columns(_settled())
    return Parsed(_documents(texts, fields, table), _blocks(ids, table), keys)


def _settled() -> tuple[pl.Expr, ...]:
    """Return boilerplate, score and reason as the block's kind has them."""
    content, own, header = (pl.col("kind").is_in(k) for k in (kinds.CONTENT, kinds.OWN, kinds.HEADER))
    planted = pl.col("kind") == "injected_ad"
    flagged = pl.when(own).then(False).when(header | planted).then(True).otherwise(pl.col("boilerplate"))  # noqa: FBT003
    told = pl.col("kind").str.replace_all("_", " ", literal=True)
    reason = (
        pl.when(own | header)
        .then(pl.format("{} of the article", told))
        .when(planted & ~pl.col("boilerplate"))
        .then(pl.lit("words of advertising, foreign to the article around them"))
        .otherwise("reason")
    )
    low = pl.col("score") < HALF
    near = pl.when(flagged & low).then(HALF).when(~flagged & ~low).then(_BELOW_HALF)
    return (
        flagged.alias("boilerplate"),
        reason.alias("reason"),
        near.otherwise("score").cast(pl.Float32).alias("score"),
        content.alias("content"),
    )


def _documents(texts: pa.Table, fields: Fields, table: pl.DataFrame) -> pa.Table:
    bodies = [""] * texts.num_rows
    kept = table.filter(pl.col("content") & ~pl.col("boilerplate"))
    joined = kept.group_by("document", maintain_order=True).agg(pl.col("text").str.join("\n"))
    for number, body in joined.iter_rows():
        bodies[number] = body
    return WITHOUT_LANGUAGE.build(
        title=fields.title,
        source=fields.source,
        date=[at.date() if at else None for at in fields.published],
        body=bodies,
        boilerplate=[not body for body in bodies],
        id=texts["id"],
        author=fields.author,
        source_original=fields.source_original,
        published_at=[at if timed else None for at, timed in zip(fields.published, fields.has_time, strict=True)],
        encoding=texts["encoding"],
        sha256=texts["sha256"],
    )


def _blocks(ids: list[str], table: pl.DataFrame) -> pa.Table:
    made = table.select(
        pl.Series(ids, dtype=pl.String).gather(table["document"]).alias("id"),
        pl.int_range(pl.len()).over("document").alias("block"),
        *("start", "end", "text", "kind", "boilerplate", "score", "reason"),
    )
    return made.to_arrow().cast(BLOCKS.arrow)
