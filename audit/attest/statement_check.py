"""Verification of a signed statement: the signer, and that it is about exactly these files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audit.attest.provenance import STATEMENT
from audit.attest.signature import opened
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.manifest import MANIFEST
from audit.release.pinned import pin
from audit.release.verification.problem import Problem
from audit.untrusted import Digest, MalformedError, items, mapping, read_json, text

_REMEDY = "the statement is about another release: ask its signer for the statement of this release"


def check_statement(release: Path, envelope: Path, key: Path) -> Iterator[Problem]:
    """Yield where the statement in the file `envelope`, signed with the key in `key`, does not match `release`.

    It names the manifest and every file by digest; `verify` checks the files themselves. Raises UsageError if it is no
    signed statement, or not signed with this key.
    """
    try:
        payload = opened(envelope.read_bytes(), key)
    except OSError as error:
        raise_machine_error(error, envelope)
        raise UsageError(f"{envelope} cannot be read: {error.strerror}; name the file of a signed statement") from error
    try:
        stated = _subjects(payload)
    except MalformedError as error:
        yield Problem(envelope.name, f"it is signed, but not a statement about files ({error})", _REMEDY)
        return
    found = pin(release)
    actual = {MANIFEST: found.sha256, **{str(file.path): file.sha256 for file in found.manifest.files}}
    for name in sorted(actual.keys() | stated.keys()):
        if actual.get(name) != stated.get(name):
            yield Problem(name, f"the signed statement {_describe_mismatch(name, actual, stated)}", _REMEDY)


def _subjects(payload: bytes) -> dict[str, Digest]:
    found = mapping(read_json(payload))
    if found.get("_type") != STATEMENT:
        raise MalformedError("it has a different type")
    subjects = [mapping(each) for each in items(found.get("subject"))]
    return {text(each.get("name")): Digest(mapping(each.get("digest")).get("sha256")) for each in subjects}


def _describe_mismatch(name: str, actual: dict[str, Digest], stated: dict[str, Digest]) -> str:
    if name not in stated:
        return "does not name it"
    return "gives a different digest for it" if name in actual else "names it, but the release has no such file"
