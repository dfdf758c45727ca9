"""Rows of one agency, for tests that try who reaches them."""

from __future__ import annotations

import io
from types import SimpleNamespace

import msgspec
import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from doccheck.model import Report
from doccheck.web.layanan import gambar, gudang, laporan
from doccheck.web.models import (
    Berkas,
    BerkasUnggahan,
    Dokumen,
    IsiPemeriksaan,
    Pemeriksaan,
    Temuan,
    Token,
    Unduhan,
    Unggahan,
    Versi,
)

FINDING = {
    "aturan": "TGT-01", "keparahan": "kritis", "keyakinan": 0.9, "kondisi": "RAHASIA-PERHUBUNGAN", "kriteria": "", "akibat": "",
    "rekomendasi": "", "sidik": "abc", "bukti": [{"dokumen": "Renstra.pdf", "kutipan": "RAHASIA-PERHUBUNGAN", "halaman": 1}],
}  # fmt: skip


@pytest.fixture
def milik(daerah: SimpleNamespace) -> dict[str, int]:
    """One row of each kind that belongs to Dinas Perhubungan, with its files in the store; address name -> its id."""
    berkas = Berkas.objects.create(sidik="0" * 64, byte=1, macam="pdf", nama="isi/00/x")
    dokumen = Dokumen.objects.create(periode=daerah.periode, perangkat_daerah=daerah.perhubungan, jenis="renstra")
    versi = Versi.objects.create(dokumen=dokumen, nomor=1, berkas=berkas, nama_asli="Renstra.pdf", oleh=daerah.dishub)
    upload = Unggahan.objects.create(periode=daerah.periode, perangkat_daerah=daerah.perhubungan, oleh=daerah.dishub)
    row = BerkasUnggahan.objects.create(
        unggahan=upload, nama_asli="Renstra.pdf", berkas=berkas, keadaan="siap", jenis="renstra", perangkat_daerah=daerah.perhubungan
    )
    check = Pemeriksaan.objects.create(
        periode=daerah.periode, perangkat_daerah=daerah.perhubungan, oleh=daerah.dishub, keadaan="selesai",
        ringkasan={
            "keparahan": {"kritis": 1, "tinggi": 0, "sedang": 0, "rendah": 0, "info": 0},
            "telaah": 0, "dokumen": 1, "tak_terbaca": [],
        },
    )  # fmt: skip
    check.berkas_laporan = laporan.simpan(check, Report(findings=(laporan.temuan(FINDING),), documents=()))
    check.save()
    IsiPemeriksaan.objects.create(pemeriksaan=check, versi=versi, nama="Renstra.pdf")
    finding = Temuan.objects.create(
        periode=daerah.periode, lingkup=daerah.perhubungan, perangkat_daerah=daerah.perhubungan, sidik="abc", aturan="TGT-01",
        keparahan="kritis", keyakinan=0.9, telaah=False, isi=FINDING, pertama=check, terakhir=check,
    )  # fmt: skip
    download = Unduhan.objects.create(
        pemeriksaan=check, bentuk="html", kunci="k", bahasa="id", oleh=daerah.dishub, keadaan="siap", nama="unduhan/x"
    )
    picture = io.BytesIO()
    Image.new("P", (95, 135)).save(picture, "PNG")
    page = msgspec.msgpack.encode(gambar.Halaman(picture.getvalue(), 595, 842))
    for name, content in {berkas.nama: b"%PDF", download.nama: b"<!doctype html>", gambar.nama(berkas, 1): page}.items():
        if not default_storage.exists(name):  # the store outlives a test
            gudang.tulis(name, content)
    token = Token.objects.create(akun=daerah.dishub, nama="RAHASIA", sidik="t", awalan="dc_x", kedaluwarsa=timezone.now())
    return {
        "unggahan": upload.pk, "unggahan_keadaan": upload.pk, "unggahan_periksa": upload.pk, "perbaiki": row.pk, "batalkan": row.pk,
        "pemeriksaan": check.pk, "kemajuan": check.pk, "periksa_ulang": check.pk, "unduh": check.pk, "unduhan": download.pk,
        "unduhan_keadaan": download.pk, "unduhan_berkas": download.pk, "temuan": finding.pk, "halaman_bukti": finding.pk,
        "putuskan": finding.pk, "komentari": finding.pk, "dokumen_satu": dokumen.pk, "arsipkan": dokumen.pk, "asli": versi.pk,
        "pulihkan": versi.pk, "png": versi.pk, "kembalikan": dokumen.pk, "perangkat": daerah.perhubungan.pk, "rantai": check.pk,
        "pd_ubah": daerah.perhubungan.pk, "matriks_xlsx": check.pk, "token_cabut": token.pk,
    }  # fmt: skip
