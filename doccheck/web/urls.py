"""All addresses. The API, where it is installed, lies under /api/."""

from __future__ import annotations

from django.urls import path

from .views import (
    aturan,
    beranda,
    bulanan,
    dasbor,
    dokumen,
    masuk,
    pemeriksaan,
    pengelolaan,
    rantai,
    temuan,
    token,
    unduh,
    unggah,
)

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("mulai/", masuk.mulai, name="mulai"),
    path("sandi/", masuk.sandi, name="sandi"),
    path("bahasa/", masuk.bahasa, name="bahasa"),
    path("sehat/", masuk.sehat, name="sehat"),
    path("unggah/", unggah.unggah, name="unggah"),
    path("unggahan/<int:pk>/", unggah.rincian, name="unggahan"),
    path("unggahan/<int:pk>/keadaan/", unggah.keadaan, name="unggahan_keadaan"),
    path("unggahan/<int:pk>/periksa/", unggah.periksa, name="unggahan_periksa"),
    path("unggahan/berkas/<int:pk>/", unggah.perbaiki, name="perbaiki"),
    path("unggahan/berkas/<int:pk>/batal/", unggah.batalkan, name="batalkan"),
    path("pemeriksaan/", pemeriksaan.daftar, name="pemeriksaan_daftar"),
    path("pemeriksaan/<int:pk>/", pemeriksaan.rincian, name="pemeriksaan"),
    path("pemeriksaan/<int:pk>/kemajuan/", pemeriksaan.kemajuan, name="kemajuan"),
    path("pemeriksaan/<int:pk>/ulang/", pemeriksaan.ulang, name="periksa_ulang"),
    path("pemeriksaan/<int:pk>/matriks.xlsx", rantai.matriks_xlsx, name="matriks_xlsx"),
    path("pemeriksaan/<int:pk>/lihat/<slug:bagian>/", rantai.bagian, name="rantai"),
    path("pemeriksaan/<int:pk>/unduh/<slug:bentuk>/", unduh.minta, name="unduh"),
    path("unduhan/<int:pk>/", unduh.rincian, name="unduhan"),
    path("unduhan/<int:pk>/keadaan/", unduh.keadaan, name="unduhan_keadaan"),
    path("unduhan/<int:pk>/berkas/", unduh.berkas, name="unduhan_berkas"),
    path("temuan/<int:pk>/", temuan.rincian, name="temuan"),
    path("temuan/<int:pk>/bukti/<int:nomor>/", temuan.halaman_bukti, name="halaman_bukti"),
    path("temuan/<int:pk>/putusan/", temuan.putuskan, name="putuskan"),
    path("temuan/<int:pk>/komentar/", temuan.komentari, name="komentari"),
    path("dokumen/", dokumen.daftar, name="dokumen"),
    path("dokumen/<int:pk>/", dokumen.rincian, name="dokumen_satu"),
    path("dokumen/<int:pk>/arsip/", dokumen.arsipkan, name="arsipkan"),
    path("versi/<int:pk>/asli/", unduh.asli, name="asli"),
    path("versi/<int:pk>/pulihkan/", dokumen.pulihkan, name="pulihkan"),
    path("versi/<int:pk>/halaman/<int:halaman_ke>.png", temuan.png, name="png"),
    path("dokumen/<int:pk>/kembalikan/", dokumen.kembalikan, name="kembalikan"),
    path("dasbor/", dasbor.daerah, name="dasbor"),
    path("perangkat/<int:pk>/", dasbor.perangkat, name="perangkat"),
    path("bulanan/", bulanan.bulanan, name="bulanan"),
    path("bulanan/simpan/", bulanan.simpan, name="bulanan_simpan"),
    path("bulanan/bulanan.xlsx", bulanan.xlsx, name="bulanan_xlsx"),
    path("aturan/", aturan.daftar, name="aturan"),
    path("aturan/<slug:id>/", aturan.rincian, name="aturan_satu"),
    path("pengelolaan/", pengelolaan.pengelolaan, name="pengelolaan"),
    path("pengelolaan/akun/", pengelolaan.akun_baru, name="akun_baru"),
    path("pengelolaan/akun/<int:pk>/", pengelolaan.akun_ubah, name="akun_ubah"),
    path("pengelolaan/daerah/", pengelolaan.daerah_baru, name="daerah_baru"),
    path("pengelolaan/ekspor/", pengelolaan.ekspor, name="ekspor"),
    path("pengelolaan/audit/", pengelolaan.audit, name="audit"),
    path("pengelolaan/token/", token.semua, name="token_semua"),
    path("token/", token.daftar, name="token"),
    path("token/<int:pk>/cabut/", token.cabut, name="token_cabut"),
]
handler400 = "doccheck.web.views.galat.permintaan"
handler403 = "doccheck.web.views.galat.ditolak"
handler404 = "doccheck.web.views.galat.tidak_ada"
handler500 = "doccheck.web.views.galat.rusak"
