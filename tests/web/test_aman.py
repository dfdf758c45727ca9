"""What must hold for every address and answer: forged forms, guessed passwords, forgotten sessions, addresses to return to, headers."""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace

import pytest
from click import ClickException
from django.test import Client
from django.utils import timezone

from doccheck import __version__
from doccheck.web import jalankan
from doccheck.web import server as peladen
from doccheck.web.akun import laju
from doccheck.web.models import Akun, CatatanAudit, Percobaan, Unggahan
from doccheck.web.tengah import CSP

from .conftest import SANDI, Masuk, contoh, selesaikan, unggah_periksa
from .test_akses import address, addresses

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
RENSTRA = "Renstra-Dinas-Kesehatan.pdf"


def masuk(client: Client, sandi: str = SANDI, nama: str = "dinkes", **more: str) -> int:
    return client.post("/masuk/", {"username": nama, "password": sandi}, **more).status_code  # type: ignore[arg-type]


def test_no_form_is_taken_without_its_token(daerah: SimpleNamespace) -> None:
    """Every address, whoever is logged in: a POST that another site forged changes nothing."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(daerah.admin)
    for pattern in addresses():
        response = client.post(address(pattern, 1), {"username": "x", "nama": "x"})
        assert response.status_code == 403, pattern.name
        assert "Formulir tidak berlaku lagi" in response.content.decode(), pattern.name
    assert Client(enforce_csrf_checks=True).post("/masuk/", {"username": "dinkes", "password": SANDI}).status_code == 403


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


@pytest.mark.parametrize(("dipercaya", "alamat"), [(True, "203.0.113.7"), (False, "127.0.0.1")])
def test_address_behind_a_proxy(dipercaya: bool, alamat: str) -> None:
    """The real server: headers of a proxy count where one was announced, and are nobody's word elsewhere."""
    from urllib.request import Request, urlopen

    from waitress import wasyncore
    from waitress.server import create_server

    seen: list[dict[str, str]] = []

    def app(environ: dict[str, str], start: object) -> list[bytes]:
        seen.append(environ)
        start("200 OK", [("Content-Length", "2")])  # type: ignore[operator]
        return [b"ok"]

    server = create_server(app, host="127.0.0.1", port=0, **peladen.perantara(dipercaya))

    def serve() -> None:
        with suppress(OSError):  # its sockets are closed below
            server.run()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    forwarded = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "sakip.contoh.go.id"}
    with urlopen(Request(f"http://127.0.0.1:{server.effective_port}/", headers=forwarded), timeout=20):
        pass
    wasyncore.close_all(server._map)
    server.task_dispatcher.shutdown()
    thread.join(10)
    assert not thread.is_alive()  # readers of documents are not forked beside threads
    assert seen[0]["REMOTE_ADDR"] == alamat
    assert seen[0]["wsgi.url_scheme"] == ("https" if dipercaya else "http")
    assert (seen[0]["HTTP_HOST"] == "sakip.contoh.go.id") is dipercaya
    assert dipercaya or not any(key.startswith("HTTP_X_FORWARDED") for key in seen[0])


@pytest.mark.parametrize(
    ("path", "apa"), [("/pemeriksaan/{periksa}/ulang/", "periksa"), ("/pemeriksaan/{periksa}/unduh/html/", "unduh"), ("/unggah/", "unggah")]
)
def test_costly_work_is_asked_for_only_so_often(
    daerah: SimpleNamespace, sebagai: Masuk, monkeypatch: pytest.MonkeyPatch, path: str, apa: str
) -> None:
    client = sebagai(daerah.dinkes)
    periksa = unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    Percobaan.objects.all().delete()
    monkeypatch.setitem(laju.BATAS, apa, 2)
    codes = [client.post(path.format(periksa=periksa)).status_code for _ in range(3)]
    assert codes[:2] == ([422, 422] if apa == "unggah" else [302, 302])
    assert codes[2] == 429
    response = client.post(path.format(periksa=periksa))
    assert "Tunggu sebentar" in response.content.decode()
    assert response["Retry-After"] == "600"
    assert sebagai(daerah.dishub).post("/unggah/").status_code == 422, "others go on"


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


def kepala(response: object, **other: str) -> None:
    got = {name: response.get(name) for name in HEADERS}  # type: ignore[attr-defined]
    assert got == {**HEADERS, **{name.replace("_", "-"): value for name, value in other.items()}}


def test_headers_of_every_answer(daerah: SimpleNamespace, sebagai: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for pattern in addresses():
        client = sebagai(daerah.admin)
        client.raise_request_exception = False
        for response in (client.get(address(pattern, 1)), client.post(address(pattern, 1))):
            if response.status_code != 200 or "attachment" not in response.get("Content-Disposition", ""):
                kepala(response)
            seen.add(response.status_code)
    client = sebagai(daerah.admin)
    client.raise_request_exception = False
    kepala(forged := Client(enforce_csrf_checks=True).post("/masuk/"))
    kepala(foreign := client.get("/", HTTP_HOST="jahat.example"))
    kepala(null := client.get("/pemeriksaan/?cari=%00"))
    kepala(static := client.get("/aset/web.css"))
    monkeypatch.setattr("doccheck.web.views.dokumen.halaman", lambda *_args, **_more: 1 / 0)
    kepala(broken := client.get("/dokumen/"))
    assert [one.status_code for one in (forged, foreign, null, static, broken)] == [403, 400, 400, 200, 500]
    assert "Terjadi kesalahan" in broken.content.decode()
    assert "Traceback" not in broken.content.decode()
    assert {200, 302, 404, 405} <= seen


def test_headers_of_downloads(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.bappeda)
    page = contoh(RENSTRA)
    check = unggah_periksa(client, daerah.periode, page)
    client.post(f"/pemeriksaan/{check}/unduh/html/")
    selesaikan()
    paths = ["/unduhan/1/berkas/", f"/pemeriksaan/{check}/matriks.xlsx", "/bulanan/bulanan.xlsx"]
    paths[0] = client.post(f"/pemeriksaan/{check}/unduh/html/")["Location"] + "berkas/"
    for path in paths:
        response = client.get(path)
        assert response["Content-Disposition"].startswith("attachment"), path
        assert response["Cache-Control"] == "private, no-store"
        kepala(response, Content_Security_Policy="default-src 'none'; sandbox")


def test_no_page_has_code_or_style_in_it(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """The policy forbids both; a page that had some would be broken in the browser."""
    client = sebagai(daerah.admin)
    unggah_periksa(sebagai(daerah.bappeda), daerah.periode, contoh(RENSTRA))
    pages = 0
    for pattern in addresses():
        response = client.get(address(pattern, Unggahan.objects.get().pk if "unggah" in (pattern.name or "") else 1))
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            pages += 1
            text = response.content.decode()
            assert "<!doctype" not in text or f"doccheck {__version__} · " in text, pattern.name
            assert not re.search(r"<script(?![^>]*\bsrc=)|<style|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", text), pattern.name
            assert not re.search(r"""(?:src|href|action)=["']?(?:https?:|//|javascript:|data:text)""", text), pattern.name
    assert pages > 10


def test_numbers_too_large_and_nul_are_refused(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.admin)
    for path in (f"/temuan/{10**30}/", f"/perangkat/{2**63}/", f"/pengelolaan/audit/?hal={10**30}", f"/dokumen/?periode={10**30}"):
        assert client.get(path).status_code in (200, 404), path
    assert client.post("/pengelolaan/daerah/", {"apa": "pemda", "nama": "Kota\0"}).status_code == 400
    assert Client().post("/masuk/", {"username": "a\0", "password": "x"}).status_code == 400


def test_comments_of_one_agency_are_not_for_another(daerah: SimpleNamespace) -> None:
    from doccheck.web.akses import akses_untuk
    from doccheck.web.models import Komentar

    for who in (daerah.dinkes, daerah.dishub, daerah.bappeda):
        Komentar.objects.create(pemda=daerah.pemda, sidik="abc", teks=who.username, oleh=who)
    assert {one.teks for one in akses_untuk(daerah.dinkes).komentar} == {"dinkes", "bappeda"}
    assert akses_untuk(daerah.bappeda).komentar.count() == 3
    assert akses_untuk(daerah.bappeda_lain).komentar.count() == 0
