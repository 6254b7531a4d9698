"""One file in a folder, read."""

from __future__ import annotations

import json

from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import walk


def read(root, name: str, content: bytes, **settings) -> list[Input | Refused]:
    (root / name).write_bytes(content)
    (entry,) = walk(root)
    return list(read_inputs(root, entry, InputSettings(**settings)))


def shown(outcomes) -> list[tuple[str, str]]:
    """Each outcome as (id, text or code)."""
    return [
        (o.id, o.code if isinstance(o, Refused) else o.text if o.text is not None else o.raw.decode()) for o in outcomes
    ]


def lines(*found: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in found)
