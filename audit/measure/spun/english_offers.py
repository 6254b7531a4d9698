"""English offers and contacts planted between the words of sentences: "order now", "call us at 555-0147".

An article may say such things as a sentence of their own, or in a place where a verb may stand ("told readers to call
555-0147", "for details call 555-0147"). Between two words that no verb can stand between they are planted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Vocabulary, longest_first
from audit.measure.spun.english_clauses import is_determined
from audit.measure.spun.sentence_words import SentenceWords
from audit.measure.spun.word_pairs import word_pairs
from audit.text.tables import phrases
from audit.text.tables.searches import BEFORE_NOUNS, GRAMMAR

# Minimum characters of the paragraph outside the passage, and of it that are looked at beside a passage.
_AROUND, _REACH = 60, 80
_BLANK: Final = ord(" ")
# Words of a clause before its order ("for more information about the course call"), and those from a verb that takes
# another one's bare form to that ("helped a man lose"), at most.
_CLAUSE, _CAUSED = 7, 3
# Association of the words on both sides from which the sentence goes on without the passage.
_GOES_ON, _SURELY = 1, 2
# Words after the first that make a passage too long for a name; those that an order is followed by.
_LONG: Final = 4
_ADDRESSED: Final = frozenset(("us", "me", "your"))
_NUMBER: Final = r"(?:(?:\+|\(?0)\d[\d() .-]{5,15}\d|1?[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4})"
_MAIL: Final = r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,12}"
_SITE: Final = r"(?:https?://|www\.|t\.me/|wa\.me/)[a-z0-9./_-]*[a-z0-9]"
_APP: Final = r"(?:whatsapp|telegram|wechat|viber|line|signal|kik|skype|instagram|snapchat)"
_ACCOUNT: Final = rf"{_APP}(?: at)? (?=[a-z_]*\d)[a-z][a-z0-9_]{{4,}}"
_CONTACT: Final = (
    r"(?:call|dial|ring|text|sms|phone|message|dm|ping|e-?mail|contact|visit|write to|follow|join|chat with"
    rf"|(?:reach|add) (?:us|me)|send an e-?mail|{_APP})(?: [\w'.]+){{0,5}} "
    rf"(?:{_NUMBER}|{_MAIL}|@[a-z0-9_.]{{2,}}[a-z0-9_]|{_SITE}|{_ACCOUNT})"
)
_TIME: Final = (
    r"(?:in|within) (?:just |only |under |less than )?(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: short)? (?:minute|hour|day|week|month)s?"
)
_SOON: Final = rf"(?:today|now|fast|tonight|online|for cash|{_TIME})"
_AMOUNT: Final = r"(?:up to |over )?[$£€]\d[\d,.]*k?"
_TAIL: Final = r" (?:with|for|from|without|by) (?:our|us|my|your|no|any)(?: [\w-]+)?"
_DEEDS: Final = (
    rf"(?:lose|drop|shed|burn) (?:up to |over )?(?:[\w-]+ ){{1,3}}{_TIME}",
    r"(?:lose|drop|shed|burn) (?:weight|(?:belly |body )?fat)(?: (?:fast|now|quickly|naturally|easily))",
    rf"(?:earn|make|win) {_AMOUNT} (?:(?:a|per|every|each) (?:hour|day|week|month)|daily|weekly|monthly)",
    rf"turn {_AMOUNT} into {_AMOUNT}",
    r"(?:earn|make) (?:\w+ )?(?:money|cash|income) (?:online|fast|(?:working )?from home|while you sleep|easily)",
    rf"(?:cure|grow|gain|boost|reverse)(?: [\w-]+){{1,6}} {_TIME}",
    r"(?:earn|make|win) (?:extra|real|easy|fast|quick|big|free|serious|passive) (?:cash|money|income)",
    r"(?:buy|order(?! to)|hire)(?: [\w-]+){1,4} (?:cheap|online|now|today|without prescription|at low prices)",
    r"(?:bet|deposit|spin|join|sign up|shop|order|register)(?: [\w$£€%-]+){1,3} and (?:get|win|save|receive|earn)",
    r"meet (?:\w+ )?(?:girls|women|singles|men|ladies) (?:in your area|near you|online|tonight)",
    (
        r"(?:get|buy|gain|order)(?: (?:\d+k?|real|cheap|instant|more|active|free))+(?: \w+)? "
        r"(?:followers|likes|views|subscribers|pills|diplomas?|degrees?|passports?|meds)(?: (?:online|now|fast))*"
    ),
)


@cache
def _offer() -> re.Pattern[str]:
    """Return the pattern of offers: a deed with what it brings, an act, a contact; each on to the next one."""
    lists = phrases("searches", "acts"), phrases("searches", "owned")
    acts, owned = ("|".join(map(re.escape, longest_first(words))) for words in lists)
    verbs = "|".join(phrases("searches", "acquiring"))
    yours = (
        rf"(?:{verbs}) your (?:(?:[\w-]+ ){{0,2}}(?:{owned})(?: {_SOON})*|(?:[\w-]+ ){{1,3}}{_SOON})"
        rf"|(?:{verbs}|join|visit|try|shop|book|hire)(?: for)? (?:our|an?) (?:[\w-]+ ){{1,4}}(?:now|today|tonight)"
        r"|let (?:us|me|our \w+) (?:\w+ )?your \w+"
    )
    praise = "|".join(map(re.escape, longest_first(phrases("searches", "praise"))))
    one = "|".join((_CONTACT, *_DEEDS, yours, acts))
    more = rf"(?: [\w'’$%-]+){{0,4}} (?:{one}|{praise})"
    return re.compile(rf"(?:{one})(?:{more}|{_TAIL})*(?![\w'’-])")


@cache
def _begun() -> Vocabulary:
    """Return the words that offers begin with."""
    firsts = {phrase.split()[0] for phrase in phrases("searches", "acts", "acquiring", "offering")}
    return Vocabulary(longest_first({*firsts, *_apps()}), whole=True)


@cache
def _apps() -> frozenset[str]:
    return frozenset(phrases("searches", "messengers"))


@cache
def _licences() -> frozenset[str]:
    return frozenset(phrases("searches", "licences"))


@cache
def _subjects() -> frozenset[str]:
    return frozenset(phrases("searches", "bare_subjects"))


def find_english_offers(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks of English articles, and the spans of such offers."""
    starts = _begun().find(articles.points).starts
    starts = starts[articles.points[starts - 1] == _BLANK]
    blocks = articles.blocks_at(starts)
    inside = starts > articles.starts[blocks]
    reached, read, text = (-1, 0), -1, ""
    for block, at in zip(blocks[inside].tolist(), starts[inside].tolist(), strict=True):
        if block != read:
            read, text = block, articles.text(block)
        start = at - int(articles.starts[block])
        if (block, start) < reached:
            continue
        offer = _offer().match(text, start)
        if offer and len(text) - len(offer[0]) >= _AROUND:
            reached = block, offer.end()
            if _is_planted(articles, block, offer.span()):
                yield block, offer.span()


def _is_planted(articles: Articles, block: int, span: tuple[int, int]) -> bool:
    """Return whether an offer stands between words, where no verb may stand, and once in its article."""
    start, end = span
    words = SentenceWords.of(articles, block, (start - _REACH, end + 1))
    starts = [first for first, _ in words.spans]
    behind = next((n for n, first in enumerate(starts) if first > end - 1), 0)
    first = next((n for n, at in enumerate(starts) if at >= start), 0)
    if words.word(first) in _apps() and words.word(first - 1) in BEFORE_NOUNS:
        return False
    if words.text[end : end + 1] != " " or not behind or starts[behind] != end + 1 or not words.follows(first):
        return False
    if words.article.body.count(words.text[start:end]) > 1:
        return False
    return not _is_licensed(words, (first, behind - 1))


def _is_licensed(words: SentenceWords, run: tuple[int, int]) -> bool:
    """Return whether a verb, or a name of an offer, may stand at a word of a sentence.

    Behind a determiner it is a name ("the order now button"). A verb stands behind its subject; and behind "to", "can",
    adverbs, "helped a man", and in a clause that begins with "for", "if", unless the sentence goes on without it.
    """
    first, behind = run[0], words.word(run[1] + 1)
    before, is_tail = words.word(first - 1), behind.endswith(("ing", "ly"))
    if before in _subjects() or (is_determined(before) and (before not in BEFORE_NOUNS or _is_name(words, run))):
        return True
    goes_on = not is_tail and word_pairs().level(before, behind)
    if before.endswith("s") and (is_tail or behind in GRAMMAR or behind.endswith("ed")) and goes_on < _SURELY:
        return True
    if _opens_clause(words, first):
        return True
    if goes_on >= _GOES_ON:
        return False
    verbs = phrases("searches", "auxiliaries")
    takes = any(words.word(n) in verbs for n in range(max(0, first - _CAUSED), first))
    return takes or before in _licences() or before.endswith("ly")


def _is_name(words: SentenceWords, run: tuple[int, int]) -> bool:
    """Return whether a passage may be a name ("the buy now button"), or begins with a noun ("a call to us")."""
    is_noun = words.word(run[0]) in phrases("searches", "noun_verbs") and words.word(run[0] + 1) not in _ADDRESSED
    return is_noun or run[1] - run[0] < _LONG


def _opens_clause(words: SentenceWords, first: int) -> bool:
    """Return whether a word is near the beginning of a clause that an order may follow ("for details call")."""
    clause = first - 1
    while words.follows(clause) and first - clause < _CLAUSE:
        clause -= 1
    return not words.follows(clause) and words.word(clause) in phrases("searches", "clause_openings")
