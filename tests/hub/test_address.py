"""An address of a Hub is an owner, a name and a revision; all else is refused by name before anything is sent."""

from __future__ import annotations

import pytest

from audit.errors import UsageError
from audit.hub.address import Address, Repository
from audit.hub.limits import BYTES_OF_A_FILE, ENTRIES_OF_A_FOLDER, FILES_OF_A_COMMIT, refuse_too_much
from audit.release.manifest import File


def files(count, folder="documents", size=1):
    return [File(f"{folder}/train-{n:05d}-of-{count:05d}.parquet", size, "0" * 64) for n in range(count)]


@pytest.mark.parametrize("text", ["my-team/news", "me/news.v2", "a/b", "under_score/news"])
def test_a_repository_is_an_owner_and_a_name(text):
    assert str(Repository.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "news",
        "a/b/c",
        "/news",
        "my-team/",
        "../news",
        "a b/news",
        "my-team/..",
        "a/b.git",
        "-a/b",
        "a/b?x=1",
        "a%2Fb/c",
        "\x1b/b",
    ],
)
def test_anything_else_is_no_repository(text):
    with pytest.raises(UsageError) as refusal:
        Repository.parse(text)
    assert "\x1b" not in str(refusal.value)


def test_an_address_without_a_revision_is_the_main_branch():
    found = Address.parse("hf://datasets/my-team/news")
    assert (str(found.repository), found.revision) == ("my-team/news", "main")
    assert Address.parse("hf://datasets/my-team/news@refs/pr/1").revision == "refs/pr/1"


@pytest.mark.parametrize(
    "text", ["my-team/news@v1", "hf://models/a/b", "hf://datasets/a/b@", "hf://datasets/a/b@../x", "hf://datasets/a@v1"]
)
def test_anything_else_is_no_address(text):
    with pytest.raises(UsageError):
        Address.parse(text)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (files(FILES_OF_A_COMMIT + 1), "a commit may have 1,000"),
        (files(ENTRIES_OF_A_FOLDER + 1), "documents has 10,001 files, but a folder may have 10,000"),
        (files(1, size=BYTES_OF_A_FILE + 1), "has 50,000,000,001 bytes"),
        ([File("README.md", 10**7 + 1, "0" * 64)], "README.md has 10,000,001 bytes"),
    ],
    ids=["commit", "folder", "file", "card"],
)
def test_what_a_hub_would_not_take_is_refused_by_name(held, said):
    with pytest.raises(UsageError, match="nothing was sent") as refusal:
        refuse_too_much(held, "README.md")
    assert said in str(refusal.value)


def test_what_it_just_takes_is_not_refused():
    refuse_too_much([*files(FILES_OF_A_COMMIT - 1), File("x", BYTES_OF_A_FILE, "0" * 64)], "README.md")
    with pytest.raises(UsageError, match="but a commit may have 1,000") as refusal:
        refuse_too_much(files(ENTRIES_OF_A_FOLDER), "README.md")
    assert "a folder may have" not in str(refusal.value)
