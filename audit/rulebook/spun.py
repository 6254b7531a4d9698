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
    message="Share of lines that begin with closing or mid punctuation: {value}.",
    page=Page(
        what="More than a fifth of the lines begin with a comma, a full stop or a closing bracket.",
        why="No person writes so. A program took the text apart and put it together again: a spinner that swaps "
        "words, or a converter that broke lines before punctuation.",
        fix="Look for the original and take that. If only the line breaks are wrong, join the lines.",
        known_problems="Tables and code dumped as text can have such lines. Blocks are joined before they are judged, "
        "so the article's paragraphs are right even when this fires.",
    ),
)

SPACED_PUNCTUATION: Final = Rule(
    code="SPN002",
    name="spaced-punctuation",
    severity="warning",
    expectation=at_most("spaced_punctuation", SPACED, mostly=HALF),
    message="Spaces between a Han character and punctuation, in 1,000 characters: {value}.",
    page=Page(
        what="In Chinese text, spaces stand before punctuation: more than 3 in 1,000 characters.",
        why="Chinese is written without them. They come from word segmentation: the text went through a translation "
        "or rewriting program and back.",
        fix="Look for the original. Removing the spaces repairs the look, not the wording.",
        known_problems="Corpora for research are often segmented on purpose. In short texts a few spaces reach the "
        "limit. Says nothing about texts without Han characters.",
    ),
)

HOMOGLYPH_NAMES: Final = Rule(
    code="SPN003",
    name="homoglyph-names",
    severity="warning",
    expectation=at_most("homoglyph_pairs", 0, mostly=HALF),
    message="Names that are written both with I and with l: {value}.",
    page=Page(
        what="One name occurs in two spellings that look the same: a capital I in one place, a small l in the other.",
        why="Swapping look-alike letters makes a copied text differ from its original for a search engine, and for "
        "the duplicate search of a careless corpus.",
        fix="Restore the one spelling, and treat the document as a copy: look for the original.",
        known_problems="Texts read by a scanner confuse the two letters as well. Other look-alikes (0 and O, Cyrillic "
        "letters in Latin words) are not counted yet.",
    ),
)

INJECTED_ADVERTISING: Final = Rule(
    code="SPN004",
    name="injected-advertising",
    severity="warning",
    expectation=at_most("injected_ads", 0, mostly=HALF),
    message="Passages of advertising foreign to the article: {value}.",
    page=Page(
        what="Between the paragraphs, glued to one or inside a sentence stand short phrases of advertising that have "
        "nothing to do with the article.",
        why="They were put in by whoever copied the text, to be found by search engines. A model learns to break into "
        "advertising in mid-thought.",
        fix="Remove the passages, which the findings point at, or take the original.",
        known_problems="The signs are words and a lack of kinship with the rest of the text: advertising on the "
        "article's own subject is missed, and a short remark off the subject may be flagged. Of searches set into a "
        "sentence about eight in ten Chinese and seven in ten English ones are found, of those for wares that the list "
        "of words does not know five or six in ten, three in four of these right to the letter. Sentences that string "
        "wares together by themselves are flagged: one in 5,000 paragraphs of Chinese articles and reviews, one in "
        "3,000 of English pages, shops among them; of sentences written to look guilty one in 35 and one in 80. "
        "Good as a flag; nothing is deleted on its word.",
    ),
)

# Where the fit puts a suspect: one in a hundred of the articles that are most alike, yet tell different things.
SUSPECT: Final = 0.5

RETOLD_TEXT: Final = Rule(
    code="SPN005",
    name="retold-text",
    severity="info",
    expectation=at_most("spun_score", SUSPECT, mostly=0),
    message="This may be another document told again with other words; the score is {value}.",
    effect=Effect(aside=None, reason="words that two texts share prove no theft"),
    page=Page(
        what="The body follows another document closely, but for words that were replaced and clauses that were moved: "
        "short passages of it and its numbers, names and titles stand there too, all over the text. The suspects table "
        "names the other document; the findings point at what the two have in common.",
        why="Spinning programs make one article into many that no search for copies finds. They teach a model odd "
        "wording, count one voice many times, and carry test texts into training data.",
        fix="Compare the two with audit explain, and keep the original. Nothing is set aside on this suspicion: it is "
        "for people to decide. `suspects = false` below `[spun]` in audit.toml saves the search.",
        known_problems="It compares words, not meanings. With three of five words of content replaced nearly all are "
        "found, with four of five about half in Chinese, with all of them next to none. A paraphrase by a language "
        "model, a translation and a free retelling are missed, and so are bodies under 100 characters. Two forms "
        "filled in differently, a text and its new version, or two reports put together from one release may be "
        "suspected. Which of two was first is a guess: the day both state decides, else the order of keeping. When "
        "more pairs are alike than may be compared, the weakest are left out; the metric retold_left_out counts them.",
    ),
)

FOREIGN_LINES: Final = Rule(
    code="SPN010",
    name="foreign-lines",
    severity="info",
    expectation=at_most("foreign_lines", 0, mostly=0.0),
    message="Short lines that share no word with the article around them: {value}.",
    page=Page(
        what="Between two paragraphs stands a short line without a full stop, none of whose words the article uses.",
        why="Whoever copies articles to lure search engines plants such lines, about anything that people search for. "
        "Most planted lines hold no word that gives them away; that they belong to nothing does.",
        fix="Read the lines that the findings point at, and remove those that are not the author's.",
        known_problems="Of the planted lines of a test four in five were found, and one in 250 of the articles' own "
        "lines was blamed: a heading that plays with words, a caption, an exclamation. Hence only information; the "
        "lines stay in the body.",
    ),
)

DISORDERED_WORDS: Final = Rule(
    code="SPN006",
    name="disordered-words",
    severity="info",
    expectation=at_most("disordered_words", DISORDERED, mostly=0.0),
    message="Function words that do not follow one another, in 1,000 words: {value}.",
    page=Page(
        what='Pairs such as "the of" or "le et" stand in the text more than 4 times in 1,000 words, a text of '
        "fewer than 800 counting as 800.",
        why="In 39,343 texts by people the worst had 1.8. A program shuffled the words or drew them at random, or "
        "words were cut out of the sentences.",
        fix="Leave the document out: nothing in it can be repaired.",
        known_problems="It knows the pairs of English, German, French, Spanish, Italian, Portuguese and Dutch. Under "
        "300 words little is found. Text that repeats what really follows a word or two (a Markov chain), shuffled "
        "sentences and the text of a phrase generator have no such pairs. Not measured: scanned columns, verse, "
        "transcripts, second-language writing.",
    ),
)

SPUN: Final = (
    PUNCTUATION_LED_LINES, SPACED_PUNCTUATION, HOMOGLYPH_NAMES, INJECTED_ADVERTISING, RETOLD_TEXT, DISORDERED_WORDS,
    FOREIGN_LINES,
)  # fmt: skip
