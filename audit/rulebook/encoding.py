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
    message="Byte sequences that are broken or incomplete in the file's codec: {value}.",
    page=Page(
        what="Some bytes of the file are invalid in the codec that decodes the rest of it. Each such sequence is "
        "replaced by U+FFFD in the decoded text; the raw bytes are kept unchanged. Where a Chinese, Japanese or Korean "
        "codec of two bytes a character has lost a byte, it may decode what follows as other characters, without an "
        "error. A passage of unlikely characters that becomes likely text when it is read from one byte later counts "
        "as one such sequence; the text is left as it is, and the finding shows how it should read.",
        why="At least one character is lost for good. Often the file was truncated, joined from two encodings or "
        "damaged in transfer, so the damage is larger than the one place suggests. A model learns the gap as if it "
        "were language.",
        fix="Fetch the file again and compare sizes. If part of it was written in another encoding, convert that part "
        "to UTF-8 before joining. The finding gives byte offsets, so you can inspect the place in a hex viewer.",
        known_problems="A single bad byte sets aside the whole document, however long. A damaged byte that happens to "
        "form another valid character goes unnoticed, and so does a lost byte behind which fewer than two characters "
        "are out of step, as often in Big5 and Shift JIS. Lost bytes are looked for only in files without "
        "other damage, and half-width katakana alone among hiragana are taken for halves of them.",
    ),
)

LEGACY_CODEC: Final = Rule(
    code="ENC008",
    name="legacy-codec",
    severity="info",
    expectation=one_of("legacy_codec", (False,), mostly=0),
    message="The file is not in a Unicode encoding.",
    page=Page(
        what="The file uses a pre-Unicode encoding such as GB18030, Big5, Shift JIS or Windows-1252.",
        why="This need not be a fault: the text was decoded. But such a file does not declare its encoding, so the "
        "codec was inferred, and a folder with mixed encodings usually mixes several scrapers.",
        fix="Convert the files to UTF-8 at the source if you can. Otherwise leave them: a release is UTF-8 throughout.",
        known_problems="A short file gives little evidence of its codec, and related codecs agree on most bytes, so "
        "the codec reported may be a close relative of the true one. Check encoding_confidence as well.",
    ),
)

BYTE_ORDER_MARK: Final = Rule(
    code="ENC009",
    name="byte-order-mark",
    severity="info",
    expectation=one_of("bom", (False,), mostly=0),
    message="The file begins with a byte order mark.",
    page=Page(
        what="The file begins with a byte order mark, which declares its Unicode encoding.",
        why="It is not part of the text and was removed. Programs that do not expect it attach an invisible character "
        "to the first word, so that equal files compare as different.",
        fix="Nothing to do for a release. To get rid of it, save the file as UTF-8 without BOM.",
        known_problems="A mark in the middle of a text, where files were joined, does not trigger this rule: it "
        "counts as a zero-width character (ENC006).",
    ),
)

UNCERTAIN_ENCODING: Final = Rule(
    code="ENC015",
    name="uncertain-encoding",
    severity="warning",
    expectation=at_least("encoding_confidence", CLEAR_CHOICE, mostly=0.9),
    message="The codec is a guess; confidence {value}.",
    page=Page(
        what="The encoding had to be guessed, and the best codec scored little better than the next: confidence is "
        f"below {CLEAR_CHOICE}. There was no byte order mark or escape sequence, and the bytes are not valid UTF-8.",
        why="If the guess is wrong, every non-ASCII character is wrong, and no other rule can be trusted.",
        fix="Open the file and read a line. If it is garbled, find out which program wrote the file and convert it to "
        "UTF-8.",
        known_problems="Confidence compares the codecs with each other; all of them may be wrong. Very short files in "
        "a legacy codec are reported even when the guess is right.",
    ),
)

MIXED_ENCODINGS: Final = Rule(
    code="ENC016",
    name="mixed-encodings",
    severity="warning",
    expectation=at_most("mixed_encoding", 0, mostly=0.98),
    message="Passages in a different encoding from the rest of the file: {value}.",
    page=Page(
        what="The file was joined from parts in two encodings. Each part was decoded with its own codec, so the text "
        "is intact; the finding says which bytes use which.",
        why="Most other programs decode such a file with one codec and garble one part, usually without warning. It "
        "also shows that two sources were concatenated that were never one article.",
        fix="Convert each source to UTF-8 before joining. The byte offsets of the finding show where to cut.",
        known_problems="A seam is located only to the nearest non-ASCII character: plain English lines next to it "
        "belong to neither part. Two legacy encodings of one script that both decode without error are not "
        "distinguished; one or two damaged letters do not count as a second encoding.",
    ),
)

SUPERSEDED_CODES: Final = Rule(
    code="ENC017",
    name="superseded-codes",
    severity="info",
    expectation=at_most("superseded_codes", 0, mostly=0),
    message="Codes that later GB standards or Windows map to other characters: {value}.",
    page=Page(
        what="A Chinese file contains byte 0x80 (the euro sign in Windows code page 936) or codes that the first "
        "edition of GB 18030 mapped to private use and later editions to real characters. They were decoded as those "
        "characters.",
        why="Other decoders show an error or an empty box here. The text is right, but anyone who decodes the raw "
        "file again may get a different one.",
        fix="Nothing to do for a release. At the source, convert to UTF-8 with a GB 18030 table of 2005 or later.",
        known_problems="Byte 0x80 counts as the euro sign only next to a number or in brackets; elsewhere it is a "
        "damaged byte (ENC001). Where private use of the same codes predates the tables, the tables win.",
    ),
)

MANY_UNREADABLE_FILES: Final = Rule(
    code="ENC101",
    name="many-unreadable-files",
    severity="warning",
    expectation=at_most("quarantined_share", 0.5),
    message="Share of inputs that could not be read: {value}.",
    scope="corpus",
    page=Page(
        what="More than half of the inputs were quarantined as empty, binary, broken or unreadable. Inputs that are "
        "not documents by nature, such as wiki redirects, do not count.",
        why="What is left may be fine, but it is not the intended corpus. Usually the wrong folder was given, or a "
        "download failed.",
        fix="Read the ledger: it gives the reason for each quarantined input and the next step.",
        known_problems="A folder with many images beside its texts fails too. Pass only the folder with the texts, or "
        "ignore the rule.",
    ),
)

UNREAD_INPUTS: Final = Rule(
    code="ENC107",
    name="unread-inputs",
    severity="warning",
    expectation=at_most("quarantined_share", 0, mostly=0),
    message="Share of inputs that could not be read: {value}.",
    scope="corpus",
    page=Page(
        what="At least one input could not be read: a malformed record, a record without text, or an empty, damaged "
        "or binary file. It is quarantined, and the run goes on without it.",
        why="In a million crawled pages some are always broken. In a dataset maintained by hand, a broken line is a "
        "mistake of the last edit, and its row is lost.",
        fix="The summary and the ledger list each one with its line and the next step. Where all inputs must be "
        "readable, set `--mostly unread-inputs=1`, or `mostly = 1` under [rules.unread-inputs]: then a single one "
        "fails the check. The workflow written by `audit init` sets this if init could read everything it looked at.",
        known_problems="Images, scripts and empty files beside the texts are inputs too. Unless `mostly` is set, "
        "unread inputs are reported and never fail a release; ENC101 fails once more than half are unread.",
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
        what="No input yielded a document.",
        why="Every expectation about documents holds when there are none, so an empty corpus would pass as a perfect "
        "one.",
        fix="Check the path, and read the ledger for what was found there.",
        known_problems="None known.",
    ),
)

BROKEN_OFF_CONTAINER: Final = Rule(
    code="ENC104",
    name="broken-off-container",
    severity="warning",
    expectation=at_most("containers_broken_off", 0),
    message="Files of records that could not be read to the end: {value}.",
    scope="corpus",
    page=Page(
        what="A file of records is damaged or truncated: the records before that place were read, those after it were "
        "not.",
        why="The number of lost records is unknown, and what is left looks like a complete corpus: an interrupted "
        "download shows as one line in the ledger. One such file fails the check.",
        fix="The ledger gives the file and the place: its row has the file's own id and the code broken-container, "
        "broken-compression, expands-too-far, too-large, changed or unreadable. Fetch the file again. To go on "
        "without the rest, ignore broken-off-container in audit.toml.",
        known_problems="A file cut exactly between two records or two compressed streams looks complete. Damage "
        "inside a record costs that record only, and is counted there (broken-record).",
    ),
)

ABANDONED_INPUTS: Final = Rule(
    code="ENC103",
    name="abandoned-inputs",
    severity="warning",
    expectation=at_most("abandoned_share", 0, mostly=0),
    message="Share of inputs abandoned while reading: {value}.",
    scope="corpus",
    page=Page(
        what="At least one input was abandoned after two attempts, the second in a process of its own: reading it "
        "crashed the process, took too long, or used too much memory.",
        why="Such an input is quarantined as crashed-reader, timed-out or too-complex, and the run goes on without "
        "it. The cause is most likely this program or the machine; the input may be perfectly good.",
        fix="Check the input alone: audit check FILE. If that works, the machine was short of resources: run again "
        "with fewer workers. If it fails, please report it, with the file if you may share it.",
        known_problems="A single such input is reported but does not fail a release; ENC105 sets the limit.",
    ),
)

MANY_ABANDONED_INPUTS: Final = Rule(
    code="ENC105",
    name="many-abandoned-inputs",
    severity="critical",
    expectation=at_most("abandoned_share", FEW_ABANDONED),
    message="Share of inputs abandoned while reading: {value}.",
    scope="corpus",
    page=Page(
        what="At least one input in a thousand was abandoned: reading it crashed the process, took too long, or used "
        "too much memory.",
        why="One odd file in a large corpus is an accident. Several have a common cause, in this program or the "
        "machine, and the inputs lost to it are not a random sample: the corpus has a systematic gap.",
        fix="Look in the ledger for crashed-reader, timed-out and too-complex, and check one of these inputs alone: "
        "audit check FILE. Run again with fewer workers or more memory. If that does not help, report it, or leave "
        "the inputs out.",
        known_problems="In a corpus of fewer than a thousand inputs a single one is enough. Ignore the rule where the "
        "loss is known and accepted.",
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
