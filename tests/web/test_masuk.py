"""Who comes in: guessed passwords, forgotten sessions, first passwords, the first start, addresses to return to."""

from __future__ import annotations

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from click import ClickException
from django.test import Client
from django.utils import timezone

from doccheck.web import jalankan
from doccheck.web.akun import laju
from doccheck.web.models import Akun, CatatanAudit, Percobaan

from .conftest import SANDI, Masuk


def masuk(client: Client, sandi: str = SANDI, nama: str = "dinkes", **more: str) -> int:
    return client.post("/masuk/", {"username": nama, "password": sandi}, **more).status_code  # type: ignore[arg-type]


def test_a_name_is_tried_five_times(daerah: SimpleNamespace) -> None:  # noqa: ARG001
    client = Client()
    assert [masuk(client, "salah") for _ in range(laju.MASUK_NAMA)] == [401] * laju.MASUK_NAMA
    assert masuk(client) == 429
    assert masuk(client, nama="DINKES") == 429
    assert masuk(Client(), REMOTE_ADDR="10.0.0.9") == 302, "somebody elsewhere locks nobody out"
    Percobaan.objects.update(kapan=timezone.now() - timedelta(minutes=laju.MASUK_MENIT, seconds=1))
    assert masuk(client) == 302
    assert [masuk(Client(), "salah") for _ in range(laju.MASUK_NAMA)] == [401] * laju.MASUK_NAMA, "success starts the count anew"
    assert CatatanAudit.objects.filter(apa="masuk_tertahan").count() == 2


def test_an_address_tries_many_names_only_so_often(daerah: SimpleNamespace) -> None:  # noqa: ARG001
    for number in range(laju.MASUK_ALAMAT):
        assert masuk(Client(), "salah", f"orang{number}") == 401
    assert masuk(Client()) == 429


def test_a_session_ends_when_nobody_works(daerah: SimpleNamespace, sebagai: Masuk, settings: SimpleNamespace) -> None:
    client = sebagai(daerah.dinkes)
    idle = settings.KONFIG.idle_menit * 60
    assert client.get("/").status_code == 200

    def ago(seconds: int) -> None:
        session = client.session
        session["terakhir"] = session["terakhir"] - seconds
        session.save()

    ago(idle - 30)
    assert client.get("/", headers={"X-Doccheck": "pantau"}).status_code == 200, "a page that renews itself is let in"
    ago(60)
    assert client.get("/", headers={"X-Doccheck": "pantau"}).status_code == 302, "but keeps no session alive"
    client = sebagai(daerah.dinkes)
    client.get("/")
    ago(idle - 30)
    assert client.get("/").status_code == 200
    ago(60)
    assert client.get("/").status_code == 200, "a person's own request does"
    ago(idle + 1)
    assert client.get("/")["Location"] == "/masuk/?next=/"


def test_session_cookie(daerah: SimpleNamespace) -> None:  # noqa: ARG001
    client = Client()
    masuk(client)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["expires"]) == (True, "Lax", ""), "it ends with the browser"


def test_locked_account_and_changed_password_end_sessions(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    here, there, admin = sebagai(daerah.dinkes), sebagai(daerah.dinkes), sebagai(daerah.admin)
    new = {"lama": SANDI, "sandi": "Pasar-Terapung-77", "ulang": "Pasar-Terapung-77"}
    assert here.post("/sandi/", new).status_code == 302
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302
    admin.post(f"/pengelolaan/akun/{daerah.dinkes.pk}/", {"apa": "aktif"})
    assert here.get("/").status_code == 302
    assert masuk(Client(), "Pasar-Terapung-77") == 401


def test_first_password_is_changed_before_anything_else(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    page = sebagai(daerah.admin).post(f"/pengelolaan/akun/{daerah.dinkes.pk}/", {"apa": "sandi"}).content.decode()
    first = re.search(r"<code[^>]*>([^<]{12})</code>", page)
    assert first
    client = Client()
    assert masuk(client, first[1]) == 302
    for path in ("/", "/dokumen/", "/unggah/"):
        assert client.get(path)["Location"] == "/sandi/"


@pytest.mark.parametrize(
    ("lama", "sandi", "ulang"),
    [
        (SANDI, "Pendek-1", "Pendek-1"),
        (SANDI, "83620174950172", "83620174950172"),
        (SANDI, "qwerty123456", "qwerty123456"),
        (SANDI, "perencana dinkes", "perencana dinkes"),
        (SANDI, "Pasar-Terapung-77", "Pasar-Terapung-78"),
        ("salah", "Pasar-Terapung-77", "Pasar-Terapung-77"),
    ],
    ids=["short", "digits", "common", "like the name", "typed differently", "old one wrong"],
)
def test_password_rules(daerah: SimpleNamespace, sebagai: Masuk, lama: str, sandi: str, ulang: str) -> None:
    client = sebagai(daerah.dinkes)
    response = client.post("/sandi/", {"lama": lama, "sandi": sandi, "ulang": ulang})
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    daerah.dinkes.refresh_from_db()
    assert daerah.dinkes.check_password(SANDI)


WIZARD = {
    "pemda": "Kota Lain", "awal": "2025", "akhir": "2029", "username": "penyusup", "nama": "Penyusup Malam",
    "sandi": "Pasar-Terapung-77", "ulang": "Pasar-Terapung-77",
}  # fmt: skip


@pytest.mark.django_db
def test_the_wizard_serves_once() -> None:
    assert Client().get("/")["Location"] == "/mulai/"
    for wrong in ({"akhir": "2020"}, {"sandi": "pendek", "ulang": "pendek"}, {"username": " "}):
        assert Client().post("/mulai/", {**WIZARD, **wrong}).status_code == 422
    assert not Akun.objects.exists()
    client = Client()
    assert client.post("/mulai/", WIZARD)["Location"] == "/unggah/"
    assert client.get("/pengelolaan/").status_code == 200
    again = {**WIZARD, "username": "kedua"}
    assert (Client().post("/mulai/", again)["Location"], Client().get("/mulai/")["Location"]) == ("/masuk/", "/masuk/")
    with pytest.raises(RuntimeError):
        jalankan_mulai(again)
    assert list(Akun.objects.values_list("username", "peran")) == [("penyusup", "admin")]


def jalankan_mulai(form: dict[str, str]) -> None:
    from doccheck.web.akun.buat import mulai

    mulai(form["pemda"], 2025, 2029, form["username"], form["nama"], form["sandi"])


@pytest.mark.django_db
def test_nobody_on_the_network_finds_the_wizard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jalankan, "siapkan_basis", lambda: None)
    with pytest.raises(ClickException, match="--init"):
        jalankan.layani("0.0.0.0", 0, 0, 1)


@pytest.mark.parametrize(
    "wanted", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)", "http:jahat.example", "\thttps://j.example"]
)
def test_login_and_language_lead_to_our_pages_only(daerah: SimpleNamespace, sebagai: Masuk, wanted: str) -> None:
    response = Client().post(f"/masuk/?next={wanted}", {"username": "dinkes", "password": SANDI, "next": wanted})
    assert (response.status_code, response["Location"]) == (302, "/")
    assert sebagai(daerah.dinkes).post("/bahasa/", {"bahasa": "en", "next": wanted})["Location"] == "/"
    assert Client().post("/masuk/", {"username": "dinkes", "password": SANDI, "next": "/dokumen/"})["Location"] == "/dokumen/"
