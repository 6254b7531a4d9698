"""Reading settings from audit.toml, plain values and flags, with validation."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.policy.declared import RULE_SETTINGS, SECTIONS, SETTINGS, Policy, RuleSettings
from audit.policy.setting import Setting
from audit.policy.shown import shown, shown_key
from audit.policy.waiver import KEY, plain_waiver, waivers

CONFIGURATION: Final = "audit.toml"
# The beginning of a configuration that `audit init` wrote, by which it is told from an input of that name.
WRITTEN_BY_INIT: Final = "# Settings of corpus-audit, written by `audit init`."
_RULES: Final = "rules"


def load(path: Path | None, folder: Path | None = None) -> tuple[Policy, str]:
    """Return the policy of `path`, or of `audit.toml` in `folder`, or the defaults, and a sentence naming the source.

    Raises UsageError if the named file is missing, or a setting is unknown or out of range.
    """
    found = path or (folder / CONFIGURATION if folder and (folder / CONFIGURATION).is_file() else None)
    if found is None:
        return Policy(), "the default policy (no audit.toml in the working folder)"
    try:
        # Editors on Windows begin a file with a byte order mark.
        text = found.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the configuration {found} cannot be read: {_describe(error)}; name another with --config"
        ) from error
    try:
        return parse(tomllib.loads(text)), f"the policy in {found}"
    # TOMLDecodeError is a ValueError, and so is what an integer of thousands of digits raises.
    except (ValueError, UsageError) as error:
        raise UsageError(f"in {found}: {error}") from error
    except RecursionError as error:
        raise UsageError(f"in {found}: lists or tables are nested too deeply; no setting needs that") from error


def parse(found: Mapping[str, object]) -> Policy:
    """Return the policy in a mapping read from TOML; raises UsageError naming the offending key."""
    tables = {name: _table(name, found.get(name, {})) for name in (*SECTIONS, _RULES)}
    top = {key: value for key, value in found.items() if key not in tables and key != KEY}
    made = {name: kind(**_values(_of(name), tables[name], f"{name}.")) for name, (kind, _) in SECTIONS.items()}
    rules = {word: _rule(word, value) for word, value in tables[_RULES].items()}
    return Policy(**_values(_of(""), top, "", (*tables, KEY)), **made, rules=rules, waiver=waivers(found.get(KEY, ())))


def checked(policy: Policy) -> Policy:
    """Validate a policy constructed in Python; raises UsageError like `parse`."""
    return recorded(asdict(policy))


def recorded(parameters: Mapping[str, object]) -> Policy:
    """Return the policy recorded in a manifest as plain values (`as_plain`); raises UsageError like `parse`."""
    return parse(_without_none(parameters))


def as_plain(policy: Policy) -> dict[str, object]:
    """Return the policy as plain values with all defaults filled in, as manifests record it.

    The path of the opt-out table is reduced to its name, since the folder depends on the machine; the digest identifies
    it.
    """
    plain = asdict(policy)
    # The engine never changes a result, so it is not recorded.
    del plain["engine"]
    plain["rights"]["optout"] = Path(policy.rights.optout).name
    rules = {word: _without_none(asdict(s)) for word, s in sorted(policy.rules.items())}
    return plain | {_RULES: rules, KEY: tuple(map(plain_waiver, policy.waiver))}


def overridden(policy: Policy, given: Mapping[str, object]) -> Policy:
    """Return the policy with settings replaced by those of flags or keywords.

    The rule settings (`severity`, `mostly`) are mappings from a rule to its value. Raises UsageError on unknown
    settings.
    """
    keywords = {each.keyword: each for each in (*SETTINGS, *RULE_SETTINGS)}
    for word in given:
        if word not in keywords:
            raise UsageError(f"there is no setting {shown_key(word)}{_nearest(word, list(keywords))}")
    values = [(each, each.check.read(each.keyword, given[each.keyword])) for each in SETTINGS if each.keyword in given]
    sections = {
        name: replace(getattr(policy, name), **{each.key: value for each, value in values if each.section == name})
        for name in SECTIONS
    }
    rules = {**policy.rules}
    for each in RULE_SETTINGS:
        for word, value in _table(each.keyword, given.get(each.keyword, {})).items():
            read = each.check.read(f"{each.keyword} of {word}", value)
            rules[word] = replace(rules.get(word, RuleSettings()), **{each.key: read})
    top = {each.key: value for each, value in values if not each.section}
    return replace(policy, **top, **sections, rules=rules)


def _of(section: str) -> list[Setting]:
    return [each for each in SETTINGS if each.section == section]


def _rule(word: str, value: object) -> RuleSettings:
    return RuleSettings(**_values(RULE_SETTINGS, _table(f"{_RULES}.{word}", value), f"{_RULES}.{word}."))


def _values(
    settings: Iterable[Setting], found: Mapping[str, object], where: str, tables: tuple[str, ...] = ()
) -> dict[str, Any]:
    known = {each.key: each for each in settings}
    for key in found:
        if key not in known:
            raise UsageError(f"unknown key {where}{shown_key(key)}{_nearest(key, [*known, *tables])}")
    return {key: known[key].check.read(f"{where}{key}", value) for key, value in found.items()}


def _table(name: str, value: object) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    near = difflib.get_close_matches(name, [each.key for each in _of("")], n=1)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise UsageError(f"{name} is a table of settings, written [{name}], not {shown(value)}{meant}")


def _without_none(value: Any) -> Any:  # noqa: ANN401 nested mappings of settings
    if not isinstance(value, Mapping):
        return value
    return {name: _without_none(part) for name, part in value.items() if part is not None}


def _nearest(word: str, known: list[str]) -> str:
    """Return a hint such as "; did you mean languages?": the key in another place, a similar key, or all keys."""
    elsewhere = [
        each.name if each.section else f"{word} above the first table" for each in SETTINGS if each.key == word
    ]
    elsewhere += [f"{_RULES}.NAME.{word}" for each in RULE_SETTINGS if each.key == word]
    near = elsewhere or difflib.get_close_matches(word, known, n=2)
    return f"; did you mean {' or '.join(near)}?" if near else f"; known: {', '.join(known)}"


def _describe(error: OSError | UnicodeDecodeError) -> str:
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or type(error).__name__)
