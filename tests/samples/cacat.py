"""How the tests hold findings against a list of seeded defects (defects.json): what a finding is about, and whether its place is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pypdfium2

from doccheck.model import Bukti, Finding

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SERIOUS = ("kritis", "tinggi", "sedang")
GRAVE = ("kritis", "tinggi")

Defect = dict[str, Any]


def defects(folder: Path) -> list[Defect]:
    return json.loads((folder / "defects.json").read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def quotes(finding: Finding, text: str, documents: Iterable[str] | None = None) -> bool:
    """Whether a finding says a text, in its condition or evidence, and names one of the documents (a missing document has none)."""
    words = flat(" ".join([finding.kondisi, *(f"{bukti.kutipan} {bukti.nilai or ''}" for bukti in finding.bukti)]))
    named = {Path(bukti.dokumen).name for bukti in finding.bukti}
    return flat(text) in words and (not documents or bool(named & set(documents)))


def about(finding: Finding, defect: Defect) -> bool:
    """Whether a finding quotes what the defect changed, in one of its documents."""
    return quotes(finding, defect["kutipan"], defect["dokumen"])


def proves(finding: Finding, defect: Defect) -> bool:
    """Whether a finding is that of the defect's rule, with its values."""
    shown = " ".join([finding.kondisi, *(bukti.nilai or "" for bukti in finding.bukti)])
    return finding.aturan == defect["aturan"] and about(finding, defect) and all(value in shown for value in defect["nilai"])


def explains(defect: Defect, finding: Finding) -> bool:
    """Whether a defect accounts for a finding: of its own rule, or of one in `juga` ("RULE", or "RULE: words" in any document)."""
    if finding.aturan == defect["aturan"] and about(finding, defect):
        return True
    for entry in defect["juga"]:
        rule, _, text = entry.partition(": ")
        if finding.aturan == rule and (quotes(finding, text) if text else about(finding, defect)):
            return True
    return False


def placed(bukti: Bukti) -> bool:
    return bukti.halaman is not None or (bukti.baris is not None and (bukti.lembar is not None or bukti.tabel is not None))


def at(bukti: Bukti, place: dict[str, Any]) -> bool:
    return all(getattr(bukti, key) == value for key, value in place.items())


def misplaced(finding: Finding, defect: Defect) -> list[str]:
    """Documents of a defect in which the finding's evidence stands, but nowhere that the defect does."""
    lost = []
    for document, places in defect["letak"].items():
        shown = [bukti for bukti in finding.bukti if Path(bukti.dokumen).name == document and placed(bukti)]
        if shown and not any(at(bukti, place) for bukti in shown for place in places):
            lost.append(f"{document}: {[(b.halaman, b.lembar, b.tabel, b.baris) for b in shown]} not in {places[:6]}")
    return lost


def box_text(folder: Path, bukti: Bukti) -> str:
    """What stands on the page inside the box of an evidence, letters and digits only."""
    with pypdfium2.PdfDocument(folder / Path(bukti.dokumen).name) as pdf:
        page = pdf[(bukti.halaman or 1) - 1]
        height = page.get_height()
        x0, y0, x1, y1 = bukti.kotak or (0, 0, 0, 0)
        text = page.get_textpage().get_text_bounded(x0 - 1, height - y1 - 1, x1 + 1, height - y0 + 1)
    return letters(text)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
