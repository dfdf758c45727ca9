"""How surely a table was read: what lowers it, what raises it, and the notes that say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract.dokumen import baca
from doccheck.model import Dokumen

from .notasi import baca_kasus


def _baca(tmp_path: Path, text: str) -> Dokumen:
    path = tmp_path / "kasus.txt"
    path.write_text(f"## kasus\n{text}\n=>\n", encoding="utf-8")
    (kasus,) = baca_kasus(path)
    return baca(kasus.layout, kasus.identitas)


PLAIN = """periode: 2025-2029
| Program | Indikator | Target 2026 | Pagu 2026 |
| Program Arsip | Persentase arsip tertata | 80 | 1.000.000 |
| Program Data | Persentase data terbuka | {value} | 2.000.000 |
| Program Jalan | Persentase jalan mantap | 70 | 3.000.000 |
"""


def test_a_plain_table_is_sure(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, PLAIN.format(value="60"))
    assert [(tabel.keyakinan, tabel.alasan) for tabel in dokumen.tabel] == [(1.0, ())]
    assert not dokumen.catatan


def test_a_number_that_cannot_be_read_is_noted_at_its_cell(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, PLAIN.format(value="6,0,1.2"))
    assert [(note.kode, note.lokasi.baris, note.lokasi.kolom) for note in dokumen.catatan] == [("EXT-06", 3, 3)]
    assert dokumen.tabel[0].keyakinan < 1.0
    assert dokumen.kinerja[0].keyakinan == dokumen.tabel[0].keyakinan


def test_a_column_of_other_values_than_its_heading_says_is_noted_once(tmp_path: Path) -> None:
    text = PLAIN.format(value="60").replace("1.000.000", "Sekretaris").replace("2.000.000", "Camat").replace("3.000.000", "Lurah")
    assert [note.kode for note in _baca(tmp_path, text).catatan] == ["EXT-04"]


@pytest.mark.parametrize(("total", "agrees"), [("6.000.000", True), ("6.500.000", False)])
def test_printed_sums_confirm_the_digits(tmp_path: Path, total: str, agrees: bool) -> None:
    dokumen = _baca(tmp_path, PLAIN.format(value="6,0,1.2") + f"| Jumlah | | | {total} |\n")
    assert ("jumlah yang tercetak sama dengan jumlah barisnya" in dokumen.tabel[0].alasan) is agrees
    assert dokumen.tabel[0].keyakinan == (0.96 if agrees else 0.93)


def test_a_row_that_begins_in_mid_sentence_on_a_new_page_is_noted(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, PLAIN.format(value="60") + "====\n| Program Taman | dan ruang hijau | 50 | 4.000.000 |\n")
    assert [(note.kode, note.lokasi.halaman) for note in dokumen.catatan] == [("EXT-05", 2)]


def test_an_indicator_that_begins_with_a_small_letter_is_no_rest(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, PLAIN.format(value="60") + "====\n| Program Taman | jumlah taman yang dirawat | 50 | 4.000.000 |\n")
    assert not dokumen.catatan


def test_ocr_lowers_it_to_the_confidence_of_its_cells(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, "sumber: ocr\n" + PLAIN.format(value="60"))
    assert dokumen.tabel[0].alasan == ("dibaca dengan OCR (keyakinan rata-rata 100%)",)


FORM = """periode: 2025-2029
| NSPK dan Sasaran RPJMD | | | | | | Program / Kegiatan / Sub |
| Desa mandiri | Desa maju | Usaha desa naik | | | {} | |
| | | | Kerja sama naik | | {} | 2.13.03 Program Kerja Sama |
| | | | | Terfasilitasi | {} | 2.13.03.2.01 Fasilitasi |
"""


def test_headings_taken_from_a_form_make_a_table_less_sure(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, FORM.format("Indeks desa", "Persentase kerja sama", "Cakupan fasilitasi"))
    assert [(tabel.keyakinan, tabel.alasan) for tabel in dokumen.tabel] == [
        (0.8, ("kepala 5 kolom tidak terbaca; diisi menurut bentuk baku",))
    ]


def test_a_table_whose_headings_are_mostly_unread_is_named_where_no_form_fits(tmp_path: Path) -> None:
    dokumen = _baca(tmp_path, FORM.format("Agus", "Bagian Umum", "Ruang rapat"))
    assert [note.kode for note in dokumen.catatan] == ["EXT-03"]
    assert not dokumen.kinerja
