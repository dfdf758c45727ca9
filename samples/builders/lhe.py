"""Reports of evaluation (LHE) of the year before, and the matrix of their follow-up."""

from __future__ import annotations

from .kota import Evaluasi, Kota, muat_narasi
from .naskah import Naskah
from .tabel import ATAS, Tabel


def lhe(kota: Kota, evaluasi: Evaluasi) -> Naskah:
    """The report: letter, chapters, values by component, statements, recommendations in numbered sentences."""
    tahun = evaluasi.tahun or kota.tahun.dokumen - 1
    teks = muat_narasi()["lhe"]
    pd = kota.perangkat(evaluasi.pd)
    isi = {"pd": pd.nama, "pemda": kota.pemda, "tahun": tahun, "nilai": evaluasi.nilai[-1][-1], "kepala": pd.kepala}
    naskah = Naskah(f"Laporan Hasil Evaluasi AKIP {pd.nama} Tahun {tahun}", kota.pemda, str(tahun + 1), ukuran=9)
    naskah.tengah(
        f"PEMERINTAH {kota.pemda.upper()}",
        "INSPEKTORAT DAERAH",
        "LAPORAN HASIL EVALUASI",
        "AKUNTABILITAS KINERJA INSTANSI PEMERINTAH",
        f"{pd.nama.upper()} TAHUN {tahun}",
    )
    naskah.polos([["Nomor", ":", evaluasi.nomor], ["Tanggal", ":", evaluasi.tanggal], ["Lampiran", ":", "1 (satu) berkas"]], [2, 0.4, 12])
    for judul, paragraf in teks["pendahuluan"]:
        (naskah.sub if judul[1] == "." and judul[0].isalpha() and judul[0] != "I" else naskah.bab)(judul)
        if paragraf:
            naskah.p(paragraf.format(**isi))
    naskah.bab("II. HASIL EVALUASI")
    naskah.p(teks["hasil"].format(**isi))
    tabel = Tabel(
        f"Rincian Hasil Evaluasi AKIP {pd.nama}",
        [["No", "Komponen yang Dinilai", "Bobot", f"Nilai {tahun - 1}", f"Nilai {tahun}"]],
        [0.6, 6, 1.4, 1.6, 1.6],
        angka=frozenset({0, 2, 3, 4}),
    )
    for ke, (nama, *nilai) in enumerate(evaluasi.nilai, 1):
        akhir = ke == len(evaluasi.nilai)
        tabel.tambah("" if akhir else str(ke), nama, *nilai, peran="jumlah" if akhir else "isi")
    naskah.tabel(tabel)
    for (nama, *_), catatan in zip(evaluasi.nilai, evaluasi.catatan, strict=False):
        naskah.sub(f"Evaluasi atas {nama}")
        naskah.p(catatan)
    naskah.bab("III. REKOMENDASI")
    naskah.p(f"Berdasarkan hasil evaluasi tersebut, kami merekomendasikan kepada {pd.kepala} hal-hal sebagai berikut:")
    komponen = ""
    nomor: list[str] = []
    for satu in evaluasi.rekomendasi:
        if satu.komponen != komponen and nomor:
            naskah.butir(nomor)
            nomor = []
        if satu.komponen != komponen:
            naskah.sub(satu.komponen)
            komponen = satu.komponen
        nomor.append(satu.teks)
    naskah.butir(nomor)
    naskah.bab("IV. PENUTUP")
    naskah.p(teks["penutup"].format(**isi))
    naskah.ttd("Inspektur Daerah,", "", "ttd.")
    return naskah


def tindak_lanjut(kota: Kota, evaluasi: Evaluasi) -> Naskah:
    """The matrix of follow-up (KKE 6). Switch in `lain` of the agency: "tl_tanpa" names columns that are left out, by comma."""
    tahun = evaluasi.tahun or kota.tahun.dokumen - 1
    pd = kota.perangkat(evaluasi.pd)
    naskah = Naskah(f"Tindak Lanjut LHE AKIP {pd.nama} Tahun {tahun}", kota.pemda, str(tahun + 1), ukuran=8.5)
    naskah.rebah()
    naskah.tengah(f"MATRIKS TINDAK LANJUT LAPORAN HASIL EVALUASI AKIP TAHUN {tahun}", f"{pd.nama.upper()} {kota.pemda.upper()}")
    kolom = {
        "rencana aksi": ("Rencana Aksi/Tindak Lanjut", 3.4, "tindak_lanjut"),
        "penanggung jawab": ("Penanggung Jawab", 1.9, "pj"),
        "waktu": ("Target Waktu", 1.4, "waktu"),
        "bukti": ("Bukti Dukung", 2.2, "bukti"),
        "status": ("Status", 1.3, "status"),
    }
    lepas = pd.lain.get("tl_tanpa", "").split(",")
    pakai = [isi for nama, isi in kolom.items() if nama not in lepas]
    kepala = ["No", "Komponen", f"Rekomendasi LHE Tahun {tahun}", *(nama for nama, _, _ in pakai)]
    tabel = Tabel("Matriks Tindak Lanjut", [kepala], [0.5, 1.8, 3.8, *(lebar for _, lebar, _ in pakai)], angka=frozenset({0}))
    komponen = ""
    for ke, satu in enumerate(evaluasi.rekomendasi, 1):
        tabel.tambah(
            str(ke), satu.komponen if satu.komponen != komponen else ATAS, satu.teks, *(getattr(satu, bidang) for *_, bidang in pakai)
        )
        komponen = satu.komponen
    naskah.tabel(tabel)
    return naskah
