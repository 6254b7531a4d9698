"""How people put what they want to buy to a search engine: phrases that advertisers plant inside sentences. Facts.

Kept are forms that no sentence of 6,000 clean English paragraphs holds, or very few; not wares but what is asked about
them (Chinese ones are with the wares, in wares.tsv). All are folded as audit.text.fold.fold folds.
"""

from __future__ import annotations

from typing import Final

# What begins and what ends one.
BEGINS: Final = (
    "cheap", "cheapest", "best", "buy", "free", "discount", "discounted", "wholesale", "luxury", "top rated",
    "affordable", "low cost", "second hand", "replica", "hire", "convert", "natural remedies", "how to get",
    "how to unlock", "how to buy", "how to remove", "how to win", "play free", "learn", "emergency", "vintage",
    "electric", "instant", "bulk", "premium", "local", "private", "certified", "used",
)  # fmt: skip
ENDS: Final = (
    "online", "near me", "for sale", "reviews", "review", "coupon", "coupons", "coupon code", "promo code",
    "no deposit", "no deposit bonus", "same day approval", "without prescription", "without passcode",
    "without password", "price list", "prices", "price", "supplier", "suppliers", "manufacturer", "manufacturers",
    "quotes", "quotes online", "calculator", "deal", "deals", "free download", "followers instantly", "followers",
    "official store", "installation price", "guaranteed profit", "for seniors", "for side sleepers", "help service",
    "open now", "clinic", "course", "outlet", "outlet clearance", "apk", "full movie", "casino", "betting", "loan",
    "loans", "gummies", "side effects", "discount", "kit", "quote", "best price", "hd download", "hd", "for rent",
    "for rent downtown", "for beginners", "for bad credit", "tips today", "attorney", "lawyer", "printing", "cheap",
    "cost", "cost calculator", "rates today", "telegram", "amazon", "plus size", "streaming", "subtitles",
)  # fmt: skip
# Searches that need no beginning.
WHOLE: Final = (
    "no deposit bonus", "same day approval", "without prescription", "slot machines", "online casino",
    "sports betting", "instagram followers", "tiktok followers", "debt relief company", "payday loan",
    "payday advance", "diet pills", "weight loss pills", "car insurance quotes", "data entry jobs", "dating sites",
    "trading bot", "cheap flights", "mod apk", "apk download", "serial key", "essay writing service",
    "essay help service", "replica watches", "buy viagra", "cialis", "no credit check", "escort service",
    "bulk supplier", "price list", "cost calculator", "estimate calculator", "for sale online", "free download",
    "full movie streaming", "moving companies quotes", "mortgage rates today", "wholesale supplier",
    "official store", "guaranteed profit", "lawyer near me", "forex signals", "printing near me",
    "cash for junk cars", "psychic reading", "repair near me", "horoscope reading", "followers instantly",
    "full movie", "promo code", "coupon code", "black friday deal",
)  # fmt: skip
# Words that no search holds, and sentences do.
NEVER_SEARCHED: Final = frozenset((
    "a", "an", "the", "of", "and", "or", "but", "our", "his", "her", "their", "its", "is", "are", "was", "were", "be",
    "been", "as", "that", "this", "these", "those", "some", "any", "not", "could", "will", "would", "we", "they", "who",
    "which", "has", "have", "had", "he", "she", "it", "said", "than",
))  # fmt: skip
# What ends an English search wherever it stands, behind whatever it is for.
SURE_ENDS: Final = (
    "near me", "promo code", "coupon", "coupons", "coupon code", "price list", "official store", "no deposit",
    "without prescription", "same day delivery", "same day", "online free", "for free online", "mod apk", "for sale",
    "for sale online", "guaranteed profit", "hd download", "full movie", "cost calculator", "reviews and complaints",
)  # fmt: skip
# Words that end one, or begin one, and that everybody writes: such a search is told by what stands around it.
END_WORDS: Final = frozenset((
    "online", "reviews", "deals", "deal", "discount", "sale", "price", "prices", "pricing", "quotes", "quote",
    "supplier", "suppliers", "manufacturer", "manufacturers", "wholesale", "factory", "services", "service", "agency",
    "lawyer", "lawyers", "attorney", "attorneys", "movers", "cleaners", "installation", "rental", "rentals", "loan",
    "loans", "mortgage", "insurance", "course", "courses", "classes", "tutorial", "jobs", "maker", "generator",
    "converter", "calculator", "streaming", "apk", "emulator", "casino", "betting", "slots", "bonus", "gummies",
    "pills", "supplements", "remedies", "cream", "kit", "kits", "outlet", "store", "shop", "shoes", "venues",
    "clinic", "followers", "backlinks", "hosting", "vpn", "telegram", "signals", "free", "cheap", "amazon", "ebay",
    "shopify", "delivery", "collars", "fungus", "sleepers", "seniors",
))  # fmt: skip
BEGIN_WORDS: Final = frozenset((
    "cheap", "cheapest", "best", "buy", "free", "discount", "discounted", "wholesale", "luxury", "affordable",
    "replica", "hire", "rent", "sell", "convert", "watch", "download", "learn", "custom", "bulk", "used", "fake",
))  # fmt: skip
# Words that may stand in a sentence before a search or behind it, and in none.
LINKS: Final = frozenset((
    "for", "in", "to", "with", "without", "on", "at", "from", "by", "into", "over", "under", "after", "before",
    "when", "while", "where", "if", "so", "than", "then", "there", "about", "between", "through", "during", "against",
    "also", "more", "most", "very", "just", "only", "such", "other", "can", "may", "must", "should", "do", "does",
    "did", "i", "you", "me", "him", "them", "us", "all", "both", "each", "every", "no", "one", "two", "up", "out",
    "off", "down",
))  # fmt: skip
DETERMINERS: Final = frozenset((
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "some",
    "any", "each", "every", "no", "he", "she", "it", "they", "we", "i", "you", "another",
))  # fmt: skip
# What goes on behind a noun.
VERBS_BEHIND: Final = frozenset((
    "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "could", "may", "that", "who",
    "which", "it", "they", "we", "he", "she", "you", "i",
))  # fmt: skip
# Words of grammar that follow each other in any sentence.
JOINED_WORDS: Final = frozenset(
    f"{first} {second}"
    for first in (
        "of",
        "in",
        "to",
        "on",
        "for",
        "and",
        "at",
        "by",
        "with",
        "from",
        "that",
        "as",
        "is",
        "was",
        "into",
        "over",
    )
    for second in ("the", "a", "an", "his", "their", "its", "this", "be", "been", "not", "it", "he", "they", "have")
)
