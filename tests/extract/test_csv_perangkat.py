"""The agency's column of a CSV: a dash in it means nobody, as an empty cell would in a printed table."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract.dokumen import extract
from doccheck.readers import read

HEAD = "Tujuan;Sasaran;Indikator;Satuan;2025;2026;Perangkat Daerah"
ROWS = (
    "Meningkatnya kualitas hidup;Menurunnya kematian ibu;Angka Kematian Ibu;per 100.000 KH;90;85;Dinas Kesehatan",
    "Meningkatnya kualitas hidup;Menurunnya stunting;Prevalensi Stunting;%;18;16;{dash}",
)


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_is_no_agency(tmp_path: Path, dash: str) -> None:
    path = tmp_path / "RPJMD.csv"
    path.write_text("\n".join([HEAD, *(row.format(dash=dash) for row in ROWS)]), encoding="utf-8")
    goals = [node for node in extract(read(path)).kinerja if node.level == "sasaran"]
    owners = {node.uraian: (node.penanggung_jawab, node.indikator[0].penanggung_jawab) for node in goals}
    assert owners == {
        "Menurunnya kematian ibu": ("Dinas Kesehatan", "Dinas Kesehatan"),
        "Menurunnya stunting": (None, None),
    }  # fmt: skip
