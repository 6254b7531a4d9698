"""Tables as other programs write them: marks, blanks, rules, numbers of rows, ends."""

from __future__ import annotations

import pytest

from tests.read.reading import read, shown

SAID = ("He came, they say.", "Nobody saw it go.")


def _texts(folder, content, name="a.csv"):
    return [text for _, text in shown(read(folder, name, content.encode()))]


def test_marks_behind_a_backslash_are_those_of_a_text(tmp_path):
    texts = [r'"He said \"go\", and nobody went."', r'"C:\new, and a mark \\"', '"No mark is in it."']
    content = "id,text\n" + "".join(f"{n},{text}\n" for n, text in enumerate(texts))
    assert _texts(tmp_path, content) == [
        'He said "go", and nobody went.', r"C:\new, and a mark \\", "No mark is in it.",
    ]  # fmt: skip


@pytest.mark.parametrize("row", [r'1,"C:\ferry\"', r'"\",one'])
def test_a_backslash_that_ends_a_field_escapes_nothing(tmp_path, row):
    assert _texts(tmp_path, f"id,text\n{row}\n2,two\n")[1] == "two"


@pytest.mark.parametrize("texts", [SAID, SAID[1:]])
def test_blanks_before_quoted_fields_belong_to_no_text(tmp_path, texts):
    assert _texts(tmp_path, "id, text\n" + "".join(f'1, "{text}"\n' for text in texts)) == list(texts)


def test_a_table_whose_first_mebibyte_ends_within_a_text_is_read(tmp_path):
    content = "id,text\n" + "".join(f'{n},"No {n}.\n{"Nobody went. " * 4_000}, "\n' for n in range(40))
    assert len(_texts(tmp_path, content)) == len(range(40))


def test_blanks_of_a_text_stay(tmp_path):
    said = '"She said, ""go"", and, ""no""."'
    assert _texts(tmp_path, f"id,text\n1,{said}\n2, two\n") == ['She said, "go", and, "no".', " two"]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_numbers_of_rows_that_have_no_name_are_a_column(tmp_path, name):
    content = '"title","text"\n' + "".join(f'"{n}","A","{text}"\n' for n, text in enumerate(SAID, 1))
    mark = "\t" if name == "a.tsv" else ","
    found = read(tmp_path, name, content.replace('","', f'"{mark}"').encode())
    assert [(one.text, one.stated.title, one.remark) for one in found] == [
        (text, "A", "columns not used: 1") for text in SAID
    ]


def test_an_unquoted_delimiter_is_no_number_of_a_row(tmp_path):
    content = "id,text\n" + "".join(f"{n},He came, they say.\n" for n in (1, 2))
    assert _texts(tmp_path, content) == ["broken-record"] * 2


def test_nothing_behind_the_last_delimiter_is_no_field(tmp_path):
    assert _texts(tmp_path, "id,text\n1,one,\n2,two,, \n3,three,x\n") == ["one", "two", "broken-record"]


@pytest.mark.parametrize("rule", ["--|---", ":-|:-:", "==|==="])
def test_a_rule_below_the_names_is_no_record(tmp_path, rule):
    assert _texts(tmp_path, f"id|text\n{rule}\n1|one\n2|-\n") == ["no-text", "one", "-"]


def test_the_line_of_names_again_is_no_record(tmp_path):
    found = read(tmp_path, "a.csv", "\ufefftitle,text\nA,one\n\ufefftitle,text\nB,two\ntitle,else\n".encode())
    assert [text for _, text in shown(found)] == ["one", "no-text", "two", "else"]
    assert found[1].detail.startswith("line 3: it is the line of names again; leave it out")


@pytest.mark.parametrize(
    ("above", "count"),
    [("Export of the harbour\n2024-03-01\n\n", 3), ("# made by a tool, version 2\n", 1), ("Export,\n,\n", 2)],
)
def test_lines_above_the_names_are_told_and_are_no_records(tmp_path, above, count):
    content = f"{above}title,text\n" + "".join(f'A,"{text}"\n' for text in SAID)
    told, *found = read(tmp_path, "a.csv", content.encode())
    said = "line 1 stands" if count == 1 else f"lines 1 to {count} stand"
    assert (told.code, told.detail.partition(";")[0]) == ("no-text", f"{said} above the names of columns")
    assert [one.text for one in found] == list(SAID)


@pytest.mark.parametrize(
    "content", ["\n\ntext,id\none,1\n", "text\none\n", '"te\nxt",text\nx,one\n', "sep=;\nid;text\n1;one\n"]
)
def test_names_in_the_first_line_have_nothing_above(tmp_path, content):
    assert _texts(tmp_path, content) == ["one"]
