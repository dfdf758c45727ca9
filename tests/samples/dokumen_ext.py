"""A small made-up region whose documents cannot be read, or not wholly: each file has one fault of reading, and its place is known.

Every PDF is the same sound Renstra (a cover, a table over two pages) of another agency, with one thing changed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ..readers.ole_file import ole_file
from ..readers.pdf import drawing as d

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import ekstrem

PEMDA = "KOTA TIRTA MULYA"
KEPALA = ("Sasaran", "Indikator", "Satuan", "Target 2026", "Target 2027", "Pagu 2026")
BARIS = (
    ("Meningkatnya mutu layanan", "Indeks kepuasan pengguna layanan", "Indeks", "80", "82", "1.000.000"),
    ("Meningkatnya tertib arsip", "Persentase arsip tertata", "%", "60", "65", "2.000.000"),
    ("Meningkatnya jalan mantap", "Persentase jalan mantap", "%", "70", "74", "3.000.000"),
)
LANJUTAN = ("Meningkatnya ruang hijau", "Persentase ruang hijau", "%", "20", "21", "4.000.000")
X = (40, 150, 300, 360, 420, 480, 560)
JUDUL = "Tabel 3.1 Tujuan, Sasaran, dan Target Indikator Perangkat Daerah"


class Cacat(NamedTuple):
    """One seeded fault: its rule, the file, the words by which the finding names the place, and how the file is made."""

    aturan: str
    berkas: str
    tempat: str
    tulis: Callable[[Path], object]


def renstra(
    path: Path,
    dinas: str,
    baris: Sequence[Sequence[str]] = BARIS,
    kepala: Sequence[str] = KEPALA,
    lanjutan: Sequence[str] = LANJUTAN,
    tabel: Callable[[Canvas, Sequence[Sequence[str]]], None] | None = None,
) -> Path:
    """A cover, a page with the table, a page on which the table goes on with one row. tabel: draws the first page's table otherwise."""

    def draw(canvas: Canvas) -> None:
        for at, text in enumerate(("RENCANA STRATEGIS", dinas, PEMDA, "TAHUN 2025-2029")):
            d.text(canvas, 120, 200 + 40 * at, text, "Helvetica-Bold", 20)
        canvas.showPage()
        d.text(canvas, 40, 60, "Sasaran perangkat daerah beserta indikator dan targetnya disajikan dalam tabel berikut.")
        d.text(canvas, 40, 90, JUDUL)
        (tabel or bergaris)(canvas, (kepala, *baris))
        canvas.showPage()
        bergaris(canvas, (lanjutan,))

    return d.pdf(path, draw)


def bergaris(canvas: Canvas, rows: Sequence[Sequence[str]], top: float = 100) -> None:
    for row, texts in enumerate(rows):
        for col, text in enumerate(texts):
            y = top + 30 * row
            d.stroked(canvas, X[col], y, X[col + 1], y + 30)
            half = len(text) // 2 if len(text) > 24 else 0
            cut = text.find(" ", half) if half else -1
            for at, part in enumerate((text[:cut], text[cut + 1 :]) if cut > 0 else (text,)):
                d.text(canvas, X[col] + 3, y + 12 + 11 * at, part, size=7.5)


def _gambar(canvas: Canvas, rows: Sequence[Sequence[str]]) -> None:
    """The table as a picture, as people paste it."""
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=d.PAGE, invariant=1)
    bergaris(page, rows)
    page.save()
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        picture = pdf[0].render(scale=2, grayscale=True).to_pil().crop((60, 180, 1140, 460))
    canvas.drawImage(ImageReader(picture), 30, d.PAGE[1] - 240, 540, 140)


def _ganti(kolom: int, *isi: str) -> tuple[tuple[str, ...], ...]:
    """The rows with these texts in a column."""
    return tuple((*row[:kolom], text, *row[kolom + 1 :]) for row, text in zip(BARIS, isi, strict=True))


def _bom(path: Path) -> None:
    """A workbook of a few kilobytes that unpacks to a hundred megabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_000)


def _berputar(path: Path) -> None:
    """A PDF whose drawing calls itself without end: what reads it dies, and must not take the run with it."""
    path.write_bytes(ekstrem.cases(b"", b"")["cyclic forms.pdf"]())


def _pindaian(canvas: Canvas, rows: Sequence[Sequence[str]]) -> None:
    """The page of the table is a scan: one picture, no letters."""
    canvas.setPageSize(d.PAGE)
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=d.PAGE, invariant=1)
    d.text(page, 40, 90, JUDUL)
    bergaris(page, rows)
    page.save()
    with pypdfium2.PdfDocument(stream.getvalue()) as pdf:
        picture = pdf[0].render(scale=2, grayscale=True).to_pil()
    canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, *d.PAGE)


def _terkunci(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("rahasia", ownerPassword="pemilik"))
    canvas.drawString(100, 700, "RENCANA KERJA")
    canvas.save()


def _terpotong(path: Path) -> None:
    """As an upload that broke off leaves it."""
    renstra(path, "DINAS PERDAGANGAN")
    path.write_bytes(path.read_bytes()[:400])


def _surat(path: Path) -> None:
    """A letter among the documents."""
    d.pdf(path, lambda canvas: d.text(canvas, 60, 100, "Bersama ini kami sampaikan undangan rapat koordinasi pada hari Senin."))


CACAT = (
    Cacat("EXT-01", "Renstra-Dinas-Koperasi.pdf", "hal. 3", lambda path: renstra(path, "DINAS KOPERASI", tabel=_pindaian)),
    Cacat("EXT-02", "Renstra-Dinas-Pangan.pdf", "hal. 2", lambda path: renstra(path, "DINAS PANGAN", tabel=_gambar)),
    Cacat(
        "EXT-03", "Renstra-Dinas-Sosial.pdf", "hal. 2 tabel 1",
        lambda path: renstra(path, "DINAS SOSIAL", kepala=("Hal", "Keterangan", "Jenis", "Isi A", "Isi B", "Isi C")),
    ),
    Cacat(
        "EXT-04", "Renstra-Dinas-Pendidikan.pdf", "hal. 2 tabel 1 baris 2",
        lambda path: renstra(path, "DINAS PENDIDIKAN", _ganti(5, "Sekretaris", "Kepala Bidang", "Camat"), lanjutan=(*LANJUTAN[:5], "-")),
    ),
    Cacat(
        "EXT-05", "Renstra-Dinas-Pariwisata.pdf", "hal. 3 tabel 1 baris 1",
        lambda path: renstra(path, "DINAS PARIWISATA", lanjutan=(LANJUTAN[0], "dan ruang hijau", *LANJUTAN[2:])),
    ),
    Cacat(
        "EXT-06", "Renstra-Dinas-Pertanian.pdf", "hal. 2 tabel 1 baris 3",
        lambda path: renstra(path, "DINAS PERTANIAN", _ganti(3, "80", "6,0,1.2", "70")),
    ),
    Cacat("EXT-07", "Renja-2027.pdf", "Renja-2027.pdf", _terkunci),
    Cacat("EXT-08", "Renstra-Dinas-Perdagangan.pdf", "Renstra-Dinas-Perdagangan.pdf", _terpotong),
    Cacat("EXT-09", "PK-2026.xlsx", "PK-2026.xlsx", lambda path: path.write_bytes(b"")),
    Cacat("EXT-10", "Lampiran-Renstra.png", "Lampiran-Renstra.png", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))),
    Cacat("EXT-11", "PK-Dinas-Pangan.doc", "PK-Dinas-Pangan.doc", lambda path: path.write_bytes(ole_file({"WordDocument": b"\xec\xa5"}))),
    Cacat("EXT-12", "Renja-2026.xlsx", "Renja-2026.xlsx", _bom),
    Cacat(
        "EXT-13", "Renstra-Dinas-Perikanan.pdf", "hal. 2 tabel 1",
        lambda path: renstra(path, "DINAS PERIKANAN", tuple(("", "", *row[2:]) for row in BARIS), lanjutan=("", "", *LANJUTAN[2:])),
    ),
    Cacat("EXT-14", "Undangan.pdf", "Undangan.pdf", _surat),
    Cacat("EXT-15", "Cascading.pdf", "Cascading.pdf", _berputar),
)  # fmt: skip
