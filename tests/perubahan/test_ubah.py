"""What changed between two versions of one document: each kind of change, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from doccheck.perubahan.ubah import perubahan

from .buat import RENSTRA, buat

Row = tuple[str, str | None, str | None, str | None]


def _changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str | None, str | None, str | None]]:
    pair = perubahan(buat(old), buat(new, "renstra-baru.pdf"))
    return [(one.jenis, one.indikator or one.uraian, one.tahun, one.lama, one.baru) for one in pair.perubahan]


def _edited(edit: Callable[[str], str]) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(edit(json.dumps(RENSTRA, ensure_ascii=False)))
    return data


ANGKA, TRAYEK = "Angka kecelakaan per 10.000 penduduk", "Persentase trayek yang dilayani"
KESELAMATAN, LANCAR = "Meningkatnya keselamatan lalu lintas jalan", "Meningkatnya kelancaran angkutan umum"
LLAJ = "Program Penyelenggaraan LLAJ"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("2026: 8 |", "2026: 7,5 |", [("target", ANGKA, "2026", "8", "7,5")]),
        ("akhir: 5", "akhir: 4", [("target_akhir", ANGKA, None, "5", "4")]),
        ("| 2026: 70", "| 2026: 70 | 2027: 75", [("target", TRAYEK, "2027", None, "75")]),
        ("awal 2024: 80,1", "awal 2024: 79,8", [("baseline", "Indeks kepuasan masyarakat", None, "80,1", "79,8")]),
        ("1.500.000.000", "1.750.000.000", [("anggaran", LLAJ, "2026", "1.500.000.000", "1.750.000.000")]),
        ("dilayani | %", "dilayani | trayek", [("satuan", TRAYEK, None, "%", "trayek")]),
        ("lalu lintas jalan", "lalu lintas dan angkutan jalan",
         [("rumusan", "Meningkatnya keselamatan lalu lintas dan angkutan jalan", None, KESELAMATAN,
           "Meningkatnya keselamatan lalu lintas dan angkutan jalan")]),
        ("trayek yang dilayani", "trayek perkotaan yang dilayani",
         [("rumusan", "Persentase trayek perkotaan yang dilayani", None, TRAYEK, "Persentase trayek perkotaan yang dilayani")]),
        ("Program Penyelenggaraan LLAJ", "Program Lalu Lintas dan Angkutan Jalan",
         [("rumusan", "Program Lalu Lintas dan Angkutan Jalan", None, LLAJ, "Program Lalu Lintas dan Angkutan Jalan")]),
    ],
)  # fmt: skip
def test_one_edit_is_one_change(before: str, after: str, found: list[Row]) -> None:
    assert before in json.dumps(RENSTRA, ensure_ascii=False)
    assert _changes(RENSTRA, _edited(lambda text: text.replace(before, after, 1))) == found


@pytest.mark.parametrize(
    ("before", "after"),
    [("2026: 82", "2026: 82,00"), ("Meningkatnya kelancaran angkutan umum", "MENINGKATNYA  kelancaran angkutan umum."),
     ("1.500.000.000", "Rp1.500.000.000,00")],
)  # fmt: skip
def test_another_way_to_print_the_same_is_no_change(before: str, after: str) -> None:
    assert _changes(RENSTRA, _edited(lambda text: text.replace(before, after, 1))) == []


def test_a_goal_taken_out_and_one_put_in() -> None:
    new = json.loads(json.dumps(RENSTRA))
    emission = ["Persentase kendaraan lulus uji emisi | % | 2026: 60"]
    new["kinerja"][0]["anak"][1] = {"sasaran": "Terkendalinya emisi kendaraan", "indikator": emission}
    assert _changes(RENSTRA, new) == [
        ("baru", "Terkendalinya emisi kendaraan", None, None, "Terkendalinya emisi kendaraan"),
        ("hilang", LANCAR, None, LANCAR, None),
        ("baru", "Persentase kendaraan lulus uji emisi", None, None, "Persentase kendaraan lulus uji emisi"),
        ("hilang", TRAYEK, None, TRAYEK, None),
    ]


def test_a_programme_and_an_indicator_under_another_goal_have_moved() -> None:
    new = json.loads(json.dumps(RENSTRA))
    first, second = new["kinerja"][0]["anak"]
    second["anak"] = first.pop("anak")
    second["indikator"] += first["indikator"]
    first["indikator"] = []
    assert _changes(RENSTRA, new) == [
        ("pindah", LLAJ, None, KESELAMATAN, LANCAR),
        ("pindah", ANGKA, None, KESELAMATAN, LANCAR),
    ]


def test_a_reworded_parent_moves_nothing() -> None:
    new = _edited(lambda text: text.replace("keselamatan lalu lintas jalan", "keselamatan lalu lintas dan angkutan jalan"))
    assert [change[0] for change in _changes(RENSTRA, new)] == ["rumusan"]


def test_a_contradiction_inside_a_version_is_shown() -> None:
    old = json.loads(json.dumps(RENSTRA))
    old["kinerja"].append({"tujuan": "Indikator kinerja utama", "indikator": ["Indeks kepuasan masyarakat | indeks | 2026: 83"]})
    changes = _changes(old, RENSTRA)
    assert ("target", "Indeks kepuasan masyarakat", "2026", "82 / 83", "82") in changes


def test_what_did_not_change_is_counted() -> None:
    pair = perubahan(buat(RENSTRA), buat(RENSTRA))
    assert (pair.perubahan, pair.tetap) == ((), 7)


def test_changes_know_both_places() -> None:
    new = json.loads(json.dumps(RENSTRA))
    new["kinerja"].insert(0, {"tujuan": "Terwujudnya tata kelola yang baik"})
    new["kinerja"][1]["anak"][1]["indikator"] = ["Persentase trayek yang dilayani | % | 2026: 72"]
    change = next(one for one in perubahan(buat(RENSTRA), buat(new)).perubahan if one.jenis == "target")
    assert change.tempat_lama
    assert change.tempat_baru
    assert change.tempat_baru.baris == (change.tempat_lama.baris or 0) + 1
