"""One hostile input, and how it must end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# document: read as one text. records: a container with at least one good record. quarantined: not one document
# comes of it. any: either, by whoever decodes it; but it is accounted for.
Expected = Literal["document", "records", "quarantined", "any"]


@dataclass(frozen=True, slots=True)
class Case:
    """`path` is relative to the folder, as bytes; `code` the quarantine code that must occur, when it is known."""

    path: bytes
    expected: Expected
    code: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A case that is a plain file with these bytes."""

    path: bytes
    content: bytes
    expected: Expected = "document"
    code: str | None = None

    @property
    def case(self) -> Case:
        return Case(self.path, self.expected, self.code)


def quarantined(path: str, content: bytes, code: str) -> File:
    return File(path.encode(), content, "quarantined", code)


def document(path: str, content: bytes) -> File:
    return File(path.encode(), content)


def records(path: str, content: bytes, code: str | None = None) -> File:
    return File(path.encode(), content, "records", code)


def either(path: str, content: bytes) -> File:
    return File(path.encode(), content, "any")
