"""Tracked changes over any run structure: rejected they give the old text, accepted the new one."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from doccheck.anotasi.docx_usulan import Pengubah
from doccheck.anotasi.pesan import Usulan, per_dokumen
from doccheck.checks import load_rules
from doccheck.model import Bukti, Report

from .temuan import tanda

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = st.sampled_from(["Meningkatnya", "keselamatan", "ibu", "dan", "bayi", "jalan,", "(IKM)", "92", "10,7%"])
WORDS = st.lists(WORD, min_size=1, max_size=7).map(" ".join)


def _paragraph(text: str, cuts: list[int]) -> Any:
    """A w:p whose runs are cut at these characters; two neighbouring pieces share a run now and then."""
    paragraph = etree.Element(W + "p", nsmap={"w": W[1:-1]})
    bounds = [0, *sorted({cut % (len(text) + 1) for cut in cuts}), len(text)]
    for number, (start, end) in enumerate(pairwise(bounds)):
        if start < end:
            shared = number % 3 == 2 and len(paragraph)
            run = paragraph[-1] if shared else etree.SubElement(paragraph, W + "r")
            if not shared:
                etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
            etree.SubElement(run, W + "t").text = text[start:end]
    return paragraph


def _text(paragraph: Any, accept: bool) -> str:
    parts = []
    for piece in paragraph.iter(W + "t", W + "delText"):
        change = next((above.tag for above in piece.iterancestors() if above.tag in (W + "ins", W + "del")), None)
        assert (piece.tag == W + "delText") == (change == W + "del")
        if change is None or (change == W + "ins") == accept:
            parts.append(piece.text or "")
    return "".join(parts)


@given(before=WORDS, old=WORDS, after=WORDS, new=WORDS, cuts=st.lists(st.integers(0, 200), max_size=6))
def test_both_versions_are_whole(before: str, old: str, after: str, new: str, cuts: list[int]) -> None:
    text = f"{before} | {old} | {after}"
    paragraph = _paragraph(text, cuts)
    assert Pengubah(paragraph).ganti([paragraph], Usulan(f"| {old} |", f"| {new} |"))
    assert _text(paragraph, accept=False) == text
    assert _text(paragraph, accept=True).split() == f"{before} | {new} | {after}".split()
    assert all(run.find(W + "rPr") is not None for run in paragraph.iter(W + "r"))


@pytest.mark.parametrize(
    ("text", "old", "new", "accepted"),
    [
        ("95", "95", "92", "92"),
        ("7,4%", "7,4%", "7,0%", "7,0%"),
        ("Target 95 dari 195", "95", "92", "Target 92 dari 195"),
        ("ibu dan bayi", "ibu dan bayi", "keselamatan ibu dan bayi", "keselamatan ibu dan bayi"),
        ("ibu dan bayi", "ibu dan bayi", "ibu dan bayi baru lahir", "ibu dan bayi baru lahir"),
        ("keselamatan ibu dan bayi", "keselamatan ibu dan bayi", "ibu dan bayi", "ibu dan bayi"),
        ("ibu dan bayi baru", "ibu dan bayi baru", "ibu dan bayi", "ibu dan bayi"),
        ("Status Gizi", "Status Gizi", "Membaiknya status gizi", "Membaiknya Status Gizi"),
        ("ibu  dan\u00a0bayi", "ibu dan bayi", "ibu, bayi", "ibu,  bayi"),
    ],
)
def test_what_is_proposed(text: str, old: str, new: str, accepted: str) -> None:
    paragraph = _paragraph(text, [])
    assert Pengubah(paragraph).ganti([paragraph], Usulan(old, new))
    assert " ".join(_text(paragraph, accept=True).split()) == " ".join(accepted.split())
    assert _text(paragraph, accept=False) == text


@pytest.mark.parametrize(("text", "old"), [("195", "95"), ("95,5", "95"), ("ibukota", "ibu"), ("", "95")])
def test_a_part_of_a_word_or_number_is_not_touched(text: str, old: str) -> None:
    paragraph = _paragraph(text, [])
    assert not Pengubah(paragraph).ganti([paragraph], Usulan(old, "92"))
    assert _text(paragraph, accept=True) == text


def test_numbers_of_changes_follow_those_that_are_there() -> None:
    paragraph = _paragraph("95", [])
    etree.SubElement(paragraph, W + "ins").set(W + "id", "41")
    Pengubah(paragraph).ganti([paragraph], Usulan("95", "92"))
    assert [change.get(W + "id") for change in paragraph.iter(W + "ins", W + "del")] == ["42", "43", "41"]


@pytest.mark.parametrize(
    ("lower", "upper", "proposed"),
    [
        ("Cakupan air limbah", "Meningkatnya cakupan air limbah (%)", "Meningkatnya cakupan air limbah"),
        ("Cakupan air limbah (persen)", "Meningkatnya cakupan air limbah (%)", "Meningkatnya cakupan air limbah (%)"),
        ("Angka Kematian Ibu", "Angka Kematian Ibu (per 100.000 kelahiran hidup)", "Angka Kematian Ibu (per 100.000 kelahiran hidup)"),
    ],
)
def test_a_unit_that_has_its_own_column_is_not_proposed(lower: str, upper: str, proposed: str) -> None:
    assert _proposal("SEL-08", Bukti(dokumen="a", kutipan=upper), Bukti(dokumen="b", kutipan=lower)) == Usulan(lower, proposed)


@pytest.mark.parametrize(
    ("lower", "upper", "proposed"),
    [("7,4%", "7,0", "7,0%"), ("7,4 %", "7,0%", "7,0%"), ("28,00", "29,60", "29,60"), ("28,00", "29,60%", "29,60")],
)
def test_a_target_keeps_the_lower_documents_way_of_printing_percent(lower: str, upper: str, proposed: str) -> None:
    places = Bukti(dokumen="a", kutipan="x", nilai=upper), Bukti(dokumen="b", kutipan="x", nilai=lower)
    assert _proposal("TGT-01", *places) == Usulan(lower, proposed)


@pytest.mark.parametrize(("aturan", "change"), [("TGT-01", {"telaah": True}), ("TGT-01", {"keparahan": "info"}), ("LVL-01", {})])
def test_nothing_is_proposed_where_it_is_not_sure(aturan: str, change: dict[str, Any]) -> None:
    assert _proposal(aturan, Bukti(dokumen="a", kutipan="x", nilai="1"), Bukti(dokumen="b", kutipan="x", nilai="2"), **change) is None


def _proposal(aturan: str, upper: Bukti, lower: Bukti, **change: Any) -> Usulan | None:
    finding = replace(tanda().finding, **{"aturan": aturan, "bukti": (upper, lower), **change})
    marks = per_dokumen(Report(findings=(finding,), documents=()), load_rules())
    assert [mark.usulan for mark in marks["a"]] == [None]
    return marks["b"][0].usulan
