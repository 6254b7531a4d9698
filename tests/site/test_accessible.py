"""The report in a browser, by its own driver: axe-core finds no fault, in both modes and at two widths.

It needs Debian's chromium and chromium-driver, selenium, and axe-core, whose axe.min.js the variable AXE_CORE names.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import audit
from audit.site.names import document_page

AXE = os.environ.get("AXE_CORE", "")
selenium = pytest.importorskip("selenium.webdriver", reason="needs selenium")
pytestmark = [
    pytest.mark.skipif(shutil.which("chromedriver") is None, reason="needs Debian's chromium-driver"),
    pytest.mark.skipif(not Path(AXE).is_file(), reason="needs axe-core: AXE_CORE names its axe.min.js"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]
PAGES = (
    "index.html",
    "rules/index.html",
    "rules/ENC004.html",
    "sources/index.html",
    "copies/index.html",
    "documents/index.html",
    "review/index.html",
    document_page("lanhai-daily/enc-mojibake-utf8-as-gbk.txt"),
    document_page("wanling-times/re-edited-dup-near.txt"),
)
# What the browser does on its own account at its start is not the page's.
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def shown(samples_checked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accessible") / "site"
    assert audit.report(samples_checked, out=folder).passed
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = selenium.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = selenium.Chrome(options, selenium.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def test_no_page_has_a_fault_sends_a_request_or_complains(browser: Any, shown: Path) -> None:
    axe = Path(AXE).read_text("utf-8")
    faults = []
    for mode, width in (("light", 1280), ("dark", 390)):
        seen = {"media": "", "features": [{"name": "prefers-color-scheme", "value": mode}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", seen)
        browser.set_window_size(width, 900)
        for page in PAGES:
            browser.get((shown / page).as_uri())
            browser.execute_script(axe)
            found = browser.execute_async_script("axe.run().then(arguments[0])")
            assert found["passes"], "axe looked at nothing"
            faults += [(page, mode, v["id"], v["nodes"][0]["html"]) for v in found["violations"]]
    assert faults == []
    assert browser.get_log("browser") == []
    asked = [e["message"] for e in browser.get_log("performance") if '"Network.requestWillBeSent"' in e["message"]]
    assert asked
    assert [m for m in asked if '"url":"http' in m] == []


def test_axe_finds_a_fault_where_there_is_one(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<html><body><p style='color:#999;background:#fff'>grey<img src=a.png></body></html>", "utf-8")
    browser.get(page.as_uri())
    browser.execute_script(Path(AXE).read_text("utf-8"))
    found = {v["id"] for v in browser.execute_async_script("axe.run().then(arguments[0])")["violations"]}
    assert {"image-alt", "color-contrast"} <= found
