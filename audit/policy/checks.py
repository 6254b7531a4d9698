"""What a setting may hold: each check reads a value from outside, or refuses it, and has a JSON Schema."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from audit.errors import UsageError
from audit.text.languages import TAGS, nearest_tag, tag_of

# Of a value that was refused so much is shown.
_SHOWN: Final = 60


class Check(Protocol):
    """What a value must be."""

    def read(self, name: str, value: object) -> Any:  # noqa: ANN401 the type of the field that it fills
        """Return the value, to be trusted from here on; raises UsageError, with the setting's name, when it is none."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of what `read` takes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not empty."""

    def read(self, name: str, value: object) -> str:
        """Return the text."""
        if isinstance(value, str) and value:
            return value
        raise UsageError(f"{name} takes a text, not {_shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Said:
    """A text, empty where there is nothing to say."""

    def read(self, name: str, value: object) -> str:
        """Return the text."""
        if isinstance(value, str):
            return value
        raise UsageError(f"{name} takes a text, not {_shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Share:
    """A number from 0 to 1; with `above`, 0 itself is none."""

    above: bool = False

    def read(self, name: str, value: object) -> float:
        """Return the number as a float."""
        if isinstance(value, int | float) and not isinstance(value, bool) and self._holds(value):
            return float(value)
        raise UsageError(f"{name} takes a number {'above' if self.above else 'from'} 0 to 1, not {_shown(value)}")

    def _holds(self, value: float) -> bool:
        return 0 <= value <= 1 and not (self.above and value == 0)

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "number", "exclusiveMinimum" if self.above else "minimum": 0, "maximum": 1}


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number above 0."""

    def read(self, name: str, value: object) -> int:
        """Return the number."""
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        raise UsageError(f"{name} takes a whole number above 0, not {_shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "integer", "minimum": 1}


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    def read(self, name: str, value: object) -> bool:
        """Return which."""
        if isinstance(value, bool):
            return value
        raise UsageError(f"{name} is true or false, not {_shown(value)}")

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of several."""

    words: tuple[str, ...]

    def read(self, name: str, value: object) -> str:
        """Return the word."""
        if isinstance(value, str) and value in self.words:
            return value
        raise UsageError(f"{name} is one of {', '.join(self.words)}, not {_shown(value)}{near(value, self.words)}")

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Names:
    """A list of texts, of which more is known elsewhere. `metavar` is what one is called in a flag's help."""

    metavar: str
    example: str = '["ENC", "mojibake"]'

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the texts."""
        return _texts(name, value, self.example)

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "array", "items": {"type": "string"}}


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of words, each one of several; what `without` it means is told where the first is needed."""

    words: tuple[str, ...]
    without: str = ""

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the words."""
        found = _texts(name, value, f'["{self.words[0]}"]')
        if self.without and self.words[0] not in found:
            raise UsageError(
                f"{name} takes {self.words[0]} beside what else it names, not {_shown(value)}: {self.without}"
            )
        for word in found:
            if word not in self.words:
                raise UsageError(f"{name} takes {', '.join(self.words)}, not {_shown(word)}{near(word, self.words)}")
        return found

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        needed = {"contains": {"const": self.words[0]}} if self.without else {}
        return {"type": "array", "items": {"enum": list(self.words)}, **needed}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where records hold what: a path such as meta.headline for each field that is named, "" where none is meant."""

    fields: tuple[str, ...]

    def read(self, name: str, value: object) -> Mapping[str, str]:
        """Return the paths in the order of `fields`."""
        if not isinstance(value, Mapping):
            raise UsageError(f"{name} is a table of fields and paths, not {_shown(value)}")
        for field, path in value.items():
            if field not in self.fields:
                raise UsageError(
                    f"unknown key {name}.{field}{near(field, self.fields)}; there is {', '.join(self.fields)}"
                )
            if not isinstance(path, str):
                raise UsageError(
                    f'{name}.{field} takes the path of a column, such as "meta.headline", not {_shown(path)}'
                )
        return {field: value[field] for field in self.fields if field in value}

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        path = {"type": "string"}
        return {"type": "object", "properties": dict.fromkeys(self.fields, path), "additionalProperties": False}


@dataclass(frozen=True, slots=True)
class Languages:
    """A list of the BCP 47 tags that can be told apart here."""

    metavar: str = "TAG"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the tags as they are spelled: letter case is free."""
        return tuple(_tag(name, written) for written in _texts(name, value, '["zh", "en"]'))

    def schema(self) -> dict[str, Any]:
        """Return it as JSON Schema."""
        return {"type": "array", "items": {"enum": list(TAGS)}}


def _tag(name: str, written: str) -> str:
    if tag := tag_of(written):
        return tag
    meant = nearest_tag(written)
    hint = f"; did you mean {meant}?" if meant else ""
    said = f"{name} takes tags of languages that are told apart here, not {_shown(written)}{hint}"
    raise UsageError(f"{said}; there is {', '.join(TAGS)}")


def _texts(name: str, value: object, example: str) -> tuple[str, ...]:
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return tuple(value)
    raise UsageError(f"{name} takes a list of texts, such as {example}, not {_shown(value)}")


def near(word: object, words: Sequence[str]) -> str:
    """Return a hint such as "; did you mean longest?"; empty when nothing is near."""
    found = difflib.get_close_matches(str(word)[:_SHOWN].lower(), words, n=2)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def _shown(value: object) -> str:
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
