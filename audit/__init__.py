"""corpus-audit: raw text in, a validated and versioned dataset out.

A parser turns bytes into typed documents; a measure adds facts to documents; a rule is a documented expectation on
those facts; a report lists what breaks a rule; a release is the documents that are left, with the evidence.

Each verb of the command line is a function of the same name here:

    >>> import audit
    >>> result = audit.check("scraped/", languages=("zh", "en"))  # doctest: +SKIP
    >>> result.passed, result.report["ledger"]  # doctest: +SKIP

The packages, top down; each imports only from those below it (tests/test_architecture.py):

cli         the command line, a thin file per verb; the only package that catches and prints
verbs       settings in, result out: the functions named above
site        an audit as HTML pages: an index, and pages by rule, source and document
starter     what `audit init` writes: a first configuration, a workflow
corpus      whatever needs the whole corpus: template lines, duplicates, leakage, states, findings
gate        what a check forgives: known findings (baseline) and accepted ones (waivers)
report      one file per output format
worker      what runs beside the data, batch by batch: reading, parsing, measuring
validate    the only access to great-expectations, which judges measured columns and never texts
read        from a folder of anything to documents: found, opened safely, decoded, or quarantined with a code
parser      documents as blocks with kind, score and reason; their title, date, publisher, author
measure     the facts that rules judge: per batch, and per corpus
rulebook    the rules: frozen constants, each with its page
review      acceptance sampling: documents drawn for human review, and what the verdicts say of the rest
release     the published dataset: shards, card, manifest, and the verification of all three
differences what differs between two datasets, and the version bump it demands
attest      evidence about a release: tables, statements, signatures
contract    JSON Schemas of all outputs, generated from the code
hub         releases on a Hub: published, compared, fetched back
engine      where work runs: a pool of processes, this process, or a cluster
remote      inputs and outputs at URLs
cache       results per document of earlier runs
tables      the schemas of all tables: columns with types and meanings
policy      the settings of a run, declared once
samples     raw files of invented sites that break every rule
kernels     loops over flat arrays, compiled by numba and cached on disk
text        pure functions on characters, and the tables they read

Data flow: `read.inputs` finds and decodes a document, `worker.stage` has `parser` and `measure` make columns of it,
`corpus.corpus_audit` clusters and judges them, `corpus.findings` lists what breaks a rule, `release` writes what is
left.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

from audit.errors import AuditError, DefectError, UsageError
from audit.version import VERSION

if TYPE_CHECKING:
    from audit.verbs.check import check
    from audit.verbs.diff import diff
    from audit.verbs.evidence import evidence
    from audit.verbs.explain import explain, rules, schema
    from audit.verbs.history import history, yank
    from audit.verbs.init import init
    from audit.verbs.load import load
    from audit.verbs.parse import parse
    from audit.verbs.publish import publish
    from audit.verbs.report import report
    from audit.verbs.run import run
    from audit.verbs.sample import sample
    from audit.verbs.split import split
    from audit.verbs.verify import verify

__all__ = [
    "AuditError",
    "DefectError",
    "UsageError",
    "__version__",
    "check",
    "diff",
    "evidence",
    "explain",
    "history",
    "init",
    "load",
    "parse",
    "publish",
    "report",
    "rules",
    "run",
    "sample",
    "schema",
    "split",
    "verify",
    "yank",
]
__version__: Final = VERSION
# Resolved on first access, so that `import audit` stays as light as the command's --help.
_TWINS: Final = {
    "check": "audit.verbs.check",
    "diff": "audit.verbs.diff",
    "evidence": "audit.verbs.evidence",
    "explain": "audit.verbs.explain",
    "init": "audit.verbs.init",
    "history": "audit.verbs.history",
    "load": "audit.verbs.load",
    "parse": "audit.verbs.parse",
    "publish": "audit.verbs.publish",
    "report": "audit.verbs.report",
    "rules": "audit.verbs.explain",
    "run": "audit.verbs.run",
    "sample": "audit.verbs.sample",
    "schema": "audit.verbs.explain",
    "split": "audit.verbs.split",
    "verify": "audit.verbs.verify",
    "yank": "audit.verbs.history",
}


class _Package(ModuleType):
    """This package as a module: `audit.report` stays the function once the subpackage `audit.report` was imported."""

    @property
    def report(self) -> object:
        """The function `audit.report`."""
        return __getattr__("report")

    @report.setter
    def report(self, room: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name in _TWINS:
        return getattr(import_module(_TWINS[name]), name)
    raise AttributeError(f"module 'audit' has no attribute {name!r}")
