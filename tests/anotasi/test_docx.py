"""Comments and tracked changes in Word documents: at the right cell, well formed, and nothing else touched."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from doccheck.anotasi.docx import tandai
from doccheck.anotasi.pesan import Tanda, TidakDidukungError, Usulan
from doccheck.readers.docx import read_docx

from .temuan import tanda

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def pk(tmp_path: Path) -> Path:
    """A PK: a table of signatures, an empty one, then goals over merged rows with a table nested in a cell."""
    document = docx.Document()
    document.add_paragraph("PERJANJIAN KINERJA TAHUN 2026")
    document.add_table(1, 2).cell(0, 0).text = "Pihak Pertama"
    document.add_table(2, 2)
    table = document.add_table(5, 4)
    rows = [
        ("No", "Sasaran", "Indikator", "Target"),
        ("1", "Meningkatnya keselamatan ibu dan bayi", "Angka Kematian Ibu", "95"),
        ("", "", "Angka Kematian Bayi", "10,7"),
        ("2", "Membaiknya status gizi", "Prevalensi stunting", "12"),
        ("3", "Membaiknya tata kelola", "Nilai SAKIP", "12"),
    ]
    for at, row in enumerate(rows):
        for col, text in enumerate(row):
            if text:
                table.cell(at, col).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    nested = table.cell(4, 2).add_table(1, 1)
    nested.cell(0, 0).text = "Rincian komponen SAKIP"
    path = tmp_path / "pk.docx"
    document.save(str(path))
    return path


def _marked(path: Path, *marks: Tanda, usulan: bool = False) -> tuple[Path, int]:
    target = path.with_name("bertanda.docx")
    return target, tandai(path, target, marks, usulan)


def _commented(path: Path) -> list[tuple[str, str]]:
    """(text of the cell or paragraph that holds the comment, the comment's text), by the numbers of the comments."""
    document = docx.Document(str(path))
    found = []
    for comment in document.comments:
        (start,) = document.element.xpath(f".//w:commentRangeStart[@w:id='{comment.comment_id}']")
        (end,) = document.element.xpath(f".//w:commentRangeEnd[@w:id='{comment.comment_id}']")
        (reference,) = document.element.xpath(f".//w:r/w:commentReference[@w:id='{comment.comment_id}']")
        paragraph = start.getparent()
        order = [paragraph.index(start), paragraph.index(end), paragraph.index(reference.getparent())]
        assert order == sorted(order)
        assert paragraph.find(qn("w:pPr")) is None or order[0] > 0
        found.append(("".join(piece.text for piece in paragraph.iter(qn("w:t"))), comment.text))
    return found


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ({"tabel": 2, "baris": 2, "kutipan": "Angka Kematian Ibu", "nilai": "95"}, "95"),
        ({"tabel": 2, "baris": 2, "kutipan": "Angka Kematian Ibu"}, "Angka Kematian Ibu"),
        ({"tabel": 2, "baris": 3, "kutipan": "Angka Kematian Bayi", "nilai": "10,70"}, "10,7"),
        ({"tabel": 2, "baris": 3, "kutipan": "Meningkatnya keselamatan ibu dan bayi"}, "Meningkatnya keselamatan ibu dan bayi"),
        ({"tabel": 2, "baris": 4, "kutipan": "tidak ada di baris ini", "kolom": 3}, "Prevalensi stunting"),
        ({"tabel": 3, "baris": 1, "kutipan": "Rincian komponen SAKIP"}, "Rincian komponen SAKIP"),
        ({"tabel": 1, "baris": 1, "kutipan": "Pihak Pertama"}, "Pihak Pertama"),
        ({"kutipan": "PK 2026 Kepala Dinas Kesehatan"}, "PERJANJIAN KINERJA TAHUN 2026"),
        ({"tabel": 9, "baris": 1, "kutipan": "x"}, "PERJANJIAN KINERJA TAHUN 2026"),
    ],
)  # fmt: skip
def test_the_comment_stands_at_the_cell(pk: Path, place: dict[str, Any], where: str) -> None:
    target, _made = _marked(pk, tanda(**place))
    ((text, comment),) = _commented(target)
    assert text == where
    assert comment.startswith("TGT-01 · Kritis · keyakinan 97%\nTarget “Angka Kematian Ibu” berbeda.\nRekomendasi: Agar target")
    assert "– Renstra Dinas Kesehatan, hal. 6, tabel 1, baris 5: “Angka Kematian Ibu”, nilai 92" in comment


def test_tables_are_counted_as_the_reader_counts_them(pk: Path) -> None:
    grids = read_docx(pk).pages[0].grids
    assert [(grid.number, grid.cells[0].text) for grid in grids] == [(1, "Pihak Pertama"), (2, "No"), (3, "Rincian komponen SAKIP")]


def test_the_marked_copy_reads_as_the_original(pk: Path) -> None:
    before = pk.read_bytes()
    target, _made = _marked(pk, tanda(tabel=2, baris=2, nilai="95"), tanda(tabel=2, baris=4))
    assert pk.read_bytes() == before
    assert read_docx(target).pages == read_docx(pk).pages
    with zipfile.ZipFile(pk) as old, zipfile.ZipFile(target) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_comments_that_are_there_stay(pk: Path) -> None:
    document = docx.Document(str(pk))
    document.add_comment(document.paragraphs[0].runs, text="Mohon dicek", author="Bappeda", initials="B")
    document.save(str(pk))
    target, _made = _marked(pk, tanda(tabel=2, baris=2, nilai="95"))
    first_lines = [comment.text.split("\n")[0] for comment in docx.Document(str(target)).comments]
    assert first_lines == ["Mohon dicek", "TGT-01 · Kritis · keyakinan 97%"]
    assert [name for name in zipfile.ZipFile(target).namelist() if "comments" in name] == ["word/comments.xml"]


def test_the_same_input_gives_the_same_bytes(pk: Path) -> None:
    first = _marked(pk, tanda(tabel=2, baris=2, nilai="95"))[0].read_bytes()
    assert _marked(pk, tanda(tabel=2, baris=2, nilai="95"))[0].read_bytes() == first


def _version(path: Path, accept: bool) -> list[list[str]]:
    """The texts of the goals' table with all changes accepted or rejected."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for change in list(root.iter(W + "ins", W + "del")):
        if (change.tag == W + "ins") == accept:
            for run in list(change):
                for piece in run.iter(W + "delText"):
                    piece.tag = W + "t"
                change.addprevious(run)
        change.getparent().remove(change)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in {**parts, "word/document.xml": etree.tostring(root)}.items():
            archive.writestr(name, content)
    return [[cell.text for cell in row.cells] for row in docx.Document(stream).tables[2].rows]


def test_a_proposal_is_a_tracked_change_that_can_be_taken_or_left(pk: Path) -> None:
    wording = Usulan("Meningkatnya keselamatan ibu dan bayi", "Meningkatnya keselamatan ibu, bayi, dan balita")
    marks = [
        tanda(Usulan("95", "92"), tabel=2, baris=2, kutipan="Angka Kematian Ibu", nilai="95"),
        tanda(wording, tabel=2, baris=2, kutipan="Meningkatnya keselamatan ibu dan bayi"),
    ]
    target, made = _marked(pk, *marks, usulan=True)
    assert made == 2
    original = _version(pk, accept=True)
    accepted = _version(target, accept=True)
    assert _version(target, accept=False) == original
    assert (accepted[1][3], accepted[1][1]) == ("92", "Meningkatnya keselamatan ibu, bayi, dan balita")
    assert [row[2:] for row in accepted[2:]] == [row[2:] for row in original[2:]]
    changes = docx.Document(str(target)).element.xpath(".//w:ins | .//w:del")
    assert {change.get(qn("w:author")) for change in changes} == {"doccheck"}
    assert len({change.get(qn("w:id")) for change in changes}) == len(changes)
    assert len(_commented(target)) == 2


def test_without_the_option_nothing_is_proposed(pk: Path) -> None:
    target, made = _marked(pk, tanda(Usulan("95", "92"), tabel=2, baris=2, nilai="95"))
    assert made == 0
    assert not docx.Document(str(target)).element.xpath(".//w:ins | .//w:del")


def test_words_inside_fields_and_links_are_left_alone(pk: Path) -> None:
    document = docx.Document(str(pk))
    paragraph = document.tables[2].cell(1, 3).paragraphs[0]._p
    run = paragraph.find(qn("w:r"))
    link = parse_xml(f'<w:hyperlink xmlns:w="{W[1:-1]}" w:anchor="x"/>')
    run.addprevious(link)
    link.append(run)
    document.save(str(pk))
    target, made = _marked(pk, tanda(Usulan("95", "92"), tabel=2, baris=2, nilai="95"), usulan=True)
    assert made == 0
    assert _version(target, accept=True) == _version(pk, accept=True)
    assert len(_commented(target)) == 1


def test_a_strict_document_is_refused_with_its_reason(pk: Path) -> None:
    with zipfile.ZipFile(pk) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(W[1:-1].encode(), strict)
    with zipfile.ZipFile(pk, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(TidakDidukungError, match="Strict"):
        _marked(pk, tanda(tabel=2, baris=2))


def test_what_xml_cannot_hold_does_not_break_the_file(pk: Path) -> None:
    odd = tanda(tabel=2, baris=2, nilai="95")
    odd = Tanda(odd.bukti, type(odd.finding)(**{**_fields(odd.finding), "kondisi": "target\x0c <b>&\x00"}))
    target, _made = _marked(pk, odd)
    assert "target\ufffd <b>&\ufffd" in _commented(target)[0][1]
    etree.fromstring(zipfile.ZipFile(target).read("word/comments.xml"))


def _fields(struct: Any) -> dict[str, Any]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}
