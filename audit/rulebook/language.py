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
        what="The document is not in any of the languages listed in the policy.",
        why="A page in a foreign language is usually a crawling mistake: an error page, another edition, advertising. "
        "It distorts every count by language.",
        fix="If the language belongs in the corpus, add it to languages in audit.toml; otherwise leave the document "
        "out.",
        known_problems="Never fires unless languages is set. Tags that are never assigned to a document, such as "
        "en-GB or nb, are refused before the run. Documents of undetermined language count as unexpected too, so a "
        "page with very little text may be set aside although its few words are fine.",
    ),
)

UNDETERMINED_LANGUAGE: Final = Rule(
    code="LNG002",
    name="undetermined-language",
    severity="warning",
    expectation=none_of("language", ("und",), mostly=MOSTLY_DETERMINED),
    message="The language could not be determined.",
    page=Page(
        what="The text gives too little evidence of any language: a few words, only names, or letters that fit no "
        "supported language well enough.",
        why="A dataset filtered by language loses these documents, or keeps them without knowing what they are.",
        fix="Look at a few. Usually the article was not found or is very short; repair that.",
        known_problems="Supported are the languages of langdetect's profiles, 165 more, and those that a script alone "
        "identifies (audit.toml refuses other tags, and lists these). Texts of 200 letters in other languages are "
        "undetermined or uncertain (LNG005) in fourteen of fifteen cases; the rest are taken for a close relative: "
        "Kituba for Kongo, Papuan Malay for Indonesian. Twenty letters that fit two languages are assigned to the "
        "more common one. Japanese, Chinese, Russian, Arabic, Hindi and others in Latin letters, recognised by about "
        "a hundred words each, count as undetermined.",
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
        why="In a corpus of prose such pages are scraping residue, and a language model learns to continue them.",
        fix="Leave them out, or move them to a separate dataset.",
        known_problems="A programming tutorial that is nearly all code may be flagged; a program with long comments "
        "may not be.",
    ),
)

MIXED_LANGUAGES: Final = Rule(
    code="LNG004",
    name="mixed-languages",
    severity="warning",
    expectation=none_of("language", ("mul",), mostly=MOSTLY_ONE_LANGUAGE),
    message="Whole blocks are in different languages, and none predominates.",
    page=Page(
        what="The document's blocks are in several languages, and none has 70 % of the text.",
        why="Usually two documents in one file, or a translation beside its original. A single language tag would be "
        "wrong.",
        fix="Split it into one document per language.",
        known_problems="Foreign names and terms inside a sentence do not count, so a Chinese article full of Latin "
        "names passes. Language lessons are mixed by nature and are flagged.",
    ),
)

UNCERTAIN_LANGUAGE: Final = Rule(
    code="LNG005",
    name="uncertain-language",
    severity="info",
    expectation=at_least("language_confidence", LITTLE_CONFIDENCE, mostly=0),
    message="The language is uncertain; confidence {value}.",
    page=Page(
        what=f"The language was identified with a confidence below {LITTLE_CONFIDENCE}.",
        why="Short texts and close relatives (Norwegian and Danish, Malay and Indonesian) are easily confused. Sort "
        "by confidence before you rely on the tag.",
        fix="Nothing to repair in the text. Set the language by hand where it matters.",
        known_problems="Where the script alone decides, as for Chinese or Greek, confidence is near 1 and says "
        "nothing about the quality of the text. For other languages it is a measured probability, accurate to about "
        "0.04 below 200 characters and to 0.01 above. Below 60 letters, and in longer texts that fit no language "
        "well, the words must confirm it, so lists of goods are uncertain. Of short texts "
        "identified with 0.7 or more, 95 to 98 in 100 are right. Of correct identifications of the major languages "
        "18 % are reported as uncertain at 20 letters, 9 % at 50, 1 % at 200. Croatian, Serbian in Latin letters and "
        "Bosnian are distinguished by their words; where no word decides, Croatian is reported with at most 0.8. "
        "Norwegian is `no` for both Bokmål and Nynorsk.",
    ),
)

FOREIGN_BLOCK: Final = Rule(
    code="LNG006",
    name="foreign-block",
    severity="warning",
    expectation=at_most("foreign_blocks", 0, mostly=MOSTLY_PURE),
    message="Content blocks entirely in another language: {value}.",
    page=Page(
        what="A paragraph of the article, or some lines of one, are entirely in a different language from the "
        "article. Sentences inside the article that were classified as boilerplate count as well.",
        why="It is often an inserted advertisement, a cookie notice or part of another page, and it interrupts the "
        "text.",
        fix="Read the passage that the finding points to. If it is not part of the article, it is boilerplate.",
        known_problems="Poems, quotations and lyrics in their own language are legitimate and are flagged. Blocks of "
        "a few words are too short to judge and pass, and so do lists of names, titles, parts and commands.",
    ),
)

MIXED_HAN_VARIANTS: Final = Rule(
    code="LNG007",
    name="mixed-han-variants",
    severity="info",
    expectation=at_most("variant_mix", MIXED_VARIANTS, mostly=0),
    message="Simplified and traditional characters are mixed; share of the rarer variant: {value}.",
    page=Page(
        what="Of the characters that exist in only one variant, more than a tenth belong to the rarer variant.",
        why="The text was only partly converted, or joined from two sources. The tag zh-Hans or zh-Hant is then only "
        "partly true.",
        fix="Convert the whole text with a converter that works on words, not only characters, or go back to the "
        "original.",
        known_problems="Articles that compare the variants, classical quotations and personal names mix them "
        "legitimately. In a text with few such characters a single one can exceed the limit.",
    ),
)

TOO_FEW_LETTERS: Final = Rule(
    code="LNG008",
    name="too-few-letters",
    severity="info",
    expectation=at_least("letters", FEW_LETTERS, mostly=0),
    message="Letters in the judged text: {value}.",
    page=Page(
        what=f"The judged text has fewer than {FEW_LETTERS} letters.",
        why="That is too little to recognise a language, a duplicate or an article. Treat every other verdict on this "
        "document with caution.",
        fix="Check whether the article was lost on the way. If the document really is this short, decide whether it "
        "belongs in the corpus.",
        known_problems="A hanzi carries more information than a Latin letter, so twenty of them are judged more "
        "reliably than the number suggests. A short review or verse is not wrong for being short.",
    ),
)

MOSTLY_UNDETERMINED: Final = Rule(
    code="LNG101",
    name="mostly-undetermined",
    severity="warning",
    expectation=at_most("undetermined_share", 0.5),
    message="Share of documents whose language could not be determined: {value}.",
    scope="corpus",
    page=Page(
        what="The language of more than half of the documents could not be determined.",
        why="Either the corpus is in an unsupported language, or the articles were not found and only scraps are left.",
        fix="Read five of them. If they are fine, ignore LNG002 and LNG101 in audit.toml, and tag the language "
        "yourself.",
        known_problems="A corpus of one-line texts is flagged although each line may be good.",
    ),
)

LANGUAGE: Final = (
    UNEXPECTED_LANGUAGE, UNDETERMINED_LANGUAGE, NO_LANGUAGE, MIXED_LANGUAGES, UNCERTAIN_LANGUAGE, FOREIGN_BLOCK,
    MIXED_HAN_VARIANTS, TOO_FEW_LETTERS,
)  # fmt: skip
LANGUAGE_OF_CORPUS: Final = (MOSTLY_UNDETERMINED,)
