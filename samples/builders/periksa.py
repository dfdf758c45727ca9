"""Checks that the source data of the sample city are consistent in themselves; the defects are seeded only afterwards."""

from __future__ import annotations

from itertools import pairwise

from .kota import Indikator, Kota


def periksa(kota: Kota) -> list[str]:
    """What is wrong with the consistent city; empty when nothing is."""
    salah = []
    semua = [objek for objek in kota.indeks().values() if isinstance(objek, Indikator)]
    for ukur in semua:
        salah += _tren(ukur)
    for pd in kota.pd:
        for sasaran in pd.sasaran:
            if not pd.outcome_dari(sasaran):
                salah.append(f"{sasaran.id}: no program")
            if not sasaran.indikator:
                salah.append(f"{sasaran.id}: no indicator")
        for program in pd.program:
            terpakai = [k.id for o in program.outcome for k in program.kegiatan_dari(o)]
            if sorted(terpakai) != sorted(k.id for k in program.kegiatan):
                salah.append(f"{program.id}: kegiatan without an outcome or with several")
    rujukan = {id_ for pd in kota.pd for t in pd.tujuan for id_ in t.rujukan}
    salah += [f"{s.id}: cited by no Renstra" for s in kota.sasaran if s.id not in rujukan]
    diturunkan = {u.nama for pd in kota.pd for t in pd.tujuan for u in t.indikator}
    salah += [f"{u.id}: in no Renstra" for s in kota.sasaran for u in s.indikator if u.nama not in diturunkan]
    return salah


def _tren(ukur: Indikator) -> list[str]:
    nilai = [angka(teks) for teks in (ukur.baseline, *ukur.target.values())]
    selisih = [b - a for a, b in pairwise(nilai)]
    arah = -1 if ukur.arah == "turun" else 1
    if any(d * arah < 0 for d in selisih):
        return [f"{ukur.id}: {ukur.nama} moves against its direction"]
    if ukur.satuan == "%" and max(nilai) > 100:
        return [f"{ukur.id}: {ukur.nama} exceeds 100%"]
    return []


def angka(teks: str) -> float:
    """The number of a printed Indonesian value."""
    return float(teks.replace(".", "").replace(",", "."))
