"""ENC, second half: characters that do not belong in a text."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_most, one_of

# Measured on some 250,000 documents of the web and of manuals in Chinese, Japanese and six European languages: controls
# in 9 of 100,000, U+FFFD in 62, private use in 35, zero width in 20, question marks in 100, entities in 66 (Chinese
# web, the worst). One in fifty is twenty times the worst of them, and what one odd file is to a corpus of fifty.
FEW: Final = 0.98

REPLACEMENT_CHARACTERS: Final = Rule(
    code="ENC002",
    name="replacement-characters",
    severity="warning",
    expectation=at_most("replacement_chars", 0, mostly=FEW),
    message="Replacement characters, or their garbled forms, in the input itself: {value}.",
    page=Page(
        what="The input already contains U+FFFD, the replacement for an undecodable character, or a sequence such as "
        "锟斤拷 that results when U+FFFD is stored and read again as GBK.",
        why="An earlier tool lost these characters. They cannot be recovered from this file.",
        fix="Go back to the previous step: fetch the page again and decode it with its true encoding.",
        known_problems="A text that discusses U+FFFD or 锟斤拷 is flagged as well. Bytes that this program could not "
        "decode are counted by ENC001 and not again here.",
    ),
)

CONTROL_CHARACTERS: Final = Rule(
    code="ENC003",
    name="control-characters",
    severity="warning",
    expectation=at_most("control_chars", 0, mostly=FEW),
    message="Control characters in the text: {value}.",
    page=Page(
        what="The text contains control codes (U+0000 to U+001F and U+007F to U+009F) other than tab, line feed, "
        "carriage return and form feed.",
        why="They are invisible, break parsers and databases, and can control a terminal. A NUL ends the string in "
        "many programs; codes from U+0080 up often mean that Windows-1252 was read as Latin-1.",
        fix="Find the export that wrote them, and remove them at the source if they carry no meaning.",
        known_problems="U+0085, a line break on some mainframes, is counted. Coloured terminal logs are full of such "
        "codes and are flagged; as prose, rightly.",
    ),
)

PRIVATE_USE_CHARACTERS: Final = Rule(
    code="ENC005",
    name="private-use-characters",
    severity="warning",
    expectation=at_most("private_use", 0, mostly=FEW),
    message="Private-use characters in the text: {value}.",
    page=Page(
        what="The text contains code points that Unicode reserves for private use (U+E000 to U+F8FF and two planes).",
        why="Only the page's own font defines what they show: icons, bullets or rare hanzi. For a reader of the "
        "dataset they are empty boxes, and their meaning differs from site to site.",
        fix="Remove icons. Where the characters stand for words, map them with the table of the font or codec they "
        "came from.",
        known_problems="Some private uses are widely shared (characters of older GB18030 and Hong Kong tables, the "
        "Apple logo), so an author may have meant exactly this code point.",
    ),
)

ZERO_WIDTH_CHARACTERS: Final = Rule(
    code="ENC006",
    name="zero-width-characters",
    severity="warning",
    expectation=at_most("zero_width", 0, mostly=FEW),
    message="Invisible characters where no script needs them: {value}.",
    page=Page(
        what="The text contains zero-width spaces, joiners, direction marks or byte order marks that its script does "
        "not use.",
        why="They are invisible, yet split words for search, tokenizers and duplicate detection. Some sites insert "
        "them to trace copies.",
        fix="Remove them at the source, except where a script or an emoji needs them.",
        known_problems="Joiners in emoji and in Persian, Arabic and Indic scripts are not counted, nor are invisible "
        "operators next to a digit, a bracket or a symbol of a formula. A zero-width space or word joiner that an "
        "author inserted to allow or forbid a line break is counted although harmless; soft hyphens, which web pages "
        "use for hyphenation, are not. An invisible times sign between plain letters is counted.",
    ),
)

UNBALANCED_BIDI: Final = Rule(
    code="ENC007",
    name="unbalanced-bidi",
    severity="warning",
    expectation=at_most("bidi_unbalanced", 0, mostly=FEW),
    message="Bidirectional controls without their counterpart: {value}.",
    page=Page(
        what="A bidirectional control is opened and not closed on its line, or closed without having been opened.",
        why="Text may then be displayed in a different order from how it is stored. This has been used to hide code "
        "or text from reviewers.",
        fix="Close the control on its line, or remove it if the line has a single direction.",
        known_problems="Arabic and Hebrew texts with balanced controls pass. Old converters leave a lone mark at the "
        "end of a line that changes nothing visible; it is counted.",
    ),
)

NOT_NFC: Final = Rule(
    code="ENC010",
    name="not-nfc",
    severity="info",
    expectation=one_of("nfc", (True,), mostly=0),
    message="The text is not in Unicode Normalization Form C (NFC).",
    page=Page(
        what="Some characters are written as a letter plus a combining mark, or in another form than the composed one "
        "(NFC) that most text uses.",
        why="The same word then has two spellings that look alike: search, counts and vocabularies see two words.",
        fix="Normalize a copy to NFC where you compare or count. The release keeps the text unchanged, so that "
        "offsets hold.",
        known_problems="Normalization is not always harmless: it changes compatibility hanzi in personal names. "
        "Therefore it is reported and not applied.",
    ),
)

NONCHARACTERS: Final = Rule(
    code="ENC011",
    name="noncharacters",
    severity="warning",
    expectation=at_most("noncharacters", 0, mostly=FEW),
    message="Unicode noncharacters in the text: {value}.",
    page=Page(
        what="The text contains one of the 66 code points that Unicode guarantees will never be characters, such as "
        "U+FFFE or U+FDD0.",
        why="They are for internal use by programs. In a file they mean that memory leaked into the text, or that "
        "bytes were read in the wrong order.",
        fix="If U+FFFE is frequent, the file is UTF-16 in the other byte order. Otherwise find the program that wrote "
        "it.",
        known_problems="Unicode test files contain them on purpose.",
    ),
)

LONE_SURROGATES: Final = Rule(
    code="ENC012",
    name="lone-surrogates",
    severity="warning",
    expectation=at_most("lone_surrogates", 0, mostly=FEW),
    message="Unpaired surrogates in the input: {value}.",
    page=Page(
        what="The input contains half of a UTF-16 surrogate pair, usually as a JSON escape. It was replaced by U+FFFD "
        "on reading.",
        why="A lone surrogate is not a character and cannot be encoded as UTF-8. Usually a string was cut in the "
        "middle of an emoji, so the surrounding text may be truncated too.",
        fix="Cut strings at code points rather than UTF-16 units, and export again.",
        known_problems="Only the lone half is counted; how much text was cut off with it is unknown.",
    ),
)

HTML_ENTITIES: Final = Rule(
    code="ENC013",
    name="html-entities",
    severity="warning",
    expectation=at_most("html_entities", 0, mostly=FEW),
    message="Entities or escapes left in the text: {value}.",
    page=Page(
        what="The text contains unresolved HTML entities such as &nbsp; or &amp;quot;, or escapes such as \\u4e2d.",
        why="They should have become characters. An unescaping step was left out, or the text was escaped twice.",
        fix="Unescape once where the HTML or JSON is read; twice if the text contains &amp;amp;.",
        known_problems="A tutorial about HTML or JSON that writes entities on purpose is flagged as well.",
    ),
)

QUESTION_MARK_RUNS: Final = Rule(
    code="ENC014",
    name="question-mark-runs",
    severity="warning",
    expectation=at_most("question_runs", 0, mostly=FEW),
    message="Runs of question marks in place of lost letters: {value}.",
    page=Page(
        what="Four or more question marks in a row appear where letters would be expected.",
        why="A program that writes text in an encoding without its characters puts a question mark for each. The "
        "words are gone; only their length is left.",
        fix="Export again in UTF-8. The usual cause is the encoding of the database connection.",
        known_problems="People also write ???? for emphasis. Runs used as punctuation after a word are not counted "
        "where this can be recognised; in comments it often cannot.",
    ),
)

PROVENANCE_MANIFEST: Final = Rule(
    code="ENC018",
    name="provenance-manifest",
    severity="info",
    expectation=at_most("manifests", 0, mostly=0),
    message="Embedded provenance manifests: {value}.",
    page=Page(
        what="The text contains a signed statement of its origin in the form C2PA defines (specification 2.3, A.7): a "
        "byte order mark and hundreds of variation selectors, one per byte. The finding shows its claims.",
        why="A manifest states what produced a text, often that a model wrote it; that is worth keeping as metadata. "
        "Inside the text it is thousands of invisible bytes that a model would learn.",
        fix="If provenance matters, keep the manifest beside the document, and remove it from the text you train on.",
        known_problems="The signature is not verified: anyone who can write text can write such a claim. A damaged "
        "manifest is shown as far as it can be decoded; one wrapped into lines is read in full. Removing anything "
        "from the text breaks the signature.",
    ),
)

HIDDEN_MESSAGE: Final = Rule(
    code="ENC019",
    name="hidden-message",
    severity="critical",
    expectation=at_most("hidden_messages", 0),
    message="Passages of invisible characters that spell words: {value}.",
    page=Page(
        what="Variation selectors, tag characters or zero-width characters, in a row or one after each letter, spell "
        "words when decoded to bytes. The finding shows the words.",
        why="No script or emoji uses them this way. Someone hid text from human readers: a prompt injection, a "
        "watermark to trace copies, or data smuggled past a filter.",
        fix="Read the decoded message, and find out where the page comes from. Leave the document out unless you "
        "study such texts.",
        known_problems="Encrypted or compressed messages spell nothing; they are reported as ENC020 or ENC006. "
        "Messages under four characters are ignored, since they may be accidental. Regional flags (a black flag and "
        "up to six tags), which use the same encoding, are not counted, nor is a language name in tags.",
    ),
)

VARIATION_SELECTOR_RUN: Final = Rule(
    code="ENC020",
    name="variation-selector-run",
    severity="warning",
    expectation=at_most("selector_runs", 0, mostly=FEW),
    message="Runs of variation selectors that belong to no character: {value}.",
    page=Page(
        what="Two or more variation selectors follow each other, or several letters without variants in one passage "
        "are each followed by one.",
        why="A selector picks the form of the preceding character; a second one has no effect. Such runs carry hidden "
        "data or are residue of a broken tool, and each selector is a token to a model.",
        fix="Find out what wrote them. One selector after an emoji, a hanzi or a symbol is correct; remove the others.",
        known_problems="Where emoji were stripped and their selectors left behind, up to three of U+FE0E and U+FE0F "
        "in a row are not counted. Encrypted text is counted here, but not decoded.",
    ),
)

CHARACTERS: Final = (
    REPLACEMENT_CHARACTERS, CONTROL_CHARACTERS, PRIVATE_USE_CHARACTERS, ZERO_WIDTH_CHARACTERS, UNBALANCED_BIDI, NOT_NFC,
    NONCHARACTERS, LONE_SURROGATES, HTML_ENTITIES, QUESTION_MARK_RUNS, PROVENANCE_MANIFEST, HIDDEN_MESSAGE,
    VARIATION_SELECTOR_RUN,
)  # fmt: skip
