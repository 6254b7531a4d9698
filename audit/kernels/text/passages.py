"""Search for the passages of stretches of words that most likely do not belong to their sentences."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import I16, I64, VOID, fill, kernel, part, read

# What a word is: of four letters or more, and such a one with a capital; one that needs a noun behind it; one that
# begins none; one with a capital, and one with a small letter at the beginning of a sentence.
CONTENT, TITLED, NEEDING, GOING_ON, CAPITAL, LOWERED = (1 << bit for bit in range(6))
# Words of a passage.
FEWEST, MOST = 3, 14
# Words of four letters or more that tell a title.
_TITLE: Final = 3
_NEVER: Final = -(1 << 40)


@part
def _is(flags: Any, word: Any, flag: Any) -> Any:
    return flags[word] & flag != 0


@part
def _level(levels: Any, size: Any, first: Any, second: Any) -> Any:
    return np.int64(levels[first * size + second])


@kernel(VOID, read(I64), read(I64), read(I64), read(I64), read(I64), read(I16), I64, read(I64), read(I64), fill(I64))
def find_passages(
    inside: Any, begins: Any, ends: Any, flags: Any, classes: Any, levels: Any, size: Any, weights: Any, bounds: Any,
    best: Any,
) -> None:  # fmt: skip
    """Fill in the score of the best passage of each stretch, and its first and last word, three numbers each.

    Added are the evidence inside of each word, of the first one as a beginning, and of the last one as an end; and
    `weights`: per level of association of the first word with the one before, of the last one with the one behind, and
    of these two with each other (levels[first * size + second], of the classes with one before the first word of each
    stretch and one behind the last); for a gap between these, for a side without a word, for a title of its own, for
    three words, for a sentence with a small letter before one with a capital, and for all words.

    Stretch n has bounds[5 * n] words; a passage shares words with those from bounds[5 * n + 1] to bounds[5 * n + 2];
    it does not begin with the first one if bounds[5 * n + 3], and may be all of them if bounds[5 * n + 4].
    """
    low = np.int64(0)
    for stretch in range(len(bounds) // 5):
        count, row, beside = bounds[5 * stretch], 3 * stretch, low + 2 * stretch
        core_first, core_last = bounds[5 * stretch + 1], bounds[5 * stretch + 2]
        best[row], best[row + 1], best[row + 2] = _NEVER, np.int64(0), np.int64(0)
        for first in range(bounds[5 * stretch + 3], min(core_last + 1, count)):
            before, is_first = classes[beside + first], first == 0
            told = begins[low + first] + weights[0] * _level(levels, size, before, classes[beside + first + 1])
            content, titled = np.int64(0), np.int64(0)
            is_named = not is_first and _is(flags, low + first - 1, TITLED)
            is_needed = not is_first and _is(flags, low + first - 1, NEEDING)
            for last in range(first, min(first + MOST, count)):
                told += inside[low + last]
                content += _is(flags, low + last, CONTENT)
                titled += _is(flags, low + last, TITLED)
                is_last = last == count - 1
                if (
                    last < first + FEWEST - 1
                    or last < core_first
                    or (is_first and is_last and not bounds[5 * stretch + 4])
                ):
                    continue
                behind = classes[beside + last + 2]
                score = told + ends[low + last] + weights[2] * _level(levels, size, before, behind)
                score += weights[1] * _level(levels, size, classes[beside + last + 1], behind)
                score += weights[3] * (is_needed and (is_last or _is(flags, low + last + 1, GOING_ON)))
                is_name = is_named or (not is_last and _is(flags, low + last + 1, TITLED))
                score += weights[5] * (content >= _TITLE and content == titled and not is_name)
                is_resumed = not is_last and _is(flags, low + last + 1, CAPITAL) and _is(flags, low, LOWERED)
                score += weights[4] * (is_first or is_last) + weights[6] * (last == first + FEWEST - 1)
                score += weights[7] * (is_first and is_resumed) + weights[8] * (is_first and is_last)
                if score > best[row]:
                    best[row], best[row + 1], best[row + 2] = score, np.int64(first), np.int64(last)
        low += count
