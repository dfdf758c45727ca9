"""Writes PDF documents that look like those of a local government: cover with emblem, contents, chapters, ruled tables.

Bytes are the same on every run (reportlab's invariant mode, the standard fonts, no clock).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tableofcontents import TableOfContents

from .tabel import ATAS, KIRI, Tabel, rentang

rl_config.invariant = 1
rl_config.useA85 = 0


@dataclass(frozen=True)
class Rupa:
    """Look of one document. huruf: (regular, bold, italic) · hias: accent colour · kepala_tabel, program, kegiatan: shading
    (None: white) · pecah: rows run over pages · kaki: text of the footer · tepi: margin of landscape pages in points."""

    huruf: tuple[str, str, str]
    hias: str
    kaki: str
    kepala_tabel: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    tepi: float = 45.0
    pecah: bool = False


TIMES = ("Times-Roman", "Times-Bold", "Times-Italic")
HELVETICA = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


class _Tabel(Table):
    """A table that breaks as word processors do it: `pecah` lets any row run over the page; otherwise only a row (or a
    merged cell) that is higher than a page. reportlab alone would repeat the header in the middle of a page."""

    pecah = False

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: ARG002, N803 (reportlab's)
        kepala = sum(self._rowHeights[: self.repeatRows])
        bagian: list[Flowable] = []
        if self.pecah and availHeight > kepala + 60:
            bagian = self._splitRows(availHeight, doInRowSplit=1)
        if not bagian:
            bagian = self._splitRows(availHeight)
        if not bagian and availHeight > kepala + 250:
            bagian = self._splitRows(availHeight, doInRowSplit=1)
        for satu in bagian:
            satu.pecah = self.pecah
        if len(bagian) == 2:
            bagian[0].setStyle([("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black)])
        return bagian


class _Dokumen(BaseDocTemplate):
    """Sends chapter headings to the table of contents."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (reportlab's name)
        tingkat = getattr(flowable, "tingkat_judul", None)
        if tingkat is not None:
            self.notify("TOCEntry", (tingkat, flowable.teks_judul, self.page))


class Pdf:
    """Collects the parts of one document and writes it."""

    def __init__(self, rupa: Rupa, judul: str, pemda: str, tahun: str = "2025") -> None:
        self.rupa, self.judul, self.pemda, self.tahun = rupa, judul, pemda, tahun
        self._sampul = True
        biasa, tebal, _ = rupa.huruf
        self.isi: list[Flowable] = []
        self.teks = ParagraphStyle(
            "teks", fontName=biasa, fontSize=11, leading=16.5, alignment=TA_JUSTIFY, firstLineIndent=28, spaceAfter=6
        )
        self.butir = ParagraphStyle("butir", parent=self.teks, firstLineIndent=0, leftIndent=28, bulletIndent=14, spaceAfter=3)
        self.bab = ParagraphStyle("bab", fontName=tebal, fontSize=14, leading=19, alignment=TA_CENTER, spaceAfter=14)
        self.sub = ParagraphStyle("sub", fontName=tebal, fontSize=11.5, leading=16, spaceBefore=8, spaceAfter=5, textColor=rupa.hias)
        self.judul_tabel = ParagraphStyle(
            "judul_tabel", fontName=tebal, fontSize=10, leading=13, alignment=TA_CENTER, spaceBefore=8, spaceAfter=5
        )
        self.sampul_ = ParagraphStyle("sampul", fontName=tebal, fontSize=22, leading=28, alignment=TA_CENTER)

    def sampul(self, baris: list[str]) -> None:
        """The cover: the emblem is drawn on the page, the lines below it."""
        self.isi += [NextPageTemplate("tegak"), Spacer(1, 250)]
        for nomor, teks in enumerate(baris):
            ukuran = 24 if nomor == 0 else 17
            gaya = ParagraphStyle(f"s{nomor}", parent=self.sampul_, fontSize=ukuran, leading=ukuran * 1.35, spaceAfter=10)
            self.isi.append(Paragraph(escape(teks), gaya))
        self.isi.append(PageBreak())

    def tanpa_sampul(self) -> None:
        """A letter or an agreement: text from the first page on."""
        self._sampul = False

    def tengah(self, teks: str) -> None:
        """A centred bold line."""
        self.isi.append(Paragraph(escape(teks), ParagraphStyle("tengah_", parent=self.bab, fontSize=12, leading=16, spaceAfter=3)))

    def polos(self, baris: list[list[str]], lebar: list[float]) -> None:
        """A table without lines (the parties of an agreement, its signatures)."""
        gaya = ParagraphStyle("polos", parent=self.teks, firstLineIndent=0, leading=14, spaceAfter=0, alignment=0)
        sel = [[[Paragraph(escape(t) or "\u00a0", gaya) for t in teks.split("\n")] for teks in satu] for satu in baris]
        self.isi.append(Table(sel, [w * 460 / sum(lebar) for w in lebar], style=[("VALIGN", (0, 0), (-1, -1), "TOP")], spaceAfter=6))

    def daftar_isi(self) -> None:
        daftar = TableOfContents()
        biasa, tebal, _ = self.rupa.huruf
        daftar.levelStyles = [
            ParagraphStyle("d0", fontName=tebal, fontSize=10.5, leading=17),
            ParagraphStyle("d1", fontName=biasa, fontSize=10.5, leading=15, leftIndent=18),
            ParagraphStyle("d2", fontName=biasa, fontSize=9.5, leading=13, leftIndent=18, rightIndent=24),
        ]
        daftar.dotsMinLevel = 0
        self.isi += [Paragraph("DAFTAR ISI", self.bab), daftar]

    def judul_bab(self, teks: str) -> None:
        """A chapter heading on a new portrait page."""
        self.tegak()
        self.judul_bab_sejalan(teks)

    def judul_bab_sejalan(self, teks: str) -> None:
        """A heading of the same look on the page where we are."""
        paragraf = Paragraph("<br/>".join(escape(t) for t in teks.split("\n")), self.bab)
        paragraf.tingkat_judul, paragraf.teks_judul = 0, teks.replace("\n", " ")
        self.isi.append(paragraf)

    def subbab(self, teks: str) -> None:
        paragraf = Paragraph(escape(teks), self.sub)
        paragraf.tingkat_judul, paragraf.teks_judul = 1, teks
        self.isi.append(paragraf)

    def paragraf(self, teks: str) -> None:
        self.isi.append(Paragraph(escape(teks), self.teks))

    def baris(self, teks: str, kiri: float = 0.0) -> None:
        """A line set in the middle of the page, or of what remains right of `kiri` points (signatures)."""
        gaya = ParagraphStyle("baris", parent=self.teks, alignment=TA_CENTER, firstLineIndent=0, leftIndent=kiri)
        self.isi.append(Paragraph(escape(teks) or "\u00a0", gaya))

    def daftar(self, butir: list[str], huruf: bool = False) -> None:
        """A numbered list; huruf: a., b., c. in place of 1., 2., 3."""
        for nomor, teks in enumerate(butir):
            tanda = f"{chr(ord('a') + nomor)}." if huruf else f"{nomor + 1}."
            self.isi.append(Paragraph(escape(teks), self.butir, bulletText=tanda))

    def jarak(self, poin: float) -> None:
        self.isi.append(Spacer(1, poin))

    def tegak(self) -> None:
        self._halaman(True)

    def rebah(self) -> None:
        self._halaman(False)

    def _halaman(self, tegak: bool) -> None:
        self.isi += [NextPageTemplate("tegak" if tegak else "rebah"), PageBreak()]

    def tabel(self, tabel: Tabel, lebar: float, ukuran: float = 7.5, pad: float = 3.0) -> None:
        """Append a table: header repeated on each page, rows may break over pages; `lebar`: width in points."""
        if tabel.judul:
            judul = Paragraph(escape(tabel.judul), self.judul_tabel)
            judul.tingkat_judul, judul.teks_judul = 2, tabel.judul
            judul.keepWithNext = 1
            self.isi.append(judul)
        biasa, tebal, miring = self.rupa.huruf
        dasar = ParagraphStyle("sel", fontName=biasa, fontSize=ukuran, leading=ukuran * 1.2, splitLongWords=1)
        tengah = ParagraphStyle("tengah", parent=dasar, alignment=TA_CENTER)
        kanan = ParagraphStyle("kanan", parent=dasar, alignment=TA_RIGHT)
        kuat = ParagraphStyle("kuat", parent=dasar, fontName=tebal)
        kuat_kanan = ParagraphStyle("kuat_kanan", parent=kanan, fontName=tebal)
        kepala = ParagraphStyle("kepala", parent=tengah, fontName=tebal)
        nomor = ParagraphStyle("nomor", parent=tengah, fontName=miring, fontSize=ukuran - 0.5)
        baris: list[list[object]] = [[self._sel(t, kepala) for t in sel] for sel in tabel.kepala]
        mentah = [list(sel) for sel in tabel.kepala]
        if tabel.nomor:
            baris.append([self._sel(t, nomor) for t in tabel.nomor_kolom])
            mentah.append(tabel.nomor_kolom)
        tetap = len(baris)
        gaya: list[tuple] = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("VALIGN", (0, tetap), (-1, -1), "TOP"),
            ("VALIGN", (0, 0), (-1, tetap - 1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), pad),
            ("RIGHTPADDING", (0, 0), (-1, -1), pad),
            ("TOPPADDING", (0, 0), (-1, -1), pad * 0.7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        ]
        if self.rupa.kepala_tabel:
            gaya.append(("BACKGROUND", (0, 0), (-1, tetap - 1), colors.HexColor(self.rupa.kepala_tabel)))
        warna = {"urusan": self.rupa.program, "program": self.rupa.program, "kegiatan": self.rupa.kegiatan, "jumlah": self.rupa.program}
        for r, satu in enumerate(tabel.baris, tetap):
            judul_baris = satu.peran in ("urusan", "program", "jumlah")
            sel: list[object] = []
            for c, teks in enumerate(satu.sel):
                if c in tabel.uang:
                    sel.append(self._sel(teks, kuat_kanan if judul_baris else kanan))
                elif c in tabel.angka:
                    sel.append(self._sel(teks, tengah))
                else:
                    sel.append(self._sel(teks, kuat if judul_baris else dasar))
            baris.append(sel)
            mentah.append(satu.sel)
            if warna.get(satu.peran):
                gaya.append(("BACKGROUND", (0, r), (-1, r), colors.HexColor(warna[satu.peran])))
        gaya += [("SPAN", (c1, r1), (c2, r2)) for r1, c1, r2, c2 in rentang(mentah)]
        satuan = lebar / sum(tabel.lebar)
        isi = _Tabel(baris, [w * satuan for w in tabel.lebar], repeatRows=tetap, splitInRow=1, style=gaya, spaceAfter=10)
        isi.pecah = self.rupa.pecah
        self.isi.append(isi)

    @staticmethod
    def _sel(teks: str, gaya: ParagraphStyle) -> object:
        if teks in (KIRI, ATAS, ""):
            return ""
        return [Paragraph(escape(bagian), gaya) for bagian in teks.split("\n")]

    def tulis(self, tujuan: Path) -> None:
        lebar, tinggi = A4
        dokumen = _Dokumen(str(tujuan), pagesize=A4, title=self.judul, author=f"Pemerintah {self.pemda}", subject="Dokumen contoh fiktif")
        tepi = self.rupa.tepi
        tegak = Frame(72, 66, lebar - 135, tinggi - 130, 0, 0, 0, 0)
        rebah = Frame(tepi, 52, tinggi - 2 * tepi, lebar - 100, 0, 0, 0, 0)
        awal = PageTemplate("sampul", [Frame(72, 66, lebar - 144, tinggi - 130, 0, 0, 0, 0)], onPage=self._halaman_sampul, pagesize=A4)
        dokumen.addPageTemplates(
            [
                *([awal] if self._sampul else []),
                PageTemplate("tegak", [tegak], onPage=self._kaki, pagesize=A4),
                PageTemplate("rebah", [rebah], onPage=self._kaki, pagesize=landscape(A4)),
            ]
        )
        dokumen.multiBuild(self.isi)

    def _kaki(self, kanvas: Canvas, dokumen: BaseDocTemplate) -> None:
        lebar, _ = kanvas._pagesize
        kanvas.saveState()
        kanvas.setStrokeColor(colors.HexColor(self.rupa.hias))
        kanvas.setLineWidth(1.2)
        kanvas.line(50, 42, lebar - 50, 42)
        kanvas.setFont(self.rupa.huruf[2], 9)
        kanvas.drawString(50, 29, self.rupa.kaki)
        kanvas.setFont(self.rupa.huruf[1], 9)
        kanvas.drawRightString(lebar - 50, 29, str(dokumen.page))
        kanvas.restoreState()

    def _halaman_sampul(self, kanvas: Canvas, _: BaseDocTemplate) -> None:
        lebar, tinggi = A4
        hias = colors.HexColor(self.rupa.hias)
        kanvas.saveState()
        kanvas.setStrokeColor(hias)
        kanvas.setLineWidth(3)
        kanvas.rect(36, 36, lebar - 72, tinggi - 72)
        kanvas.setLineWidth(0.8)
        kanvas.rect(42, 42, lebar - 84, tinggi - 84)
        lambang(kanvas, lebar / 2, tinggi - 170, 1.0, hias)
        kanvas.setFont(self.rupa.huruf[1], 15)
        kanvas.drawCentredString(lebar / 2, 92, f"PEMERINTAH {self.pemda.upper()}")
        kanvas.setFont(self.rupa.huruf[0], 13)
        kanvas.drawCentredString(lebar / 2, 72, self.tahun)
        kanvas.restoreState()


def lambang(kanvas: Canvas, x: float, y: float, skala: float, warna: colors.Color) -> None:
    """A neutral made-up crest: a shield with nine dots over three waves; (x, y) is its middle."""
    kanvas.saveState()
    kanvas.translate(x, y)
    kanvas.scale(skala, skala)
    perisai = kanvas.beginPath()
    perisai.moveTo(-52, 62)
    perisai.lineTo(52, 62)
    perisai.lineTo(52, -8)
    perisai.curveTo(52, -45, 20, -66, 0, -76)
    perisai.curveTo(-20, -66, -52, -45, -52, -8)
    perisai.close()
    kanvas.setFillColor(colors.HexColor("#F4E9C8"))
    kanvas.setStrokeColor(warna)
    kanvas.setLineWidth(4)
    kanvas.drawPath(perisai, stroke=1, fill=1)
    kanvas.setFillColor(warna)
    for i in range(9):
        kanvas.circle(-32 + 8 * i, 40 - abs(i - 4) * 4, 3, stroke=0, fill=1)
    kanvas.rect(-24, -8, 48, 22, stroke=0, fill=1)
    atap = kanvas.beginPath()
    atap.moveTo(-32, 14)
    atap.lineTo(0, 30)
    atap.lineTo(32, 14)
    atap.close()
    kanvas.drawPath(atap, stroke=0, fill=1)
    kanvas.setLineWidth(2.5)
    for i in range(3):
        ombak = kanvas.beginPath()
        dasar = -20 - 11 * i
        rentang_x = 38 - 9 * i
        ombak.moveTo(-rentang_x, dasar)
        ombak.curveTo(-rentang_x / 2, dasar + 10, -rentang_x / 2, dasar - 10, 0, dasar)
        ombak.curveTo(rentang_x / 2, dasar + 10, rentang_x / 2, dasar - 10, rentang_x, dasar)
        kanvas.drawPath(ombak, stroke=1, fill=0)
    kanvas.restoreState()
