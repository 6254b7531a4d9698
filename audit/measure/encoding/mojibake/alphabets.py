"""Read a passage's bytes in an alphabet, one letter a byte: judged by how words are spelled."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import Final

import numpy as np

from audit.measure.encoding.mojibake.codec_pairs import RANK, TWO_BYTES, byte_of, put_back, shown_by
from audit.measure.encoding.mojibake.letters_read import UTF8, read_pieces
from audit.measure.encoding.mojibake.look import LATIN_CODECS, Look
from audit.measure.encoding.mojibake.reading import Reading, RestoredWord
from audit.measure.encoding.mojibake.respelled import MendedWords, languages, mended, spelling
from audit.measure.encoding.mojibake.restored_words import PROOF, WORTH
from audit.measure.encoding.mojibake.sequences import beyond_ascii, is_rather_utf8, longest_shown
from audit.measure.encoding.mojibake.spelling import LANGUAGES, nearest
from audit.measure.language.models.profiles import SCALE, scores
from audit.text.classes import codepoints

# Words around a passage that tell its language.
AROUND: Final = 120
# Five nats, and two for each character that changes: letters that come back make groups that are worth ten and more.
_LIKELIER: Final = 5 * SCALE
_LIKELIER_PER_CHAR: Final = 2 * SCALE
# A frequent word of four letters gains 15 nats and more.
_NATS: Final = 5.0
# Pairs that weigh so much less than the best are not asked, nor more languages of one.
_BEHIND: Final = 1
_LANGUAGES: Final = 2
# One word of four letters, or a few short ones, with which others go.
_SUPPORTED: Final = 3
_MIN_WORDS: Final = 2
_WORDS_FOR_ONE_SPOILT: Final = 3
_MIN_GAIN: Final = 14.0
# So many ASCII letters around tell the language; of 117,022 healthy paragraphs none has a word of it that comes back.
_MIN_AROUND: Final = 20
_MIN_GAIN_ALONE: Final = 10.0
_LONG: Final = 5  # any four letters are a word of some language
# Fewer characters that change, among three times as many of the line that the codec does not have, are chance.
_MANY: Final = 6
_TIMES_AS_MANY: Final = 3
_PROFILED: Final = LATIN_CODECS | {"cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"}

Span = tuple[int, int]


def in_alphabets(text: str, span: Span, restored: Sequence[RestoredWord]) -> Iterator[Reading]:
    """Yield the readings in alphabets of the longest part of a passage that a codec can show.

    `restored` are the words in and around it that other codecs make frequent ones: where these prove it, no other is
    asked, and else only alphabets other than theirs.
    """
    context = text[max(0, span[0] - AROUND) : span[1] + AROUND]
    proven = [*_of_frequent_words(text, span, restored, tuple(languages([context])))] if restored else []
    if proven:
        yield from proven
        return
    look = Look.at(text[slice(*span)], context)
    # Of Latin and Cyrillic letters frequent words would be among those found.
    pairs = [pair for pair in look.pairs if not restored or pair[0] not in _PROFILED]
    for one in _likelier([*_unjudged(text, span, pairs)]):
        found = spelling(one.seen, one.read, look.languages)
        if found is not None:
            yield one.reading(found.gain)


def _of_frequent_words(
    text: str, span: Span, restored: Sequence[RestoredWord], theirs: Sequence[str]
) -> Iterator[Reading]:
    """Yield the readings that make words frequent ones: enough of them prove it, fewer where all are better spelled."""
    weights: dict[tuple[str, str], int] = {}
    for word in restored:
        weights[word.pair] = max(word.weight, weights.get(word.pair, 0))
    least = max(WORTH, max(weights.values()) - _BEHIND)
    likely = sorted((pair for pair, weight in weights.items() if weight >= least), key=RANK.__getitem__)
    spoken = _spoken_around(text, span)
    for one in _unjudged(text, span, likely):
        pair = one.right, one.wrong
        of_words = [language for word in restored if word.pair == pair for language in word.languages]
        ours, weight = _most_often(of_words), weights[pair]
        found = spelling(one.seen, one.read, theirs, ours)
        if found is not None:
            yield one.reading(max(found.gain, _NATS * weight))
            continue
        # Two languages that are near each other are as likely, but a short word proves less.
        rest = [language for language in spoken[: weight - 1] if language in of_words]
        if (weight >= _SUPPORTED and _is_proven(mended(one.seen, one.read, theirs, ours), weight)) or (
            rest and _is_of_the_rest(mended(one.seen, one.read, theirs, rest), weight)
        ):
            yield one.reading(_NATS * weight)


def _spoken_around(text: str, span: Span) -> Sequence[str]:
    """Return what the ASCII words in and around a passage, which show no damage, may be of; nothing for a few letters.

    The likeliest language comes first.
    """
    words = [word for word in text[max(0, span[0] - AROUND) : span[1] + AROUND].split() if word.isascii()]
    letters = sum(map(str.isalpha, "".join(words)))
    return nearest(" ".join(words), LANGUAGES["latin"], _LANGUAGES) if letters >= _MIN_AROUND else ()


def _is_of_the_rest(found: MendedWords, weight: int) -> bool:
    """Whether a frequent word comes back in the language of the rest, and reads better; and no word is spoilt."""
    return found.frequent > 0 and not found.spoilt and found.gain > (0 if weight >= PROOF else _MIN_GAIN_ALONE)


def _most_often(spoken: Sequence[str]) -> list[str]:
    """Return the few languages that most of the words are of."""
    counts = Counter(spoken)
    return sorted(counts, key=lambda language: (-counts[language], language))[:_LANGUAGES]


def _is_proven(found: MendedWords, weight: int) -> bool:
    """Whether frequent words weigh enough, or others are beside them; all read better, few worse; one alone is long."""
    if found.spoilt * _WORDS_FOR_ONE_SPOILT > found.words or found.gain <= 0 or not found.frequent:
        return False
    if found.words < _MIN_WORDS:
        return weight >= PROOF and found.gain >= _MIN_GAIN_ALONE and found.longest >= _LONG
    return weight >= PROOF or found.gain >= _MIN_GAIN


@dataclass(frozen=True, slots=True)
class _Unjudged:
    """A passage with its surroundings as it stands, and its bytes read with another codec, piece by piece.

    `start` and `end` are those of the passage.
    """

    right: str
    wrong: str
    seen: Sequence[str]
    read: Sequence[str]
    start: int
    end: int

    def reading(self, gain: float) -> Reading:
        """Return what the passage reads, which gains so many nats."""
        return Reading(self.right, self.wrong, "".join(self.read[self.start : self.end]), gain)


def _unjudged(text: str, span: Span, pairs: Sequence[tuple[str, str]]) -> Iterator[_Unjudged]:
    beyond = beyond_ascii(_line_around(text, span))
    for wrong in dict.fromkeys(wrong for _, wrong in pairs):
        start, end = _shown(text, span, wrong)
        if start == end:
            continue
        is_rather = is_rather_utf8(put_back(text[start:end], wrong)[0], "", wrong)
        left, last = _whole_words(text, *_surroundings(text, start, end, wrong))
        start, end = max(start, left), min(end, last)
        if start >= end:
            continue
        seen = text[left:last]
        raw = [byte_of(char, wrong) for char in seen] if wrong in TWO_BYTES else put_back(seen, wrong)[0]
        equal: set[str] = set()
        for right in (right for right, other in pairs if other == wrong):
            found = None if is_rather and right != UTF8 else read_pieces(seen, raw, right)
            if found is None or (whole := "".join(found[1])) in equal:
                continue
            equal.add(whole)
            stood, read = found
            changed = sum(map(str.__ne__, stood, read))
            if changed < _MANY and beyond - beyond_ascii(seen) > _TIMES_AS_MANY * changed:
                continue
            yield _Unjudged(right, wrong, stood, read, *(_piece_at(stood, at - left) for at in (start, end)))


def _piece_at(pieces: Sequence[str], at: int) -> int:
    """Return the number of the first piece that begins at a character or behind it."""
    return at if isinstance(pieces, str) else bisect_left([0, *accumulate(map(len, pieces))], at)


def _line_around(text: str, span: Span) -> str:
    """Return the passage with the rest of its lines, a bounded part."""
    before, after = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    return before.rpartition("\n")[2] + text[slice(*span)] + after.partition("\n")[0]


def _likelier(every: Sequence[_Unjudged]) -> Iterator[_Unjudged]:
    """Yield the readings whose letter groups some language has more of than any has of the text as it stands.

    Only alphabets of several languages are asked, for which there are profiles.
    """
    if not every:
        return
    texts = [text for one in every for text in ("".join(one.seen), "".join(one.read))]
    ends = np.cumsum([len(text) for text in texts], dtype=np.int64)
    best = scores(codepoints("".join(texts)), np.concatenate(([0], ends[:-1])), ends)[0].max(axis=1)
    changed = np.array([sum(map(str.__ne__, one.seen, one.read)) for one in every])
    likelier = best[1::2] - best[::2] > np.maximum(_LIKELIER, _LIKELIER_PER_CHAR * changed)
    unknown = np.array([one.right not in _PROFILED for one in every])
    yield from compress(every, (unknown | likelier).tolist())


def _shown(text: str, span: Span, wrong: str) -> Span:
    """Return the longest run of the passage that the codec can show, ASCII alone left out; empty for none."""
    if wrong not in TWO_BYTES:
        return longest_shown(text, *span, wrong)
    if _shows_all(text[slice(*span)], wrong):
        return (span[0], span[0]) if text[slice(*span)].isascii() else span
    at, best = span[0], (span[0], span[0])
    for place in range(span[0], span[1] + 1):
        if place == span[1] or not byte_of(text[place], wrong):
            if place - at > best[1] - best[0] and not text[at:place].isascii():
                best = at, place
            at = place + 1
    return best


def _surroundings(text: str, start: int, end: int, wrong: str) -> Span:
    """Return the passage with what is shown by the codec around it, a bounded part."""
    first, end_of_all = max(0, start - AROUND), min(len(text), end + AROUND)
    if wrong not in TWO_BYTES:
        pattern = shown_by(wrong)
        before = pattern.match(text[first:start][::-1]).end()  # type: ignore[union-attr]
        return start - before, pattern.match(text, end, end_of_all).end()  # type: ignore[union-attr]
    left, right = start, end
    if _shows_all(text[first:start], wrong):
        left = first
    while left > first and byte_of(text[left - 1], wrong):
        left -= 1
    if _shows_all(text[end:end_of_all], wrong):
        right = end_of_all
    while right < end_of_all and byte_of(text[right], wrong):
        right += 1
    return left, right


def _shows_all(text: str, wrong: str) -> bool:
    """Whether a two-byte codec shows all of a text."""
    try:
        return bool(text.encode(wrong)) and "\ufffd" not in text
    except UnicodeEncodeError:
        return False


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the span without the parts of words that it begins and ends in: what they read proves nothing."""
    if text[start - 1 : start].isalpha():
        while start < end and text[start].isalpha():
            start += 1
    if text[end : end + 1].isalpha():
        while start < end and text[end - 1].isalpha():
            end -= 1
    return start, end
