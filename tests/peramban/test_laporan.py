"""The HTML report as a browser shows it: accessible, filtered, at every width, printed, and without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect


def shown(page: Page) -> int:
    return page.locator("article.temuan:visible").count()


def all_findings(page: Page) -> int:
    return page.locator("article.temuan").count()


@pytest.mark.parametrize(("lang", "width"), [("id", 1280), ("en", 400)])
def test_axe_finds_no_fault(page: Page, laporan: dict[str, str], lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(laporan[lang])
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.add_style_tag(content="article.temuan { content-visibility: visible !important }")
    found = Axe().run(page)
    told = [(one["id"], one["nodes"][0]["html"][:160], len(one["nodes"])) for one in found.response["violations"]]
    assert told == []


def test_filters_narrow_counts_and_the_address_keeps_them(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    total = all_findings(page)
    form = page.locator("#saringan")
    form.locator("[name=keparahan]").select_option("kritis")
    form.locator("[name=keluarga]").select_option("TGT")
    left = page.locator('article[data-keparahan="kritis"][data-keluarga="TGT"]').count()
    assert 0 < left < total
    assert shown(page) == left
    expect(page.locator("#hasil-saringan")).to_have_text(f"Menampilkan {left} dari {total} temuan")
    assert page.url.endswith("#temuan?keparahan=kritis&keluarga=TGT")
    option = form.locator('select[name="keparahan"] option[value="tinggi"]').text_content() or ""
    high = page.locator('article[data-keparahan="tinggi"][data-keluarga="TGT"]').count()
    assert option == f"Tinggi ({high})", "what the other filters would leave"

    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == left
    expect(form.locator("[name=keluarga]")).to_have_value("TGT")
    form.get_by_role("button", name="Hapus saringan").click()
    expect(page.locator("#hasil-saringan")).to_have_text(f"Menampilkan {total} dari {total} temuan")
    assert page.url.endswith("#temuan")


def test_text_search_and_heat_map_lead_to_findings(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    page.locator("#saringan [name=cari]").fill("koperasi berkualitas 29,60")
    assert shown(page) == 1
    cell = page.locator("table.panas a[data-saring*='keluarga=SEL']").first
    wanted = int(re.match(r"\d+", cell.inner_text())[0])  # type: ignore[index]
    cell.click()
    assert shown(page) == wanted
    expect(page.locator("#saringan [name=cari]")).to_have_value("")


def test_a_link_to_a_finding_opens_its_evidence(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    anchor = page.locator("article.temuan").nth(3).get_attribute("id")
    page.goto(f"{laporan['id']}#{anchor}")
    expect(page.locator(f"#{anchor} details.rincian")).to_have_attribute("open", "")


@pytest.mark.parametrize("bagian", ["kaskade", "matriks", "tak-dinilai"])
def test_the_menu_leads_to_the_head_of_a_part(page: Page, laporan: dict[str, str], bagian: str) -> None:
    """Findings out of sight have a supposed height until they are shown; a slow scroll past them ended a screen below the heading."""
    page.emulate_media(reduced_motion="no-preference")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(laporan["id"])
    page.locator(f"nav a[href='#{bagian}']").click()
    page.wait_for_timeout(1500)  # until a scroll, if it is slow, has ended
    assert 0 <= page.evaluate(f"document.getElementById('{bagian}').getBoundingClientRect().top") < 150


def test_the_tree_is_searched_and_narrowed_to_gaps(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    tree = page.locator("section.pohon").first
    tree.get_by_label("hanya yang bercelah").check()
    gaps = tree.locator("li.ada-celah").count()
    assert gaps > 0
    expect(tree.locator(".hasil-pohon")).to_have_text(f"{gaps} kotak cocok")
    for box in tree.locator("li.ada-celah").all():
        expect(box).to_be_visible()
    tree.get_by_label("hanya yang bercelah").uncheck()
    boxes = tree.locator("li.simpul")
    assert not any(boxes.nth(number).get_attribute("hidden") for number in range(boxes.count()))
    tree.get_by_role("searchbox").fill("tidak ada teks seperti ini")
    expect(tree.locator(".hasil-pohon")).to_have_text("0 kotak cocok")
    assert tree.locator("li.simpul:visible").count() == 0


def test_the_matrix_is_filtered_by_state(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    matrix = page.locator("section.matriks").first
    matrix.locator("select").select_option("b-belum_dijabarkan")
    rows = matrix.locator("tbody tr:visible")
    assert rows.count() > 0
    assert all("belum dijabarkan" in text for text in rows.all_inner_texts())


def test_keyboard_reaches_content_first(page: Page, laporan: dict[str, str]) -> None:
    page.goto(laporan["id"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "lompat"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


@pytest.mark.parametrize("width", [1280, 400])
def test_the_page_itself_never_scrolls_sideways(page: Page, laporan: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(laporan["id"])
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_everything_can_be_read(browser: Browser, laporan: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(laporan["id"])
    assert shown(page) == all_findings(page) > 0
    assert page.locator("form:visible, button:visible").count() == 0
    summary = page.locator("article details.rincian > summary").first
    summary.click()
    expect(page.locator("article details.rincian .rincian-isi").first).to_be_visible()
    context.close()


def test_printed_evidence_stays_in_its_frame(page: Page, laporan: dict[str, str]) -> None:
    page.set_viewport_size({"width": 680, "height": 900})  # A4 between its margins
    page.emulate_media(media="print")
    page.goto(laporan["id"])
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    tables = page.locator(".bukti-satu .petikan")
    assert tables.count() > 5
    wide = tables.evaluate_all(
        "all => all.filter((t) => t.getBoundingClientRect().right > t.closest('.bukti-satu').getBoundingClientRect().right + 1).length"
    )
    assert wide == 0


def test_print_holds_the_evidence_of_every_finding(page: Page, laporan: dict[str, str], tmp_path: Path) -> None:
    page.goto(laporan["id"])
    page.pdf(path=tmp_path / "laporan.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "laporan.pdf") as document:
        text = " ".join(one.get_textpage().get_text_range() for one in document)
    assert text.count("Penjelasan aturan ") >= all_findings(page), "the folded details are printed"
    assert "Hapus saringan" not in text
