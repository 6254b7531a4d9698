"""Dialogs for consent leave with all their sentences; articles about cookies keep theirs."""

from __future__ import annotations

import pytest

ARTICLE = (
    "Home\nNews\nLog in\nThe ferry sails again\nBy Anna Moss\n4 March 2024\n"
    "The ferry across the lower river sails again after three years, and the whole town came to see it leave.\n"
    "It was built in the year of the flood, and sank twice: once in a storm and once at its own pier.\n{}"
    "Share\nRelated articles\nA winter on the weir\nPrivacy policy\n© 2024 River Post\n{}"
)
DIALOGS = {
    "en": (
        "If you do not allow these cookies, you will see adverts that interest you less.",
        "They may be used to build a profile of your interests.",
    ),
    "de": (
        "Hier finden Sie eine Übersicht über alle verwendeten Cookies.",
        "Sie können Ihre Einwilligung zu ganzen Kategorien geben.",
    ),
    "fr": ("Ces cookies permettent de compter les visites.", "Ils servent à mesurer l'audience du journal du fleuve."),
    "es": ("Estas cookies nos permiten contar las visitas.", "Así sabemos qué páginas son las más populares de todas."),
    "zh": ("这些Cookie帮助我们改进本站的服务。", "您可以随时更改偏好设置，也可以关闭。"),
}
ABOUT = (
    "Marketing cookies are the ones that follow readers from one paper to the next, she says.",
    "A profile of your interests is worth a third of a cent, and the most and least popular pages are sold alike.",
    "Advertisers build it from what people read on the ferry; targeted advertising pays for the timetable.",
    "Statistik-Cookies zählen Besucher, und die Besucher zählen nichts, schreibt die Zeitung von drüben.",
)


def kept(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if not b["boilerplate"]}


@pytest.mark.parametrize("language", DIALOGS)
def test_a_dialog_goes_with_its_sentences(blocks, language: str) -> None:
    dialog = DIALOGS[language]
    assert kept(blocks(ARTICLE.format("", "\n".join(dialog)))).isdisjoint(dialog)


def test_an_article_about_cookies_keeps_its_sentences(blocks) -> None:
    about = "\n".join(ABOUT) + "\n"
    assert set(ABOUT) <= kept(blocks(ARTICLE.format(about, "")))
