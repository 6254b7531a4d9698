"""Where the settings of a run come from: flags, then audit.toml, then the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.policy import Policy, load, parse

# Flag (and keyword of the Python twins) -> its section and key in audit.toml.
FLAGS: Final[Mapping[str, tuple[str, str]]] = {
    "select": ("", "select"),
    "ignore": ("", "ignore"),
    "fail_on": ("", "fail_on"),
    "languages": ("", "languages"),
    "max_set_aside": ("", "max_set_aside"),
    "text_column": ("input", "text_column"),
    "columns": ("input", "columns"),
    "repair": ("input", "repair"),
    "keep": ("duplicates", "keep"),
}


def settings(config: Path | str | Policy | None, overrides: Mapping[str, Any]) -> tuple[Policy, str]:
    """Return the policy of a run and a sentence that says where it comes from.

    `overrides` are flags by name, None or empty when not given. Raises UsageError on anything unknown.
    """
    policy, said = (
        (config, "the given policy")
        if isinstance(config, Policy)
        else load(Path(config) if config else None, Path.cwd())
    )
    given = {name: value for name, value in overrides.items() if value not in (None, (), {})}
    if not given:
        return policy, said
    return _overridden(policy, given), f"{said}, and the given {', '.join(sorted(given))}"


def _overridden(policy: Policy, given: Mapping[str, Any]) -> Policy:
    sections: dict[str, dict[str, Any]] = {}
    for name, value in given.items():
        if name not in FLAGS:
            raise UsageError(f"there is no setting {name}")
        section, key = FLAGS[name]
        sections.setdefault(section, {})[key] = list(value) if isinstance(value, tuple) else value
    plain = sections.pop("", {}) | sections
    read = parse(plain)
    top = {key: getattr(read, key) for key in plain if key not in ("input", "duplicates", "spun")}
    nested = {
        s: replace(getattr(policy, s), **{k: getattr(getattr(read, s), k) for k in keys})
        for s, keys in sections.items()
    }
    return replace(policy, **top, **nested)
