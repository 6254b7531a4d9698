"""The pages of rules, written in `pages`, and the table of all rules in README.md."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.measure.measures import MEASURES
from audit.rulebook.metrics import METRICS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.rule import Expectation, Rule

_PAGES: Final = Path(__file__).parent / "pages"
_SAMPLES: Final = Path(__file__).parent.parent / "samples" / "expected.toml"
_MEANINGS: Final = MappingProxyType({c.name: c.meaning for c in (*MEASURES.columns, *METRICS.columns)})
_SAMPLES_ARE: Final = (
    "Files of the package, in audit/samples/raw: the bad ones break the rule, the good ones only look as if they do. "
    "`audit run --samples` reads them all."
)
_FAMILIES: Final = MappingProxyType(
    {
        "ENC": "Encoding",
        "LNG": "Language",
        "DUP": "Duplication",
        "FLD": "Fields",
        "BPL": "Boilerplate",
        "SPN": "Spun text",
    }
)
_OFF: Final = " Inactive unless set in [limits]."


@dataclass(frozen=True, slots=True)
class Page:
    """The documentation of a rule; `known_problems` lists its false positives and false negatives.

    Bad and good samples are files of `samples/raw`, listed under the rule's code in `samples/expected.toml`.
    """

    what: str
    why: str
    fix: str
    known_problems: str


@cache
def _read_page(code: str) -> Page:
    """Return what `pages/CODE.md` says of a rule: a paragraph under each of four headings; {…} is a threshold."""
    parts = (_PAGES / f"{code}.md").read_text(encoding="utf-8").split("\n## ")[1:]
    return Page(*(" ".join(part.partition("\n")[2].split()) for part in parts))


def page_of(rule: Rule) -> Page:
    """Return the documentation of a rule, with its thresholds."""
    written = _read_page(rule.code)
    what = written.what.format_map(rule.expectation.kwargs)
    return replace(written, what=what + _OFF if rule.limit else what)


def page(rule: Rule) -> str:
    """Return the rule's page in Markdown: expectation, failure, rationale, remedy."""
    parts = page_of(rule)
    sections = {
        "What": parts.what,
        "Why": parts.why,
        "Fix": parts.fix,
        "Known problems": parts.known_problems,
        "Expects": f"{in_words(rule)}\n\n`{rule.expectation.column}`: {_MEANINGS[rule.expectation.column]}",
    }
    if rule.scope == "document":
        sections["Effect"] = effect_in_words(rule)
    if listed := samples(rule.code):
        ids = "\n".join(f"- {kind}: `{id}`" for kind, ids in listed.items() for id in ids)
        sections["Samples"] = f"{_SAMPLES_ARE}\n\n{ids}"
    head = f"# {rule.code} {rule.name}\n\n{_FAMILIES[rule.family]} · {rule.severity} · judged per {rule.scope}\n"
    return head + "".join(f"\n## {title}\n\n{text}\n" for title, text in sections.items())


def in_words(rule: Rule) -> str:
    """Return the rule's expectation as a sentence."""
    wanted = rule.expectation
    words = f"`{wanted.column}` {claim(wanted)}"
    if wanted.mostly == 0:
        return f"{words}. Violations are reported but never fail a release."
    if rule.scope == "corpus":
        return f"{words}, for the corpus as a whole."
    share = "all documents" if wanted.mostly == 1 else f"at least {wanted.mostly * 100:.4g} % of the documents"
    return f"{words}, in {share}."


def claim(wanted: Expectation) -> str:
    """Return an expectation as a predicate, such as: is at most 0."""
    kwargs = wanted.kwargs
    if "value_set" in kwargs:
        is_refused = wanted.type == "expect_column_values_to_not_be_in_set"
        return f"is {'not ' if is_refused else ''}{_listed(kwargs['value_set'])}"
    if wanted.type == "expect_column_values_to_not_be_null":
        return "is stated"
    if wanted.type == "expect_column_values_to_be_null":
        return "is not stated"
    low = f"at least {kwargs['min_value']}" if "min_value" in kwargs else ""
    high = f"at most {kwargs['max_value']}" if "max_value" in kwargs else ""
    return f"is {' and '.join(filter(None, (low, high)))}"


def effect_in_words(rule: Rule) -> str:
    """Return the effect on a document that breaks the rule, and the setting that changes it."""
    if rule.effect.aside is None:
        return f"Never sets a document aside, whatever the policy says: {rule.effect.reason}."
    if rule.effect.aside == "duplicate":
        return "Set aside as a duplicate of the kept document; `duplicates.set_aside` lists the kinds."
    if rule.effect.aside == "boilerplate":
        return f"Set aside as boilerplate, unless `release.flag` names {rule.code}."
    if rule.severity == "critical":
        return f"Set aside as excluded, unless `release.flag` names {rule.code}."
    return f"Released with the finding; set aside as excluded if `release.exclude` names {rule.code}."


def _listed(values: object) -> str:
    shown = [str(v).lower() if isinstance(v, bool) else str(v) for v in values] if isinstance(values, list) else []
    return " or ".join(shown)


def samples(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the bundled samples that break the rule (bad) and of those that only look like it (good)."""
    return _all_samples().get(code, MappingProxyType({}))


@cache
def _all_samples() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    if not _SAMPLES.is_file():
        return MappingProxyType({})
    listed = tomllib.loads(_SAMPLES.read_text(encoding="utf-8")).get("rules", {})
    return MappingProxyType(
        {code: MappingProxyType({kind: tuple(ids[kind]) for kind in ("bad", "good")}) for code, ids in listed.items()}
    )
