"""Takes the pictures of the upload application for the guide, from the sample city: web-*.png in docs/gambar.

usage: python docs/screenshot_web.py [--chromium PATH] [--target FOLDER]

Starts `doccheck serve` with data that are thrown away, uploads the sample city in Chromium, checks it, and goes through the pages.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples" / "kota-sembilang"
SANDI = "Jembatan-Kayu-88"
PREPARE = """
import sys
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.models import Akun, Pemda, Periode
pemda = Pemda.objects.create(nama="Kota Sembilang")
Periode.objects.create(pemda=pemda, awal=2025, akhir=2029)
Akun.objects.create_user("bappeda", sys.argv[1], nama="Peninjau Bappeda", peran="bappeda", pemda=pemda)
"""


def simpan(page: Page, target: Path) -> None:
    """The window as a PNG of 256 colours."""
    page.mouse.move(0, 0)
    raw = page.screenshot(animations="disabled")
    Image.open(io.BytesIO(raw)).convert("RGB").quantize(256).save(target, optimize=True)


def jelajah(page: Page, target: Path) -> None:
    page.goto("/masuk/")
    page.get_by_label("Nama akun").fill("bappeda")
    page.get_by_label("Kata sandi").fill(SANDI)
    page.get_by_role("button", name="Masuk").click()
    page.goto("/unggah/")
    files = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".docx", ".xlsx"))
    page.locator("#berkas").set_input_files(files)
    page.get_by_role("button", name="Unggah dan kenali").click()
    page.wait_for_url("**/unggahan/*/")
    page.locator("#unggahan-isi .kabar.proses").wait_for(state="detached", timeout=300_000)
    simpan(page, target / "web-unggahan.png")
    page.get_by_role("button", name="Simpan dan periksa").click()
    page.locator("#daftar-temuan").wait_for(timeout=300_000)
    simpan(page, target / "web-temuan.png")
    page.goto(f"{page.url}?aturan=TGT-01")
    page.locator("#daftar-temuan li a").first.click()
    page.locator("#halaman svg image").wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": 1280, "height": 1100})
    simpan(page, target / "web-bukti.png")
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto("/dasbor/")
    simpan(page, target / "web-dasbor.png")
    page.wait_for_timeout(5_000)  # the sheets are made after the check
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/bulanan/")
    page.locator(".bulanan-tabel").wait_for()
    simpan(page, target / "web-bulanan.png")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default=which("chromium") or which("google-chrome") or "chromium")
    parser.add_argument("--target", type=Path, default=ROOT / "docs" / "gambar")
    given = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        env = {**os.environ, "DOCCHECK_DATA": folder}
        subprocess.run([sys.executable, "-c", PREPARE, SANDI], env=env, check=True)
        server = subprocess.Popen([sys.executable, "-m", "doccheck", "serve", "--port", "0"], env=env, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            found = re.search(r"http://localhost:\d+", server.stdout.readline())
            assert found, "the server did not start"
            browser = playwright.chromium.launch(executable_path=given.chromium, args=["--no-sandbox", "--disable-background-networking"])
            page = browser.new_page(base_url=found[0], viewport={"width": 1280, "height": 860}, locale="id-ID")
            jelajah(page, given.target)
            browser.close()
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    main()
