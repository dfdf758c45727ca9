"""Documents with their versions, and the originals."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from doccheck.bahasa import tandai
from doccheck.model import Jenis

from ..akses import Akses
from ..kirim import lampiran
from ..layanan import pengembalian
from ..models import Dokumen
from ..permintaan import akses, catat
from . import bentuk, skema
from .permintaan import GALAT, Potong, berkas

router = Router(tags=[tandai("Dokumen dan versi")])


class SaringDokumen(Potong):
    periode: skema.Id | None = None
    perangkat_daerah: skema.Id | None = None
    jenis: Jenis | None = None
    arsip: bool = False


@router.get("/dokumen", response={200: skema.DokumenHalaman, **GALAT}, summary=tandai("Daftar dokumen dengan versi yang berlaku"))
def daftar(request: HttpRequest, saring: Query[SaringDokumen]) -> skema.DokumenHalaman:
    may = akses(request)
    named = {name: value for name in ("periode", "perangkat_daerah", "jenis") if (value := getattr(saring, name)) is not None}
    rows, counts = saring.potong(may.dokumen.filter(arsip=saring.arsip, versi__isnull=False, **named).distinct())
    return skema.DokumenHalaman(isi=_isi(may, rows), **counts)


def _isi(may: Akses, rows: list[Dokumen]) -> list[skema.DokumenLengkap]:
    versions = list(may.versi.filter(dokumen__in=rows).order_by("-nomor"))
    back = {one.versi.dokumen_id: one for one in pengembalian.terbuka(may.versi.filter(dokumen__in=rows))}
    return [bentuk.dokumen(one, [each for each in versions if each.dokumen_id == one.pk], back.get(one.pk)) for one in rows]


@router.get("/dokumen/{int:pk}", response={200: skema.DokumenLengkap, **GALAT}, summary=tandai("Satu dokumen dengan semua versinya"))
def rincian(request: HttpRequest, pk: skema.Id) -> skema.DokumenLengkap:
    may = akses(request)
    one = get_object_or_404(may.dokumen.filter(versi__isnull=False).distinct(), pk=pk)
    catat(request, "lihat_dokumen", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return _isi(may, [one])[0]


@router.get(
    "/versi/{int:pk}/asli",
    response={200: bytes, **GALAT},
    summary=tandai("Berkas asli satu versi"),
    openapi_extra=berkas("application/octet-stream"),
)
def asli(request: HttpRequest, pk: skema.Id) -> HttpResponseBase:
    one = get_object_or_404(akses(request).versi, pk=pk)
    catat(request, "unduh_asli", f"{one.nama_asli} v{one.nomor}", perangkat_daerah=one.dokumen.perangkat_daerah)
    return lampiran(one.berkas.nama, one.nama_asli)
