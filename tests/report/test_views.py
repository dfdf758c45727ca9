from __future__ import annotations

import msgspec
from lxml import html

from doccheck.checks.run import dasar
from doccheck.model import Bukti, Finding, Report
from doccheck.report.html import render
from doccheck.report.views import Rupa, TemuanView, kelompok

from . import contoh


def view(*bukti: tuple[str, str | None], kriteria: str = "") -> TemuanView:
    pieces = tuple(Bukti(dokumen="renja.pdf", peran="Renja 2026", kutipan=k, nilai=n, halaman=1, baris=i) for i, (k, n) in enumerate(bukti))
    finding = msgspec.structs.replace(contoh.temuan()[0], bukti=pieces, kriteria=kriteria)
    return kelompok(report(finding), Rupa(), {r.id: r for r in contoh.RULES})[0].temuan[0]


def report(*findings: Finding) -> Report:
    return Report(findings=findings, documents=())


def test_values_of_different_things_are_not_called_different() -> None:
    parts = view(("Program angkutan jalan", "500"), ("Penyediaan halte dan rambu", "300"))
    assert [b.nilai_beda for b in parts.bukti] == [False, False]


def test_values_of_the_same_thing_are_marked_in_all_pieces_that_have_one() -> None:
    same = view(("Indeks konektivitas", "0,4"), ("Indeks konektivitas kota", "0,5"), ("Indeks konektivitas", None))
    assert [b.nilai_beda for b in same.bukti] == [True, True, False]
    assert not any(b.nilai_beda for b in view(("Indeks konektivitas", "0,4"), ("Indeks konektivitas", "0,4")).bukti)


def test_of_three_texts_the_later_ones_are_marked_against_the_first() -> None:
    three = view(("angka kematian ibu", None), ("angka kematian bayi", None), ("angka kematian ibu kota", None))
    assert [[p.teks for p in b.potongan if p.beda] for b in three.bukti] == [[], ["bayi"], ["kota"]]


def test_many_pieces_are_a_list_without_marks() -> None:
    pieces = [("Jumlah anggaran", "10"), *((f"Jumlah anggaran bagian {n}", "2") for n in range(5))]
    many = view(*pieces)
    assert not any(b.nilai_beda or any(p.beda for p in b.potongan) for b in many.bukti)
    page = html.document_fromstring(render(report(many.temuan), None, rules=()))
    table = page.find(".//table[@class='bukti-tabel']")
    assert [td.text for td in table.xpath(".//tbody//td[@class='n']")] == ["10", "2", "2", "2", "2", "2"]
    assert table.find("caption").text_content().split() == ["Renja", "2026", "renja.pdf"]


def test_the_legal_basis_is_not_said_twice() -> None:
    rule = contoh.RULES[0]
    assert view(("a", None), kriteria=f"Target sama. {dasar(rule)}").kriteria == "Target sama."
    assert view(("a", None), kriteria="Target sama.").kriteria == "Target sama."


def test_findings_of_one_fingerprint_have_anchors_of_their_own() -> None:
    finding = contoh.temuan()[0]
    (group,) = kelompok(report(finding, finding), Rupa(), {})
    assert [t.id for t in group.temuan] == ["temuan-a1f09c4be2d37705", "temuan-a1f09c4be2d37705-2"]
