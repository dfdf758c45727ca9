"""With --lang en no word of ours stays Indonesian, in any form: what is left when the texts of the documents are taken away is looked at.

The catalogue's own test (tests/packaging/test_locale.py) sees the texts that are marked; this one sees those that were forgotten.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree, html

from doccheck import check
from doccheck.checks import load_rules
from doccheck.report.reviu import STATUS

from .conftest import Jalan

KOTA = Path(__file__).parents[2] / "samples" / "kota-sembilang"
WORDS = re.compile(
    r"\b(?:yang|dari|dan|tidak|dengan|untuk|dalam|pada|hal\.|baris|lembar|belum|adalah|atau|oleh|temuan|perlu|kritis|tinggi|sedang|rendah|"
    r"sama|beda|berbeda|tanpa|menurut|keyakinan|pemeriksa|unduh|cari|semua|teks|kata|satuan|tertaut|kegiatan,)\b",
    re.I,
)
STAY = (
    "kritis|tinggi|sedang|rendah|info|tidak", "kritis, tinggi, sedang, rendah, info", "'tidak'", "--lang id", "--tampilkan semua",
    "doccheck-abaikan.csv",
)  # fmt: skip
"""Values of options and names, the same in both languages."""
FORMS = [
    *[("check", form, None) for form in ("console", "gitlab", "github", "markdown")],
    ("check", "html", "html"), ("check", "lhe", "docx"), ("check", "reviu", "docx"), ("check", "kke", "xlsx"), ("kaskade", "table", None),
    *[(name, *form) for name in ("matrix", "matrix --tema", "bulanan --bulan 2026-05") for form in (
        ("table", None), ("html", "html"), ("xlsx", "xlsx"),
    )],
]  # fmt: skip


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield " ".join(found.split())
    elif isinstance(found, dict | list | tuple):
        for one in found.values() if isinstance(found, dict) else found:
            yield from _strings(one)


@pytest.fixture(scope="module")
def own() -> re.Pattern[str]:
    """What documents print, and what stays Indonesian by intent: citations of law, and the five statuses of reviews."""
    report = check(KOTA, lang="en")
    texts = set(_strings(msgspec.to_builtins(report.documents)))
    texts |= {text for one in report.findings for proof in one.bukti for text in (proof.kutipan, proof.peran, proof.dokumen)}
    texts |= {basis.teks for rule in load_rules() for basis in rule.dasar}
    texts |= {*STATUS, *STAY}
    texts |= {one.perangkat_daerah[:31] for one in report.documents if one.perangkat_daerah}  # names of sheets
    whole = sorted({" ".join(text.split()) for text in texts if text and (" " in text or text in STAY)}, key=len, reverse=True)
    return re.compile("|".join(re.escape(text) for text in whole), re.I)


def _text(path: Path) -> str:
    if path.suffix == ".html":
        page = html.document_fromstring(path.read_text(encoding="utf-8"))
        for element in page.xpath("//script | //style | //*[@lang='id']"):
            element.drop_tree()
        return "\n".join((*page.itertext(), *page.xpath("//@aria-label | //@placeholder | //@alt")))
    found = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.search(r"/(document|comments\d*|sharedStrings|workbook|sheet\d+)\.xml$", name):
                root = etree.fromstring(archive.read(name))
                found += ["".join(one.itertext()) for one in root.iter("{*}p", "{*}si", "{*}comment", "{*}oddFooter")]
                found += [one.get("name") for one in root.iter("{*}sheet")]
    return "\n".join(found)


def _left(text: str, own: re.Pattern[str]) -> list[str]:
    """Words of ours around each Indonesian word that is left."""
    plain = own.sub("·", re.sub("“[^”]*”|\"[^\"]*\"", "“”", " ".join(text.split())))
    return sorted({plain[max(0, found.start() - 30) : found.end() + 30] for found in WORDS.finditer(plain)})


@pytest.mark.parametrize(("command", "form", "kind"), FORMS, ids=[f"{command.split()[0]}-{form}" for command, form, _kind in FORMS])
def test_no_form_shows_indonesian(
    doccheck: Callable[..., Jalan], own: re.Pattern[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, form: str,
    kind: str | None,
) -> None:  # fmt: skip
    monkeypatch.setenv("COLUMNS", "4000")  # a table that wraps would tear the texts of documents
    target = tmp_path / f"x.{kind}"
    name, *options = command.split()
    given = ("-o", target) if kind else ()
    hasil = doccheck(name, KOTA, *options, "--format", form, *given, "--lang", "en")
    assert hasil.kode in (0, 1), hasil.galat
    text = _text(target) if kind else hasil.keluar
    assert len(text) > 500
    assert _left(text + hasil.galat, own) == []


def test_no_comparison_of_versions_shows_indonesian(doccheck: Callable[..., Jalan], own: re.Pattern[str], tmp_path: Path) -> None:
    shutil.copytree(KOTA, tmp_path / "baru")
    (tmp_path / "baru" / "Renja-2026-Dinas-Kesehatan.xlsx").unlink()
    page = tmp_path / "diff.html"
    assert doccheck("diff", KOTA, tmp_path / "baru", "--format", "html", "-o", page, "--lang", "en").kode == 0
    assert _left(_text(page), own) == []


def test_no_mark_in_a_document_is_indonesian(doccheck: Callable[..., Jalan], own: re.Pattern[str], tmp_path: Path) -> None:
    hasil = doccheck("annotate", KOTA, "-o", tmp_path / "tanda", "--usulan", "--lang", "en")
    assert _left(hasil.keluar + hasil.galat, own) == []
    for path in (tmp_path / "tanda").glob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            notes = etree.fromstring(archive.read("word/comments.xml"))
        assert _left("\n".join("".join(one.itertext()) for one in notes.iter("{*}p")), own) == [], path.name


def test_what_is_looked_for_is_found(own: re.Pattern[str]) -> None:
    assert _left("The target of “Angka Kematian Ibu” (satuan berbeda: % / orang)", own)


def test_no_help_shows_indonesian(doccheck: Callable[..., Jalan], own: re.Pattern[str]) -> None:
    from doccheck.cli import group

    for name in group().commands:
        assert _left(re.sub(r"--[\w-]+", "", doccheck(name, "--help", "--lang", "en").keluar), own) == [], name
