"""What the user wants: the settings of a run, declared once, checked once at the door, and then trusted."""

from __future__ import annotations

from audit.policy.declared import (
    RULE_SETTINGS,
    SECTIONS,
    SETTINGS,
    Across,
    DuplicateSettings,
    Engine,
    InputSettings,
    Keep,
    LanguageSettings,
    LimitSettings,
    ParserSettings,
    Policy,
    Prefer,
    ReleaseSettings,
    RuleSettings,
    SpunSettings,
)
from audit.policy.overrides import ChoosingOverrides, Overrides, ReadingOverrides, RunOverrides
from audit.policy.read import CONFIGURATION, as_plain, checked, load, overridden, parse, recorded
from audit.policy.setting import Setting

__all__ = [
    "CONFIGURATION",
    "RULE_SETTINGS",
    "SECTIONS",
    "SETTINGS",
    "Across",
    "ChoosingOverrides",
    "DuplicateSettings",
    "Engine",
    "InputSettings",
    "Keep",
    "LanguageSettings",
    "LimitSettings",
    "Overrides",
    "ParserSettings",
    "Policy",
    "Prefer",
    "ReadingOverrides",
    "ReleaseSettings",
    "RuleSettings",
    "RunOverrides",
    "Setting",
    "SpunSettings",
    "as_plain",
    "checked",
    "load",
    "overridden",
    "parse",
    "recorded",
]
