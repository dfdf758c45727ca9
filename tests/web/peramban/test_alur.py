"""The work of each role in a browser, from the first start to the revised document."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .conftest import LAIN, LIMA, PK, RENJA, RENSTRA, ROOT, RPJMD, SAMPLES, Orang

Buat = Callable[..., Orang]


def daftar(page: Page) -> int:
    return page.locator("#daftar-temuan .temuan-daftar > li").count()


def test_first_day(siap: SimpleNamespace) -> None:
    """Wizard, accounts, first passwords, five files through the chooser, live progress."""
    assert siap.salah == []
    told = {name: " ".join(text.split()) for name, text in siap.dikenali.items()}
    assert told[RPJMD].startswith("RPJMD")
    assert "Renstra" in told[RENSTRA]
    assert "Dinas Kesehatan" in told[RENSTRA]
    assert "Dinas Perhubungan" in told[LAIN]
    assert "2026" in told[PK]
    assert "2026" in told[RENJA]
    assert any(url.endswith("/kemajuan/") for url in siap.diminta)
    assert any(url.endswith("/keadaan/") for url in siap.diminta)


def test_recognition_is_corrected(orang: Buat, siap: SimpleNamespace) -> None:  # noqa: ARG001
    from .test_halaman import periksa_halaman

    page = (who := orang("bappeda")).page
    who.unggah([SAMPLES / "Renja-2026-Dinas-Perhubungan.xlsx"])
    page.get_by_role("link", name="Perbaiki").click()
    assert periksa_halaman(page, 1280) == []
    page.locator("[name=jenis]").select_option("renstra")
    page.get_by_label("Tahun (dokumen tahunan)").fill("")
    page.get_by_role("button", name="Simpan").click()
    row = page.locator("tbody tr")
    expect(row.locator("td").first).to_contain_text("Renstra")
    expect(row).to_contain_text("versi 2")  # of the agency's Renstra: what was recognised decides what the file becomes
    page.get_by_role("button", name="Keluarkan").click()
    expect(page.locator("tbody tr")).to_have_count(0)


def test_filters(orang: Buat, siap: SimpleNamespace) -> None:
    page = orang("bappeda").page
    page.goto(siap.periksa)
    total = daftar(page)
    critical = int(page.locator(".angka-web .k-kritis b").inner_text())
    assert 0 < critical < total
    page.locator("form.saring [name=keparahan]").select_option("kritis")
    expect(page.locator("#daftar-temuan .jumlah")).to_have_text(f"{critical} temuan ditampilkan dari {total}")
    assert daftar(page) == critical
    assert "keparahan=kritis" in page.url
    address = page.url
    page.goto("/")
    page.goto(address)
    assert daftar(page) == critical, "the address keeps the filters"
    page.get_by_label("Cari").fill("tidak ada teks seperti ini")
    expect(page.locator("#daftar-temuan")).to_contain_text("Tidak ada temuan yang cocok")
    page.goto(siap.periksa)
    page.locator("form.saring [name=pd]").select_option(label="Dinas Perhubungan")
    expect(page.locator("#daftar-temuan .jumlah")).to_contain_text("dari")
    assert set(page.locator("#daftar-temuan .pd-nama").all_inner_texts()) == {"Dinas Perhubungan"}


def temuan_bergambar(page: Page, periksa: str, aturan: str = "TGT-01") -> None:
    page.goto(f"{periksa}?aturan={aturan}")
    page.locator("#daftar-temuan li a").first.click()
    page.wait_for_url("**/temuan/*/")


@pytest.mark.parametrize("width", [1280, 400])
def test_page_with_the_framed_cell(orang: Buat, siap: SimpleNamespace, width: int) -> None:
    page = orang("bappeda", width=width).page
    temuan_bergambar(page, siap.periksa)
    picture = page.locator("#halaman svg image")
    expect(picture).to_be_visible(timeout=30_000)
    answer = page.request.get(picture.get_attribute("href") or "")
    assert answer.body().startswith(b"\x89PNG")
    box = page.locator("#halaman rect.bingkai").bounding_box()
    view = page.locator("#halaman .halaman-gambar").bounding_box()
    assert box
    assert view
    assert box["width"] > 3
    assert view["y"] <= box["y"] <= view["y"] + view["height"], "the framed cell stands in view"
    assert view["x"] <= box["x"] <= view["x"] + view["width"]


def test_triage_and_comment(orang: Buat, siap: SimpleNamespace) -> None:
    page = orang("bappeda").page
    temuan_bergambar(page, siap.periksa)
    address = page.url
    page.get_by_role("button", name="Tolak").click()
    expect(page.locator("textarea[name=alasan]:invalid")).to_be_focused()  # the browser asks for it, and nothing is sent
    assert page.url == address
    page.get_by_role("button", name="Terima").click()
    expect(page.get_by_role("status")).to_contain_text("tersimpan: Diterima")
    page.goto(address)
    page.get_by_role("button", name="Batalkan keputusan").click()
    expect(page.get_by_role("status")).to_contain_text("dibatalkan")
    assert page.url == address
    page.get_by_label("Alasan (wajib bila ditolak)").fill("Sudah benar menurut lampiran yang diperbarui.")
    page.get_by_role("button", name="Tolak").click()
    expect(page.get_by_role("status")).to_contain_text("tersimpan: Ditolak")
    page.goto(address)
    expect(page.locator(".triase")).to_contain_text("Ditolak")
    expect(page.locator(".triase")).to_contain_text("Sudah benar menurut lampiran yang diperbarui.")
    page.locator("form", has=page.get_by_role("button", name="Kirim komentar")).locator("textarea").fill("Lihat <b>halaman</b> 6.")
    page.get_by_role("button", name="Kirim komentar").click()
    expect(page.locator(".komentar")).to_contain_text("Lihat <b>halaman</b> 6.")
    page.goto(siap.periksa)
    page.locator("form.saring [name=putusan]").select_option("ditolak")
    expect(page.locator("#daftar-temuan .jumlah")).to_contain_text("1 temuan")


@pytest.mark.parametrize("siapa", ["bappeda", "evaluator"])
def test_downloads_are_read_back(orang: Buat, siap: SimpleNamespace, siapa: str) -> None:
    page = orang(siapa).page
    for name in ("Laporan (HTML)", "Hasil evaluasi (Word)", "Kertas kerja (Excel)"):
        page.goto(siap.periksa)
        page.locator("details.unduh summary").click()
        page.get_by_role("button", name=name).click()
        link = page.get_by_role("link", name="Unduh", exact=True)
        expect(link).to_be_visible(timeout=60_000)
        with page.expect_download() as given:
            link.click()
        content = Path(given.value.path()).read_bytes()
        if "HTML" in name:
            text = content.decode()
            assert "Prevalensi Balita Gizi Kurang" in text
        elif "Word" in name:
            text = " ".join(cell.text for table in Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells)
            text += " ".join(one.text for one in Document(io.BytesIO(content)).paragraphs)
        else:
            book = load_workbook(io.BytesIO(content))
            text = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
        assert "Dinas Kesehatan" in text, name


def test_evaluator_decides_but_does_not_manage(orang: Buat, siap: SimpleNamespace) -> None:
    page = orang("evaluator").page
    temuan_bergambar(page, siap.periksa)
    expect(page.get_by_role("button", name="Terima")).to_be_visible()
    page.goto(siap.periksa)
    assert daftar(page) > 0
    assert page.get_by_role("link", name="Pengelolaan").count() == 0
    assert (page.goto("/pengelolaan/") or page).status == 403  # type: ignore[union-attr]


@pytest.fixture(scope="session")
def bersih(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Renstra of Dinas Kesehatan without its seeded defects."""
    folder = tmp_path_factory.mktemp("bersih")
    script = "import sys, pathlib; sys.path.insert(0, 'samples'); import build; "
    script += "build.dokumen()['renstra-dinkes'][1](build.Data([]), pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(folder / RENSTRA)], check=True, cwd=ROOT)
    return folder / RENSTRA


def test_agency_sees_its_own_and_its_revision_solves(orang: Buat, siap: SimpleNamespace, bersih: Path) -> None:
    who = orang("dinkes")
    page = who.page
    assert (page.goto(siap.periksa) or page).status == 404  # type: ignore[union-attr]
    page.goto("/dokumen/")
    assert "Perhubungan" not in page.locator("main").inner_text()
    page.goto("/pemeriksaan/")
    page.locator("main a[href^='/pemeriksaan/']").first.click()
    before = daftar(page)
    assert before > 0
    assert "Perhubungan" not in page.locator("main").inner_text()
    page.locator("#daftar-temuan li a").first.click()
    assert page.get_by_role("button", name="Terima").count() == 0

    who.unggah([bersih])
    expect(page.locator("tbody tr")).to_contain_text("versi 2")
    who.periksa()
    tabs = {}
    for name in ("Baru", "Masih ada", "Selesai"):
        found = re.search(r"\d+", page.locator("nav.tab").get_by_role("link", name=name).inner_text())
        assert found
        tabs[name] = int(found[0])
    assert tabs["Selesai"] > 0
    assert tabs["Masih ada"] + tabs["Selesai"] == before
    assert daftar(page) == tabs["Masih ada"] + tabs["Baru"]
    page.locator("nav.tab").get_by_role("link", name="Selesai").click()
    assert daftar(page) == tabs["Selesai"]
    page.locator("#daftar-temuan li a").first.click()
    expect(page.locator(".temuan-satu")).to_contain_text("sudah selesai")


def test_refusals(orang: Buat, siap: SimpleNamespace, tmp_path: Path) -> None:  # noqa: ARG001
    false = tmp_path / "Renstra.pdf"
    false.write_bytes(b"MZ\x90\x00" + bytes(2000))
    who = orang("dinkes")
    who.unggah([false])
    expect(who.page.locator("tbody tr")).to_contain_text("Ditolak")
    assert who.page.get_by_role("button", name="Simpan dan periksa").count() == 0
    empty = who.page.request.post("/unggah/", form={})
    assert empty.status == 403  # no CSRF token
    stranger = orang()
    stranger.masuk("dinkes", "salah-sekali-1")
    expect(stranger.page.get_by_role("alert")).to_contain_text("salah")
    stranger.page.goto("/temuan/1/")
    stranger.page.wait_for_url("**/masuk/?next=/temuan/1/")


def test_language_is_switched_and_kept(orang: Buat, siap: SimpleNamespace) -> None:
    page = orang("evaluator").page
    page.goto(siap.periksa)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("form.saring")).to_contain_text("Severity")
    assert page.url.startswith(siap.periksa)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")
    page.get_by_role("button", name="Indonesia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beranda")


def test_five_files_are_five_versions(orang: Buat, siap: SimpleNamespace) -> None:  # noqa: ARG001
    page = orang("bappeda").page
    page.goto("/dokumen/")
    text = page.locator("main").inner_text()
    assert page.locator("main a[href^='/dokumen/']").count() >= len(LIMA)
    assert "RPJMD" in text


def test_monthly_page_is_printed_weighed_and_taken_away(orang: Buat, siap: SimpleNamespace, tmp_path: Path) -> None:  # noqa: ARG001
    page = orang("bappeda").page

    def lembar() -> bool:
        page.goto("/bulanan/")
        return page.locator(".bulanan-tabel tbody tr").count() >= 2

    for _turn in range(60):  # the sheets are made after the check
        if lembar():
            break
        page.wait_for_timeout(500)
    names = set(page.locator(".bulanan-tabel tbody th").all_inner_texts())
    assert names == {"Dinas Kesehatan", "Dinas Perhubungan"}
    expect(page.locator("main")).to_contain_text("bukan nilai AKIP")
    expect(page.get_by_role("button", name="Cetak")).to_be_visible()
    printed = tmp_path / "bulanan.pdf"
    page.pdf(path=printed, format="A4")
    texts = [one.extract_text() for one in PdfReader(printed).pages]
    assert "Lembar bulanan" in texts[0]
    assert not any("Unduh Excel" in text or "Beranda" in text for text in texts), "no buttons, no menu on paper"
    assert names <= {text.split("\n")[0] for text in texts}, "each agency on a page of its own"
    with page.expect_download() as given:
        page.get_by_role("link", name="Unduh Excel").click()
    book = load_workbook(io.BytesIO(Path(given.value.path()).read_bytes()))
    assert book.sheetnames[1:] == ["Dinas Kesehatan", "Dinas Perhubungan"]
    page.get_by_role("link", name="Bobot").click()
    for name in ("Kemajuan rencana aksi", "Anggaran sejalan dengan kinerja", "Laporan tepat waktu", "Tindak lanjut rekomendasi LHE"):
        page.get_by_label(name).fill("0")
    page.get_by_role("button", name="Simpan bobot").click()
    expect(page.get_by_role("status")).to_contain_text("Bobot tersimpan")
    for _turn in range(60):  # taken again by the worker
        lembar()
        if page.locator("#lembar-1 tbody tr").count() == 2:
            break
        page.wait_for_timeout(500)
    expect(page.locator("#lembar-1 .skor-besar")).not_to_have_text("–")


def test_sent_back_restored_and_seen_in_the_log(orang: Buat, siap: SimpleNamespace) -> None:  # noqa: ARG001
    reviewer = orang("bappeda").page
    reviewer.goto("/dokumen/")
    reviewer.locator("main a", has_text="Perjanjian Kinerja 2026").first.click()
    reviewer.get_by_label("Catatan untuk Dinas Kesehatan").fill("Samakan target dengan Renstra.")
    reviewer.get_by_role("button", name="Kembalikan", exact=True).click()
    who = orang("dinkes")
    expect(who.page.locator("main")).to_contain_text("Samakan target dengan Renstra.")
    who.unggah([SAMPLES / "PK-2026-Eselon-III-Dinas-Kesehatan.docx"])
    who.page.get_by_role("link", name="Perbaiki").click()
    who.page.get_by_label("Jabatan").fill("Kepala Dinas Kesehatan Kota Sembilang")
    who.page.get_by_role("button", name="Simpan").click()
    expect(who.page.locator("tbody tr")).to_contain_text("versi 2")
    who.periksa()
    who.page.goto("/")
    assert "Samakan target" not in who.page.locator("main").inner_text()
    who.page.goto("/dokumen/")
    who.page.locator("main a", has_text="Kepala Dinas Kesehatan").first.click()
    who.page.get_by_role("button", name="Pulihkan").click()
    expect(who.page.get_by_role("status")).to_contain_text("Versi 1 dipulihkan sebagai versi 3")
    expect(who.page.locator("tbody tr").first).to_contain_text(PK)
    admin = orang("admin").page
    admin.goto("/pengelolaan/audit/")
    admin.get_by_label("Kejadian").select_option("pulihkan")
    admin.get_by_role("button", name="Saring").click()
    expect(admin.locator("tbody tr")).to_have_count(1)
    expect(admin.locator("tbody tr")).to_contain_text("v1 > v3")
    with admin.expect_download() as given:
        admin.get_by_role("link", name="Unduh CSV").click()
    text = Path(given.value.path()).read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "dinkes" in text
