"""The facts that rules judge."""

from __future__ import annotations

from typing import Final

from audit.tables.table import Table, may, must

MEASURES: Final = Table(
    "measures",
    "one row per document: the facts that rules judge",
    (
        must("id", "string", "the document"),
        # encoding
        must("bytes", "int64", "raw size, bytes"),
        must("chars", "int64", "length of the decoded text, code points"),
        must("encoding", "string", "codec, as in documents"),
        must(
            "encoding_source",
            "string",
            "what decided: ascii, utf-8, bom, escapes, nul-pattern, utf-8-tolerant, declared, scored, container, html",
        ),
        must("encoding_confidence", "float32", "0 to 1; 1 where nothing had to be weighed"),
        may("encoding_declared", "string", "the codec that the input names for itself, as it is spelled there"),
        may("encoding_runner_up", "string", "where codecs were weighed: the next best that reads something else"),
        must("mixed_encoding", "int32", "passages in another codec than the rest, each read with its own; passages"),
        must("legacy_codec", "bool", "the codec is none of the Unicode ones"),
        must("bom", "bool", "the bytes began with a byte order mark"),
        must("decode_errors", "int32", "places where bytes do not decode, each shown as U+FFFD in the decoded text"),
        must(
            "superseded_codes",
            "int32",
            "euro signs of code page 936 and characters that GB 18030 took out of private use; code points",
        ),
        must("repaired", "int32", "passages of mojibake that --repair put right; passages"),
        must(
            "replacement_chars",
            "int32",
            "U+FFFD that stood in the input itself, and tokens such as 锟斤拷; occurrences",
        ),
        must(
            "control_chars",
            "int32",
            "C0 and C1 controls other than tab, line feed, carriage return, form feed; code points",
        ),
        must("private_use", "int32", "private use code points"),
        must("noncharacters", "int32", "code points that Unicode reserves for never; code points"),
        must("lone_surrogates", "int32", "surrogates without a partner, replaced by U+FFFD on reading; code points"),
        must("zero_width", "int32", "invisible characters where no script needs them; code points"),
        must("manifests", "int32", "provenance manifests (C2PA) written in variation selectors; passages"),
        must("hidden_messages", "int32", "passages of invisible characters that spell words; passages"),
        must("selector_runs", "int32", "runs of variation selectors that spell nothing; passages"),
        must("bidi_unbalanced", "int32", "bidirectional controls without their partner in the same line; code points"),
        must("mojibake", "int32", "passages that read as text decoded with the wrong codec; passages"),
        may("mojibake_kind", "string", "the codecs confused in the first such passage: utf-8 read as gb18030"),
        must("html_entities", "int32", "leftover entities and escapes such as &nbsp; and \\u4e2d; occurrences"),
        must("question_runs", "int32", "runs of four or more question marks that stand for lost letters; runs"),
        must("nfc", "bool", "the text is in Unicode normal form C"),
        # language
        must("language", "string", "BCP 47 tag, as in documents"),
        must("language_confidence", "float32", "probability that the tag is right, 0 to 1"),
        may("language_runner_up", "string", "the next likely language of the same script; null where there is none"),
        must("language_expected", "bool", "the policy names no languages, or names this one"),
        may("second_language", "string", "language of most of the body's foreign text; null without foreign blocks"),
        must("second_share", "float32", "share of the body's letters in the second language, 0 to 1"),
        must("script", "string", "ISO 15924 code of the script most letters belong to; Zyyy without letters"),
        must("script_share", "float32", "share of letters in that script, 0 to 1"),
        must("letters", "int32", "letters in the judged text; code points"),
        must(
            "foreign_blocks",
            "int32",
            "blocks of the article, or lines of one, wholly in another language than the document's; passages",
        ),
        must("foreign_share", "float32", "share of the body's letters in foreign blocks, 0 to 1"),
        must(
            "variant_mix",
            "float32",
            "share of the rarer Han variant among characters that exist in one variant only, 0 to 0.5",
        ),
        # duplication
        may("duplicate_of", "string", "the document that is kept instead of this one"),
        may("duplicate_kind", "string", "exact_raw, exact_normalised or near: why duplicate_of is set"),
        may("duplicate_release", "string", "the release that duplicate_of is in, when it is not this one"),
        may(
            "similarity",
            "float32",
            "highest true Jaccard of shingles with any other document; null without a verified pair",
        ),
        may(
            "containment",
            "float32",
            "highest share of this document's tokens found in another one; null without a verified pair",
        ),
        must("contained", "bool", "lies within a longer document"),
        must("quotes", "int32", "documents that share a run of 50 tokens or more and are otherwise different"),
        must("copies", "int32", "documents that are exact or near copies of it, in turn, itself included"),
        must(
            "repeated_share",
            "float32",
            "share of the body's characters in blocks that repeat an earlier block of it, 0 to 1",
        ),
        must(
            "shared_share",
            "float32",
            "share of the body's characters in blocks that also stand in three or more other documents, 0 to 1",
        ),
        must("title_twins", "int32", "other documents with the same title and another body"),
        may(
            "leaked_share",
            "float32",
            "highest share of the document's tokens found in a document of an earlier split or of another dataset that "
            "it was compared with; null without a verified pair",
        ),
        may("leaked_from", "string", "that document: the split or dataset, a colon, and its id"),
        # fields
        may("title_chars", "int32", "length of the title; null when there is none; code points"),
        must("has_source", "bool", "a source is stated"),
        must("has_date", "bool", "a date is stated"),
        must("has_author", "bool", "an author is stated"),
        must("body_chars", "int32", "length of the body without white space; code points"),
        must("later_dates", "int32", "absolute dates in the text that are later than the document's date"),
        must("starts_mid_sentence", "bool", "the body begins inside a sentence"),
        must("ends_mid_sentence", "bool", "the body's last paragraph stops inside a sentence"),
        must("title_in_body", "bool", "a content block repeats the title"),
        must("title_repeats", "int32", "blocks that say the title again, beside the first; blocks"),
        # boilerplate
        must("no_article", "bool", "boilerplate, as in documents"),
        must("blocks", "int32", "blocks in the document"),
        must("boilerplate_blocks", "int32", "blocks flagged as boilerplate"),
        must("boilerplate_share", "float32", "share of the text's non-white characters in boilerplate blocks, 0 to 1"),
        must("boilerplate_inside", "int32", "boilerplate blocks between the first and the last content block"),
        must("related_items", "int32", "blocks of appended lists of other articles"),
        must(
            "related_cut_off", "int32", "blocks of appended lists of other articles that break off (... or …); blocks"
        ),
        must("run_together", "int32", "lists run together into one long line; blocks"),
        must("residual_prompts", "int32", "share, follow and subscribe prompts inside content blocks; occurrences"),
        # spun text
        must("punctuation_led", "float32", "share of lines that begin with closing or mid punctuation, 0 to 1"),
        must("spaced_punctuation", "float32", "Han character, space, punctuation: occurrences per 1,000 characters"),
        must("homoglyph_pairs", "int32", "names that occur both with I and with l in one document; pairs"),
        must("injected_ads", "int32", "short lines and phrases of advertising foreign to the article; passages"),
        may(
            "spun_score",
            "float32",
            "how sure it is that another document is told again here, 0 to 1; null when none was like enough",
        ),
        may("spun_of", "string", "the document that this one may be told after; null when spun_score is 0.5 or less"),
        must("foreign_lines", "int32", "short lines between paragraphs that share no word with the article; lines"),
    ),
)
