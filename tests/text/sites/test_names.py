"""Names of newspapers, and lines that only end like one."""

from __future__ import annotations

import pytest

from audit.text.sites.names import is_paper


@pytest.mark.parametrize("name", ["山城日报", "河北新闻网", "朝日新聞デジタル", "경향신문", "The Marl Post"])
def test_a_newspaper_is_one(name: str) -> None:
    assert is_paper(name)


@pytest.mark.parametrize("line", ["位置导航：首页-新闻", "首页>新闻", "首页 / 新闻", "栏目: 新闻", "홈 > 뉴스"])
def test_a_path_to_a_section_is_no_newspaper(line: str) -> None:
    assert not is_paper(line)
