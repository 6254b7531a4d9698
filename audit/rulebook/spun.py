"""SPN: signs of machine rewriting (spinning) and of inserted spam."""

from __future__ import annotations

from typing import Final

from audit.rule import Effect, Page, Rule, at_most

# Thresholds from Chinese articles by people: at most 3.4 % of lines led by punctuation, at most 1.05 spaced marks
# in 1,000 characters. Spun texts had 98 % and 11. The limits lie far from both.
LED: Final = 0.2
SPACED: Final = 3.0
# Of 39,000 manuals, articles and pages by people the worst has 1.8 in 1,000 words; shuffled text has up to 24.
DISORDERED: Final = 4.0
# Spun texts are flagged but do not stop a release: they occur in large numbers.
HALF: Final = 0.5

PUNCTUATION_LED_LINES: Final = Rule(
    code="SPN001",
    name="punctuation-led-lines",
    severity="warning",
    expectation=at_most("punctuation_led", LED, mostly=HALF),
    message="Share of lines that begin with closing or mid-sentence punctuation: {value}.",
    page=Page(
        what="More than a fifth of the lines begin with a comma, a full stop or a closing bracket.",
        why="Nobody writes this way. A program split the text and joined it again: a spinner that replaces words, or "
        "a converter that broke lines before punctuation.",
        fix="Find the original and use that. If only the line breaks are wrong, join the lines.",
        known_problems="Tables and code dumped as text can have such lines. Blocks are joined before they are judged, "
        "so the article's paragraphs are right even when this rule fires.",
    ),
)

SPACED_PUNCTUATION: Final = Rule(
    code="SPN002",
    name="spaced-punctuation",
    severity="warning",
    expectation=at_most("spaced_punctuation", SPACED, mostly=HALF),
    message="Spaces between a Han character and punctuation, per 1,000 characters: {value}.",
    page=Page(
        what="Chinese text has spaces before punctuation: more than 3 per 1,000 characters.",
        why="Chinese is written without them. They come from word segmentation: the text went through a translation "
        "or rewriting program.",
        fix="Find the original. Removing the spaces repairs the spacing, not the wording.",
        known_problems="Research corpora are often segmented on purpose. In short texts a few spaces reach the limit. "
        "Texts without Han characters are not judged.",
    ),
)

HOMOGLYPH_NAMES: Final = Rule(
    code="SPN003",
    name="homoglyph-names",
    severity="warning",
    expectation=at_most("homoglyph_pairs", 0, mostly=HALF),
    message="Names spelled both with I and with l: {value}.",
    page=Page(
        what="A name occurs in two spellings that look the same: with a capital I in one place, a small l in another.",
        why="Swapping look-alike letters hides a copied text from search engines, and from simple duplicate detection.",
        fix="Restore the correct spelling, and treat the document as a copy: find the original.",
        known_problems="OCR confuses the two letters as well. Other look-alikes (0 and O, Cyrillic letters in Latin "
        "words) are not counted yet.",
    ),
)

INJECTED_ADVERTISING: Final = Rule(
    code="SPN004",
    name="injected-advertising",
    severity="warning",
    expectation=at_most("injected_ads", 0, mostly=HALF),
    message="Advertising passages unrelated to the article: {value}.",
    page=Page(
        what="Short advertising phrases unrelated to the article appear between its paragraphs, attached to one, or "
        "inside a sentence.",
        why="Whoever copied the text inserted them for search engines. A model learns to break into advertising "
        "mid-sentence.",
        fix="Remove the passages that the findings point to, or use the original.",
        known_problems="Passages are recognised by their words and by having nothing in common with the rest of the "
        "text: advertising on the article's own subject is missed, and a short off-topic remark may be flagged. Of "
        "search queries put into a sentence seven to eight in ten Chinese and six to seven in ten English ones are "
        "found, and hardly any in other languages; five to six in ten of those with exact boundaries, most others to a "
        "few letters or a word. False positives are sentences that list many products: one in 4,700 paragraphs of "
        "Chinese articles, manuals and reviews, one in 4,000 of English pages, shops among them; of sentences written "
        "to look suspicious one in 50. Use it as a flag; nothing is deleted because of it.",
    ),
)

# Where the fit puts a suspect: one in a hundred of the articles that are most alike, yet tell different things.
SUSPECT: Final = 0.5

RETOLD_TEXT: Final = Rule(
    code="SPN005",
    name="retold-text",
    severity="info",
    expectation=at_most("spun_score", SUSPECT, mostly=0),
    message="This may be a paraphrase of another document; score {value}.",
    effect=Effect(aside=None, reason="shared words do not prove copying"),
    page=Page(
        what="The body may be a paraphrase of another document, with words replaced and clauses moved. Short "
        "passages, numbers, names and titles of that document occur throughout the body. The suspects table names the "
        "other document; the findings point to what the two have in common.",
        why="Spinning programs turn one article into many that no duplicate search finds. They teach a model odd "
        "wording, count one text many times, and carry test texts into training data.",
        fix="Compare the two with audit explain, and keep the original. Nothing is set aside because of this "
        "suspicion: a person has to decide. `suspects = false` under `[spun]` in audit.toml skips the search.",
        known_problems="It compares words, not meanings. With three in five content words replaced nearly all "
        "paraphrases are found, with four in five about half in Chinese, with all of them next to none. Paraphrases "
        "by a language model, translations and free retellings are missed, and so are bodies under 100 characters. "
        "Two forms filled in differently, a text and its new version, or two reports compiled from one press release "
        "may be reported. Which of the two came first is a guess: their stated dates decide, else the order of "
        "keeping. If more pairs are similar than may be compared, the weakest are left out; the metric "
        "retold_left_out counts them.",
    ),
)

FOREIGN_LINES: Final = Rule(
    code="SPN010",
    name="foreign-lines",
    severity="info",
    expectation=at_most("foreign_lines", 0, mostly=0.0),
    message="Short lines that share no word with the article around them: {value}.",
    page=Page(
        what="A short line without a full stop, none of whose words the article uses, appears between two paragraphs.",
        why="Sites that copy articles to attract search traffic insert such lines, on anything people search for. "
        "Most contain no tell-tale word; only their lack of connection gives them away.",
        fix="Read the lines that the findings point to, and remove those that are not the author's.",
        known_problems="In a test, four in five inserted lines were found, and one in 250 of the articles' own lines "
        "was flagged: a playful heading, a caption, an exclamation. Three in ten licences, "
        "read-me files and change logs have such lines. Therefore the severity is info, and the lines stay in the "
        "body.",
    ),
)

DISORDERED_WORDS: Final = Rule(
    code="SPN006",
    name="disordered-words",
    severity="info",
    expectation=at_most("disordered_words", DISORDERED, mostly=0.0),
    message="Function words in an impossible order, per 1,000 words: {value}.",
    page=Page(
        what='Word pairs that never follow each other, such as "the of" or "le et", occur more than 4 times per 1,000 '
        "words. Texts of fewer than 800 words count as 800. A pair counts only beside a word of four or more letters, "
        "and only in a text with three different pairs.",
        why="The worst of 39,343 texts written by people had 1.8. A program shuffled the words or drew them at "
        "random, or words were cut out of the sentences.",
        fix="Leave the document out: it cannot be repaired.",
        known_problems="Pairs are known for English, German, French, Spanish, Italian, Portuguese and Dutch. Under "
        "300 words little is found. Text in which each word plausibly follows the one or two before it (a Markov "
        "chain), shuffled sentences and the output of a phrase generator have no such pairs. Speech written down with "
        "every restart may be flagged.",
    ),
)

SPUN: Final = (
    PUNCTUATION_LED_LINES, SPACED_PUNCTUATION, HOMOGLYPH_NAMES, INJECTED_ADVERTISING, RETOLD_TEXT, DISORDERED_WORDS,
    FOREIGN_LINES,
)  # fmt: skip
