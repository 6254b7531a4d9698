"""Which of several copies survives a check, and what the ledger says for it."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import audit
from audit.corpus.comparison.copy_preference import add_completeness
from audit.measure.duplication.keep import LEAST_CLAUSE
from audit.measure.duplication.pairs.exact import Classes
from audit.measure.duplication.pairs.pairs import Copies
from audit.measure.duplication.pairs.verify import MOST_LOST, VERIFIED
from audit.measure.duplication.preference import Criterion, Preference
from audit.measure.duplication.tokens.fold import fold
from audit.policy import DuplicateSettings

TEXT = [
    "The ferry to the island was late again on Tuesday, and the keeper of the light wrote it down in his book.",
    "He has counted four hundred and twelve such days since the company bought its new boat from a yard in the south.",
    "Nobody at the office wanted to say when the old one, which everybody calls the Hen, will come back into service.",
    "A teacher who crosses twice a day told us that her pupils have learned to knit while they wait on the quay.",
    "The council will hear the company in March, and the keeper has promised to bring the book along and read from it.",
]
WORSE = [*TEXT[:4], TEXT[4].replace("the", "t\ufffde")]
MISREAD = [line.replace("e ", "c ").replace("h", "b") for line in TEXT[:2]] + TEXT[2:]
MORE = (
    "Its captain, who has steered the Hen for thirty years, says that she needs a boiler, some paint and patience, "
    "and that whoever sells her to the breakers will have to drag him from the wheelhouse by the beard and boots."
)

# An article, a sentence that its update has more, and a line of its page.
ARTICLES = (
    (
        TEXT,
        "Until then a smaller boat, lent by the harbour of Aldersea, will run in the afternoons on all days but one.",
        "Listen to this article (4 minutes)",
    ),
    (
        [
            "Der Markt auf dem Anger zieht im Herbst um, weil die Stadt das Pflaster aus dem Jahr 1911 heben lässt.",
            "Die Händler sollen bis zum Frühjahr vor dem alten Zeughaus stehen, wo es Strom und Wasser schon gibt.",
            "Eine Gärtnerin sagte, sie habe in vierzig Jahren drei solche Umzüge erlebt und immer Kundschaft verloren.",
        ],
        "Wer bis Ende August widerspricht, soll nach dem Willen des Rates einen Platz in der Halle am Markt erhalten.",
        "Diesen Artikel vorlesen lassen (3 Minuten)",
    ),
    (
        [
            "城东的老渡口上个月停了航，摆渡的老周把船拖上岸，用油布盖得严严实实，说等开春水涨了再看。",
            "镇上的人原先靠它去对岸的菜地，如今要绕行七公里过桥，几位上了年纪的妇人便把菜地租给了别人。",
            "航道处的工作人员解释说，船体的检验证书去年就到期了，重新检验要送到下游的船厂，路费比检验费还贵。",
        ],
        "镇里答应先垫付一半的路费，条件是渡口每周至少开航五天。",
        "听新闻大约需要三分钟",
    ),
)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what one check wrote: each group's copies in folders, and one passage of the last in a book, too."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    groups = {
        "faults": {"a": WORSE, "b": TEXT},
        "whole": {"a": TEXT, "b": [*TEXT[:3], MORE, *TEXT[3:]]},
        "equal": {"a": TEXT, "b": TEXT},
        "warned": {"a": TEXT, "b": [*WORSE[:3], MORE, *WORSE[3:]]},
        "turned": {"a": [*TEXT[:4], TEXT[4].replace("the", "\u202ethe", 1)], "b": TEXT},
        "misread": {"a": MISREAD, "b": TEXT},
        "elsewhere": {"a": TEXT, "b": [*WORSE[:3], MORE, *WORSE[3:]]},
    }
    for nth, (group, copies) in enumerate(groups.items()):
        for name, lines in copies.items():
            path = raw / f"{group}-{name}" / "text.txt"
            path.parent.mkdir()
            path.write_text(turned(nth, lines))
    (raw / "book.txt").write_text(turned(len(groups), TEXT) + "\n\n" + turned(len(groups) - 1, [MORE]))
    audit.check(raw, out=out)
    return out


@pytest.fixture(scope="module")
def states_and_details(checked: Path) -> dict[str, tuple[str, str | None]]:
    """Return of each document its state and what the ledger says."""
    rows = pq.read_table(checked / "ledger.parquet").to_pylist()
    return {row["id"].split("/")[0]: (row["state"], row["detail"]) for row in rows}


def turned(nth: int, lines: list[str]) -> str:
    """Return lines with their words in another order for each number: two of them have nothing in common."""
    units = [(line.split(), " ") if " " in line else (list(line), "") for line in lines]
    return "\n\n".join(
        space.join(word for start in range(nth + 1) for word in line[start :: nth + 1]) for line, space in units
    )


@pytest.mark.parametrize(
    ("lost", "kept", "why"),
    [
        ("faults-a", "faults-b", "it has fewer words that occur in no other document"),
        ("misread-a", "misread-b", "it has fewer words that occur in no other document"),
        ("whole-a", "whole-b", "it is more complete"),
        ("warned-a", "warned-b", "it is more complete"),
        ("equal-b", "equal-a", "it is first in path order"),
        ("elsewhere-b", "elsewhere-a", "it has fewer words that occur in no other document"),
        ("turned-a", "turned-b", "it has fewer warnings"),
    ],
)
def test_the_better_copy_is_kept_and_the_ledger_says_why(
    states_and_details: dict[str, tuple[str, str | None]], lost: str, kept: str, why: str
) -> None:
    assert states_and_details[kept][0] == "published"
    state, detail = states_and_details[lost]
    assert state == "duplicate"
    assert detail is not None
    assert f"{kept}/text.txt, which is kept because {why}" in detail


def test_of_copies_alike_in_all_else_one_that_is_not_named_after_another_is_kept(tmp_path: Path) -> None:
    groups = [
        ("en03.txt", "en03-copy.txt"),
        ("en03.txt", "en03 (1).txt", "en03 (2).txt"),
        ("old/en03.txt", "Kopie von en03.txt"),
        ("渡口.txt", "渡口 副本.txt"),
        ("en03.txt", "en03.txt~"),
        ("en03.txt", "en03.txt.bak"),
        ("a/en03.txt", "b/en03.txt"),
        # Their names are no copy's: the first of them in the order of paths.
        ("council-bus-lane.txt", "raw.txt"),
    ]
    for nth, names in enumerate(groups):
        for name in names:
            path = tmp_path / "raw" / str(nth) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(turned(nth, TEXT))
    audit.check(tmp_path / "raw", out=tmp_path / "out")
    rows = pq.read_table(tmp_path / "out" / "ledger.parquet").to_pylist()
    kept = {row["id"] for row in rows if row["state"] == "published"}
    assert kept == {f"{nth}/{names[0]}" for nth, names in enumerate(groups)}


@pytest.fixture(scope="module")
def preferred(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str | None]]:
    """Return the same of two folders, and of records in two splits; two of the sources are preferred."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    for folder, lines in {"mirror": TEXT, "own/2024": WORSE}.items():
        (raw / folder).mkdir(parents=True)
        (raw / folder / "text.txt").write_text(turned(0, lines))
    records = {
        "train.jsonl": [
            {"text": turned(1, TEXT), "source": "A Mirror"},
            {"text": turned(1, WORSE), "source": "Harbour Post"},
            {"text": turned(2, TEXT), "source": "Harbour Post"},
        ],
        "test.jsonl": [{"text": turned(2, WORSE), "source": "A Mirror"}],
    }
    for name, rows in records.items():
        (raw / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    audit.check(raw, out=out, prefer_sources=["own", "harbour post"])
    return {row["id"]: (row["state"], row["detail"]) for row in pq.read_table(out / "ledger.parquet").to_pylist()}


def test_a_preferred_source_that_nothing_is_from_is_told_with_the_name_it_may_mean(tmp_path: Path) -> None:
    for folder in ("own/2024", "mirror"):
        (tmp_path / "raw" / folder).mkdir(parents=True)
        (tmp_path / "raw" / folder / "text.txt").write_text(turned(0, TEXT))
    found = audit.check(tmp_path / "raw", prefer_sources=["raw/mirror", "own", "Gazette"])
    assert found.report["copies"]["unknown_sources"] == {"raw/mirror": ["mirror"], "Gazette": []}
    said = "no folder or stated source is called 'raw/mirror'; did you mean mirror?"
    assert said in " ".join(str(found).split())
    assert "unknown_sources" not in audit.check(tmp_path / "raw", prefer_sources=["own/2024/"]).report["copies"]


def test_pairs_tell_what_decided(checked: Path) -> None:
    """A passage that stands elsewhere is not told as lost, neither of the pair nor of the copy."""
    pairs = {row["b"].split("/")[0]: row for row in pq.read_table(checked / "duplicates.parquet").to_pylist()}
    rows = {row["id"].split("/")[0]: row for row in pq.read_table(checked / "measures.parquet").to_pylist()}
    told = pairs["elsewhere-b"]
    assert (told["kind"], told["lost_b"], told["unique_b"], rows["elsewhere-b"]["lost_tokens"]) == ("near", 0, 0, 0)
    # Where it stands nowhere else it would be lost, but that one is kept.
    assert (pairs["warned-b"]["lost_b"], pairs["warned-b"]["unique_b"]) == (0, 41)


@pytest.mark.parametrize(
    ("lost", "kept", "why"),
    [
        pytest.param("mirror/text.txt", "own/2024/text.txt", "is from a preferred source", id="folder"),
        pytest.param("train.jsonl#0", "train.jsonl#1", "is from a preferred source", id="stated"),
        pytest.param("train.jsonl#2", "test.jsonl#0", "is held out of training", id="split"),
    ],
)
def test_copies_of_preferred_sources_and_what_is_held_out_are_kept(
    preferred: dict[str, tuple[str, str | None]], lost: str, kept: str, why: str
) -> None:
    assert preferred[kept][0] == "published"
    assert preferred[lost][0] == "duplicate"
    assert f"{kept}, which is kept because it {why}" in (preferred[lost][1] or "")


def test_the_copy_with_a_sentence_more_is_kept_in_any_order_of_dates_and_names(tmp_path: Path) -> None:
    """A line of a page is no sentence: there the earlier copy is kept."""
    days = ("2024-03-05", "2024-03-07")
    rows, kept, why = [], set(), {}
    for nth, (article, dates, is_first, has_line) in enumerate(
        product(ARTICLES, (days, days[::-1], days[:1] * 2), (True, False), (True, False))
    ):
        lines, sentence, line = article
        assert tokens_of(line) < LEAST_CLAUSE <= tokens_of(sentence) <= MOST_LOST
        longer = [*lines, line] if has_line else [lines[0], sentence, *lines[1:]]
        copies = [
            {"title": f"Group {nth}", "text": turned(nth % 12, text), "date": day}
            for text, day in zip((longer, lines), dates, strict=True)
        ]
        is_kept_first = is_first if not has_line or dates != days[::-1] else not is_first
        kept.add(f"articles.jsonl#{len(rows) + (not is_kept_first)}")
        why[f"articles.jsonl#{len(rows) + is_kept_first}"] = (
            "is more complete" if not has_line else "is longer" if dates[0] == dates[1] else "has an earlier date"
        )
        rows += copies if is_first else copies[::-1]
    (tmp_path / "articles.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    audit.check(tmp_path / "articles.jsonl", out=tmp_path / "out")
    found = pq.read_table(tmp_path / "out" / "ledger.parquet").to_pylist()
    assert {row["id"] for row in found if row["state"] == "published"} == kept
    assert [row["id"] for row in found if row["state"] == "duplicate" and why[row["id"]] not in row["detail"]] == []


def tokens_of(text: str) -> int:
    """Return the number of tokens of a text."""
    return len(fold([text]).hashes)


@pytest.mark.parametrize("more", [LEAST_CLAUSE, MOST_LOST + 1])
def test_a_part_of_a_copy_comes_not_before_it_for_a_third_that_contains_it(more: int) -> None:
    """Row 0 holds all of row 1 and some words more; row 2, no copy of row 1, holds all of row 0 and a sentence."""
    sides = {"unique_a": [8, 0], "unique_b": [0, more]}
    unmeasured = {
        name: [0, 0] for name in VERIFIED.names if name not in {"kind", "a_row", "b_row", *sides}
    }  # fmt: skip
    pairs = VERIFIED.build(a_row=[0, 0], b_row=[1, 2], kind=["near", "near"], **unmeasured, **sides)
    one = np.zeros(3, np.int64)
    copies = Copies(pairs, Classes(np.arange(3), np.arange(3)), one, one)
    criteria = tuple(Criterion(words, one) for words in ("has fewer warnings", "has less boilerplate"))
    longer = Criterion("is longer", -np.array([60, 52, 84]))
    order = add_completeness(Preference((*criteria, longer)), copies, DuplicateSettings())
    assert order.places(one == 0).tolist() == [1, 2, 0]
    assert order.reasons(np.array([1, 0]), np.array([0, 2])) == ["is longer", "is more complete"]
