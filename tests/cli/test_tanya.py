"""`doccheck compare`, `doccheck orientasi`, and the matrix in its forms."""

from __future__ import annotations

import json

from .test_commands import renstra


def test_compare_says_verdict_and_reason(doccheck):
    hasil = doccheck("compare", "Persentase jalan mantap", "Persentase jembatan mantap")
    assert hasil.kode == 0
    assert "berbeda" in hasil.keluar
    assert "jalan / jembatan" in hasil.keluar


def test_compare_as_json(doccheck):
    isi = json.loads(doccheck("compare", "PROGRAM PENATAAN DESA", "Program Penataan Desa", "--jenis", "program", "--format", "json").keluar)
    assert (isi["versi"], isi["verdict"], isi["skor"]) == (1, "same", 1.0)


def test_orientasi_with_a_decision(doccheck, tmp_path):
    config = tmp_path / "doccheck.toml"
    config.write_text('[orientasi]\n"Jumlah rapat koordinasi" = "output"\n', encoding="utf-8")
    text = doccheck("orientasi", "Jumlah rapat koordinasi", "--satuan", "Kali").keluar
    assert "proses" in text
    isi = json.loads(doccheck("orientasi", "Jumlah rapat koordinasi", "--config", config, "--format", "json").keluar)
    assert (isi["orientasi"], isi["keyakinan"]) == ("output", 1.0)
    assert "doccheck.toml" in isi["alasan"]


def test_orientasi_of_a_sasaran(doccheck):
    text = doccheck("orientasi", "--sasaran", "Meningkatnya penyuluhan pertanian").keluar
    assert "upaya" in text
    assert "Arah yang baik" not in text
    asked = ("orientasi", "Nilai SAKIP", "--sasaran", "Meningkatnya nilai SAKIP", "--format", "json")
    isi = json.loads(doccheck(*asked).keluar)
    assert isi["orientasi"] == "outcome"
    assert isi["penilaian_sasaran"]["rumusan"] == "tautologi"
    assert "Nilai SAKIP" in isi["penilaian_sasaran"]["alasan"]
    assert doccheck("orientasi").kode == 2


def test_matrix_as_page_and_workbook(doccheck, tmp_path):
    (tmp_path / "dokumen").mkdir()
    renstra(tmp_path / "dokumen" / "renstra.html")
    for kind, begin in (("html", b"<!doctype"), ("xlsx", b"PK")):
        target = tmp_path / f"m.{kind}"
        assert doccheck("matrix", tmp_path / "dokumen", "--format", kind, "-o", target).kode == 0
        assert target.read_bytes().startswith(begin)
