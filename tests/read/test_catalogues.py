"""Catalogues of messages: strings in pieces, plurals, contexts, charsets; and what is no message."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input, Refused
from tests.read.reading import read, shown

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
A = "The ferry left before dawn."
DE = "Die Fähre fuhr vor der Dämmerung ab."


def po(*messages: str, head: str = HEAD) -> str:
    return "\n".join((head, *messages))


def texts(root: Path, content: str, codec: str = "utf-8") -> list[tuple[str, str]]:
    return shown(read(root, "a.po", content.encode(codec)))


def test_a_message_is_a_document_with_its_translation(tmp_path: Path) -> None:
    pieces = 'msgid ""\n"The bell rang "\n"twice.\\n"\n"At \\"noon\\"."\nmsgstr "Zweimal."\n'
    content = po(f'#: a.c:1\n#, fuzzy\nmsgid "{A}"\nmsgstr "{DE}"\n', pieces)
    assert texts(tmp_path, content) == [
        ("a.po#0", f"{A}\n{DE}"),
        ("a.po#1", 'The bell rang twice.\nAt "noon".\nZweimal.'),
    ]


def test_plurals_and_contexts_are_of_one_message(tmp_path: Path) -> None:
    plural = 'msgid "One boat"\nmsgid_plural "%d boats"\nmsgstr[0] "Ein Boot"\nmsgstr[1] "%d Boote"\n'
    content = po(f'msgctxt "bay"\nmsgid "{A}"\nmsgstr "{DE}"\n{plural}msgctxt "quay"\nmsgid "{A}"\nmsgstr ""\n')
    assert [text for _, text in texts(tmp_path, content)] == [f"{A}\n{DE}", "One boat\n%d boats\nEin Boot\n%d Boote", A]


def test_what_is_obsolete_or_a_comment_is_no_message(tmp_path: Path) -> None:
    assert texts(tmp_path, po(f'# msgid "x"\n#~ msgid "{A}"\n#~ msgstr "{DE}"\n#| msgid "y"\nmsgid "{A}"\n')) == [
        ("a.po#0", A)
    ]


@pytest.mark.parametrize("codec", ["iso-8859-1", "utf-16"])
def test_the_charset_of_the_head_counts(tmp_path: Path, codec: str) -> None:
    head = HEAD.replace("UTF-8", codec)
    assert [text for _, text in texts(tmp_path, po(f'msgid "{A}"\nmsgstr "{DE}"\n', head=head), codec)] == [
        f"{A}\n{DE}"
    ]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_change_nothing(tmp_path: Path, end: str) -> None:
    assert texts(tmp_path, po(f'msgid "{A}"\nmsgstr "{DE}"\n').replace("\n", end)) == [("a.po#0", f"{A}\n{DE}")]


def test_a_catalogue_without_messages_is_refused(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.po", HEAD.encode())
    assert isinstance(found, Refused)
    assert found.code == "no-text"


def test_a_text_of_that_name_is_a_text(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.po", f"{A} The keyword msgid is told in the book.".encode())
    assert isinstance(found, Input)
    assert found.id == "a.po"
