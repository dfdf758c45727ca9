"""A made-up report of a made-up city, with the PDF files that its evidence points into."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from doccheck.catatan import catatan
from doccheck.checks.rules import Contoh, Dasar, Penjelasan, Rule, Teks
from doccheck.model import Bukti, Dokumen, Finding, Keparahan, Kotak, Lokasi, Report, TabelTerbaca, TidakDinilai

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


def bukti(berkas: str, peran: str, baris: int, kolom: int, nilai_kolom: int | None = None) -> Bukti:
    """Evidence in one of the drawn tables: the text of a cell, the value of another."""
    row = BARIS[berkas][baris - 1]
    return Bukti(
        dokumen=berkas,
        peran=peran,
        halaman=2,
        tabel=1,
        baris=baris,
        kutipan=row[kolom - 1],
        kotak=kotak(berkas, baris),
        nilai=row[nilai_kolom - 1] if nilai_kolom else None,
        kotak_nilai=kotak(berkas, baris, nilai_kolom or kolom),
    )


def aturan(id: str, nama: str, name: str, keparahan: Keparahan, masalah: tuple[int, ...], terverifikasi: bool = False) -> Rule:
    def teks(nama: str, bahasa: str) -> Teks:
        isi = {
            "id": ("Membandingkan", "Rantai kinerja putus", "Dokumen telah diubah", "Selaraskan"),
            "en": ("Compares", "The chain breaks", "The document was amended", "Align"),
        }[bahasa]
        return Teks(nama, "", "", "", "", Penjelasan(*(f"{bagian}: {nama}." for bagian in isi)))

    return Rule(
        id=id,
        keparahan=keparahan,
        lingkup="lintas",
        dokumen=("renstra",),
        periksa="stub",
        dengan={},
        dasar=(
            Dasar("Peraturan Menteri PANRB Nomor 88 Tahun 2021", "terverifikasi" if terverifikasi else "belum", "1.b.8"),
            Dasar("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017", "terverifikasi"),
        ),
        masalah=masalah,
        teks={"id": teks(nama, "id"), "en": teks(name, "en")},
        contoh=Contoh([], []),
    )


RULES = (
    aturan("TGT-01", "Target tahunan PK berbeda dengan Renstra", "PK target differs from the Renstra", "kritis", (3,)),
    aturan("TGT-02", "Target Renstra berbeda dengan RPJMD", "Renstra target differs from the RPJMD", "kritis", (3,), True),
    aturan("SEL-03", "Rumusan sasaran berbeda antar dokumen", "Wording of a goal differs", "sedang", (3,)),
    aturan("IND-01", "Indikator mengukur kegiatan, bukan hasil", "Indicator measures activity", "tinggi", (2,)),
    aturan("TGT-05", "Kondisi awal tidak ada", "Missing baseline", "rendah", (2,)),
    aturan("LKJ-03", "Realisasi tidak dibandingkan dengan target jangka menengah", "No comparison with the end target", "sedang", (7,)),
    aturan("CRS-01", "Sasaran bersama tanpa pembagian peran", "Shared goal without roles", "info", (5,)),
    aturan("TLR-01", "Rekomendasi tahun lalu belum ditindaklanjuti", "Recommendation not followed up", "tinggi", (1,)),
)


def finding(
    aturan: str,
    keparahan: Keparahan,
    kondisi: str,
    rekomendasi: str,
    bukti: tuple[Bukti, ...],
    sidik: str,
    *,
    pd: str | None = DISHUB,
    keyakinan: float = 0.97,
    telaah: bool = False,
    masalah: tuple[int, ...] = (3,),
) -> Finding:
    return Finding(
        aturan=aturan,
        keparahan=keparahan,
        keyakinan=keyakinan,
        kondisi=kondisi,
        rekomendasi=rekomendasi,
        bukti=bukti,
        kriteria="Target dalam Perjanjian Kinerja diturunkan dari target Renstra tahun yang sama.",
        akibat="Capaian yang dilaporkan tidak dapat dibandingkan dengan rencana jangka menengah.",
        sidik=sidik,
        perangkat_daerah=pd,
        telaah=telaah,
        masalah=masalah,
    )


def temuan() -> tuple[Finding, ...]:
    return (
        finding(
            "TGT-01",
            "kritis",
            "Target “Persentase armada laik jalan” tahun 2026 tertulis 81,5 dalam Renstra dan 80,0 % dalam PK.",
            "Agar Dinas Perhubungan menyelaraskan target “Persentase armada laik jalan” "
            "dalam PK 2026 (80,0 %) dengan target Renstra (81,5).",
            (bukti(RENSTRA, "Renstra Dinas Perhubungan", 4, 2, 5), bukti(PK, "PK 2026 Kepala Dinas Perhubungan", 3, 3, 4)),
            "a1f09c4be2d37705",
        ),
        finding(
            "TGT-02",
            "kritis",
            "Target “Indeks konektivitas” tahun 2027 tertulis 0,429 dalam RPJMD dan 0,428 dalam Renstra.",
            "Agar menyelaraskan target “Indeks konektivitas” Tahun 2027 pada Renstra dengan RPJMD.",
            (bukti(RPJMD, "RPJMD 2025-2029", 2, 2, 6), bukti(RENSTRA, "Renstra Dinas Perhubungan", 2, 2, 6)),
            "b2c3d4e5f6071829",
            keyakinan=0.93,
        ),
        finding(
            "SEL-03",
            "sedang",
            "Rumusan sasaran Renstra tidak sama dengan sasaran RPJMD yang menjadi rujukannya.",
            "Agar rumusan sasaran Renstra disamakan dengan sasaran RPJMD, atau perubahannya dijelaskan.",
            (bukti(RPJMD, "RPJMD 2025-2029", 2, 1), bukti(RENSTRA, "Renstra Dinas Perhubungan", 2, 1)),
            "c3",
            keyakinan=0.81,
        ),
        finding(
            "IND-01",
            "tinggi",
            "Indikator “Jumlah kegiatan sosialisasi keselamatan” menghitung kegiatan, "
            "sedangkan sasarannya menyebut keselamatan lalu lintas.",
            "Agar Dinas Perhubungan mengganti indikator “Jumlah kegiatan sosialisasi keselamatan” "
            "dengan ukuran hasil, misalnya angka kecelakaan.",
            (bukti(RENSTRA, "Renstra Dinas Perhubungan", 3, 2),),
            "d4e5",
            keyakinan=0.62,
            telaah=True,
            masalah=(2,),
        ),
        finding(
            "LKJ-03",
            "sedang",
            "LKjIP tidak membandingkan realisasi 2025 dengan target akhir periode Renstra.",
            "Agar LKjIP memuat perbandingan realisasi dengan target jangka menengah untuk setiap indikator.",
            (bukti(LKJIP, "LKjIP 2025 Dinas Perhubungan", 2, 2, 3),),
            "e5f6",
            masalah=(7,),
        ),
        finding(
            "TGT-05",
            "rendah",
            "Indikator “Cakupan imunisasi dasar lengkap” tidak mempunyai kondisi awal.",
            "Agar menetapkan kondisi awal indikator “Cakupan imunisasi dasar lengkap” sebagai dasar penetapan target.",
            (
                Bukti(
                    dokumen=RENSTRA_DINKES,
                    peran="Renstra Dinas Kesehatan",
                    tabel=7,
                    baris=12,
                    kutipan="Cakupan imunisasi dasar lengkap",
                    nilai="",
                ),
            ),
            "f607",
            pd=DINKES,
            masalah=(2,),
        ),
        finding(
            "TGT-01",
            "kritis",
            "Target “Angka kematian ibu” tahun 2026 tertulis 92 dalam Renstra dan 95 dalam PK.",
            "Agar target “Angka kematian ibu” dalam PK 2026 (95) diselaraskan dengan target Renstra (92).",
            (
                Bukti(
                    dokumen=RENSTRA_DINKES,
                    peran="Renstra Dinas Kesehatan",
                    tabel=4,
                    baris=3,
                    kutipan="Angka kematian ibu per 100.000 kelahiran hidup",
                    nilai="92",
                ),
                Bukti(
                    dokumen=PK_DINKES,
                    peran="PK 2026 Kepala Dinas Kesehatan",
                    lembar="Lampiran PK",
                    tabel=1,
                    baris=6,
                    kolom=4,
                    kutipan="Angka kematian ibu (AKI) per 100.000 kelahiran hidup",
                    nilai="95",
                ),
            ),
            "0718",
            pd=DINKES,
        ),
        finding(
            "CRS-01",
            "info",
            "Sasaran penurunan kecelakaan memerlukan peran lebih dari satu perangkat daerah, tetapi hanya satu yang memuatnya.",
            "Agar peran setiap perangkat daerah dalam sasaran ini ditetapkan dalam pohon kinerja kota.",
            (
                bukti(RPJMD, "RPJMD 2025-2029", 3, 1),
                bukti(RENSTRA, "Renstra Dinas Perhubungan", 3, 1),
                Bukti(
                    dokumen=RENSTRA_DINKES,
                    peran="Renstra Dinas Kesehatan",
                    kutipan="Meningkatnya mutu pelayanan gawat darurat",
                    tabel=4,
                    baris=8,
                ),
            ),
            "1829",
            pd=None,
            keyakinan=0.74,
            masalah=(5,),
        ),
    )


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


def laporan() -> Report:
    return Report(
        findings=temuan(),
        documents=dokumen(),
        notes=(catatan("EXT-07", berkas="dlh/renstra.pdf"),),
        tidak_dinilai=(
            TidakDinilai(aturan="TLR-01", alasan="LHE tahun sebelumnya tidak ada"),
            TidakDinilai(aturan="TGT-01", alasan="Dinas Lingkungan Hidup: Renstra tidak terbaca"),
            TidakDinilai(aturan="LKJ-03", alasan="Dinas Kesehatan: LKjIP tidak ada"),
            TidakDinilai(aturan="LKJ-03", alasan="Dinas Lingkungan Hidup: LKjIP tidak ada"),
        ),
    )


def tulis_pdf(root: Path) -> None:
    for berkas in BARIS:
        gambar_pdf(berkas, root)
