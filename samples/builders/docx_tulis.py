"""Writes DOCX documents: paragraphs, portrait and landscape sections, tables with merged cells and repeated headers."""

from __future__ import annotations

import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from .paket import tetapkan
from .tabel import ATAS, KIRI, Tabel, rentang

TENGAH, KANAN, RATA = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
KIRI_RATA = WD_ALIGN_PARAGRAPH.LEFT
_SEBUT = ("w:pStyle", "w:rStyle", "w:tblStyle")


class Docx:
    """One document under construction; widths in centimetres."""

    def __init__(self, judul: str, huruf: str, ukuran: float, pemda: str = "Kota Sembilang") -> None:
        self.doc: Dokumen = Document()
        gaya = self.doc.styles["Normal"]
        gaya.font.name, gaya.font.size = huruf, Pt(ukuran)
        gaya.paragraph_format.space_after = Pt(4)
        waktu = datetime.datetime(2025, 9, 1)
        sifat = self.doc.core_properties
        sifat.title, sifat.author, sifat.last_modified_by = judul, f"Pemerintah {pemda}", f"Pemerintah {pemda}"
        sifat.created = sifat.modified = waktu
        sifat.comments = "Dokumen contoh fiktif"
        self._ukuran(self.doc.sections[0], tegak=True)

    @staticmethod
    def _ukuran(bagian: object, tegak: bool) -> None:
        lebar, tinggi = (Cm(21.0), Cm(29.7)) if tegak else (Cm(29.7), Cm(21.0))
        bagian.orientation = WD_ORIENT.PORTRAIT if tegak else WD_ORIENT.LANDSCAPE
        bagian.page_width, bagian.page_height = lebar, tinggi
        bagian.left_margin = bagian.right_margin = Cm(2.2 if tegak else 1.6)
        bagian.top_margin = bagian.bottom_margin = Cm(2.0)

    def bagian(self, tegak: bool) -> None:
        """Start a section on a new page."""
        self._ukuran(self.doc.add_section(WD_SECTION.NEW_PAGE), tegak)

    def halaman_baru(self) -> None:
        self.doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def judul(self, teks: str, tingkat: int) -> None:
        paragraf = self.doc.add_heading(teks, tingkat)
        if tingkat == 1:
            paragraf.alignment = TENGAH

    def teks(self, teks: str, rata: WD_ALIGN_PARAGRAPH = RATA, tebal: bool = False, ukuran: float | None = None) -> None:
        paragraf = self.doc.add_paragraph()
        paragraf.alignment = rata
        lari = paragraf.add_run(teks)
        lari.bold = tebal
        if ukuran:
            lari.font.size = Pt(ukuran)

    def butir(self, teks: str) -> None:
        self.doc.add_paragraph(teks, style="List Number")

    def kaki(self, teks: str) -> None:
        """The footer with the page number, of all sections."""
        paragraf = self.doc.sections[0].footer.paragraphs[0]
        paragraf.alignment = KANAN
        paragraf.add_run(f"{teks}  |  ").italic = True
        lari = paragraf.add_run()
        for jenis, isi in (("begin", None), (None, "PAGE"), ("end", None)):
            unsur = OxmlElement("w:instrText" if isi else "w:fldChar")
            if isi:
                unsur.text = isi
            else:
                unsur.set(qn("w:fldCharType"), jenis)
            lari._r.append(unsur)

    def polos(self, baris: list[list[str]], lebar: list[float], rata: list[WD_ALIGN_PARAGRAPH] | None = None) -> None:
        """A table without lines (the parties of a PK, its signatures)."""
        tabel = self.doc.add_table(len(baris), len(lebar))
        tabel.autofit = False
        sel = tabel._cells
        for r, isi in enumerate(baris):
            for c, teks in enumerate(isi):
                satu = sel[r * len(lebar) + c]
                satu.width = Cm(lebar[c])
                self._isi(satu, teks, rata[c] if rata else KIRI_RATA, False, None)

    def tabel(self, tabel: Tabel, lebar: float, ukuran: float, warna: str | None = None, judul: bool = True) -> None:
        if judul:
            self.teks(tabel.judul, TENGAH, tebal=True, ukuran=ukuran + 2)
        mentah = [list(sel) for sel in tabel.kepala]
        if tabel.nomor:
            mentah.append(tabel.nomor_kolom)
        tetap = len(mentah)
        mentah += [baris.sel for baris in tabel.baris]
        kolom = len(tabel.lebar)
        kisi = self.doc.add_table(len(mentah), kolom)
        kisi.style = "Table Grid"
        kisi.autofit = False
        satuan = lebar / sum(tabel.lebar)
        sel = list(kisi._cells)
        for r, isi in enumerate(mentah):
            peran = tabel.baris[r - tetap].peran if r >= tetap else "kepala"
            for c, teks in enumerate(isi):
                satu = sel[r * kolom + c]
                satu.width = Cm(tabel.lebar[c] * satuan)
                if peran == "kepala" or (c in tabel.angka):
                    rata = TENGAH
                else:
                    rata = KANAN if c in tabel.uang else KIRI_RATA
                tebal = peran in ("kepala", "urusan", "program", "jumlah") and not (tabel.nomor and r == tetap - 1)
                self._isi(satu, "" if teks in (KIRI, ATAS) else teks, rata, tebal, ukuran)
                if warna and (peran in ("kepala", "program", "urusan")):
                    self._warnai(satu, warna)
        for r1, c1, r2, c2 in rentang(mentah):
            self._gabung(sel, kolom, r1, c1, r2, c2)
        for r in range(tetap):
            sifat = kisi.rows[r]._tr.get_or_add_trPr()
            sifat.append(OxmlElement("w:tblHeader"))
        self.doc.add_paragraph()

    @staticmethod
    def _isi(sel: _Cell, teks: str, rata: WD_ALIGN_PARAGRAPH, tebal: bool, ukuran: float | None) -> None:
        for nomor, bagian in enumerate(teks.split("\n")):
            paragraf = sel.paragraphs[0] if nomor == 0 else sel.add_paragraph()
            paragraf.alignment = rata
            paragraf.paragraph_format.space_after = Pt(0)
            lari = paragraf.add_run(bagian)
            lari.bold = tebal or None
            if ukuran:
                lari.font.size = Pt(ukuran)

    @staticmethod
    def _warnai(sel: _Cell, warna: str) -> None:
        unsur = OxmlElement("w:shd")
        unsur.set(qn("w:val"), "clear")
        unsur.set(qn("w:fill"), warna)
        sel._tc.get_or_add_tcPr().append(unsur)

    @staticmethod
    def _gabung(sel: list[_Cell], kolom: int, r1: int, c1: int, r2: int, c2: int) -> None:
        """Merge as Word does: gridSpan for columns (the covered cells go), vMerge for rows."""
        for r in range(r1, r2 + 1):
            kiri = sel[r * kolom + c1]._tc
            for c in range(c1 + 1, c2 + 1):
                lain = sel[r * kolom + c]._tc
                lain.getparent().remove(lain)
            if c2 > c1:
                kiri.grid_span = c2 - c1 + 1
            if r2 > r1:
                kiri.vMerge = "restart" if r == r1 else "continue"

    def tulis(self, tujuan: Path) -> None:
        self._ramping()
        self.doc.save(str(tujuan))
        tetapkan(tujuan)

    def _ramping(self) -> None:
        """Leaves out what the template brings and no page shows: styles that nothing uses, a preview, styles for old versions of Word."""
        for induk in (self.doc.part, self.doc.part.package):
            for kunci in [k for k, rel in induk.rels.items() if rel.reltype.endswith(("/stylesWithEffects", "/customXml", "/thumbnail"))]:
                del induk.rels[kunci]
        gaya = {satu.get(qn("w:styleId")): satu for satu in self.doc.styles.element.iterchildren(qn("w:style"))}
        unsur = [self.doc.element, *(bagian.footer._element for bagian in self.doc.sections if not bagian.footer.is_linked_to_previous)]
        tunggu = [sebut.get(qn("w:val")) for satu in unsur for nama in _SEBUT for sebut in satu.iter(qn(nama))]
        tunggu += [id_ for id_, satu in gaya.items() if satu.get(qn("w:default"))]
        pakai: set[str] = set()
        while tunggu:
            id_ = tunggu.pop()
            if id_ in gaya and id_ not in pakai:
                pakai.add(id_)
                tunggu += [lain.get(qn("w:val")) for nama in ("w:basedOn", "w:link") for lain in gaya[id_].iter(qn(nama))]
        for id_, satu in gaya.items():
            if id_ not in pakai:
                satu.getparent().remove(satu)
