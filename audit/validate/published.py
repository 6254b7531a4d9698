"""The suites in a release, one per table, for users of great-expectations without this program.

The judge is asked by scope and without pages; these suites contain the same expectations with their documentation.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final, Literal

from audit.rule import Rule, Scope
from audit.rulebook.page import page
from audit.validate.suite import suite_of

Judged = Literal["measures", "metrics"]
_SCOPES: Final[MappingProxyType[Judged, Scope]] = MappingProxyType({"measures": "document", "metrics": "corpus"})
_ROWS: Final[MappingProxyType[Judged, str]] = MappingProxyType(
    {
        "measures": "those whose id is among the documents; documents set aside were not judged; a null "
        "duplicate_kind is judged as unique, and numbers are rounded to six decimals",
        "metrics": "the single row",
    }
)


def suite_on(table: Judged, rules: Iterable[Rule]) -> dict[str, Any]:
    """Return the suite of the rules that judge columns of `table`, each with its page in meta."""
    of_table = [rule for rule in rules if rule.scope == _SCOPES[table]]
    pages = {rule.code: page(rule) for rule in of_table}
    suite = suite_of(of_table, name=table)
    for line in suite["expectations"]:
        line["meta"]["page"] = pages[line["meta"]["rule"]]
    return suite | {"meta": {"table": f"audit/{table}.parquet", "rows": _ROWS[table]}}
