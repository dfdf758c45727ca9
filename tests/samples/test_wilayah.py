"""The made-up kabupaten and province: clean forms raise nothing of weight, and each seeded defect is found by its rule."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import doccheck
from doccheck.config import AturanConfig, Config
from doccheck.model import Finding

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples"))

from builders.wilayah import SEMUA, Wilayah, bangun, bangun_varian  # noqa: E402

CONFIG = Config(aturan=AturanConfig(aktif=("TGT-19",)))
"""Rules that are off unless asked for are seeded, too."""
SERIOUS = ("kritis", "tinggi", "sedang")
CASES = [(wilayah, varian) for wilayah in SEMUA for varian in wilayah.varian()]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def _about(finding: Finding, mutasi: dict, berkas: dict[str, str]) -> bool:
    words = _flat(" ".join([finding.kondisi, *(f"{bukti.kutipan} {bukti.nilai or ''}" for bukti in finding.bukti)]))
    named = {Path(bukti.dokumen).name for bukti in finding.bukti}
    values = [finding.kondisi, *(bukti.nilai or "" for bukti in finding.bukti)]
    shown = all(value in " ".join(values) for value in mutasi.get("nilai", []))
    return _flat(mutasi["kutipan"]) in words and bool(named & {berkas[kunci] for kunci in mutasi["dokumen"]}) and shown


@pytest.fixture(scope="session")
def bersih(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {wilayah.folder: tmp_path_factory.mktemp(wilayah.folder) for wilayah in SEMUA}
    for wilayah in SEMUA:
        bangun(wilayah, folders[wilayah.folder], [])
    return folders


@pytest.mark.parametrize("wilayah", SEMUA, ids=lambda one: one.folder)
def test_clean_region_has_no_faults(bersih: dict[str, Path], wilayah: Wilayah) -> None:
    report = doccheck.check([bersih[wilayah.folder]], config=CONFIG)
    assert len(report.documents) == len(wilayah.dokumen())
    assert [f"{f.aturan} {f.kondisi}" for f in report.findings if f.keparahan in SERIOUS] == []


@pytest.mark.parametrize(("wilayah", "varian"), CASES, ids=[f"{wilayah.folder}-{varian}" for wilayah, varian in CASES])
def test_seeded_defects_are_found(bersih: dict[str, Path], tmp_path: Path, wilayah: Wilayah, varian: str) -> None:
    mutasi = wilayah.mutasi(varian)
    bangun_varian(wilayah, bersih[wilayah.folder], tmp_path / "varian", mutasi)
    report = doccheck.check([tmp_path / "varian"], ocr=False, config=CONFIG)
    berkas = wilayah.berkas()
    lost = [
        f"{satu['id']} {satu['aturan']}: {satu['uraian']}"
        for satu in mutasi
        if not any(f.aturan == satu["aturan"] and _about(f, satu, berkas) for f in report.findings)
    ]
    assert lost == []
