"""Validators of settings: each reads an untrusted value or refuses it, and describes itself as JSON Schema."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeGuard

from audit.errors import UsageError
from audit.policy.shown import near, shown, shown_key
from audit.text.languages import TAGS, nearest_tag, tag_of


class Check(Protocol):
    """The validator of a setting."""

    def read(self, name: str, value: object) -> Any:  # noqa: ANN401 the type of the field that it fills
        """Return the validated value; raises UsageError with the setting's name if it is invalid."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the values `read` accepts."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string, non-empty unless `may_be_empty`."""

    may_be_empty: bool = False

    def read(self, name: str, value: object) -> str:
        """Return the string."""
        if _is_text(value) and (value or self.may_be_empty):
            return value
        raise UsageError(f"{name} takes a string, not {shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string"} if self.may_be_empty else {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Share:
    """A number from 0 to 1, excluding 0 with `above`."""

    above: bool = False

    def read(self, name: str, value: object) -> float:
        """Return the number as a float."""
        if isinstance(value, int | float) and not isinstance(value, bool) and self._holds(value):
            return float(value)
        raise UsageError(f"{name} takes a number {'above' if self.above else 'from'} 0 to 1, not {shown(value)}")

    def _holds(self, value: float) -> bool:
        return 0 <= value <= 1 and not (self.above and value == 0)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "number", "exclusiveMinimum" if self.above else "minimum": 0, "maximum": 1}


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A positive integer."""

    def read(self, name: str, value: object) -> int:
        """Return the number."""
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        raise UsageError(f"{name} takes a whole number above 0, not {shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "integer", "minimum": 1}


@dataclass(frozen=True, slots=True)
class Switch:
    """A boolean."""

    def read(self, name: str, value: object) -> bool:
        """Return the boolean."""
        if isinstance(value, bool):
            return value
        raise UsageError(f"{name} is true or false, not {shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several words."""

    words: tuple[str, ...]

    def read(self, name: str, value: object) -> str:
        """Return the word."""
        if isinstance(value, str) and value in self.words:
            return value
        raise UsageError(f"{name} is one of {', '.join(self.words)}, not {shown(value)}{near(value, self.words)}")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Names:
    """A list of strings that are validated later. `metavar` names one of them in --help."""

    metavar: str
    example: str = '["ENC", "mojibake"]'

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the strings."""
        return _texts(name, value, self.example)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of words, each one of several; `without` tells, in the message, what a missing first word would mean."""

    words: tuple[str, ...]
    without: str = ""

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the words."""
        found = _texts(name, value, f'["{self.words[0]}"]')
        for word in found:
            if word not in self.words:
                raise UsageError(f"{name} takes {', '.join(self.words)}, not {shown(word)}{near(word, self.words)}")
        if self.without and self.words[0] not in found:
            raise UsageError(f"{name} must include {self.words[0]}, unlike {shown(value)}: {self.without}")
        return found

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        needed = {"contains": {"const": self.words[0]}} if self.without else {}
        return {"type": "array", "items": {"enum": list(self.words)}, **needed}


@dataclass(frozen=True, slots=True)
class Paths:
    """A mapping from fields to the paths at which records hold them, such as meta.headline; "" disables a field.

    A list names several paths, in order of preference. A text cannot be disabled.
    """

    fields: tuple[str, ...]

    def read(self, name: str, value: object) -> Mapping[str, str | tuple[str, ...]]:
        """Return the paths in the order of `fields`; several of a field as a tuple."""
        if not isinstance(value, Mapping):
            raise UsageError(f"{name} takes a table of fields and paths, not {shown(value)}")
        for field, path in value.items():
            if field not in self.fields:
                raise UsageError(
                    f"unknown key {name}.{shown_key(field)}{near(field, self.fields)}; known: {', '.join(self.fields)}"
                )
            if (not _is_text(path) and not _are_paths(path)) or (field == "text" and not path):
                raise UsageError(
                    f'{name}.{field} takes the path of a column, such as "meta.headline", or a list of paths, not '
                    f"{shown(path)}"
                )
        return {field: _one_or_several(value[field]) for field in self.fields if field in value}

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        several = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
        path = {"anyOf": [{"type": "string"}, several]}
        return {"type": "object", "properties": dict.fromkeys(self.fields, path), "additionalProperties": False}


def _are_paths(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(_is_text(path) and path for path in value)


def _one_or_several(value: str | Sequence[str]) -> str | tuple[str, ...]:
    paths = (value,) if isinstance(value, str) else tuple(dict.fromkeys(value))
    return paths if len(paths) > 1 else paths[0]


# Longer values are no tags.
_MOST_TAG: Final = 40
_ALL_TAGS: Final = "audit schema policy --format json lists all under languages"


@dataclass(frozen=True, slots=True)
class Languages:
    """A list of supported BCP 47 language tags."""

    metavar: str = "TAG"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the tags in canonical case."""
        return tuple(_tag(name, written) for written in _texts(name, value, '["zh", "en"]'))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "array", "items": {"enum": list(TAGS)}}


def _nearest(written: str) -> list[str]:
    return difflib.get_close_matches(written.lower()[:_MOST_TAG], TAGS, n=3, cutoff=0)


def _tag(name: str, written: str) -> str:
    if tag := tag_of(written):
        return tag
    meant = nearest_tag(written)
    several = re.split(r"[\s,;+]+", written.strip())
    if len(several) > 1 and all(map(tag_of, several)):
        hint = f"give each of its own: {', '.join(map(shown, several))}"
    else:
        # All of the tags fill a screen.
        hint = f"did you mean {meant}?" if meant else f"the nearest are {', '.join(_nearest(written))}; {_ALL_TAGS}"
    raise UsageError(f"{name} takes tags of supported languages, not {shown(written)}; {hint}")


def _texts(name: str, value: object, example: str) -> tuple[str, ...]:
    if isinstance(value, list | tuple) and all(map(_is_text, value)):
        return tuple(value)
    raise UsageError(f"{name} takes a list of strings, such as {example}, not {shown(value)}")


def _is_text(value: object) -> TypeGuard[str]:
    # No path, name or column has a null character: the system refuses such a path with an error of another kind.
    return isinstance(value, str) and "\0" not in value
