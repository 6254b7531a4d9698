"""Declaration of a setting: a field of a frozen dataclass with all its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final, TypeVar

from audit.policy.checks import Check

T = TypeVar("T")
_METADATA: Final = "audit.policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A key of audit.toml with its command line flag and its keyword in Python.

    `section` is empty for top-level keys. `meaning` is the sentence shown in the schema and in --help.
    """

    section: str
    key: str
    check: Check
    default: Any
    meaning: str
    keyword: str
    flag: str

    @property
    def name(self) -> str:
        """The section and key, as shown in messages."""
        return f"{self.section}.{self.key}" if self.section else self.key


def setting(check: Check, meaning: str, *, default: T, keyword: str = "", flag: str = "") -> T:
    """Return the field of a setting; `keyword` and `flag` default to names derived from the field's."""
    metadata = {"check": check, "meaning": meaning, "keyword": keyword, "flag": flag}
    made: T = field(default=default, metadata={_METADATA: metadata})
    return made


def table(check: Check, meaning: str, *, keyword: str = "", flag: str = "") -> Any:  # noqa: ANN401 as dataclasses.field
    """Return the field of a setting that is a table, empty by default."""
    return field(
        default_factory=dict,
        metadata={_METADATA: {"check": check, "meaning": meaning, "keyword": keyword, "flag": flag}},
    )


def section(kind: type[T], meaning: str) -> T:
    """Return the field of a section, whose settings are the fields of `kind`."""
    made: T = field(default_factory=kind, metadata={_METADATA: {"meaning": meaning}})
    return made


def sections(kind: type) -> dict[str, tuple[type, str]]:
    """Return the sections of a declaration by name: the class of the settings and the meaning of each."""
    found: list[Any] = [each for each in fields(kind) if _is_section(each)]
    return {each.name: (each.default_factory, each.metadata[_METADATA]["meaning"]) for each in found}


def _is_section(found: Any) -> bool:  # noqa: ANN401 dataclasses.Field of any type
    return _METADATA in found.metadata and "check" not in found.metadata[_METADATA]


def settings_of(kind: type, name: str = "") -> Iterator[Setting]:
    """Yield the settings declared by a class, without those of its sections."""
    for found in fields(kind):
        if _METADATA not in found.metadata or _is_section(found):
            continue
        metadata = found.metadata[_METADATA]
        keyword = metadata["keyword"] or found.name
        yield Setting(
            section=name,
            key=found.name,
            check=metadata["check"],
            default={} if found.default is MISSING else found.default,
            meaning=metadata["meaning"],
            keyword=keyword,
            flag=metadata["flag"] or f"--{keyword.replace('_', '-')}",
        )
