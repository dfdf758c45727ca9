"""The official table of codes: read from workbooks of several shapes, kept in the user's folder, and used by NOM-01."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from doccheck import nomenklatur
from doccheck.checks import load_rules, run
from doccheck.checks.examples import dokumen
from doccheck.cli.nomenklatur import command
from doccheck.config import Config
from doccheck.model import Finding
from doccheck.nomenklatur import NomenklaturError
from doccheck.nomenklatur.baca import baca, semua

from .buku import BENTUK, ISI, satu_kolom, tulis

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


def _muat(*sheets: tuple[str, Any], path: Path) -> None:
    nomenklatur.simpan(semua(baca(tulis(path / "tabel.xlsx", *sheets))), ("tabel.xlsx",), "2026-11-24")


def test_a_sheet_of_codes_without_names_leaves_the_others(tmp_path: Path) -> None:
    wilayah = [("Kode Wilayah", "Kabupaten", "Jumlah"), ("3510", "Alfa", "25"), ("3511", "Beta", "28")]
    _muat(("Wilayah", wilayah), ("Kode", [("Kode", "Nomenklatur"), *(row[:2] for row in ROWS)]), path=tmp_path)
    assert list(nomenklatur.muat().kode) == [row[0] for row in ROWS]


@pytest.mark.parametrize("bentuk", BENTUK)
def test_every_shape_holds_the_same_codes(tmp_path: Path, bentuk: str) -> None:
    make, shortest = BENTUK[bentuk]
    (sheet,) = baca(tulis(tmp_path / "tabel.xlsx", ("Lembar", make)))
    assert sheet.kode == {kode: entry for kode, entry in ISI.items() if len(kode.split(".")) >= shortest}
    assert sheet.tak_terbaca == ()


def test_sheets_of_provinces_and_kabupaten_stand_side_by_side(tmp_path: Path) -> None:
    head = ["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"]
    province = [head, ["X.XX.01", "PROGRAM PENUNJANG PROVINSI"], ["2.15.02.1.01", "Rencana Induk Provinsi"]]
    regency = [head, ["X.XX.01", "PROGRAM PENUNJANG KABUPATEN/KOTA"], ["2.15.02.2.01", "Rencana Induk Kabupaten/Kota"]]
    sheets = baca(tulis(tmp_path / "t.xlsx", ("Provinsi", province), ("Kabupaten-Kota", regency), ("Petunjuk", [["Cara memakai"]])))
    assert [(sheet.nama, len(sheet.kode)) for sheet in sheets] == [("Provinsi", 2), ("Kabupaten-Kota", 2), ("Petunjuk", 0)]
    assert sheets[2].sebab == "tidak ada baris judul dengan kolom kode dan nomenklatur"
    table = semua(sheets)
    assert [one.nama for one in table["X.XX.01"].semua] == ["PROGRAM PENUNJANG PROVINSI", "PROGRAM PENUNJANG KABUPATEN/KOTA"]
    assert set(table) == {"X.XX.01", "2.15.02.1.01", "2.15.02.2.01"}


def test_further_indicators_and_codes_that_are_none(tmp_path: Path) -> None:
    rows = [
        ["KODE", "URAIAN", "INDIKATOR", "SATUAN"],
        ["2.15.02.2.01.0001", "Penyusunan Rencana", "Jumlah dokumen", "Dokumen"],
        ["", "", "Jumlah laporan", "Laporan"],
        ["2.15.02.9.01", "Kewenangan yang tidak ada"],
        ["2.15.02.2.01.0002", "Pengendalian Rencana", "Jumlah kali", "Kali"],
    ]
    (sheet,) = baca(tulis(tmp_path / "t.xlsx", ("A", rows)))
    assert [(one.indikator, one.satuan) for one in sheet.kode["2.15.02.2.01.0001"].semua] == [
        ("Jumlah dokumen", "Dokumen"), ("Jumlah laporan", "Laporan"),
    ]  # fmt: skip
    assert sheet.tak_terbaca == ((4, "2.15.02.9.01"),)


@pytest.mark.parametrize(
    ("rows", "sebab"),
    [
        ([["No", "Nama pegawai"], [1, "A"]], "tidak ada baris judul dengan kolom kode dan nomenklatur"),
        ([["No", "Nama pegawai"], [1, "Sri Contoh"]], "tidak ada kolom yang berisi kode"),
        ([["Kode", "Keterangan"], ["2.15.02", "Program"]], "tidak ada kolom nomenklatur"),
        ([], "tidak ada baris judul"),
        ([["KODE", "NAMA"], ["2.15", "URUSAN PERHUBUNGAN"]], "tidak ada kode program, kegiatan, atau subkegiatan"),
        (
            [["Level", "Nilai", "Sasaran dan Program"], [2, "0,75", "Meningkatnya"], [4, "340", "Terkendalinya"], [2, 15, "Program A"]],
            "lebih banyak baris yang kodenya tidak terbaca",
        ),
    ],
)
def test_what_is_no_table_of_codes_is_refused_with_the_reason(tmp_path: Path, rows: list[list[object]], sebab: str) -> None:
    with pytest.raises(NomenklaturError, match=r"tabel\.xlsx: tidak ada lembar") as error:
        baca(tulis(tmp_path / "tabel.xlsx", ("Data", rows)))
    assert f"Data: {sebab}" in str(error.value)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"bukan buku kerja")
    with pytest.raises(NomenklaturError, match=r"rusak\.xlsx: bukan buku kerja XLSX"):
        baca(broken)


def test_ten_thousand_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"]]
    rows += [[f"2.15.{a:02d}.2.{b:02d}.{c:04d}", f"Kegiatan {a} {b} {c}", "Jumlah", "Unit"]
             for a in range(2, 12) for b in range(1, 11) for c in range(1, 101)]  # fmt: skip
    (sheet,) = baca(tulis(tmp_path / "besar.xlsx", ("A", rows)))
    assert len(sheet.kode) == 10_000


def test_the_table_is_imported_listed_added_to_and_cleared(tmp_path: Path, data: Path) -> None:
    def run(*args: str) -> str:
        result = CliRunner().invoke(command(), list(args))
        assert result.exit_code == 0, result.output
        return result.output

    path = tulis(tmp_path / "tabel.xlsx", ("Kode", satu_kolom))
    assert "8 kode (1 urusan, 1 bidang, 1 program, 2 kegiatan, 3 subkegiatan)" in run("import", str(path))
    assert (data / nomenklatur.NAMA).is_file()
    assert len(nomenklatur.muat().kode) == 8
    info = run("info")
    assert "tabel.xlsx" in info
    assert "8 kode" in info
    listed = run("list", "2.15.02.2.10.").splitlines()
    assert listed[0] == "2.15.02.2.10  Penetapan Rencana Induk Jaringan Jalan"
    assert listed[1] == "2.15.02.2.10.0001  Penyusunan Rencana Induk Jaringan · Jumlah dokumen rencana induk · Dokumen"
    assert len(listed) == 3
    more = tulis(tmp_path / "lagi.xlsx", ("Kode", [["KODE", "URAIAN"], ["1.02.02", "PROGRAM KESEHATAN"], ["1.02.09.9", "Salah"]]))
    added = run("import", str(more), "--tambah")
    assert "baris 3: '1.02.09.9' bukan kode" in added
    assert len(nomenklatur.muat().kode) == 9
    assert "tabel.xlsx, lagi.xlsx" in run("info")
    run("import", str(more))
    assert list(nomenklatur.muat().kode) == ["1.02.02"]
    assert "dihapus" in run("clear")
    assert "Tidak ada tabel" in run("clear")
    assert "belum ada tabel" in run("info")
    empty = CliRunner().invoke(command(), ["list"])
    assert empty.exit_code == 2
    assert "nomenklatur import" in empty.output


def test_a_table_of_another_version_is_asked_for_anew(data: Path) -> None:
    data.mkdir()
    (data / nomenklatur.NAMA).write_text('{"2.15.02": {"nama": "PROGRAM"}}')
    for args in (["info"], ["list"]):
        result = CliRunner().invoke(command(), args)
        assert result.exit_code == 2
        assert "muat ulang" in result.output
        nomenklatur._muat.cache_clear()


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
    _muat(("Kode", [["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"], *ROWS]), path=tmp_path)
    rule = next(one for one in load_rules() if one.id == "NOM-01")
    row = {"subkegiatan": nama, "kode": kode, "indikator": [f"{indikator} | 2026: 1"]}
    documents = dokumen([{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2026, "kinerja": [row]}])
    findings = run(documents, [], Config(), rules=[rule]).findings
    assert [sebab in finding.kondisi for finding in findings if sebab] == ([True] if sebab else [])
    assert len(findings) == bool(sebab)


def _periksa(tmp_path: Path, rows: list[dict[str, str]]) -> list[Finding]:
    _muat(("Kode", [["KODE", "NOMENKLATUR", "INDIKATOR", "SATUAN"], *ROWS]), path=tmp_path)
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


@pytest.mark.parametrize(
    ("kode", "nama", "ada"),
    [
        ("2.15.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", False),
        ("2.15.01", "Program Penunjang Urusan Pemerintahan Daerah Provinsi", False),
        ("2.15.01", "Program Pengelolaan Persampahan", True),
        ("1.02.02", "Program Pemenuhan Upaya Kesehatan", False),  # the table holds nothing of this field
        ("2.15.09", "Program Penyelenggaraan Angkutan Awan", True),
        ("2.15.02.1.01", "Penetapan Rencana Induk Provinsi", False),  # and nothing of provinces
        ("2.15.01.2.09", "Pemeliharaan Barang Milik Daerah", False),  # nor of kegiatan that support
    ],
)
def test_only_what_the_table_covers_is_accused(tmp_path: Path, kode: str, nama: str, ada: bool) -> None:
    rows = [
        ["KODE", "NOMENKLATUR"],
        ["X.XX.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH PROVINSI"],
        ["X.XX.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"],
        ["2.15.02", "PROGRAM PENYELENGGARAAN LALU LINTAS"],
        ["2.15.02.2.01", "Penetapan Rencana Induk"],
    ]
    _muat(("Kode", rows), path=tmp_path)
    rule = next(one for one in load_rules() if one.id == "NOM-01")
    level = "kegiatan" if kode.count(".") > 2 else "program"
    documents = dokumen([{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2026, "kinerja": [{level: nama, "kode": kode}]}])
    assert bool(run(documents, [], Config(), rules=[rule]).findings) == ada
