"""Tokens of the API: a person's own, all of them for administrators, and the API's reference as a page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doccheck.bahasa import _

from ..akun import laju
from ..api import acuan
from ..layanan import token
from ..permintaan import akses, akun, catat
from .pengelolaan import pengelola
from .tampil import bilang, halaman, kabar, terlalu_sering


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """The person's own tokens. Making one needs the password: a screen left open must not give away access for months."""
    galat, post = "", request.POST
    if request.method == "POST":
        me = akun(request)
        if laju.tertahan("sandi", me.pk):
            return terlalu_sering(request)
        if not me.check_password(post.get("sandi", "")):
            galat = _("Kata sandi salah.")
        else:
            try:
                made, rahasia = token.buat(me, post.get("nama", ""), bilang(post.get("hari")) or 0)
            except ValueError as error:
                galat = str(error)
            else:
                catat(request, "token_baru", f"{made.nama} {made.awalan}")
                return halaman(request, "token_dibuat.html.j2", token=made, rahasia=rahasia)
    rows = akses(request).token
    return halaman(
        request, "token.html.j2", 422 if galat else 200, galat=galat, isi=post, daftar=rows, HARI=token.HARI, kini=timezone.now()
    )


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Revokes an own token; administrators any."""
    may = akses(request)
    one = get_object_or_404(may.token | may.token_lain, pk=pk)
    token.cabut(one)
    catat(request, "token_cabut", f"{one.akun.username} {one.nama} {one.awalan}", perangkat_daerah=one.akun.perangkat_daerah)
    kabar(request, _("Token dicabut."))
    return redirect("token_semua" if request.POST.get("dari") == "semua" and may.boleh_mengelola else "token")


@require_safe
@pengelola
def semua(request: HttpRequest) -> HttpResponse:
    """Every token of the installation."""
    return halaman(request, "token_semua.html.j2", daftar=akses(request).token_lain, kini=timezone.now())


@require_safe
def dokumentasi(request: HttpRequest) -> HttpResponse:
    """What the API can do, from its OpenAPI document."""
    from ..api.aplikasi import skema

    document = skema()
    groups, schemas = acuan.susun(document)
    return halaman(
        request, "api.html.j2", keterangan=document["info"]["description"], kelompok=groups, skema=schemas,
        pangkal=f"{request.scheme}://{request.get_host()}", permintaan=settings.KONFIG.api_menit,
    )  # fmt: skip
