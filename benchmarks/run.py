"""How fast doccheck is on this machine, measured on the sample city: start-up, reading per document, a whole check.

usage: python benchmarks/run.py
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from doccheck import check
from doccheck.config import Config
from doccheck.pembacaan import read_document
from doccheck.workspace import discover

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "kota-sembilang"


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Median time of `repeat` runs."""
    times = []
    for _run in range(repeat):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def command(*args: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-m", "doccheck", *args], capture_output=True, check=True)


def main() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPU, {platform.machine()}\n")
    for args in (("--version",), ("explain", "TGT-01")):
        print(f"{'doccheck ' + ' '.join(args):52} {seconds(command(*args), 5) * 1000:8.0f} ms")
    print()
    for path in discover([SAMPLES]):
        document = read_document(path)
        spent = seconds(lambda path=path: read_document(path), 3)  # type: ignore[misc]
        pages = f"{document.halaman / spent:6.0f} pages/s" if document.halaman else ""
        print(f"{path.name:52} {spent * 1000:8.0f} ms  {len(document.kinerja):4} goals  {pages}")
    print()
    for jobs in sorted({1, os.cpu_count() or 1}):
        print(f"{f'check, {jobs} processes':52} {seconds(lambda jobs=jobs: check(SAMPLES, Config(), jobs=jobs), 1):8.1f} s")  # type: ignore[misc]
    print(f"{'peak memory':52} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
