"""A really started application, and a browser that notes whatever a page must not do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, expect

from tests.peramban.conftest import browser, chromium
from tests.web.basis import lingkungan

__all__ = ["browser", "chromium"]

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "samples" / "kota-sembilang"
SANDI = "Jembatan-Kayu-88"
RPJMD, RENSTRA, PK = "RPJMD-2025-2029.pdf", "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"
RENJA, LAIN = "Renja-2026-Dinas-Kesehatan.xlsx", "Renstra-Dinas-Perhubungan.pdf"
LIMA = [SAMPLES / name for name in (RPJMD, RENSTRA, PK, RENJA, LAIN)]


@pytest.fixture(scope="package")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of `doccheck serve` with an empty data folder on a free port."""
    folder = tmp_path_factory.mktemp("serve")
    env = lingkungan(folder / "data")
    with (folder / "galat.txt").open("w") as errors:
        server = subprocess.Popen(
            [sys.executable, "-m", "doccheck", "serve", "--port", "0"], env=env, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert server.stdout is not None
    line = server.stdout.readline()
    found = re.search(r"http://localhost:\d+", line)
    assert found, line + (folder / "galat.txt").read_text()
    yield found[0]
    server.terminate()
    assert server.wait(30) == 0
    assert "Traceback" not in (folder / "galat.txt").read_text()


class Orang:
    """A person at a browser of their own. `salah` gathers what pages must not do: requests to other hosts, errors of scripts, violations of
    the content security policy."""

    def __init__(self, browser: Browser, alamat: str, width: int = 1280) -> None:
        self.alamat = alamat
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, base_url=alamat, accept_downloads=True, locale="id-ID"
        )
        self.salah: list[str] = []
        self.diminta: list[str] = []
        self.ditanya: list[str] = []
        self.context.on("request", lambda request: self._request(request.url))
        self.context.on("console", self._console)
        self.context.on("dialog", self._dialog)
        self.context.on("weberror", lambda error: self.salah.append(str(error.error)))
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)

    def _request(self, url: str) -> None:
        self.diminta.append(url)
        if not url.startswith((self.alamat + "/", "data:", "blob:", "about:")):
            self.salah.append(f"asks another host: {url}")

    def _dialog(self, dialog: Dialog) -> None:
        """Says yes to what a page asks, and keeps the question."""
        self.ditanya.append(dialog.message)
        dialog.accept()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "the server responded with a status of 4" not in message.text:
            self.salah.append(message.text)

    def masuk(self, username: str, sandi: str) -> None:
        self.page.goto("/masuk/")
        self.page.get_by_label("Nama akun").fill(username)
        self.page.get_by_label("Kata sandi").fill(sandi)
        self.page.get_by_role("button", name="Masuk").click()

    def unggah(self, files: list[Path]) -> None:
        """Chooses files as a person does, and waits until they are recognised."""
        self.page.goto("/unggah/")
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_text("Pilih berkas").click()
        chooser.value.set_files(files)
        expect(self.page.locator("#daftar-pilih li")).to_have_count(len(files))
        self.page.get_by_role("button", name="Unggah dan kenali").click()
        self.page.wait_for_url("**/unggahan/*/")
        expect(self.page.locator("#unggahan-isi .kabar.proses")).to_have_count(0, timeout=60_000)

    def periksa(self) -> None:
        """Takes the files over and waits for the findings."""
        self.page.get_by_role("button", name="Simpan dan periksa").click()
        expect(self.page.locator("#kemajuan")).to_be_visible()
        expect(self.page.locator("#daftar-temuan")).to_be_visible(timeout=90_000)


@pytest.fixture
def orang(browser: Browser, alamat: str) -> Iterator[Callable[..., Orang]]:
    """Makes people; after the test none of their pages has done what it must not."""
    made: list[Orang] = []

    def make(nama: str = "", width: int = 1280) -> Orang:
        one = Orang(browser, alamat, width)
        made.append(one)
        if nama:
            one.masuk(nama, SANDI)
            expect(one.page.get_by_role("heading", name="Beranda", level=1)).to_be_visible()
        return one

    yield make
    for one in made:
        one.context.close()
    assert [fault for one in made for fault in one.salah] == []


@pytest.fixture(scope="package")
def siap(browser: Browser, alamat: str) -> SimpleNamespace:
    """The application as an office has it after its first day: wizard, agencies, an account of each role, five documents checked.

    Every step is taken in the browser; `salah` says what the pages did wrong meanwhile, `bappeda` is the address of the first check.
    """
    admin = Orang(browser, alamat)
    page = admin.page
    page.goto("/")
    page.wait_for_url("**/mulai/")
    page.get_by_label("Nama", exact=True).fill("Kota Sembilang")
    page.get_by_label("Nama lengkap").fill("Pengelola Sistem")
    lemah = "a234567890"
    for sandi, again in ((SANDI, lemah), (SANDI, SANDI)):
        page.get_by_label("Kata sandi", exact=False).first.fill(sandi)
        page.get_by_label("Ulangi kata sandi").fill(again)
        page.get_by_role("button", name="Mulai").click()
        if again == lemah:
            expect(page.get_by_role("alert").first).to_be_visible()
    page.wait_for_url("**/unggah/")
    page.goto("/pengelolaan/")
    for nama in ("Dinas Kesehatan", "Dinas Perhubungan"):
        page.get_by_label("Perangkat daerah baru").fill(nama)
        page.locator("form", has=page.get_by_label("Perangkat daerah baru")).get_by_role("button", name="Tambah").click()
        expect(page.get_by_role("status")).to_contain_text("Tersimpan")
    people = []
    roles = (("bappeda", "bappeda", ""), ("evaluator", "evaluator", ""), ("dinkes", "pd", "Dinas Kesehatan (Kota Sembilang)"))
    for username, peran, pd in roles:
        page.goto("/pengelolaan/")
        form = page.locator("form[action='/pengelolaan/akun/']")
        form.get_by_label("Nama lengkap").fill(f"Pegawai {username}")
        form.get_by_label("Nama akun").fill(username)
        form.locator("[name=peran]").select_option(peran)
        if pd:
            form.locator("[name=pd]").select_option(label=pd)
        form.get_by_role("button", name="Buat akun").click()
        people.append((username, page.locator("dd code").inner_text()))
    salah = list(admin.salah)
    admin.context.close()
    for username, first in people:
        one = Orang(browser, alamat)
        one.masuk(username, first)
        one.page.wait_for_url("**/sandi/")
        one.page.get_by_label("Kata sandi lama").fill(first)
        one.page.get_by_label("Kata sandi baru", exact=False).first.fill(SANDI)
        one.page.get_by_label("Ulangi kata sandi baru").fill(SANDI)
        one.page.get_by_role("button", name="Simpan").click()
        expect(one.page.get_by_role("status")).to_contain_text("Kata sandi diganti")
        salah += one.salah
        one.context.close()
    bappeda = Orang(browser, alamat)
    bappeda.masuk("bappeda", SANDI)
    bappeda.unggah(LIMA)
    rows = bappeda.page.locator("tbody tr").all()
    dikenali = {row.locator("th").inner_text().splitlines()[0]: row.locator("td").first.inner_text() for row in rows}
    unggahan = bappeda.page.url
    bappeda.periksa()
    made = SimpleNamespace(
        periksa=bappeda.page.url, unggahan=unggahan, dikenali=dikenali, salah=salah + bappeda.salah, diminta=list(bappeda.diminta)
    )
    bappeda.context.close()
    return made
