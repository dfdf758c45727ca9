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


@dataclass(frozen=True)
class Tahun:
    """awal: of the baseline · sasaran, program: years of the targets of goals and of programs · dokumen: of the yearly documents."""

    awal: int = 2024
    sasaran: tuple[int, ...] = TAHUN_SASARAN
    program: tuple[int, ...] = TAHUN_PROGRAM
    dokumen: int = 2026


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
    lain: dict[str, str] = field(default_factory=dict)
    """What yearly reports print instead of what follows from the targets (only seeded defects set it): realisasi, capaian, tw1 ..."""


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
    pj: str = ""
    """The agency that the RPJMD names for it, where that is not its own (only a seeded defect sets it)."""

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
    lain: dict[str, str] = field(default_factory=dict)
    """Switches of the documents' form, which only seeded defects set; the builders say which."""

    @property
    def sasaran(self) -> list[Sasaran]:
        return [s for t in self.tujuan for s in t.sasaran]

    def cetak(self, tahun: int) -> int:
        return sum(p.cetak(tahun) for p in self.program)

    def outcome_dari(self, sasaran: Sasaran) -> list[tuple[Program, Outcome]]:
        return [(p, o) for p in self.program for o in p.outcome if o.sasaran == sasaran.id]


@dataclass
class Rekomendasi:
    """A recommendation and how it was followed up."""

    id: str
    komponen: str
    teks: str
    tindak_lanjut: str
    pj: str
    waktu: str
    bukti: str
    status: str


@dataclass
class Evaluasi:
    """A report of evaluation (LHE) of an agency: values by component, with weight; statements of the report; recommendations."""

    id: str
    pd: str
    nomor: str
    tanggal: str
    nilai: list[list[str]]
    catatan: list[str]
    rekomendasi: list[Rekomendasi]
    tahun: int | None = None
    """The year that was evaluated; None: the one before that of the yearly documents."""


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
    tahun: Tahun = field(default_factory=lambda: Tahun())
    evaluasi: list[Evaluasi] = field(default_factory=list)
    lain: dict[str, str] = field(default_factory=dict)

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


def buat_sasaran(isi: dict, kenal: dict[str, Indikator], tahun: Tahun) -> Sasaran:
    """A sasaran as the YAML files write it."""
    indikator = buat_indikator(isi.get("indikator", []), isi["id"], tahun.sasaran, kenal)
    return Sasaran(isi["id"], isi["uraian"], indikator, isi.get("pd", ""), isi.get("strategi", ""), isi.get("arah_kebijakan", ""))


def buat_tujuan(isi: dict, kenal: dict[str, Indikator], tahun: Tahun) -> Tujuan:
    """A tujuan with its sasaran as the YAML files write it."""
    indikator = buat_indikator(isi.get("indikator", []), isi["id"], tahun.sasaran, kenal)
    sasaran = [buat_sasaran(s, kenal, tahun) for s in isi["sasaran"]]
    return Tujuan(isi["id"], isi["uraian"], indikator, sasaran, list(isi.get("rujukan", [])))


def _pagu(ribu: int, pertumbuhan: list[float], tahun: Tahun) -> dict[int, int]:
    hasil = {tahun.program[0]: ribu * 1000}
    for satu, persen in zip(tahun.program[1:], pertumbuhan, strict=True):
        ribu = round(ribu * (1 + persen / 100))
        hasil[satu] = ribu * 1000
    return hasil


def buat_program(isi: dict, urusan: str, pertumbuhan: list[float], kenal: dict[str, Indikator], tahun: Tahun) -> Program:
    """A program with its outcomes, kegiatan and subkegiatan as the YAML files write it."""
    kode = f"{isi.get('urusan', urusan)}.{isi['kode']}"
    outcome = [
        Outcome(
            f"{kode}/o{n}", o["sasaran"], o["uraian"], buat_indikator(o["indikator"], f"{kode}/o{n}", tahun.program, kenal), o["pengampu"]
        )
        for n, o in enumerate(isi["outcome"], 1)
    ]
    kegiatan = []
    for k in isi["kegiatan"]:
        kode_k = f"{kode}.{k['kode']}"
        sub = []
        for s in k["sub"]:
            kode_s = f"{kode_k}.{s['kode']}"
            ukur = buat_indikator([{"nama": s["indikator"], "satuan": s["satuan"], "angka": s["angka"]}], kode_s, tahun.program, kenal)
            sub.append(Subkegiatan(kode_s, s["nama"], s["output"], ukur, s["pengampu"], _pagu(s["pagu"], pertumbuhan, tahun)))
        # a kegiatan names the sasaran whose outcome it carries; keep the outcome itself, which a mutation may move elsewhere
        asal = next((o.id for o in outcome if o.sasaran == k.get("sasaran")), "")
        kegiatan.append(
            Kegiatan(kode_k, k["nama"], k["output"], buat_indikator(k["indikator"], kode_k, tahun.program, kenal), k["pengampu"], asal, sub)
        )
    return Program(kode, isi["nama"], outcome, kegiatan)


def _pd(isi: dict, periode: str, kenal: dict[str, Indikator], tahun: Tahun, penunjang: dict | None = None) -> PerangkatDaerah:
    urusan = str(isi["urusan"])
    program = [*([_penunjang(penunjang, isi["penunjang"])] if penunjang else []), *isi["program"]]
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
        tujuan=[buat_tujuan(t, kenal, tahun) for t in isi["tujuan"]],
        program=[buat_program(p, urusan, isi["pertumbuhan"], kenal, tahun) for p in program],
        ikk=buat_indikator(isi["ikk"], f"{isi['kunci']}-ikk", tahun.sasaran, kenal),
    )


def _penunjang(pola: dict, isi: dict) -> dict:
    """The supporting program of an agency from the region's pattern: its goal, its staff (`orang`, `gaji`), other money times `skala`."""
    program = copy.deepcopy(pola)
    hasil = {kunci: program.pop(kunci) for kunci in ("uraian", "pengampu")}
    program["outcome"] = [{"sasaran": isi["sasaran"], "indikator": [program.pop("indikator")], **hasil}]
    program["kode"] = "01"
    for sub in (anak for kegiatan in program["kegiatan"] for anak in kegiatan["sub"]):
        sub["pagu"] = isi["gaji"] if sub["pagu"] == "gaji" else round(sub["pagu"] * isi["skala"])
        if sub["angka"] == "orang":
            sub["angka"] = " | ".join(str(isi["orang"] + n * max(1, isi["orang"] // 60)) for n in range(6))
    return program


def _yaml(nama: str) -> Any:
    return yaml.safe_load((DATA / nama).read_text(encoding="utf-8"))


@cache
def muat_kota(berkas: str = "kota.yaml") -> Kota:
    """The consistent region of a file; agencies stand in it, or in files of their own that it names. Not to be changed: copy it."""
    isi = _yaml(berkas)
    kenal: dict[str, Indikator] = {}
    tahun = Tahun(**{k: tuple(v) if isinstance(v, list) else v for k, v in isi.get("tahun", {}).items()})
    misi = [Misi(m["id"], m["uraian"], [buat_tujuan(t, kenal, tahun) for t in m["tujuan"]]) for m in isi["misi"]]
    semua = [satu if isinstance(satu, dict) else _yaml(f"{satu}.yaml") for satu in isi["perangkat_daerah"]]
    pd = [_pd(satu, isi["periode"], kenal, tahun, isi.get("penunjang")) for satu in semua]
    tetap = {
        k: isi[k]
        for k in ("pemda", "provinsi", "ibu_kota", "kepala_daerah", "nama_kepala_daerah", "periode", "perda", "keputusan_iku", "visi")
    }
    return Kota(**tetap, misi=misi, pd=pd, tahun=tahun, evaluasi=[_evaluasi(satu) for satu in isi.get("evaluasi", [])])


def _evaluasi(isi: dict) -> Evaluasi:
    rekomendasi = [Rekomendasi(f"{isi['id']}/{n}", **satu) for n, satu in enumerate(isi["rekomendasi"], 1)]
    return Evaluasi(**{**isi, "rekomendasi": rekomendasi})


def muat_cacat(berkas: str = "cacat.yaml") -> list[dict]:
    """The seeded defects of a region."""
    return _yaml(berkas) or []


@cache
def muat_narasi() -> dict:
    """The prose of the RPJMD, the Renstra and the PK."""
    return _yaml("narasi.yaml")
