"""A card says what loaders and readers ask for, and nothing in the data can break out of it."""

from __future__ import annotations

import pyarrow as pa
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from audit.release.card.huggingface import (
    FRONT_MATTER,
    Config,
    Front,
    front_matter,
    front_matter_of,
    read_front_matter,
    size_category,
)
from audit.release.card.markdown import block, code, plain, table
from audit.release.card.summary import summarise
from audit.release.manifest import Content
from audit.release.version import FIRST
from audit.tables import BLOCKS, DOCUMENTS
from audit.tables.extra import EXTRA_TYPES, with_columns
from audit.tables.table import nullable
from audit.untrusted import Digest


def front(path):
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def test_the_card_says_what_loaders_ask_for(made):
    found = front(made / "README.md")
    assert found["language"] == ["en", "zh"]
    assert found["size_categories"] == ["n<1K"]
    assert "license" not in found
    assert [(c["config_name"], c.get("default"), c["version"]) for c in found["configs"]] == [
        ("documents", True, "1.0.0"),
        ("blocks", None, "1.0.0"),
    ]
    assert [info["splits"][0]["num_examples"] for info in found["dataset_info"]] == [2, 6]


def test_the_card_describes_tables_as_datasets_does():
    from datasets import DatasetInfo, Features, SplitDict, SplitInfo
    from datasets.info import DatasetInfosDict
    from huggingface_hub import DatasetCardData

    extra = [nullable(f"x_{number}", kind, "a value") for number, kind in enumerate(sorted(EXTRA_TYPES))]
    for described in (with_columns(DOCUMENTS, extra), BLOCKS):
        config = Config(described, f"{described.name}/*", Content(7, 55, Digest("0" * 64)), 33)
        splits = SplitDict({"train": SplitInfo("train", num_bytes=55, num_examples=7)})
        features = Features.from_arrow_schema(described.arrow)
        info = DatasetInfo(features=features, splits=splits, download_size=33, dataset_size=55)
        card = DatasetCardData()
        DatasetInfosDict({described.name: info}).to_dataset_card_data(card)
        written = front_matter(Front("n", FIRST, (), (config,)))
        assert yaml.safe_load(written.split("---\n")[1])["dataset_info"] == [dict(card["dataset_info"])]


@pytest.mark.parametrize(
    "text",
    ["", "# none", "---\na: 1\n---", "\ufeff---\r\na: [1]\r\n---\r\nText", "\n ---\na: 1\n--- \n---\n", "---\n---\n"],
)
def test_the_header_of_a_card_is_what_the_hub_reads(text, tmp_path):
    from huggingface_hub import metadata_load

    (tmp_path / "README.md").write_text(text, "utf-8")
    first = read_front_matter(tmp_path / "README.md")
    assert first == (metadata_load(tmp_path / "README.md") or {})
    # What a caller does to it is not read by the next one.
    first["a"] = "changed"
    assert read_front_matter(tmp_path / "README.md").get("a") != "changed"


@pytest.mark.parametrize("header", ["- a", "a: [", "a: 2024-13-45", "a: &a [*a]"])
def test_a_header_that_is_no_mapping_is_refused(header, tmp_path):
    (tmp_path / "README.md").write_text(f"---\n{header}\n---\n", "utf-8")
    with pytest.raises(ValueError, match="YAML header"):
        read_front_matter(tmp_path / "README.md")


def test_a_card_is_read_as_far_as_its_header_can_reach(tmp_path):
    # The last byte that is read is the first of a character.
    head = "---\na: 1\n---\n"
    (tmp_path / "README.md").write_text(head + "x" * (FRONT_MATTER - len(head) - 1) + "港", "utf-8")
    assert read_front_matter(tmp_path / "README.md") == {"a": 1}
    (tmp_path / "README.md").write_text("---\n" + "a: b\n" * FRONT_MATTER + "---\n", "utf-8")
    assert read_front_matter(tmp_path / "README.md") == {}


def test_a_language_that_is_none_stays_out_of_the_yaml(again, tables):
    documents = tables["documents"][0]
    tongues = pa.array(["en\n---\nx: 1", "mul"])
    nasty = documents.set_column(9, documents.schema.field("language"), tongues)
    assert "language" not in front(again(tables={**tables, "documents": [nasty]}).path / "README.md")


def test_every_config_carries_its_digest_so_that_no_cache_serves_old_rows(made, again, other_tables):
    second = again(tables=other_tables).path
    for one, two in zip(front(made / "README.md")["configs"], front(second / "README.md")["configs"], strict=True):
        assert one["description"].startswith("content sha256:")
        assert one["description"] != two["description"]


def test_the_root_card_points_at_the_newest_and_lists_all(made, again, other_tables):
    again(tables=other_tables)
    root = made.parent / "README.md"
    assert [c["data_files"][0]["path"] for c in front(root)["configs"]] == [
        "1.1.0/documents/train-*.parquet",
        "1.1.0/blocks/train-*.parquet",
    ]
    text = root.read_text(encoding="utf-8")
    assert text.index("[1.1.0](1.1.0/README.md)") < text.index("[1.0.0](1.0.0/README.md)")


def test_a_person_reads_what_was_set_aside_and_why(made):
    text = (made / "README.md").read_text(encoding="utf-8")
    assert "| `duplicate` | `DUP003` | near-duplicate | 1 |" in text
    assert "| `DUP003` | near-duplicate | warning | 1 | 1 | 0 |" in text
    assert "| `published` | 2 |" in text


def test_numbers_are_counted_in_the_tables(made):
    summary = summarise(made)
    assert summary.counts["found"] == 4
    assert summary.languages == (("en", 1), ("zh-Hans", 1))
    assert summary.stated == (("title", 2), ("source", 1), ("date", 1), ("author", 0))
    assert summary.kinds == (("paragraph", 4), ("title", 2))


def test_a_setting_cannot_break_out_of_the_card(again):
    nasty = "```\n<script>alert(1)</script>\n---\x1b[2J"
    card = again(parameters={"note": nasty}).path.joinpath("README.md").read_text(encoding="utf-8")
    inside = card.split("## How it was made")[1]
    assert inside.index("````json") < inside.index("<script>") < inside.index("\n````\n")
    assert "\x1b" not in card


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("near-duplicate: DUP", "near-duplicate: DUP"),
        ("<b>|[x](y)*", "\\<b\\>\\|\\[x\\](y)\\*"),
        ("https://a.b www.c.d @e", "https\\://a.b www\\.c.d \\@e"),
        ("a\nb\u202e", "a\\\\x0ab\\\\u202e"),
    ],
)
def test_plain_text_is_no_markup(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("a|b", "`a\\|b`"), ("a`b", "`` a`b ``"), ("", ""), ("<i>", "`<i>`")])
def test_a_code_span_holds_what_it_is_given(text, expected):
    assert code(text) == expected


@given(st.text(alphabet="`~ab\n", max_size=30))
def test_nothing_ends_a_block_but_its_fence(text):
    first, *inside, last = block(text, "json").split("\n")
    assert first == last + "json"
    assert all(last not in line for line in inside)


def test_a_table_without_rows_is_a_word():
    assert table(("a", "b"), []) == "None."


# Controls and odd spaces are left out: PyYAML loses U+0085 and a lone U+00A0, and no name or tag holds either.
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), max_size=30))
def test_what_stands_in_the_yaml_reads_back(text):
    lines = front_matter_of({"pretty_name": text, "tags": [text]}).split("\n")
    assert (lines[0], lines[-2:]) == ("---", ["---", ""])
    found = yaml.safe_load("\n".join(lines[1:-2]))
    assert found == {"pretty_name": text, "tags": [text]}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(0, "n<1K"), (999, "n<1K"), (1000, "1K<n<10K"), (99_999, "10K<n<100K"), (10**6, "1M<n<10M"), (10**12, "n>1T")],
)
def test_sizes_have_the_hubs_words(rows, expected):
    assert size_category(rows) == expected
