"""A check: its progress, its findings with filters, its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import get_lang
from doccheck.checks.rules import load_rules
from doccheck.model import SEVERITIES

from ..layanan import pemeriksaan, temuan, unduhan
from ..models import Pemeriksaan, Temuan, Triase
from .permintaan import akses, akun, catat, halaman, htmx, terbatas


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    return halaman(request, "pemeriksaan_daftar.html.j2", daftar=akses(request).pemeriksaan[:100])


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
    made = pemeriksaan.minta(one.periode, one.perangkat_daerah, akun(request))
    catat(request, "periksa", str(made.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return redirect("pemeriksaan", made.pk)


def _lingkup(one: Pemeriksaan) -> QuerySet[Temuan]:
    return Temuan.objects.filter(periode=one.periode, lingkup=one.perangkat_daerah)


def _temuan(request: HttpRequest, one: Pemeriksaan) -> dict[str, object]:
    """The findings of a check as its page shows them. An older check shows those of its scope that it saw, in their words of today."""
    get = request.GET
    tab = get.get("tampil", "terbuka")
    seen = set(one.baru) | set(one.tetap) if one.sebelum_id else None
    rows = _lingkup(one).select_related("perangkat_daerah")
    rows = rows.filter(sidik__in=one.hilang) if tab == "selesai" else rows.filter(terakhir__gte=one, keadaan="terbuka")
    everything = list(rows)
    new = set(one.baru)
    decided = temuan.triase(one.periode.pemda, [row.sidik for row in everything])
    shown = [row for row in everything if _cocok(row, get, decided, new, tab)]
    return {
        "periksa": one,
        "temuan": [(row, decided.get(row.sidik), row.sidik in new) for row in shown],
        "semua": len(everything),
        "tampil": tab,
        "hitung": Counter(row.keparahan for row in everything if not row.telaah),
        "telaah": sum(row.telaah for row in everything),
        "putusan": Counter(decided[row.sidik].putusan if row.sidik in decided else "terbuka" for row in everything),
        "pd": sorted({row.perangkat_daerah for row in everything if row.perangkat_daerah}, key=str),
        "aturan": sorted({row.aturan for row in everything}),
        "nama_aturan": {rule.id: rule.teks[get_lang()].nama for rule in load_rules()},
        "saring": get,
        "SEVERITIES": SEVERITIES,
        "BENTUK": unduhan.BENTUK,
        "isi": one.isi.select_related("versi__dokumen__perangkat_daerah"),
        "pertama": seen is None,
    }


def _cocok(row: Temuan, get: QueryDict, decided: Mapping[str, Triase], new: set[str], tab: str) -> bool:
    """Whether a finding passes the filters of the address."""
    state = decided[row.sidik].putusan if row.sidik in decided else "terbuka"
    text, severity = str(get.get("cari", "")).casefold(), get.get("keparahan", "")
    return (
        (tab != "baru" or row.sidik in new)
        and (tab != "tetap" or row.sidik not in new)
        and (not severity or (row.telaah if severity == "telaah" else row.keparahan == severity and not row.telaah))
        and get.get("pd", "") in ("", str(row.perangkat_daerah_id or 0))
        and get.get("aturan", "") in ("", row.aturan)
        and get.get("masalah", "") in ("", *map(str, row.masalah))
        and get.get("putusan", "") in ("", state)
        and (not text or text in _teks(row))
    )


def _teks(row: Temuan) -> str:
    parts = [row.aturan, row.isi["kondisi"], row.isi["rekomendasi"], *(b["kutipan"] for b in row.isi["bukti"])]
    return " ".join(parts).casefold()
