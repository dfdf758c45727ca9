"""Task "kenali": reads an uploaded file in a limited process and says what it is."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from doccheck.catatan import ucapan
from doccheck.kalimat import tulis
from doccheck.match.pd import sama_pd
from doccheck.model import Catatan, Dokumen
from doccheck.simpanan.cache import Cache
from doccheck.workspace import Progress, read_documents

from ..models import Berkas, BerkasUnggahan, PerangkatDaerah, Versi
from . import gudang, pengajuan, tempat
from .kemajuan import KemajuanBerkas

DAERAH = frozenset({"rpjmd"})
"""Kinds that belong to the region, whatever agency's name stands on the cover."""


def baca(path: Path, ruang: Path, progress: Progress | None = None) -> Dokumen | Catatan:
    """One file, in a process of its own with limits, which writes below `ruang` alone, through the shared cache of readings."""
    cache = Cache(settings.KONFIG.data / "cache")
    documents, notes = read_documents([path], jobs=1, progress=progress, batas=tempat.batas(ruang), cache=cache)
    return documents[0] if documents else notes[0]


def kerjakan(isi_id: int) -> None:
    row = BerkasUnggahan.objects.select_related("unggahan__periode__pemda", "unggahan__perangkat_daerah", "berkas").get(pk=isi_id)
    if row.belum_dikenali and row.berkas is not None:
        kenali(row, row.berkas)
    pengajuan.lanjutkan(row.unggahan_id)  # in a second run too: the first may have died before it


def kenali(row: BerkasUnggahan, berkas: Berkas) -> None:
    BerkasUnggahan.objects.filter(pk=row.pk).update(keadaan="dibaca")
    with tempat.kerja() as folder, tempat.kerja() as ruang:
        path = folder / row.nama_asli
        gudang.ambil(berkas, path)
        read = baca(path, ruang, KemajuanBerkas(row.pk))
    if isinstance(read, Catatan):
        row.keadaan, row.pesan = "gagal", tulis(ucapan(read))
        row.jenis = "lainnya"
    else:
        isikan(row, read)
    row.kembar = kembar(row)
    row.save()


def menyerah(pesan: str, isi_id: int) -> None:
    BerkasUnggahan.objects.filter(pk=isi_id).update(keadaan="gagal", pesan=tulis(pesan), jenis="lainnya")


def isikan(row: BerkasUnggahan, dokumen: Dokumen) -> None:
    """What the document says of itself. The agency of the upload stands, where one was chosen."""
    pemda = row.unggahan.periode.pemda
    row.keadaan, row.jenis, row.halaman = "siap", dokumen.jenis, dokumen.halaman
    row.keyakinan, row.jabatan = dokumen.keyakinan_jenis, (dokumen.jabatan or "")[:300]
    row.tahun = dokumen.tahun
    row.awal, row.akhir = dokumen.periode or (None, None)
    named = dokumen.perangkat_daerah
    if row.unggahan.perangkat_daerah is not None:
        row.perangkat_daerah = row.unggahan.perangkat_daerah
        if named and not sama_pd(named, row.perangkat_daerah.nama):
            row.menyebut = named
    elif named and dokumen.jenis not in DAERAH:
        known = [pd for pd in PerangkatDaerah.objects.filter(pemda=pemda) if sama_pd(pd.nama, named)]
        row.perangkat_daerah = known[0] if known else None
        row.nama_pd = "" if known else named[:200]


def kembar(row: BerkasUnggahan) -> Versi | None:
    """A version in the same region that has exactly this content."""
    found = Versi.objects.filter(dokumen__periode__pemda=row.unggahan.periode.pemda, berkas=row.berkas)
    if row.unggahan.perangkat_daerah_id:  # what other agencies have is not told
        found = found.filter(dokumen__perangkat_daerah=row.unggahan.perangkat_daerah_id)
    return found.order_by("-kapan").first()
