"""`doccheck compare A B`: whether two texts say the same, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..alasan import terjemah
from ..bahasa import _
from . import opsi
from .keluaran import cetak

if TYPE_CHECKING:
    from ..match.frasa import Kind



def command() -> click.Command:
    kinds = click.Choice(["indikator", "sasaran", "program"])
    return click.Command(
        "compare",
        callback=_run,
        short_help=_("Bandingkan dua rumusan dan tampilkan alasannya."),
        help=_("Bandingkan dua rumusan: sama, dirumuskan lain, atau berbeda, dengan alasan yang dapat diperiksa. "
               "Putusan dalam doccheck.toml dan doccheck-pasangan.csv di folder ini ikut berlaku."),
        params=[
            click.Argument(["a"], metavar="A"),
            click.Argument(["b"], metavar="B"),
            click.Option(["--jenis"], type=kinds, default="indikator", show_default=True, help=_("Apa yang dibandingkan.")),
            opsi.bentuk("teks", "json"),
            opsi.configuration(),
        ],
    )


def _run(a: str, b: str, jenis: Kind, bentuk: str, config_path: Path | None) -> None:
    from ..match import compare, parse_phrase
    from ..match.putusan import memutus
    from ..report.matriks_label import VERDICT

    with memutus(opsi.decisions(config_path)):
        hasil = compare(a, b, jenis)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_tanya import compare_json

        cetak(dumps(compare_json(a, b, jenis, hasil)))
        return
    click.echo(f"{_('Putusan')}: {_(VERDICT[hasil.verdict])} ({_('skor')} {hasil.score:.2f})")
    click.echo(f"{_('Alasan')}: {terjemah(hasil.reason)}")
    for name, text in (("A", a), ("B", b)):
        frasa = parse_phrase(text, jenis)[0]
        ukuran = " ".join(frasa.sebutan).strip() or frasa.arah
        words = ", ".join(frasa.kata.get(root, root) for root in frasa.inti)
        click.echo(f"{name}: " + (f"[{ukuran}] " if ukuran else "") + words)
