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
    message="Passages read as text decoded with the wrong codec: {value}.",
    page=Page(
        what="A passage makes no sense as it stands, but makes sense when its characters are turned back into bytes "
        "with one codec and read with another: UTF-8 that somebody read as GBK, GBK read as Latin-1, a Windows page "
        "read as a Mac's or as DOS. Another reading is evidence only where letters that make no word become letters "
        "that do. Spaces, punctuation, marks and symbols prove nothing, nor does a run of one character, a word beside "
        "a hole of the reading, a part of a word, or letters that stood there before. In alphabets two words or more "
        "must be spelled as one language spells them, and better than any language spells them as they stand, or one "
        "be a frequent word of the language of the rest; a letter that stands alone, however often, proves nothing but "
        "beside such a word; UTF-8 proves itself by its sequences; hanzi, kana and hangul "
        "by being common and likely side by side, where what stands there is not spelled well itself.",
        why="It looks like text to every later tool, passes every character check and teaches a model garbage. Nearly "
        "always it can be undone exactly, if it is noticed before the original is thrown away.",
        fix="The finding says which two codecs were confused and how the passage would read. Re-encode with the "
        "first, decode with the second, check a few lines by eye, and repair the scraper that mixed them up. Where the "
        "finding says `provably`, the way back is exact: `audit run --repair` takes it where, besides, the passage "
        "reads better by far than this rule asks.",
        known_problems="An article about mojibake that quotes enough of it is reported too; where all of it stands in "
        "code or between quotation marks, `--repair` leaves it as it is. One damaged letter "
        "in a text is not always evidence enough, and words of one letter, as Italian è, are none where nothing else "
        "is damaged. Between legacy codecs of the Latin alphabet nine in ten "
        "passages of 60 letters with two damaged letters are found, and 97 in 100 of those of 200: by frequent words "
        "that come back, so that names, rare words and languages without a list of them are found less often. "
        "Missed are Vietnamese in Windows-1258, Thai read as GBK, Shift JIS read as Big5, and most Western text read "
        "as Korean. Names that end in ß or another letter of few languages, and nothing else, may read as accents.",
    ),
)

REPAIRED_MOJIBAKE: Final = Rule(
    code="ENC021",
    name="repaired-mojibake",
    severity="info",
    expectation=at_most("repaired", 0, mostly=0),
    message="Passages of mojibake were put right: {value}.",
    page=Page(
        what="`audit run --repair` wrote another text in the place of a passage: put back into the bytes of the codec "
        "that it was wrongly read with, and read with the right one. The finding shows the text before and after.",
        why="A release holds what its makers did not write as it stands there. Whoever uses it should see what was "
        "changed, and be able to change it back: the way is exact in both directions.",
        fix="Read a few of them. Without `--repair` the passages stay as they are, and the documents are set aside.",
        known_problems="Long passages are shown by their beginning; the offsets give the whole, and the raw bytes are "
        "kept. Without the flag this rule never fires.",
    ),
)

MIXED_SCRIPT_WORDS: Final = Rule(
    code="ENC022",
    name="mixed-script-words",
    severity="warning",
    expectation=at_most("mixed_script_words", 0, mostly=FEW),
    message="Words in which letters of another script stand that look the same: {value}.",
    page=Page(
        what="In three different words or more, in two where every fifth word is so, letters of another script "
        "stand between letters of one script and look like them: a Cyrillic о in an English word, a Latin one in a "
        "Russian word, a Greek ν.",
        why="People read such a word, programs do not: search, filters, deduplication and tokenizers see another word. "
        "Spam gets past filters so, and copied texts past the search for plagiarism; old scanners mix alphabets too.",
        fix="The finding names the code points. Look at where the page comes from, and leave it out if its words were "
        "disguised. A scan is mended by putting each letter into the script of the rest of its word.",
        known_problems="Only letters between others count, in words of four letters or more that are small, "
        "capitalised or in capitals, so that units, formulas, gene names (NFκB), words glued together (IT-компания, "
        "Googleу) and jokes (TЯUMP) are spared; so are words of a text that is mojibake besides. With one letter in a "
        "hundred swapped, three in four texts of 600 characters are found, and one in six of 150. Found as well are a "
        "text about this trick that shows it, Kazakh or Ukrainian typed with a Latin i, and a Western text that was "
        "read with a Greek codec or with ISO 8859-5.",
    ),
)

MISREAD: Final = (MOJIBAKE, REPAIRED_MOJIBAKE, MIXED_SCRIPT_WORDS)
