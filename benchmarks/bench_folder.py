"""A whole folder: one process against two, without and with what earlier runs kept, reading alone and the whole check.

usage: python benchmarks/bench_folder.py [PATH ...] [--ocr]

Without paths: samples/. Seconds are those on the wall, so the machine should do nothing else; of whole checks the CPU seconds stand beside
them, which a busy machine changes less. Scans are not read unless --ocr is given.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from doccheck.config import Config
from doccheck.proses.batas import Batas
from doccheck.simpanan.cache import Cache
from doccheck.workspace import discover, read_documents

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Batas(300, 2048)


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def cpu() -> float:
    """CPU seconds of all programs that were started and have ended."""
    used = os.times()
    return used.children_user + used.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--ocr", action="store_true")
    options = parser.parse_args()
    paths = options.paths or [ROOT / "samples"]
    print(f"{len(discover(paths))} documents, seconds")

    def read(jobs: int, cache: Cache | None = None) -> float:
        return seconds(lambda: read_documents(paths, Config(), jobs, batas=LIMITS, cache=cache, ocr=options.ocr))

    def check(folder: str, jobs: int) -> tuple[float, float, bytes]:
        """A run of the command, with start-up and all: seconds on the wall and of the CPU, and what it printed."""
        command = [sys.executable, "-m", "doccheck", "check", *map(str, paths), "--format", "json", "--jobs", str(jobs)]
        command += [] if options.ocr else ["--tanpa-ocr"]
        begin, spent = time.perf_counter(), cpu()
        done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env={"DOCCHECK_CACHE": folder})
        return time.perf_counter() - begin, cpu() - spent, done.stdout

    one, two = read(1), read(2)
    print(f"{'reading, one process':40}{one:8.2f}\n{'reading, two processes':40}{two:8.2f}   {one / two:.2f} times as fast")
    with tempfile.TemporaryDirectory() as folder:
        kept = Cache(Path(folder))
        cold, warm = read(1, kept), read(1, kept)
        print(f"{'reading, one process, cache empty':40}{cold:8.2f}\n{'reading, everything kept':40}{warm:8.2f}   1/{cold / warm:.0f}")
    with tempfile.TemporaryDirectory() as folder:
        runs = [check(folder, 1), check(folder, 1), check(folder, 2)]
        (wall, spent, _text), (wall_kept, spent_kept, _same) = runs[:2]
        print(f"{'check, one process, cache empty':40}{wall:8.2f}   CPU {spent:.2f}")
        shares = f"1/{wall / wall_kept:.1f}, of the CPU 1/{spent / spent_kept:.1f}"
        print(f"{'check, everything kept':40}{wall_kept:8.2f}   CPU {spent_kept:.2f}   {shares}")
    with tempfile.TemporaryDirectory() as folder:
        runs.append(check(folder, 2))
        print(f"{'check, two processes, cache empty':40}{runs[3][0]:8.2f}   1/{runs[3][0] / wall_kept:.1f} with everything kept")
    print("the same bytes each time" if len({text for _wall, _cpu, text in runs}) == 1 else "DIFFERENT OUTPUT")


if __name__ == "__main__":
    main()
