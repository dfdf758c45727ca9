"""Documents that reviewers send back to their agency with a note, until a newer version comes."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from doccheck.bahasa import _

from ..models import Akun, Dokumen, Pengembalian, Versi


def kembalikan(dokumen: Dokumen, oleh: Akun, catatan: str) -> Pengembalian:
    """Sends the version in force back. Raises ValueError with words for the person."""
    if dokumen.perangkat_daerah_id is None:
        raise ValueError(_("Dokumen tingkat daerah tidak dikembalikan kepada perangkat daerah."))
    if not catatan.strip():
        raise ValueError(_("Sebutkan apa yang harus diperbaiki."))
    current = dokumen.kini
    current.pengembalian.filter(dicabut=False).update(dicabut=True)
    return Pengembalian.objects.create(versi=current, catatan=catatan.strip()[:4000], oleh=oleh)


def terbuka(versi: QuerySet[Versi]) -> QuerySet[Pengembalian]:
    """What is sent back and not yet answered by a newer version, of documents among these versions."""
    newer = Versi.objects.filter(dokumen=OuterRef("versi__dokumen"), nomor__gt=OuterRef("versi__nomor"))
    return (
        Pengembalian.objects.filter(~Exists(newer), versi__in=versi, dicabut=False, versi__dokumen__arsip=False)
        .select_related("versi__dokumen__perangkat_daerah", "versi__dokumen__periode__pemda", "oleh")
        .order_by("-pk")
    )
