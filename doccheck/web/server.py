"""The servers of the application: waitress on one person's machine and on Windows, gunicorn where many people use it (`--produksi`)."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse

from doccheck.bahasa import _, berbahasa, get_lang

from .api.masalah import masalah
from .polos import polos
from .tengah import bahasa_kepala, untuk_program

Aplikasi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
PROSES = 2
"""gunicorn's processes: one goes on answering while the other dies or is slow; SQLite writes one at a time in any case."""


def batas_isi() -> int:
    """Bytes of a request beyond which nothing is read. Twice what may be uploaded: a little too much gets our own page."""
    return 2 * int(settings.KONFIG.unggah_mb) * 2**20


def waitress(app: Aplikasi, host: str, port: int, utas: int, siap: Callable[[int], None]) -> None:
    """Serves with threads of this process until SIGTERM or Ctrl-C; calls `siap(port)` first. `utas`: threads."""
    from waitress.server import create_server

    server = create_server(
        app, host=host, port=port, threads=utas, ident="doccheck", channel_timeout=300, max_request_body_size=batas_isi(),
        **perantara(settings.KONFIG.perantara),
    )  # fmt: skip
    siap(int(server.effective_port))
    signal.signal(signal.SIGTERM, _selesai)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


def perantara(dipercaya: bool) -> dict[str, Any]:
    """waitress's options for the headers of a proxy in front of it: without one they are nobody's word and are dropped."""
    if not dipercaya:
        return {"clear_untrusted_proxy_headers": True}
    headers = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}
    return {"trusted_proxy": "*", "trusted_proxy_count": 1, "trusted_proxy_headers": headers}


def gunicorn(app: Aplikasi, host: str, port: int, utas: int, siap: Callable[[int], None]) -> None:
    """Serves with processes of `utas` threads each until SIGTERM or Ctrl-C; calls `siap(port)` first. A process that dies is replaced."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=256)
    heard, handle, mother = int(listening.getsockname()[1]), listening.detach(), os.getpid()

    class Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
        def load_config(self) -> None:
            wanted = {
                "bind": f"fd://{handle}", "workers": PROSES, "threads": utas, "worker_class": "gthread", "timeout": 300,
                "graceful_timeout": 20, "proc_name": "doccheck", "preload_app": True, "loglevel": "warning", "control_socket_disable": True,
            }  # fmt: skip
            for key, value in wanted.items():
                if key in self.cfg.settings:  # the last of them is new
                    self.cfg.set(key, value)

        def load(self) -> Aplikasi:
            return di_balik_perantara(app, bool(settings.KONFIG.perantara))

    connections.close_all()  # a forked connection would be shared
    siap(heard)
    try:
        Server().run()
    except SystemExit as ended:  # how gunicorn ends, the forked processes too: what their mother has to tidy up is not theirs
        code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        if os.getpid() != mother:
            os._exit(code)
        if code:
            raise


def di_balik_perantara(app: Aplikasi, dipercaya: bool) -> Aplikasi:
    """What waitress does by itself and gunicorn leaves to the application: the caller's address as the proxy wrote it, headers of no
    announced proxy dropped, requests that are far too large refused before they are read."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if int(environ.get("CONTENT_LENGTH") or 0) > batas_isi():
            refusal = terlalu_besar(environ)
            start(f"413 {refusal.reason_phrase}", [*refusal.items(), ("Connection", "close")])
            return [refusal.content]
        if not dipercaya:
            for name in [key for key in environ if key.startswith(("HTTP_X_FORWARDED", "HTTP_FORWARDED"))]:
                del environ[name]
        elif caller := environ.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip():
            environ["REMOTE_ADDR"] = caller
        return app(environ, start)

    return answer


def terlalu_besar(environ: dict[str, Any]) -> HttpResponse:
    """The refusal of a request that the application is not asked about, in the form and the language of whoever sent it: what its headers
    say, since nobody has looked yet whose account it is."""
    request = WSGIRequest(environ)
    with berbahasa(bahasa_kepala(request)):
        rincian = _("Unggahan melebihi batas {batas} MB sekaligus.").format(batas=settings.KONFIG.unggah_mb)
        if untuk_program(request):
            return masalah(413, rincian)
        isi = f"<p>{rincian} {_('Bagilah menjadi beberapa unggahan.')}</p>"
        return HttpResponse(polos(get_lang(), _("Unggahan terlalu besar"), isi, _("Ke beranda")), status=413)


def pilih(produksi: bool) -> Callable[[Aplikasi, str, int, int, Callable[[int], None]], None]:
    """gunicorn for many people, where it runs (it forks, which Windows cannot)."""
    return gunicorn if produksi and sys.platform != "win32" else waitress


def _selesai(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
