"""The documents of a drawn region: wording, order of columns, what is merged and the file's format are drawn, too."""

from __future__ import annotations

import random
from collections.abc import Callable

from builders.naskah import Naskah

from .daerah import Daerah, Pd
from .kinerja import cascading, lkjip, pk
from .ragam import Ragam
from .rencana import renja, renstra, rpjmd

__all__ = ["FORMAT", "PENULIS", "Ragam", "berkas", "rpjmd"]

PENULIS: dict[str, Callable[[Daerah, Pd, Ragam], Naskah]] = {
    "renstra": renstra,
    "renja": renja,
    "pk": pk,
    "lkjip": lkjip,
    "cascading": cascading,
}
FORMAT = {
    "rpjmd": (".pdf", ".docx", ".xlsx"),
    "renstra": (".pdf", ".docx", ".xlsx", ".html"),
    "renja": (".xlsx", ".docx", ".html"),
    "pk": (".docx", ".pdf"),
    "lkjip": (".docx", ".pdf"),
    "cascading": (".xlsx", ".docx"),
}


def berkas(daerah: Daerah, benih: int) -> dict[str, tuple[str, Ragam]]:
    """Key of each document ("rpjmd", "pk-rsud") -> its file name and its author's habits."""
    acak = random.Random(benih * 7919)
    hasil = {"rpjmd": (f"RPJMD{acak.choice(FORMAT['rpjmd'])}", Ragam(acak))}
    for pd in daerah.pd:
        for jenis in PENULIS:
            hasil[f"{jenis}-{pd.kunci}"] = (f"{jenis}-{pd.kunci}{acak.choice(FORMAT[jenis])}", Ragam(acak))
    return hasil
