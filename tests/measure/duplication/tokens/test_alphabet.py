"""The table of letters is what its script derives, and joins variants only by chains of pairs."""

from __future__ import annotations

import hashlib
import runpy
import unicodedata
from pathlib import Path

import pytest

from audit.measure.duplication.tokens import alphabet as room
from audit.measure.duplication.tokens.alphabet import ALPHABET_SHA256, CLASS_SHIFT, WIDE, alphabet

FOLDER = Path(room.__file__).parent
SCRIPTS = Path(__file__).parents[3] / "derive"
# The version of Unicode that the table was derived from.
UNICODE = "14.0.0"


def test_the_table_is_what_the_script_makes_of_its_inputs() -> None:
    if unicodedata.unidata_version != UNICODE:
        pytest.skip(f"this Python knows Unicode {unicodedata.unidata_version}, the table is of {UNICODE}")
    script = runpy.run_path(str(SCRIPTS / "derive_alphabet.py"))
    same = script["variants"]((FOLDER / "han_variants.txt").read_text("utf-8"))
    assert hashlib.sha256(script["table"](same)).hexdigest() == ALPHABET_SHA256


def test_another_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ALPHABET_SHA256", "0" * 64)
    with pytest.raises(room.DefectError, match="letter table"):
        room.shipped()


def test_variants_fold_to_one_of_them() -> None:
    lines = [line for line in (FOLDER / "han_variants.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 3900
    for line in lines:
        assert {int(alphabet().folded[ord(char)]) for char in line} == {WIDE << CLASS_SHIFT | ord(line[0])}


def test_classes_are_those_joined_by_chains_of_pairs() -> None:
    script = runpy.run_path(str(SCRIPTS / "derive_han_variants.py"))
    text = "# note\n发\t發 髮\n髮\t发\n面条\t麵條\n只\t隻 衹\n"
    assert script["classes"](list(script["pairs"](text))) == ["发發髮", "只衹隻"]
