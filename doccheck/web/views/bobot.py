"""The weights of a region's monthly score."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from doccheck.bahasa import _
from doccheck.config import BulananConfig
from doccheck.report.bulanan import BAGIAN, JUDUL
from doccheck.report.bulanan.tampil import angka

from ..layanan import potret
from ..permintaan import akses, catat
from .dasbor import pilih_periode
from .tampil import halaman, kabar


def _bilangan(text: str) -> float:
    """A weight as people write it, with at most one decimal; -1 for anything that is none."""
    text = text.strip().replace(",", ".")
    return round(float(text), 1) if len(text) <= 7 and text.replace(".", "", 1).isdecimal() and text.isascii() else -1.0


@require_http_methods(["GET", "HEAD", "POST"])
def bobot(request: HttpRequest) -> HttpResponse:
    may = akses(request)
    if not may.boleh_membobot:
        raise PermissionDenied
    periode = pilih_periode(request, may)
    if periode is None:
        return redirect("beranda")
    kept = potret.setelan(periode.pemda)
    shown = {one: angka(float(kept.bobot.get(one, BulananConfig().bobot[one]))) for one in BAGIAN}
    nama, galat = kept.nama, ""
    if request.method == "POST":
        post = request.POST
        shown, nama = {one: post.get(f"bobot-{one}", "") for one in BAGIAN}, post.get("nama", "")
        try:
            potret.setel(periode.pemda, {one: _bilangan(text) for one, text in shown.items()}, nama)
        except ValueError as error:
            galat = str(error)
        else:
            catat(request, "bobot", " · ".join(f"{one} {shown[one]}" for one in BAGIAN), pemda=periode.pemda)
            kabar(request, _("Bobot tersimpan. Lembar bulan berjalan disusun ulang; bulan yang sudah lewat tetap."))
            return redirect(f"{reverse('bulanan')}?periode={periode.pk}")
    baku = {one: angka(float(BulananConfig().bobot[one])) for one in BAGIAN}
    return halaman(
        request, "bobot.html.j2", 422 if galat else 200, periode=periode, bobot=shown, nama=nama, galat=galat, baku=baku, JUDUL=JUDUL,
        minimal=angka(kept.minimal),
    )  # fmt: skip
