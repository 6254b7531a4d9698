"""What remarks in the ledger say of the columns of a record, and how reports read it from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from audit.read.refusal import quoted

# What a remark says of configured paths at which a record has nothing.
LACKING: Final = re.compile(r"(?<![^,;] )no [a-z]+ at '[^']*'(?: or '[^']*')*(?=, no |; |$)")


def lacking(field: str, given: Sequence[str]) -> str:
    """Return what a remark says of a field with configured paths at which a record has nothing.

    >>> LACKING.findall(f"{lacking('title', ['head'])}, {lacking('date', ['when', 'day'])}; columns not used: no id")
    ["no title at 'head'", "no date at 'when' or 'day'"]
    """
    return f"no {field} at {' or '.join(map(quoted, given))}"


# What a remark says of the columns of a record that nothing uses.
UNUSED: Final = "columns not used: "


_FURTHER: Final = re.compile(" and ([0-9]+) more$")


def unused_in(remark: str) -> tuple[list[str], int]:
    """Return the columns that a remark says are not used, and how many further ones it counts without their names.

    >>> unused_in("no title at 'head'; columns not used: votes, tags and 2 more")
    (['votes', 'tags'], 2)
    """
    told = remark.partition(UNUSED)[2].partition("; ")[0]
    further = _FURTHER.search(told)
    return _FURTHER.sub("", told).split(", ") if told else [], int(further[1]) if further else 0
