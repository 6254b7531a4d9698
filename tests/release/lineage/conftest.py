"""dist/ports with three versions, made once and copied for each test that may spoil it."""

from __future__ import annotations

import shutil

import pytest

from audit.release.plan import plan
from audit.release.release import release
from tests.release.conftest import ARTICLES, request_of, tables_of

TRAM = "en/tram.txt"


def with_tram(*paragraphs, title=ARTICLES[TRAM][0]):
    return tables_of({**ARTICLES, TRAM: (title, list(paragraphs))})


@pytest.fixture(scope="session")
def pristine_versions(tmp_path_factory, pristine):
    """Folders dist by the number of versions in them: 1.0.0, 1.1.0, 1.2.0."""
    folder = tmp_path_factory.mktemp("versions")
    made = {1: pristine}
    for number, body in ((2, "The tram climbs the hill no more."), (3, "The tram was sold.")):
        made[number] = shutil.copytree(made[number - 1], folder / str(number))
        release(plan(made[number], "ports"), request_of(with_tram(body)))
    return made


@pytest.fixture
def home(tmp_path, pristine_versions):
    """dist/ports with 1.0.0 and 1.1.0."""
    return shutil.copytree(pristine_versions[2], tmp_path / "dist") / "ports"


@pytest.fixture
def three(tmp_path, pristine_versions):
    """dist/ports with 1.0.0, 1.1.0 and 1.2.0."""
    return shutil.copytree(pristine_versions[3], tmp_path / "dist") / "ports"
