"""A check: its progress, its findings with filters, its files."""

from __future__ import annotations

from collections import Counter

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import get_lang
from doccheck.checks.rules import load_rules
from doccheck.model import SEVERITIES

from ..layanan import pemeriksaan, saring, unduhan
from ..models import Pemeriksaan, PerangkatDaerah, Periode
from ..permintaan import akses, akun, catat
from .tampil import bilang, bilang_atau_kosong, halaman, htmx, terbatas


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    return halaman(request, "pemeriksaan_daftar.html.j2", daftar=akses(request).pemeriksaan[:100])


@require_POST
@terbatas("periksa")
def minta(request: HttpRequest) -> HttpResponse:
    """Checks what is current in a scope: of an agency, or without one of the whole region."""
    post = request.POST
    try:
        periode, pd = akses(request).tujuan(bilang(post.get("periode")) or 0, bilang_atau_kosong(post.get("pd")))
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return _periksa(request, periode, pd)


def _periksa(request: HttpRequest, periode: Periode, pd: PerangkatDaerah | None) -> HttpResponse:
    made = pemeriksaan.minta(periode, pd, akun(request))
    catat(request, "periksa", str(made.pk), pemda=periode.pemda, perangkat_daerah=pd)
    return redirect("pemeriksaan", made.pk)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk)
    if one.berjalan or one.keadaan == "gagal":
        return halaman(request, "berjalan.html.j2", periksa=one)
    context = _temuan(request, one)
    if htmx(request):
        return halaman(request, "bagian/daftar_temuan.html.j2", **context)
    catat(request, "lihat_periksa", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return halaman(request, "pemeriksaan.html.j2", **context)


@require_safe
def kemajuan(request: HttpRequest, pk: int) -> HttpResponse:
    """Progress, asked for again while the check runs; then the page reloads itself."""
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk)
    response = halaman(request, "bagian/kemajuan.html.j2", periksa=one)
    if not one.berjalan:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@terbatas("periksa")
def ulang(request: HttpRequest, pk: int) -> HttpResponse:
    """Checks the same scope again, with what is current now."""
    one = get_object_or_404(akses(request).pemeriksaan, pk=pk)
    return _periksa(request, one.periode, one.perangkat_daerah)


def _temuan(request: HttpRequest, one: Pemeriksaan) -> dict[str, object]:
    """The findings of a check as its page shows them."""
    get = request.GET
    given = {name: get[name] for name in saring.Saring.__struct_fields__ if name in get}
    wanted = saring.Saring(**given)
    everything = saring.semua(one, wanted.tampil)
    rows = [baris.temuan for baris in everything]
    return {
        "periksa": one,
        "temuan": [(baris.temuan, baris.triase, baris.baru) for baris in everything if saring.cocok(baris, wanted)],
        "semua": len(rows),
        "tampil": wanted.tampil,
        "hitung": Counter(row.keparahan for row in rows if not row.telaah),
        "telaah": sum(row.telaah for row in rows),
        "putusan": Counter(baris.putusan for baris in everything),
        "pd": sorted({row.perangkat_daerah for row in rows if row.perangkat_daerah}, key=str),
        "aturan": sorted({row.aturan for row in rows}),
        "nama_aturan": {rule.id: rule.teks[get_lang()].nama for rule in load_rules()},
        "saring": get,
        "SEVERITIES": SEVERITIES,
        "BENTUK": unduhan.BENTUK,
        "isi": one.isi.select_related("versi__dokumen__perangkat_daerah"),
        "pertama": not one.sebelum_id,
    }
