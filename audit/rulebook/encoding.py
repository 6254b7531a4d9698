"""ENC, first half: decoding of the bytes."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, at_least, at_most, one_of

# Calibrated confidence: below it one codec in four is wrong, with 4 % of the right and 90 % of the wrong decisions.
CLEAR_CHOICE: Final = 0.9
# Abandoned inputs count against the corpus from one in a thousand on; slightly less, since the test is "at most".
FEW_ABANDONED: Final = 0.000999

UNDECODABLE_BYTES: Final = Rule(
    code="ENC001",
    name="undecodable-bytes",
    severity="critical",
    expectation=at_most("decode_errors", 0),
    message="Bytes do not decode with the codec of the rest; places: {value}.",
    page=Page(
        what="Some bytes of the file mean nothing in the codec that reads the rest of it. Each such place stands as "
        "U+FFFD in the decoded text; the raw bytes are kept as they came.",
        why="At least one character is lost for good, and often the file was cut, joined from two encodings or "
        "damaged in transfer, so that more is wrong than the one place shows. A model learns the hole as if it were "
        "language.",
        fix="Fetch the file again and compare sizes. If one part was written in another encoding, convert that part "
        "to UTF-8 before joining. The finding gives the byte offsets, so the place can be looked at in a hex viewer.",
        known_problems="One bad byte sets aside a whole document, however long. A damaged byte that happens to form "
        "another valid character is not seen; the rule counts what cannot be read, not what is wrong.",
    ),
)

LEGACY_CODEC: Final = Rule(
    code="ENC008",
    name="legacy-codec",
    severity="info",
    expectation=one_of("legacy_codec", (False,), mostly=0),
    message="The file is not in a Unicode encoding.",
    page=Page(
        what="The bytes are in an encoding from before Unicode, such as GB18030, Big5, Shift JIS or Windows-1252.",
        why="Nothing need be wrong: the text was decoded. But such a file names no encoding, so the codec was "
        "inferred, and a folder that mixes encodings usually mixes several scrapers.",
        fix="Convert the files to UTF-8 at the source when you can. Otherwise leave them: a release is UTF-8 "
        "throughout.",
        known_problems="A short file is thin evidence for its codec, and related codecs agree on most bytes, so the "
        "one named may be a near relative of the true one. Look at encoding_confidence beside it.",
    ),
)

BYTE_ORDER_MARK: Final = Rule(
    code="ENC009",
    name="byte-order-mark",
    severity="info",
    expectation=one_of("bom", (False,), mostly=0),
    message="The file begins with a byte order mark.",
    page=Page(
        what="The first bytes are a byte order mark, which says in which Unicode encoding the file is.",
        why="It is no part of the text and has been taken off. Programs that do not know it glue an invisible "
        "character to the first word, so that equal files compare as different.",
        fix="Nothing to do for a release. To be rid of it, save as UTF-8 without signature.",
        known_problems="A mark in the middle of a text, where files were joined, is not this rule's business: it "
        "counts as a zero width character (ENC006).",
    ),
)

UNCERTAIN_ENCODING: Final = Rule(
    code="ENC015",
    name="uncertain-encoding",
    severity="warning",
    expectation=at_least("encoding_confidence", CLEAR_CHOICE, mostly=0.9),
    message="The codec is a guess; confidence {value}.",
    page=Page(
        what="No mark, no escape sequence and no valid UTF-8 decided the encoding; the codecs were weighed against "
        f"one another, and the winner is too little better than the next: its confidence is below {CLEAR_CHOICE}.",
        why="If the guess is wrong, every character outside ASCII is wrong, and no later rule can be trusted.",
        fix="Open the file and read a line. If it is wrong, find out what wrote it and convert it to UTF-8.",
        known_problems="The confidence compares codecs with each other; all of them may be wrong. Very short files in "
        "a legacy codec end here even when the guess is right.",
    ),
)

MIXED_ENCODINGS: Final = Rule(
    code="ENC016",
    name="mixed-encodings",
    severity="warning",
    expectation=at_most("mixed_encoding", 0, mostly=0.98),
    message="Passages are in another encoding than the rest of the file: {value}.",
    page=Page(
        what="The file was joined from parts in two encodings. Each part was read with its own, so that the text is "
        "whole; the finding says which bytes are in which.",
        why="Every other program reads such a file with one codec and gets one part wrong, mostly without a word. It "
        "also says how the file came about: two sources were put together that were never one article.",
        fix="Convert each source to UTF-8 before joining. The byte offsets of the finding are where to cut.",
        known_problems="A seam is known to the nearest character beyond ASCII: plain English lines beside it belong to "
        "neither part. Two legacy encodings of one script that both read without an error are not told apart; one or "
        "two damaged letters are no second encoding.",
    ),
)

SUPERSEDED_CODES: Final = Rule(
    code="ENC017",
    name="superseded-codes",
    severity="info",
    expectation=at_most("superseded_codes", 0, mostly=0),
    message="Codes that the GB family has named since, or names otherwise on Windows: {value}.",
    page=Page(
        what="A Chinese file holds the byte 0x80, the euro sign of Windows code page 936, or codes that the first "
        "edition of GB 18030 left in private use and later ones gave characters. They were read as those characters.",
        why="Other decoders show an error or an empty box here. The text is right; whoever decodes the raw file again "
        "may get another one.",
        fix="Nothing to do for a release. At the source, convert to UTF-8 with a table of 2005 or later.",
        known_problems="The byte 0x80 counts as the euro sign only beside a number or in brackets; elsewhere it is a "
        "damaged byte (ENC001). Private agreements on the same codes, older than the tables, are read by the tables.",
    ),
)

MANY_UNREADABLE_FILES: Final = Rule(
    code="ENC101",
    name="many-unreadable-files",
    severity="warning",
    expectation=at_most("quarantined_share", 0.5),
    message="Share of the inputs that could not be read: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the inputs were quarantined: empty, binary, broken, unreadable. What is no document by "
        "what it is, such as the redirects of a wiki, does not count.",
        why="What is left may be fine, but it is not the corpus that was meant. Usually the wrong folder was named, "
        "or a download went wrong.",
        fix="Read the ledger: it gives the reason for every quarantined input, and what to do next.",
        known_problems="A folder that holds pictures beside its texts is quarantined in good part and fails too; "
        "point the run at the texts, or ignore the rule.",
    ),
)

UNREAD_INPUTS: Final = Rule(
    code="ENC107",
    name="unread-inputs",
    severity="warning",
    expectation=at_most("quarantined_share", 0, mostly=0),
    message="Share of the inputs that could not be read: {value}.",
    scope="corpus",
    page=Page(
        what="At least one input could not be read: a line of a file of records that is no record, a record without a "
        "text, an empty, damaged or binary file. It is quarantined, and the run goes on without it.",
        why="Of a million fetched pages some are always broken. In a dataset that people keep by hand a broken line is "
        "a slip of the last change, and a row that is lost with it.",
        fix="The summary and the ledger name each with its line and what to do. Where all inputs have to be readable, "
        "say `--mostly unread-inputs=1`, or `mostly = 1` below [rules.unread-inputs]: then one fails the check. The "
        "workflow of `audit init` does, where init could read all that it looked at.",
        known_problems="Pictures, scripts and empty files beside the texts are inputs too. Unless `mostly` says so, it "
        "is reported and never held against a release; ENC101 is, from half of the inputs on.",
    ),
)

NO_DOCUMENTS: Final = Rule(
    code="ENC102",
    name="no-documents",
    severity="warning",
    expectation=at_least("documents", 1),
    message="Documents that could be decoded: {value}.",
    scope="corpus",
    page=Page(
        what="Not one input became a document.",
        why="Every expectation about documents holds when there are none. An empty corpus would pass as a perfect one.",
        fix="Check the folder's name, and read the ledger for what was found there.",
        known_problems="None known.",
    ),
)

BROKEN_OFF_CONTAINER: Final = Rule(
    code="ENC104",
    name="broken-off-container",
    severity="warning",
    expectation=at_most("containers_broken_off", 0),
    message="Files of records that could not be read to their end: {value}.",
    scope="corpus",
    page=Page(
        what="A file of records is damaged or cut: those up to that place were read, those behind it were not.",
        why="Nobody can say how many are lost, and what is left looks like a whole corpus: a download that broke off "
        "shows as one line in the ledger. One such file is enough to miss the expectation.",
        fix="The ledger names the file and the place: its row has the file's own id and the code broken-container, "
        "broken-compression, expands-too-far, too-large, changed or unreadable. Fetch the file again. To go on "
        "without the rest: ignore broken-off-container in audit.toml.",
        known_problems="A file that was cut just between two records, or two compressed streams, cannot be told from a "
        "whole one. Damage inside a record costs that record alone (broken-record) and is counted there.",
    ),
)

ABANDONED_INPUTS: Final = Rule(
    code="ENC103",
    name="abandoned-inputs",
    severity="warning",
    expectation=at_most("abandoned_share", 0, mostly=0),
    message="Share of the inputs whose reading was given up: {value}.",
    scope="corpus",
    page=Page(
        what="At least one input was tried twice, the second time alone, and given up: its reading ended the process "
        "that read it, took longer than is allowed, or more memory.",
        why="Such an input is quarantined as crashed-reader, timed-out or too-complex, and the run goes on without it. "
        "Most likely it is a fault of this program, or of the machine, and the input is as good as any other.",
        fix="Look at the input alone: audit check FILE. Where that works, the machine was short of something: run "
        "again with fewer workers. Where it does not, tell us, with the file if it may be seen.",
        known_problems="One such input is reported and not held against a release; ENC105 counts them.",
    ),
)

MANY_ABANDONED_INPUTS: Final = Rule(
    code="ENC105",
    name="many-abandoned-inputs",
    severity="critical",
    expectation=at_most("abandoned_share", FEW_ABANDONED),
    message="Share of the inputs whose reading was given up: {value}.",
    scope="corpus",
    page=Page(
        what="Of a thousand inputs at least one was given up: its reading ended the process that read it, took longer "
        "than is allowed, or more memory.",
        why="One odd file in a large corpus is an accident. More of them have a cause in common, in this program or in "
        "the machine, and what was lost to it is no random sample: the corpus has a hole of a certain shape.",
        fix="Read the ledger for crashed-reader, timed-out and too-complex, and look at one of these inputs alone: "
        "audit check FILE. Run again with fewer workers or more memory. Else tell us; or leave the inputs out.",
        known_problems="In a corpus of fewer than a thousand inputs a single one is enough. Ignore the rule where the "
        "loss is known and meant.",
    ),
)

ENCODING: Final = (
    UNDECODABLE_BYTES, LEGACY_CODEC, BYTE_ORDER_MARK, UNCERTAIN_ENCODING, MIXED_ENCODINGS, SUPERSEDED_CODES,
)  # fmt: skip
ENCODING_OF_CORPUS: Final = (
    MANY_UNREADABLE_FILES,
    NO_DOCUMENTS,
    ABANDONED_INPUTS,
    BROKEN_OFF_CONTAINER,
    MANY_ABANDONED_INPUTS,
    UNREAD_INPUTS,
)
