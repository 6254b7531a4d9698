"""Files of records, read."""

from __future__ import annotations

import json
from pathlib import Path

from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import walk


def read(root: Path, name: str, content: bytes, **settings: object) -> list[Input | Refused]:
    (root / name).write_bytes(content)
    return [found for entry in walk(root) for found in read_inputs(root, entry, InputSettings(**settings))]


def jsonl(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def shown(found: list[Input | Refused]) -> list[str | None]:
    return [one.code if isinstance(one, Refused) else one.text for one in found]
