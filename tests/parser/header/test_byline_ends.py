"""Where the name in a byline ends: before whom it was written for, a profession, a handle; and agencies, and lists."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

EN, ZH = "\n".join(ENGLISH_BODY), "\n".join(CHINESE_BODY)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("By Ada Finch For Marlonline\nPublished: 12:37 GMT, 21 December 2023", "Ada Finch"),
        ("By Ada Finch Special to the Marl Courier\n21 December 2023", "Ada Finch"),
        ("Par Camille Dubois pour Le Courrier de la Marle\nPublié le 9 mars 2021", "Camille Dubois"),
        ("Por Elena Duarte para El Correo del Río\n9 de marzo de 2021", "Elena Duarte"),
        ("By Ada Finch Globe Correspondent,Updated December 22, 2023, 5:49 p.m.", "Ada Finch"),
        ("By Ada Writer\nDec 23, 2023", "Ada Writer"),
        ("By Ada FinchCity Columnist\nDec 23, 2023", "Ada Finch"),
        ("By Ada Finch ⋅ Review Editor ⋅\nDecember 23, 2023", "Ada Finch"),
        ("By Ada Finch afinch@marlcourier.example\nDecember 13, 2023", "Ada Finch"),
        ("Ada Finch @afinch\nDecember 13, 2023", "Ada Finch"),
        ("By  Ada Finch@AFinch    Jul 3, 2019, 4:22am EDT", "Ada Finch"),
        ("By  Ada Finch  Tuesday, Aug. 17, 2010", "Ada Finch"),
        ("By Sunday Finch\nAug. 17, 2010", "Sunday Finch"),
        ("By Ada Moreson March 18 at 12:22 PM", "Ada Moreson"),
        ("Ada Moreson Mar 18, 2021", "Ada Moreson"),
        ("By Ada Finch on March 18, 2021", "Ada Finch"),
        ("Ada Finch / Peter de Moor   Madrid  27 Oct 2012 - 12:14", "Ada Finch / Peter de Moor"),
        ("Von Wiener Walzer und Mozartkugeln\n9. März 2021", None),
        ("Von Menschen und Mäusen\n9. März 2021", None),
        ("Von Ada Fink und dpa\n9. März 2021", "Ada Fink und dpa"),
        ("By Ada and Peter\nDecember 13, 2023", "Ada and Peter"),
        ("Episode Teaser Image:\nDecember 13, 2023", None),
        ("Author:\nAda Finch <afinch at marl dot example>", "Ada Finch"),
        ("Ada Finch, Marl.com\nDecember 22, 2023 10:04 PM", "Ada Finch"),
        ("Ada Finch, Partner at Quill & Moss\nDecember 13, 2023", "Ada Finch"),
        ("Ada Finch and AP\nJune 30, 2026 - 4.34pm", "Ada Finch and AP"),
        ("Ada Finch\nUppdaterad 15.59 | Publicerad 14.14", "Ada Finch"),
        ("Marl Valley Team\nFeb 16, 2026", "Marl Valley Team"),
        ("Ada Finch OBE\nFeb 16, 2026", "Ada Finch"),
        ("Von dpa 30.04.2024, 18:58", "dpa"),
        ("AFP\n28.04.2023 | 17:52 Uhr", "AFP"),
        ("von Peter Quill , Ada Fink , Martin Moor\n21. Mai 2026", "Peter Quill, Ada Fink, Martin Moor"),
        ("Του Γιώργου Παππά\n9 Μαρτίου 2021", "Γιώργου Παππά"),
        ("-- Marl Developers <ada@example.org>  Fri, 20 Jun 2025 08:45:50 -0700", None),
        ("By Ada O'connor The Associated Press\nDec 24, 2023", "Ada O'connor"),
        ("Edited by Ada Finch\nDecember 13, 2023", None),
        ("Fact checked by Ada Finch\nDecember 13, 2023", None),
        ("Medically reviewed by Ada Finch, MD on March 3, 2021", None),
        ("Cedar Falls, Iowa\nDecember 13, 2023", None),
        ("New Bridge, Partner Town\nDecember 13, 2023", None),
        ("Theo Trần Minh Đức\n29/03/2021", None),
        ("Του ποταμού το φέρι\n9 Μαρτίου 2021", None),
        ("Por Redacción\n9 de marzo de 2021", None),
        ("By Ada Finch, San Marlo, Bridge Road", "Ada Finch"),
    ],
)
def test_a_byline_ends_where_the_name_ends(document, head: str, author: str | None) -> None:
    """What a line says of whom it names, or of whom it was written for, is no part of the name."""
    text = f"Menu\nSkip to main content\nWooden ferry sails again on the Marl\n{head}\n{EN}\nPrivacy policy"
    assert document(text)["author"] == author


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("本报记者 周小渡 文/图\n2021-03-09 07:05", "周小渡"),
        ("文/周小渡\n2021-03-09 07:05", "周小渡"),
        ("2021-03-09 07:05 来源：清江晚报\n记者 王五岭 摄", None),
        ("2021-03-09 07:05 来源：清江晚报\n（责任编辑：王五岭）", None),
    ],
)
def test_photographers_and_editors_are_no_authors(document, head: str, author: str | None) -> None:
    """A reporter who took the pictures, too, is the author; who took them alone is not, nor is the editor."""
    assert document(f"首页\n登录\n渡口复航：青石镇等来了第一班船\n{head}\n{ZH}\n分享到：")["author"] == author
