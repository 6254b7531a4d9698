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
    message="Replacement characters, or what became of them, stand in the input itself: {value}.",
    page=Page(
        what="The input already holds U+FFFD, the sign for a character that could not be read, or a sequence such as "
        "锟斤拷 that arises when such signs are stored and read again as GBK.",
        why="An earlier tool lost these characters before the text reached you. They cannot be recovered from this "
        "file.",
        fix="Go back to the tool before: fetch the page again and decode it with its true encoding.",
        known_problems="A text that speaks about the sign, or about 锟斤拷, is flagged as well. What this program "
        "could not decode itself is counted by ENC001 and not again here.",
    ),
)

CONTROL_CHARACTERS: Final = Rule(
    code="ENC003",
    name="control-characters",
    severity="warning",
    expectation=at_most("control_chars", 0, mostly=FEW),
    message="Control characters in the text: {value}.",
    page=Page(
        what="The text holds control codes (U+0000 to U+001F and U+007F to U+009F) other than tab, line feed, "
        "carriage return and form feed.",
        why="They are invisible, break parsers and databases, and can steer a terminal. A NUL ends the string for "
        "many programs; codes from U+0080 on often mean that Windows-1252 was read as Latin-1.",
        fix="Find the export that wrote them. Where they carry nothing, remove them at the source.",
        known_problems="U+0085 is a line break on some mainframes and is counted. Coloured terminal logs are full of "
        "such codes and rightly look bad as prose.",
    ),
)

PRIVATE_USE_CHARACTERS: Final = Rule(
    code="ENC005",
    name="private-use-characters",
    severity="warning",
    expectation=at_most("private_use", 0, mostly=FEW),
    message="Private use characters in the text: {value}.",
    page=Page(
        what="The text holds code points that Unicode leaves to private agreement (U+E000 to U+F8FF and two planes).",
        why="Nobody but the page's own font knows what they show: icons, bullets, or rare hanzi. For a reader of the "
        "dataset they are empty boxes, and they differ from site to site.",
        fix="Icons can go. Where they stand for words, map them with the table of the font or the codec they came "
        "from.",
        known_problems="Some agreements are widely shared (characters of older GB18030 and Hong Kong tables, the "
        "Apple logo), so a careful author may have meant exactly this code point.",
    ),
)

ZERO_WIDTH_CHARACTERS: Final = Rule(
    code="ENC006",
    name="zero-width-characters",
    severity="warning",
    expectation=at_most("zero_width", 0, mostly=FEW),
    message="Invisible characters where no script needs them: {value}.",
    page=Page(
        what="Zero width spaces, joiners, direction marks or byte order marks stand in a text whose script does not "
        "use them.",
        why="They are invisible, yet they split words for search, tokenisers and duplicate detection. Some sites put "
        "them in to mark their copies.",
        fix="Remove them at the source, except where a script or an emoji needs them.",
        known_problems="Joiners in emoji, Persian, Arabic and Indic scripts are spared, and so are invisible operators "
        "beside a digit, a bracket or a sign of a formula. A zero width space or word joiner that an author put in to "
        "allow or forbid a line break is counted although it does no harm; soft hyphens, with which web pages "
        "hyphenate, are not. Between plain letters alone, an invisible times is counted too.",
    ),
)

UNBALANCED_BIDI: Final = Rule(
    code="ENC007",
    name="unbalanced-bidi",
    severity="warning",
    expectation=at_most("bidi_unbalanced", 0, mostly=FEW),
    message="Bidirectional controls without their partner: {value}.",
    page=Page(
        what="A control that turns the direction of writing is opened and not closed on its line, or closed without "
        "having been opened.",
        why="What a person sees is then not what the file says: text can be shown in another order than it is stored. "
        "This has been used to hide things from reviewers.",
        fix="Close the control on its line, or take it out when the line holds one direction only.",
        known_problems="Arabic and Hebrew texts that use balanced controls pass. Old converters leave a lone mark at "
        "a line's end that changes nothing visible, and it is counted.",
    ),
)

NOT_NFC: Final = Rule(
    code="ENC010",
    name="not-nfc",
    severity="info",
    expectation=one_of("nfc", (True,), mostly=0),
    message="The text is not in Unicode normal form C.",
    page=Page(
        what="Some characters are written as letter and mark apart, or in another form than the composed one most "
        "text has.",
        why="The same word then has two spellings that look alike: search, counts and vocabularies see two words.",
        fix="Normalise a copy to NFC where you compare or count. The release keeps the text as it came, so that "
        "offsets hold.",
        known_problems="Normalising is not always harmless: compatibility hanzi in personal names change shape under "
        "it. That is why it is reported and not done.",
    ),
)

NONCHARACTERS: Final = Rule(
    code="ENC011",
    name="noncharacters",
    severity="warning",
    expectation=at_most("noncharacters", 0, mostly=FEW),
    message="Code points that Unicode reserves for never: {value}.",
    page=Page(
        what="The text holds one of the 66 code points that will never be characters, such as U+FFFE or U+FDD0.",
        why="They are for use inside programs. In a file they mean that memory leaked into text, or that bytes were "
        "read in the wrong order.",
        fix="If U+FFFE comes often, the file is UTF-16 of the other byte order. Otherwise find the program that wrote "
        "it.",
        known_problems="Test files for Unicode hold them on purpose.",
    ),
)

LONE_SURROGATES: Final = Rule(
    code="ENC012",
    name="lone-surrogates",
    severity="warning",
    expectation=at_most("lone_surrogates", 0, mostly=FEW),
    message="Halves of surrogate pairs in the input: {value}.",
    page=Page(
        what="The input holds half of a UTF-16 pair, mostly as an escape in JSON. It was replaced by U+FFFD on "
        "reading.",
        why="A lone half is no character and cannot be written as UTF-8. Most often a string was cut in the middle of "
        "an emoji, so the text around it may be cut too.",
        fix="Cut strings by characters and not by UTF-16 units, and export again.",
        known_problems="Only the lost half is counted; how much of the text was cut away with it cannot be known.",
    ),
)

HTML_ENTITIES: Final = Rule(
    code="ENC013",
    name="html-entities",
    severity="warning",
    expectation=at_most("html_entities", 0, mostly=FEW),
    message="Entities or escapes left in the text: {value}.",
    page=Page(
        what="HTML entities such as &nbsp; or &amp;quot;, or escapes such as \\u4e2d, stand in the text as they are "
        "spelled.",
        why="They were meant to become characters. One pass of unescaping was left out, or the text was escaped twice.",
        fix="Unescape once where the HTML or JSON is read; twice if the text holds &amp;amp;.",
        known_problems="A tutorial about HTML or JSON writes entities on purpose and is flagged like the rest.",
    ),
)

QUESTION_MARK_RUNS: Final = Rule(
    code="ENC014",
    name="question-mark-runs",
    severity="warning",
    expectation=at_most("question_runs", 0, mostly=FEW),
    message="Runs of question marks that stand for lost letters: {value}.",
    page=Page(
        what="Four or more question marks in a row stand where letters would be expected.",
        why="Writing text into an encoding that lacks its characters puts a question mark for each of them. The words "
        "are gone; only their length is left.",
        fix="Export again in UTF-8. The database connection's encoding is the usual culprit.",
        known_problems="Excited readers write ???? as well. Runs that follow a word like punctuation are spared where "
        "that can be told, and in comments it often cannot.",
    ),
)

PROVENANCE_MANIFEST: Final = Rule(
    code="ENC018",
    name="provenance-manifest",
    severity="info",
    expectation=at_most("manifests", 0, mostly=0),
    message="Provenance manifests carried in the text: {value}.",
    page=Page(
        what="The text carries a signed statement about its origin as C2PA lays it down (specification 2.3, A.7): a "
        "byte order mark and hundreds of variation selectors, one for each byte. The finding shows what it claims.",
        why="A manifest says by what and from what a text was made, often that a model wrote it; that is worth keeping "
        "as a fact beside the text. Inside the text it is thousands of invisible bytes that a model would learn.",
        fix="Keep the manifest beside the document if provenance matters, and take it out of the text you train on.",
        known_problems="The signature is not verified: whoever can write text can write such a claim. A manifest of "
        "which a part was lost is shown as far as it can be read, and one that was wrapped into lines is read whole. "
        "Taking anything out of the text breaks the signature.",
    ),
)

HIDDEN_MESSAGE: Final = Rule(
    code="ENC019",
    name="hidden-message",
    severity="critical",
    expectation=at_most("hidden_messages", 0),
    message="Passages of invisible characters that spell words: {value}.",
    page=Page(
        what="Variation selectors, tag characters or characters without width stand in a row, or one after each "
        "letter, and turned back into bytes they spell words. The finding shows the words.",
        why="No script and no emoji needs them so. Somebody wrote to the machine past the reader: an instruction to a "
        "model, a mark by which copies are traced, or data smuggled through a filter.",
        fix="Read what is spelt, and ask where the page comes from. Leave the document out unless you study such "
        "things.",
        known_problems="Messages that are enciphered or packed spell nothing; they are ENC020 or ENC006. Four "
        "characters are needed, so that a chance run is no word. The flags of regions (a black flag and up to six "
        "tags), which are spelt likewise, are spared, and so is the name of a language in tags.",
    ),
)

VARIATION_SELECTOR_RUN: Final = Rule(
    code="ENC020",
    name="variation-selector-run",
    severity="warning",
    expectation=at_most("selector_runs", 0, mostly=FEW),
    message="Runs of variation selectors that belong to no character: {value}.",
    page=Page(
        what="Two or more variation selectors stand in a row, or several letters of one passage that have no variants "
        "are each followed by one.",
        why="A selector picks the shape of the one character before it; a second one has nothing to pick. Such runs "
        "carry data that nobody sees, or are what a broken tool left, and every one of them is a token to a model.",
        fix="Find what wrote them. One selector after an emoji, a hanzi or a sign is right; take out the others.",
        known_problems="Where pictures were stripped and their selectors forgotten, up to three of U+FE0E and U+FE0F "
        "stay behind in a row and are spared. What is spelt with a key is counted here, not read.",
    ),
)

CHARACTERS: Final = (
    REPLACEMENT_CHARACTERS, CONTROL_CHARACTERS, PRIVATE_USE_CHARACTERS, ZERO_WIDTH_CHARACTERS, UNBALANCED_BIDI, NOT_NFC,
    NONCHARACTERS, LONE_SURROGATES, HTML_ENTITIES, QUESTION_MARK_RUNS, PROVENANCE_MANIFEST, HIDDEN_MESSAGE,
    VARIATION_SELECTOR_RUN,
)  # fmt: skip
