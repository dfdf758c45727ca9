"""Workers: every task has its result, none is lost to a process that dies, hangs or eats the memory."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from doccheck import workspace
from doccheck.proses import parallel
from doccheck.proses.batas import Batas, Denyut, Sebab

LETHAL = 3


def _square(task: int, _denyut: Denyut) -> int:
    return task * task


def _dies_on_three(task: int, _denyut: Denyut) -> int:
    if task == LETHAL:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * task


def _hangs_on_three(task: int, _denyut: Denyut) -> int:
    if task == LETHAL:
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))  # like a loop in C code: deaf to every signal but one
        subprocess.run(["sleep", "61.75"], check=False)
    return task * task


def _eats(task: int, _denyut: Denyut) -> int:
    try:
        return len(bytearray(task * 2**20)) // 2**20
    except MemoryError:
        return -1


def _ticks(task: int, denyut: Denyut) -> int:
    for part in range(4):
        denyut(part, 4)
        time.sleep(0.15)
    return task


def _lost(task: int, sebab: Sebab) -> int:
    return -task if sebab == "mati" else -100 * task


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("batas", [None, Batas(60, 4096)])
def test_every_task_has_its_result(jobs: int, batas: Batas | None) -> None:
    assert dict(parallel.run(_square, [1, 2, 3, 4], jobs, _lost, batas)) == {0: 1, 1: 4, 2: 9, 3: 16}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_dying_worker_costs_only_the_task_that_kills_it(jobs: int) -> None:
    found = dict(parallel.run(_dies_on_three, [1, 2, 3, 4, 5, 6], jobs, _lost, Batas(60)))
    assert found == {0: 1, 1: 4, 2: -3, 3: 16, 4: 25, 5: 36}


def test_a_hanging_worker_is_killed_with_the_programs_it_started() -> None:
    begin = time.monotonic()
    assert dict(parallel.run(_hangs_on_three, [1, 2, 3, 4], 2, _lost, Batas(0.5))) == {0: 1, 1: 4, 2: -300, 3: 16}
    assert time.monotonic() - begin < 10
    assert multiprocessing.active_children() == []
    time.sleep(0.1)
    assert not any(b"sleep\x0061.75" in line for line in _command_lines())


def _command_lines() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield path.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="needs RLIMIT_AS")
def test_memory_has_a_limit() -> None:
    assert dict(parallel.run(_eats, [1, 5000], 1, _lost, Batas(memori=2000))) == {0: 1, 1: -1}


def test_signs_of_life_start_the_time_limit_anew() -> None:
    seen: list[tuple[int, int, int]] = []
    found = dict(parallel.run(_ticks, [7], 1, _lost, Batas(0.4), lambda *args: seen.append(args)))
    assert found == {0: 7}
    assert seen == [(0, part, 4) for part in range(4)]


def test_stopping_early_leaves_no_process() -> None:
    for _result in parallel.run(_square, range(10), 2, _lost, Batas(60)):
        break
    assert multiprocessing.active_children() == []


def test_workers_start_beside_threads_too() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert dict(parallel.run(_square, [1, 2], 2, _lost)) == {0: 1, 1: 4}
    finally:
        stop.set()
        thread.join()


def test_any_executor_can_be_plugged_in() -> None:
    sizes = []

    def make(workers: int) -> Executor:
        sizes.append(workers)
        return ThreadPoolExecutor(workers)

    assert dict(parallel.run(_square, [1, 2, 3], 2, _lost, make=make)) == {0: 1, 1: 4, 2: 9}
    assert sizes == [2]


def test_one_task_without_a_limit_needs_no_process() -> None:
    pid = dict(parallel.run(lambda _task, _denyut: os.getpid(), [1], 8, _lost))
    assert pid == {0: os.getpid()}


@pytest.mark.parametrize(("given", "kept"), [(None, Batas(300.0, 2048)), (Batas(), Batas()), (Batas(5), Batas(5))])
def test_a_check_has_limits_unless_it_is_told_otherwise(
    given: Batas | None, kept: Batas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []

    def read_documents(_files: object, _config: object, _jobs: object, _progress: object, batas: Batas, **_: object) -> tuple[tuple, tuple]:
        seen.append(batas)
        return (), ()

    monkeypatch.setattr(workspace, "read_documents", read_documents)
    workspace.check(tmp_path, batas=given)
    assert seen == [kept]
