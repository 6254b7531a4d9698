"""Pages known by their beginning: saved without a suffix or under a script's name, beside texts about markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.html.page import HTML
from tests.read.html.article_pages import ARTICLES
from tests.read.reading import read

PAGE = next(iter(ARTICLES.values())).html
BARE = PAGE.replace("<!DOCTYPE html>", "")
PAGES = {
    "doctype": PAGE,
    "spaced": f"\r\n\t  {PAGE}",
    "no doctype": BARE,
    "comments": f"<!-- mirrored -->\n<!-- by hand -->{PAGE}",
    "between": PAGE.replace("<!DOCTYPE html>", "<!DOCTYPE html>\n<!--[if lt IE 9]>old<![endif]-->\n"),
    "XHTML": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">'
    + BARE,
    "capitals": PAGE.replace("<!DOCTYPE html><html", "<!doctype HTML><HTML"),
    "cached": f"{PAGE}\n<!-- served from the cache -->",
}
TEXTS = {
    "a lesson": "<html> is the first element of every page, and what stands before it is the doctype.\n",
    "a doctype": "<!DOCTYPE html> tells a browser which rules hold.\nNothing else may come before it.\n",
    "code first": f"{PAGE}\nThis is the smallest page of the course: what stands between the tags is shown.\n",
    "prose first": f"The smallest page of the course:\n\n{PAGE}",
    "a component": "<template><div>{{ harbour }}</div></template>\n",
    "comments without an end": "<!-- a " * 600,
}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("name", ["index", "article.php", "news.aspx?id=3", "saved.txt"])
def test_a_page_is_read_as_one_whatever_its_name(tmp_path: Path, kind: str, name: str) -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        raw = PAGES[kind].encode(codec)
        (found,) = read(tmp_path, name, raw)
        (tmp_path / name).unlink()
        (named,) = read(tmp_path, "page.html", raw)
        (tmp_path / "page.html").unlink()
        assert found.encoding_source == "html"
        assert (found.text, found.stated) == (named.text, named.stated)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_about_pages_is_a_text(tmp_path: Path, kind: str) -> None:
    assert not HTML.begins(TEXTS[kind].encode())
    (found,) = read(tmp_path, "a.txt", TEXTS[kind].encode())
    assert found.raw == TEXTS[kind].encode()
    assert found.encoding_source == ""
