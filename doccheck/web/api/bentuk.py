"""Rows of the database as what the API gives."""

from __future__ import annotations

import msgspec
from django.urls import reverse

from doccheck.bahasa import _
from doccheck.report.kontrak_temuan import finding_json
from doccheck.triase.keputusan import diputuskan

from ..layanan import laporan, pengajuan, temuan, unduhan, unggahan
from ..layanan.saring import Baris
from ..models import BerkasUnggahan, Dokumen, Pemeriksaan, Pengembalian, PerangkatDaerah, Triase, Unduhan, Unggahan, Versi
from ..models.dokumen import PembacaanOcr
from . import skema


def pd(row: PerangkatDaerah | None) -> skema.Pd | None:
    return skema.Pd(id=row.pk, nama=row.nama) if row else None


def ocr(row: PembacaanOcr) -> skema.Ocr | None:
    return skema.Ocr(dibaca=row.ocr, total=row.ocr_total) if row.ocr_total else None


def berkas(row: BerkasUnggahan, pair: Dokumen | None) -> skema.BerkasUnggah:
    """pair: the document of which it is a new version."""
    pesan = _("Dokumen ini menyebut %(nama)s.") % {"nama": row.menyebut} if row.menyebut else row.kata
    return skema.BerkasUnggah(
        id=row.pk, nama=row.nama_asli, byte=row.berkas.byte if row.berkas else None, sidik=row.berkas.sidik if row.berkas else None,
        keadaan=row.keadaan, pesan=pesan, jenis=row.jenis or None, perangkat_daerah=pd(row.perangkat_daerah), nama_pd=row.nama_pd,
        tahun=row.tahun, periode=[row.awal, row.akhir] if row.awal and row.akhir else None, jabatan=row.jabatan, halaman=row.halaman,
        keyakinan=row.keyakinan, ocr=ocr(row) if row.belum_dikenali else None, perlu_dilihat=pengajuan.perlu_dilihat(row),
        menjadi_versi_dari=pair.pk if pair else None, dokumen=row.dokumen_id, kembar=row.kembar_id,
    )  # fmt: skip


def unggah(one: Unggahan) -> skema.Unggah:
    rows = list(one.isi.select_related("berkas", "perangkat_daerah", "unggahan__periode"))
    pairs = unggahan.pasangan(row for row in rows if row.keadaan == "siap")
    waiting = any(row.belum_dikenali for row in rows)
    return skema.Unggah(
        id=one.pk, periode=one.periode_id, perangkat_daerah=pd(one.perangkat_daerah), oleh=one.oleh.nama, kapan=one.kapan,
        otomatis=one.otomatis, keadaan="selesai" if one.selesai else "mengenali" if waiting else "menunggu",
        pemeriksaan=one.pemeriksaan_id, berkas=[berkas(row, pairs.get(row.pk)) for row in rows],
    )  # fmt: skip


def versi(one: Versi) -> skema.VersiIsi:
    return skema.VersiIsi(
        id=one.pk, nomor=one.nomor, nama=one.nama_asli, byte=one.berkas.byte, sidik=one.berkas.sidik, macam=one.berkas.macam,
        halaman=one.halaman, oleh=one.oleh.nama, kapan=one.kapan, pulihan_dari=one.pulihan_dari,
    )  # fmt: skip


def dokumen(one: Dokumen, semua: list[Versi], dikembalikan: Pengembalian | None) -> skema.DokumenLengkap:
    """semua: its versions, the newest first."""
    back = None
    if dikembalikan:
        back = skema.DikembalikanIsi(catatan=dikembalikan.catatan, oleh=dikembalikan.oleh.nama, kapan=dikembalikan.kapan)
    return skema.DokumenLengkap(
        id=one.pk, periode=one.periode_id, perangkat_daerah=pd(one.perangkat_daerah), jenis=one.jenis, tahun=one.tahun, jabatan=one.jabatan,
        arsip=one.arsip, dikembalikan=back, kini=versi(semua[0]), versi=[versi(each) for each in semua],
    )  # fmt: skip


def periksa(one: Pemeriksaan) -> skema.Periksa:
    counts = one.ringkasan
    progress = skema.Kemajuan(dibaca=one.dibaca, total=one.total, kini=one.kini, ocr=ocr(one) if one.berjalan else None)
    changed = skema.Perubahan(baru=len(one.baru), tetap=len(one.tetap), selesai=len(one.hilang)) if one.sebelum_id else None
    return skema.Periksa(
        id=one.pk, periode=one.periode_id, perangkat_daerah=pd(one.perangkat_daerah), keadaan=one.keadaan, pesan=one.kata,
        kemajuan=progress, dibuat=one.dibuat, mulai=one.mulai, tuntas=one.tuntas,
        temuan=counts.get("keparahan"), perlu_telaah=counts.get("telaah"), tak_terbaca=counts.get("tak_terbaca", []), perubahan=changed,
    )  # fmt: skip


def periksa_lengkap(one: Pemeriksaan) -> skema.PeriksaLengkap:
    done = one.keadaan == "selesai"
    documents = [
        skema.DokumenDiperiksa(nama=each.nama, dokumen=each.versi.dokumen_id, versi=each.versi.nomor, dibaca=done or each.dibaca)
        for each in one.isi.select_related("versi").order_by("nama")
    ]
    return skema.PeriksaLengkap(**periksa(one).model_dump(), dokumen=documents)


def triase(one: Triase) -> skema.TriaseIsi:
    return skema.TriaseIsi(putusan=one.putusan, alasan=one.alasan, rekomendasi=one.rekomendasi, oleh=one.oleh.nama, kapan=one.kapan)


def satu(baris: Baris) -> skema.TemuanIsi:
    row, made = baris.temuan, baris.triase
    finding = laporan.temuan(row.isi)
    decided = temuan.sebagai_keputusan(made) if made else None
    return skema.TemuanIsi(
        id=row.pk, keadaan=row.keadaan, baru=baris.baru, perangkat_daerah=pd(row.perangkat_daerah), triase=triase(made) if made else None,
        temuan=msgspec.to_builtins(finding_json(diputuskan(finding, decided) if decided else finding)),
    )  # fmt: skip


def unduh(one: Unduhan) -> skema.UnduhanIsi:
    ready = one.keadaan == "siap"
    return skema.UnduhanIsi(
        id=one.pk, pemeriksaan=one.pemeriksaan_id, bentuk=one.bentuk, bahasa=one.bahasa, keadaan=one.keadaan, pesan=one.kata,
        nama=unduhan.BENTUK[one.bentuk][1], berkas=reverse("api:unduhan_berkas", args=[one.pk]) if ready else None,
    )  # fmt: skip
