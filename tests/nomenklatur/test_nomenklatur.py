"""The official table of codes: read from workbooks of several shapes, kept in the user's folder, and used by NOM-01."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from doccheck import nomenklatur
from doccheck.checks import load_rules, run
from doccheck.checks.examples import dokumen
from doccheck.cli.nomenklatur import command
from doccheck.config import Config
from doccheck.model import Finding
from doccheck.nomenklatur import Baku, NomenklaturError

ROWS = [
    ("2.15.02", "PROGRAM PENYELENGGARAAN LALU LINTAS DAN ANGKUTAN JALAN", None, None),
    ("2.15.02.2.01", "Penetapan Rencana Induk Jaringan LLAJ Kabupaten/Kota", None, None),
    ("2.15.02.2.01.0001", "Penyusunan Rencana Induk Jaringan LLAJ", "Jumlah dokumen rencana induk yang disusun", "Dokumen"),
]
BAKU = f"{ROWS[2][2]} | {ROWS[2][3]}"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCCHECK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def _buku(path: Path, head: list[str], rows: list[tuple[object, ...]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Lampiran Keputusan Menteri"])
    sheet.append(head)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_columns_are_known_by_their_headings(tmp_path: Path) -> None:
    path = _buku(tmp_path / "tabel.xlsx", ["KODE", "NOMENKLATUR URUSAN", "INDIKATOR", "SATUAN"], list(ROWS))
    table = nomenklatur.baca(path)
    assert list(table) == ["2.15.02", "2.15.02.2.01", "2.15.02.2.01.0001"]
    assert table["2.15.02.2.01.0001"] == Baku(ROWS[2][1], ROWS[2][2], "Dokumen")


def test_a_code_split_over_columns_with_lost_zeros(tmp_path: Path) -> None:
    head = ["Kode Urusan", "", "", "", "Uraian"]
    path = _buku(tmp_path / "tabel.xlsx", head, [(2, 15, 2, "", "PROGRAM LLAJ"), (2, 15, 2, "2.01", "Penetapan Rencana Induk")])
    assert nomenklatur.baca(path) == {"2.15.02": Baku("PROGRAM LLAJ"), "2.15.02.2.01": Baku("Penetapan Rencana Induk")}


def test_what_is_no_table_of_codes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NomenklaturError, match=r"tabel\.xlsx"):
        nomenklatur.baca(_buku(tmp_path / "tabel.xlsx", ["No", "Nama pegawai"], [(1, "A")]))
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"bukan buku kerja")
    with pytest.raises(NomenklaturError, match="rusak"):
        nomenklatur.baca(broken)


def test_import_keeps_the_table_in_the_folder(tmp_path: Path, data: Path) -> None:
    path = _buku(tmp_path / "tabel.xlsx", ["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"], list(ROWS))
    result = CliRunner().invoke(command(), ["import", str(path)])
    assert result.exit_code == 0, result.output
    assert "3 kode" in result.output
    assert (data / nomenklatur.NAMA).is_file()
    assert len(nomenklatur.muat()) == 3
    assert "3 kode" in CliRunner().invoke(command(), ["info"]).output


@pytest.mark.parametrize(
    ("kode", "nama", "indikator", "sebab"),
    [
        ("2.15.02.2.01.0001", "Penyusunan Rencana Induk Jaringan LLAJ", BAKU, None),
        ("2.15.02.2.01.01", "Penyusunan Rencana Induk Jaringan LLAJ", BAKU, None),
        ("2.15.02.2.01.0009", "Penyusunan Rencana Induk Jaringan LLAJ", BAKU, "tidak ada dalam"),
        ("2.15.02.2.01.0001", "Pengadaan kendaraan dinas", BAKU, "bernama lain"),
        ("2.15.02.2.01.0001", "Penyusunan Rencana Induk Jaringan LLAJ", "Jumlah orang yang dilatih | Dokumen", "indikator baku"),
        ("2.15.02.2.01.0001", "Penyusunan Rencana Induk Jaringan LLAJ", f"{ROWS[2][2]} | Paket", "satuan baku"),
    ],
)
def test_documents_are_compared_with_the_table(tmp_path: Path, kode: str, nama: str, indikator: str, sebab: str | None) -> None:
    nomenklatur.simpan(nomenklatur.baca(_buku(tmp_path / "tabel.xlsx", ["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"], list(ROWS))))
    rule = next(one for one in load_rules() if one.id == "NOM-01")
    row = {"subkegiatan": nama, "kode": kode, "indikator": [f"{indikator} | 2026: 1"]}
    documents = dokumen([{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2026, "kinerja": [row]}])
    findings = run(documents, [], Config(), rules=[rule]).findings
    assert [sebab in finding.kondisi for finding in findings if sebab] == ([True] if sebab else [])
    assert len(findings) == bool(sebab)


def _periksa(tmp_path: Path, rows: list[dict[str, str]]) -> list[Finding]:
    nomenklatur.simpan(nomenklatur.baca(_buku(tmp_path / "tabel.xlsx", ["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"], list(ROWS))))
    rule = next(one for one in load_rules() if one.id == "NOM-01")
    documents = dokumen([{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2026, "kinerja": rows}])
    return list(run(documents, [], Config(), rules=[rule]).findings)


def test_a_table_of_another_edition_is_for_a_person(tmp_path: Path) -> None:
    """Many codes that the table lacks; one or two are faults."""
    rows = [{"subkegiatan": f"Pembinaan {name}", "kode": f"2.15.02.2.01.001{i}"} for i, name in enumerate("abcde")]
    found = _periksa(tmp_path, [*rows, {"subkegiatan": "Penyusunan Rencana Induk Jaringan LLAJ", "kode": "2.15.02.2.01.0001"}])
    assert [one.telaah for one in found] == [True] * 5, found
    (alone,) = _periksa(tmp_path, rows[:1])
    assert not alone.telaah


@pytest.mark.parametrize(
    ("nama", "keparahan"),
    [
        ("PENYUSUNAN RENCANA INDUK JARINGANLLAJ", []),
        ("Penyusunan Rencana Indukk Jaringan LLAJ", ["info"]),
        ("Penyusunan Rencana Induk Jaringan", ["info"]),
        ("Pengadaan Kendaraan Dinas", ["sedang"]),
    ],
)
def test_slips_of_the_pen_are_told_mildly(tmp_path: Path, nama: str, keparahan: list[str]) -> None:
    found = _periksa(tmp_path, [{"subkegiatan": nama, "kode": "2.15.02.2.01.0001"}])
    assert [one.keparahan for one in found] == keparahan
