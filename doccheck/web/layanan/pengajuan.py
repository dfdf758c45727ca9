"""From an upload to its check: files taken over as versions, checks asked for; by a person, or by itself where no person is needed."""

from __future__ import annotations

from django.db import transaction

from doccheck.bahasa import _

from ..models import Akun, BerkasUnggahan, Pemeriksaan, Unggahan, Versi
from ..models.pilihan import BELUM_DIKENALI
from . import audit, pemeriksaan, unggahan


class BelumSiapError(Exception):
    """An upload that cannot be taken over now, and why, in words for the person."""


def tak_dapat_diubah() -> str:
    return _("Berkas ini tidak dapat diubah: sudah disimpan, ditolak, atau belum selesai dikenali.")


def menunggu(one: Unggahan) -> bool:
    """Whether files are still being recognised."""
    return one.isi.filter(keadaan__in=BELUM_DIKENALI).exists()


def perlu_dilihat(row: BerkasUnggahan) -> bool:
    """Whether a person should look at a file before it is taken over: not readable, of no known kind, or naming another agency than it was
    uploaded for, or one that the region doesn't have."""
    return row.keadaan == "gagal" or (
        row.keadaan == "siap" and (row.jenis == "lainnya" or bool(row.nama_pd) or bool(row.menyebut))
    )


@transaction.atomic
def ajukan(one: Unggahan, oleh: Akun, asal: str = "", alamat: str = "") -> tuple[list[Versi], Pemeriksaan]:
    """The versions that were made and the check asked for: of the agency for its own account, else of the region and of all agencies with
    new documents. Raises BelumSiapError. asal: what asked, for the audit log, where it was no person at a page."""
    locked = Unggahan.objects.select_for_update(of=("self",)).select_related("periode__pemda", "pemeriksaan").get(pk=one.pk)
    if menunggu(locked):
        raise BelumSiapError(_("Berkas masih dikenali. Tunggu sebentar."))
    if not locked.isi.filter(berkas__isnull=False).exists():
        raise BelumSiapError(_("Tidak ada berkas yang dapat disimpan dalam unggahan ini."))
    if locked.selesai and locked.pemeriksaan is not None:
        return [], locked.pemeriksaan
    made = unggahan.ambil_alih(locked, oleh)
    for versi in made:
        audit.catat(
            "versi",
            oleh,
            f"{versi.nama_asli} v{versi.nomor} {asal}".strip(),
            pemda=locked.periode.pemda,
            perangkat_daerah=versi.dokumen.perangkat_daerah,
            alamat=alamat,
        )
    if oleh.peran == "pd":
        check = pemeriksaan.minta(locked.periode, oleh.perangkat_daerah, oleh)
    else:
        check = pemeriksaan.minta_semua(locked.periode, [versi.dokumen.perangkat_daerah for versi in made], oleh)
    Unggahan.objects.filter(pk=locked.pk).update(pemeriksaan=check)
    return made, check


@transaction.atomic
def lanjutkan(unggahan_id: int) -> None:
    """Goes on by itself with an upload that was sent so, once its last file is recognised; where one needs a person, it waits."""
    one = Unggahan.objects.select_for_update(of=("self",)).select_related("oleh").get(pk=unggahan_id)
    if not one.otomatis or one.selesai or menunggu(one):
        return
    rows = list(one.isi.filter(berkas__isnull=False))
    if rows and not any(perlu_dilihat(row) for row in rows):
        ajukan(one, one.oleh, asal="(API)")
