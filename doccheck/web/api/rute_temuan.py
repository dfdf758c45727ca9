"""One finding: its history, pictures of its evidence, decisions, comments."""

from __future__ import annotations

from typing import Annotated

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Router, Schema, Status
from pydantic import Field

from doccheck.bahasa import tandai

from ..layanan import bukti, gambar, saring
from ..layanan import temuan as layanan
from ..models import Temuan, Triase
from ..permintaan import akses, akun, catat
from ..unggah.batas import DitolakError
from . import bentuk, skema
from .permintaan import GALAT, berkas, hitung

router = Router(tags=[tandai("Temuan")])
Nomor = Annotated[int, Field(ge=0, le=999)]


class Menunggu(Schema):
    """The picture is being drawn; ask again after Retry-After seconds."""

    keadaan: str


def _temuan(request: HttpRequest, pk: int) -> Temuan:
    return get_object_or_404(akses(request).temuan.select_related("terakhir", "lingkup"), pk=pk)


def _lengkap(request: HttpRequest, row: Temuan) -> skema.TemuanLengkap:
    pemda = row.periode.pemda
    (baris,) = saring.berputusan([row], layanan.triase(pemda, [row.sidik]), set(row.terakhir.baru))
    pieces = bukti.susun(row)
    return skema.TemuanLengkap(
        **bentuk.satu(baris).model_dump(),
        riwayat=[bentuk.triase(one) for one in Triase.objects.filter(pemda=pemda, sidik=row.sidik).select_related("oleh")],
        komentar=[
            skema.KomentarIsi(teks=one.teks, oleh=one.oleh.nama, kapan=one.kapan)
            for one in akses(request).komentar.filter(pemda=pemda, sidik=row.sidik)
        ],
        gambar=[reverse("api:gambar", args=[row.pk, one.nomor]) if one.bergambar else None for one in pieces],
    )


@router.get("/temuan/{int:pk}", response={200: skema.TemuanLengkap, **GALAT}, summary=tandai("Satu temuan dengan riwayat keputusannya"))
def rincian(request: HttpRequest, pk: skema.Id) -> skema.TemuanLengkap:
    row = _temuan(request, pk)
    catat(request, "lihat_temuan", f"{row.aturan} {row.sidik}", pemda=row.periode.pemda, perangkat_daerah=row.perangkat_daerah)
    return _lengkap(request, row)


@router.get(
    "/temuan/{int:pk}/bukti/{int:nomor}.png",
    response={200: bytes, 202: Menunggu, **GALAT},
    summary=tandai("Gambar halaman sebuah bukti, selnya dibingkai"),
    description=tandai("Hanya untuk bukti dari PDF. Dijawab 202 selama gambar masih dibuat."),
    url_name="gambar",
    openapi_extra=berkas("image/png"),
)
def halaman(request: HttpRequest, response: HttpResponse, pk: skema.Id, nomor: Nomor) -> HttpResponse | Status[Menunggu]:
    pieces = bukti.susun(_temuan(request, pk))
    one = pieces[nomor] if nomor < len(pieces) else None
    if one is None or not one.bergambar or one.versi is None or one.bukti.halaman is None:
        raise Http404
    drawn = gambar.lihat(one.versi.berkas, one.bukti.halaman)
    if drawn is None:
        response.headers["Retry-After"] = "1"
        return Status(202, Menunggu(keadaan="digambar"))
    if not drawn.png:
        raise Http404
    return HttpResponse(gambar.berbingkai(drawn, one.bukti), content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@router.post(
    "/temuan/{int:pk}/putusan",
    response={200: skema.TemuanLengkap, **GALAT},
    summary=tandai("Putuskan satu temuan (peninjau)"),
    description=tandai("Penolakan harus beralasan. Keputusan yang terakhir berlaku; yang lama tetap dalam riwayat."),
)
def putuskan(request: HttpRequest, pk: skema.Id, isian: skema.Keputusan) -> skema.TemuanLengkap:
    row = _temuan(request, pk)
    if not akses(request).boleh_memutuskan:
        raise PermissionDenied
    try:
        layanan.putuskan(row, akun(request), isian.putusan, isian.alasan, isian.rekomendasi)
    except ValueError as error:
        raise DitolakError(str(error)) from error
    about = {"pemda": row.periode.pemda, "perangkat_daerah": row.perangkat_daerah}
    catat(request, "putusan", f"{row.aturan} {row.sidik} {isian.putusan}", **about)
    return _lengkap(request, row)


@router.post("/temuan/{int:pk}/komentar", response={201: skema.TemuanLengkap, **GALAT}, summary=tandai("Tulis komentar pada satu temuan"))
def komentari(request: HttpRequest, pk: skema.Id, isian: skema.KomentarBaru) -> Status[skema.TemuanLengkap]:
    row = _temuan(request, pk)
    hitung(request, "komentar")
    try:
        layanan.komentari(row, akun(request), isian.teks)
    except ValueError as error:
        raise DitolakError(str(error)) from error
    catat(request, "komentar", f"{row.aturan} {row.sidik}", pemda=row.periode.pemda, perangkat_daerah=row.perangkat_daerah)
    return Status(201, _lengkap(request, row))
