"""corpus-audit: raw text in, a dataset you can stand behind out.

A parser turns bytes into typed documents; a measure adds facts to documents; a rule is a documented expectation on
those facts; a report lists what breaks a rule; a release is the documents that are left, with the evidence.

Every verb of the command line has its twin here, with the same nouns:

    >>> import audit
    >>> result = audit.check("scraped/", languages=("zh", "en"))  # doctest: +SKIP
    >>> result.passed, result.report["ledger"]  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from audit.errors import AuditError, DefectError, UsageError
from audit.version import VERSION

if TYPE_CHECKING:
    from audit.verbs.check import check
    from audit.verbs.explain import explain, rules, schema
    from audit.verbs.parse import parse
    from audit.verbs.run import run
    from audit.verbs.split import split
    from audit.verbs.verify import verify

__all__ = [
    "AuditError",
    "DefectError",
    "UsageError",
    "__version__",
    "check",
    "explain",
    "parse",
    "rules",
    "run",
    "schema",
    "split",
    "verify",
]
__version__: Final = VERSION
# Imported when first asked for: `import audit` stays as light as the command's --help.
_TWINS: Final = {
    "check": "audit.verbs.check",
    "explain": "audit.verbs.explain",
    "parse": "audit.verbs.parse",
    "rules": "audit.verbs.explain",
    "run": "audit.verbs.run",
    "schema": "audit.verbs.explain",
    "split": "audit.verbs.split",
    "verify": "audit.verbs.verify",
}


def __getattr__(name: str) -> object:
    if name in _TWINS:
        return getattr(import_module(_TWINS[name]), name)
    raise AttributeError(f"module 'audit' has no attribute {name!r}")
