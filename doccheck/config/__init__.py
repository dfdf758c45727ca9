"""doccheck.toml: what a project says about its documents and its rules. Strict: an unknown key is an error that names it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

from ..bahasa import _
from ..model import Jenis, Keparahan
from .toml_letak import Jalur, letak

NAME = "doccheck.toml"
DALAM = " "
"""How the names of fields begin that no file may set."""
MIN_KEYAKINAN = 0.7
"""Findings below this confidence are "perlu telaah" unless told otherwise."""
FAIL_ON: Keparahan = "tinggi"
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
    """[aturan]: which rules run and how grave they are. Ids ("TGT-01") or families ("TGT"); an id says more than its family.

    hanya: None where nothing is said, empty for all · aktif: rules that are off unless asked for (`awal: tidak` in their files) ·
    parameter: per rule, values that replace those of `dengan` in its file. `asal` (the file) is set by the reader of the file. `bawah`:
    what profiles and inherited files say, the weakest first; each stands below this (checks.pilihan).
    """

    hanya: tuple[str, ...] | None = None
    aktif: tuple[str, ...] = ()
    nonaktif: tuple[str, ...] = ()
    keparahan: dict[str, Keparahan] = field(default_factory=dict)
    parameter: dict[str, dict[str, Any]] = field(default_factory=dict)
    asal: str = field(default="", name=DALAM + "asal")
    bawah: tuple[AturanConfig, ...] = field(default=(), name=DALAM + "bawah")

    @property
    def lapisan(self) -> tuple[AturanConfig, ...]:
        """All that is said of rules, the weakest first."""
        return (*self.bawah, self)


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
    asal: str = field(default="", name=DALAM + "asal")

    def salah(self) -> str | None:
        """What makes the entry unusable, None where nothing does."""
        if not self.alasan.strip():
            return _("alasan tidak boleh kosong")
        if not (self.sidik or self.aturan):
            return _("aturan atau sidik harus disebut")
        if not (self.sidik or self.dokumen or self.teks):
            return _("sebut juga dokumen, teks, atau sidik; seluruh aturan dimatikan dengan nonaktif di [aturan]")
        return None


Tampilan = Literal["utama", "semua", "menggagalkan"]
"""Which findings a check shows: without the supplementary ones, all, or those alone that fail it."""
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
    `min_keyakinan`: findings below it are "perlu telaah" and never count for `fail_on`; None where nobody said so, since what is said
    stands above profiles even where it is the default. `warisi`: files whose settings hold where this one says nothing, later ones over
    earlier ones. `asal` (the file), `isi` (what it says) and `warisan` (whose rules and limits config.profil works in) are set by the
    reader of the file."""

    pemda: str | None = None
    tahun: int | None = None
    warisi: tuple[str, ...] = ()
    profil: tuple[str, ...] = ()
    min_keyakinan: Annotated[float, Meta(ge=0, le=1)] | None = None
    fail_on: Keparahan | Literal["tidak"] | None = None
    tampilkan: Tampilan | None = None
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
    asal: str = field(default="", name=DALAM + "asal")
    warisan: tuple[Config, ...] = field(default=(), name=DALAM + "warisan")
    isi: dict[str, Any] = field(default_factory=dict, name=DALAM + "isi")

    @property
    def ambang(self) -> float:
        """The confidence below which findings are "perlu telaah"."""
        return MIN_KEYAKINAN if self.min_keyakinan is None else self.min_keyakinan

    @property
    def gagal(self) -> Keparahan | Literal["tidak"]:
        """The lowest severity that fails a check."""
        return self.fail_on or FAIL_ON


def load(path: Path, nama: str = "", jejak: tuple[Path, ...] = ()) -> Config:
    """Reads a doccheck.toml and the files it inherits from; raises ConfigError with the file's name, the line and the key.

    nama: what entries call the file (default: its name) · jejak: the files that inherit from it."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from .galat import galat_toml

        raise _di_baris(path, *galat_toml(text, error)) from error
    config = _baca(path, text, data)
    entries = []
    for number, entry in enumerate(config.abaikan):
        line = letak(text, ("abaikan", number))
        if problem := entry.salah():
            raise _di_baris(path, line, f"[[abaikan]]: {problem}")
        entries.append(replace(entry, asal=f"{nama or path.name}:{line}"))
    config = replace(config, abaikan=tuple(entries), aturan=replace(config.aturan, asal=str(path)), asal=str(path), isi=data)
    return _mewarisi(config, path, (*jejak, path.resolve())) if config.warisi else config


def _baca(path: Path, text: str, data: dict[str, Any]) -> Config:
    try:
        return msgspec.convert(data, Config)
    except msgspec.ValidationError as error:
        from .galat import galat_isi

        raise _di_baris(path, *galat_isi(text, data, error, Config)) from error


_SENDIRI = frozenset(("warisi", "profil", "min_keyakinan", "fail_on", "tampilkan", "aturan", "abaikan"))
"""What each file keeps for itself: the rules and limits are worked in by doccheck.config.profil, exceptions know their file."""


def _mewarisi(config: Config, path: Path, jejak: tuple[Path, ...]) -> Config:
    """The configuration with the files it inherits from: tables are joined key by key, lists of tables one after the other."""
    bases = []
    for number, name in enumerate(config.warisi):
        source = path.parent / name
        if source.resolve() in jejak:
            raise di_berkas(config.asal, _("warisi: {nama} mewarisi berkas ini").format(nama=name), ("warisi", number))
        if not source.is_file():
            raise di_berkas(config.asal, _("warisi: tidak ada berkas {nama}").format(nama=name), ("warisi", number))
        bases.append(load(source, name, jejak))
    data: dict[str, Any] = {}
    for one in (*bases, config):
        data = _gabung(data, {key: value for key, value in one.isi.items() if key not in _SENDIRI})
    return replace(
        msgspec.convert(data, Config),
        profil=config.profil,
        min_keyakinan=config.min_keyakinan,
        fail_on=config.fail_on,
        tampilkan=config.tampilkan,
        aturan=config.aturan,
        abaikan=tuple(entry for one in (*bases, config) for entry in one.abaikan),
        asal=config.asal,
        isi=data,
        warisan=tuple(bases),
    )


def _gabung(bawah: dict[str, Any], atas: dict[str, Any]) -> dict[str, Any]:
    """Two tables as one; what the upper says holds, and lists of tables (texts that say the same) add up."""
    made = dict(bawah)
    for key, value in atas.items():
        below = made.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            made[key] = _gabung(below, value)
        elif key in ("sama", "beda") and isinstance(below, list):
            made[key] = [*below, *value]
        else:
            made[key] = value
    return made


def _di_baris(asal: Path | str, line: int | None, pesan: str) -> ConfigError:
    return ConfigError(f"{asal}{f':{line}' if line else ''}: {pesan}")


def di_berkas(asal: str, pesan: str, kunci: Jalur) -> ConfigError:
    """The error of a key of the configuration file `asal`, with its line; without a place where no file says it (a profile, an option)."""
    if not asal:
        return ConfigError(pesan)
    try:
        line = letak(Path(asal).read_text(encoding="utf-8-sig"), kunci)
    except (OSError, UnicodeDecodeError):
        line = None
    return _di_baris(asal, line, pesan)
