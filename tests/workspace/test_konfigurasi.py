"""A wrong doccheck.toml is told with its line, and in words of the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck import config as konfigurasi
from doccheck.checks.rules import load_rules
from doccheck.checks.run import pilih
from doccheck.config import ConfigError
from doccheck.profil import terapkan

SALAH = {
    "unknown key": ("\nminkeyakinan = 0.5\n", 2, "tidak ada pengaturan minkeyakinan; maksud Anda min_keyakinan?"),
    "unknown key of a table": ('[aturan]\nhanya = ["TGT"]\nhanyaa = ["TGT"]\n', 3, "tidak ada pengaturan hanyaa di [aturan]"),
    "unknown rule in a long list": ('[aturan]\nnonaktif = ["TGT-01",\n  "TGT-99"]\n', 3, "tidak ada aturan TGT-99"),
    "unknown profile": ('tahun = 2026\nprofil = ["evaluasy"]\n', 2, "tidak ada profil evaluasy"),
    "text where a list belongs": ('profil = "ci"\n', 1, "profil: harus berupa daftar"),
    "unknown severity of the second rule": ('[aturan.keparahan]\nTGT-01 = "tinggi"\nTGT-02 = "parah"\n', 3, "tidak mengenal parah"),
    "severity in an inline table": ('tahun = 2026\n[aturan]\nkeparahan = {"TGT-01" = "parah"}\n', 3, "tidak mengenal parah"),
    "parameter that the rule lacks": ("[aturan.parameter]\nTGT-09 = {tahunn = 3}\n", 2, "TGT-09 tidak memiliki parameter tahunn"),
    "parameter of another kind": ('[aturan.parameter.TGT-09]\npuncak = {}\ntahun = "tiga"\n', 3, "nilai tahun harus sejenis dengan 4"),
    "value out of bounds": ("tahun = 2026\nmin_keyakinan = 1.5\n", 2, "min_keyakinan: harus <= 1.0"),
    "weight of an unknown part": ("[bulanan.bobot]\nkemajuan = 3\ncapaian = 3\n", 3, "tidak mengenal capaian"),
    "second entry without its reason": (
        '[[abaikan]]\naturan = "TGT-01"\nteks = "x"\nalasan = "y"\n\n[[abaikan]]\naturan = "TGT-02"\n', 6, "alasan harus diisi",
    ),
    "no date": ('[[abaikan]]\naturan = "TGT-01"\nalasan = "x"\nsampai = "2026-13-40"\n', 4, "bukan tanggal"),
    "kind of a document": ('[dokumen."renstra x.pdf"]\njenis = "rentra"\n', 2, "maksud Anda renstra?"),
    "syntax": ("tahun = 2026\n[aturan\n", 2, ""),
}


@pytest.mark.parametrize(("text", "line", "words"), SALAH.values(), ids=SALAH)
def test_errors_point_at_the_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "doccheck.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        pilih(load_rules(), terapkan(konfigurasi.load(path)).aturan)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert words in str(error.value)


def test_what_an_option_says_wrongly_names_no_file() -> None:
    with pytest.raises(ConfigError, match=r"^\[aturan\]: tidak ada aturan XYZ$"):
        pilih(load_rules(), konfigurasi.AturanConfig(hanya=("XYZ",)))
