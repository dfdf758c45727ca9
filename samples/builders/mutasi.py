"""The seeded defects: the consistent city changed for one document or for one of its tables.

A path is "<id>.<field>" or "<id>.<field>.<year>"; the ids are those of kota.py. "<id>.angka" is an indicator's baseline and targets,
"<id>.pagu" the money of all years.
"""

from __future__ import annotations

import copy
from fnmatch import fnmatch
from typing import Any

from .kota import Indikator, Kota, buat_indikator, buat_sasaran, buat_tujuan, muat_kota


def _ganti(indeks: dict[str, Any], jalur: str, nilai: Any) -> None:
    id_, _, sisa = _pecah(indeks, jalur)
    bidang = sisa.split(".")
    objek = indeks[id_]
    for langkah in bidang[:-1]:
        objek = objek[int(langkah)] if isinstance(objek, list) else getattr(objek, langkah)
    akhir = bidang[-1]
    if akhir == "angka" and isinstance(objek, Indikator):
        _angka(objek, nilai)
    elif akhir == "pagu" and not isinstance(nilai, dict):
        uang = [int(satu) for satu in str(nilai).split("|")]
        objek.pagu = dict(zip(objek.pagu, uang * len(objek.pagu) if len(uang) == 1 else uang, strict=False))
    elif isinstance(objek, dict):
        objek[int(akhir) if akhir.isdigit() else akhir] = nilai
    elif not hasattr(objek, akhir):
        raise KeyError(jalur)
    else:
        setattr(objek, akhir, nilai)


def _angka(ukur: Indikator, teks: str) -> None:
    """ "baseline | first year | ..." as the YAML files write it; one value for all."""
    nilai = [satu.strip() for satu in teks.split("|")]
    awal, *lain = nilai * (1 + len(ukur.target)) if len(nilai) == 1 else nilai
    ukur.baseline, ukur.target = awal, dict(zip(ukur.target, lain, strict=False))


def _pecah(indeks: dict[str, Any], jalur: str) -> tuple[str, str, str]:
    """Split a path at its id: ids hold dots themselves, so the longest known one wins."""
    potong = [i for i, huruf in enumerate(jalur) if huruf == "." and jalur[:i] in indeks]
    if not potong:
        raise KeyError(jalur)
    return jalur[: potong[-1]], ".", jalur[potong[-1] + 1 :]


def _hapus(kota: Kota, id_: str) -> None:
    sasaran = kota.indeks()[id_]

    def telusuri(objek: Any) -> bool:
        for nilai in vars(objek).values():
            if isinstance(nilai, list):
                if any(anak is sasaran for anak in nilai):
                    nilai[:] = [anak for anak in nilai if anak is not sasaran]
                    return True
                if any(telusuri(anak) for anak in nilai if hasattr(anak, "__dataclass_fields__")):
                    return True
        return False

    if not telusuri(kota):
        raise KeyError(id_)


def _tambah(kota: Kota, tambahan: dict) -> None:
    """tambahan: jalur of the list, posisi (default last), isi (an indikator, sasaran or tujuan as in the city's files)."""
    indeks = kota.indeks()
    id_, _, bidang = _pecah(indeks, tambahan["jalur"])
    daftar = getattr(indeks[id_], bidang)
    isi = tambahan["isi"]
    kenal = {k: v for k, v in indeks.items() if isinstance(v, Indikator)}
    if bidang == "indikator":
        tahun = kota.tahun.sasaran if isi.get("angka", "").count("|") == len(kota.tahun.sasaran) else kota.tahun.program
        (baru,) = buat_indikator([isi], f"{id_}/tambahan", tahun, kenal)
        baru.id = isi.get("id", baru.id)
    elif bidang == "sasaran":
        baru = buat_sasaran(isi, kenal, kota.tahun)
    else:
        baru = buat_tujuan(isi, kenal, kota.tahun)
    daftar.insert(tambahan.get("posisi", len(daftar)), baru)


class Data:
    """The city for each document: consistent, or with the seeded defects."""

    def __init__(self, cacat: list[dict] | None = None, berkas: str = "kota.yaml") -> None:
        self._asli = muat_kota(berkas)
        self._cacat = cacat or []

    def _berlaku(self, dokumen: str, tabel: str | None) -> list[dict]:
        return [
            ubah
            for cacat in self._cacat
            for ubah in cacat["ubah"]
            if any(fnmatch(dokumen, pola) for pola in ubah["dokumen"])
            and not any(fnmatch(dokumen, pola) for pola in ubah.get("kecuali", []))
            and ("tabel" not in ubah or tabel in ubah["tabel"])
        ]

    def dilewati(self, dokumen: str) -> bool:
        """Whether a defect leaves this document out."""
        return any(ubah.get("lewati") for ubah in self._berlaku(dokumen, None))

    def untuk(self, dokumen: str, tabel: str | None = None) -> Kota:
        kota = copy.deepcopy(self._asli)
        for ubah in self._berlaku(dokumen, tabel):
            for jalur, nilai in ubah.get("ganti", {}).items():
                _ganti(kota.indeks(), jalur, nilai)
            for id_ in ubah.get("hapus", []):
                _hapus(kota, id_)
            for tambahan in ubah.get("tambah", []):
                _tambah(kota, tambahan)
        return kota
