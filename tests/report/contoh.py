"""A made-up report of a made-up city, whose evidence points into the files of contoh_berkas."""

from __future__ import annotations

from doccheck.catatan import catatan
from doccheck.checks.rules import Contoh, Dasar, Penjelasan, Rule, Teks
from doccheck.model import Bukti, Finding, Keparahan, Report, TidakDinilai

from .contoh_berkas import (
    BARIS,
    DINKES,
    DISHUB,
    LKJIP,
    PK,
    PK_DINKES,
    RENSTRA,
    RENSTRA_DINKES,
    RPJMD,
    dokumen,
    kotak,
)


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
