"""What the lines of a chart's boxes are: codes and dashes, values, labels of levels, posts, goals, indicators."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ....model import Level
from ...kalimat.target import baca_kalimat
from ...nilai.satuan import jenis_satuan, split_satuan

Arti = Level | Literal["indikator", "target", "uang", "konteks"]

_KODE = r"\d{1,2}(?:\.\d{1,2}){1,7}\.?|\d{1,2}[.)]|[a-z][.)]"
_PENANDA = re.compile(rf"(?P<tanda>{_KODE}|[-–—•·▪➢✓])(?:\s+(?P<sisa>\S.*)|$)|(?P<rapat>[-–•▪➢✓])(?P<teks>[^\W\d_].*)")
_MULAI_KATA = re.compile(r"[^\W\d_]|[\"“'(%]")
_ANGKA = r"(?:Rp\.?\s*)?[<>≤≥±]?=?\s*[-–−]?\s?\d[\d.,]*(?:\s*%?\s*(?:[-–:/]|s\.?/?d\.?)\s*\d[\d.,]*)?"
_SATUAN = r"(?:%|‰|0?[^\W\d_][\w/. %-]{0,38})"
_KURUNG = re.compile(rf"\(\s*(?:target\s*[:=]?\s*)?{_ANGKA}\s*{_SATUAN}?\s*\)\s*$", re.I)
_TARGET = re.compile(r"[(\[]?\btarget(?:\s+(?:tahun\s+)?20\d\d)?\s*[:=]\s*(?P<nilai>\S.{0,40}?)[)\]]?\s*$", re.I)
_TELANJANG = re.compile(rf"(?:(?<=\s)|^)(?P<nilai>{_ANGKA}\s*%?)$")
_BERSATUAN = re.compile(rf"(?:(?<=\s)|^)(?P<nilai>{_ANGKA}\s+(?P<satuan>[^\W\d_][^\W\d_/.]*))$")
_BUKAN_NILAI = re.compile(
    r"\b(?:tahun|th|ta|level|lvl|tipe|type|kelas|tahap|ke|no|nomor|pasal|grade|bab|jilid|seri|usia|umur|iso|pph|triwulan|tw|golongan|sni|"
    r"tingkat|permen\w*|perda|pp|uu|dan|atau|antara|per|minimal|maksimal)[\s.:]*$",
    re.I,
)
_WAKTU = re.compile(r"tahun|bulan|hari|jam|menit|th|thn", re.I)

_NAMA: tuple[tuple[Arti, str], ...] = (
    ("misi", r"misi(?:\s+(?:pertama|kedua|ketiga|keempat|kelima))?"),
    ("tujuan", r"tujuan(?:\s+(?:strategis|pd|opd|rpjmd|renstra|perangkat daerah))*"),
    ("sasaran", r"sasaran(?:\s+(?:strategis|kinerja|program|kegiatan|pd|opd|rpjmd|renstra|perangkat daerah))*"
                r"|(?:final|ultimate|intermediate|immediate)\s+outcome|outcome"),
    ("program", r"program"),
    ("subkegiatan", r"sub[\s-]*kegiatan"),
    ("kegiatan", r"kegiatan"),
    ("aktivitas", r"(?:rencana\s+)?aksi|aktivitas"),
    ("indikator", r"(?:indikator(?:\s+(?:kinerja|keluaran|output|outcome|hasil|utama|individu|tujuan|sasaran|strategis|program|sub|"
                  r"kegiatan))*|ik[ukdps]{0,2})(?:\s*\([a-z]{2,9}\))?"),
    ("target", r"target(?:\s+(?:kinerja|tahun))*(?:\s+20\d\d)?"),
    ("uang", r"(?:pagu|anggaran)(?:\s+(?:indikatif|anggaran|kegiatan|program))*"),
    ("konteks", r"visi|strategi|(?:arah\s+)?kebijakan|isu(?:\s+strategis)?|permasalahan|formula\w*|keterangan|catatan|csf"),
)  # fmt: skip
_NOMOR = r"(?P<ke>[-\s]*(?:ke[-\s]?)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+\b))?\s*(?P<akhir>[.:)–=-]*)\s*(?P<sisa>.*)"
_LABEL = tuple((arti, re.compile(rf"(?:{nama})(?![^\W_])\.?{_NOMOR}", re.I)) for arti, nama in _NAMA)
_BERNAMA = ("program", "kegiatan", "subkegiatan")
"""Levels whose label is the first word of the name: "Program Pengelolaan ..."."""

_ESELON = r"es(?:s|elon|l)?\.?\s*[IV]{1,3}(?:[./-]?[ab])?"
_ESELON_SAJA = re.compile(
    rf"(?:(?:indikator|sasaran|kinerja|program|kegiatan)\s+)*(?:pejabat\s+)?{_ESELON}\s*[:.]?(?:\s*\([^()]*\))?", re.I
)
_ESELON_DEPAN = re.compile(rf"{_ESELON}\s*[:/–-]*\s*", re.I)
_JABATAN = re.compile(
    r"(?:(?:plt|plh|pj)\.?\s+)?(?:kepala|kadis|kaban|kabid|kabag|kasi|kasie|kasubb?ag|kasubbid|ka\.?\s?(?:sub|seksi|bid|upt)\w*|sekretaris|"
    r"sekretariat|sub\.?[\s-]?(?:bag(?:ian)?|bidang|koordinator)|seksi|bidang|bagian|inspektur|inspektorat|irban\w*|camat|lurah|direktur|"
    r"wakil\s+direktur|asisten|staf|bupati|wali\s?kota|gubernur|uptd?|balai|dinas|badan|kecamatan|kelurahan|"
    r"(?:kelompok\s+)?jabatan\s+fungsional|fungsional|analis|pengelola|pengadministrasi|penyusun|penyimpan|bendahara|pranata|arsiparis|"
    r"perencana|auditor|operator|verifikat\w+|petugas|pelaksana|penyiap|pengurus|pengawas|penyuluh)\b",
    re.I,
)
_SASARAN = re.compile(
    r"(?!jumlah|pe?r[os]+entase|nilai|tingkat)(?:\w{4,}nya|me(?:ningkat|wujud|nurun|njaga|njamin|ngoptimal|ngembang|mantap|mperkuat|ngurang)\w*)\b",
    re.I,
)


class Label(Struct, frozen=True):
    """A label in front of a line: what it announces, its number ("1.1") and the text after it (empty: the label stands alone).
    tegas: whether a number or a colon makes it one."""

    arti: Arti
    nomor: str | None
    sisa: str
    tegas: bool = True


@lru_cache(maxsize=8192)
def penanda(teks: str) -> tuple[str, str] | None:
    """(mark, rest) of a line that begins with a code, list number or dash: "1.1.1. Jumlah X" -> ("1.1.1", "Jumlah X"), "-" -> ("-", "").
    A number with one point is a code only before words ("5.7 Persentase"), or alone with a point at its end."""
    match = _PENANDA.fullmatch(teks.strip())
    if not match:
        return None
    if match["rapat"]:
        return match["rapat"], match["teks"]
    mark, rest = match["tanda"], (match["sisa"] or "").strip()
    if mark.count(".") == 1 and mark[-1].isdigit() and not _MULAI_KATA.match(rest):
        return None
    if mark in "-–—" and rest and not _MULAI_KATA.match(rest):
        return None
    return mark.rstrip(".)"), rest


@lru_cache(maxsize=8192)
def is_penanda(teks: str) -> bool:
    """Whether a line of a column of codes is a mark alone: also "1.1", which elsewhere may be a number."""
    found = penanda(teks)
    return (found is not None and not found[1]) or bool(re.fullmatch(r"\d{1,2}\.\d{1,2}", teks.strip()))


@lru_cache(maxsize=8192)
def is_nilai(teks: str) -> bool:
    """Whether a line is a value alone: "5%", "(12 Kab/Kota)", "768.495", "62,5 - 75%", "12 Dokumen"."""
    text = teks.strip()
    if text.count("(") != text.count(")"):
        return False
    if _KURUNG.fullmatch(text) or _TELANJANG.fullmatch(text):
        return True
    number, unit = split_satuan(text)
    return unit is not None and number[:1].isdigit() and (jenis_satuan(unit) is not None or len(text) <= 16)


@lru_cache(maxsize=8192)
def pisah_nilai(teks: str) -> tuple[str, str | None]:
    """(text, value) of an indicator with its target at the end: "Luas X (5 Ha)", "Jumlah X Target : 5", "Jumlah X 768.495".

    A bare number after a word that numbers something ("tahun 2018", "Level 3") is part of the text; so is a span of time without brackets.
    """
    text = teks.strip()
    if is_nilai(text):
        return "", text
    for pattern in (_TARGET, _KURUNG):
        match = pattern.search(text)
        if match and (pattern is _KURUNG or re.search(r"\d", match["nilai"])):
            return text[: match.start()].strip(), match[0].strip() if pattern is _KURUNG else match["nilai"].strip()
    if baca_kalimat(text) is not None:
        return text, None  # "dari 70% menjadi 85%": read when the tree stands (kalimat_isi)
    match = _TELANJANG.search(text)
    if match and not _BUKAN_NILAI.search(text[: match.start()]) and not re.fullmatch(r"(?:19|20)\d\d", match["nilai"]):
        return text[: match.start()].strip(), match["nilai"].strip()
    match = _BERSATUAN.search(text)
    if match and not _BUKAN_NILAI.search(text[: match.start()]):
        unit = match["satuan"]
        if jenis_satuan(unit) is not None and not _WAKTU.fullmatch(unit):
            return text[: match.start()].strip(), match["nilai"].strip()
    return text, None


@lru_cache(maxsize=8192)
def label(teks: str) -> Label | None:
    """The label that a line begins with: "Sasaran 1.1. Meningkatnya X", "Misi 1", "IKU : Indeks X", "Program Pengelolaan X"."""
    text = teks.strip()
    for arti, pattern in _LABEL:
        match = pattern.fullmatch(text)
        if not match:
            continue
        number, rest = (match["ke"] or "").strip(), match["sisa"].strip()
        if not rest:
            return Label(arti, number or None, "", tegas=bool(number or match["akhir"]))
        if number or match["akhir"]:
            if arti in _BERNAMA and not match["akhir"]:
                return Label(arti, None, text, tegas=False)
            return Label(arti, number or None, rest)
        if arti in _BERNAMA and rest[0].isalpha():
            return Label(arti, None, text, tegas=False)
    return None


def is_eselon(teks: str) -> bool:
    """A rank alone, the caption of a tier: "ESELON III", "Indikator Sasaran Pejabat Ess IV (Kepala Seksi)"."""
    return bool(_ESELON_SAJA.fullmatch(re.sub(r"\s+", " ", teks).strip()))


def jabatan(teks: str) -> str | None:
    """The post or unit that heads a box, without its rank: "ESS III / KABID PRODUKSI" -> "KABID PRODUKSI"."""
    text = _ESELON_DEPAN.sub("", re.sub(r"\s+", " ", teks).strip(), count=1)
    if len(text) > 110 or is_nilai(text) or not _JABATAN.match(text) or _KURUNG.search(text):
        return None
    return text.strip(" /:-")


def is_sasaran(teks: str) -> bool:
    """Wording of a goal: "Meningkatnya ...", "Mewujudkan ..."."""
    return bool(_SASARAN.match(teks))
