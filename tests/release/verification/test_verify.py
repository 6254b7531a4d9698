"""A fresh release is sound, and whatever is changed, lost or added in it is found and named."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import MachineError, UsageError
from audit.release.pinned import pin
from audit.release.plan import plan
from audit.release.read_manifest import read_manifest
from audit.release.release import release
from audit.release.storage.files import sha256_of
from audit.release.storage.shards import write_parquet
from audit.release.verification import contents, inventory
from audit.release.verification.verify import verify
from audit.tables import DOCUMENTS
from audit.tables.extra import with_columns
from audit.tables.table import nullable
from tests.release.verification.forged import edit, forge, relist

PARQUET = "documents/train-00000-of-00001.parquet"


def said(path):
    return [str(problem) for problem in verify(path).problems]


def test_a_fresh_release_is_sound(made):
    found = verify(made)
    assert found.problems == ()
    assert found.is_sound
    assert (found.name, str(found.version), found.documents, found.blocks, found.files) == ("ports", "1.0.0", 2, 6, 15)


def test_a_checkout_with_other_line_ends_is_told_as_one_problem(made):
    texts = [path for path in made.rglob("*") if path.suffix in {".md", ".json"}]
    for path in texts:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    [problem] = [each for each in verify(made).problems if not each.where.startswith("../")]
    assert problem.where.startswith("README.md, audit/expectations.json, ")
    assert problem.where.endswith(f" and {len(texts) - 3} more")
    assert problem.what == "its line ends were converted (CRLF in place of LF)"
    assert "core.autocrlf" in problem.remedy


def test_a_pointer_of_version_control_is_told_as_one(made):
    table = next((made / "documents").glob("*.parquet"))
    table.write_text(f"version https://git-lfs.github.com/spec/v1\noid sha256:{'ab' * 32}\nsize 9\n", "utf-8")
    [problem] = [each for each in verify(made).problems if each.where.startswith("documents/")]
    assert problem.what == "it is a pointer of Git LFS"
    assert "git lfs pull" in problem.remedy
    table.write_text("version https://git-lfs.example/spec/v1\n", "utf-8")
    assert not any("pointer" in problem for problem in said(made))


def test_other_line_ends_excuse_no_other_change(made):
    report, card = made / "audit/report.json", made / "README.md"
    report.write_bytes(report.read_bytes().replace(b"\n", b"\r\n") + b" ")
    card.write_bytes(card.read_bytes().replace(b"\n", b"\r\n", 1))
    found = {problem.where: problem.what for problem in verify(made).problems}
    assert "bytes, but the manifest says" in found["audit/report.json"]
    assert "converted" in found["README.md"]


def test_columns_that_rode_along_are_part_of_a_release(tmp_path, asked, tables):
    values = {"bool": True, "int64": 1 << 60, "float64": 0.1, "date32": date(2024, 3, 5), "string": "许可"}
    extra = tuple(nullable(f"of {kind}", kind, "what the record holds") for kind in values)
    wide = tables["documents"][0]
    for column, value in zip(extra, values.values(), strict=True):
        kind = with_columns(DOCUMENTS, [column]).arrow.field(column.name).type
        wide = wide.append_column(column.name, pa.array([value] + [None] * (len(wide) - 1), kind))
    asked = replace(asked, extra=extra, tables={**tables, "documents": [wide, *tables["documents"][1:]]})
    made = release(plan(tmp_path / "dist", "ports"), asked).path
    assert said(made) == []
    assert read_manifest(made).substance.extra == extra
    assert "what the record holds" in (made / "README.md").read_text("utf-8")
    assert "documents/of float64" in (made / "croissant.json").read_text("utf-8")
    forge(made, lambda manifest: manifest["extra"].pop())
    assert any("differ from the schema" in problem for problem in said(made))


def test_a_release_without_rows_is_sound(tmp_path, asked, tables):
    ledger = tables["ledger"][0]
    left = {n: [b.slice(0, 0) for b in batches] for n, batches in tables.items()} | {"ledger": [ledger.slice(2)]}
    left["measures"], left["duplicates"], left["findings"] = tables["measures"], [], []
    none = {"published": 0, "duplicate": 1, "boilerplate": 0, "excluded": 0, "quarantined": 1}
    report = {**asked.report, "inputs": {"found": 2}, "ledger": none}
    empty = replace(asked, tables=left, report=report)
    assert said(release(plan(tmp_path / "dist", "ports"), empty).path) == []


@pytest.mark.usefixtures("no_child")
class TestDamage:
    def test_the_newest_version_is_verified_for_the_folder_of_all(self, made, again, other_tables):
        again(tables=other_tables)
        assert str(verify(made.parent).version) == "1.1.0"

    def test_a_flipped_bit_anywhere_is_found(self, made):
        raw = (made / PARQUET).read_bytes()
        for at in range(0, len(raw), 397):
            (made / PARQUET).write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
            assert any("SHA-256" in problem for problem in said(made)), at

    @pytest.mark.parametrize(
        "path",
        [PARQUET, "README.md", "croissant.json", "audit/ledger.parquet", "audit/report.json"],
    )
    def test_a_missing_file_is_named_once(self, made, path):
        (made / path).unlink()
        (problem,) = said(made)
        assert problem.startswith(f"{path}: it is missing")

    def test_files_that_a_changed_manifest_lost_are_not_to_be_removed(self, made):
        manifest = json.loads((made / "manifest.json").read_bytes())
        (made / "manifest.json").write_text(json.dumps(manifest | {"files": []}), "utf-8")
        unlisted = [problem for problem in said(made) if "it is not listed in the manifest" in problem]
        assert any(problem.startswith(PARQUET) for problem in unlisted)
        assert not any("remove" in problem for problem in unlisted)

    @pytest.mark.parametrize("text", ['{"name": "app", "icons": []}', "[]", "", "{", "<p>404</p>"])
    def test_a_manifest_of_something_else_is_no_changed_release(self, tmp_path, text):
        (tmp_path / "manifest.json").write_text(text, "utf-8")
        with pytest.raises(UsageError, match=r"is not a release: its manifest\.json is not that of one"):
            verify(tmp_path)

    @pytest.mark.parametrize("text", ["", "{", "[]"])
    def test_a_manifest_that_cannot_be_read_beside_the_data_is_a_damaged_release(self, made, text):
        (made / "manifest.json").write_text(text, "utf-8")
        (problem,) = said(made)
        assert problem.startswith("manifest.json: it cannot be read as a manifest: ")
        assert problem.endswith("; fetch the release again, or release again from the raw files")

    @pytest.mark.parametrize("path", [".hidden", "documents/train-00001-of-00002.parquet", "audit/more/x"])
    def test_a_file_too_many_is_named(self, made, path):
        (made / path).parent.mkdir(exist_ok=True)
        (made / path).write_bytes(b"")
        assert any(problem.startswith(f"{path}: it is not listed in the manifest") for problem in said(made))

    @pytest.mark.parametrize(
        "path", [PARQUET, "README.md", "croissant.json", "audit/report.json", "audit/ledger.parquet"]
    )
    def test_a_link_is_not_followed_nor_what_it_leads_to_shown(self, made, tmp_path, path):
        (tmp_path / "elsewhere").write_text("secret: of this machine", "utf-8")
        (made / path).unlink()
        (made / path).symlink_to(tmp_path / "elsewhere")
        for quick in (False, True):
            found = [str(problem) for problem in verify(made, quick=quick).problems]
            assert any("not a regular file" in problem for problem in found)
            assert not any("secret" in problem for problem in found)

    def test_a_cut_file_is_named_with_its_sizes(self, made):
        os.truncate(made / PARQUET, 100)
        assert any("it has 100 bytes" in problem for problem in said(made))
        assert any("cannot be read" in problem for problem in said(made))

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("num_examples: 2", "num_examples: 3", "num_examples of documents is 3, but there are 2 rows"),
            ("content sha256:", "content sha256:0", "the digest in the description of documents"),
            ("  version: 1.0.0", "  version: 1.0.1", "the version of blocks differs from 1.0.0 in the manifest"),
            ("path: documents/train-*", "path: other/train-*", "the files of documents differ"),
            ("config_name: blocks", "config_name: bricks", "does not describe the dataset"),
            ("configs:", "configs: [", "does not describe the dataset"),
        ],
    )
    def test_a_card_that_disagrees_is_found_even_when_its_digest_was_forged(self, made, old, new, expected):
        edit(made / "README.md", old, new)
        relist(made, "README.md")
        assert any(expected in problem for problem in said(made))

    def test_rows_exchanged_with_their_digest_forged_are_found(self, made):
        table = pq.read_table(made / PARQUET)
        (made / PARQUET).unlink()
        write_parquet(made / PARQUET, DOCUMENTS, [table.slice(1), table.slice(0, 1)])
        relist(made, PARQUET)
        assert any("rows differs from the manifest" in problem for problem in said(made))

    def test_a_column_that_may_suddenly_be_null_is_found(self, made):
        table = pq.read_table(made / PARQUET)
        pq.write_table(table.cast(pa.schema([f.with_nullable(True) for f in table.schema])), made / PARQUET)  # noqa: FBT003
        relist(made, PARQUET)
        assert any("nullability" in problem for problem in said(made))

    def test_a_croissant_of_other_files_is_found(self, made):
        edit(made / "croissant.json", sha256_of(made / PARQUET), "0" * 64)
        relist(made, "croissant.json")
        assert any(problem.startswith("croissant.json: the files and digests") for problem in said(made))

    def test_counts_that_are_not_the_ledgers_are_found(self, made):
        edit(made / "manifest.json", '"quarantined": 1', '"quarantined": 2')
        assert any("counts of inputs" in problem for problem in said(made))

    def test_a_manifest_of_another_schema_is_not_judged(self, made):
        sound = pin(made).manifest
        later = replace(sound, substance=replace(sound.substance, schema_version=2))
        edit(made / "manifest.json", '"schema_version": 1', '"schema_version": 2')
        with pytest.raises(UsageError, match=r"schema version 2 .*, or manifest.json was changed: its bytes differ"):
            verify(made)
        (made / "manifest.json").write_bytes(later.as_json())
        with pytest.raises(UsageError, match=r"schema version 2 and this program reads 1: use its own$"):
            verify(made)

    def test_what_is_no_release_is_told_so(self, tmp_path):
        with pytest.raises(UsageError, match="is not a release and contains none"):
            verify(tmp_path)

    def test_a_version_whose_manifest_is_gone_is_not_passed_over(self, made, again, other_tables):
        newer = again(tables=other_tables).path
        (newer / "manifest.json").unlink()
        with pytest.raises(UsageError, match=r"1\.1\.0 is not a release"):
            verify(made.parent)


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM])
def test_too_few_open_files_or_too_little_memory_are_no_fault_of_a_release(made, no_child, monkeypatch, number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    for module, reader in ((inventory, "sha256_of"), (contents, "open_parquet")):
        with monkeypatch.context() as patch:
            patch.setattr(module, reader, refuse)
            with pytest.raises(MachineError, match="run again"):
                verify(made)
