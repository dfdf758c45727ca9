"""Workers: results in the order of the tasks, none lost when a process dies."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from doccheck import parallel

LETHAL = 3


def _square(task: int) -> int:
    return task * task


def _dies_on_three(task: int) -> int:
    if task == LETHAL:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * task


def _lost(task: int) -> int:
    return -task


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_task_has_its_result(jobs: int) -> None:
    assert dict(parallel.run(_square, [1, 2, 3, 4], jobs, _lost)) == {0: 1, 1: 4, 2: 9, 3: 16}


def test_a_dying_worker_costs_only_the_task_that_kills_it() -> None:
    assert dict(parallel.run(_dies_on_three, [1, 2, 3, 4, 5, 6], 2, _lost)) == {0: 1, 1: 4, 2: -3, 3: 16, 4: 25, 5: 36}


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

    assert dict(parallel.run(_square, [1, 2, 3], 2, _lost, make)) == {0: 1, 1: 4, 2: 9}
    assert sizes == [2]


def test_one_task_needs_no_process() -> None:
    pid = dict(parallel.run(lambda _task: os.getpid(), [1], 8, _lost))
    assert pid == {0: os.getpid()}
