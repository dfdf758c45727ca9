"""The chain in the HTML report: cascade, matrix and themes."""

from __future__ import annotations

import pytest
from lxml import html

from doccheck.checks.examples import dokumen
from doccheck.config import Config
from doccheck.model import Report
from doccheck.report.html import render
from doccheck.workspace import check_documents

from . import contoh
from .test_kaskade import COPY, SEMUA


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def report() -> Report:
    return check_documents(tuple(dokumen(SEMUA)), (), Config(), ())


@pytest.fixture(scope="module")
def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(render(report, None, rules=contoh.RULES))


def box(page: html.HtmlElement, text: str) -> html.HtmlElement:
    return next(li for li in page.xpath("//li[contains(@class, 'simpul')]") if words(li.find("details/summary")).find(text) >= 0)


def test_the_tree_goes_from_the_region_to_the_lowest_level(page: html.HtmlElement) -> None:
    low = box(page, "Pemeliharaan Terminal")
    above = [words(li.find("details/summary/span[@class='level']")) for li in low.xpath("ancestor::li")]
    assert above == ["tujuan", "sasaran", "sasaran", "program", "kegiatan"]


def test_gaps_are_said_in_words_and_counted_above(page: html.HtmlElement) -> None:
    orphan = box(page, "Menurunnya angka kecelakaan di jalan")
    assert "✗ belum dijabarkan" in words(orphan.find("details/summary"))
    assert "ada-celah" in orphan.get("class")
    top = box(page, "Meningkatnya mobilitas kota")
    below = [li for li in top.xpath(".//li[contains(@class, 'simpul')]") if "ada-celah" in li.get("class")]
    assert f"{len(below)} bercelah di bawahnya" in words(top.find("details/summary"))
    counted = {words(li) for li in page.xpath("//ul[@class='celah-jumlah']/li")}
    assert "1 belum dijabarkan" in counted


def test_owners_and_posts_with_and_without_an_agreement(page: html.HtmlElement) -> None:
    assert "Pengampu Kepala Seksi Pengujian tanpa PK" in words(box(page, "Pengujian Kendaraan"))
    posts = page.find(".//details[@class='jabatan']")
    seksi = next(li for li in posts.xpath(".//li") if li.text.strip() == "Kepala Seksi Terminal")
    assert seksi.getparent().getparent().text.strip() == "Kepala Bidang Lalu Lintas"


def test_boxes_are_found_by_text_indicator_and_owner(page: html.HtmlElement) -> None:
    text = box(page, COPY).get("data-teks")
    assert COPY.lower() in text
    assert "persentase ruas lancar" in text
    assert "kepala seksi terminal" in text


def test_matrix_shows_value_and_state_of_each_document(page: html.HtmlElement) -> None:
    rows = {words(tr.find("th")): tr for tr in page.xpath("//section[@class='matriks']//tbody/tr")}
    heads = [words(th) for th in page.xpath("//section[@class='matriks']//thead//th")]
    row = rows["Kecepatan rata-rata (km/jam)"]
    assert words(row[1]) == "30"
    assert "✓ Dinas Perhubungan: 30 sama" in words(row[heads.index("Renstra")])
    assert row[heads.index("Renstra")].find("ul/li").get("class") == "s-sama"
    gap = next(tr for name, tr in rows.items() if "angka kecelakaan di jalan" in name)
    assert words(gap[2]) == "✗ belum dijabarkan"


def test_without_trees_the_sections_are_left_out() -> None:
    page = html.document_fromstring(render(contoh.laporan(), None, rules=contoh.RULES))
    for name in ("kaskade", "matriks", "tema"):
        assert not page.xpath(f"//*[@id='{name}'] | //a[@href='#{name}']")


def test_the_chain_in_english(report: Report) -> None:
    page = html.document_fromstring(render(report, None, rules=contoh.RULES, lang="en"))
    assert "✗ not taken up" in words(box(page, "Menurunnya angka kecelakaan di jalan").find("details/summary"))
    assert words(page.get_element_by_id("j-kaskade")) == "Performance tree"
