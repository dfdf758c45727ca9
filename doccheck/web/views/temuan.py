"""One finding: its evidence with the page beside it, decisions, comments."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import _, get_lang
from doccheck.checks.rules import load_rules

from ..layanan import bukti, gambar, laporan, temuan
from ..models import Temuan, Triase
from ..models.pilihan import TRIASE
from ..permintaan import akses, akun, catat
from .tampil import bilang, halaman, htmx, kabar, terbatas


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(akses(request).temuan.select_related("terakhir", "pertama", "lingkup"), pk=pk)
    if not htmx(request):
        catat(request, "lihat_temuan", f"{row.aturan} {row.sidik}", pemda=row.periode.pemda, perangkat_daerah=row.perangkat_daerah)
    pemda = row.periode.pemda
    rule = next((rule for rule in load_rules() if rule.id == row.aturan), None)
    siblings = list(Temuan.objects.filter(periode=row.periode, lingkup=row.lingkup, keadaan=row.keadaan).values_list("pk", flat=True))
    at = siblings.index(row.pk) if row.pk in siblings else 0
    return halaman(
        request,
        "temuan.html.j2",
        temuan=row,
        f=laporan.temuan(row.isi),
        bukti=bukti.susun(row),
        aturan=rule,
        teks=rule.teks[get_lang()] if rule else None,
        riwayat=Triase.objects.filter(pemda=pemda, sidik=row.sidik).select_related("oleh"),
        putusan=temuan.triase(pemda, [row.sidik]).get(row.sidik),
        komentar=akses(request).komentar.filter(pemda=pemda, sidik=row.sidik),
        sebelum=siblings[at - 1] if at else None,
        sesudah=siblings[at + 1] if at + 1 < len(siblings) else None,
        ke=at + 1,
        dari=len(siblings),
    )


@require_safe
def halaman_bukti(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """The page of a piece of evidence, the cell framed; asked for again until it is drawn."""
    row = get_object_or_404(akses(request).temuan, pk=pk)
    pieces = bukti.susun(row)
    if nomor >= len(pieces) or not pieces[nomor].bergambar:
        return halaman(request, "bagian/tanpa_gambar.html.j2")
    one = pieces[nomor]
    assert one.versi is not None
    assert one.bukti.halaman is not None
    drawn = gambar.lihat(one.versi.berkas, one.bukti.halaman)
    return halaman(request, "bagian/halaman.html.j2", temuan=row, bukti=one, gambar=drawn)


@require_safe
def png(request: HttpRequest, pk: int, halaman_ke: int) -> HttpResponse:
    """A drawn page of a document version that the person may see."""
    versi = get_object_or_404(akses(request).versi, pk=pk)
    drawn = gambar.lihat(versi.berkas, halaman_ke) if versi.berkas.macam == "pdf" and 0 < halaman_ke <= 20_000 else None
    if drawn is None or not drawn.png:
        return HttpResponse(status=404)
    return HttpResponse(drawn.png, content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


@require_POST
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    may = akses(request)
    row = get_object_or_404(may.temuan, pk=pk)
    if not may.boleh_memutuskan:
        raise PermissionDenied
    post = request.POST
    try:
        temuan.putuskan(row, akun(request), post.get("putusan", ""), post.get("alasan", ""), post.get("rekomendasi", ""))
    except ValueError as error:
        return _belum(request, pk, _("Keputusan belum tersimpan"), error)
    catat(
        request,
        "putusan",
        f"{row.aturan} {row.sidik} {post.get('putusan')}",
        pemda=row.periode.pemda,
        perangkat_daerah=row.perangkat_daerah,
    )
    decided = post.get("putusan", "")
    if decided == "terbuka":
        kabar(request, _("Keputusan atas {aturan} dibatalkan.").format(aturan=row.aturan))
        return redirect("temuan", pk)
    kabar(request, _("Keputusan atas {aturan} tersimpan: {putusan}.").format(aturan=row.aturan, putusan=_(TRIASE[decided])))
    following = bilang(post.get("lanjut"))
    return redirect("temuan", following if following and may.temuan.filter(pk=following).exists() else pk)


@require_POST
@terbatas("komentar")
def komentari(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(akses(request).temuan, pk=pk)
    try:
        temuan.komentari(row, akun(request), request.POST.get("teks", ""))
    except ValueError as error:
        return _belum(request, pk, _("Komentar belum tersimpan"), error)
    catat(request, "komentar", f"{row.aturan} {row.sidik}", pemda=row.periode.pemda, perangkat_daerah=row.perangkat_daerah)
    return redirect("temuan", pk)


def _belum(request: HttpRequest, pk: int, judul: str, error: ValueError) -> HttpResponse:
    """What was missing, and the way back to the finding."""
    return halaman(request, "galat.html.j2", 422, judul=judul, isi=str(error), kembali=reverse("temuan", args=[pk]))
