"""Downloads: forms of a report, and originals."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import get_lang

from ..kirim import lampiran
from ..layanan import unduhan
from ..permintaan import akses, akun, catat
from .tampil import halaman, terbatas


@require_POST
@terbatas("unduh")
def minta(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk)
    try:
        made = unduhan.minta(one, bentuk, get_lang(), akun(request))
    except LookupError as error:
        raise Http404 from error
    catat(request, "unduh", f"{bentuk} {one.pk}", pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return redirect("unduhan", made.pk)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(akses(request).unduhan.select_related("pemeriksaan"), pk=pk)
    return halaman(request, "unduhan.html.j2", unduhan=one, judul_bentuk=unduhan.BENTUK[one.bentuk][0])


@require_safe
def keadaan(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(akses(request).unduhan.select_related("pemeriksaan"), pk=pk)
    return halaman(request, "bagian/unduhan_keadaan.html.j2", unduhan=one, judul_bentuk=unduhan.BENTUK[one.bentuk][0])


@require_safe
def berkas(request: HttpRequest, pk: int) -> HttpResponseBase:
    one = get_object_or_404(akses(request).unduhan.select_related("pemeriksaan__periode__pemda"), pk=pk, keadaan="siap")
    _judul, nama, tipe = unduhan.BENTUK[one.bentuk]
    check = one.pemeriksaan
    catat(request, "unduh_berkas", f"{nama} {check.pk}", pemda=check.periode.pemda, perangkat_daerah=check.perangkat_daerah)
    return lampiran(one.nama, nama, tipe)


@require_safe
def asli(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An original, as it was uploaded."""
    one = get_object_or_404(akses(request).versi, pk=pk)
    catat(request, "unduh_asli", f"{one.nama_asli} v{one.nomor}", perangkat_daerah=one.dokumen.perangkat_daerah)
    return lampiran(one.berkas.nama, one.nama_asli)
