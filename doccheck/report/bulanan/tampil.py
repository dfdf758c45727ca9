"""The monthly sheets in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...bahasa import _, get_lang, tandai
from ...tanggal import bulan as nama
from ..labels import KEPARAHAN
from .isi import JUDUL, Bagian, LembarBulan, LembarPerangkat

Tren = Mapping[tuple[str | None, str], Mapping[str, float | None]]
"""(pemda, agency) -> scores of the months before, the oldest first."""


def nama_bulan(bulan: str) -> str:
    """ "2026-05" as "Mei 2026"."""
    return f"{nama(int(bulan[5:]))} {bulan[:4]}"


def temuan(one: LembarPerangkat) -> str:
    """Open findings in words: "4 kritis, 1 perlu telaah"."""
    words: dict[str, str] = {"telaah": tandai("perlu telaah"), **{str(key): text for key, text in KEPARAHAN.items()}}
    return ", ".join(f"{count} {_(words[key]).lower()}" for key, count in one.temuan.items())


def angka(value: float | None) -> str:
    """At most one decimal, with the sign of the reader's language; a dash for none."""
    if value is None:
        return "–"
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if get_lang() == "id" else text


def pecahan(part: Bagian) -> str:
    """ "7,4 dari 9", empty where the part cannot be assessed."""
    if part.pembilang is None or part.penyebut is None:
        return ""
    return _("{a} dari {b}").format(a=angka(part.pembilang), b=angka(part.penyebut))


def selisih(now: float | None, before: Mapping[str, float | None]) -> str:
    """The change against the last month that was kept: "+2,5", empty where there is none."""
    past = [value for value in before.values() if value is not None]
    if now is None or not past:
        return ""
    change = round(now - past[-1], 1)
    return f"{'+' if change >= 0 else '−'}{angka(abs(change))}"


def tampilkan(console: Console, lembar: Sequence[LembarBulan], tren: Tren) -> None:
    """A table a pemda with the parts of each agency, then what is lacking, agency by agency."""
    for sheet in lembar:
        title = " · ".join(part for part in (sheet.pemda or _("Pemda tidak diketahui"), nama_bulan(sheet.bulan)) if part)
        console.print(Text(title, style="bold"))
        console.print(Text(sheet.nama + (f" · {_('disimpan {hari}').format(hari=sheet.dibuat)}" if sheet.dibuat else ""), style="yellow"))
        for note in sheet.catatan:
            console.print(Text(note, style="yellow"))
        if sheet.perangkat:
            console.print(_ringkas(sheet, tren))
        for agency in sheet.perangkat:
            console.print(Text(agency.pd, style="bold"))
            console.print(_rinci(agency))


def _ringkas(sheet: LembarBulan, tren: Tren) -> Table:
    table = Table(header_style="bold", box=SIMPLE_HEAD)
    for head in (_("Perangkat daerah"), _("Skor internal"), _("Perubahan"), _("Dinilai dari bobot"), _("Temuan terbuka")):
        table.add_column(head, overflow="fold")
    for one in sheet.perangkat:
        found = temuan(one)
        change = selisih(one.skor, tren.get((sheet.pemda, one.pd), {}))
        table.add_row(one.pd, angka(one.skor), change, f"{angka(one.dinilai)}%", found)
    return table


def _rinci(agency: LembarPerangkat) -> Table:
    table = Table(header_style="bold", box=SIMPLE_HEAD)
    for head in (_("Bagian"), _("Nilai"), _("Hitungan"), _("Bobot"), _("Keterangan")):
        table.add_column(head, overflow="fold")
    for part in agency.bagian:
        words = part.alasan or "\n".join([part.arti, *(f"- {text}" for text in part.rincian[:3])])
        if len(part.rincian) > 3:
            words += "\n" + _("- dan {n} lainnya").format(n=len(part.rincian) - 3)
        used = f"{angka(part.bobot)} → {angka(part.bobot_dipakai)}%" if part.nilai is not None else f"{angka(part.bobot)} → –"
        value = Text(angka(part.nilai)) if part.nilai is not None else Text(_("tidak dinilai"), style="yellow")
        table.add_row(_(JUDUL[part.nama]), value, pecahan(part), used, words)
    return table
