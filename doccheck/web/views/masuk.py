"""Login, logout, first start, password, language."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doccheck.bahasa import LANGS, _

from ..akun import buat, laju
from ..layanan import audit
from ..models import Akun
from ..permintaan import akun, alamat, catat
from .tampil import bilang, halaman, kabar, terlalu_sering


def _tujuan(request: HttpRequest) -> str:
    """Where the person wanted to go; only pages of our own."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()) else "/"


@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    if not Akun.objects.exists():
        return redirect("mulai")
    galat, status = "", 200
    if request.method == "POST":
        name, address = request.POST.get("username", "")[:80], alamat(request)
        if laju.masuk_tertahan(name, address):
            galat, status = _("Terlalu banyak percobaan. Coba lagi {menit} menit kemudian.").format(menit=laju.MASUK_MENIT), 429
            audit.catat("masuk_tertahan", None, name, alamat=address)
        else:
            found = authenticate(request, username=name, password=request.POST.get("password", ""))
            if isinstance(found, Akun):
                laju.masuk_berhasil(name, address)
                login(request, found)
                audit.catat("masuk", found, alamat=address)
                return redirect(_tujuan(request))
            laju.masuk_gagal(name, address)
            audit.catat("masuk_gagal", None, name, alamat=address)
            galat, status = _("Nama akun atau kata sandi salah."), 401
    return halaman(request, "masuk.html.j2", status, galat=galat, tujuan=_tujuan(request), nama=request.POST.get("username", ""))


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    catat(request, "keluar")
    logout(request)
    return redirect("masuk")


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest) -> HttpResponse:
    """The wizard of the first start; gone as soon as there is an account."""
    if Akun.objects.exists():
        return redirect("masuk")
    galat: list[str] = []
    if request.method == "POST":
        form = {key: request.POST.get(key, "").strip() for key in ("pemda", "awal", "akhir", "username", "nama")}
        first, last = bilang(form["awal"]), bilang(form["akhir"])
        if not all(form.values()) or first is None or last is None or not 2000 <= first <= last <= 2100:
            galat = [_("Semua isian wajib diisi; tahun akhir tidak boleh sebelum tahun awal.")]
        else:
            sandi = request.POST.get("sandi", "")
            galat = buat.salah_sandi(sandi, request.POST.get("ulang", ""), Akun(username=form["username"], nama=form["nama"]))
            if not galat:
                try:
                    made = buat.mulai(form["pemda"], first, last, form["username"], form["nama"], sandi)
                except RuntimeError:  # somebody was faster
                    return redirect("masuk")
                login(request, made)
                audit.catat("mulai", made, form["pemda"], alamat=alamat(request))
                return redirect("unggah")
    return halaman(request, "mulai.html.j2", 422 if galat else 200, galat=galat, isi=request.POST)


@require_http_methods(["GET", "HEAD", "POST"])
def sandi(request: HttpRequest) -> HttpResponse:
    galat: list[str] = []
    me = akun(request)
    if request.method == "POST":
        new = request.POST.get("sandi", "")
        if laju.tertahan("sandi", me.pk):
            return terlalu_sering(request)
        if not me.check_password(request.POST.get("lama", "")):
            galat = [_("Kata sandi lama salah.")]
        else:
            galat = buat.salah_sandi(new, request.POST.get("ulang", ""), me)
        if not galat:
            me.set_password(new)
            me.wajib_ganti = False
            me.save(update_fields=("password", "wajib_ganti"))
            update_session_auth_hash(request, me)
            catat(request, "sandi")
            kabar(request, _("Kata sandi diganti."))
            return redirect("beranda")
    return halaman(request, "sandi.html.j2", 422 if galat else 200, galat=galat)


@require_POST
def bahasa(request: HttpRequest) -> HttpResponse:
    wanted = next((lang for lang in LANGS if lang == request.POST.get("bahasa")), "id")
    if request.user.is_authenticated:
        me = akun(request)
        me.bahasa = wanted
        me.save(update_fields=("bahasa",))
    response = redirect(_tujuan(request))
    response.set_cookie("bahasa", wanted, max_age=365 * 86400, samesite="Lax", httponly=True)
    return response


@require_safe
def sehat(_request: HttpRequest) -> HttpResponse:
    """For a load balancer or systemd: the server answers and its database too."""
    Akun.objects.exists()
    return HttpResponse("ok\n", content_type="text/plain")
