"""The upload application under load: people who upload at once, look at pages while the work runs, and wait for their findings.

usage: python benchmarks/bench_web.py [--orang 20] [--halaman 60]

Starts `doccheck serve` with an empty data folder on a free port of this machine. Each person belongs to an agency of their own and
uploads a PDF of so many pages, put together from the samples (no two alike). Says how long pages took to answer while work was under
way, how long until everybody had findings, and whether anything was lost (exit code 1).
"""

from __future__ import annotations

import argparse
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from pypdf import PdfReader, PdfWriter

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "kota-sembilang"
SANDI = "Jembatan-Kayu-88"
PREPARE = """
import sys
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.models import Akun, Pemda, PerangkatDaerah, Periode
pemda = Pemda.objects.create(nama="Kota Sembilang")
Periode.objects.create(pemda=pemda, awal=2025, akhir=2029)
for number in range(int(sys.argv[1])):
    pd = PerangkatDaerah.objects.create(pemda=pemda, nama=f"Dinas Contoh {number}")
    Akun.objects.create_user(f"orang{number}", sys.argv[2], nama=f"Orang {number}", peran="pd", pemda=pemda, perangkat_daerah=pd)
"""
COUNT = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.models import Pemeriksaan, Temuan, Tugas, Versi
done = Pemeriksaan.objects.filter(keadaan="selesai")
print(Versi.objects.count(), done.count(), Tugas.objects.exclude(keadaan="selesai").count(), Temuan.objects.count())
"""


def dokumen(number: int, pages: int) -> bytes:
    """A PDF of so many pages, the same for all but for its title."""
    writer = PdfWriter()
    sources = [page for name in ("Renstra-Dinas-Kesehatan", "Renstra-Dinas-Perhubungan", "RPJMD-2025-2029") for page in
               PdfReader(SAMPLES / f"{name}.pdf").pages]  # fmt: skip
    for index in range(pages):
        writer.add_page(sources[index % len(sources)])
    writer.add_metadata({"/Title": f"Renstra {number}"})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


class Orang(threading.Thread):
    """One person. `waktu`: seconds of each page asked for; `lama`: seconds from login to findings; `galat`: what went wrong."""

    def __init__(self, alamat: str, number: int, pages: int, mulai: threading.Barrier) -> None:
        super().__init__(daemon=True)
        self.alamat, self.number, self.mulai = alamat, number, mulai
        self.isi = dokumen(number, pages)
        self.waktu: list[tuple[str, float]] = []
        self.lama: dict[str, float] = {}
        self.galat = ""
        self.kuki = CookieJar()
        self.peramban = build_opener(HTTPCookieProcessor(self.kuki))

    def minta(self, path: str, data: bytes | None = None, jenis: str = "application/x-www-form-urlencoded") -> tuple[str, str]:
        """(address in the end, content) of a page."""
        headers = {"Content-Type": jenis, "Origin": self.alamat} if data is not None else {}
        begin = time.perf_counter()
        with self.peramban.open(Request(self.alamat + path, data=data, headers=headers), timeout=300) as answer:
            content = answer.read().decode()
        kind = "page" if data is None else "login" if path == "/masuk/" else "upload" if path == "/unggah/" else "form"
        self.waktu.append((kind, time.perf_counter() - begin))
        return answer.url, content

    def kirim(self, path: str, **isi: str) -> tuple[str, str]:
        token = next(one.value for one in self.kuki if one.name == "csrftoken")
        return self.minta(path, urlencode({"csrfmiddlewaretoken": token or "", **isi}).encode())

    def unggah(self) -> str:
        _url, page = self.minta("/unggah/")
        periode = re.search(r'<option value="(\d+)"', page)
        token = next(one.value for one in self.kuki if one.name == "csrftoken")
        assert periode
        mark = uuid.uuid4().hex
        body = b""
        for name, value in (("csrfmiddlewaretoken", token or ""), ("periode", periode[1])):
            body += f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        body += f'--{mark}\r\nContent-Disposition: form-data; name="berkas"; filename="Renstra.pdf"\r\n\r\n'.encode()
        body += self.isi + f"\r\n--{mark}--\r\n".encode()
        url, _page = self.minta("/unggah/", body, f"multipart/form-data; boundary={mark}")
        return url.removeprefix(self.alamat)

    def tunggu(self, path: str, running: str) -> None:
        """Asks as the page does by itself, and looks at other pages meanwhile."""
        for turn in range(3000):
            if running not in self.minta(path)[1]:
                return
            time.sleep(1.0)
            self.minta(("/", "/dokumen/", "/pemeriksaan/", "/unggah/")[turn % 4])
        raise TimeoutError(path)

    def run(self) -> None:
        try:
            self.minta("/masuk/")
            self.kirim("/masuk/", username=f"orang{self.number}", password=SANDI)
            self.mulai.wait(300)
            begin = time.perf_counter()
            upload = self.unggah()
            self.lama["uploaded"] = time.perf_counter() - begin
            self.tunggu(f"{upload}keadaan/", "hx-trigger")
            self.lama["recognised"] = time.perf_counter() - begin
            url, _page = self.kirim(f"{upload}periksa/")
            self.tunggu(f"{url.removeprefix(self.alamat)}kemajuan/", "hx-trigger")
            self.lama["findings"] = time.perf_counter() - begin
        except Exception as error:  # told in the summary
            self.galat = f"{type(error).__name__}: {error}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orang", type=int, default=20)
    parser.add_argument("--halaman", type=int, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "DOCCHECK_DATA": folder}
        python = [sys.executable, "-c"]
        subprocess.run([*python, PREPARE, str(given.orang), SANDI], env=env, check=True)
        server = subprocess.Popen([sys.executable, "-m", "doccheck", "serve", "--port", "0"], env=env, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            found = re.search(r"http://localhost:(\d+)", server.stdout.readline())
            assert found, "the server did not start"
            mulai = threading.Barrier(given.orang)
            people = [Orang(f"http://127.0.0.1:{found[1]}", number, given.halaman, mulai) for number in range(given.orang)]
            for one in people:
                one.start()
            for one in people:
                one.join()
            counted = subprocess.run([*python, COUNT], env=env, check=True, capture_output=True, text=True).stdout.split()
        finally:
            server.terminate()
            server.wait(30)
    for kind in ("page", "login", "upload", "form"):
        took = sorted(1000 * seconds for one in people for name, seconds in one.waktu if name == kind)
        if took:
            print(f"{kind:10}{len(took):6} answers, ms: median {statistics.median(took):6.0f}, 95 of 100 under "
                  f"{took[int(len(took) * 0.95)]:6.0f}, longest {took[-1]:6.0f}")  # fmt: skip
    for stage in ("uploaded", "recognised", "findings"):
        took = sorted(one.lama[stage] for one in people if stage in one.lama)
        if took:
            print(f"{stage:10}{len(took):6} people,  s: first {took[0]:.1f}, median {statistics.median(took):.1f}, last {took[-1]:.1f}")
    print(f"versions {counted[0]}, checks done {counted[1]}, tasks left or failed {counted[2]}, findings {counted[3]}")
    for one in people:
        if one.galat:
            print(f"person {one.number}: {one.galat}")
    lost = any(one.galat for one in people) or counted[:3] != [str(given.orang), str(given.orang), "0"]
    print("something was lost" if lost else "nothing was lost")
    return int(lost)


if __name__ == "__main__":
    sys.exit(main())
