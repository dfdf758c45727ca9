"""Worker processes that can be stopped: a task has a time limit after which its process is killed, and a memory limit.

concurrent.futures cannot do this: its pool breaks as a whole when one process dies, and it never ends one that hangs in C code.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from .batas import Batas, Denyut, Sebab
from .kurung import kurung
from .nyawa import mati_bersama

Tugas = TypeVar("Tugas")
Hasil = TypeVar("Hasil")


def context() -> Any:
    """Forking is cheapest and asks nothing of the caller's script, but is unsafe beside threads (a web server) and on macOS;
    there the workers start afresh."""
    fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if fork else "spawn")


class _Pekerja(Generic[Tugas, Hasil]):
    """A worker process, the pipe to it, and the task it has in hand."""

    def __init__(self, work: Callable[[Tugas, Denyut], Hasil], batas: Batas) -> None:
        made = context()
        self.pipa, ujung = made.Pipe()
        self.batas = batas
        self.proses: BaseProcess = made.Process(target=_serve, args=(work, ujung, self.pipa, batas, os.getpid()), daemon=True)
        self.proses.start()
        ujung.close()
        self.tugas: int | None = None
        self.selesai = 0
        self.tenggat = float("inf")

    def give(self, index: int, task: Tugas) -> None:
        self.tugas = index
        self.alive()
        with contextlib.suppress(OSError):  # a process that has died meanwhile is noticed when its answer is awaited
            self.pipa.send(task)

    def alive(self) -> None:
        self.tenggat = time.monotonic() + self.batas.detik if self.batas.detik else float("inf")

    def stop(self) -> None:
        """Ends the process at once, with the programs it has started (OCR, a converter)."""
        if self.proses.pid and self.proses.is_alive():
            try:
                os.killpg(self.proses.pid, signal.SIGKILL)
            except (AttributeError, OSError):  # Windows; or it has not come to leading its group yet
                self.proses.kill()
        self.proses.join()
        self.pipa.close()


def _serve(work: Callable[[Tugas, Denyut], Hasil], pipa: Connection, parent_end: Connection, batas: Batas, induk: int) -> None:
    """The life of a worker: tasks in, (result, whether this process should be replaced) out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; only the parent answers it
    mati_bersama(induk)  # a reader in the midst of a file would go on, for nobody
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    parent_end.close()  # else this process would hold open the pipe whose end tells it that the parent is gone
    if not os.environ.get("DOCCHECK_DEBUG"):
        _silence()
    memori = batas.memori
    if memori:
        _limit(memori)
    if batas.folder:
        kurung(batas.folder)
    while True:
        try:
            task = pipa.recv()
        except EOFError:
            return
        result = work(task, lambda done, total: pipa.send((None, (done, total))))
        pipa.send(((result,), memori is not None and _peak() > memori / 2))


def _silence() -> None:
    """What libraries print when they run out of memory (Rust: a hundred lines of addresses) helps no user; the note says it."""
    faulthandler.disable()
    with contextlib.suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)


def _limit(memori: int) -> None:
    """Limits the address space of this process to so many MB, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memori * 2**20
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _peak() -> float:
    """Highest memory of this process in MB."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def run(
    work: Callable[[Tugas, Denyut], Hasil],
    tasks: Sequence[Tugas],
    workers: int,
    lost: Callable[[Tugas, Sebab], Hasil],
    batas: Batas,
    denyut: Callable[[int, int, int], None],
) -> Iterator[tuple[int, Hasil]]:
    """Yields (index of the task, its result) as they are done, `lost(task, reason)` for one that ran into a limit.

    A process that dies with a task is tried again in a fresh one, unless it was fresh: what earlier tasks left in memory must not
    count against a later one. denyut: told (index, parts done, parts in all) of long tasks. No process outlives the iterator.
    """
    waiting = list(range(len(tasks)))[::-1]
    team: list[_Pekerja[Tugas, Hasil]] = []
    try:
        while waiting or any(worker.tugas is not None for worker in team):
            idle = [worker for worker in team if worker.tugas is None]
            while waiting and (idle or len(team) < workers):
                worker = idle.pop() if idle else _Pekerja(work, batas)
                if worker not in team:
                    team.append(worker)
                index = waiting.pop()
                worker.give(index, tasks[index])
            busy = {worker.pipa: worker for worker in team if worker.tugas is not None}
            soonest = min(worker.tenggat for worker in busy.values())
            ready = wait(list(busy), None if soonest == float("inf") else max(0.0, soonest - time.monotonic()))
            for pipa in ready:
                yield from _answer(busy[pipa], tasks, lost, denyut, waiting, team)
            now = time.monotonic()
            for pipa, worker in busy.items():
                if pipa not in ready and worker.tenggat <= now and worker.tugas is not None:
                    yield from _drop(worker, tasks, lost, "waktu", team)
    finally:
        for worker in team:
            worker.stop()


def _answer(
    worker: _Pekerja[Tugas, Hasil],
    tasks: Sequence[Tugas],
    lost: Callable[[Tugas, Sebab], Hasil],
    denyut: Callable[[int, int, int], None],
    waiting: list[int],
    team: list[_Pekerja[Tugas, Hasil]],
) -> Iterator[tuple[int, Hasil]]:
    """What a worker that has something to say gives: a result, a sign of life, or its death."""
    index = worker.tugas
    assert index is not None
    try:
        result, rest = worker.pipa.recv()
    except (EOFError, OSError):
        if worker.selesai:
            waiting.append(index)
            team.remove(worker)
            worker.stop()
        else:
            yield from _drop(worker, tasks, lost, "mati", team)
        return
    if result is None:
        worker.alive()
        denyut(index, *rest)
        return
    worker.tugas = None
    worker.selesai += 1
    if rest:
        team.remove(worker)
        worker.stop()
    yield index, result[0]


def _drop(
    worker: _Pekerja[Tugas, Hasil],
    tasks: Sequence[Tugas],
    lost: Callable[[Tugas, Sebab], Hasil],
    sebab: Sebab,
    team: list[_Pekerja[Tugas, Hasil]],
) -> Iterator[tuple[int, Hasil]]:
    index = worker.tugas
    assert index is not None
    team.remove(worker)
    worker.stop()
    yield index, lost(tasks[index], sebab)
