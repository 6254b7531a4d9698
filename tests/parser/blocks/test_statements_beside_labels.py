"""A short statement of a text without furniture stays beside a label; a prompt's question beside it goes."""

from __future__ import annotations

import pytest

TEXTS = (
    ("Gruszki na strychu", "Suszymy gruszki na strychu.", "Po tygodniu są miękkie.", "Czytaj dalej"),
    ("Peel on the roof", "We dry orange peel on the roof.", "After three days it is hard.", "Read more"),
    ("Schalen im Ofen", "Wir trocknen Schalen im Ofen.", "Danach sind sie hart.", "Weiterlesen"),
    ("屋顶上的橘子皮", "我们把橘子皮放在屋顶上晒干。", "三天以后就变硬了。", "阅读全文"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_statement_stays_beside_a_label(document, text: tuple[str, ...]) -> None:
    body = document("\n".join(text))["body"]
    assert text[1] in body
    assert text[2] in body


@pytest.mark.parametrize("text", TEXTS)
def test_the_label_goes_where_it_is_known(document, text: tuple[str, ...]) -> None:
    assert text[3] not in document("\n".join(text))["body"]
