"""The first page: where the person's work stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ..layanan import pengembalian
from ..models import Pemeriksaan
from ..permintaan import akses
from .tampil import halaman


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    may = akses(request)
    if not may.periode.exists():
        return redirect("pengelolaan") if may.boleh_mengelola else halaman(request, "kosong.html.j2")
    latest: dict[tuple[int, int | None], Pemeriksaan] = {}
    for one in may.pemeriksaan.order_by("pk"):
        latest[one.periode_id, one.perangkat_daerah_id] = one
    rows = sorted(
        latest.values(),
        key=lambda one: (one.periode.pemda.nama, -one.periode.awal, one.perangkat_daerah is not None, str(one.perangkat_daerah)),
    )
    return halaman(
        request,
        "beranda.html.j2",
        terakhir=rows,
        unggahan=may.unggahan.filter(selesai=False, isi__berkas__isnull=False).distinct()[:5],
        dikembalikan=pengembalian.terbuka(may.versi)[:20],
        dokumen=may.dokumen.filter(arsip=False).count(),
    )
