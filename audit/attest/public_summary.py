"""The EU AI Act's public summary of training content, filled in for one dataset.

Sections and questions follow the template in C(2025) 8311. The summary of a model is up to its provider, who knows all
of its data; this covers what a release knows of itself, and says so where something is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from audit.ledger import QUARANTINE
from audit.release.card.facts import CardFacts
from audit.release.card.markdown import plain, prose
from audit.release.card.summary import SetAside
from audit.rulebook import RULES
from audit.rulebook.active import find
from audit.text.languages import NO_SINGLE_LANGUAGE

UNKNOWN: Final = "not known"
_OF_THE_MODEL: Final = "not known here: to be stated by whoever trains a model"
_TOKENS: Final = 10**9
# The template asks for the largest tenth of the domains.
_TOP: Final = 10


@dataclass(frozen=True, slots=True)
class TemplateAnswer:
    """A question of the template with its answer; `is_known` is false if there is none."""

    question: str
    text: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A section of the template."""

    title: str
    answers: tuple[TemplateAnswer, ...]


def public_summary(facts: CardFacts, sources: pl.DataFrame) -> tuple[TemplateSection, ...]:
    """Return the three sections, filled in."""
    return (
        TemplateSection("1. General information", tuple(_general(facts, sources))),
        TemplateSection("2. List of data sources", tuple(_sources(facts, sources))),
        TemplateSection("3. Relevant data processing aspects", tuple(_processing(facts))),
    )


def as_plain(sections: Sequence[TemplateSection]) -> list[dict[str, Any]]:
    """Return the sections as plain values."""
    return [
        {
            "title": section.title,
            "answers": [{"question": a.question, "answer": a.text, "known": a.is_known} for a in section.answers],
        }
        for section in sections
    ]


def as_markdown(name: str, sections: Sequence[TemplateSection]) -> str:
    """Return the sections as Markdown."""
    head = (
        f"# Public summary of training content: {plain(name)}\n\nThe template of the European Commission (C(2025) "
        "8311), filled in from the release by corpus-audit, for this dataset alone. What is neither stated nor "
        "visible in the data is marked as not known."
    )
    return "\n\n".join([head, *(_section(each) for each in sections)]) + "\n"


def _section(section: TemplateSection) -> str:
    lines = [f"**{prose(a.question)}**: {prose(a.text)}" for a in section.answers]
    return f"## {section.title}\n\n" + "\n\n".join(lines)


def _stated(question: str, answer: str, key: str) -> TemplateAnswer:
    return (
        TemplateAnswer(question, answer)
        if answer
        else TemplateAnswer(question, f"{UNKNOWN}: not stated ([card] {key})", is_known=False)
    )


def _unknown(question: str, why: str = "") -> TemplateAnswer:
    return TemplateAnswer(question, f"{UNKNOWN}: {why}" if why else _OF_THE_MODEL, is_known=False)


def _general(facts: CardFacts, sources: pl.DataFrame) -> Iterator[TemplateAnswer]:
    stated, summary, tables = facts.stated, facts.summary, facts.manifest.substance.tables
    characters, size = int(sources["characters"].sum()), int(sources["bytes"].sum())
    yield _stated("1.1 Provider: name", stated.creator, "creator")
    yield _stated("1.1 Provider: contact", stated.contact, "contact")
    yield TemplateAnswer("1.2 Dataset", f"{facts.manifest.name} {facts.manifest.version}")
    yield _unknown("1.2 Model, its versions and dependencies, date of placement on the Union market")
    yield TemplateAnswer("1.3 Modalities", "text; no images, audio, video or other modalities are in this dataset")
    counted = f"{tables['documents'].rows:,} documents, {characters:,} characters, {size:,} bytes of text in UTF-8"
    yield TemplateAnswer("1.3 Size", counted)
    # A token takes at least one byte, whatever the tokenizer.
    if size < _TOKENS:
        yield TemplateAnswer("1.3 Size in tokens", "less than 1 billion: no token is shorter than a byte")
    else:
        yield _unknown("1.3 Size in tokens", "it depends on the tokenizer")
    yield _unknown("1.3 Types of content", "the genres of the texts were not distinguished")
    yield _unknown("1.3 Latest date of data acquisition", "raw files do not say when they were fetched")
    between = f"{summary.dates[0]} to {summary.dates[1]}" if summary.dates else ""
    dated = dict(summary.stated).get("date", 0)
    yield (
        TemplateAnswer("1.3 Dates that the texts state", f"{between}, in {dated:,} documents; the others have none")
        if between
        else _unknown("1.3 Dates that the texts state", "no text has one")
    )
    languages = ", ".join(
        f"{tag} ({count:,} documents)" for tag, count in summary.languages if tag not in NO_SINGLE_LANGUAGE
    )
    yield TemplateAnswer("1.3 Languages", languages) if languages else _unknown("1.3 Languages", "none was identified")


def _sources(facts: CardFacts, sources: pl.DataFrame) -> Iterator[TemplateAnswer]:
    yield _stated("2. Where the texts come from, as stated", facts.stated.provenance, "provenance")
    yield _unknown("2.1 Publicly available datasets", "the data does not show whether it was taken from one")
    yield _unknown(
        "2.2 Private datasets licensed by rightsholders or obtained from others", "the data does not show it"
    )
    yield _crawled(sources)
    yield _unknown("2.3 Crawlers, their purpose and behaviour, period of crawling", "raw files do not show it")
    yield _publishers(sources)
    yield _unknown("2.4 User data", "the data does not show it")
    yield _unknown(
        "2.5 Synthetic data", "no text is marked as such; spun and injected text is detected by the SPN rules"
    )
    yield _unknown("2.6 Other sources")


def _crawled(sources: pl.DataFrame) -> TemplateAnswer:
    question = "2.3 Domains, by size of content"
    by_domain = sources.drop_nulls("domain").group_by("domain").agg(pl.col("documents", "characters").sum())
    if by_domain.is_empty():
        return _unknown(question, "no document states the URL it was fetched from")
    ordered = by_domain.sort(["characters", "domain"], descending=[True, False])
    top = ordered.head(max(1, -(-len(ordered) // _TOP)))
    listed = "; ".join(f"{d} ({n:,} documents, {c:,} characters)" for d, n, c in top.iter_rows())
    return TemplateAnswer(question, f"{len(ordered):,} in all, each in sources.csv; the largest tenth: {listed}")


def _publishers(sources: pl.DataFrame) -> TemplateAnswer:
    question = "2.3 Publishers that the texts name"
    named = sources.drop_nulls("source").group_by("source").agg(pl.col("documents").sum())
    if named.is_empty():
        return _unknown(question, "no text names one")
    ordered = named.sort(["documents", "source"], descending=[True, False])
    top = "; ".join(f"{name} ({count:,})" for name, count in ordered.head(_TOP).iter_rows())
    return TemplateAnswer(question, f"{len(ordered):,} in all, each in sources.csv; the most frequent: {top}")


def _processing(facts: CardFacts) -> Iterator[TemplateAnswer]:
    stated, summary = facts.stated, facts.summary
    yield _stated("3.1 Licence of the dataset", stated.licence, "licence")
    conditions = "; ".join(stated.conditions)
    yield _stated("3.1 Conditions of use", conditions, "conditions")
    yield _reservations(facts)
    yield _unknown("3.2 Removal of illegal content", "corpus-audit does not look for any")
    found, published = summary.counts["found"], summary.counts["published"]
    aside = f"{found - published:,} of {found:,} inputs were set aside"
    why = ", ".join(f"{each.inputs:,} {_reason(each, facts)}" for each in summary.set_aside)
    yield TemplateAnswer(
        "3.3 What was left out, and why", f"{aside}: {why}" if why else f"nothing; {published:,} inputs"
    )
    yield TemplateAnswer(
        "3.3 Other processing",
        "boilerplate was separated from articles, duplicates were detected and the rest judged by rules; the ledger, "
        "findings and duplicates tables have the results per document. No text was rewritten, unless the ledger says "
        "so",
    )


def _reservations(facts: CardFacts) -> TemplateAnswer:
    question = "3.1 Reservations of rights (text and data mining), and how they were respected"
    rights = facts.manifest.substance.parameters.get("rights")
    table = rights.get("optout") if isinstance(rights, Mapping) else None
    if not isinstance(rights, Mapping) or not table:
        return _unknown(question, "no opt-out table was given ([rights] optout)")
    opted_out = find(RULES, "opted-out").code
    aside = sum(each.inputs for each in facts.summary.set_aside if each.code == opted_out)
    sentence = f"by the opt-out table {table} (sha256 {rights.get('optout_sha256')}) {aside:,} inputs were set aside"
    return TemplateAnswer(question, sentence)


def _reason(each: SetAside, facts: CardFacts) -> str:
    name = facts.rule_names.get(each.code) or QUARANTINE.get(each.code, "")
    return f"{each.state} ({each.code}{f', {name}' if name else ''})" if each.code else each.state
