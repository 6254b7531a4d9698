"""Pages of many things: catalogues, calendars, results, indexes, whose items have the same lines in the same order.

Line by line, the name of one item looks like a menu and that of the next like a heading. The items of a list are judged
together: all are content if most of their letters are, or if they are most of the page.
Of several records with the same labels (Author: …), such as a log of changes, no record's is the text's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.posts import is_of_members, is_thread
from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.whole.other_articles import is_below_article
from audit.parser.tables.line_cues import CUES, HEADER, RELATED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

# Minimum letters of a paragraph; neighbouring paragraphs from which a page is an article, and their minimum letters.
_PARAGRAPH, _NEIGHBOURS, _ARTICLE = 40, 3, 300
# Minimum letters of an article's first paragraph, at most so many lines below its date or author.
_LONG, _REACH = 80, 8
# Maximum characters of a label that each item has, such as a button, and of a line of facts (3.2 miles · Easy).
_LABEL, _FACTS = 40, 80
# Maximum characters of a button.
_BUTTON: Final = 24
# Letters from which a line without full stop is as a sentence.
_CLAUSE: Final = 60
# Minimum items of a list, and maximum lines of an item and of a page that is searched.
_ITEMS, _LINES, _PAGE = 3, 10, 3000
# Classes of lines in the shape of an item; each label is a class of its own, from _LABELS on. Lines with a key recur:
# the same label, facts of the same pattern, sentences.
_OUTSIDE, _CLAIMED, _SHORT, _SENTENCE, _LABELS = range(5)
_NO_KEY, _SAID = -1, 0
_NUMBERS, _WORDS = r"\d+(?:[\s:.,/–-]{1,2}\d+)*", r"\p{L}+(?:[\s'’\-]\p{L}+)*"
_BYLINES: Final = tuple(i for i, cue in enumerate(CUES) if cue.kind == "byline")
# A label and a value.
_LABELLED: Final = re.compile(r"(?P<label>[^\W\d][^:]{0,20}):[ \t]*(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Items:
    """Which lines belong to a list that is content, which of these state nothing, and which are buttons of its items.

    What is said of an item, such as its date, is not said of the page; headings with paragraphs may be an article.
    """

    content: Flags
    apart: Flags
    buttons: Flags


def find_items(rows: Rows, content: Flags, claimed: Flags, furnished: Flags, mark: Flags) -> Items:
    """Return the lists of pages with furniture.

    `claimed` lines say that they are furniture; `mark` flags lines that mark a post of a thread. On an article's page
    lists are of other articles, or have sentences. A label of all items is content if most of its lines are, and a
    button if it ends them below a sentence, or by its words.
    """
    documents = rows.documents
    label = (rows["times"] >= _ITEMS) & (rows["chars"] <= _LABEL) & ~rows["sentence"]
    facts = ((rows["digit"] > 0) | (rows["bars"] > 0)) & (rows["chars"] <= _FACTS) & ~rows["sentence"] & ~label
    asked = documents.any(claimed) & (documents.size <= _PAGE)
    asked &= _is_no_article(rows, content, label) & ~is_thread(rows, mark) & ~rows.once(is_of_members)
    asked &= documents.total(label | facts | rows["sentence"]) >= _ITEMS
    found, apart, button = (np.zeros(len(content), np.bool_) for _ in range(3))
    if not asked.any():
        return Items(found, apart, button)
    # A day may be followed by the name of a section.
    claimed = claimed & ~(facts & rows["dated"])
    kinds, keys = _shapes(rows, asked & (~claimed | label), label, facts, content)
    kinds[asked & claimed & ~label] = _CLAIMED
    silent, told = np.where(claimed, 0, rows.letters), (facts & ~day_alone(rows)) | rows["sentence"]
    for first in np.unique(documents.first[asked]).tolist():
        page = slice(first, int(documents.last[first]))
        for key, begin, end in _lists(kinds[page].tolist(), keys[page].tolist()):
            here = slice(first + begin, first + end)
            letters = silent[here].sum()
            # Headlines with their days announce articles.
            most = told[here].sum() >= _ITEMS and 2 * letters >= silent[page].sum()
            # Of most items the price or another fact is kept: the name above it belongs to it.
            alike = facts[here] & (keys[here] == key)
            named = 4 * (alike & content[here]).sum() >= 3 * max(alike.sum(), _ITEMS)
            if most or named or 2 * (silent * content)[here].sum() >= letters:
                found[here] = True
                apart[here] |= key != _SAID
                button[here] |= _is_below_sentence(kinds[here]) & ~_speaks(kinds[here])
    button &= furnished & (rows["digit"] == 0) & (rows["chars"] <= _BUTTON) & ~rows.colon
    labels = np.flatnonzero(found & label)
    button[labels] |= rows.picked(labels).is_in(phrases("controls", "item_labels")).to_numpy()
    whole, kept = (np.bincount(keys[labels], weights, minlength=1) for weights in (None, content[labels]))
    found[labels] = 2 * kept[keys[labels]] >= whole[keys[labels]]
    found &= ~claimed & ~button
    return Items(found, found & apart, button & ~claimed)


def _is_below_sentence(kinds: Ints) -> Flags:
    """Return which lines of a list are one of the labels that end its last item, below a sentence."""
    last = len(kinds) - np.argmin(kinds[::-1] >= _LABELS) - 1
    found: Flags = np.isin(kinds, kinds[last + 1 :]) & (kinds[last] == _SENTENCE)
    return found


def _speaks(kinds: Ints) -> Flags:
    """Return which lines of a list are labels that take turns around single lines, as the speakers of a dialogue do."""
    label = kinds >= _LABELS
    turn = label & ~np.append(False, label[:-1]) & ~np.append(label[1:], False)
    found: Flags = turn & (len(np.unique(kinds[turn])) > 1) & (2 * turn.sum() > label.sum())
    return found


def _is_no_article(rows: Rows, content: Flags, label: Flags) -> Flags:
    """Return which lines have no article on their page, nor above the heading of other articles above them.

    The paragraphs of an article are neighbours, or one is below its only date or author. A `label` of several items is
    no heading.
    """
    documents, prose = rows.documents, content & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)
    runs = Segments.of(documents.first, prose)
    letters = np.where(prose & (runs.size > 1), rows.letters, 0)
    article = documents.any(prose & (runs.size >= _NEIGHBOURS)) | (documents.total(letters) >= _ARTICLE)
    told, below = rows.with_cue(HEADER) | day_alone(rows), documents.first_below(prose)
    other = documents.first_below(told)
    headed = told & (below >= 0) & (below - documents.here <= _REACH) & ((other < 0) | (other > below))
    article |= documents.any(headed & (rows["weight"][below] >= _LONG)) & (documents.total(headed) == 1)
    heading = rows.with_cue(RELATED) & ~label & ~content & is_below_article(rows, prose)
    found: Flags = ~article & (documents.above(heading) + heading == 0)
    return found


def _shapes(rows: Rows, asked: Flags, label: Flags, facts: Flags, content: Flags) -> tuple[Ints, Ints]:
    """Return the class and the key of each line; the keys of labels differ between documents."""
    sentence = (rows["sentence"] | (rows["weight"] >= _CLAUSE)) & ~label & ~facts
    kinds, keys = np.where(sentence, _SENTENCE, _SHORT), np.where(sentence & content, _SAID, _NO_KEY)
    here = np.flatnonzero(asked & (label | facts))
    lines = rows.picked(here)
    patterns = lines.str.replace_all(_NUMBERS, "0").str.replace_all(_WORDS, "a")
    texts = pl.DataFrame({"document": rows["document"][here], "label": label[here], "facts": patterns, "text": lines})
    texts = texts.select("document", "label", pl.when("label").then("text").otherwise("facts").alias("text"))
    keys[here] = texts.select(pl.struct(pl.all()).rank("dense")).to_series().to_numpy()
    labels = here[label[here]]
    kinds[labels] = _LABELS + keys[labels]
    kinds[~asked], keys[~asked] = _OUTSIDE, _NO_KEY
    return kinds, keys


def _lists(kinds: Sequence[int], keys: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield where runs of items begin and end, after the key that recurs in each with the same classes in between."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key != _NO_KEY:
            places[key].append(place)
    for key, found in places.items():
        if len(found) < _ITEMS:
            continue
        between = [tuple(kinds[above + 1 : below]) for above, below in pairwise(found)]
        whole = (each for each in between if len(each) < _LINES and _OUTSIDE not in each)
        shapes = Counter(each for each in whole if each or kinds[found[0]] == _SHORT)
        if shapes:
            shape = shapes.most_common(1)[0][0]
            for first, last in _stretches(between, shape):
                if 2 * (last - first + 1) >= len(found):
                    yield (
                        key,
                        *_extended(
                            kinds, shape, found[first], found[last], ends=key == _SAID or kinds[found[0]] >= _LABELS
                        ),
                    )


def _stretches(between: Sequence[tuple[int, ...]], shape: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the lines with this shape in between; single exceptions are as long, or nearly."""
    same = [each == shape for each in between]
    near = [abs(len(each) - len(shape)) <= 1 and _OUTSIDE not in each for each in between]
    held = [here or (near[n] and 0 < n < len(same) - 1 and same[n - 1] and same[n + 1]) for n, here in enumerate(same)]
    begin = 0
    for n, here in enumerate([*held, False]):
        if not here:
            if sum(same[begin:n]) >= _ITEMS - 1:
                yield begin, n
            begin = n + 1


def _extended(kinds: Sequence[int], shape: tuple[int, ...], first: int, last: int, *, ends: bool) -> tuple[int, int]:
    """Return the run with the rest of its first and last item, as far as that has the shape; the end is exclusive.

    Below is what is missing above; if nothing is, and the line does not certainly `ends` its item, as a label does, all
    may be missing.
    """
    begin, end = first, last + 1
    for kind in reversed(shape):
        if begin == 0 or kinds[begin - 1] != kind:
            break
        begin -= 1
    missing = len(shape) - (first - begin)
    for kind in shape[:missing] if missing or ends else shape:
        if end == len(kinds) or kinds[end] != kind:
            break
        end += 1
    return begin, end


def is_of_record(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines state author or day of one of several records, in texts that are not `furnished`.

    The same label stands above other lines before another value; lists of several authors have no lines between.
    """
    asked = np.flatnonzero(rows.with_cue(_BYLINES) & ~furnished)
    told: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for row, line in zip(asked.tolist(), rows.texts(asked), strict=True):
        match = _LABELLED.match(line)
        if match:
            told.setdefault((int(rows["document"][row]), match["label"]), []).append((row, match["value"]))
    found = np.zeros(len(furnished), np.bool_)
    for lines in told.values():
        at, values = zip(*lines, strict=True)
        found[list(at)] = len(set(values)) > 1 and max(np.diff(at)) > 1
    days: Flags = rows["dated"] & ~rows["sentence"] & rows.documents.any(found)
    return found | days
