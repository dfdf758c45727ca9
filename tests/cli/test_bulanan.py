"""`doccheck bulanan` and `doccheck kaskade`: forms, kept months, wrong input."""

from __future__ import annotations

import json

from .test_commands import renstra


def folder(tmp_path):
    (tmp_path / "dokumen").mkdir()
    renstra(tmp_path / "dokumen" / "renstra.html")
    return tmp_path / "dokumen"


def test_a_kept_month_stays_as_it_was_until_it_is_made_again(doccheck, tmp_path):
    docs = folder(tmp_path)
    assert doccheck("bulanan", docs, "--bulan", "2026-05", "--simpan", "--quiet").kode == 0
    kept = docs / ".doccheck" / "bulanan" / "2026-05.json"
    first = json.loads(kept.read_text(encoding="utf-8"))
    assert (first["bulan"], first["lembar"][0]["nama"].endswith("bukan nilai AKIP")) == ("2026-05", True)
    first["lembar"][0]["perangkat"][0]["skor"] = 77.5
    kept.write_text(json.dumps(first), encoding="utf-8")
    (docs / "renstra.html").write_text("<p>lain</p>", encoding="utf-8")
    again = doccheck("bulanan", docs, "--bulan", "2026-05", "--simpan", "--format", "json")
    assert json.loads(again.keluar)["lembar"][0]["perangkat"][0]["skor"] == 77.5
    assert "--ulang" in again.galat
    assert json.loads(kept.read_text(encoding="utf-8")) == first
    anew = doccheck("bulanan", docs, "--bulan", "2026-05", "--format", "json", "--ulang", "--simpan", "-q")
    assert (anew.kode, json.loads(anew.keluar)["lembar"][0]["perangkat"]) == (3, [])
    assert json.loads(kept.read_text(encoding="utf-8")) == first


def test_the_trend_comes_from_kept_months(doccheck, tmp_path):
    docs = folder(tmp_path)
    doccheck("bulanan", docs, "--bulan", "2026-04", "--simpan", "--quiet")
    isi = json.loads(doccheck("bulanan", docs, "--bulan", "2026-05", "--format", "json", "--quiet").keluar)
    assert [list(one["skor"]) for one in isi["tren"]] == [["2026-04"]]


def test_page_workbook_and_table(doccheck, tmp_path):
    docs = folder(tmp_path)
    for kind, begin in (("html", b"<!doctype"), ("xlsx", b"PK")):
        target = tmp_path / f"b.{kind}"
        assert doccheck("bulanan", docs, "--bulan", "2026-05", "--format", kind, "-o", target).kode == 0
        assert target.read_bytes().startswith(begin)
    assert "bukan nilai AKIP" in doccheck("bulanan", docs, "--bulan", "2026-05").keluar


def test_a_month_that_is_none_and_a_folder_without_agencies(doccheck, tmp_path):
    assert doccheck("bulanan", folder(tmp_path), "--bulan", "2026-13").kode == 2
    (tmp_path / "kosong").mkdir()
    assert doccheck("bulanan", tmp_path / "kosong", "--bulan", "2026-05").kode == 3


def test_cascade_as_table_and_json(doccheck, tmp_path):
    docs = folder(tmp_path)
    isi = json.loads(doccheck("kaskade", docs, "--format", "json").keluar)
    assert isi["versi"] == 1
    tree = isi["pohon"][0]
    assert (tree["akar"], bool(tree["lepas"])) == ([], True)
    text = doccheck("kaskade", docs).keluar
    assert tree["lepas"][0]["uraian"].split()[0] in text


def test_map_of_themes(doccheck, tmp_path):
    isi = json.loads(doccheck("matrix", folder(tmp_path), "--tema", "--format", "json").keluar)
    assert (isi["versi"], len(isi["peta"][0]["perangkat"])) == (1, 1)
