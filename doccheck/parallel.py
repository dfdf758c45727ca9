"""Work on many files at once: one Executor, results in the order of the input, and no file lost to a dying worker.

The default is a pool of processes; whatever else makes a concurrent.futures.Executor (Dask's `Client.get_executor`) fits too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Tugas = TypeVar("Tugas")
Hasil = TypeVar("Hasil")
ExecutorFactory = Callable[[int], Executor]
"""Makes an executor for that many workers."""


def process_pool(workers: int) -> Executor:
    """A pool of processes. Forking is cheapest and asks nothing of the caller's script, but is unsafe beside threads
    (a web server) and on macOS; there the workers start afresh."""
    fork = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if fork else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent answers it, and ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def jobs_default() -> int:
    """Processors this process may use (fewer than the machine has, in a container or CI job)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Callable[[Tugas], Hasil],
    tasks: Sequence[Tugas],
    jobs: int | None,
    lost: Callable[[Tugas], Hasil],
    make: ExecutorFactory = process_pool,
) -> Iterator[tuple[int, Hasil]]:
    """Yields (index of the task, its result) as they are done.

    One task or one job runs in this process. `work` must not raise. When a worker dies (out of memory, a crash in a C
    library) all tasks under way fail with it, so each unfinished one is tried again alone; the one that kills its
    worker again gets `lost(task)`.
    """
    workers = min(jobs or jobs_default(), len(tasks))
    if workers <= 1:
        for index, task in enumerate(tasks):
            yield index, work(task)
        return
    unfinished: list[int] = []
    others = set(multiprocessing.active_children())
    with make(workers) as executor:
        futures = {executor.submit(work, task): index for index, task in enumerate(tasks)}
        try:
            for future in as_completed(futures):
                try:
                    result = future.result()
                except BrokenProcessPool:
                    unfinished.append(futures[future])
                else:
                    yield futures[future], result
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()
            raise
    for index in sorted(unfinished):
        with make(1) as executor:
            try:
                yield index, executor.submit(work, tasks[index]).result()
            except BrokenProcessPool:
                yield index, lost(tasks[index])
