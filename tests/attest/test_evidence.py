"""Evidence: what it says follows from the release, and a signature holds for that release alone."""

from __future__ import annotations

import base64
import csv
import errno
import json
import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_public_key,
)

from audit.attest import evidence as room_of_evidence
from audit.attest.signature import signed
from audit.attest.statement_check import check_statement
from audit.errors import UsageError
from audit.release.lineage.yank import yank
from audit.release.storage.files import sha256_of
from audit.release.verification import verify as room
from audit.release.version import parse_version
from audit.tables import DOCUMENTS, LEDGER
from audit.verbs.evidence import evidence, stated_time
from audit.verbs.verify import verify
from tests.attest.openlineage import EVENT
from tests.release.conftest import table_of


@pytest.fixture(autouse=True, scope="module")
def no_child():
    """Leave out the round trip, which has tests of its own and takes a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "check_round_trip", lambda *_: ())
        yield


@pytest.fixture(scope="module")
def whole(pristine):
    """A release that no test changes."""
    return pristine / "ports" / "1.0.0"


def pem(folder, name, key, password=None):
    """Write a pair of keys; return where they are."""
    hidden = BestAvailableEncryption(password) if password else NoEncryption()
    private, public = folder / f"{name}.pem", folder / f"{name}.pub"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden))
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return private, public


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    return {
        "P-256": pem(folder, "a", ec.generate_private_key(ec.SECP256R1())),
        "P-384": pem(folder, "b", ec.generate_private_key(ec.SECP384R1())),
        "Ed25519": pem(folder, "c", ed25519.Ed25519PrivateKey.generate()),
    }


@pytest.fixture
def later(made, again, other_tables):
    """The release after it."""
    return again(tables=other_tables).path


@pytest.fixture(scope="module")
def shown(whole, tmp_path_factory, keys):
    """Its evidence, signed."""
    folder = tmp_path_factory.mktemp("shown") / "evidence"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert evidence(whole, folder, key=keys["P-256"][0]).passed
    return folder


def rows_of(path):
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def said(folder, name):
    return json.loads((folder / name).read_bytes())


def test_the_tables_are_there_as_they_are(whole, shown):
    for name in ("ledger", "findings", "duplicates"):
        assert sha256_of(shown / f"{name}.parquet") == sha256_of(whole / "audit" / f"{name}.parquet")
    rows = rows_of(shown / "ledger.csv")
    assert [(row["id"], row["state"]) for row in rows] == [
        ("cn/harbour.txt", "published"),
        ("en/tram.txt", "published"),
        ("cn/harbour-copy.txt", "duplicate"),
        ("empty.txt", "quarantined"),
    ]


def test_a_spreadsheet_runs_nothing_that_a_stranger_wrote(tmp_path, again, made, tables):
    ledger = tables["ledger"][0].to_pylist()
    ledger[3]["detail"] = '=HYPERLINK("http://x.example")'
    evil = again(tables={**tables, "ledger": [table_of(LEDGER, ledger)]}).path
    evidence(evil, tmp_path / "evidence")
    rows = rows_of(tmp_path / "evidence" / "ledger.csv")
    assert rows[3]["detail"] == '\'=HYPERLINK("http://x.example")'


def test_the_statement_names_the_manifest_and_every_file_by_its_digest(whole, shown):
    statement = said(shown, "statement.json")
    assert (statement["_type"], statement["predicateType"]) == (
        "https://in-toto.io/Statement/v1",
        "https://slsa.dev/provenance/v1",
    )
    files = {each["name"]: each["digest"]["sha256"] for each in statement["subject"]}
    there = {path.relative_to(whole).as_posix(): sha256_of(path) for path in whole.rglob("*") if path.is_file()}
    assert files == there


def test_the_event_is_one_of_openlineage_and_names_the_run_by_its_manifest(whole, shown):
    event = said(shown, "openlineage.json")
    EVENT.validate(event)
    assert event["eventTime"] == "2023-11-14T22:13:20Z"
    assert [each["name"] for each in event["outputs"]] == ["ports/1.0.0/documents", "ports/1.0.0/blocks"]
    statistics = event["outputs"][0]["outputFacets"]["outputStatistics"]
    assert (statistics["rowCount"], statistics["fileCount"]) == (2, 1)


def test_the_public_summary_has_its_three_sections_and_says_what_is_not_known(shown):
    sections = said(shown, "eu-summary.json")["sections"]
    assert [each["title"][:2] for each in sections] == ["1.", "2.", "3."]
    answers = {a["question"]: (a["answer"], a["known"]) for each in sections for a in each["answers"]}
    assert answers["1.3 Languages"] == ("en (1 documents), zh-Hans (1 documents)", True)
    assert answers["1.3 Dates that the texts state"][0].startswith("2024-02-29 to 2024-02-29, in 1 documents")
    assert answers["2.3 Publishers that the texts name"][0].endswith("港口报 (1)")
    assert answers["1.1 Provider: name"] == ("not known: not stated ([card] creator)", False)
    assert not answers["2.4 User data"][1]
    assert all(known or said.startswith("not known") for said, known in answers.values())


def test_domains_are_counted_from_addresses(tmp_path, again, made, tables):
    documents = tables["documents"][0].to_pylist()
    documents[0]["url"], documents[1]["url"] = "https://me:x@News.Example:8080/a?b", "http://other.example"
    path = again(tables={**tables, "documents": [table_of(DOCUMENTS, documents)]}).path
    evidence(path, tmp_path / "evidence")
    rows = rows_of(tmp_path / "evidence" / "sources.csv")
    assert {row["domain"]: row["documents"] for row in rows} == {"news.example": "1", "other.example": "1"}
    answers = said(tmp_path / "evidence", "eu-summary.json")["sections"][1]["answers"]
    (domains,) = (a["answer"] for a in answers if a["question"].startswith("2.3 Domains"))
    assert domains.startswith("2 in all")


def test_the_same_release_gives_the_same_bytes(whole, shown, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    again = evidence(whole, tmp_path / "again").path
    there = {path.name: path.read_bytes() for path in shown.iterdir() if path.name != "statement.dsse.json"}
    assert {path.name: path.read_bytes() for path in again.iterdir()} == there


@pytest.mark.parametrize("kind", ["P-256", "P-384", "Ed25519"])
def test_a_signed_statement_holds_for_this_release_and_for_this_key(made, later, tmp_path, keys, kind):
    private, public = keys[kind]
    result = evidence(made, tmp_path / "evidence", key=private)
    envelope = tmp_path / "evidence" / "statement.dsse.json"
    assert len(result.report["signed_by"]) == 1
    held = verify(made, quick=True, statement=envelope, public_key=public)
    assert (held.passed, held.report["attested"]) == (True, True)
    found = verify(later, quick=True, statement=envelope, public_key=public)
    assert (found.passed, found.report["attested"]) == (False, False)
    assert any(
        "manifest.json: the signed statement gives a different digest" in said for said in found.report["problems"]
    )
    with pytest.raises(UsageError, match="no signature of the statement"):
        verify(made, quick=True, statement=envelope, public_key=keys["Ed25519" if kind != "Ed25519" else "P-256"][1])


def test_the_envelope_is_that_of_dsse_to_somebody_elses_code(shown, keys):
    found = said(shown, "statement.dsse.json")
    payload, kind = base64.b64decode(found["payload"]), found["payloadType"].encode()
    assert payload == (shown / "statement.json").read_bytes()
    framed = b"DSSEv1 " + b" ".join([str(len(kind)).encode(), kind, str(len(payload)).encode(), payload])
    public = load_pem_public_key(keys["P-256"][1].read_bytes())
    public.verify(base64.b64decode(found["signatures"][0]["sig"]), framed, ec.ECDSA(SHA256()))


@pytest.mark.parametrize(
    "change",
    [
        lambda e: e.update(payload=base64.b64encode(b'{"_type": "x"}').decode()),
        lambda e: e.update(payloadType="text/plain"),
        lambda e: e["signatures"].clear(),
        lambda e: e["signatures"][0].update(sig="AAAA"),
        lambda e: e.update(signatures="none"),
        lambda e: e.pop("payload"),
    ],
)
def test_a_statement_that_was_changed_is_refused(whole, shown, tmp_path, keys, change):
    found = said(shown, "statement.dsse.json")
    change(found)
    envelope = tmp_path / "changed.json"
    envelope.write_text(json.dumps(found), "utf-8")
    with pytest.raises(UsageError, match=r"no signature|not a signed statement"):
        list(check_statement(whole, envelope, keys["P-256"][1]))


def test_a_key_without_its_statement_is_refused(whole, keys):
    with pytest.raises(UsageError, match="give both"):
        verify(whole, public_key=keys["P-256"][1])


def test_a_key_with_a_password_and_keys_that_cannot_be_used(tmp_path):
    locked, _ = pem(tmp_path, "locked", ec.generate_private_key(ec.SECP256R1()), b"sesame")
    with pytest.raises(UsageError, match="password"):
        signed(b"{}", locked)
    assert signed(b"{}", locked, b"sesame")["signatures"]
    large, _ = pem(tmp_path, "large", ec.generate_private_key(ec.SECP521R1()))
    with pytest.raises(UsageError, match="another type"):
        signed(b"{}", large)
    with pytest.raises(UsageError, match="cannot be read"):
        signed(b"{}", tmp_path / "nowhere.pem")


def test_no_signature_of_an_earlier_release_is_left_beside_a_new_statement(whole, shown, tmp_path):
    folder = shutil.copytree(shown, tmp_path / "evidence")
    evidence(whole, folder)
    assert not (folder / "statement.dsse.json").exists()


def test_a_release_that_does_not_hold_gives_no_evidence(made, tmp_path):
    with (made / "audit" / "report.json").open("ab") as file:
        file.write(b" ")
    result = evidence(made, tmp_path / "evidence")
    assert (result.passed, (tmp_path / "evidence").exists()) == (False, False)
    assert "audit/report.json" in result.report["problems"][0]


def test_evidence_says_that_a_version_was_yanked(made, tmp_path):
    assert evidence(made, tmp_path / "evidence").report["yanked"] is None
    yank(made.parent, parse_version(made.name), "Withdrawn by its author.")
    result = evidence(made, tmp_path / "evidence")
    assert (result.passed, result.report["yanked"]) == (True, "Withdrawn by its author.")
    assert "this version was yanked: Withdrawn" in str(result)


def test_evidence_that_cannot_be_written_leaves_nothing(whole, tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(room_of_evidence, "replace_file", full)
    with pytest.raises(OSError, match="No space left"):
        evidence(whole, tmp_path / "new" / "evidence")
    assert list(tmp_path.iterdir()) == []


def test_evidence_is_not_put_where_a_file_is(whole, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="is not a folder: choose another"):
        evidence(whole, tmp_path / "file")


def test_evidence_is_not_put_into_the_release(whole):
    with pytest.raises(UsageError, match="is inside the release"):
        evidence(whole, whole / "evidence")


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", ""])
def test_a_time_that_is_none_is_refused(whole, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        stated_time(whole)
