"""Work on many files at once: results in whatever order they are done, and no file lost to a dying worker.

The default is our own processes (pool.py), which have limits; whatever makes a concurrent.futures.Executor (Dask's
`Client.get_executor`) fits too, with the limits that its own workers have.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from functools import partial
from typing import TypeVar

from . import pool
from .batas import Batas, Denyut, Sebab

Tugas = TypeVar("Tugas")
Hasil = TypeVar("Hasil")
ExecutorFactory = Callable[[int], Executor]
"""Makes an executor for that many workers."""


def jobs_default() -> int:
    """Processors this process may use (fewer than the machine has, in a container or CI job)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def no_pulse(_done: int, _total: int) -> None:
    """For work whose signs of life nobody awaits."""


def run(
    work: Callable[[Tugas, Denyut], Hasil],
    tasks: Sequence[Tugas],
    jobs: int | None,
    lost: Callable[[Tugas, Sebab], Hasil],
    batas: Batas | None = None,
    denyut: Callable[[int, int, int], None] = lambda _index, _done, _total: None,
    make: ExecutorFactory | None = None,
) -> Iterator[tuple[int, Hasil]]:
    """Yields (index of the task, its result) as they are done.

    One task or one job runs in this process where there is no limit to keep. `work` must not raise. A task that runs into a limit or
    kills its process gets `lost(task, reason)`. denyut: told (index, parts done, parts in all) of long tasks.
    """
    workers = min(jobs or jobs_default(), len(tasks))
    if make is not None and workers > 1:
        yield from _with_executor(work, tasks, workers, lost, make)
    elif workers > 1 or (batas and tasks):
        yield from pool.run(work, tasks, workers, lost, batas or Batas(), denyut)
    else:
        for index, task in enumerate(tasks):
            yield index, work(task, partial(denyut, index))


def _with_executor(
    work: Callable[[Tugas, Denyut], Hasil],
    tasks: Sequence[Tugas],
    workers: int,
    lost: Callable[[Tugas, Sebab], Hasil],
    make: ExecutorFactory,
) -> Iterator[tuple[int, Hasil]]:
    with make(workers) as executor:
        futures = {executor.submit(work, task, no_pulse): index for index, task in enumerate(tasks)}
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenExecutor:
                yield futures[future], lost(tasks[futures[future]], "mati")
