"""Every page: accessible, and no wider than a telephone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .test_alur import Buat, temuan_bergambar

HALAMAN = {
    "bappeda": ["/", "/unggah/", "/dokumen/", "/pemeriksaan/", "/sandi/", "/dasbor/", "/bulanan/", "/aturan/", "/aturan/TGT-01/"],
    "admin": ["/", "/pengelolaan/", "/pengelolaan/audit/", "/tidak-ada/"],
}


LEBAR = """(width) => [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > width + 1).slice(0, 4)
  .map((e) => e.outerHTML.slice(0, 120))"""


def periksa_halaman(page: Page, width: int) -> list[object]:
    page.evaluate("document.querySelectorAll('details:not(.akun):not(.unduh)').forEach((d) => { d.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = Axe().run(page)
    faults: list[object] = [
        (page.url, one["id"], one["impact"], one["nodes"][0]["html"][:200], len(one["nodes"])) for one in found.response["violations"]
    ]
    if wide > width:
        faults.append((page.url, "scrolls sideways", wide, page.evaluate(LEBAR, width)))
    return faults


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("siapa", ["bappeda", "admin"])
def test_pages(orang: Buat, siap: SimpleNamespace, siapa: str, width: int) -> None:
    page = orang(siapa, width=width).page
    faults = []
    for path in [*HALAMAN[siapa], *([siap.periksa, siap.unggahan] if siapa == "bappeda" else [])]:
        page.goto(path)
        faults += periksa_halaman(page, width)
    if siapa == "bappeda":
        page.goto("/dokumen/")
        page.locator("main a[href^='/dokumen/']").first.click()
        faults += periksa_halaman(page, width)
        temuan_bergambar(page, siap.periksa)
        expect(page.locator("#halaman svg image")).to_be_visible(timeout=30_000)
        faults += periksa_halaman(page, width)
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("width", [1280, 400])
def test_login_page(orang: Buat, siap: SimpleNamespace, width: int) -> None:  # noqa: ARG001
    page = orang(width=width).page
    page.goto("/masuk/")
    assert periksa_halaman(page, width) == []
