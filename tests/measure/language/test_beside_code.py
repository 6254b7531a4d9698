"""Texts with code, logs or formulas are named by their sentences, if they have any outside of comments."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import batch

LOG = """
[2021-06-02 07:41:10] ERROR  pool - could not acquire connection within 3000ms
[2021-06-02 07:41:13] ERROR  main - startup failed: TimeoutException
[2021-06-02 07:41:16] ERROR  pool - could not acquire connection within 3000ms
"""
TRACE = """
Traceback (most recent call last):
  File "/srv/tide/levels.py", line 31, in run
    level = parse(row["level"])
  File "/srv/tide/levels.py", line 12, in parse
    return float(text.replace(",", "."))
ValueError: could not convert string to float: ''
"""
DIFF = """
--- a/tide/mean.py
+++ b/tide/mean.py
@@ -4,3 +4,5 @@ def mean(levels):
-    return sum(levels) / len(levels)
+    if not levels:
+        return None
+    return sum(levels) / len(levels)
"""
CONFIG = """
server {
    listen 8080;
    server_name tide.example.org;
    location / { proxy_pass http://127.0.0.1:8000; }
}
"""
CODE = """
import csv

def levels(path):
    return [float(row["level"]) for row in csv.DictReader(open(path)) if row["level"]]
"""
# Question, report, reason or proof, and its language.
SPOKEN = {
    f"Since the last release the tide table is not read any more.{TRACE}I expected the empty row to be skipped.": "en",
    f"Seit gestern startet der Dienst nicht mehr.{LOG}Woran kann das liegen? Die Datenbank läuft jedenfalls.": "de",
    f"Evita dividir por cero cuando la lista está vacía.\n{DIFF}\nQuien espere una excepción debe mirar antes.": "es",
    f"把下面的内容保存为配置文件：\n{CONFIG}\n然后重新启动服务，就可以在浏览器里打开了。": "zh-Hans",
    "Soit $E$ un espace de dimension $n$ et $u \\in \\mathcal{L}(E)$ un endomorphisme de cet espace. Le sous-espace "
    "$F = \\{u^i(x) : i \\le p\\}$ est stable par $u$ et contient les vecteurs $x$ et $u(x)$.": "fr",
}
# They look guilty: sentences in comments, strings and manuals, and one too short to name a text.
CODED = {
    "comments": "# The levels are read line by line. Empty ones are left out, since it was frozen then.\n" + CODE,
    "a string": '"""\nRead the levels of a gauge.\n\nEmpty ones are left out, since it was frozen.\n"""\n' + CODE,
    "a block": "/*\nThis is free software. See the licence for what you may do.\n*/\nint a = f(b[0], c->d);\n" * 2,
    "the rest of a block": " * Read the levels of a gauge, of which the empty ones are left out.\n */\n"
    "int level(int a[], int n) { return n > 0 ? a[n - 1] : -1; }\nint first(int a[]) { return a[0]; }\n",
    "a manual": f"=head1 NAME\n\nThis program reads the levels of a gauge.\n\n=cut\n{CODE}",
    "a message": f"{TRACE}It failed.",
    "arguments": 'p.add("path", help="The file that is read. It has two columns.")\n'
    'p.add("--sep", help="The sign between two columns. It is one character.")\nmain(p.read(), p.sep)\n',
    "a log": LOG,
}


def test_the_sentences_beside_code_name_the_text() -> None:
    assert batch(*SPOKEN).columns["language"].to_pylist() == list(SPOKEN.values())


@pytest.mark.parametrize("kind", CODED)
def test_code_with_sentences_in_its_comments_is_code(kind: str) -> None:
    assert batch(CODED[kind]).columns["language"].to_pylist() == ["zxx"]


def test_a_listing_between_fences_alone_is_code() -> None:
    assert batch(f"```python{CODE}```").columns["language"].to_pylist() == ["zxx"]
