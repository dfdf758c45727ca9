"""Some of the damaged and absurd files of benchmarks/mutasi.py: each is read or named, by code that foresaw it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from random import Random

import openpyxl
import pytest
from docx import Document

from doccheck import pembacaan
from doccheck.model import Catatan
from doccheck.pembacaan import Terbaca, Tugas
from doccheck.proses import parallel
from doccheck.proses.batas import Batas

from .dokumen import renstra

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import ekstrem
import mutator

BATAS = Batas(20, 2048)
EACH = 12
KNOWN = {"EXT-07", "EXT-08", "EXT-09", "EXT-10", "EXT-12"}


def _table(rows: list[list[str]]) -> bytes:
    """A PDF of one ruled table."""
    cells = [(72 + 90 * col, 700 - 30 * row, text) for row, line in enumerate(rows) for col, text in enumerate(line)]
    drawn = [b"%d %d 90 30 re S BT /F 9 Tf %d %d Td (%b) Tj ET" % (x, y, x + 3, y + 12, text.encode()) for x, y, text in cells]
    return ekstrem.one_page(b"\n".join(drawn))


ROWS = [["Sasaran", "Indikator", "Satuan", "2026"], ["Mutu naik", "Indeks mutu", "Indeks", "80,5"], ["", "Nilai SAKIP", "Nilai", "71"]]


def _docx() -> bytes:
    document = Document()
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, line in enumerate(ROWS):
        for col, text in enumerate(line):
            table.cell(row, col).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _read(paths: list[Path], batas: Batas = BATAS) -> dict[str, Terbaca | Catatan]:
    tasks = [Tugas(path, path.name, batas, "id", ocr=False) for path in paths]
    return {paths[index].name: result for index, result in parallel.run(pembacaan.work, tasks, 2, pembacaan.lost, batas)}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    page = renstra(tmp_path_factory.mktemp("sound") / "renstra.html").read_bytes()
    sheet = "\r\n".join(",".join(row) for row in ROWS * 5).encode()
    return {"pdf": _table(ROWS), "docx": _docx(), "xlsx": _xlsx(), "html": page, "csv": sheet}


def test_damaged_files_are_read_or_named(sound: dict[str, bytes], tmp_path: Path) -> None:
    paths = []
    for kind, data in sound.items():
        for number in range(EACH):
            rng = Random(f"{kind} {number}")
            change = mutator.BY_KIND[kind][number % len(mutator.BY_KIND[kind])]
            paths.append(tmp_path / f"{number:02}-{change.__name__}.{kind}")
            paths[-1].write_bytes(change(data, rng))
    unforeseen = {name: r.pesan for name, r in _read(paths).items() if isinstance(r, Catatan) and r.kode not in KNOWN}
    assert unforeseen == {}


QUICK = ("cyclic forms.pdf", "endless page tree.pdf", "empty box.pdf", "huge box.pdf", "huge numbers.pdf", "huge picture.pdf",
         "laughs.xlsx", "laughs.docx", "deep tables.docx", "wide span.docx", "wide span.html", "deep.html")  # fmt: skip


def test_absurd_files_end(sound: dict[str, bytes], tmp_path: Path) -> None:
    makers = ekstrem.cases(sound["docx"], sound["xlsx"])
    paths = [tmp_path / name for name in QUICK]
    for path in paths:
        path.write_bytes(makers[path.name]())
    found = _read(paths, Batas(20, 900))  # little memory, so that what fills it ends soon
    assert set(found) == set(QUICK)
    notes = {name: result.kode for name, result in found.items() if isinstance(result, Catatan)}
    assert set(notes.values()) <= {*KNOWN, "EXT-15"}
    assert isinstance(found["huge box.pdf"], Terbaca)
