"""All settings of a run, each declared once with its type, default, validator, flag and meaning.

The reader of audit.toml, the flags of the command line, schemas/policy.v1.json and the keywords of the Python functions
are derived from these declarations. A new setting is a field here, its keyword in `overrides.py`, and a line in
samples/audit.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from audit.finding import SEVERITIES, Severity
from audit.policy.checks import Choice, Choices, Languages, Names, Paths, Share, Switch, Text, WholeNumber
from audit.policy.engine import EngineSettings
from audit.policy.judging import GateSettings, LimitSettings
from audit.policy.publishing import CardSettings, RightsSettings
from audit.policy.setting import Setting, section, sections, setting, settings_of, table
from audit.policy.waiver import Waiver

Keep = Literal["best", "first", "longest"]
Engine = Literal["profiles", "langdetect"]
Across = Literal["no", "present", "all"]
Prefer = Literal["record", "text"]
MIB: Final = 1 << 20
# The fields that a record may state.
FIELDS: Final = ("text", "title", "source", "date", "author", "url", "id")
COPY_FIELDS: Final = ("body", "title", "source", "date", "author")
DUPLICATE_KINDS: Final = ("exact_raw", "exact_normalised", "near", "same_key")
_RULES: Final = Names("RULE")
_SHARE: Final = Share()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """The overrides of one rule; None keeps the rule's own value."""

    severity: Severity | None = setting(Choice(SEVERITIES), "Severity of the rule's findings.", default=None)
    mostly: float | None = setting(_SHARE, "Minimum share of documents that must meet the rule.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings:
    """How inputs are read. With `repair`, a run repairs mojibake where the damage is proven; a check never does."""

    text_column: str | None = setting(
        Text(), "Column of records with the text, or a path such as data.text.", default=None
    )
    columns: Mapping[str, str | tuple[str, ...]] = table(
        Paths(FIELDS),
        f"Paths of fields in records ({', '.join(FIELDS)}), such as title=meta.headline. Of several for a field the "
        "first counts at which a record holds something; a text may be joined of several: question+answer.",
        flag="--column",
    )
    extra: tuple[str, ...] = setting(
        Names("PATH", '["license", "meta.score"]'),
        "Extra columns of records, by name or path, kept as typed columns of documents.",
        default=(),
    )
    prefer: Prefer = setting(
        Choice(get_args(Prefer)),
        "What takes precedence if a record and its text state a field differently.",
        default="record",
    )
    max_file_bytes: int = setting(WholeNumber(), "Maximum size of an input file in bytes.", default=64 * MIB)
    max_growth: int = setting(WholeNumber(), "Maximum expansion factor of a compressed file.", default=200)
    repair: bool = setting(Switch(), "Repair proven mojibake; the ledger says where.", default=False)

    def paths(self, field: str) -> tuple[str, ...]:
        """Return the configured paths of a field, in order of preference; none if usual names are looked for."""
        given = self.columns.get(field, self.text_column if field == "text" else None)
        return () if given is None else (given,) if isinstance(given, str) else given


@dataclass(frozen=True, slots=True, kw_only=True)
class ParserSettings:
    """How documents are parsed. Without `parse` the text is taken verbatim; title and date come from records only."""

    parse: bool = setting(
        Switch(),
        "Parse texts: separate the article from boilerplate, find title, source and date; or take them verbatim.",
        default=True,
    )
    repeats: bool = setting(
        Switch(),
        "Detect template lines, shared by documents of one folder or file of records, in a first pass.",
        default=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSettings:
    """Which copies count, and which one is kept. `similarity` is the minimum coverage, both ways, of a near duplicate.

    `across` relates newcomers to earlier releases. present: a document published before and present in this input is
    kept before newcomers. all: newcomers also lose to published documents that are gone from the input. no: not
    compared.
    """

    keep: Keep = setting(
        Choice(get_args(Keep)),
        "Which of several duplicates is kept: the best (fewest faults, most fields, most complete), the first by "
        "path, the longest.",
        default="best",
    )
    sources: tuple[str, ...] = setting(
        Names("SOURCE", '["our-own", "Harbour Post"]'),
        "Sources whose documents are preferred among duplicates, in order of preference: folders, files of records, "
        "or the source stated by documents. Among duplicates of one source, `keep` decides.",
        default=(),
        keyword="prefer_sources",
    )
    similarity: float = setting(
        Share(above=True),
        "Minimum share of each of two texts contained in the other, for near duplicates.",
        default=0.5,
    )
    set_aside: tuple[str, ...] = setting(
        Choices(DUPLICATE_KINDS), "Kinds of duplicates that are set aside.", default=DUPLICATE_KINDS
    )
    most_lost: int = setting(
        WholeNumber(),
        "Maximum number of consecutive tokens that may be lost when a near duplicate is set aside (they occur in "
        "no kept document). A sentence or two have 30, a paragraph 120.",
        default=29,
    )
    fields: tuple[str, ...] = setting(
        Choices(COPY_FIELDS, without="for documents with equal fields regardless of their bodies use keys"),
        "What duplicates must have in common: their body, and the fields listed. Documents that differ in one of them "
        "are both kept.",
        default=("body",),
        keyword="same_fields",
    )
    keys: tuple[str, ...] = setting(
        Names("KEY", '["url", "title+date"]'),
        "Fields, or columns in input.extra, joined by +: documents with equal values in them are duplicates, whatever "
        "their bodies.",
        default=(),
        keyword="same_keys",
    )
    across: Across = setting(
        Choice(get_args(Across)),
        "Whether documents of earlier releases are preferred among duplicates: those still in the input, all, or none.",
        default="present",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """The language detector: our scores on langdetect's profiles, or langdetect itself with a fixed seed."""

    engine: Engine = setting(
        Choice(get_args(Engine)),
        "Detector for languages of one alphabet; langdetect itself is slow and meant for comparison.",
        default="profiles",
        keyword="language_engine",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpunSettings:
    """Whether to search for paraphrased documents; costs about a third of the search for copies."""

    suspects: bool = setting(
        Switch(), "Search for documents that may be paraphrases of others (retold-text).", default=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSettings:
    """Codes, families or names of rules whose documents are set aside (`exclude`) or never are (`flag`, which wins).

    `duplicates.set_aside` alone decides which copies are set aside; rules that no policy can change say so on their
    page.
    """

    exclude: tuple[str, ...] = setting(_RULES, "Also set aside documents that break these rules.", default=())
    flag: tuple[str, ...] = setting(
        _RULES, "Never set documents aside for these rules; takes precedence over exclude.", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The settings of a run. `select`, `ignore`, `exclude`, `flag` hold codes, families (ENC), names or ALL."""

    select: tuple[str, ...] = setting(
        _RULES, "Evaluate only these rules: codes, families (ENC), names (mojibake), ALL.", default=("ALL",)
    )
    ignore: tuple[str, ...] = setting(_RULES, "Leave these rules out.", default=())
    fail_on: Severity = setting(
        Choice(SEVERITIES), "Minimum severity of a finding that fails a check.", default="critical"
    )
    max_set_aside: float | None = setting(
        _SHARE, "Maximum share of inputs that may be set aside; a run defaults to half.", default=None
    )
    languages: tuple[str, ...] = setting(
        Languages(),
        "Expected languages; zh covers zh-Hans and zh-Hant. By default any.",
        default=(),
        flag="--language",
    )
    input: InputSettings = section(InputSettings, "how inputs are read")
    parser: ParserSettings = section(ParserSettings, "how documents are parsed")
    duplicates: DuplicateSettings = section(DuplicateSettings, "what counts as a duplicate, and which document is kept")
    language: LanguageSettings = section(LanguageSettings, "how languages are identified")
    spun: SpunSettings = section(SpunSettings, "the search for paraphrased texts")
    release: ReleaseSettings = section(ReleaseSettings, "what happens to a document with findings")
    limits: LimitSettings = section(LimitSettings, "limits for the corpus as a whole")
    gate: GateSettings = section(GateSettings, "what a check tolerates")
    rights: RightsSettings = section(RightsSettings, "which domains reserve their texts")
    engine: EngineSettings = section(EngineSettings, "where the work is done")
    card: CardSettings = section(CardSettings, "statements of the maintainers for the dataset card")
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    waiver: tuple[Waiver, ...] = ()


SECTIONS: Final = sections(Policy)
SETTINGS: Final[tuple[Setting, ...]] = (
    *settings_of(Policy),
    *(each for name, (kind, _) in SECTIONS.items() for each in settings_of(kind, name)),
)
RULE_SETTINGS: Final[tuple[Setting, ...]] = tuple(settings_of(RuleSettings))
