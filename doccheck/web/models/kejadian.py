"""What the audit log writes down, in words, and the groups by which it is searched."""

from __future__ import annotations

from doccheck.bahasa import tandai

KEJADIAN = {
    "masuk": tandai("masuk"),
    "masuk_gagal": tandai("gagal masuk"),
    "masuk_tertahan": tandai("masuk ditahan"),
    "keluar": tandai("keluar"),
    "mulai": tandai("memasang aplikasi"),
    "sandi": tandai("mengganti kata sandi"),
    "unggah": tandai("mengunggah"),
    "unggah_ditolak": tandai("unggahan ditolak"),
    "perbaiki": tandai("memperbaiki pengenalan"),
    "batalkan": tandai("mengeluarkan berkas"),
    "versi": tandai("menyimpan versi"),
    "pulihkan": tandai("memulihkan versi"),
    "arsip": tandai("mengarsipkan dokumen"),
    "arsip_batal": tandai("mengaktifkan dokumen"),
    "periksa": tandai("meminta pemeriksaan"),
    "lihat_dokumen": tandai("melihat dokumen"),
    "lihat_periksa": tandai("melihat pemeriksaan"),
    "lihat_temuan": tandai("melihat temuan"),
    "lihat_kaskade": tandai("melihat pohon kinerja"),
    "lihat_matriks": tandai("melihat matriks"),
    "lihat_tema": tandai("melihat peta tema"),
    "lihat_dasbor": tandai("melihat dasbor"),
    "lihat_perangkat": tandai("melihat perangkat daerah"),
    "lihat_bulanan": tandai("melihat lembar bulanan"),
    "unduh": tandai("meminta unduhan"),
    "unduh_berkas": tandai("mengunduh laporan"),
    "unduh_asli": tandai("mengunduh dokumen asli"),
    "putusan": tandai("memutuskan temuan"),
    "komentar": tandai("mengomentari temuan"),
    "kembalikan": tandai("mengembalikan dokumen"),
    "potret": tandai("menyimpan lembar bulanan"),
    "bobot": tandai("mengubah bobot bulanan"),
    "akun_baru": tandai("membuat akun"),
    "akun_sandi": tandai("memberi kata sandi baru"),
    "akun_aktif": tandai("mengaktifkan akun"),
    "akun_nonaktif": tandai("menonaktifkan akun"),
    "token_baru": tandai("membuat token"),
    "token_cabut": tandai("mencabut token"),
    "daerah_baru": tandai("mengubah daerah"),
    "pd_aktif": tandai("mengaktifkan perangkat daerah"),
    "pd_nonaktif": tandai("menonaktifkan perangkat daerah"),
    "ekspor": tandai("mengekspor semuanya"),
}
KELOMPOK = {
    tandai("Mengunggah"): ("unggah", "unggah_ditolak", "perbaiki", "batalkan", "versi", "pulihkan", "arsip", "arsip_batal"),
    tandai("Melihat dan mengunduh"): (*(one for one in KEJADIAN if one.startswith("lihat_")), "unduh", "unduh_berkas", "unduh_asli"),
    tandai("Memutuskan"): ("putusan", "komentar", "kembalikan"),
    tandai("Masuk dan keluar"): ("masuk", "masuk_gagal", "masuk_tertahan", "keluar", "sandi"),
    tandai("Mengelola"): ("mulai", "akun_baru", "akun_sandi", "akun_aktif", "akun_nonaktif", "token_baru", "token_cabut",
                         "daerah_baru", "pd_aktif", "pd_nonaktif", "bobot", "potret", "ekspor"),
}
"""Name of a group -> its events."""
