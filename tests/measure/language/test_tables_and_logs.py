"""Tables drawn with signs, and chats in one line, are in the language of their words; numbers and code are in none."""

from __future__ import annotations

import pytest

from tests.measure.language.test_language import fact

KEYS = """\
+----------+--------------------------------+
| key      | what it does                   |
+----------+--------------------------------+
| F1       | show the help                  |
| Ctrl-Q   | leave the program              |
| Alt-Left | go back to the page before     |
| Ctrl-F   | look for a word in the text    |
+----------+--------------------------------+"""
WARES = (
    "+--------------------------------------------------------+ | Ware |Preis|Größe| Beschreibung | "
    "|------------+-----+-----+------------------------------| | |V:28, |2.5 | Korb aus Weide für alle, die keine | "
    "|weidenkorb |I:10 |kg | Kisten mehr tragen wollen | |------------+-----+-----+------------------------------| "
    "|truhe |V:4, |120 | Kasten zum Sitzen, der im Sommer das Netz hält |"
)
TALK = (
    "[15:10] <@averne> podstawowa zaleta tej łodzi to przynajmniej w teorii silnik [15:11] <kocur> a kto go niby "
    "sprawdzał [15:11] * adam wyciąga żagiel z napisem GDYNIA % #przystań 23:24 <@wybrana> eee 23:24 * adam się śmieje"
)
FIGURES = """\
+-------+-------+-------+
| x     | y     | z     |
+-------+-------+-------+
| 0.123 | 4.113 | 9.331 |
| 0.551 | 4.871 | 9.114 |
+-------+-------+-------+"""
WORDS = """\
KEYWORDS = re.compile(
    r'(abs|and|append|apply|array|ask|begin|bell|bind|boat|body|cast|catch|chain|close|cross|deck|dock|draw|each)'
    r'(fall|ferry|fetch|fill|float|gate|give|haul|hold|hoist|jetty|keel|knot|land|launch|list|load|lock|mast|mend)'
    r'(moor|name|night|oar|open|order|pair|pier|pole|port|pull|quay|raise|reed|ring|rise|rope|row|rudder|sail)'
)"""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NAMES = [
    "Ruo Lan",
    "Petra Holm",
    "The Ferrymen",
    "Wen Li",
    "Otto Brandt",
    "Seagrass",
    "Jo An",
    "Nine Bells",
    "Ada Reed",
    "Kwok Ming",
]
ARCHIVE = "\n".join(
    [*(f"► {month} ({20 + n})" for n, month in enumerate(MONTHS)), "A walk by the river", "The lights in the harbour"]
)
LABELS = "\n".join(["Labels", *(f"{name} ({n + 2})" for n, name in enumerate(NAMES * 2))])
STEPS = "\n".join(f"row_step({n})\nsleep (3)" for n in range(12))


@pytest.mark.parametrize(
    ("text", "tag"),
    [(KEYS, "en"), (" ".join(KEYS.split()), "en"), (WARES, "de"), (TALK, "pl"), (ARCHIVE, "en"), (LABELS, "und")],
    ids=["table", "table in one line", "table with joined cells", "chat in one line", "archive of a blog", "labels"],
)
def test_what_cells_and_people_say_is_language(text: str, tag: str) -> None:
    assert fact(text, "language") == tag


@pytest.mark.parametrize("text", [FIGURES, WORDS, STEPS], ids=["figures", "keywords", "calls"])
def test_bars_alone_make_no_language(text: str) -> None:
    assert fact(text, "language") == "zxx"
