"""Cores that a process may use, by what a system states of its control groups."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from audit.cores import usable_cores

ALL = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
SECOND = {"proc/self/cgroup": "0::/kubepods/pod1/box\n"}
SECOND_BOX = "sys/fs/cgroup/kubepods/pod1/box/cpu.max"
FIRST = {
    "proc/self/cgroup": "7:memory:/box\n3:cpu,cpuacct:/box\n2:cpuset:/box\n",
    "sys/fs/cgroup/cpu/box/cpu.cfs_period_us": "100000\n",
}
FIRST_QUOTA = "sys/fs/cgroup/cpu/box/cpu.cfs_quota_us"


def stated(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"proc/self/cgroup": "0::/\n", "sys/fs/cgroup/cpu.max": "100000 100000\n"}, id="one core"),
        pytest.param({"proc/self/cgroup": "0::/\n", "sys/fs/cgroup/cpu.max": "25000 100000\n"}, id="a share of one"),
        pytest.param(SECOND | {"sys/fs/cgroup/kubepods/pod1/cpu.max": "100000 100000\n"}, id="of a group above"),
        pytest.param(FIRST | {FIRST_QUOTA: "50000\n"}, id="of the first version"),
    ],
)
def test_time_for_one_core_is_one_core(tmp_path: Path, files: Mapping[str, str]) -> None:
    assert usable_cores(stated(tmp_path, files)) == 1


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing stated"),
        pytest.param(SECOND | {SECOND_BOX: "max 100000\n"}, id="no limit"),
        pytest.param(SECOND | {SECOND_BOX: "9900000 100000\n"}, id="more than there are"),
        pytest.param(FIRST | {FIRST_QUOTA: "-1\n"}, id="no limit in the first version"),
        pytest.param(SECOND | {SECOND_BOX: "a few\n"}, id="not a number"),
        pytest.param({"proc/self/cgroup": "nothing known\n"}, id="another form"),
        pytest.param(
            FIRST | {"proc/self/cgroup": "3:cpuset:/box\n", FIRST_QUOTA: "1\n"},
            id="another controller",
        ),
    ],
)
def test_what_states_no_limit_leaves_all_cores(tmp_path: Path, files: Mapping[str, str]) -> None:
    assert usable_cores(stated(tmp_path, files)) == ALL


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processes are not bound to cores here")
def test_a_process_bound_to_one_core_uses_it_alone(tmp_path: Path) -> None:
    bound = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(bound)})
    try:
        assert usable_cores(tmp_path) == 1
    finally:
        os.sched_setaffinity(0, bound)


def test_the_first_answer_holds_for_every_pass(tmp_path: Path) -> None:
    root = stated(tmp_path, SECOND | {SECOND_BOX: "100000 100000\n"})
    assert usable_cores(root) == 1
    (root / SECOND_BOX).write_text("max 100000\n")
    assert usable_cores(root) == 1
