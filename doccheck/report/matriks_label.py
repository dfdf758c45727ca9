"""The words, colours and marks of the states in the matrix; colour never stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..bahasa import tandai
from ..match.keadaan import Atas, Bawah, Keadaan, Kedalaman
from .matriks import KeadaanBaris, KeadaanSel

SEL: dict[KeadaanSel, tuple[str, str, str]] = {
    "sama": ("✓", tandai("sama"), "#d9f0e1"),
    "rumusan": ("≈", tandai("dirumuskan lain"), "#e3effa"),
    "nilai": ("≠", tandai("nilai beda"), "#fbd9d5"),
    "ambigu": ("?", tandai("induk ambigu"), "#fdeec8"),
    "luar": ("!", tandai("di luar kewenangan"), "#fbdcc0"),
    "varian": ("~", tandai("rumusan tabel lain"), "#eceff2"),
    "usang": ("×", tandai("dokumen usang"), "#e4dfe9"),
}
"""State of a cell: mark, words, background."""

STATUS: dict[str, str] = {
    "tertaut": tandai("tertaut"),
    "ambigu": SEL["ambigu"][1],
    "varian": SEL["varian"][1],
    "luar_kewenangan": SEL["luar"][1],
    "usang": SEL["usang"][1],
}
"""Status of a link in words."""

HUBUNGAN = {"turunan": tandai("turunan"), "sama": tandai("hal yang sama")}
"""What a link says of its two ends, in words."""
VERDICT = {"same": tandai("sama"), "reworded": tandai("sama, dirumuskan lain"), "different": tandai("berbeda")}
"""Verdict of a comparison in words."""

BARIS: dict[KeadaanBaris, tuple[str, str, str]] = {
    "terendah": ("✓", tandai("sampai tingkat terendah (dokumen tahunan)"), "#d9f0e1"),
    "tertaut": ("✓", tandai("tertaut"), "#d9f0e1"),
    "dangkal": ("▽", tandai("dangkal: tidak sampai dokumen tahunan"), "#fdeec8"),
    "belum_dijabarkan": ("✗", tandai("belum dijabarkan"), "#fbd9d5"),
    "tidak_wajib": ("·", tandai("tidak wajib dijabarkan"), "#ffffff"),
}
"""State of a row: mark, words, background."""

ATAS: dict[Atas, tuple[str, str, str]] = {
    "tertaut": ("✓", tandai("tertaut ke atas"), "#d9f0e1"),
    "tanpa_induk": ("✗", tandai("tanpa induk"), "#fbd9d5"),
    "ambigu": ("?", tandai("induk ambigu"), "#fdeec8"),
    "luar_kewenangan": ("!", tandai("di luar kewenangan"), "#fbdcc0"),
    "usang": ("×", tandai("induknya dokumen usang"), "#e4dfe9"),
}
BAWAH: dict[Bawah, tuple[str, str, str]] = {
    "tertaut": ("✓", tandai("dijabarkan"), "#d9f0e1"),
    "belum_dijabarkan": ("✗", tandai("belum dijabarkan"), "#fbd9d5"),
    "ganda": ("‖", tandai("dijabarkan ganda"), "#fdeec8"),
}
KEDALAMAN: dict[Kedalaman, tuple[str, str, str]] = {
    "terendah": BARIS["terendah"],
    "dangkal": BARIS["dangkal"],
}
"""State of an end as seen from above, from below, and down the chain: mark, words, background."""

_WAJAR = frozenset((("atas", "tertaut"), ("bawah", "tertaut"), ("kedalaman", "terendah")))


def sisi(state: Keadaan) -> list[tuple[str, str, tuple[str, str, str]]]:
    """The states of an end that are known: side ("atas", "bawah", "kedalaman"), state, label."""
    found: list[tuple[str, str, tuple[str, str, str]]] = []
    if state.atas:
        found.append(("atas", state.atas, ATAS[state.atas]))
    if state.bawah:
        found.append(("bawah", state.bawah, BAWAH[state.bawah]))
    if state.kedalaman:
        found.append(("kedalaman", state.kedalaman, KEDALAMAN[state.kedalaman]))
    return found


def perlu_dilihat(state: Keadaan) -> list[tuple[str, str, tuple[str, str, str]]]:
    """Those of the states that a person should look at."""
    return [one for one in sisi(state) if one[:2] not in _WAJAR]


def jumlah(states: Iterable[Keadaan]) -> list[tuple[tuple[str, str, str], int]]:
    """How many ends are in each state, in the order of the tables above; states that do not occur are left out."""
    counted = Counter((side, name) for state in states for side, name, _label in sisi(state))
    order = [
        (side, name, label) for side, table in (("atas", ATAS), ("bawah", BAWAH), ("kedalaman", KEDALAMAN)) for name, label in table.items()
    ]
    return [(label, counted[side, name]) for side, name, label in order if counted[side, name]]
