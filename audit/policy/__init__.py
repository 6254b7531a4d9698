"""The settings of a run: declared once, validated on entry, trusted afterwards."""

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
    ParserSettings,
    Policy,
    Prefer,
    ReleaseSettings,
    RuleSettings,
    SpunSettings,
)
from audit.policy.engine import EngineSettings
from audit.policy.judging import GateSettings, LimitSettings
from audit.policy.overrides import (
    CheckOverrides,
    ChoosingOverrides,
    Overrides,
    ParseOverrides,
    ReadingOverrides,
    RunOverrides,
)
from audit.policy.publishing import CardSettings, RightsSettings
from audit.policy.read import CONFIGURATION, WRITTEN_BY_INIT, as_plain, checked, load, overridden, parse, recorded
from audit.policy.setting import Setting
from audit.policy.waiver import Waiver, plain_waiver, waiver_schema

__all__ = [
    "CONFIGURATION", "RULE_SETTINGS", "SECTIONS", "SETTINGS", "WRITTEN_BY_INIT", "Across", "CardSettings",
    "CheckOverrides", "ChoosingOverrides", "DuplicateSettings", "Engine", "EngineSettings", "GateSettings",
    "InputSettings", "Keep", "LanguageSettings", "LimitSettings", "Overrides", "ParseOverrides", "ParserSettings",
    "Policy", "Prefer", "ReadingOverrides", "ReleaseSettings", "RightsSettings", "RuleSettings", "RunOverrides",
    "Setting", "SpunSettings", "Waiver", "as_plain", "checked", "load", "overridden", "parse", "plain_waiver",
    "recorded", "waiver_schema",
]  # fmt: skip
