"""LNG: the language of a text, and whether it is an expected one."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_least, at_most, none_of, one_of

# About a headline; in shorter texts languages with a common alphabet cannot be distinguished reliably.
FEW_LETTERS: Final = 20
LITTLE_CONFIDENCE: Final = 0.7
# Quotations and names contain some characters of the other variant; a tenth is no accident.
MIXED_VARIANTS: Final = 0.1
# Least shares of documents, above what clean text needs: of 270 articles in 17 languages and 1,500 pages of Chinese
# reviews and headlines none was undetermined, no language or in several, and 0.3 % had a foreign passage. Technical
# manuals, half tables and half untranslated, come to 0.5 % undetermined, 9 % no language and 10 % in several at most.
MOSTLY_DETERMINED: Final = 0.95
MOSTLY_PROSE: Final = 0.9
MOSTLY_ONE_LANGUAGE: Final = 0.9
MOSTLY_PURE: Final = 0.9

UNEXPECTED_LANGUAGE: Final = Rule(
    code="LNG001",
    name="unexpected-language",
    severity="critical",
    expectation=one_of("language_expected", (True,)),
    message="The document is in none of the languages that the policy expects.",
    page=Page(
        what="The policy lists the languages of the corpus, and this document is in another one.",
        why="A page in a foreign language is most often a wrong turn of the scraper: an error page, another edition, "
        "advertising. It skews every count by language.",
        fix="If the language belongs to the corpus, add it to languages in audit.toml; else leave the document out.",
        known_problems="Silent unless languages is set. A tag that no document is ever told to be in is refused "
        "before the run: en-GB, nb. Documents of undetermined language count as unexpected too, "
        "so a page with very little text may be set aside although its few words are fine.",
    ),
)

UNDETERMINED_LANGUAGE: Final = Rule(
    code="LNG002",
    name="undetermined-language",
    severity="warning",
    expectation=none_of("language", ("und",), mostly=MOSTLY_DETERMINED),
    message="The language could not be determined.",
    page=Page(
        what="The text gives too little evidence for any language: a few words, names only, or letters that fit no "
        "language known here as its own text does.",
        why="A dataset that is filtered by language loses these documents, or keeps them without knowing what they "
        "are.",
        fix="Look at a few. Mostly the article was not found or is very short, which is the thing to repair.",
        known_problems="Known are the languages of langdetect's profiles, 150 more, and those that a script "
        "decides (audit.toml refuses other tags, with the list). Of texts of 200 letters in other languages fourteen "
        "in fifteen are undetermined or named with little confidence (LNG005); the others pass for a close relative: "
        "Kituba for Kongo, Papuan Malay for Indonesian. Twenty letters that two languages share are given to the "
        "commoner one. Japanese, Chinese, Russian, Arabic, Hindi and others in Latin letters count as undetermined, "
        "told by some hundred words each.",
    ),
)

NO_LANGUAGE: Final = Rule(
    code="LNG003",
    name="no-language",
    severity="warning",
    expectation=none_of("language", ("zxx",), mostly=MOSTLY_PROSE),
    message="The text is in no human language.",
    page=Page(
        what="The text is code, markup, encoded bytes, a log or a table of numbers.",
        why="In a corpus of prose such pages are leftovers of the scraper, and a language model learns to continue "
        "them.",
        fix="Leave them out, or move them to a dataset of their own.",
        known_problems="A programming tutorial with more code than prose can fall on this side; a program with long "
        "comments can fall on the other.",
    ),
)

MIXED_LANGUAGES: Final = Rule(
    code="LNG004",
    name="mixed-languages",
    severity="warning",
    expectation=none_of("language", ("mul",), mostly=MOSTLY_ONE_LANGUAGE),
    message="Whole blocks speak several languages, and none of them prevails.",
    page=Page(
        what="The document's blocks are in several languages, and none holds 70 % of the text.",
        why="It is two documents in one file, or a translation beside its original. A single language tag would be "
        "untrue.",
        fix="Split it into one document for each language.",
        known_problems="Foreign names and terms inside a sentence do not count, so a Chinese article full of Latin "
        "names passes. Lessons of a foreign language are mixed by nature and are flagged.",
    ),
)

UNCERTAIN_LANGUAGE: Final = Rule(
    code="LNG005",
    name="uncertain-language",
    severity="info",
    expectation=at_least("language_confidence", LITTLE_CONFIDENCE, mostly=0),
    message="The language is uncertain; confidence {value}.",
    page=Page(
        what=f"A language was named, with a confidence below {LITTLE_CONFIDENCE}.",
        why="Short texts and close relatives (Norwegian and Danish, Malay and Indonesian) are easily confused. Sort "
        "by confidence before you rely on the tag.",
        fix="Nothing to repair in the text. Set the language by hand where it matters.",
        known_problems="Where the script decides, as for Chinese or Greek, confidence is near 1 and says nothing "
        "about the quality of the text. For other languages it is a measured probability, good to about 0.04 below 200 "
        "characters and to 0.01 from there on. Below 60 letters the words must bear it out: what is named with 0.7 or "
        "more is right in 95 to 98 of 100; of right verdicts on 15 letters 28 % are doubted, 8 % on 50, 1 % on 200. "
        "Croatian, Serbian in Latin letters and Bosnian are told by their words; where none tells, Croatian is named "
        "with 0.8 at the most. Norwegian is `no`, whichever of its two ways it is written.",
    ),
)

FOREIGN_BLOCK: Final = Rule(
    code="LNG006",
    name="foreign-block",
    severity="warning",
    expectation=at_most("foreign_blocks", 0, mostly=MOSTLY_PURE),
    message="Content blocks wholly in another language: {value}.",
    page=Page(
        what="A paragraph of the article, or lines of one, are wholly in another language than the article; sentences "
        "inside it that were taken for boilerplate count as well.",
        why="It is often an inserted advertisement, a cookie notice or a piece of another page, and it reads as a "
        "break in the text.",
        fix="Read the passage, which the finding points at. If it is no part of the article, it is boilerplate.",
        known_problems="Poems, quotations and song texts in their own language are legitimate and are flagged. Blocks "
        "of a few words are too short to judge and pass.",
    ),
)

MIXED_HAN_VARIANTS: Final = Rule(
    code="LNG007",
    name="mixed-han-variants",
    severity="info",
    expectation=at_most("variant_mix", MIXED_VARIANTS, mostly=0),
    message="Simplified and traditional characters are mixed; share of the rarer variant {value}.",
    page=Page(
        what="Among the characters that exist in one variant only, more than a tenth belong to the rarer variant.",
        why="The text was converted half, or joined from two sources. The tag zh-Hans or zh-Hant is then half true.",
        fix="Convert the whole text with a converter that knows words, not only characters, or go back to the "
        "original.",
        known_problems="Articles that compare the variants, classical quotations and personal names mix them rightly. "
        "In a text of few such characters a single one tips the share.",
    ),
)

TOO_FEW_LETTERS: Final = Rule(
    code="LNG008",
    name="too-few-letters",
    severity="info",
    expectation=at_least("letters", FEW_LETTERS, mostly=0),
    message="Letters in the judged text: {value}.",
    page=Page(
        what=f"The judged text holds fewer than {FEW_LETTERS} letters.",
        why="That is too little to tell a language, a duplicate or an article by. Read every other verdict on this "
        "document with that in mind.",
        fix="See whether the article was lost on the way. If the document is really so short, ask whether it is one.",
        known_problems="A hanzi says more than a Latin letter, so twenty of them are judged more safely than the "
        "number suggests. A short review or a verse is not wrong for being short.",
    ),
)

MOSTLY_UNDETERMINED: Final = Rule(
    code="LNG101",
    name="mostly-undetermined",
    severity="warning",
    expectation=at_most("undetermined_share", 0.5),
    message="Share of the documents whose language could not be determined: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the documents are in no language that could be determined.",
        why="Either the corpus is in a language not known here, or the articles were not found and only scraps are "
        "left.",
        fix="Read five of them. If they are fine, ignore LNG002 and LNG101 in audit.toml, and tag the language "
        "yourself.",
        known_problems="A corpus of one-line texts ends here although each line may be good.",
    ),
)

LANGUAGE: Final = (
    UNEXPECTED_LANGUAGE, UNDETERMINED_LANGUAGE, NO_LANGUAGE, MIXED_LANGUAGES, UNCERTAIN_LANGUAGE, FOREIGN_BLOCK,
    MIXED_HAN_VARIANTS, TOO_FEW_LETTERS,
)  # fmt: skip
LANGUAGE_OF_CORPUS: Final = (MOSTLY_UNDETERMINED,)
