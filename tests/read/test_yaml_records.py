"""YAML and TOML: records with a text under a usual name; settings, fragments and damage stay texts as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.reading import read, shown

P = "The ferry left before dawn, and nobody on the landing saw it go."
HAN = "渡船天亮前就开走了，码头上没有人看见。第二天早上，票房的门还锁着。"
PARTS = "[build]\nrequires = [\n" + "  'hull', 'mast',\n" * 9 + "]\n"
POST = f'[[post]]\ntitle = "Ferry"\npublished = 2024-02-10T09:00:00Z\ntext = """\n{P}\nNoon."""\n'


def test_objects_of_yaml_are_records(tmp_path: Path) -> None:
    content = f"- title: Ferry\n  date: 2024-02-10\n  author: Jane Roe\n  text: |\n    {P}\n\n    Noon.\n- text: {P}\n"
    first, second = read(tmp_path, "a.yml", content.encode())
    assert isinstance(first, Input)
    assert (first.id, first.text) == ("a.yml#0", f"{P}\n\nNoon.\n")
    assert (first.stated.title, str(first.stated.published)[:10], first.stated.author) == (
        "Ferry",
        "2024-02-10",
        "Jane Roe",
    )
    assert isinstance(second, Input)
    assert (second.id, second.text) == ("a.yml#1", P)


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.yaml", f"---\ntext: {P}\n--- # next\ntext: >\n  {P}\n  Noon.\n", [P, f"{P} Noon.\n"]),
        ("a.yaml", f"\ufeff标题: 渡船\r\n正文: |\r\n  {HAN}\r\n", [f"{HAN}\n"]),
        ("a.yaml", f"posts:\n- title: Ferry\n  body: '{P}'\n", [P]),
        ("a.toml", f'title = "Ferry"\nbody = """\n{P}"""\n', [P]),
        ("a.toml", POST + POST.replace("Noon", "Dusk"), [f"{P}\nNoon.", f"{P}\nDusk."]),
    ],
    ids=["documents", "names in Chinese", "list in an object", "one table", "array of tables"],
)
def test_records_are_found_where_they_stand(tmp_path: Path, name: str, content: str, texts: list[str]) -> None:
    assert shown(read(tmp_path, name, content.encode())) == [(f"{name}#{at}", text) for at, text in enumerate(texts)]


def test_a_record_says_the_codec_of_its_file(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.yaml", f"标题: 渡船\n正文: |\n  {HAN}\n".encode("gb18030"))
    assert isinstance(found, Input)
    assert (found.text, found.encoding, found.stated.title) == (f"{HAN}\n", "gb18030", "渡船")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", f"services:\n  web:\n    image: ferry\n  content: {P}\n{'  port: 1' * 40}\n"),
        ("a.yaml", f"text: {P}\nauthor: a: b: [c\n"),
        ("a.yaml", f"text: &a {P}\nmore: [*a, *b]\n"),
        ("a.yaml", f"text: {P} caf\udcff and tea\n"),
        ("a.toml", f'text = """{P}\n'),
        ("a.toml", f'description = "{P}"\nversion = "1"\n{PARTS}'),
    ],
    ids=["settings", "no YAML", "no such anchor", "stray byte", "no end", "settings of a program"],
)
def test_what_is_no_record_stays_as_it_is(tmp_path: Path, name: str, content: str) -> None:
    raw = content.encode("utf-8", "surrogateescape")
    (found,) = read(tmp_path, name, raw)
    assert isinstance(found, Input)
    assert (found.raw, found.text) == (raw, None)


def test_yaml_without_a_text_is_named_as_a_text(tmp_path: Path) -> None:
    assert shown(read(tmp_path, "a.yaml", b"version: 3\nname: ferry\n")) == [("a.yaml", "version: 3\nname: ferry\n")]
