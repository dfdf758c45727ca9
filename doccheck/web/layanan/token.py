"""Tokens of the API: made, shown once, known again by their hash, counted, revoked."""

from __future__ import annotations

import hashlib
import secrets
import time
from datetime import timedelta

from django.conf import settings
from django.db.models import Case, F, Q, QuerySet, When
from django.utils import timezone

from doccheck.bahasa import _

from ..models import Akun, Token

AWALAN = "dc_"
"""Every secret begins so, that scanners of repositories and logs can find one that leaked."""
HARI = (30, 90, 180, 365)
PALING_BANYAK = 20
"""Tokens of one account that are valid at once."""


def sidik(rahasia: str) -> str:
    """What is stored of a secret. It has 256 random bits, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(rahasia.encode()).hexdigest()


def buat(akun: Akun, nama: str, hari: int) -> tuple[Token, str]:
    """A token and its secret, which nobody can see again. Raises ValueError with words for the person."""
    if not nama.strip():
        raise ValueError(_("Beri nama token menurut aplikasi yang memakainya."))
    if hari not in HARI:
        raise ValueError(_("Pilih masa berlaku token."))
    if berlaku(Token.objects.filter(akun=akun)).count() >= PALING_BANYAK:
        raise ValueError(_("Paling banyak {n} token yang berlaku; cabut yang tidak dipakai.").format(n=PALING_BANYAK))
    rahasia = AWALAN + secrets.token_urlsafe(32)
    expires = timezone.now() + timedelta(days=hari)
    made = Token.objects.create(akun=akun, nama=nama.strip()[:80], sidik=sidik(rahasia), awalan=rahasia[:9], kedaluwarsa=expires)
    return made, rahasia


def berlaku(rows: QuerySet[Token]) -> QuerySet[Token]:
    """Those that open something today. An account that is locked or has to change its password first has no access by pages either."""
    usable = Q(dicabut=None, kedaluwarsa__gt=timezone.now(), akun__is_active=True, akun__wajib_ganti=False)
    return rows.filter(usable)


def kenali(rahasia: str) -> Token | None:
    """The token of a secret, where it still opens something."""
    if not rahasia.startswith(AWALAN) or len(rahasia) > 100:
        return None
    rows = Token.objects.filter(sidik=sidik(rahasia)).select_related("akun__pemda", "akun__perangkat_daerah")
    return berlaku(rows).first()


def pakai(token: Token) -> bool:
    """Counts a request and notes the use; whether it is within the rate (KONFIG.api_menit requests a minute). One update in the database,
    so that it holds over all server processes."""
    minute = int(time.time() // 60)
    mine = Token.objects.filter(pk=token.pk)
    mine.update(
        hitungan=Case(When(jendela=minute, then=F("hitungan") + 1), default=1), jendela=minute, terakhir=timezone.now()
    )
    return mine.values_list("hitungan", flat=True).get() <= settings.KONFIG.api_menit


def tunggu() -> int:
    """Seconds until the next minute is counted."""
    return 60 - int(time.time() % 60)


def cabut(token: Token) -> None:
    """Revokes it for good; it stays in the list."""
    Token.objects.filter(pk=token.pk, dicabut=None).update(dicabut=timezone.now())
