"""Monthly sheets of the agencies that the account sees."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from doccheck.bahasa import _, tandai
from doccheck.report.bulanan import LembarBulan
from doccheck.report.bulanan.tampil import Tren
from doccheck.report.bulanan.xlsx import buku
from doccheck.report.kontrak_bulanan import bulanan_json

from ..kirim import XLSX, isi
from ..layanan import potret
from ..permintaan import akses, catat
from ..unggah.batas import DitolakError
from . import skema
from .kontrak import BulananKontrak
from .permintaan import GALAT, Alamat, berkas

router = Router(tags=[tandai("Bulanan")])


class Pilih(Alamat):
    periode: skema.Id
    bulan: skema.Bulan | None = None


def _lembar(request: HttpRequest, pilih: Pilih) -> tuple[LembarBulan, Tren]:
    may, month = akses(request), pilih.bulan or potret.bulan_ini()
    if month > potret.bulan_ini():
        raise DitolakError(_("Bulan itu belum tiba."))
    pemda = get_object_or_404(may.periode, pk=pilih.periode).pemda
    return potret.bulan_pemda(pemda, month, may.potret)


@router.get(
    "/bulanan",
    response={200: BulananKontrak, **GALAT},
    summary=tandai("Lembar bulanan perangkat daerah, seperti doccheck bulanan --format json"),
    description=tandai("Skornya skor internal, bukan nilai AKIP. Bulan yang sudah lewat tidak pernah berubah."),
)
def bulanan(request: HttpRequest, pilih: Query[Pilih]) -> Any:
    sheet, trend = _lembar(request, pilih)
    catat(request, "lihat_bulanan", sheet.bulan)
    return msgspec.to_builtins(bulanan_json([sheet], trend))


@router.get("/bulanan.xlsx", response={200: bytes, **GALAT}, summary=tandai("Lembar bulanan (Excel)"), openapi_extra=berkas(XLSX))
def excel(request: HttpRequest, pilih: Query[Pilih]) -> HttpResponse:
    sheet, trend = _lembar(request, pilih)
    catat(request, "unduh", f"bulanan {sheet.bulan}")
    return isi(buku([sheet], trend), f"bulanan-{sheet.bulan}.xlsx", XLSX)
