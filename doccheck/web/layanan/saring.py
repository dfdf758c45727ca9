"""The findings of a check, filtered: what its page shows and the API sends."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..models import Pemeriksaan, Temuan, Triase
from . import temuan
from .dasbor import terhitung


class Saring(Struct, frozen=True, kw_only=True):
    """Empty: all. tampil: "terbuka", "baru", "tetap", "selesai" · keparahan: a severity, or "telaah": for a person to look at ·
    pd: id of an agency, "0" for findings of none, "aktif" for these and those of agencies in use · putusan: of the triage ("terbuka":
    not decided) · cari: words in it."""

    tampil: str = "terbuka"
    keparahan: str = ""
    pd: str = ""
    aturan: str = ""
    masalah: str = ""
    putusan: str = ""
    cari: str = ""


class Baris(Struct, frozen=True):
    """A finding with the decision in force on it. baru: not there in the check before."""

    temuan: Temuan
    triase: Triase | None
    baru: bool

    @property
    def putusan(self) -> str:
        return self.triase.putusan if self.triase else "terbuka"


def semua(one: Pemeriksaan, tampil: str) -> list[Baris]:
    """All findings of a check in their order. An older check shows those of its scope that it saw, in their words of today."""
    rows = Temuan.objects.filter(periode=one.periode, lingkup=one.perangkat_daerah).select_related("perangkat_daerah")
    rows = rows.filter(sidik__in=one.hilang) if tampil == "selesai" else rows.filter(terakhir__gte=one, keadaan="terbuka")
    found = list(rows)
    decided = temuan.triase(one.periode.pemda, [row.sidik for row in found])
    return berputusan(found, decided, set(one.baru))


def berputusan(rows: list[Temuan], decided: Mapping[str, Triase], new: set[str]) -> list[Baris]:
    return [Baris(row, decided.get(row.sidik), row.sidik in new) for row in rows]


def cocok(baris: Baris, saring: Saring) -> bool:
    """Whether a finding passes."""
    row, severity, text = baris.temuan, saring.keparahan, saring.cari.casefold()
    return (
        (saring.tampil != "baru" or baris.baru)
        and (saring.tampil != "tetap" or not baris.baru)
        and (not severity or (row.telaah if severity == "telaah" else row.keparahan == severity and not row.telaah))
        and (saring.pd in ("", str(row.perangkat_daerah_id or 0)) or (saring.pd == "aktif" and bool(terhitung([row]))))
        and saring.aturan in ("", row.aturan)
        and saring.masalah in ("", *map(str, row.masalah))
        and saring.putusan in ("", baris.putusan)
        and (not text or text in _teks(row))
    )


def _teks(row: Temuan) -> str:
    parts = [row.aturan, row.isi["kondisi"], row.isi["rekomendasi"], *(b["kutipan"] for b in row.isi["bukti"])]
    return " ".join(parts).casefold()
