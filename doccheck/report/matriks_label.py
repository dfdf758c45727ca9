"""The words, colours and marks of the states in the matrix; colour never stands alone."""

from __future__ import annotations

from ..bahasa import tandai
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

BARIS: dict[KeadaanBaris, tuple[str, str, str]] = {
    "terendah": ("✓", tandai("sampai dokumen tahunan"), "#d9f0e1"),
    "tertaut": ("✓", tandai("tertaut"), "#d9f0e1"),
    "dangkal": ("▽", tandai("dangkal: tidak sampai dokumen tahunan"), "#fdeec8"),
    "belum_dijabarkan": ("✗", tandai("belum dijabarkan"), "#fbd9d5"),
    "tidak_wajib": ("·", tandai("tidak wajib dijabarkan"), "#ffffff"),
}
"""State of a row: mark, words, background."""
