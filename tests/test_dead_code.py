"""Nothing in the program is there for nobody: what no line of it uses is deleted, whatever its tests say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit

ROOT = Path(audit.__file__).parent
PATHS = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.rglob("*.py"))]
# Used by the scripts that derive tables (tests/derive), or called by others' code by its name.
ASKED_FROM_OUTSIDE = {
    "EXPANDED": "a class of the table that derive_alphabet.py writes",
    "SEPARATOR": "a class of it",
    "MAX_EXPANSION": "how derive_alphabet.py cuts it",
    "benchmark": "questions that stand in the samples, for tests",
    "repairs": "the repairs of one text, for tests",
    "expected": "what the samples show, for tests",
    "find_spec": "a finder of importlib",
    "use_engine": "how a caller, or a test, chooses an engine of its own",
    "readable": "an io.RawIOBase",
    "readinto": "an io.RawIOBase",
    "_library_class": "a codegen of numba",
    "set_env": "a codegen of numba",
    "get_pointer_to_function": "a library of numba",
    "_optimize_final_module": "a library of numba",
    "_finalize_final_module": "a library of numba",
}


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives to functions, classes, methods, fields and constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.ClassDef | ast.Module):
            yield from (name for each in node.body for name in assigned(each))


def assigned(node: ast.stmt) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def used(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module reads, as such, as an attribute, or spelled out in a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def module_of(path: str) -> str:
    return ".".join(("audit", *Path(path).with_suffix("").parts)).removesuffix(".__init__")


def defined_at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        yield from (node.name,) if isinstance(node, ast.FunctionDef | ast.ClassDef) else assigned(node)


def read_in(module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield what a module reads, each as the module that gives the name, and the name."""
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
            imported |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield module, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported:
            yield imported[node.value.id], node.attr


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {path: ast.parse((ROOT / path).read_text("utf-8")) for path in PATHS}


def test_every_name_is_used_by_the_program(trees: dict[str, ast.Module]) -> None:
    of_use = {name for tree in trees.values() for name in used(tree)} | set(ASKED_FROM_OUTSIDE)
    named = {(path, name) for path, tree in trees.items() for name in defined(tree) if not name.startswith("__")}
    assert sorted((path, name) for path, name in named if name not in of_use) == []


def test_every_name_of_a_module_is_used_there_or_imported(trees: dict[str, ast.Module]) -> None:
    """Another module's name may be spelled alike: only this module, and who imports the name from it, count."""
    of_use = {place for path, tree in trees.items() for place in read_in(module_of(path), tree)}
    named = {(module_of(path), name) for path, tree in trees.items() for name in defined_at_top(tree)}
    left = {
        (module, name)
        for module, name in named - of_use
        if name not in ASKED_FROM_OUTSIDE and not name.startswith("__")
    }
    assert sorted(left) == []


def test_the_exceptions_are_still_there(trees: dict[str, ast.Module]) -> None:
    assert set(ASKED_FROM_OUTSIDE) <= {name for tree in trees.values() for name in defined(tree)}
