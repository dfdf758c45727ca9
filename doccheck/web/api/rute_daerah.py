"""Who the token is, and the regions, periods and agencies it reaches."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from doccheck.bahasa import tandai

from ..models import Pemda, Token
from ..permintaan import akses, akun
from . import bentuk, skema
from .permintaan import GALAT

router = Router(tags=[tandai("Akun dan daerah")])


@router.get("/saya", response={200: skema.Saya, **GALAT}, summary=tandai("Akun, hak, dan batas token ini"))
def saya(request: HttpRequest) -> skema.Saya:
    me, konfig = akun(request), settings.KONFIG
    used: Token = request.token  # type: ignore[attr-defined]
    return skema.Saya(
        username=me.username, nama=me.nama, peran=me.peran, pemda=skema.Pd(id=me.pemda.pk, nama=me.pemda.nama) if me.pemda else None,
        perangkat_daerah=bentuk.pd(me.perangkat_daerah), boleh_memutuskan=akses(request).boleh_memutuskan, token=used.nama,
        kedaluwarsa=used.kedaluwarsa,
        batas=skema.BatasKirim(
            berkas_mb=konfig.berkas_mb, unggah_mb=konfig.unggah_mb, unggah_berkas=konfig.unggah_berkas, permintaan_menit=konfig.api_menit
        ),
    )  # fmt: skip


@router.get("/daerah", response={200: list[skema.Daerah], **GALAT}, summary=tandai("Pemerintah daerah, periode, dan perangkat daerahnya"))
def daerah(request: HttpRequest) -> list[skema.Daerah]:
    return [_daerah(request, one) for one in akses(request).pemda]


def _daerah(request: HttpRequest, one: Pemda) -> skema.Daerah:
    may = akses(request)
    return skema.Daerah(
        id=one.pk,
        nama=one.nama,
        periode=[skema.PeriodeDaftar(id=each.pk, awal=each.awal, akhir=each.akhir) for each in may.periode.filter(pemda=one)],
        perangkat_daerah=[
            skema.PdDaftar(id=each.pk, nama=each.nama, aktif=each.aktif) for each in may.perangkat_daerah.filter(pemda=one)
        ],
    )
