"""Every page: accessible, and no wider than a telephone."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver, resolve
from playwright.sync_api import Page, expect

from .test_alur import Buat, temuan_bergambar

HALAMAN = {
    "bappeda": [
        "/", "/unggah/", "/dokumen/", "/pemeriksaan/", "/sandi/", "/dasbor/", "/bulanan/", "/bulanan/bobot/", "/aturan/", "/aturan/TGT-01/",
        "/token/", "/api/", "{periksa}", "{unggahan}", "{periksa}lihat/kaskade/", "{periksa}lihat/matriks/", "{periksa}lihat/tema/",
    ],
    "dinkes": ["/", "/dasbor/", "/pemeriksaan/", "/bulanan/", "/unggah/", "/pengelolaan/"],
    "admin": [
        "/", "/pengelolaan/", "/pengelolaan/audit/", "/pengelolaan/audit/?apa=masuk&cari=tidak-ada", "/pengelolaan/token/", "/tidak-ada/",
    ],
}  # fmt: skip
LANGSUNG = {"dokumen_satu", "temuan", "unduhan", "perbaiki", "masuk", "perangkat"}
"""Pages that the tests below come to by a link."""
BUKAN = {
    "mulai", "keluar", "bahasa", "sehat", "unggahan_keadaan", "unggahan_periksa", "batalkan", "kemajuan", "periksa_ulang",
    "matriks_xlsx", "unduh", "unduhan_keadaan", "unduhan_berkas", "halaman_bukti", "putuskan", "komentari", "arsipkan", "asli",
    "pulihkan", "png", "kembalikan", "bulanan_simpan", "bulanan_xlsx", "akun_baru", "akun_ubah", "daerah_baru", "ekspor",
    "audit_csv", "token_cabut", "pd_ubah", "periksa_baru",
}  # fmt: skip
"""Forms, files and parts of pages; the wizard is gone when these tests begin."""


LEBAR = """(width) => [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > width + 1).slice(0, 4)
  .map((e) => e.outerHTML.slice(0, 120))"""


GULUNG = "[...document.querySelectorAll('main .gulung')].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.innerHTML.slice(0, 80))"
"""The whole chain and the API's reference are wide by nature; every other table is laid out anew on a telephone."""


def periksa_halaman(page: Page, width: int) -> list[object]:
    page.evaluate("document.querySelectorAll('details:not(.akun):not(.unduh)').forEach((d) => { d.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = Axe().run(page)
    faults: list[object] = [
        (page.url, one["id"], one["impact"], one["nodes"][0]["html"][:200], len(one["nodes"])) for one in found.response["violations"]
    ]
    if width < 500 and not re.search(r"/lihat/|/api/", page.url) and (slid := page.evaluate(GULUNG)):
        faults.append((page.url, "its tables scroll sideways", slid))
    if wide > width:
        faults.append((page.url, "scrolls sideways", wide, page.evaluate(LEBAR, width)))
    return faults


def test_no_page_is_left_out() -> None:
    """A new address is looked at here, or is told to be no page."""
    seen = {resolve(path.split("?")[0].format(periksa="/pemeriksaan/1/", unggahan="/unggahan/1/")).url_name
            for paths in HALAMAN.values() for path in paths if path != "/tidak-ada/"}  # fmt: skip
    names = {one.name for one in get_resolver().url_patterns if getattr(one, "name", None)}
    assert seen | LANGSUNG | BUKAN >= names, names - seen - LANGSUNG - BUKAN


def dokumen(page: Page, siap: SimpleNamespace) -> None:  # noqa: ARG001
    page.goto("/dokumen/")
    page.locator("main a[href^='/dokumen/']").last.click()


def temuan(page: Page, siap: SimpleNamespace) -> None:
    temuan_bergambar(page, siap.periksa)
    expect(page.locator("#halaman svg image")).to_be_visible(timeout=30_000)


def petikan(page: Page, siap: SimpleNamespace) -> None:
    """A finding in a document without pages, with the row of its table."""
    page.goto(siap.periksa)
    found = page.locator("#daftar-temuan li a")
    for address in found.evaluate_all("links => links.map((one) => one.href)"):
        page.goto(address)
        if page.locator(".petikan").count():
            return
    raise AssertionError("no excerpt of a table")


def perangkat(page: Page, siap: SimpleNamespace) -> None:  # noqa: ARG001
    page.goto("/dasbor/")
    page.locator("main a[href^='/perangkat/']").first.click()


def unduhan(page: Page, siap: SimpleNamespace) -> None:
    page.goto(siap.periksa)
    page.locator("details.unduh summary").click()
    page.get_by_role("button", name="Kertas kerja (Excel)").click()
    expect(page.get_by_role("link", name="Unduh", exact=True)).to_be_visible(timeout=60_000)


LANGKAH: list[Callable[[Page, SimpleNamespace], None]] = [dokumen, temuan, petikan, perangkat, unduhan]


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("siapa", ["bappeda", "dinkes", "admin"])
def test_pages(orang: Buat, siap: SimpleNamespace, siapa: str, width: int) -> None:
    page = orang(siapa, width=width).page
    faults = []
    for path in HALAMAN[siapa]:
        page.goto(path.format(periksa=siap.periksa, unggahan=siap.unggahan))
        faults += periksa_halaman(page, width)
    for step in LANGKAH if siapa == "bappeda" else ():
        step(page, siap)
        faults += periksa_halaman(page, width)
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("width", [1280, 400])
def test_login_page(orang: Buat, siap: SimpleNamespace, width: int) -> None:  # noqa: ARG001
    page = orang(width=width).page
    page.goto("/masuk/")
    assert periksa_halaman(page, width) == []
