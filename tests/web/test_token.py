"""Tokens: made with the password, shown once, kept as a hash, revoked by their owner or an administrator."""

from __future__ import annotations

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from doccheck.web.akun import laju
from doccheck.web.layanan import token
from doccheck.web.models import CatatanAudit, Token

from .conftest import SANDI, Masuk


def test_a_token_is_shown_once_and_kept_as_a_hash(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    page = client.post("/token/", {"nama": "e-SAKIP", "hari": "90", "sandi": SANDI}).content.decode()
    secret = re.search(r"dc_[\w-]{40,}", page)
    assert secret
    row = Token.objects.get()
    assert secret[0] not in str(Token.objects.values().get())
    assert token.kenali(secret[0]) == row
    assert (row.kedaluwarsa - timezone.now()).days == 89
    listed = client.get("/token/").content.decode()
    assert "e-SAKIP" in listed
    assert secret[0] not in listed
    entry = CatatanAudit.objects.get(apa="token_baru")
    assert entry.oleh == daerah.dinkes
    assert secret[0] not in entry.rincian


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"nama": "x", "hari": "90", "sandi": "salah"}, "Kata sandi salah."),
        ({"nama": "x", "hari": "4000", "sandi": SANDI}, "Pilih masa berlaku token."),
        ({"nama": " ", "hari": "90", "sandi": SANDI}, "Beri nama token"),
    ],
)
def test_refusals(daerah: SimpleNamespace, sebagai: Masuk, given: dict[str, str], words: str) -> None:
    response = sebagai(daerah.dinkes).post("/token/", given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Token.objects.exists()


def test_guessing_the_password_here_is_slowed_down(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    for _attempt in range(laju.BATAS["sandi"]):
        client.post("/token/", {"nama": "x", "hari": "90", "sandi": "salah"})
    assert client.post("/token/", {"nama": "x", "hari": "90", "sandi": SANDI}).status_code == 429
    assert not Token.objects.exists()


def test_not_more_than_are_allowed(daerah: SimpleNamespace) -> None:
    for number in range(token.PALING_BANYAK):
        token.buat(daerah.dinkes, f"n{number}", 30)
    with pytest.raises(ValueError, match="20"):
        token.buat(daerah.dinkes, "lagi", 30)
    token.cabut(Token.objects.filter(akun=daerah.dinkes)[0])
    token.buat(daerah.dinkes, "lagi", 30)
    token.buat(daerah.dishub, "lain", 30)


def test_what_opens_nothing_any_more(daerah: SimpleNamespace) -> None:
    row, secret = token.buat(daerah.dinkes, "x", 30)
    assert token.kenali(secret) == row
    assert token.kenali(secret[:-1]) is None
    assert token.kenali(secret.removeprefix("dc_")) is None
    for field, value in (("is_active", False), ("wajib_ganti", True)):
        setattr(daerah.dinkes, field, value)
        daerah.dinkes.save()
        assert token.kenali(secret) is None, field
        setattr(daerah.dinkes, field, not value)
        daerah.dinkes.save()
    assert token.kenali(secret) == row
    Token.objects.update(kedaluwarsa=timezone.now() - timedelta(seconds=1))
    assert token.kenali(secret) is None
    Token.objects.update(kedaluwarsa=timezone.now() + timedelta(days=1))
    token.cabut(row)
    assert token.kenali(secret) is None


def test_revoked_by_owner_or_administrator_alone(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    row, secret = token.buat(daerah.dinkes, "e-SAKIP", 30)
    for other in (daerah.dishub, daerah.bappeda, daerah.evaluator):
        assert sebagai(other).post(f"/token/{row.pk}/cabut/").status_code == 404
        assert "e-SAKIP</" not in sebagai(other).get("/token/").content.decode()
    assert token.kenali(secret)
    page = sebagai(daerah.admin).get("/pengelolaan/token/").content.decode()
    assert "e-SAKIP" in page
    assert "Perencana Dinkes" in page
    response = sebagai(daerah.admin).post(f"/token/{row.pk}/cabut/", {"dari": "semua"})
    assert response["Location"] == "/pengelolaan/token/"
    assert token.kenali(secret) is None
    second, secret = token.buat(daerah.dinkes, "lain", 30)
    assert sebagai(daerah.dinkes).post(f"/token/{second.pk}/cabut/", {"dari": "semua"})["Location"] == "/token/"
    assert token.kenali(secret) is None
    assert CatatanAudit.objects.filter(apa="token_cabut").count() == 2


def test_requests_are_counted_by_the_minute(daerah: SimpleNamespace, settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    settings.KONFIG = replace(settings.KONFIG, api_menit=3)  # type: ignore[attr-defined]
    row, _secret = token.buat(daerah.dinkes, "x", 30)
    monkeypatch.setattr("time.time", lambda: 6000.0)
    assert [token.pakai(row) for _n in range(4)] == [True, True, True, False]
    monkeypatch.setattr("time.time", lambda: 6061.0)
    assert token.tunggu() == 59
    assert token.pakai(row)
    row.refresh_from_db()
    assert row.terakhir is not None
