"""Who asks: the token of a request, and how often it may ask."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from ..layanan import token
from ..models import Token


class Bearer(HttpBearer):
    """A token; from then on the request is its account's, as in the pages."""

    openapi_description = "Token: dc_..."

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        return _masuk(request, token)


def _masuk(request: HttpRequest, rahasia: str) -> Token | None:
    found = token.kenali(rahasia.strip())
    if found is not None:
        request.user = found.akun
        request.token = found  # type: ignore[attr-defined]
    return found


def sesi(request: HttpRequest) -> bool:
    """A person at a browser, for what is only read about the API itself."""
    return bool(request.user.is_authenticated and not getattr(request.user, "wajib_ganti", False))


class Laju(BaseThrottle):
    """Requests of one token a minute."""

    def allow_request(self, request: HttpRequest) -> bool:
        used = getattr(request, "token", None)
        return used is None or token.pakai(used)

    def wait(self) -> float:
        return float(token.tunggu())
