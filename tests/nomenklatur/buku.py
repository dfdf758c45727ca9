"""Made-up tables of codes in the shapes in which offices have them. Every shape holds the same codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from doccheck.nomenklatur import Baku

BARIS = (
    ("2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR", "", "", ""),
    ("2.15", "URUSAN PEMERINTAHAN BIDANG PERHUBUNGAN", "", "", ""),
    ("2.15.02", "PROGRAM PENYELENGGARAAN LALU LINTAS", "", "", ""),
    ("2.15.02.2.10", "Penetapan Rencana Induk Jaringan Jalan", "", "", ""),
    ("2.15.02.2.10.0001", "Penyusunan Rencana Induk Jaringan", "Tersusunnya rencana", "Jumlah dokumen rencana induk", "Dokumen"),
    ("2.15.02.2.10.0002", "Pengendalian Rencana Induk Jaringan", "Terkendalinya rencana induk", "Jumlah laporan pengendalian", "Laporan"),
    ("2.15.02.2.11", "Penyediaan Perlengkapan Jalan", "", "", ""),
    ("2.15.02.2.11.0001", "Pemasangan Perlengkapan Jalan", "Terpasangnya perlengkapan", "Jumlah perlengkapan jalan yang terpasang", "Unit"),
)  # fmt: skip
"""Code, name, kinerja, indikator, satuan."""
ISI = {kode: Baku(nama, indikator or None, satuan or None) for kode, nama, _kinerja, indikator, satuan in BARIS}


def _bagian(kode: str) -> list[str]:
    """A code in five parts: urusan, bidang, program, kegiatan (2.10), subkegiatan."""
    parts = kode.split(".")
    made = [*parts[:3], *([".".join(parts[3:5])] if len(parts) > 3 else []), *parts[5:]]
    return made + [""] * (5 - len(made))


def _angka(part: str) -> object:
    return float(part) if "." in part else int(part) if part else None


def satu_kolom(sheet: Worksheet) -> None:
    sheet.append(["LAMPIRAN KEPUTUSAN MENTERI DALAM NEGERI TENTANG KLASIFIKASI, KODEFIKASI, DAN NOMENKLATUR"])
    sheet.append([])
    sheet.append(["KODE", "NOMENKLATUR URUSAN KABUPATEN/KOTA", "KINERJA", "INDIKATOR", "SATUAN"])
    sheet.append(["1", "2", "3", "4", "5"])
    for row in BARIS:
        sheet.append(row)
    sheet.append([])
    sheet.append(["", "Ditetapkan di Jakarta"])
    sheet.append(["", "MENTERI DALAM NEGERI,"])


def berspasi(sheet: Worksheet) -> None:
    sheet.append(["No.", "Kode Rekening", "Uraian", "Tolok Ukur", "Satuan"])
    for number, (kode, nama, _kinerja, indikator, satuan) in enumerate(BARIS, start=1):
        sheet.append([number, kode.replace(".", " . ") + " .", nama, indikator, satuan])


def spasi_saja(sheet: Worksheet) -> None:
    sheet.append(["Kode", "Nama", "Indikator Kinerja", "Satuan"])
    for kode, nama, _kinerja, indikator, satuan in BARIS:
        sheet.append([kode.replace(".", " "), nama, indikator, satuan])


def lima_kolom(sheet: Worksheet) -> None:
    """Two rows of heading, the first merged over five columns; parts as texts."""
    sheet.append(["Tabel Nomenklatur Tahun 2023"])
    sheet.append(["KODE", "", "", "", "", "NOMENKLATUR URUSAN", "KINERJA", "INDIKATOR", "SATUAN"])
    sheet.append(["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "", "", "", ""])
    sheet.merge_cells("A2:E2")
    sheet.merge_cells("F2:F3")
    for kode, *rest in BARIS:
        sheet.append([*_bagian(kode), *rest])


def lima_kolom_angka(sheet: Worksheet) -> None:
    """Parts as numbers, which lose their zeros (2.1 for "2.10"), and no word KODE in the heading."""
    sheet.append(["NO", "URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "URAIAN", "INDIKATOR", "SATUAN"])
    for number, (kode, nama, _kinerja, indikator, satuan) in enumerate(BARIS, start=1):
        sheet.append([number, *map(_angka, _bagian(kode)), nama, indikator, satuan])


def enam_kolom_tergabung(sheet: Worksheet) -> None:
    """Six parts; what is the same as above is merged downwards, so that only the first cell holds it."""
    sheet.append(["KODE", "", "", "", "", "", "NOMENKLATUR", "INDIKATOR", "SATUAN"])
    before: list[str] = []
    for kode, nama, _kinerja, indikator, satuan in BARIS:
        parts = kode.split(".")
        shown = ["" if parts[: i + 1] == before[: i + 1] and i < len(parts) - 1 else part for i, part in enumerate(parts)]
        before = parts
        sheet.append([*shown, *[""] * (6 - len(parts)), nama, indikator, satuan])


def nama_per_tingkat(sheet: Worksheet) -> None:
    """The name stands in the column of its level; those above are repeated."""
    sheet.append(["KODE", "URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR", "SATUAN"])
    above = [""] * 5
    for kode, nama, _kinerja, indikator, satuan in BARIS:
        level = {1: 0, 2: 1, 3: 2, 5: 3, 6: 4}[len(kode.split("."))]
        above = [*above[:level], nama, *[""] * (4 - level)]
        sheet.append([kode, *above, indikator, satuan])


def mendatar(sheet: Worksheet) -> None:
    """One row a subkegiatan with codes and names of all levels, as applications export it."""
    names = {kode: nama for kode, nama, *_rest in BARIS}
    sheet.append(["KODE URUSAN", "NAMA URUSAN", "KODE BIDANG", "NAMA BIDANG URUSAN", "KODE PROGRAM",
                  "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN",
                  "KINERJA", "INDIKATOR", "SATUAN"])  # fmt: skip
    for kode, _nama, *rest in BARIS:
        parts = kode.split(".")
        if len(parts) == 6:
            codes = [".".join(parts[:end]) for end in (1, 2, 3, 5, 6)]
            sheet.append([cell for code in codes for cell in (code, names[code])] + rest)


def menyatu(sheet: Worksheet) -> None:
    """Code and name in one cell."""
    sheet.append(["Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan"])
    for kode, nama, _kinerja, indikator, satuan in BARIS:
        sheet.append([f"{kode} {nama}", indikator, satuan])


BENTUK: dict[str, tuple[Callable[[Worksheet], None], int]] = {
    "satu kolom": (satu_kolom, 1),
    "titik dan spasi": (berspasi, 1),
    "spasi": (spasi_saja, 1),
    "lima kolom": (lima_kolom, 1),
    "lima kolom angka": (lima_kolom_angka, 1),
    "enam kolom tergabung": (enam_kolom_tergabung, 1),
    "nama per tingkat": (nama_per_tingkat, 1),
    "mendatar": (mendatar, 1),
    "menyatu": (menyatu, 2),
}
"""Shape -> (what writes it, segments of the shortest code that it holds)."""


def tulis(path: Path, *sheets: tuple[str, Callable[[Worksheet], None] | Sequence[Sequence[object]]]) -> Path:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    for number, (name, content) in enumerate(sheets):
        sheet = first if number == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = name
        if callable(content):
            content(sheet)
        else:
            for row in content:
                sheet.append(list(row))
    book.save(path)
    return path
