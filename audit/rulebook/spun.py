"""SPN: signs of machine rewriting (spinning) and of inserted spam."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Rule, at_most

# Thresholds from Chinese articles by people: at most 3.4 % of lines led by punctuation, at most 1.05 spaced marks
# in 1,000 characters. Spun texts had 98 % and 11. The limits lie far from both.
LED: Final = 0.2
SPACED: Final = 3.0
# Of 39,000 manuals, articles and pages by people the worst has 1.8 in 1,000 words; shuffled text has up to 24.
DISORDERED: Final = 4.0
# Spun texts are flagged but do not stop a release: they occur in large numbers.
HALF: Final = 0.5

# Where the fit puts a suspect: one in a hundred of the articles that are most alike, yet tell different things.
SUSPECT: Final = 0.5

SPUN: Final = (
    Rule(
        code="SPN001",
        name="punctuation-led-lines",
        severity="warning",
        expectation=at_most("punctuation_led", LED, mostly=HALF),
        message="Share of lines that begin with closing or mid-sentence punctuation: {value}.",
    ),
    Rule(
        code="SPN002",
        name="spaced-punctuation",
        severity="warning",
        expectation=at_most("spaced_punctuation", SPACED, mostly=HALF),
        message="Spaces between a Han character and punctuation, per 1,000 characters: {value}.",
    ),
    Rule(
        code="SPN003",
        name="homoglyph-names",
        severity="warning",
        expectation=at_most("homoglyph_pairs", 0, mostly=HALF),
        message="Names spelled both with I and with l: {value}.",
    ),
    Rule(
        code="SPN004",
        name="injected-advertising",
        severity="warning",
        expectation=at_most("injected_ads", 0, mostly=HALF),
        message="Advertising passages unrelated to the article: {value}.",
    ),
    Rule(
        code="SPN005",
        name="retold-text",
        severity="info",
        expectation=at_most("spun_score", SUSPECT, mostly=0),
        message="This may be a paraphrase of another document; score {value}.",
        effect=Effect(aside=None, reason="shared words do not prove copying"),
    ),
    Rule(
        code="SPN010",
        name="foreign-lines",
        severity="info",
        expectation=at_most("foreign_lines", 0, mostly=0.0),
        message="Short lines that share no word with the article around them: {value}.",
    ),
    Rule(
        code="SPN006",
        name="disordered-words",
        severity="info",
        expectation=at_most("disordered_words", DISORDERED, mostly=0.0),
        message="Function words in an impossible order, per 1,000 words: {value}.",
    ),
)
