"""For administrators: accounts, agencies, periods."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import _

from ..akun import buat
from ..layanan import arsip, retensi
from ..models import Pemda, PerangkatDaerah, Periode
from ..permintaan import akses, akun, catat
from .tampil import bilang, halaman, kabar, keluhan

View = Callable[..., HttpResponseBase]
MIN_HARI = 30
"""A retention shorter than this is taken for a slip of the pen."""


def pengelola(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not akses(request).boleh_mengelola:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@pengelola
def pengelolaan(request: HttpRequest) -> HttpResponse:
    return _halaman(request)


def _halaman(request: HttpRequest, galat: str = "") -> HttpResponse:
    """galat: what is wrong with the new account, whose form keeps what was typed."""
    may = akses(request)
    return halaman(
        request,
        "pengelolaan.html.j2",
        422 if galat else 200,
        daftar_akun=may.akun_lain,
        daftar_pemda=may.pemda.prefetch_related("periode", "perangkat_daerah"),
        daftar_pd=may.perangkat_daerah.filter(aktif=True).select_related("pemda"),
        galat=galat,
        isi=request.POST,
    )


@require_POST
@pengelola
def akun_baru(request: HttpRequest) -> HttpResponse:
    """Makes an account with a random first password, which is shown once."""
    may, post = akses(request), request.POST
    sandi = secrets.token_urlsafe(9)
    try:
        made = buat.buat(
            post.get("username", ""),
            post.get("nama", ""),
            post.get("peran", ""),
            sandi,
            wajib_ganti=True,
            pemda=may.pemda.filter(pk=bilang(post.get("pemda")) or 0).first(),
            pd=may.perangkat_daerah.filter(pk=bilang(post.get("pd")) or 0).first(),
        )
    except ValueError as error:
        return _halaman(request, str(error))
    catat(request, "akun_baru", f"{made.username} {made.peran}")
    return halaman(request, "akun_dibuat.html.j2", baru=made, sandi=sandi)


@require_POST
@pengelola
def akun_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Locks or unlocks an account, or gives it a new first password."""
    one = get_object_or_404(akses(request).akun_lain, pk=pk)
    if request.POST.get("apa") == "sandi":
        sandi = secrets.token_urlsafe(9)
        one.set_password(sandi)
        one.wajib_ganti = True
        one.save(update_fields=("password", "wajib_ganti"))
        catat(request, "akun_sandi", one.username)
        return halaman(request, "akun_dibuat.html.j2", baru=one, sandi=sandi)
    if one.pk == akun(request).pk:
        keluhan(request, _("Akun sendiri tidak dapat dinonaktifkan."))
        return redirect("pengelolaan")
    one.is_active = not one.is_active
    one.save(update_fields=("is_active",))
    catat(request, "akun_aktif" if one.is_active else "akun_nonaktif", one.username)
    told = _("Akun {akun} aktif kembali.") if one.is_active else _("Akun {akun} dinonaktifkan.")
    kabar(request, told.format(akun=one.username))
    return redirect("pengelolaan")


@require_POST
@pengelola
def daerah_baru(request: HttpRequest) -> HttpResponse:
    """A region, a period, or an agency."""
    post = request.POST
    name = post.get("nama", "").strip()[:120]
    pemda = Pemda.objects.filter(pk=bilang(post.get("pemda")) or 0).first()
    first, last = bilang(post.get("awal")), bilang(post.get("akhir"))
    if post.get("apa") == "pemda" and name:
        Pemda.objects.get_or_create(nama=name)
    elif post.get("apa") == "pd" and name and pemda:
        PerangkatDaerah.objects.get_or_create(pemda=pemda, nama=name)
    elif post.get("apa") == "periode" and pemda and first and last and 2000 <= first <= last <= 2100:
        Periode.objects.get_or_create(pemda=pemda, awal=first, akhir=last)
    elif post.get("apa") == "simpan" and pemda and (days := bilang(post.get("hari"))) is not None and (days == 0 or days >= MIN_HARI):
        pemda.hari_simpan = min(days, 36_500)
        pemda.save(update_fields=("hari_simpan",))
        retensi.jadwalkan(pemda)
    else:
        keluhan(request, _("Isian belum lengkap."))
        return redirect("pengelolaan")
    days_kept = f"{pemda.hari_simpan} hari" if post.get("apa") == "simpan" and pemda else ""
    said = " ".join(filter(None, (post.get("apa"), name, str(first or ""), str(last or ""), days_kept)))
    catat(request, "daerah_baru", said, pemda=pemda)
    kabar(request, _("Tersimpan."))
    return redirect("pengelolaan")


@require_POST
@pengelola
def pd_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts an agency out of use, or back: nothing of it is removed, but nothing new is offered for it."""
    one = get_object_or_404(akses(request).perangkat_daerah, pk=pk)
    one.aktif = not one.aktif
    one.save(update_fields=("aktif",))
    catat(request, "pd_aktif" if one.aktif else "pd_nonaktif", one.nama, pemda=one.pemda, perangkat_daerah=one)
    told = _("{pd} aktif kembali.") if one.aktif else _("{pd} dinonaktifkan.")
    kabar(request, told.format(pd=one.nama))
    return redirect("pengelolaan")


@require_POST
@pengelola
def ekspor(request: HttpRequest) -> HttpResponseBase:
    """Everything as one archive."""
    catat(request, "ekspor")
    stream = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it
    arsip.ekspor(stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename="doccheck-arsip.zip", content_type="application/zip")
