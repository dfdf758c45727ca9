"""Options and arguments that several commands share, and the configuration that results from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click
from msgspec.structs import replace

from .. import config as konfigurasi
from ..bahasa import _
from ..config import BATAS_DETIK, BATAS_MEMORI, AturanConfig, Config, Tampilan
from ..model import SEVERITIES, Report

if TYPE_CHECKING:
    from ..match.putusan import Entri
    from ..proses.batas import Batas
    from ..simpanan.cache import Cache


def paths() -> click.Argument:
    kind = click.Path(path_type=Path, exists=True)
    return click.Argument(["paths"], metavar="PATH...", nargs=-1, required=True, type=kind)


def bentuk(*choices: str) -> click.Option:
    return click.Option(
        ["--format", "bentuk"], type=click.Choice(choices), default=choices[0], show_default=True, help=_("Bentuk keluaran.")
    )


def configuration() -> click.Option:
    return click.Option(
        ["--config", "config_path"], type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("Berkas konfigurasi (baku: doccheck.toml di folder yang diperiksa atau induknya)."),
    )


def reading() -> list[click.Parameter]:
    """How documents are read: configuration and processes."""
    return [
        configuration(),
        click.Option(["--jobs", "-j"], type=click.IntRange(1), help=_("Jumlah proses pembaca (baku: jumlah prosesor).")),
        *limits(),
        *kept(),
    ]


def profil() -> click.Option:
    from ..config.profil import profil_files

    return click.Option(
        ["--profil"], multiple=True, metavar=_("NAMA"),
        help=_(
            "Profil aturan: {daftar}. Dapat diulang atau dipisah koma; yang kemudian mengalahkan yang terdahulu, doccheck.toml mengalahkan "
            "semuanya."
        ).format(daftar=", ".join(profil_files())),
    )  # fmt: skip


def limits() -> list[click.Parameter]:
    """What one document may cost."""
    return [
        click.Option(
            ["--batas-waktu"], type=click.FloatRange(0), default=BATAS_DETIK, show_default=True, metavar=_("DETIK"),
            help=_("Batas waktu membaca satu dokumen (dengan OCR: tiap halaman pindaian); 0: tanpa batas."),
        ),
        click.Option(
            ["--batas-memori"], type=click.IntRange(0), default=BATAS_MEMORI, show_default=True, metavar="MB",
            help=_("Batas memori membaca satu dokumen; 0: tanpa batas."),
        ),
    ]


def kept() -> list[click.Parameter]:
    """What is read, and what need not be read again."""
    return [
        click.Option(["--tanpa-ocr"], is_flag=True, help=_("Jangan baca hasil pindai dan gambar tabel.")),
        click.Option(["--tanpa-cache"], is_flag=True, help=_("Baca semua dokumen dari awal dan jangan simpan hasilnya.")),
    ]


class Cara(TypedDict):
    """How documents are read, as workspace.check and read_documents want it."""

    jobs: int | None
    batas: Batas
    cache: Cache | None
    ocr: bool


def cara(jobs: int | None, batas_waktu: float, batas_memori: int, tanpa_ocr: bool, tanpa_cache: bool) -> Cara:
    """From the values of the options that `reading` makes. Everything that 0 turns off has no limit."""
    from ..proses.batas import Batas
    from ..simpanan.cache import Cache

    batas = Batas(batas_waktu or None, batas_memori or None)
    return Cara(jobs=jobs, batas=batas, cache=None if tanpa_cache else Cache(), ocr=not tanpa_ocr)


def display() -> list[click.Parameter]:
    """How the terminal is used."""
    return [
        click.Option(["--tanpa-warna"], is_flag=True, help=_("Keluaran tanpa warna (juga dengan NO_COLOR).")),
        click.Option(["--quiet", "-q"], is_flag=True, help=_("Hanya satu baris ringkasan, tanpa kemajuan.")),
    ]


def people() -> list[click.Parameter]:
    """What people decided, how their office writes, and whether they want to see changes at once."""
    return [
        click.Option(
            ["--keputusan", "keputusan_path"], type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help=_("Kertas kerja (XLSX) berisi keputusan atas temuan, hasil --format kke."),
        ),
        click.Option(
            ["--templat"], type=click.Path(path_type=Path, exists=True),
            help=_("Templat Word sendiri untuk lhe atau reviu, atau folder berisi templat (lihat doccheck templates export)."),
        ),
        click.Option(["--watch"], is_flag=True, help=_("Periksa lagi setiap kali dokumen berubah, sampai Ctrl-C.")),
    ]


def deciding(path: Path | None, bentuk: str, output: Path | None) -> Callable[[Report], Report]:
    """What is done with a report for --keputusan. Raises ConfigError for decisions that cannot be used, and UsageError where the new
    working paper would destroy decisions of people."""
    from ..triase import keputusan

    if bentuk == "kke" and output and keputusan.memuat_keputusan(output):
        raise click.UsageError(_("{path} memuat keputusan; tulis ke berkas lain, dengan --keputusan {path}").format(path=output))
    if path is None:
        return lambda report: report
    made = keputusan.baca(path)
    return lambda report: keputusan.terapkan(report, made)


def history() -> list[click.Parameter]:
    """Which of the findings are shown and counted."""
    return [
        click.Option(
            ["--baseline", "baseline_path"], type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help=_("Bandingkan dengan baseline ini (baku: .doccheck/baseline.json di folder yang diperiksa atau induknya)."),
        ),
        click.Option(["--only-new"], is_flag=True, help=_("Hanya temuan yang belum ada dalam baseline.")),
        click.Option(["--since"], metavar="REV", help=_("Hanya temuan pada dokumen yang berubah di git sejak revisi ini.")),
    ]


def narrowing(
    paths: tuple[Path, ...], config: Config, baseline_path: Path | None, only_new: bool, since: str | None
) -> Callable[[Report], Report]:
    """What is done with the report of a check for the options of `history`. Baseline and revision are looked up at once, so that
    a wrong one is said before documents are read. Raises ConfigError, and UsageError where --only-new finds no baseline."""
    from datetime import date

    from ..triase import baseline, sejak

    path = baseline_path or baseline.cari(paths)
    known = baseline.muat(path) if path else None
    if only_new and known is None:
        raise click.UsageError(_("--only-new memerlukan baseline; buat dengan: doccheck baseline"))
    changed = sejak.berubah(paths, since) if since is not None else None

    def narrow(report: Report) -> Report:
        if path and known:
            report = baseline.banding(report, known, path.name, date.today(), rules_run(config))
        if only_new:
            report = baseline.hanya_baru(report)
        return report if changed is None else sejak.hanya_berubah(report, changed)

    return narrow


def rules_run(config: Config) -> frozenset[str]:
    """Ids of the rules that the configuration leaves."""
    from ..checks.pilihan import pilih
    from ..checks.rules import load_rules

    return frozenset(rule.id for rule in pilih(load_rules(), config.aturan))


def load_config(config_path: Path | None, paths: tuple[Path, ...], profil: Iterable[str] = ()) -> Config:
    """The named configuration, else the one found with the documents, else the defaults, with its profiles and those named here, which
    come after them. Raises ConfigError."""
    from .. import aturan
    from ..config.profil import terapkan
    from ..workspace import find_config, root_of

    aturan.sertakan(aturan.cari_sendiri(root_of(paths)))
    found = config_path or find_config(paths)
    config = konfigurasi.load(found) if found else Config()
    return terapkan(config, [name.strip() for value in profil for name in value.split(",") if name.strip()])


def decisions(config_path: Path | None) -> tuple[Entri, ...]:
    """What the configuration and the tables of the current folder decide over doccheck's judgement. Raises ConfigError."""
    from ..triase.putusan import baca

    here = config_path.parent if config_path else Path.cwd()
    return baca(load_config(config_path, (here,)), here)


def override(
    config: Config,
    hanya: Iterable[str],
    nonaktif: Iterable[str],
    fail_on: str | None = None,
    min_keyakinan: float | None = None,
    tampilkan: Tampilan | None = None,
) -> Config:
    """The configuration with what the command line says above it. Rules named there are checked: BadParameter with near names."""
    only, off = rule_names("--hanya", hanya), rule_names("--nonaktif", nonaktif)
    aturan = config.aturan
    if only or off:
        aturan = AturanConfig(hanya=only or None, nonaktif=off, bawah=aturan.lapisan)
    level = next((severity for severity in SEVERITIES if severity == fail_on), None)
    return replace(
        config,
        aturan=aturan,
        fail_on="tidak" if fail_on == "tidak" else level or config.fail_on,
        min_keyakinan=config.min_keyakinan if min_keyakinan is None else min_keyakinan,
        tampilkan=tampilkan or config.tampilkan,
    )


def rule_names(option: str, given: Iterable[str]) -> tuple[str, ...]:
    """Ids or families from repeated or comma-separated values, in capitals."""
    from ..aturan import rule_files

    names = tuple(name.strip().upper() for value in given for name in value.split(",") if name.strip())
    if not names:
        return ()
    ids = rule_files()
    known = {*ids, *(id.split("-")[0] for id in ids)}
    for name in names:
        if name not in known:
            raise click.BadParameter(unknown_rule(name, known), param_hint=option)
    return names


def unknown_rule(name: str, known: Iterable[str]) -> str:
    """The message for a rule that does not exist, with the ids that look like it."""
    pesan = _("tidak ada aturan {nama}.").format(nama=name)
    ratio = {other: SequenceMatcher(None, name, other).ratio() for other in known}
    near = sorted((other for other in known if ratio[other] >= 0.5), key=lambda other: (-ratio[other], other))[:3]
    if near:
        pesan += " " + _("Mungkin: {nama}?").format(nama=", ".join(near))
    return pesan + " " + _("Semua aturan: doccheck rules")
