from __future__ import annotations

import re

from lxml import html

from doccheck.bahasa import get_lang
from doccheck.report.html import render

from . import contoh


def test_english_report() -> None:
    page = html.document_fromstring(render(contoh.laporan(), None, lang="en", rules=contoh.RULES))
    body = " ".join(page.find(".//body").text_content().split())
    assert page.get("lang") == "en"
    assert "Found 7 inconsistencies, 3 of them critical; 1 more needs a person to look at it." in body
    assert "PK target differs from the Renstra" in body
    assert "(not verified)" in body
    assert "p. 2, table 1, row 4" in body
    assert get_lang() == "id"


def test_no_interface_text_stays_indonesian() -> None:
    page = html.document_fromstring(render(contoh.laporan(), None, lang="en", rules=contoh.RULES))
    made_before = (
        "//*[@class='subjudul' or @class='pesan'] | //table[@class='tak-dinilai']/tbody//th | //article//p | //article//dl "
        "| //*[@class='berkas']"
    )
    for element in page.xpath(f"//script | //style | //*[@lang='id'] | {made_before}"):
        element.drop_tree()
    shown = " ".join(page.text_content().split())
    assert not re.findall(r"\b(?:yang|dari|dan|temuan|tidak|dengan|untuk|dalam|halaman|baris|keyakinan)\b", shown)
