"""`doccheck rules`: all rules in a table, and the scaffold of a new one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from msgspec import Struct

from ..aturan import SENDIRI
from ..bahasa import _, get_lang, tandai
from ..model import Jenis, Keparahan
from . import opsi
from .keluaran import cetak, terminal, tulis

if TYPE_CHECKING:
    from ..aturan import Awal, Rule

Penilaian = Literal["otomatis", "pelengkap", "profil", "manusia"]
PENILAIAN: dict[Penilaian, str] = {
    "otomatis": tandai("otomatis"),
    "pelengkap": tandai("otomatis, pelengkap"),
    "profil": tandai("dalam profil"),
    "manusia": tandai("oleh manusia"),
}
_PENILAIAN: dict[Awal, Penilaian] = {"ya": "otomatis", "pelengkap": "pelengkap", "tidak": "profil"}


class AturanJson(Struct, frozen=True):
    """One row of `doccheck rules --format json`. penilaian: "pelengkap" where its findings stand apart, "profil" where it only runs, when a
    profile or the configuration asks for it, "manusia" where only a person can judge."""

    id: str
    nama: str
    keparahan: Keparahan
    lingkup: str
    dokumen: tuple[Jenis, ...]
    masalah: tuple[int, ...]
    penilaian: Penilaian = "otomatis"


def command() -> click.Command:
    """`doccheck rules` (or `rules list`) shows the table; `new` and `test` are for those who write rules."""
    return click.Group(
        "rules",
        callback=_run,
        invoke_without_command=True,
        short_help=_("Tampilkan semua aturan; buat dan uji aturan sendiri."),
        help=_(
            "Tampilkan semua aturan, juga aturan sendiri dalam folder {nama} di folder ini atau induknya. Cara menulis aturan: "
            "docs/aturan-baru.md."
        ).format(nama=SENDIRI),
        params=_tampilan(),
        commands=[
            click.Command("list", callback=_tabel, help=_("Tampilkan semua aturan."), params=_tampilan()),
            click.Command(
                "new",
                callback=_baru,
                short_help=_("Buat kerangka aturan baru."),
                help=_(
                    "Buat kerangka aturan baru beserta contohnya, misalnya ID IND-90: keluarga dan dua angka (90 ke atas untuk aturan "
                    "sendiri). Aturan dalam folder {nama} di folder dokumen ikut dijalankan oleh doccheck check."
                ).format(nama=SENDIRI),
                params=[
                    click.Argument(["id"], metavar="ID"),
                    click.Option(
                        ["--folder"], type=click.Path(path_type=Path, file_okay=False), default=None,
                        help=_("Folder aturan (baku: {nama} di folder ini atau induknya).").format(nama=SENDIRI),
                    ),
                ],
            ),
            click.Command(
                "test",
                callback=_uji,
                short_help=_("Uji aturan dengan contohnya."),
                help=_(
                    "Jalankan contoh aturan: yang salah harus ditemukan, yang benar tidak. ATURAN: ID atau berkas YAML; tanpa ATURAN, "
                    "semua aturan sendiri. Kode keluar 1 bila ada contoh yang tidak sesuai, 2 bila berkasnya salah."
                ),
                params=[click.Argument(["aturan"], metavar=f"[{_('ATURAN')}]...", nargs=-1)],
            ),
        ],
    )  # fmt: skip


def _tampilan() -> list[click.Parameter]:
    return [opsi.bentuk("table", "json"), *opsi.display()[:1]]


def _baru(id: str, folder: Path | None) -> None:
    from ..aturan import FAMILIES, cari_sendiri, rule_files, sertakan
    from ..resources import resource

    name = id.strip().upper()
    if not re.fullmatch(r"[A-Z]{2,3}-\d{2}", name) or name.split("-")[0].lower() not in FAMILIES:
        families = ", ".join(family.upper() for family in FAMILIES)
        message = _("ID berupa keluarga dan dua angka, misalnya IND-90; keluarga: {daftar}").format(daftar=families)
        raise click.BadParameter(message, param_hint="ID")
    own = folder or cari_sendiri(Path.cwd()) or Path(SENDIRI)
    sertakan(own if own.is_dir() else None)
    path = own / f"{name}.yaml"
    if path.exists() or name in rule_files():
        raise click.BadParameter(_("aturan {nama} sudah ada.").format(nama=name), param_hint="ID")
    text = resource("templates", "aturan-baru.yaml").read_text(encoding="utf-8").replace("IND-90", name)
    tulis(path, text)
    click.echo(path)
    click.echo(_("Sunting berkas itu, lalu uji dengan: doccheck rules test {nama}").format(nama=name), err=True)


def _uji(aturan: tuple[str, ...]) -> None:
    from ..checks import load_rule
    from ..checks.examples.uji import uji

    wrong = False
    for path in _berkas(aturan):
        rule = load_rule(path)
        click.echo(f"{rule.id}  {rule.teks[get_lang()].nama}")
        if rule.periksa is None:
            click.echo("  " + _("dinilai oleh manusia; tidak ada yang diuji"))
        for one in uji(rule):
            wrong = wrong or bool(one.masalah)
            kind = _("salah") if one.salah else _("benar")
            click.echo(f"  {_('SALAH') if one.masalah else _('sesuai')}  {kind}: {one.nama}")
            for problem in one.masalah:
                click.echo(f"         {problem}")
            for finding in one.temuan if one.masalah else ():
                click.echo(f"         {finding.kondisi}")
    click.get_current_context().exit(1 if wrong else 0)


def _berkas(names: tuple[str, ...]) -> list[Path]:
    """The files of rules named by id or path; all own rules where none is named."""
    from ..aturan import cari_sendiri, rule_files, sertakan

    own = cari_sendiri(Path.cwd())
    if not names:
        if own is None:
            message = _("tidak ada folder {nama} di sini; sebut aturannya, atau mulai dengan: doccheck rules new")
            raise click.UsageError(message.format(nama=SENDIRI))
        return sorted(own.rglob("*.yaml"))
    sertakan(own)
    found = []
    for name in names:
        if name.lower().endswith((".yaml", ".yml")):
            if not Path(name).is_file():
                raise click.BadParameter(_("Berkas atau folder tidak ada: {nama}").format(nama=name), param_hint=_("ATURAN"))
            found.append(Path(name))
        elif (id := name.strip().upper()) in (files := rule_files()):
            found.append(files[id])
        else:
            raise click.BadParameter(opsi.unknown_rule(id, files), param_hint=_("ATURAN"))
    return found


def _penilaian(rule: Rule) -> Penilaian:
    if rule.periksa is None:
        return "manusia"
    return _PENILAIAN[rule.awal]


def _run(bentuk: str, tanpa_warna: bool) -> None:
    if not click.get_current_context().invoked_subcommand:
        _tabel(bentuk, tanpa_warna)


def _tabel(bentuk: str, tanpa_warna: bool) -> None:
    from ..aturan import cari_sendiri, read_rule, rule_files, sertakan

    sertakan(cari_sendiri(Path.cwd()))
    lang = get_lang()
    rules = map(read_rule, rule_files().values())
    rows = [AturanJson(r.id, r.teks[lang].nama, r.keparahan, r.lingkup, r.dokumen, r.masalah, _penilaian(r)) for r in rules]
    if bentuk == "json":
        from ..report.json import dumps

        cetak(dumps(rows))
        return
    from rich.table import Table
    from rich.text import Text

    from ..report.console import GAYA
    from ..report.labels import KEPARAHAN

    table = Table(header_style="bold")
    for header in (_("Aturan"), _("Nama"), _("Keparahan"), _("Lingkup"), _("Dokumen"), _("Penilaian")):
        table.add_column(header, no_wrap=header == _("Aturan"))
    for row in rows:
        severity = Text(_(KEPARAHAN[row.keparahan]), style=GAYA[row.keparahan])
        table.add_row(row.id, Text(row.nama), severity, row.lingkup, ", ".join(row.dokumen), _(PENILAIAN[row.penilaian]))
    terminal(warna=not tanpa_warna).print(table)
