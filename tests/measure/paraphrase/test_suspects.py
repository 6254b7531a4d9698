"""Suspects: a text told again is found, what only looks so is left alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.records.parts import Bodies
from audit.measure.paraphrase import candidates as rooms
from audit.measure.paraphrase.anchors import paraphrase_keys
from audit.measure.paraphrase.candidates import MOST_DOCUMENTS, candidates
from audit.measure.paraphrase.score import SUSPECT, weights
from audit.measure.paraphrase.suspects import find_suspects
from tests.derive.retelling import Spin, retell

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)]
Find = Callable[..., dict[tuple[int, int], float]]


def article(seed: int, sentences: int = 14) -> str:
    """Return Chinese-looking prose of its own for each seed, with a number in every other sentence."""
    chance = random.Random(seed)  # noqa: S311 - text, not secrets
    said = []
    for nth in range(sentences):
        clauses = ["".join(chance.choices(HAN, k=chance.randrange(6, 14))) for _ in range(3)]
        number = str(chance.randrange(100, 99_999)) if nth % 2 else ""
        said.append("，".join(clauses) + number + "。")
    return "".join(said)


def form(seed: int, owner: int) -> str:
    """Return a product page: set phrases of one shop, a model and its properties of one product."""
    shop, own = random.Random(seed), random.Random(1000 + owner)  # noqa: S311 - text, not secrets
    rows = []
    for _ in range(16):
        phrase = "".join(shop.choices(HAN, k=9))
        rows.append(f"{phrase}{''.join(own.choices(HAN, k=12))}{own.randrange(100, 9999)}。")
    return "".join(rows)


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Give a function from bodies to the scores of their suspects, by rows; `size` is the number of rows of a part."""

    def found(
        bodies: Sequence[str], *, size: int = 7, order: Sequence[int] | None = None
    ) -> dict[tuple[int, int], float]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        keys, documents = [], []
        for nth in range(0, len(bodies), size):
            part = pa.table({"body": pa.array(bodies[nth : nth + size], pa.large_string())})
            keys.append(folder / f"keys-{nth:04d}.parquet")
            documents.append(folder / f"documents-{nth:04d}.parquet")
            pq.write_table(paraphrase_keys(part), keys[-1])
            pq.write_table(part, documents[-1])
        rows = np.arange(len(bodies)) if order is None else np.array(order)
        pairs = find_suspects(keys, Bodies(documents), rows, len(bodies)).pairs.to_pylist()
        return {(p["first_row"], p["second_row"]): p["score"] for p in pairs if p["score"] > SUSPECT}

    return found


@pytest.mark.parametrize(
    "spin",
    [
        pytest.param(Spin(replaced=0.3), id="30"),
        pytest.param(Spin(replaced=0.6), id="60"),
        pytest.param(Spin(replaced=0.6, swapped=0.3, shuffled=True), id="60 in another order"),
    ],
)
def test_a_paraphrase_is_suspected(find: Find, spin: Spin) -> None:
    bodies = [article(seed) for seed in range(8)]
    told = [retell(body, spin, seed) for seed, body in enumerate(bodies)]
    assert set(find([*bodies, *told])) == {(n, n + 8) for n in range(8)}


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param([article(1), article(2)], id="nothing in common"),
        pytest.param([form(1, 1), form(1, 2), form(1, 3)], id="pages of one shop"),
        pytest.param(
            [article(1, 8) + article(9, 6), article(2, 8) + article(9, 6)], id="a long passage quoted by both"
        ),
        pytest.param([article(1), ""], id="an empty text"),
        pytest.param(["本报讯 " + "啊" * 500, "本报讯 " + "哦" * 500], id="one letter again and again"),
    ],
)
def test_what_only_looks_like_a_paraphrase_is_not_suspected(find: Find, bodies: list[str]) -> None:
    assert find(bodies) == {}


def test_the_same_event_in_other_words_of_ones_own_is_not_suspected(find: Find) -> None:
    first = (
        "南塘村的老邮局3月28日重新开门，共有4,120件旧信送到了读者手里。馆长苏晚说，《驿路札记》里提到的那盏油灯仍然挂在柜台上方。"
        "当天来了1,365位参观的人，最年长的已经92岁，他在门口坐了一个下午，只为再闻一闻墨水的味道。"
    )
    second = (
        "苏晚等这一天等了七年。3月28日清早，她把《驿路札记》摆上展台，擦亮油灯，打开了南塘村那扇绿漆剥落的木门。队伍一直排到桥边，"
        "志愿者数出1,365人；4,120封迟到几十年的信由孩子们逐一念出地址，一位92岁的老人听见自己的名字时哭了。"
    )
    assert find([first, second]) == {}


def test_order_batches_and_neighbours_change_no_score(find: Find) -> None:
    bodies = [article(seed) for seed in range(6)]
    told = [retell(body, Spin(), seed) for seed, body in enumerate(bodies)]
    alone = find([bodies[0], told[0]])
    together = find([*bodies, *told], size=5)
    assert together[0, 6] == alone[0, 1]
    assert find([*bodies, *told], size=100) == together
    turned = find([*told, *bodies])
    assert {(b - 6, a + 6) for a, b in turned} == set(together)


def test_the_one_kept_first_comes_first(find: Find) -> None:
    bodies = [retell(article(1), Spin(), 1), article(1)]
    assert list(find(bodies, order=[1, 0])) == [(1, 0)]


def test_rows_that_do_not_take_part_are_in_no_pair(find: Find) -> None:
    bodies = [article(1), retell(article(1), Spin(), 1), retell(article(1), Spin(), 2)]
    assert set(find(bodies, order=[0, 2])) == {(0, 2)}


def keys_of(tmp_path: Path, anchors: list[list[int]]) -> list[Path]:
    nothing = pa.array([[] for _ in anchors], pa.large_list(pa.uint64()))
    pq.write_table(
        pa.table({"shingles": nothing, "anchors": pa.array(anchors, pa.large_list(pa.uint64()))}), tmp_path / "keys"
    )
    return [tmp_path / "keys"]


def test_anchors_that_many_have_make_no_candidates(tmp_path: Path) -> None:
    many = keys_of(tmp_path, [[1, 2, 3, 4]] * (MOST_DOCUMENTS + 1))
    assert len(candidates(many, np.arange(MOST_DOCUMENTS + 1), 1000).first) == 0
    few = keys_of(tmp_path, [[1, 2, 3, 4]] * 3)
    found = candidates(few, np.arange(3), 1000)
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_the_weakest_pairs_are_left_out_and_counted(tmp_path: Path) -> None:
    keys = keys_of(tmp_path, [[1, 2, 3, 4], [1, 2, 3, 4], [11, 12, 13, 99], [11, 12, 13, 98]])
    found = candidates(keys, np.arange(4), 1)
    assert (found.first.tolist(), found.second.tolist(), found.left_out) == ([0], [1], 1)


def test_no_documents_no_candidates(tmp_path: Path) -> None:
    found = candidates(keys_of(tmp_path, [[], []]), np.array([-1, -1]), 10)
    assert (len(found.first), found.left_out) == (0, 0)


def test_pairs_of_a_document_are_bounded(tmp_path: Path) -> None:
    keys = keys_of(tmp_path, [[1, 2, 3, 4]] * MOST_DOCUMENTS)
    found = candidates(keys, np.arange(MOST_DOCUMENTS), 10**6)
    assert np.bincount(found.second).max() == rooms.MOST_PAIRS


def test_the_weights_say_what_they_were_fitted_by() -> None:
    import hashlib
    import json

    from audit.measure.paraphrase.score import FEATURES, WEIGHTS

    written = json.loads(WEIGHTS.read_text("utf-8"))
    scripts = Path(__file__).parents[2] / "derive"
    digest = hashlib.sha256()
    for name in ("derive_retold.py", "retelling.py"):
        digest.update((scripts / name).read_bytes())
    assert written["script"] == digest.hexdigest()
    assert tuple(written["weights"]) == FEATURES
    assert weights().of.shape == (len(FEATURES),)
