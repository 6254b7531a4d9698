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


def unused_in(remark: str) -> list[str]:
    """Return the columns that a remark says are not used; further ones that it counts only are left out.

    >>> unused_in("no title at 'head'; columns not used: votes, tags and 2 more")
    ['votes', 'tags']
    """
    told = remark.partition(UNUSED)[2].partition("; ")[0]
    return re.sub(r" and [0-9]+ more$", "", told).split(", ") if told else []
