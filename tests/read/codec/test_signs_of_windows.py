"""Signs of Windows in UTF-8 are no letters of another page, unless these make words."""

import pytest

from audit.read.codec.decode import decode
from tests.read.codec.test_stray_words import AROUND

SIGNS = [
    "His reply—short and dry—came a week later.",
    "C’era un’altra strada, ma nessuno l’aveva vista.",
    "¡Que suerte! ¡Nadie esperaba ganar el partido!",
]
WORDS = {
    "mac-roman": "El león comió la sandía del señor y corrió hacia el jardín.",
    "cp850": "La forêt était très sombre, et la lettre est tombée dans la neige.",
    "cp1251": "Он сказал привет и ушёл домой.",
    "cp866": "Он сказал привет и ушёл домой.",
}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("text", SIGNS)
def test_a_sign_of_windows_is_read_as_that_or_not_at_all(text: str, around: str) -> None:
    found = decode(f"{around}\n".encode() + text.encode("cp1252") + f"\n{around}".encode())
    line = found.text.split("\n")[1]
    assert (found.encoding, line == text or "\ufffd" in line) == ("utf-8", True)
    assert {passage.codec for passage in found.passages} <= {"cp1252"}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("codec", WORDS)
def test_words_of_other_pages_are_read(codec: str, around: str) -> None:
    raw = f"{around}\n".encode() + WORDS[codec].encode(codec) + f"\n{around}".encode()
    assert decode(raw).text == f"{around}\n{WORDS[codec]}\n{around}"
