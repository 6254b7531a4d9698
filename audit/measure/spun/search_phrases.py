"""Advertising planted between the words of sentences: searches, offers, promises, calls to act, contacts.

Looked at are runs of words that are rare in articles, and occur once in theirs. Which of the words around them are
planted, and whether any are, is weighed in audit.measure.spun.search_passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary, longest_first
from audit.measure.spun.chinese_search_phrases import occurs_once
from audit.measure.spun.known_words import Role
from audit.measure.spun.search_passages import likeliest
from audit.measure.spun.search_stretches import SearchStretch, is_interrupted, stretch_at
from audit.measure.spun.search_tokens import DOMAIN, PICTURES, token
from audit.text.tables.searches import ENGLISH, SearchWords, product_words, search_words

# Minimum characters of the paragraph outside the passage; weights of a price, of a small letter at the beginning of a
# sentence, which is enough for a closer look, and of an address.
_AROUND, _PRICE, _LOWERED, _ADDRESS = 60, 33, 60, 33
# Letters before the end of a sentence, and how far the next one's first letter is from there.
_STOPPED, _NEXT = 3, 2
# Minimum log odds in hundredths (search_passages), and weight of words for a closer look, which takes two of them; in
# English: of 66,700 paragraphs 19 are flagged at these.
_ENOUGH, _LEAST = 70, 41
# In other languages, with the weight of words that tell, the characters around a passage in which they are others of
# its trade, the log odds for each, and how many count: of 42,600 paragraphs of seven languages, each alone, 16 are
# flagged at these.
_ENOUGH_ELSEWHERE, _LEAST_ELSEWHERE = -230, 30
_TELLS, _AROUND_IT, _OTHER, _OTHERS = 25, 250, -100, 3
# In English: how many words a passage has that its document says nowhere else, and the log odds for each that it lacks:
# a page speaks of its own wares in the words of the rest of it. Of 3,900 passages planted into 950 whole pages eight in
# a thousand have too few, of 29 that pages say themselves twelve.
_STRANGERS, _OWN = 3, -100
# Characters around a passage that the article repeats with it, if it repeats itself.
_ALIKE: Final = 8
# Letters of a word that is told apart.
_SHORTEST: Final = 3
_DOLLAR, _POUND, _EURO = np.uint32(ord("$")), np.uint32(ord("£")), np.uint32(ord("€"))
# Characters between two of them, and beside all of them in which others may belong to the passage.
_REACH, _BESIDE = 24, 160
# The end of a site's name, and characters in which it ends.
_DOMAIN: Final = re.compile(DOMAIN)
_LONGEST: Final = 10
# What is in an address beside its name, and roles of words that say of what a passage is.
_CONTACT: Final = re.compile(r"^\W*(?:www\.)?|(?<=\w)\W.*")
_NAMING: Final = (Role.NAME, Role.PRODUCT, Role.TOPIC)
_MARK: Final = re.compile(rf"[^\w'’ {PICTURES}-]|_")


@ahead((ENGLISH,))
def telling_words(language: str) -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    """Return the words of wares of one of audit.text.tables.searches.LANGUAGES, and the weight of each."""
    weights = product_words(language)
    is_spaced = search_words(language).is_spaced
    known = Vocabulary(list(weights), whole=True) if is_spaced else Vocabulary(longest_first(weights))
    return known, np.array([weights[word] for word in known.words], np.int64)


def find_search_phrases(articles: Articles, language: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks of articles in one of audit.text.tables.searches.LANGUAGES, and the spans of such phrases."""
    words, (vocabulary, weights) = search_words(language), telling_words(language)
    found = vocabulary.find(articles.points)
    told = np.where(occurs_once(found, articles, _ALIKE), weights[found.words], 0)
    runs = _likely(articles, *_with_signs(articles, found, told, language), language)
    blocks = articles.blocks_at(runs[:, 0])
    low = articles.starts[blocks]
    # The words beside a run may belong to it.
    hits = np.searchsorted(found.starts, runs + np.array((-_BESIDE, _BESIDE)))
    stretches: list[tuple[int, SearchStretch]] = []
    for block, span, (first, last), start in zip(
        blocks.tolist(), (runs - low[:, None]).tolist(), hits.tolist(), low.tolist(), strict=True
    ):
        columns = found.starts[first:last] - start, found.ends[first:last] - start, told[first:last]
        known = list(zip(*(column.tolist() for column in columns), strict=True))
        stretch = stretch_at((articles.text(block), articles.written(block)), (span[0], span[1]), known, words)
        if stretch is not None:
            stretches.append((block, stretch))
    bounds = likeliest([stretch for _, stretch in stretches], words, None)
    telling = found.starts[weights[found.words] >= _TELLS]
    for (block, stretch), (score, _, _) in zip(stretches, bounds, strict=True):
        if score >= _enough(words):
            passage = _planted(articles, block, stretch, words)
            others = 0 if language == ENGLISH or not passage else _others(articles, block, passage[1:], telling)
            if passage and passage[0] + _OTHER * min(others, _OTHERS) >= _enough(words):
                yield block, passage[1:]


def _with_signs(articles: Articles, found: Found, told: Places, language: str) -> tuple[Found, Places]:
    """Return the words found and their weights, and among them signs that tell without words.

    These are signs of currencies before a digit, small letters behind the end of a sentence, and in English full
    stops in addresses.
    """
    dots = np.flatnonzero(articles.points[_STOPPED:-_NEXT] == ord(".")) + _STOPPED
    signs = [(_prices(articles), _PRICE), (_lowered(articles, dots), _LOWERED)]
    if language == ENGLISH:
        signs.append((_addresses(articles, dots), _ADDRESS))
    at = np.concatenate([places for places, _ in signs])
    order = np.argsort(at, kind="stable")
    at, weights = at[order], np.repeat([weight for _, weight in signs], [len(places) for places, _ in signs])[order]
    into = np.searchsorted(found.starts, at)
    starts, ends = np.insert(found.starts, into, at), np.insert(found.ends, into, at + 1)
    return Found(starts, ends, np.insert(found.words, into, 0)), np.insert(told, into, weights)


def _prices(articles: Articles) -> Places:
    """Return the places of signs of currencies before a digit."""
    points = articles.points
    signs = points[:-1]
    at = np.flatnonzero((signs == _DOLLAR) | (signs == _POUND) | (signs == _EURO))
    return at[(points[at + 1] >= ord("0")) & (points[at + 1] <= ord("9"))]


def _lowered(articles: Articles, dots: Places) -> Places:
    """Return the places of small letters behind full stops that letters are before."""
    points = articles.points
    at = dots[points[dots + 1] == ord(" ")]
    for beside in (*range(-_STOPPED, 0), _NEXT):
        at = at[points[at + beside] >= ord("a")]
    letters = map(chr, articles.points_written(at + _NEXT).tolist())
    lowered: Places = at[np.fromiter(map(str.islower, letters), np.bool_, len(at))] + _NEXT
    blocks = articles.blocks_at(lowered)
    told = zip(blocks.tolist(), (lowered - articles.starts[blocks]).tolist(), strict=True)
    may = (is_interrupted(articles.written(block), start) for block, start in told)
    return lowered[np.fromiter(may, np.bool_, len(lowered))]


def _addresses(articles: Articles, dots: Places) -> Places:
    """Return the places of full stops before the ends of sites' names."""
    for beside in (-1, 1, _NEXT):
        dots = dots[articles.points[dots + beside] >= ord("a")]
    ends = (_DOMAIN.match(articles.between(dot + 1, dot + _LONGEST)) is not None for dot in dots.tolist())
    addresses: Places = dots[np.fromiter(ends, np.bool_, len(dots))]
    return addresses


def _enough(language: SearchWords) -> int:
    """Return the log odds that make a passage."""
    return _ENOUGH if language.language == ENGLISH else _ENOUGH_ELSEWHERE


def _planted(
    articles: Articles, block: int, stretch: SearchStretch, language: SearchWords
) -> tuple[int, int, int] | None:
    """Return the score, the start and the end of a stretch's passage.

    None if nearly all of the paragraph is in it, or an article repeats it with what is around it.
    """
    article, text = articles.words(block), articles.text(block)
    copies = article.body.count(text[stretch.spans[stretch.core[0]][0] : stretch.spans[stretch.core[1]][1]])
    [(score, first, last)] = likeliest([stretch], language, lambda word: article.words[word] > copies)
    start, end = stretch.spans[first][0], stretch.spans[last][1]
    if len(text) - (end - start) < _AROUND or article.body.count(text[max(0, start - _ALIKE) : end + _ALIKE]) > 1:
        return None
    if language.language == ENGLISH:
        score += _OWN * max(0, _STRANGERS - _strangers(articles, block, stretch, (first, last)))
    return score, start, end


def _strangers(articles: Articles, block: int, stretch: SearchStretch, passage: tuple[int, int]) -> int:
    """Return how many words of a passage, from its first to its last one, are nowhere else in its document.

    Copies of the passage are no other place. An address is that of the document where it says the site's name. In a
    document of one paragraph all are.
    """
    article, text = articles.words(block), articles.text(block)
    if len(article.body) == len(text):
        return _STRANGERS
    first, last = passage
    said = text[stretch.spans[first][0] : stretch.spans[last][1]]
    besides = f"{said} " * article.body.count(said)
    named = {
        word if role is not Role.CONTACT else _CONTACT.sub("", word)
        for word, role in zip(stretch.words[first : last + 1], stretch.roles[first : last + 1], strict=True)
        if role is Role.CONTACT or (role in _NAMING and len(word) >= _SHORTEST)
    }
    return sum(not article.says(word, besides=besides) for word in named)


def _others(articles: Articles, block: int, span: tuple[int, int], telling: Places) -> int:
    """Return how many telling words a paragraph has near a span, from their places: a report on a trade has several."""
    low, high = int(articles.starts[block]), int(articles.ends[block])
    start, end = low + span[0], low + span[1]
    edges = max(low, start - _AROUND_IT), start, end, min(high, end + _AROUND_IT)
    first, until, behind, last = np.searchsorted(telling, edges).tolist()
    return int(until - first + last - behind)


def _likely(articles: Articles, found: Found, told: Places, language: str) -> Places:
    """Return start and end of possible runs of words with enough weight, a row each."""
    telling = np.flatnonzero(told)
    if not len(telling):
        return np.zeros((0, 2), np.int64)
    # A word may be contained in the preceding one.
    starts, ends = found.starts[telling], np.maximum.accumulate(found.ends[telling])
    gaps = starts[1:] - ends[:-1]
    apart = (gaps > _REACH) | (np.diff(articles.blocks_at(starts)) > 0)
    for n in np.flatnonzero(~apart & (gaps > 0)).tolist():
        apart[n] = _parts(articles.between(int(ends[n]), int(starts[n + 1])), language)
    firsts = np.flatnonzero(np.append(True, apart))
    enough = np.add.reduceat(told[telling], firsts) >= (_LEAST if language == ENGLISH else _LEAST_ELSEWHERE)
    lasts = np.append(firsts[1:], len(starts)) - 1
    return np.stack([starts[firsts], ends[lasts]], axis=1)[enough]


def _parts(between: str, language: str) -> bool:
    """Return whether the text between two words ends a run: punctuation, or a function word."""
    words = search_words(language)
    said = between.split(" ")[1:-1] if words.is_spaced else token(language).findall(between)
    return _MARK.search(between) is not None or not _parting(language).isdisjoint(said)


@cache
def _parting(language: str) -> frozenset[str]:
    """Return the function words that occur in no known phrase."""
    words, (vocabulary, _) = search_words(language), telling_words(language)
    return (words.grammar - words.within - {"all"}).difference(*(phrase.split() for phrase in vocabulary.words))
