"""The documents of a made-up city: tables that are drawn as PDF, and what was read from them."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from doccheck.catatan import catatan
from doccheck.model import Dokumen, Kotak, Lokasi, TabelTerbaca

PEMDA = "Kota Sembilang"
DISHUB, DINKES = "Dinas Perhubungan", "Dinas Kesehatan"
RPJMD, RENSTRA, RENSTRA_DINKES = "rpjmd/RPJMD Kota Sembilang.pdf", "dishub/renstra.pdf", "dinkes/renstra.docx"
PK, PK_DINKES, LKJIP = "dishub/pk-2026.pdf", "dinkes/pk-2026.xlsx", "dishub/lkjip-2025.pdf"

BARIS: dict[str, list[list[str]]] = {
    RPJMD: [
        ["Tujuan / Sasaran", "Indikator", "Satuan", "2024", "2026", "2027", "2028", "2029", "2030"],
        [
            "Meningkatnya kualitas konektivitas wilayah",
            "Indeks konektivitas",
            "Indeks",
            "0,412",
            "0,420",
            "0,429",
            "0,437",
            "0,446",
            "0,455",
        ],
        [
            "Meningkatnya keselamatan lalu lintas jalan",
            "Angka kecelakaan lalu lintas per 100.000 penduduk",
            "Kejadian",
            "38,4",
            "36,0",
            "34,5",
            "33,0",
            "31,5",
            "30,0",
        ],
        [
            "Menurunnya angka kematian ibu dan bayi",
            "Angka kematian ibu per 100.000 kelahiran hidup",
            "Angka",
            "96",
            "92",
            "88",
            "85",
            "82",
            "79",
        ],
    ],
    RENSTRA: [
        ["Tujuan / Sasaran", "Indikator", "Satuan", "2024", "2026", "2027", "2028", "2029", "2030"],
        [
            "Meningkatnya konektivitas antarwilayah kota",
            "Indeks konektivitas",
            "Indeks",
            "0,412",
            "0,420",
            "0,428",
            "0,437",
            "0,446",
            "0,455",
        ],
        [
            "Terlaksananya pembinaan keselamatan lalu lintas",
            "Jumlah kegiatan sosialisasi keselamatan",
            "Kegiatan",
            "12",
            "14",
            "16",
            "18",
            "20",
            "22",
        ],
        ["Meningkatnya layanan angkutan umum", "Persentase armada laik jalan", "%", "78,6", "81,5", "83,0", "84,5", "86,0", "87,5"],
    ],
    PK: [
        ["No.", "Sasaran Strategis", "Indikator Kinerja", "Target 2026"],
        ["1", "Meningkatnya konektivitas antarwilayah kota", "Indeks konektivitas", "0,420"],
        ["2", "Meningkatnya layanan angkutan umum", "Persentase armada laik jalan", "80,0 %"],
    ],
    LKJIP: [
        ["No.", "Indikator Kinerja", "Target dan Realisasi 2025", "Capaian"],
        ["1", "Persentase armada laik jalan", "80,0 / 79,2", "99,0 %"],
    ],
}


def _kolom(berkas: str) -> list[float]:
    lebar = [200, 190, 60] + [53] * 6 if len(BARIS[berkas][0]) == 9 else [40, 240, 220, 100]
    return [40.0] + [40.0 + sum(lebar[: i + 1]) for i in range(len(lebar))]


def kotak(berkas: str, baris: int, kolom: int | None = None) -> Kotak:
    """Box of a row (from 1, the header is row 1) or of one of its cells, as the drawn page has it."""
    x = _kolom(berkas)
    y0 = 90.0 + (baris - 1) * 36
    return (x[0], y0, x[-1], y0 + 36) if kolom is None else (x[kolom - 1], y0, x[kolom], y0 + 36)


def _lines(canvas: Canvas, text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        if canvas.stringWidth(f"{lines[-1]} {word}", "Helvetica", 8.5) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def gambar_pdf(berkas: str, root: Path) -> None:
    """Draws the table of `berkas` on page 2 of a PDF below `root`."""
    path = root / berkas
    path.parent.mkdir(parents=True, exist_ok=True)
    width, height = landscape(A4)
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    canvas.drawString(60, 300, berkas)
    canvas.showPage()
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(40, height - 70, "Tabel 4.1")
    for number, row in enumerate(BARIS[berkas], start=1):
        for column, text in enumerate(row, start=1):
            x0, y0, x1, y1 = kotak(berkas, number, column)
            canvas.setFillGray(0.88 if number == 1 else 1)
            canvas.rect(x0, height - y1, x1 - x0, y1 - y0, fill=1)
            canvas.setFillGray(0)
            canvas.setFont("Helvetica-Bold" if number == 1 else "Helvetica", 8.5)
            for index, line in enumerate(_lines(canvas, text, x1 - x0 - 8)):
                canvas.drawString(x0 + 4, height - y0 - 12 - index * 10, line)
    canvas.showPage()
    canvas.save()


def tulis_pdf(root: Path) -> None:
    for berkas in BARIS:
        gambar_pdf(berkas, root)


def dokumen() -> tuple[Dokumen, ...]:
    def tabel(halaman: int | None, indikator: int, keyakinan: float = 0.96, alasan: tuple[str, ...] = ()) -> TabelTerbaca:
        return TabelTerbaca(
            jenis="tujuan_sasaran",
            lokasi=Lokasi(halaman=halaman, tabel=1),
            baris=indikator + 2,
            indikator=indikator,
            judul="Tabel 4.1 Tujuan dan Sasaran Jangka Menengah",
            keyakinan=keyakinan,
            alasan=alasan,
        )

    return (
        Dokumen(berkas=RPJMD, jenis="rpjmd", pemda=PEMDA, periode=(2025, 2029), halaman=214, tabel=(tabel(88, 41),)),
        Dokumen(
            berkas=RENSTRA,
            jenis="renstra",
            pemda=PEMDA,
            perangkat_daerah=DISHUB,
            periode=(2025, 2029),
            halaman=96,
            tabel=(tabel(41, 9), tabel(55, 64, 0.71, ("3 baris tanpa satuan",))),
            catatan=(
                catatan("EXT-03", Lokasi(halaman=23, tabel=1)),
                catatan("EXT-03", Lokasi(halaman=24, tabel=1)),
                catatan("EXT-06", Lokasi(halaman=57, tabel=1, baris=9), rincian="“1.2S0,00”"),
            ),
        ),
        Dokumen(
            berkas=PK,
            jenis="pk",
            pemda=PEMDA,
            perangkat_daerah=DISHUB,
            tahun=2026,
            jabatan="Kepala Dinas Perhubungan",
            halaman=2,
            tabel=(tabel(2, 2),),
        ),
        Dokumen(berkas=LKJIP, jenis="lkjip", pemda=PEMDA, perangkat_daerah=DISHUB, tahun=2025, halaman=48, tabel=(tabel(2, 1),)),
        Dokumen(
            berkas=RENSTRA_DINKES, jenis="renstra", pemda=PEMDA, perangkat_daerah=DINKES, periode=(2025, 2029), tabel=(tabel(None, 22),)
        ),
        Dokumen(berkas=PK_DINKES, jenis="pk", pemda=PEMDA, perangkat_daerah=DINKES, tahun=2026, jabatan="Kepala Dinas Kesehatan"),
        Dokumen(berkas="dlh/iku.xlsx", jenis="iku", pemda=PEMDA, perangkat_daerah="Dinas Lingkungan Hidup", keyakinan_jenis=0.66),
    )
