"""A card that was edited is caught, whatever was edited, even by who forged the manifest to fit."""

from __future__ import annotations

import json
import shutil

import pytest

from audit.release.card.facts import StatedTerms
from audit.release.storage.files import sha256_of
from audit.release.verification.verify import verify
from tests.release.conftest import CARD
from tests.release.verification.forged import forge

pytestmark = pytest.mark.usefixtures("no_child")


@pytest.fixture
def spoilt(stated, tmp_path):
    """Edit a file of a copy, and forge its manifest so that every digest fits."""

    def spoil(name, change):
        made = room_for(stated, tmp_path)
        before = (made / name).read_text("utf-8")
        after = change(before)
        assert after != before
        (made / name).write_text(after, "utf-8")
        entry = {"bytes": (made / name).stat().st_size, "sha256": sha256_of(made / name)}
        forge(made, lambda m: next(f for f in m["files"] if f["path"] == name).update(entry))
        return made

    return spoil


def room_for(stated, tmp_path):
    return shutil.copytree(stated, tmp_path / "elsewhere")


def put(old, new):
    return lambda text: text.replace(old, new, 1)


def field(change):
    def edit(text):
        said = json.loads(text)
        change(said)
        return json.dumps(said, sort_keys=True, indent=1, ensure_ascii=False) + "\n"

    return edit


EDITS = {
    "README.md": {
        "licence": put("license: cc-by-4.0", "license: cc0-1.0"),
        "licence in words": put("Licence: `cc-by-4.0`", "Licence: `cc0-1.0`"),
        "language": put("- zh", "- fr"),
        "size": put("n<1K", "1M<n<10M"),
        "tag": put("- corpus-audit", "- verified-by-nobody"),
        "type of a column": put("dtype: bool", "dtype: string"),
        "another split": put("  - split: train\n", "  - split: test\n"),
        "number of documents": put("2 documents in 6 blocks", "2000000 documents in 6 blocks"),
        "number of inputs": put("| `duplicate` | 1 |", "| `duplicate` | 0 |"),
        "a reason left out": put("| `quarantined` | `empty` |", "| `quarantined` | `blank` |"),
        "findings": put("| `DUP003` |", "| `DUP001` |"),
        "settings": put('"fail_on": "critical"', '"fail_on": "info"'),
        "limits": put("and sometimes wrong", "and never wrong"),
        "condition of use": put("No use for", "All use for"),
        "contact": put("desk@", "evil@"),
        "citation": put("title = {Ports}", "title = {Sheds}"),
        "more behind it": lambda text: text + "\nAudited by the council.\n",
        "cut": lambda text: text[: len(text) // 2],
    },
    "croissant.json": {
        "licence": field(lambda c: c.update(license="https://licences.example/zero")),
        "statistics": field(lambda c: c["variableMeasured"][0].update(value=10**6)),
        "provenance": field(lambda c: c["prov:wasDerivedFrom"].update({"prov:label": "9 raw inputs"})),
        "tool": field(lambda c: c["prov:wasGeneratedBy"]["prov:wasAssociatedWith"].update({"prov:label": "by hand"})),
        "conditions left out": field(lambda c: c.pop("usageInfo")),
        "a field more": field(lambda c: c["recordSet"][0]["field"].pop()),
        "size of a file": field(lambda c: c["distribution"][0].update(contentSize="1 B")),
        "another spelling": lambda text: text.replace("\n ", "\n  "),
    },
}


@pytest.mark.parametrize(("name", "what"), [(name, what) for name, edits in EDITS.items() for what in edits])
def test_an_edit_is_caught(spoilt, name, what):
    made = spoilt(name, EDITS[name][what])
    assert name in [problem.where for problem in verify(made).problems]


def test_what_nobody_edited_is_sound(stated, made):
    assert verify(stated).problems == ()
    assert verify(made).problems == ()


def test_the_words_of_another_version_are_not_judged_and_it_says_so(spoilt):
    made = spoilt("README.md", put("and sometimes wrong", "and seldom wrong"))
    forge(made, lambda m: m["tool"].update(version="99.0.0"))
    found = verify(made)
    assert not any("disagrees with" in problem.what for problem in found.problems)
    assert "README.md, croissant.json" in [each.where for each in found.unchecked]


def test_libraries_of_other_versions_may_spell_the_yaml_otherwise_and_nothing_else(spoilt):
    made = spoilt("README.md", put("language:\n- en", "language:\n-   en"))
    assert any("line" in problem.what for problem in verify(made).problems)
    forge(made, lambda m: m["tool"]["libraries"].update(datasets="0.0.1"))
    assert not any(problem.where == "README.md" for problem in verify(made).problems)


def test_what_the_makers_state_stands_in_both_and_is_no_markup(stated):
    card = (stated / "README.md").read_text("utf-8")
    assert "\nlicense: cc-by-4.0\n" in card
    assert "- Licence: `cc-by-4.0`, https\\://licences.example/by\n" in card
    assert "- Creator: Port \\*Press\\*" in card
    assert "No use for \\<ads\\>" in card
    assert "notice board. Each morning." in card
    found = json.loads((stated / "croissant.json").read_bytes())
    assert found["license"] == "https://licences.example/by"
    assert found["citeAs"] == CARD["citation"]
    assert [each["@type"] for each in found["usageInfo"]] == ["sc:DefinedTerm", "sc:CreativeWork", "sc:CreativeWork"]
    assert found["temporalCoverage"] == "2024-02-29/2024-02-29"


@pytest.mark.parametrize(
    ("licence", "url", "said"),
    [
        ("", "https://a.example", {}),
        ("CC-BY-4.0", "", {"license": "cc-by-4.0"}),
        ("Harbour Licence 2", "", {"license": "other", "license_name": "harbour-licence-2"}),
        (
            "内部使用",
            "https://a.example",
            {"license": "other", "license_name": "custom", "license_link": "https://a.example"},
        ),
    ],
)
def test_a_licence_is_said_as_a_hub_takes_it(licence, url, said):
    assert StatedTerms(licence=licence, licence_url=url).licence_of_hub() == said


def test_what_a_stranger_wrote_among_the_parameters_is_left_out():
    assert StatedTerms.of({"card": "x"}) == StatedTerms()
    assert StatedTerms.of({"card": {"licence": 3, "conditions": ["a", 1], "more": "b"}}) == StatedTerms(
        conditions=("a",)
    )


def test_nothing_is_invented_where_nothing_is_stated(made):
    found = json.loads((made / "croissant.json").read_bytes())
    assert not {"license", "citeAs", "creator", "usageInfo", "url", "rai:dataCollection"} & found.keys()
    assert "- No licence is stated." in (made / "README.md").read_text("utf-8")
