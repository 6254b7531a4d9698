"""ENC: misdecoded words, and words mixing letters of two scripts."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most
from audit.rulebook.characters import FEW

MOJIBAKE: Final = Rule(
    code="ENC004",
    name="mojibake",
    severity="critical",
    expectation=at_most("mojibake", 0),
    message="Passages decoded with the wrong codec: {value}.",
    page=Page(
        what="A passage is garbled as it stands but becomes readable when encoded with one codec and decoded with "
        "another: UTF-8 decoded as GBK, GBK decoded as Latin-1, a Windows code page decoded as a Mac or DOS one. "
        "Another reading counts as evidence only where letters that form no word become letters that do. Spaces, "
        "punctuation, marks and symbols prove nothing, nor does a run of one character, a word next to an undecodable "
        "byte, part of a word, or letters that were there before. In alphabets, at least two words must become well "
        "spelled in one language, and better than they are in any language now, or one must be a frequent word of the "
        "language of the rest. A single letter, however often it occurs, counts only next to such a word. UTF-8 is "
        "recognised by its byte sequences. Hanzi, kana and hangul must be common and likely next to each other, "
        "doubled ones counted once, and the existing text must not be well spelled itself.",
        why="To every later tool it looks like text: it passes all character checks and teaches a model garbage. It "
        "can nearly always be reversed exactly, if noticed before the original is thrown away.",
        fix="The finding says which two codecs were confused and how the passage would read. Encode with the first, "
        "decode with the second, check a few lines by eye, and repair the scraper that confused them. Where the "
        "finding says `provably`, the repair is exact: `audit run --repair` applies it where the passage also reads "
        "far better than this rule requires.",
        known_problems="An article about mojibake that quotes enough of it is reported too; where all of it is in "
        "code or between quotation marks, `--repair` leaves it unchanged. One damaged letter in a text is not always "
        "enough evidence, and one-letter words such as Italian è are no evidence where nothing else is damaged. "
        "Between legacy codecs of the Latin alphabet, nine in ten passages of 60 letters with two damaged letters are "
        "found, and 97 in 100 of those of 200. These are recognised by restored frequent words, so names, rare words "
        "and languages without a word list are found less often. Missed are Thai decoded "
        "as GBK, Shift JIS decoded as Big5, and most Western text decoded as Korean. Isolated names that end in ß or "
        "another letter of few languages may be mistaken for damaged accents.",
    ),
)

REPAIRED_MOJIBAKE: Final = Rule(
    code="ENC021",
    name="repaired-mojibake",
    severity="info",
    expectation=at_most("repaired", 0, mostly=0),
    message="Passages of mojibake that were repaired: {value}.",
    page=Page(
        what="`audit run --repair` replaced a passage: it was encoded with the codec it had been wrongly decoded "
        "with, and decoded with the right one. The finding shows the text before and after.",
        why="The release then contains text that differs from its input. Users should see what was changed and be "
        "able to undo it: the change is exact in both directions.",
        fix="Review a few of them. Without `--repair` the passages stay as they are, and the documents are set aside.",
        known_problems="Of long passages only the beginning is shown; the offsets cover the whole passage, and the "
        "raw bytes are kept. Without the flag this rule never fires.",
    ),
)

MIXED_SCRIPT_WORDS: Final = Rule(
    code="ENC022",
    name="mixed-script-words",
    severity="warning",
    expectation=at_most("mixed_script_words", 0, mostly=FEW),
    message="Words with look-alike letters of another script: {value}.",
    page=Page(
        what="At least three different words (two, if every fifth word is affected) contain look-alike letters of "
        "another script between letters of their own: a Cyrillic о in an English word, a Latin letter in a Russian "
        "word, a Greek ν.",
        why="People do not notice; programs do: search, filters, deduplication and tokenizers see a different word. "
        "Spam uses this to pass filters, and copied texts to pass plagiarism checks; old OCR mixes alphabets too.",
        fix="The finding names the code points. Find out where the page comes from, and leave it out if its words "
        "were disguised. To repair OCR text, convert each letter to the script of the rest of its word.",
        known_problems="Only letters between other letters count, in words of four or more letters in lower case, "
        "capitalised or all capitals, so that units, formulas, gene names (NFκB), joined words (IT-компания, Googleу) "
        "and jokes (TЯUMP) are not counted; nor are words of a text that also contains mojibake. With one letter in a "
        "hundred swapped, three in four texts of 600 characters are found, and one in six of 150. False positives: a "
        "text that demonstrates this trick, Kazakh or Ukrainian typed with a Latin i, and a Western text decoded with "
        "a Greek codec or ISO 8859-5.",
    ),
)

MISREAD: Final = (MOJIBAKE, REPAIRED_MOJIBAKE, MIXED_SCRIPT_WORDS)
