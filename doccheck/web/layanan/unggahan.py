"""Uploads: files taken in, what was recognised corrected, and their becoming versions of documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, OuterRef, Subquery

from doccheck.kalimat import kalimat, tulis

from ..kerja import antrean
from ..models import Akun, Berkas, BerkasUnggahan, Dokumen, PerangkatDaerah, Periode, Unggahan, Versi
from ..unggah.arsip import bongkar
from ..unggah.batas import DitolakError, Jatah, nama_aman, terlalu_besar
from ..unggah.kenal import ARSIP, macam
from . import gudang, tempat


def terima(
    oleh: Akun,
    periode: Periode,
    pd: PerangkatDaerah | None,
    files: Iterable[UploadedFile[Any]],
    *,
    otomatis: bool = False,
    sidik: str = "",
) -> Unggahan:
    """Takes files in: each is stored or refused with its reason; recognising them is a task. Raises DitolakError for the upload as a
    whole.

    sidik: of kirim_ulang.sidik, by which the same upload is known when it comes again.
    """
    konfig = settings.KONFIG
    given = list(files)
    if not given:
        raise DitolakError(kalimat("Pilih sedikitnya satu berkas."))
    if len(given) > konfig.unggah_berkas:
        raise DitolakError(kalimat("{n} berkas sekaligus; batas {batas}.", n=len(given), batas=konfig.unggah_berkas))
    if sum(file.size or 0 for file in given) > konfig.unggah_mb * 2**20:
        raise DitolakError(kalimat("Unggahan melebihi batas {batas} MB sekaligus.", batas=konfig.unggah_mb))
    jatah = Jatah(konfig.unggah_mb)
    with tempat.kerja() as folder:
        items = [item for number, file in enumerate(given) for item in _satu(file, folder / str(number), jatah)]
    if len(items) > konfig.unggah_berkas * 3:
        raise DitolakError(kalimat("{n} berkas sekaligus; batas {batas}.", n=len(items), batas=konfig.unggah_berkas * 3))
    with transaction.atomic():
        unggahan = Unggahan.objects.create(periode=periode, perangkat_daerah=pd, oleh=oleh, otomatis=otomatis, sidik=sidik)
        for nama, berkas, pesan in items:
            row = BerkasUnggahan.objects.create(
                unggahan=unggahan, nama_asli=nama, berkas=berkas, pesan=tulis(pesan), perangkat_daerah=pd,
                keadaan="antre" if berkas else "ditolak",
            )  # fmt: skip
            if berkas:
                antrean.tambah("kenali", isi_id=row.pk)
    return unggahan


Item = tuple[str, Berkas | None, str]
"""Name, stored file (None: refused), reason of the refusal."""


def _satu(file: UploadedFile[Any], folder: Path, jatah: Jatah) -> list[Item]:
    """What one uploaded file gives: itself, or the documents of an archive."""
    konfig = settings.KONFIG
    folder.mkdir()
    nama = nama_aman(file.name or "")
    try:
        if (file.size or 0) > konfig.berkas_mb * 2**20:
            raise terlalu_besar(file.size or 0, konfig.berkas_mb)
        path = folder / f"berkas{Path(nama).suffix.lower()}"
        with path.open("wb") as stream:
            for chunk in file.chunks():
                stream.write(chunk)
        kind = macam(path)
        if kind != ARSIP:
            return [(nama, gudang.simpan(path, kind)[0], "")]
        return _arsip(path, nama, folder, jatah)
    except DitolakError as error:
        return [(nama, None, error.kata)]


def _arsip(path: Path, judul: str, folder: Path, jatah: Jatah) -> list[Item]:
    konfig = settings.KONFIG
    items: list[Item] = []
    parts = bongkar(path, folder, berkas_mb=konfig.berkas_mb, jatah=jatah, berkas=konfig.unggah_berkas)
    for nama, part in parts:
        try:
            if isinstance(part, DitolakError):
                raise part
            kind = macam(part)
            if kind == ARSIP:
                raise DitolakError(kalimat("Arsip di dalam arsip tidak diterima."))
            items.append((nama, gudang.simpan(part, kind)[0], ""))
        except DitolakError as error:
            items.append((nama, None, error.kata))
    return items or [(judul, None, kalimat("Arsip tidak berisi dokumen."))]


def perbaiki(
    row: BerkasUnggahan, *, jenis: str, pd: PerangkatDaerah | None, tahun: int | None, jabatan: str, nama_pd: str = ""
) -> None:
    """The identity as the person corrects it. nama_pd: an agency that the region doesn't have yet, where it stays so."""
    row.jenis, row.perangkat_daerah, row.tahun, row.jabatan = jenis, pd, tahun, jabatan
    row.nama_pd = nama_pd
    row.save(update_fields=("jenis", "perangkat_daerah", "tahun", "jabatan", "nama_pd"))


def keluarkan(row: BerkasUnggahan) -> None:
    """Leaves one file out of an upload that is not taken over yet."""
    Unggahan.objects.filter(pk=row.unggahan_id).update(sidik="")
    row.delete()


def pasangan(rows: Iterable[BerkasUnggahan]) -> dict[int, Dokumen]:
    """File of one upload (its id) -> the document of which it is a new version: same kind, agency, year and office in the period, and the
    same name where several are alike. A document takes one file of an upload: what is alike in one upload are two documents, so that none
    hides the other. Files of no known kind have nothing but their names in common."""
    waiting = list(rows)
    found: dict[int, Dokumen] = {}
    taken: set[int] = set()
    alike = {row.pk: _serupa(row) for row in waiting}

    def take(row: BerkasUnggahan, free: list[Dokumen]) -> None:
        for one in free[:1]:
            found[row.pk] = one
            taken.add(one.pk)

    for row in waiting:
        take(row, [one for one, name in alike[row.pk] if name == row.nama_asli and one.pk not in taken])
    for row in waiting:
        free = [one for one, _name in alike[row.pk] if one.pk not in taken]
        if row.pk not in found and row.jenis not in _TANPA_JENIS and len(free) == 1:
            take(row, free)
    return found


_TANPA_JENIS = ("", "lainnya")


def _serupa(row: BerkasUnggahan) -> list[tuple[Dokumen, str]]:
    """The documents that a file may be a new version of, each with the name of its newest version; an agency that the region does not have
    yet has none."""
    if row.nama_pd and row.perangkat_daerah is None:
        return []
    newest = Versi.objects.filter(dokumen=OuterRef("pk")).order_by("-nomor").values("nama_asli")[:1]
    rows = Dokumen.objects.filter(
        periode=row.unggahan.periode, jenis=row.jenis or "lainnya", perangkat_daerah=row.perangkat_daerah, tahun=row.tahun,
        jabatan=row.jabatan, arsip=False,
    ).annotate(nama=Subquery(newest))  # fmt: skip
    return [(one, one.nama) for one in rows]


def kembaran(rows: Iterable[BerkasUnggahan]) -> dict[int, str]:
    """File of one upload (its id) -> the name of an earlier one in it that counts as the same document."""
    seen: dict[tuple[object, ...], str] = {}
    found = {}
    for row in rows:
        key = (row.jenis, row.perangkat_daerah_id, row.nama_pd, row.tahun, row.jabatan)
        if row.keadaan == "siap" and row.jenis not in _TANPA_JENIS:
            if key in seen:
                found[row.pk] = seen[key]
            seen.setdefault(key, row.nama_asli)
    return found


@transaction.atomic
def ambil_alih(unggahan: Unggahan, oleh: Akun) -> list[Versi]:
    """Makes versions of all recognised files, and says which. What is already the content in force is not stored again."""
    made = []
    rows = list(unggahan.isi.select_for_update().filter(keadaan__in=("siap", "gagal"), berkas__isnull=False))
    for row in rows:
        if row.nama_pd and row.perangkat_daerah is None:
            row.perangkat_daerah = PerangkatDaerah.objects.get_or_create(pemda=unggahan.periode.pemda, nama=row.nama_pd)[0]
    pairs = pasangan(rows)
    for row in rows:
        dokumen = pairs.get(row.pk)
        if dokumen is None:
            dokumen = Dokumen.objects.create(
                periode=unggahan.periode,
                perangkat_daerah=row.perangkat_daerah,
                jenis=row.jenis or "lainnya",
                tahun=row.tahun,
                jabatan=row.jabatan,
            )
        elif dokumen.kini.berkas_id == row.berkas_id:
            row.dokumen, row.keadaan, row.kembar = dokumen, "masuk", dokumen.kini
            row.save()
            continue
        assert row.berkas is not None
        made.append(versi_baru(dokumen, row.berkas, row.nama_asli, oleh, row.halaman))
        row.dokumen, row.keadaan = dokumen, "masuk"
        row.save()
    unggahan.selesai = True
    unggahan.save(update_fields=("selesai",))
    return made


def versi_baru(dokumen: Dokumen, berkas: Berkas, nama: str, oleh: Akun, halaman: int, pulihan_dari: int | None = None) -> Versi:
    last = dokumen.versi.aggregate(n=Max("nomor"))["n"] or 0
    return Versi.objects.create(
        dokumen=dokumen, nomor=last + 1, berkas=berkas, nama_asli=nama, oleh=oleh, halaman=halaman, pulihan_dari=pulihan_dari
    )


@transaction.atomic
def pulihkan(versi: Versi, oleh: Akun) -> Versi:
    """The content of an old version as a new one."""
    return versi_baru(versi.dokumen, versi.berkas, versi.nama_asli, oleh, versi.halaman, versi.nomor)
