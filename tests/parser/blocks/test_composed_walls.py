"""Sentences that have all kinds of words of a page in place of an article, in languages without forms of their own."""

from __future__ import annotations

import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole.walls import NO_WALL, walled
from audit.parser.tables.walls import labels

WALLED = {
    "error page": (
        "Pagina căutată nu a fost găsită.",
        "Požadovaná stránka sa nenašla.\nSpäť na úvod",
        "La page demandée est introuvable.",
    ),
    "refused access": (
        "Du har inte behörighet att visa den här sidan.",
        "Немає доступу\nУ вас немає прав для перегляду цієї сторінки.",
        "Pääsy estetty.",
    ),
    "check for robots": (
        "Varmistamme, että olet ihminen. Tämä voi kestää muutaman sekunnin.",
        "Oletko?\nVarmistamme, että olet ihminen.\nSivusto tarkistaa yhteytesi turvallisuuden ennen jatkamista.",
        "正在验证您是否是真人。这可能需要几秒钟时间。",
    ),
    "asks for scripts or cookies": (
        "Pentru a vizualiza această pagină, activați JavaScript.",
        "Az oldal megtekintéséhez engedélyezze a JavaScriptet a böngészőben, majd töltse be újra.",
    ),
    "asks to log in": ("Pro zobrazení této stránky se musíte přihlásit.", "כדי לצפות בדף זה עליך להתחבר."),
    "for subscribers only": (
        "Ovaj članak dostupan je samo pretplatnicima.",
        "Sie haben alle kostenlosen Artikel dieses Monats gelesen.\nJetzt abonnieren",
    ),
    "out of service": ("Probíhá údržba webu. Zkuste to prosím později.", "الموقع تحت الصيانة. يرجى المحاولة لاحقا."),
}
# Sentences with the same words, and such a one above others.
READ = (
    "Učitelka řekla, že stránka s mapou z kroniky nebyla nalezena ani v archivu.",
    "La page du manuscrit est introuvable depuis la guerre, mais une copie existe à Gand.",
    "Ellenőriztük a kutat, és kiderült, hogy az ember vágta sziklába.",
    "Проверяем, что вы любите собак, сказал человек у калитки и засмеялся.",
    "JavaScript byl vytvořen v roce 1995 za deset dní.",
    "Ho letto l'articolo sull'orto: gratis per un mese, poi si paga.",
    "Du har ikke adgang til haven, sagde konen, denne side er til svinene.",
    "Pagina nu a fost găsită.\nDascălul a căutat-o o iarnă întreagă, apoi a scris-o din nou, din memorie, la lumină.",
    "JavaScript aktivieren\nÖffnen Sie die Einstellungen und wählen Sie den dritten Eintrag. Dort steht der Schalter.",
)


def label_of_wall(text: str) -> str | None:
    found = walled(Rows(lines([text])))[0]
    return None if found == NO_WALL else labels()[found]


@pytest.mark.parametrize("label", WALLED)
def test_a_wall_is_told_by_its_words(label: str) -> None:
    assert {label_of_wall(text) for text in WALLED[label]} == {label}


def test_a_text_with_such_words_is_read() -> None:
    assert [text for text in READ if label_of_wall(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Acceso denegado\nNo tiene permiso para acceder a este recurso.\nReferencia #18.2f3a4d17\nContacte con él.",
        "访问被拒绝\n您没有权限访问此页面。\n事件编号：18.2f3a4d17.165\n请联系管理员。",
        "Доступ запрещён\nУ вас нет прав для просмотра этой страницы.\nКод события: 18.2f3a4d17",
    ],
)
def test_a_label_and_what_a_machine_numbers_stand_beside_a_refusal(kinds, text: str) -> None:
    assert set(kinds(text)) == {"navigation"}


def test_such_a_number_below_a_notice_of_people_makes_no_wall(kinds) -> None:
    assert "navigation" not in kinds(
        "Keys of the boathouse\nCode: 18.2f3a4d17\nThe spare key hangs behind the shutter."
    )
