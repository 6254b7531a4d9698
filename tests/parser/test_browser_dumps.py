"""Pages that a text browser printed: links, forms and addresses go; notes, lists of works and forms of people stay."""

from __future__ import annotations

import pytest

from audit.parser.browser_dumps import edits_of_dump

PROSE = (
    "   The ferry between [{}]Denby and Marl did not leave on Thursday because the fog was",
    "   too thick. About two hundred people waited at the pier until noon, and most of them",
    "   walked home over the bridge.",
)
HEAD = "   [1]Skip to content\n\n     * [2]Mudlarks\n     * [3]Lanterns\n     * [4]Saltmarsh\n\n"
TITLE = "                      Ferry stops running in the fog\n\n   By [5]Ada Finch\n\n"
FORM = "   Search: ________ (BUTTON) Search\n\n"


def listed(count: int, heading: str = "References", label: str = "") -> str:
    return f"{heading}\n\n{label}" + "".join(f"   {n}. https://bay.example/{n}\n" for n in range(1, count + 1))


def body(document, text: str) -> list[str]:
    return [line.strip() for line in document(text)["body"].splitlines()]


@pytest.mark.parametrize(
    ("heading", "label"),
    [("References", ""), ("References", "   Visible links:\n"), ("Verweise", "   Sichtbare Links:\n")],
)
def test_what_a_browser_adds_goes_and_the_article_stays_as_it_is_written(document, heading: str, label: str) -> None:
    prose = "\n".join(PROSE).format(6)
    found = document(f"{HEAD}{TITLE}{prose}\n\n   [IMG]\n\n{FORM}{listed(6, heading, label)}")
    assert (found["title"], found["author"]) == ("Ferry stops running in the fog", "Ada Finch")
    assert [line.strip() for line in found["body"].splitlines()] == [line.strip() for line in prose.splitlines()]


def test_hidden_links_have_no_number_in_the_text(document) -> None:
    text = (
        "\n".join(PROSE).format(1)
        + "\n\n   The bridge has had a [2]roof since the spring.\n\n"
        + listed(2)
        + "   Hidden links:\n"
    )
    found = body(document, f"{text}   3. https://bay.example/3\n")
    assert found[-1] == "The bridge has had a [2]roof since the spring."


def test_a_source_behind_a_number_is_stated(document) -> None:
    lines = (
        "   镇上的大钟已经停了三年，据说没有人愿意被钟声吵醒。",
        "   守钟人每天早上仍然爬上[3]钟楼，把指针擦干净。",
    )
    text = "\n".join(
        ("   [1]首页  [2]新闻\n\n             小镇的钟停了三年\n\n   2022年3月8日 来源：[4]马尔日报\n", *lines)
    )
    found = document(text.replace("[3]钟", "[4]钟").replace("[4]马", "[3]马") + "\n\n" + listed(4))
    assert found["source"] == "马尔日报"
    assert "https" not in found["body"]


@pytest.mark.parametrize(
    "text",
    [
        # Notes behind the words, and works with more than an address.
        "The tide runs against the current [1], and the wave is a bore [2].\n\n" + listed(2),
        "The tide[1]runs against the [2]current.\n\nReferences\n\n   1. Finch, https://a.example\n   2. Quill, 1788.\n",
        # Addresses that nothing points to; not indented; not to the end.
        "These are the pages that helped me most.\n\n" + listed(3),
        "See the [1]first and the [2]second.\n\nReferences\n\n1. https://a.example\n2. https://b.example\n",
        "See the [1]first and the [2]second.\n\n" + listed(2) + "\nI would begin with the second one.\n",
        # Numbers twice, and out of order: quotations of a chat.
        "[2]a said so. [1]b did not. [2]a again.\n\n" + listed(2),
        # An array, and Markdown.
        "a[1]b = c[2]d;\n[1](https://a.example) [2](https://b.example)\n\n" + listed(2),
    ],
)
def test_what_looks_like_it_is_no_dump(text: str) -> None:
    assert not edits_of_dump(text)


def test_a_form_for_people_keeps_its_lines(document) -> None:
    text = (
        "Application for a mooring\n\nName: ________\nLength: ______ metres\n[x] I agree to pay by the first of March."
    )
    assert document(text)["body"] == text.partition("\n\n")[2]
