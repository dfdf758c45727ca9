"""The sample city as objects, read from samples/data/*.yaml.

Ids of goals: "K-S1", "DH-S1"; of nomenclature rows their code ("2.15.02.2.02.0002"); the n-th indicator of a goal is "<id>/n",
the n-th outcome of a program "<code>/on" and its n-th indicator "<code>/on/n".
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent.parent / "data"
TAHUN_SASARAN = (2025, 2026, 2027, 2028, 2029, 2030)
TAHUN_PROGRAM = (2026, 2027, 2028, 2029, 2030)


@dataclass
class Indikator:
    """baseline: of 2024; target: year -> text as printed; arah: naik or turun."""

    id: str
    nama: str
    satuan: str
    arah: str
    baseline: str
    target: dict[int, str]
    rumus: str = ""
    sumber: str = ""
    pj: str = ""


@dataclass
class Sasaran:
    id: str
    uraian: str
    indikator: list[Indikator]
    pd: str = ""
    strategi: str = ""
    arah_kebijakan: str = ""


@dataclass
class Tujuan:
    id: str
    uraian: str
    indikator: list[Indikator]
    sasaran: list[Sasaran]
    rujukan: list[str] = field(default_factory=list)


@dataclass
class Misi:
    id: str
    uraian: str
    tujuan: list[Tujuan]


@dataclass
class Subkegiatan:
    """pagu: year -> rupiah; pagu_cetak: what a document prints instead (only a seeded defect sets it)."""

    id: str
    nama: str
    output: str
    indikator: list[Indikator]
    pengampu: str
    pagu: dict[int, int]
    pagu_cetak: dict[int, int] = field(default_factory=dict)

    def cetak(self, tahun: int) -> int:
        return self.pagu_cetak.get(tahun, self.pagu[tahun])


@dataclass
class Kegiatan:
    id: str
    nama: str
    output: str
    indikator: list[Indikator]
    pengampu: str
    sasaran: str
    sub: list[Subkegiatan]

    def cetak(self, tahun: int) -> int:
        return sum(anak.pagu[tahun] for anak in self.sub)


@dataclass
class Outcome:
    id: str
    sasaran: str
    uraian: str
    indikator: list[Indikator]
    pengampu: str


@dataclass
class Program:
    id: str
    nama: str
    outcome: list[Outcome]
    kegiatan: list[Kegiatan]

    def cetak(self, tahun: int) -> int:
        return sum(anak.cetak(tahun) for anak in self.kegiatan)

    def kegiatan_dari(self, outcome: Outcome) -> list[Kegiatan]:
        """The kegiatan that carry an outcome: those that name its sasaran; without a name, those of the first outcome."""
        utama = outcome is self.outcome[0]
        return [k for k in self.kegiatan if k.sasaran == outcome.id or (not k.sasaran and utama)]


@dataclass
class PerangkatDaerah:
    kunci: str
    nama: str
    sebutan: str
    kode: str
    urusan: str
    nama_urusan: str
    kepala: str
    periode: str
    nspk: list[str]
    tugas: str
    isu: list[str]
    tujuan: list[Tujuan]
    program: list[Program]
    ikk: list[Indikator]
    jumlah_pk: int | None = None
    """What the PK of the head prints as its sum instead of it (only a seeded defect sets it)."""

    @property
    def sasaran(self) -> list[Sasaran]:
        return [s for t in self.tujuan for s in t.sasaran]

    def cetak(self, tahun: int) -> int:
        return sum(p.cetak(tahun) for p in self.program)

    def outcome_dari(self, sasaran: Sasaran) -> list[tuple[Program, Outcome]]:
        return [(p, o) for p in self.program for o in p.outcome if o.sasaran == sasaran.id]


@dataclass
class Kota:
    pemda: str
    provinsi: str
    ibu_kota: str
    kepala_daerah: str
    nama_kepala_daerah: str
    periode: str
    perda: str
    keputusan_iku: str
    visi: str
    misi: list[Misi]
    pd: list[PerangkatDaerah]

    @property
    def tujuan(self) -> list[Tujuan]:
        return [t for m in self.misi for t in m.tujuan]

    @property
    def sasaran(self) -> list[Sasaran]:
        return [s for t in self.tujuan for s in t.sasaran]

    def perangkat(self, kunci: str) -> PerangkatDaerah:
        return next(pd for pd in self.pd if pd.kunci == kunci)

    def uraian_sasaran(self, id_: str) -> str:
        return next(s.uraian for s in self.sasaran if s.id == id_)

    def indeks(self) -> dict[str, Any]:
        """Every object that has an id (or a kunci), by it."""
        hasil: dict[str, Any] = {}

        def telusuri(objek: Any) -> None:
            for kunci in ("id", "kunci"):
                if hasattr(objek, kunci):
                    hasil[getattr(objek, kunci)] = objek
            for nilai in vars(objek).values():
                for anak in nilai if isinstance(nilai, list) else ():
                    if hasattr(anak, "__dataclass_fields__"):
                        telusuri(anak)

        telusuri(self)
        hasil["kota"] = self
        return hasil


def buat_indikator(data: list[dict], induk: str, tahun: tuple[int, ...], kenal: dict[str, Indikator]) -> list[Indikator]:
    """Indicators of the goal `induk`. `dari` copies one of `kenal` (by id), which new ones join; `angka` has the baseline and
    a value for each year of `tahun`, or one value for all. ValueError: another number of values."""
    hasil = []
    for nomor, isi in enumerate(data, 1):
        if "dari" in isi:
            salinan = copy.deepcopy(kenal[isi["dari"]])
            salinan.id = f"{induk}/{nomor}"
            hasil.append(salinan)
            continue
        angka = [a.strip() for a in isi["angka"].split("|")]
        if len(angka) == 1:
            angka = angka * (len(tahun) + 1)
        if len(angka) != len(tahun) + 1:
            raise ValueError(f"{induk}/{nomor}: {len(angka)} values for a baseline and {len(tahun)} years")
        baru = Indikator(
            id=f"{induk}/{nomor}",
            nama=isi["nama"],
            satuan=isi["satuan"],
            arah=isi.get("arah", "naik"),
            baseline=angka[0],
            target=dict(zip(tahun, angka[1:], strict=True)),
            rumus=isi.get("rumus", ""),
            sumber=isi.get("sumber", ""),
            pj=isi.get("pj", ""),
        )
        kenal[baru.id] = baru
        hasil.append(baru)
    return hasil


def buat_sasaran(isi: dict, kenal: dict[str, Indikator]) -> Sasaran:
    """A sasaran as the YAML files write it."""
    indikator = buat_indikator(isi.get("indikator", []), isi["id"], TAHUN_SASARAN, kenal)
    return Sasaran(isi["id"], isi["uraian"], indikator, isi.get("pd", ""), isi.get("strategi", ""), isi.get("arah_kebijakan", ""))


def buat_tujuan(isi: dict, kenal: dict[str, Indikator]) -> Tujuan:
    """A tujuan with its sasaran as the YAML files write it."""
    indikator = buat_indikator(isi.get("indikator", []), isi["id"], TAHUN_SASARAN, kenal)
    return Tujuan(isi["id"], isi["uraian"], indikator, [buat_sasaran(s, kenal) for s in isi["sasaran"]], list(isi.get("rujukan", [])))


def _pagu(ribu: int, pertumbuhan: list[float]) -> dict[int, int]:
    hasil = {TAHUN_PROGRAM[0]: ribu * 1000}
    for tahun, persen in zip(TAHUN_PROGRAM[1:], pertumbuhan, strict=True):
        ribu = round(ribu * (1 + persen / 100))
        hasil[tahun] = ribu * 1000
    return hasil


def _program(isi: dict, urusan: str, pertumbuhan: list[float], kenal: dict[str, Indikator]) -> Program:
    kode = f"{urusan}.{isi['kode']}"
    outcome = [
        Outcome(
            f"{kode}/o{n}", o["sasaran"], o["uraian"], buat_indikator(o["indikator"], f"{kode}/o{n}", TAHUN_PROGRAM, kenal), o["pengampu"]
        )
        for n, o in enumerate(isi["outcome"], 1)
    ]
    kegiatan = []
    for k in isi["kegiatan"]:
        kode_k = f"{kode}.{k['kode']}"
        sub = []
        for s in k["sub"]:
            kode_s = f"{kode_k}.{s['kode']}"
            ukur = buat_indikator([{"nama": s["indikator"], "satuan": s["satuan"], "angka": s["angka"]}], kode_s, TAHUN_PROGRAM, kenal)
            sub.append(Subkegiatan(kode_s, s["nama"], s["output"], ukur, s["pengampu"], _pagu(s["pagu"], pertumbuhan)))
        # a kegiatan names the sasaran whose outcome it carries; keep the outcome itself, which a mutation may move elsewhere
        asal = next((o.id for o in outcome if o.sasaran == k.get("sasaran")), "")
        kegiatan.append(
            Kegiatan(kode_k, k["nama"], k["output"], buat_indikator(k["indikator"], kode_k, TAHUN_PROGRAM, kenal), k["pengampu"], asal, sub)
        )
    return Program(kode, isi["nama"], outcome, kegiatan)


def _pd(isi: dict, periode: str, kenal: dict[str, Indikator]) -> PerangkatDaerah:
    urusan = str(isi["urusan"])
    return PerangkatDaerah(
        kunci=isi["kunci"],
        nama=isi["nama"],
        sebutan=isi["sebutan"],
        kode=str(isi["kode"]),
        urusan=urusan,
        nama_urusan=isi["nama_urusan"],
        kepala=isi["kepala"],
        periode=periode,
        nspk=isi["nspk"],
        tugas=isi["tugas"],
        isu=isi["isu"],
        tujuan=[buat_tujuan(t, kenal) for t in isi["tujuan"]],
        program=[_program(p, urusan, isi["pertumbuhan"], kenal) for p in isi["program"]],
        ikk=buat_indikator(isi["ikk"], f"{isi['kunci']}-ikk", TAHUN_SASARAN, kenal),
    )


def _yaml(nama: str) -> Any:
    return yaml.safe_load((DATA / nama).read_text(encoding="utf-8"))


def muat_kota() -> Kota:
    """The consistent city."""
    isi = _yaml("kota.yaml")
    kenal: dict[str, Indikator] = {}
    misi = [Misi(m["id"], m["uraian"], [buat_tujuan(t, kenal) for t in m["tujuan"]]) for m in isi["misi"]]
    pd = [_pd(_yaml(f"{kunci}.yaml"), isi["periode"], kenal) for kunci in isi["perangkat_daerah"]]
    tetap = {
        k: isi[k]
        for k in ("pemda", "provinsi", "ibu_kota", "kepala_daerah", "nama_kepala_daerah", "periode", "perda", "keputusan_iku", "visi")
    }
    return Kota(**tetap, misi=misi, pd=pd)


def muat_cacat() -> list[dict]:
    """The seeded defects of data/cacat.yaml."""
    return _yaml("cacat.yaml") or []


@cache
def muat_narasi() -> dict:
    """The prose of the RPJMD, the Renstra and the PK."""
    return _yaml("narasi.yaml")
