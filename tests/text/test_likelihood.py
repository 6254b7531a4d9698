"""Writing is likelier than its bytes read otherwise, by tables whose steps are probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from audit.text.classes import NAMES, codepoints
from audit.text.likelihood import Likelihood, characters, groups, odds_units

WRITING = [
    ("今天下午我们去图书馆看书", "zh-Hans"),
    ("今天下午我們去圖書館看書", "zh-Hant"),
    ("きのうの午後、図書館で本を読みました", "ja"),
    ("어제 오후에 도서관에서 책을 읽었습니다", "ko"),
    ("вчера мы читали книги в библиотеке", "ru"),
    ("χθες το απόγευμα διαβάσαμε στη βιβλιοθήκη", "el"),
    ("אתמול אחר הצהריים קראנו בספרייה", "he"),
]


@pytest.mark.parametrize(("text", "language"), WRITING, ids=[language for _, language in WRITING])
def test_writing_is_likelier_than_its_bytes_read_otherwise(text: str, language: str):
    likelihood = Likelihood.of(codepoints(text))
    assert likelihood.language == language
    for wrong in ("latin-1", "gb18030", "cp1251"):
        other = text.encode().decode(wrong, "ignore")
        assert Likelihood.of(codepoints(other)).nats < 1.5 * likelihood.nats


def test_the_tables_fit_together():
    model = characters()
    assert model.logs.shape[0] == len(model.languages) == len(groups().of)
    assert groups().logs.shape[1] == odds_units().shape[0] == len(NAMES) ** 2
    assert model.column.max() == model.logs.shape[1] - 1
    assert (model.logs <= 0).all()
    assert np.isfinite(groups().logs).all()


def test_steps_are_probabilities():
    for logs in groups().logs:
        sums = np.exp(logs.reshape(len(NAMES), -1)).sum(axis=1)
        assert (sums < 1.1).all()
        # classes that a group never shows keep the mixture's tenth only
        assert (np.minimum(np.abs(sums - 1), np.abs(sums - 0.1)) < 0.1).all()


def test_nothing_costs_nothing():
    assert Likelihood.of(codepoints("")).nats == 0
