"""Layers and wrapped packages: imports run downwards only, and only listed modules import a heavy package."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import audit

ROOT = Path(audit.__file__).parent
# From the ground up; a room may import rooms of the rows before its own, and itself, but no other room of its row.
FLOORS = (
    ("cores", "hidden_packages", "source_digests", "user_cache", "version"),
    ("errors", "binomial", "finding", "kernels", "samples", "atomic"),
    ("text",),
    ("machine", "scratch", "tables", "policy", "ledger", "rule", "untrusted"),
    ("remote", "cache"),
    ("engine",),
    ("read", "parser"),
    ("measure",),
    ("differences",),
    ("rulebook", "review"),
    ("release",),
    ("attest", "contract", "hub", "validate", "worker"),
    ("report",),
    ("corpus", "gate"),
    ("starter", "site"),
    ("verbs",),
    ("cli",),
    ("__main__", "__init__"),
)
# The families of the large rooms, in the same way; what is not named comes after them all.
FAMILIES = {
    "kernels": (
        ("kernel_cache", "signatures"),
        ("bitcode", "derived", "linker", "numba_frontend"),
        ("build",),
        ("compiler",),
        ("preload",),
        ("utf8", "mix"),
        ("parser", "duplication", "paraphrase", "text", "codepage", "forest", "planted_bounds"),
    ),
    "parser": (("models", "tables"), ("blocks",), ("header", "templates")),
    "read": (
        ("binary", "refusal", "stated"),
        ("compression",),
        ("codec", "open", "streams", "record"),
        ("compressed", "unfit"),
        ("reader",),
        ("html",),
        ("parts",),
        ("containers",),
        ("columnar", "texts", "xml"),
        ("dumps", "formatted"),
        ("readers",),
    ),
    "measure": (
        ("articles", "blockwise", "langdetect_profiles"),
        ("measure",),
        ("language",),
        ("encoding", "spun", "duplication"),
        ("paraphrase",),
    ),
    "policy": (
        ("checks",),
        ("setting", "waiver"),
        ("engine", "judging", "publishing"),
        ("declared",),
        ("overrides", "read"),
    ),
    "attest": (("provenance", "signature", "public_summary"), ("statement_check", "evidence")),
    "hub": (("address",), ("client", "limits"), ("publication", "fetch")),
    "release": (("version",), ("manifest",), ("read_manifest",), ("storage",), ("card",), ("verification",)),
}
WIDEST = 16
# Third-party package -> the only modules that may import it.
WRAPPERS = {
    "langdetect": {"audit.measure.langdetect_profiles"},
    "great_expectations": {"audit.validate.gx_process"},
    "pandas": {"audit.validate.gx_process"},
    "datasets": {"audit.release.card.huggingface"},
    "huggingface_hub": {"audit.release.card.huggingface", "audit.hub.client"},
    "cryptography": {"audit.attest.signature"},
    "trafilatura": {"audit.read.html.main_text"},
    "lxml": {"audit.read.html.tree", "audit.read.html.main_text", "audit.read.formatted.docx"},
    "pypdfium2": {"audit.read.formatted.pdf"},
    "docx": {"audit.read.formatted.docx"},
    "fsspec": {"audit.remote.storage"},
    "mwparserfromhell": {"audit.read.dumps.wikitext"},
    "jinja2": {"audit.site.render"},
    "markupsafe": {"audit.site.render"},
    "scipy": {"audit.site.atlas"},
    "sklearn": {"audit.site.atlas"},
    "umap": {"audit.site.atlas"},
    "zstandard": {"audit.read.compressed"},
    "rich": {"audit.report.terminal", "audit.report.progress"},
    "numba": {"audit.kernels.build", "audit.kernels.numba_frontend"},
    "llvmlite": {f"audit.kernels.{name}" for name in ("bitcode", "build", "kernel_cache", "linker", "numba_frontend")},
    "pyspark": {"audit.engine.spark.session"},
    "pysail": {"audit.engine.spark.session"},
}
AT_TOP = {"pandas"}
HEAVY = (*WRAPPERS, "numpy", "polars", "pyarrow")
LARGEST = 250


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(("audit", *(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts))), path


MODULES = dict(modules())


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path, *, at_top: bool = False) -> tuple[str, ...]:
    """Return the modules a file imports, those for type checkers apart; with `at_top` only those its import runs."""
    return tuple(_imports(path, at_top=at_top))


def _imports(path: Path, *, at_top: bool) -> Iterator[str]:
    tree = tree_of(path)
    for node in tree.body if at_top else statements(tree.body):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from {name if name in MODULES else node.module for name in whole}


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements with those inside them, except those for type checkers."""
    for node in body:
        yield node
        for name in ("body", "orelse", "handlers", "finalbody", "cases"):
            if name != "body" or not is_for_types(node):
                yield from statements(getattr(node, name, []))


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def floor(name: str) -> int:
    return next(n for n, rooms in enumerate(FLOORS) if name in rooms)


def inner_imports() -> Iterator[tuple[str, str]]:
    """Yield who imports whom, of our own modules."""
    return ((m, i) for m, path in MODULES.items() for i in imports(path) if i.split(".")[0] == "audit")


def test_imports_run_downwards() -> None:
    apart = [(m, i) for m, i in inner_imports() if room(i) != room(m)]
    assert [f"{m} imports {i}" for m, i in apart if floor(room(i)) >= floor(room(m))] == []


def test_imports_run_downwards_inside_a_room() -> None:
    within = [(m, i) for m, i in inner_imports() if room(m) in FAMILIES and room(i) == room(m)]
    apart = [(m, i, len(FAMILIES[room(m)])) for m, i in within if family(i) != family(m)]
    assert [f"{m} imports {i}" for m, i, last in apart if family_floor(m) <= family_floor(i) < last] == []


def family(module: str) -> str:
    parts = module.split(".")
    return parts[2] if len(parts) > 2 else ""


def family_floor(module: str) -> int:
    rows = FAMILIES[room(module)]
    return next((n for n, row in enumerate(rows) if family(module) in row), len(rows))


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {m: {i for i in imports(path) if i in MODULES and i != m} for m, path in MODULES.items()}
    assert list(TopologicalSorter(graph).static_order())


def test_no_folder_is_a_hall() -> None:
    modules_in = Counter(path.parent.relative_to(ROOT).as_posix() for path in MODULES.values())
    assert {folder: count for folder, count in modules_in.items() if count > WIDEST} == {}


@pytest.mark.parametrize("package", WRAPPERS)
def test_a_heavy_package_is_imported_by_the_listed_modules_only(package: str) -> None:
    found = {m for m, path in MODULES.items() for i in imports(path) if i.split(".")[0] == package}
    assert found == WRAPPERS[package]


@pytest.mark.parametrize("package", [p for p in WRAPPERS if p not in AT_TOP])
def test_heavy_packages_are_imported_inside_functions(package: str) -> None:
    for module in WRAPPERS[package]:
        assert package not in {i.split(".")[0] for i in imports(MODULES[module], at_top=True)}


def test_the_way_to_help_is_light() -> None:
    on_the_way = [m for m in MODULES if room(m) in ("cli", "__main__", "__init__", "errors", "policy")]
    asked = [(m, i.split(".")[0]) for m in on_the_way for i in imports(MODULES[m], at_top=True)]
    assert [f"{m} imports {package}" for m, package in asked if package in HEAVY] == []


def test_rooms_are_small() -> None:
    lines = {m: len(path.read_text("utf-8").splitlines()) for m, path in MODULES.items()}
    assert {m: count for m, count in lines.items() if count > LARGEST} == {}


def test_a_class_has_a_name_of_its_own() -> None:
    named: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(module)
    assert {name: where for name, where in named.items() if len(where) > 1} == {}


def test_every_module_stands_on_a_floor() -> None:
    rooms = [name for row in FLOORS for name in row]
    assert sorted(rooms) == sorted({room(m) for m in MODULES})
    for name, rows in FAMILIES.items():
        assert {f for row in rows for f in row} <= {family(m) for m in MODULES if room(m) == name}


def test_both_plans_name_every_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    guide = (ROOT / "docs" / "development.md").read_text("utf-8")
    assert sorted(packages - {line.split(" ")[0] for line in str(audit.__doc__).splitlines()}) == []
    assert sorted(package for package in packages if f"{package}/" not in guide) == []
