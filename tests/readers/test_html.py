"""HTML as applications and spreadsheets write it: each case is a page and its outline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from doccheck.readers import read

Write = Callable[[str, str | bytes], Path]

CASES: dict[str, tuple[str, list[Any]]] = {
    "spans": (
        "<table><tr><th rowspan=2>No<th colspan='2'>Target<tr><td>2026<td>2027<tr><td>1<td>a<td>b</table>",
        [[["No", "Target", "<"], ["^", "2026", "2027"], ["1", "a", "b"]]],
    ),
    "values of spans that make no sense": (
        "<table><tr><td rowspan='99'>a<td rowspan=x colspan='-2'>b<td colspan=''>c<tr><td colspan='2.5'>d</table>",
        [[["a", "b", "c"], ["^", "d", "<"]]],
    ),
    "rowspan 0 reaches to the end of its section": (
        "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody></table>",
        [[["a", "b"], ["^", "c"], ["d", "e"]]],
    ),
    "a colspan that meets a rowspan is cut": (
        "<table><tr><td>a<td>b<td rowspan=2>c<tr><td colspan=3>d</table>",
        [[["a", "b", "c"], ["d", "<", "^"]]],
    ),
    "a full row ends spans that counted dropped rows": (
        "<table><tr><th rowspan=3>No<th rowspan=3>Sasaran<th rowspan=3>Target<tr><td>1<td>a<td>5<tr><td>2<td>b<td>6</table>",
        [[["No", "Sasaran", "Target"], ["1", "a", "5"], ["2", "b", "6"]]],
    ),
    "a heading that takes the rows of its subheadings": (
        "<table><tr><th rowspan=2>Sasaran<th rowspan=2>Indikator<th rowspan=2 colspan=2>Target<tr><th>2025<th>2026"
        "<tr><td>a<td>b<td>1<td>2</table>",
        [[["Sasaran", "Indikator", "Target", "<"], ["^", "^", "2025", "2026"], ["a", "b", "1", "2"]]],
    ),
    "the foot comes last, whatever its place": (
        "<table><tfoot><tr><td>Jumlah<td>3</tfoot><tr><td>a<td>1</tr><thead><tr><th>No<th>Rp</thead></table>",
        [[["No", "Rp"], ["a", "1"], ["Jumlah", "3"]]],
    ),
    "breaks, blocks and lists are lines": (
        "<table><tr><td>29 Perangkat Daerah\n dan<br>26   Kecamatan<td><p>a</p><p>b</p><td><ul><li>x<li>y</ul><br></table>",
        [[["29 Perangkat Daerah dan\n26 Kecamatan", "a\nb", "x\ny"]]],
    ),
    "an empty line inside a cell stays": ("<table><tr><td>a<br><br>b</table>", [[["a\n\nb"]]]),
    "paragraphs, headings, entities": (
        "<h1>RENCANA&nbsp;STRATEGIS</h1>Pendahuluan <i>singkat</i><p>&gt;= 5 &amp; &#8804; 7</p><div>a<div>b</div>c</div>",
        ["RENCANA STRATEGIS", "Pendahuluan singkat", ">= 5 & ≤ 7", "a", "b", "c"],
    ),
    "caption": ("<table><caption>Tabel 4.1</caption><tr><td>a</table>", ["Tabel 4.1", [["a"]]]),
    "what is hidden is not seen": (
        "<script>x()</script><style>p{}</style><p style='display: none'>y</p><p hidden>z</p><table><tr style='display:none'><td>q"
        "<tr><td>a<span style='visibility:hidden'>b</span><td style='mso-hide:all'>c<td>d</table><noscript>n</noscript>",
        [[["a", "", "d"]]],
    ),
    "a nested table is a grid of its own and text of its cell": (
        "<table><tr><td>kiri<td>rincian<table><tr><td>x<td>1</table></table>",
        [[["kiri", "rincian\nx\n1"]], [["x", "1"]]],
    ),
    "a table of one cell around others is a frame": (
        "<table><tr><td><h2>Judul</h2><table><tr><td>a<td>b</table></table>", ["Judul", [["a", "b"]]],
    ),
    "a table without text is none": ("<table><tr><td><td></table><p>a</p><table><tr><td>1</table>", ["a", [["1"]]]),
    "empty columns and rows at the end are cut": (
        "<table><tr><td>a<td>b<td><tr><td>c<td colspan=2>d<tr><td><td><td></table>", [[["a", "b", ""], ["c", "d", "<"]]],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_outline(name: str, write: Write, outline: Callable[..., Any]) -> None:
    page, expected = CASES[name]
    layout = read(write("a.html", f"<!doctype html><title>x</title>{page}"))
    assert outline(layout) == expected
    assert [grid.number for grid in layout.pages[0].grids] == list(range(1, 1 + len(layout.pages[0].grids)))


def test_bold_and_headings(write: Write) -> None:
    page = read(write("a.html", (
        "<title>Renstra  Dinas</title><h2>BAB IV</h2><p><b>tebal</b></p>"
        "<table><tr><th>No<td><strong>Sasaran</strong><br>biasa<td style='font-weight:700'>Target</table>"
    )))
    assert page.title == "Renstra Dinas"
    assert [(p.heading, p.bold) for p in page.pages[0].paragraphs] == [(2, True), (None, True)]
    assert [cell.bold for cell in page.pages[0].grids[0].cells] == [(True,), (True, False), (True,)]


@pytest.mark.parametrize(("charset", "declared"), [
    ("utf-8", ""), ("utf-8", "<meta charset=iso-8859-1>"), ("utf-8-sig", ""), ("cp1252", "<meta charset='windows-1252'>"), ("cp1252", ""),
    ("utf-16", ""), ("iso-8859-1", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    ("cp1252", "<meta charset='tidak-ada'>"),
])
def test_charset(charset: str, declared: str, write: Write, outline: Callable[..., Any]) -> None:
    page = f"<html><head>{declared}</head><p>50 m² – é</p>".replace("–", "-" if "8859" in charset else "–")
    expected = "50 m² - é" if "8859" in charset else "50 m² – é"
    assert outline(read(write("a.html", page.encode(charset)))) == [expected]


def test_unicode_xml_declaration_and_unclosed_page(write: Write, outline: Callable[..., Any]) -> None:
    page = "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><table><tr><td>a"
    assert outline(read(write("a.html", page))) == [[["a"]]]


def test_html_that_is_saved_as_xls_or_doc(write: Write, outline: Callable[..., Any]) -> None:
    """How SIPD and many PHP applications export "Excel" and "Word"."""
    page = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table border=1><tr><td>Kode<td>Pagu<tr><td>1.01<td x:num=5>5</table>"
    for name in ("renja.xls", "renja.doc", "renja.xlsx"):
        layout = read(write(name, page))
        assert (layout.format, outline(layout)) == ("html", [[["Kode", "Pagu"], ["1.01", "5"]]])


def test_nesting_too_deep_is_said(write: Write, refusal: Callable[..., Any]) -> None:
    """The parser drops what lies deeper; a page that looks short must not pass for a whole one."""
    assert refusal(write("a.html", "<p>awal</p>" + "<div>" * 3000 + "akhir")) == ("EXT-08", "HTML bersarang terlalu dalam")
