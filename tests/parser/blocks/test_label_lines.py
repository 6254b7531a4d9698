"""Lists, poems and vocabularies of which many lines are worded like labels: kept whole, unless a page speaks there."""

from __future__ import annotations

import pytest

ERRANDS = """\
Errands for Saturday
Search the shed for the bicycle pump
Share the leftover cake with Mrs Dunlop
Contact the plumber about the leak
Home by noon at the latest
Subscribe Grandad to the bowls magazine
Comments on the draft lease back to Jo"""
CHINESE = """\
周六要做的事
首页打印三份，给居委会
分享一半月饼给楼下王奶奶
搜索旧照片，挑十张
评论作业要签字"""
POEM = """\
More
always a little more
Share
what you cannot keep
Search
the hem of the sky
Next
and the kettle on"""
STATUTE = """\
Satzung des Rudervereins
Kontakt
§ 1 Der Verein ist über seine Vorsitzende zu erreichen.
Suche
§ 2 Verlorene Riemen werden von allen gemeinsam gesucht.
Teilen
§ 3 Boote werden geteilt, Schwimmwesten nicht."""
WORDS = "recherche : search, research\npartager : to share\nplus : more\nsuivant : next\ncontact : touch"
# Labels with one thing to share, search or print, on a page that has nothing else to say so.
PARISH = """\
Spring fair
Share this with friends
More from the parish
Bake sale at ten, tombola at noon.
Search the parish pages
Contact the parish office"""
FERRIES = "Ferry times\nNorth pier 08:10\nSouth pier 08:40\nPrint timetable\nShare timetable\nSearch timetables"
CLUB = """\
Training am Montag
Halle 2, 18 Uhr
Suche nach dem roten Schal im Keller
Teilen auf Facebook
Kontakt zu Herrn Brandt wegen der Heizung"""


def dropped(blocks: list[dict]) -> list[str]:
    return [b["text"] for b in blocks if b["boilerplate"] and b["kind"] != "title"]


@pytest.mark.parametrize("text", [ERRANDS, CHINESE, POEM, STATUTE, WORDS])
def test_lines_of_a_text_are_kept_however_like_labels(blocks, text: str) -> None:
    assert dropped(blocks(text)) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (PARISH, ["Share this with friends", "More from the parish", "Contact the parish office"]),
        (FERRIES, ["Share timetable", "Search timetables"]),
        (CLUB, ["Teilen auf Facebook"]),
        # A menu, a notice or a date says that there is a page.
        (POEM.replace("More\n", "Home\nMore\n", 1), ["Home", "More", "Share", "Search", "Next"]),
        (f"{ERRANDS}\n© 2021 The Dunlop Gazette. All rights reserved.", ["Contact the plumber about the leak"]),
    ],
)
def test_labels_of_a_page_go(blocks, text: str, labels: list[str]) -> None:
    assert set(labels) <= set(dropped(blocks(text)))
