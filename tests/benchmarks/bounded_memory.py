"""Memory and speed on many small files: peak resident memory of the whole process tree, 20,000 files against 200,000.

    python tests/benchmarks/bounded_memory.py [--files 20000 200000] [--workers 2] [--verb check]

Makes the files in a temporary folder (invented sentences, no two bodies alike, one in fifty a copy), runs `audit`
as a user would, and samples /proc. Linux only. The promise: the peak of 200,000 is within 1.3 times that of 20,000.
The code of the libraries that all processes share counts once for each in the resident memory, once in all in the
proportional. 2,000 files with two workers: 853 MiB resident, 434 MiB proportional (1,249 and 870 before).
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

SAMPLE_SECONDS = 0.05
KIB = 1024
COPIES = 50
PLACES = ("临海", "青石镇", "白鹭湾", "东坡村", "Harbour Town", "Lindenau", "北川市", "南塘")
SUBJECTS = ("镇议会", "图书馆", "渔民合作社", "气象站", "小学", "修桥工程队", "博物馆", "苗圃")
DEEDS = (
    "公布了新的时间表",
    "开放了两间阅览室",
    "统计了今年的收成",
    "更换了旧的仪器",
    "栽种了一批树苗",
    "修好了码头的灯",
    "整理了旧档案",
)
PAGE = """{place}日报
首页 > 本地 > 正文
{place}{subject}{deed}
来源:{place}日报
{year}-{month:02}-{day:02}

{body}

分享到:微信 微博
相关阅读
版权所有 {place}日报
"""


def page(number: int) -> str:
    """Return an invented page; every COPIES-th repeats the article of the one before."""
    chance = random.Random(number - 1 if number % COPIES == COPIES - 1 else number)
    draw = chance.choice
    sentences = [
        f"{draw(PLACES)}的{draw(SUBJECTS)}在第{chance.randrange(10_000)}次会议后{draw(DEEDS)},共{chance.randrange(100_000)}人参加。"
        for _ in range(12)
    ]
    body = "\n".join("".join(sentences[at : at + 3]) for at in range(0, 12, 3))
    day = {"year": 2015 + number % 10, "month": 1 + number % 12, "day": 1 + number % 28}
    return PAGE.format(place=draw(PLACES), subject=draw(SUBJECTS), deed=draw(DEEDS), body=body, **day)


def make(folder: Path, files: int) -> None:
    """Write `files` pages, a thousand to a folder."""
    for number in range(files):
        path = folder / f"{number // 1000:04d}" / f"{number:07d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(number), encoding="utf-8")


def tree(root: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
                children.setdefault(int(parent), []).append(int(entry.name))
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def held(process: int) -> tuple[int, int]:
    """Return the resident memory of a process and its proportional share of it (pages shared by n count 1/n), bytes."""
    with suppress(OSError):
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:])
        return int(lines["Rss"].split()[0]) * KIB, int(lines["Pss"].split()[0]) * KIB
    return 0, 0


def peak(command: list[str]) -> tuple[int, int, float, int]:
    """Run a command; return the peaks of its tree (resident, proportional; bytes), its seconds and its exit code."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    resident = proportional = 0
    while child.poll() is None:
        sizes = [held(process) for process in tree(child.pid)]
        resident = max(resident, sum(size for size, _ in sizes))
        proportional = max(proportional, sum(size for _, size in sizes))
        time.sleep(SAMPLE_SECONDS)
    return resident, proportional, time.monotonic() - began, child.returncode


def main() -> None:
    """Print a line for each number of files, and the ratio of the last to the first."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--files", type=int, nargs="+", default=[20_000, 200_000])
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--verb", choices=("check", "run"), default="check")
    asked = options.parse_args()
    peaks = []
    for files in asked.files:
        with tempfile.TemporaryDirectory() as folder:
            raw, out = Path(folder, "raw"), Path(folder, "out")
            make(raw, files)
            goal = ["--out", str(out)] if asked.verb == "check" else ["--name", "many", "--dist", str(out)]
            command = [sys.executable, "-m", "audit", asked.verb, str(raw), *goal, "--workers", str(asked.workers)]
            resident, proportional, seconds, code = peak(command)
        peaks.append(resident)
        print(
            f"{files:9,} files  peak {resident / KIB / KIB:6.0f} MiB resident, {proportional / KIB / KIB:6.0f} MiB"
            f" proportional  {seconds:6.1f} s  {files / seconds:6.0f} files/s"
            f"  exit {code}"
        )
    print(f"ratio of the last to the first: {peaks[-1] / peaks[0]:.2f}")


if __name__ == "__main__":
    main()
