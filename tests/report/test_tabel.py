"""The tree of a document as a table in the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from doccheck.model import Baseline, Dokumen, Indikator, Kinerja, Nilai, Strategi
from doccheck.report.tabel import print_tree

JALAN = Indikator(
    uraian="Persentase jalan mantap", satuan="%", baseline=Baseline(nilai=Nilai(teks="70%")), target={"2026": Nilai(teks="85%")},
    kalimat="Persentase jalan mantap dari 70% menjadi 85%",
)  # fmt: skip
DOKUMEN = Dokumen(
    berkas="renstra.pdf",
    jenis="renstra",
    kinerja=(Kinerja(id="k1", level="sasaran", uraian="Meningkatnya kemantapan jalan", indikator=(JALAN,)),),
    strategi=(
        Strategi(id="s1", jenis="strategi", uraian="Memelihara jalan", induk="k1"),
        Strategi(id="s2", jenis="arah_kebijakan", uraian="Menjaga ruas utama", induk="s1"),
        Strategi(id="s3", jenis="strategi", uraian="Menata arsip"),
    ),
)


def test_strategi_stand_below_their_goal_and_targets_of_sentences_say_so() -> None:
    console = Console(file=io.StringIO(), record=True, width=160)
    print_tree(console, DOKUMEN)
    lines = [line.strip() for line in console.export_text().splitlines() if line.strip()]
    assert [line for line in lines if line.startswith(("sasaran", "Persentase", "strategi", "arah"))] == [
        "sasaran          Meningkatnya kemantapan jalan",
        "Persentase jalan mantap (%)  awal: 70%  2026: 85%  (dari kalimat: Persentase jalan mantap dari 70% menjadi 85%)",
        "strategi           Memelihara jalan",
        "arah kebijakan       Menjaga ruas utama",
        "strategi           Menata arsip",
    ]
