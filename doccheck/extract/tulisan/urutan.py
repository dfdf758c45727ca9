"""Words that stand for numbers in an order: Roman numbers and the months."""

from __future__ import annotations

ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
"""The Roman numbers of years, quarters and levels."""
BULAN = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
"""Pattern of the months' names."""
