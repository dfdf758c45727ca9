"""A token made in the browser, and the example of docs/ at work with it against the running application."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from .conftest import PK, RENSTRA, ROOT, SAMPLES, SANDI
from .test_alur import Buat
from .test_halaman import periksa_halaman


@pytest.mark.parametrize("width", [1280, 400])
def test_pages_of_tokens(orang: Buat, siap: SimpleNamespace, width: int) -> None:  # noqa: ARG001
    page = orang("admin", width=width).page
    faults = []
    page.goto("/token/")
    page.get_by_label("Dipakai oleh").fill(f"e-SAKIP {width}")
    page.get_by_label("Kata sandi Anda").fill(SANDI)
    page.get_by_role("button", name="Buat token").click()
    expect(page.locator("code.rahasia")).to_contain_text("dc_")
    faults += periksa_halaman(page, width)
    for path in ("/token/", "/pengelolaan/token/", "/api/"):
        page.goto(path)
        faults += periksa_halaman(page, width)
    assert not faults, "\n".join(map(str, faults))


def test_the_example_for_esakip(orang: Buat, siap: SimpleNamespace, alamat: str) -> None:  # noqa: ARG001
    page = (who := orang("dinkes")).page
    page.locator(".akun summary").click()
    page.get_by_role("link", name="Token API").click()
    page.get_by_label("Dipakai oleh").fill("e-SAKIP")
    page.get_by_label("Kata sandi Anda").fill(SANDI)
    page.get_by_role("button", name="Buat token").click()
    secret = page.locator("code.rahasia").inner_text()
    env = {**os.environ, "DOCCHECK_URL": alamat, "DOCCHECK_TOKEN": secret}
    command = [sys.executable, str(ROOT / "docs" / "contoh_esakip.py"), *(str(SAMPLES / name) for name in (RENSTRA, PK))]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert "TGT-01" in {one["aturan"] for one in found}
    page.goto("/pemeriksaan/")
    page.locator("main a[href^='/pemeriksaan/']").first.click()
    shown = page.locator("select[name=aturan] option").evaluate_all("options => options.map((one) => one.value)")
    assert {one["aturan"] for one in found} == set(shown) - {""}
    page.goto("/token/")
    row = page.locator("tbody tr", has_text="e-SAKIP")
    expect(row).not_to_contain_text("belum pernah")
    row.get_by_role("button", name="Cabut").click()
    expect(page.locator("tbody tr", has_text="e-SAKIP")).to_contain_text("Dicabut")
    again = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert again.returncode == 1
    assert "Token tidak berlaku" in again.stderr
    assert who.salah == []
