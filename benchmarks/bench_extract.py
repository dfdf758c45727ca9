"""Speed and memory of reading PDFs, beside the table finders of pdfplumber and camelot on the same pages.

usage: python benchmarks/bench_extract.py [FILE ...] [--pages N] [--camelot N] [--without-pdfplumber]

Without files: samples/**/*.pdf. --pages N: at most N pages a file, spread evenly, the same for everyone. camelot (flavour lattice) reads
only N pages of each file (default 4), because it takes seconds for each; it is left out where it is not installed.
Everything runs on one core and is timed in CPU seconds, so that a busy machine changes little. Each run reads one page of the first file
before it is timed: what a process does once (imports, patterns, lexicons) is a matter of start-up, see run.py, for us and for the others.
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

import pdfplumber
import pypdfium2

from doccheck.extract.dokumen import extract
from doccheck.readers.pdf import ffi, read_pdf
from doccheck.readers.pdf.geometry import page_view
from doccheck.readers.pdf.grid import find_cells, group_tables
from doccheck.readers.pdf.rulings import page_edges, page_objects

ROOT = Path(__file__).resolve().parent.parent
PEAK = """
import sys
from pathlib import Path
from doccheck.extract.dokumen import extract
from doccheck.readers.pdf import read_pdf
extract(read_pdf(Path(sys.argv[1])))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def sample(path: Path, pages: int | None, folder: Path) -> tuple[Path, int]:
    """The file itself, or a copy with `pages` pages spread evenly over it; and its number of pages."""
    with pypdfium2.PdfDocument(path) as whole:
        total = len(whole)
        if pages is None or pages >= total:
            return path, total
        with pypdfium2.PdfDocument.new() as part:
            part.import_pages(whole, [k * total // pages for k in range(pages)])
            copy = folder / f"{len(list(folder.iterdir()))}-{path.name}"
            part.save(copy)
    return copy, pages


def grids_alone(path: Path) -> None:
    """Edges to cells to tables, without text."""
    with ffi.open_document(path) as (document, handle):
        for index in range(len(document)):
            with ffi.open_page(handle, index) as page:
                group_tables(find_cells(page_edges(page_objects(page), page_view(page))))


def plumber(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def camelot_finder() -> Callable[[Path], object] | None:
    """camelot's lattice on all pages; None where it is not installed."""
    try:
        import camelot
    except ImportError:
        print("camelot is not installed (pip install camelot-py): left out")
        return None
    return lambda path: camelot.read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)


def seconds(work: Callable[[Path], object], path: Path) -> float:
    begin = time.process_time()
    work(path)
    return time.process_time() - begin


def peak(path: Path) -> float:
    """Peak memory in MB of a process of its own that extracts the file; 0 where the system has no /proc.

    getrusage would not do: a child starts with its parent's peak.
    """
    if not Path("/proc/self/status").exists():
        return 0.0
    done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(done.stdout) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--camelot", type=int, default=4)
    parser.add_argument("--without-pdfplumber", action="store_true")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    runs: dict[str, Callable[[Path], object]] = {
        "grids alone": grids_alone,
        "reader": read_pdf,
        "extract": lambda path: extract(read_pdf(path)),
        "pdfplumber": plumber,
    }
    if options.without_pdfplumber:
        del runs["pdfplumber"]
    other = camelot_finder() if options.camelot else None
    files = options.files or sorted(ROOT.glob("samples/**/*.pdf"))
    names = [*runs, *(["camelot"] if other else [])]
    print(f"{'pages a second':40}{'pages':>7}" + "".join(f"{name:>13}" for name in names) + f"{'peak MB':>9}")
    spent, pages, highest = dict.fromkeys(runs, 0.0), 0, 0.0
    subset = {"extract": 0.0, "camelot": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        for work in runs.values():
            work(sample(files[0], 1, Path(folder))[0])
        for file in files:
            path, count = sample(file, options.pages, Path(folder))
            times = {name: seconds(work, path) for name, work in runs.items()}
            memory = peak(path)
            shown = "".join(f"{count / t:13.1f}" for t in times.values())
            if other:
                few, number = sample(file, options.camelot, Path(folder))
                slow = seconds(other, few)
                subset = {"extract": subset["extract"] + seconds(runs["extract"], few), "camelot": subset["camelot"] + slow}
                shown += f"{number / slow:13.1f}"
            print(f"{file.name[-39:]:40}{count:7}{shown}{memory:9.0f}")
            spent = {name: spent[name] + t for name, t in times.items()}
            pages, highest = pages + count, max(highest, memory)
    blank = " " * (13 if other else 0)
    print(f"{'together':40}{pages:7}" + "".join(f"{pages / t:13.1f}" for t in spent.values()) + f"{blank}{highest:9.0f}\n")
    if "pdfplumber" in spent:
        print(f"the grid stage is {spent['pdfplumber'] / spent['grids alone']:.1f} times as fast as pdfplumber's extract_tables")
        print(f"extract is {spent['pdfplumber'] / spent['extract']:.1f} times as fast as pdfplumber's extract_tables alone")
    if other:
        ratio = subset["camelot"] / subset["extract"]
        print(f"extract is {ratio:.1f} times as fast as camelot's lattice, on {options.camelot} pages of each file")


if __name__ == "__main__":
    main()
