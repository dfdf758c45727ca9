"""The documents of a period, their versions, restoring, putting away."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import _

from ..layanan import pemeriksaan, pengembalian, unggahan
from ..permintaan import akses, akun, catat
from .tampil import bilang, halaman, kabar, keluhan


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    may = akses(request)
    wanted = bilang(request.GET.get("periode"))
    periode = may.periode.filter(pk=wanted).first() if wanted else may.periode.first()
    rows = may.dokumen.filter(periode=periode).prefetch_related("versi__berkas", "versi__oleh")
    groups: dict[str, list[object]] = {}
    for one in rows:
        groups.setdefault(one.perangkat_daerah.nama if one.perangkat_daerah else "", []).append((one, list(one.versi.all())))
    return halaman(request, "dokumen.html.j2", periode=periode, daftar_periode=may.periode, kelompok=dict(sorted(groups.items())))


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    may = akses(request)
    one = get_object_or_404(may.dokumen, pk=pk)
    catat(request, "lihat_dokumen", one.kini.nama_asli, pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    return halaman(
        request,
        "dokumen_satu.html.j2",
        dokumen=one,
        daftar_versi=list(one.versi.select_related("berkas", "oleh").prefetch_related("pengembalian__oleh")),
        boleh=may.boleh_ubah(one),
        dikembalikan=pengembalian.terbuka(may.versi.filter(dokumen=one)),
    )


@require_POST
def pulihkan(request: HttpRequest, pk: int) -> HttpResponse:
    may = akses(request)
    old = get_object_or_404(may.versi.select_related("dokumen__periode__pemda"), pk=pk)
    if not may.boleh_ubah(old.dokumen):
        raise PermissionDenied
    made = unggahan.pulihkan(old, akun(request))
    catat(
        request,
        "pulihkan",
        f"{made.nama_asli} v{old.nomor} > v{made.nomor}",
        pemda=old.dokumen.periode.pemda,
        perangkat_daerah=old.dokumen.perangkat_daerah,
    )
    kabar(request, _("Versi {lama} dipulihkan sebagai versi {baru}.").format(lama=old.nomor, baru=made.nomor))
    pemeriksaan.minta_semua(old.dokumen.periode, [old.dokumen.perangkat_daerah], akun(request))
    return redirect("dokumen_satu", old.dokumen_id)


@require_POST
def arsipkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts a document away: it stays, with all its versions, and is no longer checked. The same address brings it back."""
    may = akses(request)
    one = get_object_or_404(may.dokumen, pk=pk)
    if not may.boleh_ubah(one):
        raise PermissionDenied
    one.arsip = not one.arsip
    one.save(update_fields=("arsip",))
    catat(request, "arsip" if one.arsip else "arsip_batal", str(one.pk), pemda=one.periode.pemda, perangkat_daerah=one.perangkat_daerah)
    if not one.arsip:
        kabar(request, _("Dokumen aktif kembali dan ikut diperiksa."))
    return redirect("dokumen_satu", pk)


@require_POST
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends a document back to its agency with a note."""
    may = akses(request)
    one = get_object_or_404(may.dokumen, pk=pk)
    if not may.boleh_memutuskan:
        raise PermissionDenied
    try:
        made = pengembalian.kembalikan(one, akun(request), request.POST.get("catatan", ""))
    except ValueError as error:
        keluhan(request, str(error))
        return redirect("dokumen_satu", pk)
    catat(
        request,
        "kembalikan",
        f"{made.versi.nama_asli} v{made.versi.nomor}",
        pemda=one.periode.pemda,
        perangkat_daerah=one.perangkat_daerah,
    )
    kabar(request, _("Dokumen dikembalikan kepada {pd}.").format(pd=one.perangkat_daerah))
    return redirect("dokumen_satu", pk)
