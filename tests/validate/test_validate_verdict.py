"""An answer is believed only when every count in it agrees with ours. These answers do not."""

import json

import pyarrow as pa
import pytest

from audit.errors import DefectError, UsageError
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.validate.suite import parse_suite, suite_of
from audit.validate.verdict import document, verdict

MOJIBAKE = find(RULES, "mojibake")
UNDECODABLE_BYTES = find(RULES, "undecodable-bytes")

MEASURED = pa.table({"decode_errors": [0, 0, 0], "mojibake": [0, 2, 0]})
ASKED = parse_suite(suite_of([UNDECODABLE_BYTES, MOJIBAKE]))
FIRST = {"rule": "ENC001", "success": True, "rows": 3, "unexpected": 0, "exception": None}
SECOND = {"rule": "ENC004", "success": False, "rows": 3, "unexpected": 1, "exception": None}
TRUE = {"version": "1.24.1", "built": ["ENC001", "ENC004"], "evaluated": 2, "results": [SECOND, FIRST]}
MET = TRUE | {"built": ["ENC001"], "evaluated": 1, "results": [FIRST]}


def test_a_true_answer_is_believed():
    found = verdict("document", ASKED, MEASURED, TRUE)
    assert not found.success
    assert found.missed == ("ENC004",)
    assert [(r.rows, r.considered, r.failed) for r in found.results] == [(3, 3, 0), (3, 3, 1)]


@pytest.mark.parametrize(
    ("lie", "said"),
    [
        pytest.param({"built": ["ENC001"]}, r"on the way in \(ENC004\)", id="lost on the way in"),
        pytest.param({"built": ["ENC001", "ENC001"]}, r"on the way in \(ENC004\)", id="another one in its place"),
        pytest.param({"results": [FIRST]}, r"on the way out \(ENC004\)", id="lost on the way out"),
        pytest.param({"results": [FIRST, SECOND, SECOND]}, "some twice", id="judged twice"),
        pytest.param({"evaluated": 1}, "evaluated 1 of 2", id="not all evaluated"),
        pytest.param({"evaluated": 3}, "evaluated 3 of 2", id="more evaluated"),
        pytest.param(
            {"results": [FIRST, SECOND | {"exception": "KeyError"}]},
            "ENC004 could not be judged: KeyError",
            id="exception",
        ),
        pytest.param(
            {"results": [FIRST, SECOND | {"unexpected": 2}]}, "unexpected 2, corpus-audit counts 1", id="count"
        ),
        pytest.param({"results": [FIRST, SECOND | {"unexpected": None}]}, "unexpected None", id="no count"),
        pytest.param({"results": [FIRST, SECOND | {"rows": 2}]}, "rows 2", id="rows"),
        pytest.param({"results": [FIRST, SECOND | {"success": True}]}, "success True", id="a pass that is none"),
        pytest.param({"results": [FIRST | {"success": False}, SECOND]}, "success False", id="a miss that is none"),
    ],
)
def test_an_answer_unlike_ours_is_a_defect(lie, said):
    with pytest.raises(DefectError, match=said):
        verdict("document", ASKED, MEASURED, TRUE | lie)


def test_a_refused_suite_is_the_users_and_shown_harmlessly():
    with pytest.raises(UsageError, match=r"refuses the suite document: bad \\x1b thing"):
        verdict("document", ASKED, MEASURED, {"refused": "bad \x1b thing"})


def test_the_document_holds_counts_and_nothing_that_changes():
    found = verdict("document", ASKED, MEASURED, TRUE)
    made = document([found])
    assert made["success"] is False
    assert made["great_expectations"] == ["1.24.1"]
    assert made["suites"][0]["results"][1] == {
        "rule": "ENC004",
        "name": "mojibake",
        "severity": "critical",
        "type": "expect_column_values_to_be_between",
        "kwargs": {"column": "mojibake", "max_value": 0, "mostly": 1.0},
        "success": False,
        "element_count": 3,
        "considered_count": 3,
        "unexpected_count": 1,
    }
    assert json.loads(json.dumps(made)) == made


def test_a_document_succeeds_when_every_suite_does():
    missed, met = verdict("document", ASKED, MEASURED, TRUE), verdict("corpus", ASKED[:1], MEASURED, MET)
    assert [document(some)["success"] for some in ([missed, met], [met, met], [met])] == [False, True, True]
