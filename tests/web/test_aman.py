"""What must hold for every address and answer: forged forms, costly work, headers, numbers that are none."""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.test import Client

from doccheck import __version__
from doccheck.web import server as peladen
from doccheck.web.akun import laju
from doccheck.web.models import Percobaan, Unggahan
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


def test_no_form_is_taken_without_its_token(daerah: SimpleNamespace) -> None:
    """Every address, whoever is logged in: a POST that another site forged changes nothing."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(daerah.admin)
    for pattern in addresses():
        response = client.post(address(pattern, 1), {"username": "x", "nama": "x"})
        assert response.status_code == 403, pattern.name
        assert "Formulir tidak berlaku lagi" in response.content.decode(), pattern.name
    assert Client(enforce_csrf_checks=True).post("/masuk/", {"username": "dinkes", "password": SANDI}).status_code == 403


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
    assert "<h1>Terjadi kesalahan</h1>" in broken.content.decode()
    assert [client.get(one).status_code for one in re.findall(r'rel="stylesheet" href="([^"]+)"', broken.content.decode())] == [200, 200]
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
