"""Middleware: security headers, sessions that end when nobody works, the language of a request, and no page without a login."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from doccheck import bahasa as bahasa_doccheck
from doccheck.bahasa import LANGS, Lang

Next = Callable[[HttpRequest], HttpResponseBase]

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
API = "/api/v1/"
TERBUKA = frozenset({"masuk", "mulai", "bahasa", "sehat"})
"""Pages (by name) that need no login."""
_TANDA_SESI = 60
"""Seconds within which a session's last use is not written again."""


def kepala_aman(get_response: Next) -> Next:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CSP)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def sesi_usang(get_response: Next) -> Next:
    """Ends a session after settings.KONFIG.idle_menit without a request of the person; pages that renew themselves don't count."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = int(time.time())
            last = request.session.get("terakhir", now)
            if now - last > settings.KONFIG.idle_menit * 60:
                logout(request)
            elif "terakhir" not in request.session or (now - last > _TANDA_SESI and request.headers.get("X-Doccheck") != "pantau"):
                request.session["terakhir"] = now
        return get_response(request)

    return middleware


def bahasa(get_response: Next) -> Next:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        lang = pilih_bahasa(request)
        with bahasa_doccheck.berbahasa(lang), translation.override(lang):
            return get_response(request)

    return middleware


def pilih_bahasa(request: HttpRequest) -> Lang:
    """The person's own choice, else what the headers ask."""
    own = None if untuk_program(request) or not request.user.is_authenticated else getattr(request.user, "bahasa", None)
    return next((lang for lang in LANGS if lang == own), None) or bahasa_kepala(request)


def bahasa_kepala(request: HttpRequest) -> Lang:
    """The language that the headers ask: a program's Accept-Language, a browser's cookie of the last choice; else Indonesian."""
    if untuk_program(request):
        return bahasa_program(request)
    return next((lang for lang in LANGS if lang == request.COOKIES.get("bahasa")), "id")


def untuk_program(request: HttpRequest) -> bool:
    """Whether the address is one of the API: it knows tokens instead of logins, and answers errors in JSON."""
    return request.path.startswith(API)


def bahasa_program(request: HttpRequest) -> Lang:
    """English where Accept-Language prefers it to Indonesian, else Indonesian."""
    weights: dict[str, float] = {}
    for lang, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        weights.setdefault(lang.split("-")[0], weight)
    return "en" if weights.get("en", 0.0) > weights.get("id", 0.0) else "id"


def masalah_api(get_response: Next) -> Next:
    """Errors of the API's addresses that Django itself answers (no such address, a method that isn't there), in JSON like all others."""
    from .api.masalah import gantikan

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        return gantikan(request, response) if untuk_program(request) else response

    return middleware


def wajib_masuk(get_response: Next) -> Next:
    """Every page asks for a login unless it is in TERBUKA; the API has its own keys."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if untuk_program(request):
            return get_response(request)
        try:
            name = resolve(request.path_info).url_name
        except Exception:  # no such address: the 404 page follows, for people without a login the login page
            name = None
        if name in TERBUKA:
            return get_response(request)
        if not request.user.is_authenticated:
            from .models import Akun

            if not Akun.objects.exists():
                return redirect("mulai")
            if request.headers.get("HX-Request"):
                return HttpResponse(status=204, headers={"HX-Redirect": reverse("masuk")})
            return redirect_to_login(request.get_full_path())
        if getattr(request.user, "wajib_ganti", False) and name not in ("sandi", "keluar"):
            return redirect("sandi")
        return get_response(request)

    return middleware


def isian_wajar(get_response: Next) -> Next:
    """No NUL in what a form or address says: no text of people has one, and PostgreSQL takes none."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        form = [] if untuk_program(request) else [request.GET, request.POST]
        if any("\0" in value for one in form for _key, values in one.lists() for value in values):
            raise SuspiciousOperation("NUL")
        return get_response(request)

    return middleware
