"""One document free of any file format: chapters, paragraphs, lists, tables, signatures; and its writers for PDF, DOCX, XLSX and HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from .docx_tulis import KANAN, KIRI_RATA, TENGAH, Docx
from .pdf import HELVETICA, Pdf, Rupa
from .tabel import ATAS, KIRI, Tabel, rentang
from .xlsx_tulis import Xlsx


@dataclass
class Naskah:
    """judul: of the file's properties · sampul: lines of the cover, none for letters and agreements · blok: (kind, content) in order.

    Kinds: bab, sub, tengah (a centred bold line), p, butir (list), huruf (list a. b. c.), ttd (lines of a signature), polos (rows of a
    table without lines), tabel, halaman (new page: "tegak" or "rebah").
    """

    judul: str
    pemda: str
    tahun: str
    sampul: list[str] = field(default_factory=list)
    kaki: str = ""
    rupa: Rupa | None = None
    huruf: str = "Arial"
    ukuran: float = 8
    angka: bool = True
    blok: list[tuple[str, object]] = field(default_factory=list)

    def bab(self, teks: str) -> None:
        self.blok.append(("bab", teks))

    def sub(self, teks: str) -> None:
        self.blok.append(("sub", teks))

    def tengah(self, *teks: str) -> None:
        self.blok += [("tengah", satu) for satu in teks]

    def p(self, *teks: str) -> None:
        self.blok += [("p", satu) for satu in teks]

    def butir(self, teks: list[str], huruf: bool = False) -> None:
        self.blok.append(("huruf" if huruf else "butir", teks))

    def ttd(self, *baris: str) -> None:
        self.blok.append(("ttd", list(baris)))

    def polos(self, baris: list[list[str]], lebar: list[float]) -> None:
        self.blok.append(("polos", (baris, lebar)))

    def tabel(self, tabel: Tabel) -> None:
        self.blok.append(("tabel", tabel))

    def tegak(self) -> None:
        self.blok.append(("halaman", "tegak"))

    def rebah(self) -> None:
        self.blok.append(("halaman", "rebah"))


def tulis(naskah: Naskah, tujuan: Path) -> None:
    """Write a document in the format of its file name."""
    penulis: dict[str, Callable[[Naskah, Path], None]] = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".html": _html}
    penulis[tujuan.suffix](naskah, tujuan)


def _pdf(naskah: Naskah, tujuan: Path) -> None:
    rupa = naskah.rupa or Rupa(HELVETICA, "#333333", naskah.kaki)
    pdf = Pdf(rupa, naskah.judul, naskah.pemda, naskah.tahun)
    if naskah.sampul:
        pdf.sampul(naskah.sampul)
        pdf.daftar_isi()
    else:
        pdf.tanpa_sampul()
    rebah = False
    for jenis, isi in naskah.blok:
        if jenis == "bab":
            pdf.judul_bab(str(isi))
            rebah = False
        elif jenis == "sub":
            pdf.subbab(str(isi))
        elif jenis == "tengah":
            pdf.tengah(str(isi))
        elif jenis == "p":
            pdf.paragraf(str(isi))
        elif jenis in ("butir", "huruf"):
            pdf.daftar(isi, huruf=jenis == "huruf")
        elif jenis == "ttd":
            pdf.jarak(14)
            for baris in isi:
                pdf.baris(baris, 230)
        elif jenis == "polos":
            pdf.polos(*isi)
        elif jenis == "tabel":
            pdf.tabel(isi, 750.0 if rebah else 460.0, naskah.ukuran if rebah else max(naskah.ukuran, 8.5))
        else:
            rebah = isi == "rebah"
            (pdf.rebah if rebah else pdf.tegak)()
    pdf.tulis(tujuan)


def _docx(naskah: Naskah, tujuan: Path) -> None:
    docx = Docx(naskah.judul, naskah.huruf, 11, naskah.pemda)
    tegak = True
    for baris in naskah.sampul:
        docx.teks(baris, TENGAH, tebal=True, ukuran=18)
    if naskah.kaki:
        docx.kaki(naskah.kaki)
    for nomor, (jenis, isi) in enumerate(naskah.blok):
        if jenis == "bab":
            if not tegak:
                docx.bagian(tegak=True)
                tegak = True
            elif nomor:
                docx.halaman_baru()
            docx.judul(str(isi), 1)
        elif jenis == "sub":
            docx.judul(str(isi), 2)
        elif jenis == "tengah":
            docx.teks(str(isi), TENGAH, tebal=True)
        elif jenis == "p":
            docx.teks(str(isi))
        elif jenis in ("butir", "huruf"):
            for ke, teks in enumerate(isi):
                docx.teks(f"{chr(97 + ke) if jenis == 'huruf' else ke + 1}. {teks}", KIRI_RATA)
        elif jenis == "ttd":
            for baris in isi:
                docx.teks(baris, KANAN)
        elif jenis == "polos":
            baris, lebar = isi
            docx.polos(baris, [w * 16.4 / sum(lebar) for w in lebar])
        elif jenis == "tabel":
            docx.tabel(isi, 16.4 if tegak else 26.4, naskah.ukuran, judul=bool(isi.judul))
        elif isi == "rebah" or not tegak:
            tegak = isi == "tegak"
            docx.bagian(tegak)
        else:
            docx.halaman_baru()
    docx.tulis(tujuan)


def _xlsx(naskah: Naskah, tujuan: Path) -> None:
    """A sheet for each table, below the lines of text that stand before it; the name of the sheet is the table's number."""
    buku = Xlsx(naskah.judul, naskah.pemda)
    atas: list[str] = []
    nama: set[str] = set()
    for jenis, isi in naskah.blok:
        if jenis in ("bab", "sub", "tengah", "p"):
            atas.append(str(isi).replace("\n", " "))
        elif jenis in ("butir", "huruf"):
            atas += [f"{ke}. {teks}" for ke, teks in enumerate(isi, 1)]
        elif jenis == "tabel":
            judul = re.sub(r"[\[\]:*?/\\]", "-", re.split(r"\s{2}|\s(?=[A-Z][a-z]+ )", isi.judul)[0])[:28] or "Lembar"
            while judul in nama:
                judul += "'"
            nama.add(judul)
            lembar = buku.lembar(judul)
            kepala = [*naskah.sampul, *atas, isi.judul]
            for r, teks in enumerate(kepala, 1):
                buku.teks(lembar, r, teks, len(isi.lebar), tebal=len(teks) < 120, ukuran=11)
            buku.tabel(lembar, isi, len(kepala) + 2, 26 * len(isi.lebar) ** 0.85, naskah.angka)
            atas = []
    buku.tulis(tujuan)


_GAYA = (
    "body{font-family:'Segoe UI',sans-serif;font-size:13px;margin:2em}table{border-collapse:collapse;margin:1em 0}"
    "td,th{border:1px solid #667;padding:3px 6px;vertical-align:top}th{background:#e4eef4}.n{text-align:right}.b td{font-weight:bold}"
    ".polos td{border:0}"
)


def _html(naskah: Naskah, tujuan: Path) -> None:
    """A page as a web application prints it."""
    isi = ["<!DOCTYPE html>", '<html lang="id"><head><meta charset="utf-8">', f"<title>{escape(naskah.judul)}</title>"]
    isi += [f"<style>{_GAYA}</style></head><body>", *(f"<h1>{escape(baris)}</h1>" for baris in naskah.sampul if baris)]
    for jenis, blok in naskah.blok:
        if jenis in ("bab", "sub"):
            tanda = "h2" if jenis == "bab" else "h3"
            isi.append(f"<{tanda}>{escape(str(blok))}</{tanda}>")
        elif jenis == "tengah":
            isi.append(f'<p style="text-align:center"><strong>{escape(str(blok))}</strong></p>')
        elif jenis == "p":
            isi.append(f"<p>{escape(str(blok))}</p>")
        elif jenis in ("butir", "huruf"):
            isi.append("<ol>" + "".join(f"<li>{escape(teks)}</li>" for teks in blok) + "</ol>")
        elif jenis == "ttd":
            isi.append("<p>" + "<br>".join(escape(baris) for baris in blok) + "</p>")
        elif jenis == "polos":
            baris = "".join("<tr>" + "".join(f"<td>{_sel(teks)}</td>" for teks in sel) + "</tr>" for sel in blok[0])
            isi.append(f'<table class="polos">{baris}</table>')
        elif jenis == "tabel":
            isi += _tabel_html(blok)
    tujuan.write_text("\n".join([*isi, "</body></html>"]) + "\n", encoding="utf-8")


def _tabel_html(tabel: Tabel) -> list[str]:
    mentah = [*tabel.kepala, *([tabel.nomor_kolom] if tabel.nomor else [])]
    tetap = len(mentah)
    mentah += [satu.sel for satu in tabel.baris]
    rentang_sel = {(r, c): (r2 - r + 1, c2 - c + 1) for r, c, r2, c2 in rentang(mentah)}
    isi = [f"<h4>{escape(tabel.judul)}</h4>" if tabel.judul else "", "<table>", "<thead>"]
    for r, baris in enumerate(mentah):
        if r == tetap:
            isi += ["</thead>", "<tbody>"]
        peran = tabel.baris[r - tetap].peran if r >= tetap else "kepala"
        sel = []
        for c, teks in enumerate(baris):
            if teks in (KIRI, ATAS):
                continue
            tinggi, lebar = rentang_sel.get((r, c), (1, 1))
            tanda = "th" if r < tetap else "td"
            sifat = (f' rowspan="{tinggi}"' if tinggi > 1 else "") + (f' colspan="{lebar}"' if lebar > 1 else "")
            sifat += ' class="n"' if r >= tetap and (c in tabel.angka or c in tabel.uang) else ""
            sel.append(f"<{tanda}{sifat}>{_sel(teks)}</{tanda}>")
        tebal = ' class="b"' if peran in ("urusan", "program", "jumlah") else ""
        isi.append(f"<tr{tebal}>{''.join(sel)}</tr>")
    return [*isi, "</tbody></table>"]


def _sel(teks: str) -> str:
    return "<br>".join(escape(bagian) for bagian in teks.split("\n"))
