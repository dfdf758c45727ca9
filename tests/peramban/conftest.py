"""A headless Chromium without a network, shared by the tests of what people see in a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from doccheck import check
from doccheck.report.html import render

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program. Missing, it fails the tests unless DOCCHECK_TANPA_PERAMBAN is set: nothing is left out silently."""
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if found is None and os.environ.get("DOCCHECK_TANPA_PERAMBAN"):
        pytest.skip("DOCCHECK_TANPA_PERAMBAN")
    assert found, "Chromium is missing (Debian/Ubuntu: apt-get install chromium); without it: DOCCHECK_TANPA_PERAMBAN=1"
    return found


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """Closed after the tests of this folder: its threads keep a process from forking, which other tests do."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the report on the sample city, by language."""
    folder = tmp_path_factory.mktemp("laporan")
    city = ROOT / "samples" / "kota-sembilang"
    written = {}
    for lang in ("id", "en"):
        path = folder / f"{lang}.html"
        path.write_text(render(check([city], lang=lang), city, lang=lang), encoding="utf-8")
        written[lang] = path.as_uri()
    return written


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()
