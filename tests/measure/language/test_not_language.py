"""Code, logs, tables and listings are in no language; prose that looks like them is in its own."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import (
    DE,
    EN,
    HANS,
    batch,
    fact,
    measured,
)


@pytest.mark.parametrize(
    ("text", "tag", "why"),
    [
        ("OK", "und", "too few letters to tell"),
        ("kdzz mdg bcvca bkv qeowwe vuoxbqt vh cwbhhy vqh nxyj clrhj tfxq zpd wkx qj " * 4, "und", "form no words"),
        ("謟圾莢肖槬溹丳爕潉攂鴺湖蝳薤甙嫘琍謕摸源鐿梹帣卥钁佅蹫琇乙绚禁婤", "und", "do not occur together"),
        ("12.5\t7.25\t19\n3.75\t8.5\t20\n", "zxx", "signs of code, records or numbers"),
    ],
)
def test_no_language_comes_with_its_reason(text: str, tag: str, why: str):
    (place,) = measured(text).places[0]
    assert fact(text, "language") == tag
    assert (place.fact, place.start, place.end) == ("language", 0, len(text))
    assert why in place.evidence


CODE = """def total(rows):
    sums = {}
    for row in rows:
        sums[row.key] = sums.get(row.key, 0) + row.value
    return sorted(sums.items(), key=lambda pair: -pair[1])
"""


def test_code_line_by_line_is_code():
    assert fact(CODE, "language") == "zxx"


def test_an_article_with_a_listing_is_an_article():
    assert fact(f"{EN}\n{CODE}\n{EN} {EN}\n{EN}", "language") == "en"
    assert fact(f"{HANS}\n{CODE}\n{HANS}{HANS}", "language") == "zh-Hans"


def test_a_table_with_frames_is_prose_all_the_same():
    assert fact(f"┌{'─' * 60}┐\n│ {EN[:50]} │\n├{'─' * 60}┤\n│ {EN[50:]} │\n└{'─' * 60}┘", "language") == "en"


CHAT = """[09:02] <marlow> did the ferry run this morning, or is it still on the slip?
[09:03] <ida> it is on the slip, they have taken the screw off
[09:03] * tove joined #harbour
[09:05] <marlow> then I will walk round by the bridge, that is only an hour
[09:06] <ida> the bridge has been shut since monday, you would need a boat"""
TABLES = {
    "| Zutat | Menge | Einheit |\n|:--|--:|:-:|\n| Mehl | 500 | Gramm |\n| Hefe | 1 | Würfel |": "de",
    "| Team | Played | Won |\n| --- | --- | --- |\n| Harbour Rovers | 12 | 8 |\n| Valley Rangers | 12 | 3 |": "en",
    "| field | type | default |\n|---|---|---|\n| user_id | int64 | 0 |\n| made_at | timestamp(6) | now() |": "zxx",
    "| Command | Exit |\n|---|---|\n| `ls -la /tmp` | 0 |\n| `rm -rf build/` | 0 |\n| `grep -q a b.txt` | 1 |": "zxx",
    "| x1 | y2 | z3 |\n|---|---|---|\n| 0x1f | 0x2a | nan |\n| 0xff | 0x00 | inf |\n| 0xab | 0xcd | nan |": "zxx",
}


def test_a_table_in_markdown_is_in_the_language_of_its_cells_if_these_are_words() -> None:
    assert batch(*TABLES).columns["language"].to_pylist() == list(TABLES.values())


MARKDOWN = """# Tide *tables* for [small harbours](https://example.org/tides)

> **Note:** the tables are for `v2.1`; see [what was changed](CHANGES.md#v2).

- `quay --list` shows every harbour that is known to it
- `quay --next` says when the next high water is
- **Please** do not rely on it for your own boat!

| column | what it holds |
|--------|---------------|
| `at`   | when it was   |
"""
LOUD = "THE FERRY WILL NOT SAIL ON SUNDAY. PASSENGERS WHO HAVE A TICKET ARE ASKED TO COME TO THE OFFICE."
PROGRAM = """def landed(boats, at=None):
    return [boat for boat in boats if boat.at is not None and boat.at <= at or not boat.crew]

class Quay(object):
    def __init__(self, name, depth=3.5):
        self.name, self.depth = name, depth
        self.boats = {}

    def moor(self, boat):
        if boat.draught > self.depth:
            raise ValueError("%s: %d" % (boat.name, boat.draught))
        self.boats[boat.name] = boat
"""


@pytest.mark.parametrize(
    ("text", "tag"),
    [(CHAT, "en"), (MARKDOWN, "en"), (LOUD, "en"), (LOUD.lower(), "en"), (PROGRAM, "zxx"), (PROGRAM * 3, "zxx")],
    ids=["chat", "Markdown", "capitals", "the same in small letters", "program", "longer program"],
)
def test_running_text_with_many_signs_is_language_and_a_program_is_none(text: str, tag: str) -> None:
    assert fact(text, "language") == tag
    assert fact(text, "language", spans=[]) == tag


SELECTORS = "".join(map(chr, range(0xE0100, 0xE01F0)))


def test_data_that_nobody_sees_does_not_count() -> None:
    plain = measured(DE).columns.to_pylist()[0]
    for text in (f"\ufeff{SELECTORS}{SELECTORS}{DE}", DE.replace("Buch", f"Bu{SELECTORS}ch"), "\u2060".join(DE)):
        assert measured(text).columns.to_pylist()[0] == plain


LISTING = """```python
import foo
x = foo.Bar(1, 2)
print(x.run(y=[1, 2, 3], z={'a': 4}))
t[i] = f(x[i]) + g(y[i])
```
"""
COMMANDS = """~~~bash
cmake -S . -B build -DCMAKE_BUILD_TYPE=Release
./build/app --config=/etc/app.conf | tee "$LOG"
~~~
"""
WITH_LISTINGS = [
    ("# First steps\n\nInstall the **package** and *import* it:\n\n" + LISTING + "\nThen see what has changed.", "en"),
    ("# Erste Schritte\n\n" + COMMANDS + "\nDie Datei liegt danach in `build`. Wer mag, startet sie gleich.", "de"),
    ("## 安装\n\n" + LISTING + "\n然后再运行一次，看看有什么变化。", "zh-Hans"),
]


@pytest.mark.parametrize(("text", "tag"), WITH_LISTINGS, ids=[tag for _, tag in WITH_LISTINGS])
def test_markdown_with_listings_is_in_the_language_around_them(text: str, tag: str):
    assert fact(text, "language") == tag


@pytest.mark.parametrize("text", [LISTING, COMMANDS, LISTING[:-5] + LISTING[10:-5]], ids=["python", "bash", "unclosed"])
def test_a_listing_without_a_word_around_it_is_no_language(text: str):
    assert fact(text, "language") == "zxx"
