"""`doccheck serve --produksi`: gunicorn's processes on a socket of ours, behind an announced proxy or none."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings

from doccheck.web import server

from .test_kerja import _command
from .test_mati import alive, children, until

ACCOUNT = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.akun import buat
buat.mulai("Kota Sembilang", 2025, 2029, "admin", "Admin", "Jembatan-Kayu-88")
"""


@pytest.mark.parametrize(("dipercaya", "alamat"), [(True, "203.0.113.7"), (False, "127.0.0.1")])
def test_address_behind_a_proxy(dipercaya: bool, alamat: str) -> None:
    seen: list[dict[str, str]] = []
    app = server.di_balik_perantara(lambda environ, _start: seen.append(environ) or [b"ok"], dipercaya)  # type: ignore[func-returns-value]
    sent = {"HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.7", "HTTP_X_FORWARDED_HOST": "sakip.contoh.go.id", "HTTP_FORWARDED": "for=1"}
    assert app({"REMOTE_ADDR": "127.0.0.1", **sent}, lambda *_: None) == [b"ok"]
    assert seen[0]["REMOTE_ADDR"] == alamat
    assert ("HTTP_X_FORWARDED_HOST" in seen[0], "HTTP_FORWARDED" in seen[0]) == (dipercaya, dipercaya)


@pytest.mark.parametrize(
    ("path", "asked", "kind", "told"),
    [
        ("/unggah/", {}, "text/html; charset=utf-8", "Unggahan melebihi batas {n} MB sekaligus. Bagilah"),
        ("/unggah/", {"HTTP_COOKIE": "bahasa=en"}, "text/html; charset=utf-8", "The upload exceeds the limit of {n} MB at once. Split"),
        ("/api/v1/unggahan", {}, "application/problem+json", "Unggahan melebihi batas {n} MB sekaligus."),
        ("/api/v1/unggahan", {"HTTP_ACCEPT_LANGUAGE": "en"}, "application/problem+json", "The upload exceeds the limit of {n} MB at once."),
    ],
)  # fmt: skip
def test_what_is_far_too_large_is_not_read(path: str, asked: dict[str, str], kind: str, told: str) -> None:
    """The refusal names the limit, in the form and the language of whoever asked."""
    answers: list[tuple[str, dict[str, str]]] = []
    app = server.di_balik_perantara(lambda _environ, _start: pytest.fail("the application was asked"), False)
    unread = dict.fromkeys(("read", "readline"), lambda *_: pytest.fail("the body was read"))
    sent = {"PATH_INFO": path, "CONTENT_LENGTH": str(server.batas_isi() + 1), "wsgi.input": SimpleNamespace(**unread)}
    environ = {"REQUEST_METHOD": "POST", **sent, **asked}
    (body,) = app(environ, lambda status, headers: answers.append((status, dict(headers))))
    ((status, headers),) = answers
    assert (status, headers["Content-Type"], headers["Connection"]) == ("413 Request Entity Too Large", kind, "close")
    assert told.format(n=settings.KONFIG.unggah_mb) in body.decode()
    if path.startswith("/api/"):
        title = "Too large" if "HTTP_ACCEPT_LANGUAGE" in asked else "Terlalu besar"
        assert json.loads(body) | {"detail": ""} == {"type": "about:blank", "title": title, "status": 413, "detail": ""}
    else:
        assert f'<html lang="{"en" if asked else "id"}">' in body.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_killed_process_is_replaced_and_the_end_is_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCCHECK_HOST", "localhost")
    assert _command(tmp_path, "-c", ACCOUNT).wait(120) == 0
    mother = _command(tmp_path, "-m", "doccheck", "serve", "--produksi", "--port", "0", "--pekerja", "1")
    try:
        assert mother.stdout is not None
        found = re.search(r"http://localhost:\d+/", mother.stdout.readline().decode())
        assert found, "the server did not start"

        def answers(host: str = "localhost") -> tuple[int, str]:
            try:
                with urlopen(Request(f"{found[0]}masuk/", headers={"Host": host}), timeout=20) as response:
                    return response.status, response.headers["Server"]
            except HTTPError as error:
                return error.code, error.headers["Server"]

        assert answers() == (200, "gunicorn")
        assert answers("jahat.example") == (400, "gunicorn")
        assert until(lambda: len(_serving(mother.pid)) == server.PROSES, 20)
        serving = _serving(mother.pid)
        os.kill(serving[0], signal.SIGKILL)
        assert until(_replaced(mother.pid, serving[0]), 20)
        assert answers() == (200, "gunicorn")
        below = children(mother.pid)
    finally:
        mother.terminate()
        ended = mother.wait(60)
    assert ended == 0
    assert until(lambda: not any(map(alive, below)), 20), "the worker lives on without its server"


def _command_line(pid: int) -> bytes:
    """Empty for a process that ended since it was listed."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def _serving(pid: int) -> list[int]:
    """gunicorn's processes: forks of the server, whose command line they keep; the worker has its own."""
    return sorted(one for one in children(pid) if b"serve" in _command_line(one) and alive(one))


def _replaced(pid: int, dead: int) -> Callable[[], bool]:
    return lambda: len(now := _serving(pid)) == server.PROSES and dead not in now
