"""doccheck.toml: what a project says about its documents and its rules. Strict: an unknown key is an error that names it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from .bahasa import _
from .model import Jenis, Keparahan

NAME = "doccheck.toml"
BATAS_DETIK = 300.0
"""Seconds that reading one document may take unless told otherwise; with OCR each page."""
BATAS_MEMORI = 2048
"""Megabytes of address space that reading one document may take unless told otherwise: the libraries alone map some 600."""
Bobot = Annotated[float, Meta(ge=0)]
"""A weight or number of points."""


class ConfigError(Exception):
    """A configuration that cannot be used; the message names file, line and key."""


class IdentitasConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[dokumen."renstra-dishub.pdf"]: identity that overrides what was recognised. `abaikan` leaves the file out."""

    jenis: Jenis | None = None
    pemda: str | None = None
    perangkat_daerah: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    abaikan: bool = False


class AturanConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[aturan]: which rules run and how grave they are. Ids ("TGT-01") or families ("TGT").

    aktif: rules that are off unless asked for (`awal: tidak` in their files) · parameter: per rule, values that replace those of
    `dengan` in its file. `asal` (the file) is set by the reader of the file.
    """

    hanya: tuple[str, ...] = ()
    aktif: tuple[str, ...] = ()
    nonaktif: tuple[str, ...] = ()
    keparahan: dict[str, Keparahan] = field(default_factory=dict)
    parameter: dict[str, dict[str, Any]] = field(default_factory=dict)
    asal: str = ""


class AbaikanConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """[[abaikan]]: findings that someone has looked at and sets aside, with the reason.

    aturan: a rule or family · dokumen: file name, path or pattern ("arsip/*") · teks: words of the condition or of the evidence · sidik:
    fingerprint · sampai: last day on which it holds. `asal` (file and line) is set by the reader of the file.
    """

    alasan: str
    aturan: str | None = None
    dokumen: str | None = None
    teks: str | None = None
    sidik: str | None = None
    oleh: str | None = None
    sampai: date | None = None
    asal: str = ""

    def salah(self) -> str | None:
        """What makes the entry unusable, None where nothing does."""
        if not self.alasan.strip():
            return _("alasan tidak boleh kosong")
        if not (self.sidik or self.aturan):
            return _("aturan atau sidik harus disebut")
        if not (self.sidik or self.dokumen or self.teks):
            return _("sebut juga dokumen, teks, atau sidik; seluruh aturan dimatikan dengan nonaktif di [aturan]")
        return None


OrientasiConfig = Literal["outcome", "output", "proses", "input"]
PolaritasConfig = Literal["naik", "turun", "tetap"]


class PasanganConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[[sama]], [[beda]]: two texts that say the same, or do not, whatever doccheck thinks."""

    a: str
    b: str
    alasan: str = ""


class CapaianConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[capaian]: how the office computes and names achievement.

    rumus_turun: where less is better, "2t-r" ((2 x target - realisation) / target), "t/r" (target / realisation) or "keduanya" (either) ·
    batas: values at which the office may cap achievement · toleransi: in percentage points · kategori: name of a class -> its lowest value;
    what a document itself prints comes first.
    """

    rumus_turun: Literal["2t-r", "t/r", "keduanya"] = "keduanya"
    batas: tuple[float, ...] = (100.0, 110.0, 120.0)
    toleransi: float = 0.1
    kategori: dict[str, float] = field(default_factory=dict)


BagianBulanan = Literal["kemajuan", "anggaran", "laporan", "rekomendasi", "temuan", "kelengkapan"]


class BulananConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[bulanan]: the office's own monthly score (report.bulanan).

    nama: what the score is called · bobot: weight of a part; one that is not named keeps its own, 0 leaves it out · tenggang: months after
    the end of a part of the year by which it is to be reported · selisih: percentage points that spending may run ahead of performance ·
    poin: points of a finding by severity · minimal: percent of all weights that must be assessable for a score.
    """

    nama: str = ""
    bobot: dict[BagianBulanan, Bobot] = field(
        default_factory=lambda: {"kemajuan": 35, "anggaran": 20, "laporan": 15, "rekomendasi": 10, "temuan": 10, "kelengkapan": 10}
    )
    tenggang: Annotated[int, Meta(ge=0, le=12)] = 1
    selisih: Annotated[float, Meta(ge=0)] = 20.0
    poin: dict[Keparahan, Bobot] = field(default_factory=lambda: {"kritis": 4, "tinggi": 3, "sedang": 2, "rendah": 1})
    minimal: Annotated[float, Meta(ge=0, le=100)] = 50.0


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `orientasi`, `polaritas`: text of an indicator -> what it is.
    `klien`: agency -> words for those whose doings are its results, beside rules/leksikon/klien.yaml.
    `min_keyakinan`: findings below it are "perlu telaah" and never count for `fail_on`."""

    pemda: str | None = None
    tahun: int | None = None
    profil: tuple[str, ...] = ()
    min_keyakinan: Annotated[float, Meta(ge=0, le=1)] = 0.7
    fail_on: Keparahan | Literal["tidak"] = "tinggi"
    dokumen: dict[str, IdentitasConfig] = field(default_factory=dict)
    aturan: AturanConfig = AturanConfig()
    capaian: CapaianConfig = CapaianConfig()
    abaikan: tuple[AbaikanConfig, ...] = ()
    sama: tuple[PasanganConfig, ...] = ()
    beda: tuple[PasanganConfig, ...] = ()
    orientasi: dict[str, OrientasiConfig] = field(default_factory=dict)
    polaritas: dict[str, PolaritasConfig] = field(default_factory=dict)
    bulanan: BulananConfig = BulananConfig()
    klien: dict[str, tuple[str, ...]] = field(default_factory=dict)


def load(path: Path) -> Config:
    """Reads a doccheck.toml; raises ConfigError with the file's name, the line and the key."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    try:
        config = msgspec.convert(tomllib.loads(text), Config)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        from .config_galat import galat_isi, galat_toml

        line, words = galat_isi(text, error, Config) if isinstance(error, msgspec.ValidationError) else galat_toml(error)
        raise ConfigError(f"{path}{f':{line}' if line else ''}: {words}") from error
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if re.match(r"\s*\[\[\s*abaikan\s*\]\]", line)]
    entries = []
    for number, entry in enumerate(config.abaikan):
        where = f":{lines[number]}" if number < len(lines) else ""
        if problem := entry.salah():
            raise ConfigError(f"{path}{where}: [[abaikan]]: {problem}")
        entries.append(msgspec.structs.replace(entry, asal=f"{path.name}{where}"))
    return msgspec.structs.replace(config, abaikan=tuple(entries), aturan=msgspec.structs.replace(config.aturan, asal=str(path)))


def di_berkas(asal: str, pesan: str, kunci: tuple[str | int, ...], nilai: str | None = None) -> ConfigError:
    """The error of a key of the configuration file `asal`, with its line; without a place where no file says it (a profile, an option)."""
    from .config_galat import letak

    try:
        line = letak(Path(asal).read_text(encoding="utf-8"), kunci, nilai) if asal else None
    except (OSError, UnicodeDecodeError):
        line = None
    return ConfigError(f"{asal}:{line}: {pesan}" if line else pesan)
