"""Checks: asked for, followed, their findings and files."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status
from pydantic import Field

from doccheck.bahasa import _, tandai
from doccheck.report.kontrak import check_json

from ..kirim import lampiran
from ..layanan import laporan, pemeriksaan, saring, unduhan
from ..layanan.pengajuan import BelumSiapError
from ..models import Pemeriksaan
from ..permintaan import akses, akun, catat
from . import bentuk, skema
from .kontrak import PeriksaKontrak
from .permintaan import GALAT, Potong, berkas, hitung

router = Router(tags=[tandai("Pemeriksaan")])
unduh = Router(tags=[tandai("Unduhan")])


class SaringPeriksa(Potong):
    periode: skema.Id | None = None
    perangkat_daerah: skema.Id | None = None


class SaringTemuan(Potong):
    """keparahan telaah: for a person to look at · perangkat_daerah 0: findings of no agency · putusan terbuka: not decided yet."""

    tampil: Literal["terbuka", "baru", "tetap", "selesai"] = "terbuka"
    keparahan: Literal["kritis", "tinggi", "sedang", "rendah", "info", "telaah"] | None = None
    perangkat_daerah: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    aturan: skema.Pendek = ""
    masalah: Annotated[int, Field(ge=1, le=7)] | None = None
    putusan: skema.Putusan | None = None
    cari: skema.Pendek = ""


@router.post(
    "/pemeriksaan",
    response={202: skema.Periksa, **GALAT},
    summary=tandai("Minta pemeriksaan dokumen yang berlaku"),
    description=tandai("Yang belum mulai dikembalikan apa adanya. Token perangkat daerah memeriksa perangkat daerahnya sendiri."),
)
def minta(request: HttpRequest, isian: skema.Minta) -> Status[skema.Periksa]:
    periode, pd = akses(request).tujuan(isian.periode, isian.perangkat_daerah)
    hitung(request, "periksa")
    made = pemeriksaan.minta(periode, pd, akun(request))
    catat(request, "periksa", str(made.pk), pemda=periode.pemda, perangkat_daerah=pd)
    return Status(202, bentuk.periksa(made))


@router.get("/pemeriksaan", response={200: skema.PeriksaHalaman, **GALAT}, summary=tandai("Daftar pemeriksaan, yang terbaru dahulu"))
def daftar(request: HttpRequest, saring: Query[SaringPeriksa]) -> skema.PeriksaHalaman:
    named = {name: value for name in ("periode", "perangkat_daerah") if (value := getattr(saring, name)) is not None}
    rows, counts = saring.potong(akses(request).pemeriksaan.filter(**named))
    return skema.PeriksaHalaman(isi=[bentuk.periksa(one) for one in rows], **counts)


@router.get(
    "/pemeriksaan/{int:pk}",
    response={200: skema.PeriksaLengkap, **GALAT},
    summary=tandai("Keadaan dan kemajuan pemeriksaan, per dokumen"),
    description=tandai("Tanyakan lagi setiap dua detik sampai keadaan selesai atau gagal."),
)
def rincian(request: HttpRequest, pk: skema.Id) -> skema.PeriksaLengkap:
    return bentuk.periksa_lengkap(get_object_or_404(akses(request).pemeriksaan, pk=pk))


def _tuntas(request: HttpRequest, pk: int) -> Pemeriksaan:
    """A check that is done."""
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk)
    if one.keadaan != "selesai":
        raise BelumSiapError(one.kata or _("Pemeriksaan belum selesai."))
    return one


@router.get("/pemeriksaan/{int:pk}/temuan", response={200: skema.TemuanHalaman, **GALAT}, summary=tandai("Temuan satu pemeriksaan"))
def temuan(request: HttpRequest, pk: skema.Id, saring_: Query[SaringTemuan]) -> skema.TemuanHalaman:
    one = _tuntas(request, pk)
    wanted = saring.Saring(
        tampil=saring_.tampil, keparahan=saring_.keparahan or "", aturan=saring_.aturan, putusan=saring_.putusan or "", cari=saring_.cari,
        pd="" if saring_.perangkat_daerah is None else str(saring_.perangkat_daerah), masalah=str(saring_.masalah or ""),
    )  # fmt: skip
    catat(request, "lihat_periksa", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    found = [baris for baris in saring.semua(one, wanted.tampil) if saring.cocok(baris, wanted)]
    rows, counts = saring_.potong(found)
    return skema.TemuanHalaman(isi=[bentuk.satu(baris) for baris in rows], **counts)


@router.get(
    "/pemeriksaan/{int:pk}/hasil",
    response={200: PeriksaKontrak, **GALAT},
    summary=tandai("Seluruh hasil, seperti doccheck check --format json"),
    description=tandai("Dengan keputusan peninjau saat ini; temuan yang ditolak ada dalam diabaikan."),
)
def hasil(request: HttpRequest, pk: skema.Id) -> Any:
    one = _tuntas(request, pk)
    report = laporan.muat(one)
    if report is None:
        raise Http404
    catat(request, "lihat_periksa", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return msgspec.to_builtins(check_json(unduhan.dengan_keputusan(one, report)))


@unduh.post(
    "/pemeriksaan/{int:pk}/unduhan",
    response={202: skema.UnduhanIsi, **GALAT},
    summary=tandai("Minta laporan sebagai berkas"),
    description=tandai("Berkas dibuat di latar belakang; tanyakan keadaannya sampai siap."),
)
def minta_unduhan(request: HttpRequest, pk: skema.Id, isian: skema.MintaUnduhan) -> Status[skema.UnduhanIsi]:
    one = _tuntas(request, pk)
    hitung(request, "unduh")
    try:
        made = unduhan.minta(one, isian.bentuk, isian.bahasa, akun(request))
    except LookupError as error:
        raise Http404 from error
    catat(request, "unduh", f"{isian.bentuk} {one.pk}", pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return Status(202, bentuk.unduh(made))


@unduh.get("/unduhan/{int:pk}", response={200: skema.UnduhanIsi, **GALAT}, summary=tandai("Keadaan satu berkas laporan"))
def unduhan_rincian(request: HttpRequest, pk: skema.Id) -> skema.UnduhanIsi:
    return bentuk.unduh(get_object_or_404(akses(request).unduhan, pk=pk))


@unduh.get(
    "/unduhan/{int:pk}/berkas",
    response={200: bytes, **GALAT},
    summary=tandai("Isi berkas laporan"),
    url_name="unduhan_berkas",
    openapi_extra=berkas(*sorted({tipe for _judul, _nama, tipe in unduhan.BENTUK.values()})),
)
def unduhan_berkas(request: HttpRequest, pk: skema.Id) -> HttpResponseBase:
    one = get_object_or_404(akses(request).unduhan, pk=pk)
    if one.keadaan != "siap":
        raise BelumSiapError(one.kata or _("Berkas belum siap."))
    _judul, nama, tipe = unduhan.BENTUK[one.bentuk]
    return lampiran(one.nama, nama, tipe)
