"""The published JSON Schemas are current, and what the commands print obeys them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from doccheck.model import (
    Analisis,
    Bagian,
    Baseline,
    Bukti,
    Catatan,
    Dokumen,
    Finding,
    Indikator,
    Kinerja,
    Lokasi,
    Nilai,
    NilaiKomponen,
    Rekomendasi,
    Report,
    Strategi,
    Tautan,
    TidakDinilai,
    Ujung,
)
from doccheck.report.json import dumps
from doccheck.report.kontrak import check_json
from doccheck.report.kontrak_dokumen import extract_json
from doccheck.report.kontrak_matriks import matrix_json

ROOT = Path(__file__).parents[2]

TEMPAT = Lokasi(halaman=41, tabel=1, baris=3, kolom=2, kotak=(70.04, 100.06, 500.0, 120.0))
INDIKATOR = Indikator(
    uraian="Indeks kepuasan masyarakat",
    satuan="Indeks",
    baseline=Baseline(nilai=Nilai(teks="80,1", angka=80.1), tahun=2024),
    target={"2025": Nilai(teks="81,5", angka=81.5)},
    target_akhir=Nilai(teks="85"),
    realisasi={"2025": Nilai(teks="82")},
    periode={"2026-TW1": Nilai(teks="80")},
    capaian={"2025": Nilai(teks="100,6")},
    kategori="Sangat Tinggi",
    lokasi=TEMPAT,
)
DOKUMEN = Dokumen(
    berkas="renstra.pdf",
    jenis="renstra",
    pemda="Kota Sembilang",
    periode=(2025, 2029),
    kinerja=(
        Kinerja(id="k1", level="tujuan", uraian="Meningkatnya layanan", indikator=(INDIKATOR,), lokasi=TEMPAT),
        Kinerja(id="k2", level="program", uraian="Program LLAJ", induk="k1", anggaran={"2026": Nilai(teks="1.234.567.000")}),
    ),
    strategi=(Strategi(id="s1", jenis="arah_kebijakan", uraian="Menata trayek", induk="k1", sasaran="Meningkatnya mutu", lokasi=TEMPAT),),
    bagian=(Bagian(judul="AKUNTABILITAS KINERJA", nomor="BAB III", lokasi=TEMPAT),),
    rekomendasi=(Rekomendasi(teks="Menyelaraskan Renstra", nomor="1.a", komponen="Perencanaan Kinerja", lokasi=TEMPAT),),
    komponen=(NilaiKomponen(komponen="Perencanaan Kinerja", bobot=Nilai(teks="30"), nilai={"2025": Nilai(teks="24,5")}),),
    analisis=(Analisis(jenis="efisiensi", keadaan="tabel"),),
    catatan=(Catatan(kode="EXT-01", pesan="Halaman pindai", lokasi=Lokasi(halaman=2)),),
)
GAGAL = Catatan(kode="EXT-09", pesan="Berkas kosong", berkas="kosong.pdf")
ATAS = Ujung(berkas="rpjmd.pdf", jenis="rpjmd", level="sasaran", uraian="Meningkatnya layanan", indikator=None, id="k1")
BAWAH = Ujung(berkas="renstra.pdf", jenis="renstra", level="tujuan", uraian="Meningkatnya layanan", indikator=None, id="k1")
TAUTAN = Tautan(dari=ATAS, ke=BAWAH, hubungan="turunan", verdict="same", skor=0.93456)
FINDING = Finding(
    aturan="TGT-01", keparahan="kritis", keyakinan=0.97, kondisi="Target berbeda", kriteria="Sama", akibat="Tidak selaras",
    rekomendasi="Samakan", sidik="abc", bukti=(Bukti(dokumen="pk.pdf", kutipan="82", nilai="82", halaman=1, kotak=TEMPAT.kotak),),
    masalah=(3,),
)  # fmt: skip
REPORT = Report(
    findings=(FINDING,), documents=(DOKUMEN,), notes=(GAGAL,), tidak_dinilai=(TidakDinilai(aturan="CAS-01", alasan="Tidak ada PK"),)
)


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def test_the_committed_schemas_are_current() -> None:
    run = subprocess.run([sys.executable, ROOT / "docs" / "build_schema.py", "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("name", "contract"),
    [
        ("extract", extract_json(DOKUMEN)),
        ("extract", extract_json(Dokumen(berkas="kosong.pdf"), (GAGAL,))),
        ("matrix", matrix_json((TAUTAN,), (ATAS,), (BAWAH,), (DOKUMEN,), (GAGAL,))),
        ("check", check_json(REPORT)),
        ("check", check_json(Report(findings=(), documents=()))),
    ],
)
def test_outputs_obey_the_schema(name: str, contract: msgspec.Struct) -> None:
    schema = _schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(dumps(contract)))


def test_a_missing_field_or_a_wrong_level_breaks_the_schema() -> None:
    good = json.loads(dumps(extract_json(DOKUMEN)))
    validator = jsonschema.Draft202012Validator(_schema("extract"))
    assert not validator.is_valid({key: value for key, value in good.items() if key != "kinerja"})
    good["kinerja"][0]["level"] = "misi besar"
    assert not validator.is_valid(good)


def test_extract_has_the_fields_of_the_contract_and_no_others() -> None:
    isi = json.loads(dumps(extract_json(DOKUMEN)))
    assert isi["dokumen"] == {
        "berkas": "renstra.pdf", "jenis": "renstra", "pemda": "Kota Sembilang", "perangkat_daerah": None, "periode": [2025, 2029],
        "tahun": None, "jabatan": None,
    }  # fmt: skip
    tempat = {"halaman": 41, "lembar": None, "tabel": 1, "baris": 3, "kotak": [70.0, 100.1, 500.0, 120.0]}
    goal = isi["kinerja"][0]
    assert goal["indikator"] == [
        {
            "uraian": "Indeks kepuasan masyarakat", "satuan": "Indeks", "baseline": {"tahun": 2024, "nilai": "80,1"},
            "target": {"2025": "81,5"}, "target_akhir": "85", "realisasi": {"2025": "82"}, "formula": None, "sumber_data": None,
            "penanggung_jawab": None, "lokasi": tempat, "periode": {"2026-TW1": "80"}, "realisasi_periode": {}, "kumulatif": None,
            "capaian": {"2025": "100,6"}, "kategori": "Sangat Tinggi", "serapan": None, "efisiensi": None, "kalimat": None,
        }
    ]  # fmt: skip
    assert set(goal) == {
        "id", "level", "kode", "uraian", "hasil", "induk", "penanggung_jawab", "anggaran", "lokasi", "indikator",
        "realisasi_anggaran", "serapan",
    }  # fmt: skip
    assert isi["strategi"] == [
        {"id": "s1", "jenis": "arah_kebijakan", "uraian": "Menata trayek", "induk": "k1", "sasaran": "Meningkatnya mutu", "lokasi": tempat}
    ]
    assert isi["kinerja"][1]["anggaran"] == {"2026": "1.234.567.000"}
    assert isi["catatan"][0]["berkas"] == "renstra.pdf"


def test_notes_on_unread_files_stand_before_those_inside_documents() -> None:
    assert [note["berkas"] for note in json.loads(dumps(check_json(REPORT)))["catatan"]] == ["kosong.pdf", "renstra.pdf"]
