"""What the user wants: the settings of a run, from `audit.toml` or the defaults, checked once and then trusted."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Final, Literal, TypeVar, get_args

from audit.errors import UsageError
from audit.finding import SEVERITIES, Severity
from audit.text.languages import TAGS

Keep = Literal["first", "longest"]
Engine = Literal["profiles", "langdetect"]
Across = Literal["no", "present", "all"]
Prefer = Literal["record", "text"]
T = TypeVar("T")
MIB: Final = 1 << 20
CONFIGURATION: Final = "audit.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What a policy says of one rule; None leaves the rule's own value."""

    severity: Severity | None = None
    mostly: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings:
    """How inputs are read. Sizes in bytes; `max_growth` is decompressed size over compressed size.

    `columns` says where records hold what: text, title, source, date, author, url, id -> a path such as meta.headline.
    `prefer` is which counts where a record states a field and its text states it otherwise.
    With `repair`, a run puts mojibake right where that is proven; a check never does.
    """

    text_column: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    prefer: Prefer = "record"
    max_file_bytes: int = 64 * MIB
    max_growth: int = 200
    repair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParserSettings:
    """How documents are parsed: `repeats`, whether with a first pass for the lines that those of a folder share."""

    repeats: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateSettings:
    """Which copies count, and which is kept. `similarity` is the least coverage, both ways, of a near duplicate.

    `across`: what the releases before have to say. present: what they published and is among the input again is kept
    before newcomers. all: newcomers also lose against what is not among the input any more. no: nothing.
    """

    keep: Keep = "first"
    similarity: float = 0.5
    set_aside: tuple[str, ...] = ("exact_raw", "exact_normalised", "near")
    across: Across = "present"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """What tells languages of one script apart: our scores of langdetect's profiles, or langdetect itself, seeded."""

    engine: Engine = "profiles"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpunSettings:
    """Whether documents are searched for others told again; costs about a third of the search for copies."""

    suspects: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSettings:
    """Codes or families of rules whose documents are set aside (`exclude`) or never are (`flag`, which wins)."""

    exclude: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The settings of a run. `select`, `ignore`, `exclude`, `flag` hold codes, families (ENC), names or ALL."""

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_on: Severity = "critical"
    max_set_aside: float = 0.5
    languages: tuple[str, ...] = ()
    input: InputSettings = field(default_factory=InputSettings)
    parser: ParserSettings = field(default_factory=ParserSettings)
    duplicates: DuplicateSettings = field(default_factory=DuplicateSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    spun: SpunSettings = field(default_factory=SpunSettings)
    release: ReleaseSettings = field(default_factory=ReleaseSettings)
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)


def load(path: Path | None, folder: Path | None = None) -> tuple[Policy, str]:
    """Return the policy of `path`, or of `audit.toml` in `folder`, or the defaults, and a sentence that says which.

    Raises UsageError when the named file is missing or anything in it is unknown or out of range.
    """
    found = path or (folder / CONFIGURATION if folder and (folder / CONFIGURATION).is_file() else None)
    if found is None:
        return Policy(), "the default policy (no audit.toml in the working folder)"
    try:
        text = found.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the configuration {found} cannot be read: {_said(error)}") from error
    try:
        return parse(tomllib.loads(text)), f"the policy in {found}"
    except (tomllib.TOMLDecodeError, UsageError) as error:
        raise UsageError(f"in {found}: {error}") from error
    except RecursionError as error:
        raise UsageError(f"in {found}: lists or tables are nested too deeply; no setting needs that") from error


def parse(settings: Mapping[str, object]) -> Policy:
    """Return the policy that a mapping read from TOML describes; raises UsageError naming the key that does not fit."""
    found = dict(settings)
    rules = _table("rules", found.pop("rules", {}))
    made = _read(Policy, found, "")
    policy = replace(
        made,
        rules={code: _read(RuleSettings, _table(f"rules.{code}", v), f"rules.{code}.") for code, v in rules.items()},
    )
    _check(policy)
    return policy


def as_plain(policy: Policy) -> dict[str, object]:
    """Return the policy as plain values, every default filled in: what a manifest records and a run says it used."""
    plain = asdict(policy)
    plain["rules"] = {
        code: {k: v for k, v in asdict(s).items() if v is not None} for code, s in sorted(policy.rules.items())
    }
    return plain


_SECTIONS: Final[dict[str, type]] = {
    "input": InputSettings,
    "parser": ParserSettings,
    "duplicates": DuplicateSettings,
    "language": LanguageSettings,
    "spun": SpunSettings,
    "release": ReleaseSettings,
}
# What each key may hold, by name: the keys of all sections are distinct.
_TEXTS: Final = ("select", "ignore", "languages", "set_aside", "exclude", "flag")
_SHARES: Final = ("max_set_aside", "similarity", "mostly")
_COUNTS: Final = ("max_file_bytes", "max_growth")
_SWITCHES: Final = ("repeats", "repair", "suspects")
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "fail_on": SEVERITIES,
    "severity": SEVERITIES,
    "keep": get_args(Keep),
    "engine": get_args(Engine),
    "across": get_args(Across),
    "prefer": get_args(Prefer),
}
# Tags of what is told by another name.
_MEANT: Final = {
    "nb": "no",
    "nn": "no",
    "fil": "tl",
    "iw": "he",
    "in": "id",
    "cmn": "zh",
    "zh-cn": "zh-hans",
    "zh-tw": "zh-hant",
}
# What [input.columns] may name.
COLUMNS: Final = ("text", "title", "source", "date", "author", "url", "id")
DUPLICATE_KINDS: Final = ("exact_raw", "exact_normalised", "near")


def _read(kind: type[T], found: Mapping[str, object], where: str) -> T:
    known = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    values: dict[str, object] = {}
    for key, value in found.items():
        if key not in known or key == "rules":
            raise UsageError(f"unknown key {where}{key}{nearest(key, known)}")
        values[key] = (
            _read(_SECTIONS[key], _table(key, value), f"{key}.") if key in _SECTIONS else _value(key, value, where)
        )
    return kind(**values)


def _value(key: str, value: object, where: str) -> object:
    if key == "columns":
        return _columns(_table(f"{where}{key}", value), f"{where}{key}.")
    if key in _TEXTS:
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        raise UsageError(f'{where}{key} takes a list of texts, such as ["ENC", "mojibake"], not {value!r}')
    if key in _SHARES:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise UsageError(f"{where}{key} takes a number from 0 to 1, not {value!r}")
    if key in _COUNTS:
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        raise UsageError(f"{where}{key} takes a whole number above 0, not {value!r}")
    return _word(key, value, where)


def _columns(found: Mapping[str, object], where: str) -> dict[str, str]:
    for key, value in found.items():
        if key not in COLUMNS:
            raise UsageError(f"unknown key {where}{key}{nearest(key, list(COLUMNS))}")
        if not isinstance(value, str):
            raise UsageError(f'{where}{key} takes the path of a column, such as "meta.headline", not {value!r}')
    return {key: str(found[key]) for key in COLUMNS if key in found}


def _word(key: str, value: object, where: str) -> object:
    if key in _SWITCHES:
        if isinstance(value, bool):
            return value
        raise UsageError(f"{where}{key} is true or false, not {value!r}")
    if key in _CHOICES and value not in _CHOICES[key]:
        raise UsageError(f"{where}{key} is one of {', '.join(_CHOICES[key])}, not {value!r}")
    if not isinstance(value, str):
        raise UsageError(f"{where}{key} takes a text, not {value!r}")
    return value


def _check(policy: Policy) -> None:
    for kind in policy.duplicates.set_aside:
        if kind not in DUPLICATE_KINDS:
            raise UsageError(f"duplicates.set_aside takes {', '.join(DUPLICATE_KINDS)}, not {kind!r}")
    known = {tag.lower() for tag in TAGS}
    for tag in policy.languages:
        if tag.lower() not in known:
            raise UsageError(_unknown_language(tag, known))


def _unknown_language(tag: str, known: set[str]) -> str:
    """Return what is wrong with a tag that no document is told to be in: all of them would be set aside."""
    primary = _MEANT.get(tag.lower(), tag.lower().partition("-")[0])
    meant = f"; write {primary}" if primary in known else ""
    return f"languages names {tag!r}, which no document is told to be in{meant}. Known are {', '.join(TAGS)}"


def _table(name: str, value: object) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise UsageError(f"{name} is a table of settings, written [{name}], not {value!r}")


def nearest(word: str, known: list[str]) -> str:
    """Return a hint such as "; did you mean languages?", or what there is when nothing is near."""
    near = difflib.get_close_matches(word, known, n=2)
    return f"; did you mean {' or '.join(near)}?" if near else f"; there is {', '.join(known)}"


def _said(error: OSError | UnicodeDecodeError) -> str:
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or type(error).__name__)
