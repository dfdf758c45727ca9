"""Damaged and absurd files: none may crash, hang or end the run; each is read, or named with its EXT note.

usage: python benchmarks/mutasi.py [--count N] [--seed S] [--keep FOLDER] [--only SUBSTRING]

N files (default 2,400) are made from the sample city, then the extreme ones of ekstrem.py. Each is read as `doccheck check` reads it: in
a process with a time and memory limit. What ends otherwise than as a document or an expected note is listed, and kept with --keep.
Exit code 1 where a process had to be killed or died, or where code of ours raised something unforeseen, on a damaged file.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import openpyxl
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent))
from ekstrem import cases
from mutator import BY_KIND

from doccheck import pembacaan
from doccheck.model import Catatan
from doccheck.proses import parallel
from doccheck.proses.batas import Batas, Denyut

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "kota-sembilang"
_RAISED = re.compile(r"\((\w+(?:Error|Exception|Warning)): ")


def seeds() -> dict[str, list[bytes]]:
    """Sound files by kind; of each PDF three pages with tables, so that a damaged one is read quickly."""
    made: dict[str, list[bytes]] = {kind: [] for kind in BY_KIND}
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix == ".pdf":
            made["pdf"].append(_pages(path))
        elif path.suffix[1:] in ("docx", "xlsx"):
            made[path.suffix[1:]].append(path.read_bytes())
    for book in made["xlsx"]:
        for sheet in openpyxl.load_workbook(io.BytesIO(book), data_only=True).worksheets[:1]:
            rows = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)][:60]
            stream = io.StringIO()
            csv.writer(stream).writerows(rows)
            made["csv"].append(stream.getvalue().encode())
            cells = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in rows)
            made["html"].append(f"<html><body><h1>RENJA 2026</h1><table border=1>{cells}</table></body></html>".encode())
    return made


def _pages(path: Path) -> bytes:
    with pypdfium2.PdfDocument(path) as whole, pypdfium2.PdfDocument.new() as part:
        middle = min(5, max(0, len(whole) - 3))
        part.import_pages(whole, list(range(middle, min(middle + 3, len(whole)))))
        stream = io.BytesIO()
        part.save(stream)
        return stream.getvalue()


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """(name with suffix, content); the kinds in turn."""
    sound = seeds()
    kinds = [kind for kind in BY_KIND if sound[kind]]
    for number in range(count):
        rng = Random(f"{seed} {number}")
        kind = kinds[number % len(kinds)]
        change = rng.choice(BY_KIND[kind])
        data = change(rng.choice(sound[kind]), rng)
        if data and rng.random() < 0.2:
            data = rng.choice(BY_KIND[kind][:2])(data, rng)
        yield f"{number:05}-{change.__name__}.{kind}", data


def timed(tugas: pembacaan.Tugas, denyut: Denyut) -> tuple[float, object]:
    begin = time.perf_counter()
    result = pembacaan.work(tugas, denyut)
    return time.perf_counter() - begin, result


def lost(tugas: pembacaan.Tugas, sebab: str) -> tuple[float, object]:
    return (tugas.batas.detik or 0.0) if sebab == "waktu" else 0.0, f"killed: {sebab}"


def run(folder: Path, names: list[str], batas: Batas, ocr: bool) -> list[tuple[str, float, object]]:
    """(name, seconds, what came of it) in the order of names."""
    tasks = [pembacaan.Tugas(folder / name, name, batas, "id", ocr) for name in names]
    found = dict(parallel.run(timed, tasks, None, lost, batas))
    return [(name, *found[index]) for index, name in enumerate(names)]


def outcome(result: object) -> str:
    """In a word: read, an EXT id, or what went wrong."""
    if isinstance(result, str):
        return result
    if isinstance(result, Catatan):
        raised = _RAISED.search(result.pesan)
        return f"{result.kode} {raised[1]}" if raised else result.kode
    return "read"


def report(title: str, found: list[tuple[str, float, object]]) -> list[str]:
    """Prints counts and the slowest; returns the names of what went wrong."""
    print(f"\n{title}: {len(found)} files, {sum(spent for _name, spent, _result in found):.0f} s of reading")
    table: dict[str, Counter[str]] = {}
    for name, _spent, result in found:
        table.setdefault(Path(name).suffix[1:], Counter())[outcome(result)] += 1
    for kind, counts in table.items():
        print(f"  {kind:5} " + ", ".join(f"{number} {what}" for what, number in counts.most_common()))
    for name, spent, result in sorted(found, key=lambda one: -one[1])[:8]:
        print(f"  {spent:7.2f} s  {name}  {outcome(result)}")
    return [name for name, _spent, result in found if outcome(result).startswith("killed") or " " in outcome(result)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        names = []
        for name, data in mutants(options.count, options.seed):
            if options.only in name:
                (folder / name).write_bytes(data)
                names.append(name)
        found = run(folder, names, Batas(60, 2048), ocr=False)
        wrong += report("damaged", found)
        extreme = []
        for name, make in cases((SAMPLES / "PK-2026-Wali-Kota.docx").read_bytes(), next(SAMPLES.glob("*.xlsx")).read_bytes()).items():
            if options.only in name:
                (folder / name).write_bytes(make())
                extreme += run(folder, [name], Batas(300, 2048), ocr=False)
                print(f"  {extreme[-1][1]:7.2f} s  {name:24} {outcome(extreme[-1][2])}", flush=True)
        report("extreme", extreme)
        for name, _spent, result in found + extreme:
            if name in wrong or outcome(result).startswith("killed"):
                print(f"  ! {name}: {result if isinstance(result, str) else getattr(result, 'pesan', result)}")
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / name).write_bytes((folder / name).read_bytes())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
