"""Derive audit/text/tables/simplified.tsv: the character that stands for another one in the tables of Chinese.

    python -m tests.derive.derive_simplified

Variants that no row of han_pairs.tsv and wares.tsv has, traditional ones in the main, go to the member of their class
in audit/measure/duplication/tokens/han_variants.txt that most rows have.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Final

import audit.text.tables
from audit.measure.duplication.tokens import alphabet
from audit.text.tables import rows

HEADER: Final = "# A character, and those that it stands for: tests/derive/derive_simplified.py\n"


def main() -> None:
    """Write a row for each character that stands for others."""
    wares = (words for language, _, words in rows("wares.tsv") if language == "zh")
    told = Counter("".join(chain(*rows("han_pairs.tsv"), wares)))
    written = [HEADER]
    for line in Path(alphabet.__file__).with_name("han_variants.txt").read_text("utf-8").splitlines():
        most = max(line, key=lambda variant: told[variant])
        others = "".join(variant for variant in line if not told[variant] and ord(variant) < 1 << 16)
        if told[most] and others and not line.startswith("#"):
            written.append(f"{most}\t{others}\n")
    Path(audit.text.tables.__file__).with_name("simplified.tsv").write_text("".join(written), "utf-8")


if __name__ == "__main__":
    main()
