"""English words of searches for wares and of the sentences around them. Facts, folded as audit.text.fold.fold folds."""

from __future__ import annotations

from typing import Final

# Words that end a search, and words that begin one.
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
# Words of grammar: in a search only those are that hold its words together.
GRAMMAR: Final = frozenset((
    "a", "about", "after", "against", "all", "also", "an", "and", "another", "any", "are", "as", "at", "be", "been",
    "before", "between", "both", "but", "by", "can", "could", "did", "do", "does", "down", "during", "each", "every",
    "for", "from", "had", "has", "have", "he", "her", "him", "his", "i", "if", "in", "into", "is", "it", "its",
    "just", "may", "me", "more", "most", "must", "my", "no", "not", "of", "off", "on", "one", "only", "or", "other",
    "our", "out", "over", "said", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "two", "under", "up", "us", "very", "was",
    "we", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would", "you", "your",
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
