"""A wrong doccheck.toml is told with its line, and in words of the reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from doccheck import config as konfigurasi
from doccheck.checks.pilihan import pilih
from doccheck.checks.rules import load_rules
from doccheck.config import ConfigError
from doccheck.config.profil import terapkan

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
    "parameter of a family": ("[aturan.parameter]\nTGT = {tahun = 3}\n", 2, "TGT bukan aturan, melainkan keluarga"),
    "parameter of a rule that is off": ('[aturan]\nnonaktif = ["TGT"]\n[aturan.parameter]\nTGT-09 = {tahunn = 3}\n', 4, "parameter tahunn"),
    "rule in small letters": ('[aturan]\nhanya = ["TGT-01",\n "tgt-02"]\n', 3, "tidak ada aturan tgt-02; maksud Anda TGT-02?"),
    "second document": ('[dokumen."a.pdf"]\ntahun = 2026\n\n[dokumen."b [2025].pdf"]\ntahun = "2026"\n', 5, "harus berupa bilangan bulat"),
    "second part of a period": ('[dokumen."a.pdf"]\nperiode = [\n  2025,\n  "2029",\n]\n', 4, "dokumen.periode: harus berupa bilangan"),
    "period of three years": ('[dokumen."a.pdf"]\nperiode = [2025, 2026, 2027]\n', 2, "dokumen.periode: harus 2 isian, bukan 3"),
    "third of a list": ("[capaian]\nbatas = [100,\n110,\n'dua']\n", 4, "capaian.batas: harus berupa bilangan"),
    "list of inline tables": (
        'abaikan = [{aturan = "TGT-01", teks = "x", alasan = "y"},\n  {aturan = "TGT-02", teks = "x", alasan = 5}]\n',
        2, "harus berupa teks",
    ),
    "exception that sets a whole rule aside": (
        'abaikan = [{aturan = "TGT-01", teks = "x", alasan = "y"},\n  {aturan = "TGT-02", alasan = "y"}]\n', 2, "sebut juga dokumen",
    ),
    "dotted key": ('tahun = 2026\naturan.keparahan."TGT-01" = "parah"\n', 2, "tidak mengenal parah"),
    "behind a long text": ('pemda = """\n[aturan]\ntahun = "x"\n"""\ntahun = "2026"\n', 5, "tahun: harus berupa bilangan bulat"),
    "table where a list of tables belongs": ('tahun = 2026\n[abaikan]\naturan = "TGT-01"\n', 2, "abaikan: harus berupa daftar"),
    "list of tables where a table belongs": ('tahun = 2026\n[[aturan]]\nhanya = ["TGT"]\n', 2, "aturan: harus berupa tabel"),
    "what no file may set": ('[aturan]\nasal = "x"\n', 2, "tidak ada pengaturan asal di [aturan]"),
    "end of the file": ('tahun = 2026\nprofil = ["ci"\n', 2, "bukan TOML yang sah"),
    "key given twice": ("tahun = 2026\n\ntahun = 2027\n", 3, "bukan TOML yang sah"),
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


SEMUA = """\
pemda = "Kota Contoh"
tahun = 2026
warisi = ["induk.toml"]
profil = ["ci"]
min_keyakinan = 0.7
fail_on = "tinggi"
tampilkan = "semua"
[dokumen."satu.pdf"]
jenis = "renstra"
tahun = 2025
[dokumen."dua.pdf"]
jenis = "pk"
pemda = "Kota Contoh"
perangkat_daerah = "Dinas Contoh"
periode = [2025, 2029]
tahun = 2026
jabatan = "Kepala Dinas"
abaikan = false
[aturan]
hanya = ["TGT"]
aktif = ["CAS-02"]
nonaktif = ["TGT-05"]
[aturan.keparahan]
TGT-01 = "rendah"
TGT-02 = "rendah"
[aturan.parameter.TGT-09]
tahun = 4
[capaian]
rumus_turun = "t/r"
batas = [100.0, 120.0]
toleransi = 0.1
[capaian.kategori]
Baik = 80.0
Cukup = 60.0
[[abaikan]]
aturan = "TGT-01"
teks = "x"
alasan = "y"
[[abaikan]]
aturan = "TGT-02"
dokumen = "pk/*"
teks = "x"
sidik = "a1"
alasan = "y"
oleh = "Bappeda"
sampai = 2026-12-31
[[sama]]
a = "satu"
b = "dua"
alasan = "x"
[[beda]]
a = "satu"
b = "dua"
alasan = "x"
[orientasi]
"Persentase satu" = "outcome"
"Persentase dua" = "output"
[polaritas]
"Angka satu" = "turun"
"Angka dua" = "naik"
[bulanan]
nama = "Skor"
tenggang = 1
selisih = 20.0
minimal = 50.0
[bulanan.bobot]
kemajuan = 35
anggaran = 20
[bulanan.poin]
kritis = 4
tinggi = 3
[klien]
"Dinas Satu" = ["warga"]
"Dinas Dua" = ["desa"]
"""
"""Every key that the file may have; tables by name have two entries."""
BARIS = SEMUA.splitlines()


def _tulis(folder: Path, baris: list[str]) -> Path:
    (folder / "induk.toml").write_text("tahun = 2025\n", encoding="utf-8")
    path = folder / "doccheck.toml"
    path.write_text("\n".join(baris) + "\n", encoding="utf-8")
    return path


def test_the_file_with_every_key_is_right_and_has_every_key(tmp_path: Path) -> None:
    konfigurasi.load(_tulis(tmp_path, BARIS))
    for jenis in (
        konfigurasi.Config, konfigurasi.IdentitasConfig, konfigurasi.AturanConfig, konfigurasi.AbaikanConfig, konfigurasi.PasanganConfig,
        konfigurasi.CapaianConfig, konfigurasi.BulananConfig,
    ):  # fmt: skip
        for name in jenis.__struct_encode_fields__:
            if not name.startswith(konfigurasi.DALAM):
                assert re.search(rf"^(\[+)?(\w+\.)*{name}\b", SEMUA, re.M), name


@pytest.mark.parametrize("salah", ["{}", "1979-05-27T07:32:00", '[["x"]]'], ids=["tabel", "waktu", "daftar"])
@pytest.mark.parametrize("nomor", [n for n, line in enumerate(BARIS) if " = " in line], ids=lambda n: BARIS[n].split(" = ")[0].strip('"'))
def test_a_wrong_value_of_any_key_is_told_with_its_line(tmp_path: Path, nomor: int, salah: str) -> None:
    name = BARIS[nomor].split(" = ")[0]
    path = _tulis(tmp_path, [*BARIS[:nomor], f"{name} = {salah}", *BARIS[nomor + 1 :]])
    with pytest.raises(ConfigError) as error:
        pilih(load_rules(), terapkan(konfigurasi.load(path)).aturan)
    assert str(error.value).startswith(f"{path}:{nomor + 1}: ")


@pytest.mark.parametrize("nomor", [n for n, line in enumerate(BARIS) if line.startswith("[") and "parameter" not in line])
def test_an_unknown_key_of_any_table_is_told_with_its_line(tmp_path: Path, nomor: int) -> None:
    path = _tulis(tmp_path, [*BARIS[: nomor + 1], "xyz = {}", *BARIS[nomor + 1 :]])
    with pytest.raises(ConfigError) as error:
        konfigurasi.load(path)
    assert str(error.value).startswith(f"{path}:{nomor + 2}: ")
