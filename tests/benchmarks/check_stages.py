"""The cost of a check: CPU time by stage, workers and judge included, beside another checkout's.

    python -m tests.benchmarks.check_stages [--forms articles records pages] [--documents 2000 10000]
        [--text ../shared/text] [--against PATH/TO/OTHER/.venv/bin/python] [--workers 2]

Makes its corpus in a temporary folder: `articles` of 2.8 KB (60 % Chinese, 30 % English, 10 % German, chrome around,
one in fifty a copy), the same ones as `records` of one JSONL file, and web `pages` of 15 KB around them. Their clauses
are invented, or those of the Parquet files in `--text` (columns language and text), shuffled so that articles share no
passages. `audit check` runs once for warmth on ten documents, which also gives the cost of the start; with `--against`
each corpus is checked by both interpreters, one after the other, and the tables of both are compared. Linux only.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
FEW = 10
COPIES = 50
BYTES = 2_800
SHOWN = ("zh-Hans",) * 6 + ("en",) * 3 + ("de",)
ENDS = {"zh-Hans": ("，", "。"), "en": (", ", ". "), "de": (", ", ". ")}
CHROME = {
    "zh-Hans": "{site}网\n首页 > 本地 > 正文\n{title}\n来源：{site}网\n{day}\n\n{body}\n\n分享到：微信 微博\n相关阅读\n"
    "版权所有 {site}网\n",
    "en": "{site} Post\nHome | News | Sport | Weather\n{title}\nBy Ada Lindqvist, {site} Post\n{day}\n\n{body}\n\n"
    "Share this article\nMost read\nCopyright {site} Post. All rights reserved.\n",
    "de": "{site}er Bote\nStartseite | Nachrichten | Sport\n{title}\nVon Jutta Brandt\n{day}\n\n{body}\n\n"
    "Artikel teilen\nMeistgelesen\nImpressum | Datenschutz\n",
}
PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} - {site}</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}T08:00:00Z">
<style>{style}</style><script>{script}</script></head>
<body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1><p class="meta">{site} {day}</p>
{body}</article><aside><h2>{more}</h2><ul>{related}</ul></aside></main>
<footer><p>Copyright {site}</p><ul>{menu}</ul></footer><script>{script}</script></body></html>
"""
INVENTED = {
    "zh-Hans": ("镇议会", "图书馆", "渔民合作社", "气象站", "公布了时间表", "统计了收成", "更换了仪器", "栽种了树苗"),
    "en": ("the council", "the old ferry", "a market garden", "opened its doors", "was painted again", "counts books"),
    "de": ("der Gemeinderat", "die alte Fähre", "ein Museum am Fluss", "öffnete wieder", "zählt seine Bücher"),
}
SITES = {True: ("临海", "青石", "白鹭湾"), False: ("Lindenau", "Harbour", "Saltmere")}
Clauses = dict[str, list[str]]


def clauses(text: Path | None) -> Clauses:
    """Return pieces of sentences by language: invented ones, or those of the texts in a folder."""
    if text is None:
        chance = random.Random(1)
        between = {"zh-Hans": ""}
        return {
            language: [between.get(language, f" {n} ").join(chance.sample(words, 3)) + str(n) for n in range(20_000)]
            for language, words in INVENTED.items()
        }
    import polars as pl

    told = pl.read_parquet(sorted(text.glob("*.parquet")), columns=["language", "text"])
    found: Clauses = {}
    for language in INVENTED:
        some = told.filter(pl.col("language") == language)["text"].to_list()
        pieces = {piece.strip() for one in some for piece in re.split(r"[,.;:!?\n|，。；：！？]+", one)}
        found[language] = sorted(piece for piece in pieces if 4 <= len(piece) <= 80)
    return found


def article(number: int, of: Clauses) -> dict[str, str]:
    """Return the parts of an article; every COPIES-th has the body and the headline of the one before."""
    chance = random.Random(number - 1 if number % COPIES == COPIES - 1 else number)
    language = chance.choice(SHOWN)
    comma, stop = ENDS[language]
    paragraphs: list[str] = []
    while sum(len(paragraph.encode()) for paragraph in paragraphs) < BYTES - 400:
        sentences = [comma.join(chance.sample(of[language], chance.randrange(2, 5))) for _ in range(4)]
        paragraphs.append(stop.join([*sentences, ""]).strip())
    day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
    title = chance.choice(of[language])
    site = SITES[language == "zh-Hans"][number % 3]
    return {"language": language, "title": title, "body": "\n".join(paragraphs), "day": day, "site": site}


def page(number: int, of: Clauses) -> str:
    """Return an article as a web page, of about 15 KB with its menus, its styles and its scripts."""
    parts = article(number, of)
    chance = random.Random(-number)
    some = of[parts["language"]]
    links = [f'<li><a href="/n/{number}/{n}">{chance.choice(some)}</a></li>' for n in range(40)]
    fill = {
        "menu": "".join(f'<li><a href="/s/{n}">{some[n]}</a></li>' for n in range(24)),
        "related": "".join(links),
        "more": some[0],
        "style": ".a{margin:0;padding:0}" * 60,
        "script": "var q=q||[];q.push(['t',1]);" * 50,
    }
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in parts["body"].split("\n"))
    return PAGE.format(**{**parts, **fill, "body": body})


def make(form: str, count: int, folder: Path, of: Clauses) -> Path:
    """Write so many documents and return what to check."""
    folder.mkdir(parents=True)
    if form == "records":
        with (folder / "wire.jsonl").open("w", encoding="utf-8") as file:
            for number in range(count):
                parts = article(number, of)
                text = CHROME[parts["language"]].format(**parts)
                file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
        return folder / "wire.jsonl"
    for number in range(count):
        parts = article(number, of)
        text = page(number, of) if form == "pages" else CHROME[parts["language"]].format(**parts)
        path = folder / f"{number // 1000:03d}" / f"{number:06d}{'.html' if form == 'pages' else '.txt'}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def spent() -> float:
    """Return the CPU seconds of this process and of all its descendants so far, of those that still live as well."""
    own, gone = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    total = own.ru_utime + own.ru_stime + gone.ru_utime + gone.ru_stime
    ours = {os.getpid()}
    # Parents have smaller numbers than their children.
    for number in sorted(int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        with suppress(OSError, ValueError):
            fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
            if int(fields[1]) in ours and fields[0] != "Z":
                ours.add(number)
                total += sum(map(int, fields[11:15])) / TICKS
    return total


def inside(target: str, out: str, workers: int) -> None:
    """Check a target in this process and print the CPU seconds of each stage as JSON."""
    began, stages, last = spent(), {"start": 0.0}, "start"
    wall = time.monotonic()

    def watch(stage: str, _inputs: int | None) -> None:
        nonlocal last
        now = spent()
        stages[last] += now - began - sum(stages.values())
        last = stage
        stages.setdefault(stage, 0.0)

    import audit

    watched: Callable[[Any], Any]
    try:
        from audit.engine.stages import watch_stages as watched
    except ImportError:
        watched = nullcontext
    given = inspect.signature(audit.check).parameters
    with watched(watch):
        audit.check(target, out=out, workers=workers, **({"no_cache": True} if "no_cache" in given else {}))
    watch("end", None)
    told = {name: seconds for name, seconds in stages.items() if name != "end"}
    print(json.dumps({"stages": told, "cpu": sum(told.values()), "wall": time.monotonic() - wall}))


def measured(python: str, target: Path, out: Path, workers: int) -> dict[str, Any]:
    """Return what `inside` says under an interpreter."""
    command = [python, "-P", __file__, "--inside", str(target), str(out), "--workers", str(workers)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=out.parent).stdout
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def unequal(before: Path, after: Path) -> Iterator[str]:
    """Yield the tables that differ from one output to another."""
    for file in sorted(before.glob("*.parquet")):
        if not (after / file.name).exists() or file.read_bytes() != (after / file.name).read_bytes():
            yield file.name


def compared(form: str, count: int, asked: argparse.Namespace, of: Clauses) -> None:
    """Print what one corpus costs under each interpreter."""
    pythons = {"now": sys.executable} | ({"before": asked.against} if asked.against else {})
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        few, many = make(form, FEW, folder / "few", of), make(form, count, folder / "many", of)
        size = sum(path.stat().st_size for path in (many.rglob("*") if many.is_dir() else [many]) if path.is_file())
        print(f"{count:,} {form}, {size / 1e6:.1f} MB")
        found = {}
        for name, python in pythons.items():
            measured(python, few, folder / f"{name}-warm", asked.workers)
            start = measured(python, few, folder / f"{name}-few", asked.workers)
            found[name] = told = measured(python, many, folder / name, asked.workers)
            beyond = told["cpu"] - start["cpu"]
            print(
                f"  {name:7} {told['cpu']:7.1f} CPU s  {told['wall']:6.1f} s  start {start['cpu']:5.1f} CPU s "
                f"{start['wall']:5.1f} s  beyond it {1000 * beyond / count:6.2f} ms a document, "
                f"{size / 1e6 / beyond:5.2f} MB/s a core"
            )
            for stage, seconds in told["stages"].items():
                print(f"            {stage:34} {seconds:7.2f}")
        if asked.against:
            print(f"  now / before: {found['now']['cpu'] / found['before']['cpu']:.2f} of the CPU")
            print(f"  tables that differ: {', '.join(unequal(folder / 'before', folder / 'now')) or 'none'}")


def main() -> None:
    """Print the costs of each form and number of documents."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--forms", nargs="+", default=["articles", "records", "pages"])
    options.add_argument("--documents", type=int, nargs="+", default=[2_000, 10_000])
    options.add_argument("--text", type=Path)
    options.add_argument("--against")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--make", type=Path, help="only write the corpora, into this folder")
    options.add_argument("--inside", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.inside:
        inside(*asked.inside, asked.workers)
        return
    of = clauses(asked.text)
    for form in asked.forms:
        for count in asked.documents:
            if asked.make:
                print(make(form, count, asked.make / f"{form}-{count}", of))
            else:
                compared(form, count, asked, of)


if __name__ == "__main__":
    main()
