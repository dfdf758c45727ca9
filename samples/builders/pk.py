"""Perjanjian Kinerja of every position, from the tree: head (sasaran), eselon III (program outcome), ketua tim or
eselon IV (kegiatan output), staff (subkegiatan output)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .kota import Indikator, Kota, PerangkatDaerah

TANPA_SATUAN = ("Nilai", "Indeks", "Rasio", "Level")


@dataclass
class Anggaran:
    """A table of money: header of its first column, rows (name, rupiah), and the printed sum where it is not theirs."""

    judul: str
    baris: list[tuple[str, int]]
    jumlah: int | None = None


@dataclass
class Pk:
    """One agreement. atasan: None for the mayor · sasaran: (text, indicators) · jenis_sasaran: header of the goal column."""

    jabatan: str
    atasan: str | None
    unit: str
    jenis_sasaran: str
    sasaran: list[tuple[str, list[Indikator]]]
    anggaran: list[Anggaran] = field(default_factory=list)


def target_satuan(teks: str, satuan: str) -> str:
    """A target with its unit in one cell: "63,00%", "12 Dokumen", "112 per 100.000 KH"; indices stand alone."""
    if not teks or satuan in TANPA_SATUAN or not satuan:
        return teks
    return f"{teks}%" if satuan == "%" else f"{teks} {satuan}"


def pk_kdh(kota: Kota) -> Pk:
    """The agreement of the head of the region."""
    tahun = kota.tahun.dokumen
    baris = [(judul_program(p.nama), p.cetak(tahun)) for pd in kota.pd for p in pd.program[1:]]
    penunjang = sum(pd.program[0].cetak(tahun) for pd in kota.pd)
    anggaran = Anggaran("Program", [(judul_program(kota.pd[0].program[0].nama), penunjang), *baris])
    return Pk(kota.kepala_daerah, None, kota.pemda, "Sasaran Strategis", [(s.uraian, s.indikator) for s in kota.sasaran], [anggaran])


def pk_kepala(kota: Kota, pd: PerangkatDaerah) -> Pk:
    anggaran = Anggaran("Program", [(judul_program(p.nama), p.cetak(kota.tahun.dokumen)) for p in pd.program], pd.jumlah_pk)
    return Pk(pd.kepala, kota.kepala_daerah, pd.nama, "Sasaran Strategis", [(s.uraian, s.indikator) for s in pd.sasaran], [anggaran])


def pk_eselon3(kota: Kota, pd: PerangkatDaerah) -> list[Pk]:
    """Secretary and heads of bidang: the outcomes they answer for; the budget of a program only where all of it is theirs."""
    tahun = kota.tahun.dokumen
    hasil: dict[str, Pk] = {}
    for program in pd.program:
        for outcome in program.outcome:
            pk = hasil.setdefault(outcome.pengampu, Pk(outcome.pengampu, pd.kepala, pd.nama, "Sasaran Program", []))
            pk.sasaran.append((outcome.uraian, outcome.indikator))
    for jabatan, pk in hasil.items():
        utuh = [p for p in pd.program if all(o.pengampu == jabatan for o in p.outcome)]
        kegiatan = [k for p in pd.program for o in p.outcome if o.pengampu == jabatan for k in p.kegiatan_dari(o)]
        if utuh:
            pk.anggaran.append(Anggaran("Program", [(judul_program(p.nama), p.cetak(tahun)) for p in utuh]))
        pk.anggaran.append(Anggaran("Kegiatan", [(k.nama, k.cetak(tahun)) for k in kegiatan]))
    return list(hasil.values())


def pk_staf(kota: Kota, pd: PerangkatDaerah) -> list[Pk]:
    """Ketua tim or eselon IV with their kegiatan, each followed by the staff with their subkegiatan."""
    tahun = kota.tahun.dokumen
    tim: dict[str, Pk] = {}
    staf: dict[str, Pk] = {}
    urutan: list[str] = []
    for program in pd.program:
        for outcome in program.outcome:
            for kegiatan in program.kegiatan_dari(outcome):
                if kegiatan.pengampu not in tim:
                    urutan.append(kegiatan.pengampu)
                pk = tim.setdefault(kegiatan.pengampu, Pk(kegiatan.pengampu, outcome.pengampu, pd.nama, "Sasaran Kegiatan", []))
                pk.sasaran.append((kegiatan.output, kegiatan.indikator))
                if not pk.anggaran:
                    pk.anggaran = [Anggaran("Kegiatan", []), Anggaran("Sub Kegiatan", [])]
                pk.anggaran[0].baris.append((kegiatan.nama, kegiatan.cetak(tahun)))
                pk.anggaran[1].baris += [(s.nama, s.pagu[tahun]) for s in kegiatan.sub]
                for sub in kegiatan.sub:
                    bawah = staf.setdefault(sub.pengampu, Pk(sub.pengampu, kegiatan.pengampu, pd.nama, "Sasaran Sub Kegiatan", []))
                    bawah.sasaran.append((sub.output, sub.indikator))
    hasil: list[Pk] = []
    for jabatan in urutan:
        hasil.append(tim[jabatan])
        hasil += [pk for pk in staf.values() if pk.atasan == jabatan]
    return hasil


def judul_program(nama: str) -> str:
    """PROGRAM NAMES in Title Case, as the PK of most agencies print them."""
    kecil = {"DAN", "DI", "DALAM", "BAGI"}
    tetap = {"(LLAJ)", "(UMKM)", "UMKM", "KSP/USP", "(SDA)"}
    kata = [k if k in tetap else (k.lower() if k in kecil else "/".join(p.capitalize() for p in k.split("/"))) for k in nama.split()]
    return " ".join(kata)


def lengkap(jabatan: str, pd: PerangkatDaerah, kota: Kota) -> str:
    """The position as a signature names it: "Sekretaris Dinas Perhubungan Kota Sembilang"."""
    if jabatan == kota.kepala_daerah:
        return jabatan
    if jabatan.startswith("Camat"):
        return f"{jabatan} {kota.pemda}"
    if jabatan == "Inspektur":
        return f"Inspektur {kota.pemda}"
    if pd.nama in jabatan:
        return f"{jabatan} {kota.pemda}"
    return f"{jabatan} {pd.nama} {kota.pemda}"
