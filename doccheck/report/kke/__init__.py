"""The evaluators' working papers (Kertas Kerja Evaluasi) as a workbook, pre-filled from the documents. No sum over a sheet, no score and no
predicate: those are the evaluators'."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from ...aturan import Rule
from ...bahasa import _
from ...laporan_sendiri import TANDA
from ...model import Dokumen, Report
from .. import matriks, matriks_xlsx
from . import analisis, anggaran, kaskade, pengukuran, smart, temuan, tindak_lanjut
from .bahan import Bahan
from .lembar import Buku


def buku(report: Report, rules: Iterable[Rule], daerah: Sequence[Sequence[Dokumen]] | None = None) -> bytes:
    """The workbook: findings with decisions, KKE 1, 2, 3, 5, 6, LKjIP, SPIP, alignment matrix, links. rules: those that ran · daerah: the
    documents of each pemda, as workspace.per_pemda gives them (default: all are of one). Same report, same bytes."""
    import xlsxwriter

    bahan = Bahan(report, rules)
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "author": "doccheck", "keywords": TANDA})
        made = Buku(book)
        _petunjuk(made)
        terang = _("Biru: diisi mesin; kuning: diisi manusia; putih: tertulis dalam dokumen.")
        made.lembar(
            _("Temuan"), _("Temuan dan keputusan penelaah"),
            _("Isi kolom kuning, simpan, lalu: doccheck check FOLDER --keputusan BERKAS.xlsx. Temuan yang ditolak harus beralasan."),
            temuan.kolom(), temuan.baris(bahan), _("Tidak ada temuan."), 3, 10,
        )  # fmt: skip
        made.lembar(
            "KKE 1", _("KKE 1. Evaluasi Perencanaan Kinerja: kualitas indikator (SMART)"),
            f"{terang} {_('Y=1, T=0. Mesin hanya menulis 1 untuk satuan dengan angka dan untuk tahun, dan 0 untuk temuan yang pasti.')}",
            smart.kolom_smart(), smart.baris_smart(bahan), _("Tidak ada RPJMD atau Renstra yang terbaca."), 5,
        )  # fmt: skip
        made.lembar(
            "KKE 2", _("KKE 2. Pernyataan indikator dalam Renstra, Renja, dan PK, serta ketepatan cascading"), terang,
            kaskade.kolom(), kaskade.baris(bahan), _("Tidak ada RPJMD atau Renstra yang terbaca."), 4,
        )  # fmt: skip
        made.lembar(
            "KKE 3", _("KKE 3. Kesesuaian kegiatan dalam DPA dengan Renstra dan Renja"),
            f"{terang} {_('DPA tidak dibaca: barisnya dari Renja, kolom DPA diisi manusia.')}",
            anggaran.kolom(), anggaran.baris(bahan), _("Tidak ada Renja yang terbaca."), 5,
        )  # fmt: skip
        made.lembar(
            "KKE 5", _("KKE 5. Formula dan sumber data indikator"), terang,
            pengukuran.kolom_formula(), pengukuran.baris_formula(bahan), _("Tidak ada IKU atau Renstra yang terbaca."), 3,
        )  # fmt: skip
        made.lembar(
            "KKE 6", _("KKE 6. Tindak lanjut rekomendasi hasil evaluasi"), terang,
            tindak_lanjut.kolom_tindak_lanjut(), tindak_lanjut.baris_tindak_lanjut(bahan),
            _("Tidak ada LHE atau matriks tindak lanjut yang terbaca."), 4,
        )  # fmt: skip
        made.lembar(
            "LKjIP", _("Analisis dalam LKjIP per indikator (Permen PANRB 53/2014)"),
            f"{terang} {_('Tabel saja: angkanya ada, uraiannya tidak ditemukan. Mutu analisis dinilai evaluator.')}",
            analisis.kolom(), analisis.baris(bahan), _("Tidak ada LKjIP yang terbaca."), 4,
        )  # fmt: skip
        made.lembar(
            "SPIP", _("Kertas kerja SPIP: ketepatan sasaran, indikator, dan target"), terang,
            smart.kolom_spip(), smart.baris_spip(bahan), _("Tidak ada RPJMD atau Renstra yang terbaca."), 4,
        )  # fmt: skip
        _keselarasan(made, report, daerah or [bahan.dokumen])
        made.lembar(
            _("Tautan"), _("Tautan antardokumen satu per satu"), terang,
            temuan.kolom_matriks(), temuan.baris_matriks(bahan, daerah or [bahan.dokumen]), _("Tidak ada dokumen yang dapat ditautkan."), 2,
        )  # fmt: skip
    return stream.getvalue()


def _keselarasan(made: Buku, report: Report, daerah: Sequence[Sequence[Dokumen]]) -> None:
    """The alignment matrix, a sheet a pemda."""
    formats = matriks_xlsx.bentuk(made.book)
    for number, group in enumerate(daerah, start=1):
        names = {document.berkas for document in group}
        links = [link for link in report.links if link.dari.berkas in names]
        sheet = made.book.add_worksheet(f"{_('Keselarasan')} {number}" if len(daerah) > 1 else _("Keselarasan"))
        matriks_xlsx.tulis(sheet, matriks.susun(group, tautan=links), formats)


def _petunjuk(made: Buku) -> None:
    """The first sheet: what the colours mean and what is read back."""
    sheet = made.book.add_worksheet(_("Petunjuk"))
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, _("Kertas Kerja Evaluasi, terisi awal"), made.judul)
    rows: list[tuple[str, str, Any]] = [
        (_("Putih"), _("Tertulis dalam dokumen yang diperiksa."), made.isi["dokumen"]),
        (_("Biru"), _("Diisi mesin dari hasil pemeriksaan. Periksa kembali; boleh diganti."), made.isi["mesin"]),
        (_("Kuning"), _("Diisi evaluator. Mesin tidak dapat atau tidak pasti menilainya."), made.isi["manusia"]),
        (_("Lembar Temuan"), _(
            "Satu baris satu temuan. Kolom keputusan (diterima, ditolak, perlu telaah), alasan, dan teks perubahan (pengganti rekomendasi) "
            "dibaca kembali dengan --keputusan dan berlaku di semua bentuk laporan. Jangan mengubah kolom sidik."
        ), made.isi["dokumen"]),
        (_("Lembar lain"), _(
            "Isian pada lembar KKE dan SPIP tidak dibaca kembali; simpan berkasnya sebagai kertas kerja."
        ), made.isi["dokumen"]),
        (_("Batas"), _("Berkas ini tidak memuat nilai komponen atau predikat; penilaian LKE dilakukan evaluator."), made.isi["dokumen"]),
    ]  # fmt: skip
    for number, (name, text, style) in enumerate(rows, start=2):
        sheet.set_row(number, 30 if len(text) > 120 else 16)
        sheet.write_string(number, 0, name, style)
        sheet.write_string(number, 1, text, style)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
