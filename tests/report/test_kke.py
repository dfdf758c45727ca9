"""The working papers: what the machine fills in, what it leaves to people, and what it never writes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from doccheck import check
from doccheck.checks import load_rules
from doccheck.laporan_sendiri import laporan_sendiri
from doccheck.model import Bukti, Dokumen, Finding, Indikator, Kinerja, Nilai, Rekomendasi, Report, Tautan, Ujung
from doccheck.report.kke import buku

PD = "Dinas Perhubungan"


def _angka(teks: str) -> Nilai:
    return Nilai(teks=teks, jenis="angka", angka=float(teks.replace(",", ".")), desimal=len(teks.partition(",")[2]))


def _dokumen() -> tuple[Dokumen, ...]:
    layak = Indikator(
        uraian="Persentase armada laik jalan", satuan="%", target={"2026": _angka("81,5"), "2027": _angka("83,0")}, formula="A / B x 100 %"
    )
    renja = Indikator(uraian="Persentase armada laik jalan", satuan="%", target={"2026": _angka("80,0")})
    kosong = Indikator(uraian="Indeks kepuasan penumpang")
    return (
        Dokumen(
            berkas="renstra.pdf", jenis="renstra", pemda="Kota Sembilang", perangkat_daerah=PD, periode=(2025, 2029),
            kinerja=(
                Kinerja(id="k1", level="sasaran", uraian="Meningkatnya layanan angkutan umum", indikator=(kosong,)),
                Kinerja(id="k2", level="program", kode="2.15.02", uraian="Program LLAJ", induk="k1", indikator=(layak,)),
            ),
        ),
        Dokumen(
            berkas="renja.xlsx", jenis="renja", pemda="Kota Sembilang", perangkat_daerah=PD, tahun=2026,
            kinerja=(Kinerja(id="k1", level="program", kode="2.15.02", uraian="Program LLAJ", indikator=(renja,),
                             anggaran={"2026": Nilai(teks="1.000", jenis="angka", angka=1000)}),),
        ),
        Dokumen(
            berkas="lhe.docx", jenis="lhe", pemda="Kota Sembilang", nomor="700/12", perangkat_daerah=PD,
            rekomendasi=(
                Rekomendasi(teks="Menyelaraskan target", nomor="1", status="Belum ditindaklanjuti"),
                Rekomendasi(teks="Menyusun IKU", nomor="2", status="Selesai", tindak_lanjut="Perbup IKU"),
                Rekomendasi(teks="Melakukan reviu", nomor="3"),
            ),
        ),
    )  # fmt: skip


def _report() -> Report:
    seen = Finding(
        aturan="TGT-09", keparahan="sedang", keyakinan=0.9, kondisi="Target datar.", kriteria="", akibat="", rekomendasi="Agar menantang.",
        sidik="s1", perangkat_daerah=PD, bukti=(Bukti(dokumen="renstra.pdf", kutipan="Persentase armada laik jalan"),),
    )  # fmt: skip
    doubt = Finding(
        aturan="IND-08", keparahan="sedang", keyakinan=0.4, kondisi="Terlalu umum.", kriteria="", akibat="", rekomendasi="Agar dirinci.",
        sidik="s2", perangkat_daerah=PD, telaah=True, bukti=(Bukti(dokumen="renstra.pdf", kutipan="Indeks kepuasan penumpang"),),
    )  # fmt: skip
    up = Ujung(berkas="renstra.pdf", jenis="renstra", level="program", uraian="Program LLAJ", indikator="Persentase armada laik jalan",
               id="k2", nomor=0)  # fmt: skip
    down = Ujung(berkas="renja.xlsx", jenis="renja", level="program", uraian="Program LLAJ", indikator="Persentase armada laik jalan",
                 id="k1", nomor=0)  # fmt: skip
    link = Tautan(dari=up, ke=down, hubungan="sama", verdict="same", skor=1.0)
    return Report(findings=(seen, doubt), documents=_dokumen(), links=(link,))


def _rows(sheet: Any) -> list[dict[str, Any]]:
    heads = [cell.value for cell in sheet[4]]
    rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value == row[0].row - 4]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in rows]


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(buku(_report(), load_rules())))


def test_kke1_writes_only_what_the_machine_knows(book: Any) -> None:
    empty, armada = _rows(book["KKE 1"])
    assert (armada["Dapat Diukur"], armada["Berbatas Waktu"], armada["Menantang"]) == (1, 1, 0)
    assert armada["Spesifik"] is armada["Relevan"] is armada["Dapat Dicapai"] is None
    assert armada["Diisi oleh"] == "mesin: Dapat Diukur, Berbatas Waktu, Menantang; manusia: Spesifik, Dapat Dicapai, Relevan"
    assert armada["Jml Nilai"] == "=SUM(H6:L6)"
    assert [empty[name] for name in ("Spesifik", "Dapat Diukur", "Berbatas Waktu")] == [None] * 3  # doubt is no zero
    assert "IND-08 (perlu telaah)" in empty["Ket."]


def test_kke2_tells_not_found_from_no_document(book: Any) -> None:
    rows = {row["Indikator Kinerja"]: row for row in _rows(book["KKE 2"])}
    assert rows["Persentase armada laik jalan"]["Kelompok"] == "Immediate Outcome"
    assert rows["Persentase armada laik jalan"]["Renja"] == "Persentase armada laik jalan"
    assert rows["Indeks kepuasan penumpang"]["Renja"] == "(tidak ditemukan)"
    assert rows["Indeks kepuasan penumpang"]["PK"] == "(dokumen tidak ada)"
    assert rows["Indeks kepuasan penumpang"]["Ketepatan Cascading (Y=1, K=0,5, T=0)"] is None


def test_kke3_compares_the_year_and_leaves_the_dpa_to_people(book: Any) -> None:
    (row,) = _rows(book["KKE 3"])
    assert (row["Target Renja"], row["Target Renstra"], row["Sesuai Target Renstra"]) == ("80,0", "81,5", 0)
    assert row["Pagu Renja (Rp)"] == 1000
    formats = {head.value: cell.number_format for head, cell in zip(book["KKE 3"][4], book["KKE 3"][5], strict=True)}
    assert {name for name, shown in formats.items() if shown == "#,##0"} == {"Pagu Renja (Rp)", "Anggaran DPA (Rp)"}
    assert row["Target DPA"] is row["Sesuai Target Renja"] is None


def test_kke5_has_formula_or_says_that_there_is_none(book: Any) -> None:
    (row,) = _rows(book["KKE 5"])
    assert row["Indikator Kinerja"] == "Indeks kepuasan penumpang"
    assert row["Ket."] == "formula tidak tercantum; sumber data tidak tercantum"


def test_kke6_knows_the_three_statuses_and_asks_where_none_is_printed(book: Any) -> None:
    assert [row["Status"] for row in _rows(book["KKE 6"])] == ["Belum Ada", "Tuntas", None]
    assert "700/12" in _rows(book["KKE 6"])[0]["Judul, Nomor, Tanggal LHE"]


def test_spip_and_alignment(book: Any) -> None:
    assert [row["Target Kinerja Baik"] for row in _rows(book["SPIP"])] == [None, 0]
    states = [row["Keadaan"] for row in _rows(book["Tautan"])]
    assert states.count("sama") == 1
    assert "tanpa turunan" in states
    matrix = [[cell.value for cell in row] for row in book["Keselarasan"].iter_rows()]
    assert matrix[0] == ["Level", "Kinerja dan indikator", "Satuan", "Nilai 2026", "Keadaan", "Renja"]
    (armada,) = (row for row in matrix if row[1] == "Persentase armada laik jalan")
    assert armada[2:5] == ["%", "81,5", "✓ sampai tingkat terendah (dokumen tahunan)"]
    assert armada[5].startswith("≠ Dinas Perhubungan: 80,0 (nilai beda")


def test_every_sheet_prints_one_page_wide_with_its_headings_repeated(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 8, 0), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows in ("$1:$1", "$4:$4")


def test_the_flat_table_has_every_finding_with_its_evidence(book: Any) -> None:
    rows = {row["sidik"]: row for row in _rows(book["Temuan"])}
    assert set(rows) == {"s1", "s2"}
    first = rows["s1"]
    assert [first[name] for name in ("Perangkat daerah", "Aturan", "Keparahan", "Kondisi", "Rekomendasi")] == [
        PD, "TGT-09", "Sedang", "Target datar.", "Agar menantang.",
    ]  # fmt: skip
    assert first["Bukti"] == "renstra.pdf: “Persentase armada laik jalan”"
    assert [first[name] for name in ("keputusan", "alasan", "teks perubahan")] == [None] * 3


def test_people_choose_from_a_list(book: Any) -> None:
    rules = book["Temuan"].data_validations.dataValidation
    assert any("diterima,ditolak,perlu telaah" in str(rule.formula1) for rule in rules)


def test_no_sum_over_a_sheet_and_no_predicate(book: Any) -> None:
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    sums = [re.fullmatch(r"=SUM\([A-Z]+(\d+):[A-Z]+(\d+)\)", text) for text in texts if text.startswith("=")]
    assert sums
    assert all(one and one[1] == one[2] for one in sums)  # over one row only
    assert not any(word in text for text in texts for word in ("Memuaskan", "Nilai AKIP"))


def test_same_bytes_and_never_read_as_a_document(tmp_path: Path) -> None:
    first = buku(_report(), load_rules())
    assert first == buku(_report(), load_rules())
    (tmp_path / "kke.xlsx").write_bytes(first)
    assert laporan_sendiri(tmp_path / "kke.xlsx")
    assert check(tmp_path).documents == ()


def test_nothing_read_gives_sheets_that_say_so() -> None:
    book = load_workbook(BytesIO(buku(Report(findings=(), documents=()), load_rules())))
    assert book["KKE 3"]["A5"].value == "Tidak ada Renja yang terbaca."
