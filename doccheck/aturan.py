"""A rule as its file says it: rules/<family>/<ID>.yaml, decoded strictly. Whatever is wrong is said with the file's name.

Apart from the engine (doccheck.checks), because people also read rules: `doccheck explain`, `doccheck rules` and the docs.
"""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from .bahasa import _
from .config import ConfigError
from .model import Jenis, Keparahan
from .resources import resource

FAMILIES = ("dok", "sel", "tgt", "ind", "lvl", "cas", "crs", "pk", "ang", "nom", "lkj", "mon", "tlr", "dat", "ext")
"""Folders of rules/ that hold rules, in the order of the catalogue."""


SENDIRI = "doccheck-aturan"
"""The folder beside the documents with rules of a project's own."""
_sendiri: ContextVar[Path | None] = ContextVar("aturan_sendiri", default=None)


class RuleError(ConfigError):
    """A rule file that cannot be used; the message names the file, the line and the field."""


class Dasar(Struct, frozen=True, forbid_unknown_fields=True):
    """A legal basis. `status`: "belum" until someone has read the article itself; findings then say so."""

    teks: str
    status: Literal["terverifikasi", "belum"]
    kriteria_lke: str | None = None


class Penjelasan(Struct, frozen=True, forbid_unknown_fields=True):
    """What the rule does, why it matters, when it is wrong (known false positives) and how to mend the document."""

    apa: str
    mengapa: str
    keliru: str
    perbaikan: str


class Teks(Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of a rule in one language; all but `nama`, `penjelasan` and `manusia` (why only a person can judge) are templates."""

    nama: str
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    penjelasan: Penjelasan
    manusia: str | None = None


class ContohSalah(Struct, frozen=True, forbid_unknown_fields=True):
    """Documents (in the notation of checks/examples/notasi.py) with exactly `jumlah` findings, whose text holds all of `memuat`.

    `kasus`: the false positive of `alarm_palsu` that is shown to be told mildly (for a person, or of a lower severity)."""

    nama: str
    dokumen: list[dict[str, Any]]
    memuat: list[str] = field(default_factory=list)
    jumlah: int = 1
    keparahan: Keparahan | None = None
    telaah: bool = False
    kasus: str | None = None
    catatan: list[dict[str, Any]] = field(default_factory=list)


class ContohBenar(Struct, frozen=True, forbid_unknown_fields=True):
    """Documents without a finding; `tidak_dinilai`: the rule says that it cannot be applied to them; `kasus`: the false positive of
    `alarm_palsu` that is shown to be left alone."""

    nama: str
    dokumen: list[dict[str, Any]]
    tidak_dinilai: bool = False
    kasus: str | None = None
    catatan: list[dict[str, Any]] = field(default_factory=list)


class AlarmPalsu(Struct, frozen=True, forbid_unknown_fields=True):
    """A way in which the rule is known to go wrong. An example names its `kasus`, unless examples cannot show it: then `uji` is the test
    that does ("tests/...py::test_name"), or `orang` says why only a person can tell."""

    kasus: str
    uji: str | None = None
    orang: str | None = None


class Contoh(Struct, frozen=True, forbid_unknown_fields=True):
    salah: list[ContohSalah]
    benar: list[ContohBenar]


Awal = Literal["ya", "pelengkap", "tidak"]
"""What a rule does where nobody asks for it: its findings are shown; it runs, but its findings stand apart as supplementary (neatness,
hints, matters of taste); it does not run."""


class _RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    nama: str
    keparahan: Keparahan
    lingkup: Literal["lokal", "lintas"]
    dokumen: list[Jenis]
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    penjelasan: Penjelasan
    en: _En | None = None
    contoh: Contoh | None = None
    periksa: str | None = None
    dengan: dict[str, Any] = field(default_factory=dict)
    ekspresi: str | None = None
    manusia: str | None = None
    awal: Awal = "ya"
    kelompok: int | None = None
    dasar: list[Dasar] = field(default_factory=list)
    masalah: list[int] = field(default_factory=list)
    alarm_palsu: list[AlarmPalsu] = field(default_factory=list)


class _En(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    penjelasan: Penjelasan
    manusia: str | None = None


class Rule(Struct, frozen=True, kw_only=True):
    """One rule. `teks` has its texts per language; `masalah` the recurring LHE problems (1..7) that it serves.

    periksa: None where only a person can judge, for the reason that `Teks.manusia` gives: such a rule yields no findings and is listed as a
    checkpoint · awal: what becomes of it unless somebody asks for it · kelompok: more findings than this in one document
    are told as one · alarm_palsu: its known false positives, each shown by an example, by a test, or left to a person.
    """

    id: str
    keparahan: Keparahan
    lingkup: Literal["lokal", "lintas"]
    dokumen: tuple[Jenis, ...]
    periksa: str | None
    dengan: dict[str, Any]
    dasar: tuple[Dasar, ...]
    masalah: tuple[int, ...]
    teks: dict[str, Teks]
    contoh: Contoh
    awal: Awal = "ya"
    kelompok: int | None = None
    alarm_palsu: tuple[AlarmPalsu, ...] = ()

    @property
    def keluarga(self) -> str:
        return self.id.split("-")[0]

    @property
    def nama(self) -> str:
        return self.teks["id"].nama

    @property
    def name(self) -> str:
        return self.teks["en"].nama


def cari_sendiri(folder: Path) -> Path | None:
    """The folder of own rules in the folder or the nearest of its parents, as doccheck.toml is looked for."""
    return next((at / SENDIRI for at in (folder, *folder.parents) if (at / SENDIRI).is_dir()), None)


def sertakan(folder: Path | None) -> None:
    """Own rules that hold from now on, in place of those before; None for none."""
    _sendiri.set(folder)


def rule_files(folder: Path | None = None) -> dict[str, Path]:
    """The files of all rules below `folder` (the shipped ones and those included by default), by id, in the order of the catalogue; own
    rules last. Raises RuleError for an own rule that has the id of a shipped one."""
    base = folder or resource("rules")
    files = {path.stem: path for family in FAMILIES for path in sorted((base / family).glob("*.yaml"))}
    own = _sendiri.get()
    for path in sorted(own.rglob("*.yaml")) if own and folder is None else ():
        if path.stem in files:
            raise RuleError(f"{path}: " + _("aturan {nama} sudah ada.").format(nama=path.stem))
        files[path.stem] = path
    return files


def read_rule(path: Path) -> Rule:
    """One rule file. Raises RuleError where it does not decode, its name is not its id, or examples or basis are missing;
    whether its check function and its templates work, doccheck.checks.rules knows."""
    file = _baca(path)
    for problem in _problems(file, path):
        raise RuleError(f"{path}: {problem}")
    return _aturan(file)


def _baca(path: Path) -> _RuleFile:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: {error}") from error
    import yaml  # not needed where the rules come decoded from an earlier run

    try:
        return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), _RuleFile)
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or error
        raise RuleError(f"{path}{f':{mark.line + 1}' if mark else ''}: {_('bukan YAML yang sah')} ({problem})") from error
    except msgspec.ValidationError as error:
        from .config.galat import galat_yaml

        line, words = galat_yaml(text, error, _RuleFile)
        raise RuleError(f"{path}{f':{line}' if line else ''}: {words}") from error


def _aturan(file: _RuleFile) -> Rule:
    en = file.en or _En(file.nama, file.kondisi, file.kriteria, file.akibat, file.rekomendasi, file.penjelasan, file.manusia)
    return Rule(
        id=file.id,
        keparahan=file.keparahan,
        lingkup=file.lingkup,
        dokumen=tuple(file.dokumen),
        periksa=file.periksa or ("ekspresi" if file.ekspresi else None),
        dengan={**file.dengan, "ekspresi": file.ekspresi} if file.ekspresi else file.dengan,
        dasar=tuple(file.dasar),
        masalah=tuple(file.masalah),
        teks={
            "id": Teks(file.nama, file.kondisi, file.kriteria, file.akibat, file.rekomendasi, file.penjelasan, file.manusia),
            "en": Teks(en.name, en.kondisi, en.kriteria, en.akibat, en.rekomendasi, en.penjelasan, en.manusia),
        },
        contoh=file.contoh or Contoh([], []),
        awal=file.awal,
        kelompok=file.kelompok,
        alarm_palsu=tuple(file.alarm_palsu),
    )


def _problems(file: _RuleFile, path: Path) -> list[str]:
    problems = []
    if file.id != path.stem:
        problems.append(_("id {id} bukan nama berkasnya").format(id=file.id))
    family, folder = file.id.split("-")[0].lower(), path.parent.name
    if family not in FAMILIES or (folder in FAMILIES and folder != family):
        wanted = folder if folder in FAMILIES else ", ".join(FAMILIES)
        problems.append(_("{id} bukan dari keluarga {keluarga}").format(id=file.id, keluarga=wanted))
    if sum(one is not None for one in (file.periksa, file.ekspresi, file.manusia)) != 1:
        problems.append(_("isi tepat satu dari periksa, ekspresi, dan manusia"))
    if path.is_relative_to(resource("rules")) and file.en is None:
        problems.append(_("en tidak ada"))
    if file.en and (file.manusia is None) != (file.en.manusia is None):
        problems.append(_("manusia harus ada dalam kedua bahasa"))
    if not file.dasar and file.id[:3] != "EXT":
        problems.append(_("dasar tidak ada"))
    if any(nomor not in range(1, 8) for nomor in file.masalah):
        problems.append(_("masalah berisi nomor 1 sampai 7"))
    shown = file.contoh or Contoh([], [])
    if file.manusia is None and (len(shown.salah) < 2 or len(shown.benar) < 2):
        problems.append(_("contoh memerlukan sedikitnya dua yang salah dan dua yang benar"))
    return problems + _alarm_palsu(file, shown)


def _alarm_palsu(file: _RuleFile, shown: Contoh) -> list[str]:
    """Every known false positive is shown by an example, or says what shows it instead; no example names another."""
    known = {one.kasus: one for one in file.alarm_palsu}
    examples: list[ContohSalah | ContohBenar] = [*shown.salah, *shown.benar]
    named = {one.kasus for one in examples if one.kasus is not None}
    missing = [kasus for kasus, one in known.items() if not (one.uji or one.orang) and kasus not in named]
    problems = [_("tidak ada contoh untuk kasus {kasus}").format(kasus=repr(kasus)) for kasus in missing]
    problems += [_("alarm_palsu tidak memuat kasus {kasus}").format(kasus=repr(kasus)) for kasus in sorted(named - set(known))]
    problems += [
        _("contoh {nama} menunjukkan alarm palsu, tetapi temuannya bukan telaah dan tidak lebih ringan").format(nama=repr(one.nama))
        for one in shown.salah
        if one.kasus is not None and not one.telaah and one.keparahan in (None, file.keparahan)
    ]
    return problems
