"""The page of one document: each fault once, each reason once, no text whole."""

from __future__ import annotations

from typing import Any

from audit.report.document import LONGEST_TEXT, MOST_PLACES, document_page, without_whole_texts


def explained(**parts: Any) -> dict[str, Any]:
    ledger = {"id": "a.txt", "state": "published", "code": None, "detail": None}
    fields = ("title", "source", "source_original", "author", "date", "language", "encoding")
    document = dict.fromkeys(fields) | {"body": "b" * 10_000}
    nothing = {"blocks": [], "findings": [], "twins": [], "decoding": {}, "judged": []}
    return {"ledger": ledger, "document": document} | nothing | parts


def finding(nth: int, code: str = "ENC005") -> dict[str, Any]:
    return {
        "severity": "warning", "code": code, "message": f"{code} is broken here.", "start": nth, "end": nth + 1,
        "evidence": f"evidence {nth}",
    }  # fmt: skip


def block(nth: int, reason: str, *, boilerplate: bool = False) -> dict[str, Any]:
    return {
        "block": nth, "kind": "paragraph", "score": 0.1, "text": f"text {nth}", "reason": reason,
        "boilerplate": boilerplate,
    }  # fmt: skip


def page(told: dict[str, Any]) -> list[str]:
    return ["".join(text for _, text in line) for line in document_page(told)]


def test_a_fault_is_said_once_with_its_places() -> None:
    found = [finding(n) for n in range(32)] + [finding(40, "FLD008")]
    lines = page(explained(findings=found))
    assert sum("ENC005 is broken here." in line for line in lines) == 1
    assert [line.strip() for line in lines if "evidence" in line][:2] == ["at 0–1: evidence 0", "at 1–2: evidence 1"]
    assert sum("evidence" in line for line in lines) == MOST_PLACES + 1
    assert any(f"{32 - MOST_PLACES} more places" in line for line in lines)
    assert sum("FLD008 is broken here." in line for line in lines) == 1


def test_broken_rules_come_before_those_that_are_met() -> None:
    rules = [{"code": f"R{n}", "column": "c", "value": n, "expects": "is less", "met": n != 2} for n in range(4)]
    lines = page(explained(judged=rules))
    at = next(n for n, line in enumerate(lines) if line.startswith("rules "))
    assert lines[at].endswith("1 broken, marked !; 3 met")
    assert [line[:4] for line in lines[at + 1 : at + 5]] == ["! R2", "  R0", "  R1", "  R3"]


def test_neighbours_share_their_reason() -> None:
    blocks = [block(0, "prose"), block(1, "prose"), block(2, "a menu", boilerplate=True), block(3, "prose")]
    lines = [line.strip() for line in page(explained(blocks=blocks))]
    assert [line for line in lines if line in {"prose", "a menu"}] == ["prose", "a menu", "prose"]
    assert sum("text " in line for line in lines) == 4


def test_a_fault_without_a_place_or_evidence_is_one_line() -> None:
    lines = page(explained(findings=[finding(0) | {"start": None, "end": None, "evidence": None}]))
    assert lines[-1] == "ENC005 ENC005 is broken here."


def test_texts_are_cut_and_the_rest_stays() -> None:
    told = without_whole_texts(explained(blocks=[block(0, "r") | {"text": "password: hunter22 " + "x" * 999}]))
    assert len(told["document"]["body"]) == LONGEST_TEXT
    assert told["blocks"][0]["text"].startswith("password: … xxx")
    assert told["blocks"][0]["reason"] == "r"
    assert told["ledger"] == explained()["ledger"]


def test_how_the_bytes_were_read_is_one_line_without_what_did_not_happen() -> None:
    read = {
        "encoding": "gb18030", "encoding_source": "scored", "encoding_confidence": 0.9712, "encoding_declared": None,
        "encoding_runner_up": "big5", "bom": False, "mixed_encoding": 0, "decode_errors": 2, "superseded_codes": 0,
        "repaired": 0,
    }  # fmt: skip
    assert "decoding        gb18030 determined by scored (0.97), next big5, undecodable byte sequences 2" in page(
        explained(decoding=read)
    )


def test_each_measure_stands_beside_what_its_rule_expects() -> None:
    rule = {"code": "ENC003", "name": "control-characters", "column": "control_chars", "expects": "is at most 0"}
    lines = page(explained(judged=[rule | {"value": 0, "met": True}, rule | {"value": None, "met": False}]))
    assert "  ENC003 control_chars                    0  is at most 0" in lines
    assert "! ENC003 control_chars                 none  is at most 0" in lines
