"""The chain that a check saw: cascade tree, alignment matrix, map of themes."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from doccheck.bahasa import _, tandai
from doccheck.report.matriks_xlsx import buku

from ..kirim import XLSX, isi
from ..layanan import rantai
from ..permintaan import akses, catat
from .tampil import halaman

JUDUL = {"kaskade": tandai("Pohon kinerja"), "matriks": tandai("Matriks keselarasan"), "tema": tandai("Peta tema lintas sektor")}


@require_safe
def bagian(request: HttpRequest, pk: int, bagian: str) -> HttpResponse:
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk, keadaan="selesai")
    if bagian not in JUDUL:
        raise Http404
    made = rantai.susun(one, bagian)
    catat(request, f"lihat_{bagian}", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return halaman(request, "rantai.html.j2", periksa=one, bagian=bagian, judul_bagian=_(JUDUL[bagian]), **made)


@require_safe
def matriks_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk, keadaan="selesai")
    catat(request, "unduh", f"matriks {one.pk}", pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return isi(buku(rantai.susun(one, "matriks")["lembar"]), "matriks.xlsx", XLSX)
