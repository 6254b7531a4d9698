"""ENC, second half: misdecoded words, and characters that do not belong in a text."""

from __future__ import annotations

from typing import Final

from audit.rule import Rule, at_most, one_of

# Measured on some 250,000 documents of the web and of manuals in Chinese, Japanese and six European languages: controls
# in 9 of 100,000, U+FFFD in 62, private use in 35, zero width in 20, question marks in 100, entities in 66 (Chinese
# web, the worst). One in fifty is twenty times the worst of them, and what one odd file is to a corpus of fifty.
FEW: Final = 0.98
# Pages as scrapers leave them have more of what nobody sees there: of 1,487 controls are in 19 of 1,000, icons of fonts
# in 13, zero width in 57.
UNSEEN: Final = 0.9

CHARACTERS: Final = (
    Rule(
        code="ENC002",
        name="replacement-characters",
        severity="warning",
        expectation=at_most("replacement_chars", 0, mostly=FEW),
        message="Replacement characters, or their garbled forms, in the text: {value}.",
    ),
    Rule(
        code="ENC003",
        name="control-characters",
        severity="warning",
        expectation=at_most("control_chars", 0, mostly=UNSEEN),
        message="Control characters in the text: {value}.",
    ),
    Rule(
        code="ENC005",
        name="private-use-characters",
        severity="warning",
        expectation=at_most("private_use", 0, mostly=UNSEEN),
        message="Private-use characters in the text: {value}.",
    ),
    Rule(
        code="ENC006",
        name="zero-width-characters",
        severity="warning",
        expectation=at_most("zero_width", 0, mostly=UNSEEN),
        message="Invisible characters where no script needs them: {value}.",
    ),
    Rule(
        code="ENC007",
        name="unbalanced-bidi",
        severity="warning",
        expectation=at_most("bidi_unbalanced", 0, mostly=FEW),
        message="Bidirectional controls without their counterpart: {value}.",
    ),
    Rule(
        code="ENC010",
        name="not-nfc",
        severity="info",
        expectation=one_of("nfc", (True,), mostly=0),
        message="The text is not in Unicode Normalization Form C (NFC).",
    ),
    Rule(
        code="ENC011",
        name="noncharacters",
        severity="warning",
        expectation=at_most("noncharacters", 0, mostly=FEW),
        message="Unicode noncharacters in the text: {value}.",
    ),
    Rule(
        code="ENC012",
        name="lone-surrogates",
        severity="warning",
        expectation=at_most("lone_surrogates", 0, mostly=FEW),
        message="Unpaired surrogates in the input: {value}.",
    ),
    Rule(
        code="ENC013",
        name="html-entities",
        severity="warning",
        expectation=at_most("html_entities", 0, mostly=FEW),
        message="Entities or escapes left in the text: {value}.",
    ),
    Rule(
        code="ENC014",
        name="question-mark-runs",
        severity="warning",
        expectation=at_most("question_runs", 0, mostly=FEW),
        message="Runs of question marks in place of lost letters: {value}.",
    ),
    Rule(
        code="ENC018",
        name="provenance-manifest",
        severity="info",
        expectation=at_most("manifests", 0, mostly=0),
        message="Embedded provenance manifests: {value}.",
    ),
    Rule(
        code="ENC019",
        name="hidden-message",
        severity="critical",
        expectation=at_most("hidden_messages", 0),
        message="Passages of invisible characters that spell words: {value}.",
    ),
    Rule(
        code="ENC020",
        name="variation-selector-run",
        severity="warning",
        expectation=at_most("selector_runs", 0, mostly=FEW),
        message="Runs of variation selectors that belong to no character: {value}.",
    ),
    Rule(
        code="ENC004",
        name="mojibake",
        severity="critical",
        expectation=at_most("mojibake", 0),
        message="Passages decoded with the wrong codec: {value}.",
    ),
    Rule(
        code="ENC021",
        name="repaired-mojibake",
        severity="info",
        expectation=at_most("repaired", 0, mostly=0),
        message="Passages of mojibake that were repaired: {value}.",
    ),
    Rule(
        code="ENC022",
        name="mixed-script-words",
        severity="warning",
        expectation=at_most("mixed_script_words", 0, mostly=FEW),
        message="Words with look-alike letters of another script: {value}.",
    ),
)
