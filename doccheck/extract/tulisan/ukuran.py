"""The words by which an indicator is known from a goal: what it measures comes first ("Jumlah ...", "Persentase ...", "Indeks ...")."""

from __future__ import annotations

import re

_SURE = r"jumlah|p(?:er?|re|ro)sentas[ei]|indeks|nilai|tingkat|rasio|cakupan|angka|rata-rata|predikat|opini|skor"
_PASTI = re.compile(rf"(?:(?:{_SURE}|persen)\b|%)", re.I)
_UKURAN = re.compile(
    rf"(?:(?:{_SURE}|indek|rata|laju|luas\w*|proporsi|"
    r"capaian|level|volume|produksi|produktivitas|banyaknya|frekuensi|lama|waktu|kontribusi|pertumbuhan|peningkatan|penurunan|"
    r"pdrb|usia|umur|prevalensi|ketersediaan|ketepatan|kepuasan|jangkauan|terpenuhi\w*|hasil|laporan|dokumen|data)\b|%)",
    re.I,
)


_BUTIR = re.compile(r"(?:jumlah|nilai|indeks|cakupan|tingkat|rasio|angka|p(?:er|ro)sentase|(?:me|ter|ber|ke)\w+nya)\b")


def is_awal_butir(teks: str) -> bool:
    """Whether a text in small letters begins an item all the same: an indicator or an outcome, not always written with a capital."""
    return bool(_BUTIR.match(teks))


def is_indikator(teks: str, pasti: bool = False) -> bool:
    """Wording of an indicator: "Jumlah ...", "Persentase ...". pasti: only words that begin nothing else."""
    return bool((_PASTI if pasti else _UKURAN).match(teks))
