"""The laws of all readers: every one finds its files, loses nothing, and no damage makes it raise.

AUDIT_LONG_TESTS=1 damages each sample 2,000 times; some minutes.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import random
from hashlib import sha256
from pathlib import Path

import pytest

from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.open import open_file
from audit.read.reader import opened
from audit.read.readers import OF_TAGS, READERS, reader_of
from audit.read.walk import Entry
from audit.text.ids import container_of
from tests.read.dumped import FILES

# Formats that are expensive to read, or come without the lines that pages share.
COSTLY = {"HTML", "web archive", "WARC", "MediaWiki XML", "wikitext", "PDF", "Word", "EPUB", "article", "articles"}
MUTATIONS = 2_000 if os.environ.get("AUDIT_LONG_TESTS") else 80
SETTINGS = InputSettings(max_file_bytes=1 << 16)


def read(folder: Path, name: str, content: bytes, settings: InputSettings = SETTINGS) -> list[Input | Refused]:
    (folder / name).write_bytes(content)
    return list(read_inputs(folder, Entry(name.encode(), name), settings))


def texts(found: list[Input | Refused]) -> list[str]:
    inputs = [one for one in found if isinstance(one, Input)]
    return [o.decoded.text if o.decoded else o.raw.decode() if o.text is None else o.text for o in inputs]


def test_every_reader_has_its_sample() -> None:
    assert {reader.name for reader in READERS} == set(FILES)


@pytest.mark.parametrize("reader", OF_TAGS, ids=lambda reader: reader.name)
def test_what_begins_with_a_tag_is_not_recognised_without_any(reader) -> None:
    content = FILES[reader.name][1]
    assert not any(reader.begins(content.replace(b"<", other)) for other in (b"", b"(", b"&lt;"))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_finds_its_files_compressed_or_not(tmp_path: Path, reader) -> None:
    name, content, count = FILES[reader.name]
    (tmp_path / name).write_bytes(content)
    with open_file(tmp_path, name.encode()) as source:
        assert reader_of(opened(source, name, SETTINGS)) is reader
    plain = read(tmp_path, name, content)
    assert len(texts(plain)) == count
    for suffix, compress in ((".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)):
        assert texts(read(tmp_path, f"{name}{suffix}", compress(content))) == texts(plain)
    misnamed = read(tmp_path, f"{name}.gz", content)
    assert texts(misnamed) == texts(plain)
    told = [one.remark or "" for one in misnamed if isinstance(one, Input)]
    assert all(remark.startswith("it is not compressed, although its name says gzip") for remark in told)
    assert [container_of(one.id) is not None for one in plain] == [reader.many] * len(plain)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_an_empty_file_is_empty(tmp_path: Path, reader) -> None:
    (found,) = read(tmp_path, FILES[reader.name][0], b"")
    assert isinstance(found, Refused)
    assert (found.code, found.of_container) == ("empty", False)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_no_damage_makes_a_reader_raise_or_lose_count(tmp_path: Path, reader) -> None:
    name, content, _ = FILES[reader.name]
    chance = random.Random(reader.name)  # noqa: S311
    for _ in range(MUTATIONS):
        damaged = mutated(content, chance)
        found = read(tmp_path, name, damaged)
        assert found
        records = [one.id for one in found if container_of(one.id)]
        assert records == [f"{name}#{n}" for n in range(len(records))]
        assert [one.id for one in found if not container_of(one.id)] in ([], [name])
        for one in found:
            if isinstance(one, Input):
                assert one.sha256 == sha256(one.raw).hexdigest()
                assert one.encoding_source in {"", "container", "html", "extracted"}
                if one.start:
                    assert damaged[one.start :].startswith(one.raw)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to four accidents: a byte changed, a stretch lost, doubled, moved, or cut off."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at, size = chance.randrange(len(made) + 1), chance.randint(1, 40)
        accident = chance.randrange(5)
        if accident == 0 and at < len(made):
            made[at] = chance.randrange(256)
        elif accident == 1:
            del made[at : at + size]
        elif accident == 2:
            made[at:at] = made[at : at + size]
        elif accident == 3:
            made[at:at] = chance.choice((b"\n", b"\r\n\r\n", b'"', b"<", b"}", b"]", b"\0", b"\xff", b"---\n"))
        else:
            del made[max(1, len(made) - size) :]
    return bytes(made)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_what_costs_much_is_read_once(tmp_path: Path, reader) -> None:
    name, content, count = FILES[reader.name]
    (tmp_path / name).write_bytes(content)
    found = list(read_inputs(tmp_path, Entry(name.encode(), name), SETTINGS, is_scan=True))
    assert len(texts(found)) == (count if reader.is_scanned else 0)
    assert reader.is_scanned == (reader.name not in COSTLY)
