"""Which documents an opt-out table is about, and what its words mean."""

from __future__ import annotations

import pytest

from audit.errors import UsageError
from audit.measure.opt_out import reservation_of
from audit.measure.reservations import reservations
from audit.policy import as_plain
from audit.verbs.call.settings import resolve_settings


@pytest.fixture
def table(tmp_path):
    """Write a table; return where it is."""
    numbers = iter(range(100))

    def write(*lines, head="domain,reservation"):
        path = tmp_path / f"optout{next(numbers)}.csv"
        path.write_text("\n".join([head, *lines]) + "\n", "utf-8")
        return str(path)

    return write


@pytest.mark.parametrize(
    ("said", "is_reserved"),
    [
        ("train-ai=n", True),
        ('"train-ai=n, search=y"', True),
        ("train-ai=n, search=y", True),
        ("bots=n, train-ai=y", False),
        ("train-ai=y, train-genai=n", True),
        ("ai-train=no", True),
        ("search=yes, ai-train=yes", False),
        ("tdm-reservation=1", True),
        ("tdm-reservation=0", False),
        ("noai", True),
        ("NoAI, noimageai", True),
        ("Disallow", True),
        ("allow", False),
        ("bots=n", True),
    ],
)
def test_what_the_words_say_of_training(table, said, is_reserved):
    found = reservations(table(f"news.example,{said}"), "")
    assert (found.of("news.example") is not None) == is_reserved


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("news.example,search=n", "does not state whether texts may be used"),
        ("news.example,noindex", "does not state"),
        ("news.example,", "does not state"),
        ("news.example,train-ai=maybe", "does not state"),
        ("not a domain,noai", "is not a domain"),
        ("https://news.example,noai", "is not a domain"),
        ("news.example,noai\nnews.example,allow", "is listed twice"),
        ('news.example,"noai', "cannot be used"),
    ],
)
def test_a_line_that_says_nothing_is_refused_rather_than_passed_over(table, line, why):
    with pytest.raises(UsageError, match=why):
        reservations(table(line), "")


def test_a_table_without_its_head_is_none(table):
    with pytest.raises(UsageError, match="its first line must be domain,reservation"):
        reservations(table("news.example,noai", head="site,says"), "")


def test_the_nearest_domain_counts(table):
    found = reservations(table("*.news.example,noai", "open.news.example,allow", "bücher.example,noai"), "")
    assert found.of("www.News.example.") == "news.example: noai"
    assert found.of("open.news.example") is None
    assert found.of("a.open.news.example") is None
    assert found.of("oldnews.example") is None
    assert found.of("example") is None
    assert found.of("www.bücher.example") == "xn--bcher-kva.example: noai"
    assert found.of("xn--bcher-kva.example") == "xn--bcher-kva.example: noai"


@pytest.mark.parametrize(
    ("id", "source", "url", "is_out"),
    [
        ("a.txt", None, "https://www.news.example/a", True),
        ("a.txt", None, "www.news.example:8080/a", True),
        ("a.txt", "news.example", None, True),
        ("news.example/2024/a.txt", None, None, True),
        ("crawl/www.news.example/a.txt", "Some Paper", None, True),
        # Its address is known: neither its folder nor what it names counts.
        ("news.example/a.txt", "news.example", "https://other.example/a", False),
        ("a/news.example", None, None, False),
        ("a.txt", "The News.Example Times", None, False),
        ("a.txt", None, "http://[broken", False),
        ("a.txt", None, None, False),
    ],
)
def test_where_a_document_comes_from(table, id, source, url, is_out):
    found = reservations(table("news.example,noai"), "")
    assert (reservation_of(found, id, source, url) is not None) == is_out


def test_the_table_is_read_before_anything_else_and_its_digest_is_recorded(table, tmp_path):
    path = table("news.example,noai")
    policy, _ = resolve_settings(None, {"optout": path})
    plain = as_plain(policy)["rights"]
    assert plain["optout"] == "optout0.csv"
    assert plain["optout_sha256"] == reservations(path, "").sha256
    with pytest.raises(UsageError, match="SHA-256"):
        resolve_settings(None, {"optout": path, "optout_sha256": "0" * 64})
    with pytest.raises(UsageError, match="cannot be read"):
        resolve_settings(None, {"optout": str(tmp_path / "nowhere.csv")})


def test_a_configuration_names_a_table_beside_itself(table, tmp_path, monkeypatch):
    table("news.example,noai")
    (tmp_path / "audit.toml").write_text('[rights]\noptout = "optout0.csv"\n', "utf-8")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    policy, _ = resolve_settings(tmp_path / "audit.toml", {})
    assert policy.rights.optout == str(tmp_path / "optout0.csv")
